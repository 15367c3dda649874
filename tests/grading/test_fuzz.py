"""Whatever is typed is judged: a hundred thousand answers with something done to them by chance."""

import pytest

from quizapp.grading.grade import Outcome
from quizapp.grading.judge import UNJUDGED, judge
from quizapp.grading.lexicon import lexicon
from tests.counts import full_or_share
from tests.grading.cases import read_cases
from tests.grading.conftest import Learn
from tests.grading.fuzz import MOST, fuzzed

ANSWERS = 100_000
SEED = 1


@pytest.mark.slow  # some seconds of judging
def test_whatever_is_typed_is_judged_and_told_why(learn_words: Learn) -> None:
    learn_words("en")
    names = lexicon([[case.key] for case in read_cases("terms")])

    failed = [
        (expected, text)
        for number, (expected, text) in enumerate(fuzzed(SEED, full_or_share(ANSWERS)))
        for grade in [judge(expected, text, names) if number % 2 else judge(expected, text)]
        if grade is UNJUDGED or not (grade.note or grade.outcome is Outcome.RIGHT)
    ]

    assert failed == []


def test_fuzzed_answers_are_the_same_for_the_same_seed() -> None:
    assert list(fuzzed(SEED, 50)) == list(fuzzed(SEED, 50))
    assert max(len(text) for _, text in fuzzed(SEED, 500)) <= MOST
