"""`quizapp stats`: where a learner stands, as text or JSON."""

from collections.abc import Iterator

import click

from quizapp.analysis.calibration import Calibration
from quizapp.analysis.overview import HISTORY_DAYS, DeckSummary, Overview
from quizapp.cli.open_workspace import prepared_workspace
from quizapp.cli.options import QuizappCommand
from quizapp.cli.output import fields_of, say, say_json
from quizapp.cli.shared_options import DECKS_ARGUMENT, JSON_OPTION
from quizapp.learner.counts import RecallBin
from quizapp.services.learner_stats import load_calibration, load_overview
from quizapp.services.words import quantity

_DECK_KEYS = ("deck", "title", "new", "learning", "due", "total", "retention", "drafts")
_PLOT_WIDTH = 40  # columns of the plot of recall


@click.command(cls=QuizappCommand, epilog="Example: quizapp stats --json")
@DECKS_ARGUMENT
@JSON_OPTION
@click.pass_context
def command(ctx: click.Context, decks: tuple[str, ...], *, is_json: bool) -> None:
    """Show what is due, what you did and how well you remember it, deck by deck."""
    with prepared_workspace(ctx, decks) as workspace:
        view = load_overview(workspace)
        trust = load_calibration(workspace)
    if is_json:
        shown = {**_as_dict(view), "reliability": _reliability_as_dict(trust)}
        say_json(shown)
    else:
        say(*overview_lines(view), *_reliability_as_text(trust))


def _as_dict(view: Overview) -> dict[str, object]:
    """Return the overview in its stable JSON shape."""
    return {
        **fields_of(view, "due", "new", "learning", "reviews_today", "streak_days"),
        "retention": {
            **fields_of(view, "passed", "failed"),
            "rate": view.retention,
            "days": HISTORY_DAYS,
        },
        "decks": [fields_of(line, *_DECK_KEYS) for line in view.decks],
    }


def overview_lines(view: Overview) -> list[str]:
    """Return the overview as lines: today, so far, and a line a deck."""
    pace = f", about {view.minutes} min" if view.minutes else ""
    lines = [
        f"Today: {view.due} due, {view.learning} learning, {view.new} new{pace}",
        f"Answered today: {view.reviews_today}. Streak: {quantity(view.streak_days, 'day')}.",
        f"Recall, last {HISTORY_DAYS} days: {percent(view.retention)}",
        "",
    ]
    width = max((len(line.title) for line in view.decks), default=0)
    lines.append(
        f"{'Deck':{width}}  {'New':>5} {'Learning':>8} {'Due':>5} {'Total':>6} {'Recall':>6}"
    )
    lines.extend(
        f"{line.title:{width}}  {line.new:5} {line.learning:5} {line.due:5} {line.total:6} "
        f"{percent(line.retention):>6}{drafts(line)}"
        for line in view.decks
    )
    if view.decks_off and not view.decks:
        lines.append(
            f"{quantity(view.decks_off, 'deck')} off. Switch one on: quizapp decks on NAME"
        )
    return lines


def drafts(line: DeckSummary) -> str:
    """Return what is to be reviewed in a deck that has no card yet; "" in others."""
    return f"  {quantity(line.drafts, 'draft')} to review" if line.drafts else ""


def percent(rate: float | None) -> str:
    """Return a share as whole per cent, a dash where there is none."""
    return "–" if rate is None else f"{rate:.0%}"


def _reliability_as_dict(trust: Calibration) -> dict[str, object]:
    """Return predicted beside actual recall in its stable JSON shape."""
    return {
        "reviews": trust.count,
        **fields_of(trust, "predicted", "recalled"),
        "bins": [
            {"reviews": each.count, **fields_of(each, "predicted", "recalled")}
            for each in trust.bins
        ],
    }


def _reliability_as_text(trust: Calibration) -> Iterator[str]:
    """Yield a line a bin: actual recall as a bar, a mark where the forecast is."""
    if not trust.count:
        return
    yield ""
    yield (
        f"Recall forecast, {quantity(trust.count, 'review')}: "
        f"{percent(trust.predicted)} predicted, {percent(trust.recalled)} recalled"
    )
    yield f"{'Predicted':>9} {'Recalled':>9} {'Reviews':>8}  | is the forecast"
    for each in trust.bins:
        yield (
            f"{percent(each.predicted):>9} {percent(each.recalled):>9} {each.count:>8}  "
            f"{_plot_bin(each)}"
        )


def _plot_bin(each: RecallBin) -> str:
    """Return actual recall as a bar, with `|` where the forecast is."""
    drawn = list("=" * round(each.recalled * _PLOT_WIDTH) + " " * _PLOT_WIDTH)[: _PLOT_WIDTH + 1]
    drawn[round(each.predicted * _PLOT_WIDTH)] = "|"
    return "".join(drawn).rstrip()
