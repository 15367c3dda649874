"""The learner's days: each begins at the rollover hour of the learner's own zone."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from quizapp.memory.model import Calendar

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DAY_CACHE_SIZE = 1 << 14


def learner_day(now: datetime, calendar: Calendar) -> int:
    """Return the learner's day at `now`, as a proleptic ordinal.

    An hour that the clock skips or repeats belongs to the day that its wall time names.

    Raises:
        ValueError: `now` has no time zone.
    """
    if now.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    wall = now.astimezone(calendar.zone)
    is_before_rollover = wall.hour < calendar.rollover_hour
    return wall.toordinal() - is_before_rollover


@lru_cache(maxsize=DAY_CACHE_SIZE)
def start_of_day(day: int, calendar: Calendar) -> datetime:
    """Return when the learner's `day` (proleptic ordinal) begins, in UTC."""
    wall = datetime.combine(date.fromordinal(day), time(calendar.rollover_hour))
    start = wall.replace(tzinfo=calendar.zone).astimezone(UTC)
    # A rollover that the clock skips is moved past the gap, never into the day before.
    return start if learner_day(start, calendar) == day else start + timedelta(hours=1)
