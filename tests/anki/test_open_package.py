"""Packages that are damaged, foreign or hostile: each is told apart, and nothing is left behind."""

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from quizapp.anki.importing.open_package import open_package
from quizapp.anki.importing.package_database import MIB, BadPackageError
from quizapp.anki.importing.protobuf import BadMessageError, read_fields
from quizapp.errors import QuizappError
from tests.anki.foreign import (
    a_database,
    a_zip,
    add,
    export,
    history_in,
    media_list,
    packed,
)
from tests.anki.learner import Anki

VERSION_3, VERSION_4 = b"\x08\x03", b"\x08\x04"


@pytest.fixture
def database(tmp_path: Path) -> bytes:
    return a_database(tmp_path / "db").read_bytes()


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where packages are unpacked to."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def complaint(path: Path) -> tuple[str, str]:
    with pytest.raises(BadPackageError) as raised:
        history_in(path)
    return raised.value.message.removeprefix(f"{path.parent}/"), raised.value.fix


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert complaint(tmp_path / "p.apkg") == ("p.apkg: No such file or directory", "check the path")


def test_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "p.apkg").mkdir()

    assert complaint(tmp_path / "p.apkg") == ("p.apkg: Is a directory", "check the path")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.apkg")

    assert complaint(tmp_path / "p.apkg") == (
        "p.apkg is not a file",
        "save the package to a file first",
    )


@pytest.mark.parametrize("content", [b"", b"hello", b"PK"])
def test_a_file_that_is_no_archive_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "p.apkg").write_bytes(content)

    assert complaint(tmp_path / "p.apkg") == (
        "p.apkg is not an Anki package",
        "give a .apkg or .colpkg file that Anki exported",
    )


@pytest.mark.parametrize("keep", [10, 500, -1])
def test_an_archive_that_breaks_off_is_told(tmp_path: Path, database: bytes, keep: int) -> None:
    path = a_zip(tmp_path / "p.apkg", collection__anki21=database)
    path.write_bytes(path.read_bytes()[:keep])

    assert complaint(path) == (
        "p.apkg is incomplete",
        "copy or download it again, or export it again in Anki: File, Export",
    )


def test_an_archive_without_a_collection_is_told(tmp_path: Path) -> None:
    path = a_zip(tmp_path / "p.apkg", holiday__txt=b"sun")

    assert complaint(path)[0] == "the archive has no Anki collection"


def test_an_archive_that_lacks_the_collection_it_promises_is_told(
    tmp_path: Path, database: bytes
) -> None:
    path = a_zip(tmp_path / "p.apkg", meta=VERSION_3, collection__anki2=database)

    assert complaint(path)[0] == "the archive has no Anki collection"


def test_a_package_of_a_later_anki_is_told(tmp_path: Path, database: bytes) -> None:
    path = a_zip(tmp_path / "p.apkg", meta=VERSION_4, collection__anki21c=database)

    assert complaint(path) == (
        "the package is from an Anki newer than this quizapp",
        "update quizapp, or export it with 'Support older Anki versions' ticked",
    )


@pytest.mark.parametrize("keep", [0, 50, 1500, 9000, 20_000])
def test_a_database_that_breaks_off_is_told(tmp_path: Path, database: bytes, keep: int) -> None:
    path = a_zip(tmp_path / "p.apkg", collection__anki21=database[:keep])

    message, fix = complaint(path)

    assert message.startswith(("p.apkg is damaged", "the archive has no Anki collection"))
    assert fix == "export it again in Anki: File, Export"


def test_a_database_with_broken_pages_is_told(tmp_path: Path, database: bytes) -> None:
    broken = database[:4096] + b"\xff" * (len(database) - 4096)
    path = a_zip(tmp_path / "p.apkg", collection__anki21=broken)

    assert complaint(path)[0].startswith("p.apkg is damaged: ")


