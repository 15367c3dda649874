"""Where a session stands: asking, answered, or over, each a value, and the rules of each.

Nothing here reads or writes a store: what judging an answer needs was read before it was asked, so
that an answer waits for nothing. `quizapp.session.base_session` keeps what these rules say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeAlias

from quizapp.grading.expected import ExpectedList, ExpectedTerm
from quizapp.grading.grade import Grade, Reason, Verdict
from quizapp.grading.lexicon import NO_NAMES, Lexicon
from quizapp.learner.model import (
    AnswerRecord,
    LearnerCard,
    Mode,
    Response,
    Revealed,
    StudySettings,
    TypedText,
)
from quizapp.memory.days import learner_day
from quizapp.memory.model import Calendar, MemoryState, Rating, Scheduling
from quizapp.memory.schedule import next_memories
from quizapp.session.grade_response import grade_response, is_slow, refuse_too_long, suggest_rating
from quizapp.session.hints import next_hint
from quizapp.session.model import AnsweredQuestion, Feedback, Leech, NamedMember, Question

_MAX_ANSWER_MILLISECONDS = 60_000  # a learner who went for coffee did not think all that time


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
    """

    question: Question
    session: SessionContext
    deck: DeckContext
    median_milliseconds: int | None
    position: int = 0
    leech: Leech | None = None
    hint_count: int = 0
    named: NamedMembers = NamedMembers()


@dataclass(frozen=True, slots=True)
class Answered:
    """A question is answered, and its feedback open; the answer is not in the log yet.

    Attributes:
        asking: the question as it stood when it was answered.
        first_grade: what grading said, whatever the learner says to it.
        at: when it was answered.
    """

    asking: Asking
    feedback: Feedback
    first_grade: Grade
    at: datetime


@dataclass(frozen=True, slots=True)
class Recorded(Answered):
    """An answer that is in the log, and left its card's memory so; the next question may come.

    It stays where the next question cannot be read, so that it is not logged twice.
    """

    memory_after: MemoryState


@dataclass(frozen=True, slots=True)
class Over:
    """No question is left; nor is there one before a session starts."""


SessionState: TypeAlias = Asking | Answered | Over


@dataclass(frozen=True, slots=True)
class RatedAnswer:
    """An answer with its rating: as a summary lists it, and as the log keeps it."""

    line: AnsweredQuestion
    record: AnswerRecord


# --- what it stands at ---------------------------------------------------------------------------


def last_asked(state: SessionState) -> Asking | None:
    """Return the question being asked or just answered; None when the session is over."""
    if isinstance(state, Answered):
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


def replace_learner_card(state: SessionState, entry: LearnerCard) -> SessionState:
    """Return the state with a question that knows what was done with its card."""
    if isinstance(state, Answered):
        asking = _with_card(state.asking, entry)
        return replace(
            state, asking=asking, feedback=replace(state.feedback, question=asking.question)
        )
    return _with_card(state, entry) if isinstance(state, Asking) else state


def _with_card(asking: Asking, entry: LearnerCard) -> Asking:
    return replace(asking, question=replace(asking.question, learner_card=entry))


# --- while asking --------------------------------------------------------------------------------


def answer(asking: Asking, response: Response, now: datetime) -> Answered:
    """Return the question answered: graded, with the rating that is suggested.

    Raises:
        AnswerTooLongError: it is longer than any answer here.
        ValueError: the response does not fit the format.
    """
    grade = grade_response(asking.question, response, asking.deck.lexicon)
    milliseconds = _elapsed_milliseconds(asking, now)
    suggested = _suggested_rating(asking, response, grade, milliseconds)
    feedback = Feedback(
        question=asking.question,
        response=response,
        grade=grade,
        suggested_rating=suggested,
        due_by_rating=due_times(asking, now),
        can_override=_can_override(asking, response, grade),
        milliseconds=milliseconds,
        leech=asking.leech if suggested is Rating.AGAIN else None,
    )
    return Answered(asking, feedback, grade, now)


def give_hint(asking: Asking) -> tuple[Asking, str]:
    """Return the question with a further hint, which costs the rating; "" when there is none."""
    found = frozenset(each.key for each in asking.named.members)
    hint = next_hint(asking.question, asking.hint_count, found)
    return (replace(asking, hint_count=asking.hint_count + 1) if hint else asking), hint


def name_members(asking: Asking, text: str) -> Asking:
    """Return the list with the members that `text` names, each judged.

    Raises:
        AnswerTooLongError: the text is longer than any answer here.
        ValueError: it is no list.
    """
    from quizapp.session.list_progress import grade_members  # noqa: PLC0415 (start-up: it grades)

    refuse_too_long(asking.question, text)
    expected = asking.question.item.expected
    if not isinstance(expected, ExpectedList):
        raise ValueError("only a list is named member by member")  # noqa: TRY004 (no type is wrong)
    members = grade_members(expected, text, asking.deck.lexicon)
    return replace(asking, named=NamedMembers(text, members))


def _elapsed_milliseconds(asking: Asking, now: datetime) -> int:
    """Return how long the learner took to answer, a minute at most."""
    taken = (now - asking.question.asked_at) // timedelta(milliseconds=1)
    return min(max(taken, 0), _MAX_ANSWER_MILLISECONDS)


