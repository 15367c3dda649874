"""The JSON Schema of a deck, with which an editor completes and checks YAML as it is typed."""

from typing import Any, TypeAlias

from pydantic import ConfigDict, Field

from quizapp.bank.parse.entries import (
    AnswerEntry,
    ConceptEntry,
    FactEntry,
    HeaderEntry,
    ShortFactEntry,
    SourceEntry,
)
from quizapp.bank.parse.table_entries import CellEntry, ColumnEntry, RowEntry, TableKeys
from quizapp.bank.parse.value_types import Id

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
Json: TypeAlias = dict[str, Any]


# A deck is read entry by entry, so that one fault hides no other. These are its whole.


class WholeRowEntry(RowEntry):
    """A row with its cells."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, AnswerEntry | CellEntry]


class WholeTableEntry(TableKeys):
    """A table with all that is in it."""

    columns: dict[Id, ColumnEntry] = Field(description="What is known of each row, by id.")
    rows: dict[Id, WholeRowEntry] = Field(description="The rows, by id.")


class DeckEntry(HeaderEntry):
    """A quizapp deck: sources, concepts and facts to learn."""

    sources: dict[Id, SourceEntry] = Field(
        default={}, description="What it was distilled from, by id."
    )
    concepts: dict[Id, ConceptEntry] = Field(
        default={}, description="The nouns of the field, by id."
    )
    facts: tuple[FactEntry | ShortFactEntry, ...] = Field(
        default=(), description="The facts, in order."
    )
    tables: tuple[WholeTableEntry, ...] = Field(
        default=(), description="Facts of one shape, in rows and columns."
    )


def json_schema() -> Json:
    """Return the JSON Schema of a deck's file: its keys, kinds of value and forms of ids."""
    schema = _simplify_schema(DeckEntry.model_json_schema())
    return {"$schema": _DIALECT, "title": "quizapp deck", **schema}


def _simplify_schema(schema: Any) -> Any:
    """Return `schema` as an author should meet it.

    Without pydantic's titles, defaults and nulls (a key is left out, never empty), with names in
    a group held to their pattern, and with ids that may look like numbers, as in `source: 1997`.
    """
    if isinstance(schema, list):
        return [_simplify_schema(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: value for key, value in schema.items() if key not in ("title", "default")}
    found: Json = {
        key: _SIMPLIFIERS.get(key, _simplify_schema)(value) for key, value in kept.items()
    }
    if "patternProperties" in found:
        found["additionalProperties"] = False
    if found.get("type") == "string" and "pattern" in found:
        found["type"] = ["string", "integer"]
    choices = [each for each in found.get("anyOf", ()) if each.get("type") != "null"]
    if len(choices) == 1:
        del found["anyOf"]
        return {**choices[0], **found}
    return found


def _simplify_schemas(schemas: Json) -> Json:
    """Return each of `schemas`, whose names are not for us to change, tidied."""
    return {name: _simplify_schema(each) for name, each in schemas.items()}


_SIMPLIFIERS = {
    "$defs": _simplify_schemas,
    "properties": _simplify_schemas,
    "patternProperties": _simplify_schemas,
}
