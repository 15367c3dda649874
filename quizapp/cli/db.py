"""`quizapp db`: looking after the database."""

import click

from quizapp.cli.options import QuizappCommand, QuizappGroup
from quizapp.cli.output import say
from quizapp.services.open_database import creates, opened_store, say_notices
from quizapp.services.settings import load_settings

BYTES_PER_MIB = 1024 * 1024


@click.group(cls=QuizappGroup, epilog="Example: quizapp db info")
def command() -> None:
    """Inspect, upgrade and verify the database of your answers."""


@command.command(
    "info", cls=QuizappCommand, epilog="Example: quizapp db info --database sqlite:///my.db"
)
@click.pass_context
def info(ctx: click.Context) -> None:
    """Show where the database is, its size and its version. Nothing changes."""
    from quizapp.store.open import store_info

    settings = load_settings(ctx.obj)
    found = store_info(settings.database, creates=creates(settings))
    say(f"Place     {found.location}")
    say(f"Engine    {found.engine_version}")
    say(f"Size      {found.size_bytes / BYTES_PER_MIB:.1f} MiB")
    say(f"Schema    {found.version} (this quizapp knows {found.latest})")
    say(f"Learner   {settings.learner}")


@command.command("upgrade", cls=QuizappCommand, epilog="Example: quizapp db upgrade")
@click.pass_context
def upgrade(ctx: click.Context) -> None:
    """Upgrade the database to the newest schema, after a backup. Opening it does the same."""
    from quizapp.store.open import store_info

    settings = load_settings(ctx.obj)
    before = store_info(settings.database, creates=creates(settings))
    with opened_store(settings) as store:
        say_notices(store, settings)
        after = store.schema_version()
    if before.version == after:
        say(f"Already at schema {after}.")
    else:
        say(f"Upgraded from schema {before.version} to {after}.")


@command.command("verify", cls=QuizappCommand, epilog="Example: quizapp db verify")
@click.pass_context
def verify(ctx: click.Context) -> None:
    """Check every page and reference, and that the log gives the same memories.

    Exits with 1 if something is wrong.
    """
    from quizapp.store.verify import verify_store

    settings = load_settings(ctx.obj)
    with opened_store(settings) as store:
        say_notices(store, settings)
        report = verify_store(store)
    for fault in report.faults:
        say(fault)
    if report.faults:
        ctx.exit(1)
    say(f"The database is sound: {report.reviews} reviews, {report.memories} memories.")
