"""An open store: transactions on it."""

import os
import random
from collections.abc import Callable
from secrets import token_hex
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection, Engine

from quizapp.errors import StoreError
from quizapp.store.backends.backend import Backend
from quizapp.store.retry import run_again_on_conflict

T = TypeVar("T")
P = ParamSpec("P")


class Store:
    """What is kept. Threads may share it; close it, or use it as a context manager.

    `read` and `write` hand a connection to a function and are the only way in: they open the
    transaction, rerun the function when another transaction was in the way, and turn what the
    database says into a `StoreError`.
    """

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        self.run_key = token_hex(8)  # no other opening of the database has the same
        # Two processes must not pause alike; which process it is, is no chance.
        self._chance = random.Random(os.getpid())

    def read(
        self, work: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return `work(connection, *args)`, run in a transaction that only reads."""
        return self._run(self.backend.read_engine, lambda c: work(c, *args, **kwargs))

    def write(
        self, work: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return `work(connection, *args)`; what it wrote is durable then, or all undone.

        Raises:
            StoreError: the database was opened to be read only, or cannot be written to.
        """
        self.check_writable()
        return self._run(self.backend.engine, lambda c: work(c, *args, **kwargs))

    def schema_version(self) -> int:
        """Return the version of the schema that the database has."""
        return self.read(self.backend.schema_version)

    def migrate(self, work: Callable[[Connection], T]) -> T:
        """Return `work(connection)`, run in a transaction in which tables may be rebuilt."""
        self.check_writable()

        def transaction() -> T:
            with self.backend.lock, self.backend.migration_transaction() as connection:
                return work(connection)

        return run_again_on_conflict(self.backend, self._chance, transaction)

    def check_writable(self) -> None:
        """Raise a StoreError where the database was opened to be read only."""
        if self.backend.is_read_only:
            raise StoreError(
                f"{self.backend.location} is read only (mode=ro)",
                "leave ?mode=ro out of the URL",
            )

    def close(self) -> None:
        """Let go of the database."""
        self.backend.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _run(self, engine: Engine, work: Callable[[Connection], T]) -> T:
        def transaction() -> T:
            with self.backend.lock, engine.begin() as connection:
                return work(connection)

        return run_again_on_conflict(self.backend, self._chance, transaction)
