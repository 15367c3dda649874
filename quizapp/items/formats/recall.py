"""Recall: a question whose answer is typed, as a term, a number or all members of a list.

A card whose answer is one of a closed set has none: its words are known.
"""

from collections.abc import Iterator

from quizapp.items.context import CardContext, make_recall_item
from quizapp.items.item import Format, Item


def make_typed_items(context: CardContext) -> Iterator[Item]:
    """Yield the question of a term."""
    if context.needs_recall:
        yield make_recall_item(context, Format.TYPED, context.card.ask)


def make_number_items(context: CardContext) -> Iterator[Item]:
    """Yield the question of a number."""
    if context.needs_recall:
        yield make_recall_item(context, Format.NUMBER, context.card.ask)


def make_list_items(context: CardContext) -> Iterator[Item]:
    """Yield the question of a list, whose members are typed in any order."""
    if context.needs_recall:
        yield make_recall_item(context, Format.LIST, context.card.ask)
