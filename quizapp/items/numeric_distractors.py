"""Wrong options for a number: near the key, by rule.

The author's own come first, whatever their form. Each other one is above 0, at most the
denominator, not in the stem, as precise as the key, and far enough from every other. The key's
rank is drawn among those that are possible beside the author's own, so that it gives nothing away.
"""

import random
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, InvalidOperation
from itertools import pairwise

from quizapp.bank.concepts import normalize_text
from quizapp.bank.model import NumberAnswer, WrongAnswer
from quizapp.bank.numerals import NUMBER_WORDS, ONES
from quizapp.items.context import CardContext, make_option
from quizapp.items.deck_index import decimal_places
from quizapp.items.item import Option

_MIN_DISTRACTORS, _MAX_DISTRACTORS = (
    2,
    3,
)  # wrong options; three only where the author declared three
_MIN_RELATIVE_GAP = Decimal("0.12")
MAX_FACTOR = 5  # a number that is further off is no temptation
_SMALL_RANGE = 6  # within it even spacing is let be
_COLUMN_WINDOW = 10  # numbers of a column, on each side
_DECK_WINDOW = 3  # of the deck, on each side
_PERCENTAGES = (50, 60, 70, 80, 125, 140, 150, 175, 200)
_JITTER = 4  # per cent
_STEPS = range(1, 6)
YEAR_RANGE = (1000, 2100)
_YEAR_STEPS = (2, 3, 4, 5, 6, 8, 10, 12)
_LONG_CONTEXT = Context(prec=60)  # a key may have more digits than the default keeps
_TWO_DIGITS = re.compile(r"[1-9][1-9]")
_DIGITS_PATTERN = re.compile(
    r"(?<![\w.,])(?:(?P<thousands>\d{1,3}(?:[ ,'’]\d{3})+)|(?P<plain>\d+(?:[.,]\d+)?))(?!\w)"
)
_SMALL_NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(ONES[:12])})\b(?!-)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _DistractorLimits:
    """What a wrong number of one card must obey.

    Attributes:
        last_place: 1 for a whole number, 0.1 for one with one decimal.
        tolerance: how far from the key a typed number is still right.
        least, most: within which a number tempts: a fifth of the key and five times the key, or
            the denominator.
        whole: the denominator; None where there is none.
        forbidden: the numbers in the stem.
    """

    key: Decimal
    last_place: Decimal
    tolerance: Decimal
    least: Decimal
    most: Decimal
    whole: Decimal | None
    forbidden: frozenset[Decimal]
    is_year: bool

    def is_wrong(self, value: Decimal) -> bool:
        """Return whether `value` is wrong, and the stem does not name it."""
        return abs(value - self.key) > self.tolerance and value not in self.forbidden

    def is_plausible(self, value: Decimal) -> bool:
        """Return whether `value` may be an option that nobody declared."""
        if not self.least <= value <= self.most or value <= 0 or value in self.forbidden:
            return False
        # Within twice the tolerance a typed number is close: too near to be wrong.
        return abs(value - self.key) > 2 * self.tolerance

    def are_apart(self, one: Decimal, other: Decimal) -> bool:
        """Return whether two options are far enough from each other."""
        if self.is_year:
            return abs(one - other) >= _YEAR_STEPS[0]
        return abs(one - other) >= max(self.last_place, _MIN_RELATIVE_GAP * max(one, other))


def choose_numeric_distractors(
    context: CardContext, answer: NumberAnswer, stem: str
) -> list[Option]:
    """Return two or three wrong options for a number, ascending; fewer where there are no more."""
    rules = _build_limits(answer, stem)
    declared = _declared_numbers(context.card.wrong, rules)
    chance = random.Random(f"{context.deck_index.seed}/{context.card.id}")
    pool = [
        value
        for value in dict.fromkeys(
            (
                *_column_numbers(context, rules),
                *_near_numbers(context.deck_index.similar_numbers(answer), rules, chance),
            )
        )
        if rules.is_plausible(value)
    ]
    chosen = _draw_numbers(
        list(declared), pool, max(_MIN_DISTRACTORS, len(declared)), rules, chance
    )
    return [
        make_option(declared[value].text, why=declared[value].why)
        if value in declared
        else make_option(f"{value:f}")
        for value in sorted(chosen)
    ]


