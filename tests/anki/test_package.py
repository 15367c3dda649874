"""The file: whole or not there, the same bytes on any day, made in little memory."""

import os
import subprocess
import sys
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.anki.export.export_decks import export_decks
from quizapp.anki.export.options import AnkiFormat, ExportDeck
from quizapp.bank.model import CardId, DeckId
from quizapp.errors import QuizappError
from quizapp.items.item import Format
from quizapp.learner.export_values import ExportCard
from tests.anki.cards import a_bare, a_card, a_package, some_cards

ROOT = Path(__file__).parents[2]

ON_ANOTHER_DAY = """
import sys, time
from pathlib import Path
from tests.anki.cards import ALL, a_package, some_cards
day = time.localtime(float(sys.argv[2]))
time.time, time.localtime = lambda: float(sys.argv[2]), lambda *_: day
a_package(Path(sys.argv[1]), *some_cards(20), formats=ALL)
"""

ON_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from quizapp.errors import QuizappError
from tests.anki.cards import a_package, some_cards
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
try:
    a_package(Path(sys.argv[1]), *some_cards(2000))
except QuizappError as error:
    print(error.message)
"""


def run(script: str, *arguments: str, timezone: str = "UTC") -> str:
    command = [sys.executable, "-c", script, *arguments]
    environment = {**os.environ, "TZ": timezone}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.slow
def test_the_same_cards_make_the_same_bytes_on_any_day_and_in_any_time_zone(
    tmp_path: Path,
) -> None:
    tokyo, los_angeles = tmp_path / "tokyo.apkg", tmp_path / "los-angeles.apkg"
    run(ON_ANOTHER_DAY, str(tokyo), "1772445600", timezone="Asia/Tokyo")
    run(ON_ANOTHER_DAY, str(los_angeles), "1893456000", timezone="America/Los_Angeles")

    assert tokyo.read_bytes() == los_angeles.read_bytes()


def test_a_package_holds_a_deflated_database_and_an_empty_list_of_media(package: Path) -> None:
    report = a_package(package, *some_cards(50))

    with zipfile.ZipFile(package) as archive:
        members = [(each.filename, each.date_time[:3]) for each in archive.infolist()]
        media = archive.read("media")
        unpacked = archive.getinfo("collection.anki2").file_size
    assert members == [("collection.anki2", (1980, 1, 1)), ("media", (1980, 1, 1))]
    assert media == b"{}"
    assert report.size == package.stat().st_size < unpacked / 4


def test_the_report_counts_what_was_written_and_what_was_not(package: Path) -> None:
    report = a_package(package, a_card(), a_bare(Format.TRUE_FALSE), formats=[AnkiFormat.GAP])

    assert report.path == package
    assert report.notes == 1
    assert report.cards == {"question": 1, "gap": 1}
    assert report.left_out == (CardId("capitals/bare/answer"),)


def test_a_package_replaces_the_one_before_and_leaves_nothing_else(package: Path) -> None:
    a_package(package, a_card())
    a_package(package, *some_cards(5))

    assert list(package.parent.iterdir()) == [package]
    with zipfile.ZipFile(package) as archive:
        assert archive.testzip() is None


def test_where_a_link_stands_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "synced").mkdir()
    (tmp_path / "synced" / "real.apkg").write_bytes(b"before")
    link = tmp_path / "link.apkg"
    link.symlink_to("synced/real.apkg")

    a_package(link, a_card())

    assert link.is_symlink()
    assert (tmp_path / "synced" / "real.apkg").stat().st_size > len(b"before")
    assert [path.name for path in (tmp_path / "synced").iterdir()] == ["real.apkg"]


def test_a_failure_on_the_way_leaves_what_was_there(package: Path) -> None:
    def breaking_off() -> Iterator[ExportCard]:
        yield a_card()
        raise RuntimeError("stop")

    package.write_bytes(b"before")
    with pytest.raises(RuntimeError, match="stop"):
        export_decks(package, [ExportDeck(DeckId("capitals"), "Capitals", breaking_off())])

    assert package.read_bytes() == b"before"
    assert list(package.parent.iterdir()) == [package]


@pytest.mark.slow
def test_a_full_disk_leaves_what_was_there(package: Path) -> None:
    package.write_bytes(b"before")

    message = run(ON_A_FULL_DISK, str(package))

    assert message.startswith(f"cannot write {package}: ")
    assert package.read_bytes() == b"before"
    assert list(package.parent.iterdir()) == [package]


def test_nothing_to_export_is_said_and_writes_nothing(package: Path) -> None:
    with pytest.raises(QuizappError, match="there are no cards to export"):
        a_package(package)

    assert not package.exists()


def test_a_folder_is_no_place_for_a_package(tmp_path: Path) -> None:
    with pytest.raises(QuizappError) as caught:
        a_package(tmp_path, a_card())

    assert caught.value.message == f"{tmp_path} is a folder"
    assert caught.value.fix == f"name a file: {tmp_path}/quizapp.apkg"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(QuizappError) as caught:
        a_package(tmp_path / "none" / "quizapp.apkg", a_card())

    assert caught.value.message == f"there is no folder {tmp_path}/none"
    assert caught.value.fix == "create it, or export to another folder"


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QuizappError, match=r": File name too long$"):
        a_package(tmp_path / ("x" * 300 + ".apkg"), a_card())


def test_a_device_is_not_replaced() -> None:
    with pytest.raises(QuizappError, match="/dev/null is not a file"):
        a_package(Path("/dev/null"), a_card())


def test_a_folder_that_cannot_be_written_to_is_named() -> None:
    with pytest.raises(QuizappError, match=r"^cannot write /proc/quizapp\.apkg: ") as caught:
        a_package(Path("/proc/quizapp.apkg"), a_card())

    assert caught.value.fix == "free some space, or export to a folder that you can write to"


@pytest.mark.slow
def test_memory_does_not_grow_with_the_number_of_cards(package: Path) -> None:
    assert peak_of(package, 5000) < 2 * peak_of(package, 1000)


def peak_of(package: Path, count: int) -> int:
    """The most bytes that Python held at once during an export of `count` cards."""
    cards = (a_card(f"capitals/f{number}/answer") for number in range(count))
    tracemalloc.start()
    try:
        export_decks(package, [ExportDeck(DeckId("capitals"), "Capitals", cards)])
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
