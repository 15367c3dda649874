"""The store beside raw sqlite3 doing the same work in the same run; run by hand.

    python tests/bench/store_bench.py [ITEMS] [REVIEWS]

Defaults: 100000 items (ten a fact, five a card), 100000 reviews. A ratio of 1.0 is as fast as raw.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from sqlalchemy import Connection, delete, insert, select

from quizapp.bank.model import CardId, Deck, DeckId
from quizapp.items.codec import to_json
from quizapp.items.item import Format, Item
from quizapp.memory.model import Memory, New, Rating, Scheduling, State
from quizapp.memory.schedule import next_memory
from quizapp.store.day_totals import day_totals_query
from quizapp.store.deck_table import live_decks
from quizapp.store.learner_store import open_learner
from quizapp.store.open import open_store
from quizapp.store.rows import first_id_at, key_of, memory_values, to_milliseconds
from quizapp.store.store import Store
from quizapp.store.sync_bank import sync_deck
from quizapp.store.tables import days, memories, reviews
from tests.builders import CALENDAR, MORNING, a_card, a_deck, a_fact, an_answer, an_item

DECK = DeckId("capitals")
ANSWERS = 200
FORMATS = (Format.FLIP, Format.CHOICE, Format.GAP, Format.TRUE_FALSE, Format.TYPED)


def main(items: int = 100_000, log: int = 100_000) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "quizapp.db"
        deck, made = a_large_deck(items)
        with open_store(f"sqlite:///{path}") as store:
            bench_loading(store, deck, made, Path(folder) / "raw.db")
            bench_changes(store, deck, made, Path(folder) / "raw.db")
            bench_start(path)
            fill(store, made, log)
            bench_answers(store, made, Path(folder) / "raw2.db", log)
            bench_reading(store)


def a_large_deck(items: int) -> tuple[Deck, list[Item]]:
    """Facts of two cards, each asked in five formats."""
    why = "Because the court, the parliament and the ministries have their seats there. " * 2
    facts = [
        a_fact(name, cards=[a_card(f"capitals/{name}", card) for card in ("seat", "law")])
        for name in (f"f{number}" for number in range(items // 10))
    ]
    made = [
        replace(an_item(card.id, format_, stem=f"What is the capital, by {card.id}?"), why=why)
        for fact in facts
        for card in fact.cards
        for format_ in FORMATS
    ]
    return a_deck(facts=facts), made


# --- synchronising -------------------------------------------------------------------------------


def bench_loading(store: Store, deck: Deck, made: list[Item], raw: Path) -> None:
    ours = seconds(lambda: sync_deck(store, deck, made, MORNING))
    floor = seconds(lambda: load_raw(deck, made, raw))
    report(f"first load of {len(made)} items", ours, floor)


def load_raw(deck: Deck, made: list[Item], path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA synchronous = FULL")
        raw.execute("CREATE TABLE facts (id INTEGER PRIMARY KEY, uid TEXT, deck_id INTEGER)")
        raw.execute(
            "CREATE TABLE cards (id INTEGER PRIMARY KEY, uid TEXT, deck_id INTEGER,"
            " fact_id INTEGER, position INTEGER, key TEXT, hash TEXT)"
        )
        raw.execute(
            "CREATE TABLE items (id INTEGER PRIMARY KEY, uid TEXT, card_id INTEGER, format TEXT,"
            " content TEXT, hash TEXT)"
        )
        for table, column in (("facts", "deck_id"), ("cards", "deck_id"), ("cards", "fact_id")):
            raw.execute(f"CREATE INDEX ix_{table}_{column} ON {table} ({column})")
        raw.execute("CREATE INDEX ix_items ON items (card_id)")
        raw.execute("BEGIN")
        key = key_of(deck.id)
        raw.executemany(
            "INSERT INTO facts VALUES (?, ?, ?)",
            ((key_of(fact.id), fact.id, key) for fact in deck.facts),
        )
        raw.executemany(
            "INSERT INTO cards VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (key_of(i.card), i.card, key, key_of(i.fact), n, i.key[0], i.content_hash)
                for n, i in enumerate(made[:: len(FORMATS)])
            ),
        )
        raw.executemany(
            "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?)",
            (
                (key_of(i.id), i.id, key_of(i.card), i.format.value, to_json(i), i.content_hash)
                for i in made
            ),
        )
        raw.execute("COMMIT")


def bench_changes(store: Store, deck: Deck, made: list[Item], raw: Path) -> None:
    edited = [
        replace(item, stem="Another?", content_hash=f"{item.content_hash}!")
        if number % 100 == 4
        else item
        for number, item in enumerate(made)
    ]
    later = MORNING + timedelta(days=1)
    ours = seconds(lambda: sync_deck(store, deck, edited, later))
    floor = seconds(lambda: change_raw(edited, raw))
    report("synchronising 1 % changed", ours, floor)
    report("the same, nothing changed", seconds(lambda: sync_deck(store, deck, edited, later)))


def change_raw(made: list[Item], path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("BEGIN")
        for table, ids, asked in (("cards", "card", made[:: len(FORMATS)]), ("items", "id", made)):
            known = dict(raw.execute(f"SELECT id, hash FROM {table}"))  # noqa: S608 (two names)
            changed = [
                item for item in asked if known[key_of(getattr(item, ids))] != item.content_hash
            ]
            raw.executemany(
                f"UPDATE {table} SET hash = ? WHERE id = ?",  # noqa: S608 (two names)
                [(item.content_hash, key_of(getattr(item, ids))) for item in changed],
            )
        raw.executemany(
            "UPDATE items SET content = ? WHERE id = ?",
            [(to_json(item), key_of(item.id)) for item in changed],
        )
        raw.execute("COMMIT")


def bench_start(path: Path) -> None:
    def start() -> None:
        with open_store(f"sqlite:///{path}") as store:
            live_decks(store)

    report("opening, and which decks are known", median(seconds(start) for _ in range(9)))


# --- answers -------------------------------------------------------------------------------------


def fill(store: Store, made: list[Item], count: int) -> None:
    """Give the learner a memory of every card, and a log of `count` reviews over a year."""
    kept = open_learner(store, "ada", CALENDAR).record(an_answer(made[0].card))
    keys = [key_of(item.card) for item in made[:: len(FORMATS)]]
    year = timedelta(days=365)

    def copy(connection: Connection) -> None:
        log_row = dict(connection.execute(select(reviews)).mappings().one())
        learner = log_row["learner_id"]
        rows = [
            {
                "learner_id": learner,
                "card_id": key,
                "deck_id": key_of(DECK),
                "last_format": "typed",
                **memory_values(a_memory(number)),
            }
            for number, key in enumerate(keys[1:])
        ]
        connection.execute(insert(memories), rows)
        moments = [MORNING - year + number * year / count for number in range(count)]
        log = [
            {
                **log_row,
                "id": first_id_at(to_milliseconds(at)) + 1,
                "card_id": keys[number % len(keys)],
                "day": at.toordinal(),
            }
            for number, at in enumerate(moments)
        ]
        for start in range(0, count, 10_000):
            connection.execute(insert(reviews), log[start : start + 10_000])
        connection.execute(delete(days))
        connection.execute(insert(days).from_select(list(days.c), day_totals_query()))

    assert kept.before == New()
    store.write(copy)


def a_memory(number: int) -> Memory:
    """Due on one of 400 days, so that some hundreds are due today."""
    return Memory(
        state=State.REVIEW,
        step=None,
        stability=float(5 + number % 300),
        difficulty=5.0,
        due=MORNING + timedelta(days=number % 400),
        last_review=MORNING - timedelta(days=number % 300 + 1),
        reps=3,
    )


def bench_answers(store: Store, made: list[Item], raw: Path, log: int) -> None:
    learner_store = open_learner(store, "ada", CALENDAR)
    cards = [item.card for item in made[: ANSWERS * len(FORMATS) : len(FORMATS)]]
    ours = [
        seconds(partial(learner_store.record, an_answer(card, at=MORNING + timedelta(seconds=n))))
        for n, card in enumerate(cards, start=1)
    ]
    floor = list(raw_answers(raw, log))
    print(
        f"{'one answer, p50 and p99':40} {median(ours) * 1e3:9.2f} ms {p99(ours) * 1e3:9.2f} ms"
        f"   raw {median(floor) * 1e3:.2f} ms {p99(floor) * 1e3:.2f} ms"
    )
    moves = seconds_of(
        lambda: next_memory(a_memory(1), Rating.GOOD, MORNING, Scheduling(), CALENDAR)
    )
    print(f"{'  of that, FSRS itself':40} {moves * 1e3:9.2f} ms")


def raw_answers(path: Path, log: int) -> Iterator[float]:
    """Time the bare writes: one row of a log and one memory, durably."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA synchronous = FULL")
        raw.execute("CREATE TABLE log (id INTEGER PRIMARY KEY, content TEXT)")
        raw.execute("CREATE TABLE memory (id INTEGER PRIMARY KEY, due INTEGER)")
        raw.executemany("INSERT INTO memory VALUES (?, 0)", ((n,) for n in range(1000)))
        raw.execute("BEGIN")
        raw.executemany("INSERT INTO log VALUES (?, ?)", ((n, "x" * 200) for n in range(log)))
        raw.execute("COMMIT")
        for number in range(ANSWERS):
            began = time.perf_counter()
            raw.execute("BEGIN IMMEDIATE")
            raw.execute("SELECT due FROM memory WHERE id = ?", (number,)).fetchone()
            raw.execute("INSERT INTO log VALUES (?, ?)", (log + number, "x" * 200))
            raw.execute("UPDATE memory SET due = ? WHERE id = ?", (number, number))
            raw.execute("COMMIT")
            yield time.perf_counter() - began


