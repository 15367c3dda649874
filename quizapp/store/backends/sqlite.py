"""SQLite: everything about it that the rest of the store need not know.

- A new file is built beside its place and linked into it, so that nobody ever meets half a file,
  and an empty file at that place is somebody else's.

What its files are is in `quizapp.store.backends.sqlite_files`, how it is spoken to in
`sqlite_connections`.
"""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext, suppress
from pathlib import Path
from secrets import token_hex
from typing import cast

from sqlalchemy import URL, Connection, Engine, insert
from sqlalchemy.exc import DBAPIError

from quizapp.errors import DamagedStoreError, StoreError, WrongCallError
from quizapp.store.backends.backend import RESTORE, Creates
from quizapp.store.backends.sqlite_connections import READS, make_engine
from quizapp.store.backends.sqlite_files import (
    APPLICATION_ID,
    backup_folder,
    check_file,
    check_folder,
    clean_leftovers,
    is_database,
    make_durable,
    make_folder,
    make_private,
    put,
    side_files,
)
from quizapp.store.backends.sqlite_swap import settle_swaps
from quizapp.store.columns import CLUSTERED, PARTIAL_CONDITION, metadata
from quizapp.store.tables import SCHEMA_VERSION, identity

_FIX_PERMISSIONS = "make the file and its folder writable, or give another with --database"

# SQLite's primary result codes that a learner can meet, in words.
_ERROR_TEXTS = {
    sqlite3.SQLITE_BUSY: ("is locked by another program", "close the other quizapp and try again"),
    sqlite3.SQLITE_LOCKED: ("is locked", "close the other quizapp and try again"),
    sqlite3.SQLITE_READONLY: ("cannot be written to", _FIX_PERMISSIONS),
    sqlite3.SQLITE_IOERR: ("cannot be read or written", "check the disk that it is on"),
    sqlite3.SQLITE_CORRUPT: ("is damaged", RESTORE),
    sqlite3.SQLITE_FULL: ("cannot grow: the disk is full", "free some space and try again"),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", _FIX_PERMISSIONS),
    sqlite3.SQLITE_NOTADB: ("is damaged", RESTORE),  # it was one when it was opened
}
_UNHEALED = (
    "was interrupted by a crash and cannot be repaired read only",
    "open it once without ?mode=ro",
)
_CONFLICTS = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGES = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_PRIMARY_CODE = 0xFF  # an extended result code holds its primary code in the lowest byte


def open_sqlite(url: URL, busy_seconds: float, creates: Creates = Creates.FILE) -> "SqliteBackend":
    """Return the database at `url`, made where there is none; its version is not looked at.

    `busy_seconds` is how long a transaction waits for another one's lock.

    Raises:
        StoreError: the file is foreign, empty, damaged, missing or out of reach; it is left as
            it is.
        WrongCallError: the URL asks for what quizapp does not know.
        DBAPIError: SQLite could not make it.
    """
    path, mode = place_of(url)
    if path is None:
        backend = SqliteBackend(None, busy_seconds)
        _create_schema(backend)
        return backend
    is_read_only = mode == "ro"
    try:
        if not is_read_only:
            clean_leftovers(path)
            settle_swaps(path)
        is_new = not path.exists()
        if is_new:
            _may_make(path, Creates.NOTHING if mode != "rwc" else creates)
            _create_file(path, busy_seconds)
        check_file(path, is_read_only=is_read_only)
    except OSError as error:
        raise StoreError(f"{path} cannot be opened: {error.strerror}", _FIX_PERMISSIONS) from None
    return SqliteBackend(path, busy_seconds, is_read_only=is_read_only, is_new=is_new)


