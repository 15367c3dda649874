"""Choosing the next card of a large store, beside raw sqlite3 reading one; run by hand.

    python tests/bench/session_bench.py [CARDS] [REVIEWS]

Defaults: 100000 cards, 1000000 reviews. Chosen means: the queue gives a card, its memory and items
are read, the format is picked, options are arranged.
"""

import gc
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles

from quizapp.bank.model import DeckSettings
from quizapp.cli.main import ALLOCATIONS_BEFORE_COLLECTING
from quizapp.memory.model import Rating
from quizapp.session.study import StudySession
from quizapp.store.learner_store import open_learner
from quizapp.store.open import open_store
from quizapp.store.sync_bank import sync_deck
from tests.bench.store_bench import DECK, FORMATS, a_large_deck, fill
from tests.builders import CALENDAR, MORNING
from tests.session.learner import response_to

ANSWERS = 400


def main(cards: int = 100_000, log: int = 1_000_000) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "quizapp.db"
        deck, made = a_large_deck(cards * len(FORMATS))
        with open_store(f"sqlite:///{path}") as store:
            sync_deck(store, deck, made, MORNING)
            fill(store, made, log)
            learner_store = open_learner(store, "ada", CALENDAR)
            learner_store.save_settings(DECK, DeckSettings(reviews_per_day=100_000))
            start, chosen, kept = times(StudySession(learner_store, [DECK], "Bench", seed=1))
        floor = raw_times(path)
    print(f"{'the queue read at the start':40} {start * 1e3:9.2f} ms")
    print(f"{len(kept)} answers")
    print(
        f"{'next card chosen, p50 and p99':40} {median(chosen) * 1e3:9.2f} ms {p99(chosen):9.2f} ms"
    )
    print(f"{'answer kept and next chosen':40} {median(kept) * 1e3:9.2f} ms {p99(kept):9.2f} ms")
    print(
        f"{'raw: one due card and its items':40} {median(floor) * 1e3:9.2f} ms {p99(floor):9.2f} ms"
    )


def times(session: StudySession) -> tuple[float, list[float], list[float]]:
    """Return the seconds of the start, of each choice, and of each `go_on`."""
    chosen: list[float] = []
    kept: list[float] = []
    choose = session._next_question

    def timed_choice(now: object) -> object:
        begun = time.perf_counter()
        asked = choose(now)  # type: ignore[arg-type]
        chosen.append(time.perf_counter() - begun)
        return asked

    gc.collect()
    gc.set_threshold(ALLOCATIONS_BEFORE_COLLECTING)  # as the command does
    session._next_question = timed_choice  # type: ignore[method-assign,assignment]
    begun = time.perf_counter()
    session.start(MORNING)
    start = time.perf_counter() - begun
    now = MORNING
    while (question := session.question) is not None and len(kept) < ANSWERS:
        now += timedelta(seconds=5)
        session.answer(response_to(question, is_right=True), now)
        begun = time.perf_counter()
        session.go_on(Rating.GOOD, now)
        kept.append(time.perf_counter() - begun)
    return start, chosen[1:], kept


def raw_times(path: Path) -> list[float]:
    """Return the seconds of reading the next due card and its items, without anything around it."""
    found = []
    with closing(sqlite3.connect(path)) as raw:
        for _ in range(ANSWERS):
            begun = time.perf_counter()
            (card,) = raw.execute(
                "SELECT card_id FROM memories WHERE due IS NOT NULL AND NOT is_suspended"
                " ORDER BY due LIMIT 1"
            ).fetchone()
            raw.execute("SELECT content FROM items WHERE card_id = ?", (card,)).fetchall()
            found.append(time.perf_counter() - begun)
    return found


def p99(times_: list[float]) -> float:
    """Return the 99th percentile in milliseconds."""
    return quantiles(times_, n=100)[98] * 1e3


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
