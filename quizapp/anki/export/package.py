"""A package file: a database of notes in a ZIP archive, streamed, whole or not there at all.

genanki gives the schema and the JSON of note types and decks; the rows are written here, for it
keeps all notes in memory, writes them one by one into indexed tables and does not compress. The
same notes make the same bytes on any day: ids count up from a constant, and every date is one.
"""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from quizapp.anki.export.genanki_adapter import (
    COLLECTION_ROW,
    CREATE_INDEXES,
    CREATE_TABLES,
    deck_json,
)
from quizapp.anki.export.html import image_file_name, replace_unshowable
from quizapp.anki.export.note_types import (
    CLOZE_TYPE_ID,
    NOTE_TYPE_ID,
    card_note_type,
    cloze_note_type,
)
from quizapp.anki.export.notes import ExportNote
from quizapp.anki.export.options import ExportDeck
from quizapp.anki.export.scheduling import (
    CardScheduling,
    card_scheduling,
    collection_settings,
    new_scheduling,
    revlog_values,
)
from quizapp.bank.deck_files import system_reason
from quizapp.bank.model import CardId, DeckId, Image
from quizapp.errors import QuizappError
from quizapp.learner.export_values import ExportCard, ExportReview
from quizapp.memory.model import Calendar, Scheduling

_FIRST_ID = 1_767_225_600_000  # Anki's ids are milliseconds since 1970, and show as "created"
NOTES_PER_BATCH = 500  # notes held in memory, and dated, at a time
_DEFLATE_LEVEL = 4
_CHUNK_BYTES = 1 << 16
_NOT_SYNCED = -1

# Nothing reads the database before it is complete, so it needs neither journal nor flushing.
_WRITE_PRAGMAS = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
"""

_INSERT_NOTE = "INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '')"
_INSERT_CARD = "INSERT INTO cards VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?)"
_INSERT_REVIEW = "INSERT OR IGNORE INTO revlog VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_MAX_SHIFT_MILLISECONDS = 1000  # by which a review may be moved: Anki has one a millisecond
_NOTE_TYPES = {NOTE_TYPE_ID: card_note_type, CLOZE_TYPE_ID: cloze_note_type}


class CollectionWriter:
    """The database of a package, while it is filled.

    Attributes:
        notes: how many notes it has.
        reviews: how many reviews.
        images: the pictures that its notes show, by their names in Anki.
    """

    def __init__(self, connection: sqlite3.Connection, calendar: Calendar | None) -> None:
        self.notes = 0
        self.reviews = 0
        self.images: dict[str, Image] = {}
        self._connection = connection
        self._calendar = calendar
        self._cards = 0
        self._decks: dict[str, Any] = {}
        self._note_types: set[int] = set()
        self._anki_ids: dict[CardId, int] = {}  # what Anki calls the cards that have a history
        connection.executescript(_WRITE_PRAGMAS)
        for statement in CREATE_TABLES:
            connection.execute(statement)
        connection.execute(COLLECTION_ROW)

    def add_deck(self, deck: ExportDeck, notes: Iterable[ExportNote]) -> None:
        """Add a deck with its notes, to be learned in this order."""
        key = _anki_deck_id(deck.id)
        self._decks[str(key)] = deck_json(key, self._free_name(deck.title, deck.id))
        rest = iter(notes)
        while batch := list(islice(rest, NOTES_PER_BATCH)):
            self._add_batch(key, deck.scheduling, batch)

    def add_reviews(self, reviews: Iterable[ExportReview], calendar: Calendar) -> None:
        """Add reviews of cards that were added; one whose millisecond is taken comes later."""
        for review in reviews:
            card = self._anki_ids.get(review.card)
            if card is None:
                continue
            row = revlog_values(review, calendar)
            # One that came from Anki is there known by its millisecond.
            last = row.id + (1 if review.is_imported else _MAX_SHIFT_MILLISECONDS)
            for at in range(row.id, last):
                done = self._connection.execute(_INSERT_REVIEW, (at, card, _NOT_SYNCED, *row[1:]))
                if done.rowcount:
                    self.reviews += 1
                    break

    def finish(self) -> None:
        """Write what belongs to all notes: the note types, the decks, the indexes."""
        models = {str(each): _NOTE_TYPES[each]() for each in sorted(self._note_types)}
        decks = json.loads(self._connection.execute("SELECT decks FROM col").fetchone()[0])
        self._connection.execute(
            "UPDATE col SET models = ?, decks = ?",
            (json.dumps(models), json.dumps(decks | self._decks)),
        )
        if self._calendar is not None:
            made, values = collection_settings(self._calendar)
            conf = json.loads(self._connection.execute("SELECT conf FROM col").fetchone()[0])
            self._connection.execute(
                "UPDATE col SET crt = ?, conf = ?", (made, json.dumps(conf | values))
            )
        for statement in CREATE_INDEXES:
            self._connection.execute(statement)
        self._connection.commit()

    def _add_batch(self, deck: int, scheduling: Scheduling, batch: Sequence[ExportNote]) -> None:
        note_rows, card_rows = [], []
        for note in batch:
            self.notes += 1
            note_id = _FIRST_ID + self.notes
            self._note_types.add(note.note_type)
            self.images.update((image_file_name(each), each) for each in note.images)
            note_rows.append(_note_row(note_id, note))
            for card in note.cards:
                self._cards += 1
                *columns, data = self._card_scheduling(card.memory_card, scheduling)
                card_rows.append(
                    (
                        _FIRST_ID + self._cards,
                        note_id,
                        deck,
                        card.ordinal,
                        note.modified,
                        _NOT_SYNCED,
                        *columns,
                        data,
                    )
                )
        self._connection.executemany(_INSERT_NOTE, note_rows)
        self._connection.executemany(_INSERT_CARD, card_rows)

    def _card_scheduling(self, card: ExportCard | None, scheduling: Scheduling) -> CardScheduling:
        """Return the scheduling of a card of Anki's; without progress each card is new."""
        place = self.notes
        if card is None or self._calendar is None:
            return new_scheduling(place)
        self._anki_ids[card.id] = _FIRST_ID + self._cards
        return card_scheduling(card, scheduling, self._calendar, place)

    def _free_name(self, title: str, deck: DeckId) -> str:
        """Return a name for a deck that no other has, or Anki would merge the two."""
        name = (
            replace_unshowable(title).replace("::", ": ").strip() or deck
        )  # in a name, :: opens a deck beneath
        taken = {known["name"] for known in self._decks.values()}
        return f"{name} ({deck})" if name in taken else name


