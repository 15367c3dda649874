"""Small packages that would take all memory there is: each is told, in little memory."""

import json
import sqlite3
import struct
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.anki.importing.protobuf import field_of_message
from tests.anki.foreign import a_database, a_zip, media_list

pytestmark = pytest.mark.slow  # processes that are killed, closed or limited

MEMORY = 1 << 30  # bytes of addresses that the command may have, Python and its libraries included
LIMITED = f'ulimit -v {MEMORY >> 10}; exec "$0" "$@"'
LARGEST_PACKAGE = 3 << 20
QUIZAPP = str(Path(sys.executable).parent / "quizapp")
NOTES = (
    "CREATE TABLE notes (id integer primary key, guid text, mid integer, mod integer, usn integer,"
    " tags text, flds {flds}, sfld, csum integer, flags integer, data text)"
)
MANY_NOTES = "INSERT INTO notes SELECT i + 10, i, 1, 0, 0, '', '', '', 0, 0, '' FROM n"
MANY_CARDS = "INSERT INTO cards SELECT i + 10, i, 1, 0, 0,0,0,0,0,0,0,0,0,0,0,0,0,'' FROM n"
MANY_SMALL_CARDS = "INSERT INTO cards SELECT i, 1, 1, 0, 1 FROM n"
KINDS = json.dumps({"1": {"name": "n", "flds": [{"name": "Front"}], "tmpls": []}})
SCHEMA = "UPDATE sqlite_master SET sql = '{sql}' WHERE name = '{table}'"
HUGE = "zeroblob(900000000)"
NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {most}) "


def spoilt(folder: Path, *statements: str) -> Path:
    """A package whose collection `statements` were done to."""
    path = a_database(folder / "db")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE col SET models = ?", (KINDS,))
        connection.execute("PRAGMA writable_schema = ON")
        for statement in statements:
            connection.execute(statement)
    return a_zip(folder / "p.apkg", collection__anki2=path.read_bytes())


def recreated(folder: Path, table: str, sql: str, *rows: str) -> Path:
    return spoilt(folder, f"DROP TABLE {table}", sql, *rows)


def with_default(folder: Path, default: str) -> Path:
    """Rows that end before their last column, whose default then counts."""
    others = NOTES.format(flds="text").replace("flds", "other")
    sql = others.replace("data text", f"data text, flds text DEFAULT {default}")
    return spoilt(
        folder,
        f"{NUMBERS.format(most=50_000)} {MANY_NOTES}",
        f"{NUMBERS.format(most=50_000)} {MANY_CARDS}",
        SCHEMA.format(sql=sql, table="notes"),
    )


def many_members(folder: Path) -> Path:
    """An archive that lists one file 400,000 times."""
    path = a_zip(folder / "p.apkg", collection__anki2=a_database(folder / "db").read_bytes())
    data = path.read_bytes()
    at = data.rindex(b"PK\x05\x06")
    start = struct.unpack("<L", data[at + 16 : at + 20])[0]
    listed = data[start:at] * 400_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65535, 65535, len(listed), start, 0)
    path.write_bytes(data[:start] + listed + end)
    return path


def with_media(folder: Path, listed: bytes) -> Path:
    database = a_database(folder / "db").read_bytes()
    return a_zip(folder / "p.apkg", collection__anki2=database, media=listed)


def with_models(folder: Path, models: str) -> Path:
    path = a_database(folder / "db")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE col SET models = ?, conf = ?", (models, models))
    return a_zip(folder / "p.apkg", collection__anki2=path.read_bytes())


