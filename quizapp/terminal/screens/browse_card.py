"""What is told of one card, beside the table and on a screen of its own; and what an edit changes.

The items read as `quizapp items` prints them: both are made from the same lines.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from textual.content import Content

from quizapp.items.diff import ItemChange
from quizapp.items.diff_lines import change_lines, summarize_changes
from quizapp.items.item_lines import BLANK_LINE, StyledLine, StyledSpan, Tone, fact_lines, make_line
from quizapp.learner.browse_rows import CardRow, CardView
from quizapp.learner.model import FIRST_OUTCOMES, Mode, Review, TypedText
from quizapp.memory.model import Memory, New
from quizapp.services.words import quantity
from quizapp.terminal.context import ScreenContext
from quizapp.terminal.safe_text import one_line
from quizapp.terminal.screens.card_info import ReadingWindow
from quizapp.terminal.styled_lines import render_lines
from quizapp.terminal.widgets.base import PaintedWidget
from quizapp.terminal.words import OUTCOME_SIGNS, RATING_WORDS, duration_text, interval


class LinesView(PaintedWidget):
    """Lines of a review, as wide as there is room."""

    lines: tuple[StyledLine, ...] = ()

    def update(self, lines: Iterable[StyledLine]) -> None:
        """Show `lines`."""
        self.lines = tuple(lines)
        self.redraw()

    def draw(self, width: int) -> Content:
        """Return the lines."""
        return render_lines(self.lines, width)


class LinesScreen(ReadingWindow):
    """Lines on a screen of their own."""

    def __init__(self, context: ScreenContext, heading: str, lines: Iterable[StyledLine]) -> None:
        super().__init__(context)
        self.heading = heading
        self.lines = tuple(lines)

    def build_body(self) -> PaintedWidget:
        """Return what is read."""
        told = LinesView()
        told.lines = self.lines
        return told


def card_screen(context: ScreenContext, view: CardView, now: datetime) -> LinesScreen:
    """Return all that is known of a card."""
    return LinesScreen(context, "This card", card_lines(view, now, with_citations=True))


def changes_screen(
    context: ScreenContext, changes: Sequence[ItemChange], heading: str
) -> LinesScreen:
    """Return what a change of decks changes in their items, the counts first."""
    return LinesScreen(context, f"{heading}: {summarize_changes(changes)}", change_lines(changes))


# --- a card in lines -----------------------------------------------------------------------------


def card_lines(
    view: CardView, now: datetime, *, with_citations: bool = False
) -> Iterator[StyledLine]:
    """Yield where the learner stands with a card, then its fact with cards and items."""
    yield make_line("", _card_status(view.row, now))
    yield from _changed_since_lines(view)
    for review in view.answers:
        yield make_line("  ", _review_text(review, now), Tone.QUIET)
    if view.items:
        yield BLANK_LINE
        yield from fact_lines(view.items, with_citations=with_citations)


def _card_status(card: CardRow, now: datetime) -> str:
    """Return the memory of a card on one line, and how it was set aside."""
    return " · ".join((*_memory_parts(card, now), *_set_aside_parts(card, now)))


def _memory_parts(card: CardRow, now: datetime) -> Iterator[str]:
    """Yield state, stability, difficulty, due and history."""
    memory = card.memory
    if card.is_draft:
        yield "draft: not studied until you accept it"
    elif isinstance(memory, New):
        yield "new: never studied"
    else:
        yield memory.state.value
        yield f"stability {memory.stability:.1f} days"
        yield f"difficulty {memory.difficulty:.1f} of 10"
        yield f"due {_due_text(memory, now)}"
        yield f"{quantity(memory.reps, 'review')}, forgotten {quantity(memory.lapses, 'time')}"


def _set_aside_parts(card: CardRow, now: datetime) -> Iterator[str]:
    """Yield what the learner did with a card."""
    if card.is_suspended:
        yield "suspended"
    if card.is_buried(now) and card.buried_until is not None:
        yield f"buried for {interval(card.buried_until - now)}"
    if card.is_marked:
        yield "marked"
    if card.flag is not None:
        yield f"flagged: {one_line(card.flag)}" if card.flag else "flagged"


def _due_text(memory: Memory, now: datetime) -> str:
    """Return when a card is due, from now."""
    return "now" if memory.due <= now else f"in {interval(memory.due - now)}"


def _changed_since_lines(view: CardView) -> Iterator[StyledLine]:
    """Yield what is another since the learner last answered."""
    if view.old_key:
        yield StyledLine(
            StyledSpan("! ", Tone.LOUD),
            (
                StyledSpan("new answer since you last answered: was ", Tone.LOUD),
                StyledSpan(" · ".join(view.old_key), Tone.WRONG),
            ),
        )
    elif view.row.is_changed:
        yield make_line("~ ", "reworded since you last answered", Tone.QUIET)


def _review_text(review: Review, now: datetime) -> str:
    """Return an answer: its verdict, when, in which format, what was typed, how it was rated."""
    answered = review.answer
    when = f"{interval(now - answered.at)} ago"
    is_from_anki = answered.mode is Mode.IMPORTED
    if is_from_anki and answered.rating is None:
        return f"– {when} · reset to new in Anki"
    parts = [
        f"{OUTCOME_SIGNS[FIRST_OUTCOMES[answered.verdict]]} {when}",
        "in Anki" if is_from_anki else answered.format.value,
        f"“{answered.response.text}”" if isinstance(answered.response, TypedText) else "",
        RATING_WORDS[answered.rating] if answered.rating else "",
        duration_text(answered.milliseconds),
    ]
    return " · ".join(filter(None, parts))
