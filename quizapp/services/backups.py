"""Backups of the database: taken, listed, and brought back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.errors import WrongCallError
from quizapp.services.open_database import creates, existing_store
from quizapp.services.settings import Settings

if TYPE_CHECKING:
    from quizapp.store.backups.sqlite_restore import Restore
    from quizapp.store.backups.take_backup import Backup


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A copy of the database and what is known of it.

    Attributes:
        taken_at: None where its name does not say it.
        is_checked: whether it was ever looked at.
        is_verified: whether it was found sound, and is what it was then.
        reviews: how many it holds; None where that is not known.
    """

    path: Path
    taken_at: datetime | None
    is_checked: bool
    is_verified: bool
    reviews: int | None
    faults: tuple[str, ...]
    size_bytes: int


@dataclass(frozen=True, slots=True)
class LostAnswers:
    """Answers that the present database has and the backup has not; `last` is the latest."""

    count: int
    last: datetime | None


@dataclass(frozen=True, slots=True)
class RestorePlan:
    """A sound backup that may take the place of `database`.

    Attributes:
        reviews: how many the backup holds.
        is_there: whether a database is there now.
        lost: what would go with it; None where that cannot be read.
        passed_over: newer backups that are not sound, and why.
    """

    database: Path
    backup: Path
    taken_at: datetime | None
    reviews: int
    is_there: bool
    lost: LostAnswers | None
    passed_over: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReplacedDatabase:
    """Where the database that was replaced is kept, and whether it could be restored again."""

    path: Path
    is_sound: bool


@dataclass(frozen=True, slots=True)
class RestoredBackup:
    """What was done; `replaced` is None where no database was there."""

    plan: RestorePlan
    replaced: ReplacedDatabase | None


def take_backup(settings: Settings, file: Path | None) -> BackupFile:
    """Take a backup now, with the others or at `file`, and return it.

    Raises:
        StoreError: the database is not there or does not add up; the copy cannot be written.
        WrongCallError: the database is in memory, and no file was named.
    """
    from quizapp.store.backups.take_backup import back_up, back_up_now

    with existing_store(settings) as store:
        if file is not None:
            return _backup_file(back_up(store, file))
        backup = back_up_now(store, settings.clock())
    if backup is None:
        raise WrongCallError("a database in memory has no backups", "quizapp backup FILE")
    return _backup_file(backup)


def list_backups(settings: Settings) -> tuple[BackupFile, ...]:
    """Return the backups, the newest first; the database itself is not asked."""
    from quizapp.store.backups.sqlite_restore import all_backups

    return tuple(map(_backup_file, all_backups(settings.database)))


def restore_backup(
    settings: Settings,
    wanted: Path | datetime | None,
    agrees: Callable[[RestorePlan], bool],
) -> RestoredBackup | None:
    """Bring back the file `wanted`, or the newest sound backup; None where nobody `agrees`.

    Where `wanted` is a time, the newest that is not later. The database that is there is kept.

    Raises:
        WrongCallError: `wanted` names nothing that can be restored.
        StoreError: there is no such backup; it is damaged or of a newer quizapp; the database is
            in use or out of reach.
    """
    from quizapp.store.backups.sqlite_restore import prepared_restore

    with prepared_restore(
        settings.database, wanted, settings.clock(), creates=creates(settings)
    ) as restore:
        plan = _restore_plan(restore)
        if not agrees(plan):
            return None
        kept = restore.swap()
    replaced = None if kept is None else ReplacedDatabase(kept.path, kept.is_sound)
    return RestoredBackup(plan, replaced)


def _backup_file(backup: "Backup") -> BackupFile:
    check = backup.check
    return BackupFile(
        path=backup.path,
        taken_at=backup.taken_at,
        is_checked=check is not None,
        is_verified=backup.is_verified,
        reviews=None if check is None or check.faults else check.reviews,
        faults=() if check is None else check.faults,
        size_bytes=backup.path.stat().st_size,
    )


def _restore_plan(restore: "Restore") -> RestorePlan:
    gone = restore.gone
    return RestorePlan(
        database=restore.database,
        backup=restore.copy,
        taken_at=restore.taken_at,
        reviews=restore.check.reviews,
        is_there=restore.is_there,
        lost=None if gone is None else LostAnswers(gone.answers, gone.last),
        passed_over=restore.passed_over,
    )
