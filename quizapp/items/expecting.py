"""From a card to what its responses are held against."""

from collections.abc import Sequence

from quizapp.bank.concepts import concept_named, folded
from quizapp.bank.model import (
    Card,
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
from quizapp.items.material import Material


def expected_of(material: Material, card: Card) -> Expected:
    """Return what a typed response to `card` is held against."""
    answer = card.answer
    match answer:
        case TermAnswer():
            return expected_term(material, card, answer)
        case NumberAnswer():
            return ExpectedNumber(
                answer.value, answer.text, answer.unit, answer.of, answer.tolerance
            )
        case ListAnswer():
            return ExpectedList(expected_members(material, card, answer.members))
        case SequenceAnswer():
            return ExpectedSequence(expected_members(material, card, answer.members))


def accepted_of(material: Material, card: Card) -> tuple[str, ...]:
    """Return what else is right, for a reader: the other names of a term."""
    if not isinstance(card.answer, TermAnswer):
        return ()
    return expected_term(material, card, card.answer).accepted


def expected_term(material: Material, card: Card, answer: TermAnswer) -> ExpectedTerm:
    """Return what is held against for a term: its names, what is also right, what never is."""
    right = [*names_of(material, answer.text), *card.aliases]
    for text in card.also_right:
        right.extend(names_of(material, text))
    return term(material, answer.text, right, never_of(material, card, answer))


def expected_members(
    material: Material, card: Card, members: tuple[TermAnswer, ...]
) -> tuple[ExpectedTerm, ...]:
    """Return what is held against for each member of a list or sequence."""
    return tuple(
        term(
            material,
            member.text,
            names_of(material, member.text),
            never_of(material, card, member),
        )
        for member in members
    )


def term(material: Material, key: str, right: Sequence[str], never: Sequence[str]) -> ExpectedTerm:
    """Return an expected term, each form once, the key among neither the others nor the wrong."""
    accepted = {folded(text): text for text in right if folded(text) != folded(key)}
    wrong = {folded(text): text for text in never}
    return ExpectedTerm(
        key=key,
        accepted=tuple(accepted.values()),
        wrong=tuple(
            text for form, text in wrong.items() if form not in accepted and form != folded(key)
        ),
        opposites=material.deck.opposites,
    )


def names_of(material: Material, text: str) -> tuple[str, ...]:
    """Return all names of the concept that `text` names, or `text` alone."""
    concept = concept_named(material.deck, text)
    return (text,) if concept is None else (text, *concept.names)


def never_of(material: Material, card: Card, answer: TermAnswer) -> list[str]:
    """Return what is never right for an answer: its look-alikes and what the author declared."""
    concept = concept_named(material.deck, answer.text)
    never = [*card.never, *(concept.never if concept else ())]
    for wrong in card.wrong:
        never.extend(names_of(material, wrong.text))
    return never
