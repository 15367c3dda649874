"""`quizapp quiz`: practice off schedule."""

import click

from quizapp.cli.global_options import QuizappCommand
from quizapp.cli.open_workspace import workspace_of
from quizapp.cli.run_session import run_request
from quizapp.cli.shared_options import (
    DECKS_ARGUMENT,
    FORMATS_OPTION,
    PLAIN_OPTION,
    TAGS_OPTION,
    number_option,
    parse_formats,
)
from quizapp.services.ports import QuizRequest, ResumeRequest


@click.command(
    cls=QuizappCommand, epilog="Example: quizapp quiz -n 10 --tag outcome --formats choice"
)
@DECKS_ARGUMENT
@number_option(20)
@TAGS_OPTION
@FORMATS_OPTION
@click.option("--seed", type=int, metavar="N", help="The same seed draws the same quiz.")
@click.option(
    "--count",
    "counts",
    is_flag=True,
    help="Count the answers as reviews: they change your schedule.",
)
@click.option("--resume", is_flag=True, help="Resume the paused quiz.")
@PLAIN_OPTION
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 (one argument an option)
    ctx: click.Context,
    decks: tuple[str, ...],
    number: int,
    tags: tuple[str, ...],
    formats: str | None,
    seed: int | None,
    *,
    counts: bool,
    resume: bool,
    is_plain: bool,
) -> None:
    """Practise: your schedule doesn't change. Give ids or paths of decks, or none for all.

    You see feedback after each answer. With --count your answers change your schedule.
    """
    wanted = parse_formats(formats)
    with workspace_of(ctx, decks) as workspace:
        request = QuizRequest(tags=tags, formats=wanted, count=number, seed=seed, counts=counts)
        run_request(workspace, ResumeRequest() if resume else request, is_plain=is_plain)
