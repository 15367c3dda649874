"""What is answered by recalling: typed, number, list, gap, order, and flip, which only shows."""

from collections.abc import Iterator

from quizapp.bank.model import (
    Card,
    Fact,
    Gap,
    ListAnswer,
    NumberAnswer,
    SequenceAnswer,
    TermAnswer,
)
from quizapp.bank.say import sentence_with_gap
from quizapp.grading.expected import ExpectedSelf
from quizapp.items.expecting import accepted_of, expected_of
from quizapp.items.item import Format, Item
from quizapp.items.making import make_item, option
from quizapp.items.material import Material

BY_KIND = {
    TermAnswer: Format.TYPED,
    NumberAnswer: Format.NUMBER,
    ListAnswer: Format.LIST,
}


def recall(material: Material, fact: Fact, card: Card) -> Iterator[Item]:
    """Yield the question that is answered by typing: a term, a number, or a list.

    The words of a closed set are known to the learner, so typing them asks for nothing more.
    """
    format_ = BY_KIND.get(type(card.answer))
    if card.ask and format_ is not None and not card.among:
        yield make_item(
            material,
            fact,
            card,
            format_,
            card.ask,
            expected_of(material, card),
            accepted=accepted_of(material, card),
        )


def gap(material: Material, fact: Fact, card: Card) -> Iterator[Item]:
    """Yield the fact's sentence with this card's gap open and all others filled."""
    if isinstance(card.answer, SequenceAnswer):
        return
    if any(isinstance(piece, Gap) and piece.card == card.name for piece in fact.say):
        yield make_item(
            material,
            fact,
            card,
            Format.GAP,
            sentence_with_gap(fact, card.name),
            expected_of(material, card),
            accepted=accepted_of(material, card),
        )


def order(material: Material, fact: Fact, card: Card) -> Iterator[Item]:
    """Yield the members of a sequence, to be put in order."""
    if card.ask and isinstance(card.answer, SequenceAnswer):
        yield make_item(
            material,
            fact,
            card,
            Format.ORDER,
            card.ask,
            expected_of(material, card),
            options=tuple(option(member.text, is_right=True) for member in card.answer.members),
        )


def flip(material: Material, fact: Fact, card: Card) -> Iterator[Item]:
    """Yield the question with its answer on the back; the learner grades."""
    if card.ask:
        yield make_item(
            material,
            fact,
            card,
            Format.FLIP,
            card.ask,
            ExpectedSelf(),
            accepted=accepted_of(material, card),
        )
