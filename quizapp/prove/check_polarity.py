"""How a claim says it: denied or not, which direction, how many, how sure."""

from collections.abc import Collection, Iterator, Sequence

from quizapp.prove.alignment import ClaimAlignment
from quizapp.prove.phrases import INSTEAD
from quizapp.prove.reading import Denial, Reading, TextToken
from quizapp.prove.synonyms import OPPOSITES
from quizapp.prove.verdict import ProofReason, contradicted, unproved
from quizapp.prove.word_classes import (
    DENYING,
    DIRECTED,
    HEDGES,
    PEOPLE,
    PREPOSITIONS,
    QUANTITY,
    SOME,
)

_BESIDE = 4  # words
_BEFORE_ATTRIBUTE = PREPOSITIONS | {"the", "a", "an"}
_ASKING = frozenset({"how", "as", "so", "too"})
_COMPARED = frozenset({"more", "less", "most", "least", "as", "equally"})
DIRECTIONS = frozenset({"~increase", "~decrease", "~improve", "~worsen", "more", "less"})


def check_denials(both: ClaimAlignment) -> Iterator[ProofReason]:
    """Yield a denial that stands on one side only."""
    said, there = count_denials(both)
    if abs(len(said) - len(there)) == 1 and len(turned_words(both)) == 1:
        return  # not easy: difficult
    if len(said) == len(there):
        if said and _are_swapped(both, said, there):
            word = both.source.tokens[there[0].at].shown
            yield unproved(word, "denies something else", "deny what the source denies")
        return
    is_sure = not both.missing and (len(said) - len(there)) % 2 and _is_firm(both, said, there)
    make = contradicted if is_sure else unproved
    if len(said) > len(there):
        word = both.claim.tokens[said[-1].at].shown
        yield make(word, "does not deny it", "leave it out, or cite what says so")
    else:
        word = both.source.tokens[there[-1].at].shown
        yield make(f'without "{word}"', f'says "{word}" of it', "say so, too")


def turned_words(both: ClaimAlignment) -> list[tuple[TextToken, TextToken]]:
    """Return the words that the source lacks, each with its opposite there."""
    pairs = ((word, both.opposite_of(word)) for word in both.missing)
    return [(word, opposite) for word, opposite in pairs if opposite]


def _has_opposite(word: TextToken) -> bool:
    return any(key in OPPOSITES for key in word.keys)


def _is_firm(both: ClaimAlignment, said: Sequence[Denial], there: Sequence[Denial]) -> bool:
    """Return whether the side that denies more denies two words or more that the other has."""
    denied, places = (
        (said, set(both.chosen))
        if len(said) > len(there)
        else (there, {each.at for each in both.chosen.values()})
    )
    other = both.source if len(said) > len(there) else both.claim
    compared = [t.form for t in both.claim.tokens if t.form in {"as", "than"}]
    if compared and len(said) > len(there):
        return False  # no other is as bright: it is brighter than any
    forms = {key for each in other.tokens for key in each.keys}
    places = {t.at for found in both.candidates.values() for t in found}
    if any(
        t.at not in places and _has_opposite(t) and t.clause in both.region
        for t in both.source.tokens
    ):
        return False  # does not reach it: is smaller
    return DENYING.isdisjoint(forms) and any(len(places & each.scope) > 1 for each in denied)


def _are_swapped(both: ClaimAlignment, said: Sequence[Denial], there: Sequence[Denial]) -> bool:
    """Return whether the claim denies what the source says, and says what it denies."""
    denied = {at for each in said for at in each.scope if at in both.chosen}
    denied_there = {at for each in there for at in each.scope}
    stands = [both.chosen[at].at in denied_there for at in both.chosen if at not in denied]
    return (
        bool(denied)
        and any(stands)
        and not any(both.chosen[at].at in denied_there for at in denied)
    )


def denials_differ(both: ClaimAlignment) -> bool:
    """Return whether one side denies and the other does not."""
    said, there = count_denials(both)
    return len(said) != len(there)


def count_denials(both: ClaimAlignment) -> tuple[Sequence[Denial], Sequence[Denial]]:
    """Return the denials of a claim and those of its source that cover what it says.

    One that names a kind, or "rather than" in the claim, counts where the other side denies more.
    """
    said, there = list(both.claim.denials), list(both.touched())
    is_never = any(both.claim.tokens[each.at].form == "never" for each in said)
    there = [each for each in there if not each.is_naming]
    named = [each for each in both.source.denials if each.is_naming]
    kept = there + [each for each in named if _is_of_figure(both, each)][:1]
    there = kept or (named[:1] if is_never else there)
    plain = [
        each for each in said if both.claim.tokens[each.at].form != INSTEAD and not each.is_naming
    ]
    said = sorted(said, key=lambda each: each not in plain)[: max(len(plain), len(kept))]
    there = sorted(there, key=lambda each: each not in kept)[: max(len(plain), len(kept))]
    return said, there


def _is_of_figure(both: ClaimAlignment, denial: Denial) -> bool:
    """Return whether a denial tells of what kind a figure is that the claim has."""
    values = {each.value for each in both.claim_amounts}
    near = [a for a in both.source_amounts if abs(a.at - denial.at) <= _BESIDE]
    return any(each.value in values for each in near)


