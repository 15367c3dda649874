"""Rules on answers in words (B4xx): what is right is not wrong, and something is left to choose."""

from collections.abc import Iterator

from quizapp.bank.amounts import AmountError, parse_amount
from quizapp.bank.concepts import broader_concepts, normalize_text
from quizapp.bank.diagnostics import Problem, did_you_mean, make_problem, quote
from quizapp.bank.model import Card, Concept, ConceptId
from quizapp.bank.parse.versions import FIRST
from quizapp.bank.rules.card_texts import (
    CardInDeck,
    contradiction_problem,
    places_at,
    term_answers,
    texts_at,
)
from quizapp.bank.sentences import answer_text, answer_texts


def key_for_numbers_only(context: CardInDeck, key: str) -> Iterator[Problem]:
    """Yield a fault: only a number can have `key`."""
    fix = f"remove `{key}`, or write the answer as a number without quotes"
    if context.parsed_deck.deck.version != FIRST and _is_quantity(context.card):
        fix = f"write `amount: {answer_text(context.card.answer)}` in place of `answer`"
    yield make_problem(
        "B111",
        context.group.key_place(key),
        f"`{key}` belongs to a number, but the answer is not a number",
        fix,
    )


def _is_quantity(card: Card) -> bool:
    """Return whether an answer in words would be an amount."""
    try:
        parse_amount(answer_text(card.answer))
    except AmountError:
        return False
    return True


def right_texts_marked_wrong(context: CardInDeck, key: str) -> Iterator[Problem]:
    """Yield a fault for each text under `key`, which lists wrong ones, that is right as well."""
    right = _right_names(context)
    texts = texts_at(context.card, key)
    if right.isdisjoint(map(normalize_text, texts)):
        return
    for text, place in zip(texts, places_at(context.group, key), strict=True):
        if normalize_text(text) in right:
            yield contradiction_problem(text, key, place)


def unknown_type(context: CardInDeck, key: str) -> Iterator[Problem]:
    """Yield a fault where no concept has the type that is chosen from."""
    parsed_deck, wanted = context.parsed_deck, context.card.choose_from
    if wanted not in parsed_deck.by_type and parsed_deck.are_concepts_sound:
        yield make_problem(
            "B204",
            context.group.value_place(key),
            f"no concept has the type {quote(wanted)}",
            did_you_mean(wanted, parsed_deck.by_type) or "name the `type` of some concepts",
        )


def type_without_distractors(context: CardInDeck, key: str) -> Iterator[Problem]:
    """Yield a fault where no concept of the type is wrong."""
    card, parsed_deck = context.card, context.parsed_deck
    is_type_known = card.choose_from in parsed_deck.by_type and parsed_deck.are_concepts_sound
    if is_type_known and not any(_wrong_concepts(context)):
        yield make_problem(
            "B406",
            context.group.value_place(key),
            f"no other concept of the type {quote(card.choose_from)} is wrong here",
            "add concepts of that type (`background: true`), or write `wrong` instead",
        )


def _right_concepts(context: CardInDeck) -> Iterator[Concept]:
    """Yield the concepts that are right: those of the answer and of `also_right`."""
    parsed_deck, card = context.parsed_deck, context.card
    for member in term_answers(card):
        if member.concept:
            yield parsed_deck.deck.concepts[member.concept]
    for text in card.also_right:
        found = parsed_deck.names.get(normalize_text(text))
        if found is not None:
            yield found


def _right_names(context: CardInDeck) -> frozenset[str]:
    """Return, folded, all that may be answered: the key, its aliases, `also_right`."""
    card = context.card
    texts = (*answer_texts(card), *card.aliases, *card.also_right)
    concepts = _right_concepts(context)
    return frozenset(
        map(normalize_text, (*texts, *(name for concept in concepts for name in concept.names)))
    )


def _wrong_concepts(context: CardInDeck) -> Iterator[Concept]:
    """Yield the concepts that `choose_from` makes wrong: neither right nor broader or narrower."""
    card, concepts = context.card, context.parsed_deck.deck.concepts
    right: dict[ConceptId, Concept] = {each.id: each for each in _right_concepts(context)}
    above = {each for concept in right.values() for each in broader_concepts(concepts, concept)}
    for concept in context.parsed_deck.by_type[card.choose_from]:
        is_kin = concept.id in above or not broader_concepts(concepts, concept).isdisjoint(right)
        if concept.id not in right and not is_kin:
            yield concept
