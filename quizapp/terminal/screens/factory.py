"""A door to each screen: its module is imported when it is first shown, so the app paints sooner.

Screens also reach each other through these, and so never import one another.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from textual.binding import ActiveBinding

from quizapp.bank.model import DeckId
from quizapp.session.model import ExamAnswer, Question
from quizapp.session.session import Session
from quizapp.terminal.keys import KeyTable
from quizapp.terminal.screens.base import KeyScreen

if TYPE_CHECKING:
    from quizapp.session.exam import ExamResult, ExamSitting

# ruff: noqa: PLC0415 (the point of this module)


def home_screen() -> KeyScreen:
    """Return the home screen."""
    from quizapp.terminal.screens.home import HomeScreen

    return HomeScreen()


def question_screen(open_session: Callable[[], Session], *, is_started: bool = False) -> KeyScreen:
    """Return the screen of a session; `is_started` says that it had been over."""
    from quizapp.terminal.screens.question import QuestionScreen

    return QuestionScreen(open_session, is_started=is_started)


def exam_screen(open_exam: Callable[[], "ExamSitting"]) -> KeyScreen:
    """Return the screen of an exam."""
    from quizapp.terminal.screens.exam import ExamScreen

    return ExamScreen(open_exam)


def exam_list_screen(
    questions: Sequence[Question | None],
    places: Sequence[ExamAnswer],
    at: int,
    go_to: Callable[[int], None],
) -> KeyScreen:
    """Return the list of all questions of an exam; `go_to` is called with the chosen place."""
    from quizapp.terminal.screens.exam_windows import ExamListScreen

    return ExamListScreen(questions, places, at, go_to)


def hand_in_screen(lines: Sequence[str], hand_in: Callable[[], None]) -> KeyScreen:
    """Return the question whether to hand in; `lines` say what is still open."""
    from quizapp.terminal.screens.exam_windows import HandInScreen

    return HandInScreen(lines, hand_in)


def exam_result_screen(result: "ExamResult", *, is_past: bool = False) -> KeyScreen:
    """Return how an exam went; one that `is_past` was opened from the list of them."""
    from quizapp.terminal.screens.exam_result import ExamResultScreen

    return ExamResultScreen(result, is_past=is_past)


def quiz_setup_screen(decks: tuple[DeckId, ...]) -> KeyScreen:
    """Return the form of a quiz, `decks` chosen."""
    from quizapp.terminal.screens.quiz_setup import QuizSetupScreen

    return QuizSetupScreen(decks)


def browse_screen(decks: tuple[DeckId, ...], search: str = "") -> KeyScreen:
    """Return the cards to be browsed, those of `decks` first; () for all. `search` begins it."""
    from quizapp.terminal.screens.browse import BrowseScreen

    return BrowseScreen(decks, search)


def summary_screen(session: Session) -> KeyScreen:
    """Return the summary of a session that is over."""
    from quizapp.terminal.screens.summary import SummaryScreen

    return SummaryScreen(session)


def info_screen(question: Question, now: datetime) -> KeyScreen:
    """Return what is known of the card of `question`."""
    from quizapp.terminal.screens.card_info import InfoScreen

    return InfoScreen(question, now)


def menu_screen(below: KeyScreen, actions: Sequence[ActiveBinding]) -> KeyScreen:
    """Return the menu of `actions` over the screen `below`."""
    from quizapp.terminal.screens.menu import MenuScreen

    return MenuScreen(below, actions)


def past_exams_screen(exams: Sequence["ExamSitting"]) -> KeyScreen:
    """Return the list of `exams`, which were handed in."""
    from quizapp.terminal.screens.past_exams import PastExamsScreen

    return PastExamsScreen(exams)


def help_screen(table: KeyTable, keymap: Mapping[str, str]) -> KeyScreen:
    """Return the keys of a screen."""
    from quizapp.terminal.screens.help import HelpScreen

    return HelpScreen(table, keymap)
