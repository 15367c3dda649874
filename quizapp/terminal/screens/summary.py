"""Looking back on a session: how it went, and what was missed."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from textual.content import Content

from quizapp.services.words import quantity
from quizapp.session.model import Summary
from quizapp.session.session import Session
from quizapp.terminal.content import style_text
from quizapp.terminal.context import ScreenContext
from quizapp.terminal.screens.result import ResultScreen
from quizapp.terminal.widgets.bars import bar
from quizapp.terminal.widgets.base import PaintedWidget
from quizapp.terminal.widgets.missed_item import missed_item
from quizapp.terminal.words import RATING_WORDS, duration_text, interval, missed_answers

_BAR_WIDTH = 24


class SummaryView(PaintedWidget):
    """The summary as text."""

    def __init__(self, summary: Summary, now: datetime) -> None:
        super().__init__()
        self.summary = summary
        self.now = now

    def draw(self, width: int) -> Content:
        """Return totals, ratings and missed items, sections a blank line apart."""
        if not self.summary.answers:
            return Content("\n\n").join(
                (style_text("All done for today", "bold"), self._next_card())
            )
        parts = [_totals_line(self.summary), *_rating_bars(self.summary), self._next_card()]
        if missed_answers(self.summary):
            parts.append(style_text("Missed", "$quiet"))
            parts += [missed_item(answer, width) for answer in missed_answers(self.summary)]
        return Content("\n\n").join(part for part in parts if part)

    def _next_card(self) -> Content:
        due = self.summary.next_due
        if due is None:
            return Content()
        when = "now" if due <= self.now else f"in {interval(due - self.now)}"
        return style_text(f"Next card {when}", "$quiet")


def _totals_line(summary: Summary) -> Content:
    """Return how many were answered, right and wrong, and how long it took."""
    wrong = len(missed_answers(summary))
    answered = len(summary.answers)
    time = sum(answer.milliseconds for answer in summary.answers)
    return style_text("   ").join(
        (
            style_text(f"{answered} answered", "bold"),
            style_text(f"✓ {answered - wrong}", "bold $right"),
            style_text(f"✗ {wrong}", "bold $wrong"),
            style_text(f"{duration_text(time)}   {duration_text(time // answered)} each", "$quiet"),
        )
    )


def _rating_bars(summary: Summary) -> Iterator[Content]:
    """Yield the ratings as bars, when there are any."""
    counted = Counter(answer.rating for answer in summary.answers if answer.rating)
    if counted:
        most = max(counted.values())
        yield Content("\n").join(
            Content.assemble(
                (f"{name:<7}", "$quiet"),
                (f"{bar(counted[rating] / most, _BAR_WIDTH):<{_BAR_WIDTH}} ", "$tint"),
                f"{counted[rating]:>4}",
            )
            for rating, name in RATING_WORDS.items()
        )


class SummaryScreen(ResultScreen):
    """How a session went."""

    def __init__(self, context: ScreenContext, session: Session) -> None:
        self.session = session
        self.summary = session.summary()
        missed = [answer.question.item.id for answer in missed_answers(self.summary)]
        super().__init__(context, self.summary.title, missed)

    def build_body(self) -> PaintedWidget:
        """Return the summary."""
        return SummaryView(self.summary, self.context.services.now())

    def status(self) -> str:
        """Return how many answers there were."""
        return quantity(len(self.summary.answers), "answer")

    @property
    def can_undo(self) -> bool:
        """Whether the last answer can be taken back."""
        return self.session.can_undo

    def action_undo(self) -> None:
        """Take the last answer back and ask its card again."""
        now = self.context.services.now()
        self.run_store_job(lambda: self.session.undo(now), self._resume_if_undone)

    def _resume_if_undone(self, is_undone: bool) -> None:  # noqa: FBT001 (a result, not an argument)
        if is_undone:
            self.context.navigator.resume_session(self.session)
