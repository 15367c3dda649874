"""Number: a question, answered by typing a number."""

from collections.abc import Iterator

from quizapp.items.context import CardContext, make_recall_item
from quizapp.items.item import Format, Item


def make_number_items(context: CardContext) -> Iterator[Item]:
    """Yield the question of a number, unless its answer is one of a closed set."""
    if context.needs_recall:
        yield make_recall_item(context, Format.NUMBER, context.card.ask)
