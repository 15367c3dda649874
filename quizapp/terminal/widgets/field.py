"""Answering by typing: typed, number, gap; and list, members one by one or with commas."""

from collections.abc import Callable, Iterator

from textual import events
from textual.content import Content
from textual.geometry import Offset

from quizapp.grading.grade import Outcome
from quizapp.grading.limits import excess
from quizapp.learner.model import Response, TypedText
from quizapp.session.model import Feedback, NamedMember, Question
from quizapp.terminal.content import OUTCOME_STYLES, hanging_indent, style_text
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.text_line import TextLine, edited, is_edited_by
from quizapp.terminal.verdict_words import NOT_ONE_OF_THEM, is_list_shown, list_lines
from quizapp.terminal.widgets.answer_body import (
    NOTHING_TYPED,
    AnswerBody,
    KeyResult,
    NoResponse,
    Refused,
    RepeatToConfirm,
)
from quizapp.terminal.words import OUTCOME_SIGNS, given_answer, shown_outcome

_PROMPT = "› "
_ROOM = 4_000  # characters that a line holds: more than any answer, to be shortened by hand


class TextBody(AnswerBody):
    """One line to type into."""

    ACTIONS = frozenset({"submit"})
    PLACEHOLDER = "type your answer, then enter"

    line = TextLine()

    def begin(self, question: Question) -> None:  # noqa: ARG002 (an empty line is empty)
        """Begin with an empty line."""
        self.line = TextLine()

    def type_key(self, event: events.Key) -> bool:
        """Take what is printable and the keys that edit."""
        line = edited(self.line, event.key, event.character)
        if line is None:
            return False
        if len(line.text) <= max(_ROOM, len(self.line.text)):  # a terminal may paste key by key
            self.line = line
            self.redraw()
        return True

    def types(self, key: str) -> bool:
        """Return whether the line takes `key`."""
        return is_edited_by(key)

    def paste(self, text: str) -> str:
        """Put in pasted text, on one line; return why it was left out, where it was."""
        pasted = one_line(text)
        if len(self.line.text) + len(pasted) > _ROOM:
            return f"That is {len(pasted):,} characters: too long to paste here. Paste less"
        self.line = self.line.insert(pasted)
        self.redraw()
        return ""

    def draft(self) -> Response | None:
        """Return what was typed."""
        text = self.line.text.strip()
        return TypedText(text) if text else None

    def excess(self) -> str:
        """Return why what stands there is too long to be an answer; "" where it is not."""
        draft = self.draft()
        if self.question is None or not isinstance(draft, TypedText):
            return ""
        return excess(self.question.item.expected, draft.text)

    def ask_back(self, *, is_confirmed: bool) -> None:
        """Show that something is asked back; what was typed stays, to be gone on with."""
        self.line = self.line.move_to(len(self.line.text))
        super().ask_back(is_confirmed=is_confirmed)

    def submit(self) -> KeyResult:
        """Answer with the line; too long a one stays, to be shortened."""
        if told := self.excess():
            return Refused(told)
        return self.draft() or NOTHING_TYPED

    def draw(self, width: int) -> Content:
        """Return the line with its cursor, or what was made of it."""
        if self.question is None:
            return Content()
        if self.is_confirmed and self.feedback is None:
            return _asked_line(self.line.text, width)
        if self.feedback is None:
            return self.open_line(width, self.PLACEHOLDER)
        return self.graded_line(width)

    def open_line(self, width: int, placeholder: str) -> Content:
        """Return prompt, text and cursor."""
        after = self.line.after
        text = Content.assemble(
            style_text(self.line.before),
            style_text(after[:1] or " ", "reverse"),
            style_text(after[1:]),
        )
        text += style_text(self.trailing_text() if self.line.text else f" {placeholder}", "$quiet")
        self.show_cursor()
        return hanging_indent(style_text(_PROMPT, "bold $tint"), text, width)

    def trailing_text(self) -> str:
        """Return what stands behind a text that is being typed."""
        return ""

    def graded_line(self, width: int) -> Content:
        """Return what was given, with its mark."""
        if self.feedback is None or self.question is None:
            return Content()
        outcome = shown_outcome(self.feedback.grade, self.question.item.format)
        text = given_answer(self.question, self.feedback.response) or "—"
        style = OUTCOME_STYLES[outcome]
        mark = style_text(f"{OUTCOME_SIGNS[outcome]} ", f"bold {style}")
        return hanging_indent(mark, style_text(text, style), width)

    def show_cursor(self) -> None:
        """Put the terminal's own cursor where the text goes, for input methods."""
        column = len(_PROMPT) + style_text(self.line.before).cell_length
        self.app.cursor_position = self.content_region.offset + Offset(column, 0)


def _asked_line(text: str, width: int) -> Content:
    """Return what was typed while the learner is asked whether it is the same: nothing types."""
    style = OUTCOME_STYLES[Outcome.UNSURE]
    mark = style_text(f"{OUTCOME_SIGNS[Outcome.UNSURE]} ", f"bold {style}")
    return hanging_indent(mark, style_text(text), width)


