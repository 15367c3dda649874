"""What is promised of a language, on answers made from its dictionary by chance."""

from collections import Counter
from collections.abc import Callable

import pytest

from quizapp.grading.dictionary import open_dictionary
from quizapp.grading.expected import ExpectedTerm
from quizapp.grading.grade import Outcome
from quizapp.grading.judge import judge
from tests.counts import full_or_share
from tests.grading.conftest import Learn
from tests.grading.generated import Kind, generate_answers

PROMISED = ("en", "de", "fr", "es", "it", "pt", "nl", "ru")
WORDS = 12_000  # of each kind; of so many the bounds are met by one to ten points
SEED = 2  # of a twentieth some seeds miss a bound by chance: Dutch forms stand at 91.5 %
PASSES = {Outcome.RIGHT, Outcome.SLIP}
PASSES_OR_ASKS = {*PASSES, Outcome.UNSURE}

pytestmark = pytest.mark.slow  # seconds of building, and of choosing words


def judge_generated(language: str) -> dict[Kind, Counter[Outcome]]:
    """Return how answers of each kind are judged."""
    found: dict[Kind, Counter[Outcome]] = {kind: Counter() for kind in Kind}
    for answer in generate_answers(open_dictionary(language), SEED, full_or_share(WORDS)):
        expected = ExpectedTerm(answer.key, language=language)
        found[answer.kind][judge(expected, answer.typed).outcome] += 1
    return found


def share(outcomes: Counter[Outcome], counted: set[Outcome]) -> float:
    return sum(outcomes[each] for each in counted) / outcomes.total()


@pytest.mark.parametrize("language", PROMISED)
def test_a_language_is_judged_as_promised(language: str, learn_words: Learn) -> None:
    learn_words(language)

    found = judge_generated(language)

    assert share(found[Kind.SLIP], PASSES) >= 0.95
    assert share(found[Kind.BETWEEN], PASSES_OR_ASKS) >= 0.95
    assert share(found[Kind.OTHER_WORD], PASSES) <= 0.05
    assert share(found[Kind.FORM], PASSES) >= 0.9


def test_arabic_keeps_all_but_the_promise_of_forms(
    learn_words: Learn, record_property: Callable[[str, object], None]
) -> None:
    learn_words("ar")

    found = judge_generated("ar")

    record_property("forms accepted", share(found[Kind.FORM], PASSES))
    assert share(found[Kind.SLIP], PASSES) >= 0.95
    assert share(found[Kind.OTHER_WORD], PASSES) <= 0.05
