"""What items are made from: a deck with the indexes that makers ask, each built once."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from quizapp.bank.concepts import group_by_type, normalize_text
from quizapp.bank.mentions import numbers_in
from quizapp.bank.model import (
    AmountAnswer,
    Bank,
    Card,
    CardId,
    Concept,
    Deck,
    Fact,
    NumberAnswer,
    SourceId,
    Status,
    TableCell,
)
from quizapp.bank.nearest import all_citations
from quizapp.bank.sentences import answer_texts, fill_sentence, full_sentence, sentence_parts
from quizapp.items.bound_words import answers_in_words

_QUESTION_MARKS = " ?.!:…"
_ColumnKey: TypeAlias = tuple[str, str, str]  # table, column, unit (folded)


class CellCard(NamedTuple):
    """A card that is a cell of a table, with its fact, which is the row."""

    fact: Fact
    card: Card
    cell: TableCell


class StatedNumber(NamedTuple):
    """A number that is true of something, and how far off it may be told."""

    value: Decimal
    tolerance: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class DeckIndex:
    """A deck, and what is known of it.

    Attributes:
        seed: what chance is drawn from.
        by_type: concepts by type, those with short names first.
        answers: by question (folded), the folded answers that any fact of the bank gives to it.
        columns: the cells of each column of each table, in the deck's order, each with its fact.
        rows: the same cells by the name of their row.
        pools: each `distractor_pool` sorted by length, by the identity of the tuple: a column's
            values are looked up for each of its cells, and are too many to be hashed.
        column_numbers: the numbers in each exclusive column, by table, column and unit, ascending.
        stated_numbers: the numbers of all facts that cite a sentence, by source and sentence.
        first_to_say: the first card of each sentence, which is true of it: it is asked once.
    """

    deck: Deck
    seed: int
    by_type: Mapping[str, tuple[Concept, ...]]
    answers: Mapping[str, frozenset[str]]
    columns: Mapping[tuple[str, str], tuple[CellCard, ...]]
    rows: Mapping[tuple[str, str], Mapping[str, CellCard]]
    pools: Mapping[int, tuple[str, ...]]
    column_numbers: Mapping[_ColumnKey, tuple[StatedNumber, ...]]
    stated_numbers: Mapping[SourceId, Mapping[int, set[StatedNumber]]]
    first_to_say: Mapping[str, CardId]

    def pool_by_length(self, others: tuple[str, ...]) -> tuple[str, ...]:
        """Return what the author declared wrong in bulk, sorted by length."""
        return self.pools[id(others)]

    def numbers_of_column(self, card: Card, answer: NumberAnswer) -> tuple[StatedNumber, ...]:
        """Return the numbers of the card's own column that have its unit, ascending, with its own.

        None where the author did not declare that those of other rows are wrong.
        """
        if card.cell is None or not card.cell.is_exclusive:
            return ()
        return self.column_numbers.get(_column_key(card.cell, answer), ())

    def number_of_column(
        self, card: Card, answer: NumberAnswer, value: Decimal
    ) -> StatedNumber | None:
        """Return the number `value` of the card's column; None where no row has it in its unit."""
        numbers = self.numbers_of_column(card, answer)
        at = bisect_left(numbers, value, key=lambda number: number.value)
        is_there = at < len(numbers) and numbers[at].value == value
        return numbers[at] if is_there else None

    def numbers_beside(self, fact: Fact) -> tuple[StatedNumber, ...]:
        """Return the numbers of `fact` and of all facts that cite a sentence that it cites.

        Who cites a whole source cites all its sentences.
        """
        found = set(_stated_numbers(fact))
        for citation in all_citations(fact):
            for sentence, numbers in self.stated_numbers.get(citation.source, {}).items():
                if 0 in {sentence, citation.sentence} or sentence == citation.sentence:
                    found |= numbers
        return tuple(sorted(found))

    def answers_to(self, ask: str) -> frozenset[str]:
        """Return the folded answers that are right for the question `ask`, whichever fact's."""
        return self.answers.get(_normalize_question(ask), frozenset())


