"""`quizapp backup`: a checked copy of the database now, and the list of those there are."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.options import QuizappCommand
from quizapp.cli.output import say, say_json
from quizapp.cli.words import local_time, printable, quantity
from quizapp.errors import WrongCallError
from quizapp.services.open_database import existing_store
from quizapp.services.settings import Settings, load_settings

if TYPE_CHECKING:
    from quizapp.store.backups.take_backup import Backup


@click.command(cls=QuizappCommand, epilog="Example: quizapp backup   or: quizapp backup --list")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--list", "is_list", is_flag=True, help="List the backups.")
@click.option("--json", "is_json", is_flag=True, help="Print JSON.")
@click.pass_context
def command(ctx: click.Context, file: Path | None, *, is_list: bool, is_json: bool) -> None:
    """Back up the database to the backups folder or to FILE, and check the copy.

    Backups are also made automatically: hourly while you study, at the end of a session and before
    big changes. To restore one: quizapp restore.
    """
    if is_list and file is not None:
        raise WrongCallError("--list takes no FILE", "leave out FILE")
    settings = load_settings(ctx.obj)
    backups = listed(settings) if is_list else (taken(settings, file),)
    if is_json:
        shown = [as_dict(backup) for backup in backups]
        say_json(shown if is_list else shown[0])
    elif is_list:
        for line in as_lines(backups, settings):
            say(line)
    else:
        reviews = backups[0].check.reviews if backups[0].check else 0
        say(f"Backed up {quantity(reviews, 'review')}, checked: {printable(backups[0].path)}")


def taken(settings: Settings, file: Path | None) -> "Backup":
    """Take a backup now and return it.

    Raises:
        StoreError: the database is not there or does not add up; the copy cannot be written.
    """
    from quizapp.store.backups.take_backup import back_up, back_up_now

    with existing_store(settings) as store:
        if file is not None:
            return back_up(store, file)
        backup = back_up_now(store, settings.clock())
    if backup is None:
        raise WrongCallError("a database in memory has no backups", "quizapp backup FILE")
    return backup


def listed(settings: Settings) -> "Sequence[Backup]":
    """Return the backups, the newest first; the database itself is not asked."""
    from quizapp.store.backups.sqlite_restore import all_backups

    return all_backups(settings.database)


def as_dict(backup: "Backup") -> dict[str, object]:
    """Return a backup in its stable JSON shape."""
    check = backup.check
    return {
        "file": str(backup.path),
        "time": None if backup.taken_at is None else backup.taken_at.isoformat(),
        "reviews": None if check is None or check.faults else check.reviews,
        "verified": backup.is_verified,
        "faults": [] if check is None else list(check.faults),
        "bytes": backup.path.stat().st_size,
    }


def as_lines(backups: "Sequence[Backup]", settings: Settings) -> Iterator[str]:
    """Yield a line a backup, under a heading."""
    if not backups:
        yield "No backups yet. Make one: quizapp backup"
        return
    yield f"{'Time':16}  {'Reviews':>7}  {'Verified':8}  File"
    for backup in backups:
        check = backup.check
        time = "" if backup.taken_at is None else local_time(backup.taken_at, settings)
        reviews = "" if check is None or check.faults else str(check.reviews)
        yield f"{time:16}  {reviews:>7}  {verdict(backup):8}  {printable(backup.path)}"


def verdict(backup: "Backup") -> str:
    """Return in a word whether a backup was checked, and how it went."""
    if backup.is_verified:
        return "yes"
    if backup.check is None:
        return "not yet"
    return "damaged" if backup.check.faults else "changed"
