"""Checking a copy of a store: its pages, its references, and that its log makes its memories."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, func, select, true

from quizapp.errors import StoreError
from quizapp.store.backups.folder import Check, digest_of
from quizapp.store.rows import id_milliseconds
from quizapp.store.store import Store
from quizapp.store.tables import SCHEMA_VERSION, identity, is_not_undone, reviews
from quizapp.store.verify import verify_store

_WITH_IDENTITY = 5  # the schema from which on a database has an id
_WITH_UNDONE = 6  # the schema from which on a review that was undone is kept


def examine(store: Store, replayed: int | None = None) -> Check:
    """Return what a check of the pages, the references and the log of `store` finds.

    `replayed`: of how many of the newest reviews the cards are replayed, None: of all. Of an older
    schema the log is not replayed. The digest is left out.
    """
    try:
        version = store.schema_version()
        faults = (
            verify_store(store, replayed).faults
            if version == SCHEMA_VERSION
            else store.read(store.backend.find_faults)
        )
        if faults:
            return Check("", "", version, 0, None, faults)
        return store.read(_facts, version)
    # Where bytes were flipped, anything may come out of what was JSON, a name or a time.
    except (StoreError, ValueError, LookupError, ArithmeticError, TypeError) as error:
        return Check("", "", 0, 0, None, (f"it cannot be read: {error}",))


def examined_copy(store: Store, path: Path) -> Check:
    """Return what a check of the copy at `path` finds; `store` is of the same engine.

    Raises:
        OSError: it cannot be read.
        StoreError: it cannot be opened.
    """
    with Store(store.backend.open_copy(path)) as copy:
        check = examine(copy)
    return replace(check, digest=digest_of(path))


def identity_of(connection: Connection, version: int) -> str:
    """Return the id of a database of schema `version`, "" where it has none."""
    known = connection.scalar(select(identity.c.id)) if version >= _WITH_IDENTITY else None
    return known or ""


def is_answer(version: int) -> ColumnElement[bool]:
    """Return the condition of the reviews that count, in a database of schema `version`."""
    return is_not_undone if version >= _WITH_UNDONE else true()


def _facts(connection: Connection, version: int) -> Check:
    if version == 0:
        return Check("", "", version, 0, None)
    query = select(func.count(), func.max(reviews.c.id)).where(is_answer(version))
    count, last = connection.execute(query).one()
    at = None if last is None else id_milliseconds(last)
    return Check("", identity_of(connection, version), version, count, at)