def index_decks(bank: Bank, seed: int) -> Iterator[DeckIndex]:
    """Yield the index of each deck of `bank`."""
    answers = _answers_by_question(bank)
    for deck in bank.decks:
        columns = _cells_by_column(deck)
        yield DeckIndex(
            deck,
            seed,
            _concepts_by_type(deck),
            answers,
            columns,
            {key: {each.cell.row: each for each in cells} for key, cells in columns.items()},
            _collect_pools(deck),
            _collect_column_numbers(deck),
            _collect_stated_numbers(deck),
            _first_to_say(deck),
        )


def _first_to_say(deck: Deck) -> dict[str, CardId]:
    """Return the first card that is asked of each sentence, by the sentence.

    Two facts may say the same: parts of one that came from elsewhere, each with a gap of its own.
    """
    found: dict[str, CardId] = {}
    for fact in _reviewed_facts(deck):
        answers = answers_in_words(fact, deck.language)
        sentences = {sentence_parts(fact, card): card for card in reversed(fact.cards)}
        for parts, card in sentences.items():
            if parts and not card.is_held_back:
                found.setdefault(fill_sentence(fact, card, {}, answers), card.id)
    return found


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


def _cells_by_column(deck: Deck) -> dict[tuple[str, str], tuple[CellCard, ...]]:
    """Return the cells of each column of each table that are asked, in the deck's order."""
    found: dict[tuple[str, str], list[CellCard]] = {}
    for fact in _reviewed_facts(deck):
        for card in fact.cards:
            if card.cell is not None and not card.is_held_back:
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


def _collect_column_numbers(deck: Deck) -> dict[_ColumnKey, tuple[StatedNumber, ...]]:
    """Return the numbers in each exclusive column by table, column and unit, each once, ascending.

    Those of another unit are none: 500 mg may be what 0.5 g is.
    """
    found: dict[_ColumnKey, dict[Decimal, Decimal]] = {}
    for fact in deck.facts:
        for card in fact.cards:
            if card.cell and card.cell.is_exclusive and isinstance(card.answer, NumberAnswer):
                values = found.setdefault(_column_key(card.cell, card.answer), {})
                value, tolerance = card.answer.value, card.answer.tolerance
                values[value] = max(tolerance, values.get(value, tolerance))
    return {
        key: tuple(StatedNumber(value, values[value]) for value in sorted(values))
        for key, values in found.items()
    }


def _column_key(cell: TableCell, answer: NumberAnswer) -> _ColumnKey:
    """Return what the numbers that can stand beside each other in a column have in common."""
    return (cell.table, cell.column, normalize_text(answer.unit))


def _collect_stated_numbers(deck: Deck) -> dict[SourceId, dict[int, set[StatedNumber]]]:
    """Return the numbers of all facts that cite a sentence, by source and sentence.

    Nothing where no card takes near numbers: then nobody asks.
    """
    cards = (card for fact in deck.facts for card in fact.cards)
    if not (deck.settings.may_take_near or any(card.may_take_near for card in cards)):
        return {}
    found: dict[SourceId, dict[int, set[StatedNumber]]] = {}
    for fact in deck.facts:
        numbers = set(_stated_numbers(fact))
        for citation in all_citations(fact):
            of_source = found.setdefault(citation.source, {})
            of_source.setdefault(citation.sentence, set()).update(numbers)
    return found


def _stated_numbers(fact: Fact) -> Iterator[StatedNumber]:
    """Yield the numbers that a fact states: in its answers, denominators, questions, sentence."""
    for card in fact.cards:
        if isinstance(card.answer, AmountAnswer):
            for value in (card.answer.amount.low, card.answer.amount.high):
                yield StatedNumber(value, card.answer.tolerance)
        if isinstance(card.answer, NumberAnswer):
            yield StatedNumber(card.answer.value, card.answer.tolerance)
            if card.answer.of is not None:
                yield StatedNumber(card.answer.of)
        for text in dict.fromkeys((card.ask, full_sentence(fact, card))):
            yield from map(StatedNumber, numbers_in(text))


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