def _build_limits(answer: NumberAnswer, stem: str) -> _DistractorLimits:
    """Return what wrong numbers for `answer` must obey, asked by `stem`."""
    key, places = answer.value, decimal_places(answer.value)
    whole = answer.of if answer.of is not None else _percent_limit(answer)
    last_place = Decimal(1).scaleb(-places)
    most = key * MAX_FACTOR if key else last_place * MAX_FACTOR
    is_plain = places == 0 and answer.of is None and normalize_text(answer.unit) in {"", "year"}
    return _DistractorLimits(
        key=key,
        last_place=last_place,
        tolerance=answer.tolerance,
        least=key / MAX_FACTOR,
        most=most if whole is None else min(most, whole),
        whole=whole,
        forbidden=frozenset(_parse_numbers(stem)),
        is_year=is_plain and YEAR_RANGE[0] <= key <= YEAR_RANGE[1],
    )


def _percent_limit(answer: NumberAnswer) -> Decimal | None:
    """Return 100 for a share in per cent, which no wrong share exceeds, else None."""
    return Decimal(100) if answer.unit.strip() == "%" and answer.value <= 100 else None  # noqa: PLR2004 (per cent)


def _declared_numbers(
    wrong: Iterable[WrongAnswer], rules: _DistractorLimits
) -> Mapping[Decimal, WrongAnswer]:
    """Return what the author declared wrong, by value: the first of them, not in the stem."""
    found: dict[Decimal, WrongAnswer] = {}
    for each in wrong:
        value = parse_number(each.text)
        if value is not None and rules.is_wrong(value) and len(found) < _MAX_DISTRACTORS:
            found.setdefault(value, each)
    return found


def _column_numbers(context: CardContext, rules: _DistractorLimits) -> list[Decimal]:
    """Return the numbers of the card's column that tempt most: those nearest to the key."""
    if not context.card.distractor_pool:
        return []
    numbers = context.deck_index.pool_numbers(context.card.distractor_pool)
    middle = bisect_left(numbers, rules.key)
    around = numbers[max(0, middle - _COLUMN_WINDOW) : middle + _COLUMN_WINDOW]
    return sorted(around, key=lambda value: abs(value - rules.key))


# --- drawing -------------------------------------------------------------------------------------


def _draw_numbers(
    must: Sequence[Decimal],
    pool: Sequence[Decimal],
    wanted: int,
    rules: _DistractorLimits,
    chance: random.Random,
) -> list[Decimal]:
    """Return `wanted` wrong numbers, `must` among them, or as many as there are.

    How many of them lie below the key is drawn first, and unevenly spaced ones are preferred.
    """
    below = sum(value < rules.key for value in must)
    ranks = range(below, wanted - (len(must) - below) + 1)
    fullest = list(must)
    order = chance.sample(ranks, len(ranks))
    for may_be_even in (False, True):
        for rank in order:
            chosen = _fill_sides(must, pool, (rank, wanted - rank), rules, can_be_even=may_be_even)
            if len(chosen) == wanted:
                return chosen
            fullest = max(fullest, chosen, key=len)
    return fullest


def _fill_sides(
    must: Sequence[Decimal],
    pool: Iterable[Decimal],
    sides: tuple[int, int],
    rules: _DistractorLimits,
    *,
    can_be_even: bool,
) -> list[Decimal]:
    """Return `must` with numbers from `pool` until `sides`, below and above the key, are full."""
    chosen = list(must)
    room = [
        sides[0] - sum(value < rules.key for value in must),
        sides[1] - sum(value > rules.key for value in must),
    ]
    for value in pool:
        side = int(value > rules.key)
        if room[side] and all(rules.are_apart(value, other) for other in (rules.key, *chosen)):
            is_last = sum(room) == 1
            if can_be_even or not is_last or not are_even((rules.key, value, *chosen)):
                chosen.append(value)
                room[side] -= 1
        if not any(room):
            break
    return chosen


def are_even(values: Iterable[Decimal]) -> bool:
    """Return whether `values` are evenly spaced, over more than a tiny range."""
    ordered = sorted(values)
    steps = {after - before for before, after in pairwise(ordered)}
    return (
        len(ordered) > _MIN_DISTRACTORS
        and len(steps) == 1
        and ordered[-1] - ordered[0] > _SMALL_RANGE
    )


