"""A deck as it was written: its values beside the YAML they came from, for the rules to read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from quizapp.bank.model import Card, Concept, Deck, Fact, NumberAnswer
from quizapp.bank.yaml.nodes import KeyGroup


class ParsedFact(NamedTuple):
    """A fact and the group that writes it."""

    fact: Fact
    group: KeyGroup

    def group_of(self, card: Card) -> KeyGroup:
        """Return the group that writes `card`: its own, or in the short form the fact's."""
        cards = self.group.get("cards")
        group = cards.get(card.name) if isinstance(cards, KeyGroup) else None
        return group if isinstance(group, KeyGroup) else self.group


class ParsedConcept(NamedTuple):
    """A concept and the group that writes it."""

    concept: Concept
    group: KeyGroup


@dataclass(frozen=True, slots=True)
class ParsedDeck:
    """What was written in the files of one deck.

    `deck` holds what is sound in shape. The `declared` names are there for references: they also
    count entries with a fault of their own, so that one fault is not reported as two.

    Attributes:
        unsound_facts: the declared facts that `deck` does not hold.
        names: concepts by each of their folded names.
        by_type: concepts by their type.
        numbers: the values of number cards by the card's id.
    """

    deck: Deck
    facts: tuple[ParsedFact, ...]
    concepts: tuple[ParsedConcept, ...]
    declared_sources: frozenset[str]
    declared_concepts: frozenset[str]
    declared_facts: frozenset[str]
    unsound_facts: frozenset[str]
    names: Mapping[str, Concept]
    by_type: Mapping[str, Sequence[Concept]]
    numbers: Mapping[str, Decimal]

    @property
    def are_concepts_sound(self) -> bool:
        """Whether every concept that was declared is sound in shape."""
        return len(self.declared_concepts) == len(self.concepts)


def group_concepts_by_type(concepts: Iterable[Concept]) -> dict[str, list[Concept]]:
    """Return `concepts` by their type."""
    found: dict[str, list[Concept]] = {}
    for concept in concepts:
        found.setdefault(concept.type, []).append(concept)
    return found


def number_values(facts: Iterable[Fact]) -> dict[str, Decimal]:
    """Return the values of all number cards by the card's id."""
    return {
        card.id: card.answer.value
        for fact in facts
        for card in fact.cards
        if isinstance(card.answer, NumberAnswer)
    }
