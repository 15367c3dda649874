"""The language of a deck and of a card, and code: what answers are judged by, and what is kept."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from quizapp.grading.expected import (
    Expected,
    ExpectedList,
    ExpectedNumber,
    ExpectedSequence,
    ExpectedTerm,
)
from quizapp.items.codec import expected_to_list, from_json, to_json
from quizapp.items.item import Item, ItemId
from tests.items.test_golden import golden_items

Make = Callable[..., dict[ItemId, Item]]

EVERY_KIND = """
facts:
  - id: f
    say: "Eine Amsel wiegt {weight} Gramm, frisst {food} und heißt auch {name}."
    cards:
      name: {ask: "Wie heißt die Amsel noch?", answer: Schwarzdrossel}
      weight: {ask: "Wie schwer ist sie?", answer: 100}
      food: {ask: "Was frisst sie?", answer: [Würmer, Beeren]}
  - {id: g, ask: "Was folgt aufeinander?", answer: {order: [Ei, Küken, Vogel]}}
"""


def expected_of(items: dict[ItemId, Item], name: str) -> Expected:
    return items[ItemId(f"d/{name}")].expected


def test_the_language_of_a_deck_reaches_answers_of_every_kind(items_of: Make) -> None:
    made = items_of(f"language: de\n{EVERY_KIND}")
    term, number = expected_of(made, "f/name/typed"), expected_of(made, "f/weight/number")
    foods, stages = expected_of(made, "f/food/list"), expected_of(made, "g/answer/order")

    assert isinstance(term, ExpectedTerm)
    assert isinstance(number, ExpectedNumber)
    assert isinstance(foods, ExpectedList)
    assert isinstance(stages, ExpectedSequence)
    assert [term.language, number.language, foods.language, stages.language] == ["de"] * 4
    assert {member.language for member in (*foods.members, *stages.members)} == {"de"}


def test_the_language_of_a_deck_reaches_every_gap(items_of: Make) -> None:
    made = items_of(f"language: de\n{EVERY_KIND}")

    gaps = ("f/name/gap", "f/weight/gap", "f/food/gap/1", "f/food/gap/2")

    assert [expected_to_list(expected_of(made, gap))[-1] for gap in gaps] == [
        {"language": "de"}
    ] * 4


def test_the_language_of_a_card_wins_over_that_of_its_deck(items_of: Make) -> None:
    made = items_of(
        "language: de\n"
        "facts: [{id: f, ask: Was ist der Hund auf Latein?, answer: canis, language: la}]"
    )

    assert expected_of(made, "f/answer/typed") == ExpectedTerm("canis", language="la")


def test_a_column_says_the_language_of_its_cells_and_not_of_its_rows(items_of: Make) -> None:
    made = items_of("""
tables:
  - id: t
    row: word
    columns:
      german:
        ask: "What is {row} in German?"
        reverse: "What is {german} in English?"
        language: de
    rows:
      dog: {name: dog, german: Hund}
""")

    assert expected_of(made, "t/dog/german/typed") == ExpectedTerm("Hund", language="de")
    assert expected_of(made, "t/dog/german-reverse/typed") == ExpectedTerm("dog")


@pytest.mark.parametrize("language", ["en-GB", "en"])
def test_english_of_any_country_is_english(items_of: Make, language: str) -> None:
    made = items_of(f"language: {language}\nfacts: [{{id: f, ask: Who?, answer: nobody}}]")

    assert expected_of(made, "f/answer/typed") == ExpectedTerm("nobody")


def test_code_of_a_card_or_of_a_concept_reaches_its_answer(items_of: Make) -> None:
    made = items_of("""
concepts:
  listing: {name: ls -l, type: command, code: true}
facts:
  - {id: own, ask: "Which option is it?", answer: -v, code: true}
  - {id: linked, ask: "Which command lists?", answer: ls -l}
  - {id: several, ask: "Which two list?", answer: [ls -l, find]}
""")
    several = expected_of(made, "several/answer/list")

    assert expected_of(made, "own/answer/typed") == ExpectedTerm("-v", code=True)
    assert expected_of(made, "linked/answer/typed") == ExpectedTerm("ls -l", code=True)
    assert several == ExpectedList((ExpectedTerm("ls -l", code=True), ExpectedTerm("find")))


# --- what is kept --------------------------------------------------------------------------------


def test_plain_english_is_kept_as_it_always_was() -> None:
    texts = [to_json(item) for item in golden_items()]

    assert [text for text in texts if '"language"' in text or '"code"' in text] == []


def test_what_is_kept_of_a_german_deck_becomes_equal_items(items_of: Make) -> None:
    made = items_of(f"language: de\n{EVERY_KIND}").values()

    assert [from_json(to_json(item)) for item in made] == list(made)


def test_what_is_kept_of_code_becomes_an_equal_item(items_of: Make) -> None:
    (item, _) = items_of("facts: [{id: f, ask: Which?, answer: -v, code: true}]").values()

    assert from_json(to_json(item)) == item


def test_the_question_is_not_kept_twice(items_of: Make) -> None:
    item = items_of("facts: [{id: f, ask: Which?, answer: it}]")[ItemId("d/f/answer/typed")]
    given = replace(item, expected=ExpectedTerm("it", given="Which?"))

    assert to_json(given) == to_json(item)


def test_a_deck_in_another_language_has_items_with_other_hashes(items_of: Make) -> None:
    english = items_of(EVERY_KIND)
    german = items_of(f"language: de\n{EVERY_KIND}")
    name = ItemId("d/f/name/typed")

    assert english[name].key_hash == german[name].key_hash
    assert english[name].content_hash != german[name].content_hash
