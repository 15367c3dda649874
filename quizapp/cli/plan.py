"""`quizapp plan`: what to do until an exam, and what comes of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from quizapp.analysis.plan import Plan, make_plan
from quizapp.bank.model import CardId, Deck, DeckId, FactId
from quizapp.cli.options import QuizappCommand
from quizapp.cli.output import say, say_json
from quizapp.cli.words import quantity
from quizapp.errors import QuizappError, WrongCallError
from quizapp.learner.counts import DeckPlan
from quizapp.memory.days import learner_day
from quizapp.memory.model import New
from quizapp.services.app_services import LocalAppServices, open_services, prepare_services

if TYPE_CHECKING:
    from quizapp.store.learner_store import LearnerStore

MOST_DAYS_AHEAD = 3 * 365  # days
MOST_LINES = 21  # of the picture: a day each, or as many days as it takes
BAR_WIDTH = 40


class NoPlanError(QuizappError):
    """There is nothing to show or to clear (exit code 1)."""

    exit_code = 1


@click.command(
    cls=QuizappCommand, epilog="Example: quizapp plan x-linked-hyper-igm --until 2027-06-15"
)
@click.argument("decks", nargs=-1, metavar="[DECK]...")
@click.option(
    "--until", "until", metavar="DATE", help="The day of the exam, for example 2027-06-15."
)
@click.option("--dry-run", "is_dry_run", is_flag=True, help="Show the plan without saving it.")
@click.option("--clear", "clears", is_flag=True, help="Delete this plan.")
@click.option("--json", "is_json", is_flag=True, help="Print JSON.")
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
    with open_services(ctx.obj, decks) as services:
        learner_store = prepare_services(services).learner_store()
        today = learner_day(services.now(), services.calendar)
        if clears:
            clear_plans(learner_store, services)
        elif until is None:
            print_plans(learner_store, services, today)
        else:
            make_plans(
                learner_store,
                services,
                (today, parse_day(until, today)),
                is_json=is_json,
                keeps=not is_dry_run,
            )


def parse_day(text: str, today: int) -> int:
    """Return the day that `text` names, as a proleptic ordinal.

    Raises:
        WrongCallError: it names none, or none to plan for.
    """
    try:
        day = date.fromisoformat(text).toordinal()
    except ValueError:
        raise WrongCallError(f"{text!r} is not a date", "write it as 2027-06-15") from None
    if not today < day <= today + MOST_DAYS_AHEAD:
        raise WrongCallError(
            f"{text} is too early or too late for a plan",
            "give a day between tomorrow and three years from now",
        )
    return day


def clear_plans(learner_store: "LearnerStore", services: LocalAppServices) -> None:
    """Forget the plans of the decks."""
    count = learner_store.clear_plans(services.deck_ids)
    if not count:
        raise NoPlanError("these decks have no plan", "make one: quizapp plan --until DATE")
    say(f"{quantity(count, 'plan')} deleted.")


def print_plans(learner_store: "LearnerStore", services: LocalAppServices, today: int) -> None:
    """Print what is planned."""
    found = [each for each in learner_store.plans() if each.deck in services.deck_ids]
    if not found:
        raise NoPlanError("these decks have no plan", "make one: quizapp plan --until DATE")
    for each in found:
        say(
            f"{services.titles[each.deck]}: exam on {date.fromordinal(each.until)}, "
            f"in {quantity(each.until - today, 'day')}; {each.new_per_day} new a day; "
            f"{each.expected_recall:.0%} recall expected"
        )


def make_plans(
    learner_store: "LearnerStore",
    services: LocalAppServices,
    days: tuple[int, int],
    *,
    is_json: bool,
    keeps: bool,
) -> None:
    """Make a plan for each deck, print it, and keep it where wanted."""
    today, until = days
    made: dict[DeckId, Plan] = {}
    seen: set[FactId] = set()
    for deck in services.deck_ids:
        memories = learner_store.card_memories([deck])
        if memories:
            made[deck] = make_plan(
                [memory for _, memory in memories],
                today,
                until,
                learner_store.scheduling(deck),
                services.calendar,
                most_new=len({fact_of(card) for card, memory in memories if memory == New()}),
            )
            asked = (card for card, memory in memories if memory != New())
            seen.update(map(fact_of, asked))
    if not made:
        raise NoPlanError("these decks have no cards", "see all decks: quizapp decks")
    if keeps:
        learner_store.save_plans(
            [DeckPlan(deck, until, each.new_per_day, each.expected) for deck, each in made.items()]
        )
    unasked = tuple(unasked_lines(services, seen))
    if is_json:
        say_json(as_dict(made, until, unasked))
    else:
        for line in (*as_text(made, services, until), *unasked):
            say(line)
        say("Saved: the home screen shows it." if keeps else "Not saved (--dry-run).")


def fact_of(card: CardId) -> FactId:
    """Return the fact that a card is of."""
    return FactId(card.rpartition("/")[0])


def unasked_lines(services: LocalAppServices, seen: set[FactId]) -> Iterator[str]:
    """Yield a line for each source of which sentences are cited by nothing, or were never asked.

    `seen` are the facts that were asked. A sentence is of all decks that name the source.
    """
    from quizapp.bank.load import load_bank

    paths = [path for path in map(services.deck_path, services.deck_ids) if path is not None]
    bank, _ = load_bank(paths)
    decks = bank.decks if bank is not None else ()
    cited, asked = cited_sentences(decks), cited_sentences(decks, seen)
    sources = {source.cite: source for deck in decks for source in deck.sources.values()}
    for cite, source in sources.items():
        waiting = cited[cite] - asked[cite] - {0}
        missing = set(range(1, source.sentences + 1)) - cited[cite]
        name = source.short or cite
        if waiting:
            yield f"{name}: not studied yet: {sentence_ranges(waiting)}."
        if missing:
            yield f"{name}: no fact cites {sentence_ranges(missing)}."


def cited_sentences(decks: Iterable[Deck], seen: set[FactId] | None = None) -> dict[str, set[int]]:
    """Return the sentences of each source that facts cite, all facts or those `seen`."""
    found: dict[str, set[int]] = defaultdict(set)
    for deck in decks:
        for fact in deck.facts:
            for citation in fact.citations if seen is None or fact.id in seen else ():
                found[deck.sources[citation.source].cite].add(citation.sentence)
    return found


def sentence_ranges(numbers: Iterable[int]) -> str:
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


# --- what is printed ------------------------------------------------------------------------------


def as_dict(made: dict[DeckId, Plan], until: int, unasked: Sequence[str]) -> dict[str, object]:
    """Return plans in their stable JSON shape."""
    return {
        "until": date.fromordinal(until).isoformat(),
        "decks": [
            {
                "deck": deck,
                "new_per_day": each.new_per_day,
                "unseen": each.unseen,
                "expected": each.expected,
                "if_stopped": each.if_stopped,
                "reviews": [round(number, 1) for number in each.reviews],
                "new": list(each.new),
            }
            for deck, each in made.items()
        ],
        "never_asked": list(unasked),
    }


def as_text(made: dict[DeckId, Plan], services: LocalAppServices, until: int) -> Iterator[str]:
    """Yield the plan of each deck, then the load of all of them as a picture."""
    days = next(iter(made.values())).days
    yield f"Exam on {date.fromordinal(until)}, in {quantity(days, 'day')}."
    yield ""
    width = max(len(services.titles[deck]) for deck in made)
    yield f"{'Deck':{width}}  {'New/day':>7}  {'Unseen':>6}  {'Expected':>8}  {'If you stop':>11}"
    for deck, each in made.items():
        yield (
            f"{services.titles[deck]:{width}}  {each.new_per_day:>7}  {each.unseen:>6}  "
            f"{each.expected:>8.0%}  {each.if_stopped:>11.0%}"
        )
    yield ""
    yield from load_chart(list(made.values()), until - days)
    yield ""


def load_chart(plans: Sequence[Plan], today: int) -> Iterator[str]:
    """Yield the load as bars, a line a day, or of as many days as it takes: reviews = and new +."""
    days = plans[0].days
    step = next(step for step in (1, 7, 14, 28, 91) if days <= step * MOST_LINES or step == 91)  # noqa: PLR2004 (a quarter)
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
        drawn = "=" * round(BAR_WIDTH * reviews / most) + "+" * round(BAR_WIDTH * new / most)
        yield f"{date.fromordinal(today + span.start)}  {reviews + new:>5.0f}  {drawn}"
