"""Order: the members of a sequence, to be put in their order."""

from collections.abc import Iterator

from quizapp.items.item import Format, Item
from quizapp.items.making import Subject, make_item, option


def order(subject: Subject) -> Iterator[Item]:
    """Yield the members of a sequence in their right order; they are shown in another."""
    if subject.card.ask:
        yield make_item(
            subject,
            Format.ORDER,
            subject.card.ask,
            subject.expected,
            options=tuple(option(text, is_right=True) for text in subject.key),
        )
