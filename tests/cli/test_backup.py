"""`quizapp backup` and `quizapp restore`, as a learner calls them."""

import json
import os
import random
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pexpect
import pytest

from quizapp.store.learner_store import open_learner
from tests.builders import CALENDAR, MORNING, a_store, an_answer
from tests.cli.conftest import Run
from tests.cli.plain_session import QUIZAPP
from tests.store.damage import spoil_table, tear_first_page

pytestmark = pytest.mark.slow  # each test fills a database

Quizapp = Callable[..., Run]

KILLS = int(os.environ.get("QUIZAPP_KILLS", "4"))  # by hand: 20
AN_HOUR = timedelta(hours=1)

# Says when it has loaded what it needs, so that a kill lands in the work.
RESTORE = """\
import sys
import quizapp.cli.restore, quizapp.store.backups.sqlite_restore
from quizapp.cli.main import main
print("ready", flush=True)
sys.stdin.readline()
main(sys.argv[1:])
"""


@pytest.fixture
def database(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The learner's database, named in the environment, with one answer."""
    path = home / "quizapp.db"
    monkeypatch.setenv("QUIZAPP_DATABASE_URL", f"sqlite:///{path}")
    answer(path, 0)
    return path


def answer(path: Path, hour: int) -> None:
    with a_store(url=f"sqlite:///{path}") as store:
        open_learner(store, "me", CALENDAR).record(an_answer(at=MORNING + hour * AN_HOUR))


def copies(path: Path) -> list[str]:
    return sorted(copy.name for copy in path.with_name("quizapp.db-backups").glob("*.db"))


def reviews(quizapp: Quizapp) -> str:
    return quizapp("db", "verify").out


ONE = "The database is sound: 1 reviews, 1 memories.\n"
TWO = "The database is sound: 2 reviews, 1 memories.\n"


# --- backup --------------------------------------------------------------------------------------


def test_a_backup_is_taken_and_listed(quizapp: Quizapp, database: Path) -> None:
    backup = database.with_name("quizapp.db-backups") / "2026-03-02T0900Z.db"

    taken = quizapp("backup")
    listed = quizapp("backup", "--list")

    assert (taken.code, taken.out) == (0, f"Backed up 1 review, checked: {backup}\n")
    assert listed.out == (
        "Time              Reviews  Verified  File\n"
        f"2026-03-02 09:00        1  yes       {backup}\n"
    )


def test_a_backup_can_go_to_a_file(quizapp: Quizapp, database: Path, home: Path) -> None:
    taken = quizapp("backup", "copy.db")

    assert (taken.code, taken.out) == (0, "Backed up 1 review, checked: copy.db\n")
    assert (home / "copy.db").stat().st_mode & 0o777 == 0o600
    assert not database.with_name("quizapp.db-backups").exists()


def test_backups_as_json_have_the_promised_keys(quizapp: Quizapp, database: Path) -> None:
    one = json.loads(quizapp("backup", "--json").out)
    listed = json.loads(quizapp("backup", "--list", "--json").out)

    assert listed == [one]
    assert one == {
        "file": str(database.with_name("quizapp.db-backups") / "2026-03-02T0900Z.db"),
        "time": "2026-03-02T09:00:00+00:00",
        "reviews": 1,
        "verified": True,
        "faults": [],
        "bytes": database.stat().st_size,
    }


@pytest.mark.usefixtures("database")
def test_without_backups_the_list_says_so(quizapp: Quizapp) -> None:
    assert quizapp("backup", "--list").out == "No backups yet. Make one: quizapp backup\n"


def test_what_is_not_there_is_not_backed_up_nor_made(quizapp: Quizapp, home: Path) -> None:
    run = quizapp("backup", "--database", f"sqlite:///{home}/none.db")

    assert (run.code, run.err.splitlines()[0]) == (3, f"quizapp: {home}/none.db doesn't exist")
    assert not (home / "none.db").exists()


def test_a_damaged_database_is_said_to_be_so_at_the_next_start(
    quizapp: Quizapp, database: Path
) -> None:
    quizapp("backup")
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE memories SET stability = stability + 1")

    taken = quizapp("backup")
    started = quizapp("stats")

    assert taken.code == 3
    assert f"{database} is damaged: capitals/france/answer of me" in taken.err
    assert started.code == 0
    assert started.err.startswith(
        f"On 2026-03-02 09:00 no sound backup could be made: {database} is damaged: "
    )
    assert started.err.endswith("Earlier backups are kept. fix: quizapp restore\n")
    assert copies(database) == ["2026-03-02T0900Z.db", "unsound.db"]


def test_a_session_is_backed_up_at_its_end(quizapp: Quizapp, database: Path) -> None:
    (database.parent / "capitals.yaml").write_text(
        "quizapp: 1\ndeck: capitals\ntitle: Capitals\nfacts:\n"
        "  - id: italy\n    ask: What is the capital of Italy?\n    answer: Rome\n",
        encoding="utf-8",
    )

    run = quizapp("--decks", "capitals.yaml", "study", "capitals", "--plain", stdin="Rome\n\n\n")

    assert run.code == 0
    assert copies(database) == ["2026-03-02T0900Z.db"]


def test_a_name_that_a_terminal_would_obey_is_shown_without_that(
    quizapp: Quizapp, home: Path
) -> None:
    path = home / "evil\x1b]0;owned\x07.db"
    answer(path, 0)

    run = quizapp("backup", "--database", f"sqlite:///{path}")

    assert run.code == 0
    assert "\x1b" not in run.out + run.err


# --- restore -------------------------------------------------------------------------------------


def test_a_restore_says_what_is_gone_and_how_to_undo_it(quizapp: Quizapp, database: Path) -> None:
    quizapp("backup")
    answer(database, 1)
    folder = database.with_name("quizapp.db-backups")

    run = quizapp("restore", "--yes")

    assert run.code == 0
    assert run.out == (
        f"Restored {database}: the backup of 2026-03-02 09:00 with 1 review.\n"
        "Lost since then: 1 answer up to 2026-03-02 10:00.\n"
        f"To undo this: quizapp restore {folder}/replaced-2026-03-02T0900Z/quizapp.db\n"
    )
    assert reviews(quizapp) == ONE
    quizapp("restore", f"{folder}/replaced-2026-03-02T0900Z/quizapp.db", "--yes")
    assert reviews(quizapp) == TWO


def test_a_restore_as_json_has_the_promised_keys(quizapp: Quizapp, database: Path) -> None:
    quizapp("backup")
    answer(database, 1)
    folder = database.with_name("quizapp.db-backups")

    assert json.loads(quizapp("restore", "--yes", "--json").out) == {
        "database": str(database),
        "backup": f"{folder}/2026-03-02T0900Z.db",
        "time": "2026-03-02T09:00:00+00:00",
        "reviews": 1,
        "gone": 1,
        "gone_until": "2026-03-02T10:00:00+00:00",
        "replaced": f"{folder}/replaced-2026-03-02T0900Z/quizapp.db",
    }


def test_without_a_terminal_a_restore_must_be_agreed_to(quizapp: Quizapp, database: Path) -> None:
    quizapp("backup")
    before = database.read_bytes()

    run = quizapp("restore")

    assert (run.code, "quizapp restore --yes" in run.err) == (2, True)
    assert database.read_bytes() == before


@pytest.mark.parametrize(("keys", "code", "left"), [("n", 1, TWO), ("y", 0, ONE)])
@pytest.mark.slow
def test_on_a_terminal_a_restore_asks_first(
    quizapp: Quizapp, database: Path, keys: str, code: int, left: str
) -> None:
    quizapp("backup")
    answer(database, 1)

    child = pexpect.spawn(str(QUIZAPP), ["restore"], encoding="utf-8", timeout=60)
    child.expect("1 answer up to 2026-03-02 10:00 will be lost")
    child.expect(r"Restore it\?")
    child.sendline(keys)
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == code
    assert reviews(quizapp) == left


@pytest.mark.parametrize(
    "at",
    ["2026-03-02", "2026-03-02 09:00", "2026-03-02T0900Z", "2026-03-02T10:30+01:00", "2026-12-24"],
)
def test_the_backup_of_a_time_is_restored(quizapp: Quizapp, database: Path, at: str) -> None:
    quizapp("backup")
    answer(database, 1)

    run = quizapp("restore", "--at", at, "--yes")

    assert (run.code, reviews(quizapp)) == (0, ONE)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--at", "yesterday"), 2, "--at: 'yesterday' is not a time"),
        (("--at", "2026-03-01"), 3, "is that old"),
        (("--at", "2026-03-01", "x.db"), 2, "are two backups"),
        (("none.db",), 3, "none.db doesn't exist"),
    ],
)
def test_what_cannot_be_restored_is_said(
    quizapp: Quizapp, database: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    quizapp("backup")
    before = database.read_bytes()

    run = quizapp("restore", *arguments, "--yes")

    assert (run.code, words in run.err) == (code, True)
    assert database.read_bytes() == before


@pytest.mark.parametrize("spoil", [tear_first_page, spoil_table, Path.unlink])
def test_a_message_of_damage_leads_to_a_database_that_works(
    quizapp: Quizapp, database: Path, spoil: Callable[[Path], None]
) -> None:
    quizapp("backup")
    spoil(database)

    met = quizapp("backup")
    run = quizapp("restore", "--yes")

    assert met.code == 3
    assert run.code == 0
    assert reviews(quizapp) == ONE


@pytest.mark.slow
def test_a_restore_that_is_killed_at_any_moment_leaves_the_old_state_or_the_new(
    quizapp: Quizapp, database: Path
) -> None:
    chance = random.Random(2015)
    quizapp("backup", "one.db")
    answer(database, 1)
    quizapp("backup", "two.db")
    states = set()
    for number in range(KILLS):
        wanted = ("one.db", "two.db")[number % 2]
        with subprocess.Popen(
            [sys.executable, "-c", RESTORE, "restore", wanted, "--yes"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as process:
            assert process.stdout is not None
            assert process.stdin is not None
            assert process.stdout.readline() == "ready\n"
            killer = threading.Timer(chance.uniform(0, 0.3), process.kill)
            killer.start()
            process.stdin.write("\n")
            process.stdin.flush()
            process.stdout.read()
            killer.cancel()
        states.add(reviews(quizapp))
        left = [file.name for file in database.parent.glob(".quizapp-*")]
        assert left == []

    assert states <= {ONE, TWO}


# --- a database that is read only, or new, or nowhere --------------------------------------------


@pytest.mark.parametrize("arguments", [("stats",), ("db", "verify"), ("decks",), ("db", "info")])
def test_what_only_reads_works_where_nothing_may_be_written(
    quizapp: Quizapp, database: Path, arguments: tuple[str, ...]
) -> None:
    before = database.read_bytes()

    run = quizapp(*arguments, "--database", f"sqlite:///{database}?mode=ro")

    assert run.code == 0
    assert database.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [("study", "--plain"), ("quiz", "--plain"), ("exam", "--plain"), ("restore", "--yes")],
)
def test_what_would_write_says_so_where_nothing_may_be_written(
    quizapp: Quizapp, database: Path, arguments: tuple[str, ...]
) -> None:
    before = database.read_bytes()

    run = quizapp(*arguments, "--database", f"sqlite:///{database}?mode=ro")

    assert run.code == 3
    assert "read only (mode=ro)\n" in run.err
    assert database.read_bytes() == before


def test_a_database_that_is_not_there_is_not_made_to_be_read(quizapp: Quizapp, home: Path) -> None:
    run = quizapp("stats", "--database", f"sqlite:///{home}/none.db?mode=ro")

    assert (run.code, "doesn't exist" in run.err) == (3, True)
    assert not (home / "none.db").exists()


@pytest.mark.parametrize("query", ["mode=maybe", "mode=memory", "immutable=1", "cache=shared"])
def test_a_url_that_asks_for_something_else_is_a_wrong_call(
    quizapp: Quizapp, database: Path, query: str
) -> None:
    run = quizapp("stats", "--database", f"sqlite:///{database}?{query}")

    assert (run.code, "is unknown" in run.err) == (2, True)


def test_a_new_history_at_a_named_place_is_announced_once(quizapp: Quizapp, home: Path) -> None:
    url = f"sqlite:///{home}/new.db"

    first, second = (quizapp("stats", "--database", url) for _ in range(2))

    assert first.err == f"Started a new, empty history at {home}/new.db.\n"
    assert second.err == ""


def test_a_new_history_at_the_usual_place_goes_without_saying(quizapp: Quizapp) -> None:
    run = quizapp("stats")

    assert (run.code, run.err) == (0, "")


def test_a_new_history_beside_backups_of_a_former_one_is_announced(quizapp: Quizapp) -> None:
    quizapp("stats")
    quizapp("backup")
    database = Path(os.environ["XDG_DATA_HOME"]) / "quizapp" / "quizapp.db"
    database.unlink()

    run = quizapp("stats")

    assert run.err == (
        f"Started a new, empty history at {database}. Backups of an earlier one exist: "
        "quizapp restore\n"
    )


def test_a_folder_that_is_not_there_is_made_only_where_that_is_asked_for(
    quizapp: Quizapp, home: Path
) -> None:
    url = f"sqlite:///{home}/usb/quizapp.db"

    refused = quizapp("stats", "--database", url)
    made = quizapp("stats", "--database", url, "--create")

    assert refused.code == 3
    assert f"The folder {home}/usb doesn't exist. Is the drive mounted?" in refused.err
    assert "--create" in refused.err
    assert made.code == 0
    assert (home / "usb").stat().st_mode & 0o777 == 0o700
