"""What items are made from: a deck with the indexes that makers ask, each built once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from quizapp.bank.concepts import folded
from quizapp.bank.model import (
    Bank,
    Card,
    Cell,
    Concept,
    Deck,
    Fact,
    ListAnswer,
    NumberAnswer,
    SequenceAnswer,
    Status,
    TermAnswer,
)
from quizapp.bank.numerals import decimal_of, is_number

QUESTION_MARKS = " ?.!:…"


class FilledCell(NamedTuple):
    """A card that is a cell of a table, with its fact, which is the row."""

    fact: Fact
    card: Card
    cell: Cell


@dataclass(frozen=True, slots=True)
class Material:
    """A deck, and what is known of it.

    Attributes:
        seed: what chance is drawn from.
        by_type: concepts by type, those with short names first.
        answers: by question (folded), the folded answers that any fact of the bank gives to it.
        numbers: by unit (folded) and decimals, the numbers that the deck's cards ask for, each
            once, ascending.
        columns: the cells of each column of each table, in the deck's order, each with its fact.
        pools: what cards share as `others`, sorted by length, by the identity of the tuple: a
            column's values are looked up for each of its cells, and are too many to be hashed;
            number_pools: those that are numbers, ascending.
    """

    deck: Deck
    seed: int
    by_type: Mapping[str, tuple[Concept, ...]]
    answers: Mapping[str, frozenset[str]]
    numbers: Mapping[tuple[str, int], tuple[Decimal, ...]]
    columns: Mapping[tuple[str, str], tuple[FilledCell, ...]]
    pools: Mapping[int, tuple[str, ...]]
    number_pools: Mapping[int, tuple[Decimal, ...]]

    def by_length(self, others: tuple[str, ...]) -> tuple[str, ...]:
        """Return what the author declared wrong in bulk, sorted by length."""
        return self.pools[id(others)]

    def numbers_in_column(self, others: tuple[str, ...]) -> tuple[Decimal, ...]:
        """Return those that are numbers of what the author declared wrong in bulk, ascending."""
        return self.number_pools[id(others)]

    def answers_to(self, ask: str) -> frozenset[str]:
        """Return the folded answers that are right for the question `ask`, whichever fact's."""
        return self.answers.get(question(ask), frozenset())

    def numbers_like(self, answer: NumberAnswer) -> tuple[Decimal, ...]:
        """Return the numbers of the deck that have the unit and the decimals of `answer`."""
        return self.numbers.get((folded(answer.unit), decimals(answer.value)), ())


def materials(bank: Bank, seed: int) -> Iterator[Material]:
    """Yield the material of each deck of `bank`."""
    answers = answers_by_question(bank)
    for deck in bank.decks:
        yield Material(
            deck,
            seed,
            concepts_by_type(deck),
            answers,
            numbers_by_unit(deck),
            cells_by_column(deck),
            pools_of(deck),
            number_pools_of(deck),
        )


def answers_by_question(bank: Bank) -> dict[str, frozenset[str]]:
    """Return what is right for each question, by all cards that ask it."""
    found: dict[str, set[str]] = {}
    for deck in bank.decks:
        for card in live_cards(deck):
            if card.ask:
                texts = found.setdefault(question(card.ask), set())
                texts.update(map(folded, (*texts_of(card), *card.also_right)))
    return {ask: frozenset(texts) for ask, texts in found.items()}


def concepts_by_type(deck: Deck) -> dict[str, tuple[Concept, ...]]:
    """Return the concepts of `deck` by type, those with short names first."""
    found: dict[str, list[Concept]] = {}
    for concept in deck.concepts.values():
        found.setdefault(concept.type, []).append(concept)
    return {
        type_: tuple(sorted(concepts, key=lambda concept: (len(concept.name), concept.id)))
        for type_, concepts in found.items()
    }


def numbers_by_unit(deck: Deck) -> dict[tuple[str, int], tuple[Decimal, ...]]:
    """Return the numbers that cards of `deck` ask for, by unit and decimals, ascending."""
    found: dict[tuple[str, int], set[Decimal]] = {}
    for card in live_cards(deck):
        if isinstance(card.answer, NumberAnswer):
            alike = (folded(card.answer.unit), decimals(card.answer.value))
            found.setdefault(alike, set()).add(card.answer.value)
    return {alike: tuple(sorted(values)) for alike, values in found.items()}


def cells_by_column(deck: Deck) -> dict[tuple[str, str], tuple[FilledCell, ...]]:
    """Return the cells of each column of each table, in the deck's order."""
    found: dict[tuple[str, str], list[FilledCell]] = {}
    for fact in live_facts(deck):
        for card in fact.cards:
            if card.cell is not None:
                column = (card.cell.table, card.cell.column)
                found.setdefault(column, []).append(FilledCell(fact, card, card.cell))
    return {column: tuple(cells) for column, cells in found.items()}


def pools_of(deck: Deck) -> dict[int, tuple[str, ...]]:
    """Return what cards share as `others`, sorted by length, by the identity of the tuple."""
    shared = {id(card.others): card.others for card in live_cards(deck) if card.others}
    return {key: tuple(sorted(texts, key=len)) for key, texts in shared.items()}


def number_pools_of(deck: Deck) -> dict[int, tuple[Decimal, ...]]:
    """Return the numbers that number cards share as `others`, by the identity of the tuple."""
    shared = {
        id(card.others): card.others
        for card in live_cards(deck)
        if card.others and isinstance(card.answer, NumberAnswer)
    }
    return {
        key: tuple(sorted(decimal_of(text) for text in texts if is_number(text)))
        for key, texts in shared.items()
    }


def live_facts(deck: Deck) -> Iterator[Fact]:
    """Yield the facts of `deck` that are asked: the reviewed ones."""
    return (fact for fact in deck.facts if fact.status is Status.REVIEWED)


def live_cards(deck: Deck) -> Iterator[Card]:
    """Yield the cards of `deck` that are asked: those of reviewed facts."""
    return (card for fact in live_facts(deck) for card in fact.cards)


def question(ask: str) -> str:
    """Return a question as questions are compared: without regard to case and closing marks."""
    return folded(ask).rstrip(QUESTION_MARKS)


def texts_of(card: Card) -> tuple[str, ...]:
    """Return the words that answer a card: one, or one a member."""
    answer = card.answer
    match answer:
        case TermAnswer() | NumberAnswer():
            return (answer.text,)
        case ListAnswer() | SequenceAnswer():
            return tuple(member.text for member in answer.members)


def decimals(value: Decimal) -> int:
    """Return how many decimals a number is written with."""
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0
