"""Judging a number: what was typed is read as an exact amount and held against the key.

Nothing is fuzzy here but one slip in a number word. What cannot be the one number that is asked
for (a range, a bound, two answers) is wrong whatever its digits are.
"""

import re
from fractions import Fraction

from quizapp.grading import tell_amounts as tell
from quizapp.grading.expected import ExpectedNumber
from quizapp.grading.grade import BLANK, RIGHT, Grade, Outcome, Reason
from quizapp.grading.notation import fold, number_in_digits, other_reading, plain, tokens_of
from quizapp.grading.number_words import is_number_word, mended
from quizapp.grading.read_amount import Amount, amounts_in, veto_of
from quizapp.grading.read_number import value_of
from quizapp.grading.units import NO_UNIT, Unit, convert, unit_of

__all__ = ["judge_number", "value_of"]

MOST_CHARACTERS = 200
HUNDRED = 100
NEAR = 2  # tolerances
LEAST_OF_NOUN = 3  # letters: 3x and 3a are no three
CURRENCIES = frozenset("$€£¥")
LETTER = re.compile("[A-Za-z]")
PERSON = "person"
PEOPLE = ((PERSON, 1),)
DEGREES = (("degree", 1),)


def judge_number(expected: ExpectedNumber, typed: str) -> Grade:
    """Return the grade of a typed number: exact, or within the tolerance that the author gave."""
    text = plain(typed[: MOST_CHARACTERS + 1])
    if not any(map(str.isalnum, text)):
        return BLANK
    if len(typed) > MOST_CHARACTERS:
        return _wrong(tell.ASKED)
    if fold(text) in _written(expected):
        return RIGHT
    grade = _judge_text(expected, text)
    if grade.passes or grade.reason is Reason.HEDGE:
        return grade
    return _judge_mended(expected, text) or grade


def _written(expected: ExpectedNumber) -> set[str]:
    """Return the key as its author wrote it, with and without the unit."""
    text = plain(expected.text)
    return {fold(text), fold(plain(f"{text} {expected.unit}"))}


def _judge_mended(expected: ExpectedNumber, text: str) -> Grade | None:
    """Return a slip where one letter of one number word makes the answer right; None otherwise."""
    for token in tokens_of(text):
        if not token.is_word or (right := mended(token, expected.language)) is None:
            continue
        if _judge_text(expected, f"{text[: token.start]}{right}{text[token.end :]}").passes:
            note = tell.slip_in_word(token.key, right)
            differing = (right, token.text)
            return Grade(Outcome.SLIP, Reason.SPELLING, note, differing=differing)
    return None


def _judge_text(expected: ExpectedNumber, text: str) -> Grade:
    """Return the grade of a plain text."""
    tolerance = Fraction(expected.tolerance)
    if veto := veto_of(text, expected.language, tolerance):
        return _wrong(veto, Reason.HEDGE if veto == tell.TWO else Reason.VETO)
    amounts = amounts_in(text, expected.language, is_bare=not expected.unit)
    if not amounts:
        return _wrong(tell.the_answer_is(expected) if _has_number(text, expected) else tell.ASKED)
    grades = [_judge_amount(expected, amount) for amount in amounts]
    grade = next((each for each in grades if each.outcome is not Outcome.WRONG), grades[0])
    if grade.outcome is Outcome.WRONG:
        return grade
    for other in amounts:
        if fault := _fault_beside(expected, other):
            return fault
    return grade


def _has_number(text: str, expected: ExpectedNumber) -> bool:
    """Return whether a number stands anywhere in a text."""
    return any(
        token.text[0].isdigit() or is_number_word(token, expected.language)
        for token in tokens_of(text)
    )


def _fault_beside(expected: ExpectedNumber, other: Amount) -> Grade | None:
    """Return what is wrong with an amount said beside a right one: 13 (23 %)."""
    if _judge_amount(expected, other).outcome is not Outcome.WRONG:
        return None
    unit, key = unit_of(other.unit), unit_of(expected.unit)
    value, of = Fraction(expected.value), Fraction(expected.of or 0)
    if other.whole is None and _is_share(unit) and not _is_share(key):
        if not of or _rounds(value / of / unit.factor, other.value, other.places):
            return None
        if unit.factor == Fraction(1, HUNDRED):
            return _wrong(tell.not_the_share(other.value, expected))
    is_counted = other.whole is None and _is_share(key) and _is_count(unit)
    if is_counted and of and _holds(expected, other.value / of / key.factor, is_rounded=True):
        return None
    return _wrong(tell.TWO, Reason.HEDGE)