ATTACKS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "a computed column of notes": (
        lambda folder: recreated(
            folder,
            "notes",
            NOTES.format(flds=f"AS ({HUGE})"),
            "INSERT INTO notes (id, guid, mid, tags) VALUES (0, 'a', 1, '')",
        ),
        "the package computes notes.flds and stores none",
    ),
    "a computed column of the log": (
        lambda folder: recreated(
            folder,
            "revlog",
            "CREATE TABLE revlog (id integer primary key, cid, usn, ease, ivl, lastIvl,"
            f" factor, time, type AS ({HUGE}) STORED)",
        ),
        "the package computes revlog.type and stores none",
    ),
    "a view": (
        lambda folder: recreated(
            folder, "cards", f"CREATE VIEW cards AS SELECT 1 AS id, {HUGE} AS nid, 0 AS ord"
        ),
        "the package has a view in place of the table cards",
    ),
    "a virtual table": (
        lambda folder: recreated(
            folder, "revlog", "CREATE VIRTUAL TABLE revlog USING fts5(id, cid)"
        ),
        "the package has a virtual table in place of the table revlog",
    ),
    "a trigger": (
        lambda folder: spoilt(
            folder, "CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM cards; END"
        ),
        "the package has a trigger on the table notes",
    ),
    "a new table that is a view": (
        lambda folder: spoilt(folder, f"CREATE VIEW decks AS SELECT 1 AS id, {HUGE} AS name"),
        "the package has a view in place of the table decks",
    ),
    "ids that every note shares": (
        lambda folder: recreated(folder, "notes", "CREATE TABLE notes (id, guid, mid, flds, tags)"),
        "the table notes of the package has no ids",
    ),
    "the same long default for each row": (
        lambda folder: with_default(folder, "''" + "x" * 3_000_000 + "''"),
        "the collection is far larger than the package can be",
    ),
    "a deep list of media": (
        lambda folder: with_media(folder, b"[" * 60_000),
        "is damaged: a row has an unexpected value",
    ),
    "a long list of media": (
        lambda folder: with_media(folder, media_list(["a"] * 400_000)),
        "'media' in the package is far too large",
    ),
    "deep note types": (
        lambda folder: with_models(folder, "[" * 3_000_000),
        "is damaged: a row has an unexpected value",
    ),
    "many files": (many_members, "has too many files"),
}


def imported(package: Path, *arguments: str) -> tuple[int, str]:
    """Import a package in a process that may have so much memory and no more."""
    done = subprocess.run(
        ["sh", "-c", LIMITED, QUIZAPP, "import", "anki", str(package), *arguments],
        cwd=package.parent,
        env={"HOME": str(package.parent), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited by the shell")
@pytest.mark.parametrize("attack", ATTACKS)
def test_a_small_package_that_would_take_all_memory_is_told(tmp_path: Path, attack: str) -> None:
    make, said = ATTACKS[attack]
    package = make(tmp_path)

    results = [imported(package, "--dry-run"), imported(package, "--as-deck", "made.yaml")]

    assert results[1][0] == 3
    assert said in results[1][1]
    assert [told for _, told in results if "bug" in told or "memory" in told] == []
    assert package.stat().st_size < LARGEST_PACKAGE or attack == "many files"


def test_very_many_rows_are_read_in_little_memory(tmp_path: Path) -> None:
    package = spoilt(
        tmp_path,
        "DROP TABLE cards",
        "CREATE TABLE cards (id integer primary key, nid, ord, odid, did)",
        f"{NUMBERS.format(most=800_000)} {MANY_SMALL_CARDS}",
    )

    assert imported(package, "--dry-run") == (0, "")


def test_a_note_type_of_too_many_fields_is_told(tmp_path: Path) -> None:
    fields = [{"name": f"f{number}"} for number in range(5000)]
    models = json.dumps({"1": {"name": "n", "flds": fields, "tmpls": []}})

    code, told = imported(with_models(tmp_path, models), "--as-deck", "made.yaml")

    assert (code, "a note type has far too many fields" in told) == (3, True)


def test_of_a_field_that_a_message_repeats_the_last_one_counts() -> None:
    assert field_of_message(b"\x08\x01\x10\x05\x08\x03", 1) == 3
    assert field_of_message(b"\x08\x01", 2) is None
