"""List: a question, answered by typing all members, in any order."""

from collections.abc import Iterator

from quizapp.items.item import Format, Item
from quizapp.items.making import Subject, recall_item


def listing(subject: Subject) -> Iterator[Item]:
    """Yield the question of a list, unless its members are those of a closed set."""
    if subject.is_asked_openly:
        yield recall_item(subject, Format.LIST, subject.card.ask)
