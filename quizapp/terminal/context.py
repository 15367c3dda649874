"""What every screen is handed: services, the store's thread, the way to other screens.

A screen knows no app and no other screen. So it can be shown by whatever has these, and read
without the rest.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from textual.screen import Screen

from quizapp.bank.model import DeckId
from quizapp.bank.place import Place
from quizapp.services.ports import AppServices
from quizapp.session.model import ExamAnswer, Question
from quizapp.session.session import Session
from quizapp.terminal.store_thread import StoreThread

if TYPE_CHECKING:
    from quizapp.session.exam import ExamResult, ExamSitting


class Navigator(Protocol):
    """The way from screen to screen, and what stands over all of them. The app is one."""

    @property
    def notices(self) -> Sequence[str]:
        """What the learner should know of the decks as they were read last."""

    def go_home(self) -> None:
        """Go back to the home screen; the app ends where it was begun without one."""

    def open_session(self, open_session: Callable[[], Session]) -> None:
        """Begin a session in place of whatever is above the home screen."""

    def resume_session(self, session: Session) -> None:
        """Go on with a session that had been over."""

    def open_exam(self, open_exam: "Callable[[], ExamSitting]") -> None:
        """Begin an exam, or go on with one, in place of whatever is above the home screen."""

    def above_home(self, screen: Screen[None]) -> None:
        """Show `screen` in place of all that lies above the home screen, windows too."""

    def hold_session(self, session: Session) -> None:
        """Take the session whose open answer is kept when the app ends."""

    def warm_up(self, session: Session) -> None:
        """Load what the first answer needs while the first question is being read."""

    def exit_if_not_opened(self, error: BaseException) -> None:
        """Leave when the session that the app was begun for cannot be."""

    def report_progress(self, text: str, share: float | None) -> None:
        """Take what the services say they are doing; from any thread."""

    def show_notices(self, notices: Sequence[str]) -> None:
        """Keep and show what the learner should know."""


class Screens(Protocol):
    """A way to make each screen without knowing it."""

    def home(self) -> Screen[None]:
        """Return the home screen."""

    def question(
        self, open_session: Callable[[], Session], *, is_started: bool = False
    ) -> Screen[None]:
        """Return the screen of a session; `is_started` says that it had been over."""

    def summary(self, session: Session) -> Screen[None]:
        """Return the summary of a session that is over."""

    def exam(self, open_exam: "Callable[[], ExamSitting]") -> Screen[None]:
        """Return the screen of an exam."""

    def exam_list(
        self,
        questions: Sequence[Question | None],
        places: Sequence[ExamAnswer],
        at: int,
        go_to: Callable[[int], None],
    ) -> Screen[None]:
        """Return the list of all questions of an exam; `go_to` is called with the chosen place."""

    def hand_in(self, lines: Sequence[str], hand_in: Callable[[], None]) -> Screen[None]:
        """Return the question whether to hand in; `lines` say what is still open."""

    def exam_result(
        self, exam: "ExamSitting", result: "ExamResult", *, is_past: bool = False
    ) -> Screen[None]:
        """Return how an exam went; one that `is_past` was opened from the list of them."""

    def past_exams(self, exams: "Sequence[ExamSitting]") -> Screen[None]:
        """Return the list of `exams`, which were handed in."""

    def quiz_setup(self, decks: tuple[DeckId, ...]) -> Screen[None]:
        """Return the form of a quiz, `decks` chosen."""

    def browse(self, decks: tuple[DeckId, ...], search: str = "") -> Screen[None]:
        """Return the cards to be browsed, those of `decks` first; () for all."""

    def card_info(self, question: Question, now: datetime) -> Screen[None]:
        """Return what is known of the card of `question`."""


@dataclass(frozen=True, slots=True)
class ScreenContext:
    """What every screen is handed; `open_editor` returns whether the editor could be opened."""

    services: AppServices
    store_thread: StoreThread
    navigator: Navigator
    screens: Screens
    open_editor: Callable[[Place], bool]
