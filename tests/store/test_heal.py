"""SQLite is let heal a file that a crash left half written, before anybody says what it is."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.errors import StoreError
from quizapp.store.backends.sqlite_files import APPLICATION_ID
from quizapp.store.learner_store import open_learner
from quizapp.store.open import open_store
from quizapp.store.verify import verify_store
from tests.builders import CALENDAR, a_store, an_answer
from tests.store.damage import PAGE, crash_in_the_midst, overwrite, tear_first_page

pytestmark = pytest.mark.slow  # processes that are killed, closed or limited


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with one answer."""
    path = tmp_path / "quizapp.db"
    with a_store(url=f"sqlite:///{path}") as store:
        open_learner(store, "ada", CALENDAR).record(an_answer())
    return path


def test_a_first_page_that_a_crash_tore_is_healed_from_the_journal(path: Path) -> None:
    crash_in_the_midst(path)
    tear_first_page(path)
    assert path.with_name("quizapp.db-journal").stat().st_size > PAGE

    with open_store(f"sqlite:///{path}") as store:
        report = verify_store(store)

    assert (report.reviews, report.faults) == (1, ())
    assert int.from_bytes(path.read_bytes()[68:72]) == APPLICATION_ID
    assert not path.with_name("quizapp.db-journal").exists()


def test_a_file_that_a_crash_left_shorter_than_its_header_is_healed(path: Path) -> None:
    crash_in_the_midst(path)
    overwrite(path, 28, (10_000).to_bytes(4))

    with open_store(f"sqlite:///{path}") as store:
        assert verify_store(store).faults == ()


def test_a_first_page_that_was_torn_is_healed_from_a_write_ahead_log(path: Path) -> None:
    crash_in_the_midst(path, "wal")
    tear_first_page(path)

    with open_store(f"sqlite:///{path}") as store:
        report = verify_store(store)

    assert (report.reviews, report.faults) == (1, ())


def test_a_torn_first_page_without_a_journal_is_damage_where_backups_show_whose_it_was(
    path: Path,
) -> None:
    backups = path.with_name("quizapp.db-backups")
    backups.mkdir()
    (backups / "2026-03-02T0900Z.db").touch()
    tear_first_page(path)

    with pytest.raises(StoreError) as caught:
        open_store(f"sqlite:///{path}")

    assert caught.value.message == f"{path} is damaged: it is not an SQLite database"
    assert caught.value.fix == "restore the last sound backup: quizapp restore"


def test_a_foreign_file_beside_a_journal_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "quizapp.db"
    path.write_text("dear diary")
    path.with_name("quizapp.db-journal").write_text("dear journal")

    with pytest.raises(StoreError, match="is not an SQLite database"):
        open_store(f"sqlite:///{path}")

    assert path.read_text() == "dear diary"
    assert path.with_name("quizapp.db-journal").read_text() == "dear journal"


def test_a_file_cut_to_nothing_keeps_its_journal(path: Path) -> None:
    crash_in_the_midst(path)
    journal = path.with_name("quizapp.db-journal").read_bytes()
    path.write_bytes(b"")

    with pytest.raises(StoreError, match="is empty"):
        open_store(f"sqlite:///{path}")

    assert path.with_name("quizapp.db-journal").read_bytes() == journal


def test_what_another_program_is_writing_just_now_is_no_damage(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA cache_size = 2")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("CREATE TABLE filler AS SELECT zeroblob(900000) AS bytes")

        with pytest.raises(StoreError, match="is locked by another program"):
            open_store(f"sqlite:///{path}", busy_seconds=0)