def check_directions(both: ClaimAlignment) -> Iterator[ProofReason]:
    """Yield a word whose opposite is what the source says of the same thing."""
    chosen = {each.at for each in both.chosen.values()}
    for word in both.claim.tokens:
        opposites = {key for each in word.keys for key in OPPOSITES.get(each, ())}
        if not opposites or word.at not in both.candidates or not PEOPLE.isdisjoint(word.keys):
            continue
        rivals = [
            t
            for t in both.source.tokens
            if t.clause in both.region
            and not opposites.isdisjoint(t.keys)
            and word.keys.isdisjoint(t.keys)
        ]
        here = both.candidates[word.at]
        said = {
            key
            for each in both.claim.tokens
            for key in each.keys
            if each.at != word.at and not key.startswith("~")
        }
        rivals = [
            each
            for each in rivals
            if said.isdisjoint(each.keys)
            and not (each.is_verb and each.at in chosen)
            and not any(_are_joined(both.source, each, place) for place in here)
        ]
        if rivals and _is_nearer(both, word, rivals, here):
            yield unproved(word.shown, f'has "{rivals[0].shown}", too', "say which belongs to what")
        elif (word.form.endswith("er") or not DIRECTIONS.isdisjoint(word.keys)) and is_turned(
            both, word
        ):
            yield unproved(word.shown, "compares the other way round", "turn the comparison round")


def _are_joined(reading: Reading, one: TextToken, other: TextToken) -> bool:
    """Return whether two words stand side by side as one pair: upper and lower airways."""
    first, second = sorted((one.at, other.at))
    between = reading.tokens[first + 1 : second]
    return len(between) == 1 and between[0].form in {"and", "or", "nor", "to", "/", "-"}


def check_order(both: ClaimAlignment) -> Iterator[ProofReason]:
    """Yield a verb whose two sides have changed places: what precedes, what is preceded."""
    for word in both.claim.tokens:
        if DIRECTED.isdisjoint(word.keys) or word.at not in both.candidates:
            continue
        place = both.candidates[word.at][0]
        is_passive = _is_passive(both.claim, word) != _is_passive(both.source, place)
        crossed = set()
        for each in both.claim.content:
            sides = {t.at > place.at for t in both.candidates.get(each.at, ()) if t.at != place.at}
            if each.clause == word.clause and each.at != word.at and len(sides) == 1:
                is_crossed = ((each.at > word.at) in sides) == is_passive
                crossed.add((each.at > word.at, is_crossed))
        if crossed == {(True, True), (False, True)}:
            yield unproved(word.shown, "says it the other way round", "turn the two sides round")


def check_changes(both: ClaimAlignment) -> Iterator[ProofReason]:
    """Yield a "from" whose two ends have changed places: from A to B."""
    here, there = _ends(both.claim), _ends(both.source)
    if not here or not there:
        return
    crossed = {}
    for each in both.claim.content:
        sides = {t.at in there[1] for t in both.candidates.get(each.at, ()) if _is_in(t, there)}
        if _is_in(each, here) and sides == {each.at in here[0]}:
            crossed[each.at in here[0]] = each
    if len(crossed) == len(here):
        yield unproved(crossed[True].shown, "changes the other way round", "turn the change round")


def _ends(reading: Reading) -> tuple[range, range] | None:
    """Return the places of what stands behind a "from" and behind its "to"."""
    first = next((each.at for each in reading.tokens if each.form == "from"), None)
    then = [each for each in reading.tokens[first or 0 :] if each.form == "to"]
    if first is None or not then:
        return None
    end = next((t.at for t in reading.tokens[then[0].at :] if t.form in {".", ";"}), None)
    return range(first, then[0].at), range(then[0].at, end or len(reading.tokens))


def _is_in(word: TextToken, ends: tuple[range, range]) -> bool:
    """Return whether a word stands behind the "from" or the "to"."""
    return any(word.at in each for each in ends)


def _is_passive(reading: Reading, word: TextToken) -> bool:
    """Return whether a verb says what was done to what stands before it."""
    behind = [each.form for each in reading.tokens[word.at + 1 : word.at + 3]]
    return "by" in behind or word.form in {"causedby", "ofcause"}


def _is_nearer(
    both: ClaimAlignment, word: TextToken, rivals: list[TextToken], here: tuple[TextToken, ...]
) -> bool:
    """Return whether what the claim says beside `word` stands nearer to a rival of it."""
    beside = [
        each
        for each in both.claim.content
        if each.clause == word.clause
        and each.at in both.chosen
        and each.at != word.at
        and 0 < abs(each.at - word.at) <= _BESIDE
    ]
    gains = 0
    for each in beside:
        own = min(abs(t.at - h.at) for t in both.candidates[each.at] for h in here)
        other = min(abs(t.at - r.at) for t in both.candidates[each.at] for r in rivals)
        gains += (other < own) - (own < other)
    return gains > 0