def place_of(url: URL) -> tuple[Path | None, str]:
    """Return the file that `url` names, None for one in memory, and how it is to be opened.

    How is "ro" (nothing is written), "rw" (nothing is made) or "rwc". A link leads to its file, so
    that the journal and the backups lie beside the file whichever way it is called.

    Raises:
        WrongCallError: the URL asks for something else.
    """
    asked = dict(url.query)
    name, mode = url.database, asked.pop("mode", "rwc")
    if asked.pop("uri", "") == "true" and name is not None:
        name = name.removeprefix("file:")
    if asked or mode not in {"ro", "rw", "rwc"}:
        found = next(iter(asked), f"mode={mode}")
        raise WrongCallError(
            f"{found} in a database URL is unknown",
            "only ?mode=ro is known: it opens a database read only",
        )
    if name in {None, "", ":memory:"}:
        return None, mode
    try:
        path = Path(str(name)).expanduser().absolute()
    except RuntimeError:
        raise StoreError(
            f"{name}: you have no home folder", "set HOME, or spell the path out"
        ) from None
    return (path.resolve() if path.is_symlink() else path), mode


class SqliteBackend:
    """A database in a file, or in memory (`path` None). See `quizapp.store.backends.backend`."""

    def __init__(
        self,
        path: Path | None,
        busy_seconds: float,
        *,
        is_read_only: bool = False,
        is_new: bool = False,
        keeps_journal: bool = False,
    ) -> None:
        self.path = path
        self.is_read_only = is_read_only
        self.is_new = is_new
        self.location = "the database in memory" if path is None else str(path)
        self.engine_version = f"SQLite {sqlite3.sqlite_version}"
        self.lock: AbstractContextManager[object] = (
            threading.RLock() if path is None else nullcontext()
        )
        # A copy stays as it is, down to the kind of its journal.
        self.engine = make_engine(
            path,
            busy_seconds,
            is_read_only=is_read_only,
            keeps_journal=keeps_journal or is_read_only,
        )
        self.read_engine: Engine = self.engine.execution_options(**{READS: True})

    def schema_version(self, connection: Connection) -> int:
        """Return the version of the schema, 0 for a database without one."""
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())

    def set_schema_version(self, connection: Connection, version: int) -> None:
        """Write the version of the schema, within the transaction of `connection`."""
        connection.exec_driver_sql(f"PRAGMA user_version = {version:d}")

    @contextmanager
    def migration_transaction(self) -> Iterator[Connection]:
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
                            f"{self.location}: {len(broken)} broken references after the upgrade",
                            "nothing was changed; this is a bug in quizapp",
                        )
            finally:
                _set_foreign_keys(connection, "ON")

    def size_bytes(self) -> int:
        """Return how large the file is, 0 for a database in memory."""
        return 0 if self.path is None else self.path.stat().st_size

    def fingerprint(self) -> str:
        """Return what is another text after every change; "" for a database in memory."""
        if self.path is None:
            return ""
        files = (self.path, self.path.with_name(f"{self.path.name}-wal"))
        stats = (file.stat() for file in files if file.exists())
        return " ".join(f"{stat.st_ino}:{stat.st_size}:{stat.st_mtime_ns}" for stat in stats)

    def find_faults(self, connection: Connection) -> tuple[str, ...]:
        """Return what SQLite's own checks find wrong, () when all is well."""
        # The quick one first: the other, which compares each index too, breaks off at a bad page.
        for check in ("quick_check", "integrity_check"):
            pages = connection.exec_driver_sql(f"PRAGMA {check}").scalars().all()
            if list(pages) != ["ok"]:
                lines = (line for page in pages for line in str(page).splitlines())
                return tuple(line for line in lines if not line.startswith("***"))
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        return tuple(f"a row of {row[0]} refers to a missing row of {row[2]}" for row in broken)

    def backup_folder(self) -> Path | None:
        """Return the folder of automatic backups, None for a database in memory."""
        return None if self.path is None else backup_folder(self.path)

    @contextmanager
    def copied(self, target: Path) -> Iterator["SqliteBackend"]:
        """Hand out a whole copy, which stays at `target` only where the block ends well."""
        partial = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            make_folder(target.parent)
            self._copy(partial)
            copy = SqliteBackend(partial, 0, keeps_journal=True)
            try:
                yield copy
            finally:
                copy.close()
            make_durable(partial)
            partial.replace(target)
            make_durable(target.parent)
        except (OSError, sqlite3.Error, DBAPIError) as error:
            raise self._not_copied(target, error) from None
        finally:
            for left in (partial, *side_files(partial)):
                with suppress(OSError):
                    left.unlink()

    def _copy(self, partial: Path) -> None:
        make_private(partial)
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
            # One file, whole in itself, whatever journal its source has.
            copy.execute("PRAGMA journal_mode = DELETE")

    def _not_copied(self, target: Path, error: Exception) -> StoreError:
        code = getattr(getattr(error, "orig", error), "sqlite_errorcode", 0) & _PRIMARY_CODE
        if code in _DAMAGES:
            return DamagedStoreError(
                f"{self.location} is damaged: {getattr(error, 'orig', error)}", RESTORE
            )
        reason = getattr(error, "strerror", None) or error
        return StoreError(
            f"no backup could be written to {target}: {reason}",
            "free some space there, or make its folder writable",
        )

    def open_copy(self, path: Path) -> "SqliteBackend":
        """Return the copy at `path`, or another database of quizapp, whatever its version."""
        try:
            check_file(path)
        except OSError as error:
            raise StoreError(
                f"{path} cannot be opened: {error.strerror}", _FIX_PERMISSIONS
            ) from None
        return SqliteBackend(path, 0, keeps_journal=True)

    def beside(self) -> tuple[Path, ...]:
        """Return the other databases of quizapp in the folder of this one."""
        if self.path is None:
            return ()
        others = (path for path in self.path.parent.iterdir() if path.is_file())
        return tuple(path for path in others if path != self.path and is_database(path))

    def make_folder(self, path: Path) -> None:
        """Make the folder `path`, for its owner alone, where there is none."""
        make_folder(path)

    def is_conflict(self, error: DBAPIError) -> bool:
        """Return whether another connection was in the way."""
        code = _code(error)
        return code & _PRIMARY_CODE in _CONFLICTS or code == sqlite3.SQLITE_READONLY_DBMOVED

    def to_store_error(self, error: DBAPIError) -> StoreError:
        """Return what to tell the learner of `error`."""
        return _store_error(self.location, error)

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


