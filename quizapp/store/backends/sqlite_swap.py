"""Putting another file in the place of an SQLite database, so that a kill at any moment harms none.

All that is under way lies in one folder beside the database,
`.quizapp-restore-PROCESS-TIME-NAME`: the new file `new.db`, and, by their own names, the old
database and its journals. The old file stays at
its place too (as a link) until the new one is renamed over it; so at every moment either the old
state is whole or the new one is. What a kill leaves there is settled by `settle_swaps`.
"""

import re
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from shutil import rmtree

from quizapp.errors import StoreError
from quizapp.store.backends.sqlite_files import (
    PRIVATE_FOLDER,
    address,
    backup_folder,
    is_alive,
    make_durable,
    make_folder,
    side_files,
)

NEW = "new.db"

_WORK = re.compile(r"\.quizapp-restore-(\d+)-(\d{4}-\d\d-\d\dT\d{4}Z)-(.+)")
_PRIMARY_CODE = 0xFF
_OUT_OF_REACH = {
    sqlite3.SQLITE_BUSY: ("is locked by another program", "close the other quizapp and try again"),
    sqlite3.SQLITE_LOCKED: ("is locked", "close the other quizapp and try again"),
    sqlite3.SQLITE_READONLY: ("cannot be written to", "make the file and its folder writable"),
}


@contextmanager
def swap_folder(path: Path, process: int, at: str) -> Iterator[Path]:
    """Make the folder in which a new file for `path` is prepared; it is settled at the end."""
    settle_swaps(path)
    work = path.with_name(f".quizapp-restore-{process}-{at}-{path.name}")
    work.mkdir(mode=PRIVATE_FOLDER)
    try:
        yield work
    finally:
        settle(path, work, at)


def swap(path: Path, work: Path, busy_seconds: float) -> None:
    """Put `NEW` of `work` in the place of `path`; what was there goes to `work`, whole.

    Where SQLite can open the old file, it is let heal it, and no other program can be in the midst
    of a transaction.

    Raises:
        StoreError: another program uses the file, or it cannot be written; nothing was changed.
        OSError: nothing was changed that `settle_swaps` does not fix.
    """
    new = work / NEW
    with _locked(path, busy_seconds):
        is_there = path.exists()
        if is_there:
            new.chmod(stat.S_IMODE(path.stat().st_mode))
            try:
                (work / path.name).hardlink_to(path)
            except OSError:  # a file system without hard links
                path.rename(work / path.name)
        # A journal that stayed would be played back into the new file.
        for side in side_files(path):
            side.rename(work / side.name)
        make_durable(work)
        new.replace(path)
        make_durable(path.parent)


@contextmanager
def _locked(path: Path, busy_seconds: float) -> Iterator[None]:
    """Hold the database at `path` for us alone, where SQLite can open it at all."""
    if not path.exists() or not path.stat().st_size:
        yield
        return
    with closing(_connection(path, busy_seconds)) as connection:
        try:
            # No log may be left that belongs to the file; it is written into the file by this.
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY_CODE
            if code in _OUT_OF_REACH:
                what, fix = _OUT_OF_REACH[code]
                raise StoreError(f"{path} {what}", fix) from None
        yield


def _connection(path: Path, busy_seconds: float) -> sqlite3.Connection:
    try:
        return sqlite3.connect(
            address(path, "rw"), uri=True, timeout=busy_seconds, isolation_level=None
        )
    except sqlite3.Error:
        raise StoreError(
            f"{path} cannot be opened", "make the file and its folder writable"
        ) from None


# --- what was left -------------------------------------------------------------------------------


def settle_swaps(path: Path) -> None:
    """End what killed processes began at `path`: as if nothing had begun, or as if all was done."""
    with suppress(OSError):
        for work in path.parent.glob(".quizapp-restore-*"):
            match = _WORK.fullmatch(work.name)
            if match is not None and match[3] == path.name and not is_alive(int(match[1])):
                settle(path, work, match[2])


def _replaced_folder(path: Path, at: str) -> Path:
    """Return where a database that was replaced at the time `at` is kept."""
    return backup_folder(path) / f"replaced-{at}"


def settle(path: Path, work: Path, at: str) -> Path | None:
    """End what was begun in `work`; return where the old database is kept, None for none.

    Where the new file is not yet in place, all is put back as it was.
    """
    if not work.exists():
        return None
    old = work / path.name
    left = (old, *side_files(old))
    is_swapped = path.exists() and not (work / NEW).exists()
    if is_swapped and any(file.exists() for file in left):
        make_folder(backup_folder(path))
        kept = _free(_replaced_folder(path, at))
        work.rename(kept)
        return kept / path.name if (kept / path.name).exists() else None
    if not is_swapped:
        for file in left:
            place = path.with_name(file.name)
            if file.exists() and not place.exists():
                file.rename(place)
    rmtree(work, ignore_errors=True)
    return None


def _free(folder: Path) -> Path:
    names = (folder, *(folder.with_name(f"{folder.name}-{number}") for number in range(2, 1000)))
    return next(name for name in names if not name.exists())
