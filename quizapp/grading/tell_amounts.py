"""What a learner is told about a number: a sentence each, true of the pair that made it."""

from decimal import Context
from fractions import Fraction

from quizapp.grading.expected import ExpectedNumber

ASKED = "A number is asked for."
IN_PERCENT = "Say it in percent."
IN_UNIT = "Say it in the unit that is asked for."
RANGE = "A range; give one number."
BOUND = "A bound; give one number."
TWO = "Two answers; give one."
SHORT, LONG = Context(prec=6), Context(prec=15)  # digits of what does not, and does, come out even


def shown(value: Fraction) -> str:
    """Return a number as a learner reads it: exact where it comes out even, else to six digits."""
    exact = LONG.divide(*value.as_integer_ratio())
    decimal = exact if Fraction(exact) == value else SHORT.plus(exact)
    is_long = value and not -9 <= exact.adjusted() < LONG.prec  # noqa: PLR2004 (places)
    return f"{decimal.normalize():{'e' if is_long else 'f'}}".replace("e+", "e")


def with_unit(number: str, unit: str, of: Fraction | None = None) -> str:
    """Return a number with its whole and its unit."""
    return " ".join([number, *([f"of {shown(of)}"] if of else []), *([unit] if unit else [])])


def the_key(expected: ExpectedNumber) -> str:
    """Return the key as its author wrote it."""
    of = None if expected.of is None else Fraction(expected.of)
    return with_unit(expected.text, expected.unit, of)


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
