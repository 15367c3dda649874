"""Rules on options: O201 to O208. Each yields what is wrong with one item."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

from quizapp.bank.amounts import AmountError, AmountKind, Quantity, parse_amount
from quizapp.bank.mentions import occurs_in, parse_number
from quizapp.bank.model import Bank, Deck, TermAnswer
from quizapp.bank.sentences import answer_text, full_sentence
from quizapp.items.amount_distractors import normal_unit
from quizapp.items.deck_index import decimal_places
from quizapp.items.distinct_values import first_equal_pair
from quizapp.items.equal_answers import are_equal_answers
from quizapp.items.item import CHOICE_FORMATS, Format, Item
from quizapp.items.near_numbers import NEAR_REASON, YEAR_RANGE
from quizapp.items.numeric_distractors import MAX_FACTOR, are_even
from quizapp.lint.finding import Finding, make_finding
from quizapp.lint.stem_data import data_of

_MIN_WORD_LENGTH = 3  # letters: the chromosomes 7, 21 and X are of one kind

_ALL_OR_NONE = re.compile(
    r"\b(all|none|both|neither|any) of (the )?(above|these|them)\b", re.IGNORECASE
)
_FIGURE = re.compile(r"[-+−]?(?:\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)")
_TRUTHS = frozenset({"true", "false"})
_YES_OR_NO = _TRUTHS | {"yes", "no"}
_ASKS_FOR_VALUE = re.compile(
    r"\b(?:what|which|how|when|where|who)\b(?!.*\btrue or false\b)", re.IGNORECASE
)
_VAGUE_WORD = re.compile(
    r"\b(often|usually|rarely|sometimes|frequently|generally|occasionally|commonly|seldom)\b",
    re.IGNORECASE,
)
_LETTER_PAIR = re.compile(r"^(both )?[A-D1-4] and [A-D1-4]$", re.IGNORECASE)


def find_all_or_none(item: Item) -> Iterator[Finding]:
    """O201: all of the above, none of the above."""
    for option in _option_texts(item):
        if _ALL_OR_NONE.search(option):
            yield make_finding(
                item, f'"{option}" is an option', "name what is meant, or leave it out"
            )


def find_yes_or_no(item: Item) -> Iterator[Finding]:
    """O202: yes and no, or true and false, as options."""
    found = [option for option in _option_texts(item) if option.casefold() in _YES_OR_NO]
    if len(found) > 1:
        yield make_finding(
            item, f"{' and '.join(found)} are options", "ask what is the case, or write an `untrue`"
        )


def find_truth_as_answer(bank: Bank, _: Sequence[Item]) -> Iterator[Finding]:
    """O202: true or false as the answer, where the question asks for no value.

    "What does 1 == 2 give?" does: there true and false are things that one can name.
    """
    for deck in bank.decks:
        for fact in deck.facts:
            for card in fact.cards:
                answer = card.answer
                is_truth = isinstance(answer, TermAnswer) and answer.text.casefold() in _TRUTHS
                if is_truth and not card.is_code and not _ASKS_FOR_VALUE.search(card.ask):
                    yield Finding(
                        card.place,
                        f"{card.id}: the answer is only {answer_text(answer)}",
                        "write what is so as `say`, and what is not as `untrue`: "
                        "a true-false question is made of each",
                        fact.id,
                    )


def find_equal_options(item: Item) -> Iterator[Finding]:
    """O203: two options that grade as equal."""
    for one, other in combinations(_option_texts(item), 2):
        if are_equal_answers(one, other):
            yield make_finding(
                item, f'"{one}" and "{other}" are the same answer', "keep one of the two"
            )


def find_equal_match_options(item: Item) -> Iterator[Finding]:
    """O203: two values of a match that grade as equal."""
    if item.format is Format.MATCH:
        for one, other in combinations([option.text for option in item.options], 2):
            if are_equal_answers(one, other):
                yield make_finding(
                    item, f'"{one}" and "{other}" are the same answer', "keep one of the two"
                )


def find_equal_closed_sets(bank: Bank, _: Sequence[Item]) -> Iterator[Finding]:
    """O203: two members of a closed set that are one answer; no choice is made of it."""
    for deck in bank.decks:
        for fact in deck.facts:
            for card in fact.cards:
                pair = first_equal_pair(card, card.among)
                if pair is not None:
                    message = f'{card.id}: "{pair[0]}" and "{pair[1]}" are the same answer'
                    yield Finding(card.place, message, "keep one of the two", fact.id)


def find_disordered_numbers(item: Item) -> Iterator[Finding]:
    """O204: numbers that do not ascend, or that mix units."""
    amounts = _option_amounts(item)
    shown = ", ".join(_option_texts(item))
    if len({normal_unit(each.unit) for each in amounts}) > 1:
        options = zip(amounts, item.options, strict=True)
        unit = next(amount.unit for amount, option in options if option.is_right)
        fix = f"write all in {unit}" if unit else "write the unit in `unit`"
        yield make_finding(item, f"the numbers mix units: {shown}", fix)
    elif any(after.low < before.low for before, after in pairwise(amounts)):
        yield make_finding(item, f"the numbers do not ascend: {shown}", "list them ascending")


def find_mixed_decimals(bank: Bank, items: Sequence[Item]) -> Iterator[Finding]:
    """O204: numbers of which some have more decimals than others.

    A warning where all of them are figures that the deck states: as its source prints them.
    """
    stated = {deck.id: frozenset(_stated_figures(deck)) for deck in bank.decks}
    for item in items:
        amounts = _option_amounts(item)
        has_one_unit = len({normal_unit(each.unit) for each in amounts}) == 1
        if has_one_unit and len({decimal_places(each.low) for each in amounts}) > 1:
            found = make_finding(
                item,
                f"the numbers mix decimals: {', '.join(_option_texts(item))}",
                "take wrong figures with as many decimals as the answer has",
            )
            is_printed = all(each.figures in stated[item.deck] for each in amounts)
            yield replace(found, may_stand=is_printed)


def _stated_figures(deck: Deck) -> Iterator[str]:
    """Yield the figures that a deck gives as true, as they are written."""
    for fact in deck.facts:
        for card in fact.cards:
            for text in (full_sentence(fact, card), answer_text(card.answer)):
                yield from _FIGURE.findall(text)


def _option_amounts(item: Item) -> list[Quantity]:
    """Return the options of a choice as numbers with their units; none unless all are.

    Nor where one is a power of ten, which has no decimals.
    """
    amounts: list[Quantity] = []
    for option in _option_texts(item) if item.format is Format.CHOICE else ():
        try:
            amount = parse_amount(option)
        except AmountError:
            return []
        if amount.kind is not AmountKind.POINT or not _FIGURE.fullmatch(amount.figures):
            return []
        amounts.append(amount)
    return amounts


def find_vague_word(item: Item) -> Iterator[Finding]:
    """O205: a vague word in an option."""
    for option in _option_texts(item):
        if found := _VAGUE_WORD.search(option):
            yield make_finding(
                item, f'{found.group()!r} in "{option}" can be argued about', "say how often"
            )


def find_combined_option(item: Item) -> Iterator[Finding]:
    """O206: an option that is two others."""
    options = _option_texts(item)
    alone = {option.casefold() for option in options}
    for option in options:
        parts = re.split(r"\s+and\s+|\s*,\s*", option.casefold().removeprefix("both "))
        if _LETTER_PAIR.match(option) or (len(parts) > 1 and all(part in alone for part in parts)):
            yield make_finding(
                item, f'"{option}" combines other options', "make each option one answer"
            )


def find_option_in_stem(item: Item) -> Iterator[Finding]:
    """O207: a wrong option stands in the stem, but as a figure among those that it gives."""
    data = data_of(item.stem)
    for option in item.options:
        if (
            item.format in CHOICE_FORMATS
            and not option.is_right
            and occurs_in(option.text, item.stem)
            and parse_number(option.text) not in data
        ):
            yield make_finding(
                item,
                f'the wrong option "{option.text}" is in the question',
                "reword the question, or take another wrong answer",
            )


def find_mixed_kinds(item: Item) -> Iterator[Finding]:
    """O207: numbers among words."""
    options = _option_texts(item)
    is_number = [parse_number(option) is not None for option in options]
    is_word = [sum(map(str.isalpha, option)) >= _MIN_WORD_LENGTH for option in options]
    if any(is_number) and any(is_word):
        yield make_finding(
            item,
            f"the options mix numbers and words: {', '.join(options)}",
            "make all options of one kind",
        )


def find_far_or_even_numbers(item: Item) -> Iterator[Finding]:
    """O208: a number beyond five times the key or a fifth of it, or even spacing.

    Only of numbers made by machine: what a person declared wrong was chosen for its reason.
    """
    options = _option_texts(item)
    values = _option_numbers(options)
    made = {option.text for option in item.options if option.why == NEAR_REASON}
    if not values or not made or item.format is not Format.CHOICE or min(values) <= 0:
        return
    key = next(value for value, each in zip(values, item.options, strict=True) if each.is_right)
    if YEAR_RANGE[0] <= key <= YEAR_RANGE[1]:
        return
    for option, value in zip(options, values, strict=True):
        if option in made and not key / MAX_FACTOR <= value <= key * MAX_FACTOR:
            yield make_finding(
                item, f"{option} is too far from {item.key[0]} to tempt", "take a nearer number"
            )
    if are_even(values):
        yield make_finding(
            item, f"the numbers are evenly spaced: {', '.join(options)}", "space them unevenly"
        )


def _option_texts(item: Item) -> list[str]:
    """Return the texts that the learner chooses from; none where nothing is chosen."""
    return [option.text for option in item.options] if item.format in CHOICE_FORMATS else []


def _option_numbers(options: list[str]) -> list[Decimal]:
    """Return the options as numbers; none unless all are.

    Powers of ten are no numbers here: they have no decimals, and ten times the key is near.
    """
    values = [None if "e" in option.lower() else parse_number(option) for option in options]
    return [] if None in values else [value for value in values if value is not None]
