"""Order: the members of a sequence, to be put in their order."""

from collections.abc import Iterator

from quizapp.items.context import CardContext, make_item, make_option
from quizapp.items.item import Format, Item


def make_order_items(context: CardContext) -> Iterator[Item]:
    """Yield the members of a sequence in their right order; they are shown in another."""
    if context.card.ask:
        yield make_item(
            context,
            Format.ORDER,
            context.card.ask,
            context.expected,
            options=tuple(make_option(text, is_right=True) for text in context.key),
        )
