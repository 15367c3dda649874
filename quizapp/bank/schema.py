"""The JSON Schema of a deck, with which an editor completes and checks YAML as it is typed."""

from typing import Any, TypeAlias

from quizapp.bank.parse.entries import DeckEntry

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Json: TypeAlias = dict[str, Any]


def json_schema() -> Json:
    """Return the JSON Schema of a deck's file: its keys, kinds of value and forms of ids."""
    schema = simplify_schema(DeckEntry.model_json_schema())
    return {"$schema": DIALECT, "title": "quizapp deck", **schema}


def simplify_schema(schema: Any) -> Any:
    """Return `schema` as an author should meet it.

    Without pydantic's titles, defaults and nulls (a key is left out, never empty), with names in
    a group held to their pattern, and with ids that may look like numbers, as in `source: 1997`.
    """
    if isinstance(schema, list):
        return [simplify_schema(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: value for key, value in schema.items() if key not in ("title", "default")}
    found: Json = {key: SIMPLIFIERS.get(key, simplify_schema)(value) for key, value in kept.items()}
    if "patternProperties" in found:
        found["additionalProperties"] = False
    if found.get("type") == "string" and "pattern" in found:
        found["type"] = ["string", "integer"]
    choices = [each for each in found.get("anyOf", ()) if each.get("type") != "null"]
    if len(choices) == 1:
        del found["anyOf"]
        return {**choices[0], **found}
    return found


def simplify_schemas(schemas: Json) -> Json:
    """Return each of `schemas`, whose names are not for us to change, tidied."""
    return {name: simplify_schema(each) for name, each in schemas.items()}


SIMPLIFIERS = {
    "$defs": simplify_schemas,
    "properties": simplify_schemas,
    "patternProperties": simplify_schemas,
}
