"""A learner's cards, responses and reviews, as they travel between store, session and faces."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol, TypeAlias

from quizapp.bank.model import CardId, DeckId, FactId
from quizapp.grading.grade import Grade, Outcome, Reason
from quizapp.items.item import Format, ItemId
from quizapp.memory.model import MemoryState, Rating


class Verdict(StrEnum):
    """How an answer counts in the log of reviews: nothing there is still to be asked."""

    CORRECT = "correct"
    CLOSE = "close"
    WRONG = "wrong"


_OUTCOME_VERDICTS = {
    Outcome.RIGHT: Verdict.CORRECT,
    Outcome.SLIP: Verdict.CLOSE,
    # What was neither said in full nor confirmed counts as not it.
    Outcome.MORE: Verdict.WRONG,
    Outcome.UNSURE: Verdict.WRONG,
    Outcome.WRONG: Verdict.WRONG,
}
FIRST_OUTCOMES = {
    Verdict.CORRECT: Outcome.RIGHT,
    Verdict.CLOSE: Outcome.SLIP,
    Verdict.WRONG: Outcome.WRONG,
}
"""What the first try of an answer was that was asked nothing back."""
_FORMATS_IN_PARTS = frozenset({Format.SELECT, Format.MATCH, Format.ORDER})
_CLOSE_SHARE = 0.5  # from this share on, a part of a select, a match or an order is close


def verdict_of(grade: Grade, asked_as: Format) -> Verdict:
    """Return how a grade counts in the log; half of a select, a match or an order is close."""
    is_half = grade.reason is Reason.PART and grade.share >= _CLOSE_SHARE
    if is_half and asked_as in _FORMATS_IN_PARTS:
        return Verdict.CLOSE
    return _OUTCOME_VERDICTS[grade.outcome]


class Mode(StrEnum):
    """What a review was made in; a quiz leaves memory alone unless the learner counts it."""

    STUDY = "study"
    QUIZ = "quiz"
    EXAM = "exam"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class TypedText:
    """Text as typed (typed, number, gap, list)."""

    text: str


@dataclass(frozen=True, slots=True)
class ChosenOptions:
    """Option ids: one (choice, true-false), several (select), all in the given order (order).

    Match: one for each prompt, in their order, `NO_PAIR` for a prompt that was left alone.
    """

    options: tuple[str, ...]


NO_PAIR = ""


@dataclass(frozen=True, slots=True)
class GaveUp:
    """The learner did not know."""


@dataclass(frozen=True, slots=True)
class Revealed:
    """The answer of a flip was shown; the learner rates it (`rating` None: not yet)."""

    rating: Rating | None = None


Response: TypeAlias = TypedText | ChosenOptions | GaveUp | Revealed


@dataclass(frozen=True, slots=True)
class LearnerCard:
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
class StudySettings:
    """How a learner takes a deck: daily limits, wanted retention, fixed formats (() by stage).

    `is_spelling_strict`: a slip scores nothing in an exam.
    """

    new_per_day: int = 20
    reviews_per_day: int = 200
    retention: float = 0.90
    formats: tuple[Format, ...] = ()
    introduce: bool = False
    is_spelling_strict: bool = False


@dataclass(frozen=True, slots=True)
class AnswerRecord:
    """An answer as a session hands it to the store to be kept.

    Attributes:
        shown_option_ids: in the order shown.
        verdict: as it counts; `graded_verdict` as it was judged (an override differs).
        reason: why it was judged so.
        first: the outcome of the first try, before anything was asked back.
        tries: 2 where the learner was asked to say more and answered again, else 1.
        asked: what the learner said when asked whether it is the same; None when not asked.
        rating: None where the answer is logged only (a true-false that was right).
        moves_memory: whether memory moves (study, or a quiz that counts).
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
    shown_option_ids: tuple[str, ...]
    verdict: Verdict
    graded_verdict: Verdict
    reason: Reason
    first: Outcome
    rating: Rating | None
    moves_memory: bool
    hints: int
    milliseconds: int
    item_hash: str
    seed: int
    sitting: int | None = None
    position: int = 0
    tries: int = 1
    asked: bool | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """An answer as it stands in the log.

    `predicted_recall` is the chance of recall just before it, None for a card never rated.
    """

    id: int
    answer: AnswerRecord
    predicted_recall: float | None
    before: MemoryState
    after: MemoryState


class Scope(StrEnum):
    """What an action is on."""

    CARD = "card"
    FACT = "fact"


class CardOfFact(Protocol):
    """What knows its card and the fact that the card is of."""

    @property
    def card(self) -> CardId:
        """The card."""

    @property
    def fact(self) -> FactId:
        """Its fact."""


def target_ids(target: CardOfFact, scope: Scope) -> tuple[CardId | None, FactId | None]:
    """Return the card or its fact, as the store takes them."""
    return (None, target.fact) if scope is Scope.FACT else (target.card, None)
