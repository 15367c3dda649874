"""Bringing a backup back: it is checked and upgraded beside the database, then put in its place.

Nothing is asked of the database that is there: it may be sound, damaged, foreign or gone. It is
kept, whole, so that a restore can be undone.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, insert, select

from quizapp.errors import DamagedStoreError, QuizappError, StoreError, WrongCallError
from quizapp.store.backends.backend import Creates
from quizapp.store.backends.database_url import BUSY_SECONDS, parsed_url
from quizapp.store.backends.sqlite import SqliteBackend, place_of
from quizapp.store.backends.sqlite_files import (
    backup_folder,
    check_file,
    check_folder,
    is_database,
    make_folder,
)
from quizapp.store.backends.sqlite_swap import NEW, settle, swap, swap_folder
from quizapp.store.backups.examine_copy import examine, is_answer
from quizapp.store.backups.flat_folders import old_copies
from quizapp.store.backups.folder import (
    Check,
    read_notes,
    regular_copies,
    stamp,
    taken_at,
    write_notes,
)
from quizapp.store.backups.take_backup import Backup, backups_in, in_short
from quizapp.store.rows import from_milliseconds, id_milliseconds
from quizapp.store.store import Store
from quizapp.store.tables import SCHEMA_VERSION, identity, reviews

_LIST = "choose another one: quizapp backup --list"


@dataclass(frozen=True, slots=True)
class Gone:
    """Which answers the present database has and the copy has not; `last` is the latest of them."""

    answers: int
    last: datetime | None


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the database that was replaced is kept, and whether it could be restored again."""

    path: Path
    is_sound: bool


@dataclass(frozen=True, slots=True)
class Restore:
    """A copy that was found sound, ready to be put in the place of `database`.

    `is_there` says whether a database is there now, `gone` what would go with it: None where that
    cannot be read. `passed_over` are newer copies that are not sound, and why. `swap` does it, and
    returns where the former database is kept, None where there was none.
    """

    database: Path
    copy: Path
    taken_at: datetime | None
    check: Check
    is_there: bool
    gone: Gone | None
    passed_over: tuple[str, ...]
    swap: Callable[[], "Kept | None"]


@contextmanager
def prepared_restore(
    url: str,
    wanted: Path | datetime | None,
    now: datetime,
    *,
    creates: Creates = Creates.FILE,
    busy_seconds: float = BUSY_SECONDS,
) -> Iterator[Restore]:
    """Hand out the restore of the file `wanted`, or of the newest sound backup.

    Where `wanted` is a time, of the newest that is not later. `creates` says whether the folder of
    the database may be made. Nothing is changed before its `swap` is called, which is done within
    the block.

    Raises:
        WrongCallError: `url` or `wanted` names nothing that can be restored.
        StoreError: there is no such backup; it is damaged or of a newer quizapp; the database is
            in use or out of reach.
    """
    path = _place(url)
    check_folder(path, creates)
    try:
        make_folder(path.parent)
        with swap_folder(path, os.getpid(), stamp(now)) as work:
            copy, check, passed_over = _prepared(path, wanted, work / NEW)
            yield Restore(
                database=path,
                copy=copy,
                taken_at=_time_of(copy),
                check=check,
                is_there=path.exists(),
                gone=_gone(path, work / NEW),
                passed_over=passed_over,
                swap=lambda: _swapped(path, work, stamp(now), busy_seconds),
            )
    except OSError as error:
        raise StoreError(
            f"{path} cannot be replaced: {error.strerror or error}",
            "make the file and its folder writable",
        ) from None


def _swapped(path: Path, work: Path, at: str, busy_seconds: float) -> Kept | None:
    swap(path, work, busy_seconds)
    kept = settle(path, work, at)
    _verify_swapped(path)
    return None if kept is None else Kept(kept, is_sound=_is_sound(kept))


def all_backups(url: str) -> tuple[Backup, ...]:
    """Return all backups of the database at `url`, the newest first.

    Raises:
        WrongCallError: `url` names no file.
    """
    return _backups_beside(_place(url))


def _backups_beside(path: Path) -> tuple[Backup, ...]:
    """Return all backups of the database at `path`, the newest first.

    Where no other database lies beside it, those of the folder that all once shared are its too.
    """
    folder = backup_folder(path)
    old = {} if _has_neighbours(path) else old_copies(folder)
    shared = (Backup(each, at, None, is_verified=False) for each, at in old.items())
    return (*backups_in(folder), *sorted(shared, key=lambda each: each.path.name, reverse=True))


def _place(url: str) -> Path:
    path, mode = place_of(parsed_url(url))
    if path is None:
        raise WrongCallError("a database in memory has no backups", "name a file with --database")
    if mode == "ro":
        raise StoreError(
            f"{path} is read only (mode=ro)",
            "leave ?mode=ro out of the URL",
        )
    return path


def _has_neighbours(path: Path) -> bool:
    with suppress(OSError):
        return any(each != path and is_database(each) for each in path.parent.iterdir())
    return False


# --- choosing and preparing the copy -------------------------------------------------------------


