"""A package file: a database of notes in a ZIP archive, streamed, whole or not there at all.

genanki gives the schema and the JSON of note types and decks; the rows are written here, for it
keeps all notes in memory, writes them one by one into indexed tables and does not compress. The
same notes make the same bytes on any day: ids count up from a constant, and every date is one.
"""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from quizapp.anki.door import COLLECTION_ROW, INDEXES, TABLES, deck_json
from quizapp.anki.markup import plain
from quizapp.anki.model import AnkiFormat
from quizapp.anki.notes import Note
from quizapp.anki.notetype import NOTE_TYPE_ID, note_type
from quizapp.bank.model import DeckId
from quizapp.errors import QuizappError

FIRST_ID = 1_767_225_600_000  # Anki's ids are milliseconds since 1970, and show as "created"
BATCH = 500  # notes held in memory at a time
DEFLATE_LEVEL = 4
CHUNK_BYTES = 1 << 16
NOT_SYNCED = -1

# Nothing reads the database before it is complete, so it needs neither journal nor flushing.
PRAGMAS = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
"""

INSERT_NOTE = "INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '')"
INSERT_CARD = "INSERT INTO cards VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"
ORDINALS = {format_: position for position, format_ in enumerate(AnkiFormat)}


class Collection:
    """The database of a package, while it is filled."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.decks: dict[str, Any] = {}
        self.notes = 0
        self.cards = 0
        connection.executescript(PRAGMAS)
        for statement in TABLES:
            connection.execute(statement)
        connection.execute(COLLECTION_ROW)

    def add(self, deck: DeckId, title: str, notes: Iterable[Note]) -> None:
        """Add a deck with its notes, new and to be learned in this order."""
        key = deck_key(deck)
        name = self._free_name(title, deck)
        self.decks[str(key)] = deck_json(key, name)
        rest = iter(notes)
        while batch := list(islice(rest, BATCH)):
            self._add_batch(key, batch)

    def finish(self) -> None:
        """Write what belongs to all notes: the note type, the decks, the indexes."""
        models = {str(NOTE_TYPE_ID): note_type()}
        decks = json.loads(self.connection.execute("SELECT decks FROM col").fetchone()[0])
        self.connection.execute(
            "UPDATE col SET models = ?, decks = ?",
            (json.dumps(models), json.dumps(decks | self.decks)),
        )
        for statement in INDEXES:
            self.connection.execute(statement)
        self.connection.commit()

    def _add_batch(self, deck: int, notes: Sequence[Note]) -> None:
        note_rows, card_rows = [], []
        for note in notes:
            self.notes += 1
            note_id = FIRST_ID + self.notes
            note_rows.append(note_row(note_id, note))
            for format_ in note.formats:
                self.cards += 1
                card_rows.append(
                    (
                        FIRST_ID + self.cards,
                        note_id,
                        deck,
                        ORDINALS[format_],
                        note.modified,
                        NOT_SYNCED,
                        self.notes,  # due: a new card's place in the queue
                    )
                )
        self.connection.executemany(INSERT_NOTE, note_rows)
        self.connection.executemany(INSERT_CARD, card_rows)

    def _free_name(self, title: str, deck: DeckId) -> str:
        """Return the name of a deck; two of one title are told apart, or Anki would merge them."""
        name = (
            plain(title).replace("::", ": ").strip() or deck
        )  # in a name, :: opens a deck beneath
        taken = {known["name"] for known in self.decks.values()}
        return f"{name} ({deck})" if name in taken else name


def note_row(note_id: int, note: Note) -> tuple[Any, ...]:
    """Return the columns of a note that INSERT_NOTE asks for."""
    return (
        note_id,
        note.guid,
        NOTE_TYPE_ID,
        note.modified,
        NOT_SYNCED,
        f" {' '.join(note.tags)} ",
        "\x1f".join(note.fields),
        note.sort_text,
    )


def deck_key(deck: DeckId) -> int:
    """Return Anki's id of a deck: constant, and a whole number that JavaScript can hold."""
    return FIRST_ID + int.from_bytes(blake2b(deck.encode(), digest_size=5).digest())


@contextmanager
def new_package(target: Path) -> Iterator[Collection]:
    """Give a collection to fill; when all went well, it is the package at `target`.

    A file that was there before is replaced in one step, and stays when anything fails.

    Raises:
        QuizappError: `target` is no place for a file, or cannot be written.
    """
    try:
        check_place(target)
        with TemporaryDirectory(prefix=".quizapp-", dir=target.parent) as folder:
            database = Path(folder, "collection.anki2")
            with closing(sqlite3.connect(database)) as connection:
                collection = Collection(connection)
                yield collection
                collection.finish()
            package = Path(folder, "package")
            compress(database, package)
            package.replace(target)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise QuizappError(
            f"cannot write {target}: {reason}",
            "free some space, or export to a folder that you may write to",
        ) from error


def check_place(target: Path) -> None:
    """Raise a QuizappError when no file can stand at `target`."""
    if target.is_dir():
        raise QuizappError(f"{target} is a folder", f"name a file: {target / 'quizapp.apkg'}")
    if target.exists() and not target.is_file():
        raise QuizappError(f"{target} is no file", "name a file that ends in .apkg")
    if not target.parent.is_dir():
        raise QuizappError(
            f"there is no folder {target.parent}", "make it, or export to another folder"
        )


def compress(database: Path, package: Path) -> None:
    """Write the archive that Anki reads: the database, and a list of media, which is empty."""
    with package.open("wb") as file:
        with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=DEFLATE_LEVEL) as archive:
            # Members that are opened by name carry ZIP's first date, not today's.
            with database.open("rb") as source, archive.open(database.name, "w") as copy:
                copyfileobj(source, copy, CHUNK_BYTES)
            with archive.open("media", "w") as media:
                media.write(b"{}")
        file.flush()
        os.fsync(file.fileno())
