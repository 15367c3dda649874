"""The bundled decks together: no fault, every fact with its source, look-alike figures linked."""

from pathlib import Path

import pytest

from quizapp.bank.load import load_bank
from quizapp.bank.model import Bank, Kind
from quizapp.items.generate import generate
from quizapp.items.item import Format, Item
from quizapp.lint.check import check_bank

DECKS = Path(__file__).parents[2] / "decks"
YOUNGER = ("gravitational-waves", "igm-series", "x-linked-hyper-igm-japan")


@pytest.fixture(scope="module")
def bank() -> Bank:
    bank, problems = load_bank([DECKS])
    assert problems == ()
    return bank


@pytest.fixture(scope="module")
def items(bank: Bank) -> tuple[Item, ...]:
    return tuple(generate(bank))


def test_nothing_is_found_fault_with(bank: Bank, items: tuple[Item, ...]) -> None:
    assert check_bank(bank, items) == ()


def test_every_fact_names_its_source(bank: Bank) -> None:
    assert [fact.id for deck in bank.decks for fact in deck.facts if not fact.citations] == []


def test_every_format_is_there(items: tuple[Item, ...]) -> None:
    assert {item.format for item in items} == set(Format)


@pytest.mark.parametrize(
    ("deck_id", "sentences"), [("x-linked-hyper-igm-japan", 7), ("gravitational-waves", 9)]
)
def test_every_sentence_of_a_deck_from_one_abstract_is_cited(
    bank: Bank, deck_id: str, sentences: int
) -> None:
    deck = next(deck for deck in bank.decks if deck.id == deck_id)
    cited = {citation.sentence for fact in deck.facts for citation in fact.citations}

    assert cited == set(range(1, sentences + 1))


@pytest.mark.parametrize("deck_id", YOUNGER)
def test_every_wrong_option_says_why_it_is_wrong(items: tuple[Item, ...], deck_id: str) -> None:
    chosen = {Format.CHOICE, Format.SELECT, Format.TRUE_FALSE}
    silent = [
        (item.id, option.text)
        for item in items
        if item.format in chosen and item.card.startswith(f"{deck_id}/")
        for option in item.options
        if not option.is_right and not option.why and item.key != ("True",)
    ]

    assert silent == []


@pytest.mark.parametrize("deck_id", YOUNGER)
def test_every_card_can_be_asked_before_it_is_known(
    bank: Bank, items: tuple[Item, ...], deck_id: str
) -> None:
    deck = next(deck for deck in bank.decks if deck.id == deck_id)
    easy = {Format.CHOICE, Format.SELECT, Format.ORDER}
    asked = {item.card for item in items if item.format in easy}

    assert {card.id for fact in deck.facts for card in fact.cards} - asked == set()


@pytest.mark.parametrize("deck_id", YOUNGER)
def test_every_answer_is_explained(bank: Bank, deck_id: str) -> None:
    deck = next(deck for deck in bank.decks if deck.id == deck_id)
    asked = [
        (fact, card)
        for fact in deck.facts
        for card in fact.cards
        if card.kind is not Kind.BIBLIOGRAPHY
    ]

    assert [str(card.id) for fact, card in asked if not (card.why or fact.why)] == []


def test_the_two_series_of_56_patients_name_each_other(bank: Bank) -> None:
    confusable = {str(fact.id): fact.confuse_with for deck in bank.decks for fact in deck.facts}

    assert "igm-series/series/mitsui2015" in confusable["igm-series/series/levy1997"]
    assert "igm-series/series/levy1997" in confusable["igm-series/series/mitsui2015"]
    assert "x-linked-hyper-igm/cohort-size" in confusable["x-linked-hyper-igm-japan/cohort"]


def test_series_are_matched_with_what_tells_them_apart(items: tuple[Item, ...]) -> None:
    stems = [item.stem for item in items if item.format is Format.MATCH]

    assert stems == [
        "Match each series of X-linked hyper-IgM syndrome with its year.",
        "Match each series of X-linked hyper-IgM syndrome with its journal.",
        "Match each problem in the US registry of X-linked hyper-IgM syndrome with its percent.",
        "Match each problem in the US registry of X-linked hyper-IgM syndrome with its percent.",
    ]


def test_where_the_series_were_published_is_not_asked_by_default(bank: Bank) -> None:
    series = next(deck for deck in bank.decks if deck.id == "igm-series")
    columns = {
        card.name for fact in series.facts for card in fact.cards if card.kind is Kind.BIBLIOGRAPHY
    }

    assert columns == {"year", "journal"}
