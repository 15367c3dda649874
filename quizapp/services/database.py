"""Looking after the database: what it is, its schema, and whether it is sound."""

from dataclasses import dataclass

from quizapp.services.open_database import creates, opened_store, opening_notices
from quizapp.services.settings import Settings


@dataclass(frozen=True, slots=True)
class DatabaseInfo:
    """Where the database is, and of which version; `latest` is the schema that this code knows."""

    location: str
    engine_version: str
    size_bytes: int
    version: int
    latest: int


@dataclass(frozen=True, slots=True)
class UpgradedDatabase:
    """The schema before and after; `notices` are for the learner."""

    before: int
    after: int
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DatabaseCheck:
    """How much was checked, and what is wrong, a line each; `notices` are for the learner."""

    reviews: int
    memories: int
    faults: tuple[str, ...]
    notices: tuple[str, ...]


def database_info(settings: Settings) -> DatabaseInfo:
    """Return what the database is. Nothing is changed."""
    from quizapp.store.open import store_info

    found = store_info(settings.database, creates=creates(settings))
    return DatabaseInfo(
        found.location, found.engine_version, found.size_bytes, found.version, found.latest
    )


def upgrade_database(settings: Settings) -> UpgradedDatabase:
    """Bring the database to the newest schema, after a backup."""
    before = database_info(settings).version
    with opened_store(settings) as store:
        notices = tuple(opening_notices(store, settings))
        return UpgradedDatabase(before, store.schema_version(), notices)


def verify_database(settings: Settings) -> DatabaseCheck:
    """Check every page, every reference, and that the log replays to the memories kept.

    Raises:
        StoreError: it cannot even be read.
    """
    from quizapp.store.verify import verify_store

    with opened_store(settings) as store:
        notices = tuple(opening_notices(store, settings))
        report = verify_store(store)
    return DatabaseCheck(report.reviews, report.memories, report.faults, notices)
