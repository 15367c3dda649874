"""`quizapp restore`: a backup takes the place of the database."""

import sys
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

import click

from quizapp.cli.global_options import QuizappCommand
from quizapp.cli.open_workspace import settings_of
from quizapp.cli.output import say, say_json, warn
from quizapp.cli.shared_options import JSON_OPTION
from quizapp.cli.words import printable
from quizapp.errors import WrongCallError
from quizapp.services.backups import RestoredBackup, RestorePlan, restore_backup
from quizapp.services.settings import Settings
from quizapp.services.words import quantity

_NOTHING_CHANGED = "Nothing was changed."


@click.command(cls=QuizappCommand, epilog='Example: quizapp restore --at "2026-11-20 09:00"')
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--at", "at", metavar="TIME", help="The newest backup no later than TIME.")
@click.option("--yes", "is_agreed", is_flag=True, help="Do not ask.")
@JSON_OPTION
@click.pass_context
def command(
    ctx: click.Context, file: Path | None, at: str | None, *, is_agreed: bool, is_json: bool
) -> None:
    """Restore the newest sound backup, the one of --at, or FILE.

    The backup is checked first. Your current database is kept, so you can undo this.
    """
    settings = settings_of(ctx)
    if file is not None and at is not None:
        raise WrongCallError("FILE and --at are two backups", "give only one of them")
    if not is_agreed and not sys.stdin.isatty():
        raise WrongCallError("no terminal to ask you in", "quizapp restore --yes")

    def agrees(plan: RestorePlan) -> bool:
        warn(*_plan_lines(plan, settings))
        return is_agreed or click.confirm("Restore it?", err=True)

    wanted = file if at is None else _moment_of(at, settings)
    done = restore_backup(settings, wanted, agrees)
    if done is None:
        warn(_NOTHING_CHANGED)
        ctx.exit(1)
    elif is_json:
        say_json(_as_dict(done))
    else:
        say(*_result_lines(done, settings))


def _moment_of(text: str, settings: Settings) -> datetime:
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


def _plan_lines(plan: RestorePlan, settings: Settings) -> Iterator[str]:
    """Yield what is about to be done."""
    for each in plan.passed_over:
        yield f"Skipped: {each}"
    yield f"{_backup_text(plan, settings)}, checked: {printable(plan.backup)}"
    if not plan.is_there:
        yield f"There is no database at {printable(plan.database)} now."
    elif plan.lost is None:
        yield f"{printable(plan.database)} cannot be read; it is kept as it is."
    elif plan.lost.count:
        yield f"{_lost_text(plan, settings)} will be lost; your current database is kept."
    else:
        yield "No answers since then. Your current database is kept."


def _result_lines(done: RestoredBackup, settings: Settings) -> Iterator[str]:
    """Yield what was done, and how to undo it."""
    plan, replaced = done.plan, done.replaced
    yield f"Restored {printable(plan.database)}: {_backup_text(plan, settings)}."
    if plan.lost is not None and plan.lost.count:
        yield f"Lost since then: {_lost_text(plan, settings)}."
    if replaced is not None and replaced.is_sound:
        yield f"To undo this: quizapp restore {printable(replaced.path)}"
    elif replaced is not None:
        yield f"The old database is damaged, and kept: {printable(replaced.path)}"


def _backup_text(plan: RestorePlan, settings: Settings) -> str:
    """Return which backup it is: when it was taken, and how much it holds."""
    reviews = quantity(plan.reviews, "review")
    if plan.taken_at is None:
        return f"a backup with {reviews}"
    return f"the backup of {settings.local_time(plan.taken_at)} with {reviews}"


def _lost_text(plan: RestorePlan, settings: Settings) -> str:
    """Return how many answers are not in the backup, and the time of the last of them."""
    lost = plan.lost
    if lost is None or lost.last is None:
        return "no answer"
    return f"{quantity(lost.count, 'answer')} up to {settings.local_time(lost.last)}"


def _as_dict(done: RestoredBackup) -> dict[str, object]:
    """Return what was done in its stable JSON shape."""
    plan, lost = done.plan, done.plan.lost
    return {
        "database": str(plan.database),
        "backup": str(plan.backup),
        "time": None if plan.taken_at is None else plan.taken_at.isoformat(),
        "reviews": plan.reviews,
        "gone": None if lost is None else lost.count,
        "gone_until": None if lost is None or lost.last is None else lost.last.isoformat(),
        "replaced": None if done.replaced is None else str(done.replaced.path),
    }
