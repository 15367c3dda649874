"""`quizapp import`: what other programs know of you."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.options import QuizappCommand, QuizappGroup
from quizapp.cli.output import say, warn
from quizapp.cli.words import quantity
from quizapp.errors import WrongCallError
from quizapp.services.app_services import LocalAppServices, open_services, prepare_services

if TYPE_CHECKING:
    from quizapp.anki.importing.reviews import ReviewHistory

NOTHING_DONE = "Nothing was changed."


@click.group(cls=QuizappGroup, epilog="Example: quizapp import anki collection.colpkg --dry-run")
def command() -> None:
    """Import from other programs."""


@command.command(
    "anki", cls=QuizappCommand, epilog="Example: quizapp import anki collection.colpkg"
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.option(
    "--as-deck",
    "deck",
    metavar="OUT.yaml",
    type=click.Path(path_type=Path),
    help="Make a deck from the package's notes instead.",
)
@click.option("--force", is_flag=True, help="Overwrite an existing deck.")
@click.pass_context
def anki(ctx: click.Context, file: Path, deck: Path | None, *, dry_run: bool, force: bool) -> None:
    """Import your Anki reviews from FILE (.apkg, .colpkg) into your history here.

    Import it as often as you like: a review is kept once, whichever way it came.
    """
    if deck is not None:
        from quizapp.services.import_anki_deck import import_deck

        import_deck(file, deck, is_dry_run=dry_run, is_forced=force)
        return
    if force:
        raise WrongCallError(
            "--force works only with --as-deck", "leave out --force: reviews are never overwritten"
        )
    with open_services(ctx.obj) as services:
        import_reviews(services, file, is_dry_run=dry_run)


def import_reviews(services: LocalAppServices, file: Path, *, is_dry_run: bool) -> None:
    """Import the reviews of our cards in a package, and say how many there were."""
    # Before the decks are read, which takes longer than to see that a file is no package.
    from quizapp.anki.importing.open_package import open_package

    with open_package(file) as package:
        from quizapp.anki.importing.reviews import read_review_history
        from quizapp.store.backups.take_backup import AT_ONCE, back_up_if_due
        from quizapp.store.deck_table import card_numbers

        prepare_services(services)
        history = read_review_history(package, card_numbers(services.store), services.now())
    if history.reviews and not is_dry_run:
        back_up_if_due(services.store, services.now(), AT_ONCE)
    report = services.learner_store().import_reviews(history.reviews, is_dry_run=is_dry_run)
    say(
        f"{quantity(report.new, 'new review')}, {report.known} already imported, "
        f"{history.foreign_count} of other cards."
    )
    explain_history(history, file)
    if is_dry_run:
        say(NOTHING_DONE)


def explain_history(history: "ReviewHistory", file: Path) -> None:
    """Say what else there is to know of a history."""
    if history.future_count:
        warn(
            f"{quantity(history.future_count, 'review')} left out, dated in the future. "
            "Is this computer's clock right?"
        )
    if history.foreign_count and not history.reviews:
        warn(
            "None of these reviews is of a card in your decks. To make a deck from these notes: "
            f"quizapp import anki {file} --as-deck my-deck.yaml"
        )
