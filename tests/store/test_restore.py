"""A backup takes the place of the database, whatever has become of that."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from quizapp.errors import StoreError, WrongCallError
from quizapp.learner.model import Mode
from quizapp.store.backends.sqlite_swap import NEW, settle_swaps
from quizapp.store.backups.news import damage_of
from quizapp.store.backups.sqlite_restore import Gone, Kept, Restore, prepared_restore
from quizapp.store.backups.take_backup import AT_ONCE, back_up_if_due
from quizapp.store.learner_store import open_learner
from quizapp.store.open import open_store
from quizapp.store.tables import SCHEMA_VERSION
from quizapp.store.verify import verify_store
from tests.builders import CALENDAR, MORNING, a_store, an_answer
from tests.store.damage import crash_in_the_midst, overwrite, spoil_table, tear_first_page

pytestmark = pytest.mark.slow  # processes that are killed, closed or limited

AN_HOUR = timedelta(hours=1)
SCHEMAS = Path(__file__).parent / "schemas"
A_DEAD_PROCESS = 2**22 + 1
FIRST, SECOND = "2026-03-02T0900Z.db", "2026-03-02T1100Z.db"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with 3 answers; a backup was made after the first, and after the second."""
    path = tmp_path / "quizapp.db"
    with a_store(url=url_of(path)) as store:
        learner_store = open_learner(store, "ada", CALENDAR)
        learner_store.record(an_answer())
        back_up_if_due(store, MORNING, AT_ONCE)
        learner_store.record(an_answer(at=MORNING + AN_HOUR))
        back_up_if_due(store, MORNING + 2 * AN_HOUR, AT_ONCE)
        learner_store.record(an_answer(at=MORNING + 3 * AN_HOUR))
    return path


def url_of(path: Path) -> str:
    return f"sqlite:///{path}"


def backup(path: Path, name: str) -> Path:
    return path.with_name("quizapp.db-backups") / name


def restored(
    path: Path, wanted: Path | datetime | None = None, now: datetime = MORNING + 9 * AN_HOUR
) -> tuple[Restore, Kept | None]:
    with prepared_restore(url_of(path), wanted, now, busy_seconds=0) as restore:
        return restore, restore.swap()


def reviews(path: Path) -> int:
    with open_store(url_of(path), now=MORNING) as store:
        report = verify_store(store)
    assert report.faults == ()
    return report.reviews


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


# --- which copy ----------------------------------------------------------------------------------


def test_the_newest_backup_is_restored_and_what_is_gone_is_known(path: Path) -> None:
    restore, kept = restored(path)

    assert restore.copy == backup(path, SECOND)
    assert restore.gone is not None
    assert (restore.gone.answers, restore.gone.last) == (1, MORNING + 3 * AN_HOUR)
    assert reviews(path) == 2
    assert kept == Kept(backup(path, "replaced-2026-03-02T1800Z") / "quizapp.db", is_sound=True)


def test_an_answer_that_was_undone_is_not_gone(path: Path) -> None:
    with open_store(url_of(path)) as store:
        open_learner(store, "ada", CALENDAR).undo(Mode.STUDY, now=MORNING + 4 * AN_HOUR)

    restore, _ = restored(path)

    assert restore.gone == Gone(0, None)


def test_a_restore_is_undone_by_restoring_what_it_replaced(path: Path) -> None:
    _, kept = restored(path)

    assert kept is not None
    restored(path, kept.path)

    assert reviews(path) == 3


def test_the_newest_that_is_not_later_than_a_time_is_restored(path: Path) -> None:
    restored(path, MORNING + AN_HOUR)

    assert reviews(path) == 1


def test_no_backup_is_as_old_as_was_asked_for(path: Path) -> None:
    with pytest.raises(StoreError, match=r"no backup of .* is that old"):
        restored(path, MORNING - AN_HOUR)

    assert reviews(path) == 3


def test_a_newest_backup_that_is_damaged_is_passed_over(path: Path) -> None:
    spoil_table(backup(path, SECOND))

    restore, _ = restored(path)

    assert restore.copy == backup(path, FIRST)
    assert restore.passed_over == (f"{backup(path, SECOND)} changed after it was checked",)
    assert reviews(path) == 1


