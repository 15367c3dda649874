"""`quizapp study`: today's cards."""

import click

from quizapp.bank.model import Kind
from quizapp.cli.global_options import QuizappCommand
from quizapp.cli.open_workspace import workspace_of
from quizapp.cli.run_session import run_request
from quizapp.cli.shared_options import DECKS_ARGUMENT, FORMATS_OPTION, PLAIN_OPTION, parse_formats
from quizapp.services.ports import StudyRequest


@click.command(cls=QuizappCommand, epilog="Example: quizapp study x-linked-hyper-igm --limit 20")
@DECKS_ARGUMENT
@PLAIN_OPTION
@FORMATS_OPTION
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Stop after N answers.")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in Kind if kind]),
    help="Study what is asked only on demand.",
)
@click.pass_context
def command(  # noqa: PLR0913 (an option each)
    ctx: click.Context,
    decks: tuple[str, ...],
    formats: str | None,
    limit: int | None,
    kind: str | None,
    *,
    is_plain: bool,
) -> None:
    """Study today's cards. Give ids or paths of decks, or none for all of them.

    Cards in learning come first, then the ones you are about to forget, mixed with new cards.
    """
    wanted = parse_formats(formats)
    with workspace_of(ctx, decks) as workspace:
        request = StudyRequest(formats=wanted, limit=limit, kind=Kind(kind or ""))
        run_request(workspace, request, is_plain=is_plain)
