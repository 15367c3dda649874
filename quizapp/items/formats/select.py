"""Select: several right options, among wrong ones that the author declared."""

from collections.abc import Iterator

from quizapp.grading.expected import ExpectedOptions
from quizapp.items.context import CardContext, make_item, make_option
from quizapp.items.distinct_values import are_distinct_options
from quizapp.items.distractors import choose_distractors
from quizapp.items.formats.closed_set import closed_set_options
from quizapp.items.item import Format, Item, Option

_MIN_WRONG, _MAX_WRONG = 2, 4


def make_select_items(context: CardContext) -> Iterator[Item]:
    """Yield the select of a list that has enough declared wrong members."""
    card = context.card
    options = _select_options(context) if card.ask else ()
    right = frozenset(each.id for each in options if each.is_right)
    wrong = len(options) - len(right)
    if not are_distinct_options(card, [each.text for each in options]):
        return
    if wrong >= _MIN_WRONG or (wrong and card.among):
        yield make_item(
            context,
            Format.SELECT,
            card.ask,
            ExpectedOptions(right),
            options=options,
            has_fixed_order=bool(card.among),
        )


def _select_options(context: CardContext) -> tuple[Option, ...]:
    """Return the options of a select: a closed set, or the members and declared wrong ones."""
    if context.card.among:
        return closed_set_options(context)
    members = (make_option(text, is_right=True) for text in context.key)
    return (*members, *choose_distractors(context, context.card.ask, _MAX_WRONG))