def test_a_newest_backup_that_is_not_what_was_checked_is_passed_over(path: Path) -> None:
    with closing(sqlite3.connect(backup(path, SECOND))) as connection, connection:
        connection.execute("UPDATE decks SET title = 'Rotten'")

    restore, _ = restored(path)

    assert restore.copy == backup(path, FIRST)


def test_a_backup_is_left_as_it_is_down_to_its_journal(path: Path) -> None:
    copy = path.with_name("copy.db")
    shutil.copy(backup(path, SECOND), copy)
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA journal_mode = wal")
    before = copy.read_bytes()

    restored(path, copy)

    assert copy.read_bytes() == before
    assert reviews(path) == 2


def test_where_none_is_sound_nothing_is_changed(path: Path) -> None:
    spoil_table(backup(path, FIRST))
    tear_first_page(backup(path, SECOND))

    with pytest.raises(StoreError, match=r"no backup of .* is sound: "):
        restored(path)

    assert reviews(path) == 3


def test_without_any_backup_one_must_be_named(tmp_path: Path) -> None:
    path = tmp_path / "quizapp.db"
    a_store(url=url_of(path)).close()

    with pytest.raises(StoreError, match="there is no backup of") as caught:
        restored(path)

    assert caught.value.fix == "name one: quizapp restore FILE"


def cut_short(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:20_000])


def cut_to_nothing(copy: Path) -> None:
    copy.write_bytes(b"")


def write_text(copy: Path) -> None:
    copy.write_text("dear diary")


