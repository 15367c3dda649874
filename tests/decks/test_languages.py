"""Decks in German and Spanish: sound by all rules, with items that are judged in their language."""

from pathlib import Path

import pytest

from quizapp.bank.load import load_deck
from quizapp.bank.model import Bank
from quizapp.grading.expected import (
    ExpectedList,
    ExpectedNumber,
    ExpectedSequence,
    ExpectedTerm,
)
from quizapp.items.codec import from_json, to_json
from quizapp.items.generate import generate
from quizapp.items.item import Format, Item
from quizapp.lint.check import check_bank

DECKS = Path(__file__).parent / "languages"
LANGUAGES = {"eisenbahnsignale": "de", "botanica": "es"}
TYPED = {Format.TYPED, Format.NUMBER, Format.LIST, Format.GAP, Format.ORDER}


def bank_of(name: str) -> Bank:
    deck, problems = load_deck(DECKS / f"{name}.yaml")
    assert deck is not None, problems
    assert problems == ()
    return Bank((deck,))


def items_of(name: str) -> dict[str, Item]:
    return {item.id.removeprefix(f"{name}/"): item for item in generate(bank_of(name))}


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_deck_in_another_language_is_sound(name: str) -> None:
    bank = bank_of(name)

    assert len(bank.decks[0].facts) >= 20
    assert check_bank(bank, tuple(generate(bank))) == ()


@pytest.mark.parametrize("name", LANGUAGES)
def test_it_makes_items_of_every_format_but_matches(name: str) -> None:
    formats = {item.format for item in items_of(name).values()}

    assert set(Format) - formats == {Format.MATCH}


@pytest.mark.parametrize(("name", "language"), LANGUAGES.items())
def test_every_answer_that_is_typed_is_judged_in_its_language(name: str, language: str) -> None:
    typed = [item for item in items_of(name).values() if item.format in TYPED]
    found = {
        item.expected.language
        for item in typed
        if isinstance(
            item.expected, ExpectedTerm | ExpectedNumber | ExpectedList | ExpectedSequence
        )
    }

    assert found == {language, "la"}


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_item_is_kept_and_read_as_it_was(name: str) -> None:
    items = list(items_of(name).values())

    assert [from_json(to_json(item)) for item in items] == items


def test_answers_of_the_german_deck_are_of_every_kind() -> None:
    items = items_of("eisenbahnsignale")

    pipe, board = items["pfeifsignal/dauer/number"].expected, items["pfeifsignal/tafel/typed"]
    colors, route = items["farben/answer/list"].expected, items["fahrstrasse/answer/order"].expected
    assert isinstance(pipe, ExpectedNumber)
    assert (pipe.text, pipe.unit, pipe.language) == ("3", "Sekunden", "de")
    assert board.expected == ExpectedTerm("P", language="de", code=True)
    assert isinstance(colors, ExpectedList)
    assert [member.key for member in colors.members] == ["Rot", "Gelb", "Grün"]
    assert isinstance(route, ExpectedSequence)
    assert route.members[0] == ExpectedTerm("Weichen stellen", language="de")


def test_a_gap_of_the_spanish_deck_has_the_aliases_of_its_concept() -> None:
    gap = items_of("botanica")["xilema/answer/gap"]

    assert gap.stem == ("El agua sube desde las raíces hasta las hojas por los vasos del [ … ].")
    assert isinstance(gap.expected, ExpectedTerm)
    assert (gap.expected.accepted, gap.expected.language) == (("leño",), "es")
    assert "floema" in gap.expected.wrong
