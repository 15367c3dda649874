"""The numbers that stand in a running text, in digits or words, in every reading of their marks."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from quizapp.grading.languages import language_of
from quizapp.grading.words_to_digits import write_in_digits

_GROUP_LENGTH = 3  # digits between two marks of thousands
_SPACED_GROUPS = re.compile(r"(?<![\d.,/])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d.,]*\d)")
_FIGURE = re.compile(
    r"(?<![^\W_^])(?<![\d.,^])(?P<number>\d+(?:[.,'’٫٬]\d+)*)"
    r"(?P<rank>st|nd|rd|th)?\b"
)
_SCALED = re.compile(r"(\d+(?:[.,]\d+)?)\s(thousand|million|billion)\b(?!s)")
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_MARK = re.compile(r"\D")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it stands in a text: how it is written in digits, and what it may say.

    The reading that the language of the text prefers comes first. A rank is "second" or "2nd".
    """

    shown: str
    values: tuple[Decimal, ...]
    is_rank: bool


def find_figures(text: str, language: str) -> Iterator[Figure]:
    """Yield every number that stands in `text`."""
    ascii_digits = "".join(
        str(unicodedata.decimal(each)) if each.isdecimal() else each for each in text
    )
    joined = _SPACED_GROUPS.sub(lambda found: re.sub(r"\s", "", found.group()), ascii_digits)
    scaled = _SCALED.sub(lambda found: _multiply(found[1], found[2], language), joined)
    for found in _FIGURE.finditer(write_in_digits(scaled, language)):
        values = _readings(found["number"], language)
        if values:
            yield Figure(found["number"], values, found["rank"] is not None)


def _multiply(number: str, scale: str, language: str) -> str:
    """Return 2.5 million in digits."""
    return f"{_readings(number, language)[0] * _SCALES[scale]:f}"


def _readings(number: str, language: str) -> tuple[Decimal, ...]:
    """Return what a number with its marks may be; () when it is none, such as a date."""
    groups = _MARK.split(number)
    marks = _MARK.findall(number)
    if not marks:
        return (Decimal(number),)
    is_grouped = len(groups[0]) <= _GROUP_LENGTH and all(
        len(group) == _GROUP_LENGTH for group in groups[1:]
    )
    are_groups_before = all(len(group) == _GROUP_LENGTH for group in groups[1:-1])
    found = []
    if is_grouped and len(set(marks)) == 1 and not groups[0].startswith("0"):
        found.append(Decimal("".join(groups)))
    if marks[-1] not in marks[:-1] and marks[-1] not in "'’" and are_groups_before:
        found.append(Decimal(f"{''.join(groups[:-1])}.{groups[-1]}"))
    decimal_mark = "," if language_of(language).has_decimal_comma else "."
    return tuple(reversed(found) if marks[-1] == decimal_mark else found)
