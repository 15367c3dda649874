import pytest

from quizapp.memory.model import New
from quizapp.services.ports import QuizRequest
from quizapp.terminal.screens.home import HomeScreen
from quizapp.terminal.screens.question import QuestionScreen
from tests.terminal.rivers import CHOICE, TYPED, RiverServices, memory_of
from tests.terminal.screen import sitting

pytestmark = pytest.mark.slow  # each test walks through the app


async def test_a_quiz_asks_what_was_chosen() -> None:
    async with sitting(RiverServices([CHOICE, TYPED])) as learner:
        await learner.press("z", "j", "j", "j", "space")
        form = learner.text
        await learner.press("enter")

        assert "[x] typed answer" in form
        assert TYPED.stem in learner.text
        assert "1 left" in learner.text


async def test_the_number_of_questions_is_changed_in_steps() -> None:
    async with sitting(RiverServices([CHOICE])) as learner:
        await learner.press("z", "right", "right", "left")

        assert "‹ 25 ›" in learner.text


async def test_a_quiz_shows_no_ratings_and_moves_no_memory() -> None:
    services = RiverServices([CHOICE])
    async with sitting(services) as learner:
        await learner.press("z", "enter", "2")
        answered = learner.text
        await learner.press("enter")

        assert "✓ Right" in answered
        assert "Again" not in answered
        assert isinstance(memory_of(services, CHOICE), New)


async def test_a_quiz_that_was_left_is_gone_on_with() -> None:
    async with sitting(RiverServices([CHOICE, TYPED])) as learner:
        await learner.press("z", "enter")
        first = CHOICE if CHOICE.stem in learner.text else TYPED
        second = TYPED if first is CHOICE else CHOICE
        await learner.press("enter", "enter", "enter", "escape", "z")
        offered = learner.text
        await learner.press("r")

        assert "Quiz: paused, 1 of 2 questions answered. Press r to resume" in offered
        assert second.stem in learner.text


async def test_esc_goes_back_to_the_start() -> None:
    async with sitting(RiverServices([CHOICE])) as learner:
        await learner.press("z", "escape")

        assert isinstance(learner.app.screen, HomeScreen)


async def test_keys_pressed_too_early_wait_for_the_form() -> None:
    async with sitting(RiverServices([CHOICE])) as learner:
        await learner.burst("z", "enter")
        await learner.settle()

        assert isinstance(learner.app.screen, QuestionScreen)


async def test_a_quiz_without_items_says_so_and_stays_at_the_form() -> None:
    async with sitting(RiverServices([TYPED])) as learner:
        await learner.press("z", "j", "j", "space", "enter")

        assert "no item answers to the wish. fix: ask for fewer tags" in learner.text
        assert "[x] multiple choice" in learner.text


async def test_a_quiz_asked_for_by_name_that_cannot_be_ends_the_app_with_its_error() -> None:
    async with sitting(RiverServices([TYPED]), QuizRequest(tags=("ice",))) as learner:
        assert str(learner.app.failure) == "no item answers to the wish"
