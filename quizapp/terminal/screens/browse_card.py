"""What is told of one card, beside the table and on a screen of its own; and what an edit changes.

The items read as `quizapp items` prints them: both are made from the same lines.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from textual.content import Content

from quizapp.items.change_lines import change_lines, in_short
from quizapp.items.changes import ItemChange
from quizapp.items.review import BLANK_LINE, Line, Span, Tone, fact_lines, line
from quizapp.memory.model import Memory, New
from quizapp.session.browsing import CardLine, CardView
from quizapp.session.model import Mode, Review, Typed
from quizapp.terminal.reviewing import painted
from quizapp.terminal.screens.info import Window
from quizapp.terminal.text import one_line
from quizapp.terminal.widgets.piece import Piece
from quizapp.terminal.words import RATINGS, SIGNS, amount, interval, seconds


class Told(Piece):
    """Lines of a review, as wide as there is room."""

    lines: tuple[Line, ...] = ()

    def say(self, lines: Iterable[Line]) -> None:
        """Show `lines`."""
        self.lines = tuple(lines)
        self.redraw()

    def draw(self, width: int) -> Content:
        """Return the lines."""
        return painted(self.lines, width)


class LinesScreen(Window):
    """Lines on a screen of their own."""

    def __init__(self, heading: str, lines: Iterable[Line]) -> None:
        super().__init__()
        self.heading = heading
        self.lines = tuple(lines)

    def body(self) -> Piece:
        """Return what is read."""
        told = Told()
        told.lines = self.lines
        return told


def card_screen(view: CardView, now: datetime) -> LinesScreen:
    """Return all that is known of a card."""
    return LinesScreen("This card", card_lines(view, now, with_citations=True))


def changes_screen(changes: Sequence[ItemChange], heading: str) -> LinesScreen:
    """Return what a change of decks changes in their items, the counts first."""
    return LinesScreen(f"{heading}: {in_short(changes)}", change_lines(changes))


# --- a card in lines -----------------------------------------------------------------------------


def card_lines(view: CardView, now: datetime, *, with_citations: bool = False) -> Iterator[Line]:
    """Yield where the learner stands with a card, then its fact with cards and items."""
    yield line("", standing(view.line, now))
    yield from changed_lines(view)
    for review in view.answers:
        yield line("  ", answer_in_words(review, now), Tone.QUIET)
    if view.items:
        yield BLANK_LINE
        yield from fact_lines(view.items, with_citations=with_citations)


def standing(card: CardLine, now: datetime) -> str:
    """Return the memory of a card on one line, and how it was set aside."""
    return " · ".join((*memory_parts(card, now), *aside_parts(card, now)))


def memory_parts(card: CardLine, now: datetime) -> Iterator[str]:
    """Yield state, stability, difficulty, due and history."""
    memory = card.memory
    if card.is_draft:
        yield "draft: not asked before its status is reviewed"
    elif isinstance(memory, New):
        yield "new: never rated"
    else:
        yield memory.state.value
        yield f"stability {memory.stability:.1f} days"
        yield f"difficulty {memory.difficulty:.1f} of 10"
        yield f"due {due_in_words(memory, now)}"
        yield f"{amount(memory.reps, 'review')}, forgotten {amount(memory.lapses, 'time')}"


def aside_parts(card: CardLine, now: datetime) -> Iterator[str]:
    """Yield what the learner did with a card."""
    if card.is_suspended:
        yield "suspended"
    if card.is_buried(now) and card.buried_until is not None:
        yield f"buried for {interval(card.buried_until - now)}"
    if card.is_marked:
        yield "marked"
    if card.flag is not None:
        yield f"flagged: {one_line(card.flag)}" if card.flag else "flagged"


def due_in_words(memory: Memory, now: datetime) -> str:
    """Return when a card is due, from now."""
    return "now" if memory.due <= now else f"in {interval(memory.due - now)}"


def changed_lines(view: CardView) -> Iterator[Line]:
    """Yield what is another since the learner last answered."""
    if view.old_key:
        yield Line(
            Span("! ", Tone.LOUD),
            (
                Span("another key since you last answered: was ", Tone.LOUD),
                Span(" · ".join(view.old_key), Tone.WRONG),
            ),
        )
    elif view.line.is_changed:
        yield line("~ ", "reworded since you last answered", Tone.QUIET)


def answer_in_words(review: Review, now: datetime) -> str:
    """Return an answer: its verdict, when, in which format, what was typed, how it was rated."""
    answered = review.answered
    when = f"{interval(now - answered.at)} ago"
    is_from_anki = answered.mode is Mode.IMPORTED
    if is_from_anki and answered.rating is None:
        return f"– {when} · made new in Anki"
    parts = [
        f"{SIGNS[answered.verdict]} {when}",
        "in Anki" if is_from_anki else answered.format.value,
        f"“{answered.response.text}”" if isinstance(answered.response, Typed) else "",
        RATINGS[answered.rating] if answered.rating else "",
        seconds(answered.milliseconds),
    ]
    return " · ".join(filter(None, parts))
