"""Backups: whole copies beside the store, each one checked before it may replace another.

A copy stands under its name only after it was found sound. What does not add up is copied too,
under one name of its own, and stops the rest: no sound copy is thinned out then, and the next start
says so (`quizapp.store.backups.news`).
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from quizapp.errors import DamagedStoreError, StoreError
from quizapp.store.backends.backend import RESTORE
from quizapp.store.backups.examine_copy import examine, examined_copy
from quizapp.store.backups.flat_folders import take_over
from quizapp.store.backups.folder import (
    NOTES,
    UNSOUND,
    Check,
    Damage,
    Notes,
    digest_of,
    free_name,
    is_as_checked,
    order,
    read_notes,
    regular_copies,
    stamp,
    taken_at,
    thin_out,
    write_notes,
)
from quizapp.store.store import Store

_BACKUP_INTERVAL = timedelta(hours=1)
AT_ONCE = timedelta(0)

# Newest reviews whose cards are replayed in a check during use: more than an hour brings. To replay
# costs 35 µs a review (12,000: 0.45 s), pages and references 8 ms a megabyte.
_REPLAYED = 300
_AT_A_TIME = 2  # copies that were never checked


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy and what is known of it: `check` None where it was never checked.

    `is_verified`: it was found sound, and is what it was then. `taken_at` is None where its name
    does not say it.
    """

    path: Path
    taken_at: datetime | None
    check: Check | None
    is_verified: bool


def back_up(store: Store, target: Path) -> Backup:
    """Write a whole, checked copy of the store to `target`.

    Raises:
        DamagedStoreError: the store does not add up; nothing was written.
        StoreError: something is there already, or it cannot be written.
    """
    if target.exists():
        raise StoreError(f"{target} is already there", "name another file")
    if not target.parent.exists():
        raise StoreError(
            f"The folder {target.parent} doesn't exist. Is the drive mounted?",
            "mount it, or name a file in an existing folder",
        )
    return Backup(target, None, _checked_copy(store, target, None), is_verified=True)


def back_up_now(store: Store, now: datetime, replayed: int | None = None) -> Backup | None:
    """Take a checked copy beside the store, and thin out the old ones.

    `replayed`: of how many of the newest reviews the cards are replayed, None: of all. Returns
    None where the engine has other means.

    Raises:
        DamagedStoreError: the store does not add up. That is noted; no copy was thinned out.
        StoreError: it cannot be written.
    """
    folder = store.backend.backup_folder()
    if folder is None:
        return None
    fingerprint = store.backend.fingerprint()
    try:
        take_over(store, folder)
        name = free_name(folder, stamp(now))
        check = _checked_copy(store, folder / name, replayed)
    except DamagedStoreError as error:
        _note_damage(store, folder, now, error)
        raise
    checks = {**read_notes(folder).checks, **_checks_of_unknown(store, folder), name: check}
    notes = replace(
        read_notes(folder),
        database=check.database,
        fingerprint=fingerprint,
        damage=None,
        checks=checks,
    )
    _keep(folder, notes)
    thin_out(folder, notes, lambda each: is_as_checked(folder, each, notes))
    return Backup(folder / name, taken_at(name), check, is_verified=True)


def back_up_if_due(
    store: Store, now: datetime, every: timedelta = _BACKUP_INTERVAL
) -> Backup | None:
    """Take a backup where something changed since the last, and that is at least `every` old.

    Returns None where none was due. See `back_up_now`.
    """
    folder = store.backend.backup_folder()
    if folder is None or store.backend.is_read_only:
        return None
    notes = read_notes(folder)
    taken = [at for name, at in regular_copies(folder).items() if name in notes.checks]
    if taken and abs(now - max(taken)) < every:
        return None
    if taken and notes.damage is None and notes.fingerprint == store.backend.fingerprint():
        return None
    return back_up_now(store, now, _REPLAYED)


def _checks_of_unknown(store: Store, folder: Path) -> dict[str, Check]:
    """Check some of the copies that the notes do not know, as where these were lost."""
    known = read_notes(folder).checks
    unknown = [name for name in sorted(regular_copies(folder)) if name not in known]
    found = {}
    for name in unknown[:_AT_A_TIME]:
        with suppress(OSError, StoreError):
            found[name] = examined_copy(store, folder / name)
    return found


def back_up_before_upgrade(store: Store, now: datetime | None) -> Path | None:
    """Take a backup that is never thinned out; its name says the version of the schema.

    `now` None stamps it with the version alone.
    """
    folder = store.backend.backup_folder()
    if folder is None:
        return None
    at = "" if now is None else f"-{stamp(now)}"
    target = folder / free_name(folder, f"before-upgrade-from-{store.schema_version()}{at}")
    check = _checked_copy(store, target, None)
    notes = read_notes(folder)
    _keep(folder, replace(notes, checks={**notes.checks, target.name: check}))
    return target


# --- checking ------------------------------------------------------------------------------------


def in_short(faults: tuple[str, ...]) -> str:
    """Return the first of `faults`, and how many more there are."""
    return faults[0] if len(faults) == 1 else f"{faults[0]} (and {len(faults) - 1} more)"


def _checked_copy(store: Store, target: Path, replayed: int | None) -> Check:
    with store.backend.copied(target) as backend:
        check = examine(Store(backend), replayed)
        if check.faults:
            raise _why_unsound(store, target, check, replayed)
    try:
        return replace(check, digest=digest_of(target))
    except OSError as error:
        raise StoreError(
            f"{target} cannot be read back: {error.strerror}", "check the disk that it is on"
        ) from None


def _why_unsound(store: Store, target: Path, check: Check, replayed: int | None) -> StoreError:
    """Return whose fault the faults of a copy are: of what was copied, or of the place."""
    found = examine(store, replayed)
    if found.faults:
        return DamagedStoreError(
            f"{store.backend.location} is damaged: {in_short(found.faults)}", RESTORE
        )
    return StoreError(
        f"{target} was not written correctly: {in_short(check.faults)}",
        "check the disk that it is on",
    )


def _note_damage(store: Store, folder: Path, now: datetime, error: DamagedStoreError) -> None:
    with suppress(OSError):
        store.backend.make_folder(folder)
    damage = Damage(now.isoformat(timespec="seconds"), (error.message,))
    _keep(folder, replace(read_notes(folder), damage=damage))
    # The answers in it are answers all the same: of all copies of this kind, the newest.
    try:
        with store.backend.copied(folder / UNSOUND):
            pass
    except StoreError:
        return


def _keep(folder: Path, notes: Notes) -> None:
    try:
        write_notes(folder, notes)
    except OSError as error:
        raise StoreError(
            f"{folder / NOTES} cannot be written: {error.strerror}",
            "free some space there, or make its folder writable",
        ) from None


# --- listing -------------------------------------------------------------------------------------


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """Return all copies in `folder`, the newest first, as far as they are known."""
    notes = read_notes(folder)
    found = [
        Backup(path, taken_at(path.name), notes.checks.get(path.name), is_verified=sound)
        for path in folder.glob("*.db")
        for sound in (is_as_checked(folder, path.name, notes),)
    ]
    return tuple(sorted(found, key=lambda backup: order(backup.path.name), reverse=True))
