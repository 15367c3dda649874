"""Rules on answers in words (B4xx): what is right is not wrong, and something is left to choose."""

from collections.abc import Iterator

from quizapp.bank.answer_parts import (
    CardInDeck,
    key_texts,
    members_of,
    places_under,
    right_and_wrong,
    texts_under,
)
from quizapp.bank.concepts import broader, folded
from quizapp.bank.fault import did_you_mean, fault, quoted
from quizapp.bank.model import Concept, ConceptId
from quizapp.bank.problem import Problem


def not_for_words(context: CardInDeck, key: str) -> Iterator[Problem]:
    """Yield a fault: only a number can have `key`."""
    yield fault(
        "B111",
        context.group.key_place(key),
        f"`{key}` belongs to a number, and the answer is none",
        f"remove `{key}`, or write the answer as a number without quotes",
    )


def wrong_that_is_right(context: CardInDeck, key: str) -> Iterator[Problem]:
    """Yield a fault for each text under `key`, which lists wrong ones, that is right as well."""
    right = right_names(context)
    texts = texts_under(context.card, key)
    if right.isdisjoint(map(folded, texts)):
        return
    for text, place in zip(texts, places_under(context.group, key), strict=True):
        if folded(text) in right:
            yield right_and_wrong(text, key, place)


def unknown_type(context: CardInDeck, key: str) -> Iterator[Problem]:
    """Yield a fault where no concept has the type that is chosen from."""
    manuscript, wanted = context.manuscript, context.card.choose_from
    if wanted not in manuscript.by_type and manuscript.are_concepts_sound:
        yield fault(
            "B204",
            context.group.value_place(key),
            f"no concept has the type {quoted(wanted)}",
            did_you_mean(wanted, manuscript.by_type) or "name the `type` of some concepts",
        )


def nothing_to_choose_from(context: CardInDeck, key: str) -> Iterator[Problem]:
    """Yield a fault where no concept of the type is wrong."""
    card, manuscript = context.card, context.manuscript
    is_type_known = card.choose_from in manuscript.by_type and manuscript.are_concepts_sound
    if is_type_known and not any(wrong_concepts(context)):
        yield fault(
            "B406",
            context.group.value_place(key),
            f"no other concept of the type {quoted(card.choose_from)} is wrong here",
            "add concepts of that type (`background: true`), or write `wrong` instead",
        )


def right_concepts(context: CardInDeck) -> Iterator[Concept]:
    """Yield the concepts that are right: those of the answer and of `also_right`."""
    manuscript, card = context.manuscript, context.card
    for member in members_of(card):
        if member.concept:
            yield manuscript.deck.concepts[member.concept]
    for text in card.also_right:
        found = manuscript.names.get(folded(text))
        if found is not None:
            yield found


def right_names(context: CardInDeck) -> frozenset[str]:
    """Return, folded, all that may be answered: the key, its aliases, `also_right`."""
    card = context.card
    texts = (*key_texts(card), *card.aliases, *card.also_right)
    concepts = right_concepts(context)
    return frozenset(
        map(folded, (*texts, *(name for concept in concepts for name in concept.names)))
    )


def wrong_concepts(context: CardInDeck) -> Iterator[Concept]:
    """Yield the concepts that `choose_from` makes wrong: neither right nor broader or narrower."""
    card, concepts = context.card, context.manuscript.deck.concepts
    right: dict[ConceptId, Concept] = {each.id: each for each in right_concepts(context)}
    above = {each for concept in right.values() for each in broader(concepts, concept)}
    for concept in context.manuscript.by_type[card.choose_from]:
        is_kin = concept.id in above or not broader(concepts, concept).isdisjoint(right)
        if concept.id not in right and not is_kin:
            yield concept
