"""Looking back on a session: how it went, and what was missed."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from quizapp.services.ports import QuizRequest
from quizapp.session.model import Summary
from quizapp.session.session import Session
from quizapp.terminal.content import style_text
from quizapp.terminal.keys import SUMMARY, all_bindings
from quizapp.terminal.screens.base import KeyScreen
from quizapp.terminal.widgets.bars import bar
from quizapp.terminal.widgets.base import PaintedWidget, ScrollArea
from quizapp.terminal.widgets.lines import KeyLine, TopLine
from quizapp.terminal.widgets.missed_item import missed_item
from quizapp.terminal.words import (
    RATING_WORDS,
    duration_text,
    interval,
    missed_answers,
    quantity,
)

BAR_WIDTH = 24


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
        parts = [totals_line(self.summary), *rating_bars(self.summary), self._next_card()]
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


def totals_line(summary: Summary) -> Content:
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


def rating_bars(summary: Summary) -> Iterator[Content]:
    """Yield the ratings as bars, when there are any."""
    counted = Counter(answer.rating for answer in summary.answers if answer.rating)
    if counted:
        most = max(counted.values())
        yield Content("\n").join(
            Content.assemble(
                (f"{name:<7}", "$quiet"),
                (f"{bar(counted[rating] / most, BAR_WIDTH):<{BAR_WIDTH}} ", "$tint"),
                f"{counted[rating]:>4}",
            )
            for rating, name in RATING_WORDS.items()
        )


class SummaryScreen(KeyScreen):
    """How a session went."""

    KEYS = SUMMARY
    BINDINGS: ClassVar[list[BindingType]] = [*all_bindings(SUMMARY)]
    CSS_PATH = "summary.tcss"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.summary = session.summary()
        self.missed_ids = tuple(
            dict.fromkeys(answer.question.item.id for answer in missed_answers(self.summary))
        )

    def compose(self) -> ComposeResult:
        """Build the summary."""
        with Vertical(id="column"):
            yield TopLine()
            with ScrollArea():
                yield SummaryView(self.summary, self.quiz_app.services.now())
            yield KeyLine()

    def on_mount(self) -> None:
        """Show title and keys."""
        count = quantity(len(self.summary.answers), "answer")
        self.query_one(TopLine).update(self.summary.title, status=count)
        self.show_footer()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 (the library's signature)
        """Offer only what there is to do."""
        offered = {"retry": bool(self.missed_ids), "undo": self.session.can_undo}
        return offered.get(action, True)

    def action_home(self) -> None:
        """Go back to the start."""
        self.quiz_app.go_home()

    def action_retry(self) -> None:
        """Ask what was missed once more."""
        request = QuizRequest(items=self.missed_ids, count=len(self.missed_ids))
        self.quiz_app.open_session(lambda: self.quiz_app.services.open_quiz(request))

    def action_undo(self) -> None:
        """Take the last answer back and ask its card again."""
        now = self.quiz_app.services.now()
        self.run_store_job(lambda: self.session.undo(now), self._resume_if_undone)

    def _resume_if_undone(self, is_undone: bool) -> None:  # noqa: FBT001 (a result, not an argument)
        if is_undone:
            self.quiz_app.resume_session(self.session)
