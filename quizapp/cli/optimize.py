"""`quizapp optimize`: FSRS parameters from the learner's own log."""

from collections.abc import Iterator

import click

from quizapp.cli.open_workspace import prepared_workspace
from quizapp.cli.options import QuizappCommand
from quizapp.cli.output import say
from quizapp.services.fit_schedule import FittedSchedule, fit_schedule
from quizapp.services.words import quantity


@click.command(cls=QuizappCommand, epilog="Example: quizapp optimize --dry-run")
@click.argument("decks", nargs=-1, metavar="[DECK]...")
@click.option("--dry-run", "is_dry_run", is_flag=True, help="Show what it finds, keep nothing.")
@click.pass_context
def command(ctx: click.Context, decks: tuple[str, ...], *, is_dry_run: bool) -> None:
    """Fit the forecast of forgetting to your own answers: ids of decks, or all known ones.

    The newest fifth of the reviews is held out: the new parameters are kept only if they foretell
    those better. Reviews from then on are scheduled by them; what was learnt stays as it is.
    """
    with prepared_workspace(ctx, decks) as workspace:
        say(*report_lines(fit_schedule(workspace, is_dry_run=is_dry_run)))


def report_lines(fitted: FittedSchedule) -> Iterator[str]:
    """Yield what was tried, how well it foretells, and what became of it."""
    found = fitted.found
    yield (
        f"Learnt from {quantity(found.trained, 'review')}, tried on the {found.held_out} newest."
    )
    yield f"{'':12}  {'before':>8}  {'after':>8}"
    yield table_row("log loss", found.before.log_loss, found.after.log_loss)
    yield table_row("RMSE (bins)", found.before.rmse, found.after.rmse)
    yield "Parameters: " + ", ".join(f"{value:.4f}" for value in found.parameters)
    if not found.is_better:
        yield "They foretell the newest reviews no better: those in use stay."
    elif not fitted.is_kept:
        yield "They foretell the newest reviews better. Nothing was kept (--dry-run)."
    else:
        decks = quantity(fitted.deck_count, "deck")
        yield f"They foretell the newest reviews better: kept for {decks}."


def table_row(name: str, before: float, after: float) -> str:
    """Return a line of the table."""
    return f"{name:12}  {before:8.4f}  {after:8.4f}"
