"""What a run was asked for: global options over the environment over the config file.

The config file is TOML; every key may be left out:

    database = "sqlite:////home/me/quizapp.db"
    learner = "me"
    decks = ["~/decks"]
    rollover_hour = 4          # when a learner's day begins
    new_per_day = 20           # for every deck; these three win over a deck's own settings
    reviews_per_day = 200
    retention = 0.9
    theme = "quizapp-light"    # F2 in the terminal writes it

    [deck."x-linked-hyper-igm"]
    on = false                 # `quizapp decks off` writes it: kept, but not asked and not counted

    [keys]                     # other keys for the terminal: the binding's id, then its keys
    undo = "ctrl+z"
"""

import difflib
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from quizapp.errors import WrongCallError
from quizapp.memory.model import Calendar
from quizapp.services.clock import Clock, WrongClockError, clock_starting_at, real_clock
from quizapp.services.user_folders import NoHomeError, config_folder, data_folder, spelled_out


@dataclass(frozen=True, slots=True)
class Settings:
    """How this run is to be done; the three study settings are None where the deck decides."""

    database_asked_for: str | None
    learner: str
    deck_paths: tuple[Path, ...]
    clock: Clock
    rollover_hour: int = 4
    new_per_day: int | None = None
    reviews_per_day: int | None = None
    retention: float | None = None
    keys: Mapping[str, str] = field(default_factory=dict)
    theme: str = ""
    decks_off: frozenset[str] = frozenset()
    config_asked_for: str | None = None
    is_database_named: bool = True  # by the learner, not the usual one
    may_create_folder: bool = False

    @property
    def config_file(self) -> Path:
        """Where the settings are, and where one that changes is written.

        Raises:
            NoHomeError: no place was asked for, and there is no usual one.
        """
        return config_place(self.config_asked_for)

    @property
    def database(self) -> str:
        """Where answers are kept; what keeps none needs no home for them.

        Raises:
            NoHomeError: no place was asked for, and there is no usual one.
        """
        return self.database_asked_for or default_database()

    def calendar(self) -> Calendar:
        """Return the learner's days; looking for the zone takes a while."""
        return Calendar(local_zone(), self.rollover_hour)


def load_settings(given: Mapping[str, Any]) -> Settings:
    """Return the settings of a run from the global options `given`.

    Raises:
        WrongCallError: the config file is missing, no TOML or has an unknown or unfit key; the
            time of `--now` cannot be read; a path of `--decks` does not exist.
    """
    config = read_config(given.get("config"))
    database = given.get("database") or config.get("database")
    paths = (*config.get("decks", ()), *given.get("deck_paths", ()))
    return Settings(
        database_asked_for=database,
        learner=given.get("learner") or config.get("learner") or "me",
        deck_paths=tuple(expand_existing_path(path) for path in paths),
        clock=clock_starting_at(parse_time(given["now"])) if given.get("now") else real_clock,
        rollover_hour=config.get("rollover_hour", 4),
        new_per_day=config.get("new_per_day"),
        reviews_per_day=config.get("reviews_per_day"),
        retention=config.get("retention"),
        keys=config.get("keys", {}),
        is_database_named=bool(database),
        may_create_folder=not database or bool(given.get("create")),
        theme=config.get("theme", ""),
        decks_off=frozenset(
            deck for deck, own in config.get("deck", {}).items() if not own.get("on", True)
        ),
        config_asked_for=given.get("config"),
    )


def default_database() -> str:
    """Return the URL of the SQLite file in the user data folder."""
    return f"sqlite:///{data_folder() / 'quizapp.db'}"


def bundled_decks() -> Path:
    """Return the folder of the decks that come with quizapp: in the wheel, or in the checkout."""
    package = Path(__file__).parent.parent
    installed = package / "decks"
    return installed if installed.is_dir() else package.parent / "decks"


def local_zone() -> Any:
    """Return the time zone of this machine; UTC when it has none that can be found."""
    import tzlocal

    try:
        return tzlocal.get_localzone()
    except (LookupError, OSError, ValueError):
        return UTC


def parse_time(text: str) -> datetime:
    """Return the time that `text` says in ISO 8601; without an offset it is local time.

    Raises:
        WrongCallError: it says none.
    """
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except OverflowError:
        raise WrongClockError(text) from None
    except ValueError:
        raise WrongCallError(
            f"--now: {text!r} is not a time", "write it as 2026-03-01T09:00:00+00:00"
        ) from None


def expand_existing_path(path: str) -> Path:
    """Return `path` with the home folder spelled out.

    Raises:
        WrongCallError: there is nothing there.
    """
    found = spelled_out(path)
    if not found.exists():
        raise WrongCallError(f"{path}: no such deck or folder", "give a deck file or a folder")
    return found


# --- the config file -----------------------------------------------------------------------------


def is_text(value: Any) -> bool:
    """Return whether `value` is text with something in it."""
    return isinstance(value, str) and bool(value.strip())


def is_count(value: Any) -> bool:
    """Return whether `value` is a whole number from 0."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def is_of_a_deck(value: Any) -> bool:
    """Return whether `value` is what a deck's own table may hold."""
    return isinstance(value, dict) and all(
        key == "on" and isinstance(own, bool) for key, own in value.items()
    )


CONFIG_KEYS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "database": (is_text, "a URL in quotes"),
    "learner": (is_text, "a name in quotes"),
    "decks": (
        lambda value: isinstance(value, list) and all(map(is_text, value)),
        "a list of paths",
    ),
    "rollover_hour": (lambda value: is_count(value) and value <= 23, "an hour from 0 to 23"),  # noqa: PLR2004
    "new_per_day": (is_count, "a whole number from 0"),
    "reviews_per_day": (is_count, "a whole number from 0"),
    "retention": (
        lambda value: isinstance(value, float) and 0.7 <= value <= 0.99,  # noqa: PLR2004
        "a number from 0.7 to 0.99",
    ),
    "keys": (
        lambda value: isinstance(value, dict) and all(map(is_text, value.values())),
        "a table of keys, each in quotes",
    ),
    "theme": (is_text, "the name of a theme in quotes"),
    "deck": (
        lambda value: isinstance(value, dict) and all(map(is_of_a_deck, value.values())),
        'a table for each deck: [deck."its-id"], in it on = true or on = false',
    ),
}


def read_config(path: str | None) -> Mapping[str, Any]:
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
        check_config_key(file, key, value)
    return found


def check_config_key(file: Path, key: str, value: Any) -> None:
    """Raise a WrongCallError where `key` is unknown or `value` does not fit it."""
    if key not in CONFIG_KEYS:
        alike = difflib.get_close_matches(key, CONFIG_KEYS, n=1)
        known = f"did you mean {alike[0]!r}?" if alike else f"known: {', '.join(CONFIG_KEYS)}"
        raise WrongCallError(f"{file}: unknown key {key!r}", known)
    is_fit, wanted = CONFIG_KEYS[key]
    if not is_fit(value):
        raise WrongCallError(f"{file}: {key} is {value!r}", f"write {wanted}")


def config_place(path: str | None) -> Path:
    """Return where the config file is: at `path` if it was asked for, else at the usual place."""
    return spelled_out(path) if path else default_config()


def default_config() -> Path:
    """Return the usual place of the config file."""
    return config_folder() / "config.toml"


def is_interactive() -> bool:
    """Return whether a person can sit in front of this run: both ends are a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
