"""What holds of any claim: a number from nowhere, the wrong sentence, a "not" put in, any text."""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizapp.grading.dictionary import NO_DICTIONARY
from quizapp.prove import ClaimVerdict, Vocabulary, prove, read_evidence
from tests.counts import full_or_share
from tests.prove.studies import STUDIES, StudyClaim, claims_in, judged, sentences_of

NUMBER = re.compile(r"(?<![\w.,/-])\d+(?![\w.,:-])")
VERB = re.compile(r"\b(was|were|is|are|had been)\b")
DENIAL = re.compile(r"\b(no|not|without|never|none)\b", re.IGNORECASE)
MARKS = ("(", ")", "[", "]", ",", ";", "not", "no", "5", "5%", "but", "that", "could", "than")

PROVED = [
    each
    for each in claims_in(STUDIES)
    if each.is_true and judged(each, NO_DICTIONARY).verdict is ClaimVerdict.PROVED
]
WITH_NUMBER = [each for each in PROVED if NUMBER.search(each.text)]
WITH_VERB = [each for each in PROVED if VERB.search(each.text) and not DENIAL.search(each.text)]
law = settings(max_examples=full_or_share(4000), deadline=None)


@law
@given(st.sampled_from(WITH_NUMBER), st.integers(20_000, 90_000))
def test_a_number_from_nowhere_is_contradicted(claim: StudyClaim, number: int) -> None:
    written = " ".join(sentences_of(claim.folder, claim.source))
    assume(str(number) not in written and f"{number:,}" not in written)

    proof = judged(claim, NO_DICTIONARY, NUMBER.sub(str(number), claim.text, count=1))

    assert proof.verdict is ClaimVerdict.CONTRADICTED


@law
@given(st.sampled_from(WITH_VERB))
def test_a_claim_with_not_put_in_is_not_proved(claim: StudyClaim) -> None:
    denied = VERB.sub(r"\1 not", claim.text, count=1)

    assert judged(claim, NO_DICTIONARY, denied).verdict is not ClaimVerdict.PROVED


@pytest.mark.parametrize("claim", WITH_NUMBER, ids=str)
def test_a_claim_with_a_number_is_not_proved_by_another_sentence(claim: StudyClaim) -> None:
    vocabulary = Vocabulary("en")
    others = [
        sentence
        for number, sentence in enumerate(sentences_of(claim.folder, claim.source), 1)
        if number not in claim.sentences
    ]

    for sentence in others:
        proof = prove(claim.text, read_evidence([sentence], vocabulary))
        assert proof.verdict is not ClaimVerdict.PROVED


@law
@given(
    st.sampled_from(["en", "de", "fr", "ja", "xx"]),
    st.text(max_size=80) | st.lists(st.sampled_from(MARKS)).map(" ".join),
    st.lists(st.text(max_size=80), max_size=3),
)
def test_any_text_can_be_held_against_any(language: str, claim: str, cited: list[str]) -> None:
    proof = prove(claim, read_evidence(cited, Vocabulary(language)))

    assert (proof.verdict is ClaimVerdict.PROVED) == (not proof.reasons)
    assert all(reason.finding and reason.fix for reason in proof.reasons)
