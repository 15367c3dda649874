"""The notes of a package, of its old schema (JSON in one row) or its new one (tables)."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from quizapp.anki.ids import CLOZE_KIND
from quizapp.anki.importing.open_package import row_errors_as_value_error
from quizapp.anki.importing.protobuf import field_of_message

_T = TypeVar("_T")

_FIELD_SEPARATOR = _NAME_SEPARATOR = "\x1f"
_MOST_FIELDS = 1000  # of a note type
_MOST_TAGS = 1000  # of a note

# A card in a filtered deck has a home that it goes back to.
_CARDS_QUERY = "SELECT nid, ord, CASE WHEN odid THEN odid ELSE did END FROM cards"
_NOTES_QUERY = "SELECT id, guid, mid, flds, tags FROM notes ORDER BY id"

# The numbers of fields in the messages that a new collection keeps.
_KIND_FIELD, _FRONT_FIELD, _BACK_FIELD = 1, 1, 2


class CardTemplate(NamedTuple):
    """The two sides of a card, as templates."""

    front: str
    back: str


@dataclass(frozen=True, slots=True)
class NoteType:
    """What the notes of one kind have in common; `id` is Anki's."""

    id: int
    name: str
    is_cloze: bool
    fields: tuple[str, ...]
    templates: Mapping[int, CardTemplate]


@dataclass(frozen=True, slots=True)
class AnkiCard:
    """A card of a note: the number of its template or cloze, from 0, and its deck."""

    ordinal: int
    deck: str


@dataclass(frozen=True, slots=True)
class AnkiNote:
    """A note as its collection has it; `fields` are HTML, by name."""

    guid: str
    note_type: NoteType
    fields: Mapping[str, str]
    tags: tuple[str, ...]
    cards: tuple[AnkiCard, ...]


def read_notes(connection: sqlite3.Connection) -> Iterator[AnkiNote]:
    """Yield the notes of a collection that have cards, the oldest first.

    Raises:
        sqlite3.Error, ValueError: the collection is damaged.
    """
    with row_errors_as_value_error():
        kinds, decks = _read_note_types(connection), _read_decks(connection)
        cards: dict[int, list[AnkiCard]] = defaultdict(list)
        for note, ordinal, deck in connection.execute(_CARDS_QUERY):
            cards[note].append(AnkiCard(int(ordinal), decks.get(int(deck), "")))
        for id_, guid, kind_id, fields, tags in connection.execute(_NOTES_QUERY):
            kind = kinds[int(kind_id)]
            values = str(fields).split(_FIELD_SEPARATOR, len(kind.fields))
            named = dict(zip_longest(kind.fields, values[: len(kind.fields)], fillvalue=""))
            if cards[id_]:
                words = str(tags).split(maxsplit=_MOST_TAGS)[:_MOST_TAGS]
                own = tuple(sorted(cards[id_], key=attrgetter("ordinal")))
                yield AnkiNote(str(guid), kind, named, tuple(words), own)


def _read_note_types(connection: sqlite3.Connection) -> dict[int, NoteType]:
    """Return the note types of a collection by their ids."""
    if not _has_table(connection, "notetypes"):
        models = json.loads(connection.execute("SELECT models FROM col").fetchone()[0])
        return {int(id_): note_type_from_json(int(id_), model) for id_, model in models.items()}
    fields: dict[int, list[str]] = defaultdict(list)
    for id_, name in connection.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
        fields[id_].append(name)
        _check_number(fields[id_])
    templates: dict[int, dict[int, CardTemplate]] = defaultdict(dict)
    for id_, ordinal, config in connection.execute("SELECT ntid, ord, config FROM templates"):
        templates[id_][ordinal] = _template_from_message(config)
    return {
        id_: NoteType(id_, name, _is_cloze_type(config), tuple(fields[id_]), templates[id_])
        for id_, name, config in connection.execute("SELECT id, name, config FROM notetypes")
    }


def note_type_from_json(id_: int, model: Mapping[str, Any]) -> NoteType:
    """Return a note type from an old collection's JSON."""
    return NoteType(
        id=id_,
        name=str(model["name"]),
        is_cloze=model.get("type") == CLOZE_KIND,
        fields=tuple(str(each["name"]) for each in _check_number(model["flds"])),
        templates={
            ordinal: CardTemplate(str(each["qfmt"]), str(each["afmt"]))
            for ordinal, each in enumerate(model["tmpls"])
        },
    )


def _check_number(fields: Sequence[_T]) -> Sequence[_T]:
    """Return `fields` of a note type.

    Raises:
        ValueError: there are far too many: each note would have them all.
    """
    if len(fields) > _MOST_FIELDS:
        raise ValueError("a note type has far too many fields")
    return fields


def _template_from_message(config: bytes) -> CardTemplate:
    """Return a template from a new collection's message."""
    front, back = (field_of_message(config, each) or b"" for each in (_FRONT_FIELD, _BACK_FIELD))
    return CardTemplate(_decode_text(front), _decode_text(back))


def _decode_text(value: int | bytes) -> str:
    """Return the text of a field of a message; "" of a number."""
    return value.decode(errors="replace") if isinstance(value, bytes) else ""


def _is_cloze_type(config: bytes) -> bool:
    """Return whether a new collection's note type makes a card for each cloze."""
    return field_of_message(config, _KIND_FIELD) == CLOZE_KIND


def _read_decks(connection: sqlite3.Connection) -> dict[int, str]:
    """Return the names of decks by their ids, `::` between a deck and one beneath."""
    if _has_table(connection, "decks"):
        rows = connection.execute("SELECT id, name FROM decks")
        return {int(id_): str(name).replace(_NAME_SEPARATOR, "::") for id_, name in rows}
    decks = json.loads(connection.execute("SELECT decks FROM col").fetchone()[0])
    return {int(id_): str(deck.get("name", "")) for id_, deck in decks.items()}


def _has_table(connection: sqlite3.Connection, name: str) -> bool:
    """Return whether the database has a table of that name."""
    query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    return connection.execute(query, (name,)).fetchone() is not None
