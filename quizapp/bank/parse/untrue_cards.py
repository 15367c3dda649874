"""Which card a false statement belongs to, where its author wrote it under the fact.

A false statement is an item of one card: who takes it for true has that card's answer wrong. The
author names the card; of a fact with one card it is that; else it is the only card whose answer
the statement does not say. Where that does not tell, nothing is guessed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from quizapp.bank.concepts import normalize_text
from quizapp.bank.mentions import has_words_of, numbers_in
from quizapp.bank.model import Card, Concept, Fact, Gap, UntrueStatement
from quizapp.bank.sentences import answer_texts, number_of, sentence_parts


def assign_untrue_to_cards(fact: Fact, names: Mapping[str, Concept]) -> Fact:
    """Return `fact`, each of its false statements with the card that it belongs to, if one does.

    `names` are the concepts by folded name.
    """
    cards = asked_cards(fact)
    return replace(
        fact,
        untrue=tuple(
            each if each.card else replace(each, card=_find_card(each, fact, cards, names))
            for each in fact.untrue
        ),
    )


def asked_cards(fact: Fact) -> tuple[Card, ...]:
    """Return the cards that the author wrote: of a row, its cells; what asks back is made."""
    return tuple(card for card in fact.cards if card.cell is not None) or fact.cards


def _find_card(
    untrue: UntrueStatement, fact: Fact, cards: Sequence[Card], names: Mapping[str, Concept]
) -> str:
    """Return the name of the card that `untrue` belongs to; "" where nothing tells."""
    if len(cards) == 1:
        return cards[0].name
    unsaid = [card for card in cards if not _says_answer(untrue.say, fact, card, names)]
    return unsaid[0].name if len(unsaid) == 1 else ""


def _says_answer(text: str, fact: Fact, card: Card, names: Mapping[str, Concept]) -> bool:
    """Return whether `text` says the answer of `card`, all of its members."""
    if any(has_words_of(shown, text) for shown in _shown_words(fact, card)):
        return True
    if (number := number_of(card.answer)) is not None:
        return number.value in numbers_in(text)
    return all(
        any(has_words_of(name, text) for name in _names_of(member, card, names))
        for member in answer_texts(card)
    )


def _shown_words(fact: Fact, card: Card) -> Iterator[str]:
    """Yield the words that stand for the answer of `card` in its sentence; numbers are no words."""
    for piece in sentence_parts(fact, card):
        shown = piece.shown if isinstance(piece, Gap) and piece.card == card.name else ""
        if shown and not list(numbers_in(shown)):
            yield shown


def _names_of(text: str, card: Card, names: Mapping[str, Concept]) -> tuple[str, ...]:
    """Return all that `text`, an answer of `card`, is called."""
    concept = names.get(normalize_text(text))
    return (text, *card.aliases, *(concept.names if concept else ()))
