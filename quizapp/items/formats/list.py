"""List: a question, answered by typing all members, in any order."""

from collections.abc import Iterator

from quizapp.items.context import CardContext, make_recall_item
from quizapp.items.item import Format, Item


def make_list_items(context: CardContext) -> Iterator[Item]:
    """Yield the question of a list, unless its members are those of a closed set."""
    if context.needs_recall:
        yield make_recall_item(context, Format.LIST, context.card.ask)
