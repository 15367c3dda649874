"""What a learner is told of an answer: a sentence for each that is not right, and a true one."""

import os
import subprocess
import sys

import pytest

from quizapp.grading.expected import ExpectedTerm
from quizapp.grading.grade import Outcome, Reason
from quizapp.grading.judge import judge
from tests.grading.cases import ENGLISH_TABLES, LANGUAGES, a_number, a_term, read_cases
from tests.grading.conftest import Learn
from tests.grading.truth import Told
from tests.grading.truth_of_amounts import untruth_of


@pytest.mark.parametrize(
    "table",
    [*ENGLISH_TABLES, *(pytest.param(code, marks=pytest.mark.slow) for code in LANGUAGES)],
)
def test_what_is_told_is_true(table: str, learn_words: Learn) -> None:
    language = "en" if table in ENGLISH_TABLES else table
    learn_words(language)

    untrue = set()
    for case in read_cases(table):
        expected = case.expected
        forms = (expected.key, *expected.accepted) if isinstance(expected, ExpectedTerm) else ()
        note = judge(expected, case.response).note
        if untruth_of(Told(forms, case.response, language, expected), note):
            untrue.add((case.key, case.response))

    assert untrue == set()


@pytest.mark.parametrize(
    "table",
    [*ENGLISH_TABLES, *(pytest.param(code, marks=pytest.mark.slow) for code in LANGUAGES)],
)
def test_whatever_is_not_right_is_told_why(table: str, learn_words: Learn) -> None:
    learn_words("en" if table in ENGLISH_TABLES else table)

    silent = [
        case.answer
        for case in read_cases(table)
        for grade in [judge(case.expected, case.response)]
        if grade.outcome is not Outcome.RIGHT and not grade.note
    ]

    assert silent == []


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("key", "response", "note"),
    [
        ("pericardium", "pericardum", "One letter: pericardium."),
        ("pericardium", "perikardium", "A letter is missing: pericardium."),
        ("beneficiary", "beneficairy", "One letter: beneficiary."),
        ("beneficiary", "benefisiary", "Two letters swapped: beneficiary."),
        ("carbimazole", "carbimazol", "A letter too many: carbimazole."),
        ("rhythm", "rhythm", "By ear it is right; it is written rhythm."),
        ("rhythm", "rhytm", "One letter: rythm."),
        ("atopic dermatitis", "dermatitis", "Which eczema?"),
        ("atopic dermatitis", "eczema", "Part of it. What else?"),
        ("hypervolemia", "hypovolemia", "hypovolemia is another thing: hypo-, not hyper-."),
        ("hypervolemia", "hypervolaemia", "hypervolaemia is another thing: hyper-, not hypo-."),
        ("complementary", "complimentery", "complimentery is another word; the answer is x."),
        ("complementary", "xyzzyq", "xyzzyq is another word; the answer is complementary."),
        ("response to light", "reaction to light", "You deny it; the answer does not: light."),
        ("group B", "group C", "group B, not group D."),
        ("group B", "group C", "group A, not group C."),
        ("insulin", "insulin", "Two answers; give one."),
        ("insulin", "glucagon", "A word is asked for."),
        ("group 2", "17", "A word is asked for."),
        ("insulin", "the insulin", "With receptor it is something else; the answer is insulin."),
        ("insulin", "glucagon", "Not it: the answer is glucagon."),
        ("insulin", "insulin receptor", "You are doing fine."),
    ],
)
def test_what_is_not_true_is_found(key: str, response: str, note: str) -> None:
    assert untruth_of(Told((key,), response, expected=a_term(key)), note) != ""


