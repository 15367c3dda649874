"""The same history makes the same memory here and in Anki, by Anki's own backend.

Histories are drawn with days of several answers, lapses, gaps of years, in zones with and without
daylight saving, at any rollover.

Anki counts days back from today, 24 hours each: an answer within an hour of the rollover, on the
other side of a change of clocks, moves to another day there twice a year. So nobody here studies
within that hour.
"""

import json
import os
import random
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from fsrs.scheduler import (
    DEFAULT_PARAMETERS,
    LOWER_BOUNDS_PARAMETERS,
    UPPER_BOUNDS_PARAMETERS,
)

from quizapp.memory.days import learner_day
from quizapp.memory.model import Calendar, Memory, MemoryState, Rating, Scheduling
from tests.counts import full_or_share
from tests.memory.learners import replay

pytestmark = pytest.mark.slow

HISTORIES = full_or_share(3200)
AGREED = 1e-4
PLACES = [
    ("UTC", 4),
    ("America/New_York", 4),
    ("Europe/Berlin", 0),
    ("Australia/Lord_Howe", 3),
    ("Asia/Kathmandu", 6),
    ("Pacific/Auckland", 2),
    ("America/St_Johns", 5),
    ("Africa/Casablanca", 23),
]
GAPS = (0, 0, 0, 1, 1, 2, 3, 5, 8, 13, 30, 60, 90, 180, 400, 900)
MOST_ANSWERS = 14
LONGEST = timedelta(days=MOST_ANSWERS * max(GAPS))
LEARNING, REVIEWING, RELEARNING = range(3)
History = list[tuple[datetime, Rating]]


def a_history(draw: random.Random, calendar: Calendar) -> History:
    """Return the answers to one card, the oldest first, all in the past."""
    first = datetime(2026, 6, 1, tzinfo=calendar.zone) - LONGEST
    moments: list[datetime] = []
    day = 0
    for _ in range(draw.randrange(1, MOST_ANSWERS)):
        wall = first + timedelta(
            days=day, hours=calendar.rollover_hour + 2, minutes=draw.randrange(20 * 60)
        )
        moments.append(wall.astimezone(UTC).replace(microsecond=1000 * draw.randrange(1000)))
        day += draw.choice(GAPS)
    return [
        (at, Rating(draw.choices((1, 2, 3, 4), weights=(3, 2, 8, 2))[0]))
        for at in sorted(set(moments))
    ]


def some_parameters(draw: random.Random) -> tuple[float, ...]:
    """Return parameters near the defaults, as an optimiser might find them."""
    bounds = zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
    return tuple(
        round(min(max(value * draw.uniform(0.8, 1.2), least), most), 4)
        for value, (least, most) in zip(DEFAULT_PARAMETERS, bounds, strict=True)
    )


def memories_of_anki(
    histories: Sequence[History],
    parameters: tuple[float, ...],
    zone: str,
    calendar: Calendar,
) -> list[tuple[float, float]]:
    """Return the stability and difficulty that Anki gives each history on a machine in `zone`."""
    wanted = {
        "rollover": calendar.rollover_hour,
        "parameters": parameters,
        "histories": [
            [
                (round(at.timestamp() * 1000), int(rating), kind)
                for (at, rating), kind in zip(history, kinds_of(history, calendar), strict=True)
            ]
            for history in histories
        ],
    }
    run = subprocess.run(
        [sys.executable, "-m", "tests.memory.anki_memories"],
        input=json.dumps(wanted),
        env={**os.environ, "TZ": zone},
        capture_output=True,
        text=True,
        check=True,
    )
    return [(stability, difficulty) for stability, difficulty in json.loads(run.stdout)]


def kinds_of(history: History, calendar: Calendar) -> list[int]:
    """Return what Anki calls each answer: learning on the first day, then review or relearning.

    A learning answer after a review would be a fresh start to it.
    """
    days = [learner_day(at, calendar) for at, _ in history]
    return [
        LEARNING if day == days[0] else RELEARNING if day == before else REVIEWING
        for before, day in pairwise([days[0], *days])
    ]


@pytest.mark.parametrize(("zone", "rollover"), PLACES)
@pytest.mark.parametrize("are_defaults", [True, False])
def test_the_same_history_makes_the_same_memory_as_in_anki(
    zone: str, rollover: int, *, are_defaults: bool
) -> None:
    draw = random.Random(f"{zone}/{are_defaults}")
    calendar = Calendar(ZoneInfo(zone), rollover)
    scheduling = Scheduling(parameters=() if are_defaults else some_parameters(draw))
    count = max(HISTORIES // (2 * len(PLACES)), 1)
    histories = [a_history(draw, calendar) for _ in range(count)]

    theirs = memories_of_anki(histories, scheduling.parameters, zone, calendar)

    apart = [
        difference(replay(history, scheduling, calendar), *memory)
        for history, memory in zip(histories, theirs, strict=True)
    ]
    assert max(apart) <= AGREED, f"of {count} histories"


def difference(memory: MemoryState, stability: float, difficulty: float) -> float:
    """Return how far a memory is from Anki's: a share of its stability, or of difficulty."""
    assert isinstance(memory, Memory)
    return max(abs(memory.stability - stability) / stability, abs(memory.difficulty - difficulty))
