"""Backups while the store is in use, on a thread of their own."""

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from quizapp.errors import StoreError
from quizapp.store.store import Store

_LOOK_SECONDS = 60.0


class HourlyBackups:
    """Looks now and then whether a backup of `store` is due, from `start` until `stop`.

    The first look is after `look_seconds`: nothing is copied before the first question is shown.
    What goes wrong is noted (`quizapp.store.backups.news.damage_of`), or met again at the end.
    """

    def __init__(
        self, store: Store, clock: Callable[[], datetime], look_seconds: float = _LOOK_SECONDS
    ) -> None:
        self._store = store
        self._clock = clock
        self._look_seconds = look_seconds
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="backups", daemon=True)

    def start(self) -> None:
        """Begin to look; once."""
        self._thread.start()

    def stop(self) -> None:
        """Look no more; a backup that is being taken is waited for."""
        self._is_over.set()
        self._thread.join()

    def look(self) -> None:
        """Take a backup if one is due."""
        # What checks a copy takes long to import, and nothing waits for it here.
        from quizapp.store.backups.take_backup import back_up_if_due  # noqa: PLC0415

        with suppress(StoreError):
            back_up_if_due(self._store, self._clock())

    def _run(self) -> None:
        while not self._is_over.wait(self._look_seconds):
            self.look()
