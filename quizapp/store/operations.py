"""How a function of this room becomes an operation of a learner's store, in one transaction.

What an operation does is said once, at its port (`quizapp.session.ports`), or at the function
where no session asks for it.
"""

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection

from quizapp.store.learner_scope import LearnerScope
from quizapp.store.store import Store

P = ParamSpec("P")
T = TypeVar("T")
Work = TypeVar("Work", bound=Callable[..., object])


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
