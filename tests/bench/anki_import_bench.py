"""Importing a learner's history from Anki; run by hand.

    python tests/bench/anki_import_bench.py [REVIEWS]...

Default: 100000. Each card has ten reviews. "read" opens the package and finds our cards, "merge"
adds the reviews to an SQLite file and replays the cards, "again" imports the same package when all
is known. The floor: the same rows put into the same file by sqlite3 alone ("rows"), and the same
ratings given to bare py-fsrs ("fsrs").
"""

import gc
import json
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from itertools import groupby
from pathlib import Path
from typing import TypeVar
from zipfile import ZIP_DEFLATED, ZipFile

import fsrs

from quizapp.anki.export.genanki_adapter import COLLECTION_ROW, CREATE_TABLES
from quizapp.anki.export.notes import card_guid
from quizapp.anki.importing.open_package import open_package
from quizapp.anki.importing.reviews import ReviewHistory, read_review_history
from quizapp.bank.model import CardId
from quizapp.cli.main import ALLOCATIONS_BEFORE_COLLECTING
from quizapp.memory.days import EPOCH
from quizapp.store.learner_store import open_learner
from tests.builders import CALENDAR, MORNING, a_deck, a_fact, a_store, an_item

T = TypeVar("T")

REVIEWS_A_CARD = 10
FIRST = int((MORNING - timedelta(days=700)).timestamp() * 1000)
DAY = 86_400_000


def main(counts: list[int]) -> None:
    names = ("read", "merge", "again", "total", "rows", "fsrs", "floor")
    print(f"{'reviews':>8} {' '.join(f'{name:>7}' for name in names)}  seconds")
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            print(f"{count:>8} {' '.join(f'{each:>7.2f}' for each in seconds(count, folder))}")


def seconds(reviews: int, folder: str) -> tuple[float, ...]:
    names = [f"f{number}" for number in range(reviews // REVIEWS_A_CARD)]
    cards = [CardId(f"capitals/{name}/answer") for name in names]
    package = Path(folder, "history.colpkg")
    write_package(package, cards)
    deck = a_deck(facts=[a_fact(name) for name in names])
    database, bare = Path(folder, "quizapp.db"), Path(folder, "bare.db")
    with a_store(deck, [an_item(card) for card in cards], f"sqlite:///{database}") as store:
        learner_store = open_learner(store, "ada", CALENDAR)
        shutil.copy(database, bare)
        read, history = timed(lambda: history_in(package, cards))
        merge, report = timed(lambda: learner_store.import_reviews(history.reviews))
        assert report.new == reviews, report
        again, report = timed(
            lambda: learner_store.import_reviews(history_in(package, cards).reviews)
        )
        assert report.known == reviews, report
    rows, ratings = floor_of(database, bare)
    return read, merge, again, read + merge, rows, ratings, rows + ratings


def history_in(package: Path, cards: list[CardId]) -> ReviewHistory:
    with open_package(package) as opened:
        return read_review_history(opened, dict.fromkeys(cards, 1), MORNING)


def floor_of(database: Path, bare: Path) -> tuple[float, float]:
    """Return how long the rows of `database` take into `bare`, and their ratings py-fsrs."""
    with closing(sqlite3.connect(database)) as connection:
        tables = {
            table: connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 (our own)
            for table in ("schedulings", "reviews", "memories", "days")
        }
        log = connection.execute(
            "SELECT card_id, id >> 20, rating FROM reviews ORDER BY card_id, id"
        ).fetchall()
    rows, _ = timed(lambda: insert(bare, tables))
    ratings, _ = timed(lambda: rate(log))
    return rows, ratings


def insert(path: Path, tables: dict[str, list[tuple[object, ...]]]) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        with connection:
            for table, rows in tables.items():
                places = ", ".join("?" * len(rows[0]))
                connection.executemany(
                    f"INSERT INTO {table} VALUES ({places})",  # noqa: S608 (our own)
                    rows,
                )


def rate(log: list[tuple[int, int, int]]) -> None:
    scheduler = fsrs.Scheduler(enable_fuzzing=False)
    for number, reviews in groupby(log, key=lambda row: row[0]):
        card = fsrs.Card(number, due=MORNING)
        for _, at, rating in reviews:
            now = EPOCH + timedelta(milliseconds=at)
            card, _ = scheduler.review_card(card, fsrs.Rating(rating), now)


def timed(work: Callable[[], T]) -> tuple[float, T]:
    begin = time.perf_counter()
    result = work()
    return time.perf_counter() - begin, result


def write_package(path: Path, cards: list[CardId]) -> None:
    database = path.with_suffix(".db")
    with closing(sqlite3.connect(database)) as connection, connection:
        for table in CREATE_TABLES:
            connection.execute(table)
        connection.execute(COLLECTION_ROW)
        connection.execute("UPDATE col SET conf = ?", (json.dumps({"schedVer": 2}),))
        for number, card in enumerate(cards):
            connection.execute(
                "INSERT INTO notes VALUES (?, ?, 1, 0, -1, '', '', '', 0, 0, '')",
                (number, card_guid(card)),
            )
            connection.execute(
                "INSERT INTO cards VALUES (?, ?, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '')",
                (number, number),
            )
        connection.executemany(
            "INSERT INTO revlog VALUES (?, ?, 0, ?, 1, 1, 2500, 4000, ?)", log(len(cards))
        )
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.write(database, "collection.anki21")
        archive.writestr("media", "{}")


def log(cards: int) -> Iterator[tuple[int, int, int, int]]:
    """Ten reviews of each card, further and further apart; one in ten is Again."""
    for number in range(REVIEWS_A_CARD):
        for card in range(cards):
            at = FIRST + number**2 * 8 * DAY + card * 101
            ease = 1 if (card + number) % REVIEWS_A_CARD == 7 else 3
            yield at, card, ease, int(number > 1)


if __name__ == "__main__":
    # As the command itself does.
    gc.set_threshold(ALLOCATIONS_BEFORE_COLLECTING)
    main([int(argument) for argument in sys.argv[1:]] or [100_000])
