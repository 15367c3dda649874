"""Answers that an expert has judged. A wrong accept weighs more than a wrong refusal."""

from decimal import Decimal

import pytest

from quizapp.grading.expected import ExpectedList, ExpectedNumber, ExpectedTerm
from quizapp.grading.judge import grade
from tests.grading.cases import (
    LIST_CASES,
    NUMBER_CASES,
    TERM_CASES,
    ListCase,
    NumberCase,
    TermCase,
)


@pytest.mark.parametrize("case", TERM_CASES, ids=lambda case: f"{case.key} <- {case.response}")
def test_a_term_is_judged_as_an_expert_would(case: TermCase) -> None:
    expected = ExpectedTerm(case.key, case.accepted, case.never)

    found = grade(expected, case.response)

    assert (found.verdict, found.note) == (case.verdict, found.note)


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

    assert (found.verdict, found.note) == (case.verdict, found.note)


@pytest.mark.parametrize("case", LIST_CASES, ids=lambda case: f"{case.members} <- {case.response}")
def test_a_list_is_judged_as_an_expert_would(case: ListCase) -> None:
    expected = ExpectedList(tuple(ExpectedTerm(member) for member in case.members))

    found = grade(expected, case.response)

    assert (found.verdict, found.note) == (case.verdict, found.note)
