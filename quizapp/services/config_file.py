"""The settings file: read and checked, or one value written and every other line left as it was."""

import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypedDict, cast

from quizapp.bank.diagnostics import nearest_word
from quizapp.errors import QuizappError, WrongCallError
from quizapp.services.user_folders import NoHomeError, config_folder, spelled_out


class ConfigOfDeck(TypedDict, total=False):
    """What the settings file says of a deck."""

    on: bool


class ConfigValues(TypedDict, total=False):
    """What the settings file says, key by key; what it leaves out is not there."""

    database: str
    learner: str
    decks: list[str]
    rollover_hour: int
    new_per_day: int
    reviews_per_day: int
    retention: float
    keys: dict[str, str]
    theme: str
    deck: dict[str, ConfigOfDeck]


class SettingsNotKeptError(QuizappError):
    """The settings file cannot be changed (exit code 1)."""

    exit_code = 1


# --- reading --------------------------------------------------------------------------------------


_HOURS_A_DAY = 24


def _is_text(value: object) -> bool:
    """Return whether `value` is text with something in it."""
    return isinstance(value, str) and bool(value.strip())


def _is_count(value: object) -> bool:
    """Return whether `value` is a whole number from 0."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_of_a_deck(value: object) -> bool:
    """Return whether `value` is what a deck's own table may hold."""
    return isinstance(value, dict) and all(
        key == "on" and isinstance(own, bool) for key, own in value.items()
    )


_CONFIG_KEYS: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "database": (_is_text, "a URL in quotes"),
    "learner": (_is_text, "a name in quotes"),
    "decks": (
        lambda value: isinstance(value, list) and all(map(_is_text, value)),
        "a list of paths",
    ),
    "rollover_hour": (
        lambda value: _is_count(value) and value in range(_HOURS_A_DAY),
        "an hour from 0 to 23",
    ),
    "new_per_day": (_is_count, "a whole number from 0"),
    "reviews_per_day": (_is_count, "a whole number from 0"),
    "retention": (
        lambda value: isinstance(value, float) and 0.7 <= value <= 0.99,  # noqa: PLR2004
        "a number from 0.7 to 0.99",
    ),
    "keys": (
        lambda value: isinstance(value, dict) and all(map(_is_text, value.values())),
        "a table of keys, each in quotes",
    ),
    "theme": (_is_text, "the name of a theme in quotes"),
    "deck": (
        lambda value: isinstance(value, dict) and all(map(_is_of_a_deck, value.values())),
        'a table for each deck: [deck."its-id"], in it on = true or on = false',
    ),
}


def read_config(path: str | None) -> ConfigValues:
    """Return what the config file says; nothing when there is none at the usual place.

    Raises:
        WrongCallError: a file that was asked for is not there, or one cannot be used.
    """
    try:
        file = config_place(path)
    except NoHomeError:
        if path:
            raise
        return {}  # without a home there are no settings in it
    if not path and not file.is_file():
        return {}
    import tomllib

    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise WrongCallError(f"{file}: {error.strerror}", "check --config") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongCallError(f"{file}: {error}", "write it as TOML") from None
    for key, value in found.items():
        _check_config_key(file, key, value)
    return cast("ConfigValues", found)


def _check_config_key(file: Path, key: str, value: object) -> None:
    """Raise a WrongCallError where `key` is unknown or `value` does not fit it."""
    if key not in _CONFIG_KEYS:
        nearest = nearest_word(key, _CONFIG_KEYS)
        known = f"did you mean {nearest!r}?" if nearest else f"known: {', '.join(_CONFIG_KEYS)}"
        raise WrongCallError(f"{file}: unknown key {key!r}", known)
    is_fit, wanted = _CONFIG_KEYS[key]
    if not is_fit(value):
        raise WrongCallError(f"{file}: {key} is {value!r}", f"write {wanted}")


def config_place(path: str | None) -> Path:
    """Return where the config file is: at `path` if it was asked for, else at the usual place."""
    return spelled_out(path) if path else _default_config()


def _default_config() -> Path:
    """Return the usual place of the config file."""
    return config_folder() / "config.toml"


# --- writing --------------------------------------------------------------------------------------


def write_setting(file: Path, keys: Sequence[str], value: str | bool) -> None:  # noqa: FBT001 (a value among others)
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
        _replace_text(target, tomlkit.dumps(document))
    except OSError as error:
        raise SettingsNotKeptError(
            f"{file} can't be written ({error.strerror})", "check who may write there"
        ) from None
    except (TOMLKitError, UnicodeDecodeError, TypeError) as error:
        raise SettingsNotKeptError(
            f"{file} can't be changed ({error})", "correct the file"
        ) from None


def _replace_text(target: Path, text: str) -> None:
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
