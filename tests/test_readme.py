"""README is run, not believed."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL_BLOCKS = re.findall(r"^```sh\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)
TOUR = [
    line.removeprefix("$ ")
    for block in re.findall(r"^```console\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
    if line.startswith("$ ")
]

PROGRAMS = re.findall(r"^```python\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)


def fresh_checkout(folder: Path) -> Path:
    ignored = shutil.ignore_patterns(
        ".venv", ".git", "*cache*", "__pycache__", "dist", ".hypothesis"
    )
    return Path(shutil.copytree(ROOT, folder / "quizapp", ignore=ignored))


def learner_environment(folder: Path) -> dict[str, str]:
    return {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        **{name: value for name, value in os.environ.items() if name.startswith("PIP_")},
    }


@pytest.mark.slow
def test_the_first_command_shows_the_home_screen_on_a_fresh_machine(tmp_path: Path) -> None:
    checkout = fresh_checkout(tmp_path)

    terminal = pexpect.spawn(
        "sh",
        ["-c", SHELL_BLOCKS[0]],
        cwd=checkout,
        env=learner_environment(tmp_path),
        dimensions=(24, 80),
        timeout=420,
        encoding="utf-8",
    )
    terminal.expect("X-linked hyper-IgM")
    terminal.sendcontrol("q")
    terminal.expect(pexpect.EOF)
    terminal.close()

    assert terminal.exitstatus == 0
    assert (tmp_path / "data" / "quizapp" / "quizapp.db").is_file()


def test_the_second_command_is_the_gate() -> None:
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()

    assert SHELL_BLOCKS[1].strip() == gate[-1]


@pytest.mark.slow
@pytest.mark.parametrize("command", TOUR)
def test_every_command_of_the_tour_works(command: str, tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S602 (README's own lines, pipes included)
        command,
        shell=True,
        cwd=tmp_path,
        env=learner_environment(tmp_path),
        input="",
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert done.returncode == 0, f"{shlex.quote(command)}\n{done.stdout}\n{done.stderr}"


@pytest.mark.slow
def test_the_program_asks_three_questions_and_keeps_the_answers(tmp_path: Path) -> None:
    (program,) = PROGRAMS
    shutil.copytree(ROOT / "decks", tmp_path / "decks")

    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=learner_environment(tmp_path),
        input="1\n1\n1\n",
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("Answer: ") == 3
    assert done.stdout.endswith("\nwrong\n")
    assert (tmp_path / "answers.db").is_file()


def test_the_program_is_ten_lines_long() -> None:
    assert [len(program.strip().splitlines()) for program in PROGRAMS] == [10]


def test_every_file_that_readme_points_at_is_there() -> None:
    links = re.findall(r"\]\((?!https?://)([^)#]+)\)", README)

    assert [link for link in links if not (ROOT / link).exists()] == []
