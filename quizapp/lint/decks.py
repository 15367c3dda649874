"""Rules on a deck as a whole: D401 to D404."""

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction

from quizapp.bank.concepts import broader_concepts, find_concept
from quizapp.bank.mentions import parse_number
from quizapp.bank.model import Bank, Card, ConceptId, Deck, Status
from quizapp.bank.sentences import answer_texts
from quizapp.items.item import Format, Item
from quizapp.items.item_lines import is_false_statement
from quizapp.items.word_forms import split_words
from quizapp.lint.finding import Finding, make_finding

_MIN_TRUE_FALSE = 10  # under these a share says little
_TRUE_SHARE_LIMITS = (Fraction(2, 5), Fraction(3, 5))
_MAX_NAMES = 8


def find_lopsided_truth(bank: Bank, items: Sequence[Item]) -> Iterator[Finding]:
    """D401: too many or too few of a deck's true-false items are true."""
    by_deck: dict[str, list[Item]] = {}
    for item in items:
        if item.format is Format.TRUE_FALSE:
            by_deck.setdefault(item.deck, []).append(item)
    least, most = _TRUE_SHARE_LIMITS
    for deck in bank.decks:
        statements = by_deck.get(deck.id, [])
        true = [item for item in statements if not is_false_statement(item)]
        false = [item for item in statements if is_false_statement(item)]
        count = len(statements)
        if count < _MIN_TRUE_FALSE or least <= Fraction(len(true), count) <= most:
            continue
        if len(true) > most * count:
            missing = math.ceil(len(true) * (1 - most) / most) - len(false)
            fix = f"write {missing} more `untrue`{_first_without(true, false)}"
        else:
            surplus = len(false) - math.floor(len(true) * (1 - least) / least)
            fix = f"write {surplus} fewer `untrue`, or `say` for facts without a sentence"
        yield Finding(
            deck.place,
            f"{deck.id}: {len(true) / count:.0%} of its true-false items are true, "
            f"{len(true)} of {count}",
            fix,
        )


def _first_without(true: Sequence[Item], false: Sequence[Item]) -> str:
    """Return the names of facts whose sentence has no false statement beside it, the first few."""
    with_false = {item.fact for item in false}
    names = [
        item.fact.partition("/")[2]
        for item in {item.fact: item for item in true}.values()
        if item.fact not in with_false
    ]
    rest = len(names) - _MAX_NAMES
    more = f" and {rest} more" if rest > 0 else ""
    return f": {', '.join(names[:_MAX_NAMES])}{more} have none" if names else ""


def find_repeated_stems(_: Bank, items: Sequence[Item]) -> Iterator[Finding]:
    """D402: two cards ask the same, or one asks the same for the same answer in a word more.

    Every question is looked up whole, and without each of its words in turn; so no two are
    compared.
    """
    first: dict[tuple[str, ...], Item] = {}
    for_term: dict[tuple[str, tuple[str, ...]], Item] = {}
    asked = [(item, _stem_words(item)) for item in items if item.format is Format.FLIP]
    for item, whole in asked:
        first.setdefault(whole, item)
        if parse_number(item.key[0]) is None:
            for_term.setdefault((item.key[0], whole), item)
    for item, whole in asked:
        shorter = (for_term.get((item.key[0], part)) for part in _drop_each_word(whole))
        other = next((each for each in (first[whole], *shorter) if each and each is not item), None)
        if other is not None and other.card != item.card:
            yield make_finding(
                item,
                f"asks nearly what {other.card} asks",
                "remove one of the two, or say in both what tells them apart",
            )


def _stem_words(item: Item) -> tuple[str, ...]:
    """Return the deck of `item` and the words of its question, in the singular, in their order."""
    return (item.deck, *(min(sorted(word.forms), key=len) for word in split_words(item.stem)))


def _drop_each_word(whole: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a deck with its question short of one word, for each word."""
    return (whole[:at] + whole[at + 1 :] for at in range(1, len(whole)))


def find_unused_entries(bank: Bank, items: Sequence[Item]) -> Iterator[Finding]:
    """D403: a fact that makes no item, a concept that nothing uses."""
    made = {item.fact for item in items}
    for deck in bank.decks:
        for fact in deck.facts:
            if fact.status is Status.REVIEWED and fact.id not in made:
                yield Finding(
                    fact.place, f"{fact.id} makes no item", "give a card an `ask`", fact.id
                )
        used = _used_concepts(deck)
        for concept in deck.concepts.values():
            if concept.id not in used:
                yield Finding(
                    concept.place,
                    f"nothing uses the concept {concept.id!r}",
                    "name it in an answer, or let a card `choose_from` its type; or remove it",
                )


def find_missing_reasons(bank: Bank, _: Sequence[Item]) -> Iterator[Finding]:
    """D404: a declared wrong answer without why it is wrong."""
    for deck in bank.decks:
        for fact in deck.facts:
            for card in fact.cards:
                for wrong in card.wrong:
                    if not wrong.why:
                        yield Finding(
                            wrong.place,
                            f'{card.id}: nothing says why "{wrong.text}" is wrong',
                            f'write it as `wrong: {{{wrong.text}: "why"}}`',
                            fact.id,
                        )


def _used_concepts(deck: Deck) -> frozenset[ConceptId]:
    """Return the concepts that a card names or chooses from, with all that are broader."""
    cards = [card for fact in deck.facts for card in fact.cards]
    types = {card.choose_from for card in cards if card.choose_from}
    named = (find_concept(deck, text) for card in cards for text in _concept_texts(card))
    found = {concept.id: concept for concept in named if concept is not None}
    found.update(
        (concept.id, concept) for concept in deck.concepts.values() if concept.type in types
    )
    above = (broader_concepts(deck.concepts, concept) for concept in found.values())
    return frozenset(found).union(*above)


def _concept_texts(card: Card) -> Iterator[str]:
    """Yield every text of a card that may name a concept."""
    yield from answer_texts(card)
    yield from card.among
    yield from card.also_right
    yield from (wrong.text for wrong in card.wrong)
