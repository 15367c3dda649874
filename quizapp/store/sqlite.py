"""SQLite: everything about it that the rest of the store need not know.

- We say BEGIN ourselves, and say BEGIN IMMEDIATE where we write: a transaction that reads first
  and asks for the write lock later fails at once when another wrote meanwhile, whatever
  `busy_timeout` says.
- The journal is a write-ahead log only where SQLite no longer loses it when two connections reset
  it at once (fixed in 3.51.3, 3.50.7 and 3.44.6), and never on a network file system.
- A new file is built beside its place and linked into it, so that nobody ever meets half a file,
  and an empty file at that place is somebody else's.
"""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext, suppress
from errno import ENOTDIR
from pathlib import Path
from typing import cast

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool, StaticPool

from quizapp.errors import StoreError
from quizapp.store.network import is_on_network
from quizapp.store.tables import CLUSTERED, PART, VERSION, metadata

APPLICATION_ID = int.from_bytes(b"quiz")

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_READS = "quizapp_reads"  # the execution option of a transaction that only reads
_OTHER_FILE = "give another file with --database; this one was left as it is"
_NOT_YOURS = "make the file and its folder yours to write, or give another with --database"
_RESTORE = "put the newest backup in its place: it lies in the folder 'backups' beside the file"

# SQLite's primary result codes that a learner can meet, in words.
_COMPLAINTS = {
    sqlite3.SQLITE_BUSY: ("is locked by another program", "close the other quizapp and try again"),
    sqlite3.SQLITE_LOCKED: ("is locked", "close the other quizapp and try again"),
    sqlite3.SQLITE_READONLY: ("cannot be written to", _NOT_YOURS),
    sqlite3.SQLITE_IOERR: ("cannot be read or written", "check the disk that it is on"),
    sqlite3.SQLITE_CORRUPT: ("is damaged", _RESTORE),
    sqlite3.SQLITE_FULL: ("cannot grow: the disk is full", "free some space and try again"),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", _NOT_YOURS),
    sqlite3.SQLITE_NOTADB: ("is no SQLite database", _OTHER_FILE),
}
_PRIMARY_CODE = 0xFF  # an extended result code holds its primary code in the lowest byte


def open_sqlite(url: URL, busy_seconds: float) -> "SqliteBackend":
    """Return the database at `url`, made where there is none; its version is not looked at.

    `busy_seconds` is how long a transaction waits for another one's lock.

    Raises:
        StoreError: the file is foreign, empty, cut short or out of reach; it is left as it is.
        DBAPIError: SQLite could not make it.
    """
    if url.database in {None, "", ":memory:"}:
        backend = SqliteBackend(None, busy_seconds)
        _create_schema(backend)
        return backend
    try:
        path = Path(str(url.database)).expanduser().absolute()
    except RuntimeError:
        raise StoreError(
            f"{url.database}: you have no home folder", "set HOME, or spell the path out"
        ) from None
    try:
        if not path.exists():
            _make(path, busy_seconds)
        _check(path)
    except OSError as error:
        raise StoreError(f"{path} cannot be opened: {error.strerror}", _NOT_YOURS) from None
    return SqliteBackend(path, busy_seconds)


class SqliteBackend:
    """A database in a file, or in memory (`path` None). See `quizapp.store.backend`."""

    def __init__(self, path: Path | None, busy_seconds: float) -> None:
        self.path = path
        self.place = "the database in memory" if path is None else str(path)
        self.product = f"SQLite {sqlite3.sqlite_version}"
        self.turn: AbstractContextManager[object] = (
            threading.RLock() if path is None else nullcontext()
        )
        self.engine = _engine(path, busy_seconds)
        self.reader: Engine = self.engine.execution_options(**{_READS: True})

    def version(self, connection: Connection) -> int:
        """Return the version of the schema, 0 for a database without one."""
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())

    def set_version(self, connection: Connection, version: int) -> None:
        """Write the version of the schema, within the transaction of `connection`."""
        connection.exec_driver_sql(f"PRAGMA user_version = {version:d}")

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """Open a transaction in which tables may be rebuilt; references are checked at its end."""
        with self.engine.connect() as connection:
            # Within a transaction this pragma is ignored; and where it is on, rebuilding a table
            # deletes the rows of all that refer to it.
            _set_foreign_keys(connection, "OFF")
            try:
                with connection.begin():
                    yield connection
                    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                    if broken:
                        raise StoreError(
                            f"{self.place}: {len(broken)} broken references after the upgrade",
                            "nothing was changed; this is a bug of quizapp",
                        )
            finally:
                _set_foreign_keys(connection, "ON")

    def bytes(self) -> int:
        """Return how large the file is, 0 for a database in memory."""
        return 0 if self.path is None else self.path.stat().st_size

    def faults(self, connection: Connection) -> tuple[str, ...]:
        """Return what SQLite's own checks find wrong, () when all is well."""
        pages = connection.exec_driver_sql("PRAGMA quick_check").scalars().all()
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        return (
            *(str(page) for page in pages if page != "ok"),
            *(f"a row of {row[0]} refers to a row of {row[2]} that is not there" for row in broken),
        )

    def backup_folder(self) -> Path | None:
        """Return the folder of automatic backups, None for a database in memory."""
        return None if self.path is None else self.path.parent / "backups"

    def back_up(self, target: Path) -> None:
        """Write a whole copy to `target`, which appears only when it is complete."""
        partial = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            _make_folder(target.parent)
            with (
                closing(sqlite3.connect(partial)) as copy,
                closing(self.engine.raw_connection()) as source,
            ):
                connection = cast("sqlite3.Connection", source.driver_connection)
                # A read of our own first: it waits for a lock as long as it may, a backup for ever.
                connection.execute("BEGIN")
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
                # A plain copy of the file would lose what is still in its write-ahead log.
                connection.backup(copy)
            partial.replace(target)
        except (OSError, sqlite3.Error, DBAPIError) as error:
            reason = getattr(error, "strerror", None) or error
            raise StoreError(
                f"no backup could be written to {target}: {reason}",
                "make room there, or make its folder yours to write",
            ) from None
        finally:
            with suppress(OSError):
                partial.unlink()

    def is_conflict(self, error: DBAPIError) -> bool:
        """Say whether another connection was in the way."""
        return _primary_code(error) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}

    def complaint(self, error: DBAPIError) -> StoreError:
        """Return what to tell the learner of `error`."""
        return _complaint(self.place, error)

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def has_sound_wal(version: tuple[int, ...]) -> bool:
    """Say whether SQLite `version` has the fix of the write-ahead log's reset."""
    return (
        version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)
    )


