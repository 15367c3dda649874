"""The exam's screens on a real exam and a real store."""

from datetime import timedelta

import pytest

from quizapp.memory.model import Memory, New
from quizapp.services.ports import ExamRequest
from quizapp.session.blueprint import Blueprint
from quizapp.terminal.screens.exam import ExamScreen
from quizapp.terminal.screens.exam_result import ExamResultScreen
from quizapp.terminal.screens.home import HomeScreen
from quizapp.terminal.screens.question import QuestionScreen
from tests.terminal.rivers import (
    CHOICE,
    LIST,
    NUMBER,
    SELECT,
    TYPED,
    RiverServices,
    memory_of,
)
from tests.terminal.screen import SIZES, Sitting, sitting

pytestmark = pytest.mark.slow  # each test walks through the app

EXAM = ExamRequest(blueprint=Blueprint(2))
TIMED = ExamRequest(blueprint=Blueprint(2), minutes=1)


def places(learner: Sitting) -> str:
    """Return the line of all questions."""
    return learner.lines[2].strip()


async def answer(learner: Sitting) -> None:
    """Answer the question shown, rightly."""
    if CHOICE.stem in learner.text:
        await learner.press("2")
    else:
        await learner.type("estuary")
        await learner.press("enter")


async def test_an_answer_is_not_judged_before_the_exam_is_handed_in() -> None:
    services = RiverServices([CHOICE, TYPED])
    async with sitting(services, EXAM) as learner:
        await answer(learner)

        assert places(learner) == "1●  2○"
        assert "✓ Right" not in learner.text
        assert isinstance(memory_of(services, CHOICE), New)


async def test_when_all_is_answered_it_is_asked_whether_to_hand_in() -> None:
    async with sitting(RiverServices([CHOICE, TYPED]), EXAM) as learner:
        await answer(learner)
        await answer(learner)

        assert "Hand in the exam?" in learner.text
        assert "All questions answered" in learner.text


async def test_handed_in_it_tells_the_score_and_moves_the_memory_of_each_card_once() -> None:
    services = RiverServices([CHOICE, TYPED])
    async with sitting(services, EXAM) as learner:
        await answer(learner)
        await answer(learner)
        await learner.press("y")

        assert isinstance(learner.app.screen, ExamResultScreen)
        assert "2 of 2 points   100%" in learner.text
        assert isinstance(memory_of(services, CHOICE), Memory)
        assert memory_of(services, TYPED).reps == 1  # type: ignore[union-attr]


async def test_what_was_missed_is_told_with_answer_explanation_and_source() -> None:
    async with sitting(RiverServices([CHOICE]), ExamRequest(blueprint=Blueprint(1))) as learner:
        await learner.press("1", "y")

        assert "✗ Where does a river build a delta?" in learner.text
        assert "✓ at its mouth" in learner.text
        assert "your answer: at its source" in learner.text
        assert "The slope ends at the coast." in learner.text
        assert "Okafor 2011, sentence 7" in learner.text


async def test_an_answer_can_be_changed_until_then() -> None:
    async with sitting(RiverServices([CHOICE]), ExamRequest(blueprint=Blueprint(1))) as learner:
        await learner.press("1", "n")
        remark = learner.text
        await learner.press("2", "y")

        assert "your answer: at its source · type again to change it" in remark
        assert "1 of 1 points" in learner.text


async def test_questions_are_turned_over_without_an_answer() -> None:
    async with sitting(RiverServices([CHOICE, NUMBER]), EXAM) as learner:
        first = learner.text
        await learner.press("tab")
        second = learner.text
        await learner.press("tab")

        assert (CHOICE.stem in first, CHOICE.stem in second) in {(True, False), (False, True)}
        assert (CHOICE.stem in learner.text) == (CHOICE.stem in first)
        assert places(learner) == "1○  2○"


async def test_what_was_typed_but_not_sent_is_kept_when_going_on() -> None:
    async with sitting(RiverServices([TYPED]), ExamRequest(blueprint=Blueprint(1))) as learner:
        await learner.type("estuary")
        await learner.press("tab")

        assert places(learner) == "1●"


