"""A flip in a quiz: shown by space, judged by its learner's rating. In an exam there is none."""

import io
from datetime import datetime, timedelta

import pytest

from quizapp.grading.grade import Outcome
from quizapp.learner.model import Mode, Verdict
from quizapp.memory.model import New
from quizapp.services.ports import ExamRequest, QuizRequest
from quizapp.session.blueprint import Blueprint
from quizapp.terminal.plain.line_session import run_line_session
from tests.builders import MORNING
from tests.terminal.rivers import CHOICE, FLIP, RiverServices, memory_of
from tests.terminal.screen import STUDY, sitting

pytestmark = pytest.mark.slow  # each test walks through the app

QUIZ = QuizRequest()


def verdicts(services: RiverServices) -> list[Verdict | None]:
    """Return how the items of the quiz that was left were answered."""
    state = services.learner_store.unfinished_sitting(Mode.QUIZ)
    return list(state.verdicts) if state else []


async def test_a_flip_of_a_quiz_offers_the_four_ratings() -> None:
    async with sitting(RiverServices([FLIP]), QUIZ) as learner:
        await learner.press("space")

        assert "How well did you know it?" in learner.text
        assert "1 Again   2 Hard   3 Good   4 Easy" in learner.text
        assert "1–4 Rate" in learner.footer


@pytest.mark.parametrize(
    ("key", "score"),
    [("1", "✓ 0   ✗ 1"), ("2", "✓ 1   ✗ 0"), ("3", "✓ 1   ✗ 0"), ("4", "✓ 1   ✗ 0")],
)
async def test_again_is_wrong_and_the_other_ratings_are_right(key: str, score: str) -> None:
    async with sitting(RiverServices([FLIP]), QUIZ) as learner:
        await learner.press("space", key)

        assert f"1 answered   {score}" in learner.text


async def test_the_rating_of_a_flip_in_a_quiz_leaves_memory_alone() -> None:
    services = RiverServices([FLIP])
    async with sitting(services, QUIZ) as learner:
        await learner.press("space", "1")

        assert isinstance(memory_of(services, FLIP), New)


async def test_a_flip_that_is_left_unrated_counts_as_nothing() -> None:
    services = RiverServices([FLIP, CHOICE])
    async with sitting(services) as learner:
        await learner.press("z", "enter")
        while FLIP.stem not in learner.text:
            await learner.press("2", "enter")
        await learner.press("space", "escape")

        assert verdicts(services).count(None) >= 1


async def test_again_is_wrong_in_study_too() -> None:
    async with sitting(RiverServices([FLIP]), STUDY) as learner:
        await learner.press("space", "1")
        session = learner.app.session

        assert session is not None
        assert session.summary().answers[0].grade.outcome is Outcome.WRONG


# --- line by line ---------------------------------------------------------------------------------


def clock() -> datetime:
    return MORNING + timedelta(minutes=1)


def quiz_in_lines(services: RiverServices, typed: str) -> str:
    written = io.StringIO()
    run_line_session(services.open_quiz(QUIZ), clock, io.StringIO(typed), written)
    return written.getvalue()


@pytest.mark.parametrize(("rating", "score"), [("1", "0 right, 1 wrong"), ("2", "1 right, 0")])
def test_in_lines_a_flip_of_a_quiz_is_rated(rating: str, score: str) -> None:
    said = quiz_in_lines(RiverServices([FLIP]), f"\n{rating}\n")

    assert "1 Again, 2 Hard, 3 Good, 4 Easy." in said
    assert f"1 answer: {score}" in said


def test_in_lines_a_flip_that_is_left_unrated_counts_as_nothing() -> None:
    services = RiverServices([FLIP])
    said = quiz_in_lines(services, "\n")

    assert "No answers." in said
    assert verdicts(services) == [None]


def test_no_flip_is_in_an_exam() -> None:
    exam = RiverServices([FLIP, CHOICE]).open_exam(ExamRequest(blueprint=Blueprint(2)))
    asked = [exam.question(at, MORNING) for at in range(len(exam.answers))]

    assert [question.item.format for question in asked if question] == [CHOICE.format]