def bench_reading(store: Store) -> None:
    learner_store = open_learner(store, "ada", CALENDAR)
    today = MORNING.toordinal()
    report_times("next due card", *timed(lambda: learner_store.due_reviews([DECK], MORNING, 1)))
    report_times("200 due cards", *timed(lambda: learner_store.due_reviews([DECK], MORNING, 200)))
    report_times("learning cards", *timed(lambda: learner_store.learning_cards([DECK], MORNING)))
    report_times("20 new cards", *timed(lambda: learner_store.new_cards([DECK], MORNING, 20)))
    report_times("one entry", *timed(lambda: learner_store.learner_card(CardId("capitals/f7/law"))))
    report_times(
        "items of a card", *timed(lambda: learner_store.items_of_card(CardId("capitals/f7/law")))
    )
    report_times("tally of today", *timed(lambda: learner_store.day_tally(today)))
    report_times("home: decks", *timed(lambda: learner_store.deck_counts([DECK], MORNING)))
    report_times("home: days", *timed(lambda: learner_store.day_counts(today - 3660)))
    report_times(
        "handles of all items", *timed(lambda: learner_store.quiz_candidates([], [], []), times=3)
    )


# --- the clock -----------------------------------------------------------------------------------


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def seconds_of(work: Callable[[], object], times: int = 50) -> float:
    return median(seconds(work) for _ in range(times))


def timed(work: Callable[[], object], times: int = 100) -> tuple[float, float]:
    found = sorted(seconds(work) for _ in range(times))
    return median(found), found[-1]


def p99(times: list[float]) -> float:
    return quantiles(times, n=100)[98]


def report_times(what: str, usual: float, worst: float) -> None:
    print(f"{what:40} {usual * 1e3:9.2f} ms   worst {worst * 1e3:.2f} ms")


def report(what: str, ours: float, floor: float | None = None) -> None:
    beside = "" if floor is None else f"   raw {floor:.3f} s   ratio {ours / floor:.2f}"
    print(f"{what:40} {ours * 1e3:9.2f} ms{beside}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
