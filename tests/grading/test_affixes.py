"""A hyphen at the edge of a prefix or suffix is not what is asked for."""

import pytest

from quizapp.grading.expected import ExpectedList, ExpectedTerm
from quizapp.grading.grade import Outcome
from quizapp.grading.judge import judge


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("-th", "th"),
        ("-th", "Th"),
        ("-th", "–th"),
        ("-s", "s"),
        ("th", "-th"),
        ("pre-", "pre"),
        ("pre-", "-pre"),
        ("-ge-", "ge"),
        ("-ость", "ость"),
    ],
)
def test_an_affix_is_right_without_its_hyphen(key: str, typed: str) -> None:
    assert judge(ExpectedTerm(key), typed).outcome is Outcome.RIGHT


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("-th", "-s"),
        ("-th", "the"),
        ("-v", "V"),
        ("-5", "5"),
        ("Cl-", "Cl"),
        ("-OH", "OH"),
        ("-CH3", "CH3"),
        ("e-", "e"),
        ("-a+b", "a+b"),
    ],
)
def test_a_sign_of_something_else_is_no_hyphen(key: str, typed: str) -> None:
    assert judge(ExpectedTerm(key), typed).outcome is Outcome.WRONG


def test_code_is_judged_to_the_letter() -> None:
    assert judge(ExpectedTerm("-rf", code=True), "rf").outcome is Outcome.WRONG


def test_members_of_a_list_may_be_affixes() -> None:
    expected = ExpectedList((ExpectedTerm("-th"), ExpectedTerm("-s")))

    assert judge(expected, "s, th").outcome is Outcome.RIGHT
