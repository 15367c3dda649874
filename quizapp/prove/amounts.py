"""The numbers of a text, each with what kind of number it is."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from quizapp.grading.read_amount import value_of
from quizapp.grading.units import NO_UNIT, Unit, is_known, unit_of
from quizapp.prove.reading import AUXILIARIES, Reading, TextToken
from quizapp.prove.word_classes import FRAME, words_of

COUNT, PERCENT, RANK, YEAR, P_VALUE, LEVEL, INTERVAL, ERROR = (
    *("count", "percent", "rank", "year", "p", "level", "interval", "error"),
)
NO_NOUNS = AUXILIARIES | words_of("of to and or in on at for with from by than as per but")
VALUES = frozenset({COUNT, PERCENT})  # what a sentence says of things; the rest stands beside it
_RATIOS = ((), (("fold", 1),))  # dimensions of what is no measure: 3 times
_BOUNDS = {"<": "<", ">": ">", "≤": "<", "≥": ">", "~": "~"}
_YEAR_DIGITS = 4
_YEARS = range(1700, 2100)
_BEFORE_YEAR = words_of("in since from between to until and by during of - , ( early late")
_MONTHS = words_of(
    "january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug sep sept oct nov dec"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at a place of a text.

    Attributes:
        token: where it is.
        value: what it is.
        kind: one of those of this module.
        unit: what it is measured in; none where a thing is counted.
        noun: the word behind it, "" where none follows.
        bound: "<", ">", "~", or "" where it is said plainly.
        slack: how far off a number may be that is about the same.
        is_whole: whether parts of it are spoken of: 13 of 56, of 56 children.
    """

    token: TextToken
    value: Fraction
    kind: str
    unit: Unit = NO_UNIT
    noun: str = ""
    bound: str = ""
    slack: Fraction = Fraction(0)
    is_whole: bool = False

    @property
    def has_unit(self) -> bool:
        """Whether it is measured, not counted."""
        return self.unit != NO_UNIT

    @property
    def measured(self) -> Fraction:
        """How much it is in the base of its unit: 90 minutes are 1.5 hours."""
        return self.value * self.unit.factor + self.unit.offset

    @property
    def is_bare(self) -> bool:
        """Whether nothing behind it tells what is counted or measured: 31 is the gain."""
        return self.kind == COUNT and not self.has_unit and self.noun in {"", *NO_NOUNS}

    def measures_as(self, other: "Figure") -> bool:
        """Return whether two numbers are in units of one kind, or in none."""
        return self.unit.dimension == other.unit.dimension

    @property
    def at(self) -> int:
        """Its place among the tokens."""
        return self.token.at


def read_amounts(reading: Reading) -> tuple[Figure, ...]:
    """Return the numbers of a text in their order; both ends of a range share kind and unit."""
    found = [
        _amount(reading.tokens, token, value)
        for token in reading.tokens
        if token.kind in {"number", "rank"}
        and (value := _value(token, reading.language)) is not None
    ]
    return tuple(_as_percentages(reading.tokens, _share_ranges(reading.tokens, found)))


def name_p_values(
    figures: Sequence[Figure], beside: Callable[[], Iterable[Reading]]
) -> tuple[Figure, ...]:
    """Return numbers as the P values that texts `beside` call them: P = 0.003, 0.003 P value."""
    if not any(map(_may_be_p, figures)):
        return tuple(figures)
    named = {
        each.value
        for reading in beside()
        for each in read_amounts(reading)
        if each.kind == P_VALUE
        or (_may_be_p(each) and [t.form for t in reading.tokens[each.at + 1 :]][:1] == ["p"])
    }
    return tuple(
        replace(each, kind=P_VALUE) if _may_be_p(each) and each.value in named else each
        for each in figures
    )


def _may_be_p(figure: Figure) -> bool:
    return figure.kind == COUNT and not figure.has_unit and 0 <= figure.value < 1


@lru_cache(maxsize=4096)
def _number(text: str, language: str) -> Fraction | None:
    return value_of(text, language)


def _value(token: TextToken, language: str) -> Fraction | None:
    """Return what a token says; a sign behind a letter is a dash."""
    text = re.sub(r"(?:st|nd|rd|th)$", "", token.form) if token.kind == "rank" else token.form
    return _number(text.lstrip("+±"), language)


