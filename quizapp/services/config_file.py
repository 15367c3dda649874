"""Changing the settings file: one value is written, every other line stays as it was."""

import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from quizapp.errors import QuizappError


class SettingsNotKeptError(QuizappError):
    """The settings file cannot be changed (exit code 1)."""

    exit_code = 1


def write_setting(file: Path, keys: Sequence[str], value: Any) -> None:
    """Set `keys` of `file` to `value`: the name of a table for each but the last.

    Comments and the order of lines stay. The file is made where there is none; a reader sees the
    old text or the new one, never half of it.

    Raises:
        SettingsNotKeptError: the file cannot be read or written, or is no TOML.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        target = file.resolve()  # a link stays one
        text = target.read_text(encoding="utf-8") if target.exists() else ""
        document = tomlkit.parse(text)
        table: Any = document
        for name in keys[:-1]:
            if name not in table:
                table[name] = tomlkit.table(is_super_table=name == keys[0])
            table = table[name]
        table[keys[-1]] = value
        replace_text(target, tomlkit.dumps(document))
    except OSError as error:
        raise SettingsNotKeptError(
            f"{file} can't be written ({error.strerror})", "check who may write there"
        ) from None
    except (TOMLKitError, UnicodeDecodeError, TypeError) as error:
        raise SettingsNotKeptError(
            f"{file} can't be changed ({error})", "correct the file"
        ) from None


def replace_text(target: Path, text: str) -> None:
    """Write `text` to `target` in one go, with the permissions that it has."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(13, "Permission denied", str(target))
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
    written = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        if target.exists():
            written.chmod(target.stat().st_mode & 0o777)
        written.replace(target)
    except OSError:
        with suppress(OSError):
            written.unlink()
        raise
