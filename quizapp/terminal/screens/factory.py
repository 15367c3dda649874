"""Makes each screen: its module is imported when it is first shown, so the app paints sooner.

The app and the screens reach the others through this alone, so that none imports another.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from textual.binding import ActiveBinding

from quizapp.bank.model import DeckId
from quizapp.bank.place import Place
from quizapp.services.ports import AppServices
from quizapp.session.model import ExamAnswer, Question
from quizapp.session.session import Session
from quizapp.terminal.context import Navigator, ScreenContext
from quizapp.terminal.keys import KeyTable
from quizapp.terminal.screens.base import KeyScreen
from quizapp.terminal.store_thread import StoreThread

if TYPE_CHECKING:
    from quizapp.services.review_deck import DeckReview
    from quizapp.session.exam import ExamResult, ExamSitting

# ruff: noqa: PLC0415 (the point of this module)


class ScreenFactory:
    """Makes the screens of an app, each with the context that it is handed.

    Args:
        services: what stands around the app.
        store_thread: where the store is spoken to.
        navigator: the way from screen to screen.
        open_editor: opens the learner's editor; returns whether it could be opened.
    """

    def __init__(
        self,
        services: AppServices,
        store_thread: StoreThread,
        navigator: Navigator,
        open_editor: Callable[[Place], bool],
    ) -> None:
        self._context = ScreenContext(services, store_thread, navigator, self, open_editor)

    def home(self) -> KeyScreen:
        """Return the home screen."""
        from quizapp.terminal.screens.home import HomeScreen

        return HomeScreen(self._context)

    def question(
        self, open_session: Callable[[], Session], *, is_started: bool = False
    ) -> KeyScreen:
        """Return the screen of a session; `is_started` says that it had been over."""
        from quizapp.terminal.screens.question import QuestionScreen

        return QuestionScreen(self._context, open_session, is_started=is_started)

    def summary(self, session: Session) -> KeyScreen:
        """Return the summary of a session that is over."""
        from quizapp.terminal.screens.summary import SummaryScreen

        return SummaryScreen(self._context, session)

    def exam(self, open_exam: "Callable[[], ExamSitting]") -> KeyScreen:
        """Return the screen of an exam."""
        from quizapp.terminal.screens.exam import ExamScreen

        return ExamScreen(self._context, open_exam)

    def exam_list(
        self,
        questions: Sequence[Question | None],
        places: Sequence[ExamAnswer],
        at: int,
        go_to: Callable[[int], None],
    ) -> KeyScreen:
        """Return the list of all questions of an exam; `go_to` is called with the chosen place."""
        from quizapp.terminal.screens.exam_windows import ExamListScreen

        return ExamListScreen(self._context, questions, places, at, go_to)

    def hand_in(self, lines: Sequence[str], hand_in: Callable[[], None]) -> KeyScreen:
        """Return the question whether to hand in; `lines` say what is still open."""
        from quizapp.terminal.screens.exam_windows import HandInScreen

        return HandInScreen(self._context, lines, hand_in)

    def exam_result(
        self, exam: "ExamSitting", result: "ExamResult", *, is_past: bool = False
    ) -> KeyScreen:
        """Return how an exam went; one that `is_past` was opened from the list of them."""
        from quizapp.terminal.screens.exam_result import ExamResultScreen

        return ExamResultScreen(self._context, exam, result, is_past=is_past)

    def past_exams(self, exams: "Sequence[ExamSitting]") -> KeyScreen:
        """Return the list of `exams`, which were handed in."""
        from quizapp.terminal.screens.past_exams import PastExamsScreen

        return PastExamsScreen(self._context, exams)

    def quiz_setup(self, decks: tuple[DeckId, ...]) -> KeyScreen:
        """Return the form of a quiz, `decks` chosen."""
        from quizapp.terminal.screens.quiz_setup import QuizSetupScreen

        return QuizSetupScreen(self._context, decks)

    def browse(self, decks: tuple[DeckId, ...], search: str = "") -> KeyScreen:
        """Return the cards to be browsed, those of `decks` first; () for all."""
        from quizapp.terminal.screens.browse import BrowseScreen

        return BrowseScreen(self._context, decks, search)

    def card_info(self, question: Question, now: datetime) -> KeyScreen:
        """Return what is known of the card of `question`."""
        from quizapp.terminal.screens.card_info import InfoScreen

        return InfoScreen(self._context, question, now)

    def review(self, review: "DeckReview") -> KeyScreen:
        """Return the cards of a deck, to be read and signed."""
        from quizapp.terminal.screens.review import ReviewScreen

        return ReviewScreen(self._context, review)

    # --- over any screen --------------------------------------------------------------------------

    def menu(self, below: KeyScreen, actions: Sequence[ActiveBinding]) -> KeyScreen:
        """Return the menu of `actions` over the screen `below`."""
        from quizapp.terminal.screens.menu import MenuScreen

        return MenuScreen(self._context, below, actions)

    def help(self, table: KeyTable, keymap: Mapping[str, str]) -> KeyScreen:
        """Return the keys of a screen."""
        from quizapp.terminal.screens.help import HelpScreen

        return HelpScreen(self._context, table, keymap)
