"""Gap: the fact's sentence with one gap open, answered by typing what belongs there."""

from collections.abc import Iterator

from quizapp.bank.model import Gap
from quizapp.bank.say import sentence_with_gap
from quizapp.items.item import Format, Item
from quizapp.items.making import Subject, recall_item


def gap(subject: Subject) -> Iterator[Item]:
    """Yield the sentence with the card's gap open and all others filled."""
    name = subject.card.name
    if any(isinstance(piece, Gap) and piece.card == name for piece in subject.fact.say):
        yield recall_item(subject, Format.GAP, sentence_with_gap(subject.fact, name))
