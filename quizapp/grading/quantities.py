"""Judging a quantity that is more than a number: with an error, an interval, a bound, a ratio.

What is said of it is taken apart here; each number in it is judged as any other, in its unit.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from quizapp.grading.amounts import LEAST_OF_NOUN, judge_number
from quizapp.grading.bounds import are_on_one_side, read_signs
from quizapp.grading.expected import ENGLISH, ExpectedAmount, ExpectedNumber
from quizapp.grading.grade import BLANK, RIGHT, Grade, Outcome, Reason
from quizapp.grading.languages import language_of
from quizapp.grading.numerals import NumberToken, fold, number_words, plain, tokens_of
from quizapp.grading.read_amount import MOST_CHARACTERS, amounts_in
from quizapp.grading.tell import tell_not_it
from quizapp.grading.units import NO_UNIT, unit_of

_SIGN_WORDS = {"<": "less than", "≤": "at most", ">": "more than", "≥": "at least"}
_SPELLED_SIGNS = {"<=": "≤", "=<": "≤", ">=": "≥", "=>": "≥"}
_RATIO_COLON = re.compile(r"(?<=\d)\s*:\s*(?=\d)")
_TWO_ERRORS = re.compile(r"[(\[]?\+ ?(?P<above>\S+?) ?[/,]? ?- ?(?P<below>[^\s)\]]+)[)\]]?")
_ONE_ERROR = re.compile(r"[(\[]?± ?(?P<error>[^\s)\]]+)[)\]]?")
_BRACKET = re.compile(r"[(\[](?P<inside>[^()\[\]]*)[)\]]")
# How confidence intervals are marked, in the languages that answers are judged in.
_LEVEL = re.compile(
    r"(?:\d{2}(?:\.\d+)? ?% ?)?(?:\b(?:CI|CrI|IC|KI|BI|ДИ)\b|confidence interval)[ :,]*"
)
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER_ALONE = "Give the number alone: the question says which bound."
_NEAR_RATIO = Fraction(1, 100)
_ENDS = 2
_TIME = (("s", 1),)


def judge_quantity(expected: ExpectedAmount, typed: str) -> Grade:
    """Return the grade of a typed quantity; a sign or an end that is missing is asked for."""
    text = plain(typed[: MOST_CHARACTERS + 1])
    if not any(map(str.isalnum, text)):
        return BLANK
    whole = (expected.text, expected.figures, f"{expected.figures} {expected.unit}")
    if _joined(text) in {_joined(plain(each)) for each in whole}:
        return RIGHT
    if expected.sign:
        return _judge_bound(expected, text)
    if expected.of is not None:
        return _judge_ratio(expected, text)
    return (
        _judge_interval(expected, text) if _is_interval(expected) else _judge_point(expected, text)
    )


def without_level(text: str) -> str:
    """Return `text` without what says that an interval is one of confidence, and of which level."""
    return _LEVEL.sub("", text)


def _joined(text: str) -> str:
    """Return `text` as texts are compared that are written alike but for spaces and signs."""
    return fold(_with_signs(text)).replace(" ", "").translate(str.maketrans("", "", "()[]"))


def _with_signs(text: str) -> str:
    """Return `text` with each sign in one character."""
    return re.sub(r"<=|=<|>=|=>", lambda found: _SPELLED_SIGNS[found[0]], text)


def _is_interval(expected: ExpectedAmount) -> bool:
    return expected.low != expected.high


def _number_of(expected: ExpectedAmount, value: Decimal, figures: str = "") -> ExpectedNumber:
    """Return one number of a quantity, in its unit."""
    return ExpectedNumber(
        value,
        figures or f"{value:f}",
        expected.unit,
        tolerance=expected.tolerance,
        language=expected.language,
        given=expected.given,
    )


def _wrong(note: str, reason: Reason = Reason.VETO) -> Grade:
    return Grade(Outcome.WRONG, reason, note, share=0.0)


def _other(expected: ExpectedAmount) -> Grade:
    return _wrong(tell_not_it(expected.text), Reason.OTHER)


def _more(note: str, reason: Reason) -> Grade:
    return Grade(Outcome.MORE, reason, note, share=0.0)


# --- a point -------------------------------------------------------------------------------------


def _judge_point(expected: ExpectedAmount, text: str) -> Grade:
    """Return the grade of a number; an error said beside it must be the one that is stated."""
    number = _number_of(expected, expected.low, expected.figures)
    spread = _read_spread(text, expected) if expected.spread else None
    grade = judge_number(number, text if spread is None else spread.rest)
    if grade.note == tell_not_it(f"{expected.figures} {expected.unit}".strip()):
        return _other(expected)
    if spread is None:
        return _more(_NUMBER_ALONE, Reason.NOTATION) if _repeats_bound(number, text) else grade
    if grade.passes and spread.ends != tuple(map(Fraction, expected.spread or ())):
        return _wrong(f"The number is right, what is said of its error is not: {expected.text}.")
    return grade


def _repeats_bound(number: ExpectedNumber, text: str) -> bool:
    """Return whether a right number is said with the bound that the question itself asks for."""
    signs, rest = read_signs(_with_signs(text), number.language)
    if not signs or not rest:
        return False
    asked, _ = read_signs(plain(number.given), number.language)
    return are_on_one_side(signs, asked) and judge_number(number, rest).passes


class _TypedSpread(NamedTuple):
    """The ends that a typed error gives, and what was typed beside it."""

    ends: tuple[Fraction, ...]
    rest: str


def _read_spread(text: str, expected: ExpectedAmount) -> _TypedSpread | None:
    """Return the error or the interval that is typed beside a number; None where there is none."""
    if found := _ONE_ERROR.search(text):
        errors = (found["error"], found["error"])
    elif found := _TWO_ERRORS.search(text, 1):
        errors = (found["below"], found["above"])
    elif found := _BRACKET.search(text):
        rest = f"{text[: found.start()]} {text[found.end() :]}"
        tokens = tokens_of(found["inside"].replace(",", " , "), expected.language)
        ends = [token.value for token in tokens if token.value is not None]
        return _TypedSpread(tuple(ends[-_ENDS:]), rest) if len(ends) >= _ENDS else None
    else:
        return None
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    below, above = (_value_of(each, expected.language) for each in errors)
    value = Fraction(expected.low)
    return (
        None
        if below is None or above is None
        else _TypedSpread((value - below, value + above), rest)
    )


def _value_of(text: str, language: str) -> Fraction | None:
    """Return the number that opens `text`, whatever unit follows."""
    return next((each.value for each in tokens_of(text, language) if each.value is not None), None)


# --- an interval ---------------------------------------------------------------------------------


def _judge_interval(expected: ExpectedAmount, text: str) -> Grade:
    """Return the grade of two ends, in whatever words they are parted."""
    parts = _read_ends_of_error(text, expected) or _read_interval(
        _without_level(text), expected.language
    )
    low, high = (_number_of(expected, each) for each in (expected.low, expected.high))
    if parts is None:
        one = [judge_number(each, text) for each in (low, high)]
        if any(each.passes for each in one):
            return _more("That is one end. Give both.", Reason.PART)
        return one[0] if one[0].reason is Reason.KIND else _other(expected)
    grades = [judge_number(end, part) for end, part in zip((low, high), parts, strict=True)]
    if all(each.passes for each in grades):
        return next((each for each in grades if each.outcome is Outcome.SLIP), RIGHT)
    turned = [judge_number(end, part) for end, part in zip((high, low), parts, strict=True)]
    if all(each.passes for each in turned):
        return RIGHT
    if any(each.passes for each in grades):
        which = "upper" if grades[0].passes else "lower"
        return _wrong(f"The {which} end is another: {expected.text}.")
    return _other(expected)


def _without_level(text: str) -> str:
    """Return an interval without what says how sure it is; it may stand in a bracket."""
    found = _BRACKET.search(text)
    return without_level(found["inside"] if found else text).strip()


def _read_interval(text: str, language: str) -> tuple[str, str] | None:
    """Return the texts of two ends, a unit said once with both; None where there are not two."""
    tokens, words = tokens_of(text, language), number_words(language)
    and_words = set(map(fold, language_of(language).and_words))
    start = _end_of_opening(tokens, language)
    for at in range(start + 1, len(tokens) - 1):
        phrase = words.phrase(tokens, at, "range")
        is_sign = tokens[at].text in "-~" or tokens[at].text[:2] == ".."
        end = phrase.end if phrase else at + 1
        is_between = bool(phrase) or is_sign or tokens[at].key in and_words
        if is_between and _has_number(tokens[start:at]) and _has_number(tokens[end:]):
            left = text[tokens[start].start : tokens[at - 1].end]
            return _share_unit(left, text[tokens[end].start :], language)
    return None


def _end_of_opening(tokens: Sequence[NumberToken], language: str) -> int:
    """Return the place behind the words that open an interval: between, from, de."""
    place, words = 0, number_words(language)
    while phrase := words.phrase(tokens, place, "range", "lead", "from"):
        place = phrase.end
    return place


def _has_number(tokens: Sequence[NumberToken]) -> bool:
    return any(token.value is not None for token in tokens)


def _share_unit(left: str, right: str, language: str) -> tuple[str, str]:
    """Return two ends, the unit of the second with the first where that has none."""
    units = []
    for each in (left, right):
        found = amounts_in(tokens_of(each, language), language, is_bare=False)
        units.append(found[0].unit if found else "")
    return (f"{left} {units[1]}" if units[1] and not units[0] else left), right


def _read_ends_of_error(text: str, expected: ExpectedAmount) -> tuple[str, str] | None:
    """Return the ends that a typed error gives, each with what stands behind both.

    The number that it belongs to may be left out: it stands beside the gap.
    """
    found = _ONE_ERROR.search(text) or _TWO_ERRORS.search(text)
    if found is None:
        return None
    errors = found.groupdict()
    below, above = (
        _value_of(errors.get("error") or errors[each], expected.language)
        for each in ("below", "above")
    )
    value = _value_of(text[: found.start()], expected.language)
    value = _value_of(plain(expected.text), ENGLISH) if value is None else value
    if value is None or below is None or above is None:
        return None
    behind = text[found.end() :]
    return f"{_written(value - below)} {behind}", f"{_written(value + above)} {behind}"


def _written(value: Fraction) -> str:
    """Return a number as it is read in any language: as a fraction."""
    return f"{value.numerator}/{value.denominator}" if value.denominator > 1 else str(value)


# --- a bound -------------------------------------------------------------------------------------


def _judge_bound(expected: ExpectedAmount, text: str) -> Grade:
    """Return the grade of a number with its sign; the number alone is not enough."""
    signs, rest = read_signs(_with_signs(text), expected.language)
    if expected.of is None:
        grade = judge_number(_number_of(expected, expected.low), rest)
    else:
        grade = _judge_ratio(expected, rest)
    if not grade.passes:
        is_told = grade.outcome is not Outcome.WRONG or grade.reason is Reason.KIND
        return grade if is_told else _other(expected)
    if not signs:
        return _more("Which bound: less than, at most, more than or at least?", Reason.NOTATION)
    if signs != {expected.sign}:
        typed = ", ".join(_SIGN_WORDS[each] for each in sorted(signs))
        is_side_right = are_on_one_side(signs, {expected.sign})
        right = _SIGN_WORDS[expected.sign]
        told = f"{right}, not {typed}".capitalize()
        return _wrong(f"{told}." if is_side_right else f"The other side: {told.lower()}.")
    return grade


# --- a ratio -------------------------------------------------------------------------------------


def _is_ratio(expected: ExpectedAmount, value: Fraction) -> bool:
    """Return whether `value` is the ratio; what is tolerated is said of its whole: 1 in 100 ± 5."""
    part, whole = Fraction(expected.low), Fraction(expected.of or 1)
    return value > 0 and abs(part / value - whole) <= Fraction(expected.tolerance)


def _judge_ratio(expected: ExpectedAmount, text: str) -> Grade:
    """Return the grade of a part of a whole: 1 in 4, 1/4, one of four, 2 in 8."""
    key = Fraction(expected.low) / Fraction(expected.of or 1)
    text = _with_times(_RATIO_COLON.sub("/", text), expected.language)
    tokens, words = tokens_of(text, expected.language), number_words(expected.language)
    article = words.phrase(tokens, 0, "article")  # einer von vier
    if article and words.phrase(tokens, article.end, "of"):
        tokens = tokens_of(f"1 {text[tokens[article.end].start :]}", expected.language)
    amounts = amounts_in(tokens, expected.language, is_bare=True)
    if not amounts:
        grade = judge_number(_number_of(expected, expected.low), text)
        return grade if grade.reason is Reason.KIND else _other(expected)
    amount, *others = amounts
    named = fold(amount.unit).removesuffix(fold(expected.unit)).strip()
    unit = unit_of(named)
    is_known = unit == NO_UNIT or unit.is_count or unit.is_share or _is_time(expected, named)
    if others or amount.prefix or not is_known:
        return _other(expected)
    if amount.ratio and not unit.is_share:
        return RIGHT if _is_ratio(expected, amount.value) else _other(expected)
    value = amount.value * (unit.factor if unit.is_share else 1)
    if abs(value - key) <= key * _NEAR_RATIO:
        return _more("Say it as so many in so many.", Reason.NOTATION)
    return _other(expected)


def _with_times(text: str, language: str) -> str:
    """Return a ratio with its part as a number: once in 203,000 is 1 in 203,000."""
    tokens, words = tokens_of(text, language), number_words(language)
    at = words.phrase(tokens, 0, "lead").end
    times = words.phrase(tokens, at, "times")
    is_part = times and words.phrase(tokens, times.end, "of")
    return f"{times.value} {text[tokens[times.end].start :]}" if is_part else text


def _is_time(expected: ExpectedAmount, named: str) -> bool:
    """Return whether a rate without a unit may be told of this time: that of its question, or any.

    Of "1 in 203000" it is the deck that leaves the years out, and not the learner who says them.
    """
    counted, _, last = named.rpartition(" ")
    unit, noun = unit_of(last), unit_of(counted)
    if expected.unit or unit.dimension != _TIME or not (noun == NO_UNIT or noun.is_count):
        return False
    words = [each for each in _WORD.findall(expected.given) if len(each) >= LEAST_OF_NOUN]
    asked = {found for each in words if (found := unit_of(each)).dimension == _TIME}
    return not asked or unit in asked
