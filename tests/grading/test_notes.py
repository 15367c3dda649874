"""What a learner is told of an answer that is not right."""

import os
import subprocess
import sys
from decimal import Decimal

import pytest

from quizapp.grading.expected import ExpectedNumber, ExpectedTerm
from quizapp.grading.old.grade import Reason
from quizapp.grading.old.judge import grade

DIED = ExpectedNumber(Decimal(13), "13", "patients", Decimal(56))
SHARE = ExpectedNumber(Decimal(23), "23", "%", Decimal(56))


@pytest.mark.parametrize(
    ("key", "response", "reason", "note"),
    [
        ("rectal", "rectel", Reason.SPELLING, "spelling: one letter"),
        ("IgM", "IgG", Reason.VETO, "IgM, not IgG"),
        ("hyperkalemia", "hypokalemia", Reason.VETO, "hyper-, not hypo-"),
        ("nephropathy", "neuropathy", Reason.VETO, "nephro-, not neuro-"),
        ("IgM", "IgM or IgG", Reason.VETO, "one answer, not two"),
        ("IgM", "not IgM", Reason.VETO, "a negation on one side only"),
        ("from liver to heart", "from heart to liver", Reason.VETO, "the other way around"),
        ("insulin", "insulin receptor", Reason.VETO, "receptor makes it something else"),
        (
            "sclerosing cholangitis",
            "cholangitis",
            Reason.LESS,
            "less than the whole: sclerosing is missing",
        ),
        ("neutropenia", "severe neutropenia", Reason.MORE, "more than was asked"),
        ("neutropenia", "Paris", Reason.OTHER, ""),
        ("neutropenia", " ... ", Reason.BLANK, ""),
    ],
)
def test_a_term_is_answered_with_a_reason(
    key: str, response: str, reason: Reason, note: str
) -> None:
    found = grade(ExpectedTerm(key), response)

    assert (found.reason, found.note) == (reason, note)


@pytest.mark.parametrize(
    ("response", "note"),
    [
        ("23 %", "that is the percentage, not the count"),
        ("23", "that is the percentage, not the count"),
        ("13 years", "patients, not years"),
        ("13 of 65", "of 56, not of 65"),
        ("12-14", "a range, not a number"),
        ("at least 13", "a bound, not a number"),
        ("13 or 14", "one number, not two"),
        ("13, 14", "one number, not two"),
        ("-13", "the sign is wrong"),
        ("13 (24 %)", "not a percentage"),
        ("not 13", "a denial, not a number"),
        ("many", "a number is asked for"),
    ],
)
def test_a_number_is_answered_with_a_reason(response: str, note: str) -> None:
    assert grade(DIED, response).note == note


def test_the_count_is_told_from_the_percentage() -> None:
    assert grade(SHARE, "13").note == "that is the count, not the percentage"


def test_a_word_that_shortens_a_look_alike_too_is_wrong() -> None:
    expected = ExpectedTerm("lower respiratory tract", wrong=("upper respiratory tract",))

    found = grade(expected, "respiratory tract")

    assert found.note == "that may be upper respiratory tract, too"


@pytest.mark.parametrize(
    ("key", "response"),
    [
        ("hepatitis A", "hepatitis A virus"),
        ("hepatitis B", "hepatitis B virus"),
        ("influenza A", "influenza A virus"),
        ("group A streptococcus", "group A streptococcus infection"),
        ("hemophilia A", "severe hemophilia A"),
        ("complex I", "mitochondrial complex I"),
    ],
)
def test_a_letter_at_the_end_of_a_key_is_no_article(key: str, response: str) -> None:
    found = grade(ExpectedTerm(key), response)

    assert (found.reason, found.note) == (Reason.MORE, "more than was asked")


PAIRS = """
from quizapp.grading.expected import ExpectedTerm
from quizapp.grading.old.judge import grade

print(grade(ExpectedTerm("abducens nerve"), "adducens nerve").note)
print(grade(ExpectedTerm("immunoglobulins"), "immunoglobins antigen").note)
"""


@pytest.mark.parametrize("seed", ["1", "2", "3"])
@pytest.mark.slow
def test_what_is_told_is_the_same_in_every_run(seed: str) -> None:
    told = subprocess.run(
        [sys.executable, "-c", PAIRS],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONHASHSEED": seed},
    ).stdout

    assert told.splitlines() == ["abducens, not adducens", "globulin, not globin"]
