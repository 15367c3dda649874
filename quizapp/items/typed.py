"""Typed: a question, answered by typing a term."""

from collections.abc import Iterator

from quizapp.items.item import Format, Item
from quizapp.items.making import Subject, recall_item


def typed(subject: Subject) -> Iterator[Item]:
    """Yield the question of a term, unless its answer is one of a closed set."""
    if subject.is_asked_openly:
        yield recall_item(subject, Format.TYPED, subject.card.ask)
