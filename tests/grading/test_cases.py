"""Answers that an expert has judged. A wrong accept weighs more than a wrong refusal.

The tables hold the sentence that the learner reads, too; whether it is true is found without the
judge, by the letters alone (`tests.grading.truth`).
"""

from decimal import Decimal

import pytest

from quizapp.grading.expected import ExpectedList, ExpectedNumber, ExpectedTerm
from quizapp.grading.old.judge import grade
from tests.grading.cases import (
    LIST_CASES,
    NUMBER_CASES,
    TERM_CASES,
    ListCase,
    NumberCase,
    TermCase,
)
from tests.grading.truth import untruth, untruth_on_list, untruth_on_number

# Sentences that are not true, and stand until the judge that makes them is another. Nothing new
# may join them.
UNTRUE_ON_TERMS = {
    ("Pneumocystis carinii", "Pneumocystis jiroveci", "more than was asked"),
    ("x = y", "y ≠ x", "the other way around"),
}
UNTRUE_ON_NUMBERS = {("60", "60 per second"), ("80", "80 beats per second")}
UNTRUE_ON_LISTS = {"red green blue"}


@pytest.mark.parametrize("case", TERM_CASES, ids=lambda case: f"{case.key} <- {case.response}")
def test_a_term_is_judged_as_an_expert_would(case: TermCase) -> None:
    expected = ExpectedTerm(case.key, case.accepted, case.never)

    found = grade(expected, case.response)

    assert (found.verdict, found.note) == (case.verdict, case.note)


@pytest.mark.parametrize("case", NUMBER_CASES, ids=lambda case: f"{case.value} <- {case.response}")
def test_a_number_is_judged_as_an_expert_would(case: NumberCase) -> None:
    expected = ExpectedNumber(
        value=Decimal(case.value),
        text=case.value,
        unit=case.unit,
        of=Decimal(case.of) if case.of else None,
        tolerance=Decimal(case.tolerance),
    )

    found = grade(expected, case.response)

    assert (found.verdict, found.note) == (case.verdict, case.note)


@pytest.mark.parametrize("case", LIST_CASES, ids=lambda case: f"{case.members} <- {case.response}")
def test_a_list_is_judged_as_an_expert_would(case: ListCase) -> None:
    expected = ExpectedList(tuple(ExpectedTerm(member) for member in case.members))

    found = grade(expected, case.response)

    assert (found.verdict, found.note) == (case.verdict, case.note)


# --- what the learner is told --------------------------------------------------------------------


def test_what_is_told_of_a_term_is_true() -> None:
    untrue = {
        (case.key, case.response, case.note)
        for case in TERM_CASES
        if untruth((case.key, *case.accepted), case.response, case.note)
    }

    assert untrue == UNTRUE_ON_TERMS


def test_what_is_told_of_a_number_is_true() -> None:
    untrue = {
        (case.value, case.response)
        for case in NUMBER_CASES
        if untruth_on_number(case.unit, case.of, case.response, case.note)
    }

    assert untrue == UNTRUE_ON_NUMBERS


def test_what_is_told_of_a_list_is_true() -> None:
    untrue = {
        case.response
        for case in LIST_CASES
        if untruth_on_list(case.members, case.response, case.note)
    }

    assert untrue == UNTRUE_ON_LISTS
