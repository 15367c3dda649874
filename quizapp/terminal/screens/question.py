"""Study and quiz: a session from its first question to its summary."""

from collections.abc import Callable, Iterator
from enum import Enum, auto
from typing import ClassVar, TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from quizapp.grading.grade import Outcome
from quizapp.learner.model import Response, Scope
from quizapp.memory.model import Rating
from quizapp.session.grade_response import can_be_rated
from quizapp.session.model import Feedback, Question
from quizapp.session.session import Session
from quizapp.terminal.context import ScreenContext
from quizapp.terminal.keys import QUESTION, all_bindings
from quizapp.terminal.screens.answer_screen import AnswerScreen
from quizapp.terminal.verdict_words import more_text
from quizapp.terminal.widgets.base import LineClicked
from quizapp.terminal.widgets.field import ListBody
from quizapp.terminal.widgets.header_and_footer import (
    KeyHint,
    KeyLine,
    ProgressLine,
    RatingBar,
    TopLine,
)
from quizapp.terminal.widgets.question_view import QuestionView
from quizapp.terminal.words import (
    OUTCOME_SIGNS,
    confirmation_text,
    error_text,
    intervals,
    remaining_text,
)

OpenSession: TypeAlias = Callable[[], Session]

_CONFIRMING_KEYS = frozenset({"confirm.yes", "confirm.no"})
_SECONDS_UNTIL_SAVING = 0.03
_NOT_SAVED = "✗ not saved"
_NOT_OPENED = "✗ not opened"


class Stage(Enum):
    """Where the question stands."""

    OPENING = auto()
    INTRODUCING = auto()
    ASKING = auto()
    CONFIRMING = auto()
    ANSWERED = auto()


# What can be done at which stage; `body`, `rate` and `override` ask further.
_BESIDE = {Stage.ASKING, Stage.CONFIRMING, Stage.ANSWERED}
_ACTION_STAGES = {
    "body": {Stage.ASKING},
    "confirm": {Stage.CONFIRMING},
    "hint": {Stage.ASKING},
    "go_on": {Stage.INTRODUCING, Stage.ANSWERED},
    "rate": {Stage.ANSWERED},
    "override": {Stage.ANSWERED},
    "undo": {Stage.INTRODUCING, *_BESIDE},
    "info": _BESIDE,
    "edit": _BESIDE,
    "mark": _BESIDE,
    "flag": _BESIDE,
    "suspend": _BESIDE,
    "bury": _BESIDE,
}


