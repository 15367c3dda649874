"""Whether a number of a claim stands beside the words that it stands beside in the source."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizapp.prove.alignment import ClaimAlignment
from quizapp.prove.amounts import COUNT, INTERVAL, P_VALUE, VALUES, Figure
from quizapp.prove.check_numbers import are_equal, show
from quizapp.prove.reading import Reading, TextToken
from quizapp.prove.verdict import ProofReason, unproved
from quizapp.prove.word_classes import words_of

_BOUND_TO_WORDS = VALUES | {INTERVAL, P_VALUE}
_COMPARING = frozenset({"~increase", "~decrease", "~improve", "~worsen", "more", "less"})
_EXTREMES = frozenset({"~maximum", "~minimum"})
_NO_NOUN = words_of("in on at to for by from with among during after before than and or but")
_STRENGTHS = ((";", ":", "."), ("but", "whereas", "while", "than"), (",",), ("and", "or"))


@dataclass(frozen=True, slots=True)
class _Span:
    """A number and the places of the words that it belongs to.

    `shared` are those that may belong to all numbers of a series: what leads to the first of them,
    and the predicate behind the last. `noun` is what is counted: others may be counted of it, too.
    """

    amount: Figure
    places: frozenset[int]
    shared: frozenset[int]
    noun: frozenset[int]


def check_binding(both: ClaimAlignment) -> Iterator[ProofReason]:
    """Yield a number beside words that another number of its kind has in the source."""
    for mine in both.claim_amounts:
        if mine.kind not in _BOUND_TO_WORDS:
            continue
        ours = _spans(both.claim, [a for a in both.claim_amounts if _are_rivals(mine, a)])
        places = next(each.places for each in ours if each.amount is mine)
        said = [each for each in both.claim_amounts if each.at in places]
        theirs = _spans(both.source, [a for a in both.source_amounts if _are_rivals(mine, a)])
        own = [each for each in theirs if are_equal(mine, each.amount)]
        others = [each for each in theirs if not any(are_equal(a, each.amount) for a in said)]
        words = list(_places_of_words(both, mine, places))
        here = _joined(each.places for each in own)
        there = _joined(each.places for each in others)
        weak = _count(words, here, there)
        for other in others if own else ():
            # "14 children … and 23": what is counted tells nothing where the other does not say it.
            has_noun = any(both.source.tokens[at].is_content for at in other.noun)
            kept = _joined(e.places - e.shared - (frozenset() if has_noun else e.noun) for e in own)
            taken = _count(words, other.places - other.shared - other.noun, here)
            if taken > _count(words, kept, there) or (
                not weak and _count(words, other.places, here)
            ):
                yield unproved(
                    show(mine, both.claim),
                    f"has {show(other.amount, both.source)} beside these words",
                    "write the number that belongs to them",
                )
                break


def _joined(sets: Iterable[frozenset[int]]) -> frozenset[int]:
    return frozenset[int]().union(*sets)


def _count(words: Sequence[frozenset[int]], mine: frozenset[int], others: frozenset[int]) -> int:
    """Return how many of `words` are at the places `mine`, and at none of `others`."""
    return sum(bool(each & mine) and not each & others for each in words)


def _places_of_words(
    both: ClaimAlignment, mine: Figure, places: frozenset[int]
) -> Iterator[frozenset[int]]:
    """Yield where each word beside `mine` stands in the source, and each number of another kind."""
    units = {each.at + 1 for each in both.claim_amounts if each.has_unit}
    for at in sorted(places - units):
        if both.claim.tokens[at].is_content and at in both.candidates:
            yield frozenset(each.at for each in both.candidates[at])
    for figure in both.claim_amounts:
        if figure.at in places and not _are_rivals(mine, figure):
            yield frozenset(
                a.at
                for a in both.source_amounts
                if _are_rivals(figure, a)
                and are_equal(figure, a)
                and {figure.bound, a.bound} != {"<", ">"}
            )


def _are_rivals(one: Figure, other: Figure) -> bool:
    """Return whether a sentence may have one number where it has the other."""
    if (one.kind, one.is_whole) != (other.kind, other.is_whole) or not one.measures_as(other):
        return False
    if {one.bound, other.bound} in ({"<", ""}, {">", ""}):  # under 45 years, for 9 years
        return False
    return one.kind != COUNT or ("." in one.token.form) == ("." in other.token.form)


def _spans(reading: Reading, amounts: Sequence[Figure]) -> list[_Span]:
    """Return the numbers with what belongs to each: up to the strongest mark before the next."""
    found: list[_Span] = []
    ends = [_boundary(reading, one, other) for one, other in pairwise(amounts)]
    for at, amount in enumerate(amounts):
        start = next((e for e in reversed(ends[:at]) if e is not None), 0)
        end = next((e for e in ends[at:] if e is not None), len(reading.tokens))
        sentence = amount.token.sentence
        places = {t.at for t in reading.tokens[start:end] if t.sentence == sentence}
        if not start or reading.tokens[start].bracket == amount.token.bracket:
            lead, other_arm = _lead(reading, amount)
            places = (places | lead) - other_arm
        near = [each for each in amounts if each.token.sentence == sentence]
        shared: set[int] = set()
        if not any(each.at < start for each in near):
            before = {place for place in places if place < amount.at}
            shared = {at for at in before if reading.tokens[at].kind != "number"}
        if not any(each.at >= end for each in near):
            verb = next((t.at for t in reading.tokens[amount.at : end] if t.is_verb), end)
            shared |= {place for place in places if place >= verb}
        noun = frozenset(_counted(reading, amount))
        found.append(_Span(amount, frozenset(places), frozenset(shared) - noun, noun))
    return found


def _counted(reading: Reading, amount: Figure) -> Iterator[int]:
    """Yield the places of what a number counts: 14 children, 66% of the colonies."""
    for token in reading.tokens[amount.at + 1 :]:
        is_end = token.is_verb or token.kind in {"number", "rank"} or token.form in _NO_NOUN
        if is_end or (token.kind == "mark" and token.form not in {"%", "-"}):
            return
        yield token.at


def _boundary(reading: Reading, one: Figure, other: Figure) -> int | None:
    """Return where the words of `one` end and those of `other` begin; None: they share them."""
    if one.token.sentence != other.token.sentence:
        return other.at
    between = reading.tokens[one.at + 1 : other.at]
    outer = {one.token.bracket, other.token.bracket}
    if len(outer) > 1:
        outer = {0}
    for strength in _STRENGTHS:
        places = [each.at for each in between if each.form in strength and each.bracket in outer]
        if places:
            return places[-1]
    return other.at if any(each.is_content for each in between) else None


def _lead(reading: Reading, amount: Figure) -> tuple[set[int], set[int]]:
    """Return the places of what leads to the bracket of a number, and those of the other arm.

    It goes back to the bracket before.

    Of two numbers in a bracket behind "A … than B", A leads to the first and B to the second.
    """
    bracket = amount.token.bracket
    if not bracket:
        return set(), set()
    inside = [t for t in reading.tokens if t.bracket == bracket]
    lead = []
    for token in reversed(reading.tokens[: inside[0].at]):
        if token.sentence != amount.token.sentence or token.form in {")", "]", ";"}:
            break
        lead.append(token)
    places = {each.at for each in lead}
    pivot = next((t.at for t in lead if t.form == "than"), None)
    middle = next((t.at for t in inside if t.form == "than"), None)
    if pivot is None or middle is None or amount.kind not in VALUES:
        return places, set()
    compared = next((t.at for t in lead if t.at < pivot and _COMPARING & t.keys), 0)
    first = {t.at for t in lead if compared < t.at < pivot and t.is_content}
    if not first:
        first = {t.at for t in lead if t.at < pivot}
    end = next((t.at for t in lead[::-1] if t.at > pivot and t.form in {"among", "in"}), None)
    second = {t.at for t in lead if t.at > pivot and (end is None or t.at < end)}
    return places, second if amount.at < middle else first


def compare_by_numbers(both: ClaimAlignment, word: TextToken) -> bool | None:
    """Return whether the figures of the source bear out a comparison; None where it has none.

    "More eggs in A than in B" where it has 5.3 in A and 4.8 in B.
    """
    if not _EXTREMES.isdisjoint(word.keys):
        return True if _is_extreme(both, word) else None
    sign = 1 if "~increase" in word.keys else -1 if "~decrease" in word.keys else 0
    pivot = next((t.at for t in both.claim.tokens if t.form == "than" and t.at > word.at), None)
    if not sign or pivot is None:
        return None
    sides = _sides(both, pivot)
    named = {each.value for each in both.claim_amounts}  # aged 16 and 17: no figures to compare
    figures = [a for a in both.source_amounts if a.kind in VALUES and a.value not in named]
    for group in dict.fromkeys(tuple(b for b in figures if _are_rivals(a, b)) for a in figures):
        spans = _spans(both.source, group)
        found = [_best_spans(spans, mine, other) for mine, other in (sides, sides[::-1])]
        for one in found[0]:
            for other in found[1]:
                if one.value != other.value:
                    return (one.value > other.value) == (sign > 0)
    return None


def _sides(both: ClaimAlignment, pivot: int) -> tuple[frozenset[int], frozenset[int]]:
    """Return the places of what a claim says before its "than" alone, and behind it alone."""
    found: list[tuple[bool, frozenset[int]]] = [
        (each.at > pivot, frozenset(t.at for t in both.candidates.get(each.at, ())))
        for each in both.claim.content
    ]
    for mine in both.claim_amounts:
        same = frozenset(each.at for each in both.source_amounts if each.value == mine.value)
        found.append((mine.at > pivot, same if len(same) == 1 else frozenset()))
    first, second = (_joined(at for is_behind, at in found if is_behind == side) for side in (0, 1))
    return first - second, second - first


def _is_extreme(both: ClaimAlignment, word: TextToken) -> bool:
    """Return whether a number that a claim has is the largest, or smallest, of its kind there."""
    pick = max if "~maximum" in word.keys else min
    return any(
        len(rivals := [a for a in both.source_amounts if _are_rivals(mine, a)]) > 1
        and are_equal(mine, pick(rivals, key=lambda each: each.value))
        for mine in both.claim_amounts
        if mine.kind in VALUES
    )


def _best_spans(
    spans: Sequence[_Span], mine: frozenset[int], other: frozenset[int]
) -> list[Figure]:
    """Return the numbers that stand beside most of what one side of a comparison says."""
    scores = [
        (len(span.places & mine) - len((span.places - span.shared) & other), span)
        for span in spans
        if span.places & (mine - other)
    ]
    best = max((score for score, _ in scores), default=0)
    return [span.amount for score, span in scores if score == best]
