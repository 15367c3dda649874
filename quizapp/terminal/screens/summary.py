"""Looking back on a session: how it went, and what was missed."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from quizapp.session.model import Summary
from quizapp.session.session import Session
from quizapp.terminal.content import styled
from quizapp.terminal.house import QuizWish
from quizapp.terminal.keys import SUMMARY, flat
from quizapp.terminal.screens.base import KeyScreen
from quizapp.terminal.widgets.bars import bar
from quizapp.terminal.widgets.lines import KeyLine, TopLine
from quizapp.terminal.widgets.missed import missed_item
from quizapp.terminal.widgets.piece import Piece, Reading
from quizapp.terminal.words import (
    RATINGS,
    amount,
    interval,
    missed,
    seconds,
)

BAR = 24


class Review(Piece):
    """The summary as text."""

    def __init__(self, summary: Summary, now: datetime) -> None:
        super().__init__()
        self.summary = summary
        self.now = now

    def draw(self, width: int) -> Content:
        """Return totals, ratings and missed items, sections a blank line apart."""
        if not self.summary.answers:
            return Content("\n\n").join((styled("All done for today.", "bold"), self._next()))
        parts = [totals(self.summary), *ratings(self.summary), self._next()]
        if missed(self.summary):
            parts.append(styled("Missed", "$quiet"))
            parts += [missed_item(answer, width) for answer in missed(self.summary)]
        return Content("\n\n").join(part for part in parts if part)

    def _next(self) -> Content:
        due = self.summary.next_due
        if due is None:
            return Content()
        when = "now" if due <= self.now else f"in {interval(due - self.now)}"
        return styled(f"Next card {when}.", "$quiet")


def totals(summary: Summary) -> Content:
    """Return how many were answered, right and wrong, and how long it took."""
    wrong = len(missed(summary))
    answered = len(summary.answers)
    time = sum(answer.milliseconds for answer in summary.answers)
    return styled("   ").join(
        (
            styled(f"{answered} answered", "bold"),
            styled(f"✓ {answered - wrong}", "bold $right"),
            styled(f"✗ {wrong}", "bold $wrong"),
            styled(f"{seconds(time)}   {seconds(time // answered)} each", "$quiet"),
        )
    )


def ratings(summary: Summary) -> Iterator[Content]:
    """Yield the ratings as bars, when there are any."""
    counted = Counter(answer.rating for answer in summary.answers if answer.rating)
    if counted:
        most = max(counted.values())
        yield Content("\n").join(
            Content.assemble(
                (f"{name:<7}", "$quiet"),
                (f"{bar(counted[rating] / most, BAR):<{BAR}} ", "$tint"),
                f"{counted[rating]:>4}",
            )
            for rating, name in RATINGS.items()
        )


class SummaryScreen(KeyScreen):
    """How a session went."""

    KEYS = SUMMARY
    BINDINGS: ClassVar[list[BindingType]] = [*flat(SUMMARY)]
    CSS_PATH = "summary.tcss"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.summary = session.summary()
        self.missed = tuple(
            dict.fromkeys(answer.question.item.id for answer in missed(self.summary))
        )

    def compose(self) -> ComposeResult:
        """Build the summary."""
        with Vertical(id="column"):
            yield TopLine()
            with Reading():
                yield Review(self.summary, self.quiz_app.house.now())
            yield KeyLine()

    def on_mount(self) -> None:
        """Show title and keys."""
        count = amount(len(self.summary.answers), "answer")
        self.query_one(TopLine).say(self.summary.title, status=count)
        self.show_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 (the library's signature)
        """Offer only what there is to do."""
        offered = {"retry": bool(self.missed), "undo": self.session.can_undo}
        return offered.get(action, True)

    def action_home(self) -> None:
        """Go back to the start."""
        self.quiz_app.go_home()

    def action_retry(self) -> None:
        """Ask what was missed once more."""
        wish = QuizWish(items=self.missed, count=len(self.missed))
        self.quiz_app.begin(lambda: self.quiz_app.house.quiz(wish))

    def action_undo(self) -> None:
        """Take the last answer back and ask its card again."""
        now = self.quiz_app.house.now()
        self.ask_store(lambda: self.session.undo(now), self._undone)

    def _undone(self, is_undone: bool) -> None:  # noqa: FBT001 (a result, not an argument)
        if is_undone:
            self.quiz_app.go_on(self.session)
