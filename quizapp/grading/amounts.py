"""Judging a number: what was typed is read as an exact amount and held against the key.

Nothing is fuzzy here but one slip in a number word. What cannot be the one number that is asked
for (a range, a bound, two answers) is wrong whatever its digits are, and so is what is not
understood.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from quizapp.grading import tell_amounts as tell
from quizapp.grading.expected import ExpectedNumber
from quizapp.grading.grade import BLANK, RIGHT, Grade, Outcome, Reason
from quizapp.grading.languages import language_of
from quizapp.grading.numerals import (
    Token,
    fold,
    nearest_word,
    number_in_digits,
    plain,
    tokens_of,
    words_of,
)
from quizapp.grading.read_amount import MOST_CHARACTERS, Amount, amounts_in
from quizapp.grading.tell import tell_slip
from quizapp.grading.units import NO_UNIT, PERSON, Unit, convert, singular, unit_of
from quizapp.grading.words import Fault

HUNDRED = 100
NEAR = 2  # tolerances
LEAST_OF_NOUN = 3  # letters: 3x and 3a are no three
CURRENCIES = frozenset("$€£¥")
DEGREES = (("degree", 1),)


def judge_number(expected: ExpectedNumber, typed: str) -> Grade:
    """Return the grade of a typed number: exact, or within the tolerance that the author gave."""
    text = plain(typed[: MOST_CHARACTERS + 1])
    if not any(map(str.isalnum, text)):
        return BLANK
    if len(typed) > MOST_CHARACTERS:
        return _wrong(tell.ASKED)
    if fold(text) in {fold(plain(f"{expected.text} {unit}")) for unit in ("", expected.unit)}:
        return RIGHT
    grade = _judge_text(expected, text)
    if grade.passes or grade.reason is Reason.HEDGE:
        return grade
    return _judge_mended(expected, text) or grade


def _judge_mended(expected: ExpectedNumber, text: str) -> Grade | None:
    """Return a slip where one letter of one number word makes the answer right; None otherwise."""
    words = words_of(expected.language)
    for token in tokens_of(text, expected.language):
        right = nearest_word(token.text, words.written, words.code)
        if right and token.value is None:
            mended = f"{text[: token.start]}{right}{text[token.end :]}"
            if _judge_text(expected, mended).passes:
                note = tell_slip(right, token.text, Fault.LETTER)
                return Grade(Outcome.SLIP, Reason.SPELLING, note, differing=(right, token.text))
    return None


def _judge_text(expected: ExpectedNumber, text: str) -> Grade:
    """Return the grade of a plain text."""
    tokens = _without_spread(tokens_of(text, expected.language), Fraction(expected.tolerance))
    if veto := _veto(tokens, expected.language):
        return veto
    amounts = amounts_in(tokens, expected.language, is_bare=not expected.unit)
    if not amounts:
        is_number = any(token.value is not None for token in tokens)
        return _wrong_value(expected) if is_number else _wrong(tell.ASKED)
    grades = [_judge_amount(expected, amount) for amount in amounts]
    grade = next((each for each in grades if each.outcome is not Outcome.WRONG), grades[0])
    if grade.outcome is Outcome.WRONG:
        return grade
    wrong = (a for a, each in zip(amounts, grades, strict=True) if each.outcome is Outcome.WRONG)
    return next(filter(None, (_fault_beside(expected, each) for each in wrong)), grade)


# --- what is no single number -------------------------------------------------------------------


def _without_spread(tokens: Sequence[Token], tolerance: Fraction) -> Sequence[Token]:
    """Return tokens without a ± and a number behind it that the author tolerates."""
    for place, token in enumerate(tokens[:-1]):
        spread = tokens[place + 1].value
        if token.text == "±" and spread is not None and spread <= tolerance:
            return (*tokens[:place], *tokens[place + 2 :])
    return tokens


def _veto(tokens: Sequence[Token], language: str) -> Grade | None:
    """Return the grade of a range, a bound or two answers; None for what may be one number."""
    words, or_words = words_of(language), frozenset(map(fold, language_of(language).or_words))
    numbers = [token.value is not None or token.text in CURRENCIES for token in tokens]
    for place, token in enumerate(tokens):
        is_behind, is_before = any(numbers[:place]), any(numbers[place + 1 : place + 2])
        is_dash = token.text in "-~" or token.text[:2] == ".."
        if is_behind and is_before and is_dash and not _is_exponent(tokens, place):
            return _wrong(tell.RANGE)
        if token.text == "±" or (sum(numbers) > 1 and words.phrase(tokens, place, "range")):
            return _wrong(tell.RANGE)
        bound = words.phrase(tokens, place, "bound", "bc", "ad")
        is_open = token.text == "+" and any(numbers[:place][-1:])
        if is_open or (bound and bound.role == "bound"):
            return _wrong(tell.BOUND)
        if token.key in or_words and is_before:
            return _wrong(tell.TWO, Reason.HEDGE)
    return None


def _is_exponent(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a dash is the sign of an exponent: 10^-3, m s-2."""
    before = tokens[place - 1]
    return before.text == "^" or (before.text[0].isalpha() and before.end == tokens[place].start)


