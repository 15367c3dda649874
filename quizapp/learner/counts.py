"""What is counted of a learner: today, a deck, a day, a forecast."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quizapp.bank.model import CardId, DeckId, FactId
from quizapp.bank.place import Place
from quizapp.items.item import ItemId


@dataclass(frozen=True, slots=True)
class DayTally:
    """What was studied on one learner's day: facts asked, and per deck new cards and reviews.

    `facts_excluded` are those that the facts asked may be confused with.
    """

    facts_asked: frozenset[FactId] = frozenset()
    facts_excluded: frozenset[FactId] = frozenset()
    new_cards: Mapping[DeckId, int] = field(default_factory=dict)
    reviews: Mapping[DeckId, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DeckCounts:
    """Where a learner stands with a deck now.

    `new` and `due` are what today still holds within the daily limits; `total` all live cards.
    `passed` and `failed` are the rated reviews of cards in review in the last 30 days.
    `forecast` counts cards falling due today and on the six days after.
    """

    deck: DeckId
    title: str
    new: int
    learning: int
    due: int
    total: int
    studied: int
    passed: int
    failed: int
    forecast: tuple[int, ...]
    suspended: int = 0


@dataclass(frozen=True, slots=True)
class DeckPlan:
    """A deck's exam date (proleptic ordinal), new cards a day until then, and what is expected.

    `expected_recall` is the mean chance of recall on the day, 0 to 1.
    """

    deck: DeckId
    until: int
    new_per_day: int
    expected_recall: float


@dataclass(frozen=True, slots=True)
class RecallBin:
    """Reviews whose forecast of recall was alike: how many, its mean, and the share recalled."""

    count: int
    predicted: float
    recalled: float


@dataclass(frozen=True, slots=True)
class DayCounts:
    """What a learner did on one day (proleptic ordinal)."""

    day: int
    reviews: int
    correct: int
    milliseconds: int


@dataclass(frozen=True, slots=True)
class ItemTries:
    """The first tries at an item: how many, how many passed, and of how many more was asked for."""

    item: ItemId
    card: CardId
    answers: int
    passed: int
    more: int


@dataclass(frozen=True, slots=True)
class InsistedAnswer:
    """A text that was typed for a card and judged not to be its answer, while learners say it is.

    Attributes:
        key: the answer of the card as it is now.
        times: how often someone confirmed it or insisted on it.
        learners: how many did.
    """

    card: CardId
    place: Place
    key: tuple[str, ...]
    typed: str
    times: int
    learners: int