def test_a_foreign_database_is_told(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other")) as connection, connection:
        connection.execute("CREATE TABLE notes (id)")
    path = a_zip(tmp_path / "p.apkg", collection__anki2=(tmp_path / "other").read_bytes())

    assert complaint(path)[0] == "the archive has no Anki collection"


def test_a_view_that_never_ends_is_not_read_as_a_table(tmp_path: Path, database: bytes) -> None:
    (tmp_path / "trap").write_bytes(database)
    with closing(sqlite3.connect(tmp_path / "trap")) as connection, connection:
        connection.execute("DROP TABLE revlog")
        connection.execute(
            "CREATE VIEW revlog AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id FROM n)"
            " SELECT id, id AS cid, 0 AS usn, 3 AS ease, 1 AS time, 1 AS type, 1 AS factor FROM n"
        )
    path = a_zip(tmp_path / "p.apkg", collection__anki2=(tmp_path / "trap").read_bytes())

    assert complaint(path)[0] == "the package has a view in place of the table revlog"


def test_a_broken_frame_is_told(tmp_path: Path, database: bytes) -> None:
    frame = packed(database)
    path = a_zip(
        tmp_path / "p.apkg",
        meta=VERSION_3,
        collection__anki21b=frame[:40] + b"\x00" * 40 + frame[80:],
    )

    assert complaint(path)[0].startswith("p.apkg is damaged: ")


def test_a_frame_that_is_none_is_told(tmp_path: Path, database: bytes) -> None:
    path = a_zip(tmp_path / "p.apkg", meta=VERSION_3, collection__anki21b=database)

    assert complaint(path)[0].startswith("p.apkg is damaged: ")


def test_an_archive_with_a_spoilt_member_is_told(tmp_path: Path, database: bytes) -> None:
    path = tmp_path / "p.apkg"
    with ZipFile(path, "w", ZIP_STORED) as archive:
        archive.writestr("collection.anki2", database)
    spoilt = bytearray(path.read_bytes())
    spoilt[5000] ^= 0xFF
    path.write_bytes(spoilt)

    assert "is damaged: Bad CRC-32" in complaint(path)[0]


def test_a_bomb_is_not_unpacked(tmp_path: Path, scratch: Path) -> None:
    """300 MB of nothing, in 300 kB."""
    path = tmp_path / "bomb.apkg"
    with (
        ZipFile(path, "w", compression=8) as archive,
        archive.open("collection.anki2", "w") as member,
    ):
        for _ in range(300):
            member.write(bytes(MIB))

    assert complaint(path)[0] == "'collection.anki2' in the package is far too large"
    assert list(scratch.iterdir()) == []


def test_a_bomb_of_the_newest_kind_is_not_unpacked(tmp_path: Path, scratch: Path) -> None:
    """300 MB of nothing, in 10 kB."""
    path = a_zip(
        tmp_path / "bomb.colpkg", meta=VERSION_3, collection__anki21b=packed(bytes(300 * MIB))
    )

    assert complaint(path)[0] == "'collection.anki21b' in the package is far too large"
    assert list(scratch.iterdir()) == []


def test_a_bomb_in_the_list_of_media_is_not_unpacked(tmp_path: Path, database: bytes) -> None:
    path = a_zip(tmp_path / "p.apkg", collection__anki2=database, media=bytes(80 * MIB))

    assert complaint(path)[0] == "'media' in the package is far too large"


def test_many_media_that_are_bombs_together_are_not_unpacked(
    tmp_path: Path, database: bytes
) -> None:
    path = a_zip(
        tmp_path / "p.apkg",
        collection__anki2=database,
        media=media_list(["a", "b", "c"]),
        **{str(number): bytes(30 * MIB) for number in range(3)},
    )

    with open_package(path) as package:
        package.write_media_file("a", tmp_path / "a")
        package.write_media_file("b", tmp_path / "b")
        with pytest.raises(BadPackageError, match="'2' in the package is far too large"):
            package.write_media_file("c", tmp_path / "c")

    assert not (tmp_path / "c").exists()


def test_a_large_package_that_is_sound_is_read(tmp_path: Path, database: bytes) -> None:
    """70 MB, most of it media: they are not touched to read the log."""
    path = tmp_path / "large.colpkg"
    with ZipFile(path, "w", ZIP_STORED) as archive:
        archive.writestr("collection.anki2", database)
        archive.writestr("media", media_list(["film.mp4"]))
        archive.writestr("0", b"\x5a" * 70 * MIB)

    assert history_in(path).reviews == ()


@pytest.mark.parametrize("listed", [b"[1, 2]", b"{", b"\xff\xfe", b"7"])
def test_a_list_of_media_that_is_none_is_told(
    tmp_path: Path, database: bytes, listed: bytes
) -> None:
    path = a_zip(tmp_path / "p.apkg", collection__anki2=database, media=listed)

    assert complaint(path)[0].startswith("p.apkg is damaged: ")


def test_nothing_is_left_behind(tmp_path: Path, database: bytes, scratch: Path) -> None:
    history_in(a_zip(tmp_path / "p.apkg", collection__anki2=database))

    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize("is_old", [False, True])
def test_media_are_written_as_they_were(anki: Anki, tmp_path: Path, *, is_old: bool) -> None:
    (tmp_path / "cat.png").write_bytes(b"a picture")
    anki.collection.media.add_file(str(tmp_path / "cat.png"))
    add(anki, "Basic", Front="cat?", Back="<img src='cat.png'>")

    with open_package(export(anki, tmp_path / "p.apkg", is_old=is_old)) as package:
        package.write_media_file("cat.png", tmp_path / "copy.png")

    assert (tmp_path / "copy.png").read_bytes() == b"a picture"


def test_media_are_found_however_their_letters_are_composed(
    tmp_path: Path, database: bytes
) -> None:
    listed = media_list(["lu\u0308.png"])
    path = a_zip(tmp_path / "p.apkg", collection__anki2=database, media=listed, **{"0": b"a"})

    with open_package(path) as package:
        assert dict(package.media) == {"l\xfc.png": "0"}


def test_a_medium_is_not_written_over_a_file(tmp_path: Path, database: bytes) -> None:
    (tmp_path / "mine").write_text("mine", encoding="utf-8")
    path = a_zip(
        tmp_path / "p.apkg", collection__anki2=database, media=media_list(["a"]), **{"0": b"theirs"}
    )

    with open_package(path) as package, pytest.raises(QuizappError, match="File exists"):
        package.write_media_file("a", tmp_path / "mine")

    assert (tmp_path / "mine").read_text(encoding="utf-8") == "mine"


def test_a_medium_that_is_damaged_is_told(tmp_path: Path, database: bytes) -> None:
    path = a_zip(
        tmp_path / "p.apkg",
        meta=VERSION_3,
        collection__anki21b=packed(database),
        media=packed(b"\x0a\x03\x0a\x01a"),
        **{"0": b"no frame"},
    )

    with (
        open_package(path) as package,
        pytest.raises(BadPackageError, match="the medium 'a' cannot be read"),
    ):
        package.write_media_file("a", tmp_path / "a")

    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("data", [b"\x80", b"\x0a\x05ab", b"\x0b", b"\xff" * 20, b"\x09\x00"])
def test_bytes_that_are_no_message_are_told(data: bytes) -> None:
    with pytest.raises(BadMessageError):
        list(read_fields(data))


def test_a_message_is_read_field_by_field() -> None:
    data = b"\x08\x96\x01\x12\x02hi\x1d\x01\x02\x03\x04\x21\x01\x02\x03\x04\x05\x06\x07\x08"

    assert list(read_fields(data)) == [
        (1, 150),
        (2, b"hi"),
        (3, b"\x01\x02\x03\x04"),
        (4, b"\x01\x02\x03\x04\x05\x06\x07\x08"),
    ]
