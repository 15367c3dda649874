"""The law of the store, in one place: what a card's log makes of its memory, step by step."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from quizapp.memory.model import MemoryState, New, Rating
from quizapp.memory.schedule import retrievability, review
from quizapp.store.keys import milliseconds, moment, time_of
from quizapp.store.rows import Values, after_values, is_reset, memory_values
from quizapp.store.schedulings import Terms


@dataclass(frozen=True, slots=True)
class Step:
    """What one review found and left: the memory, and the format that the card had last.

    `predicted` is the chance of recall just before it, None for a card never rated.
    """

    before: MemoryState
    before_format: str | None
    predicted: float | None
    after: MemoryState

    def values(self) -> Values:
        """Return the columns of a review that hold this step."""
        return {
            "predicted": self.predicted,
            "before_format": self.before_format,
            **memory_values(self.before, "before_"),
            **after_values(self.before, self.after),
        }


def step(
    before: MemoryState,
    before_format: str | None,
    rating: Rating | None,
    at: datetime,
    terms: Terms,
) -> Step:
    """Return what a review at `at` does; a `rating` of None moves no memory."""
    after = before
    if rating is not None:
        after = review(before, rating, at, terms.scheduling, terms.calendar)
        if after.due.microsecond % 1000:
            after = replace(after, due=moment(milliseconds(after.due)))
    return Step(before, before_format, _predicted(before, at, terms), after)


def steps(rows: Iterable[Row[Any]], terms: Mapping[int, Terms]) -> Iterator[Step]:
    """Yield the step of each of the `rows` of one card's log, the oldest first."""
    memory: MemoryState = New()
    last_format: str | None = None
    for row in rows:
        if is_reset(row.mode, row.rating):
            taken = Step(memory, last_format, predicted=None, after=New())
        else:
            rating = Rating(row.rating) if row.counts and row.rating is not None else None
            at = moment(time_of(row.id))
            taken = step(memory, last_format, rating, at, terms[row.scheduling_id])
        yield taken
        memory, last_format = taken.after, row.format


def _predicted(before: MemoryState, at: datetime, terms: Terms) -> float | None:
    if isinstance(before, New):
        return None
    return retrievability(before, at, terms.scheduling, terms.calendar)