# --- where near numbers come from ----------------------------------------------------------------


def _near_numbers(
    deck: Sequence[Decimal], rules: _DistractorLimits, chance: random.Random
) -> Iterator[Decimal]:
    """Yield numbers near the key, the most tempting first; `deck` has those of the deck.

    None for a key below 0: whatever is above 0 would show it up.
    """
    if rules.key < 0:
        return
    # Drawn before the deck is looked at, so that another number in it does not change all.
    invented = _shuffle_values(
        _near_years(rules) if rules.is_year else _multiples(rules, chance), chance
    )
    if not rules.is_year:
        yield from _shuffle_values((*_deck_neighbours(deck, rules), *_lookalikes(rules)), chance)
    yield from invented
    for step in _STEPS:
        yield from (rules.key - step * rules.last_place, rules.key + step * rules.last_place)


def _shuffle_values(values: Iterable[Decimal], chance: random.Random) -> list[Decimal]:
    """Return `values` in an order that is drawn."""
    return sorted(values, key=lambda _: chance.random())


def _near_years(rules: _DistractorLimits) -> Iterator[Decimal]:
    """Yield years around the key."""
    return (rules.key + step for apart in _YEAR_STEPS for step in (-apart, apart))


def _deck_neighbours(deck: Sequence[Decimal], rules: _DistractorLimits) -> Iterator[Decimal]:
    """Yield the numbers of the deck next to the key that are not too near to it."""
    key = rules.key
    apart = max(rules.last_place, _MIN_RELATIVE_GAP * key)
    below = bisect_right(deck, key - apart)
    above = bisect_left(deck, key / (1 - _MIN_RELATIVE_GAP))
    yield from deck[max(0, below - _DECK_WINDOW) : below]
    yield from deck[above : above + _DECK_WINDOW]


def _lookalikes(rules: _DistractorLimits) -> Iterator[Decimal]:
    """Yield the key with its digits swapped, and what it leaves of its denominator."""
    text = f"{rules.key:f}"
    if _TWO_DIGITS.fullmatch(text):
        yield Decimal(text[::-1])
    if rules.whole is not None:
        yield rules.whole - rules.key


def _multiples(rules: _DistractorLimits, chance: random.Random) -> Iterator[Decimal]:
    """Yield multiples of the key, each a little off, as round as the key is."""
    grain = _roundness(rules)
    for percentage in _PERCENTAGES:
        jittered = percentage + int((chance.random() * 2 - 1) * _JITTER)
        count = _LONG_CONTEXT.divide_int(_LONG_CONTEXT.multiply(rules.key, jittered), grain * 100)
        # As precise as the key is written: beside 50.00, a 65 would stand out.
        yield _LONG_CONTEXT.multiply(count, grain).quantize(rules.last_place, context=_LONG_CONTEXT)


def _roundness(rules: _DistractorLimits) -> Decimal:
    """Return what the key looks rounded to: 1 for 56, 100 for 2300, 0.1 for 2.50, 5 for 40."""
    _, digits, exponent = rules.key.normalize(_LONG_CONTEXT).as_tuple()
    if not isinstance(exponent, int):
        return rules.last_place
    if len(digits) > 1 or exponent <= 0:
        return Decimal(10) ** exponent
    # A single digit before zeros would leave too few numbers as round.
    return Decimal(10) ** (exponent - 1) * (1 if digits == (1,) else 5)


# --- reading numbers -----------------------------------------------------------------------------


def _parse_numbers(text: str) -> Iterator[Decimal]:
    """Yield the numbers in `text`, in digits ("1,000" is a thousand) or small words."""
    for found in _DIGITS_PATTERN.finditer(text):
        marked = found["thousands"]
        value = Decimal(re.sub(r"\D", "", marked)) if marked else parse_number(found["plain"])
        if value is not None:
            yield value
    for word in _SMALL_NUMBER_WORD.findall(text):
        yield Decimal(NUMBER_WORDS[word.casefold()])


def parse_number(text: str) -> Decimal | None:
    """Return what `text` says as a number in digits; None when it says none."""
    try:
        value = Decimal(text.strip().removesuffix("%").strip().replace(",", "."))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None
