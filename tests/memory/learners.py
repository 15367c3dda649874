"""Learners whose memory obeys FSRS with parameters of their own, as logs."""

import random
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from quizapp.memory.model import Calendar, Memory, MemoryState, New, Rating, Scheduling
from quizapp.memory.schedule import MemoryReplay, next_memory, retrievability

CALENDAR = Calendar(UTC, 4)
BEGIN = datetime(2026, 1, 1, 9, tzinfo=UTC)
USUAL = Scheduling()
# Stability of a first answer, by its rating: this learner forgets what was just learnt sooner, and
# keeps what was reviewed for longer.
OWN = Scheduling(
    parameters=(
        0.05, 0.2, 0.5, 2.0, 6.4133, 0.8334, 3.0194, 0.001, 2.6, 0.05, 1.2, 1.4835, 0.0614,
        0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.3,
    )
)  # fmt: skip

History = list[tuple[int, Rating]]


def replay(
    log: Iterable[tuple[datetime, Rating]], scheduling: Scheduling, calendar: Calendar
) -> MemoryState:
    """Return the memory that a card's ratings leave, the oldest first; `New` for none."""
    replayed = MemoryReplay(New(), scheduling, calendar)
    now: datetime | None = None
    for now, rating in log:
        replayed.rate(rating, now)
    return New() if now is None else replayed.memory(now)


def histories_of(truth: Scheduling, cards: int, reviews: int) -> list[History]:
    """Return a log of `cards` cards of a learner with the memory `truth`, asked by usual plan."""
    draw = random.Random(11)
    return [history_of(truth, reviews, draw) for _ in range(cards)]


def history_of(truth: Scheduling, reviews: int, draw: random.Random) -> History:
    """Return the ratings of one card, each with its day."""
    planned: MemoryState = New()
    real: MemoryState = New()
    at, found = BEGIN + timedelta(days=draw.randrange(60)), []
    for _ in range(reviews):
        rating = Rating.GOOD
        if isinstance(real, Memory):
            is_known = draw.random() < retrievability(real, at, truth, CALENDAR)
            rating = Rating.GOOD if is_known else Rating.AGAIN
        planned = next_memory(planned, rating, at, USUAL, CALENDAR)
        real = next_memory(real, rating, at, truth, CALENDAR)
        found.append((at.toordinal(), rating))
        at = max(planned.due, at + timedelta(days=1))
    return found
