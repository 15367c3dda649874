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

from quizapp.bank.concepts import folded
from quizapp.bank.model import NumberAnswer, Wrong
from quizapp.items.item import Option
from quizapp.items.making import Subject, option
from quizapp.items.material import decimals

FEW, MOST = 2, 3  # wrong options; three only where the author declared three
SHARE_APART = Decimal("0.12")
FACTOR = 5  # a number that is further off is no temptation
TINY_RANGE = 6  # within it even spacing is let be
OF_COLUMN = 10  # numbers of a column, on each side
NEIGHBOURS = 3  # of the deck, on each side
PERCENTAGES = (50, 60, 70, 80, 125, 140, 150, 175, 200)
JITTER = 4  # per cent
STEPS = range(1, 6)
YEARS = (1000, 2100)
YEARS_APART = (2, 3, 4, 5, 6, 8, 10, 12)
LONG = Context(prec=60)  # a key may have more digits than the default keeps
TWO_DIGITS = re.compile(r"[1-9][1-9]")
IN_DIGITS = re.compile(
    r"(?<![\w.,])(?:(?P<thousands>\d{1,3}(?:[ ,'’]\d{3})+)|(?P<plain>\d+(?:[.,]\d+)?))(?!\w)"
)
SMALL = "one two three four five six seven eight nine ten eleven twelve"
IN_WORDS = {word: Decimal(value) for value, word in enumerate(SMALL.split(), start=1)}
WORD = re.compile(rf"\b(?:{'|'.join(IN_WORDS)})\b(?!-)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rules:
    """What a wrong number of one card must obey.

    Attributes:
        last_place: 1 for a whole number, 0.1 for one with one decimal.
        tolerance: how far from the key a typed number is still right.
        least, most: within which a number tempts: a fifth of the key and five times the key, or
            the denominator.
        whole: the denominator; None where there is none.
        forbidden: the numbers that stand in the stem.
    """

    key: Decimal
    last_place: Decimal
    tolerance: Decimal
    least: Decimal
    most: Decimal
    whole: Decimal | None
    forbidden: frozenset[Decimal]
    is_year: bool

    def is_other(self, value: Decimal) -> bool:
        """Say whether `value` is wrong, and the stem does not name it."""
        return abs(value - self.key) > self.tolerance and value not in self.forbidden

    def is_fit(self, value: Decimal) -> bool:
        """Say whether `value` may be an option that nobody declared."""
        if not self.least <= value <= self.most or value <= 0 or value in self.forbidden:
            return False
        # Within twice the tolerance a typed number is close: too near to be wrong.
        return abs(value - self.key) > 2 * self.tolerance

    def are_apart(self, one: Decimal, other: Decimal) -> bool:
        """Say whether two options are far enough from each other."""
        if self.is_year:
            return abs(one - other) >= YEARS_APART[0]
        return abs(one - other) >= max(self.last_place, SHARE_APART * max(one, other))


def numeric_distractors(subject: Subject, answer: NumberAnswer, stem: str) -> list[Option]:
    """Return two or three wrong options for a number, ascending; fewer where there are no more."""
    rules = rules_for(answer, stem)
    declared = declared_numbers(subject.card.wrong, rules)
    chance = random.Random(f"{subject.material.seed}/{subject.card.id}")
    pool = [
        value
        for value in dict.fromkeys(
            (
                *of_column(subject, rules),
                *near(subject.material.numbers_like(answer), rules, chance),
            )
        )
        if rules.is_fit(value)
    ]
    chosen = drawn(list(declared), pool, max(FEW, len(declared)), rules, chance)
    return [
        option(declared[value].text, why=declared[value].why)
        if value in declared
        else option(f"{value:f}")
        for value in sorted(chosen)
    ]


def rules_for(answer: NumberAnswer, stem: str) -> Rules:
    """Return what wrong numbers for `answer` must obey, asked by `stem`."""
    key, places = answer.value, decimals(answer.value)
    whole = answer.of if answer.of is not None else percent_limit(answer)
    last_place = Decimal(1).scaleb(-places)
    most = key * FACTOR if key else last_place * FACTOR
    is_plain = places == 0 and answer.of is None and folded(answer.unit) in {"", "year"}
    return Rules(
        key=key,
        last_place=last_place,
        tolerance=answer.tolerance,
        least=key / FACTOR,
        most=most if whole is None else min(most, whole),
        whole=whole,
        forbidden=frozenset(numbers_in(stem)),
        is_year=is_plain and YEARS[0] <= key <= YEARS[1],
    )


def percent_limit(answer: NumberAnswer) -> Decimal | None:
    """Return 100 for a share in per cent, which no wrong share exceeds, else None."""
    return Decimal(100) if answer.unit.strip() == "%" and answer.value <= 100 else None  # noqa: PLR2004 (per cent)


def declared_numbers(wrong: Iterable[Wrong], rules: Rules) -> Mapping[Decimal, Wrong]:
    """Return what the author declared wrong, by value: the first of them, not in the stem."""
    found: dict[Decimal, Wrong] = {}
    for each in wrong:
        value = as_number(each.text)
        if value is not None and rules.is_other(value) and len(found) < MOST:
            found.setdefault(value, each)
    return found


def of_column(subject: Subject, rules: Rules) -> list[Decimal]:
    """Return the numbers of the card's column that tempt most: those nearest to the key."""
    if not subject.card.others:
        return []
    numbers = subject.material.numbers_in_column(subject.card.others)
    middle = bisect_left(numbers, rules.key)
    around = numbers[max(0, middle - OF_COLUMN) : middle + OF_COLUMN]
    return sorted(around, key=lambda value: abs(value - rules.key))


# --- drawing -------------------------------------------------------------------------------------


def drawn(
    must: Sequence[Decimal],
    pool: Sequence[Decimal],
    wanted: int,
    rules: Rules,
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
            chosen = filled(must, pool, (rank, wanted - rank), rules, may_be_even=may_be_even)
            if len(chosen) == wanted:
                return chosen
            fullest = max(fullest, chosen, key=len)
    return fullest


def filled(
    must: Sequence[Decimal],
    pool: Iterable[Decimal],
    sides: tuple[int, int],
    rules: Rules,
    *,
    may_be_even: bool,
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
            if may_be_even or not is_last or not are_even((rules.key, value, *chosen)):
                chosen.append(value)
                room[side] -= 1
        if not any(room):
            break
    return chosen


def are_even(values: Iterable[Decimal]) -> bool:
    """Say whether `values` are evenly spaced, over more than a tiny range."""
    ordered = sorted(values)
    steps = {after - before for before, after in pairwise(ordered)}
    return len(ordered) > FEW and len(steps) == 1 and ordered[-1] - ordered[0] > TINY_RANGE


# --- where near numbers come from ----------------------------------------------------------------


def near(deck: Sequence[Decimal], rules: Rules, chance: random.Random) -> Iterator[Decimal]:
    """Yield numbers near the key, the most tempting first; `deck` has those of the deck.

    None for a key below 0: whatever is above 0 would show it up.
    """
    if rules.key < 0:
        return
    # Drawn before the deck is looked at, so that another number in it does not change all.
    invented = mixed(years(rules) if rules.is_year else multiples(rules, chance), chance)
    if not rules.is_year:
        yield from mixed((*neighbours(deck, rules), *lookalikes(rules)), chance)
    yield from invented
    for step in STEPS:
        yield from (rules.key - step * rules.last_place, rules.key + step * rules.last_place)


def mixed(values: Iterable[Decimal], chance: random.Random) -> list[Decimal]:
    """Return `values` in an order that is drawn."""
    return sorted(values, key=lambda _: chance.random())


def years(rules: Rules) -> Iterator[Decimal]:
    """Yield years around the key."""
    return (rules.key + step for apart in YEARS_APART for step in (-apart, apart))


def neighbours(deck: Sequence[Decimal], rules: Rules) -> Iterator[Decimal]:
    """Yield the numbers of the deck next to the key that are not too near to it."""
    key = rules.key
    apart = max(rules.last_place, SHARE_APART * key)
    below = bisect_right(deck, key - apart)
    above = bisect_left(deck, key / (1 - SHARE_APART))
    yield from deck[max(0, below - NEIGHBOURS) : below]
    yield from deck[above : above + NEIGHBOURS]


def lookalikes(rules: Rules) -> Iterator[Decimal]:
    """Yield the key with its digits swapped, and what it leaves of its denominator."""
    text = f"{rules.key:f}"
    if TWO_DIGITS.fullmatch(text):
        yield Decimal(text[::-1])
    if rules.whole is not None:
        yield rules.whole - rules.key


def multiples(rules: Rules, chance: random.Random) -> Iterator[Decimal]:
    """Yield multiples of the key, each a little off, as round as the key is."""
    grain = roundness(rules)
    for percentage in PERCENTAGES:
        jittered = percentage + int((chance.random() * 2 - 1) * JITTER)
        count = LONG.divide_int(LONG.multiply(rules.key, jittered), grain * 100)
        # As precise as the key is written: beside 50.00, a 65 would stand out.
        yield LONG.multiply(count, grain).quantize(rules.last_place, context=LONG)


def roundness(rules: Rules) -> Decimal:
    """Return what the key looks rounded to: 1 for 56, 100 for 2300, 0.1 for 2.50, 5 for 40."""
    _, digits, exponent = rules.key.normalize(LONG).as_tuple()
    if not isinstance(exponent, int):
        return rules.last_place
    if len(digits) > 1 or exponent <= 0:
        return Decimal(10) ** exponent
    # A single digit before zeros would leave too few numbers as round.
    return Decimal(10) ** (exponent - 1) * (1 if digits == (1,) else 5)


# --- reading numbers -----------------------------------------------------------------------------


def numbers_in(text: str) -> Iterator[Decimal]:
    """Yield the numbers that stand in `text`, in digits ("1,000" is a thousand) or small words."""
    for found in IN_DIGITS.finditer(text):
        marked = found["thousands"]
        value = Decimal(re.sub(r"\D", "", marked)) if marked else as_number(found["plain"])
        if value is not None:
            yield value
    for word in WORD.findall(text):
        yield IN_WORDS[word.casefold()]


def as_number(text: str) -> Decimal | None:
    """Return what `text` says as a number in digits; None when it says none."""
    try:
        value = Decimal(text.strip().removesuffix("%").strip().replace(",", "."))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None
