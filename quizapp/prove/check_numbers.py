"""The numbers of a claim: do they stand in its source, as what they are said to be?"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from quizapp.grading.units import unit_of
from quizapp.prove.alignment import ClaimAlignment
from quizapp.prove.amounts import (
    COUNT,
    ERROR,
    INTERVAL,
    LEVEL,
    P_VALUE,
    PERCENT,
    RANK,
    YEAR,
    Figure,
)
from quizapp.prove.reading import AUXILIARIES, Reading
from quizapp.prove.verdict import ProofReason, contradicted, unproved
from quizapp.prove.word_classes import words_of

_HUNDRED = 100
_NO_NOUNS = AUXILIARIES | words_of("of to and or in on at for with from by than as per but")
_NEAR = 4  # tokens from one end of an interval to the other
_MAX_COUNTED = 12  # things of a list that an author may have counted
_IMPLIED = {
    0: "no none zero neither nobody",
    1: "one single once sole a an",
    2: "both pair twice two couple double",
}
_BESIDE = {
    LEVEL: "the level of an interval",
    INTERVAL: "an end of an interval",
    P_VALUE: "a P value",
    ERROR: "an error",
    RANK: "a rank",
    YEAR: "a year",
    PERCENT: "a percentage",
    COUNT: "a count",
}
_OPPOSITE = {"<": ">", ">": "<"}
_BOUND_WORDS = {"<": "at most or less than", ">": "at least or more than"}


def check_numbers(both: ClaimAlignment) -> Iterator[ProofReason]:
    """Yield what is wrong with the numbers of a claim."""
    for amount in both.claim_amounts:
        same = [each for each in both.source_amounts if are_equal(amount, each)]
        if not same:
            if reason := _absent(amount, both):
                yield reason
            continue
        fitting = [each for each in same if _have_one_kind(amount, each, both)]
        if not fitting:
            yield _other_kind(amount, same[0], both)
            continue
        if all(_have_other_units(amount, each, both) for each in fitting):
            yield _other_unit(amount, fitting[0], both)
            continue
        if all(_is_denominator(each, both.source) for each in fitting) and not (
            _is_denominator(amount, both.claim) or amount.is_whole
        ):
            yield _part_of(amount, fitting[0], both)
        if reason := _bound(amount, fitting, both):
            yield reason


def are_equal(one: Figure, other: Figure) -> bool:
    """Return whether two numbers say the same; 0.23 is 23 %, and "about" allows some."""
    slack = max(one.slack, other.slack)
    values = [other.value]
    if one.kind == PERCENT and other.kind == COUNT and other.value < 1:
        values.append(other.value * _HUNDRED)
    if other.kind == PERCENT and one.kind == COUNT and one.value < 1:
        values.append(other.value / _HUNDRED)
    if one.unit != other.unit and one.unit.dimension == other.unit.dimension:
        return abs(one.measured - other.measured) <= abs(other.measured) / 50
    if other.kind == PERCENT and _places(one) < _places(other):  # 22.9 % is 23 %
        values.append(Fraction(round(other.value, _places(one))))
    return any(abs(one.value) == abs(value) or abs(one.value - value) <= slack for value in values)


def _places(amount: Figure) -> int:
    """Return how many decimals a number is written with."""
    return len(amount.token.form.partition("e")[0].partition(".")[2])


def show(amount: Figure, reading: Reading) -> str:
    """Return a number with the word behind it, as it stands in its text."""
    shown = amount.token.shown.strip()
    for each in reading.tokens[amount.at + 1 : amount.at + 3]:
        if each.form in {"%", "-"}:
            shown += each.form
        elif each.kind in {"word", "name"} and each.form not in _NO_NOUNS:
            return f"{shown}{each.shown}" if shown.endswith("-") else f"{shown} {each.shown}"
        else:
            break
    return shown.rstrip("-")


# --- one number ----------------------------------------------------------------------------------


def _absent(amount: Figure, both: ClaimAlignment) -> ProofReason | None:
    """Return what to say of a number that no cited sentence has; None where it is implied."""
    if _is_implied(amount, both.source) or _is_ratio(amount, both):
        return None
    quote = show(amount, both.claim)
    rivals = [each for each in both.source_amounts if each.kind == amount.kind]
    if any(_satisfies(each, amount, near=True) for each in rivals):
        return None
    if _is_computed(amount, both.source_amounts):
        return unproved(
            quote, "has figures that it may be computed from, not the figure", "say how in `equals`"
        )
    is_small = _is_small(amount)
    has_rival = any(not is_small or each.noun == amount.noun for each in rivals)
    if not has_rival and (is_small or amount.kind in {YEAR, RANK}):
        return unproved(quote, "does not have this number", "cite the sentence that says it")
    if amount.has_unit and rivals and not any(_measure_alike(amount, each) for each in rivals):
        return unproved(quote, "has no number of this unit", "cite the sentence that says it")
    if amount.slack and any(
        abs(each.value - amount.value) <= 6 * amount.slack or _satisfies(each, amount)
        for each in rivals
    ):
        return unproved(quote, "does not have this number", "write the source's number")
    rival = min(rivals, key=lambda each: _distance(amount, each), default=None)
    if rival is None:
        return contradicted(quote, "does not have this number", "correct it, or cite what says it")
    return contradicted(
        quote,
        f"has {show(rival, both.source)}",
        f"write {rival.token.shown.strip()}, or cite the sentence that says "
        f"{amount.token.shown.strip()}",
    )


def _is_implied(amount: Figure, source: Reading) -> bool:
    """Return whether a number is said without a figure: both of them, a minute."""
    forms = _IMPLIED.get(int(amount.value), "") if amount.value.denominator == 1 else ""
    if amount.kind != COUNT:
        return False
    if amount.noun == "times" and amount.value == 1:
        return all(t.form != "times" for t in source.tokens)
    return any(
        one.form in forms.split() and (not amount.has_unit or other.form == amount.noun)
        for one, other in pairwise(source.tokens)
    )


def _is_ratio(amount: Figure, both: ClaimAlignment) -> bool:
    """Return whether a percentage is that of two numbers side by side: 4 in 10."""
    return amount.kind == PERCENT and any(
        _is_denominator(whole, both.source)
        and whole.value
        and abs(part.value * _HUNDRED / whole.value - amount.value) < Fraction(1, 2)
        for part, whole in pairwise(both.source_amounts)
    )


def _is_small(amount: Figure) -> bool:
    """Return whether a number may be a count of things that a sentence lists."""
    is_whole = amount.value.denominator == 1 and not amount.has_unit
    return amount.kind in {COUNT, RANK} and is_whole and amount.value <= _MAX_COUNTED


def _satisfies(there: Figure, bound: Figure, *, near: bool = False) -> bool:
    """Return whether a number is within a bound, and `near` it: 22.9 % is more than 20 %."""
    if not _measure_alike(there, bound) or bound.bound not in _OPPOSITE or there.bound in _OPPOSITE:
        return False
    is_within = there.value > bound.value if bound.bound == ">" else there.value < bound.value
    return is_within and (not near or abs(there.value - bound.value) * 4 <= abs(bound.value))


def _distance(amount: Figure, rival: Figure) -> tuple[bool, bool, Fraction]:
    """Return how unlike two numbers are: the likest is what was meant."""
    noun = not (amount.noun and amount.noun == rival.noun)
    return noun, not _measure_alike(amount, rival), abs(amount.value - rival.value)


def _is_computed(amount: Figure, others: Sequence[Figure]) -> bool:
    """Return whether a number is sum, difference or rest of numbers of the source."""
    values = [each.value for each in others if each.kind == amount.kind]
    if amount.kind == PERCENT and any(amount.value == _HUNDRED - each for each in values):
        return True
    if any(_places(each) < _places(amount) and _rounded(amount, each) for each in others):
        return True  # more exact than the source
    if amount.kind not in {COUNT, PERCENT} or amount.value <= _MAX_COUNTED:
        return False
    return any(
        amount.value in {one + other, abs(one - other)}
        for at, one in enumerate(values)
        for other in values[at + 1 :]
    )


def _rounded(amount: Figure, other: Figure) -> bool:
    """Return whether a number is `other` when it is rounded as that one is."""
    return (
        amount.kind == other.kind and Fraction(round(amount.value, _places(other))) == other.value
    )


def _have_one_kind(amount: Figure, other: Figure, both: ClaimAlignment) -> bool:
    """Return whether a number of the source may be what the claim says it is."""
    if (
        amount.kind == other.kind
        or {amount.kind, other.kind} == {COUNT, YEAR}
        or {amount.kind, other.kind} == {COUNT, RANK}
    ):
        return True
    if {amount.kind, other.kind} == {COUNT, PERCENT}:
        is_said = any(t.form.startswith(("percent", "proportion")) for t in both.claim.tokens)
        return is_said or amount.value < 1 or other.value < 1
    if other.kind == INTERVAL:  # its other end stands beside it in the claim, too
        ends = {each.value for each in both.source_amounts if _are_ends(each, other)}
        return any(each.value in ends for each in both.claim_amounts if _are_near(each, amount))
    return (amount.kind, other.kind) in {
        (P_VALUE, COUNT),
        (ERROR, COUNT),
        (INTERVAL, PERCENT),
    }


def _are_ends(one: Figure, other: Figure) -> bool:
    """Return whether two numbers are the ends of one interval."""
    return one.kind == INTERVAL and _are_near(one, other)


def _are_near(one: Figure, other: Figure) -> bool:
    """Return whether two numbers stand side by side."""
    return 0 < abs(one.at - other.at) <= _NEAR


def _other_kind(amount: Figure, other: Figure, both: ClaimAlignment) -> ProofReason:
    """Return what to say of a number that is another thing in the source."""
    make = unproved if RANK in {amount.kind, other.kind} else contradicted  # fourth of a list
    return make(
        show(amount, both.claim),
        f"has {show(other, both.source)}, {_BESIDE[other.kind]}",
        "write what the number is there",
    )


def _have_other_units(amount: Figure, other: Figure, both: ClaimAlignment) -> bool:
    """Return whether two equal numbers count different things: 8 days, 8 devices."""
    if _measure_alike(amount, other):
        return False
    if amount.has_unit and other.has_unit:
        return not _same_word(amount, other, both)
    bare, reading = (other, both.source) if amount.has_unit else (amount, both.claim)
    measured = amount if amount.has_unit else other
    following = [t for t in reading.tokens[bare.at + 1 : bare.at + 6] if t.kind == "word"][:2]
    if not following or any(
        unit_of(each.shown).dimension == measured.unit.dimension for each in following
    ):
        return False
    return following[0].is_content


def _measure_alike(one: Figure, other: Figure) -> bool:
    """Return whether two numbers are in units of one kind, or in none."""
    return one.unit.dimension == other.unit.dimension


def _same_word(amount: Figure, other: Figure, both: ClaimAlignment) -> bool:
    """Return whether the words behind two numbers say the same."""
    one = {key for each in both.claim.tokens[amount.at + 1 : amount.at + 3] for key in each.keys}
    two = {key for each in both.source.tokens[other.at + 1 : other.at + 3] for key in each.keys}
    return bool(one & two)


def _other_unit(amount: Figure, other: Figure, both: ClaimAlignment) -> ProofReason:
    """Return what to say of a number that has another unit in the source."""
    return contradicted(
        show(amount, both.claim),
        f"has {show(other, both.source)}",
        "write the number that belongs to this unit",
    )


def _bound(amount: Figure, fitting: Sequence[Figure], both: ClaimAlignment) -> ProofReason | None:
    """Return what to say of a number that is a bound on one side, and not so on the other."""
    said = amount.bound if amount.bound in _OPPOSITE else ""
    there = {each.bound if each.bound in _OPPOSITE else "" for each in fitting}
    # Over 80 years: a bound, or not.
    is_loose = any(
        _is_behind(each, reading, form)
        for form in ("during", "within")
        for reading, figures in ((both.claim, [amount]), (both.source, fitting))
        for each in figures
    )
    if said in there or amount.kind == P_VALUE or is_loose:
        return None
    quote = show(amount, both.claim)
    if said and _OPPOSITE[said] in there:
        words = _BOUND_WORDS[_OPPOSITE[said]]
        return contradicted(quote, f"says {words} here", "turn the bound round")
    if said:
        return unproved(quote, "says the number without a bound", "leave out the bound")
    words = _BOUND_WORDS[next(iter(there))]
    return unproved(quote, f"says {words} here", "say so, too")


def _is_behind(amount: Figure, reading: Reading, form: str) -> bool:
    """Return whether a number follows a word."""
    return amount.at > 0 and reading.tokens[amount.at - 1].form == form


def _is_denominator(amount: Figure, reading: Reading) -> bool:
    """Return whether a number is what another one is a part of: 13 of 56."""
    before = reading.tokens[max(0, amount.at - 2) : amount.at]
    return [each.kind for each in before] == ["number", "word"] and before[1].form in {"of", "in"}


def _part_of(amount: Figure, other: Figure, both: ClaimAlignment) -> ProofReason:
    """Return what to say of a number of which the source tells a part."""
    part = both.source.tokens[other.at - 2].shown.strip()
    return unproved(
        show(amount, both.claim),
        f"says it of {part} of {show(other, both.source)}",
        "write the part, or cite what says it of all",
    )
