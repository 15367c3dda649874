"""An exam: its questions in any order, within its time, without feedback until the end."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from quizapp.learner.model import GaveUp, Response
from quizapp.session.exam import ExamResult, ExamSitting, TimeIsUpError
from quizapp.session.model import Question
from quizapp.terminal.context import ScreenContext
from quizapp.terminal.exam_words import answered_summary, next_place, unanswered_lines
from quizapp.terminal.keys import EXAM, all_bindings
from quizapp.terminal.screens.answer_screen import AnswerScreen
from quizapp.terminal.widgets.answer_body import RepeatToConfirm
from quizapp.terminal.widgets.base import LineClicked
from quizapp.terminal.widgets.header_and_footer import KeyLine, TopLine
from quizapp.terminal.widgets.question_map import QuestionMap
from quizapp.terminal.widgets.question_view import QuestionView
from quizapp.terminal.words import error_text, given_answer, time_left

if TYPE_CHECKING:
    from datetime import datetime

    from textual.timer import Timer

OpenExam: TypeAlias = Callable[[], ExamSitting]
_CLOCK_CHECK_SECONDS = 1.0  # at the clock
_GONE = "This question is gone from its deck and doesn't count."


class ExamScreen(AnswerScreen):
    """One sitting of an exam."""

    KEYS = EXAM
    MENU = "The exam"
    BINDINGS: ClassVar[list[BindingType]] = [*all_bindings(EXAM)]
    CSS_PATH = "question.tcss"

    def __init__(self, context: ScreenContext, open_exam: OpenExam) -> None:
        super().__init__(context)
        self.open_exam = open_exam
        self.sitting: ExamSitting | None = None
        self.at = 0
        self.shown_at: datetime | None = None
        self.clock: Timer | None = None
        self.is_ended = False

    def compose(self) -> ComposeResult:
        """Build the frame; it is filled when the exam is open."""
        with Vertical(id="column"):
            yield TopLine()
            yield QuestionMap()
            yield QuestionView()
            yield KeyLine()

    def on_mount(self) -> None:
        """Open the exam on the store's thread."""
        self.query_one(TopLine).update("quizapp", status="opening …")
        self.show_footer()
        self.run_store_job(self.open_exam, self._show_exam)
        self.clock = self.set_interval(_CLOCK_CHECK_SECONDS, self.check_clock)

    def _show_exam(self, sitting: ExamSitting) -> None:
        self.sitting = sitting
        if sitting.is_over(self.context.services.now()):
            self.hand_in()
        else:
            self.go_to(sitting.first_unanswered(), " ".join(sitting.remarks))

    @property
    def is_asking(self) -> bool:
        """Whether the question takes an answer now."""
        return self.question is not None

    # --- what is shown ----------------------------------------------------------------------------

    def go_to(self, at: int, remark: str = "") -> None:
        """Ask the question at the place `at`."""
        sitting, now = self.sitting, self.context.services.now()
        if sitting is not None and not self.is_ended:
            self.run_store_job(
                lambda: sitting.question(at, now), lambda found: self._show(at, found, remark)
            )

    def _show(self, at: int, question: Question | None, remark: str) -> None:
        self.at, self.question, self.awaited_repeat = at, question, None
        self.shown_at = self.context.services.now()
        view = self.query_one(QuestionView)
        if question is None:
            view.clear()
            self.show_message(_GONE, "$close")
        else:
            view.ask(question, is_marked=False)
            self.show_message(remark or self._previous_answer(question))
        self.show_frame()

    def _previous_answer(self, question: Question) -> str:
        response = self.sitting.answers[self.at].response if self.sitting else None
        if response is None:
            return ""
        return f"your answer: {given_answer(question, response)} · type again to change it"

    def show_frame(self) -> None:
        """Show places, time and keys as they are now."""
        if self.sitting is None:
            return
        self.query_one(QuestionMap).update(self.sitting.answers, self.at)
        self.query_one(TopLine).update(
            self.sitting.title,
            answered_summary(self.sitting.answers),
            time_left(self.sitting.seconds_left(self.context.services.now())),
        )
        self.show_footer()

    def check_clock(self) -> None:
        """Show the time that is left; hand in when there is none."""
        if self.sitting is None or self.running_jobs or self.is_ended:
            return
        if self.sitting.is_over(self.context.services.now()):
            self.hand_in()
        elif self.sitting.deadline is not None:
            self.show_frame()

    # --- answering --------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action makes sense now."""
        if action == "body":
            return self.is_asking and self.can_answer_with(*parameters)
        if action == "turn":
            # With one question alone there is nowhere to go, but what stands there may be kept.
            has_others = self.sitting is not None and len(self.sitting.answers) > 1
            return has_others or self._draft() is not None
        return action in {"leave", "help", "command_palette"} or self.sitting is not None

    def ask_to_repeat(self, outcome: RepeatToConfirm) -> None:
        """Leave a question open that nothing was answered to: it can be come back to."""
        if isinstance(outcome.response, GaveUp):
            self.action_turn(1)
        else:
            super().ask_to_repeat(outcome)

    def respond(self, response: Response) -> None:
        """Keep the answer and go on to the next open question."""
        self._save_answer(response, self._go_to_next_open)

    def _save_answer(self, response: Response, then: Callable[[], None]) -> None:
        sitting, now, at = self.sitting, self.context.services.now(), self.at
        if sitting is not None:
            spent = self._spent(now)
            self.run_store_job(lambda: sitting.respond(at, response, spent, now), lambda _: then())

    def _spent(self, now: "datetime") -> int:
        """Return the milliseconds since the question was shown, or since this was asked last."""
        since, self.shown_at = self.shown_at or now, now
        return round(1000 * (now - since).total_seconds())

    def _draft(self) -> Response | None:
        """Return what stands there unsent, None where there is nothing or it is too long."""
        body = self.body if self.is_asking else None
        return body.draft() if body is not None and not body.excess() else None

    def _save_draft(self, then: Callable[[], None], *, is_last: bool = False) -> None:
        """Keep what stands there unsent as the answer, then do `then`: nothing typed is lost.

        What is too long to be an answer is told, and `then` waits, unless it `is_last` of all.
        """
        told = self.body.excess() if self.body is not None and self.is_asking else ""
        draft = self._draft()
        if told and not is_last:
            self.refuse(told)
        elif draft is None:
            then()
        else:
            self._save_answer(draft, then)

    def _go_to_next_open(self) -> None:
        if self.sitting is None:
            return
        following = next_place(self.sitting.answers, self.at)
        if following is not None:
            self.go_to(following)
        else:
            self.go_to(self.at)
            self.action_hand_in()

    def show_failure(self, error: BaseException) -> None:
        """Say what was not kept; when the time is up, hand in."""
        self.waiting_keys.clear()
        if isinstance(error, TimeIsUpError):
            self.hand_in()
        elif self.sitting is None:
            self.context.navigator.exit_if_not_opened(error)
            self.query_one(TopLine).update("quizapp", status="✗ not opened")
            self.show_message(error_text(error), "$wrong")
        else:
            self.show_message(error_text(error), "$wrong")

    @on(LineClicked)
    def go_to_clicked(self, picked: LineClicked) -> None:
        """Go to the question that was clicked."""
        if isinstance(picked.widget, QuestionMap) and not self.running_jobs:
            self._save_draft(lambda: self.go_to(picked.index))

    # --- going about ------------------------------------------------------------------------------

    def action_turn(self, step: int) -> None:
        """Go on or back by `step` questions."""
        sitting = self.sitting
        if sitting is not None:
            self._save_draft(lambda: self.go_to((self.at + step) % len(sitting.answers)))

    def action_flag(self) -> None:
        """Flag the question to come back to, or take the flag off."""
        sitting, at = self.sitting, self.at
        if sitting is not None:
            self.run_store_job(lambda: sitting.flag(at), lambda _: self.show_frame())

    def action_jump(self) -> None:
        """List all questions to choose from."""
        self._save_draft(self._list_all)

    def _list_all(self) -> None:
        sitting, now = self.sitting, self.context.services.now()
        if sitting is None or self.is_ended:
            return
        self.run_store_job(
            lambda: [sitting.question(at, now) for at in range(len(sitting.answers))],
            lambda found: self._show_list(sitting, found),
        )

    def _show_list(self, sitting: ExamSitting, found: list[Question | None]) -> None:
        self.app.push_screen(
            self.context.screens.exam_list(found, sitting.answers, self.at, self.go_to)
        )

    def action_hand_in(self) -> None:
        """Ask whether to hand in."""
        self._save_draft(self._confirm_hand_in)

    def _confirm_hand_in(self) -> None:
        if self.sitting is not None and not self.is_ended:
            self.show_frame()
            self.app.push_screen(
                self.context.screens.hand_in(unanswered_lines(self.sitting.answers), self.hand_in)
            )

    def hand_in(self) -> None:
        """End the exam with what stands there unsent, and show how it went.

        Asked for again, by the clock and by a key at once, it ends no second time: the sitting
        is handed in once, and its result shown once.
        """
        sitting, now = self.sitting, self.context.services.now()
        if sitting is None or self.is_ended:
            return
        at, draft, spent = self.at, self._draft(), self._spent(now)

        def end() -> ExamResult:
            if draft is not None:
                with suppress(ValueError):  # too late, or the question is gone
                    sitting.respond(at, draft, spent, now)
            return sitting.hand_in(now)

        self.run_store_job(end, self._show_result)

    def _show_result(self, result: ExamResult) -> None:
        if not self.is_ended and self.sitting is not None:
            self._stop()
            screen = self.context.screens.exam_result(self.sitting, result)
            self.context.navigator.above_home(screen)

    def action_leave(self) -> None:
        """Go; all that was answered is kept, and the clock runs on."""
        if not self.is_ended:
            self._save_draft(self._go_home, is_last=True)

    def _go_home(self) -> None:
        self._stop()
        self.context.navigator.go_home()

    def _stop(self) -> None:
        """Look at the clock no more: this screen is done with the sitting."""
        self.is_ended = True
        self.waiting_keys.clear()
        if self.clock is not None:
            self.clock.stop()