def _note_row(note_id: int, note: ExportNote) -> tuple[Any, ...]:
    """Return the columns of a note that INSERT_NOTE asks for."""
    return (
        note_id,
        note.guid,
        note.note_type,
        note.modified,
        _NOT_SYNCED,
        f" {' '.join(note.tags)} ",
        "\x1f".join(note.fields),
        note.sort_text,
    )


def _anki_deck_id(deck: DeckId) -> int:
    """Return Anki's id of a deck: constant, and a whole number that JavaScript can hold."""
    return _FIRST_ID + int.from_bytes(blake2b(deck.encode(), digest_size=5).digest())


@contextmanager
def create_package(target: Path, calendar: Calendar | None = None) -> Iterator[CollectionWriter]:
    """Give a collection to fill; when all went well, it is the package at `target`.

    With a `calendar` it holds what the learner remembers; without one all cards are new.

    A file that was there before is replaced in one step, and stays when anything fails; where
    `target` is a link, what it leads to is.

    Raises:
        QuizappError: `target` is no place for a file, or cannot be written.
    """
    try:
        _check_target(target)
        place = target.resolve()
        with TemporaryDirectory(prefix=f".quizapp-{os.getpid()}-", dir=place.parent) as folder:
            database = Path(folder, "collection.anki2")
            with closing(sqlite3.connect(database)) as connection:
                collection = CollectionWriter(connection, calendar)
                yield collection
                collection.finish()
            package = Path(folder, "package")
            _write_archive(database, package, collection.images)
            package.replace(place)
    except (OSError, sqlite3.Error) as error:
        raise QuizappError(
            f"cannot write {target}: {system_reason(error)}",
            "free some space, or export to a folder that you can write to",
        ) from error


def _check_target(target: Path) -> None:
    """Raise a QuizappError when `target` cannot be a file."""
    if target.is_dir():
        raise QuizappError(f"{target} is a folder", f"name a file: {target / 'quizapp.apkg'}")
    if target.exists() and not target.is_file():
        raise QuizappError(f"{target} is not a file", "name a file that ends in .apkg")
    if not target.parent.is_dir():
        raise QuizappError(
            f"there is no folder {target.parent}", "create it, or export to another folder"
        )


def _write_archive(database: Path, package: Path, pictures: Mapping[str, Image]) -> None:
    """Write the archive that Anki reads: the database, the pictures, and a list of their names."""
    names = sorted(pictures)
    with package.open("wb") as file:
        with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=_DEFLATE_LEVEL) as archive:
            # Members that are opened by name carry ZIP's first date, not today's.
            with database.open("rb") as source, archive.open(database.name, "w") as copy:
                copyfileobj(source, copy, _CHUNK_BYTES)
            for number, name in enumerate(names):
                member = ZipInfo(str(number))  # stored as it is: pictures are packed already
                with _open_image(pictures[name]) as source, archive.open(member, "w") as copy:
                    copyfileobj(source, copy, _CHUNK_BYTES)
            with archive.open("media", "w") as media:
                media.write(json.dumps({str(n): name for n, name in enumerate(names)}).encode())
        file.flush()
        os.fsync(file.fileno())


def _open_image(image: Image) -> BinaryIO:
    """Return the file of a picture, open.

    Raises:
        QuizappError: it is not there any more.
    """
    try:
        return Path(image.path).open("rb")
    except OSError as error:
        raise QuizappError(
            f"{image.path}: {error.strerror}", "put the picture back, or take it out of the deck"
        ) from None
