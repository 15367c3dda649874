"""The clock: the only place that reads it. Everything below gets `now` as an argument."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

from quizapp.errors import QuizappError

Clock: TypeAlias = Callable[[], datetime]

# Before it no answer was given; after it a due date, or the number of an answer, has no room.
FIRST, LAST = datetime(1970, 1, 2, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


class WrongClockError(QuizappError):
    """The clock shows a time at which nobody can be learning."""

    def __init__(self, shown: str) -> None:
        super().__init__(
            f"the clock shows {shown}, but answers can be saved only from 1970 to 2199",
            "set this computer's clock, or --now",
        )


def real_clock() -> datetime:
    """Return the present moment in UTC.

    Raises:
        WrongClockError: it cannot be the present.
    """
    return _checked(datetime.now(UTC))


def clock_starting_at(start: datetime) -> Clock:
    """Return a clock that shows `start` now and runs on from there (option `--now`).

    Raises:
        WrongClockError: as `real_clock`.
    """
    began = time.monotonic()
    _checked(start)

    def clock() -> datetime:
        return _checked(start + timedelta(seconds=time.monotonic() - began))

    return clock


def _checked(now: datetime) -> datetime:
    """Return `now` where it may be the present.

    Raises:
        WrongClockError: it may not.
    """
    if not FIRST <= now < LAST:
        raise WrongClockError(now.isoformat(sep=" ", timespec="minutes"))
    return now
