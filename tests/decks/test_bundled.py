"""The bundled decks together: no fault, every fact with its source, look-alike figures linked."""

from collections import Counter
from pathlib import Path

import pytest

from quizapp.bank.load import load_bank
from quizapp.bank.model import Bank
from quizapp.items.generate import generate
from quizapp.items.item import Format, Item
from quizapp.lint.check import check_bank

DECKS = Path(__file__).parents[2] / "decks"


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


def test_every_sentence_of_the_japanese_abstract_is_cited(bank: Bank) -> None:
    japan = next(deck for deck in bank.decks if deck.id == "x-linked-hyper-igm-japan")
    cited = {citation.sentence for fact in japan.facts for citation in fact.citations}

    assert cited == {1, 2, 3, 4, 5, 6, 7}


def test_the_two_series_of_56_patients_name_each_other(bank: Bank) -> None:
    confusable = {str(fact.id): fact.confuse_with for deck in bank.decks for fact in deck.facts}

    assert "igm-series/series/mitsui2015" in confusable["igm-series/series/levy1997"]
    assert "igm-series/series/levy1997" in confusable["igm-series/series/mitsui2015"]
    assert "x-linked-hyper-igm/cohort-size" in confusable["x-linked-hyper-igm-japan/cohort"]


def test_series_are_matched_with_what_tells_them_apart(items: tuple[Item, ...]) -> None:
    stems = [item.stem for item in items if item.format is Format.MATCH]

    assert stems == [
        "Match each series with its region.",
        "Match each series with its year.",
        "Match each series with its journal.",
        "Match each series with its message.",
        "Match each problem with its percent.",
        "Match each problem with its percent.",
    ]


def test_which_series_is_asked_back_where_one_alone_has_the_value(items: tuple[Item, ...]) -> None:
    asked_back = Counter(item.card for item in items if "-reverse/" in item.id)

    assert "igm-series/series/winkelstein2003/patients-reverse" in asked_back
    assert "igm-series/series/levy1997/patients-reverse" not in asked_back
