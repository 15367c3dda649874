"""Wrong options for an amount: those that its author declared, or other rows of its column.

All options have one form, a number with its unit: an error beside one alone would tell that it is
the key. What would be right when typed is no wrong option.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from quizapp.bank.amounts import AmountError, AmountKind, Quantity, parse_amount
from quizapp.bank.concepts import normalize_text
from quizapp.bank.model import AmountAnswer, WrongAnswer
from quizapp.bank.sentences import amount_key, unit_suffix
from quizapp.grading.judge import judge
from quizapp.grading.units import singular
from quizapp.items.context import CardContext, hash_text, make_option
from quizapp.items.item import Option
from quizapp.items.numeric_distractors import choose_numeric_distractors

_MAX_DISTRACTORS = 3


def amount_options(context: CardContext, answer: AmountAnswer) -> tuple[Option, ...]:
    """Return the key as an option and two or three wrong ones; fewer where fewer are declared."""
    key = make_option(option_text(answer, answer.amount), is_right=True)
    if context.card.may_take_near or context.deck_index.deck.settings.may_take_near:
        near = _with_near_numbers(context, answer)
        if near:
            return (key, *near)
    return (key, *_declared_options(context, answer))


def option_text(answer: AmountAnswer, amount: Quantity) -> str:
    """Return an amount as it stands among options: its number and unit, without its error."""
    unit = amount.unit or answer.unit
    if answer.asks_interval and amount.spread:
        return f"{amount.spread.low}-{amount.spread.high}{unit_suffix(unit)}"
    if amount.spread is None and amount.unit == unit:
        return amount.text
    if unit in "$€£¥":
        return f"{unit}{amount.figures}"
    return f"{amount.figures}{unit_suffix(unit)}"


def false_amounts(context: CardContext, answer: AmountAnswer) -> Iterator[WrongAnswer]:
    """Yield the declared wrong amounts that a statement can say in place of the right one, whole.

    One has an error where the right one has, which would tell the two apart otherwise. Of two
    intervals none lies in the other: what is within 35-250 is within 10-1000.
    """
    pool = context.card.distractor_pool
    start = int(hash_text(context.card.id), 16) % max(1, len(pool))  # not one value for all rows
    of_rows = (WrongAnswer(each, "", context.card.place) for each in (*pool[start:], *pool[:start]))
    for wrong in chain(context.card.wrong, of_rows):
        amount = _parse(wrong.text)
        if amount is None or amount.kind is not answer.amount.kind:
            continue
        is_alike = (amount.spread is None) == (answer.amount.spread is None)
        is_right = judge(context.expected, option_text(answer, amount)).passes
        is_same = amount_key(wrong.text, answer) == amount_key(answer.text, answer)
        is_whole = amount.spread is None or amount.unit == answer.unit
        if is_alike and is_whole and not (is_right or is_same or _holds(amount, answer.amount)):
            text = amount.text if amount.spread else option_text(answer, amount)
            yield replace(wrong, text=text)


def is_bound_amount(answer: AmountAnswer) -> bool:
    """Return whether an amount is a bound, of a number or of a ratio."""
    return answer.amount.kind is AmountKind.BOUND or bool(answer.amount.sign)


def amount_values(text: str) -> tuple[str, ...]:
    """Return the numbers that an amount is: one, or the two ends of an interval."""
    amount = _parse(text)
    if amount is None:
        return (text,)
    return tuple(dict.fromkeys(f"{each:f}" for each in (amount.low, amount.high)))


def _holds(one: Quantity, other: Quantity) -> bool:
    """Return whether one of two intervals of one unit lies in the other."""
    if one.kind is not AmountKind.INTERVAL:
        return False
    is_around = one.low <= other.low and other.high <= one.high
    return is_around or (other.low <= one.low and one.high <= other.high)


def number_in_unit(text: str, answer: AmountAnswer) -> Decimal | None:
    """Return the number that `text` is in the unit of the answer; None of more than that."""
    amount = _parse(text)
    is_point = amount is not None and amount.kind is AmountKind.POINT
    if amount is None or not is_point or normal_unit(amount.unit) != normal_unit(answer.unit):
        return None
    return amount.low


def normal_unit(text: str) -> str:
    """Return a unit as units are compared: year and years are one."""
    return singular(normalize_text(text))


def _declared_options(context: CardContext, answer: AmountAnswer) -> Iterator[Option]:
    """Yield what is declared wrong, in the author's order, no two that are one amount."""
    taken = {amount_key(answer.text, answer)}
    for wrong in _declared(context):
        amount = _parse(wrong.text)
        if amount is None or amount.kind is not _kind(answer):
            continue
        key = amount_key(wrong.text, answer)
        text = option_text(answer, amount)
        if key in taken or judge(context.expected, text).passes:
            continue
        taken.add(key)
        yield make_option(text, why=wrong.why)
        if len(taken) > _MAX_DISTRACTORS:
            return


def _declared(context: CardContext) -> Iterator[WrongAnswer]:
    """Yield the card's own wrong amounts, then those of other rows where they are wrong here."""
    yield from context.card.wrong
    yield from (WrongAnswer(text, "", context.card.place) for text in context.card.distractor_pool)


def _kind(answer: AmountAnswer) -> AmountKind:
    """Return the kind that is asked for."""
    return AmountKind.INTERVAL if answer.asks_interval else answer.amount.kind


def _parse(text: str) -> Quantity | None:
    """Return the amount that `text` is; None of any other text."""
    try:
        return parse_amount(text)
    except AmountError:
        return None


def _with_near_numbers(context: CardContext, answer: AmountAnswer) -> list[Option]:
    """Return declared wrong numbers with near ones beside them; [] of what is no plain number.

    One with a power of ten has none: what is near it is not told by its digits.
    """
    number = answer.number
    if number is None or not number.text.lstrip("-+").replace(".", "", 1).isdecimal():
        return []
    wrong = []
    for each in context.card.wrong:
        amount = _parse(each.text)
        if amount is None or normalize_text(amount.unit or answer.unit) != normalize_text(
            answer.unit
        ):
            return []
        wrong.append(replace(each, text=amount.figures))
    card = replace(context.card, answer=number, wrong=tuple(wrong))
    options = choose_numeric_distractors(replace(context, card=card), number, card.ask)
    return [
        make_option(option_text(answer, parse_amount(each.text)), why=each.why) for each in options
    ]
