"""Study and quiz: a session from its first question to its summary."""

from collections.abc import Callable
from enum import Enum, auto
from typing import ClassVar, TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from quizapp.memory.model import Rating
from quizapp.session.model import Feedback, Question, Response
from quizapp.session.rating import can_be_rated
from quizapp.session.session import Scope, Session
from quizapp.terminal.keys import QUESTION, flat
from quizapp.terminal.screens.asking import AskingScreen
from quizapp.terminal.screens.doors import info_screen, summary_screen
from quizapp.terminal.widgets.field import Members
from quizapp.terminal.widgets.lines import KeyLine, ProgressLine, RatingBar, TopLine
from quizapp.terminal.widgets.piece import Picked
from quizapp.terminal.widgets.question_view import QuestionView
from quizapp.terminal.words import counts, in_words, intervals

Open: TypeAlias = Callable[[], Session]

SECONDS_UNTIL_SAVING = 0.03
NOT_SAVED = "✗ not saved"
NOT_OPENED = "✗ not opened"


class Stage(Enum):
    """Where the question stands."""

    OPENING = auto()
    INTRODUCING = auto()
    ASKING = auto()
    ANSWERED = auto()


# What can be done at which stage; `body`, `rate` and `override` ask further.
POSSIBLE = {
    "body": {Stage.ASKING},
    "hint": {Stage.ASKING},
    "go_on": {Stage.INTRODUCING, Stage.ANSWERED},
    "rate": {Stage.ANSWERED},
    "override": {Stage.ANSWERED},
    "undo": {Stage.INTRODUCING, Stage.ASKING, Stage.ANSWERED},
    "info": {Stage.ASKING, Stage.ANSWERED},
    "edit": {Stage.ASKING, Stage.ANSWERED},
    "mark": {Stage.ASKING, Stage.ANSWERED},
    "flag": {Stage.ASKING, Stage.ANSWERED},
    "suspend": {Stage.ASKING, Stage.ANSWERED},
    "bury": {Stage.ASKING, Stage.ANSWERED},
}


