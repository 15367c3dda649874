"""The JSON Schema that editors check decks with."""

import re
from typing import get_args

from quizapp.bank.deck_files import IMAGE_SUFFIXES
from quizapp.bank.parse.value_types import FormatName
from quizapp.bank.schema import json_schema
from quizapp.items.item import Format


def test_the_schema_names_its_dialect_and_what_every_deck_must_have() -> None:
    schema = json_schema()

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["required"] == ["quizapp", "deck", "title"]
    assert schema["additionalProperties"] is False


def test_every_key_that_an_author_may_write_is_described() -> None:
    schema = json_schema()
    entries = [schema, *schema["$defs"].values()]

    undescribed = [
        key
        for entry in entries
        for key, value in entry["properties"].items()
        if not value.get("description")
    ]

    assert undescribed == []


def test_an_answer_is_text_a_number_a_list_or_an_order() -> None:
    answer = json_schema()["$defs"]["ShortFactEntry"]["properties"]["answer"]

    assert answer["oneOf"] == [
        {"type": ["string", "number", "boolean"], "pattern": r"\S"},
        {
            "type": "array",
            "items": {"type": ["string", "number", "boolean"], "pattern": r"\S"},
            "minItems": 2,
            "maxItems": 1000,
        },
        {"$ref": "#/$defs/OrderEntry"},
    ]


def test_a_card_has_an_answer_or_an_amount() -> None:
    schema = json_schema()["$defs"]

    for name in ("NamedCardEntry", "ShortFactEntry", "CellEntry"):
        assert schema[name]["anyOf"] == [{"required": ["answer"]}, {"required": ["amount"]}]
        assert "answer" not in schema[name].get("required", [])


def test_both_versions_may_be_written() -> None:
    assert json_schema()["properties"]["quizapp"]["enum"] == [1, 2, "1", "2"]


def test_wrong_answers_are_a_list_or_a_group_with_reasons() -> None:
    wrong = json_schema()["$defs"]["NamedCardEntry"]["properties"]["wrong"]

    assert [choice["type"] for choice in wrong["oneOf"]] == ["array", "object"]


def test_names_of_cards_are_held_to_their_form() -> None:
    cards = json_schema()["$defs"]["FactEntry"]["properties"]["cards"]

    assert list(cards["patternProperties"]) == ["^[a-z0-9][a-z0-9-]*$"]
    assert cards["additionalProperties"] is False


def test_the_formats_that_a_deck_may_name_are_those_of_items() -> None:
    assert set(get_args(FormatName)) == set(Format)


def test_a_picture_is_a_file_of_a_kind_that_can_be_shown() -> None:
    image = json_schema()["$defs"]["ImageEntry"]

    pattern = image["properties"]["file"]["pattern"]
    assert image["required"] == ["file", "alt"]
    assert image["properties"]["show"]["enum"] == ["question", "answer"]
    assert [
        bool(re.search(pattern, f"figures/a{suffix}"))
        for suffix in (*IMAGE_SUFFIXES, ".JPG", ".tiff", "")
    ] == [True] * 7 + [False] * 2
