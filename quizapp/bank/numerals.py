"""Numbers as an author writes them: which text is one, its value, and the words for small ones."""

import re
from decimal import Decimal

# The decimal numbers of YAML 1.2's core schema; `1_000`, `0x1F` and `.inf` are text.
NUMBER_PATTERN = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
ONES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
    *("seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBER_WORDS = {
    "zero": 0,
    **{word: value for value, word in enumerate(ONES, start=1)},
    **{word: 10 * value for value, word in enumerate(TENS, start=2)},
}
_MAX_LENGTH = 30
_MAX_DIGITS = 15  # before or behind the point: enough for any count, and arithmetic stays exact


def is_number(text: str) -> bool:
    """Return whether `text` reads as a number."""
    return NUMBER_PATTERN.fullmatch(text) is not None


def parse_decimal(text: str) -> Decimal:
    """Return the value of the number that `text` says.

    Raises:
        ValueError: it says none, or one with more than 15 digits before or behind the point.
    """
    if len(text) > _MAX_LENGTH or not is_number(text):
        raise ValueError(f"{text!r} is not a number")
    value = Decimal(text)
    exponent = value.as_tuple().exponent
    if value.adjusted() >= _MAX_DIGITS or int(exponent) < -_MAX_DIGITS:
        raise ValueError(f"{text!r} has more than {_MAX_DIGITS} digits")
    return value


def decimal_or_none(text: str) -> Decimal | None:
    """Return the number that `text` says; None when it says none."""
    try:
        return parse_decimal(text)
    except ValueError:
        return None
