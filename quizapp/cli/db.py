"""`quizapp db`: looking after the database."""

import click

from quizapp.cli.global_options import QuizappGroup
from quizapp.cli.open_workspace import settings_of
from quizapp.cli.output import say, warn
from quizapp.services.database import database_info, upgrade_database, verify_database

_BYTES_PER_MIB = 1024 * 1024


@click.group(cls=QuizappGroup, epilog="Example: quizapp db info")
def command() -> None:
    """Inspect, upgrade and verify the database of your answers."""


@command.command("info", epilog="Example: quizapp db info --database sqlite:///my.db")
@click.pass_context
def info(ctx: click.Context) -> None:
    """Show where the database is, its size and its version. Nothing changes."""
    settings = settings_of(ctx)
    found = database_info(settings)
    say(f"Place     {found.location}")
    say(f"Engine    {found.engine_version}")
    say(f"Size      {found.size_bytes / _BYTES_PER_MIB:.1f} MiB")
    say(f"Schema    {found.version} (this quizapp knows {found.latest})")
    say(f"Learner   {settings.learner}")


@command.command("upgrade", epilog="Example: quizapp db upgrade")
@click.pass_context
def upgrade(ctx: click.Context) -> None:
    """Upgrade the database to the newest schema, after a backup. Opening it does the same."""
    done = upgrade_database(settings_of(ctx))
    warn(*done.notices)
    if done.before == done.after:
        say(f"Already at schema {done.after}.")
    else:
        say(f"Upgraded from schema {done.before} to {done.after}.")


@command.command("verify", epilog="Example: quizapp db verify")
@click.pass_context
def verify(ctx: click.Context) -> None:
    """Check every page and reference, and that the log gives the same memories.

    Exits with 1 if something is wrong.
    """
    found = verify_database(settings_of(ctx))
    warn(*found.notices)
    say(*found.faults)
    if found.faults:
        ctx.exit(1)
    say(f"The database is sound: {found.reviews} reviews, {found.memories} memories.")
