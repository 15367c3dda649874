"""`quizapp exam` on the bundled deck, line by line."""

import re
from collections.abc import Callable

import pytest

from tests.cli.conftest import Run

Quizapp = Callable[..., Run]
NEXT_DAY = "2026-03-03T09:00:00+00:00"
DECK = "x-linked-hyper-igm"
SMALL = ("exam", DECK, "-n", "4", "--seed", "3", "--plain")


def stems(run: Run) -> list[str]:
    """Return the questions listed by `:l`."""
    return re.findall(r"^\d+\. unanswered: (.+)$", run.out, flags=re.MULTILINE)


def test_the_same_seed_gives_the_same_exam(quizapp: Quizapp) -> None:
    first = quizapp(*SMALL, stdin=":l\n:d\n:d\n")
    second = quizapp("--now", NEXT_DAY, *SMALL, stdin=":l\n:d\n:d\n")

    assert len(stems(first)) == 4
    assert stems(first) == stems(second)
    assert "first attempt" in first.out
    assert "attempt 2 at this form" in second.out


def test_parallel_forms_share_no_question(quizapp: Quizapp) -> None:
    first = quizapp(*SMALL, stdin=":l\n:d\n:d\n")
    second = quizapp(*SMALL, "--form", "B", stdin=":l\n:d\n:d\n")

    assert len(stems(second)) == 4
    assert not set(stems(first)) & set(stems(second))


def test_a_blueprint_says_how_many_are_of_a_tag_and_of_a_format(quizapp: Quizapp) -> None:
    run = quizapp(*SMALL, "--of", "typed=2", "--of", "outcome=1", stdin=":n\n:n\n:n\n:d\n:d\n")

    assert run.out.count("Type the answer:") >= 2
    assert "\noutcome: 0 of " in run.out


def test_a_left_exam_is_gone_on_with(quizapp: Quizapp) -> None:
    quizapp(*SMALL, stdin=":q\n")
    again = quizapp(*SMALL)
    resumed = quizapp("exam", "--resume", "--plain", stdin=":q\n")

    assert again.code == 1
    assert "is paused (0 of 4 answered)" in again.err
    assert "quizapp exam --resume" in again.err
    assert "Question 1 of 4" in resumed.out


def test_a_left_exam_can_be_ended(quizapp: Quizapp) -> None:
    quizapp(*SMALL, stdin=":q\n")
    ended = quizapp("exam", "--hand-in")

    assert "Score: 0 of 4 points, 0%." in ended.out
    assert quizapp("exam", "--resume").code == 1


@pytest.mark.slow
def test_more_questions_than_there_are_is_told(quizapp: Quizapp) -> None:
    run = quizapp("exam", DECK, "-n", "500", "--seed", "1", "--plain", stdin=":d\n:d\n")

    assert re.search(r"It has \d+ of 500 questions: no more fit\.", run.out)


def test_a_tag_that_there_is_not_is_told(quizapp: Quizapp) -> None:
    run = quizapp(*SMALL, "--of", "astronomy=1", stdin=":d\n:d\n")

    assert "Not found: #astronomy." in run.out


def test_a_part_without_a_number_is_refused(quizapp: Quizapp) -> None:
    run = quizapp(*SMALL, "--of", "outcome")

    assert run.code == 2
    assert "write --of outcome=5" in run.err


def test_more_parts_than_questions_are_refused(quizapp: Quizapp) -> None:
    run = quizapp(*SMALL, "--of", "outcome=9")

    assert run.code == 2
    assert "the tags ask for 9 items, the exam has 4" in run.err


def test_a_form_without_a_letter_is_refused(quizapp: Quizapp) -> None:
    run = quizapp(*SMALL, "--form", "7")

    assert run.code == 2
    assert "a form is named A to Z, not '7'" in run.err
