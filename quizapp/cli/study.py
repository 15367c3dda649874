"""`quizapp study`: today's cards."""

import click

from quizapp.cli.formats import FORMATS_OPTION, formats_from
from quizapp.cli.house import opened_house
from quizapp.cli.options import Command
from quizapp.cli.sit import PLAIN_OPTION, sit
from quizapp.terminal.house import StudyWish


@click.command(cls=Command, epilog="Example: quizapp study x-linked-hyper-igm --limit 20")
@click.argument("decks", nargs=-1, metavar="[DECK]...")
@PLAIN_OPTION
@FORMATS_OPTION
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Stop after N answers.")
@click.pass_context
def command(
    ctx: click.Context,
    decks: tuple[str, ...],
    formats: str | None,
    limit: int | None,
    *,
    is_plain: bool,
) -> None:
    """Study today's cards: ids or paths of decks, or all known ones.

    What is learning comes first, then what is closest to being forgotten, with new cards between.
    """
    wanted = formats_from(formats)
    with opened_house(ctx.obj, decks) as house:
        sit(house, StudyWish(formats=wanted, limit=limit), is_plain=is_plain)
