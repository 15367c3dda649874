"""The law of the store, in one place: what a card's log makes of its memory, step by step.

How each review was scheduled is kept with it, so that the log can be replayed exactly. Retention,
parameters and the learner's zone change in the course of time; what a review did to the memory
follows from those of its own time alone.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from itertools import groupby
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from quizapp.memory.model import Calendar, MemoryState, New, Rating, Scheduling
from quizapp.memory.schedule import MemoryReplay
from quizapp.store.learner_scope import LearnerScope
from quizapp.store.rows import (
    AFTER_COLUMNS,
    EMPTY_MEMORY,
    Values,
    after_row,
    compact_json,
    from_milliseconds,
    id_milliseconds,
    is_reset,
    key_of,
    memory_row,
    memory_values,
    to_milliseconds,
)
from quizapp.store.tables import reviews, schedulings


class ReviewScheduling(NamedTuple):
    """What a review is scheduled by."""

    scheduling: Scheduling
    calendar: Calendar


# The columns of a review that hold its step.
STEP_COLUMNS = (
    "predicted",
    "before_format",
    *(f"before_{name}" for name in EMPTY_MEMORY),
    *(f"after_{name}" for name in AFTER_COLUMNS),
)


class ReplayStep(NamedTuple):
    """What one review found and left: the memory, and the format that the card had last.

    `predicted_recall` is the chance of recall just before it, None for a card never rated.
    """

    before: MemoryState
    before_format: str | None
    predicted_recall: float | None
    after: MemoryState

    def row(self) -> tuple[Any, ...]:
        """Return what `STEP_COLUMNS` hold."""
        return (
            self.predicted_recall,
            self.before_format,
            *memory_row(self.before),
            *after_row(self.before, self.after),
        )

    def values(self) -> Values:
        """Return the columns of a review that hold this step, by name."""
        return dict(zip(STEP_COLUMNS, self.row(), strict=True))


def replay_review(
    before: MemoryState,
    before_format: str | None,
    rating: Rating | None,
    at: datetime,
    terms: ReviewScheduling,
) -> ReplayStep:
    """Return what a review at `at` does; a `rating` of None moves no memory."""
    return _replay_review(MemoryReplay(before, *terms), before, before_format, rating, at)


def _replay_log(rows: Iterable[Any], terms: Mapping[int, ReviewScheduling]) -> Iterator[ReplayStep]:
    """Yield the step of each of the `rows` of one card's log, the oldest first.

    Of the columns of a review a row has `id`, `mode`, `format`, `rating`, `counts` and
    `scheduling_id`.
    """
    memory: MemoryState = New()
    last_format: str | None = None
    for scheduling, some in groupby(rows, key=_scheduling_key):
        course = None if scheduling is None else MemoryReplay(memory, *terms[scheduling])
        for row in some:
            if course is None:
                taken = ReplayStep(memory, last_format, predicted_recall=None, after=New())
            else:
                rating = _RATINGS[row.rating] if row.counts else None
                taken = _replay_review(
                    course, memory, last_format, rating, from_milliseconds(id_milliseconds(row.id))
                )
            yield taken
            memory, last_format = taken.after, row.format


class ReplayedLog(NamedTuple):
    """What a card's log makes of it: the step of each row, the memory, and the last format."""

    steps: Sequence[tuple[Any, ReplayStep]]
    memory: MemoryState
    last_format: str | None

    def memory_values(self) -> Values:
        """Return the columns of a memory that follow from the log."""
        return {**memory_values(self.memory), "last_format": self.last_format}


def replay_card_log(rows: Sequence[Any], terms: Mapping[int, ReviewScheduling]) -> ReplayedLog:
    """Return what the `rows` of one card's log, the oldest first, make of it."""
    steps = list(zip(rows, _replay_log(rows, terms), strict=True))
    memory = steps[-1][1].after if steps else New()
    return ReplayedLog(steps, memory, rows[-1].format if rows else None)


