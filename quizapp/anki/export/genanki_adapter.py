"""The one place that calls genanki: what the export needs of it, with the types that it lacks."""

from typing import Any

from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA
from genanki.deck import Deck
from genanki.model import Model
from genanki.util import guid_for as untyped_guid_for

_guid_for: Any = untyped_guid_for
_deck: Any = Deck
_model: Any = Model

_statements = tuple(part.strip() for part in APKG_SCHEMA.split(";"))
CREATE_TABLES = tuple(each for each in _statements if each.startswith("CREATE TABLE"))
CREATE_INDEXES = tuple(each for each in _statements if each.startswith("CREATE INDEX"))
COLLECTION_ROW: str = APKG_COL


def guid_for(*values: str) -> str:
    """Return the GUID that stands for `values`."""
    return str(_guid_for(*values))


def deck_json(id_: int, name: str) -> dict[str, Any]:
    """Return a deck as the collection's row holds it."""
    return dict(_deck(id_, name).to_json())


def note_type_json(changed_at: int, **parts: Any) -> dict[str, Any]:
    """Return a note type as the collection's row holds it; `parts` are those of a Model.

    An "id" in a field or template is kept.
    """
    return dict(_model(**parts).to_json(changed_at, None))