@pytest.mark.parametrize(
    ("response", "note"),
    [
        ("14", "A range; give one number."),
        ("14", "A bound; give one number."),
        ("14", "A number is asked for."),
        ("14", "Not it: the answer is 13 of 65 patients."),
        ("13 years", "The number is right, the unit is not: patients, not months."),
        ("14 years", "The number is right, the unit is not: patients, not years."),
        ("13 of 65", "That is 13 of 56; it is 13 of 56."),
        ("-13", "13, not -14."),
        ("14", "14 is near, but outside 10–12."),
    ],
)
def test_what_is_not_true_of_a_number_is_found(response: str, note: str) -> None:
    expected = a_number("13", "patients", "56")

    assert untruth_of(Told((), response, expected=expected), note) != ""


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("key", "response", "reason", "note"),
    [
        ("rectal", "rectel", Reason.SPELLING, "One letter: rectal."),
        ("pericardium", "percardium", Reason.SPELLING, "A letter is missing: pericardium."),
        ("carbimazole", "carbimazolle", Reason.SPELLING, "A letter too many: carbimazole."),
        ("beneficiary", "beneficairy", Reason.SPELLING, "Two letters swapped: beneficiary."),
        ("rhythm", "rithm", Reason.SPELLING, "By ear it is right; it is written rhythm."),
        ("atopic dermatitis", "dermatitis", Reason.PART, "Which dermatitis?"),
        ("atopic dermatitis", "atopic", Reason.PART, "Part of it. What else?"),
        ("9 November 1989", "9 November", Reason.PART, "9 November of which year?"),
        (
            "hyperkalemia",
            "hypokalemia",
            Reason.VETO,
            "hypokalemia is another thing: hyper-, not hypo-.",
        ),
        (
            "complementary DNA",
            "complimentary DNA",
            Reason.VETO,
            "complimentary is another word; the answer is complementary DNA.",
        ),
        ("IgM", "IgM or IgG", Reason.HEDGE, "Two answers; give one."),
        ("IgM", "not IgM", Reason.VETO, "You deny it; the answer does not: IgM."),
        ("-v", "-V", Reason.VETO, "Case tells here: -v, not -V."),
        (
            "Plessy v. Ferguson",
            "Ferguson v. Plessy",
            Reason.VETO,
            "Turned round: Plessy v. Ferguson.",
        ),
        ("neutropenia", "Paris", Reason.OTHER, "Not it: the answer is neutropenia."),
        ("neutropenia", " ... ", Reason.BLANK, "Nothing typed yet."),
        (
            "neutropenia",
            "severe neutropenia",
            Reason.EXTRA,
            'You wrote "severe neutropenia"; the answer is "neutropenia". The same? y/n',
        ),
    ],
)
def test_a_term_is_answered_with_a_reason(
    key: str, response: str, reason: Reason, note: str
) -> None:
    found = judge(ExpectedTerm(key), response)

    assert (found.reason, found.note) == (reason, note)


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("key", "response"),
    [
        ("hepatitis A", "hepatitis A virus"),
        ("influenza A", "influenza A virus"),
        ("group A streptococcus", "group A streptococcus infection"),
        ("hemophilia A", "severe hemophilia A"),
        ("complex I", "mitochondrial complex I"),
    ],
)
def test_a_letter_at_the_end_of_a_key_is_no_article(key: str, response: str) -> None:
    found = judge(ExpectedTerm(key), response)

    assert (found.outcome, found.reason) == (Outcome.UNSURE, Reason.EXTRA)


PAIRS = """
from quizapp.grading.expected import ExpectedList, ExpectedTerm
from quizapp.grading.judge import judge

for key, response in [
    ("abducens nerve", "adducens nerve"),
    ("left bundle branch block", "right bundle branch blok"),
    ("IgM", "IgM or IgG vs IgA"),
    ("hypogammaglobulinemia", "hypergamaglobulinemea"),
]:
    print(judge(ExpectedTerm(key), response))
print(judge(ExpectedList((ExpectedTerm("oral"), ExpectedTerm("rectal"))), "nasal, aural, oral"))
"""


@pytest.mark.slow
def test_what_is_told_is_the_same_in_every_run() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", PAIRS],
            check=True,
            capture_output=True,
            text=True,
            timeout=60,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(told) == 1
