"""The learner's editor: which command opens a file at a line, on whichever system this is."""

import os
import shlex
import shutil
from collections.abc import Mapping
from pathlib import PureWindowsPath

from quizapp.bank.place import Place
from quizapp.errors import QuizappError

_WINDOWS = "nt"
_USUAL = {_WINDOWS: "notepad"}  # where nothing was chosen
_ELSE_USUAL = "vi"
_QUOTES = "\"'"


def editor_command(
    place: Place, environment: Mapping[str, str], system: str = os.name
) -> tuple[str, ...] | None:
    """Return the command that opens the editor at `place`; None where it cannot be found.

    `environment` names it in VISUAL or EDITOR; `system` is as `os.name`.

    Raises:
        QuizappError: what it names cannot be read as a command.
    """
    usual = _USUAL.get(system, _ELSE_USUAL)
    wanted = environment.get("VISUAL") or environment.get("EDITOR") or usual
    # A path with spaces in it, and nothing behind it, needs no quotes.
    words = (wanted,) if shutil.which(wanted) else words_of(wanted, system)
    if not words or shutil.which(words[0]) is None:
        return None
    return (*words, *editor_arguments(words[0], place))


def words_of(command: str, system: str = os.name) -> tuple[str, ...]:
    r"""Return the words of `command` as the shell of `system` would: on Windows, \ is a letter.

    Raises:
        QuizappError: a quotation mark has no other.
    """
    try:
        words = shlex.split(command, posix=system != _WINDOWS)
    except ValueError:
        raise QuizappError(
            f"EDITOR is {command!r}, with an unclosed quotation mark", "close the quotation mark"
        ) from None
    return tuple(map(_unquoted, words)) if system == _WINDOWS else tuple(words)


def _unquoted(word: str) -> str:
    """Return `word` without quotation marks around it."""
    is_quoted = len(word) > 1 and word[0] == word[-1] and word[0] in _QUOTES
    return word[1:-1] if is_quoted else word


def editor_arguments(editor: str, place: Place) -> tuple[str, ...]:
    """Return what makes `editor` open the file of `place` at its line."""
    # Reads the names of both systems: a backslash in a name of POSIX's is rarer than a rare editor.
    name = PureWindowsPath(editor).name.lower().removesuffix(".exe").removesuffix(".cmd")
    line = max(1, place.line)
    if name in {"code", "codium", "cursor"}:
        return ("--wait", "--goto", f"{place.file}:{line}")
    if name in {"subl", "hx", "helix", "zed"}:
        return (f"{place.file}:{line}",)
    if name == "notepad++":
        return (f"-n{line}", place.file)
    if name in {"notepad", "open", "xdg-open", "start"}:
        return (place.file,)
    return (f"+{line}", place.file)