def is_turned(both: ClaimAlignment, word: TextToken, place: TextToken | None = None) -> bool:
    """Return whether a comparison has its sides the other way round than in the source.

    `place` is where the source compares, if not by the same word. What stands before both pivots
    may be what is compared, and tells nothing.
    """
    place = place or both.candidates[word.at][0]
    mine = _lesser(both.claim, word, is_compared=False)
    lesser = _lesser(both.source, place, is_compared=bool(mine))
    if not lesser:
        return False
    turned = same = 0
    for each in both.claim.content:
        sides = {
            t.at in lesser
            for t in both.candidates.get(each.at, ())
            if t.clause == place.clause or t.bracket or t.at in lesser
        }
        if each.clause != word.clause or each.at == word.at or len(sides) != 1:
            continue
        is_behind, was_behind = each.at in mine, sides == {True}
        turned += is_behind != was_behind
        same += is_behind and was_behind
    return turned > same


def _lesser(reading: Reading, word: TextToken, *, is_compared: bool) -> Collection[int]:
    """Return the places of what `word` compares with: behind "than", or before it in front.

    "Than the controls, pupils read faster" opens with it. What a claim compares, two clauses may
    say: A did so, while B did it more.
    """
    if (pivot := _pivot(reading, word)) is not None:
        return range(pivot + 1, len(reading.tokens))
    inside = [each for each in reading.tokens if each.sentence == word.sentence]
    comma = next((each.at for each in inside if each.form == ","), 0)
    if inside[0].form == "than":
        return range(inside[0].at + 1, comma)
    turns = [each for each in inside if is_compared and each.form in {"while", "whereas"}]
    return [each.at for each in inside if turns and each.clause != word.clause]


def _pivot(reading: Reading, word: TextToken) -> int | None:
    """Return the place of the "than" behind `word` in its clause."""
    return next(
        (t.at for t in reading.tokens[word.at :] if t.form == "than" and t.clause == word.clause),
        None,
    )


# --- how many, how sure --------------------------------------------------------------------------


def check_quantities(both: ClaimAlignment) -> Iterator[ProofReason]:
    """Yield words for how many or how often that are other than the source's."""
    chosen = {each.at for each in both.chosen.values()}
    said = {
        QUANTITY[t.form]: t
        for t in both.claim.tokens
        if t.form in QUANTITY and not (t.at and both.claim.tokens[t.at - 1].form in _ASKING)
    }
    there = {
        QUANTITY[t.form]: t
        for t in both.source.tokens
        if t.form in QUANTITY and t.clause in both.region
    }
    for level, word in said.items():
        if level not in there and level:
            has = next(iter(there.values()), None)
            finding = f'says "{has.shown}"' if has else "does not say how many"
            yield unproved(word.shown, finding, "use the source's word for how many")
    for level, word in there.items():
        if not all(each.at in chosen for each in _near_content(both.source, word)):
            continue  # of something that the claim leaves out
        if 0 < level <= SOME and not any(0 < each <= SOME for each in said):
            yield unproved(f'without "{word.shown}"', f'says "{word.shown}"', "say so, too")


def _near_content(reading: Reading, word: TextToken) -> Iterator[TextToken]:
    """Yield the nearest words of content on both sides of `word` in its clause."""
    for step in (range(word.at - 1, word.at - 4, -1), range(word.at + 1, word.at + 4)):
        for at in step:
            if not 0 <= at < len(reading.tokens) or reading.tokens[at].clause != word.clause:
                break
            if reading.tokens[at].is_content and reading.tokens[at].form not in QUANTITY:
                yield reading.tokens[at]
                break


def check_hedges(both: ClaimAlignment) -> Iterator[ProofReason]:
    """Yield a hedge of the source that the claim leaves out, or a hedge of its own."""
    said = {key for each in both.claim.tokens for key in (each.form, *each.keys)}
    is_said = "~may" in said or not HEDGES.isdisjoint(said)
    places = {each.at for found in both.candidates.values() for each in found}
    there = [
        each
        for each in _hedges(both.source, both.hedging_region)
        if not _is_of_another(both.source, each, places)
    ]
    if there and not is_said:
        yield unproved(f'without "{there[0].shown}"', f'says "{there[0].shown}"', "say so, too")


def _is_of_another(reading: Reading, hedge: TextToken, places: Collection[int]) -> bool:
    """Return whether a hedge stands before a noun that a claim leaves out: the expected signal."""
    before, *after = reading.tokens[max(0, hedge.at - 1) : hedge.at + 2]
    noun = after[-1]
    is_attribute = before.form in _BEFORE_ATTRIBUTE and noun.is_content and noun.at != hedge.at
    return is_attribute and noun.at not in places


def _hedges(reading: Reading, region: frozenset[int]) -> list[TextToken]:
    """Return the words of `reading` that say that something is not sure."""
    forms = ["", *(each.form for each in reading.tokens), ""]  # of each, and of its neighbours
    return [
        each
        for each in reading.tokens
        if each.form in HEDGES
        and (each.shown != "May" or not forms[each.at])  # the month
        and each.clause in region
        and not (each.form == "could" and forms[each.at + 2] == "not")
        and not (each.form == "likely" and forms[each.at] in _COMPARED)
    ]
