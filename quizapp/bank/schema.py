"""The JSON Schema of a deck, with which an editor completes and checks YAML as it is typed."""

from typing import Any, TypeAlias

from quizapp.bank.entries import DeckEntry

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Json: TypeAlias = dict[str, Any]


def json_schema() -> Json:
    """Return the JSON Schema of a deck's file: its keys, kinds of value and forms of ids."""
    schema = tidied(DeckEntry.model_json_schema())
    return {"$schema": DIALECT, "title": "quizapp deck", **schema}


def tidied(schema: Any) -> Any:
    """Return `schema` as an author should meet it.

    Without pydantic's titles, defaults and nulls (a key is left out, never empty), with names in
    a group held to their pattern, and with ids that may look like numbers, as in `source: 1997`.
    """
    if isinstance(schema, list):
        return [tidied(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: value for key, value in schema.items() if key not in ("title", "default")}
    found: Json = {key: INSIDE.get(key, tidied)(value) for key, value in kept.items()}
    if "patternProperties" in found:
        found["additionalProperties"] = False
    if found.get("type") == "string" and "pattern" in found:
        found["type"] = ["string", "integer"]
    choices = [each for each in found.get("anyOf", ()) if each.get("type") != "null"]
    if len(choices) == 1:
        del found["anyOf"]
        return {**choices[0], **found}
    return found


def tidied_by_name(schemas: Json) -> Json:
    """Return each of `schemas`, whose names are not for us to change, tidied."""
    return {name: tidied(each) for name, each in schemas.items()}


INSIDE = {
    "$defs": tidied_by_name,
    "properties": tidied_by_name,
    "patternProperties": tidied_by_name,
}
