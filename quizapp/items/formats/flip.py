"""Flip: a question with its answer on the back; the learner grades."""

from collections.abc import Iterator

from quizapp.grading.expected import ExpectedSelf
from quizapp.items.context import CardContext, make_item
from quizapp.items.item import Format, Item


def make_flip_items(context: CardContext) -> Iterator[Item]:
    """Yield the question, whatever the kind of its answer."""
    if context.card.ask:
        yield make_item(
            context, Format.FLIP, context.card.ask, ExpectedSelf(), accepted=context.accepted
        )
