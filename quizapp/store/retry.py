"""Running a transaction again when another one was in its way."""

import random
import time
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.exc import DBAPIError

from quizapp.store.backends.backend import Backend

T = TypeVar("T")

_ATTEMPTS = 4
_FIRST_PAUSE_SECONDS = 0.01


def run_again_on_conflict(
    backend: Backend, chance: random.Random, transaction: Callable[[], T]
) -> T:
    """Return what `transaction` returns; it is run again from its start after a conflict.

    The pauses double, each stretched by up to as much again as `chance` says, so that two
    processes that met once do not meet again.

    Raises:
        StoreError: it failed for another reason, or met a conflict every time.
    """
    pause = _FIRST_PAUSE_SECONDS
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            return transaction()
        except DBAPIError as error:
            if attempt == _ATTEMPTS or not backend.is_conflict(error):
                raise backend.to_store_error(error) from None
        time.sleep(pause * (1 + chance.random()))
        pause *= 2
    raise AssertionError("the last attempt returns or raises")
