"""Judging a number: what was typed is read as an exact amount and held against the key.

Nothing is fuzzy here but one slip in a number word, and what is not understood is wrong.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Context
from fractions import Fraction
from functools import lru_cache

from quizapp.grading.dates import is_date_in
from quizapp.grading.expected import ExpectedNumber
from quizapp.grading.fold import with_greek_spelled
from quizapp.grading.formulas import value_of_sum
from quizapp.grading.grade import BLANK, RIGHT, Grade, Outcome, Reason
from quizapp.grading.languages import language_of
from quizapp.grading.number_wordings import number_wordings
from quizapp.grading.numerals import (
    NumberToken,
    fold,
    mended_texts,
    number_in_digits,
    number_words,
    plain,
    tokens_of,
)
from quizapp.grading.read_amount import MOST_CHARACTERS, THOUSAND, Amount, amounts_in
from quizapp.grading.tell import tell_edit, tell_not_it
from quizapp.grading.units import NO_UNIT, PERSON, Unit, convert, singular, unit_of

PERCENT = Fraction(1, 100)
_PI = re.compile(r"(\d*)\s*(?:π|pi)(?:\s*/\s*([1-9]\d?))?\s*rad(?:ians?)?$", re.IGNORECASE)
_AND_LESS = re.compile(r"(\D+?)\s*(?:and|[,&])?\s*(\d+(?:\.\d+)?)\s*(\D+)")  # ft 8.5 in
_SUM = re.compile(r"(?=.*?[*/^x])(\(*\d[\d\s().*/^+x-]*)(?<!\s)\s*([^\W\d_]*)")
_TIMES = re.compile(r"(?<=[\d\s)])x(?=[\d\s(])")
_LEAST_EXACT = Fraction(1, 1000)  # how much of the key a measure of another system may be rounded
NEAR = 2  # tolerances
LEAST_OF_NOUN = 3  # letters: 3x and 3a are no three
CURRENCIES = frozenset("$€£¥")
DEGREES = (("degree", 1),)
ASKED = Grade(Outcome.WRONG, Reason.KIND, "A number is asked for.", share=0.0)
SHORT, LONG = Context(prec=6), Context(prec=15)  # digits of what does not, and does, come out even


def judge_number(expected: ExpectedNumber, typed: str) -> Grade:
    """Return the grade of a typed number: exact, or within the tolerance that the author gave."""
    text = _PI.sub(_in_digits, plain(typed[: MOST_CHARACTERS + 1]))
    if not any(map(str.isalnum, text)):
        return BLANK
    if fold(text) in {fold(plain(f"{expected.text} {unit}")) for unit in ("", expected.unit)}:
        return RIGHT
    if _is_reached(expected, text) or _is_dated(expected, text):
        return RIGHT
    tokens = tokens_of(text, expected.language)
    grade = ASKED if len(typed) > MOST_CHARACTERS else _judge_tokens(expected, tokens)
    if (scaled := _scaled(expected)) and len(tokens) > 1:
        if _judge_tokens(scaled, tokens).passes:
            return RIGHT
        grade = _other_value(expected) if grade.passes else grade  # 8 people are no 8 million
    return grade if grade.passes else _judge_wordings(expected, text, grade)


def _judge_wordings(expected: ExpectedNumber, text: str, grade: Grade) -> Grade:
    """Return the grade of a number said otherwise, or misspelt; else the one it has so far."""
    if any(judge_number(expected, said).passes for said in number_wordings(expected, text)):
        return RIGHT
    if grade.reason is Reason.HEDGE:
        return grade
    return _judge_mended(expected, text) or grade


def _is_reached(expected: ExpectedNumber, text: str) -> bool:
    """Return whether a sum comes to the number, and is not the question's own: 2^10.

    A difference alone may be a range.
    """
    found = _SUM.fullmatch(text)
    if not found or expected.of is not None or fold(found[2]) not in {"", fold(expected.unit)}:
        return False
    value = value_of_sum(_TIMES.sub("*", found[1]))
    asked = {token.value for token in tokens_of(plain(expected.given), expected.language)}
    numbers = map(Fraction, re.findall(r"\d+(?:\.\d+)?", found[1]))
    return value is not None and _holds(expected, value) and max(numbers) not in asked


def _is_dated(expected: ExpectedNumber, text: str) -> bool:
    """Return whether a year is asked for, and a date in it typed."""
    return not expected.unit and is_date_in(Fraction(expected.value), text, expected.language)


def _in_digits(found: re.Match[str]) -> str:
    """Return a number of radians that is said in parts of π in digits."""
    return f"{int(found[1] or 1) / int(found[2] or 1) * math.pi:.10f} rad"


def _scaled(expected: ExpectedNumber) -> ExpectedNumber | None:
    """Return what is expected with the scale that its unit opens with: 66 million years."""
    word, _, unit = expected.unit.partition(" ")
    scale = number_words(expected.language).scale(fold(word))
    if scale < THOUSAND:
        return None
    value, tolerance = (each * int(scale) for each in (expected.value, expected.tolerance))
    return replace(expected, value=value, tolerance=tolerance, unit=unit)


def _judge_mended(expected: ExpectedNumber, text: str) -> Grade | None:
    """Return a slip where one letter of one number word makes the answer right; None otherwise."""
    language = expected.language
    for right, typed, mended in mended_texts(text, number_words(language).written, language):
        if _judge_tokens(expected, tokens_of(mended, language)).passes:
            note = tell_edit(right, right, typed)
            return Grade(Outcome.SLIP, Reason.SPELLING, note, differing=(right, typed))
    return None


def _judge_tokens(expected: ExpectedNumber, tokens: Sequence[NumberToken]) -> Grade:
    """Return the grade of the tokens of an answer."""
    for place, token in enumerate(tokens[:-1]):  # ± what the author tolerates is no range
        spread = tokens[place + 1].value
        if token.text == "±" and spread is not None and spread <= Fraction(expected.tolerance):
            tokens = (*tokens[:place], *tokens[place + 2 :])
            break
    if veto := _veto(tokens, expected.language):
        return veto
    amounts = amounts_in(tokens, expected.language, is_bare=not expected.unit)
    if not amounts:
        has_digits = any(token.value is not None or token.text[:1].isdecimal() for token in tokens)
        return _other_value(expected) if has_digits else ASKED
    grades = [_judge_amount(expected, amount) for amount in amounts]
    grade = next((each for each in grades if each.outcome is not Outcome.WRONG), grades[0])
    if grade.outcome is not Outcome.WRONG:
        for amount, each in zip(amounts, grades, strict=True):
            if each.outcome is Outcome.WRONG and (fault := _fault_beside(expected, amount)):
                return fault
    return grade


def _veto(tokens: Sequence[NumberToken], language: str) -> Grade | None:
    """Return the grade of a range, a bound or two answers; None for what may be one number."""
    words, or_words = number_words(language), set(map(fold, language_of(language).or_words))
    numbers = [token.value is not None or token.text in CURRENCIES for token in tokens]
    for place, token in enumerate(tokens):
        is_before, is_next = any(numbers[:place][-1:]), any(numbers[place + 1 : place + 2])
        before = tokens[place - 1] if place else token
        is_exponent = (before.text[0].isalpha() or before.text == "^") and before.end == token.start
        is_dash = any(numbers[:place]) and (token.text in "-~" or token.text[:2] == "..")
        if is_dash and is_next and not is_exponent:
            return _wrong("A range; give one number.")
        if token.text == "±" or (sum(numbers) > 1 and words.phrase(tokens, place, "range")):
            return _wrong("A range; give one number.")
        bound = words.phrase(tokens, place, "bound", "bc", "ad")
        if (bound and bound.role == "bound") or (token.text == "+" and is_before):
            return _wrong("A bound; give one number.")
        if token.key in or_words and (
            is_next or not token.text.isupper()
        ):  # U is a unit in Spanish
            return _wrong("Two answers; give one.", Reason.HEDGE)
    return None


def _fault_beside(expected: ExpectedNumber, other: Amount) -> Grade | None:
    """Return what is wrong with an amount said beside a right one: 13 (23 %)."""
    unit, of = unit_of(other.unit), Fraction(expected.of or 0)
    if other.ratio or not unit.is_share or unit_of(expected.unit).is_share:
        return _wrong("Two answers; give one.", Reason.HEDGE)
    places = len(other.digits.replace(",", ".").partition(".")[2])
    if not of or _rounds(Fraction(expected.value) / of / unit.factor, other.value, places):
        return None
    return _wrong(f"{_key(expected)} is not {_shown(other.value)} {other.unit}.")


def _judge_amount(expected: ExpectedNumber, amount: Amount) -> Grade:
    """Return the grade of one amount."""
    key, ratio = unit_of(expected.unit), amount.ratio
    unit = tokens_of(plain(expected.unit), expected.language)
    era = number_words(expected.language).phrase(unit, 0, "bc")
    if amount.era and (amount.era == "bc") != (expected.value < 0 or bool(era)):
        return _wrong("AD, not BC." if amount.era == "bc" else "BC, not AD.")
    amount = _with_less(amount, key)
    is_part = ratio is not None and expected.of is not None and not key.is_share
    number = ratio[0] if ratio and is_part else amount.value
    number = -abs(number) if amount.era == "bc" and expected.value < 0 else number
    value = _in_key_unit(expected, amount, number)
    if value is None:
        is_right = number == Fraction(expected.value) and not amount.prefix
        return _other_unit(expected, amount) if is_right else _other_value(expected)
    if ratio and is_part and ratio[1] != expected.of:
        right = f"{expected.text} of {_shown(Fraction(expected.of or 0))}"
        return _wrong(f"That is {_shown(ratio[0])} of {_shown(ratio[1])}; it is {right}.")
    is_fractional = key.is_share or Fraction(expected.value).denominator != 1
    is_rounded = bool(ratio) and is_fractional and expected.of in {None, ratio and ratio[1]}
    if _holds(
        expected, value, is_rounded=is_rounded or _is_of_other_system(expected, amount, value)
    ):
        return RIGHT
    is_alone = not ratio and not amount.unit and not amount.prefix
    if is_alone and key.is_share and _holds(expected, value / key.factor):
        asked = "percent" if key.factor == PERCENT else "the unit that is asked for"
        return Grade(Outcome.MORE, Reason.NOTATION, f"Say it in {asked}.", share=0.0)
    return _judge_far(expected, amount, value)


def _with_less(amount: Amount, key: Unit) -> Amount:
    """Return an amount with what a smaller unit adds to it: 4 ft 8.5 in, 1 h 30 min."""
    found = _AND_LESS.fullmatch(amount.unit)
    if not found or amount.ratio:
        return amount
    unit, less = unit_of(found[1]), unit_of(found[3])
    if not key.dimension == unit.dimension == less.dimension or unit.offset:
        return amount
    more = Fraction(found[2]) * less.factor / unit.factor
    if not 0 <= more < 1 or amount.value.denominator != 1:
        return amount
    return replace(amount, value=amount.value + more, unit=found[1])


def _is_of_other_system(expected: ExpectedNumber, amount: Amount, value: Fraction) -> bool:
    """Return whether a measure of another system, which never comes out even, is near enough."""
    unit, key = unit_of(amount.unit), unit_of(expected.unit)
    ratio = unit.factor / key.factor
    is_even = 1 in {ratio.numerator, ratio.denominator} and unit.offset == key.offset
    is_near = abs(value - Fraction(expected.value)) <= abs(value) * _LEAST_EXACT
    return bool(amount.unit) and not is_even and is_near


def _in_key_unit(expected: ExpectedNumber, amount: Amount, number: Fraction) -> Fraction | None:
    """Return a number in the unit of the key; None where it measures or counts something else."""
    key, typed, is_share = unit_of(expected.unit), amount.unit, bool(amount.ratio)
    before = unit_of(amount.prefix)
    if amount.prefix in CURRENCIES:
        typed = f"{amount.prefix} {typed}"
    elif amount.prefix and not (before.is_count and set(before.dimension) <= set(key.dimension)):
        return None
    unit = unit_of(f"°{typed}" if key.offset and typed in {"C", "F"} else typed)
    if unit.is_share:
        may_be_share = key.is_share or (key == NO_UNIT and expected.of is None)
        return number * unit.factor / key.factor if may_be_share else None
    is_named = _is_named(expected, unit) and (is_share or not key.is_share)
    if unit == NO_UNIT or is_named or (key.offset and unit.dimension == DEGREES):
        return number / key.factor if is_share and key.is_share else number
    if key.is_share:
        return None
    value = convert(number, unit, key)
    return convert(number, unit.without_light, key.without_light) if value is None else value


def _is_named(expected: ExpectedNumber, unit: Unit) -> bool:
    """Return whether the key counts this too; people and nouns of the question if it has none."""
    key, allowed = unit_of(expected.unit), _countable(expected.given, expected.language)
    is_free = key == NO_UNIT or key.is_share
    return unit.is_count and set(unit.dimension) <= (allowed if is_free else set(key.dimension))


@lru_cache(maxsize=256)
def _countable(given: str, language: str) -> set[tuple[str, int]]:
    """Return people and what a question names, as dimensions."""
    row = language_of(language)
    text = with_greek_spelled(plain(given))
    words = {token.key for token in tokens_of(text, language) if token.value is None}
    words -= row.silent | row.and_words | row.or_words | row.negations | row.prepositions
    return {PERSON, *((singular(word), 1) for word in words if len(word) >= LEAST_OF_NOUN)}


def _holds(expected: ExpectedNumber, value: Fraction, *, is_rounded: bool = False) -> bool:
    """Return whether a value is the key within its tolerance, or rounds to it."""
    key, exponent = Fraction(expected.value), expected.value.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    is_near = abs(value - key) <= Fraction(expected.tolerance)
    return is_near or (is_rounded and _rounds(value, key, places))


def _rounds(value: Fraction, to: Fraction, places: int) -> bool:
    """Return whether `value` is `to` when it is rounded to so many decimal places."""
    return abs(value - to) <= Fraction(1, 2 * 10 ** max(0, places))


def _judge_far(expected: ExpectedNumber, amount: Amount, value: Fraction) -> Grade:
    """Return the grade of an amount whose value, in the unit of the key, is another."""
    key, tolerance, language = Fraction(expected.value), expected.tolerance, expected.language
    if value != amount.value and amount.unit:
        if amount.value == key:
            return _other_unit(expected, amount)
        told = f"{_shown(amount.value)} {amount.unit} is {_shown(value)} {expected.unit}"
        answer = f"{expected.text} {expected.unit}".strip()
        return _wrong(f"{told.strip()}; the answer is {answer}.", Reason.OTHER)
    if tolerance and abs(value - key) <= NEAR * Fraction(tolerance):
        lowest, highest = key - Fraction(tolerance), key + Fraction(tolerance)
        ends = f"{_shown(lowest)}{'–' if lowest >= 0 else ' to '}{_shown(highest)}"
        return _wrong(f"{_shown(value)} is near, but outside {ends}.", Reason.TOLERANCE)
    if (
        amount.digits[:1].isdecimal()
        and number_in_digits(amount.digits, language, swaps_marks=True) == key
    ):
        read = f'"{amount.digits}" is {_shown(value)}'
        return _wrong(f"In {language_of(language).name} {read}.")
    return _other_value(expected)


def _shown(value: Fraction) -> str:
    """Return a number as a learner reads it: exact where it comes out even, else to six digits."""
    exact = LONG.divide(*value.as_integer_ratio())
    decimal = exact if Fraction(exact) == value else SHORT.plus(exact)
    is_long = value and not -9 <= exact.adjusted() < LONG.prec  # noqa: PLR2004 (places)
    return f"{decimal.normalize():{'e' if is_long else 'f'}}".replace("e+", "e")


def _key(expected: ExpectedNumber) -> str:
    of = "" if expected.of is None else f" of {_shown(Fraction(expected.of))}"
    return f"{expected.text}{of} {expected.unit}".strip()


def _other_unit(expected: ExpectedNumber, amount: Amount) -> Grade:
    if not expected.unit:
        return _wrong(f"The number alone is asked for, without {amount.unit}.")
    return _wrong(f"The number is right, the unit is not: {expected.unit}, not {amount.unit}.")


def _other_value(expected: ExpectedNumber) -> Grade:
    return _wrong(tell_not_it(_key(expected)), Reason.OTHER)


def _wrong(note: str, reason: Reason = Reason.VETO) -> Grade:
    return Grade(Outcome.WRONG, reason, note, share=0.0)
