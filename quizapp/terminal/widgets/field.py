"""Answering by typing: typed, number, gap; and list, members one by one or with commas."""

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.geometry import Offset

from quizapp.grading.grade import Verdict
from quizapp.grading.limits import excess
from quizapp.session.model import Named, Question, Response, Typed
from quizapp.terminal.content import STYLES, hanging, style_of, styled
from quizapp.terminal.editing import Line, edited, is_edited_by
from quizapp.terminal.text import one_line
from quizapp.terminal.widgets.body import NOTHING, Body, OnceMore, Outcome, Pressed, Refused
from quizapp.terminal.words import NOT_JUDGED_SIGN, SIGNS, given, sign

PROMPT = "› "
ROOM = 4_000  # characters that a line holds: more than any answer, to be shortened by hand


class Field(Body):
    """One line to type into."""

    ACTIONS = frozenset({"submit"})
    PLACEHOLDER = "type, then enter"

    line = Line()

    def begin(self, question: Question) -> None:  # noqa: ARG002 (an empty line is empty)
        """Begin with an empty line."""
        self.line = Line()

    def type_key(self, event: events.Key) -> bool:
        """Take what is printable and the keys that edit."""
        line = edited(self.line, event.key, event.character)
        if line is None:
            return False
        if len(line.text) <= max(ROOM, len(self.line.text)):  # a terminal may paste key by key
            self.line = line
            self.redraw()
        return True

    def types(self, key: str) -> bool:
        """Return whether the line takes `key`."""
        return is_edited_by(key)

    def paste(self, text: str) -> str:
        """Put in pasted text, on one line; return why it was left out, where it was."""
        pasted = one_line(text)
        if len(self.line.text) + len(pasted) > ROOM:
            return f"That is {len(pasted):,} characters: too long to paste here. Copy less of it."
        self.line = self.line.insert(pasted)
        self.redraw()
        return ""

    def draft(self) -> Response | None:
        """Return what was typed."""
        text = self.line.text.strip()
        return Typed(text) if text else None

    def excess(self) -> str:
        """Return why what stands there is too long to be an answer; "" where it is not."""
        draft = self.draft()
        if self.question is None or not isinstance(draft, Typed):
            return ""
        return excess(self.question.item.expected, draft.text)

    def submit(self) -> Outcome:
        """Answer with the line; too long a one stays, to be shortened."""
        if told := self.excess():
            return Refused(told)
        return self.draft() or NOTHING

    def draw(self, width: int) -> Content:
        """Return the line with its cursor, or what was made of it."""
        if self.question is None:
            return Content()
        if self.feedback is None:
            return self.open_line(width, self.PLACEHOLDER)
        return self.judged_line(width)

    def open_line(self, width: int, placeholder: str) -> Content:
        """Return prompt, text and cursor."""
        after = self.line.after
        text = Content.assemble(
            styled(self.line.before), styled(after[:1] or " ", "reverse"), styled(after[1:])
        )
        text += styled(self.beside_text() if self.line.text else f" {placeholder}", "$quiet")
        self.show_cursor()
        return hanging(styled(PROMPT, "bold $tint"), text, width)

    def beside_text(self) -> str:
        """Return what stands behind a text that is being typed."""
        return ""

    def judged_line(self, width: int) -> Content:
        """Return what was given, with its mark."""
        if self.feedback is None or self.question is None:
            return Content()
        grade = self.feedback.grade
        text = given(self.question, self.feedback.response) or "—"
        mark = styled(f"{sign(grade)} ", f"bold {style_of(grade)}")
        return hanging(mark, styled(text, style_of(grade)), width)

    def show_cursor(self) -> None:
        """Put the terminal's own cursor where the text goes, for input methods."""
        column = len(PROMPT) + styled(self.line.before).cell_length
        self.app.cursor_position = self.content_region.offset + Offset(column, 0)


class Members(Field):
    """A line for members; those named stand above it, each with what it is.

    A line that was entered is judged, so it cannot be taken back. `naming` is the session's; an
    exam has none: there they are counted alone.
    """

    naming: Callable[[str], tuple[Named, ...]] | None = None

    def begin(self, question: Question) -> None:
        """Begin with no member."""
        super().begin(question)
        self.entered: tuple[str, ...] = ()
        self.members: tuple[Named, ...] = ()

    @property
    def text(self) -> str:
        """All that was entered, as it is answered."""
        return ", ".join(self.entered)

    @property
    def found(self) -> int:
        """How many members were found; unjudged, how many were named."""
        if self.naming is None:
            return sum(bool(part.strip()) for part in self.text.split(","))
        return sum(bool(member.key) for member in self.members)

    @property
    def wanted(self) -> int:
        """How many members there are."""
        return len(self.question.item.key) if self.question else 0

    def draft(self) -> Response | None:
        """Return the members entered, and what stands in the line."""
        new = self.line.text.strip(" ,;")
        text = ", ".join((*self.entered, new) if new else self.entered)
        return Typed(text) if text else None

    def submit(self) -> Outcome:
        """Take what stands in the line; answer when all are found, or when asked twice."""
        if told := self.excess():
            return Refused(told)
        new = self.line.text.strip(" ,;")
        if not new:
            return self._no_more()
        self.entered, self.line = (*self.entered, new), Line()
        self.members = self.naming(self.text) if self.naming else ()
        self.redraw()
        return Typed(self.text) if self.found >= self.wanted else Pressed.TAKEN

    def _no_more(self) -> Outcome:
        if not self.entered:
            return NOTHING
        return OnceMore(Typed(self.text), f"{self.count()} · enter once more: no more")

    def count(self) -> str:
        """Return how many of how many were found."""
        return f"{self.found}/{self.wanted}"

    def draw(self, width: int) -> Content:
        """Return the members named, then the line; after the answer the members alone."""
        if self.question is None:
            return Content()
        lines = (
            [hanging(styled("· ", "$quiet"), styled(text), width) for text in self.entered]
            if self.naming is None
            else [named(member, width) for member in self.members]
        )
        if self.feedback is None:
            is_begun = bool(self.entered) and self.naming is not None
            how = "tab hint · enter twice = give up" if is_begun else "one by one, or with commas"
            lines.append(self.open_line(width, f"{self.count()} · {how}"))
        return Content("\n").join(lines or [self.judged_line(width)])

    def beside_text(self) -> str:
        """Return how far the list is."""
        return f"  {self.count()}"


def named(member: Named, width: int) -> Content:
    """Return a member with its mark: found, nearly so, named before, or none of them."""
    style = "$quiet" if member.is_repeat or not member.is_judged else STYLES[member.verdict]
    mark = "=" if member.is_repeat else SIGNS[member.verdict]
    text = styled(one_line(member.text), style) + styled(remark(member), "$quiet")
    shown = mark if member.is_judged else NOT_JUDGED_SIGN
    return hanging(styled(f"{shown} ", f"bold {style}"), text, width)


def remark(member: Named) -> str:
    """Return what is to be said of a member beside its sign; "" for one that is right."""
    if member.is_repeat:
        return "   named before"
    if not member.is_judged:
        return "   not judged"
    if not member.key:
        return "   none of them"
    return f"   {one_line(member.key)}" if member.verdict is Verdict.CLOSE else ""
