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

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from quizapp.errors import WrongCallError
from quizapp.memory.model import Calendar
from quizapp.services.clock import Clock, WrongClockError, clock_starting_at, real_clock
from quizapp.services.config_file import config_place, read_config
from quizapp.services.given_settings import GivenSettings
from quizapp.services.user_folders import data_folder, spelled_out


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
        return self.database_asked_for or _default_database()

    def calendar(self) -> Calendar:
        """Return the learner's days; looking for the zone takes a while."""
        return Calendar(local_zone(), self.rollover_hour)

    def local_time(self, moment: datetime) -> str:
        """Return `moment` as the learner's clock showed it, to the minute."""
        return f"{moment.astimezone(self.calendar().zone):%Y-%m-%d %H:%M}"


def load_settings(given: GivenSettings) -> Settings:
    """Return the settings of a run: what was `given` over the config file.

    Raises:
        WrongCallError: the config file is missing, no TOML or has an unknown or unfit key; the
            time of `--now` cannot be read; a path of `--decks` does not exist.
    """
    config = read_config(given.config)
    database = given.database or config.get("database")
    paths = (*config.get("decks", ()), *given.deck_paths)
    return Settings(
        database_asked_for=database,
        learner=given.learner or config.get("learner") or "me",
        deck_paths=tuple(expand_existing_path(path) for path in paths),
        clock=clock_starting_at(_parse_time(given.now)) if given.now else real_clock,
        rollover_hour=config.get("rollover_hour", 4),
        new_per_day=config.get("new_per_day"),
        reviews_per_day=config.get("reviews_per_day"),
        retention=config.get("retention"),
        keys=config.get("keys", {}),
        is_database_named=bool(database),
        may_create_folder=not database or given.create,
        theme=config.get("theme", ""),
        decks_off=frozenset(
            deck for deck, own in config.get("deck", {}).items() if not own.get("on", True)
        ),
        config_asked_for=given.config,
    )


def _default_database() -> str:
    """Return the URL of the SQLite file in the user data folder."""
    return f"sqlite:///{data_folder() / 'quizapp.db'}"


def bundled_decks() -> Path:
    """Return the folder of the decks that come with quizapp: in the wheel, or in the checkout."""
    package = Path(__file__).parent.parent
    installed = package / "decks"
    return installed if installed.is_dir() else package.parent / "decks"


def local_zone() -> tzinfo:
    """Return the time zone of this machine; UTC when it has none that can be found."""
    import tzlocal

    try:
        return tzlocal.get_localzone()
    except (LookupError, OSError, ValueError):
        return UTC


def _parse_time(text: str) -> datetime:
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
