"""Anki's database, opened so that it can run nothing and hands out only so much.

A schema is a program: a view, a trigger, a virtual table or a generated column in the place of a
table can make a value of a gigabyte, or rows without end, of a file of a few kilobytes. So what is
read must be plain tables, and what comes out of them is counted.
"""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quizapp.errors import QuizappError

MIB = 1 << 20
_NEEDED = frozenset({"col", "notes", "cards", "revlog"})
_READ = _NEEDED | {"notetypes", "fields", "templates", "decks"}
_BY_ID = ("notes", "cards", "revlog")  # read in the order of their ids, which must cost nothing
_CREATES_TABLE = re.compile(r"\s*CREATE\s+TABLE\b", re.IGNORECASE)

_LARGEST_VALUE = 64 * MIB
_SMALLEST_LIMIT = MIB
_TIMES_READ = 4  # no text is read oftener
_ALWAYS_FINE_ROWS = 200_000
_MOST_ROWS = 20_000_000
_STEPS = 100_000  # of SQLite's machine, between two looks at how many there were
_STEPS_A_ROW = 200  # a plain row takes some twenty

AGAIN = "export it again in Anki: File, Export"


class BadPackageError(QuizappError):
    """The file cannot be read as a package of Anki's."""


class _Budget:
    """What may come out of a database of `database_bytes` that was in a file of `package_bytes`.

    A row takes more than a byte in a package, however well it is packed.
    """

    def __init__(self, database_bytes: int, package_bytes: int) -> None:
        self._rows = min(max(_ALWAYS_FINE_ROWS, package_bytes), _MOST_ROWS)
        self._bytes = _TIMES_READ * database_bytes + MIB
        self._steps = self._rows * _STEPS_A_ROW

    def take(self, _: sqlite3.Cursor, row: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return a row as it is, and count it.

        Raises:
            BadPackageError: there were too many, or too large ones.
        """
        self._rows -= 1
        self._bytes -= sum(len(value) for value in row if isinstance(value, str | bytes))
        if self._rows < 0 or self._bytes < 0:
            raise BadPackageError("the collection is far larger than the package can be", AGAIN)
        return row

    def step(self) -> bool:
        """Count steps; return whether SQLite is to give up."""
        self._steps -= _STEPS
        return self._steps < 0


def database_at(path: Path, package_bytes: int) -> sqlite3.Connection:
    """Return a connection to Anki's database at `path` that only reads, and runs nothing of it.

    Raises:
        BadPackageError: it is no collection, or no plain one.
        sqlite3.Error: it is damaged.
    """
    size = path.stat().st_size
    budget = _Budget(size, package_bytes)
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        connection.setlimit(
            sqlite3.SQLITE_LIMIT_LENGTH, max(_SMALLEST_LIMIT, min(size, _LARGEST_VALUE))
        )
        connection.text_factory = lambda raw: raw.decode(errors="replace")
        connection.create_collation("unicase", _compare_without_case)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.row_factory = budget.take
        connection.set_progress_handler(budget.step, _STEPS)
        _check_tables(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_tables(connection: sqlite3.Connection) -> None:
    """Raise a BadPackageError when the database holds no collection, or one that is no data."""
    rows = connection.execute("SELECT type, lower(name), lower(tbl_name), sql FROM sqlite_master")
    tables: set[str] = set()
    for kind, name, table, sql in rows:
        is_plain = kind == "table" and _CREATES_TABLE.match(sql or "")
        if is_plain:
            tables.add(name)
        elif name in _READ:
            thing = "virtual table" if kind == "table" else kind
            raise BadPackageError(f"the package has a {thing} in place of the table {name}", AGAIN)
        elif kind == "trigger" and table in _READ:
            raise BadPackageError(f"the package has a trigger on the table {table}", AGAIN)
    if not tables >= _NEEDED:
        raise BadPackageError("the archive has no Anki collection", AGAIN)
    for table in sorted(tables & _READ):
        _check_columns(table, list(_columns_of(connection, table)))


def _columns_of(connection: sqlite3.Connection, table: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield name, type, place in the key and kind (0: plain) of each column of a `table`."""
    for _, name, type_, _, _, key, kind in connection.execute(f"PRAGMA table_xinfo({table})"):
        yield str(name), str(type_), int(key), int(kind)


def _check_columns(table: str, columns: list[tuple[str, str, int, int]]) -> None:
    """Raise a BadPackageError for a column that is computed, or for ids that are no key."""
    for name, _, _, kind in columns:
        if kind:
            raise BadPackageError(f"the package computes {table}.{name} and stores none", AGAIN)
    keys = [(name, type_.upper()) for name, type_, key, _ in columns if key]
    if table in _BY_ID and keys != [("id", "INTEGER")]:
        raise BadPackageError(f"the table {table} of the package has no ids", AGAIN)


def _compare_without_case(one: str, other: str) -> int:
    """Return -1, 0 or 1 as `one` comes before, with or after `other`: Anki's own collation."""
    folded, other_folded = one.casefold(), other.casefold()
    return (folded > other_folded) - (folded < other_folded)
