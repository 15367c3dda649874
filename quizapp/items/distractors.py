"""Wrong options in words. Nothing is guessed to be false: the author declared each of them.

Either one by one (`wrong`), or all at once (`choose_from`: every other concept of a type).
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from quizapp.bank.concepts import broader_concepts, find_concept, normalize_text
from quizapp.bank.mentions import occurs_in
from quizapp.bank.model import Card, Concept
from quizapp.bank.nearest import citations_of, tags_of
from quizapp.bank.sentences import answer_texts
from quizapp.items.context import CardContext, make_option
from quizapp.items.deck_index import DeckIndex
from quizapp.items.distinct_values import are_distinct_cells
from quizapp.items.equal_answers import are_equal_answers
from quizapp.items.item import Option

_T = TypeVar("_T")
_MAX_CANDIDATES = 24  # of a type; of more, those about as long as the key
_MIN_NAME_LENGTH = 4  # letters of another name that count as naming a concept: "AID", not first aid


def choose_distractors(context: CardContext, stem: str, most: int) -> list[Option]:
    """Return up to `most` wrong options for a card, the author's own first.

    None of them is right, is part of the stem, or grades as equal to the key or to another one.
    """
    chosen: list[Option] = []
    taken = list_right_texts(context)
    for candidate in _declared_distractors(context, stem):
        if len(chosen) == most:
            break
        text = candidate.text
        if not occurs_in(text, stem) and not any(are_equal_answers(text, other) for other in taken):
            chosen.append(candidate)
            taken.append(text)
    return chosen


def _declared_distractors(context: CardContext, stem: str) -> Iterator[Option]:
    """Yield what the author declared wrong: one by one, with why; by its column; by its type."""
    for wrong in context.card.wrong:
        yield make_option(wrong.text, why=wrong.why)
    if context.card.distractor_pool:
        yield from _distractors_of_column(context, stem)
    if context.card.choose_from:
        yield from _distractors_of_type(context, stem)


def _distractors_of_type(context: CardContext, stem: str) -> Iterator[Option]:
    """Yield the other concepts of the type that the author named, the best first.

    Those of the fact's source come before those of another, and background last; among equals
    the one most like the key.
    """
    deck_index, card = context.deck_index, context.card
    pool = _nearest_concepts(deck_index.by_type.get(card.choose_from, ()), len(context.key[0]))
    is_related = _make_relation_test(deck_index, card)
    answers = deck_index.answers_to(card.ask)
    for concept in sorted(pool, key=_unlikeness_key(context)):
        is_right = is_related(concept) or not answers.isdisjoint(map(normalize_text, concept.names))
        if not is_right and not _is_named_in(concept, stem):
            yield make_option(concept.name)


def _distractors_of_column(context: CardContext, stem: str) -> Iterator[Option]:
    """Yield the other values of a table's column, those first that are about as long as the key."""
    deck_index, card = context.deck_index, context.card
    length = len(context.key[0])
    is_wrong = make_column_test(context)
    pool = deck_index.pool_by_length(card.distractor_pool)
    for text in sorted(
        _closest_in_length(pool, length, len), key=lambda text: abs(len(text) - length)
    ):
        concept = find_concept(deck_index.deck, text)
        if is_wrong(text) and not (concept is not None and _is_named_in(concept, stem)):
            yield make_option(text)


def make_column_test(context: CardContext) -> Callable[[str], bool]:
    """Return a test for texts of other rows of the card's column: is it wrong in this one?

    A concept broader or narrower than the right one is not; nor, for a card that asks back, a row
    whose value passes for the one that it asks from.
    """
    deck_index, card = context.deck_index, context.card
    is_related = _make_relation_test(deck_index, card)
    asked_from = next(
        (each for each in context.fact.cards if each.name == card.asks_back_from), None
    )
    cell = asked_from.cell if asked_from else None
    rows = deck_index.rows.get((cell.table, cell.column), {}) if cell else {}

    def is_wrong(text: str) -> bool:
        concept = find_concept(deck_index.deck, text)
        if concept is not None and is_related(concept):
            return False
        other = rows.get(text)
        if asked_from is None or other is None:
            return True
        return are_distinct_cells(deck_index.deck, asked_from, other.card)

    return is_wrong


def _nearest_concepts(pool: Sequence[Concept], length: int) -> Sequence[Concept]:
    """Return up to `_MAX_CANDIDATES` concepts of `pool` whose names are about `length` long."""
    return _closest_in_length(pool, length, lambda concept: len(concept.name))


def _closest_in_length(
    pool: Sequence[_T], length: int, length_of: Callable[[_T], int]
) -> Sequence[_T]:
    """Return those of `pool`, which is sorted by length, that are about `length` long."""
    if len(pool) <= _MAX_CANDIDATES:
        return pool
    middle = bisect_left(pool, length, key=length_of)
    half = _MAX_CANDIDATES // 2
    return pool[max(0, middle - half) : middle + half]


def _unlikeness_key(context: CardContext) -> Callable[[Concept], tuple[int, int, int, str]]:
    """Return a sort key: by origin, then by tags shared with the key, then by length."""
    key = context.key[0]
    own = find_concept(context.deck_index.deck, key)
    tags = frozenset({*tags_of(context.fact, context.card), *(own.tags if own else ())})
    cited = citations_of(context.fact, context.card)
    sources = frozenset(citation.source for citation in cited)

    def rank(concept: Concept) -> tuple[int, int, int, str]:
        shared = len(tags.intersection(concept.tags)) if concept.tags else 0
        return (origin(concept), -shared, abs(len(concept.name) - len(key)), concept.id)

    def origin(concept: Concept) -> int:
        if concept.is_background:
            return 2
        is_elsewhere = sources and concept.citations
        if is_elsewhere and sources.isdisjoint(each.source for each in concept.citations):
            return 1
        return 0

    return rank


def _make_relation_test(deck_index: DeckIndex, card: Card) -> Callable[[Concept], bool]:
    """Return a test for concepts that are right for `card`, or broader or narrower than that."""
    concepts = deck_index.deck.concepts
    named = (
        find_concept(deck_index.deck, text) for text in (*answer_texts(card), *card.also_right)
    )
    right = {concept.id: concept for concept in named if concept is not None}
    above = set().union(*(broader_concepts(concepts, concept) for concept in right.values()))

    def is_related(concept: Concept) -> bool:
        if concept.id in right or concept.id in above:
            return True
        return not broader_concepts(concepts, concept).isdisjoint(right)

    return is_related


def list_right_texts(context: CardContext) -> list[str]:
    """Return every text that is right for a card: other names, and what other facts answer."""
    card = context.card
    key = answer_texts(card)
    found = [*key, *card.aliases, *context.deck_index.answers_to(card.ask)]
    for text in (*key, *card.also_right):
        own = find_concept(context.deck_index.deck, text)
        found.extend(own.names if own else (text,))
    return list(dict.fromkeys(found))


def _is_named_in(concept: Concept, stem: str) -> bool:
    """Return whether `stem` names `concept` by an alias long enough to be sure."""
    return any(len(name) >= _MIN_NAME_LENGTH and occurs_in(name, stem) for name in concept.aliases)