class QuestionScreen(AnswerScreen):
    """One session. `is_started` says that it was begun before and is gone on with."""

    KEYS = QUESTION
    MENU = "Any time"
    BINDINGS: ClassVar[list[BindingType]] = [*all_bindings(QUESTION)]
    CSS_PATH = "question.tcss"

    def __init__(
        self, context: ScreenContext, open_session: OpenSession, *, is_started: bool = False
    ) -> None:
        super().__init__(context)
        self.open_session = open_session
        self.is_started = is_started
        self.stage = Stage.OPENING
        self.session: Session | None = None
        self.feedback: Feedback | None = None
        self.is_asked_back = False  # the learner is to say more, or whether it is the same
        self.introduced_seed: int | None = None  # the seed of the question whose sentence was read

    def compose(self) -> ComposeResult:
        """Build the frame; it is filled when the session is open."""
        with Vertical(id="column"):
            yield TopLine()
            yield ProgressLine()
            yield QuestionView()
            yield RatingBar()
            yield KeyLine()

    def on_mount(self) -> None:
        """Open the session on the store's thread; the frame is painted meanwhile."""
        self.query_one(TopLine).update("quizapp", status="opening …")
        self.query_one(RatingBar).update({}, None)
        self.show_footer()
        self.run_store_job(self._open, self._show_opened)

    def _open(self) -> Session:
        session = self.open_session()
        if not self.is_started:
            session.start(self.context.services.now())
        return session

    def _show_opened(self, session: Session) -> None:
        self.session = session
        self.context.navigator.hold_session(session)
        self.query_one(ListBody).name_members = session.grade_members
        self.show_session()
        self.call_after_refresh(self.context.navigator.warm_up, session)

    def show_progress(self, text: str) -> None:
        """Say what is being done while the session opens."""
        if self.stage is Stage.OPENING:
            self.query_one(TopLine).update("quizapp", status=text)

    # --- what is shown ----------------------------------------------------------------------------

    def show_session(self, status: str = "") -> None:
        """Show where the session stands now; it must be at rest."""
        if self.session is None:
            return
        if self.session.question is None:
            self.app.switch_screen(self.context.screens.summary(self.session))
            return
        self.question, self.feedback = self.session.question, self.session.feedback
        self.stage = self._stage(self.question)
        self.awaited_repeat = None
        self._show_question(self.question)
        self._show_frame(self.session, status)

    def _stage(self, question: Question) -> Stage:
        if self.feedback is not None:
            return Stage.ANSWERED
        if self.session is not None and self.session.confirmation is not None:
            return Stage.CONFIRMING
        if question.introduction and self.introduced_seed != question.seed:
            return Stage.INTRODUCING
        return Stage.ASKING

    def _show_question(self, question: Question) -> None:
        view = self.query_one(QuestionView)
        is_marked = question.learner_card.is_marked
        if self.feedback is not None:
            view.show_feedback(self.feedback, is_marked=is_marked)
        elif self.stage is Stage.INTRODUCING:
            view.introduce(question)
        else:
            view.ask(question, is_marked=is_marked)
            self._show_asked_back()

    def _show_asked_back(self) -> None:
        """Say what is asked back, where something is."""
        if self.session is None:
            return
        more, asked = self.session.say_more, self.session.confirmation
        was_asked_back, self.is_asked_back = self.is_asked_back, bool(more or asked)
        if not was_asked_back and not self.is_asked_back:
            return
        self.query_one(QuestionView).ask_back(is_confirmed=asked is not None)
        self.show_message("")
        if more is not None:
            self.show_message(f"{OUTCOME_SIGNS[Outcome.MORE]} {more_text(more)}", "$close")
        if asked is not None:
            self.show_message(confirmation_text(asked), "$close")

    def _show_frame(self, session: Session, status: str) -> None:
        progress = session.progress
        self.query_one(TopLine).update(
            session.title, remaining_text(progress, session.mode), status
        )
        self.query_one(ProgressLine).update(progress.answered, progress.remaining)
        due = intervals(self.feedback, self.context.services.now()) if self.feedback else {}
        self.query_one(RatingBar).update(
            due, self.feedback.suggested_rating if self.feedback else None
        )
        self.show_footer()

    def show_status(self, status: str) -> None:
        """Say at the top whether the answer is kept."""
        top = self.query_one(TopLine)
        top.update(top.title, top.counts, status)

    # --- keys -------------------------------------------------------------------------------------

    @property
    def is_asking(self) -> bool:
        """Whether the question takes an answer now."""
        return self.stage is Stage.ASKING

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action makes sense at this stage."""
        if action in _ACTION_STAGES and self.stage not in _ACTION_STAGES[action]:
            return False
        if action == "body":
            return self.can_answer_with(*parameters)
        if action == "rate":
            return self.feedback is not None and can_be_rated(self.feedback)
        if action == "override":
            return self.feedback is not None and self.feedback.can_override
        return True

    def footer_hints(self) -> Iterator[KeyHint]:
        """Yield what the footer may show: while yes or no is asked for, these alone."""
        hints = super().footer_hints()
        if self.stage is not Stage.CONFIRMING:
            return hints
        return (hint for hint in hints if hint.binding in _CONFIRMING_KEYS)

    @on(LineClicked)
    def take_rating(self, picked: LineClicked) -> None:
        """Take the rating that was clicked; the base takes clicked options."""
        if isinstance(picked.widget, RatingBar) and not self.running_jobs:
            self.action_rate(picked.index)

    # --- answering --------------------------------------------------------------------------------

    def respond(self, response: Response) -> None:
        """Answer the question."""
        if self.session is None:
            return
        if told := self.session.refuse_no_answer(response):
            self.refuse(told)
            return
        self.session.answer(response, self.context.services.now())
        self.show_message("")
        self._show_judged()

    def action_confirm(self, is_same: bool) -> None:  # noqa: FBT001 (a key's action)
        """Say whether the answer is the same."""
        if self.session is not None:
            self.session.confirm(self.context.services.now(), is_same=is_same)
            self.show_message("")
            self._show_judged()

    def action_hint(self) -> None:
        """Show a hint."""
        if self.session is not None:
            hint = self.session.hint(self.context.services.now())
            self.show_message(f"Hint: {hint}" if hint else "No hint for this one")

    def action_override(self) -> None:
        """Take the answer as right."""
        if self.session is not None:
            self.session.override(self.context.services.now())
            self._show_judged()

    def _show_judged(self) -> None:
        """Show the verdict, and keep it once it is painted; keys do not wait for that."""
        self.show_session()
        self.call_after_refresh(self._keep_judged)

    def _keep_judged(self) -> None:
        if self.session is not None:
            self.run_background_job(self.session.keep_judged, lambda _: None)

    # --- going on: all of it is written -----------------------------------------------------------

    def change_session(
        self, change: Callable[[Session], object], done: str, not_done: str = ""
    ) -> None:
        """Change the session on the store's thread, then show it with the status `done`.

        A change that returns False did nothing and shows `not_done`.
        """
        session = self.session
        if session is None:
            return
        self.run_store_job(
            lambda: change(session),
            lambda result: self.show_session(not_done if result is False else done),
        )
        self.set_timer(_SECONDS_UNTIL_SAVING, self._show_saving)

    def _show_saving(self) -> None:
        """Say that a write takes its time; most are done before it is worth a word."""
        if self.running_jobs:
            self.show_status("saving …")

    def show_failure(self, error: BaseException) -> None:
        """Say what was not kept; the answer stays on the screen."""
        self.waiting_keys.clear()  # keys that waited were meant for the next question
        if self.session is None:
            self.context.navigator.exit_if_not_opened(error)
        self.show_status(_NOT_SAVED if self.session else _NOT_OPENED)
        self.show_message(error_text(error), "$wrong")

    def action_go_on(self) -> None:
        """Keep the answer with the suggested rating, or go on from the introduction."""
        if self.stage is Stage.INTRODUCING and self.question is not None:
            self.introduced_seed = self.question.seed
            self.show_session()
        else:
            self._save_rating(None)

    def action_rate(self, rating: int) -> None:
        """Keep the answer with a rating."""
        self._save_rating(Rating(rating))

    def _save_rating(self, rating: Rating | None) -> None:
        now = self.context.services.now()
        self.change_session(lambda session: session.go_on(rating, now), "saved")

    def action_undo(self) -> None:
        """Take the last answer back."""
        now = self.context.services.now()
        self.change_session(lambda session: session.undo(now), "undone", "nothing to undo")

    def action_suspend(self, scope: str) -> None:
        """Hide the card or its fact."""
        now = self.context.services.now()
        self.change_session(
            lambda session: session.suspend(Scope(scope), now), f"{scope} suspended"
        )

    def action_bury(self, scope: str) -> None:
        """Hide the card or its fact until tomorrow."""
        now = self.context.services.now()
        self.change_session(
            lambda session: session.bury(Scope(scope), now), f"{scope} buried until tomorrow"
        )

    def action_mark(self, scope: str) -> None:
        """Mark the card or its fact, or take the mark off."""
        now = self.context.services.now()
        self.change_session(
            lambda session: session.mark(Scope(scope), now), f"{scope} marked", "unmarked"
        )

    def action_flag(self, scope: str) -> None:
        """Flag the card or its fact for its author, or take the flag off."""
        now = self.context.services.now()
        self.change_session(
            lambda session: session.flag(Scope(scope), "", now),
            f"{scope} flagged",
            "unflagged",
        )

    # --- beside -----------------------------------------------------------------------------------

    def action_info(self) -> None:
        """Show what is known of the card."""
        if self.question is not None:
            self.app.push_screen(
                self.context.screens.card_info(self.question, self.context.services.now())
            )

    def action_edit(self) -> None:
        """Edit the fact where it stands, then read the decks again."""
        if self.question is not None and self.context.open_editor(self.question.item.place):
            self.reload_decks(self.reload_question)

    def reload_question(self) -> None:
        """Show the open question as its deck has it now."""
        now = self.context.services.now()
        self.change_session(lambda session: session.reload_question(now), "changed", "not changed")

    def action_leave(self) -> None:
        """Keep what is on the screen, and go."""
        session, now = self.session, self.context.services.now()
        if session is None:
            self.context.navigator.go_home()
        else:
            self.run_store_job(
                lambda: session.leave(now), lambda _: self.context.navigator.go_home()
            )
