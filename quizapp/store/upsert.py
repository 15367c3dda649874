"""Making the rows of a table what is wanted: what is new is added, what is gone is retired."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import itemgetter
from typing import Any, TypeAlias

from sqlalchemy import Connection, Select, Table, bindparam, insert, update

from quizapp.store.rows import Values

_VALUES_AT_ONCE = 900  # older engines allow 999 in a statement

# A row of a query: its key, when it was retired (None: it lives), then the columns that are
# compared, the hash of its content first; and what else the caller wants to know, by name.
KnownRow: TypeAlias = Any


@dataclass(frozen=True, slots=True)
class RowChanges:
    """The keys of a table by what became of their rows.

    `unchanged` have their content and live already; `moved` have it too, but stand elsewhere now or
    were retired.
    """

    added: list[int] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)
    moved: list[int] = field(default_factory=list)
    unchanged: list[int] = field(default_factory=list)
    removed: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class DesiredRows:
    """The rows that are to live, by their keys.

    Attributes:
        columns: the names of the columns that are compared; the first is a hash of the content.
        compared_values: their values.
        other_values: makes all other columns, for a row that is new or has another content.
    """

    columns: tuple[str, ...]
    compared_values: Mapping[int, tuple[Any, ...]]
    other_values: Callable[[int], Values]

    def values(self, key: int) -> Values:
        """Return the compared columns of a row by name."""
        return dict(zip(self.columns, self.compared_values[key], strict=True))


def read_rows(connection: Connection, query: Select[Any]) -> dict[int, KnownRow]:
    """Return the rows of `query` by what stands in their first column."""
    return {row[0]: row for row in connection.execute(query).all()}


def classify_rows(
    known: Mapping[int, KnownRow], compared_values: Mapping[int, tuple[Any, ...]]
) -> RowChanges:
    """Return what must become of the rows `known` and of those wanted."""
    changes = RowChanges(
        removed=[key for key, row in known.items() if row[1] is None and key not in compared_values]
    )
    for key, values in compared_values.items():
        _change_list(changes, known.get(key), values).append(key)
    return changes


def _change_list(changes: RowChanges, row: KnownRow | None, values: tuple[Any, ...]) -> list[int]:
    if row is None:
        return changes.added
    if row[2] != values[0]:
        return changes.changed
    is_same = row[1] is None and row[2 : 2 + len(values)] == values
    return changes.unchanged if is_same else changes.moved


def apply_changes(
    connection: Connection, table: Table, changes: RowChanges, desired: DesiredRows, at: int
) -> None:
    """Write what `changes` say; rows that are gone are retired `at` that millisecond."""
    values, others = desired.values, desired.other_values
    # In the order of the keys, which is that of the table: so each page is filled once.
    insert_rows(
        connection,
        table,
        [{"id": key, **values(key), **others(key)} for key in sorted(changes.added)],
    )
    update_rows(
        connection,
        table,
        [{"row": key, **values(key), **others(key), "retired_at": None} for key in changes.changed],
    )
    update_rows(
        connection,
        table,
        [{"row": key, **values(key), "retired_at": None} for key in changes.moved],
    )
    update_rows(connection, table, [{"row": key, "retired_at": at} for key in changes.removed])


def insert_rows(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Insert `rows`, which all name the same columns."""
    if rows:
        _insert(connection, table, rows, {name: name for name in rows[0]})


def insert_tuples(
    connection: Connection, table: Table, names: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert `rows`, each of which holds the columns called `names`, in that order."""
    _insert(connection, table, rows, {name: place for place, name in enumerate(names)})


def _insert(
    connection: Connection, table: Table, rows: Sequence[Any], place_of: Mapping[str, Any]
) -> None:
    """Insert `rows`, each of which holds its columns by their names at `place_of`.

    The driver takes them as they are: SQLAlchemy would work on a row as long as SQLite does.
    """
    statement = insert(table).compile(dialect=connection.dialect, column_keys=list(place_of))
    text, names = str(statement), list(statement.params)
    tuples = list(map(itemgetter(*(place_of[name] for name in names)), rows))
    if not statement.positional:
        named = [dict(zip(names, values, strict=True)) for values in tuples]
        connection.exec_driver_sql(text, named)
        return
    # Many rows a statement: SQLite readies the constraints of a table for each statement anew,
    # which takes it longer than all else about a row.
    at_once = _VALUES_AT_ONCE // len(names)
    whole = len(tuples) - len(tuples) % at_once
    groups = [
        tuple(chain.from_iterable(tuples[start : start + at_once]))
        for start in range(0, whole, at_once)
    ]
    _, _, row = text.partition(" VALUES ")
    for many, given in ((at_once, groups), (1, tuples[whole:])):
        if given:
            connection.exec_driver_sql(text + f", {row}" * (many - 1), given)


def update_rows(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Update the columns that `rows` name, each in the row whose id is its `row`."""
    if rows:
        connection.execute(update(table).where(table.c.id == bindparam("row")), rows)
