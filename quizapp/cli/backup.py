"""`quizapp backup`: a checked copy of the database now, and the list of those there are."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from quizapp.cli.global_options import QuizappCommand
from quizapp.cli.open_workspace import settings_of
from quizapp.cli.output import say, say_json
from quizapp.cli.shared_options import JSON_OPTION
from quizapp.cli.tables import table_lines
from quizapp.cli.words import printable
from quizapp.errors import WrongCallError
from quizapp.services.backups import BackupFile, list_backups, take_backup
from quizapp.services.settings import Settings
from quizapp.services.words import quantity


@click.command(cls=QuizappCommand, epilog="Example: quizapp backup   or: quizapp backup --list")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--list", "is_list", is_flag=True, help="List the backups.")
@JSON_OPTION
@click.pass_context
def command(ctx: click.Context, file: Path | None, *, is_list: bool, is_json: bool) -> None:
    """Back up the database to the backups folder or to FILE, and check the copy.

    Backups are also made automatically: hourly while you study, at the end of a session and before
    big changes. To restore one: quizapp restore.
    """
    if is_list and file is not None:
        raise WrongCallError("--list takes no FILE", "leave out FILE")
    settings = settings_of(ctx)
    backups = list_backups(settings) if is_list else (take_backup(settings, file),)
    if is_json:
        shown = [_as_dict(backup) for backup in backups]
        say_json(shown if is_list else shown[0])
    elif is_list:
        say(*_as_lines(backups, settings))
    else:
        reviews = quantity(backups[0].reviews or 0, "review")
        say(f"Backed up {reviews}, checked: {printable(backups[0].path)}")


def _as_dict(backup: BackupFile) -> dict[str, object]:
    """Return a backup in its stable JSON shape."""
    return {
        "file": str(backup.path),
        "time": None if backup.taken_at is None else backup.taken_at.isoformat(),
        "reviews": backup.reviews,
        "verified": backup.is_verified,
        "faults": list(backup.faults),
        "bytes": backup.size_bytes,
    }


def _as_lines(backups: Sequence[BackupFile], settings: Settings) -> Iterator[str]:
    """Yield a line a backup, under a heading."""
    if not backups:
        yield "No backups yet. Make one: quizapp backup"
        return
    yield from table_lines(
        ("Time", ">Reviews", "Verified", "File"), (_row(each, settings) for each in backups)
    )


def _row(backup: BackupFile, settings: Settings) -> tuple[object, ...]:
    time = None if backup.taken_at is None else settings.local_time(backup.taken_at)
    return time, backup.reviews, _verdict(backup), printable(backup.path)


def _verdict(backup: BackupFile) -> str:
    """Return in a word whether a backup was checked, and how it went."""
    if backup.is_verified:
        return "yes"
    if not backup.is_checked:
        return "not yet"
    return "damaged" if backup.faults else "changed"
