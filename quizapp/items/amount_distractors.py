"""Wrong options for an amount: those that its author declared, or other rows of its column.

All options have one form, a number with its unit: an error beside one alone would tell that it is
the key. What would be right when typed is no wrong option.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from quizapp.bank.amounts import AmountError, AmountKind, Quantity, parse_amount
from quizapp.bank.concepts import normalize_text
from quizapp.bank.model import AmountAnswer, WrongAnswer
from quizapp.bank.sentences import amount_key, unit_suffix
from quizapp.grading.judge import judge
from quizapp.grading.units import singular
from quizapp.items.context import CardContext, make_option
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