# --- one amount ---------------------------------------------------------------------------------


def _judge_amount(expected: ExpectedNumber, amount: Amount) -> Grade:
    """Return the grade of one amount."""
    if (era := _other_era(expected, amount)) is not None:
        return _wrong(era)
    key = unit_of(expected.unit)
    unit = _typed_unit(amount, key)
    if unit is None:
        return _wrong(tell.the_answer_is(expected), Reason.OTHER)
    if amount.is_none and amount.unit and not _is_named(unit, key):
        return _wrong(tell.ASKED)
    if amount.whole is not None:
        return _judge_share(expected, amount, key, unit)
    value = _in_unit(expected, amount.value, unit, key)
    if value is None:
        return _judge_other_unit(expected, amount)
    if _holds(expected, value):
        return RIGHT
    if unit == NO_UNIT and _is_share(key) and _holds(expected, value / key.factor):
        return Grade(Outcome.MORE, Reason.NOTATION, _in_notation(key), share=0.0)
    return _judge_far(expected, amount, value)


def _typed_unit(amount: Amount, key: Unit) -> Unit | None:
    """Return the unit beside a number; None where what stands before the number is none of it."""
    if amount.prefix in CURRENCIES:
        return unit_of(f"{amount.prefix} {amount.unit}")
    if amount.prefix and not _names_part(unit_of(amount.prefix), key):
        return None
    unit = unit_of(amount.unit)
    if key.offset and LETTER.fullmatch(amount.unit) and unit.dimension != key.dimension:  # 37 C
        return unit_of(f"°{amount.unit}")
    return unit


def _in_notation(key: Unit) -> str:
    """Return in which notation a proportion is asked for."""
    return tell.IN_PERCENT if key.factor == Fraction(1, HUNDRED) else tell.IN_UNIT


def _judge_share(expected: ExpectedNumber, amount: Amount, key: Unit, unit: Unit) -> Grade:
    """Return the grade of a fraction, or of 13 of 56: by its parts where the key has a whole."""
    whole = amount.whole or Fraction(1)
    if expected.of is not None and not _is_share(key):
        return _judge_part_of(expected, amount, key, unit)
    is_of_things = unit == NO_UNIT or _is_count(unit)
    if _is_share(key) and is_of_things:
        value: Fraction | None = amount.value / key.factor
    else:
        value = _in_unit(expected, amount.value, unit, key)
    if value is None:
        return _judge_other_unit(expected, amount)
    is_fractional = _is_share(key) or Fraction(expected.value).denominator != 1
    if _holds(expected, value, is_rounded=is_fractional and expected.of in {None, whole}):
        return RIGHT
    if is_of_things:
        return _wrong(tell.the_answer_is(expected), Reason.OTHER)
    return _judge_far(expected, amount, value)


def _judge_part_of(expected: ExpectedNumber, amount: Amount, key: Unit, unit: Unit) -> Grade:
    """Return the grade of a share where a count and its whole are asked for: 13 of 56."""
    if amount.part is None or amount.whole is None:  # three quarters, which is no count
        return _wrong(tell.the_answer_is(expected), Reason.OTHER)
    value = _in_unit(expected, amount.part, unit, key)
    if value is None:
        return _judge_other_unit(expected, amount)
    if amount.whole == expected.of and _holds(expected, value):
        return RIGHT
    return _wrong(tell.other_whole(amount.part, amount.whole, expected))


def _in_unit(expected: ExpectedNumber, value: Fraction, unit: Unit, key: Unit) -> Fraction | None:
    """Return a value in the unit of the key; None where it measures or counts something else."""
    if unit in {NO_UNIT, key} or _names_the_count(unit, key):
        return value
    if key.offset and unit.dimension == DEGREES:
        return value
    if _is_share(unit) and (_is_share(key) or (key == NO_UNIT and expected.of is None)):
        return value * unit.factor / key.factor
    if _is_share(unit) != _is_share(key) or key == NO_UNIT:
        return None
    return convert(value, unit, key)


