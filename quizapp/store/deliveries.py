"""What Anki was given: when each note's content last changed, and which cards it has there.

Anki keeps what a later package no longer has, so `ordinals` only ever grow.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from quizapp.bank.model import DeckId
from quizapp.session.exported import ExportedNote
from quizapp.store.keys import in_chunks, key_of
from quizapp.store.merge import insert_rows, update_rows
from quizapp.store.rows import Values, as_json
from quizapp.store.store import Store
from quizapp.store.tables import anki_notes


class Deliveries:
    """The `quizapp.session.exported.Ledger` of one export, made `now` (seconds since 1970).

    Attributes:
        lost: by the places of cards in Anki, what had a card there once and has none now.
    """

    def __init__(self, store: Store, now: int) -> None:
        self.lost: dict[int, list[str]] = defaultdict(list)
        self._store = store
        self._now = now
        self._given: set[int] = set()

    def dates(self, deck: DeckId, style: str, notes: Sequence[ExportedNote]) -> list[int]:
        """Return the date of each note, in seconds since 1970, and remember the notes."""
        kept = self._store.write(_take, deck, style, notes, self._now)
        for note, there in zip(notes, kept, strict=True):
            self._given.add(key_of(note.guid))
            for ordinal in sorted({*there.ordinals} - {*note.ordinals}):
                self.lost[ordinal].append(note.subject)
        return [note.modified for note in kept]

    def gone(self, deck: DeckId, style: str) -> tuple[str, ...]:
        """Return what had a note of `deck` at an earlier export and had none at this one."""
        return self._store.read(_gone, deck, style, frozenset(self._given))


def ordinals_of(store: Store, deck: DeckId, style: str) -> frozenset[int]:
    """Return the places of the cards that notes of `deck` have in Anki, () without an export."""
    return store.read(_ordinals_of, deck, style)


def styles_of(store: Store, deck: DeckId) -> frozenset[str]:
    """Return the styles that `deck` was exported in."""
    return store.read(_styles_of, deck)


# --- queries -------------------------------------------------------------------------------------


def _take(
    connection: Connection, deck: DeckId, style: str, notes: Sequence[ExportedNote], now: int
) -> list[ExportedNote]:
    """Write what is new of `notes` and return them as they are kept."""
    keys = [key_of(note.guid) for note in notes]
    known = dict(_known(connection, keys))
    kept = [_dated(note, known.get(key), now) for key, note in zip(keys, notes, strict=True)]
    own: Values = {"deck_id": key_of(deck), "style": style}
    changed = [(key, note) for key, note in zip(keys, kept, strict=True) if known.get(key) != note]
    rows = [(key, _values(note)) for key, note in changed]
    new = [{"id": key, **own, **values} for key, values in rows if key not in known]
    insert_rows(connection, anki_notes, sorted(new, key=lambda row: row["id"]))
    update_rows(
        connection, anki_notes, [{"row": key, **own, **v} for key, v in rows if key in known]
    )
    return kept


def _dated(note: ExportedNote, before: ExportedNote | None, now: int) -> ExportedNote:
    """Return a note with the date of its content, and all cards that it has in Anki."""
    if before is None:
        return note
    ordinals = tuple(sorted({*before.ordinals, *note.ordinals}))
    is_same = before.content_hash == note.content_hash
    modified = before.modified if is_same else max(now, before.modified + 1)
    return note._replace(ordinals=ordinals, modified=modified)


def _known(connection: Connection, keys: Sequence[int]) -> Iterator[tuple[int, ExportedNote]]:
    for some in in_chunks(keys):
        for row in connection.execute(select(anki_notes).where(anki_notes.c.id.in_(some))):
            ordinals = tuple(json.loads(row.ordinals))
            yield (
                row.id,
                ExportedNote(row.guid, row.subject, ordinals, row.content_hash, row.modified),
            )


def _values(note: ExportedNote) -> Values:
    return {
        "guid": note.guid,
        "subject": note.subject,
        "ordinals": as_json(note.ordinals),
        "content_hash": note.content_hash,
        "modified": note.modified,
    }


def _gone(
    connection: Connection, deck: DeckId, style: str, given: frozenset[int]
) -> tuple[str, ...]:
    query = select(anki_notes.c.id, anki_notes.c.subject).where(
        anki_notes.c.deck_id == key_of(deck), anki_notes.c.style == style
    )
    return tuple(sorted(row.subject for row in connection.execute(query) if row.id not in given))


def _ordinals_of(connection: Connection, deck: DeckId, style: str) -> frozenset[int]:
    query = (
        select(anki_notes.c.ordinals)
        .distinct()
        .where(anki_notes.c.deck_id == key_of(deck), anki_notes.c.style == style)
    )
    return frozenset(each for kept in connection.scalars(query) for each in json.loads(kept))


def _styles_of(connection: Connection, deck: DeckId) -> frozenset[str]:
    query = select(anki_notes.c.style).distinct().where(anki_notes.c.deck_id == key_of(deck))
    return frozenset(connection.scalars(query))
