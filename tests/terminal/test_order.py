"""Putting lines in order, in the app."""

from dataclasses import replace

import pytest

from quizapp.grading.expected import ExpectedSequence, ExpectedTerm
from quizapp.learner.model import ChosenOptions
from quizapp.session.model import Feedback
from tests.terminal.rivers import ORDER, RiverServices, an_option
from tests.terminal.screen import STUDY, Sitting, sitting

pytestmark = pytest.mark.slow  # each test walks through the app

SMALL = [(80, 24), (60, 20)]


def lines(learner: Sitting) -> list[str]:
    """The lines of the order, as painted."""
    first = next(at for at, line in enumerate(learner.lines) if line.startswith(("  ▸", "    ")))
    return [line.strip() for line in learner.lines[first : first + 3]]


def numbers(learner: Sitting) -> dict[str, str]:
    """The number with which each line was shown."""
    assert learner.app.session is not None
    assert learner.app.session.question is not None
    shown = learner.app.session.question.shown_options
    return {option.text: f"{number}" for number, option in enumerate(shown, 1)}


def feedback_of(learner: Sitting) -> Feedback:
    assert learner.app.session is not None
    assert learner.app.session.feedback is not None
    return learner.app.session.feedback


async def test_the_numbers_are_typed_in_order() -> None:
    async with sitting(RiverServices([ORDER]), STUDY) as learner:
        number = numbers(learner)
        await learner.press(number["bend"], number["neck"], number["oxbow"], "enter")

        assert "✓ Right" in learner.text
        assert feedback_of(learner).response == ChosenOptions(("bend", "neck", "oxbow"))


@pytest.mark.parametrize("size", SMALL)
async def test_what_can_be_done_is_said_at_first(size: tuple[int, int]) -> None:
    async with sitting(RiverServices([ORDER]), STUDY, size=size) as learner:
        assert "type the numbers in order, or move the lines" in learner.text
        assert "1–3 Put next   J/K Move   enter Answer" in learner.footer


async def test_a_line_put_in_order_is_marked_and_counted() -> None:
    async with sitting(RiverServices([ORDER]), STUDY) as learner:
        await learner.press("3")

        assert lines(learner)[0].startswith("▸ 3  • ")
        assert "• 1 of 3 placed" in learner.text


async def test_the_same_number_takes_its_line_back() -> None:
    async with sitting(RiverServices([ORDER]), STUDY) as learner:
        await learner.press("3", "1", "3")

        assert [line.removeprefix("▸ ")[0] for line in lines(learner)] == ["1", "3", "2"]
        assert "• 1 of 3 placed" in learner.text


async def test_backspace_takes_the_last_line_back() -> None:
    async with sitting(RiverServices([ORDER]), STUDY) as learner:
        await learner.press("3", "1", "backspace")

        assert [line.removeprefix("▸ ")[0] for line in lines(learner)] == ["3", "1", "2"]
        assert "• 1 of 3 placed" in learner.text


@pytest.mark.parametrize("key", ["J", "ctrl+down", "shift+down"])
async def test_a_line_is_moved(key: str) -> None:
    async with sitting(RiverServices([ORDER]), STUDY) as learner:
        await learner.press(key)

        assert [line.removeprefix("▸ ")[0] for line in lines(learner)] == ["2", "1", "3"]
        assert lines(learner)[1].startswith("▸ 1")


async def test_enter_on_lines_not_touched_asks_once_and_then_gives_up() -> None:
    async with sitting(RiverServices([ORDER]), STUDY) as learner:
        await learner.press("enter")
        armed = learner.text
        await learner.press("enter")

        assert "Press enter again if you don't know" in armed
        assert "✗ You didn't know" in learner.text
        assert "1  bend" in learner.text
        assert "your order" not in learner.text


@pytest.mark.parametrize("size", SMALL)
async def test_the_right_order_stands_beside_a_wrong_one(size: tuple[int, int]) -> None:
    async with sitting(RiverServices([ORDER]), STUDY, size=size) as learner:
        number = numbers(learner)
        await learner.press(number["bend"], number["oxbow"], number["neck"], "enter")

        assert "your order   the right order" in learner.text
        assert "✓ 1  bend      1  bend" in learner.text
        assert "✗ 2  oxbow     2  neck" in learner.text
        assert "✗ 3  neck      3  oxbow" in learner.text
        assert "Answer" not in learner.text


async def test_a_clicked_line_is_put_next() -> None:
    async with sitting(RiverServices([ORDER]), STUDY) as learner:
        await learner.click("oxbow")

        assert lines(learner)[0].startswith("▸ ")
        assert lines(learner)[0].endswith("• oxbow")


async def test_the_cursor_stays_in_sight_on_a_small_screen() -> None:
    stages = tuple(f"stage {number:02}" for number in range(1, 16))
    long = replace(
        ORDER,
        key=stages,
        options=tuple(an_option(stage, is_right=True) for stage in stages),
        expected=ExpectedSequence(tuple(map(ExpectedTerm, stages))),
    )
    async with sitting(RiverServices([long]), STUDY, size=(60, 20)) as learner:
        await learner.press(*["j"] * 14)
        bottom = learner.text
        await learner.press(*["k"] * 14)

        assert "▸ 15" in bottom
        assert "▸ 1 " in learner.text
