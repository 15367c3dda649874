"""Wrong options in words. Nothing is guessed to be false: the author declared each of them.

Either one by one (`wrong`), or all at once (`choose_from`: every other concept of a type).
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from quizapp.bank.concepts import broader, concept_named, folded
from quizapp.bank.model import Card, Concept
from quizapp.items.alike import are_alike
from quizapp.items.item import Option
from quizapp.items.making import Subject, option
from quizapp.items.material import Material, texts_of

T = TypeVar("T")
MOST_CANDIDATES = 24  # of a type; of more, those about as long as the key
SHORTEST_TELLING = 4  # letters of another name that count as naming a concept: "AID", not first aid


def distractors(subject: Subject, stem: str, most: int) -> list[Option]:
    """Return up to `most` wrong options for a card, the author's own first.

    None of them is right, stands in the stem, or grades as equal to the key or to another one.
    """
    chosen: list[Option] = []
    taken = right_texts(subject)
    for candidate in candidates(subject, stem):
        if len(chosen) == most:
            break
        text = candidate.text
        if not stands_in(text, stem) and not any(are_alike(text, other) for other in taken):
            chosen.append(candidate)
            taken.append(text)
    return chosen


def candidates(subject: Subject, stem: str) -> Iterator[Option]:
    """Yield what the author declared wrong: one by one, with why; by its column; by its type."""
    for wrong in subject.card.wrong:
        yield option(wrong.text, why=wrong.why)
    if subject.card.others:
        yield from same_column(subject, stem)
    if subject.card.choose_from:
        yield from same_type(subject, stem)


def same_type(subject: Subject, stem: str) -> Iterator[Option]:
    """Yield the other concepts of the type that the author named, the best first.

    Those of the fact's source come before those of another, and background last; among equals
    the one most like the key.
    """
    material, card = subject.material, subject.card
    pool = nearest(material.by_type.get(card.choose_from, ()), len(subject.key[0]))
    is_related = related_concepts(material, card)
    answers = material.answers_to(card.ask)
    for concept in sorted(pool, key=unlikeness(subject)):
        is_right = is_related(concept) or not answers.isdisjoint(map(folded, concept.names))
        if not is_right and not is_named_in(concept, stem):
            yield option(concept.name)


def same_column(subject: Subject, stem: str) -> Iterator[Option]:
    """Yield the other values of a table's column, those first that are about as long as the key."""
    material, card = subject.material, subject.card
    length = len(subject.key[0])
    is_related = related_concepts(material, card)
    pool = material.by_length(card.others)
    for text in sorted(closest(pool, length, len), key=lambda text: abs(len(text) - length)):
        concept = concept_named(material.deck, text)
        is_right = concept is not None and is_related(concept)
        if not is_right and not (concept is not None and is_named_in(concept, stem)):
            yield option(text)


def nearest(pool: Sequence[Concept], length: int) -> Sequence[Concept]:
    """Return the concepts of `pool`, at most so many, whose names are about `length` long."""
    return closest(pool, length, lambda concept: len(concept.name))


def closest(pool: Sequence[T], length: int, length_of: Callable[[T], int]) -> Sequence[T]:
    """Return those of `pool`, at most so many, that are about `length` long; it is so sorted."""
    if len(pool) <= MOST_CANDIDATES:
        return pool
    middle = bisect_left(pool, length, key=length_of)
    half = MOST_CANDIDATES // 2
    return pool[max(0, middle - half) : middle + half]


def unlikeness(subject: Subject) -> Callable[[Concept], tuple[int, int, int, str]]:
    """Return a sort key: by origin, then by tags shared with the key, then by length."""
    key = subject.key[0]
    own = concept_named(subject.material.deck, key)
    tags = frozenset({*subject.fact.tags, *(own.tags if own else ())})
    sources = frozenset(citation.source for citation in subject.fact.citations)

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


def related_concepts(material: Material, card: Card) -> Callable[[Concept], bool]:
    """Return a test for concepts that are right for `card`, or broader or narrower than that."""
    concepts = material.deck.concepts
    named = (concept_named(material.deck, text) for text in (*texts_of(card), *card.also_right))
    right = {concept.id: concept for concept in named if concept is not None}
    above = set().union(*(broader(concepts, concept) for concept in right.values()))

    def is_related(concept: Concept) -> bool:
        if concept.id in right or concept.id in above:
            return True
        return not broader(concepts, concept).isdisjoint(right)

    return is_related


def right_texts(subject: Subject) -> list[str]:
    """Return every text that is right for a card: other names, and what other facts answer."""
    card = subject.card
    found = [*subject.key, *card.aliases, *subject.material.answers_to(card.ask)]
    for text in (*subject.key, *card.also_right):
        own = concept_named(subject.material.deck, text)
        found.extend(own.names if own else (text,))
    return list(dict.fromkeys(found))


def is_named_in(concept: Concept, stem: str) -> bool:
    """Say whether `stem` speaks of `concept` by a name that is not too short to tell."""
    return any(len(name) >= SHORTEST_TELLING and stands_in(name, stem) for name in concept.aliases)


def stands_in(text: str, stem: str) -> bool:
    """Say whether `text` stands in `stem` as whole words, in any case."""
    sought, where = folded(text), folded(stem)
    if sought not in where:
        return False
    return re.search(rf"(?<!\w){re.escape(sought)}(?!\w)", where) is not None