class ListBody(TextBody):
    """A line for members; those named stand above it, each with what it is.

    A line that was entered is judged, so it cannot be taken back. `naming` is the session's; an
    exam has none: there they are counted alone.
    """

    name_members: Callable[[str], tuple[NamedMember, ...]] | None = None

    def begin(self, question: Question) -> None:
        """Begin with no member."""
        super().begin(question)
        self.entered: tuple[str, ...] = ()
        self.members: tuple[NamedMember, ...] = ()

    @property
    def text(self) -> str:
        """All that was entered, as it is answered."""
        return ", ".join(self.entered)

    @property
    def found_count(self) -> int:
        """How many members were found; unjudged, how many were named."""
        if self.name_members is None:
            return sum(bool(part.strip()) for part in self.text.split(","))
        return sum(bool(member.key) for member in self.members)

    @property
    def wanted_count(self) -> int:
        """How many members there are."""
        return len(self.question.item.key) if self.question else 0

    def draft(self) -> Response | None:
        """Return the members entered, and what stands in the line."""
        new = self.line.text.strip(" ,;")
        text = ", ".join((*self.entered, new) if new else self.entered)
        return TypedText(text) if text else None

    def submit(self) -> KeyResult:
        """Take what stands in the line; answer when all are found, or when asked twice."""
        if told := self.excess():
            return Refused(told)
        new = self.line.text.strip(" ,;")
        if not new:
            return self._confirm_end()
        self.entered, self.line = (*self.entered, new), TextLine()
        self.members = self.name_members(self.text) if self.name_members else ()
        self.redraw()
        return TypedText(self.text) if self.found_count >= self.wanted_count else NoResponse.TAKEN

    def _confirm_end(self) -> KeyResult:
        if not self.entered:
            return NOTHING_TYPED
        return RepeatToConfirm(
            TypedText(self.text), f"{self.count_text()} · press enter again to finish"
        )

    def count_text(self) -> str:
        """Return how many of how many were found."""
        return f"{self.found_count}/{self.wanted_count}"

    def draw(self, width: int) -> Content:
        """Return the members named, then the line; after the answer the members alone."""
        if self.question is None:
            return Content()
        if self.feedback is not None and is_list_shown(self.feedback):
            return Content("\n").join(self._graded_lines(self.feedback, width))
        lines = (
            [
                hanging_indent(style_text("· ", "$quiet"), style_text(text), width)
                for text in self.entered
            ]
            if self.name_members is None
            else [_member_line(member, width) for member in self.members]
        )
        if self.feedback is None:
            is_begun = bool(self.entered) and self.name_members is not None
            how = (
                "tab hint · enter twice to finish" if is_begun else "one at a time, or with commas"
            )
            lines.append(self.open_line(width, f"{self.count_text()} · {how}"))
        return Content("\n").join(lines or [self.graded_line(width)])

    def _graded_lines(self, feedback: Feedback, width: int) -> Iterator[Content]:
        """Yield the members in the key's order, then what was named and is none of them."""
        typed = {member.key: member.text for member in self.members if member.key}
        for line in list_lines(feedback):
            as_typed = typed.get(line.text, "")
            is_slip = line.outcome is Outcome.SLIP and as_typed
            note = f"you wrote {one_line(as_typed)}" if is_slip else line.note
            style = "$quiet" if line.outcome is None else OUTCOME_STYLES[line.outcome]
            sign = "·" if line.outcome is None else OUTCOME_SIGNS[line.outcome]
            text = style_text(line.text, style) + style_text(note and f"   {note}", "$quiet")
            yield hanging_indent(style_text(f"{sign} ", f"bold {style}"), text, width)

    def trailing_text(self) -> str:
        """Return how far the list is."""
        return f"  {self.count_text()}"


def _member_line(member: NamedMember, width: int) -> Content:
    """Return a member with its mark: found, nearly so, named before, or none of them."""
    is_open = member.is_repeat or member.outcome is Outcome.UNSURE
    style = "$quiet" if is_open else OUTCOME_STYLES[member.outcome]
    mark = "=" if member.is_repeat else OUTCOME_SIGNS[member.outcome]
    text = style_text(one_line(member.text), style) + style_text(_member_note(member), "$quiet")
    return hanging_indent(style_text(f"{mark} ", f"bold {style}"), text, width)


def _member_note(member: NamedMember) -> str:
    """Return what is to be said of a member beside its sign; "" for one that is right."""
    if member.is_repeat:
        return "   already named"
    if member.outcome is Outcome.UNSURE:
        return "   not judged"
    if member.outcome is Outcome.MORE:
        return "   say more"
    if not member.key:
        return f"   {NOT_ONE_OF_THEM}"
    return f"   {one_line(member.key)}" if member.outcome is Outcome.SLIP else ""
