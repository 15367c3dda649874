"""CONTRIBUTING is held to what it names: files, folders, commands, dependencies."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SHELL = "".join(re.findall(r"^```sh\n(.*?)^```", TEXT, flags=re.MULTILINE | re.DOTALL))
PROSE = re.sub(r"^```.*?^```", "", TEXT, flags=re.MULTILINE | re.DOTALL)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
OWN_FOLDERS = ("quizapp/", "tests/", "decks/", ".ci/")
IS_FILE = re.compile(
    r"[\w./-]+\.(py|md|toml|yaml|lock|css|tcss|svg)|(quizapp|tests|decks)/[\w./-]*"
)
MOST_LINES = 250


def places() -> set[str]:
    """The files and folders that are named: in code spans, in links, and in commands."""
    spans = {span for span in re.findall(r"`([^`]+)`", PROSE) if IS_FILE.fullmatch(span)}
    links = set(re.findall(r"\]\((?!https?://)([^)#]+)\)", PROSE))
    words = {word for word in SHELL.split() if word.startswith(OWN_FOLDERS)}
    return spans | links | words


def test_every_file_and_folder_that_is_named_is_there() -> None:
    named = places()

    assert len(named) >= 50
    assert [place for place in sorted(named) if not (ROOT / place).exists()] == []


def test_every_room_has_its_row() -> None:
    rooms = {path.parent.name for path in (ROOT / "quizapp").glob("*/__init__.py")}

    assert set(re.findall(r"^\| `quizapp/(\w+)/` \|", TEXT, flags=re.MULTILINE)) == rooms


def test_every_dependency_says_what_it_saves() -> None:
    section = TEXT.partition("## Dependencies")[2].partition("\n## ")[0]
    needed = {Requirement(each).name for each in PROJECT["dependencies"]}

    assert [name for name in sorted(needed) if name not in section] == []


def test_it_can_be_read_in_one_go() -> None:
    assert len(TEXT.splitlines()) <= MOST_LINES
