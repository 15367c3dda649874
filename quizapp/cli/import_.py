"""`quizapp import`: what other programs know of you."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.global_options import QuizappGroup
from quizapp.cli.open_workspace import workspace_of
from quizapp.cli.output import say, warn
from quizapp.cli.progress import progress_bar
from quizapp.errors import WrongCallError
from quizapp.services.words import quantity

if TYPE_CHECKING:
    from quizapp.services.import_reviews import ImportedReviews

_NOTHING_DONE = "Nothing was changed."


@click.group(cls=QuizappGroup, epilog="Example: quizapp import anki collection.colpkg --dry-run")
def command() -> None:
    """Import from other programs."""


@command.command("anki", epilog="Example: quizapp import anki collection.colpkg")
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
        _print_deck_import(file, deck, is_dry_run=dry_run, is_forced=force)
        return
    if force:
        raise WrongCallError(
            "--force works only with --as-deck", "leave out --force: reviews are never overwritten"
        )
    from quizapp.services.import_reviews import import_anki_reviews

    with workspace_of(ctx) as workspace:
        with progress_bar() as report:
            done = import_anki_reviews(workspace, file, is_dry_run=dry_run, report=report)
        warn(*done.notices)
        say(
            f"{quantity(done.new, 'new review')}, {done.known} already imported, "
            f"{done.foreign} of other cards."
        )
        warn(*_remarks(done, file))
        if dry_run:
            say(_NOTHING_DONE)


def _remarks(done: "ImportedReviews", file: Path) -> Iterator[str]:
    """Yield what else there is to know of a package's reviews."""
    if done.future:
        yield (
            f"{quantity(done.future, 'review')} left out, dated in the future. "
            "Is this computer's clock right?"
        )
    if done.foreign and not done.ours:
        yield (
            "None of these reviews is of a card in your decks. To make a deck from these notes: "
            f"quizapp import anki {file} --as-deck my-deck.yaml"
        )


def _print_deck_import(file: Path, target: Path, *, is_dry_run: bool, is_forced: bool) -> None:
    """Make a deck of a package; print what was made, and what was lost."""
    from quizapp.services.import_anki_deck import import_anki_deck

    deck = import_anki_deck(file, target, is_dry_run=is_dry_run, is_forced=is_forced)
    verb = "Would write" if is_dry_run else "Wrote"
    facts, cards = quantity(deck.fact_count, "fact"), quantity(deck.card_count, "card")
    say(f"{verb} {target}: {facts}, {cards}.")
    warn(*deck.losses)
    if not is_dry_run:
        say(f"Study it: quizapp decks add {target}; then: quizapp import anki {file}")