def _names_the_count(unit: Unit, key: Unit) -> bool:
    """Return whether a noun beside a number is that of the key, or part of its longer name.

    Where the key names nothing, any noun that is no unit may stand there.
    """
    if not _is_count(unit):
        return False
    if key == NO_UNIT:
        return all(len(base) >= LEAST_OF_NOUN for base, _ in unit.dimension)
    return _is_count(key) and _names_part(unit, key)


def _names_part(unit: Unit, key: Unit) -> bool:
    """Return whether a text names nothing but what the key names too."""
    return bool(unit.dimension) and set(unit.dimension) <= set(key.dimension)


def _is_named(unit: Unit, key: Unit) -> bool:
    """Return whether there may be none of a noun: it is that of the key, or people."""
    return _names_part(unit, key) or (key == NO_UNIT and unit.dimension == PEOPLE)


def _is_count(unit: Unit) -> bool:
    """Return whether a unit is nouns alone, things that are counted."""
    return bool(unit.dimension) and all(
        exponent == 1 and (base in unit.words or base == PERSON)
        for base, exponent in unit.dimension
    )


def _is_share(unit: Unit) -> bool:
    """Return whether a unit is a proportion: %, ‰, % of patients."""
    return unit.factor < 1 and unit.dimension in {(), PEOPLE}


def _holds(expected: ExpectedNumber, value: Fraction, *, is_rounded: bool = False) -> bool:
    """Return whether a value is the key within its tolerance, or rounds to it."""
    key = Fraction(expected.value)
    if abs(value - key) <= Fraction(expected.tolerance):
        return True
    exponent = expected.value.as_tuple().exponent
    return is_rounded and _rounds(value, key, -exponent if isinstance(exponent, int) else 0)


def _rounds(value: Fraction, to: Fraction, places: int) -> bool:
    """Return whether `value` is `to` when it is rounded to so many decimal places."""
    return abs(value - to) <= Fraction(1, 2 * 10 ** max(0, places))


# --- what is wrong ------------------------------------------------------------------------------


def _other_era(expected: ExpectedNumber, amount: Amount) -> str | None:
    """Return that a year is of the other era than the key."""
    if not amount.era:
        return None
    own = fold(f"{expected.text} {expected.unit}").replace(".", "").split()
    is_before = expected.value < 0 or "bc" in own or "bce" in own
    if is_before != (amount.era == "bc"):
        return "BC, not AD." if is_before else "AD, not BC."
    return None


def _judge_other_unit(expected: ExpectedNumber, amount: Amount) -> Grade:
    """Return the grade of an amount of something else."""
    value = amount.part if amount.part is not None else amount.value
    if amount.unit and value == Fraction(expected.value):
        return _wrong(tell.other_unit(expected, amount.unit))
    return _wrong(tell.the_answer_is(expected), Reason.OTHER)


def _judge_far(expected: ExpectedNumber, amount: Amount, value: Fraction) -> Grade:
    """Return the grade of an amount whose value, in the unit of the key, is another."""
    key, tolerance = Fraction(expected.value), Fraction(expected.tolerance)
    is_converted = value != amount.value
    if is_converted and amount.value == key:
        return _wrong(tell.other_unit(expected, amount.unit))
    if is_converted:
        typed = f"{tell.shown(amount.value)}{tell.beside(amount.unit)}"
        return _wrong(tell.converted(typed, value, expected), Reason.OTHER)
    if value == -key:
        return _wrong(tell.other_sign(value, expected))
    if tolerance and abs(value - key) <= NEAR * tolerance:
        return _wrong(tell.near_but_outside(value, expected), Reason.TOLERANCE)
    if amount.digits and other_reading(amount.digits, expected.language) == key:
        read = number_in_digits(amount.digits, expected.language)
        if read is not None:
            return _wrong(tell.in_other_marks(amount.digits, read, expected.language))
    return _wrong(tell.the_answer_is(expected), Reason.OTHER)


def _wrong(note: str, reason: Reason = Reason.VETO) -> Grade:
    """Return the grade of a wrong number; that none was typed at all is no veto."""
    if note == tell.ASKED:
        reason = Reason.KIND
    return Grade(Outcome.WRONG, reason, note, share=0.0)
