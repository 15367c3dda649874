"""Numbers near the key, for cards whose author wrote `near: true`: by rule, and told as such.

Each is half the key to twice the key, as precise as it is, at most its denominator, and equal to
no number of a card that cites the same sentence: that one the source states. A bound has none,
since a number nearby may be true as well; nor has a year, of which only those too near tempt.
"""

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Context, Decimal

from quizapp.bank.bounds import is_bound, knows_bounds
from quizapp.bank.concepts import normalize_text
from quizapp.bank.model import NumberAnswer
from quizapp.items.context import CardContext
from quizapp.items.deck_index import StatedNumber, decimal_places

NEAR_REASON = "Only a number near the right one."
MIN_RELATIVE_GAP = Decimal("0.12")
YEAR_RANGE = (1000, 2100)
_LEAST, _MOST = Decimal("0.5"), Decimal(2)  # times the key
_PERCENTAGES = (50, 60, 70, 80, 125, 140, 150, 175, 200)
_JITTER = 4  # per cent
_STEPS = range(1, 6)
_LONG_CONTEXT = Context(prec=60)  # a key may have more digits than the default keeps
_TWO_DIGITS = re.compile(r"[1-9][1-9]")


@dataclass(frozen=True, slots=True)
class _NearLimits:
    """What a number near the key must obey.

    Attributes:
        last_place: 1 for a whole number, 0.1 for one with one decimal.
        whole: the denominator; None where there is none.
        most: what it must not exceed.
        stated: the numbers of all cards that cite a sentence of this one.
    """

    key: Decimal
    last_place: Decimal
    tolerance: Decimal
    whole: Decimal | None
    most: Decimal
    stated: tuple[StatedNumber, ...]

    def admits(self, value: Decimal) -> bool:
        """Return whether `value` is near the key and stated nowhere beside it."""
        return _LEAST * self.key <= value <= self.most and not any(
            abs(value - number.value) <= max(self.tolerance, number.tolerance)
            for number in self.stated
        )


def find_near_numbers(
    context: CardContext, answer: NumberAnswer, chance: random.Random
) -> list[Decimal]:
    """Return numbers near the key of `context`, the most tempting first; none if it asks for none.

    None for a key below 0, either: whatever is above 0 would show it up.
    """
    if answer.value <= 0 or _is_year(answer) or not _may_take_near(context):
        return []
    limits = _build_limits(context, answer)
    invented = _shuffle_values(_multiples(limits, chance), chance)
    tempting = (*_shuffle_values(_lookalikes(limits), chance), *invented, *_neighbours(limits))
    return [value for value in dict.fromkeys(tempting) if limits.admits(value)]


def _may_take_near(context: CardContext) -> bool:
    """Return whether the author allows near numbers for a card, and its claim does, too.

    What the settings of a deck allow holds where bounds can be told from other numbers.
    """
    deck, card = context.deck_index.deck, context.card
    by_deck = deck.settings.may_take_near and knows_bounds(deck.language)
    is_allowed = by_deck if card.may_take_near is None else card.may_take_near
    return is_allowed and not is_bound(context.fact, card, deck.language)


def _is_year(answer: NumberAnswer) -> bool:
    """Return whether a number is like that of a year."""
    is_plain = decimal_places(answer.value) == 0 and answer.of is None
    is_in_range = YEAR_RANGE[0] <= answer.value <= YEAR_RANGE[1]
    return is_plain and is_in_range and normalize_text(answer.unit) in {"", "year"}


def _build_limits(context: CardContext, answer: NumberAnswer) -> _NearLimits:
    """Return what numbers near `answer` must obey."""
    most = _MOST * answer.value
    is_share = answer.unit.strip() == "%" and answer.value <= 100  # noqa: PLR2004 (per cent)
    whole = Decimal(100) if answer.of is None and is_share else answer.of
    return _NearLimits(
        key=answer.value,
        last_place=Decimal(1).scaleb(-decimal_places(answer.value)),
        tolerance=answer.tolerance,
        whole=whole,
        most=most if whole is None else min(most, whole),
        stated=context.deck_index.numbers_beside(context.fact),
    )


def _shuffle_values(values: Iterable[Decimal], chance: random.Random) -> list[Decimal]:
    """Return `values` in an order that is drawn."""
    return sorted(values, key=lambda _: chance.random())


def _lookalikes(limits: _NearLimits) -> Iterator[Decimal]:
    """Yield the key with its digits swapped, and what it leaves of its denominator."""
    text = f"{limits.key:f}"
    if _TWO_DIGITS.fullmatch(text):
        yield Decimal(text[::-1])
    if limits.whole is not None:
        yield limits.whole - limits.key


def _multiples(limits: _NearLimits, chance: random.Random) -> Iterator[Decimal]:
    """Yield multiples of the key, each a little off, as round as the key is."""
    grain = _roundness(limits)
    for percentage in _PERCENTAGES:
        jittered = percentage + int((chance.random() * 2 - 1) * _JITTER)
        count = _LONG_CONTEXT.divide_int(_LONG_CONTEXT.multiply(limits.key, jittered), grain * 100)
        # As precise as the key is written: beside 50.00, a 65 would stand out.
        yield _LONG_CONTEXT.multiply(count, grain).quantize(
            limits.last_place, context=_LONG_CONTEXT
        )


def _neighbours(limits: _NearLimits) -> Iterator[Decimal]:
    """Yield the numbers some last places off."""
    for step in _STEPS:
        yield from (limits.key - step * limits.last_place, limits.key + step * limits.last_place)


def _roundness(limits: _NearLimits) -> Decimal:
    """Return what the key looks rounded to: 1 for 56, 100 for 2300, 0.1 for 2.50, 5 for 40."""
    _, digits, exponent = limits.key.normalize(_LONG_CONTEXT).as_tuple()
    if not isinstance(exponent, int):
        return limits.last_place
    if len(digits) > 1 or exponent <= 0:
        return Decimal(10) ** exponent
    # A single digit before zeros would leave too few numbers as round.
    return Decimal(10) ** (exponent - 1) * (1 if digits == (1,) else 5)
