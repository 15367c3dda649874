"""Windows over a screen: what is known of a card, and the help that is made from the keys."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from quizapp.memory.model import MemoryState, New
from quizapp.session.model import Question
from quizapp.terminal.content import hanging, styled
from quizapp.terminal.keys import MODAL, flat
from quizapp.terminal.screens.base import KeyScreen
from quizapp.terminal.text import one_line
from quizapp.terminal.widgets.lines import KeyLine, TopLine
from quizapp.terminal.widgets.piece import Piece, Reading
from quizapp.terminal.words import interval, source

LABEL = 13


class Rows(Piece):
    """Labels and what belongs to them; a label alone is a heading."""

    def __init__(self, rows: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.rows = rows

    def draw(self, width: int) -> Content:
        """Return the rows; a row without label and text is a blank line."""
        return Content("\n").join(row(label, text, width) for label, text in self.rows)


def row(label: str, text: str, width: int) -> Content:
    """Return one row."""
    if not text:
        return styled(label, "bold $tint")
    return hanging(styled(f"{label:<{LABEL}} ", "$quiet"), styled(text), width)


class Window(KeyScreen):
    """A screen that is read and closed."""

    KEYS = MODAL
    BINDINGS: ClassVar[list[BindingType]] = [*flat(MODAL)]
    HAS_HELP = False
    heading = ""

    def body(self) -> Piece:
        """Return what is read."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Build heading, text and footer."""
        with Vertical(id="column"):
            yield TopLine()
            with Reading():
                yield self.body()
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the heading and the keys."""
        self.query_one(TopLine).say(self.heading)
        self.show_keys()

    def action_close(self) -> None:
        """Close the window."""
        self.close()


class InfoScreen(Window):
    """What is known of a card."""

    heading = "This card"

    def __init__(self, question: Question, now: datetime) -> None:
        super().__init__()
        self.rows = tuple(facts(question, now))

    def body(self) -> Piece:
        """Return the rows."""
        return Rows(self.rows)


def facts(question: Question, now: datetime) -> Iterator[tuple[str, str]]:
    """Yield what is known of the card of `question`."""
    item = question.item
    yield "card", item.card
    yield "format", item.format.value
    yield from memory_rows(question.entry.memory, now)
    if item.tags:
        yield "tags", one_line(", ".join(item.tags))
    for note in item.sources:
        yield "source", f"{source(note)}. {one_line(note.cite)}"
        if note.doi:
            yield "", f"doi:{one_line(note.doi)}"
    yield "place", f"{item.place.file}:{item.place.line}"


def memory_rows(memory: MemoryState, now: datetime) -> Iterator[tuple[str, str]]:
    """Yield what is remembered of a card."""
    if isinstance(memory, New):
        yield "memory", "new: never rated"
        return
    yield "memory", memory.state.value
    yield "stability", f"{memory.stability:.1f} days"
    yield "difficulty", f"{memory.difficulty:.1f} of 10"
    yield "reviews", f"{memory.reps}, forgotten {memory.lapses} times"
    yield "last review", f"{interval(now - memory.last_review)} ago"
    yield "due", "now" if memory.due <= now else f"in {interval(memory.due - now)}"