# --- connections ---------------------------------------------------------------------------------


def _engine(path: Path | None, busy_seconds: float) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=None if path is None else str(path)),
        connect_args={"timeout": busy_seconds, "check_same_thread": False},
        poolclass=StaticPool if path is None else QueuePool,
    )
    is_wal_safe = path is not None and (
        has_sound_wal(sqlite3.sqlite_version_info) and not is_on_network(path)
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None  # or sqlite3 would say BEGIN itself
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        if path is not None:
            _settle_journal(connection, "wal" if is_wal_safe else "delete")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        is_reading = connection.get_execution_options().get(_READS, False)
        connection.exec_driver_sql("BEGIN" if is_reading else "BEGIN IMMEDIATE")

    return engine


def _settle_journal(connection: sqlite3.Connection, wanted: str) -> None:
    """Turn the journal of the file to `wanted`, unless another process is using the file."""
    (found,) = connection.execute("PRAGMA journal_mode").fetchone()
    if found == wanted:
        return
    try:
        connection.execute(f"PRAGMA journal_mode = {wanted}")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & _PRIMARY_CODE != sqlite3.SQLITE_BUSY:
            raise


def _set_foreign_keys(connection: Connection, on_or_off: str) -> None:
    raw = cast("sqlite3.Connection", connection.connection.driver_connection)
    raw.execute(f"PRAGMA foreign_keys = {on_or_off}")


def _primary_code(error: DBAPIError) -> int:
    code: int = getattr(error.orig, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return code & _PRIMARY_CODE


def _complaint(place: str, error: DBAPIError) -> StoreError:
    what, mend = _COMPLAINTS.get(
        _primary_code(error), (f"refused: {error.orig}", "run `quizapp db verify`")
    )
    return StoreError(f"{place} {what}", mend)


# --- files ---------------------------------------------------------------------------------------


def _create_schema(backend: SqliteBackend) -> None:
    for table in metadata.tables.values():
        table.dialect_options["sqlite"]["with_rowid"] = not table.info.get(CLUSTERED)
        for index in table.indexes:
            index.dialect_options["sqlite"]["where"] = index.info.get(PART)
    with backend.engine.begin() as connection:
        metadata.create_all(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        backend.set_version(connection, VERSION)


def _make(path: Path, busy_seconds: float) -> None:
    """Put a new database at `path`; where another process is faster, its file stays."""
    _make_folder(path.parent)
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    new.unlink(missing_ok=True)
    backend = SqliteBackend(new, busy_seconds)
    try:
        _create_schema(backend)
        backend.close()
        _put(new, path)
    except DBAPIError as error:
        raise _complaint(str(path), error) from None
    finally:
        backend.close()
        new.unlink(missing_ok=True)


def _make_folder(path: Path) -> None:
    """Make the folder `path`, for its owner alone, where there is none."""
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
    except FileExistsError:
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR)) from None


def _put(new: Path, path: Path) -> None:
    """Move `new` to `path` without ever replacing what is there."""
    try:
        path.hardlink_to(new)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not path.exists():
            new.rename(path)


def _check(path: Path) -> None:
    """Raise a StoreError where the file at `path` is none of ours, or is cut short."""
    if path.is_dir():
        raise StoreError(f"{path} is a folder", f"name a file in it: sqlite:///{path}/quizapp.db")
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    for is_so, what, mend in _REFUSALS:
        if is_so(path, header):
            raise StoreError(f"{path} {what}", mend)


def _is_cut_short(path: Path, header: bytes) -> bool:
    """Say whether `path` is smaller than its header promises (the file format, section 1.3)."""
    if len(header) < _HEADER_BYTES:
        return True
    page_bytes, pages = int.from_bytes(header[16:18]), int.from_bytes(header[28:32])
    is_interrupted = path.with_name(f"{path.name}-journal").exists()  # SQLite mends it on opening
    return not is_interrupted and path.stat().st_size < page_bytes * pages


_REFUSALS: tuple[tuple[Callable[[Path, bytes], bool], str, str], ...] = (
    (lambda _, header: not header, "is empty", f"delete it, or {_OTHER_FILE}"),
    (
        lambda _, header: not header.startswith(_MAGIC),
        "is no SQLite database",
        _OTHER_FILE,
    ),
    (_is_cut_short, "is cut short", _RESTORE),
    (
        lambda _, header: int.from_bytes(header[68:72]) != APPLICATION_ID,
        "is the database of another program",
        _OTHER_FILE,
    ),
)
