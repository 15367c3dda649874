"""The store is not SQLite's: one module is, and the tables can be made elsewhere."""

from pathlib import Path

import pytest
from sqlalchemy import make_url
from sqlalchemy.schema import CreateIndex, CreateTable

import quizapp.store
from quizapp.store.columns import metadata

STORE = Path(quizapp.store.__file__).parent


def test_only_its_own_modules_speak_of_sqlite() -> None:
    words = ("sqlite3", "PRAGMA", "sqlalchemy.dialects", "sqlite_")

    found = {
        path.name
        for path in STORE.rglob("*.py")
        if path.parent.name != "versions"  # a migration is what ran
        and any(word in path.read_text(encoding="utf-8") for word in words)
    }

    assert {name for name in found if not name.startswith("sqlite")} == set()


@pytest.mark.parametrize("url", ["sqlite://", "postgresql+psycopg://"])
def test_the_tables_can_be_made_in_every_engine(url: str) -> None:
    dialect = make_url(url).get_dialect()()

    made = [str(CreateTable(table).compile(dialect=dialect)) for table in metadata.sorted_tables]
    made += [
        str(CreateIndex(index).compile(dialect=dialect))
        for table in metadata.sorted_tables
        for index in table.indexes
    ]

    assert len(made) == 24 + 7
