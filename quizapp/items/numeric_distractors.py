"""Wrong options for a number: those that its author declared, and near ones where asked for.

Declared are the card's own wrong numbers, and what stands in other rows of its column. With
`near: true` numbers near the key are added: the author says of the card that they are wrong. The
key's rank is drawn among those that are possible beside the card's own, so that it gives nothing
away.
"""

import random
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from quizapp.bank.mentions import numbers_in, parse_number
from quizapp.bank.model import NumberAnswer, WrongAnswer
from quizapp.items.context import CardContext, make_option
from quizapp.items.deck_index import StatedNumber
from quizapp.items.item import Option
from quizapp.items.near_numbers import MIN_RELATIVE_GAP, NEAR_REASON, find_near_numbers

_MIN_DISTRACTORS, _MAX_DISTRACTORS = (
    2,
    3,
)  # wrong options; three only where the author declared three
MAX_FACTOR = 5  # a number that is further off is no temptation
_SMALL_RANGE = 6  # within it even spacing is let be
_COLUMN_WINDOW = 10  # numbers of a column, on each side


@dataclass(frozen=True, slots=True)
class _Limits:
    """What a wrong number of one card must obey.

    Attributes:
        tolerance: how far from the key a typed number is still right.
        whole: what no wrong number exceeds; None where there is no such number.
        forbidden: the numbers in the stem.
    """

    key: Decimal
    tolerance: Decimal
    whole: Decimal | None
    forbidden: frozenset[Decimal]

    def is_wrong(self, value: Decimal, tolerance: Decimal = Decimal(0)) -> bool:
        """Return whether `value`, itself right within `tolerance`, is wrong and not in the stem."""
        is_apart = abs(value - self.key) > max(self.tolerance, tolerance)
        return is_apart and value not in self.forbidden

    def are_distinct(self, one: Decimal, other: Decimal) -> bool:
        """Return whether a learner who knows the one would not be right with the other."""
        return abs(one - other) > self.tolerance


def choose_numeric_distractors(
    context: CardContext, answer: NumberAnswer, stem: str
) -> list[Option]:
    """Return two or three wrong options for a number, ascending; fewer where there are no more."""
    limits = _Limits(
        answer.value,
        answer.tolerance,
        answer.of if answer.of is not None else percent_limit(answer),
        frozenset(numbers_in(stem)),
    )
    declared = _declared_numbers(context.card.wrong, limits)
    chance = random.Random(f"{context.deck_index.seed}/{context.card.id}")
    of_column = _column_numbers(context, answer, limits)
    near = [value for value in find_near_numbers(context, answer, chance) if limits.is_wrong(value)]
    chosen = _draw_numbers(
        list(declared),
        (of_column, near),
        max(_MIN_DISTRACTORS, len(declared)),
        limits,
        chance,
    )
    return [
        make_option(declared[value].text, why=declared[value].why)
        if value in declared
        else make_option(f"{value:f}", why="" if value in of_column else NEAR_REASON)
        for value in sorted(chosen)
    ]


def percent_limit(answer: NumberAnswer) -> Decimal | None:
    """Return 100 for a share in per cent, which no wrong share exceeds, else None."""
    return Decimal(100) if answer.unit.strip() == "%" and answer.value <= 100 else None  # noqa: PLR2004 (per cent)


def _declared_numbers(
    wrong: Iterable[WrongAnswer], limits: _Limits
) -> Mapping[Decimal, WrongAnswer]:
    """Return what the author declared wrong, by value: no two that would pass for each other."""
    found: dict[Decimal, WrongAnswer] = {}
    for each in wrong:
        value = parse_number(each.text)
        if value is None or len(found) == _MAX_DISTRACTORS or not limits.is_wrong(value):
            continue
        if all(limits.are_distinct(value, other) for other in found):
            found[value] = each
    return found


