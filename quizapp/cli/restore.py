"""`quizapp restore`: a backup takes the place of the database."""

import sys
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.options import QuizappCommand
from quizapp.cli.output import say, say_json, warn
from quizapp.cli.words import local_time, printable, quantity
from quizapp.errors import WrongCallError
from quizapp.services.open_database import creates
from quizapp.services.settings import Settings, load_settings

if TYPE_CHECKING:
    from quizapp.store.backups.sqlite_restore import Kept, Restore

NOTHING_CHANGED = "Nothing was changed."


@click.command(cls=QuizappCommand, epilog='Example: quizapp restore --at "2026-11-20 09:00"')
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--at", "at", metavar="TIME", help="The newest backup no later than TIME.")
@click.option("--yes", "is_agreed", is_flag=True, help="Do not ask.")
@click.option("--json", "is_json", is_flag=True, help="Print JSON.")
@click.pass_context
def command(
    ctx: click.Context, file: Path | None, at: str | None, *, is_agreed: bool, is_json: bool
) -> None:
    """Restore the newest sound backup, the one of --at, or FILE.

    The backup is checked first. Your current database is kept, so you can undo this.
    """
    from quizapp.store.backups.sqlite_restore import prepared_restore

    settings = load_settings(ctx.obj)
    if file is not None and at is not None:
        raise WrongCallError("FILE and --at are two backups", "give only one of them")
    if not is_agreed and not can_ask():
        raise WrongCallError("no terminal to ask you in", "quizapp restore --yes")
    wanted = file if at is None else moment_of(at, settings)
    with prepared_restore(
        settings.database, wanted, settings.clock(), creates=creates(settings)
    ) as restore:
        for line in before(restore, settings):
            warn(line)
        if not is_agreed and not click.confirm("Restore it?", err=True):
            warn(NOTHING_CHANGED)
            ctx.exit(1)
        kept = restore.swap()
    if is_json:
        say_json(as_dict(restore, kept))
    else:
        for line in after(restore, kept, settings):
            say(line)


def can_ask() -> bool:
    """Return whether somebody sits in front of this run."""
    return sys.stdin is not None and sys.stdin.isatty()


def moment_of(text: str, settings: Settings) -> datetime:
    """Return the time that `text` says in ISO 8601, local where it has no offset.

    A day alone means its end: the last backup of that day.

    Raises:
        WrongCallError: it says none.
    """
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        raise WrongCallError(
            f"--at: {text!r} is not a time", "write it as 2026-11-20 09:00"
        ) from None
    if found.time() == time.min and len(text.strip()) <= len("2026-11-20"):
        found += timedelta(days=1, microseconds=-1)
    return found if found.tzinfo else found.replace(tzinfo=settings.calendar().zone)


def before(restore: "Restore", settings: Settings) -> Iterator[str]:
    """Yield what is about to be done."""
    for each in restore.passed_over:
        yield f"Skipped: {each}"
    yield f"{backup_of(restore, settings)}, checked: {printable(restore.copy)}"
    if not restore.is_there:
        yield f"There is no database at {printable(restore.database)} now."
    elif restore.gone is None:
        yield f"{printable(restore.database)} cannot be read; it is kept as it is."
    elif restore.gone.answers:
        yield f"{gone_since(restore, settings)} will be lost; your current database is kept."
    else:
        yield "No answers since then. Your current database is kept."


def after(restore: "Restore", kept: "Kept | None", settings: Settings) -> Iterator[str]:
    """Yield what was done, and how to undo it."""
    yield f"Restored {printable(restore.database)}: {backup_of(restore, settings)}."
    if restore.gone is not None and restore.gone.answers:
        yield f"Lost since then: {gone_since(restore, settings)}."
    if kept is not None and kept.is_sound:
        yield f"To undo this: quizapp restore {printable(kept.path)}"
    elif kept is not None:
        yield f"The old database is damaged, and kept: {printable(kept.path)}"


def backup_of(restore: "Restore", settings: Settings) -> str:
    """Return which backup it is: when it was taken, and how much it holds."""
    reviews = quantity(restore.check.reviews, "review")
    if restore.taken_at is None:
        return f"a backup with {reviews}"
    return f"the backup of {local_time(restore.taken_at, settings)} with {reviews}"


def gone_since(restore: "Restore", settings: Settings) -> str:
    """Return how many answers are not in the backup, and the time of the last of them."""
    gone = restore.gone
    if gone is None or gone.last is None:
        return "no answer"
    return f"{quantity(gone.answers, 'answer')} up to {local_time(gone.last, settings)}"


def as_dict(restore: "Restore", kept: "Kept | None") -> dict[str, object]:
    """Return what was done in its stable JSON shape."""
    gone = restore.gone
    return {
        "database": str(restore.database),
        "backup": str(restore.copy),
        "time": None if restore.taken_at is None else restore.taken_at.isoformat(),
        "reviews": restore.check.reviews,
        "gone": None if gone is None else gone.answers,
        "gone_until": None if gone is None or gone.last is None else gone.last.isoformat(),
        "replaced": None if kept is None else str(kept.path),
    }