async def test_marked_options_are_kept_when_the_exam_is_left() -> None:
    services = RiverServices([SELECT])
    async with sitting(services) as learner:
        await learner.press("z", "x", "1", "escape")

        assert isinstance(learner.app.screen, HomeScreen)
        assert "paused, 1 of 1 question answered. Press x to resume" in learner.text


async def test_members_of_a_list_are_not_judged_one_by_one() -> None:
    async with sitting(RiverServices([LIST]), ExamRequest(blueprint=Blueprint(1))) as learner:
        await learner.type("nonsense")
        await learner.press("enter")

        assert "· nonsense" in learner.text
        assert "✗" not in learner.text


async def test_a_flag_is_shown_and_found_again_in_the_list() -> None:
    async with sitting(RiverServices([CHOICE, NUMBER, SELECT]), ExamRequest()) as learner:
        await learner.press("tab", "ctrl+o", "asterisk", "tab", "ctrl+g", "f", "enter")

        assert places(learner) == "1○  2○⚑ 3○"
        assert learner.app.screen.query_one("QuestionMap").at == 1  # type: ignore[attr-defined]


async def test_the_list_goes_to_the_next_question_without_an_answer() -> None:
    async with sitting(RiverServices([CHOICE, TYPED]), EXAM) as learner:
        await answer(learner)
        await learner.press("shift+tab", "ctrl+g")
        listed = learner.text
        await learner.press("o", "enter")

        assert "▸ 1  ●" in listed
        assert learner.app.screen.query_one("QuestionMap").at == 1  # type: ignore[attr-defined]


async def test_a_clicked_question_is_gone_to() -> None:
    async with sitting(RiverServices([CHOICE, TYPED]), EXAM) as learner:
        await learner.click("2○")

        assert learner.app.screen.query_one("QuestionMap").at == 1  # type: ignore[attr-defined]


async def test_when_the_time_is_up_the_exam_is_handed_in_as_it_is() -> None:
    services = RiverServices([CHOICE, TYPED])
    async with sitting(services, TIMED) as learner:
        await answer(learner)
        await learner.press("ctrl+g")
        services.moment += timedelta(minutes=2)
        exam = next(each for each in learner.app.screen_stack if isinstance(each, ExamScreen))
        exam.check_clock()
        await learner.settle()

        assert isinstance(learner.app.screen, ExamResultScreen)
        assert "1 of 2 points" in learner.text


async def test_an_exam_left_until_its_time_was_up_is_handed_in_from_the_start_screen() -> None:
    services = RiverServices([CHOICE, TYPED])
    services.open_exam(TIMED)
    services.moment += timedelta(minutes=2)
    async with sitting(services) as learner:
        offered = " ".join(learner.text.split())
        await learner.press("x")

        assert "time is up. Press x to hand in" in offered
        assert "0 of 2 points" in learner.text


async def test_an_exam_goes_on_where_it_was_after_a_restart() -> None:
    services = RiverServices([CHOICE, TYPED])
    async with sitting(services) as learner:
        await learner.press("z", "x")
        await answer(learner)
    async with sitting(services) as learner:
        await learner.press("x")

        assert places(learner) == "1●  2○"
        assert learner.app.screen.query_one("QuestionMap").at == 1  # type: ignore[attr-defined]


async def test_what_was_missed_can_be_asked_again_as_a_quiz() -> None:
    async with sitting(RiverServices([CHOICE, TYPED]), ExamRequest()) as learner:
        await learner.press("ctrl+s", "y", "r")

        assert isinstance(learner.app.screen, QuestionScreen)
        assert "2 left" in learner.text


@pytest.mark.parametrize("size", SIZES)
async def test_an_exam_of_many_questions_fits_every_screen(size: tuple[int, int]) -> None:
    services = RiverServices([CHOICE, TYPED, NUMBER, SELECT, LIST])
    async with sitting(services, ExamRequest(), size=size) as learner:
        assert "1○  2○  3○  4○  5○" in learner.text
        assert learner.footer.endswith("f1 Help")  # the first question is typed
        assert all(len(line) <= size[0] for line in learner.lines)
