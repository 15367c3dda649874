"""Backups as they were kept once: those of all databases of a folder in one folder `backups`.

A copy is taken over by the database whose id it has; one that has none yet, by the database that
begins with the same review. What may belong to two, or to none, is left alone.
"""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, func, select

from quizapp.errors import StoreError
from quizapp.store.backups.examine_copy import examined_copy, identity_of
from quizapp.store.backups.folder import Check, free_name, read_notes, stamp, write_notes
from quizapp.store.store import Store
from quizapp.store.tables import reviews

_OLD_FOLDER = "backups"

_OLD_STAMP = "%Y%m%dT%H%M%SZ"
_OLD_STAMPED = re.compile(r"(?P<kind>before-upgrade-from-\d+-)?(?P<at>\d{8}T\d{6}Z)\.db")


@dataclass(frozen=True, slots=True)
class _Trace:
    """By what two copies of one database are known: its id, "" without one, and its beginning."""

    database: str
    first_review: tuple[int, int] | None


def old_copies(folder: Path) -> dict[Path, datetime]:
    """Return the copies that were kept beside all others, by when they were taken.

    `folder` is that of the backups of one database now.
    """
    found = ((path, _OLD_STAMPED.fullmatch(path.name)) for path in _old(folder).glob("*.db"))
    return {path: _moment(match["at"]) for path, match in found if match is not None}


def take_over(store: Store, folder: Path) -> None:
    """Move the old copies of `store` into `folder`, each one checked; note how many are left."""
    if not _old(folder).is_dir():
        return
    copies = old_copies(folder)
    ours = _trace_of(store)
    others = [trace for path in store.backend.beside() if (trace := _trace(store, path))]
    checks = dict(_moved(store, folder, copies, ours, others))
    left = len(old_copies(folder))
    notes = read_notes(folder)
    if checks or left != notes.left_alone:
        with suppress(OSError):
            store.backend.make_folder(folder)
            write_notes(
                folder,
                replace(
                    notes, left_alone=left, is_told=not left, checks={**notes.checks, **checks}
                ),
            )
    with suppress(OSError):
        _old(folder).rmdir()  # only where it is empty


def _moved(
    store: Store, folder: Path, copies: dict[Path, datetime], ours: _Trace, others: list[_Trace]
) -> Iterator[tuple[str, Check]]:
    for path, moment in copies.items():
        trace = _trace(store, path)
        if trace is None or not _is_same(trace, ours, has_others=bool(others)):
            continue
        if any(_is_same(trace, other, has_others=True) for other in others):
            continue
        match = _OLD_STAMPED.fullmatch(path.name)
        kind = (match and match["kind"]) or ""
        name = free_name(folder, f"{kind}{stamp(moment)}")
        with suppress(OSError, StoreError):
            check = examined_copy(store, path)
            store.backend.make_folder(folder)
            os.rename(path, folder / name)  # noqa: PTH104 (never replaces: the name is free)
            yield name, replace(check, database=ours.database)


def _is_same(copy: _Trace, whole: _Trace, *, has_others: bool) -> bool:
    """Return whether `copy` was taken of the database that `whole` is of, as far as can be told."""
    if copy.database:
        return copy.database == whole.database
    if copy.first_review is None:
        return not has_others
    return copy.first_review == whole.first_review


def _trace(store: Store, path: Path) -> _Trace | None:
    """Return the trace of the database at `path`, None where it cannot be read."""
    try:
        with Store(store.backend.open_copy(path)) as copy:
            return _trace_of(copy)
    except StoreError:
        return None


def _trace_of(store: Store) -> _Trace:
    return store.read(_read_trace, store.schema_version())


def _read_trace(connection: Connection, version: int) -> _Trace:
    if version == 0:
        return _Trace("", None)
    known = identity_of(connection, version)
    first = connection.scalar(select(func.min(reviews.c.id)))
    if first is None:
        return _Trace(known, None)
    learner = connection.scalar(select(func.min(reviews.c.learner_id)).where(reviews.c.id == first))
    return _Trace(known, (int(learner or 0), int(first)))


def _old(folder: Path) -> Path:
    return folder.with_name(_OLD_FOLDER)


def _moment(text: str) -> datetime:
    return datetime.strptime(text, _OLD_STAMP).replace(tzinfo=UTC)
