"""`quizapp items`: the items that decks make, to be reviewed, compared, or read by a program."""

from collections.abc import Iterable, Iterator

import click

from quizapp.cli.global_options import QuizappCommand
from quizapp.cli.items_diff import LAST_SESSION, find_changes, print_changes
from quizapp.cli.open_workspace import settings_of
from quizapp.cli.output import say_json, warn
from quizapp.cli.shared_options import DECKS_ARGUMENT, FORMATS_OPTION, parse_formats
from quizapp.cli.styled_output import echo_lines
from quizapp.items.item import Item
from quizapp.items.item_lines import BLANK_LINE, StyledLine, fact_lines, group_by_fact
from quizapp.services.list_items import ItemFilter, list_items


@click.command(
    cls=QuizappCommand,
    epilog="Example: quizapp items x-linked-hyper-igm --formats choice,gap"
    "   or: quizapp items deck.yaml --diff <(git show HEAD:deck.yaml)",
)
@DECKS_ARGUMENT
@FORMATS_OPTION
@click.option("--fact", "facts", multiple=True, metavar="ID", help="Only this fact; repeatable.")
@click.option(
    "--diff",
    "old",
    is_flag=False,
    flag_value=LAST_SESSION,
    metavar="[OLD]",
    help="Show what differs from the last session's questions, or from those of a deck's file or "
    "folder OLD (- for standard input).",
)
@click.option(
    "--seed", type=int, default=0, show_default=True, help="The same seed draws the same questions."
)
@click.option("--json", "is_json", is_flag=True, help="Print a JSON list.")
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 (an argument for each option)
    ctx: click.Context,
    /,
    decks: tuple[str, ...],
    formats: str | None,
    facts: tuple[str, ...],
    old: str | None,
    seed: int,
    *,
    is_json: bool,
) -> None:
    """Print the questions that decks make. Give ids or paths of decks, or none for all.

    With --diff it prints the questions added, reworded, with another answer and retired, and exits
    with 1 if there are any. Write DECK before --diff.
    """
    settings = settings_of(ctx)
    wanted = ItemFilter(parse_formats(formats), facts)
    if old is not None:
        found = find_changes(settings, decks, old, seed)
        changes = [change for change in found if wanted.admits(change.item)]
        print_changes(changes, is_json=is_json)
        ctx.exit(1 if changes else 0)
    listed = list_items(settings, decks, wanted, seed)
    if is_json:
        from quizapp.items.codec import to_public_dict

        say_json([to_public_dict(item) for item in listed.items])
    else:
        echo_lines(_item_lines(listed.items))
        warn(*listed.dropped)


def _item_lines(items: Iterable[Item]) -> Iterator[StyledLine]:
    """Yield the lines of all facts, a blank line between two."""
    for at, of_fact in enumerate(group_by_fact(items)):
        if at:
            yield BLANK_LINE
        yield from fact_lines(of_fact)
