"""The way in: a database URL becomes a store, made or upgraded where needed."""

from dataclasses import dataclass
from datetime import datetime

from quizapp.errors import StoreError, WrongCallError
from quizapp.store.backends.backend import Backend, Creates
from quizapp.store.backends.database_url import BUSY_SECONDS, parsed_url
from quizapp.store.store import Store
from quizapp.store.tables import SCHEMA_VERSION


@dataclass(frozen=True, slots=True)
class StoreInfo:
    """What `quizapp db info` says: `version` is the schema's, `latest` the one this code knows."""

    location: str
    engine_version: str
    version: int
    latest: int
    size_bytes: int


def open_store(
    url: str,
    *,
    now: datetime | None = None,
    busy_seconds: float = BUSY_SECONDS,
    creates: Creates = Creates.FILE,
) -> Store:
    """Return the store at `url`: `sqlite:////path/to/file.db`, or `sqlite://` in memory.

    A store of an older version is backed up and upgraded; `now` is the time that the backup's
    name says (None: it says none). `busy_seconds` is how long a transaction waits for another
    process, `creates` what may be made where there is no database. With `?mode=ro` nothing is
    written.

    Raises:
        WrongCallError: `url` is no URL of a database that quizapp can use.
        StoreError: the database is foreign, damaged, too new or out of reach.
    """
    store = Store(_open_backend(url, busy_seconds, creates))
    try:
        _upgrade_if_older(store, now)
    except BaseException:
        store.close()
        raise
    return store


def store_info(
    url: str, *, busy_seconds: float = BUSY_SECONDS, creates: Creates = Creates.FILE
) -> StoreInfo:
    """Return what stands at `url`, whatever its version; nothing is upgraded.

    Raises:
        WrongCallError: `url` is no URL of a database that quizapp can use.
        StoreError: the database is foreign, damaged or out of reach.
    """
    with Store(_open_backend(url, busy_seconds, creates)) as store:
        backend = store.backend
        return StoreInfo(
            backend.location,
            backend.engine_version,
            store.schema_version(),
            SCHEMA_VERSION,
            backend.size_bytes(),
        )


def _open_backend(url: str, busy_seconds: float, creates: Creates) -> Backend:
    parsed = parsed_url(url)
    if parsed.get_backend_name() != "sqlite":
        raise WrongCallError(
            f"quizapp cannot save answers in {parsed.get_backend_name()!r}",
            "name an SQLite file: sqlite:////home/me/quizapp.db",
        )
    from quizapp.store.backends.sqlite import open_sqlite  # noqa: PLC0415 (the engine that was asked for)

    return open_sqlite(parsed, busy_seconds, creates)


def _upgrade_if_older(store: Store, now: datetime | None) -> None:
    version = store.schema_version()
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"{store.backend.location} was written by a newer quizapp"
            f" (its schema is {version}, this one knows {SCHEMA_VERSION})",
            "install the newer quizapp; the file was not changed",
        )
    if version < SCHEMA_VERSION and store.backend.is_read_only:
        raise StoreError(
            f"{store.backend.location} is of an older quizapp "
            f"(schema {version}, now {SCHEMA_VERSION}) and cannot "
            "be upgraded: it is open read only",
            "open it once without ?mode=ro",
        )
    if version < SCHEMA_VERSION:
        # Alembic takes longer to import than all the rest of a start.
        from quizapp.store.upgrade import upgrade_schema  # noqa: PLC0415

        upgrade_schema(store, now)
