"""What the store asks of a database engine. Each engine provides it in one module of its own."""

from contextlib import AbstractContextManager
from enum import Enum
from pathlib import Path
from typing import Protocol, Self

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from quizapp.errors import StoreError

RESTORE = "restore the last sound backup: quizapp restore"


class Creates(Enum):
    """What may be made where no database is: nothing, the file, or its folder too."""

    NOTHING = "nothing"
    FILE = "file"
    FOLDER = "folder"


class Backend(Protocol):
    """One open database. Its transactions see a state as if they ran one after the other."""

    @property
    def engine(self) -> Engine:
        """Connections for transactions that write."""

    @property
    def read_engine(self) -> Engine:
        """Connections for transactions that only read."""

    @property
    def lock(self) -> AbstractContextManager[object]:
        """Held during a transaction, so that threads that share a connection take turns."""

    @property
    def location(self) -> str:
        """Where it is, for people: a path, or a URL without its password."""

    @property
    def is_read_only(self) -> bool:
        """Whether nothing may be written to it."""

    @property
    def is_new(self) -> bool:
        """Whether it was made when it was opened."""

    @property
    def engine_version(self) -> str:
        """Name and version of the engine, for people."""

    def schema_version(self, connection: Connection) -> int:
        """Return the version of the schema, 0 for a database without one."""

    def set_schema_version(self, connection: Connection, version: int) -> None:
        """Write the version of the schema, within the transaction of `connection`."""

    def migration_transaction(self) -> AbstractContextManager[Connection]:
        """Open a transaction in which tables may be rebuilt; references are checked at its end.

        Raises:
            StoreError: a reference is broken at its end; everything is as it was before.
        """

    def size_bytes(self) -> int:
        """Return how large the database is."""

    def find_faults(self, connection: Connection) -> tuple[str, ...]:
        """Return what the engine's own checks find wrong, () when all is well."""

    def backup_folder(self) -> Path | None:
        """Return where automatic backups go, None where the engine has other means."""

    def fingerprint(self) -> str:
        """Return what is another text after every change; "" where nothing can be copied."""

    def copied(self, target: Path) -> AbstractContextManager[Self]:
        """Hand out a whole copy, which stays at `target` only where the block ends well.

        Raises:
            StoreError: it cannot be written, or read; `target` is as it was before.
        """

    def open_copy(self, path: Path) -> Self:
        """Return the copy at `path`, or another database of the same engine, whatever its version.

        Raises:
            StoreError: it is none.
        """

    def beside(self) -> tuple[Path, ...]:
        """Return the other databases of quizapp in the folder of this one."""

    def make_folder(self, path: Path) -> None:
        """Make the folder `path`, for its owner alone, where there is none."""

    def is_conflict(self, error: DBAPIError) -> bool:
        """Return whether the transaction that met `error` may succeed when it is run again."""

    def to_store_error(self, error: DBAPIError) -> StoreError:
        """Return what to tell the learner of `error`."""

    def close(self) -> None:
        """Let go of all connections."""
