"""The learner's editor, by the rules of the system that it runs on."""

import os
from pathlib import Path

import pytest

from quizapp.bank.place import Place
from quizapp.errors import QuizappError
from quizapp.services.editor import editor_arguments, editor_command, words_of

PLACE = Place("decks/my deck.yaml", 12, 3)


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("vim -p", ("vim", "-p")),
        ("'/opt/my editor/ed' --wait", ("/opt/my editor/ed", "--wait")),
        (r"/opt/my\ editor/ed", ("/opt/my editor/ed",)),
        ("", ()),
    ],
)
def test_a_command_is_split_as_a_shell_of_posix_does(command: str, words: tuple[str, ...]) -> None:
    assert words_of(command, "posix") == words


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (r"C:\vim\gvim.exe -f", (r"C:\vim\gvim.exe", "-f")),
        (r'"C:\Program Files\ed\ed.exe" -multi', (r"C:\Program Files\ed\ed.exe", "-multi")),
        (r"'C:\Program Files\ed\ed.exe'", (r"C:\Program Files\ed\ed.exe",)),
        ("notepad", ("notepad",)),
    ],
)
def test_on_windows_a_backslash_is_a_letter(command: str, words: tuple[str, ...]) -> None:
    assert words_of(command, "nt") == words


@pytest.mark.parametrize("system", ["nt", "posix"])
def test_a_quotation_mark_without_another_is_told(system: str) -> None:
    with pytest.raises(QuizappError, match="an unclosed quotation mark"):
        words_of('"vim', system)


@pytest.mark.parametrize(
    ("editor", "arguments"),
    [
        ("vi", ("+12", "decks/my deck.yaml")),
        (r"C:\Windows\NOTEPAD.EXE", ("decks/my deck.yaml",)),
        (r"C:\Program Files\Notepad++\notepad++.exe", ("-n12", "decks/my deck.yaml")),
        ("/usr/bin/code", ("--wait", "--goto", "decks/my deck.yaml:12")),
        (r"C:\code\bin\code.cmd", ("--wait", "--goto", "decks/my deck.yaml:12")),
        ("hx", ("decks/my deck.yaml:12",)),
    ],
)
def test_an_editor_opens_at_the_line(editor: str, arguments: tuple[str, ...]) -> None:
    assert editor_arguments(editor, PLACE) == arguments


def an_editor(folder: Path, name: str) -> str:
    path = folder / name
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_a_path_with_spaces_alone_needs_no_quotes(tmp_path: Path) -> None:
    editor = an_editor(tmp_path, "my ed")

    assert editor_command(PLACE, {"EDITOR": editor}) == (editor, "+12", "decks/my deck.yaml")


def test_visual_wins_over_editor(tmp_path: Path) -> None:
    one, other = an_editor(tmp_path, "one"), an_editor(tmp_path, "other")

    command = editor_command(PLACE, {"VISUAL": f"{one} -x", "EDITOR": other})

    assert command == (one, "-x", "+12", "decks/my deck.yaml")


def test_windows_opens_notepad_where_nothing_was_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_editor(tmp_path, "notepad")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)

    assert editor_command(PLACE, {}, "nt") == ("notepad", "decks/my deck.yaml")


def test_an_editor_that_is_not_there_opens_nothing() -> None:
    assert editor_command(PLACE, {"EDITOR": "no-such-editor -x"}) is None
