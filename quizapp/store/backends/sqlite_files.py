"""The files of an SQLite database: what one is, how it is made, healed, and cleaned up after.

SQLite is let heal first: a journal or a write-ahead log that a crash left beside the file may hold
what the file itself has lost, its first page too. Only then do we say what a file is.
"""

import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from errno import ENOTDIR
from pathlib import Path
from shutil import rmtree

from quizapp.errors import StoreError
from quizapp.store.backends.backend import RESTORE, Creates
from quizapp.store.backends.network import is_on_network

APPLICATION_ID = int.from_bytes(b"quiz")
_OTHER_FILE = "give another file with --database; this one was not changed"

_PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")
_WAL_MAGICS = (bytes.fromhex("377f0682"), bytes.fromhex("377f0683"))
_SIDES = ("-journal", "-wal", "-shm")


def backup_folder(path: Path) -> Path:
    """Return the folder of the backups of the database at `path`, and of no other."""
    return path.with_name(f"{path.name}-backups")


def _backups_of(path: Path) -> tuple[Path, ...]:
    """Return the backups that lie beside the database at `path`, by their names."""
    with suppress(OSError):
        return tuple(sorted(backup_folder(path).glob("*.db")))
    return ()


def side_files(path: Path) -> tuple[Path, ...]:
    """Return what SQLite keeps beside `path` and is there: its journal, its log, its index."""
    sides = (path.with_name(f"{path.name}{side}") for side in _SIDES)
    return tuple(side for side in sides if side.exists())


def is_database(path: Path) -> bool:
    """Return whether `path` is a file of quizapp, by its first bytes."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except OSError:
        return False
    return header.startswith(_MAGIC) and int.from_bytes(header[68:72]) == APPLICATION_ID


def address(path: Path, mode: str) -> str:
    """Return the URI of `path` for SQLite; `mode` is ro, rw (never makes a file) or rwc."""
    return f"{path.absolute().as_uri()}?mode={mode}"


# --- what a file is ------------------------------------------------------------------------------


def check_file(path: Path, *, is_read_only: bool = False) -> None:
    """Raise a StoreError where the file at `path` is none of ours, or is damaged.

    SQLite may heal it first, unless it `is_read_only`.
    """
    if path.is_dir():
        raise StoreError(f"{path} is a folder", f"name a file in it: sqlite:///{path}/quizapp.db")
    refusal = _refusal(path)
    if refusal is not None and path.stat().st_size and _is_interrupted(path) and not is_read_only:
        refusal = _refusal(path) if _heal(path) else None
    if refusal is not None:
        raise refusal


def _refusal(path: Path) -> StoreError | None:
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    for is_so, what, fix in _REFUSALS:
        if is_so(path, header):
            # A foreign file has no backups of ours beside it.
            if _backups_of(path) and what != _FOREIGN:
                return StoreError(f"{path} is damaged: it {what}", RESTORE)
            return StoreError(f"{path} {what}", fix)
    return None


def _is_interrupted(path: Path) -> bool:
    """Return whether a transaction lies beside `path` that SQLite has still to end."""
    for side in side_files(path):
        with suppress(OSError), side.open("rb") as file:
            start = file.read(len(_JOURNAL_MAGIC))
            if start == _JOURNAL_MAGIC or start[:4] in _WAL_MAGICS:
                return True
    return False


def _heal(path: Path) -> bool:
    """Let SQLite end the transaction that a crash cut off; what it cannot heal stays as it is.

    Returns False where the transaction is no crash's: another program is in the midst of it.
    """
    try:
        with closing(sqlite3.connect(address(path, "rw"), uri=True)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error as error:
        return getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_BUSY
    return True


def _is_cut_short(path: Path, header: bytes) -> bool:
    """Return whether `path` is smaller than its header promises (the file format, section 1.3)."""
    if len(header) < _HEADER_BYTES:
        return True
    page_bytes, pages = int.from_bytes(header[16:18]), int.from_bytes(header[28:32])
    return path.stat().st_size < page_bytes * pages


_FOREIGN = "is the database of another program"
_REFUSALS: tuple[tuple[Callable[[Path, bytes], bool], str, str], ...] = (
    (lambda _, header: not header, "is empty", f"delete it, or {_OTHER_FILE}"),
    (lambda _, header: not header.startswith(_MAGIC), "is not an SQLite database", _OTHER_FILE),
    (_is_cut_short, "is incomplete", RESTORE),
    (lambda _, header: int.from_bytes(header[68:72]) != APPLICATION_ID, _FOREIGN, _OTHER_FILE),
)


def check_folder(path: Path, creates: Creates) -> None:
    """Raise a StoreError where the folder of `path` is not there and may not be made."""
    if creates is not Creates.FOLDER and not path.parent.exists():
        raise StoreError(
            f"The folder {path.parent} doesn't exist. Is the drive mounted?",
            "mount it, or add --create to make the folder",
        )


# --- making files --------------------------------------------------------------------------------


def make_folder(path: Path) -> None:
    """Make the folder `path`, for its owner alone, where there is none."""
    try:
        path.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
    except FileExistsError:
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR)) from None


def make_private(path: Path) -> None:
    """Make an empty file at `path` that only its owner can read; one that is there goes."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _PRIVATE_FILE))


def put(new: Path, path: Path) -> None:
    """Move `new` to `path` without ever replacing what is there."""
    try:
        path.hardlink_to(new)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not path.exists():
            new.rename(path)


def make_durable(path: Path) -> None:
    """Wait until `path`, a file or a folder, is on the disk as it is now."""
    # A folder cannot be opened on every platform, nor synchronised on every file system.
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


# --- what dead processes left --------------------------------------------------------------------


def clean_leftovers(path: Path) -> None:
    """Delete the half-made files that dead processes left of the database at `path`.

    Another machine's processes cannot be told from dead ones: on a network nothing is cleaned.
    """
    mine = re.escape(path.name)
    _clean(path.parent, re.compile(rf"\.{mine}\.(\d+)\.new(-.*)?"))
    _clean(backup_folder(path), re.compile(r"\..*\.(\d+)\.part(-.*)?"))


def clean_work_folders(folder: Path) -> None:
    """Delete the folders in `folder` in which dead processes made something, as an export."""
    _clean(folder, re.compile(r"\.quizapp-(\d+)-\w+"))


def _clean(folder: Path, pattern: re.Pattern[str]) -> None:
    for left in _left(folder, pattern):
        if not is_on_network(left):
            with suppress(OSError):
                rmtree(left) if left.is_dir() else left.unlink()


def _left(folder: Path, pattern: re.Pattern[str]) -> Iterator[Path]:
    """Yield what in `folder` has a name of `pattern`, whose first group is a dead process."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            match = pattern.fullmatch(entry.name) if entry.name.startswith(".") else None
            if match is not None and not is_alive(int(match[1])):
                yield Path(entry.path)


def is_alive(process: int) -> bool:
    """Return whether `process` runs on this machine."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it runs, and is somebody else's
        return True
    return True
