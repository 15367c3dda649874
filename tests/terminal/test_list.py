"""Naming the members of a list, in the app."""

from dataclasses import replace

import pytest

from quizapp.grading.expected import ExpectedList, ExpectedTerm
from quizapp.learner.model import TypedText
from quizapp.memory.model import Memory, New, Rating
from quizapp.session.model import Feedback
from tests.terminal.rivers import LIST, RiverServices, memory_of
from tests.terminal.screen import STUDY, Sitting, sitting

pytestmark = pytest.mark.slow  # each test walks through the app

SMALL = [(80, 24), (60, 20)]
THREE = replace(
    LIST,
    key=("valley", "coast", "estuary"),
    expected=ExpectedList(tuple(map(ExpectedTerm, ("valley", "coast", "estuary")))),
)


async def enter(learner: Sitting, *members: str) -> None:
    for member in members:
        await learner.type(member)
        await learner.press("enter")


def feedback_of(learner: Sitting) -> Feedback:
    assert learner.app.session is not None
    assert learner.app.session.feedback is not None
    return learner.app.session.feedback


@pytest.mark.parametrize("size", SMALL)
async def test_a_member_is_marked_as_soon_as_it_is_entered(size: tuple[int, int]) -> None:
    async with sitting(RiverServices([LIST]), STUDY, size=size) as learner:
        await enter(learner, "coast")
        halfway = learner.text
        await enter(learner, "valley")

        assert "✓ coast" in halfway
        assert "1/2 · tab hint · enter twice to finish" in halfway
        assert "✓ Right" in learner.text
        assert feedback_of(learner).response == TypedText("coast, valley")


async def test_how_many_are_left_is_said_while_typing() -> None:
    async with sitting(RiverServices([LIST]), STUDY) as learner:
        await enter(learner, "coast")
        await learner.type("val")

        assert "› val   1/2" in learner.text


async def test_members_may_stand_on_one_line() -> None:
    async with sitting(RiverServices([LIST]), STUDY) as learner:
        await enter(learner, "valley, coast")

        assert "✓ Right" in learner.text
        assert feedback_of(learner).response == TypedText("valley, coast")


async def test_what_is_no_member_is_marked_and_the_list_goes_on() -> None:
    async with sitting(RiverServices([LIST]), STUDY) as learner:
        await enter(learner, "desert", "valley")
        wrong = learner.text
        await enter(learner, "coast")

        assert "✗ desert   not one of them" in wrong
        assert "✓ valley" in wrong
        assert "1/2" in wrong
        assert feedback_of(learner).response == TypedText("desert, valley, coast")
        assert feedback_of(learner).suggested_rating is Rating.AGAIN


@pytest.mark.usefixtures("known_words")
async def test_a_slip_of_spelling_is_marked_with_the_right_spelling() -> None:
    async with sitting(RiverServices([THREE]), STUDY) as learner:
        await enter(learner, "estuari")

        assert "≈ estuari   estuary" in learner.text
        assert "1/3" in learner.text


async def test_a_member_named_twice_is_found_once() -> None:
    async with sitting(RiverServices([LIST]), STUDY) as learner:
        await enter(learner, "coast", "coast")

        assert "= coast   already named" in learner.text
        assert "1/2" in learner.text


async def test_enter_twice_gives_up_what_is_left() -> None:
    async with sitting(RiverServices([THREE]), STUDY) as learner:
        await enter(learner, "coast")
        await learner.press("enter")
        armed = learner.text
        await learner.press("enter")

        assert "1/3 · press enter again to finish" in armed
        assert "issing: valley, estuary" in learner.text
        assert feedback_of(learner).response == TypedText("coast")


async def test_enter_twice_on_nothing_is_not_known() -> None:
    async with sitting(RiverServices([LIST]), STUDY) as learner:
        await learner.press("enter", "enter")

        assert "✗ You didn't know" in learner.text


async def test_a_member_that_was_judged_cannot_be_taken_back() -> None:
    async with sitting(RiverServices([LIST]), STUDY) as learner:
        await enter(learner, "desert")
        await learner.press("backspace")

        assert "✗ desert" in learner.text
        assert "› desert" not in learner.text


async def test_a_hint_is_on_what_was_not_found() -> None:
    async with sitting(RiverServices([LIST]), STUDY) as learner:
        await enter(learner, "coast")
        await learner.press("tab")

        assert "Hint: v·····" in learner.text


async def test_an_older_hint_goes_with_the_next_member() -> None:
    async with sitting(RiverServices([THREE]), STUDY) as learner:
        await learner.press("tab")
        await enter(learner, "coast")

        assert "Hint:" not in learner.text


@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
async def test_leaving_keeps_the_members_named_so_far(key: str) -> None:
    services = RiverServices([THREE])
    async with sitting(services, STUDY) as learner:
        await enter(learner, "coast", "desert")
        await learner.press(key)

    review = services.learner_store.undo(services.open_study(STUDY).mode, now=services.moment)
    assert review is not None
    assert review.answer.response == TypedText("coast, desert")
    assert review.answer.rating is Rating.AGAIN


async def test_the_end_of_the_app_keeps_the_members_named_so_far() -> None:
    services = RiverServices([THREE])
    async with sitting(services, STUDY) as learner:
        await enter(learner, "coast")
        learner.app.exit()

    assert isinstance(memory_of(services, THREE), Memory)


async def test_leaving_a_list_of_which_nothing_was_entered_keeps_nothing() -> None:
    services = RiverServices([LIST])
    async with sitting(services, STUDY) as learner:
        await learner.type("coas")
        await learner.press("escape")

    assert isinstance(memory_of(services, LIST), New)