def _fault_beside(expected: ExpectedNumber, other: Amount) -> Grade | None:
    """Return what is wrong with an amount said beside a right one: 13 (23 %)."""
    key, unit = unit_of(expected.unit), unit_of(other.unit)
    value, of = Fraction(expected.value), Fraction(expected.of or 0)
    if other.ratio is None and unit.is_share and not key.is_share:
        places = len(other.digits.replace(",", ".").partition(".")[2])
        if not of or _rounds(value / of / unit.factor, other.value, places):
            return None
        if unit.factor == Fraction(1, HUNDRED):
            return _wrong(f"{tell.the_key(expected)} is not {tell.shown(other.value)} %.")
    return _wrong(tell.TWO, Reason.HEDGE)


# --- one amount ---------------------------------------------------------------------------------


def _judge_amount(expected: ExpectedNumber, amount: Amount) -> Grade:
    """Return the grade of one amount."""
    key, unit, ratio = unit_of(expected.unit), _typed_unit(expected, amount), amount.ratio
    is_part = ratio is not None and expected.of is not None and not key.is_share
    number = ratio[0] if ratio and is_part else amount.value
    number = -abs(number) if amount.era == "bc" else number
    if era := _other_era(expected, amount):
        return _wrong(era)
    value = None if unit is None else _in_key_unit(expected, number, unit, is_ratio=bool(ratio))
    if value is None:
        is_right = amount.unit and number == Fraction(expected.value) and not amount.prefix
        told = tell.other_unit(expected, amount.unit)
        return _wrong(told) if is_right else _wrong_value(expected)
    if ratio and is_part:
        if ratio[1] == expected.of and _holds(expected, value):
            return RIGHT
        typed = tell.with_unit(tell.shown(ratio[0]), "", ratio[1])
        right = tell.with_unit(expected.text, "", Fraction(expected.of or 0))
        return _wrong(f"That is {typed}; it is {right}.")
    is_fractional = key.is_share or Fraction(expected.value).denominator != 1
    is_rounded = bool(ratio) and is_fractional and expected.of in {None, ratio and ratio[1]}
    if _holds(expected, value, is_rounded=is_rounded):
        return RIGHT
    if not ratio and unit == NO_UNIT and key.is_share and _holds(expected, value / key.factor):
        asked = tell.IN_PERCENT if key.factor == Fraction(1, HUNDRED) else tell.IN_UNIT
        return Grade(Outcome.MORE, Reason.NOTATION, asked, share=0.0)
    return _judge_far(expected, amount, value)


def _typed_unit(expected: ExpectedNumber, amount: Amount) -> Unit | None:
    """Return the unit beside a number; None where what stands before the number is none of it."""
    key = unit_of(expected.unit)
    if amount.prefix in CURRENCIES:
        return unit_of(f"{amount.prefix} {amount.unit}")
    if amount.prefix and not _is_named(expected, unit_of(amount.prefix)):
        return None
    is_degree = key.offset and re.fullmatch("[A-Za-z]", amount.unit)  # 37 C
    degrees = unit_of(f"°{amount.unit}" if is_degree else amount.unit)
    return degrees if degrees.dimension == key.dimension else unit_of(amount.unit)