# --- words ---------------------------------------------------------------------------------------


def _set_foreign_keys(connection: Connection, on_or_off: str) -> None:
    raw = cast("sqlite3.Connection", connection.connection.driver_connection)
    raw.execute(f"PRAGMA foreign_keys = {on_or_off}")


def _code(error: DBAPIError) -> int:
    code: int = getattr(error.orig, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return code


def _store_error(place: str, error: DBAPIError) -> StoreError:
    code = _code(error)
    what, fix = _ERROR_TEXTS.get(
        code & _PRIMARY_CODE, (f"refused: {error.orig}", "run `quizapp db verify`")
    )
    if code in {sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY}:
        what, fix = _UNHEALED
    if code & _PRIMARY_CODE in _DAMAGES:
        return DamagedStoreError(f"{place} {what}", fix)
    return StoreError(f"{place} {what}", fix)


# --- files ---------------------------------------------------------------------------------------


def _create_schema(backend: SqliteBackend) -> None:
    for table in metadata.tables.values():
        table.dialect_options["sqlite"]["with_rowid"] = not table.info.get(CLUSTERED)
        for index in table.indexes:
            index.dialect_options["sqlite"]["where"] = index.info.get(PARTIAL_CONDITION)
    with backend.engine.begin() as connection:
        metadata.create_all(connection)
        connection.execute(insert(identity).values(id=token_hex(16)))
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        backend.set_schema_version(connection, SCHEMA_VERSION)


def _create_file(path: Path, busy_seconds: float) -> None:
    """Put a new database at `path`; where another process is faster, its file stays."""
    make_folder(path.parent)
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    make_private(new)
    backend = SqliteBackend(new, busy_seconds)
    try:
        _create_schema(backend)
        backend.close()
        put(new, path)
    except DBAPIError as error:
        raise _store_error(str(path), error) from None
    finally:
        backend.close()
        new.unlink(missing_ok=True)


def _may_make(path: Path, creates: Creates) -> None:
    """Raise a StoreError where no database may be made at `path`."""
    left = side_files(path)
    if left:
        raise StoreError(f"{path} is gone, but its {left[0].name} is still there", RESTORE)
    if creates is Creates.NOTHING:
        raise StoreError(f"{path} doesn't exist", "check the path")
    check_folder(path, creates)