class QuestionScreen(AskingScreen):
    """One session. `is_started` says that it was begun before and is gone on with."""

    KEYS = QUESTION
    MENU = "Any time"
    BINDINGS: ClassVar[list[BindingType]] = [*flat(QUESTION)]
    CSS_PATH = "question.tcss"

    def __init__(self, open_session: Open, *, is_started: bool = False) -> None:
        super().__init__()
        self.open_session = open_session
        self.is_started = is_started
        self.stage = Stage.OPENING
        self.session: Session | None = None
        self.feedback: Feedback | None = None
        self.introduced: int | None = None  # the seed of the question whose sentence was read

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
        self.query_one(TopLine).say("quizapp", status="opening …")
        self.query_one(RatingBar).say({}, None)
        self.show_keys()
        self.ask_store(self._open, self._opened)

    def _open(self) -> Session:
        session = self.open_session()
        if not self.is_started:
            session.start(self.quiz_app.house.now())
        return session

    def _opened(self, session: Session) -> None:
        self.session = self.quiz_app.session = session
        self.query_one(Members).naming = session.named
        self.read()
        self.call_after_refresh(self.quiz_app.warm_up, session)

    def report(self, text: str) -> None:
        """Say what is being done while the session opens."""
        if self.stage is Stage.OPENING:
            self.query_one(TopLine).say("quizapp", status=text)

    # --- what is shown ----------------------------------------------------------------------------

    def read(self, status: str = "") -> None:
        """Show where the session stands now; it must be at rest."""
        if self.session is None:
            return
        if self.session.question is None:
            self.app.switch_screen(summary_screen(self.session))
            return
        self.question, self.feedback = self.session.question, self.session.feedback
        self.stage = self._stage(self.question)
        self.armed = None
        self._show_question(self.question)
        self._show_frame(self.session, status)

    def _stage(self, question: Question) -> Stage:
        if self.feedback is not None:
            return Stage.ANSWERED
        if question.introduction and self.introduced != question.seed:
            return Stage.INTRODUCING
        return Stage.ASKING

    def _show_question(self, question: Question) -> None:
        view = self.query_one(QuestionView)
        is_marked = question.entry.is_marked
        if self.feedback is not None:
            view.judge(self.feedback, is_marked=is_marked)
        elif self.stage is Stage.INTRODUCING:
            view.introduce(question)
        else:
            view.ask(question, is_marked=is_marked)

    def _show_frame(self, session: Session, status: str) -> None:
        progress = session.progress
        self.query_one(TopLine).say(session.title, counts(progress, session.mode), status)
        self.query_one(ProgressLine).say(progress.answered, progress.remaining)
        due = intervals(self.feedback, self.quiz_app.house.now()) if self.feedback else {}
        self.query_one(RatingBar).say(due, self.feedback.suggested if self.feedback else None)
        self.show_keys()

    def say_status(self, status: str) -> None:
        """Say at the top whether the answer is kept."""
        top = self.query_one(TopLine)
        top.say(top.title, top.counts, status)

    # --- keys -------------------------------------------------------------------------------------

    @property
    def is_asking(self) -> bool:
        """Whether the question takes an answer now."""
        return self.stage is Stage.ASKING

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say whether an action makes sense at this stage."""
        if action in POSSIBLE and self.stage not in POSSIBLE[action]:
            return False
        if action == "body":
            return self.can_answer_with(*parameters)
        if action == "rate":
            return self.feedback is not None and can_be_rated(self.feedback)
        if action == "override":
            return self.feedback is not None and self.feedback.can_override
        return True

    @on(Picked)
    def take_rating(self, picked: Picked) -> None:
        """Take the rating that was clicked; the base takes clicked options."""
        if isinstance(picked.piece, RatingBar) and not self.jobs:
            self.action_rate(picked.index)

    # --- answering --------------------------------------------------------------------------------

    def respond(self, response: Response) -> None:
        """Answer the question."""
        if self.session is not None:
            self.session.answer(response, self.quiz_app.house.now())
            self.tell("")
            self.read()

    def action_hint(self) -> None:
        """Show a hint."""
        if self.session is not None:
            hint = self.session.hint(self.quiz_app.house.now())
            self.tell(f"hint: {hint}" if hint else "no hint for this one")

    def action_override(self) -> None:
        """Take the answer as right."""
        if self.session is not None:
            self.session.override(self.quiz_app.house.now())
            self.read()

    # --- going on: all of it is written -----------------------------------------------------------

    def write(self, change: Callable[[Session], object], done: str, not_done: str = "") -> None:
        """Change the session on the store's thread, then show it with the status `done`.

        A change that returns False did nothing and shows `not_done`.
        """
        session = self.session
        if session is None:
            return
        self.ask_store(
            lambda: change(session), lambda result: self.read(not_done if result is False else done)
        )
        self.set_timer(SECONDS_UNTIL_SAVING, self._say_saving)

    def _say_saving(self) -> None:
        """Say that a write takes its time; most are done before it is worth a word."""
        if self.jobs:
            self.say_status("saving …")

    def failed(self, error: BaseException) -> None:
        """Say what was not kept; the answer stays on the screen."""
        self.waiting.clear()  # keys that waited were meant for the next question
        if self.session is None:
            self.quiz_app.not_opened(error)
        self.say_status(NOT_SAVED if self.session else NOT_OPENED)
        self.tell(in_words(error), "$wrong")

    def action_go_on(self) -> None:
        """Keep the answer with the suggested rating, or go on from the introduction."""
        if self.stage is Stage.INTRODUCING and self.question is not None:
            self.introduced = self.question.seed
            self.read()
        else:
            self._keep(None)

    def action_rate(self, rating: int) -> None:
        """Keep the answer with a rating."""
        self._keep(Rating(rating))

    def _keep(self, rating: Rating | None) -> None:
        now = self.quiz_app.house.now()
        self.write(lambda session: session.go_on(rating, now), "saved")

    def action_undo(self) -> None:
        """Take the last answer back."""
        now = self.quiz_app.house.now()
        self.write(lambda session: session.undo(now), "undone", "nothing to undo")

    def action_suspend(self, scope: str) -> None:
        """Hide the card or its fact."""
        now = self.quiz_app.house.now()
        self.write(lambda session: session.suspend(Scope(scope), now), f"{scope} suspended")

    def action_bury(self, scope: str) -> None:
        """Hide the card or its fact until tomorrow."""
        now = self.quiz_app.house.now()
        self.write(lambda session: session.bury(Scope(scope), now), f"{scope} buried")

    def action_mark(self, scope: str) -> None:
        """Mark the card or its fact, or take the mark off."""
        self.write(lambda session: session.mark(Scope(scope)), f"{scope} marked", "mark taken off")

    def action_flag(self, scope: str) -> None:
        """Flag the card or its fact for its author, or take the flag off."""
        now = self.quiz_app.house.now()
        self.write(
            lambda session: session.flag(Scope(scope), "", now),
            f"{scope} flagged",
            "flag taken off",
        )

    # --- beside -----------------------------------------------------------------------------------

    def action_info(self) -> None:
        """Show what is known of the card."""
        if self.question is not None:
            self.app.push_screen(info_screen(self.question, self.quiz_app.house.now()))

    def action_edit(self) -> None:
        """Edit the fact where it stands, then read the decks again."""
        if self.question is not None:
            self.quiz_app.edit(self, self.question.item.place, self.read_again)

    def read_again(self) -> None:
        """Show the open question as its deck has it now."""
        now = self.quiz_app.house.now()
        self.write(lambda session: session.read_again(now), "changed", "not changed")

    def action_leave(self) -> None:
        """Keep what is on the screen, and go."""
        session, now = self.session, self.quiz_app.house.now()
        if session is None:
            self.quiz_app.go_home()
        else:
            self.ask_store(lambda: session.leave(now), lambda _: self.quiz_app.go_home())
