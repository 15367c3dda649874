"""What a learner is told about a number: a sentence each, true of the pair that made it."""

from decimal import Context
from fractions import Fraction

from quizapp.grading.expected import ExpectedNumber
from quizapp.grading.languages import language_of
from quizapp.grading.notation import fold

UP_TO_TWELVE = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
ASKED = "A number is asked for."
IN_PERCENT = "Say it in percent."
IN_UNIT = "Say it in the unit that is asked for."
RANGE = "A range; give one number."
BOUND = "A bound; give one number."
TWO = "Two answers; give one."
DENIED = "You deny it; give one number."
TO_READ = Context(prec=6)  # digits of what does not come out even
MOST_DIGITS = 15
TOO_LARGE, TOO_SMALL = 10**15, Fraction(1, 10**9)


def shown(value: Fraction) -> str:
    """Return a number as a learner reads it: exact where it comes out even, else to six digits."""
    size = abs(value)
    if size and not TOO_SMALL <= size < TOO_LARGE:
        return f"{TO_READ.divide(*_decimals(value)).normalize(TO_READ):e}".replace("e+", "e")
    if value.denominator == 1:
        return f"{value.numerator}"
    exact = Context(prec=MOST_DIGITS).divide(*_decimals(value))
    if Fraction(exact) != value:
        exact = TO_READ.divide(*_decimals(value))
    return f"{exact.normalize():f}"


def _decimals(value: Fraction) -> tuple[int, int]:
    return value.numerator, value.denominator


def with_unit(expected: ExpectedNumber) -> str:
    """Return the key with its unit and denominator, as its author wrote it."""
    of = "" if expected.of is None else f" of {shown(Fraction(expected.of))}"
    return f"{expected.text}{of}{beside(expected.unit)}"


def beside(unit: str) -> str:
    """Return a unit as it stands behind its number."""
    return f" {unit}" if unit else ""


def the_answer_is(expected: ExpectedNumber) -> str:
    """Return that an answer is wrong, and what is right."""
    return f"Not it: the answer is {with_unit(expected)}."


def near_but_outside(typed: Fraction, expected: ExpectedNumber) -> str:
    """Return that a number is near, but outside what the author tolerates."""
    value, tolerance = Fraction(expected.value), Fraction(expected.tolerance)
    ends = f"{shown(value - tolerance)}–{shown(value + tolerance)}"
    return f"{shown(typed)} is near, but outside {ends}."


def other_unit(expected: ExpectedNumber, typed: str) -> str:
    """Return that the number is right and its unit is not."""
    if not expected.unit:
        return f"The number alone is asked for, without {typed}."
    return f"The number is right, the unit is not: {expected.unit}, not {typed}."


def converted(typed: str, value: Fraction, expected: ExpectedNumber) -> str:
    """Return what an amount is in the unit of the key."""
    told = f"{typed} is {shown(value)}{beside(expected.unit)}"
    return f"{told}; the answer is {expected.text}{beside(expected.unit)}."


def other_whole(part: Fraction, whole: Fraction, expected: ExpectedNumber) -> str:
    """Return what part of what whole was said, and which is asked for."""
    right = f"{expected.text} of {shown(Fraction(expected.of or 0))}"
    return f"That is {shown(part)} of {shown(whole)}; it is {right}."


def other_sign(typed: Fraction, expected: ExpectedNumber) -> str:
    """Return that the sign is wrong."""
    return f"{shown(Fraction(expected.value))}, not {shown(typed)}."


def not_the_share(percent: Fraction, expected: ExpectedNumber) -> str:
    """Return that a percentage beside the count is not its share."""
    return f"{with_unit(expected)} is not {shown(percent)} %."


def in_other_marks(text: str, value: Fraction, language: str) -> str:
    """Return what a number with its marks is in a language that means another by them."""
    whole, rest = divmod(value, 1)
    said = shown(value)
    if rest == Fraction(1, 2) and whole < len(UP_TO_TWELVE):
        said = f"{UP_TO_TWELVE[int(whole)]} and a half"
    return f'In {language_of(language).name} "{text}" is {said}.'


def slip_in_word(typed: str, right: str) -> str:
    """Return what the one slip in a word is; `typed` is folded."""
    told = fold(right)
    if len(typed) > len(told):
        return f"A letter too many: {right}"
    is_swapped = len(typed) == len(told) and sorted(typed) == sorted(told)
    return f"Two letters swapped: {right}" if is_swapped else f"One letter: {right}"
