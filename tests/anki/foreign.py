"""Packages to be imported: written by Anki's own backend, or by hand where it would not."""

import json
import sqlite3
import time
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from anki.collection import ExportAnkiPackageOptions
from zstandard import ZstdCompressor

from quizapp.anki.export.genanki_adapter import COLLECTION_ROW, CREATE_TABLES
from quizapp.anki.export.notes import card_guid
from quizapp.anki.importing.open_package import open_package
from quizapp.anki.importing.reviews import ReviewHistory, read_review_history
from quizapp.bank.model import CardId
from quizapp.learner.export_values import ExportCard
from quizapp.memory.model import Calendar
from quizapp.store.store import Store
from tests.anki.cards import a_card
from tests.anki.learner import Anki
from tests.builders import a_deck, a_fact, a_store

if TYPE_CHECKING:
    from anki.cards import CardId as AnkiCardId
    from anki.notes import Note

FRANCE = CardId("capitals/france/answer")
PERU = CardId("capitals/peru/answer")
# Long ago for whoever runs this: Anki takes a review of tomorrow for one of today.
MORNING = datetime(2020, 3, 2, 9, 0, tzinfo=UTC)
LATER = datetime(2030, 1, 1, tzinfo=UTC)
LEARNING, REVIEWING, RELEARNING, CRAMMING, BY_HAND, RESCHEDULED = range(6)

# Anki counts the days of the machine that it runs on.
ANKI_CALENDAR = Calendar(timezone(timedelta(seconds=time.localtime().tm_gmtoff)), 4)


def the_card(country: str) -> ExportCard:
    return a_card(f"capitals/{country}/answer", f"What is the capital of {country}?")


def a_capitals_store(*countries: str) -> Store:
    """A store with the cards that `the_card` makes: of France and Peru, unless said otherwise."""
    names = countries or ("france", "peru")
    items = [item for name in names for item in the_card(name).items]
    return a_store(a_deck(facts=[a_fact(name) for name in names]), items)


def history_in(
    package: Path, cards: Sequence[CardId] = (FRANCE, PERU), until: datetime = LATER
) -> ReviewHistory:
    with open_package(package) as opened:
        return read_review_history(opened, dict.fromkeys(cards, 1), until)


# --- by the backend ------------------------------------------------------------------------------


def export(anki: Anki, path: Path, *, is_old: bool = False) -> Path:
    """Write the learner's collection as the package that the suffix of `path` says."""
    if path.suffix == ".colpkg":
        anki.collection.export_collection_package(str(path), include_media=True, legacy=is_old)
        anki.collection.reopen()
    else:
        options = ExportAnkiPackageOptions(with_scheduling=True, with_media=True, legacy=is_old)
        anki.collection.export_anki_package(out_path=str(path), options=options, limit=None)
    return path


def add(
    anki: Anki, kind: str, deck: str = "Default", tags: Sequence[str] = (), **fields: str
) -> "Note":
    """Add a note of a stock note type; `_` in a field's name stands for a space."""
    collection = anki.collection
    note_type = collection.models.by_name(kind)
    assert note_type is not None
    note = collection.new_note(note_type)
    for name, value in fields.items():
        note[name.replace("_", " ")] = value
    note.tags = list(tags)
    deck_id = collection.decks.id(deck)
    assert deck_id is not None
    collection.add_note(note, deck_id)
    return note


class Row(NamedTuple):
    """A row of Anki's log, so long after MORNING."""

    after: timedelta
    ease: int
    kind: int = REVIEWING
    factor: int = 2500


def log(anki: Anki, card: "AnkiCardId", *rows: Row) -> None:
    """Write rows of one card into the learner's log."""
    database = anki.collection.db
    assert database is not None
    for row in rows:
        at = round((MORNING + row.after).timestamp() * 1000)
        database.execute(
            "INSERT INTO revlog VALUES (?, ?, -1, ?, 1, 1, ?, 4000, ?)",
            at,
            card,
            row.ease,
            row.factor,
            row.kind,
        )


# --- by hand -------------------------------------------------------------------------------------


def a_database(
    path: Path,
    cards: Sequence[CardId] = (FRANCE,),
    rows: Iterable[tuple[int, int, int, int, int]] = (),
    conf: str = '{"schedVer": 2}',
    spoil: str = "",
) -> Path:
    """A collection of the old schema; a row is (milliseconds, card, ease, kind, factor)."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for table in CREATE_TABLES:
            connection.execute(table)
        connection.execute(COLLECTION_ROW)
        connection.execute("UPDATE col SET conf = ?", (conf,))
        connection.executemany(
            "INSERT INTO notes VALUES (?, ?, 1, 0, -1, '', '', '', 0, 0, '')",
            [(number, card_guid(card)) for number, card in enumerate(cards)],
        )
        connection.executemany(
            "INSERT INTO cards VALUES (?, ?, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '')",
            [(number, number) for number in range(len(cards))],
        )
        connection.executemany(
            "INSERT INTO revlog VALUES (?, ?, 0, ?, 1, 1, ?, 4000, ?)",
            [(at, card, ease, factor, kind) for at, card, ease, kind, factor in rows],
        )
        connection.executescript(spoil)
    return path


def a_zip(path: Path, **members: bytes) -> Path:
    """An archive; `__` in a name stands for a dot."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "."), data)
    return path


def packed(data: bytes) -> bytes:
    """`data` as new packages hold it: a zstd frame that does not say how much it holds."""
    compressor = ZstdCompressor().compressobj()
    return compressor.compress(data) + compressor.flush()


def media_list(names: Sequence[str]) -> bytes:
    return json.dumps({str(number): name for number, name in enumerate(names)}).encode()
