"""Standard input, output and error that are closed, full, or left by their reader."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.plain_session import QUIZAPP

pytestmark = pytest.mark.slow  # processes that are killed, closed or limited

# Every command that has something to print, as it is called.
PRINTING = [
    "",
    "--help",
    "--version",
    "study --plain --limit 1",
    "quiz --plain -n 1",
    "exam --plain -n 1 --seed 1",
    "check --explain C301",
    "check --format json",
    "items x-linked-hyper-igm",
    "items x-linked-hyper-igm --json",
    "new fresh",
    "draft abstract.txt",
    "export anki x-linked-hyper-igm -o deck.apkg",
    "plan --until 2026-06-01 --json",
    "stats",
    "stats --json",
    "decks",
    "db info",
    "db verify",
    "schema",
]
NO_ROOM = (
    "quizapp: standard output cannot be written to: No space left on device\n"
    "    fix: free some space, or send the output elsewhere\n"
)
CLOSED = "quizapp: standard output is closed\n    fix: send it to a file or a pipe\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "abstract.txt").write_text(
        "The drug was given to 79 patients. It causes fever.\n", encoding="utf-8"
    )
    return tmp_path


def run(folder: Path, command: str, redirected: str) -> tuple[int, str, str]:
    """Run a command with its streams `redirected` as a shell does it."""
    done = subprocess.run(
        ["sh", "-c", f'exec "$0" --now 2026-03-02T09:00:00+00:00 {command} {redirected}', QUIZAPP],
        cwd=folder,
        env={"HOME": str(folder), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
        input="1\n\n",
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("command", PRINTING)
def test_a_full_disk_behind_the_output_is_told(folder: Path, command: str) -> None:
    code, _, told = run(folder, command, ">/dev/full")

    assert (code, told.endswith(NO_ROOM)) == (3, True)


@pytest.mark.parametrize("command", PRINTING[::3])
def test_an_output_that_is_closed_is_told_before_anything_is_done(
    folder: Path, command: str
) -> None:
    before = sorted(folder.iterdir())

    code, _, told = run(folder, command, ">&-")

    assert (code, told) == (3, CLOSED)
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize("command", PRINTING[1::3])
def test_a_reader_that_went_away_ends_a_command_in_silence(folder: Path, command: str) -> None:
    # The reader is gone before the command has started: `:` reads nothing.
    gone = 'mkfifo gone; exec 3<>gone; exec 4>gone; exec 3<&-; exec "$0"'
    done = subprocess.run(
        ["sh", "-c", f"{gone} --now 2026-03-02T09:00:00+00:00 {command} >&4 4>&-", QUIZAPP],
        cwd=folder,
        env={"HOME": str(folder), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
        input=b"1\n\n",
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )

    assert done.returncode == 0
    assert b"bug" not in done.stderr
    assert b"Exception" not in done.stderr
    assert b"quizapp:" not in done.stderr


@pytest.mark.parametrize("redirected", ["2>&-", "2>/dev/full"])
@pytest.mark.parametrize("command", ["stats", "check", "db info"])
def test_without_a_place_for_messages_the_answer_is_printed(
    folder: Path, command: str, redirected: str
) -> None:
    code, printed, told = run(folder, command, redirected)

    assert (code, told) == (0, "")
    assert printed or command == "check"


@pytest.mark.parametrize("redirected", ["2>&-", "2>/dev/full"])
def test_an_error_that_cannot_be_told_keeps_its_exit_code(folder: Path, redirected: str) -> None:
    assert run(folder, "stats --decks nowhere", redirected) == (2, "", "")


@pytest.mark.parametrize(
    "command",
    ["study --plain", "quiz --plain -n 1", "exam --plain -n 1 --seed 1", "items --diff -"],
)
def test_an_input_that_is_closed_is_told_by_what_reads_it(folder: Path, command: str) -> None:
    code, _, told = run(folder, command, "<&-")

    assert code == 3
    assert told == (
        "quizapp: standard input cannot be read: it is closed\n"
        "    fix: run quizapp in a terminal, or send the input through a pipe\n"
    )


@pytest.mark.parametrize("command", ["stats", "items x-linked-hyper-igm", "db info", "new fresh"])
def test_an_input_that_is_closed_is_nothing_to_what_reads_none(folder: Path, command: str) -> None:
    assert run(folder, command, "<&-")[0] == 0


def test_with_all_streams_closed_a_command_leaves_with_its_code(folder: Path) -> None:
    assert run(folder, "stats", "<&- >&- 2>&-") == (3, "", "")


def test_an_answer_that_is_no_text_is_an_answer(folder: Path) -> None:
    done = subprocess.run(
        [QUIZAPP, "study", "--plain", "--formats", "typed", "--limit", "1"],
        cwd=folder,
        env={"HOME": str(folder), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
        input=b"caf\xe9\n\n",
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert b"1 answer: 0 right, 1 wrong" in done.stdout