def _amount(tokens: Sequence[TextToken], token: TextToken, value: Fraction) -> Figure:
    """Return the number at `token`, looked at with its neighbours."""
    before = [each.form for each in tokens[max(0, token.at - 3) : token.at]]
    after = _without_error(tokens[token.at + 1 : token.at + 8])
    bounds = [_BOUNDS[each] for each in before[-3:] if each in _BOUNDS]
    bound = next((each for each in bounds if each != "~"), bounds[0] if bounds else "")
    kind = _kind(token, value, before, [each.form for each in after])
    following = after[1:] if after and after[0].form in {"-", "°"} else after
    unit = _unit(following[0]) if following and kind == COUNT else NO_UNIT
    noun = following[0].form if following and following[0].kind in {"word", "name"} else ""
    earlier = tokens[token.at - 2].kind if token.at > 1 else "mark"
    is_whole = before[-1:] == ["of"] and earlier in {"number", "mark"}
    slack = abs(value) / 20 if "~" in bounds else Fraction(0)
    return Figure(token, value, kind, unit, noun, bound, slack, is_whole)


def _without_error(tokens: Sequence[TextToken]) -> Sequence[TextToken]:
    """Return what stands behind a number and its error: 410 +160/-180 Mpc, (67.4 ± 0.5) km."""
    at = 0
    while at < len(tokens) and (
        tokens[at].form in {"±", "/"}
        or (
            tokens[at].kind == "number"
            and (tokens[at].form[0] in "+-±" or tokens[at - 1].form == "±")
        )
    ):
        at += 1
    is_closed = at and at < len(tokens) and tokens[at].form == ")"
    return tokens[at + 1 :] if is_closed else tokens[at:]


def _kind(token: TextToken, value: Fraction, before: Sequence[str], after: Sequence[str]) -> str:
    """Return what kind of number stands between these words."""
    behind = after[0] if after else ""
    if token.kind == "rank":
        return RANK
    if behind in {"%", "‰"} or behind.startswith("percent"):
        is_level = any(each in {"ci", "cri", "confidence", "credible"} for each in after[1:3])
        return LEVEL if is_level else PERCENT
    if (
        token.form[0] in "+±"
        or "±" in before[-1:]
        or (before[-1:] == ["/"] and token.form[0] == "-")
        or (before[-1:] == [","] and token.form[0] == "-" and before[-2][:1] == "+")
    ):
        return ERROR
    if "p" in before and abs(value) < 1:
        return P_VALUE
    last = before[-1] if before else ""
    if value.denominator == 1 and value in _YEARS and len(token.form) == _YEAR_DIGITS:
        is_date = last in _BEFORE_YEAR or any(each in _MONTHS for each in before)
        if is_date or not behind.endswith("s"):  # 1998 patients are no year
            return YEAR
    return RANK if _MONTHS & {last, behind} else COUNT


def _unit(token: TextToken) -> Unit:
    """Return the unit of measure that a word is; none where a thing is counted."""
    is_word = token.kind in {"word", "name"} and token.form not in FRAME
    unit = unit_of(token.shown) if is_word and is_known(token.shown) else NO_UNIT
    return unit if unit.dimension not in _RATIOS and not unit.is_count else NO_UNIT


def _as_percentages(tokens: Sequence[TextToken], found: Iterable[Figure]) -> Iterator[Figure]:
    """Yield the numbers, a bare one as a percentage where its clause says so elsewhere.

    31 is the gain, in percent.
    """
    clauses = {
        each.clause
        for each in tokens
        if each.form == "percentage"
        or (each.form == "%" and (not each.at or tokens[each.at - 1].kind != "number"))
    }
    for each in found:
        is_share = each.is_bare and each.token.clause in clauses
        yield replace(each, kind=PERCENT) if is_share else each


def _share_ranges(tokens: Sequence[TextToken], found: Sequence[Figure]) -> Iterator[Figure]:
    """Yield the numbers, those of an interval of confidence as such, ranges with one unit."""
    result = list(found)
    for at, (one, other) in enumerate(pairwise(found)):
        between = [each.form for each in tokens[one.at + 1 : other.at] if each.form != "%"]
        if between not in (["to"], ["-"], ["and"], [","], []) or one.kind not in VALUES:
            continue
        values = [each.at for each in found[:at] if each.kind != LEVEL]
        before = {each.form for each in tokens[max(values, default=-1) + 1 : one.at]}
        is_interval = not before.isdisjoint({"ci", "cri", "interval", "intervals"})
        around = (tokens[one.at - 1].form, tokens[min(other.at + 1, len(tokens) - 1)].form)
        if is_interval or (at and between in (["to"], ["-"]) and around == ("(", ")")):
            result[at] = replace(result[at], kind=INTERVAL, unit=NO_UNIT)
            result[at + 1] = replace(other, kind=INTERVAL)
        elif between in (["to"], ["-"]) and one.kind == COUNT:
            result[at] = replace(
                result[at], kind=other.kind, unit=one.unit if one.has_unit else other.unit
            )
    return iter(result)
