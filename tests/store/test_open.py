import os
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from quizapp.errors import QuizappError, StoreError, WrongCallError
from quizapp.store.backends.backend import Creates
from quizapp.store.backends.network import is_on_network
from quizapp.store.backends.sqlite_connections import has_sound_wal
from quizapp.store.backends.sqlite_files import APPLICATION_ID
from quizapp.store.learner_store import open_learner
from quizapp.store.open import open_store, store_info
from quizapp.store.tables import SCHEMA_VERSION
from tests.builders import CALENDAR, a_store, an_answer, an_item

NOBODY = 65534


def url_of(path: Path) -> str:
    return f"sqlite:///{path}"


def execute(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


def refusal(path: Path) -> str:
    """What opening `path` is answered with, its message and its fix."""
    with pytest.raises(QuizappError) as caught:
        open_store(url_of(path), busy_seconds=0)
    return f"{caught.value.message} / {caught.value.fix}".replace(str(path), "FILE")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "quizapp.db"


@pytest.fixture
def made(path: Path) -> Path:
    a_store(url=url_of(path)).close()
    return path


# --- a new file ----------------------------------------------------------------------------------


def test_a_store_is_made_where_there_is_none(path: Path) -> None:
    with open_store(url_of(path)) as store:
        assert store.schema_version() == SCHEMA_VERSION
    assert [file.name for file in path.parent.iterdir()] == ["quizapp.db"]


def test_its_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"

    open_store(url_of(folder / "quizapp.db"), creates=Creates.FOLDER).close()

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_is_not_there_is_refused_and_not_made(tmp_path: Path) -> None:
    assert refusal(tmp_path / "usb" / "quizapp.db") == (
        f"The folder {tmp_path / 'usb'} doesn't exist. Is the drive mounted?"
        " / mount it, or add --create to make the folder"
    )
    assert not (tmp_path / "usb").exists()


def test_its_file_is_its_owners_alone_whatever_the_umask_says(path: Path) -> None:
    umask = os.umask(0)

    open_store(url_of(path)).close()

    os.umask(umask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_leads_to_one_database_and_its_one_folder_of_backups(made: Path) -> None:
    link = made.with_name("link.db")
    link.symlink_to(made)

    with open_store(url_of(link)) as store:
        assert store.backend.backup_folder() == made.with_name("quizapp.db-backups")


def test_what_is_gone_but_for_its_journal_is_not_begun_anew(made: Path) -> None:
    made.unlink()
    made.with_name("quizapp.db-journal").write_bytes(b"journal")

    assert refusal(made) == (
        "FILE is gone, but its quizapp.db-journal is still there"
        " / restore the last sound backup: quizapp restore"
    )
    assert not made.exists()


def test_what_was_written_is_there_when_the_store_is_opened_again(path: Path) -> None:
    with a_store(url=url_of(path)) as store:
        kept = open_learner(store, "ada", CALENDAR).record(an_answer())

    with open_store(url_of(path)) as store:
        entry = open_learner(store, "ada", CALENDAR).learner_card(an_item().card)

    assert entry is not None
    assert entry.memory == kept.after


def test_a_half_made_file_of_a_killed_process_is_no_hindrance(path: Path) -> None:
    path.with_name(f".quizapp.db.{os.getpid()}.new").write_bytes(b"half")

    open_store(url_of(path)).close()

    assert [file.name for file in path.parent.iterdir()] == ["quizapp.db"]


def test_what_dead_processes_left_is_cleaned_and_what_others_own_is_not(made: Path) -> None:
    backups = made.with_name("quizapp.db-backups")
    backups.mkdir()
    dead, alive = 2**22 + 1, os.getppid()
    for left in (
        made.with_name(f".quizapp.db.{dead}.new"),
        made.with_name(f".quizapp.db.{dead}.new-journal"),
        backups / f".2026-03-02T0900Z.db.{dead}.part",
        made.with_name(f".quizapp.db.{alive}.new"),
        made.with_name(f".other.db.{dead}.new"),
        backups / f".2026-03-02T0900Z.db.{alive}.part",
    ):
        left.touch()

    open_store(url_of(made)).close()

    assert sorted(file.name for file in (*made.parent.iterdir(), *backups.iterdir())) == [
        f".2026-03-02T0900Z.db.{alive}.part",
        f".other.db.{dead}.new",
        f".quizapp.db.{alive}.new",
        "quizapp.db",
        "quizapp.db-backups",
    ]


def test_a_store_in_memory_needs_no_file() -> None:
    with open_store("sqlite://") as store:
        assert store.schema_version() == SCHEMA_VERSION


def test_info_says_what_stands_there(made: Path) -> None:
    info = store_info(url_of(made))

    assert (info.location, info.engine_version) == (str(made), f"SQLite {sqlite3.sqlite_version}")
    assert (info.version, info.latest) == (SCHEMA_VERSION, SCHEMA_VERSION)
    assert info.size_bytes == made.stat().st_size


# --- how SQLite is used --------------------------------------------------------------------------


def test_references_hold_and_commits_are_durable(made: Path) -> None:
    pragmas = ("foreign_keys", "synchronous", "application_id")

    with open_store(url_of(made)) as store:
        found = store.read(
            lambda c: [c.exec_driver_sql(f"PRAGMA {name}").scalar() for name in pragmas]
        )

    assert found == [1, 2, APPLICATION_ID]


def test_the_journal_is_of_the_kind_that_is_safe_here(made: Path) -> None:
    wanted = "wal" if has_sound_wal(sqlite3.sqlite_version_info) else "delete"

    with open_store(url_of(made)) as store:
        found = store.read(lambda c: c.exec_driver_sql("PRAGMA journal_mode").scalar())

    assert found == wanted


def test_a_journal_of_another_kind_is_turned(made: Path) -> None:
    execute(made, "PRAGMA journal_mode = truncate")
    execute(made, "PRAGMA journal_mode = wal")
    wanted = "wal" if has_sound_wal(sqlite3.sqlite_version_info) else "delete"

    with open_store(url_of(made)) as store:
        found = store.read(lambda c: c.exec_driver_sql("PRAGMA journal_mode").scalar())

    assert found == wanted


@pytest.mark.parametrize(
    ("version", "is_sound"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
        ((4, 0, 0), True),
    ],
)
def test_the_write_ahead_log_is_used_only_where_its_reset_is_mended(
    version: tuple[int, ...], *, is_sound: bool
) -> None:
    assert has_sound_wal(version) is is_sound


def test_a_network_home_is_recognised(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/sda / ext4 rw 0 0\nserver:/home /home nfs4 rw 0 0\n")

    assert is_on_network(Path("/home/ada/quizapp.db"), mounts)
    assert not is_on_network(Path("/var/quizapp.db"), mounts)
    assert not is_on_network(Path("/var/quizapp.db"), tmp_path / "none")


# --- files that are refused, and left as they are ------------------------------------------------


def test_an_empty_file_is_refused(path: Path) -> None:
    path.touch()

    assert refusal(path) == (
        "FILE is empty / delete it, or give another file with --database; this one was not changed"
    )
    assert path.read_bytes() == b""


def test_a_file_that_is_no_database_is_refused(path: Path) -> None:
    path.write_text("quizapp: 1\n" * 20)

    assert refusal(path) == (
        "FILE is not an SQLite database / "
        "give another file with --database; this one was not changed"
    )
    assert path.read_text() == "quizapp: 1\n" * 20


def test_the_database_of_another_program_is_refused(path: Path) -> None:
    execute(path, "CREATE TABLE cards (id INTEGER)")
    before = path.read_bytes()

    assert refusal(path) == (
        "FILE is the database of another program"
        " / give another file with --database; this one was not changed"
    )
    assert path.read_bytes() == before


def test_a_file_cut_within_its_header_is_refused(made: Path) -> None:
    made.write_bytes(made.read_bytes()[:50])

    assert refusal(made).startswith("FILE is incomplete / restore the last sound backup")


def test_a_file_cut_within_its_pages_is_called_damaged(made: Path) -> None:
    made.write_bytes(made.read_bytes()[:20_000])

    assert refusal(made).startswith("FILE is incomplete / restore the last sound backup")


def test_a_folder_is_refused(path: Path) -> None:
    path.mkdir()

    assert refusal(path) == "FILE is a folder / name a file in it: sqlite:///FILE/quizapp.db"


def test_a_store_of_a_newer_quizapp_is_refused(made: Path) -> None:
    execute(made, "PRAGMA user_version = 99")

    assert refusal(made) == (
        f"FILE was written by a newer quizapp (its schema is 99, this one knows {SCHEMA_VERSION})"
        " / install the newer quizapp; the file was not changed"
    )


def test_a_store_of_a_newer_quizapp_can_be_asked_for_its_version(made: Path) -> None:
    execute(made, "PRAGMA user_version = 99")

    assert store_info(url_of(made)).version == 99


def test_a_folder_that_is_a_file_is_refused(path: Path) -> None:
    path.touch()

    answer = refusal(path / "quizapp.db")

    assert "cannot be opened: Not a directory" in answer
    assert "make the file and its folder writable" in answer


@pytest.mark.parametrize("url", ["quizapp.db", "", "sqlite:/quizapp.db"])
def test_what_is_no_url_is_a_wrong_call(url: str) -> None:
    with pytest.raises(WrongCallError, match="is not a database URL"):
        open_store(url)


def test_an_engine_that_is_not_known_is_a_wrong_call() -> None:
    with pytest.raises(WrongCallError, match="cannot save answers in 'oracle'"):
        open_store("oracle://scott@localhost/orcl")


# --- what can go wrong later ---------------------------------------------------------------------


@contextmanager
def as_nobody() -> Iterator[None]:
    """Give the rights of the superuser away, for whom no file is read-only."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


@pytest.fixture
def shared() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder) / "quizapp.db"
        Path(folder).chmod(0o755)


def test_a_file_that_may_not_be_written_says_so_at_the_first_answer(shared: Path) -> None:
    a_store(url=url_of(shared)).close()
    shared.chmod(0o444)
    shared.parent.chmod(0o555)

    with as_nobody(), open_store(url_of(shared)) as store, pytest.raises(StoreError) as caught:
        open_learner(store, "ada", CALENDAR)

    assert caught.value.message == f"{shared} cannot be written to"
    assert caught.value.fix == (
        "make the file and its folder writable, or give another with --database"
    )


def test_a_folder_that_may_not_be_written_says_so(shared: Path) -> None:
    shared.parent.chmod(0o555)

    with as_nobody(), pytest.raises(StoreError, match="cannot be opened"):
        open_store(url_of(shared))


def test_a_store_that_another_program_holds_says_so(made: Path) -> None:
    with closing(sqlite3.connect(made, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        assert refusal(made) == (
            "FILE is locked by another program / close the other quizapp and try again"
        )


def test_a_full_disk_says_so_and_keeps_what_was_there(made: Path) -> None:
    with open_store(url_of(made)) as store:
        learner_store = open_learner(store, "ada", CALENDAR)
        event.listen(store.backend.engine, "checkout", fill_the_disk)
        with pytest.raises(StoreError) as caught:
            store.write(lambda c: c.exec_driver_sql("CREATE TABLE big AS SELECT zeroblob(99999)"))

        assert caught.value.message == f"{made} cannot grow: the disk is full"
        assert caught.value.fix == "free some space and try again"
        assert learner_store.learner_card(an_item().card) is not None


def fill_the_disk(connection: sqlite3.Connection, *_: object) -> None:
    connection.execute("PRAGMA max_page_count = 1")


def test_a_bad_page_is_called_damage(made: Path) -> None:
    whole = made.read_bytes()
    made.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))

    assert refusal(made).startswith("FILE is damaged / restore the last sound backup")
