"""What items are made from: a deck with the indexes that makers ask, each built once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from quizapp.bank.concepts import group_by_type, normalize_text
from quizapp.bank.model import (
    Bank,
    Card,
    Concept,
    Deck,
    Fact,
    NumberAnswer,
    Status,
    TableCell,
)
from quizapp.bank.numerals import is_number, parse_decimal
from quizapp.bank.sentences import answer_texts

_QUESTION_MARKS = " ?.!:…"


class CellCard(NamedTuple):
    """A card that is a cell of a table, with its fact, which is the row."""

    fact: Fact
    card: Card
    cell: TableCell


@dataclass(frozen=True, slots=True)
class DeckIndex:
    """A deck, and what is known of it.

    Attributes:
        seed: what chance is drawn from.
        by_type: concepts by type, those with short names first.
        answers: by question (folded), the folded answers that any fact of the bank gives to it.
        numbers: by unit (folded) and decimals, the numbers that the deck's cards ask for, each
            once, ascending.
        columns: the cells of each column of each table, in the deck's order, each with its fact.
        pools: each `distractor_pool` sorted by length, by the identity of the tuple: a column's
            values are looked up for each of its cells, and are too many to be hashed.
        number_pools: those of number cards, only their numbers, ascending.
    """

    deck: Deck
    seed: int
    by_type: Mapping[str, tuple[Concept, ...]]
    answers: Mapping[str, frozenset[str]]
    numbers: Mapping[tuple[str, int], tuple[Decimal, ...]]
    columns: Mapping[tuple[str, str], tuple[CellCard, ...]]
    pools: Mapping[int, tuple[str, ...]]
    number_pools: Mapping[int, tuple[Decimal, ...]]

    def pool_by_length(self, others: tuple[str, ...]) -> tuple[str, ...]:
        """Return what the author declared wrong in bulk, sorted by length."""
        return self.pools[id(others)]

    def pool_numbers(self, others: tuple[str, ...]) -> tuple[Decimal, ...]:
        """Return those that are numbers of what the author declared wrong in bulk, ascending."""
        return self.number_pools[id(others)]

    def answers_to(self, ask: str) -> frozenset[str]:
        """Return the folded answers that are right for the question `ask`, whichever fact's."""
        return self.answers.get(_normalize_question(ask), frozenset())

    def similar_numbers(self, answer: NumberAnswer) -> tuple[Decimal, ...]:
        """Return the numbers of the deck that have the unit and the decimals of `answer`."""
        return self.numbers.get((normalize_text(answer.unit), decimal_places(answer.value)), ())


def index_decks(bank: Bank, seed: int) -> Iterator[DeckIndex]:
    """Yield the index of each deck of `bank`."""
    answers = _answers_by_question(bank)
    for deck in bank.decks:
        yield DeckIndex(
            deck,
            seed,
            _concepts_by_type(deck),
            answers,
            _numbers_by_unit(deck),
            _cells_by_column(deck),
            _collect_pools(deck),
            _collect_number_pools(deck),
        )


def _answers_by_question(bank: Bank) -> dict[str, frozenset[str]]:
    """Return what is right for each question, by all cards that ask it."""
    found: dict[str, set[str]] = {}
    for deck in bank.decks:
        for card in _reviewed_cards(deck):
            if card.ask:
                texts = found.setdefault(_normalize_question(card.ask), set())
                texts.update(map(normalize_text, (*answer_texts(card), *card.also_right)))
    return {ask: frozenset(texts) for ask, texts in found.items()}


def _concepts_by_type(deck: Deck) -> dict[str, tuple[Concept, ...]]:
    """Return the concepts of `deck` by type, those with short names first."""
    return {
        type_: tuple(sorted(concepts, key=lambda concept: (len(concept.name), concept.id)))
        for type_, concepts in group_by_type(deck.concepts.values()).items()
    }


def _numbers_by_unit(deck: Deck) -> dict[tuple[str, int], tuple[Decimal, ...]]:
    """Return the numbers that cards of `deck` ask for, by unit and decimals, ascending."""
    found: dict[tuple[str, int], set[Decimal]] = {}
    for card in _reviewed_cards(deck):
        if isinstance(card.answer, NumberAnswer):
            alike = (normalize_text(card.answer.unit), decimal_places(card.answer.value))
            found.setdefault(alike, set()).add(card.answer.value)
    return {alike: tuple(sorted(values)) for alike, values in found.items()}


def _cells_by_column(deck: Deck) -> dict[tuple[str, str], tuple[CellCard, ...]]:
    """Return the cells of each column of each table, in the deck's order."""
    found: dict[tuple[str, str], list[CellCard]] = {}
    for fact in _reviewed_facts(deck):
        for card in fact.cards:
            if card.cell is not None:
                column = (card.cell.table, card.cell.column)
                found.setdefault(column, []).append(CellCard(fact, card, card.cell))
    return {column: tuple(cells) for column, cells in found.items()}


def _collect_pools(deck: Deck) -> dict[int, tuple[str, ...]]:
    """Return each `distractor_pool`, sorted by length, by the identity of the tuple."""
    shared = {
        id(card.distractor_pool): card.distractor_pool
        for card in _reviewed_cards(deck)
        if card.distractor_pool
    }
    return {key: tuple(sorted(texts, key=len)) for key, texts in shared.items()}


def _collect_number_pools(deck: Deck) -> dict[int, tuple[Decimal, ...]]:
    """Return the numbers in each `distractor_pool` of number cards, by its identity."""
    shared = {
        id(card.distractor_pool): card.distractor_pool
        for card in _reviewed_cards(deck)
        if card.distractor_pool and isinstance(card.answer, NumberAnswer)
    }
    return {
        key: tuple(sorted(parse_decimal(text) for text in texts if is_number(text)))
        for key, texts in shared.items()
    }


def _reviewed_facts(deck: Deck) -> Iterator[Fact]:
    """Yield the facts of `deck` that are asked: the reviewed ones."""
    return (fact for fact in deck.facts if fact.status is Status.REVIEWED)


def _reviewed_cards(deck: Deck) -> Iterator[Card]:
    """Yield the cards of `deck` that are asked: those of reviewed facts."""
    return (card for fact in _reviewed_facts(deck) for card in fact.cards)


def _normalize_question(ask: str) -> str:
    """Return a question as questions are compared: without regard to case and closing marks."""
    return normalize_text(ask).rstrip(_QUESTION_MARKS)


def decimal_places(value: Decimal) -> int:
    """Return how many decimals a number is written with."""
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0
