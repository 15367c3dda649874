"""How far a card has come, and what follows of it for what is asked."""

from dataclasses import replace
from decimal import Decimal

import pytest

from quizapp.bank.model import Bank, Deck, DeckSettings, NumberAnswer, Status, TableCell
from quizapp.bank.place import Place
from quizapp.bank.signoffs import CardRejection, CardSignature, SignoffEntry
from quizapp.items.generate import generate
from quizapp.items.item import Format
from quizapp.signoff import (
    SignoffState,
    apply_signoffs,
    find_unsigned,
    hash_card,
    list_signoffs,
    report_unsigned,
)
from tests.builders import a_card, a_deck, a_fact

FACT = a_fact()
HASH = hash_card(FACT, FACT.cards[0])
NAME = "france/answer"


def signature(hash_: str = HASH) -> CardSignature:
    return CardSignature("Ada", "2026-11-29", hash_, Place(""))


def rejection(hash_: str = HASH) -> CardRejection:
    return CardRejection("Ada", "2026-11-29", hash_, Place(""))


def deck_with(entry: SignoffEntry | None, status: Status = Status.REVIEWED) -> Deck:
    deck = a_deck(facts=[replace(FACT, status=status)])
    return replace(deck, signoffs={} if entry is None else {NAME: entry})


def state_of(deck: Deck) -> SignoffState:
    return next(list_signoffs(deck)).state


@pytest.mark.parametrize(
    ("entry", "status", "state"),
    [
        (None, Status.REVIEWED, SignoffState.UNSIGNED),
        (None, Status.DRAFT, SignoffState.DRAFT),
        (signature(), Status.REVIEWED, SignoffState.SIGNED),
        (signature(), Status.DRAFT, SignoffState.DRAFT),
        (signature("0" * 12), Status.REVIEWED, SignoffState.CHANGED),
        (rejection(), Status.REVIEWED, SignoffState.REJECTED),
        (rejection(), Status.DRAFT, SignoffState.REJECTED),
        (rejection("0" * 12), Status.REVIEWED, SignoffState.CHANGED),
    ],
)
def test_the_state_of_a_card(
    entry: SignoffEntry | None, status: Status, state: SignoffState
) -> None:
    assert state_of(deck_with(entry, status)) is state


def test_a_rejected_card_makes_no_item_and_an_unsigned_one_does() -> None:
    assert list(generate(Bank((apply_signoffs(deck_with(rejection())),)))) == []
    assert list(generate(Bank((apply_signoffs(deck_with(None)),))))


def test_a_deck_that_asks_for_signatures_keeps_the_rest_out_of_exams() -> None:
    must = DeckSettings(must_be_signed_for_exam=True)
    unsigned, signed = deck_with(None), deck_with(signature())

    items = [
        next(generate(Bank((apply_signoffs(replace(deck, settings=must)),))))
        for deck in (unsigned, signed, deck_with(signature("0" * 12)))
    ]

    assert [item.exam_allowed for item in items] == [False, True, False]
    assert [len(find_unsigned(deck)) for deck in (unsigned, signed)] == [1, 0]


def test_unsigned_cards_are_reported_of_a_deck_that_asks_for_signatures_alone() -> None:
    must = DeckSettings(must_be_signed_for_exam=True)

    assert list(report_unsigned(deck_with(None))) == []
    (problem,) = report_unsigned(replace(deck_with(None), settings=must))
    assert problem.message == "1 of 1 card not signed, and the deck sets `exam: signed`"


def test_a_rejected_row_is_in_no_match_of_the_others() -> None:
    names = ("france", "italy", "peru", "norway")
    facts = []
    for number, name in enumerate(names):
        fact = f"capitals/rivers/{name}"
        card = replace(
            a_card(fact, "count", f"How many rivers has {name}?"),
            answer=NumberAnswer(Decimal(number + 1), str(number + 1)),
            cell=TableCell("rivers", name, "count", is_exclusive=True, row_noun="country"),
        )
        facts.append(a_fact(f"rivers/{name}", cards=[card]))
    rejected = rejection(hash_card(facts[3], facts[3].cards[0]))
    deck = replace(a_deck(facts=facts), signoffs={"rivers/norway/count": rejected})

    matches = [
        item for item in generate(Bank((apply_signoffs(deck),))) if item.format is Format.MATCH
    ]

    assert [item.prompts for item in matches] == [("france", "italy", "peru")]
    assert "4" not in [option.text for item in matches for option in item.options]
