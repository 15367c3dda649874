"""Choice: one right option of three, of four where there are three good distractors."""

from collections.abc import Iterator
from decimal import Decimal

from quizapp.bank.mentions import parse_number
from quizapp.bank.model import AmountAnswer, NumberAnswer
from quizapp.grading.expected import ExpectedOptions
from quizapp.items.amount_distractors import amount_options, number_in_unit
from quizapp.items.context import CardContext, make_item, make_option
from quizapp.items.distinct_values import are_distinct_options
from quizapp.items.distractors import choose_distractors
from quizapp.items.formats.closed_set import closed_set_options
from quizapp.items.item import Format, Item, Option
from quizapp.items.numeric_distractors import choose_numeric_distractors

_MIN_WRONG, _MAX_WRONG = 2, 3  # wrong options


def make_choice_items(context: CardContext) -> Iterator[Item]:
    """Yield the choice of a card that has enough declared wrong options."""
    card = context.card
    if not card.ask:
        return
    options, has_fixed_order = _arrange_options(context, _choice_options(context))
    right = frozenset(each.id for each in options if each.is_right)
    if card.among and not are_distinct_options(card, card.among):
        return
    if len(right) == 1 and (len(options) > _MIN_WRONG or card.among):
        yield make_item(
            context,
            Format.CHOICE,
            card.ask,
            ExpectedOptions(right),
            options=options,
            has_fixed_order=has_fixed_order,
        )


def _choice_options(context: CardContext) -> tuple[Option, ...]:
    """Return the options of a choice: a closed set, or the key and wrong ones."""
    card, answer = context.card, context.card.answer
    if card.among:
        return closed_set_options(context)
    if isinstance(answer, AmountAnswer):
        return amount_options(context, answer)
    key = make_option(context.key[0], is_right=True)
    if isinstance(answer, NumberAnswer):
        return (key, *choose_numeric_distractors(context, answer, card.ask))
    return (key, *choose_distractors(context, card.ask, _MAX_WRONG))


def _arrange_options(
    context: CardContext, options: tuple[Option, ...]
) -> tuple[tuple[Option, ...], bool]:
    """Return `options` as they are listed, and whether they are shown in that order.

    A closed set has its author's order, and numbers ascend: also those in quotes, like the name
    of a chromosome. All others are shuffled when shown.
    """
    if context.card.among:
        return options, True
    values = {each.id: _option_number(context, each) for each in options}
    if None in values.values():
        return options, False
    return tuple(sorted(options, key=lambda each: values[each.id] or 0)), True


def _option_number(context: CardContext, option: Option) -> Decimal | None:
    """Return the number of an option, by which it is listed; None where it is no plain one."""
    answer = context.card.answer
    if isinstance(answer, AmountAnswer):
        return number_in_unit(option.text, answer)
    return parse_number(option.text)
