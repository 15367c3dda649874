"""`quizapp upgrade`: a deck in the newest version of the format."""

import click

from quizapp.cli.global_options import QuizappCommand
from quizapp.cli.open_workspace import settings_of
from quizapp.cli.output import say, warn
from quizapp.services.words import quantity


@click.command(cls=QuizappCommand, epilog="Example: quizapp upgrade my-deck.yaml --write")
@click.argument("deck")
@click.option("--write", "is_written", is_flag=True, help="Write the changes into the files.")
@click.pass_context
def command(ctx: click.Context, deck: str, *, is_written: bool) -> None:
    """Show what version 2 of the format changes in DECK, an id or a path.

    Comments, layout and every id stay; --write makes the changes. It names what only you can
    settle, and writes nothing until that is done.
    """
    from quizapp.services.upgrade_decks import diff_lines, plan_upgrade, write_upgrade

    upgrade = plan_upgrade(settings_of(ctx), deck)
    say(*diff_lines(upgrade))
    if upgrade.unsettled:
        for each in upgrade.unsettled:
            place = f"{each.place.file}:{each.place.line}:{each.place.column}"
            warn(f"{place}: {each.code} {each.message}", f"    fix: {each.fix}")
        warn(f"{quantity(len(upgrade.unsettled), 'thing')} to settle first; nothing was written")
        ctx.exit(1)
    if not upgrade.files:
        warn("The deck is in the newest version already.")
    elif is_written:
        warn(f"Wrote {quantity(len(write_upgrade(upgrade)), 'file')}.")
    else:
        warn("Nothing was written. To write it, add --write.")
