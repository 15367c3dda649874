"""Replaying a log to memories, beside bare py-fsrs on the same answers; run by hand.

    python tests/bench/replay_bench.py [REVIEWS]

Default: 1000000 reviews, ten a card.
"""

import gc
import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import fsrs

from quizapp.cli.main import ALLOCATIONS_BEFORE_COLLECTING
from quizapp.memory.model import Calendar, Memory, New, Rating, Scheduling
from quizapp.memory.schedule import MemoryReplay

EACH = 10
CALENDAR = Calendar(ZoneInfo("Europe/Berlin"), 4)
Log = list[tuple[datetime, Rating]]


def main(reviews: int) -> None:
    gc.set_threshold(ALLOCATIONS_BEFORE_COLLECTING)  # as the command does
    draw = random.Random(1)
    logs = [a_log(draw) for _ in range(reviews // EACH)]
    floor = timed(lambda: bare(logs))
    ours = timed(lambda: [replay(log) for log in logs])
    print(f"{reviews} reviews: bare py-fsrs {floor:.1f} s, replay {ours:.1f} s,", end=" ")
    print(f"{ours / floor:.2f} x; {1e6 * ours / reviews:.1f} s a million")


def replay(log: Log) -> Memory:
    """Return what the answers to one card leave."""
    replayed = MemoryReplay(New(), Scheduling(), CALENDAR)
    for at, rating in log:
        replayed.rate(rating, at)
    return replayed.memory(log[-1][0])


def a_log(draw: random.Random) -> Log:
    """Return the answers to one card."""
    at = datetime(2020, 1, 1, 8, tzinfo=UTC) + timedelta(minutes=draw.randrange(600))
    log = []
    for _ in range(EACH):
        log.append((at, Rating(draw.choices((1, 2, 3, 4), (1, 1, 8, 1))[0])))
        at += timedelta(days=draw.choice((0, 1, 3, 9, 30)), minutes=draw.randrange(60))
    return log


def bare(logs: list[Log]) -> None:
    """Let py-fsrs alone take the answers."""
    scheduler = fsrs.Scheduler(enable_fuzzing=False)
    for log in logs:
        card = fsrs.Card(card_id=1)
        for at, rating in log:
            card, _ = scheduler.review_card(card, fsrs.Rating(int(rating)), at)


def timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