def _column_numbers(
    context: CardContext, answer: NumberAnswer, limits: _Limits
) -> tuple[Decimal, ...]:
    """Return the numbers of other rows that are wrong in this one, those nearest to the key first.

    Those come last that differ so little that telling them apart is a matter of luck.
    """
    numbers = context.deck_index.numbers_of_column(context.card, answer)
    middle = bisect_left(numbers, answer.value, key=lambda number: number.value)
    around = numbers[max(0, middle - _COLUMN_WINDOW) : middle + _COLUMN_WINDOW]
    wrong = (number.value for number in around if _is_wrong_in_row(number, limits))
    return tuple(
        sorted(
            wrong,
            key=lambda value: (
                abs(value - answer.value) < MIN_RELATIVE_GAP * abs(answer.value),
                abs(value - answer.value),
            ),
        )
    )


def _is_wrong_in_row(number: StatedNumber, limits: _Limits) -> bool:
    """Return whether the number of another row is wrong: for either row's tolerance, and in all."""
    return limits.is_wrong(number.value, number.tolerance) and (
        limits.whole is None or number.value <= limits.whole
    )


# --- drawing -------------------------------------------------------------------------------------


def _draw_numbers(
    must: Sequence[Decimal],
    pools: tuple[Sequence[Decimal], Sequence[Decimal]],
    wanted: int,
    limits: _Limits,
    chance: random.Random,
) -> list[Decimal]:
    """Return `wanted` wrong numbers, `must` among them, or as many as there are.

    `pools` are the column's, then near ones. How many lie below the key is drawn first, and
    unevenly spaced ones are preferred.
    """
    below = sum(value < limits.key for value in must)
    ranks = range(below, wanted - (len(must) - below) + 1)
    fullest = list(must)
    order = chance.sample(ranks, len(ranks))
    for may_be_even in (False, True):
        for rank in order:
            sides = (rank, wanted - rank)
            chosen = _fill_sides(must, pools, sides, limits, can_be_even=may_be_even)
            if len(chosen) == wanted:
                return chosen
            fullest = max(fullest, chosen, key=len)
    return fullest


def _fill_sides(
    must: Sequence[Decimal],
    pools: tuple[Sequence[Decimal], Sequence[Decimal]],
    sides: tuple[int, int],
    limits: _Limits,
    *,
    can_be_even: bool,
) -> list[Decimal]:
    """Return `must` with numbers from `pools` until `sides`, below and above the key, are full."""
    chosen = list(must)
    room = [
        sides[0] - sum(value < limits.key for value in must),
        sides[1] - sum(value > limits.key for value in must),
    ]
    for is_near, pool in zip((False, True), pools, strict=True):
        for value in pool:
            side = int(value > limits.key)
            if room[side] and _can_stand_beside(value, (limits.key, *chosen), limits, is_near):
                is_last = sum(room) == 1
                if can_be_even or not is_last or not are_even((limits.key, value, *chosen)):
                    chosen.append(value)
                    room[side] -= 1
            if not any(room):
                return chosen
    return chosen


def _can_stand_beside(
    value: Decimal,
    others: Iterable[Decimal],
    limits: _Limits,
    is_near: bool,  # noqa: FBT001 (one of a pair with the pool that it says)
) -> bool:
    """Return whether `value` can be told from `others`; one that nobody declared, easily."""
    return all(
        are_far_apart(value, other, limits.tolerance)
        if is_near
        else limits.are_distinct(value, other)
        for other in others
    )


def are_far_apart(one: Decimal, other: Decimal, tolerance: Decimal) -> bool:
    """Return whether two numbers are 12 per cent and two tolerances apart, or more."""
    gap = MIN_RELATIVE_GAP * max(abs(one), abs(other))
    # Within twice the tolerance a typed number is close: too near to be wrong.
    return abs(one - other) >= gap and abs(one - other) > 2 * tolerance


def are_even(values: Iterable[Decimal]) -> bool:
    """Return whether `values` are evenly spaced, over more than a tiny range."""
    ordered = sorted(values)
    steps = {after - before for before, after in pairwise(ordered)}
    return (
        len(ordered) > _MIN_DISTRACTORS
        and len(steps) == 1
        and ordered[-1] - ordered[0] > _SMALL_RANGE
    )
