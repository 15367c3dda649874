"""Names of files and of all else that a command quotes: nothing in them acts on the terminal."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

from quizapp.cli.main import quizapp as command_line
from tests.cli.conftest import Run

pytestmark = pytest.mark.slow  # each command prints each name

Quizapp = Callable[..., Run]

# A title for the window, a colour by C1, a turn of the writing, and lines that look like ours.
EVIL = "a\x1b]0;owned\x07\x9b31m\u202e\nFORGED: b\r\u2028\x85c\udcff"
ACTS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
DECK = """\
quizapp: 1
deck: capitals
title: Capitals
sources:
  atlas: {cite: Atlas}
facts:
  - id: france
    ask: What is the capital of France?
    answer: Paris
"""
FAULTY = DECK.replace("answer", "anwser")

# Every place of the command line that takes a name from outside; `{}` is where the name goes.
CALLS = [
    "{}",
    "--{}",
    "--database sqlite:///{}/x.db stats",
    "--database {} stats",
    "--learner {} db info",
    "--config {} stats",
    "--decks {} stats",
    "--now {} stats",
    "study {}",
    "study --formats {}",
    "study --limit {}",
    "quiz {}",
    "quiz -n {}",
    "quiz --tag {} --plain",
    "exam {} --seed 1",
    "exam --seed 1 --of {}",
    "check {}",
    "check {} --format github",
    "check --explain {}",
    "check --source {}",
    "check --source x={}",
    "check --source atlas={} --decks good.yaml",
    "backup {}",
    "restore {}",
    "restore --at {}",
    "decks off {}",
    "decks on {}",
    "review {} --by Ada",
    "review {} --json",
    "review {} --blind 3",
    "review good.yaml --by {}",
    "review good.yaml --by Ada --source atlas={}",
    "items {}",
    "items --diff {}",
    "items --fact {}",
    "new {}",
    "draft {}",
    "draft abstract.txt -o {}",
    "draft abstract.txt -o nowhere/{}",
    "draft abstract.txt --id {}",
    "draft --prompt {}",
    "draft --prompt --fix {}",
    "take {} --deck d.yaml",
    "take abstract.txt --deck {}",
    "take abstract.txt --deck {}.yaml",
    "take abstract.txt --deck d.yaml --source {}",
    "take abstract.txt --deck d.yaml --source x={}",
    "draft {} --course made",
    "draft abstract.txt --course {}",
    "draft abstract.txt --coverage {}",
    "upgrade {}",
    "source attach atlas {} --deck good.yaml",
    "source attach {} abstract.txt --deck good.yaml",
    "source attach atlas abstract.txt --deck {}",
    "source show {}",
    "source show {}#1",
    "source detach {}",
    "export {}",
    "export anki {} -o x.apkg",
    "export anki capitals --decks good.yaml -o {}",
    "export anki capitals --decks good.yaml -o {}.apkg",
    "export anki capitals --decks good.yaml -o nowhere/{}.apkg",
    "export anki capitals --decks good.yaml --formats {} -o x.apkg",
    "import anki {}",
    "import anki {} --as-deck made.yaml",
    "import anki good.yaml --as-deck {}",
    "plan {}",
    "plan --until {}",
    "optimize {}",
    "stats {}",
    "report answers {}",
    "decks add {}",
    "decks remove {}",
    "db {}",
]


def lines(text: str) -> Iterator[str]:
    return iter(text.split("\n"))


@pytest.fixture
def folder(home: Path) -> Path:
    (home / "good.yaml").write_text(DECK, encoding="utf-8")
    (home / "abstract.txt").write_text("It causes fever in 79 patients.\n", encoding="utf-8")
    return home


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(
    "content", [None, DECK, FAULTY], ids=["missing", "a deck", "a faulty deck"]
)
@pytest.mark.usefixtures("folder")
def test_a_name_does_nothing_to_the_terminal(
    quizapp: Quizapp, call: str, content: str | None
) -> None:
    if content is not None:
        Path(f"{EVIL}.yaml").write_text(content, encoding="utf-8")
    words = [word.replace("{}", f"{EVIL}.yaml") for word in call.split()]

    run = quizapp(*words, stdin="1\n\n")

    assert ACTS.findall(run.out + run.err) == []
    assert [line for line in lines(run.out + run.err) if line.startswith("FORGED")] == []
    assert "bug" not in run.err


def test_every_command_with_an_argument_is_in_the_table() -> None:
    told = {tuple(word for word in call.split() if word.isalpha())[:2] for call in CALLS}
    missing = [
        path for path in commands_with_arguments() if not any(path == t[: len(path)] for t in told)
    ]

    assert missing == []


def commands_with_arguments() -> Iterator[tuple[str, ...]]:
    """The names of all commands that take an argument of their own."""
    context = click.Context(command_line)
    for name in command_line.list_commands(context):
        command = command_line.get_command(context, name)
        assert command is not None
        inner = command.commands.items() if isinstance(command, click.Group) else [("", command)]
        for own, each in inner:
            if any(isinstance(parameter, click.Argument) for parameter in each.params):
                yield tuple(filter(None, (name, own)))


@pytest.mark.usefixtures("folder")
def test_a_title_does_nothing_to_the_terminal(quizapp: Quizapp, folder: Path) -> None:
    title = json.dumps("Cap\x1b[2J\u202eitals\nFORGED")
    deck = DECK.replace("title: Capitals", f"title: {title}")
    (folder / "evil.yaml").write_text(deck, encoding="utf-8")

    shown = [
        quizapp(*call, "--decks", "evil.yaml", stdin="Paris\n\n")
        for call in (("stats",), ("study",), ("check",), ("items", "evil.yaml"), ())
    ]

    assert [ACTS.findall(run.out + run.err) for run in shown] == [[]] * 5


def test_json_keeps_a_name_exactly_and_still_does_nothing(quizapp: Quizapp, folder: Path) -> None:
    name = EVIL.replace("\udcff", "") + ".yaml"
    (folder / name).write_text(FAULTY, encoding="utf-8")

    run = quizapp("check", name, "--format", "json")

    assert json.loads(run.out)[0]["file"] == name
    assert ACTS.findall(run.out) == []
