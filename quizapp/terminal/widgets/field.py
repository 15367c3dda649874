"""Answering by typing: typed, number, gap; and list, members one by one or with commas."""

from textual import events
from textual.content import Content
from textual.geometry import Offset

from quizapp.session.model import Question, Typed
from quizapp.terminal.content import STYLES, hanging, styled
from quizapp.terminal.editing import EDITS, Line
from quizapp.terminal.text import one_line
from quizapp.terminal.widgets.body import Body, Outcome, Pressed
from quizapp.terminal.words import SIGNS, given

PROMPT = "› "


class Field(Body):
    """One line to type into."""

    ACTIONS = frozenset({"submit"})
    PLACEHOLDER = "type, then enter"

    line = Line()

    def begin(self, question: Question) -> None:  # noqa: ARG002 (an empty line is empty)
        """Begin with an empty line."""
        self.line = Line()

    def type_key(self, event: events.Key) -> bool:
        """Take what is printable and the keys that edit; `?` into an empty line asks for help."""
        if event.is_printable and event.character and not self._asks_for_help(event.character):
            self.line = self.line.insert(event.character)
        elif event.key in EDITS:
            self.line = EDITS[event.key](self.line)
        else:
            return False
        self.redraw()
        return True

    def _asks_for_help(self, character: str) -> bool:
        return character == "?" and not self.line.text

    def paste(self, text: str) -> None:
        """Put in pasted text, on one line."""
        self.line = self.line.insert(one_line(text))
        self.redraw()

    def submit(self) -> Outcome:
        """Answer with the line."""
        text = self.line.text.strip()
        return Typed(text) if text else Pressed.EMPTY

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
        if not self.line.text:
            text += styled(f" {placeholder}", "$quiet")
        self.show_cursor()
        return hanging(styled(PROMPT, "bold $tint"), text, width)

    def judged_line(self, width: int) -> Content:
        """Return what was given, with its mark."""
        if self.feedback is None or self.question is None:
            return Content()
        verdict = self.feedback.grade.verdict
        text = given(self.question, self.feedback.response) or "—"
        mark = styled(f"{SIGNS[verdict]} ", f"bold {STYLES[verdict]}")
        return hanging(mark, styled(text, STYLES[verdict]), width)

    def show_cursor(self) -> None:
        """Put the terminal's own cursor where the text goes, for input methods."""
        column = len(PROMPT) + styled(self.line.before).cell_length
        self.app.cursor_position = self.content_region.offset + Offset(column, 0)


class Members(Field):
    """A line for members; those given stand above it."""

    members: tuple[str, ...] = ()

    def begin(self, question: Question) -> None:
        """Begin with no member."""
        super().begin(question)
        self.members = ()

    def type_key(self, event: events.Key) -> bool:
        """Take a key; backspace in an empty line takes the last member back into it."""
        if event.key == "backspace" and not self.line.text and self.members:
            *kept, last = self.members
            self.members, self.line = tuple(kept), Line(last, len(last))
            self.redraw()
            return True
        return super().type_key(event)

    def submit(self) -> Outcome:
        """Take members; answer when there are as many as asked for, or when no more come."""
        wanted = len(self.question.item.key) if self.question else 0
        new = tuple(part for part in map(str.strip, self.line.text.split(",")) if part)
        self.members, self.line = (*self.members, *new), Line()
        if self.members and (not new or len(self.members) >= wanted):
            return Typed(", ".join(self.members))
        self.redraw()
        return Pressed.TAKEN if new else Pressed.EMPTY

    def draw(self, width: int) -> Content:
        """Return the members given, then the line; after the answer each with its mark."""
        if self.question is None:
            return Content()
        if self.feedback is not None:
            return self._judged(width)
        wanted = len(self.question.item.key)
        lines = [
            hanging(styled(f"{number} ", "bold $tint"), styled(one_line(member)), width)
            for number, member in enumerate(self.members, 1)
        ]
        more = f"{len(self.members)} of {wanted} · commas or one by one"
        return Content("\n").join([*lines, self.open_line(width, more)])

    def _judged(self, width: int) -> Content:
        if self.feedback is None or not self.members:
            return self.judged_line(width)
        false = {text.casefold() for text in self.feedback.grade.false}
        return Content("\n").join(
            hanging(
                styled("✗ " if member.casefold() in false else "✓ ", "bold"), styled(member), width
            ).stylize_before("$wrong" if member.casefold() in false else "$right")
            for member in map(one_line, self.members)
        )
