"""An exam whose time runs out: handed in once, whatever lies over it, whenever the clock ticks."""

import random
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from quizapp.services.ports import ExamRequest
from quizapp.session.blueprint import Blueprint
from quizapp.terminal.screens.exam import ExamScreen
from quizapp.terminal.screens.exam_result import ExamResultScreen
from quizapp.terminal.screens.home import HomeScreen
from tests.counts import full_or_share
from tests.terminal.rivers import CHOICE, TYPED, RiverServices
from tests.terminal.screen import Sitting, sitting

pytestmark = pytest.mark.slow  # each test walks through the app

TIMED = ExamRequest(blueprint=Blueprint(2), minutes=1)
WINDOWS = {
    "nothing": (),
    "the list of questions": ("ctrl+g",),
    "the question whether to hand in": ("ctrl+s",),
    "the menu": ("ctrl+o",),
    "the help": ("f1",),
    "the commands": ("ctrl+p",),
}


def exam_of(learner: Sitting) -> ExamScreen:
    return next(each for each in learner.app.screen_stack if isinstance(each, ExamScreen))


def answers(services: RiverServices) -> int:
    return sum(day.reviews for day in services.learner_store.day_counts(0))


def is_home_below(learner: Sitting) -> bool:
    return [type(each) for each in learner.app.screen_stack[1:]] == [HomeScreen, ExamResultScreen]


@pytest.mark.parametrize("window", WINDOWS)
async def test_a_resumed_exam_out_of_time_ends_in_its_result_whatever_lies_over_it(
    window: str,
) -> None:
    services = RiverServices([CHOICE, TYPED])
    services.open_exam(TIMED)
    async with sitting(services) as learner:
        await learner.press("x", *WINDOWS[window])
        exam = exam_of(learner)
        services.moment += timedelta(minutes=2)
        for _ in range(3):
            exam.check_clock()
        await learner.settle()
        exam.check_clock()
        await learner.settle()

        assert is_home_below(learner)
        assert "0 of 2 points" in learner.text
        await learner.press("enter")
        assert isinstance(learner.app.screen, HomeScreen)


@pytest.mark.parametrize("seed", range(full_or_share(400)))
async def test_it_is_handed_in_once_in_any_order_of_ticks_and_keys(seed: int) -> None:
    chance = random.Random(seed)
    services = RiverServices([CHOICE, TYPED])
    services.open_exam(TIMED)
    async with sitting(services) as learner:
        await learner.press("x", *chance.choice(list(WINDOWS.values())))
        exam = exam_of(learner)
        services.moment += timedelta(seconds=chance.choice([40, 58, 60, 61, 62, 90]))
        for step in chance.choices(range(6), k=12):
            await STEPS[step](learner, exam)
        services.moment += timedelta(minutes=2)
        exam.check_clock()
        await learner.settle()

        assert learner.app.is_running
        assert services.learner_store.unfinished_exam() is None
        assert len(services.past_exams(9)) == 1
        assert answers(services) <= 2
        assert isinstance(learner.app.screen_stack[1], HomeScreen)


async def _tick(_: Sitting, exam: ExamScreen) -> None:
    exam.check_clock()


async def _hand_in(_: Sitting, exam: ExamScreen) -> None:
    exam.hand_in()


async def _settle(learner: Sitting, _: ExamScreen) -> None:
    await learner.settle()


async def _let_one_message_go(learner: Sitting, _: ExamScreen) -> None:
    await learner.pilot.pause(0)


async def _key(learner: Sitting, _: ExamScreen) -> None:
    await learner.press("y")


async def _window(learner: Sitting, _: ExamScreen) -> None:
    await learner.press("ctrl+g")


STEPS: list[Callable[[Sitting, ExamScreen], Awaitable[None]]] = [
    _tick,
    _hand_in,
    _settle,
    _let_one_message_go,
    _key,
    _window,
]


async def test_what_is_typed_when_the_time_runs_out_is_handed_in_too() -> None:
    services = RiverServices([TYPED])
    async with sitting(services, ExamRequest(blueprint=Blueprint(1), minutes=1)) as learner:
        await learner.type("estuary")
        exam = exam_of(learner)
        limit = exam.sitting.deadline if exam.sitting else None
        assert limit is not None
        services.moment = limit
        exam.check_clock()
        await learner.settle()

        assert "1 of 1 points" in learner.text


async def test_a_key_that_was_meant_for_a_window_does_not_close_the_result() -> None:
    services = RiverServices([CHOICE, TYPED])
    async with sitting(services, TIMED) as learner:
        await learner.press("ctrl+g")
        listed, exam = learner.app.screen, exam_of(learner)
        services.moment += timedelta(minutes=2)
        exam.check_clock()
        await learner.settle()
        listed.action_close()  # type: ignore[attr-defined]
        await learner.settle()

        assert isinstance(learner.app.screen, ExamResultScreen)


# --- looking at it again --------------------------------------------------------------------------


async def test_past_results_are_listed_from_the_home_screen_after_a_restart_too() -> None:
    services = RiverServices([CHOICE, TYPED])
    async with sitting(services) as learner:
        await learner.press("z", "x", "ctrl+s", "y", "enter")
    async with sitting(services) as learner:
        footer = learner.footer
        await learner.press("x")

        assert "x Results" in footer
        assert "Past results" in learner.text
        assert "Exam A: Rivers" in learner.text
        assert "0 of 2" in learner.text


async def test_a_past_exam_opens_with_all_its_questions_and_goes_back_to_the_list() -> None:
    services = RiverServices([CHOICE, TYPED])
    async with sitting(services) as learner:
        await learner.press("z", "x", "ctrl+g", "g", "enter")
        at_choice = CHOICE.stem in learner.text
        await learner.press(*(["2"] if at_choice else [*"estuary", "enter"]))
        await learner.press("ctrl+s", "y", "enter", "x", "enter")
        opened = learner.text
        await learner.press("escape")

        assert "1 of 2 points" in opened
        assert CHOICE.stem in opened
        assert TYPED.stem in opened
        assert "Past results" in learner.text


async def test_with_a_paused_exam_x_resumes_it_and_capital_x_lists_past_ones() -> None:
    services = RiverServices([CHOICE, TYPED])
    async with sitting(services) as learner:
        await learner.press("z", "x", "ctrl+s", "y", "enter", "z", "x", "escape")
        await learner.press("X")
        listed = learner.text
        await learner.press("escape", "x")

        assert "Past results" in listed
        assert isinstance(learner.app.screen, ExamScreen)


async def test_commands_that_are_still_being_looked_up_end_with_the_exam() -> None:
    services = RiverServices([CHOICE])
    services.open_exam(ExamRequest(blueprint=Blueprint(1), minutes=1))
    async with sitting(services) as learner:
        await learner.press("x")
        exam = exam_of(learner)
        services.moment += timedelta(minutes=2)

        learner.app.action_command_palette()
        await learner.pilot.pause(0)
        exam.check_clock()
        await learner.settle()

        assert learner.app.is_running
        assert len(services.past_exams(9)) == 1
