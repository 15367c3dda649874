"""Planning for an exam: new cards a day until then, and what comes of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from quizapp.analysis.plan import Plan, make_plan
from quizapp.bank.model import CardId, Deck, DeckId, FactId
from quizapp.bank.nearest import all_citations
from quizapp.errors import QuizappError, WrongCallError
from quizapp.learner.counts import DeckPlan
from quizapp.memory.days import learner_day
from quizapp.memory.model import New
from quizapp.services.workspace import Workspace

_MOST_DAYS_AHEAD = 3 * 365  # days


class NoPlanError(QuizappError):
    """There is nothing to show or to clear (exit code 1)."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class UnaskedSentences:
    """The sentences of a source that no question was asked on yet, and those no fact cites."""

    source: str
    waiting: frozenset[int]
    missing: frozenset[int]


@dataclass(frozen=True, slots=True)
class DeckPlans:
    """The plans of decks for an exam on the day `until`, `today` being the day they were made on.

    Days are proleptic ordinals.
    """

    today: int
    until: int
    plans: Mapping[DeckId, Plan]
    titles: Mapping[DeckId, str]
    unasked: tuple[UnaskedSentences, ...]


@dataclass(frozen=True, slots=True)
class PlannedDeck:
    """What is planned for a deck, and how many days are left."""

    title: str
    until: date
    days: int
    new_per_day: int
    expected_recall: float


def plan_decks(workspace: Workspace, until: date, *, keeps: bool) -> DeckPlans:
    """Make a plan for each deck until the day of the exam, and keep it where wanted.

    Raises:
        WrongCallError: it is too early or too late.
        NoPlanError: the decks have no cards.
    """
    learner_store = workspace.learner_store()
    today, day = learner_day(workspace.now(), workspace.calendar), until.toordinal()
    if not today < day <= today + _MOST_DAYS_AHEAD:
        raise WrongCallError(
            f"{until} is too early or too late for a plan",
            "give a day between tomorrow and three years from now",
        )
    plans: dict[DeckId, Plan] = {}
    asked: set[FactId] = set()
    for deck in workspace.deck_ids:
        memories = learner_store.card_memories([deck])
        if memories:
            plans[deck] = make_plan(
                [memory for _, memory in memories],
                today,
                day,
                learner_store.scheduling(deck),
                workspace.calendar,
                most_new=len({_fact_of(card) for card, memory in memories if memory == New()}),
            )
            asked.update(_fact_of(card) for card, memory in memories if memory != New())
    if not plans:
        raise NoPlanError("these decks have no cards", "see all decks: quizapp decks")
    if keeps:
        learner_store.save_plans(
            [DeckPlan(deck, day, plan.new_per_day, plan.expected) for deck, plan in plans.items()]
        )
    return DeckPlans(today, day, plans, workspace.titles, _unasked_sentences(workspace, asked))


def planned_decks(workspace: Workspace) -> tuple[PlannedDeck, ...]:
    """Return what is planned for the decks.

    Raises:
        NoPlanError: nothing is.
    """
    today = learner_day(workspace.now(), workspace.calendar)
    plans = [each for each in workspace.learner_store().plans() if each.deck in workspace.titles]
    if not plans:
        raise _nothing_planned()
    return tuple(
        PlannedDeck(
            workspace.titles[plan.deck],
            date.fromordinal(plan.until),
            plan.until - today,
            plan.new_per_day,
            plan.expected_recall,
        )
        for plan in plans
    )


def clear_plans(workspace: Workspace) -> int:
    """Forget the plans of the decks; return how many there were.

    Raises:
        NoPlanError: there was none.
    """
    count = workspace.learner_store().clear_plans(workspace.deck_ids)
    if not count:
        raise _nothing_planned()
    return count


def _nothing_planned() -> NoPlanError:
    return NoPlanError("these decks have no plan", "make one: quizapp plan --until DATE")


def _fact_of(card: CardId) -> FactId:
    """Return the fact that a card is of."""
    return FactId(card.rpartition("/")[0])


def _unasked_sentences(workspace: Workspace, asked: set[FactId]) -> tuple[UnaskedSentences, ...]:
    """Return the sources of which sentences are cited by no fact, or by none of those `asked`.

    A sentence is of all decks that name the source.
    """
    from quizapp.bank.load import load_bank

    paths = [path for path in map(workspace.deck_path, workspace.deck_ids) if path is not None]
    bank, _ = load_bank(paths)
    cited, seen = _cited_sentences(bank.decks), _cited_sentences(bank.decks, asked)
    sources = {source.cite: source for deck in bank.decks for source in deck.sources.values()}
    found = (
        UnaskedSentences(
            source.short or cite,
            frozenset(cited[cite] - seen[cite] - {0}),
            frozenset(range(1, source.sentences + 1)) - cited[cite],
        )
        for cite, source in sources.items()
    )
    return tuple(each for each in found if each.waiting or each.missing)


def _cited_sentences(
    decks: Iterable[Deck], asked: set[FactId] | None = None
) -> dict[str, set[int]]:
    """Return the sentences of each source that facts cite, all facts or those `asked`."""
    found: dict[str, set[int]] = defaultdict(set)
    for deck in decks:
        for fact in deck.facts:
            for citation in all_citations(fact) if asked is None or fact.id in asked else ():
                found[deck.sources[citation.source].cite].add(citation.sentence)
    return found
