"""What Anki was given: when each note's content last changed, and which cards it has there.

Anki keeps what a later package no longer has, so `ordinals` only ever grow.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from quizapp.bank.model import DeckId
from quizapp.learner.export_values import NoteRecord
from quizapp.store.rows import Values, compact_json, in_chunks, key_of
from quizapp.store.store import Store
from quizapp.store.tables import anki_notes
from quizapp.store.upsert import insert_rows, update_rows


class AnkiExportLog:
    """The `quizapp.learner.export_values.ExportLog` of one export, made `now` (seconds since 1970).

    Attributes:
        removed_cards: by the places of cards in Anki, what had a card there once and has none now.
    """

    def __init__(self, store: Store, now: int) -> None:
        self.removed_cards: dict[int, list[str]] = defaultdict(list)
        self._store = store
        self._now = now
        self._exported_keys: set[int] = set()

    def record_notes(self, deck: DeckId, style: str, notes: Sequence[NoteRecord]) -> list[int]:
        """Return the date of each note, in seconds since 1970, and remember the notes."""
        kept = self._store.write(_record_notes, deck, style, notes, self._now)
        for note, there in zip(notes, kept, strict=True):
            self._exported_keys.add(key_of(note.guid))
            for ordinal in sorted({*there.ordinals} - {*note.ordinals}):
                self.removed_cards[ordinal].append(note.subject)
        return [note.modified for note in kept]

    def removed_notes(self, deck: DeckId, style: str) -> tuple[str, ...]:
        """Return what had a note of `deck` at an earlier export and had none at this one."""
        return self._store.read(_removed_notes, deck, style, frozenset(self._exported_keys))


def exported_ordinals(store: Store, deck: DeckId, style: str) -> frozenset[int]:
    """Return the places of the cards that notes of `deck` have in Anki, () without an export."""
    return store.read(_exported_ordinals, deck, style)


def exported_styles(store: Store, deck: DeckId) -> frozenset[str]:
    """Return the styles that `deck` was exported in."""
    return store.read(_exported_styles, deck)


# --- queries -------------------------------------------------------------------------------------


def _record_notes(
    connection: Connection, deck: DeckId, style: str, notes: Sequence[NoteRecord], now: int
) -> list[NoteRecord]:
    """Write what is new of `notes` and return them as they are kept."""
    keys = [key_of(note.guid) for note in notes]
    known = dict(_recorded_notes(connection, keys))
    kept = [_with_date(note, known.get(key), now) for key, note in zip(keys, notes, strict=True)]
    own: Values = {"deck_id": key_of(deck), "style": style}
    changed = [(key, note) for key, note in zip(keys, kept, strict=True) if known.get(key) != note]
    rows = [(key, _values(note)) for key, note in changed]
    new = [{"id": key, **own, **values} for key, values in rows if key not in known]
    insert_rows(connection, anki_notes, sorted(new, key=lambda row: row["id"]))
    update_rows(
        connection, anki_notes, [{"row": key, **own, **v} for key, v in rows if key in known]
    )
    return kept


def _with_date(note: NoteRecord, before: NoteRecord | None, now: int) -> NoteRecord:
    """Return a note with the date of its content, and all cards that it has in Anki."""
    if before is None:
        return note
    ordinals = tuple(sorted({*before.ordinals, *note.ordinals}))
    is_same = before.content_hash == note.content_hash
    modified = before.modified if is_same else max(now, before.modified + 1)
    return note._replace(ordinals=ordinals, modified=modified)


def _recorded_notes(
    connection: Connection, keys: Sequence[int]
) -> Iterator[tuple[int, NoteRecord]]:
    for some in in_chunks(keys):
        for row in connection.execute(select(anki_notes).where(anki_notes.c.id.in_(some))):
            ordinals = tuple(json.loads(row.ordinals))
            yield (
                row.id,
                NoteRecord(row.guid, row.subject, ordinals, row.content_hash, row.modified),
            )


def _values(note: NoteRecord) -> Values:
    return {
        "guid": note.guid,
        "subject": note.subject,
        "ordinals": compact_json(note.ordinals),
        "content_hash": note.content_hash,
        "modified": note.modified,
    }


def _removed_notes(
    connection: Connection, deck: DeckId, style: str, given: frozenset[int]
) -> tuple[str, ...]:
    query = select(anki_notes.c.id, anki_notes.c.subject).where(
        anki_notes.c.deck_id == key_of(deck), anki_notes.c.style == style
    )
    return tuple(sorted(row.subject for row in connection.execute(query) if row.id not in given))


def _exported_ordinals(connection: Connection, deck: DeckId, style: str) -> frozenset[int]:
    query = (
        select(anki_notes.c.ordinals)
        .distinct()
        .where(anki_notes.c.deck_id == key_of(deck), anki_notes.c.style == style)
    )
    return frozenset(each for kept in connection.scalars(query) for each in json.loads(kept))


def _exported_styles(connection: Connection, deck: DeckId) -> frozenset[str]:
    query = select(anki_notes.c.style).distinct().where(anki_notes.c.deck_id == key_of(deck))
    return frozenset(connection.scalars(query))
