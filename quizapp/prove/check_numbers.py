"""The numbers of a claim: do they stand in its source, as what they are said to be?"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from quizapp.prove.alignment import ClaimAlignment
from quizapp.prove.amounts import (
    COUNT,
    ERROR,
    INTERVAL,
    LEVEL,
    NO_NOUNS,
    P_VALUE,
    PERCENT,
    RANK,
    YEAR,
    Figure,
)
from quizapp.prove.check_directions import is_comparative
from quizapp.prove.reading import AUXILIARIES, Reading
from quizapp.prove.verdict import ProofReason, contradicted, unproved
from quizapp.prove.word_classes import words_of

_HUNDRED = 100
_APART = words_of("too more less fewer off apart later earlier")
_ERRORS = words_of("error uncertainty deviation margin sd se")
_NEAR = 4  # tokens from one end of an interval to the other
_MAX_COUNTED = 12  # things of a list that an author may have counted
_IMPLIED = {
    0: words_of("no none zero neither nobody"),
    1: words_of("one single once sole a an"),
    2: words_of("both pair twice two couple double"),
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
# What a number is said to be, and what it may be in the source.
_MAY_BE = {(P_VALUE, COUNT), (ERROR, COUNT), (INTERVAL, PERCENT), (COUNT, YEAR), (YEAR, COUNT)}
_MAY_BE |= {(COUNT, RANK), (RANK, COUNT)}  # the first subset: subset 1
_OPPOSITE = {"<": ">", ">": "<"}
_BOUND_WORDS = {"<": "at most or less than", ">": "at least or more than"}
_LOOSE = words_of("during within")  # over 80 years: a bound, or not


def check_numbers(both: ClaimAlignment) -> Iterator[ProofReason]:
    """Yield a number that no cited sentence has, or that is of another kind, unit or bound there.

    A slip in a figure is the commonest falsehood of a deck, and the one that is surest told.
    """
    for amount in both.claim_amounts:
        quote = show(amount, both.claim)
        same = [each for each in both.source_amounts if are_equal(amount, each)]
        fitting = [each for each in same if _may_be(amount, each, both)]
        if not same:
            yield from _absent(amount, both)
        elif not fitting:
            found = f"has {show(same[0], both.source)}, {_BESIDE[same[0].kind]}"
            make = unproved if amount.is_bare and same[0].kind == PERCENT else contradicted
            yield make(quote, found, "write what the number is there")
        elif all(_have_other_units(amount, each, both) for each in fitting):
            fix = "write the number that belongs to this unit"
            yield contradicted(quote, f"has {show(fitting[0], both.source)}", fix)
        elif amount.is_whole and _is_part(fitting, both):
            fix = "write the number that the other is a part of"
            yield contradicted(quote, "has it as a part, not as the whole", fix)
        else:
            yield from _bound(amount, fitting, both)


def are_equal(one: Figure, other: Figure) -> bool:
    """Return whether two numbers say the same; 0.23 is 23 %, and "about" allows some."""
    if one.unit != other.unit and one.measures_as(other):
        return abs(one.measured - other.measured) <= abs(other.measured) / 50
    slack = max(one.slack, other.slack)
    values = [other.value]
    if one.kind == PERCENT and other.kind == COUNT and other.value < 1:
        values.append(other.value * _HUNDRED)
    if other.kind == PERCENT and one.kind == COUNT and one.value < 1:
        values.append(other.value / _HUNDRED)
    is_percent = one.kind == PERCENT or one.is_bare
    if other.kind == PERCENT and is_percent and _decimals(one) < _decimals(other):  # 22.9 % is 23 %
        values.append(Fraction(round(other.value, _decimals(one))))
    return any(abs(one.value) == abs(value) or abs(one.value - value) <= slack for value in values)


def _decimals(amount: Figure) -> int:
    """Return how many decimals a number is written with."""
    return len(amount.token.form.partition("e")[0].partition(".")[2])


def show(amount: Figure, reading: Reading) -> str:
    """Return a number with the word behind it, as its author wrote them."""
    phrase = amount.token.phrase
    shown = amount.token.written.strip()
    for each in reading.tokens[amount.at + 1 : amount.at + 3]:
        if phrase is not None and each.phrase == phrase:
            continue
        if each.form in {"%", "-"}:
            shown += each.shown if each.phrase is None else f" {each.written}"
        elif each.kind in {"word", "name"} and each.form not in NO_NOUNS:
            return f"{shown}{each.written}" if shown.endswith("-") else f"{shown} {each.written}"
        else:
            break
    return shown.rstrip("-")


# --- one number ----------------------------------------------------------------------------------


def _absent(amount: Figure, both: ClaimAlignment) -> Iterator[ProofReason]:
    """Yield what to say of a number that no cited sentence has, unless it is implied there.

    It is a conflict where the source has a number in its place, and no small one: an author may
    have counted what a sentence lists.
    """
    quote = show(amount, both.claim)
    rivals = [
        each
        for each in both.source_amounts
        if each.kind == amount.kind
        and (_is_difference(each, both.source) or not _is_difference(amount, both.claim))
        and _counts_alike(amount, each, both)
    ]
    if _is_implied(amount, both.source) or any(_satisfies(each, amount, 4) for each in rivals):
        return
    is_small = _is_small(amount)
    has_rival = any(not is_small or each.noun == amount.noun for each in rivals)
    rival = min(rivals, key=lambda each: _distance(amount, each), default=None)
    if _is_computed(amount, rivals):
        finding, fix = "has figures that it may be computed from, not the figure", "`equals`"
        yield unproved(quote, finding, f"say how in {fix}")
    elif not has_rival and (is_small or amount.kind in {YEAR, RANK}):
        yield unproved(quote, "does not have this number", "cite the sentence that says it")
    elif amount.has_unit and rivals and not any(amount.measures_as(each) for each in rivals):
        yield unproved(quote, "has no number of this unit", "cite the sentence that says it")
    elif amount.slack and any(
        abs(each.value - amount.value) <= 6 * amount.slack or _satisfies(each, amount)
        for each in rivals
    ):
        yield unproved(quote, "does not have this number", "write the source's number")
    elif rival is None:
        yield unproved(quote, "does not have this number", "correct it, or cite what says it")
    else:
        yield contradicted(
            quote,
            f"has {show(rival, both.source)}",
            f"write {rival.token.written.strip()}, or cite the sentence that says "
            f"{amount.token.written.strip()}",
        )


def _is_difference(amount: Figure, reading: Reading) -> bool:
    """Return whether a measure says how far two things are apart: 1000 K hotter, 5 kg too much."""
    behind = reading.tokens[amount.at + 1 : amount.at + 5]
    if not amount.has_unit and amount.value.denominator == 1:
        return False  # a count
    for at, word in enumerate(behind):
        if word.kind != "word" or word.form in AUXILIARIES:
            return False
        if word.form in _APART:
            return at > 0
        if word.form.endswith("er") and is_comparative(word):
            return True
    return False


def _counts_alike(amount: Figure, other: Figure, both: ClaimAlignment) -> bool:
    """Return whether two counts may be of one thing; 5 devices are in no conflict with 8 days."""
    if amount.kind != COUNT:
        return True
    if amount.has_unit or other.has_unit:
        return amount.measures_as(other) or not (amount.noun and other.noun)
    mine, theirs = _counted(amount, both.claim), _counted(other, both.source)
    return not mine or not theirs or not mine.isdisjoint(theirs)


def _counted(amount: Figure, reading: Reading) -> frozenset[str]:
    """Return the keys of the words of content straight behind a number: 3120 labelled patches."""
    keys: set[str] = set()
    for each in reading.tokens[amount.at + 1 : amount.at + 5]:
        if each.form == "-":
            continue
        if not each.is_content or each.is_verb:
            break
        keys |= each.keys
    return frozenset(keys)


def _is_implied(amount: Figure, source: Reading) -> bool:
    """Return whether a number is said without a figure: both of them, a minute."""
    if amount.kind != COUNT or amount.value not in _IMPLIED:
        return False
    if amount.noun == "times" and amount.value == 1:
        return all(t.form != "times" for t in source.tokens)  # once a day: daily
    forms = _IMPLIED[int(amount.value)]
    return any(
        one.form in forms and (not amount.has_unit or other.form == amount.noun)
        for one, other in pairwise(source.tokens)
    )


def _is_part(fitting: Sequence[Figure], both: ClaimAlignment) -> bool:
    """Return whether a whole of the claim is a part there, and one of its parts the whole."""
    parts = {each.value for each in both.claim_amounts if not each.is_whole}
    wholes = {each.value for each in both.source_amounts if each.is_whole}
    return not any(each.is_whole for each in fitting) and not parts.isdisjoint(wholes)


def _is_small(amount: Figure) -> bool:
    """Return whether a number may be a count of things that a sentence lists."""
    is_whole = amount.value.denominator == 1 and not amount.has_unit
    return amount.kind in {COUNT, RANK} and is_whole and amount.value <= _MAX_COUNTED


def _satisfies(there: Figure, bound: Figure, nearness: int = 0) -> bool:
    """Return whether a number is within a bound, and near it: 22.9 % is more than 20 %."""
    if not there.measures_as(bound) or bound.bound not in _OPPOSITE or there.bound in _OPPOSITE:
        return False
    is_within = there.value > bound.value if bound.bound == ">" else there.value < bound.value
    return is_within and abs(there.value - bound.value) * nearness <= abs(bound.value)


def _distance(amount: Figure, rival: Figure) -> tuple[bool, bool, Fraction]:
    """Return how unlike two numbers are: the likest is what was meant."""
    is_other = not (amount.noun and amount.noun == rival.noun)
    return is_other, not amount.measures_as(rival), abs(amount.value - rival.value)


def _is_computed(amount: Figure, rivals: Sequence[Figure]) -> bool:
    """Return whether a number is sum, difference or rest of others, or more exact than one."""
    values = [each.value for each in rivals]
    results = {abs(one + sign * two) for one, two in combinations(values, 2) for sign in (1, -1)}
    results |= {_HUNDRED - each for each in values if amount.kind == PERCENT}
    is_exact = any(round(amount.value, _decimals(a)) == a.value for a in rivals)
    return is_exact or (amount.value in results and not _is_small(amount))


def _may_be(amount: Figure, other: Figure, both: ClaimAlignment) -> bool:
    """Return whether a number of the source may be what the claim says it is."""
    if amount.kind == other.kind or (amount.kind, other.kind) in _MAY_BE:
        return True
    if (amount.kind, other.kind) == (COUNT, P_VALUE):  # the question names P, or the sign shows it
        is_bound = amount.bound in _OPPOSITE and not amount.has_unit
        return is_bound or any(each.form == "p" for each in both.claim.tokens)
    if {amount.kind, other.kind} == {COUNT, PERCENT}:
        is_said = any(t.form.startswith(("percent", "proportion")) for t in both.claim.tokens)
        return is_said or amount.value < 1 or other.value < 1
    if other.kind == ERROR:
        return any(t.form in _ERRORS for t in both.claim.tokens)
    if other.kind == INTERVAL:  # its other end stands beside it in the claim, too
        figures = both.source_amounts
        ends = {each.value for each in figures if each.kind == INTERVAL and _are_near(each, other)}
        return any(each.value in ends for each in both.claim_amounts if _are_near(each, amount))
    return False


def _are_near(one: Figure, other: Figure) -> bool:
    """Return whether two numbers stand side by side."""
    return 0 < abs(one.at - other.at) <= _NEAR


def _have_other_units(amount: Figure, other: Figure, both: ClaimAlignment) -> bool:
    """Return whether two equal numbers count different things: 8 days, 8 devices."""
    if amount.measures_as(other) or other.kind == ERROR:
        return False
    if amount.has_unit and other.has_unit:
        return True
    bare, reading = (other, both.source) if amount.has_unit else (amount, both.claim)
    following = [t for t in reading.tokens[bare.at + 1 : bare.at + 6] if t.kind == "word"][:2]
    return bool(following) and following[0].is_content


def _bound(
    amount: Figure, fitting: Sequence[Figure], both: ClaimAlignment
) -> Iterator[ProofReason]:
    """Yield what to say of a number that is a bound on one side, and not so on the other."""
    said = amount.bound if amount.bound in _OPPOSITE else ""
    there = {each.bound if each.bound in _OPPOSITE else "" for each in fitting}
    before = {both.claim.tokens[amount.at - 1].form if amount.at else ""}
    before |= {both.source.tokens[each.at - 1].form for each in fitting if each.at}
    if said in there or amount.kind == P_VALUE or before & _LOOSE:
        return
    quote = show(amount, both.claim)
    compared = both.claim.tokens[max(0, amount.at - 2)]
    is_rest = compared.form.endswith("er") and compared.at in both.candidates  # older patients
    if said and _OPPOSITE[said] in there and not is_rest:
        words = _BOUND_WORDS[_OPPOSITE[said]]
        yield contradicted(quote, f"says {words} here", "turn the bound round")
    elif said:
        yield unproved(quote, "says the number without a bound", "leave out the bound")
    else:
        words = _BOUND_WORDS[next(iter(there))]
        yield unproved(quote, f"says {words} here", "say so, too")
