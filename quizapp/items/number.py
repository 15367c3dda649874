"""Number: a question, answered by typing a number."""

from collections.abc import Iterator

from quizapp.items.item import Format, Item
from quizapp.items.making import Subject, recall_item


def number(subject: Subject) -> Iterator[Item]:
    """Yield the question of a number, unless its answer is one of a closed set."""
    if subject.is_asked_openly:
        yield recall_item(subject, Format.NUMBER, subject.card.ask)
