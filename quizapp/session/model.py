"""What travels between a session, the store below its port, and the terminal above it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from quizapp.bank.model import CardId, DeckId, FactId
from quizapp.grading.grade import Grade, Outcome
from quizapp.items.item import Format, Item, ItemId, ItemSource, Option
from quizapp.learner.model import LearnerCard, Mode, Response, Verdict
from quizapp.memory.model import Rating


@dataclass(frozen=True, slots=True)
class NamedMember:
    """A member of a list as it was named.

    Attributes:
        text: as typed.
        outcome: right or slip for a member, more for a part of one, wrong for what is none and
            for one that was named before, unsure where that could not be told.
        key: the member that it is, as the key has it; "" for none.
        is_repeat: it is a member that was named before.
    """

    text: str
    outcome: Outcome
    key: str = ""
    is_repeat: bool = False


@dataclass(frozen=True, slots=True)
class ItemHandle:
    """An item as a quiz chooses it, without its content."""

    item: ItemId
    card: CardId
    fact: FactId
    deck: DeckId
    format: Format
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SittingPlan:
    """A quiz or exam about to begin. `moves_memory`: whether its answers move memory."""

    mode: Mode
    title: str
    items: tuple[ItemId, ...]
    seed: int
    moves_memory: bool


@dataclass(frozen=True, slots=True)
class SittingState:
    """A quiz or exam as stored; `verdicts` stand beside the plan's items (None: not answered)."""

    id: int
    plan: SittingPlan
    started_at: datetime
    verdicts: tuple[Verdict | None, ...]


@dataclass(frozen=True, slots=True)
class ExamAnswer:
    """A question's place in an exam: its response (None: none yet), and the time spent on it.

    `is_flagged`: the learner wants to come back to it.
    """

    response: Response | None = None
    milliseconds: int = 0
    is_flagged: bool = False


@dataclass(frozen=True, slots=True)
class ExamSettings:
    """What an exam was drawn by, in JSON, and the time for it (None: as long as it takes)."""

    form: str
    limit_seconds: int | None = None


@dataclass(frozen=True, slots=True)
class ExamGrant:
    """That the answer at the place `at` of an exam was right; `by` "" the learner says so."""

    at: int
    by: str


@dataclass(frozen=True, slots=True)
class ExamState:
    """An exam as stored; once it is handed in, when, and which attempt at its form it was.

    `grants`: by whom an answer was granted since, by its place.
    """

    sitting: SittingState
    settings: ExamSettings
    answers: tuple[ExamAnswer, ...]
    handed_in: datetime | None = None
    attempt: int = 0
    grants: Mapping[int, str] = field(default_factory=dict)


# --- what a terminal shows -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Question:
    """An item as it is being asked.

    Attributes:
        shown_options: in the order shown; () for typed formats and flip.
        seed: what the order was drawn from.
        introduction: the fact's sentence, to be shown once before the question; "" usually.
    """

    item: Item
    shown_options: tuple[Option, ...]
    learner_card: LearnerCard
    seed: int
    asked_at: datetime
    introduction: str = ""


@dataclass(frozen=True, slots=True)
class Leech:
    """A card forgotten `lapses` times, and an item of each fact that it may be confused with."""

    lapses: int
    confusables: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class SayMore:
    """A true part of the answer was given: the question stays open, once, for more of it.

    Attributes:
        text: what was typed; it stays in the field.
        grade: its `note` says what is missing.
    """

    question: Question
    text: str
    grade: Grade


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The learner is asked whether what was given is the same as the answer.

    `grade` is why: nothing proves and nothing refutes it, or judging it failed.
    """

    question: Question
    response: Response
    grade: Grade


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A part of a text; one that `is_marked` stands out."""

    text: str
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """A sentence of a paper that is at hand, in pieces, what was asked for marked.

    Where an attached text cannot be shown it has no pieces, and `fault` says why.
    """

    source: ItemSource
    pieces: tuple[TextPiece, ...]
    fault: str = ""

    @property
    def text(self) -> str:
        """The sentence; "" where it cannot be shown."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Feedback:
    """What is shown after an answer, until the learner goes on.

    Attributes:
        suggested_rating: the rating that going on takes; None where there is nothing to rate.
        due_by_rating: when each rating would bring the card back; empty where memory does not move.
        can_override: whether "I was right" is allowed: a typed answer was not it.
        is_overridden: whether the learner said so.
        milliseconds: from question to answer.
        leech: set where the answer shows that the card is forgotten again and again.
        cited: the sentences that the item cites, as far as their texts are at hand.
    """

    question: Question
    response: Response
    grade: Grade
    suggested_rating: Rating | None
    due_by_rating: Mapping[Rating, datetime]
    can_override: bool
    milliseconds: int
    is_overridden: bool = False
    leech: Leech | None = None
    cited: tuple[CitedSentence, ...] = ()


Judged: TypeAlias = Feedback | SayMore | Confirmation
"""What comes of an answer: it is judged, or something is asked back."""


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
class AnsweredQuestion:
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
    answers: tuple[AnsweredQuestion, ...]
    next_due: datetime | None = None
