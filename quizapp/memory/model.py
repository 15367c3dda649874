"""What a learner remembers of a card, as values."""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import IntEnum, StrEnum
from typing import TypeAlias


class Rating(IntEnum):
    """How well the learner remembered; Hard is a pass."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class State(StrEnum):
    """The stage of a card that was rated at least once."""

    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


@dataclass(frozen=True, slots=True)
class New:
    """A card that was never rated."""


@dataclass(frozen=True, slots=True)
class Memory:
    """The memory of a card that was rated at least once.

    Attributes:
        state: learning, review or relearning.
        step: the index of the learning step; None in review.
        stability: days until the chance of recall is 90 %.
        difficulty: 1 (easy) to 10 (hard).
        due: when it is to be asked next (UTC).
        last_review: when it was last rated (UTC).
        reps: ratings so far.
        lapses: how often it was forgotten in review.
    """

    state: State
    step: int | None
    stability: float
    difficulty: float
    due: datetime
    last_review: datetime
    reps: int = 1
    lapses: int = 0


MemoryState: TypeAlias = New | Memory


@dataclass(frozen=True, slots=True)
class Calendar:
    """The learner's days: each begins at `rollover_hour` (0 to 23) in the learner's zone."""

    zone: tzinfo
    rollover_hour: int = 4


@dataclass(frozen=True, slots=True)
class Scheduling:
    """How memory is scheduled. `parameters` () means FSRS-6's defaults."""

    retention: float = 0.90
    learning_steps: tuple[timedelta, ...] = (timedelta(minutes=1), timedelta(minutes=10))
    relearning_steps: tuple[timedelta, ...] = (timedelta(minutes=10),)
    maximum_interval_days: int = 36500
    parameters: tuple[float, ...] = ()
