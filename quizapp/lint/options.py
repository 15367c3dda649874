"""Rules on options: O201 to O208. Each yields what is wrong with one item."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise

from quizapp.items.alike import are_alike
from quizapp.items.distractors import stands_in
from quizapp.items.item import Format, Item
from quizapp.items.material import decimals
from quizapp.items.numeric_distractors import FACTOR, YEARS, are_even, as_number
from quizapp.lint.finding import Finding, finding

OPTIONED = frozenset({Format.CHOICE, Format.SELECT})
SHORTEST_WORD = 3  # letters: the chromosomes 7, 21 and X are of one kind

ALL_OR_NONE = re.compile(
    r"\b(all|none|both|neither|any) of (the )?(above|these|them)\b", re.IGNORECASE
)
YES_OR_NO = frozenset({"yes", "no", "true", "false"})
VAGUE = re.compile(
    r"\b(often|usually|rarely|sometimes|frequently|generally|occasionally|commonly|seldom)\b",
    re.IGNORECASE,
)
LETTERS = re.compile(r"^(both )?[A-D1-4] and [A-D1-4]$", re.IGNORECASE)


def offers_all_or_none(item: Item) -> Iterator[Finding]:
    """O201: all of the above, none of the above."""
    for option in chosen_from(item):
        if ALL_OR_NONE.search(option):
            yield finding(item, f'"{option}" is an option', "name what is meant, or leave it out")


def offers_yes_or_no(item: Item) -> Iterator[Finding]:
    """O202: yes and no, or true and false, as options."""
    found = [option for option in chosen_from(item) if option.casefold() in YES_OR_NO]
    if len(found) > 1:
        yield finding(
            item, f"{' and '.join(found)} are options", "ask what is the case, or write an `untrue`"
        )


def are_equal(item: Item) -> Iterator[Finding]:
    """O203: two options that grade as equal."""
    for one, other in combinations(chosen_from(item), 2):
        if are_alike(one, other):
            yield finding(item, f'"{one}" and "{other}" are the same answer', "keep one of the two")


def are_disordered(item: Item) -> Iterator[Finding]:
    """O204: numbers that do not ascend, or that mix decimals or units."""
    options = chosen_from(item)
    values = numbers(options)
    if not values or item.format is not Format.CHOICE:
        return
    if any(after < before for before, after in pairwise(values)):
        yield finding(
            item, f"the numbers do not ascend: {', '.join(options)}", "list them ascending"
        )
    if len({decimals(value) for value in values}) > 1:
        yield finding(
            item,
            f"the numbers mix decimals: {', '.join(options)}",
            "write all with the same decimals",
        )
    if len({option.strip().endswith("%") for option in options}) > 1:
        yield finding(
            item, f"the numbers mix units: {', '.join(options)}", "write the unit in `unit`"
        )


def is_vague(item: Item) -> Iterator[Finding]:
    """O205: a vague word in an option."""
    for option in chosen_from(item):
        if found := VAGUE.search(option):
            yield finding(
                item, f'{found.group()!r} in "{option}" can be argued about', "say how often"
            )


def are_combined(item: Item) -> Iterator[Finding]:
    """O206: an option that is two others."""
    options = chosen_from(item)
    alone = {option.casefold() for option in options}
    for option in options:
        parts = re.split(r"\s+and\s+|\s*,\s*", option.casefold().removeprefix("both "))
        if LETTERS.match(option) or (len(parts) > 1 and all(part in alone for part in parts)):
            yield finding(item, f'"{option}" combines other options', "make each option one answer")


def stand_in_stem(item: Item) -> Iterator[Finding]:
    """O207: a wrong option stands in the stem."""
    for option in item.options:
        if item.format in OPTIONED and not option.is_right and stands_in(option.text, item.stem):
            yield finding(
                item,
                f'the wrong option "{option.text}" stands in the question',
                "reword the question, or take another wrong answer",
            )


def are_of_mixed_kinds(item: Item) -> Iterator[Finding]:
    """O207: numbers among words."""
    options = chosen_from(item)
    is_number = [as_number(option) is not None for option in options]
    is_word = [sum(map(str.isalpha, option)) >= SHORTEST_WORD for option in options]
    if any(is_number) and any(is_word):
        yield finding(
            item,
            f"the options mix numbers and words: {', '.join(options)}",
            "make all options of one kind",
        )


def are_far_or_even(item: Item) -> Iterator[Finding]:
    """O208: a number beyond five times the key or a fifth of it, or even spacing."""
    options = chosen_from(item)
    values = numbers(options)
    if not values or item.format is not Format.CHOICE or min(values) <= 0:
        return
    key = next(value for value, each in zip(values, item.options, strict=True) if each.is_right)
    if YEARS[0] <= key <= YEARS[1]:
        return
    for option, value in zip(options, values, strict=True):
        if value > FACTOR * key or value * FACTOR < key:
            yield finding(
                item, f"{option} is too far from {item.key[0]} to tempt", "take a nearer number"
            )
    if are_even(values):
        yield finding(
            item, f"the numbers are evenly spaced: {', '.join(options)}", "space them unevenly"
        )


def chosen_from(item: Item) -> list[str]:
    """Return the texts that the learner chooses from; none where nothing is chosen."""
    return [option.text for option in item.options] if item.format in OPTIONED else []


def numbers(options: list[str]) -> list[Decimal]:
    """Return the options as numbers; none unless all are."""
    values = [as_number(option) for option in options]
    return [] if None in values else [value for value in values if value is not None]