def _prepared(
    path: Path, wanted: Path | datetime | None, new: Path
) -> tuple[Path, Check, tuple[str, ...]]:
    """Write the copy that was asked for to `new`, of our schema; return which it was."""
    if isinstance(wanted, Path):
        return wanted, _prepare(path, wanted, new), ()
    passed_over: list[str] = []
    found = _candidates(path, wanted)
    changed = [each for each in found if each.check is not None and not each.is_verified]
    last_hopes = ((backup, True) for backup in changed)
    for backup, is_last_hope in (*((each, False) for each in found), *last_hopes):
        if backup in changed and not is_last_hope:
            passed_over.append(f"{backup.path} changed after it was checked")
            continue
        try:
            return backup.path, _prepare(path, backup.path, new), tuple(passed_over)
        except QuizappError as error:
            passed_over.append(error.message)
    if passed_over:
        raise StoreError(f"no backup of {path} is sound: {in_short(tuple(passed_over))}", _LIST)
    if wanted is not None and _candidates(path, None):
        raise StoreError(f"no backup of {path} is that old", _LIST)
    raise StoreError(
        f"there is no backup of {path} in {backup_folder(path)}",
        "name one: quizapp restore FILE",
    )


def _candidates(path: Path, at: datetime | None) -> Sequence[Backup]:
    """Return the backups that may be meant, the newest first."""
    regular = regular_copies(backup_folder(path))
    return [
        backup
        for backup in _backups_beside(path)
        if backup.taken_at is not None and (at is None or backup.taken_at <= at)
        if backup.path.name in regular or backup.path.parent != backup_folder(path)
    ]


def _prepare(path: Path, copy: Path, new: Path) -> Check:
    """Write the copy to `new`, of our schema, and return what a check of it found.

    Raises:
        WrongCallError: it is the database itself.
        StoreError: it is not there, none of ours, damaged, or of a newer quizapp.
    """
    if path.exists() and copy.exists() and copy.samefile(path):
        raise WrongCallError(f"{copy} is the database itself", "name a backup of it")
    if not copy.exists():
        raise StoreError(f"{copy} doesn't exist", _LIST)
    try:
        return _copied(path, copy, new)
    except DamagedStoreError as error:
        raise StoreError(error.message, _LIST) from None


def _copied(path: Path, copy: Path, new: Path) -> Check:
    check_file(copy)
    with Store(SqliteBackend(copy, BUSY_SECONDS, keeps_journal=True)) as source:
        version = source.schema_version()
        if version > SCHEMA_VERSION:
            raise StoreError(
                f"{copy} was written by a newer quizapp"
                f" (its schema is {version}, this one knows {SCHEMA_VERSION})",
                "install the newer quizapp; nothing was changed",
            )
        with source.backend.copied(new) as backend:
            return _checked(path, copy, Store(backend), version)


def _checked(path: Path, copy: Path, new: Store, version: int) -> Check:
    check = examine(new)
    if not check.faults and version < SCHEMA_VERSION:
        # Alembic takes longer to import than all the rest.
        from quizapp.store.migrations.steps import upgrade_copy  # noqa: PLC0415

        upgrade_copy(new)
        known = read_notes(backup_folder(path)).database
        if known and copy.parent == backup_folder(path):
            # A copy from before databases had ids is of the one whose folder it lies in.
            new.write(_identify, known)
        check = examine(new)
    if check.faults:
        raise StoreError(f"{copy} is damaged: {in_short(check.faults)}", _LIST)
    return check


def _identify(connection: Connection, known: str) -> None:
    connection.execute(identity.delete())
    connection.execute(insert(identity).values(id=known))


def _time_of(copy: Path) -> datetime | None:
    return taken_at(copy.name) or next(
        (at for path, at in old_copies(copy.parent).items() if path == copy), None
    )


# --- what goes, and what came --------------------------------------------------------------------


def _gone(path: Path, new: Path) -> Gone | None:
    """Return what `path` has and `new` has not; None where `path` cannot be read."""
    try:
        check_file(path)
        had, has = _review_ids(path), _review_ids(new)
    except (OSError, QuizappError):
        return None
    gone = had - has
    last = max((identifier for _, identifier in gone), default=None)
    return Gone(len(gone), None if last is None else from_milliseconds(id_milliseconds(last)))


def _review_ids(path: Path) -> set[tuple[int, int]]:
    with Store(SqliteBackend(path, BUSY_SECONDS, keeps_journal=True)) as store:
        version = store.schema_version()
        return set() if version == 0 else store.read(_read_ids, version)


def _read_ids(connection: Connection, version: int) -> set[tuple[int, int]]:
    query = select(reviews.c.learner_id, reviews.c.id).where(is_answer(version))
    return {(learner, identifier) for learner, identifier in connection.execute(query)}


def _is_sound(path: Path) -> bool:
    try:
        check_file(path)
        with Store(SqliteBackend(path, 0, keeps_journal=True)) as store:
            return store.schema_version() <= SCHEMA_VERSION and not examine(store).faults
    except (OSError, QuizappError):
        return False


def _verify_swapped(path: Path) -> None:
    """Read back what was put in place: it was sound a moment ago, so only the disk can err."""
    with Store(SqliteBackend(path, BUSY_SECONDS)) as store:
        check = examine(store, 0)
    if check.faults:
        raise StoreError(
            f"{path} was not written correctly: {in_short(check.faults)}",
            "check the disk that it is on",
        )
    folder = backup_folder(path)
    notes = read_notes(folder)
    if notes.damage is not None or notes.database:
        with suppress(OSError):
            write_notes(
                folder, replace(notes, damage=None, database=check.database, fingerprint="")
            )
