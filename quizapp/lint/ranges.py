"""The rule on ranges as options: O209. What lies in two of them has two right answers.

A range that is itself what is asked for (a normal range, the years of a war) is no bin for a value,
and may overlap with a wrong one.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from quizapp.bank.mentions import parse_number
from quizapp.items.item import Format, Item
from quizapp.items.near_numbers import YEAR_RANGE
from quizapp.items.text_shape import is_plural
from quizapp.lint.finding import Finding, make_finding

_NUMBER = r"(?P<{}>[-−]?\d+(?:[.,]\d+)*)"
_UNIT = r"(?P<{}>[^\d,;]{{0,30}}?)"
_POWER_OF_TEN = re.compile(r"\de[-−]\d", re.IGNORECASE)  # 1.0e-21 has one end
_TWO_ENDS = re.compile(
    rf"(?:about |around |from |between )?{_NUMBER.format('low')}\s*{_UNIT.format('first')}\s*"
    rf"(?:-|–|—|−|\bto\b|\band\b|\bthrough\b)\s*{_NUMBER.format('high')}\s*{_UNIT.format('unit')}",
    re.IGNORECASE,
)
_BELOW = re.compile(
    rf"(?:(?P<open><|less than|fewer than|under|below|younger than|before)"
    rf"|≤|<=|up to|at most|no more than|not more than)\s*"
    rf"{_NUMBER.format('end')}\s*{_UNIT.format('unit')}",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    rf"(?:(?P<open>>|more than|over|above|older than|beyond|after|exceeding)"
    rf"|≥|>=|at least|from|no less than|not less than)\s*"
    rf"{_NUMBER.format('end')}\s*{_UNIT.format('unit')}",
    re.IGNORECASE,
)
_OR_MORE = re.compile(
    rf"{_NUMBER.format('end')}\s*{_UNIT.format('unit')}\s*"
    rf"(?:\+|(?:or|and)\s+(?P<way>more|over|above|older|higher|less|fewer|under|below|younger|lower))",
    re.IGNORECASE,
)
_DOWN = frozenset({"less", "fewer", "under", "below", "younger", "lower"})
# A stem that asks for a stretch: its ends, or several things that lie within it.
_ASKS_FOR_RANGE = re.compile(
    r"\b(?:ranges?|intervals?|bands?|periods?|spans?|limits?|windows?|lifetimes?|dates|spectrum)\b"
    r"|\b(?:between|from|over|within|during)\s+(?:what|which|when|how)\b",
    re.IGNORECASE,
)
_NOUN_ASKED_FOR = re.compile(
    r"\b(?:what|which)\s+(?:\w+\s+)?(?P<noun>\w+)\s+"
    r"(?:is|are|was|were|do|does|did|has|have|had|can|could|may|will|would|of|in)\b",
    re.IGNORECASE,
)
_INFINITE = Decimal("Infinity")


class _Range(NamedTuple):
    """The numbers from `low` to `high`; an end that is open is not one of them."""

    low: Decimal
    high: Decimal
    unit: str
    is_low_open: bool = False
    is_high_open: bool = False

    def overlaps(self, other: "_Range") -> bool:
        """Return whether a number lies in both."""
        if self.unit and other.unit and self.unit != other.unit:
            return False
        low, high = max(self.low, other.low), min(self.high, other.high)
        is_open = (self.is_low_open and self.low == low) or (other.is_low_open and other.low == low)
        is_open |= (self.is_high_open and self.high == high) or (
            other.is_high_open and other.high == high
        )
        return low < high or (low == high and not is_open)

    @property
    def is_of_years(self) -> bool:
        """Whether both ends are years."""
        first, last = YEAR_RANGE
        return not self.unit and first <= self.low and self.high <= last


def find_overlapping_ranges(item: Item) -> Iterator[Finding]:
    """O209: a value that lies in two of the ranges that are offered."""
    if item.format is not Format.CHOICE or _asks_for_range(item.stem):
        return
    ranges = {option.text: found for option in item.options if (found := _read_range(option.text))}
    # Bins for a year are of one width; the years of a war or a reign are what they are.
    widths = {each.high - each.low for each in ranges.values()}
    if len(ranges) < len(item.options) or (
        len(widths) > 1 and any(each.is_of_years for each in ranges.values())
    ):
        return
    for (one, first), (other, second) in combinations(ranges.items(), 2):
        if first.overlaps(second):
            yield make_finding(
                item,
                f'"{one}" and "{other}" overlap: a value in both has two right answers',
                "let each range begin behind the end of the one before",
            )
            return


def _asks_for_range(stem: str) -> bool:
    """Return whether `stem` asks for a stretch: by its name, by its ends, by what lies within it.

    On which pages, in which years: of several things there is a first and a last.
    """
    found = _NOUN_ASKED_FOR.search(stem)
    is_of_several = found is not None and is_plural(found["noun"].lower()) is True
    return is_of_several or _ASKS_FOR_RANGE.search(stem) is not None


def _read_range(text: str) -> _Range | None:
    """Return the range that `text` names; None where it names none."""
    text = text.strip()
    if _POWER_OF_TEN.search(text):
        return None
    if found := _TWO_ENDS.fullmatch(text):
        low, high = parse_number(found["low"].replace("−", "-")), parse_number(found["high"])
        if low is None or high is None or low >= high:
            return None
        return _Range(low, high, _unit(found["unit"] or found["first"]))
    if found := _OR_MORE.fullmatch(text):
        end = parse_number(found["end"])
        is_down = (found["way"] or "").casefold() in _DOWN
        low, high = (-_INFINITE, end) if is_down else (end, _INFINITE)
        return None if low is None or high is None else _Range(low, high, _unit(found["unit"]))
    for pattern, is_down in ((_BELOW, True), (_ABOVE, False)):
        if (found := pattern.fullmatch(text)) and (end := parse_number(found["end"])) is not None:
            is_open = bool(found["open"])
            if is_down:
                return _Range(-_INFINITE, end, _unit(found["unit"]), is_high_open=is_open)
            return _Range(end, _INFINITE, _unit(found["unit"]), is_low_open=is_open)
    return None


def _unit(text: str) -> str:
    """Return a unit as it is compared."""
    return " ".join(text.casefold().split())
