"""`quizapp optimize`: FSRS parameters from the learner's own log."""

from collections.abc import Iterator

import click

from quizapp.cli.global_options import QuizappCommand
from quizapp.cli.open_workspace import prepared_workspace
from quizapp.cli.output import say
from quizapp.cli.shared_options import DECKS_ARGUMENT
from quizapp.services.fit_schedule import FittedSchedule, fit_schedule
from quizapp.services.words import quantity


@click.command(cls=QuizappCommand, epilog="Example: quizapp optimize --dry-run")
@DECKS_ARGUMENT
@click.option("--dry-run", "is_dry_run", is_flag=True, help="Show the result without saving it.")
@click.pass_context
def command(ctx: click.Context, decks: tuple[str, ...], *, is_dry_run: bool) -> None:
    """Fit the schedule to your own answers. Give ids of decks, or none for all.

    The newest fifth of your reviews is the test: the new parameters are saved only if they predict
    it better. They schedule later reviews; past ones stay as they are.
    """
    with prepared_workspace(ctx, decks) as workspace:
        say(*_report_lines(fit_schedule(workspace, is_dry_run=is_dry_run)))


def _report_lines(fitted: FittedSchedule) -> Iterator[str]:
    """Yield what was tried, how well it predicts, and what became of it."""
    found = fitted.found
    yield (
        f"Learned from {quantity(found.trained, 'review')}, tested on the newest {found.held_out}."
    )
    yield f"{'':12}  {'before':>8}  {'after':>8}"
    yield _table_row("log loss", found.before.log_loss, found.after.log_loss)
    yield _table_row("RMSE (bins)", found.before.rmse, found.after.rmse)
    yield "Parameters: " + ", ".join(f"{value:.4f}" for value in found.parameters)
    if not found.is_better:
        yield "They predict the newest reviews no better: your current parameters stay."
    elif not fitted.is_kept:
        yield "They predict the newest reviews better. Not saved (--dry-run)."
    else:
        decks = quantity(fitted.deck_count, "deck")
        yield f"They predict the newest reviews better: saved for {decks}."


def _table_row(name: str, before: float, after: float) -> str:
    """Return a line of the table."""
    return f"{name:12}  {before:8.4f}  {after:8.4f}"