def _suggested_rating(
    asking: Asking, response: Response, grade: Grade, milliseconds: int
) -> Rating | None:
    """Return the rating that going on takes; None where there is nothing to rate.

    A flip is rated wherever it is asked: its rating is its verdict.
    """
    if not asking.session.moves_memory and not isinstance(response, Revealed):
        return None
    return suggest_rating(
        grade,
        response,
        asking.question.item,
        was_hinted=asking.hint_count > 0,
        was_slow=is_slow(milliseconds, asking.median_milliseconds),
    )


def due_times(asking: Asking, now: datetime) -> Mapping[Rating, datetime]:
    """Return when each rating would bring the card back; empty where memory does not move."""
    if not asking.session.moves_memory:
        return {}
    memory = asking.question.learner_card.memory
    futures = next_memories(memory, now, asking.deck.scheduling, asking.session.calendar)
    return {rating: future.due for rating, future in futures.items()}


def _can_override(asking: Asking, response: Response, grade: Grade) -> bool:
    """Return whether the learner may insist on being right: with words typed, not with numbers.

    What could not be judged is the learner's to judge, whatever it is.
    """
    return grade.reason is Reason.UNJUDGED or (
        isinstance(response, TypedText)
        and grade.verdict is not Verdict.CORRECT
        and grade.reason is not Reason.BLANK
        and isinstance(asking.question.item.expected, ExpectedTerm | ExpectedList)
    )


# --- once answered -------------------------------------------------------------------------------


def override(answered: Answered) -> Answered:
    """Return the answer taken as right; what grading said first is kept.

    Raises:
        ValueError: the feedback does not allow it.
    """
    feedback = answered.feedback
    if not feedback.can_override:
        raise ValueError("this answer cannot be overridden")
    right = _as_right(feedback.grade)
    suggested = _suggested_rating(answered.asking, feedback.response, right, feedback.milliseconds)
    changed = replace(
        feedback,
        grade=right,
        suggested_rating=suggested,
        can_override=False,
        is_overridden=True,
        leech=None,
    )
    return replace(answered, feedback=changed)


def drop(answered: Answered, now: datetime) -> Asking:
    """Return the question asked anew at `now`, as if it had not been answered."""
    question = replace(answered.asking.question, asked_at=now)
    return replace(answered.asking, question=question, hint_count=0, named=NamedMembers())


def rate(answered: Answered, rating: Rating | None) -> RatedAnswer:
    """Return the answer as it is kept, None taking the suggested rating."""
    told, first_grade = _rated_feedback(answered, rating)
    asking = answered.asking
    counted = rating or answered.feedback.suggested_rating
    line = AnsweredQuestion(
        question=asking.question,
        response=told.response,
        grade=told.grade,
        rating=counted if asking.session.moves_memory else None,
        milliseconds=told.milliseconds,
        is_overridden=told.is_overridden,
    )
    record = answer_record(
        line,
        asking.session,
        answered.at,
        asking.position,
        first_grade=first_grade,
        hint_count=asking.hint_count,
    )
    return RatedAnswer(line, record)


def _rated_feedback(answered: Answered, rating: Rating | None) -> tuple[Feedback, Grade]:
    """Return the feedback as its rating has it, and what grading said first.

    A flip has the verdict of its rating; what could not be judged is right where it passed.
    """
    feedback = answered.feedback
    if isinstance(feedback.response, Revealed):
        response = Revealed(rating or feedback.suggested_rating)
        # What is not typed needs no names to be graded.
        grade = grade_response(feedback.question, response, NO_NAMES)
        return replace(feedback, response=response, grade=grade), grade
    is_passed = rating is not None and rating is not Rating.AGAIN
    if feedback.grade.reason is Reason.UNJUDGED and is_passed:
        feedback = replace(feedback, grade=_as_right(feedback.grade), is_overridden=True)
    return feedback, answered.first_grade


def recorded(answered: Answered, memory_after: MemoryState) -> Recorded:
    """Return the answer once it is in the log; it cannot be overridden any more."""
    feedback = replace(answered.feedback, can_override=False)
    return Recorded(answered.asking, feedback, answered.first_grade, answered.at, memory_after)


def _as_right(grade: Grade) -> Grade:
    """Return a grade that the learner knows better of."""
    return replace(grade, verdict=Verdict.CORRECT, reason=Reason.SAME, note="")


def answer_record(  # noqa: PLR0913 (each says another thing of the answer)
    answered: AnsweredQuestion,
    session: SessionContext,
    at: datetime,
    position: int,
    *,
    first_grade: Grade,
    hint_count: int = 0,
) -> AnswerRecord:
    """Return an answer as the log keeps it, of study, a quiz or an exam."""
    question, item = answered.question, answered.question.item
    return AnswerRecord(
        card=item.card,
        item=item.id,
        format=item.format,
        mode=session.mode,
        at=at,
        day=learner_day(at, session.calendar),
        response=answered.response,
        shown_option_ids=tuple(option.id for option in question.shown_options),
        verdict=answered.grade.verdict,
        graded_verdict=first_grade.verdict,
        reason=first_grade.reason,
        rating=answered.rating,
        moves_memory=session.moves_memory,
        hints=hint_count,
        milliseconds=answered.milliseconds,
        item_hash=item.content_hash,
        seed=question.seed,
        sitting=session.sitting,
        position=position,
    )
