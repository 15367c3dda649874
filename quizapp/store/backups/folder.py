"""The folder of a database's backups: names, what is known of each copy, which are kept.

`quiz.db-backups` lies beside `quiz.db` and is its own. A copy is named by when it was taken. What
a check found is noted in `checks.json`, with the digest of the copy at that time: a copy is sound
as long as it has that digest, so that one which rots on the disk is found out. Nothing in the
notes is needed: a copy without a note is checked again, by and by.
"""

import json
import os
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeAlias

NOTES = "checks.json"
UNSOUND = "unsound.db"  # the newest copy of a database that does not add up; it evicts none

_STAMP = "%Y-%m-%dT%H%MZ"
_STAMPED = re.compile(r"(\d{4}-\d\d-\d\dT\d{4}Z)(?:-(\d+))?\.db")
_BEFORE_UPGRADE = re.compile(r"before-upgrade-from-\d+(?:-(\d{4}-\d\d-\d\dT\d{4}Z)(?:-\d+)?)?\.db")


@dataclass(frozen=True, slots=True)
class Check:
    """What a check of a copy found; `last_review` is in milliseconds since the epoch.

    `database` is the id of the one that it is a copy of. `faults` are () where all is well.
    """

    digest: str
    database: str
    schema: int
    reviews: int
    last_review: int | None
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Damage:
    """When a database was found not to add up, as ISO 8601, and why."""

    found_at: str
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """What is known of a folder: its database, what was last copied of it, and each copy."""

    database: str = ""
    fingerprint: str = ""
    damage: Damage | None = None
    left_alone: int = 0  # copies in the folder that all once shared that may be another's
    is_told: bool = True  # whether the learner knows of `left_alone`
    checks: Mapping[str, Check] = field(default_factory=dict)


def read_notes(folder: Path) -> Notes:
    """Return the notes of `folder`; those that cannot be read are as none."""
    try:
        found = json.loads((folder / NOTES).read_text(encoding="utf-8"))
        damage = found["damage"]
        return Notes(
            database=found["database"],
            fingerprint=found["fingerprint"],
            damage=damage and Damage(damage["found_at"], tuple(damage["faults"])),
            left_alone=found["left_alone"],
            is_told=found["is_told"],
            checks={name: _check(values) for name, values in found["checks"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Notes()


def _check(values: dict[str, Any]) -> Check:
    return Check(**{**values, "faults": tuple(values["faults"])})


def write_notes(folder: Path, notes: Notes) -> None:
    """Keep `notes`, without those on copies that are gone.

    Raises:
        OSError: they cannot be written.
    """
    kept = {name: check for name, check in notes.checks.items() if (folder / name).exists()}
    text = json.dumps({**asdict(notes), "checks": {n: asdict(c) for n, c in kept.items()}})
    partial = folder / f".{NOTES}.{os.getpid()}.part"
    try:
        descriptor = os.open(partial, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with open(descriptor, "w", encoding="utf-8") as file:  # noqa: PTH123 (a descriptor)
            file.write(text)
        partial.replace(folder / NOTES)
    finally:
        with suppress(OSError):
            partial.unlink()


def digest_of(path: Path) -> str:
    """Return the digest of the file at `path`.

    Raises:
        OSError: it cannot be read.
    """
    import hashlib  # noqa: PLC0415 (a start reads notes, and needs no digest)

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_as_checked(folder: Path, name: str, notes: Notes) -> bool:
    """Return whether the copy `name` was found sound, and is what it was then, bit by bit."""
    check = notes.checks.get(name)
    with suppress(OSError):
        return check is not None and not check.faults and digest_of(folder / name) == check.digest
    return False


# --- names ---------------------------------------------------------------------------------------


def stamp(moment: datetime) -> str:
    """Return `moment` as it stands in the names of copies: in UTC, to the minute."""
    return f"{moment.astimezone(UTC):{_STAMP}}"


def regular_copies(folder: Path) -> dict[str, datetime]:
    """Return the copies in `folder` that may be thinned out, by name: when they were taken.

    Those of one minute are told apart by a microsecond each.
    """
    found = ((path.name, _STAMPED.fullmatch(path.name)) for path in folder.glob("*.db"))
    return {name: _moment(match[1]) + _after(match) for name, match in found if match is not None}


def order(name: str) -> tuple[float, str]:
    """Return by what the copy `name` stands before or behind others; without a time, before all."""
    match = _STAMPED.fullmatch(name)
    moment = taken_at(name) if match is None else _moment(match[1]) + _after(match)
    return (0.0 if moment is None else moment.timestamp(), name)


def taken_at(name: str) -> datetime | None:
    """Return when the copy `name` was taken, None where its name does not say."""
    match = _STAMPED.fullmatch(name) or _BEFORE_UPGRADE.fullmatch(name)
    return None if match is None or match[1] is None else _moment(match[1])


def free_name(folder: Path, stem: str) -> str:
    """Return a name for a copy behind those that `folder` has: `stem`.db, or with a number."""
    numbered = re.compile(rf"{re.escape(stem)}(?:-(\d+))?\.db")
    found = (numbered.fullmatch(path.name) for path in folder.glob("*.db"))
    last = max((int(match[1] or 1) for match in found if match is not None), default=0)
    return f"{stem}-{last + 1}.db" if last else f"{stem}.db"


def _after(match: re.Match[str]) -> timedelta:
    return timedelta(microseconds=int(match[2] or 1) - 1)


def _moment(text: str) -> datetime:
    return datetime.strptime(text, _STAMP).replace(tzinfo=UTC)


# --- thinning ------------------------------------------------------------------------------------

_Period: TypeAlias = Callable[[datetime], tuple[int, ...]]

_A_DAY = timedelta(days=1)

# How many days, weeks and months back a backup is kept, the newest of each.
_RETENTION: tuple[tuple[_Period, int], ...] = (
    (lambda moment: (moment.toordinal(),), 12),
    (lambda moment: tuple(moment.isocalendar())[:2], 10),
    (lambda moment: (moment.year, moment.month), 9),
)


def copies_to_keep(taken: Iterable[datetime]) -> frozenset[datetime]:
    """Return which backups to keep: the newest of each hour, of 12 days, 10 weeks and 9 months.

    Hours are counted for the day before the newest. Only days, weeks and months that have a backup
    are counted, so that a long pause loses none.
    """
    moments = sorted(taken)
    kept: set[datetime] = set()
    for period, count in _RETENTION:
        newest = {period(moment): moment for moment in moments}
        kept.update(list(newest.values())[-count:])
    hours = {(moment.toordinal(), moment.hour): moment for moment in moments}
    kept.update(moment for moment in hours.values() if moment > moments[-1] - _A_DAY)
    return frozenset(kept)


def thin_out(folder: Path, notes: Notes, is_sound: Callable[[str], bool]) -> None:
    """Delete the copies of the database of `notes` that are not to be kept.

    Each of them goes only where the next newer copy that is kept `is_sound`.
    """
    own = {
        name: moment
        for name, moment in regular_copies(folder).items()
        if (check := notes.checks.get(name)) is not None and check.database == notes.database
    }
    keep = sorted(copies_to_keep(own.values())) if own else []
    for name, moment in own.items():
        if moment in keep:
            continue
        successor = next(later for later in keep if later > moment)
        if any(is_sound(each) for each, at in own.items() if at == successor):
            with suppress(OSError):
                (folder / name).unlink()
