"""Wrong options for a number: near the key, by rule.

Each is above 0, at most the denominator, not in the stem, as precise as the key, and far enough
from every other. The author's own come first; then the key's rank is drawn among those still
possible, so that it gives nothing away.
"""

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation
from itertools import pairwise

from quizapp.bank.concepts import folded
from quizapp.bank.model import Card, NumberAnswer
from quizapp.items.item import Option
from quizapp.items.making import option
from quizapp.items.material import Material

FEW, MOST = 2, 3  # wrong options; three only where the author declared three
SHARE_APART = Decimal("0.12")
FACTOR = 5  # a number of the deck that is further off is no temptation
MULTIPLES = tuple(map(Decimal, ("0.5", "0.6", "0.7", "0.8", "1.25", "1.4", "1.5", "1.75", "2")))
STEPS = tuple(map(Decimal, range(1, 6)))
YEARS = (1000, 2100)
YEARS_APART = tuple(map(Decimal, (2, 3, 4, 5, 6, 8, 10, 12)))
DRAWS = 8  # ways tried before even spacing is let be
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Rules:
    """What a wrong number of one card must obey."""

    key: Decimal
    unit_in_last_place: Decimal
    most: Decimal | None
    forbidden: frozenset[Decimal]
    is_year: bool

    def is_fit(self, value: Decimal) -> bool:
        """Say whether `value` may be an option at all."""
        is_in_range = value > 0 and (self.most is None or value <= self.most)
        return is_in_range and value != self.key and value not in self.forbidden

    def are_apart(self, one: Decimal, other: Decimal) -> bool:
        """Say whether two options are far enough from each other."""
        if self.is_year:
            return abs(one - other) >= YEARS_APART[0]
        return abs(one - other) >= max(self.unit_in_last_place, SHARE_APART * max(one, other))


def numeric_distractors(
    material: Material, card: Card, answer: NumberAnswer, stem: str
) -> list[Option]:
    """Return two or three wrong options for a number, ascending; fewer where there are no more."""
    rules = rules_for(answer, stem)
    reasons = {
        value: (wrong.text, wrong.why)
        for wrong in card.wrong
        if (value := as_number(wrong.text)) is not None and rules.is_fit(value)
    }
    must = list(reasons)[:MOST]
    wanted = max(FEW, len(must))
    chance = random.Random(f"{material.seed}/{card.id}")
    candidates = [
        value for value in dict.fromkeys(near(material, answer, rules)) if rules.is_fit(value)
    ]
    draws = (draw(must, candidates, wanted, rules, chance) for _ in range(DRAWS))
    chosen = best(draws, rules.key)
    return [
        option(*reasons[value][:1], why=reasons[value][1])
        if value in reasons
        else option(in_words(value, answer))
        for value in sorted(chosen)
    ]


def rules_for(answer: NumberAnswer, stem: str) -> Rules:
    """Return what wrong numbers for `answer` must obey, asked by `stem`."""
    exponent = answer.value.as_tuple().exponent
    digits = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    is_whole = digits == 0
    return Rules(
        key=answer.value,
        unit_in_last_place=Decimal(1).scaleb(-digits),
        most=answer.of if answer.of is not None else percent_limit(answer),
        forbidden=frozenset(numbers_in(stem)),
        is_year=is_whole
        and folded(answer.unit) in {"", "year"}
        and answer.of is None
        and YEARS[0] <= answer.value <= YEARS[1],
    )


def percent_limit(answer: NumberAnswer) -> Decimal | None:
    """Return 100 for a share in per cent, which no wrong share exceeds, else None."""
    return Decimal(100) if answer.unit.strip() == "%" and answer.value <= 100 else None  # noqa: PLR2004


def draw(
    must: Sequence[Decimal],
    candidates: Sequence[Decimal],
    wanted: int,
    rules: Rules,
    chance: random.Random,
) -> list[Decimal]:
    """Return `wanted` wrong numbers, or as many as there are.

    `must` are in it; how many of the others lie below the key is drawn among what is possible.
    """
    chosen = list(must)
    below = sum(value < rules.key for value in must)
    ranks = list(range(below, wanted - (len(must) - below) + 1))
    rank = chance.choice(ranks) if ranks else below
    first = chance.sample(candidates, len(candidates))
    for is_side in (side(rules.key, rank, chosen), lambda _: True):
        for value in first:
            if len(chosen) < wanted and is_side(value) and is_apart(value, chosen, rules):
                chosen.append(value)
    return chosen


def side(key: Decimal, rank: int, chosen: list[Decimal]) -> Callable[[Decimal], bool]:
    """Return a test for numbers that keep at most `rank` of those chosen below the key."""

    def is_side(value: Decimal) -> bool:
        below = sum(other < key for other in chosen)
        return below < rank if value < key else below >= rank

    return is_side


def is_apart(value: Decimal, chosen: Iterable[Decimal], rules: Rules) -> bool:
    """Say whether `value` is far enough from the key and from all that was chosen."""
    return all(rules.are_apart(value, other) for other in (rules.key, *chosen))


def best(draws: Iterable[list[Decimal]], key: Decimal) -> list[Decimal]:
    """Return the first draw whose options are not evenly spaced, else the fullest one."""
    fullest: list[Decimal] = []
    for chosen in draws:
        if len(chosen) > len(fullest):
            fullest = chosen
        if len(chosen) == len(fullest) and not are_even([key, *chosen]):
            return chosen
    return fullest


def are_even(values: Iterable[Decimal]) -> bool:
    """Say whether all steps between `values` are the same."""
    ordered = sorted(values)
    return len({after - before for before, after in pairwise(ordered)}) == 1


# --- where near numbers come from ----------------------------------------------------------------


def near(material: Material, answer: NumberAnswer, rules: Rules) -> Iterator[Decimal]:
    """Yield numbers near the key, the most tempting first."""
    key = rules.key
    if rules.is_year:
        yield from (key + step for apart in YEARS_APART for step in (-apart, apart))
        return
    others = material.numbers.get(folded(answer.unit), ())
    yield from (value for value in others if key / FACTOR <= value <= key * FACTOR)
    yield from swapped_digits(answer)
    if answer.of is not None:
        yield answer.of - key
    for multiple in MULTIPLES:
        yield (key * multiple).quantize(rules.unit_in_last_place, ROUND_HALF_EVEN)
    for step in STEPS:
        yield from (key - step * rules.unit_in_last_place, key + step * rules.unit_in_last_place)


def swapped_digits(answer: NumberAnswer) -> Iterator[Decimal]:
    """Yield a number of two digits with its digits swapped."""
    if re.fullmatch(r"[1-9][1-9]", answer.text):
        yield Decimal(answer.text[::-1])


def in_words(value: Decimal, answer: NumberAnswer) -> str:
    """Return `value` as the author writes numbers: with a decimal comma where the key has one."""
    text = f"{value:f}"
    return text.replace(".", ",") if "," in answer.text and "." not in answer.text else text


def numbers_in(text: str) -> Iterator[Decimal]:
    """Yield the numbers that stand in `text` in digits."""
    for found in NUMBER.findall(text):
        value = as_number(found)
        if value is not None:
            yield value


def as_number(text: str) -> Decimal | None:
    """Return what `text` says as a number in digits; None when it says none."""
    try:
        value = Decimal(text.strip().removesuffix("%").strip().replace(",", "."))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None
