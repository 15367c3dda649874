"""How each review was scheduled, kept with it: so that the log can be replayed exactly.

Retention, parameters and the learner's zone change in the course of time. What a review did to
the memory follows from those of its own time alone.
"""

import json
from datetime import UTC, timedelta, timezone, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Connection, bindparam, insert, select

from quizapp.memory.model import Calendar, Scheduling
from quizapp.store.keys import key_of
from quizapp.store.rows import compact_json
from quizapp.store.tables import schedulings


class ReviewScheduling(NamedTuple):
    """What a review is scheduled by."""

    scheduling: Scheduling
    calendar: Calendar


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
