"""Connections to SQLite: how a transaction begins, which journal, and following a file that moved.

- We say BEGIN ourselves, and say BEGIN IMMEDIATE where we write: a transaction that reads first
  and asks for the write lock later fails at once when another wrote meanwhile, whatever
  `busy_timeout` says.
- The journal is a write-ahead log only where SQLite no longer loses it when two connections reset
  it at once (fixed in 3.51.3, 3.50.7 and 3.44.6), and never on a network file system.
- A connection whose file was put aside, as a restore does, is closed and another one opened.
"""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool, StaticPool

from quizapp.store.backends.network import is_on_network
from quizapp.store.backends.sqlite_files import address

READS = "quizapp_reads"  # the execution option of a transaction that only reads

_PLACE = "quizapp_place"  # in a connection's record: which file it was opened on
_PRIMARY_CODE = 0xFF  # an extended result code holds its primary code in the lowest byte


def has_sound_wal(version: tuple[int, ...]) -> bool:
    """Return whether SQLite `version` has the fix of the write-ahead log's reset."""
    return (
        version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)
    )


def make_engine(
    path: Path | None, busy_seconds: float, *, is_read_only: bool, keeps_journal: bool
) -> Engine:
    """Return an engine on the file `path`, None: in memory.

    `busy_seconds` is how long a transaction waits for another one's lock.
    """

    def connect() -> sqlite3.Connection:
        # Never a mode that makes a file: what is gone meanwhile must not begin anew in silence.
        place = ":memory:" if path is None else address(path, "ro" if is_read_only else "rw")
        return sqlite3.connect(
            place, uri=path is not None, timeout=busy_seconds, check_same_thread=False
        )

    engine = create_engine(
        "sqlite://", creator=connect, poolclass=StaticPool if path is None else QueuePool
    )
    is_wal_safe = path is not None and (
        has_sound_wal(sqlite3.sqlite_version_info) and not is_on_network(path)
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
        record.info[_PLACE] = _identity_of(path)
        connection.isolation_level = None  # or sqlite3 would say BEGIN itself
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        if path is not None and not keeps_journal:
            _settle_journal(connection, "wal" if is_wal_safe else "delete")

    event.listen(engine, "begin", _begin)

    @event.listens_for(engine, "checkout")
    def follow(_: object, record: ConnectionPoolEntry, __: object) -> None:
        # SQLite refuses to write to a file that was put aside, and reads it for ever.
        if path is not None and record.info[_PLACE] != _identity_of(path):
            raise DisconnectionError

    return engine


def _begin(connection: Connection) -> None:
    is_reading = connection.get_execution_options().get(READS, False)
    connection.exec_driver_sql("BEGIN" if is_reading else "BEGIN IMMEDIATE")


def _identity_of(path: Path | None) -> tuple[int, int] | None:
    """Return which file lies at `path` now, None for none."""
    try:
        stat = None if path is None else path.stat()
    except OSError:
        return None
    return None if stat is None else (stat.st_dev, stat.st_ino)


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
