"""Whether a claim denies what its source says, or says what it denies."""

from collections.abc import Iterator, Sequence

from quizapp.prove.alignment import ClaimAlignment
from quizapp.prove.check_directions import DIRECTIONS, is_turned
from quizapp.prove.phrases import INSTEAD
from quizapp.prove.reading import Denial, TextToken
from quizapp.prove.synonyms import OPPOSITES
from quizapp.prove.verdict import ProofReason, contradicted, unproved
from quizapp.prove.word_classes import DENYING

_BESIDE = 4  # words
_QUOTED = 3  # words of what is denied


def check_denials(both: ClaimAlignment) -> Iterator[ProofReason]:
    """Yield a denial that stands on one side only.

    It is a conflict where all words of the claim stand there and nothing else may take it back: an
    opposite (not easy: difficult), a verb that denies (prevented from), a comparison.
    """
    said, there = _counted(both)
    more = len(said) - len(there)
    if is_made_good(both):
        return
    if said and not more and _are_swapped(both, said, there):
        word = both.source.tokens[there[0].at].written
        yield unproved(word, "denies something else", "deny what the source denies")
    make = contradicted if more % 2 and _is_firm(both, said, there) else unproved
    if more > 0:
        word = both.claim.tokens[said[-1].at].written
        yield make(word, "does not deny it", "leave it out, or cite what says so")
    elif more < 0:
        word = both.source.tokens[there[-1].at].written
        denied = _denied(both, there[-1])
        yield make(denied, f'says "{word}" of it', f'say "{word}", too')


def _denied(both: ClaimAlignment, denial: Denial) -> str:
    """Return the words of a claim that the source denies."""
    told = (t.written for t in both.claim.content if t.at in both.chosen)
    places = (both.chosen[t.at].at for t in both.claim.content if t.at in both.chosen)
    words = [word for word, at in zip(told, places, strict=True) if at in denial.scope]
    return " … ".join(words[:_QUOTED]) or both.source.tokens[denial.at].written


def surplus_of_denials(both: ClaimAlignment) -> int:
    """Return how many times more a claim denies than its source does of the same."""
    said, there = _counted(both)
    return len(said) - len(there)


def is_made_good(both: ClaimAlignment) -> bool:
    """Return whether an opposite is denied: not easy, difficult. No comparison is looked at."""
    is_compared = any(each.form == "than" for each in both.claim.tokens)
    turned = turned_words(both)
    if any(not DIRECTIONS.isdisjoint(each.keys) and _has_contrary(both, each) for each in turned):
        return False  # what was not reduced need not have increased
    return abs(surplus_of_denials(both)) == 1 == len(turned) and not is_compared


def _has_contrary(both: ClaimAlignment, word: TextToken) -> bool:
    """Return whether what a word is turned to is a direction, too, and not the lack of one."""
    other = both.opposite_of(word)
    return other is not None and not DIRECTIONS.isdisjoint(other.keys)


def turned_words(both: ClaimAlignment) -> list[TextToken]:
    """Return the words that the source has the opposite of, and in no turned comparison.

    Lower in B than in A is higher in A than in B.
    """
    pairs = ((word, both.opposite_of(word)) for word in both.missing)
    return [word for word, other in pairs if other and not is_turned(both, word, other)]


def _counted(both: ClaimAlignment) -> tuple[Sequence[Denial], Sequence[Denial]]:
    """Return the denials of a claim and those of its source that cover what it says.

    One that names a kind, or "rather than" in the claim, counts where the other side denies more.
    """
    said = both.claim.denials
    touched = list(both.touched())
    is_never = any(both.claim.tokens[each.at].form == "never" for each in said)
    named = [each for each in both.source.denials if each.is_naming]
    there = [each for each in touched if not each.is_naming]
    there += [each for each in named if _is_of_figure(both, each)][:1]
    plain = [
        each for each in said if both.claim.tokens[each.at].form != INSTEAD and not each.is_naming
    ]
    most = max(len(plain), len(there))
    there = there or (named[:1] if is_never else [])
    return sorted(said, key=lambda each: each not in plain)[:most], there[:most]


def _is_of_figure(both: ClaimAlignment, denial: Denial) -> bool:
    """Return whether a denial tells of what kind a figure is that the claim has."""
    values = {each.value for each in both.claim_amounts}
    near = [a for a in both.source_amounts if abs(a.at - denial.at) <= _BESIDE]
    return any(each.value in values for each in near)


def _is_firm(both: ClaimAlignment, said: Sequence[Denial], there: Sequence[Denial]) -> bool:
    """Return whether the side that denies more denies two words that the other side has."""
    is_mine = len(said) > len(there)
    other = both.source if is_mine else both.claim
    denied = said if is_mine else there
    places = set(both.chosen) if is_mine else {each.at for each in both.chosen.values()}
    if both.missing or (is_mine and any(t.form in {"as", "than"} for t in both.claim.tokens)):
        return False  # no other is as bright: it is brighter than any
    left = (t for t in both.source.tokens if t.clause in both.region and t.at not in both.places)
    if any(key in OPPOSITES for each in left for key in each.keys):
        return False  # does not reach it: is smaller
    if not is_mine and not any(_is_about(both, each) for each in denied):
        return False
    forms = {key for each in other.tokens for key in each.keys}
    return DENYING.isdisjoint(forms) and any(len(places & each.scope) > 1 for each in denied)


def _is_about(both: ClaimAlignment, denial: Denial) -> bool:
    """Return whether all that a claim says stands where the source denies, not partly elsewhere.

    Masses are not known, and speeds will be measured: what is said of speeds is not denied.
    """
    parent = both.source.tokens[denial.at].parent
    return all(parent in {each.parent, each.clause} for each in both.chosen.values())


def _are_swapped(both: ClaimAlignment, said: Sequence[Denial], there: Sequence[Denial]) -> bool:
    """Return whether the claim denies what the source says, and says what it denies."""
    denied = {at for each in said for at in each.scope if at in both.chosen}
    there_denied = {at for each in there for at in each.scope}
    crossed = {at for at, place in both.chosen.items() if place.at in there_denied}
    return bool(denied) and bool(crossed - denied) and not crossed & denied
