"""An exam line by line, on a real exam and a real store."""

import io
from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.services.ports import ExamRequest
from quizapp.session.blueprint import Blueprint
from quizapp.terminal.plain.line_exam import run_line_exam
from tests.terminal.rivers import CHOICE, TYPED, RiverServices

pytestmark = pytest.mark.slow  # each test walks through the app

ONE = ExamRequest(blueprint=Blueprint(1))
TIMED = ExamRequest(blueprint=Blueprint(2), minutes=1)


def talk(services: RiverServices, typed: str, request: ExamRequest = ONE) -> list[str]:
    """Return what is written when `typed` is all that comes in."""
    written = io.StringIO()
    exam = services.resume_exam() if services.unfinished_exam() else services.open_exam(request)
    run_line_exam(exam, services.now, io.StringIO(typed), written)
    return written.getvalue().splitlines()


def test_questions_are_asked_with_their_number() -> None:
    lines = talk(RiverServices([CHOICE]), "")

    assert lines[:4] == [
        "Exam A: Rivers: 0 of 1 answered. Type :? for help",
        "Form A.",
        "",
        ONE_OF_ONE,
    ]
    assert "2. at its mouth" in lines


ONE_OF_ONE = "Question 1 of 1"


def test_an_answer_is_kept_and_not_judged() -> None:
    lines = talk(RiverServices([CHOICE]), "1\n")

    assert "Saved." in lines
    assert "Wrong." not in lines


def test_handing_in_tells_the_score_and_what_was_missed() -> None:
    lines = talk(RiverServices([CHOICE]), "1\n:d\n")

    assert "Score: 0 of 1 points, 0%." in lines
    assert "Missed: Where does a river build a delta?" in lines
    assert "Answer: at its mouth" in lines
    assert "Yours: at its source" in lines
    assert "Why: The slope ends at the coast." in lines
    assert "Source: Okafor 2011, sentence 7" in lines


def test_the_remark_on_the_answer_is_told_of_what_was_missed() -> None:
    lines = talk(RiverServices([replace(CHOICE, note="It is land that it made.")]), "1\n:d\n")

    assert "Note: It is land that it made." in lines


def test_with_questions_open_handing_in_is_asked_twice() -> None:
    lines = talk(RiverServices([CHOICE]), ":d\n:t\n:d\n:d\n")

    assert lines.count("Type :d again to hand in.") == 2
    assert "Unanswered: 1" in lines
    assert "Score: 0 of 1 points, 0%." in lines


def test_left_it_goes_on_where_it_was() -> None:
    services = RiverServices([CHOICE])
    talk(services, "2\n")
    lines = talk(services, "")

    assert "Exam A: Rivers: 1 of 1 answered. Type :? for help" in lines
    assert "Your answer: at its mouth" in lines


def test_questions_are_gone_to_by_number_and_flagged() -> None:
    lines = talk(RiverServices([CHOICE, TYPED]), ":g 2\n:f\n:l\n:g 9\n", ExamRequest())

    assert "Question 2 of 2" in lines
    assert "Flagged." in lines
    assert any(line.startswith("2. unanswered, flagged: ") for line in lines)
    assert "No such question. Type :g 1 to :g 2" in lines


def test_an_empty_line_leaves_the_question_open() -> None:
    lines = talk(RiverServices([CHOICE, TYPED]), "\n:t\n", ExamRequest())

    assert "Question 2 of 2" in lines
    assert "0 of 2 answered." in lines


def test_what_is_no_answer_is_told_and_asked_again() -> None:
    lines = talk(RiverServices([CHOICE]), "9\n")

    assert "Type one of the numbers (1 to 3)" in lines


def test_when_the_time_is_up_it_is_handed_in() -> None:
    services = RiverServices([CHOICE, TYPED])
    services.open_exam(TIMED)
    services.moment += timedelta(minutes=2)
    lines = talk(services, "")

    assert "Time is up." in lines
    assert "Score: 0 of 2 points, 0%." in lines
