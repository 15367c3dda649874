"""`quizapp stats`: where a learner stands, as text or JSON."""

from collections.abc import Iterator

import click

from quizapp.analysis.calibration import Calibration
from quizapp.analysis.overview import HISTORY_DAYS, DeckSummary, Overview
from quizapp.cli.global_options import QuizappCommand
from quizapp.cli.open_workspace import prepared_workspace
from quizapp.cli.output import fields_of, say, say_json
from quizapp.cli.shared_options import DECKS_ARGUMENT, JSON_OPTION
from quizapp.cli.tables import table_lines
from quizapp.cli.words import percent
from quizapp.learner.counts import RecallBin
from quizapp.services.answer_report import load_item_statistics
from quizapp.services.learner_stats import load_calibration, load_overview
from quizapp.services.words import quantity

_DECK_KEYS = ("deck", "title", "new", "learning", "due", "total", "retention", "drafts")
_ITEM_KEYS = ("item", "card", "answers", "difficulty", "say_more", "is_stem_unclear")
_DECK_COLUMNS = ("Deck", ">New", ">Learning", ">Due", ">Total", ">Recall", "")
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
        items = load_item_statistics(workspace) if is_json else ()
    if is_json:
        shown = {
            **_as_dict(view),
            "reliability": _reliability_as_dict(trust),
            "items": [fields_of(each, *_ITEM_KEYS) for each in items],
        }
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
    lines.extend(table_lines(_DECK_COLUMNS, map(_deck_row, view.decks)))
    if view.decks_off and not view.decks:
        lines.append(
            f"{quantity(view.decks_off, 'deck')} off. Switch one on: quizapp decks on NAME"
        )
    return lines


def _deck_row(line: DeckSummary) -> tuple[object, ...]:
    """Return the cells of a deck; the last says what is to be reviewed while it has no card."""
    drafts = f"{quantity(line.drafts, 'draft')} to review" if line.drafts else None
    recall = percent(line.retention)
    return line.title, line.new, line.learning, line.due, line.total, recall, drafts


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
    yield from table_lines(
        (">Predicted", ">Recalled", ">Reviews", "| is the forecast"),
        (
            (percent(each.predicted), percent(each.recalled), each.count, _plot_bin(each))
            for each in trust.bins
        ),
    )


def _plot_bin(each: RecallBin) -> str:
    """Return actual recall as a bar, with `|` where the forecast is."""
    drawn = list("=" * round(each.recalled * _PLOT_WIDTH) + " " * _PLOT_WIDTH)[: _PLOT_WIDTH + 1]
    drawn[round(each.predicted * _PLOT_WIDTH)] = "|"
    return "".join(drawn).rstrip()
