"""The line mode on a real terminal that is told to end: what was judged is kept."""

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from tests.cli.plain_session import QUIZAPP, PlainSession
from tests.cli.test_durability import answers_kept, environment, integrity

pytestmark = pytest.mark.slow  # processes that are killed, closed or limited

COMMANDS = {
    "study": ["study", "--plain"],
    "quiz": ["quiz", "--plain", "--count", "--formats", "typed"],
}


def at_the_rating(folder: Path, command: str = "study") -> "pexpect.spawn[str]":
    """A learner in a terminal whose answer was judged and not rated yet."""
    program = pexpect.spawn(
        QUIZAPP, COMMANDS[command], env=environment(folder), encoding="utf-8", timeout=30
    )
    program.expect("\n> ")
    program.sendline("")
    program.expect("you didn't know")
    program.expect("\n> ")
    return program


def wait(program: "pexpect.spawn[str]") -> int | None:
    program.expect(pexpect.EOF)
    program.close()
    return program.exitstatus


def close_the_terminal(program: "pexpect.spawn[str]") -> None:
    os.close(program.child_fd)


ENDINGS: dict[str, Callable[["pexpect.spawn[str]"], object]] = {
    "sigterm": lambda program: program.kill(signal.SIGTERM),
    "sighup": lambda program: program.kill(signal.SIGHUP),
    "ctrl+c": lambda program: program.sendintr(),
    "ctrl+d": lambda program: program.sendeof(),
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_judged_answer_is_kept_when_the_process_is_told_to_end(
    tmp_path: Path, ending: str, command: str
) -> None:
    program = at_the_rating(tmp_path, command)

    ENDINGS[ending](program)

    program.expect("1 answer: 0 right, 1 wrong")
    assert wait(program) == 0
    assert answers_kept(tmp_path) == 1
    assert integrity(tmp_path) == "ok"


def test_a_judged_answer_is_kept_when_the_terminal_is_closed(tmp_path: Path) -> None:
    program = at_the_rating(tmp_path)

    pid = program.pid
    assert pid is not None

    close_the_terminal(program)
    _, status = os.waitpid(pid, 0)

    assert (os.WIFEXITED(status), os.WEXITSTATUS(status)) == (True, 0)
    assert answers_kept(tmp_path) == 1


def test_a_judged_answer_is_kept_when_the_reader_goes_away(tmp_path: Path) -> None:
    session = PlainSession(["study", "--plain"], environment(tmp_path))
    session.until_prompt()
    session.say("")
    session.until_prompt()
    assert session.process.stdout is not None

    session.process.stdout.close()
    session.say("")
    assert session.process.wait(timeout=30) == 0
    session.close()

    assert answers_kept(tmp_path) == 1


def test_a_signal_that_is_to_be_ignored_is_ignored(tmp_path: Path) -> None:
    nohup = f"trap '' HUP; exec {QUIZAPP} study --plain"
    program = pexpect.spawn(
        "sh", ["-c", nohup], env=environment(tmp_path), encoding="utf-8", timeout=30
    )
    program.expect("\n> ")

    program.kill(signal.SIGHUP)
    program.sendline("")

    program.expect("you didn't know")
    program.sendeof()
    assert wait(program) == 0


def test_a_signal_before_any_answer_ends_with_nothing_kept(tmp_path: Path) -> None:
    program = pexpect.spawn(
        QUIZAPP, ["study", "--plain"], env=environment(tmp_path), encoding="utf-8", timeout=30
    )
    program.expect("\n> ")

    program.kill(signal.SIGTERM)

    program.expect("No answers")
    assert wait(program) == 0
    assert answers_kept(tmp_path) == 0


def test_an_exam_that_is_told_to_end_is_left_and_can_be_resumed(tmp_path: Path) -> None:
    exam = ["exam", "--plain", "--seed", "1", "-n", "3"]
    program = pexpect.spawn(QUIZAPP, exam, env=environment(tmp_path), encoding="utf-8", timeout=30)
    program.expect("\n> ")

    program.kill(signal.SIGTERM)

    program.expect("Paused: 0 of 3 answered")
    assert wait(program) == 0
    resumed = subprocess.run(
        [QUIZAPP, "exam", "--resume", "--plain"],
        env=environment(tmp_path),
        input="",
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "0 of 3 answered" in resumed.stdout
