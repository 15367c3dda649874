"""Gap: the fact's sentence with one gap open, answered by typing what belongs there."""

from collections.abc import Iterator

from quizapp.bank.model import Gap
from quizapp.bank.say import say_of, sentence_with_gap
from quizapp.items.item import Format, Item
from quizapp.items.making import Subject, recall_item


def gap(subject: Subject) -> Iterator[Item]:
    """Yield the sentence with the card's gap open and all others filled."""
    fact, card = subject.fact, subject.card
    if any(isinstance(piece, Gap) and piece.card == card.name for piece in say_of(fact, card)):
        yield recall_item(subject, Format.GAP, sentence_with_gap(fact, card))
