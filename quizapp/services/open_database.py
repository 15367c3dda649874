"""Opening the store of a run, and what the learner should know of it at once."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from quizapp.services.settings import Settings
from quizapp.services.words import quantity

if TYPE_CHECKING:
    from quizapp.store.backends.backend import Creates
    from quizapp.store.store import Store


def opened_store(settings: Settings) -> "Store":
    """Return the store of this run, made or upgraded where needed."""
    from quizapp.store.open import open_store

    return open_store(settings.database, now=settings.clock(), creates=creates(settings))


def creates(settings: Settings) -> "Creates":
    """Return what may be made where there is no database."""
    from quizapp.store.backends.backend import Creates

    return Creates.FOLDER if settings.may_create_folder else Creates.FILE


def existing_store(settings: Settings) -> "Store":
    """Return the store of this run, which is not made where there is none."""
    from quizapp.store.backends.backend import Creates
    from quizapp.store.open import open_store

    return open_store(settings.database, now=settings.clock(), creates=Creates.NOTHING)


def is_database_missing(settings: Settings) -> bool:
    """Return whether there is no database yet, nor a part of one that is gone.

    Raises:
        WrongCallError: what was asked for is no database that quizapp can use.
    """
    from quizapp.store.backends.database_url import parsed_url
    from quizapp.store.backends.sqlite import place_of
    from quizapp.store.backends.sqlite_files import side_files

    url = parsed_url(settings.database)
    if url.get_backend_name() != "sqlite":
        return False
    path, _ = place_of(url)
    return path is not None and not path.exists() and not side_files(path)


def opening_notices(store: "Store", settings: Settings) -> Iterator[str]:
    """Yield what the learner should know of a store that was opened just now."""
    from quizapp.store.backups.news import damage_of, has_backups, untold_copies

    place = store.backend.location
    if store.backend.is_new and has_backups(store):
        yield (
            f"Started a new, empty history at {place}. Backups of an earlier one exist: "
            "quizapp restore"
        )
    elif store.backend.is_new and settings.is_database_named:
        yield f"Started a new, empty history at {place}."
    damage = damage_of(store)
    if damage is not None:
        found_at = settings.local_time(datetime.fromisoformat(damage.found_at))
        yield (
            f"On {found_at} no sound backup could be made: "
            f"{damage.faults[0]}. Earlier backups are kept. fix: quizapp restore"
        )
    left = untold_copies(store)
    if left:
        yield (
            f"{quantity(left, 'old backup')} beside {place} may be of another database. "
            "They stay in the folder 'backups'. To restore one: quizapp restore FILE"
        )
