"""What is clicked does what its key does."""

import pytest

from quizapp.terminal.screens.home import HomeScreen
from quizapp.terminal.screens.question import QuestionScreen
from tests.terminal.rivers import CHOICE, SELECT, TYPED, RiverServices
from tests.terminal.screen import STUDY, sitting

pytestmark = pytest.mark.slow  # each test walks through the app


async def test_a_clicked_option_is_the_answer() -> None:
    async with sitting(RiverServices([CHOICE]), STUDY) as learner:
        await learner.click("at its mouth")

        assert "✓ 2  at its mouth   your answer" in learner.text


async def test_a_clicked_option_of_a_select_is_marked() -> None:
    async with sitting(RiverServices([SELECT]), STUDY) as learner:
        await learner.click("lagoon")

        assert "[x] lagoon" in learner.text


async def test_a_clicked_rating_goes_on_with_it() -> None:
    async with sitting(RiverServices([CHOICE, TYPED]), STUDY) as learner:
        await learner.press("2")
        await learner.click("4 Easy")

        assert TYPED.stem in learner.text


async def test_a_clicked_key_of_the_footer_is_pressed() -> None:
    async with sitting(RiverServices([CHOICE])) as learner:
        await learner.click("s Study")

        assert isinstance(learner.app.screen, QuestionScreen)


async def test_a_clicked_help_helps() -> None:
    async with sitting(RiverServices([CHOICE]), STUDY) as learner:
        await learner.click("? Help")

        assert "After the answer" in learner.text


async def test_a_clicked_deck_is_studied() -> None:
    async with sitting(RiverServices([CHOICE])) as learner:
        await learner.click("Rivers")

        assert isinstance(learner.app.screen, QuestionScreen)


async def test_a_click_into_nothing_does_nothing() -> None:
    async with sitting(RiverServices([CHOICE])) as learner:
        await learner.pilot.click(offset=(79, 15))
        await learner.settle()

        assert isinstance(learner.app.screen, HomeScreen)


async def test_a_clicked_row_of_the_quiz_is_chosen() -> None:
    async with sitting(RiverServices([CHOICE])) as learner:
        await learner.press("z")
        await learner.click("choice")

        assert "[x] multiple choice" in learner.text
