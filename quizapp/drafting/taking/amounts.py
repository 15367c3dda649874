"""Amounts in words of a reply: "1,030,000" and "5 mg" are a number, and perhaps its unit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from quizapp.bank.numerals import decimal_or_none
from quizapp.grading.units import is_known

_AMOUNT = re.compile(
    r"(?P<sign>[-+−]?)(?P<whole>\d{1,3}(?:(?P<mark>[,.'’  ])\d{3})(?:(?P=mark)\d{3})*|\d{1,15})"
    r"(?P<rest>\.\d{1,15})?\s*(?P<unit>[%‰°µμΩ]\S{0,20}|[^\W\d_][^\d]{0,24})?"
)
_ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class WrittenAmount:
    """A number and its unit, "" for none."""

    value: Decimal
    unit: str = ""


def read_amount(text: str, language: str = _ENGLISH) -> WrittenAmount | None:
    """Return the amount that a whole text is; None where it is none, or where it is ambiguous.

    What "1,030" is depends on the language; with two marks alike they part thousands anywhere. A
    word behind the number is a unit only if it is known as one: "56 patients" is text.
    """
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        return None
    whole, mark, unit = found["whole"], found["mark"], (found["unit"] or "").strip()
    if mark and whole.count(mark) == 1 and not (mark == "," and language.startswith(_ENGLISH)):
        return None
    if unit and not (unit == "%" or is_known(unit)):
        return None
    digits = re.sub(r"\D", "", whole) if mark else whole
    sign = "-" if found["sign"] in {"-", "−"} else ""
    value = decimal_or_none(f"{sign}{digits}{found['rest'] or ''}")
    return None if value is None else WrittenAmount(value, unit)


def read_alike(texts: Sequence[str], language: str = _ENGLISH) -> list[WrittenAmount] | None:
    """Return the amounts that all of `texts` are, of one unit; None where one is none.

    Bare digits alone are no amount: they may be a name, like chromosome 7.
    """
    found = [read_amount(text, language) for text in texts]
    amounts = [each for each in found if each is not None]
    if len(amounts) < len(texts) or not amounts:
        return None
    units = {each.unit for each in amounts if each.unit}
    is_bare = not amounts[0].unit and decimal_or_none(texts[0]) is not None
    return None if len(units) > 1 or is_bare or (units and not amounts[0].unit) else amounts
