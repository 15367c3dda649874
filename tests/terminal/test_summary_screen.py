import pytest

from quizapp.terminal.screens.home import HomeScreen
from quizapp.terminal.screens.question import QuestionScreen
from quizapp.terminal.screens.summary import SummaryScreen
from tests.terminal.rivers import CHOICE, TRUE_FALSE, RiverServices
from tests.terminal.screen import STUDY, sitting

pytestmark = pytest.mark.slow  # each test walks through the app


async def test_the_summary_counts_and_names_what_was_missed() -> None:
    async with sitting(RiverServices([TRUE_FALSE])) as learner:
        await learner.press("z", "enter", "t", "enter")

        assert isinstance(learner.app.screen, SummaryScreen)
        assert "1 answered   ✓ 0   ✗ 1" in learner.text
        assert "✗ A braided river has one channel." in learner.text
        assert "✓ False" in learner.text
        assert "your answer: True" in learner.text
        assert "Okafor 2011, sentence 7" in learner.text


async def test_the_summary_shows_the_ratings_as_bars() -> None:
    async with sitting(RiverServices([CHOICE]), STUDY) as learner:
        await learner.press("2", "4")

        assert "Easy   ━━━━━━━━━━━━━━━━━━━━━━━━    1" in learner.text
        assert "Retry" not in learner.footer


async def test_r_asks_what_was_missed_as_a_quiz() -> None:
    async with sitting(RiverServices([TRUE_FALSE, CHOICE])) as learner:
        await learner.press("z", "enter")
        wrong = {CHOICE.stem: "1", TRUE_FALSE.stem: "t"}
        right = {CHOICE.stem: "2", TRUE_FALSE.stem: "f"}
        first, second = CHOICE.stem, TRUE_FALSE.stem
        if first not in learner.text:
            first, second = second, first
        await learner.press(wrong[first], "enter", right[second], "enter", "r")

        assert isinstance(learner.app.screen, QuestionScreen)
        assert first in learner.text
        assert "1 left" in learner.text


async def test_u_takes_the_last_answer_back() -> None:
    async with sitting(RiverServices([CHOICE])) as learner:
        await learner.press("s", "1", "4", "u")

        assert isinstance(learner.app.screen, QuestionScreen)
        assert CHOICE.stem in learner.text


async def test_a_session_without_cards_says_that_all_is_done() -> None:
    async with sitting(RiverServices([CHOICE])) as learner:
        await learner.press("s", "2", "4", "enter", "s")

        assert "All done for today" in learner.text


async def test_enter_goes_back_to_the_start() -> None:
    async with sitting(RiverServices([CHOICE])) as learner:
        await learner.press("s", "2", "4", "enter")

        assert isinstance(learner.app.screen, HomeScreen)
