"""Answers that an expert has judged. A wrong accept weighs more than a wrong refusal.

The tables hold the sentence that the learner reads, too; whether it is true is found without the
judge (`tests.grading.truth`).
"""

import pytest

from quizapp.grading.expected import ExpectedTerm
from quizapp.grading.grade import Outcome
from quizapp.grading.judge import judge
from tests.grading.cases import ENGLISH_TABLES, LANGUAGES, Case, read_cases
from tests.grading.conftest import Learn
from tests.grading.known_faults import (
    ACCEPTED_WITHOUT_WORDS,
    WRONG_ACCEPTS,
    WRONG_QUESTIONS,
    WRONG_REFUSALS,
)

TABLES = [
    *ENGLISH_TABLES,
    *(pytest.param(code, marks=pytest.mark.slow) for code in LANGUAGES),  # seconds of building
]
PASSES = {Outcome.RIGHT, Outcome.SLIP}
ASKS = {Outcome.MORE, Outcome.UNSURE}


def language_of(table: str) -> str:
    return "en" if table in ENGLISH_TABLES else table


def known_faults(table: str) -> set[tuple[str, str]]:
    faults = (WRONG_ACCEPTS, WRONG_REFUSALS, WRONG_QUESTIONS)
    return set().union(*(kind.get(table, set()) for kind in faults))


def misjudged(table: str) -> list[tuple[Case, Outcome]]:
    """Return the cases whose outcome is another than the expert's, and what it is."""
    judged = ((case, judge(case.expected, case.response).outcome) for case in read_cases(table))
    return [(case, outcome) for case, outcome in judged if outcome != case.outcome]


@pytest.mark.parametrize("table", TABLES)
def test_an_answer_is_judged_and_told_as_an_expert_would(table: str, learn_words: Learn) -> None:
    learn_words(language_of(table))
    faults = known_faults(table)

    differing = [
        (case.key, case.response, (case.outcome, case.note), (grade.outcome.value, grade.note))
        for case in read_cases(table)
        if (case.key, case.response) not in faults
        for grade in [judge(case.expected, case.response)]
        if (grade.outcome, grade.note) != (case.outcome, case.note)
    ]

    assert differing == []


@pytest.mark.parametrize("table", TABLES)
def test_no_other_answer_passes_that_is_not_it(table: str, learn_words: Learn) -> None:
    learn_words(language_of(table))

    accepted = {
        (case.key, case.response)
        for case, outcome in misjudged(table)
        if outcome in PASSES and case.outcome not in PASSES
    }

    assert accepted == WRONG_ACCEPTS.get(table, set())


@pytest.mark.parametrize("table", TABLES)
def test_no_other_answer_is_refused_that_is_right(table: str, learn_words: Learn) -> None:
    learn_words(language_of(table))

    refused = {
        (case.key, case.response)
        for case, outcome in misjudged(table)
        if outcome not in PASSES and case.outcome != Outcome.WRONG
    }

    assert refused == WRONG_REFUSALS.get(table, set())


@pytest.mark.parametrize("table", TABLES)
def test_no_other_answer_is_asked_about_that_is_not_it(table: str, learn_words: Learn) -> None:
    learn_words(language_of(table))

    asked = {
        (case.key, case.response)
        for case, outcome in misjudged(table)
        if outcome in ASKS and case.outcome == Outcome.WRONG
    }

    assert asked == WRONG_QUESTIONS.get(table, set())


# --- without words -------------------------------------------------------------------------------


@pytest.mark.usefixtures("without_words")
@pytest.mark.parametrize("table", [*ENGLISH_TABLES, *LANGUAGES])
def test_without_words_no_other_answer_passes_that_is_not_it(table: str) -> None:
    accepted = {
        (case.key, case.response)
        for case, outcome in misjudged(table)
        if outcome in PASSES and case.outcome not in PASSES
    }

    assert accepted == ACCEPTED_WITHOUT_WORDS.get(table, set())


@pytest.mark.usefixtures("without_words")
@pytest.mark.parametrize(
    ("key", "response", "outcome"),
    [
        ("pericardium", "pericardum", Outcome.UNSURE),
        ("rectal", "rectel", Outcome.UNSURE),
        ("complementary", "complimentary", Outcome.UNSURE),  # a word, but who is to know
        ("liver", "livr", Outcome.WRONG),  # too short to ask about
        ("mouse", "mice", Outcome.WRONG),
        ("rhythm", "rithm", Outcome.UNSURE),  # by ear
        ("tumour", "tumor", Outcome.RIGHT),
        ("bacterium", "bacteria", Outcome.RIGHT),
    ],
)
def test_without_words_a_slip_is_asked_about(key: str, response: str, outcome: Outcome) -> None:
    assert judge(ExpectedTerm(key), response).outcome is outcome
