"""Planning for an exam: how many new cards a day, what is recalled on its day, and the load.

Memory is simulated, day by day, as the sessions would schedule it. A card that was seen goes on
from where it stands. A new card's way depends only on how long before the exam it is begun, so a
number of them is simulated once, over the whole time, and every pace of beginning is a sum of
their ways. Each answer is drawn with the chance of recall that FSRS gives it, from a fixed seed.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from quizapp.memory.days import learner_day, start_of_day
from quizapp.memory.model import Calendar, Memory, MemoryState, New, Rating, Scheduling
from quizapp.memory.schedule import next_memory, retrievability

_SAMPLES = 60  # new cards that are simulated
_NOON_OFFSET = timedelta(hours=8)  # after the day's beginning
_MAX_PACES = 24  # of beginning, at most, that are compared
_MAX_RECALL_LOSS = (
    0.005  # a pace that recalls so little less, and asks less a day, is the better one
)
_FIRST_RATINGS = (Rating.AGAIN, Rating.GOOD, Rating.GOOD, Rating.EASY)


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do until an exam, and what comes of it.

    Attributes:
        days: from today to the day before the exam.
        new_per_day: new cards to begin each day, 0 where none is left.
        unseen: cards to begin.
        expected: mean chance of recall on the day, over all cards, 0 to 1.
        if_stopped: what it would be without another answer.
        reviews, new: what is asked on each of the days, as expected.
    """

    days: int
    new_per_day: int
    unseen: int
    expected: float
    if_stopped: float
    reviews: tuple[float, ...]
    new: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _SimulatedDays:
    """How cards fare: reviews on each day, and the sum of their chances of recall on each day."""

    reviews: list[float]
    recall: list[float]


def make_plan(  # noqa: PLR0913 (what a plan starts from)
    memories: Sequence[MemoryState],
    today: int,
    until: int,
    scheduling: Scheduling,
    calendar: Calendar,
    *,
    most_new: int | None = None,
) -> Plan:
    """Return the plan for cards with these `memories` from `today` to the exam's day `until`.

    All new cards are begun before the exam. Of all such paces that is taken which recalls most on
    the day; of those as good, the slowest. More than `most_new` a day are begun only where there is
    no other way: cards of one fact are not begun on one day.

    Raises:
        ValueError: `until` is not after `today`.
    """
    days = until - today
    if days < 1:
        raise ValueError("the exam must be on a later day")
    seen = [memory for memory in memories if isinstance(memory, Memory)]
    unseen = len(memories) - len(seen)
    simulation = _ExamSimulation(today, days, scheduling, calendar)
    old, fresh = simulation.simulate(seen), simulation.simulate([New()] * _SAMPLES)
    exam = start_of_day(until, calendar) + _NOON_OFFSET
    stopped = sum(retrievability(memory, exam, scheduling, calendar) for memory in seen)
    best = _choose_pace(unseen, unseen if most_new is None else most_new, days, fresh)
    begun = _new_cards_by_day(unseen, best, days)
    total = max(len(memories), 1)
    return Plan(
        days=days,
        new_per_day=best,
        unseen=unseen,
        expected=(old.recall[days] + _expected_recalled(begun, days, fresh)) / total,
        if_stopped=stopped / total,
        reviews=tuple(
            old.reviews[day]
            + sum(begun[first] * fresh.reviews[day - first] / _SAMPLES for first in range(day))
            for day in range(days)
        ),
        new=tuple(begun),
    )


def _choose_pace(unseen: int, most: int, days: int, fresh: _SimulatedDays) -> int:
    """Return how many cards to begin a day: as good as the best, and the slowest of those."""
    if not unseen:
        return 0
    slowest = -(-unseen // days)
    span = max(min(most, unseen) - slowest, 0)
    paces = sorted(
        {
            slowest + span * step * step // (_MAX_PACES * _MAX_PACES)
            for step in range(_MAX_PACES + 1)
        }
    )
    gains = {
        pace: _expected_recalled(_new_cards_by_day(unseen, pace, days), days, fresh)
        for pace in paces
    }
    enough = max(gains.values()) - _MAX_RECALL_LOSS * unseen
    return next(pace for pace in paces if gains[pace] >= enough)


def _new_cards_by_day(unseen: int, pace: int, days: int) -> list[int]:
    """Return how many new cards are begun on each day."""
    return [min(pace, max(unseen - pace * day, 0)) for day in range(days)]


def _expected_recalled(begun: Sequence[int], days: int, fresh: _SimulatedDays) -> float:
    """Return how many of the cards begun so are expected to be recalled on the exam's day."""
    return sum(
        count * fresh.recall[days - first] / _SAMPLES for first, count in enumerate(begun) if count
    )


@dataclass(frozen=True, slots=True)
class _ExamSimulation:
    """The days until an exam, as sessions would schedule them."""

    today: int
    days: int
    scheduling: Scheduling
    calendar: Calendar

    def simulate(self, memories: Sequence[MemoryState]) -> _SimulatedDays:
        """Return how cards fare from `today` on, each asked when it is due.

        On its day a card is asked once; what comes back within minutes belongs to that.
        """
        draw = random.Random(f"{self.today}/{self.days}")
        way = _SimulatedDays([0.0] * (self.days + 1), [0.0] * (self.days + 1))
        noons = [
            start_of_day(self.today + day, self.calendar) + _NOON_OFFSET
            for day in range(self.days + 1)
        ]
        for memory in memories:
            self._simulate_card(memory, noons, way, draw)
        return way

    def _simulate_card(
        self,
        memory: MemoryState,
        noons: Sequence[datetime],
        way: _SimulatedDays,
        draw: random.Random,
    ) -> None:
        """Add the way of one card to `way`."""
        for day, noon in enumerate(noons):
            chance = 0.0
            if isinstance(memory, Memory):
                chance = retrievability(memory, noon, self.scheduling, self.calendar)
                way.recall[day] += chance
            if day < self.days and _is_due(memory, self.today + day, self.calendar):
                way.reviews[day] += 1
                rating = _draw_rating(memory, chance, draw)
                memory = next_memory(memory, rating, noon, self.scheduling, self.calendar)


def _is_due(memory: MemoryState, day: int, calendar: Calendar) -> bool:
    """Return whether a card is asked on `day`; a new one is begun on the first."""
    return isinstance(memory, New) or learner_day(memory.due, calendar) <= day


def _draw_rating(memory: MemoryState, chance: float, draw: random.Random) -> Rating:
    """Return the rating of an answer, drawn with its `chance` of recall."""
    if isinstance(memory, New):
        return draw.choice(_FIRST_RATINGS)
    return Rating.GOOD if draw.random() < chance else Rating.AGAIN