def _in_key_unit(
    expected: ExpectedNumber, value: Fraction, unit: Unit, *, is_ratio: bool
) -> Fraction | None:
    """Return a value in the unit of the key; None where it measures or counts something else."""
    key = unit_of(expected.unit)
    if is_ratio and key.is_share and (unit == NO_UNIT or _is_named(expected, unit)):
        return value / key.factor
    if unit in {NO_UNIT, key} or (key.offset and unit.dimension == DEGREES):
        return value
    if unit.is_count:
        return value if _is_named(expected, unit) and not key.is_share else None
    if unit.is_share and (key.is_share or (key == NO_UNIT and expected.of is None)):
        return value * unit.factor / key.factor
    return None if unit.is_share != key.is_share or key == NO_UNIT else convert(value, unit, key)


def _is_named(expected: ExpectedNumber, unit: Unit) -> bool:
    """Return whether what is counted is what the key counts, or part of its longer name.

    Where the key counts nothing, people and the nouns of the question may stand there.
    """
    key = unit_of(expected.unit)
    if key == NO_UNIT or key.is_share:
        nouns = _nouns(expected.given, expected.language)
        return unit.is_count and all(e == PERSON or e[0] in nouns for e in unit.dimension)
    return set(unit.dimension) <= set(key.dimension)


@lru_cache(maxsize=256)
def _nouns(given: str, language: str) -> frozenset[str]:
    """Return the words of a question that may be counted."""
    row = language_of(language)
    words = {token.key for token in tokens_of(plain(given), language) if token.value is None}
    words -= row.silent | row.and_words | row.or_words | row.negations | row.prepositions
    return frozenset(singular(word) for word in words if len(word) >= LEAST_OF_NOUN)


def _holds(expected: ExpectedNumber, value: Fraction, *, is_rounded: bool = False) -> bool:
    """Return whether a value is the key within its tolerance, or rounds to it."""
    key, exponent = Fraction(expected.value), expected.value.as_tuple().exponent
    if abs(value - key) <= Fraction(expected.tolerance):
        return True
    return is_rounded and _rounds(value, key, -exponent if isinstance(exponent, int) else 0)


def _rounds(value: Fraction, to: Fraction, places: int) -> bool:
    """Return whether `value` is `to` when it is rounded to so many decimal places."""
    return abs(value - to) <= Fraction(1, 2 * 10 ** max(0, places))


# --- what is wrong ------------------------------------------------------------------------------


def _other_era(expected: ExpectedNumber, amount: Amount) -> str:
    """Return that a year is of the other era than the key; "" where it is not."""
    is_before = expected.value < 0
    if not amount.era or is_before == (amount.era == "bc"):
        return ""
    return "BC, not AD." if is_before else "AD, not BC."


def _judge_far(expected: ExpectedNumber, amount: Amount, value: Fraction) -> Grade:
    """Return the grade of an amount whose value, in the unit of the key, is another."""
    key, tolerance, language = Fraction(expected.value), expected.tolerance, expected.language
    is_converted = value != amount.value
    if is_converted and amount.value == key and amount.unit:
        return _wrong(tell.other_unit(expected, amount.unit))
    if is_converted and amount.unit:
        typed = tell.with_unit(tell.shown(amount.value), amount.unit)
        told = f"{typed} is {tell.with_unit(tell.shown(value), expected.unit)}"
        return _wrong(f"{told}; the answer is {tell.with_unit(expected.text, expected.unit)}.")
    if tolerance and abs(value - key) <= NEAR * Fraction(tolerance):
        return _wrong(tell.near_but_outside(value, expected), Reason.TOLERANCE)
    is_marked = amount.digits and number_in_digits(amount.digits, language, swaps_marks=True) == key
    if is_marked and number_in_digits(amount.digits, language) == value:
        read = f'"{amount.digits}" is {tell.shown(value)}'
        return _wrong(f"In {language_of(language).name} {read}.")
    return _wrong_value(expected)


def _wrong_value(expected: ExpectedNumber) -> Grade:
    """Return the grade of another number than the key."""
    return _wrong(f"Not it: the answer is {tell.the_key(expected)}.", Reason.OTHER)


def _wrong(note: str, reason: Reason = Reason.VETO) -> Grade:
    """Return the grade of a wrong number; that none was typed at all is no veto."""
    return Grade(Outcome.WRONG, Reason.OTHER if note == tell.ASKED else reason, note, share=0.0)
