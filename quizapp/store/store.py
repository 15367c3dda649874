"""An open store: transactions on it, and how a function of this room becomes one of a learner's.

What an operation does is said once, at its port (`quizapp.session.ports`), or at the function
where no session asks for it.
"""

import os
import random
import time
from collections.abc import Callable
from secrets import token_hex
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from quizapp.errors import StoreError
from quizapp.store.backends.backend import Backend
from quizapp.store.learner_scope import LearnerScope

T = TypeVar("T")
P = ParamSpec("P")
Work = TypeVar("Work", bound=Callable[..., object])

_ATTEMPTS = 4
_FIRST_PAUSE_SECONDS = 0.01


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

        return self._run_again_on_conflict(transaction)

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

        return self._run_again_on_conflict(transaction)

    def _run_again_on_conflict(self, transaction: Callable[[], T]) -> T:
        """Return what `transaction` returns; it is run again from its start after a conflict.

        The pauses double, each stretched by up to as much again as chance says, so that two
        processes that met once do not meet again.

        Raises:
            StoreError: it failed for another reason, or met a conflict every time.
        """
        pause = _FIRST_PAUSE_SECONDS
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                return transaction()
            except DBAPIError as error:
                if attempt == _ATTEMPTS or not self.backend.is_conflict(error):
                    raise self.backend.to_store_error(error) from None
            time.sleep(pause * (1 + self._chance.random()))
            pause *= 2
        raise AssertionError("the last attempt returns or raises")


# --- the operations of a learner's store ----------------------------------------------------------


class LearnerAccess:
    """A store, and the learner whose view of it is asked for."""

    def __init__(self, store: Store, scope: LearnerScope) -> None:
        self._store = store
        self._scope = scope


def implements(declared: Callable[..., Any]) -> Callable[[Work], Work]:
    """Mark a function as the operation that is `declared` at a port, and described there."""

    def mark(work: Work) -> Work:
        work.__doc__ = declared.__doc__
        return work

    return mark


def reads(
    work: Callable[Concatenate[Connection, LearnerScope, P], T],
) -> Callable[Concatenate[LearnerAccess, P], T]:
    """Return the method that reads by `work`."""

    def method(self: LearnerAccess, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return self._store.read(work, self._scope, *args, **kwargs)

    return _described(method, work)


def writes(
    work: Callable[Concatenate[Connection, LearnerScope, P], T],
) -> Callable[Concatenate[LearnerAccess, P], T]:
    """Return the method that writes by `work`."""

    def method(self: LearnerAccess, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return self._store.write(work, self._scope, *args, **kwargs)

    return _described(method, work)


def reads_bank(
    work: Callable[Concatenate[Connection, P], T],
) -> Callable[Concatenate[LearnerAccess, P], T]:
    """Return the method that reads by `work`, whoever the learner is."""

    def method(self: LearnerAccess, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return self._store.read(work, *args, **kwargs)

    return _described(method, work)


def _described(method: Work, work: Callable[..., object]) -> Work:
    method.__doc__ = work.__doc__
    return method
