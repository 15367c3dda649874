"""The words of a claim that its source lacks: is the opposite there, or nothing of the kind?"""

from collections.abc import Iterator

from quizapp.prove.alignment import ClaimAlignment
from quizapp.prove.check_binding import compare_by_numbers
from quizapp.prove.check_denials import is_made_good, surplus_of_denials, turned_words
from quizapp.prove.check_directions import DIRECTIONS
from quizapp.prove.reading import TextToken
from quizapp.prove.verdict import ProofReason, contradicted, unproved

_BESIDE = 4  # words


def check_missing(both: ClaimAlignment) -> Iterator[ProofReason]:
    """Yield the words that carry a claim and that its source lacks, or has the opposite of.

    Another entity, attribute, reason or direction is told by its word. A comparison that the
    figures bear out need not stand there.
    """
    turned = turned_words(both)
    surplus = surplus_of_denials(both)
    for word in both.missing:
        opposite = both.opposite_of(word)
        agrees = None if opposite else compare_by_numbers(both, word)
        if agrees is False:
            yield contradicted(word.written, "has figures that say the opposite", "turn it round")
        elif opposite and word in turned and not is_made_good(both):
            is_open = surplus or len(turned) % 2 == 0 or not _is_of_same(both, word, opposite)
            make = unproved if is_open else contradicted
            fix = "turn it round, or cite what says so"
            yield make(word.written, f'says "{opposite.written}"', fix)
        elif not opposite and agrees is None:
            fix = "use the source's word, give it under `said_as`, or cite what says it"
            yield unproved(word.written, "does not say it", fix)


def _is_of_same(both: ClaimAlignment, word: TextToken, opposite: TextToken) -> bool:
    """Return whether the source says `opposite` of what the claim says `word` of.

    "More satisfied" is not of what was reduced; what resembles something may well be larger; of a
    comparison the other side may be meant: small ponds more than large ones.
    """
    after = both.claim.tokens[word.at + 1 : word.at + 2]
    is_compared = any(each.form == "than" for each in both.claim.tokens)
    if is_compared and DIRECTIONS.isdisjoint(word.keys):
        return False
    if "~similar" in opposite.keys or any(each in both.missing for each in after):
        return False
    return any(
        abs(each.at - word.at) <= _BESIDE and abs(there.at - opposite.at) <= _BESIDE
        for each in both.claim.content
        for there in both.candidates.get(each.at, ())
    )
