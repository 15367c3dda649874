"""Importing a learner's history from Anki; run by hand.

    python tests/bench/anki_import_bench.py [REVIEWS]...

Default: 100000. Each card has ten reviews. "read" opens the package and finds our cards, "merge"
adds the reviews to an SQLite file and replays the cards, "again" imports the same package when all
is known.
"""

import gc
import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TypeVar
from zipfile import ZIP_DEFLATED, ZipFile

from quizapp.anki.door import COLLECTION_ROW, TABLES
from quizapp.anki.history import History, history_of
from quizapp.anki.notes import guid_of
from quizapp.anki.reader import opened_package
from quizapp.bank.model import CardId
from quizapp.cli.main import ALLOCATIONS_BEFORE_COLLECTING
from tests.builders import CALENDAR, MORNING, a_deck, a_fact, a_store, an_item

T = TypeVar("T")

REVIEWS_A_CARD = 10
FIRST = int((MORNING - timedelta(days=700)).timestamp() * 1000)
DAY = 86_400_000


def main(counts: list[int]) -> None:
    print(f"{'reviews':>8} {'read':>7} {'merge':>7} {'again':>7} {'total':>7}  seconds")
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            print(f"{count:>8} {' '.join(f'{each:>7.2f}' for each in seconds(count, folder))}")


def seconds(reviews: int, folder: str) -> tuple[float, float, float, float]:
    names = [f"f{number}" for number in range(reviews // REVIEWS_A_CARD)]
    cards = [CardId(f"capitals/{name}/answer") for name in names]
    package = Path(folder, "history.colpkg")
    write_package(package, cards)
    deck = a_deck(facts=[a_fact(name) for name in names])
    url = f"sqlite:///{folder}/quizapp.db"
    with a_store(deck, [an_item(card) for card in cards], url) as store:
        desk = store.desk("ada", CALENDAR)
        read, history = timed(lambda: history_in(package, cards))
        merge, report = timed(lambda: desk.import_log(history.reviews))
        assert report.new == reviews, report
        again, report = timed(lambda: desk.import_log(history_in(package, cards).reviews))
        assert report.known == reviews, report
    return read, merge, again, read + merge


def history_in(package: Path, cards: list[CardId]) -> History:
    with opened_package(package) as opened:
        return history_of(opened, cards, MORNING)


def timed(work: Callable[[], T]) -> tuple[float, T]:
    begin = time.perf_counter()
    result = work()
    return time.perf_counter() - begin, result


def write_package(path: Path, cards: list[CardId]) -> None:
    database = path.with_suffix(".db")
    with closing(sqlite3.connect(database)) as connection, connection:
        for table in TABLES:
            connection.execute(table)
        connection.execute(COLLECTION_ROW)
        connection.execute("UPDATE col SET conf = ?", (json.dumps({"schedVer": 2}),))
        for number, card in enumerate(cards):
            connection.execute(
                "INSERT INTO notes VALUES (?, ?, 1, 0, -1, '', '', '', 0, 0, '')",
                (number, guid_of(card)),
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
