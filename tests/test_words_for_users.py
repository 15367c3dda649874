"""What a user reads is natural English: no word of a list stands in help, on keys or in messages.

The words of each room are collected from the code itself, so that a new text is looked at, too.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from quizapp.cli.main import quizapp as command_line
from quizapp.terminal import keys

PACKAGE = Path(__file__).parent.parent / "quizapp"
ROOMS = (
    "terminal",
    "cli",
    "services",
    "store",
    "anki",
    "sources",
    "bank",
    "lint",
    "items",
    "signoff",
)
# Each with what to say instead.
BANNED = {
    r"mend(?:s|ed|ing)?": "fix",
    r"shall": "say what happens",
    r"is to be|are to be|was to be": "must be, or say who does it",
    r"stands?(?! out)|stood": "is",
    r"(?:be|was|were|that) left(?! out| alone| unfinished)": "paused",
    r"(?:ask|asks|asked) (?:it |them )?back(?: from)?": "unsuspend",
    r"(?:go|goes|going|gone) on(?: with)?": "next, resume, continue",
    r"off schedule": "your schedule doesn't change",
    r"once more": "again",
    r"nothing that": "say what there is",
    r"no longer buried|any more": "no longer, unburied",
    r"not quite": "wrong",
    r"foretells?": "predict",
    r"where you stand": "your progress",
    r"retention": "recall",
    r"distractors?": "wrong answers",
    r"Ret\.|Stab\.": "Recall, Stability",
}
WORDS = re.compile(rf"(?<![\w`])(?:{'|'.join(BANNED)})(?![\w`=])", re.IGNORECASE)


def is_prose(text: str) -> bool:
    """Return whether a person is to read `text`: a single word is a name, SQL is for the store."""
    return " " in text.strip() and not re.match(r"\s*(?:SELECT|INSERT|UPDATE|PRAGMA|CREATE)", text)


def texts_of(module: Path) -> Iterator[str]:
    """Yield the texts of a module that are no docstrings, the pieces of an f-string joined."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    skipped = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [part for part in node.values if isinstance(part, ast.Constant)]
            skipped |= {id(part) for part in parts}
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values
            )
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in skipped:
            yield node.value if isinstance(node.value, str) else ""


def commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """Yield a command and all those below it, by their names."""
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found is not None:
                yield from commands(found, f"{name} {below}")


@pytest.mark.parametrize("room", ROOMS)
def test_no_message_has_a_banned_word(room: str) -> None:
    found = [
        (module.name, text)
        for module in sorted((PACKAGE / room).rglob("*.py"))
        for text in texts_of(module)
        if is_prose(text) and WORDS.search(text)
    ]

    assert found == []


def test_no_help_text_has_a_banned_word() -> None:
    helped = {
        name: command.get_help(click.Context(command, info_name=name))
        for name, command in commands(command_line, "quizapp")
    }

    assert len(helped) > 20
    assert {name: WORDS.findall(text) for name, text in helped.items() if WORDS.search(text)} == {}


def test_no_key_has_a_banned_word_or_a_full_stop() -> None:
    constants = [value for name, value in vars(keys).items() if name.isupper()]
    tables = [value for value in constants if isinstance(value, dict)]
    bindings = [*keys.EVERYWHERE, *(b for table in tables for b in keys.all_bindings(table))]

    assert len(bindings) > 80
    said = [text for b in bindings for text in (b.description, b.tooltip)]
    assert [text for text in said if WORDS.search(text) or text.endswith(".")] == []


@pytest.mark.parametrize(
    "old",
    ["fix it or mend: it", "Go on with the exam", "enter once more", "Ask it back", "It stands"],
)
def test_the_list_finds_what_was_said_before(old: str) -> None:
    assert WORDS.search(old)