def is_changed(row: Row[Any], step: ReplayStep) -> bool:
    """Return whether the row of a review holds another step."""
    return any(getattr(row, name) != value for name, value in step.values().items())


def write_steps(
    connection: Connection, scope: LearnerScope, steps: Iterable[tuple[Row[Any], ReplayStep]]
) -> None:
    """Write what reviews that are in the log found and left."""
    changed = [
        {"learner": scope.learner_key, "review": row.id, **step.values()} for row, step in steps
    ]
    if changed:
        connection.execute(_REWRITE, changed)


_REWRITE = update(reviews).where(
    reviews.c.learner_id == bindparam("learner"), reviews.c.id == bindparam("review")
)
_RATINGS: Mapping[int | None, Rating | None] = {None: None, **{each.value: each for each in Rating}}


def _scheduling_key(row: Any) -> int | None:
    """Return the key of what a review was scheduled by; None where the card was forgotten."""
    return None if is_reset(row.mode, row.rating) else row.scheduling_id


def _replay_review(
    course: MemoryReplay,
    before: MemoryState,
    before_format: str | None,
    rating: Rating | None,
    at: datetime,
) -> ReplayStep:
    """Return what a review of the card in `course`, which left it as in `before`, does."""
    predicted = None if isinstance(before, New) else course.retrievability(at)
    after = before
    if rating is not None:
        course.rate(rating, at)
        after = course.memory(at)
        if after.due.microsecond % 1000:
            after = replace(after, due=from_milliseconds(to_milliseconds(after.due)))
    return ReplayStep(before, before_format, predicted, after)


# --- how a review was scheduled ------------------------------------------------------------------

_KNOWN = select(schedulings.c.id).where(schedulings.c.id == bindparam("key"))


def save_scheduling(connection: Connection, terms: ReviewScheduling) -> int:
    """Return the key of `terms`, kept from now on."""
    content = _to_json(terms)
    key = key_of(content)
    if connection.execute(_KNOWN, {"key": key}).first() is None:
        connection.execute(insert(schedulings).values(id=key, content=content))
    return key


def load_schedulings(connection: Connection, fallback: tzinfo = UTC) -> dict[int, ReviewScheduling]:
    """Return all terms by their keys; `fallback` stands for a zone this machine does not know."""
    rows = connection.execute(select(schedulings))
    return {row.id: _from_json(row.content, fallback) for row in rows}


def _to_json(terms: ReviewScheduling) -> str:
    scheduling, calendar = terms
    return compact_json(
        {
            "retention": scheduling.retention,
            "learning_steps": [step.total_seconds() for step in scheduling.learning_steps],
            "relearning_steps": [step.total_seconds() for step in scheduling.relearning_steps],
            "maximum_interval_days": scheduling.maximum_interval_days,
            "parameters": scheduling.parameters,
            "zone": str(calendar.zone),
            "rollover_hour": calendar.rollover_hour,
        }
    )


def _from_json(content: str, fallback: tzinfo) -> ReviewScheduling:
    values = json.loads(content)
    calendar = Calendar(_parse_zone(values.pop("zone"), fallback), values.pop("rollover_hour"))
    for steps in ("learning_steps", "relearning_steps"):
        values[steps] = tuple(timedelta(seconds=step) for step in values[steps])
    values["parameters"] = tuple(values["parameters"])
    return ReviewScheduling(Scheduling(**values), calendar)


def _parse_zone(name: str, fallback: tzinfo) -> tzinfo:
    """Return the zone that str() called `name`: UTC, UTC+02:00 or Europe/Berlin."""
    if name == "UTC":
        return UTC
    if name.startswith(("UTC+", "UTC-")):
        hours, minutes = name[4:].split(":")[:2]
        offset = timedelta(hours=int(hours), minutes=int(minutes))
        return timezone(-offset if name[3] == "-" else offset)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return fallback
