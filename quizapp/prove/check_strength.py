"""How strongly a claim says it: how many, how often, how sure."""

from collections.abc import Iterator

from quizapp.prove.alignment import ClaimAlignment
from quizapp.prove.reading import Reading, TextToken
from quizapp.prove.verdict import ProofReason, unproved
from quizapp.prove.word_classes import HEDGES, PREPOSITIONS, QUANTITY, SOME, words_of

_ASKING = words_of("how as so too")
_COMPARED = words_of("more less most least as equally")
_BEFORE_ATTRIBUTE = PREPOSITIONS | words_of("the a an")
_NEAR = 3  # words


def check_quantities(both: ClaimAlignment) -> Iterator[ProofReason]:
    """Yield words for how many or how often that are other than the source's: some, most, all."""
    chosen = {each.at for each in both.chosen.values()}
    region = {t.clause for t in both.chosen.values() if t.form not in QUANTITY} or both.region
    said = {
        QUANTITY[t.form]: t
        for t in both.claim.tokens
        if t.form in QUANTITY and both.claim.tokens[t.at - 1].form not in _ASKING
    }
    there = {
        QUANTITY[t.form]: t for t in both.source.tokens if t.form in QUANTITY and t.clause in region
    }
    for level, word in said.items():
        if level and level not in there:
            has = next(iter(there.values()), None)
            finding = f'says "{has.written}"' if has else "does not say how many"
            yield unproved(word.written, finding, "use the source's word for how many")
    for level, word in there.items():
        is_said = all(each.at in chosen for each in _near_content(both.source, word))
        if is_said and 0 < level <= SOME and not any(0 < each <= SOME for each in said):
            yield unproved(f'without "{word.written}"', f'says "{word.written}"', "say so, too")


def _near_content(reading: Reading, word: TextToken) -> Iterator[TextToken]:
    """Yield the nearest words of content on both sides of `word` in its clause."""
    near = [
        each
        for each in reading.tokens[max(0, word.at - _NEAR) : word.at + _NEAR + 1]
        if each.clause == word.clause and each.is_content and each.form not in QUANTITY
    ]
    yield from [each for each in near if each.at < word.at][-1:]
    yield from [each for each in near if each.at > word.at][:1]


def check_hedges(both: ClaimAlignment) -> Iterator[ProofReason]:
    """Yield a hedge of the source that the claim leaves out: may, suggests, was expected."""
    said = {key for each in both.claim.tokens for key in (each.form, *each.keys)}
    there = [each for each in both.source.tokens if _hedges(each, both)]
    if there and "~may" not in said and HEDGES.isdisjoint(said):
        yield unproved(f'without "{there[0].written}"', f'says "{there[0].written}"', "say so, too")


def _hedges(word: TextToken, both: ClaimAlignment) -> bool:
    """Return whether a word says of what the claim says that it is not sure.

    It may say it of a noun that the claim leaves out (the expected signal), or not at all: May is a
    month, what could not be done is sure, and what is more likely is compared.
    """
    if word.form not in HEDGES or word.clause not in both.hedging_region:
        return False
    tokens = both.source.tokens
    before = tokens[word.at - 1].form if word.at else ""
    after = tokens[word.at + 1] if word.at + 1 < len(tokens) else word
    is_attribute = before in _BEFORE_ATTRIBUTE and after.is_content and after.at not in both.places
    is_sure = word.form in {"could", "can"} and after.form == "not"
    is_month = word.shown == "May" and before
    return not (
        is_attribute or is_sure or is_month or (word.form == "likely" and before in _COMPARED)
    )
