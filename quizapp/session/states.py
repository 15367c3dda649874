"""Where a session stands: asking, asking back, answered, or over, each a value.

How one comes from another is in `quizapp.session.answering`.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from quizapp.grading.grade import Grade, Outcome
from quizapp.grading.lexicon import Lexicon
from quizapp.learner.model import LearnerCard, Mode, Response, Revealed, StudySettings
from quizapp.memory.model import Calendar, MemoryState, Scheduling
from quizapp.session.model import (
    Confirmation,
    Feedback,
    Leech,
    NamedMember,
    Question,
    SayMore,
)


@dataclass(frozen=True, slots=True)
class SessionContext:
    """What all questions of a session share.

    Attributes:
        moves_memory: whether answers move memory.
        sitting: the quiz or exam that answers belong to, None in study.
    """

    mode: Mode
    calendar: Calendar
    moves_memory: bool
    sitting: int | None = None


@dataclass(frozen=True, slots=True)
class DeckContext:
    """What a session needs to know of a deck, read once: it does not change while one sits."""

    limits: StudySettings
    scheduling: Scheduling
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class NamedMembers:
    """The members of an open list that were named so far, and the text that they stood in."""

    text: str = ""
    members: tuple[NamedMember, ...] = ()


@dataclass(frozen=True, slots=True)
class Asking:
    """A question is open.

    Attributes:
        median_milliseconds: the learner's own for the format; None while it is not known.
        position: its place in a quiz.
        leech: what is told if the card is forgotten now, None where it is no leech.
        hint_count: how many hints were given.
        is_kind_told: it was told that a word is asked for and no number, or the other way round.
    """

    question: Question
    session: SessionContext
    deck: DeckContext
    median_milliseconds: int | None
    position: int = 0
    leech: Leech | None = None
    hint_count: int = 0
    named: NamedMembers = NamedMembers()
    is_kind_told: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedForMore(Asking):
    """A question is still open: a true part of its answer was given, and more is asked for, once.

    Attributes:
        text: what was typed.
        grade: what it was judged.
        milliseconds: how long the learner took for it.
    """

    text: str
    grade: Grade
    milliseconds: int


@dataclass(frozen=True, slots=True)
class Confirming:
    """The learner is asked whether what was given is the same as the answer; yes or no follows.

    Attributes:
        asking: the question as it stood when it was answered.
        at: when it was answered.
    """

    asking: Asking
    response: Response
    grade: Grade
    milliseconds: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Answered:
    """A question is answered, and its feedback open; the answer is not in the log yet.

    Attributes:
        asking: the question as it stood when it was answered.
        first_grade: what it was judged, whatever the learner says to it.
        at: when it was answered.
        asked: what the learner said when asked whether it is the same; None when not asked.
        first: the outcome of the first try, before anything was asked back.
    """

    asking: Asking
    feedback: Feedback
    first_grade: Grade
    at: datetime
    asked: bool | None
    first: Outcome


@dataclass(frozen=True, slots=True)
class Overridden(Answered):
    """An answer that the learner takes as right, and its feedback `before` that."""

    before: Feedback


@dataclass(frozen=True, slots=True)
class Recorded(Answered):
    """An answer that is in the log, and left its card's memory so; the next question may come.

    It stays where the next question cannot be read, so that it is not logged twice.
    """

    memory_after: MemoryState


@dataclass(frozen=True, slots=True)
class Over:
    """No question is left; nor is there one before a session starts."""


SessionState: TypeAlias = Asking | Confirming | Answered | Over


# --- what it stands at ---------------------------------------------------------------------------


def last_asked(state: SessionState) -> Asking | None:
    """Return the question being asked or just answered; None when the session is over."""
    if isinstance(state, Answered | Confirming):
        return state.asking
    return state if isinstance(state, Asking) else None


def unrecorded_question(state: SessionState) -> Asking | None:
    """Return the question of which no answer is in the log yet; None without one."""
    return None if isinstance(state, Recorded) else last_asked(state)


def judged_answer(state: SessionState) -> Answered | None:
    """Return the answer that is judged and waits for its rating; a flip only looked at is none."""
    if not isinstance(state, Answered) or isinstance(state, Recorded):
        return None
    return None if isinstance(state.feedback.response, Revealed) else state


def say_more(state: SessionState) -> SayMore | None:
    """Return what is to be told while more is asked for; None while it is not."""
    if not isinstance(state, AskedForMore):
        return None
    return SayMore(state.question, state.text, state.grade)


def confirmation(state: SessionState) -> Confirmation | None:
    """Return what the learner is asked to confirm; None while nothing is."""
    if not isinstance(state, Confirming):
        return None
    return Confirmation(state.asking.question, state.response, state.grade)


def replace_learner_card(state: SessionState, entry: LearnerCard) -> SessionState:
    """Return the state with a question that knows what was done with its card."""
    if isinstance(state, Answered):
        asking = _with_card(state.asking, entry)
        return replace(
            state, asking=asking, feedback=replace(state.feedback, question=asking.question)
        )
    if isinstance(state, Confirming):
        return replace(state, asking=_with_card(state.asking, entry))
    return _with_card(state, entry) if isinstance(state, Asking) else state


def _with_card(asking: Asking, entry: LearnerCard) -> Asking:
    return replace(asking, question=replace(asking.question, learner_card=entry))
