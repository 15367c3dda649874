"""A made-up learner for simulations: FSRS is the truth, chance is seeded, days go by."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from quizapp.bank.model import CardId, DeckId, FactId
from quizapp.items.item import Format, Item
from quizapp.learner.model import ChosenOptions, GaveUp, Response, Revealed, TypedText
from quizapp.memory.days import learner_day, start_of_day
from quizapp.memory.model import Memory, MemoryState, New, Rating, Scheduling, State
from quizapp.memory.schedule import next_memory, retrievability
from quizapp.session.model import Question
from quizapp.session.study import StudySession
from quizapp.store.learner_store import LearnerStore
from tests.builders import CALENDAR

SECONDS_AN_ANSWER = 8
GUESSED = 0.25  # the share of new cards that are answered right
KNOWN_DAYS = 21.0  # a card is known from this true stability on


@dataclass(frozen=True, slots=True)
class Asked:
    """One answer of the simulation."""

    day: int
    card: CardId
    fact: FactId
    was_new: bool
    was_review: bool
    is_right: bool
    confusable: tuple[FactId, ...]


@dataclass
class Learner:
    """Who answers as the true memory has it; a schedule may know less of it than the truth.

    Attributes:
        truth: the card whose knowledge a scheduled card asks for; by default it is that card.
    """

    seed: int
    truth: dict[CardId, CardId] = field(default_factory=dict)
    scheduling: Scheduling = field(default_factory=Scheduling)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.memories: dict[CardId, MemoryState] = {}
        self.first_seen: dict[CardId, int] = {}
        self.known_at: dict[CardId, int] = {}
        self.answers_of: dict[CardId, int] = {}
        self.answers_until_known: dict[CardId, int] = {}

    def recalls(self, card: CardId, now: datetime) -> bool:
        """Say whether the learner recalls what `card` asks for, by the true forgetting curve."""
        memory = self.memories.get(card, New())
        if isinstance(memory, New):
            return self.chance.random() < GUESSED
        likely = retrievability(memory, now, self.scheduling, CALENDAR)
        return self.chance.random() < likely

    def learns(self, card: CardId, rating: Rating, now: datetime) -> None:
        """Move the true memory."""
        memory = next_memory(self.memories.get(card, New()), rating, now, self.scheduling, CALENDAR)
        today = learner_day(now, CALENDAR)
        self.memories[card] = memory
        self.first_seen.setdefault(card, today)
        self.answers_of[card] = self.answers_of.get(card, 0) + 1
        if memory.stability >= KNOWN_DAYS and card not in self.known_at:
            self.known_at[card] = today
            self.answers_until_known[card] = self.answers_of[card]

    def study(
        self, learner_store: LearnerStore, decks: Iterable[DeckId], first: date, days: int
    ) -> Iterator[Asked]:
        """Study all that the queue has, day by day, and yield every answer."""
        for ordinal in range(first.toordinal(), first.toordinal() + days):
            now = start_of_day(ordinal, CALENDAR) + timedelta(hours=5)
            session = StudySession(learner_store, tuple(decks), "A year", seed=ordinal)
            session.start(now)
            while (question := session.question) is not None:
                now += timedelta(seconds=SECONDS_AN_ANSWER)
                item, memory = question.item, question.learner_card.memory
                card = self.truth.get(item.card, item.card)
                is_right = self.recalls(card, now)
                session.answer(response_to(question, is_right=is_right), now)
                rating = Rating.GOOD if is_right else Rating.AGAIN
                self.learns(card, rating, now)
                yield Asked(
                    ordinal,
                    card,
                    item.fact,
                    isinstance(memory, New),
                    isinstance(memory, Memory) and memory.state is State.REVIEW,
                    is_right,
                    question.learner_card.confusable,
                )
                session.go_on(rating, now)
                if session.question is None and session.progress.remaining:
                    now += timedelta(minutes=10)


def response_to(question: Question, *, is_right: bool) -> Response:
    """Return a right response, or that the learner does not know."""
    if question.item.format is Format.FLIP:
        return Revealed()
    return right_response(question.item) if is_right else GaveUp()


def right_response(item: Item) -> Response:
    """Return what answers `item` right."""
    if item.format in {Format.CHOICE, Format.SELECT, Format.TRUE_FALSE}:
        return ChosenOptions(tuple(option.id for option in item.options if option.is_right))
    if item.format is Format.ORDER:
        return ChosenOptions(tuple(option.id for option in item.options))
    return TypedText(", ".join(item.key))
