"""What travels between a session, the store below its port, and the terminal above it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from quizapp.bank.model import CardId, DeckId, FactId
from quizapp.grading.grade import Grade, Reason, Verdict
from quizapp.items.item import Format, Item, ItemId, Option
from quizapp.memory.model import MemoryState, Rating


class Mode(StrEnum):
    """What a review was made in; a quiz leaves memory alone unless the learner counts it."""

    STUDY = "study"
    QUIZ = "quiz"
    EXAM = "exam"
    IMPORTED = "imported"


# --- responses -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Typed:
    """Text as typed (typed, number, gap, list)."""

    text: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """Option ids: one (choice, true-false), several (select), all in the given order (order).

    Match: one for each prompt, in their order, `UNPAIRED` for a prompt that was left alone.
    """

    options: tuple[str, ...]


UNPAIRED = ""


@dataclass(frozen=True, slots=True)
class GaveUp:
    """The learner did not know."""


@dataclass(frozen=True, slots=True)
class Revealed:
    """The answer of a flip was shown; the learner rates it (`rating` None: not yet)."""

    rating: Rating | None = None


Response: TypeAlias = Typed | Chosen | GaveUp | Revealed


@dataclass(frozen=True, slots=True)
class Named:
    """A member of a list as it was named.

    Attributes:
        text: as typed.
        verdict: wrong for what is no member, and for one that was named before.
        is_judged: whether it could be judged; it is said to be no member only then.
        key: the member that it is, as the key has it; "" for none.
        is_repeat: it is a member that was named before.
    """

    text: str
    verdict: Verdict
    key: str = ""
    is_repeat: bool = False
    is_judged: bool = True


# --- where a learner stands ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CardEntry:
    """Where a learner stands with a card.

    `position` is its place in the bank. `old_key` is the former answer of a card whose key
    changed since it was last asked; () otherwise. `confusable` are the facts named by its fact's
    `confuse_with`. `sibling_review` is when another card of its fact was last rated, known where
    one card alone was asked for; so is `is_flagged`.
    """

    card: CardId
    fact: FactId
    deck: DeckId
    position: int
    memory: MemoryState
    last_format: Format | None = None
    old_key: tuple[str, ...] = ()
    confusable: tuple[FactId, ...] = ()
    is_marked: bool = False
    is_flagged: bool = False
    is_suspended: bool = False
    buried_until: datetime | None = None
    sibling_review: datetime | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """A card that someone should look at: why ("leech", a learner's words, or ""), and where."""

    card: CardId
    why: str
    at: datetime
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class DeckLimits:
    """How a learner takes a deck: daily limits, wanted retention, fixed formats (() by stage)."""

    new_per_day: int = 20
    reviews_per_day: int = 200
    retention: float = 0.90
    formats: tuple[Format, ...] = ()
    introduce: bool = False


@dataclass(frozen=True, slots=True)
class DayTally:
    """What was studied on one learner's day: facts asked, and per deck new cards and reviews.

    `facts_shunned` are those that the facts asked may be confused with.
    """

    facts_asked: frozenset[FactId] = frozenset()
    facts_shunned: frozenset[FactId] = frozenset()
    new_cards: Mapping[DeckId, int] = field(default_factory=dict)
    reviews: Mapping[DeckId, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ItemHandle:
    """An item as a quiz chooses it, without its content."""

    item: ItemId
    card: CardId
    fact: FactId
    deck: DeckId
    format: Format
    tags: tuple[str, ...]


# --- reviews -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer as a session hands it to the store to be kept.

    Attributes:
        shown: option ids in the order shown.
        verdict: as it counts; `graded` as grading first said (they differ after an override).
        rating: None where the answer is logged only (a true-false that was right).
        counts: whether memory moves (study, or a quiz that counts).
        milliseconds: from question to answer.
        day: the learner's day of `at`, as a proleptic ordinal.
        sitting: the quiz or exam it belongs to, None in study; `position` its place there.
    """

    card: CardId
    item: ItemId
    format: Format
    mode: Mode
    at: datetime
    day: int
    response: Response
    shown: tuple[str, ...]
    verdict: Verdict
    graded: Verdict
    reason: Reason
    rating: Rating | None
    counts: bool
    hints: int
    milliseconds: int
    item_hash: str
    seed: int
    sitting: int | None = None
    position: int = 0


@dataclass(frozen=True, slots=True)
class Review:
    """An answer as it stands in the log.

    `predicted` is the chance of recall just before it, None for a card never rated.
    """

    id: int
    answered: Answered
    predicted: float | None
    before: MemoryState
    after: MemoryState


@dataclass(frozen=True, slots=True)
class SittingPlan:
    """A quiz or exam about to begin. `counts`: whether its answers move memory."""

    mode: Mode
    title: str
    items: tuple[ItemId, ...]
    seed: int
    counts: bool


@dataclass(frozen=True, slots=True)
class SittingState:
    """A quiz or exam as stored; `verdicts` stand beside the plan's items (None: not answered)."""

    id: int
    plan: SittingPlan
    started: datetime
    verdicts: tuple[Verdict | None, ...]


@dataclass(frozen=True, slots=True)
class ExamPlace:
    """A question's place in an exam: its response (None: none yet), and the time spent on it.

    `is_flagged`: the learner wants to come back to it.
    """

    response: Response | None = None
    milliseconds: int = 0
    is_flagged: bool = False


@dataclass(frozen=True, slots=True)
class ExamTerms:
    """What an exam was drawn by, in JSON, and the time for it (None: as long as it takes)."""

    form: str
    limit_seconds: int | None = None


@dataclass(frozen=True, slots=True)
class ExamState:
    """An exam as stored; once it is handed in, when, and which attempt at its form it was."""

    sitting: SittingState
    terms: ExamTerms
    places: tuple[ExamPlace, ...]
    handed_in: datetime | None = None
    attempt: int = 0


# --- what a terminal shows -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Question:
    """An item as it is being asked.

    Attributes:
        shown: the options in the order shown; () for typed formats and flip.
        seed: what the order was drawn from.
        introduction: the fact's sentence, to be shown once before the question; "" usually.
    """

    item: Item
    shown: tuple[Option, ...]
    entry: CardEntry
    seed: int
    asked_at: datetime
    introduction: str = ""


@dataclass(frozen=True, slots=True)
class Leech:
    """A card forgotten `lapses` times, and an item of each fact that it may be confused with."""

    lapses: int
    confusables: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Feedback:
    """What is shown after an answer, until the learner goes on.

    Attributes:
        suggested: the rating that going on takes; None where there is nothing to rate.
        due: when each rating would bring the card back; empty where memory does not move.
        can_override: whether "I was right" is allowed.
        is_overridden: whether the learner said so.
        milliseconds: from question to answer.
        leech: set where the answer shows that the card is forgotten again and again.
    """

    question: Question
    response: Response
    grade: Grade
    suggested: Rating | None
    due: Mapping[Rating, datetime]
    can_override: bool
    milliseconds: int
    is_overridden: bool = False
    leech: Leech | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a session is. `answered` counts this session's; the rest is still to come."""

    answered: int
    new: int
    learning: int
    due: int

    @property
    def remaining(self) -> int:
        """Cards still to come, all kinds together."""
        return self.new + self.learning + self.due


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of a summary: what was asked, what was given, what was right."""

    question: Question
    response: Response
    grade: Grade
    rating: Rating | None
    milliseconds: int
    is_overridden: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """A session looked back upon: its answers in order, without those undone."""

    title: str
    answers: tuple[Answer, ...]
    next_due: datetime | None = None


# --- what the home screen and `stats` count ------------------------------------------------------


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
    seen: int
    passed: int
    failed: int
    forecast: tuple[int, ...]
    suspended: int = 0


@dataclass(frozen=True, slots=True)
class DeckPlan:
    """A deck's exam date (proleptic ordinal), new cards a day until then, and what is expected.

    `expected` is the mean chance of recall on the day, 0 to 1.
    """

    deck: DeckId
    until: int
    new_per_day: int
    expected: float


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
