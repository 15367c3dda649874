"""`quizapp import`: what other programs know of you."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.house import House, opened_house, prepared
from quizapp.cli.options import Command, Group
from quizapp.cli.output import say, warn
from quizapp.cli.words import counted
from quizapp.errors import WrongCallError

if TYPE_CHECKING:
    from quizapp.anki.history import History

NOTHING_DONE = "Nothing was changed."


@click.group(cls=Group, epilog="Example: quizapp import anki collection.colpkg --dry-run")
def command() -> None:
    """Take in what other programs know of you."""


@command.command("anki", cls=Command, epilog="Example: quizapp import anki collection.colpkg")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option(
    "--as-deck",
    "deck",
    metavar="OUT.yaml",
    type=click.Path(path_type=Path),
    help="Make a deck of the package's notes instead.",
)
@click.option("--force", is_flag=True, help="Write over a deck that is there.")
@click.pass_context
def anki(ctx: click.Context, file: Path, deck: Path | None, *, dry_run: bool, force: bool) -> None:
    """Take your reviews in Anki from FILE (.apkg, .colpkg) into your history here.

    Import it as often as you like: a review is kept once, whichever way it came.
    """
    if deck is not None:
        from quizapp.cli.carrying import make_deck

        make_deck(file, deck, is_dry_run=dry_run, is_forced=force)
        return
    if force:
        raise WrongCallError("--force belongs to --as-deck", "reviews are never written over")
    with opened_house(ctx.obj) as house:
        take_history(house, file, is_dry_run=dry_run)


def take_history(house: House, file: Path, *, is_dry_run: bool) -> None:
    """Import the reviews of our cards in a package, and say how many there were."""
    # Before the decks are read, which takes longer than to see that a file is no package.
    from quizapp.anki.reader import opened_package

    with opened_package(file) as package:
        from quizapp.anki.history import history_of
        from quizapp.store.backup import AT_ONCE, maybe_back_up
        from quizapp.store.library import all_cards

        prepared(house)
        history = history_of(package, all_cards(house.store), house.now())
    if history.reviews and not is_dry_run:
        maybe_back_up(house.store, house.now(), AT_ONCE)
    report = house.desk().import_log(history.reviews, is_dry_run=is_dry_run)
    say(f"{counted(report.new, 'new review')}, {report.known} known, {history.not_ours} not ours.")
    explain(history, file)
    if is_dry_run:
        say(NOTHING_DONE)


def explain(history: "History", file: Path) -> None:
    """Say what else there is to know of a history."""
    if history.too_late:
        warn(
            f"{counted(history.too_late, 'review')} left out, made later than now: is the clock "
            "of this computer right?"
        )
    if history.not_ours and not history.reviews:
        warn(
            "None is of a card of your decks. To make a deck of these notes: "
            f"quizapp import anki {file} --as-deck my-deck.yaml"
        )
