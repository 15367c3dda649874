"""Windows over a screen: what is known of a card, and the help that is made from the keys."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from quizapp.memory.model import MemoryState, New
from quizapp.services.words import quantity
from quizapp.session.model import Question
from quizapp.terminal.content import hanging_indent, style_text
from quizapp.terminal.context import ScreenContext
from quizapp.terminal.keys import MODAL, all_bindings
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.screens.base import KeyScreen
from quizapp.terminal.widgets.base import PaintedWidget, ScrollArea
from quizapp.terminal.widgets.header_and_footer import KeyLine, TopLine
from quizapp.terminal.words import interval, short_source

_LABEL_WIDTH = 13


class LabelledRows(PaintedWidget):
    """Labels and what belongs to them; a label alone is a heading."""

    def __init__(self, rows: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.rows = rows

    def draw(self, width: int) -> Content:
        """Return the rows; a row without label and text is a blank line."""
        return Content("\n").join(_labelled_row(label, text, width) for label, text in self.rows)


def _labelled_row(label: str, text: str, width: int) -> Content:
    """Return one row."""
    if not text:
        return style_text(label, "bold $tint")
    return hanging_indent(
        style_text(f"{label:<{_LABEL_WIDTH}} ", "$quiet"), style_text(text), width
    )


class ReadingWindow(KeyScreen):
    """A screen that is read and closed."""

    KEYS = MODAL
    BINDINGS: ClassVar[list[BindingType]] = [*all_bindings(MODAL)]
    HAS_HELP = False
    heading = ""

    def build_body(self) -> PaintedWidget:
        """Return what is read."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Build heading, text and footer."""
        with Vertical(id="column"):
            yield TopLine()
            with ScrollArea():
                yield self.build_body()
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the heading and the keys."""
        self.query_one(TopLine).update(self.heading)
        self.show_footer()

    def action_close(self) -> None:
        """Close the window."""
        self.close()


class InfoScreen(ReadingWindow):
    """What is known of a card."""

    heading = "This card"

    def __init__(self, context: ScreenContext, question: Question, now: datetime) -> None:
        super().__init__(context)
        self.rows = tuple(_card_rows(question, now))

    def build_body(self) -> PaintedWidget:
        """Return the rows."""
        return LabelledRows(self.rows)


def _card_rows(question: Question, now: datetime) -> Iterator[tuple[str, str]]:
    """Yield what is known of the card of `question`."""
    item = question.item
    yield "card", item.card
    yield "format", item.format.value
    yield from _memory_rows(question.learner_card.memory, now)
    if item.tags:
        yield "tags", one_line(", ".join(item.tags))
    for note in item.sources:
        yield "source", f"{short_source(note)}. {one_line(note.cite)}"
        if note.doi:
            yield "", f"doi:{one_line(note.doi)}"
    yield "place", f"{item.place.file}:{item.place.line}"


def _memory_rows(memory: MemoryState, now: datetime) -> Iterator[tuple[str, str]]:
    """Yield what is remembered of a card."""
    if isinstance(memory, New):
        yield "memory", "new: never studied"
        return
    yield "memory", memory.state.value
    yield "stability", f"{memory.stability:.1f} days"
    yield "difficulty", f"{memory.difficulty:.1f} of 10"
    yield "reviews", f"{memory.reps}, forgotten {quantity(memory.lapses, 'time')}"
    yield "last review", f"{interval(now - memory.last_review)} ago"
    yield "due", "now" if memory.due <= now else f"in {interval(memory.due - now)}"
