"""True and false claims on invented studies are told apart; truth was judged by hand."""

from collections import Counter

import pytest

from quizapp.grading.dictionary import NO_DICTIONARY, Dictionary
from quizapp.prove import ClaimVerdict
from tests.prove.studies import STUDIES, StudyClaim, claims_in, judged

pytestmark = pytest.mark.slow  # hundreds of claims, each beside its study

CLAIMS = list(claims_in(STUDIES))
# What rules cannot see: that francs are counted for each death, not for each year of life; that
# the halves of a sentence which are built alike were crossed; which of two a verb does it to.
PASSES_AS_PROVED = {
    "Annual screening would cost 24,000 francs per death prevented.",
    "5% of the magnesium is replaced by manganese.",
    "Following of gaze preceded the following of hands.",
    "Deaths peaked in October in Bergen.",
    "Transits were detected with the SPECULOOS telescopes and confirmed with TESS.",
    "Refractory alloys are brittle at high temperature.",
}


@pytest.mark.parametrize("claim", [each for each in CLAIMS if not each.is_true], ids=str)
def test_a_false_claim_is_not_proved(english: Dictionary, claim: StudyClaim) -> None:
    is_proved = judged(claim, english).verdict is ClaimVerdict.PROVED

    assert is_proved == (claim.text in PASSES_AS_PROVED)


@pytest.mark.parametrize("claim", [each for each in CLAIMS if each.is_true], ids=str)
def test_a_true_claim_is_not_called_contradicted(english: Dictionary, claim: StudyClaim) -> None:
    assert judged(claim, english).verdict is not ClaimVerdict.CONTRADICTED


def test_four_of_five_true_claims_are_proved(english: Dictionary) -> None:
    found = Counter(judged(each, english).verdict for each in CLAIMS if each.is_true)

    assert found[ClaimVerdict.PROVED] / found.total() >= 0.8


def test_without_a_dictionary_fewer_are_proved_and_no_more_falsehoods() -> None:
    proved = [each for each in CLAIMS if judged(each, NO_DICTIONARY).verdict is ClaimVerdict.PROVED]

    assert {each.text for each in proved if not each.is_true} <= PASSES_AS_PROVED
    assert sum(each.is_true for each in proved) / sum(each.is_true for each in CLAIMS) >= 0.65
