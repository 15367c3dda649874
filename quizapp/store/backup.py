"""Backups: whole copies beside the store, taken as it is used, thinned as they age."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeAlias

from quizapp.errors import StoreError
from quizapp.store.store import Store

EVERY = timedelta(minutes=30)

_STAMP = "%Y%m%dT%H%M%SZ"
_STAMPED = re.compile(r"(\d{8}T\d{6}Z)\.db")


def back_up(store: Store, target: Path) -> None:
    """Write a whole copy of the store to `target`.

    Raises:
        StoreError: something is there already, or it cannot be written.
    """
    if target.exists():
        raise StoreError(f"{target} is already there", "name another file")
    store.backend.back_up(target)


def maybe_back_up(store: Store, now: datetime) -> Path | None:
    """Take a backup if the newest is at least 30 minutes old, and thin out the old ones.

    Returns where it lies; None where none was due, or the engine has other means.

    Raises:
        StoreError: it cannot be written.
    """
    folder = store.backend.backup_folder()
    if folder is None:
        return None
    taken = _taken(folder)
    if taken and abs(now - max(taken)) < EVERY:
        return None
    target = folder / f"{now.astimezone(UTC):{_STAMP}}.db"
    store.backend.back_up(target)
    taken = _taken(folder)
    for moment in taken.keys() - to_keep(taken):
        taken[moment].unlink(missing_ok=True)
    return target


def back_up_before_upgrade(store: Store, now: datetime | None) -> Path | None:
    """Take a backup that is never thinned out; its name says the version of the schema.

    `now` None stamps it with the version alone.
    """
    folder = store.backend.backup_folder()
    if folder is None:
        return None
    stamp = "" if now is None else f"-{now.astimezone(UTC):{_STAMP}}"
    target = folder / f"before-upgrade-from-{store.version()}{stamp}.db"
    store.backend.back_up(target)
    return target


# --- thinning ------------------------------------------------------------------------------------

Period: TypeAlias = Callable[[datetime], tuple[int, ...]]

# How many days, weeks and months back a backup is kept, the newest of each.
_KEPT: tuple[tuple[Period, int], ...] = (
    (lambda moment: (moment.toordinal(),), 12),
    (lambda moment: tuple(moment.isocalendar())[:2], 10),
    (lambda moment: (moment.year, moment.month), 9),
)


def to_keep(taken: Iterable[datetime]) -> frozenset[datetime]:
    """Return which backups to keep: the newest of each of 12 days, 10 weeks and 9 months.

    Only days, weeks and months that have a backup are counted, so that a long pause loses none.
    """
    moments = sorted(taken)
    kept: set[datetime] = set()
    for period, count in _KEPT:
        newest = {period(moment): moment for moment in moments}
        kept.update(list(newest.values())[-count:])
    return frozenset(kept)


def _taken(folder: Path) -> dict[datetime, Path]:
    """Return the automatic backups in `folder` by when they were taken."""
    found = ((_STAMPED.fullmatch(path.name), path) for path in folder.glob("*.db"))
    return {
        datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC): path
        for match, path in found
        if match is not None
    }
