"""The words of a claim: do they stand in its source, and together?"""

from collections.abc import Iterator

from quizapp.prove.alignment import ClaimAlignment
from quizapp.prove.check_binding import compare_by_numbers
from quizapp.prove.check_polarity import (
    DIRECTIONS,
    count_denials,
    denials_differ,
    is_turned,
)
from quizapp.prove.reading import TextToken
from quizapp.prove.verdict import ProofReason, contradicted, unproved

_BESIDE = 4  # words


def check_missing(both: ClaimAlignment) -> Iterator[ProofReason]:
    """Yield the words of a claim that its source lacks, or of which it has the opposite."""
    said, there = count_denials(both)
    turned = [word for word in both.missing if both.opposite_of(word)]
    for word in both.missing:
        opposite = both.opposite_of(word)
        agrees = None if opposite else compare_by_numbers(both, word)
        if agrees is False:
            yield contradicted(word.shown, "has figures that say the opposite", "turn it round")
        if agrees is not None:
            continue
        if opposite and len(turned) == 1 and abs(len(said) - len(there)) == 1:
            continue  # not easy: difficult
        if opposite and is_turned(both, word, opposite):
            continue  # lower in B than in A: higher in A than in B
        if opposite:
            # Of a comparison the other side may be meant: small ponds more than large ones.
            is_compared = any(each.form == "than" for each in both.claim.tokens)
            is_compared = is_compared and DIRECTIONS.isdisjoint(word.keys)
            # A denial more or less on one side may make it the same: no tree died, all survived.
            is_open = is_compared or denials_differ(both) or len(turned) % 2 == 0
            make = unproved if is_open or not _is_of_same(both, word, opposite) else contradicted
            yield make(
                word.shown, f'says "{opposite.shown}"', "turn it round, or cite what says so"
            )
        else:
            yield unproved(
                word.shown,
                "does not say it",
                "use the source's word, add it under `aliases`, or cite what says it",
            )


def _is_of_same(both: ClaimAlignment, word: TextToken, opposite: TextToken) -> bool:
    """Return whether the source says `opposite` of what the claim says `word` of.

    "More satisfied" is not of what was reduced; what resembles something may well be larger.
    """
    after = both.claim.tokens[word.at + 1 : word.at + 2]
    if "~similar" in opposite.keys or any(each in both.missing for each in after):
        return False
    return any(
        abs(each.at - word.at) <= _BESIDE and abs(there.at - opposite.at) <= _BESIDE
        for each in both.claim.content
        for there in both.candidates.get(each.at, ())
    )
