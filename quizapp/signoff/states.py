"""How far a card has come: draft, unsigned, signed, changed since, rejected."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from quizapp.bank.diagnostics import Level, Problem
from quizapp.bank.model import Bank, Card, Deck, Fact, Status
from quizapp.bank.signoffs import CardRejection, CardSignature, SignoffEntry
from quizapp.signoff.card_hash import hash_card


class SignoffState(StrEnum):
    """How far a card has come.

    A `draft` is nowhere. What is `unsigned` or `changed` (signed or rejected once, as it was then)
    is studied like others, and told. `rejected` holds a card back.
    """

    DRAFT = "draft"
    UNSIGNED = "unsigned"
    SIGNED = "signed"
    CHANGED = "changed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class CardSignoff:
    """A card and what readers said of it.

    `name` is its id without that of its deck, `hash` that of what its author wrote, `entry` the
    line of the signed file, None where there is none.
    """

    fact: Fact
    card: Card
    name: str
    hash: str
    state: SignoffState
    entry: SignoffEntry | None = None

    @property
    def is_overruled(self) -> bool:
        """Whether a conflict of the card with its source was overruled by a reader."""
        is_signed = self.state is SignoffState.SIGNED
        return is_signed and isinstance(self.entry, CardSignature) and bool(self.entry.over)


def card_name(card: Card) -> str:
    """Return the id of a card without that of its deck: how the signed file calls it."""
    return card.id.partition("/")[2]


def signoff_of(deck: Deck, fact: Fact, card: Card) -> CardSignoff:
    """Return where `card` of `fact` of `deck` stands."""
    name = card_name(card)
    entry = deck.signoffs.get(name)
    hash_ = hash_card(fact, card)
    return CardSignoff(fact, card, name, hash_, _state(fact, entry, hash_), entry)


def list_signoffs(deck: Deck) -> Iterator[CardSignoff]:
    """Yield where each card of `deck` stands, in its order."""
    for fact in deck.facts:
        for card in fact.cards:
            yield signoff_of(deck, fact, card)


def apply_signoffs(deck: Deck) -> Deck:
    """Return `deck` as its readers let it be asked.

    Rejected cards are held back. Where the deck asks for signatures, a card without stays out of
    exams.
    """
    if not deck.signoffs and not deck.settings.must_be_signed_for_exam:
        return deck
    return replace(
        deck,
        facts=tuple(
            replace(fact, cards=tuple(_apply(deck, fact, card) for card in fact.cards))
            for fact in deck.facts
        ),
    )


def apply_to_bank(bank: Bank) -> Bank:
    """Return `bank`, each deck as its readers let it be asked (`apply_signoffs`)."""
    return Bank(tuple(map(apply_signoffs, bank.decks)))


def find_unsigned(deck: Deck) -> tuple[CardSignoff, ...]:
    """Return the cards of `deck`, no drafts, that nobody signed as they are now."""
    open_states = (SignoffState.UNSIGNED, SignoffState.CHANGED)
    return tuple(each for each in list_signoffs(deck) if each.state in open_states)


def report_unsigned(deck: Deck) -> Iterator[Problem]:
    """Yield the problem of a deck that asks for signatures and has cards without (B603)."""
    unsigned = find_unsigned(deck) if deck.settings.must_be_signed_for_exam else ()
    if unsigned:
        total = sum(each.state is not SignoffState.DRAFT for each in list_signoffs(deck))
        yield Problem(
            "B603",
            Level.WARNING,
            deck.place,
            f"{len(unsigned)} of {total} card{'s' * (total != 1)} not signed, "
            "and the deck sets `exam: signed`",
            f"read and sign them: quizapp review {deck.id}",
        )


def _apply(deck: Deck, fact: Fact, card: Card) -> Card:
    """Return `card` as its readers let it be asked."""
    state = signoff_of(deck, fact, card).state
    must_be_signed = deck.settings.must_be_signed_for_exam
    may_join = card.exam_allowed and (not must_be_signed or state is SignoffState.SIGNED)
    is_held_back = state is SignoffState.REJECTED
    if (may_join, is_held_back) == (card.exam_allowed, card.is_held_back):
        return card
    return replace(card, exam_allowed=may_join, is_held_back=is_held_back)


def _state(fact: Fact, entry: SignoffEntry | None, hash_: str) -> SignoffState:
    """Return the state of a card of `fact` that hashes to `hash_`."""
    is_as_read = entry is not None and entry.hash == hash_
    if is_as_read and isinstance(entry, CardRejection):
        return SignoffState.REJECTED
    if fact.status is Status.DRAFT:
        return SignoffState.DRAFT
    if entry is None:
        return SignoffState.UNSIGNED
    return SignoffState.SIGNED if is_as_read else SignoffState.CHANGED
