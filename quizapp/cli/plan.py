"""`quizapp plan`: what to do until an exam, and what comes of it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import click

from quizapp.analysis.plan import Plan
from quizapp.cli.global_options import QuizappCommand
from quizapp.cli.open_workspace import prepared_workspace
from quizapp.cli.output import fields_of, say, say_json
from quizapp.cli.shared_options import DECKS_ARGUMENT, JSON_OPTION
from quizapp.cli.tables import table_lines
from quizapp.cli.words import percent
from quizapp.errors import WrongCallError
from quizapp.services.plan_exam import (
    DeckPlans,
    PlannedDeck,
    UnaskedSentences,
    clear_plans,
    plan_decks,
    planned_decks,
)
from quizapp.services.words import quantity

_MOST_LINES = 21  # of the picture: a day each, or as many days as it takes
_BAR_WIDTH = 40


@click.command(
    cls=QuizappCommand, epilog="Example: quizapp plan x-linked-hyper-igm --until 2027-06-15"
)
@DECKS_ARGUMENT
@click.option(
    "--until", "until", metavar="DATE", help="The day of the exam, for example 2027-06-15."
)
@click.option("--dry-run", "is_dry_run", is_flag=True, help="Show the plan without saving it.")
@click.option("--clear", "clears", is_flag=True, help="Delete this plan.")
@JSON_OPTION
@click.pass_context
def command(  # noqa: PLR0913 (one argument an option)
    ctx: click.Context,
    decks: tuple[str, ...],
    until: str | None,
    *,
    is_dry_run: bool,
    clears: bool,
    is_json: bool,
) -> None:
    """Plan for an exam. Give ids of decks, or none for all. Without --until it shows the plan.

    It works out how many new cards to start each day so that you see them all in time and recall
    most on the day. Until then the plan limits new cards, and the home screen shows it.
    """
    with prepared_workspace(ctx, decks) as workspace:
        if clears:
            say(f"{quantity(clear_plans(workspace), 'plan')} deleted.")
        elif until is None:
            say(*map(_planned_text, planned_decks(workspace)))
        else:
            made = plan_decks(workspace, _parse_day(until), keeps=not is_dry_run)
            _print_plans(made, is_json=is_json, is_kept=not is_dry_run)


def _parse_day(text: str) -> date:
    """Return the day that `text` names.

    Raises:
        WrongCallError: it names none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongCallError(f"{text!r} is not a date", "write it as 2027-06-15") from None


def _planned_text(each: PlannedDeck) -> str:
    """Return what is planned for a deck."""
    return (
        f"{each.title}: exam on {each.until}, in {quantity(each.days, 'day')}; "
        f"{each.new_per_day} new a day; {each.expected_recall:.0%} recall expected"
    )


def _print_plans(made: DeckPlans, *, is_json: bool, is_kept: bool) -> None:
    """Print plans that were made just now."""
    unasked = [line for each in made.unasked for line in _unasked_lines(each)]
    if is_json:
        say_json(_as_dict(made, unasked))
    else:
        say(*_as_text(made), *unasked)
        say("Saved: the home screen shows it." if is_kept else "Not saved (--dry-run).")


def _unasked_lines(each: UnaskedSentences) -> Iterator[str]:
    """Yield which sentences of a source are cited by nothing, and which were never asked."""
    if each.waiting:
        yield f"{each.source}: not studied yet: {_sentence_ranges(each.waiting)}."
    if each.missing:
        yield f"{each.source}: no fact cites {_sentence_ranges(each.missing)}."


def _sentence_ranges(numbers: Iterable[int]) -> str:
    """Return the numbers of sentences as words, runs of three or more in short: 1, 4–7."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = [
        f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run))  # noqa: PLR2004 (a run of two saves nothing)
        for run in runs
    ]
    is_one = len(runs) == 1 and len(runs[0]) == 1
    return f"{'sentence' if is_one else 'sentences'} {', '.join(told)}"


def _as_dict(made: DeckPlans, unasked: Sequence[str]) -> dict[str, object]:
    """Return plans in their stable JSON shape."""
    return {
        "until": date.fromordinal(made.until).isoformat(),
        "decks": [
            {
                "deck": deck,
                **fields_of(each, "new_per_day", "unseen", "expected", "if_stopped"),
                "reviews": [round(number, 1) for number in each.reviews],
                "new": each.new,
            }
            for deck, each in made.plans.items()
        ],
        "never_asked": unasked,
    }


def _as_text(made: DeckPlans) -> Iterator[str]:
    """Yield the plan of each deck, then the load of all of them as a picture."""
    days = made.until - made.today
    yield f"Exam on {date.fromordinal(made.until)}, in {quantity(days, 'day')}."
    yield ""
    headings = ("Deck", ">New/day", ">Unseen", ">Expected", ">If you stop")
    yield from table_lines(
        headings, (_row(made.titles[deck], plan) for deck, plan in made.plans.items())
    )
    yield ""
    yield from _load_chart(list(made.plans.values()), made.today)
    yield ""


def _row(title: str, plan: Plan) -> tuple[object, ...]:
    recalls = (percent(plan.expected), percent(plan.if_stopped))
    return title, plan.new_per_day, plan.unseen, *recalls


def _load_chart(plans: Sequence[Plan], today: int) -> Iterator[str]:
    """Yield the load as bars, a line a day, or of as many days as it takes: reviews = and new +."""
    days = plans[0].days
    step = next(step for step in (1, 7, 14, 28, 91) if days <= step * _MOST_LINES or step == 91)  # noqa: PLR2004 (a quarter)
    spans = [range(start, min(start + step, days)) for start in range(0, days, step)]
    loads = [
        (
            sum(each.reviews[day] for each in plans for day in span) / len(span),
            sum(each.new[day] for each in plans for day in span) / len(span),
        )
        for span in spans
    ]
    most = max((reviews + new for reviews, new in loads), default=0) or 1
    unit = "" if step == 1 else f", mean of {step} days"
    yield f"Cards a day{unit}: = reviews, + new"
    for span, (reviews, new) in zip(spans, loads, strict=True):
        drawn = "=" * round(_BAR_WIDTH * reviews / most) + "+" * round(_BAR_WIDTH * new / most)
        yield f"{date.fromordinal(today + span.start)}  {reviews + new:>5.0f}  {drawn}"
