"""The notes of a package, of its old schema (JSON in one row) or its new one (tables)."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from quizapp.anki.protobuf import field_of_message
from quizapp.anki.reader import reading_rows

T = TypeVar("T")

BETWEEN_FIELDS = BETWEEN_NAMES = "\x1f"
MOST_FIELDS = 1000  # of a note type
MOST_TAGS = 1000  # of a note
CLOZE = 1  # the kind of a note type that makes a card for each number

# A card in a filtered deck has a home that it goes back to.
CARDS = "SELECT nid, ord, CASE WHEN odid THEN odid ELSE did END FROM cards"
NOTES = "SELECT id, guid, mid, flds, tags FROM notes ORDER BY id"

# The numbers of fields in the messages that a new collection keeps.
KIND_OF_NOTE_TYPE, FRONT_OF_TEMPLATE, BACK_OF_TEMPLATE = 1, 1, 2


class Template(NamedTuple):
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
    templates: Mapping[int, Template]


@dataclass(frozen=True, slots=True)
class NoteCard:
    """A card of a note: the number of its template or cloze, from 0, and its deck."""

    ordinal: int
    deck: str


@dataclass(frozen=True, slots=True)
class AnkiNote:
    """A note as its collection has it; `fields` are HTML, by name."""

    guid: str
    kind: NoteType
    fields: Mapping[str, str]
    tags: tuple[str, ...]
    cards: tuple[NoteCard, ...]


def notes_of(connection: sqlite3.Connection) -> Iterator[AnkiNote]:
    """Yield the notes of a collection that have cards, the oldest first.

    Raises:
        sqlite3.Error, ValueError: the collection is damaged.
    """
    with reading_rows():
        kinds, decks = read_kinds(connection), read_decks(connection)
        cards: dict[int, list[NoteCard]] = defaultdict(list)
        for note, ordinal, deck in connection.execute(CARDS):
            cards[note].append(NoteCard(int(ordinal), decks.get(int(deck), "")))
        for id_, guid, kind_id, fields, tags in connection.execute(NOTES):
            kind = kinds[int(kind_id)]
            values = str(fields).split(BETWEEN_FIELDS, len(kind.fields))
            named = dict(zip_longest(kind.fields, values[: len(kind.fields)], fillvalue=""))
            if cards[id_]:
                words = str(tags).split(maxsplit=MOST_TAGS)[:MOST_TAGS]
                own = tuple(sorted(cards[id_], key=attrgetter("ordinal")))
                yield AnkiNote(str(guid), kind, named, tuple(words), own)


def read_kinds(connection: sqlite3.Connection) -> dict[int, NoteType]:
    """Return the note types of a collection by their ids."""
    if not has_table(connection, "notetypes"):
        models = json.loads(connection.execute("SELECT models FROM col").fetchone()[0])
        return {int(id_): kind_of_json(int(id_), model) for id_, model in models.items()}
    fields: dict[int, list[str]] = defaultdict(list)
    for id_, name in connection.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
        fields[id_].append(name)
        check_number(fields[id_])
    templates: dict[int, dict[int, Template]] = defaultdict(dict)
    for id_, ordinal, config in connection.execute("SELECT ntid, ord, config FROM templates"):
        templates[id_][ordinal] = template_of(config)
    return {
        id_: NoteType(id_, name, is_cloze(config), tuple(fields[id_]), templates[id_])
        for id_, name, config in connection.execute("SELECT id, name, config FROM notetypes")
    }


def kind_of_json(id_: int, model: Mapping[str, Any]) -> NoteType:
    """Return a note type from an old collection's JSON."""
    return NoteType(
        id=id_,
        name=str(model["name"]),
        is_cloze=model.get("type") == CLOZE,
        fields=tuple(str(each["name"]) for each in check_number(model["flds"])),
        templates={
            ordinal: Template(str(each["qfmt"]), str(each["afmt"]))
            for ordinal, each in enumerate(model["tmpls"])
        },
    )


def check_number(fields: Sequence[T]) -> Sequence[T]:
    """Return `fields` of a note type.

    Raises:
        ValueError: there are far too many: each note would have them all.
    """
    if len(fields) > MOST_FIELDS:
        raise ValueError("a note type has far too many fields")
    return fields


def template_of(config: bytes) -> Template:
    """Return a template from a new collection's message."""
    front, back = (
        field_of_message(config, each) or b"" for each in (FRONT_OF_TEMPLATE, BACK_OF_TEMPLATE)
    )
    return Template(as_text(front), as_text(back))


def as_text(value: int | bytes) -> str:
    """Return the text of a field of a message; "" of a number."""
    return value.decode(errors="replace") if isinstance(value, bytes) else ""


def is_cloze(config: bytes) -> bool:
    """Say whether a new collection's note type makes a card for each cloze."""
    return field_of_message(config, KIND_OF_NOTE_TYPE) == CLOZE


def read_decks(connection: sqlite3.Connection) -> dict[int, str]:
    """Return the names of decks by their ids, `::` between a deck and one beneath."""
    if has_table(connection, "decks"):
        rows = connection.execute("SELECT id, name FROM decks")
        return {int(id_): str(name).replace(BETWEEN_NAMES, "::") for id_, name in rows}
    decks = json.loads(connection.execute("SELECT decks FROM col").fetchone()[0])
    return {int(id_): str(deck.get("name", "")) for id_, deck in decks.items()}


def has_table(connection: sqlite3.Connection, name: str) -> bool:
    """Say whether the database has a table of that name."""
    query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    return connection.execute(query, (name,)).fetchone() is not None
