"""Wrong options in words. Nothing is guessed to be false: the author declared each of them.

Either one by one (`wrong`), or all at once (`choose_from`: every other concept of a type).
"""

import random
import re
from collections.abc import Callable, Iterator

from quizapp.bank.concepts import broader, concept_named, folded
from quizapp.bank.model import Card, Concept, Fact
from quizapp.grading.judge import grades_equal
from quizapp.items.item import Option
from quizapp.items.making import option
from quizapp.items.material import Material, texts_of

MOST_CANDIDATES = 200  # of a type; of more, so many are drawn


def distractors(material: Material, fact: Fact, card: Card, stem: str, most: int) -> list[Option]:
    """Return up to `most` wrong options for `card`, the author's own first.

    None of them is right, stands in the stem, or grades as equal to the key or to another one.
    """
    chosen: list[Option] = []
    right = right_texts(material, card)
    for candidate in (*declared(card), *same_type(material, fact, card)):
        if len(chosen) == most:
            break
        taken = [*right, *(other.text for other in chosen)]
        if not stands_in(candidate.text, stem) and not any(
            grades_equal(candidate.text, text) for text in taken
        ):
            chosen.append(candidate)
    return chosen


def declared(card: Card) -> Iterator[Option]:
    """Yield the options that the author declared wrong, with why."""
    return (option(wrong.text, why=wrong.why) for wrong in card.wrong)


def same_type(material: Material, fact: Fact, card: Card) -> list[Option]:
    """Return the other concepts of the type that the author named, the best first.

    Those of the source come before background, then the one most like the key.
    """
    if not card.choose_from:
        return []
    pool = material.by_type.get(card.choose_from, ())
    if len(pool) > MOST_CANDIDATES:
        pool = tuple(random.Random(f"{material.seed}/{card.id}").sample(pool, MOST_CANDIDATES))
    is_related = related_concepts(material, card)
    answers = material.answers_to(card.ask)
    left = [
        concept
        for concept in pool
        if not is_related(concept) and answers.isdisjoint(map(folded, concept.names))
    ]
    return [option(concept.name) for concept in sorted(left, key=unlikeness(material, fact, card))]


def unlikeness(
    material: Material, fact: Fact, card: Card
) -> Callable[[Concept], tuple[bool, int, int, str]]:
    """Return a sort key: background last, then by tags shared with the key, then by length."""
    key = texts_of(card)[0]
    own = concept_named(material.deck, key)
    tags = {*fact.tags, *(own.tags if own else ())}

    def rank(concept: Concept) -> tuple[bool, int, int, str]:
        shared = len(tags.intersection(concept.tags))
        return (concept.is_background, -shared, abs(len(concept.name) - len(key)), concept.id)

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


def right_texts(material: Material, card: Card) -> list[str]:
    """Return every text that is right for `card`, other names included."""
    found = [*texts_of(card), *card.aliases]
    for text in (*texts_of(card), *card.also_right):
        own = concept_named(material.deck, text)
        found.extend(own.names if own else (text,))
    return list(dict.fromkeys(found))


def stands_in(text: str, stem: str) -> bool:
    """Say whether `text` stands in `stem` as whole words, in any case."""
    return re.search(rf"(?<!\w){re.escape(folded(text))}(?!\w)", folded(stem)) is not None
