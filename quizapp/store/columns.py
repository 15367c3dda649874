"""How the tables are spelled: names of constraints, kinds of columns, words for the engines."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Integer, MetaData, Text, false, text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# For the engines, which each have their own word for it (naming one here would load it):
PARTIAL_CONDITION = "part"  # on an index: the condition of the rows that it holds
CLUSTERED = "clustered"  # on a table: its rows are kept in the order of their key

# SQLite keeps a table by its row id only where the key is spelled INTEGER.
_Key = BigInteger().with_variant(Integer(), "sqlite")


def required(name: str, type_: Any, *constraints: Any, **options: Any) -> Column[Any]:
    """Return a column that is never NULL."""
    return Column(name, type_, *constraints, nullable=False, **options)


def key_column() -> Column[Any]:
    """Return the key of a table, a hash of an authored id."""
    return Column("id", _Key, primary_key=True, autoincrement=False)


def flag_column(name: str) -> Column[Any]:
    """Return a column of yes or no; no where nothing is said."""
    return required(name, Boolean, server_default=false())


def place_columns() -> Iterator[Column[Any]]:
    """Yield the columns that hold a place in a sitting."""
    yield required("learner_id", BigInteger)
    yield required("sitting_id", BigInteger)
    yield required("position", Integer)


def answer_columns() -> Iterator[Column[Any]]:
    """Yield the columns that hold an answer, beside its time, its card and its item."""
    yield required("day", Integer)
    yield required("mode", Text)
    yield required("format", Text)
    yield required("response", Text)
    yield required("shown", Text)
    yield required("verdict", Text)
    yield required("graded", Text)
    yield required("reason", Text)
    yield Column("rating", Integer)
    yield required("counts", Boolean)
    yield required("hints", Integer)
    yield required("milliseconds", Integer)
    yield required("item_hash", Text)
    yield required("seed", BigInteger)
    yield Column("sitting_id", BigInteger)
    yield required("position", Integer)
    yield required("tries", Integer, server_default=text("1"))  # 2: more was asked for
    yield required("first", Text, server_default=text("'right'"))  # the outcome of the first try
    yield Column("asked", Text)  # "yes", "no": was it the same? NULL where that was not asked
