"""From a card to what its responses are held against."""

from collections.abc import Sequence

from quizapp.bank.concepts import concept_named, folded
from quizapp.bank.model import (
    Card,
    Deck,
    ListAnswer,
    NumberAnswer,
    SequenceAnswer,
    TermAnswer,
)
from quizapp.grading.expected import (
    Expected,
    ExpectedList,
    ExpectedNumber,
    ExpectedSequence,
    ExpectedTerm,
)
from quizapp.items.material import texts_of


def expected_of(deck: Deck, card: Card) -> Expected:
    """Return what a typed response to `card` is held against."""
    answer = card.answer
    match answer:
        case TermAnswer():
            return expected_term(deck, card, answer)
        case NumberAnswer():
            return ExpectedNumber(
                answer.value, answer.text, answer.unit, answer.of, answer.tolerance
            )
        case ListAnswer():
            return ExpectedList(expected_members(deck, card, answer.members))
        case SequenceAnswer():
            return ExpectedSequence(expected_members(deck, card, answer.members))


def expected_term(deck: Deck, card: Card, answer: TermAnswer) -> ExpectedTerm:
    """Return what is held against for a term: its names, what is also right, what never is."""
    right = [*names_of(deck, answer.text), *card.aliases]
    for text in card.also_right:
        right.extend(names_of(deck, text))
    return term(deck, answer.text, right, never_of(deck, card, answer))


def expected_members(
    deck: Deck, card: Card, members: tuple[TermAnswer, ...]
) -> tuple[ExpectedTerm, ...]:
    """Return what is held against for each member of a list or sequence."""
    return tuple(
        term(deck, member.text, names_of(deck, member.text), never_of(deck, card, member))
        for member in members
    )


def term(deck: Deck, key: str, right: Sequence[str], never: Sequence[str]) -> ExpectedTerm:
    """Return an expected term, each form once, the key among neither the others nor the wrong."""
    accepted = {folded(text): text for text in right if folded(text) != folded(key)}
    wrong = {folded(text): text for text in never}
    return ExpectedTerm(
        key=key,
        accepted=tuple(accepted.values()),
        wrong=tuple(
            text for form, text in wrong.items() if form not in accepted and form != folded(key)
        ),
        opposites=deck.opposites,
    )


def names_of(deck: Deck, text: str) -> tuple[str, ...]:
    """Return all names of the concept that `text` names, or `text` alone."""
    concept = concept_named(deck, text)
    return (text,) if concept is None else (text, *concept.names)


def never_of(deck: Deck, card: Card, answer: TermAnswer) -> list[str]:
    """Return what is never right for an answer: its look-alikes and what the author declared.

    Declared wrong are the texts under `wrong`, and what a closed set holds besides the answer.
    """
    concept = concept_named(deck, answer.text)
    never = [*card.never, *(concept.never if concept else ())]
    right = {folded(text) for text in texts_of(card)}
    others = (text for text in card.among if folded(text) not in right)
    for text in (*(wrong.text for wrong in card.wrong), *others):
        never.extend(names_of(deck, text))
    return never