def make_another_programs(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA application_id = 7")


def make_newer(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA user_version = 99")


def break_reference(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("UPDATE cards SET fact_id = 7")


def falsify_memory(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("UPDATE memories SET stability = stability + 1")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (cut_short, "is damaged|is incomplete"),
        (cut_to_nothing, "is empty"),
        (write_text, "is not an SQLite database"),
        (tear_first_page, "is not an SQLite database"),
        (spoil_table, "is damaged"),
        (make_another_programs, "is the database of another program"),
        (make_newer, "was written by a newer quizapp"),
        (break_reference, "is damaged: a row of cards refers to a missing row of facts"),
        (falsify_memory, "is damaged: .* the memory does not match its log"),
        (Path.unlink, "doesn't exist"),
    ],
)
def test_a_file_that_is_no_sound_backup_is_refused_and_nothing_is_changed(
    path: Path, spoil: Callable[[Path], None], message: str
) -> None:
    copy = path.with_name("copy.db")
    shutil.copy(backup(path, SECOND), copy)
    spoil(copy)
    before = path.read_bytes()

    with pytest.raises(StoreError, match=message):
        restored(path, copy)

    assert path.read_bytes() == before
    assert names(path.parent) == sorted(
        {"quizapp.db", "quizapp.db-backups", *([copy.name] if copy.exists() else [])}
    )


def test_the_database_itself_is_no_backup_of_it(path: Path) -> None:
    with pytest.raises(WrongCallError, match="is the database itself"):
        restored(path, path)


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_a_backup_of_each_version_is_restored_and_upgraded(path: Path, version: int) -> None:
    copy = path.with_name("copy.db")
    with closing(sqlite3.connect(copy)) as connection:
        connection.executescript((SCHEMAS / f"v{version}.sql").read_text(encoding="utf-8"))

    restored(path, copy)

    with open_store(url_of(path)) as store:
        assert store.schema_version() == SCHEMA_VERSION
        assert verify_store(store).reviews == 3
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (version,)


# --- what is there now ---------------------------------------------------------------------------


def delete_journal(path: Path) -> None:
    path.with_name("quizapp.db-journal").unlink()


def tear_and_lose_journal(path: Path) -> None:
    crash_in_the_midst(path)
    tear_first_page(path)
    delete_journal(path)


def leave_foreign_journal(path: Path) -> None:
    """A journal that would be played back into whatever is put in the database's place."""
    other = path.with_name("other.db")
    shutil.copy(path, other)
    crash_in_the_midst(other)
    other.with_name("other.db-journal").rename(path.with_name("quizapp.db-journal"))
    other.unlink()
    tear_first_page(path)
    overwrite(path, 4096, b"\xff" * 40_000)


def lose_but_for_journal(path: Path) -> None:
    crash_in_the_midst(path)
    path.unlink()


@pytest.mark.parametrize(
    "spoil",
    [
        cut_short,
        cut_to_nothing,
        write_text,
        tear_first_page,
        spoil_table,
        make_newer,
        break_reference,
        falsify_memory,
        crash_in_the_midst,
        tear_and_lose_journal,
        leave_foreign_journal,
        lose_but_for_journal,
        Path.unlink,
    ],
)
def test_whatever_has_become_of_the_database_the_backup_takes_its_place(
    path: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(path)

    restored(path)

    assert reviews(path) == 2
    assert names(path.parent) == ["quizapp.db", "quizapp.db-backups"]


@pytest.mark.parametrize("spoil", [cut_short, write_text, leave_foreign_journal])
def test_what_was_there_is_kept_with_its_journal(path: Path, spoil: Callable[[Path], None]) -> None:
    spoil(path)
    before = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}

    _, kept = restored(path)

    assert kept is not None
    assert not kept.is_sound
    if spoil is not leave_foreign_journal:  # there SQLite played it back, as it must
        assert {file.name: file.read_bytes() for file in kept.path.parent.iterdir()} == before


def test_what_was_damaged_is_said_to_be_so_no_more(path: Path) -> None:
    with open_store(url_of(path)) as store:
        store.write(lambda c: c.exec_driver_sql("UPDATE memories SET stability = 1"))
        with pytest.raises(StoreError):
            back_up_if_due(store, MORNING + 4 * AN_HOUR)

    restored(path)

    with open_store(url_of(path)) as store:
        assert damage_of(store) is None


def test_a_database_that_another_program_is_writing_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(StoreError, match="is locked by another program"):
            restored(path)

    assert reviews(path) == 3


def test_another_terminal_that_has_it_open_goes_on_with_what_was_restored(path: Path) -> None:
    with open_store(url_of(path)) as other:
        assert verify_store(other).reviews == 3

        restored(path)

        assert verify_store(other).reviews == 2
        open_learner(other, "ada", CALENDAR).record(an_answer(at=MORNING + 9 * AN_HOUR))
    assert reviews(path) == 3


@pytest.mark.usefixtures("path")
def test_the_copies_of_two_databases_are_told_apart(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    a_store(url=url_of(other)).close()

    with pytest.raises(StoreError, match=r"there is no backup of .*other\.db"):
        restored(other)


# --- a restore that was killed -------------------------------------------------------------------


def killed_folder(path: Path) -> Path:
    work = path.with_name(f".quizapp-restore-{A_DEAD_PROCESS}-2026-03-02T1800Z-quizapp.db")
    work.mkdir()
    return work


def test_a_restore_that_was_killed_before_the_swap_has_never_been(path: Path) -> None:
    journal = path.with_name("quizapp.db-journal")
    work = killed_folder(path)
    shutil.copy(backup(path, FIRST), work / NEW)
    (work / "quizapp.db").hardlink_to(path)
    (work / "quizapp.db-journal").write_bytes(b"of the old one")

    settle_swaps(path)

    assert journal.read_bytes() == b"of the old one"
    journal.unlink()
    assert reviews(path) == 3
    assert names(path.parent) == ["quizapp.db", "quizapp.db-backups"]


def test_a_restore_that_was_killed_where_links_cannot_be_made_is_taken_back(path: Path) -> None:
    work = killed_folder(path)
    shutil.copy(backup(path, FIRST), work / NEW)
    path.rename(work / "quizapp.db")

    assert reviews(path) == 3


def test_a_restore_that_was_killed_after_the_swap_is_brought_to_its_end(path: Path) -> None:
    work = killed_folder(path)
    path.rename(work / "quizapp.db")
    (work / "quizapp.db-journal").write_bytes(b"of the old one")
    shutil.copy(backup(path, FIRST), path)

    assert reviews(path) == 1
    kept = backup(path, "replaced-2026-03-02T1800Z")
    assert names(kept) == ["quizapp.db", "quizapp.db-journal"]


def test_what_a_restore_of_another_database_left_is_not_touched(path: Path) -> None:
    work = path.with_name(f".quizapp-restore-{A_DEAD_PROCESS}-2026-03-02T1800Z-other.db")
    work.mkdir()

    assert reviews(path) == 3
    assert work.exists()
