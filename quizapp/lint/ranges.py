"""The rule on ranges as options: O209. What lies in two of them has two right answers.

A range that is itself what is asked for (a normal range, the years of a war) is no bin for a value,
and may overlap with a wrong one.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from quizapp.bank.amounts import AmountError, AmountKind, parse_amount
from quizapp.bank.mentions import parse_number
from quizapp.bank.model import AmountAnswer, Bank
from quizapp.items.item import Format, Item
from quizapp.items.near_numbers import YEAR_RANGE
from quizapp.items.text_shape import is_plural
from quizapp.lint.finding import Finding, make_finding

_NUMBER = r"(?P<{}>[-−]?\d+(?:[.,]\d+)*)"
_UNIT = r"(?P<{}>[^\d,;]{{0,30}}?)"
_SIGN = re.compile("[<>≤≥]")
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
    r"\b(?:ranges?|intervals?|bands?|periods?|spans?|windows?|lifetimes?|dates|spectrum"
    r"|limits?|bounds?|thresholds?|targets?|cut-?offs?|maxim(?:um|a)|minim(?:um|a))\b"
    r"|\b(?:between|from|over|within|during)\s+(?:what|which|when|how)\b",
    re.IGNORECASE,
)
_NOUN_ASKED_FOR = re.compile(
    r"\b(?:what|which)\s+(?:\w+\s+)?(?P<noun>\w+)\s+"
    r"(?:is|are|was|were|do|does|did|has|have|had|can|could|may|will|would|of|in)\b",
    re.IGNORECASE,
)
_INFINITE = Decimal("Infinity")
_FIX_OF_RANGES = "let each range begin behind the end of the one before"
_FIX_OF_BOUNDS = (
    "ask for the number of the bound (Below which …?), answered by it without a sign; or leave "
    "`wrong` out, and it is typed"
)


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
    def is_bound(self) -> bool:
        """Whether it has one end alone."""
        return _INFINITE in (self.high, -self.low)

    @property
    def is_of_years(self) -> bool:
        """Whether both ends are years."""
        first, last = YEAR_RANGE
        return not self.unit and first <= self.low and self.high <= last


def find_overlapping_ranges(bank: Bank, items: Sequence[Item]) -> Iterator[Finding]:
    """O209: an option that overlaps with the key: a value in both has two right answers.

    Two wrong ones may overlap. An interval that is an `amount` is no bin: both of its ends are the
    answer, as is the end of a bound where the question asks for a limit by its name.
    """
    intervals = {
        card.id
        for deck in bank.decks
        for fact in deck.facts
        for card in fact.cards
        if isinstance(card.answer, AmountAnswer)
        and (card.answer.asks_interval or card.answer.amount.kind is AmountKind.INTERVAL)
    }
    for item in items:
        is_bin = item.format is Format.CHOICE and item.card not in intervals
        if is_bin and not _asks_for_range(item.stem):
            yield from _find_overlap(item)


def _find_overlap(item: Item) -> Iterator[Finding]:
    """Yield the first wrong option that overlaps with the key of `item`, where all are ranges."""
    ranges = {option: found for option in item.options if (found := _read_range(option.text))}
    # Bins for a year are of one width; the years of a war or a reign are what they are.
    widths = {each.high - each.low for each in ranges.values()}
    if len(ranges) < len(item.options) or (
        len(widths) > 1 and any(each.is_of_years for each in ranges.values())
    ):
        return
    key = next(option for option in item.options if option.is_right)
    for option, found in ranges.items():
        if option is not key and found.overlaps(ranges[key]):
            is_of_bounds = found.is_bound and ranges[key].is_bound
            yield make_finding(
                item,
                f'"{key.text}" and "{option.text}" overlap: a value in both has two right answers',
                _FIX_OF_BOUNDS if is_of_bounds else _FIX_OF_RANGES,
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
    if _POWER_OF_TEN.search(text) or _SIGN.match(text):
        return _read_bound(text)
    return _read_words(text)


def _read_words(text: str) -> _Range | None:
    """Return the range that is written with two ends, or in words."""
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


def _read_bound(text: str) -> _Range | None:
    """Return the range of a bound that is written with its sign; None of any other text."""
    try:
        amount = parse_amount(text)
    except AmountError:
        return None
    if amount.kind is not AmountKind.BOUND:
        return None
    # A bound of 1 in 203000 is one of the share that this is.
    end, unit, is_open = amount.low / (amount.of or 1), _unit(amount.unit), amount.sign in "<>"
    if amount.sign in "<≤":
        return _Range(-_INFINITE, end, unit, is_high_open=is_open)
    return _Range(end, _INFINITE, unit, is_low_open=is_open)


def _unit(text: str) -> str:
    """Return a unit as it is compared."""
    return " ".join(text.casefold().split())
