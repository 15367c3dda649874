"""How a question is answered: what an answer, a yes or no, "I was right" and a rating make of it.

Nothing here reads or writes a store: what judging an answer needs was read before it was asked, so
that an answer waits for nothing. `quizapp.session.base_session` keeps what these rules say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from typing import Any

from quizapp.grading.expected import (
    ExpectedAmount,
    ExpectedList,
    ExpectedNumber,
    ExpectedTerm,
)
from quizapp.grading.grade import Grade, Outcome, Reason
from quizapp.grading.lexicon import NO_NAMES
from quizapp.learner.model import AnswerRecord, GaveUp, Response, Revealed, TypedText, verdict_of
from quizapp.memory.days import learner_day
from quizapp.memory.model import MemoryState, Rating
from quizapp.memory.schedule import next_memories
from quizapp.session.grade_response import (
    expected_at,
    grade_response,
    is_slow,
    refuse_too_long,
    suggest_rating,
)
from quizapp.session.hints import next_hint
from quizapp.session.model import AnsweredQuestion, Feedback
from quizapp.session.states import (
    Answered,
    AskedForMore,
    Asking,
    Confirming,
    NamedMembers,
    Overridden,
    Recorded,
    SessionContext,
)

_ONLY_A_PART = "That is only a part of it."
_MAX_ANSWER_MILLISECONDS = 60_000  # a learner who went for coffee did not think all that time


@dataclass(frozen=True, slots=True)
class RatedAnswer:
    """An answer with its rating: as a summary lists it, and as the log keeps it."""

    line: AnsweredQuestion
    record: AnswerRecord


@dataclass(frozen=True, slots=True)
class JudgedTries:
    """How an answer came to its grade.

    Attributes:
        grade: what it was judged, whatever the learner says to it.
        first: the outcome of the first try.
        tries: 2 where more was asked for and answered.
        asked: what the learner said when asked whether it is the same; None when not asked.
        hints: how many were given.
    """

    grade: Grade
    first: Outcome
    tries: int = 1
    asked: bool | None = None
    hints: int = 0


# --- while asking --------------------------------------------------------------------------------


def answer(
    asking: Asking, response: Response, now: datetime
) -> Answered | AskedForMore | Confirming:
    """Return the question answered: graded, with the rating that is suggested; or what is asked.

    Raises:
        AnswerTooLongError: it is longer than any answer here.
        ValueError: the response does not fit the format.
    """
    grade = grade_response(asking.question, response, asking.deck.lexicon)
    if isinstance(asking, AskedForMore):
        response, grade = _second_try(asking, response, grade)
        milliseconds = asking.milliseconds
    else:
        milliseconds = _elapsed_milliseconds(asking, now)
        if _is_part(asking, grade) and isinstance(response, TypedText):
            shared = _values(asking, Asking)
            return AskedForMore(
                **shared, text=response.text, grade=grade, milliseconds=milliseconds
            )
    confirming = Confirming(asking, response, grade, milliseconds, now)
    return confirming if _may_be_same(asking, grade) else _decide(confirming, now)


def confirm(confirming: Confirming, now: datetime, *, is_same: bool) -> Answered:
    """Return the question answered, as the learner says: it is the same as the answer, or not."""
    grade = confirming.grade
    decided = (
        replace(grade, outcome=Outcome.SLIP, reason=Reason.CONFIRMED, note="", share=1.0)
        if is_same
        else replace(grade, outcome=Outcome.WRONG, reason=Reason.DENIED, note="", share=0.0)
    )
    return _decide(replace(confirming, grade=decided), now, confirming)


def ask_again(asking: Asking, now: datetime) -> Asking:
    """Return the question asked anew at `now`, as if it had not been answered."""
    shared = _values(asking, Asking)
    shared["question"] = replace(asking.question, asked_at=now)
    fresh = {"hint_count": 0, "named": NamedMembers(), "is_kind_told": False}
    return Asking(**{**shared, **fresh})


def _second_try(asking: AskedForMore, response: Response, grade: Grade) -> tuple[Response, Grade]:
    """Return what counts once more was asked for: a part again, or nothing, is not it."""
    if isinstance(response, GaveUp) or grade.reason is Reason.BLANK:
        return TypedText(asking.text), _as_part(asking.grade)
    return response, _as_part(grade) if grade.outcome is Outcome.MORE else grade


def _as_part(grade: Grade) -> Grade:
    return replace(grade, outcome=Outcome.WRONG, reason=Reason.PART, note=_ONLY_A_PART, share=0.0)


def _is_part(asking: Asking, grade: Grade) -> bool:
    """Return whether more is asked for: members of a list are not asked for one by one."""
    expected = asking.question.item.expected
    return grade.outcome is Outcome.MORE and isinstance(
        expected, ExpectedTerm | ExpectedNumber | ExpectedAmount
    )


def _may_be_same(asking: Asking, grade: Grade) -> bool:
    """Return whether the learner is asked: where judging failed, or nothing proves or refutes it.

    A number, code, a list or a sequence is the same or is not, and nobody has to be asked.
    """
    if grade.outcome is not Outcome.UNSURE:
        return False
    expected = asking.question.item.expected
    return grade.reason is Reason.UNJUDGED or (
        isinstance(expected, ExpectedTerm) and not expected.code
    )


def _decide(judged: Confirming, now: datetime, asked: Confirming | None = None) -> Answered:
    """Return the question answered; nothing is asked any more, so that what is open is not it."""
    asking, response, grade = judged.asking, judged.response, judged.grade
    if grade.outcome in {Outcome.MORE, Outcome.UNSURE}:
        grade = replace(grade, outcome=Outcome.WRONG, share=0.0)
    suggested = _suggested_rating(asking, response, grade, judged.milliseconds)
    feedback = Feedback(
        question=asking.question,
        response=response,
        grade=grade,
        suggested_rating=suggested,
        due_by_rating=due_times(asking, now),
        can_override=_can_override(response, grade),
        milliseconds=judged.milliseconds,
        leech=asking.leech if suggested is Rating.AGAIN else None,
    )
    answered = None if asked is None else grade.passes
    first = asking.grade if isinstance(asking, AskedForMore) else (asked or judged).grade
    return Answered(asking, feedback, grade, now, answered, first.outcome)


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
    expected = expected_at(asking.question)
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


def _can_override(response: Response, grade: Grade) -> bool:
    """Return whether the learner may insist on being right: where words typed are not it."""
    return isinstance(response, TypedText) and not grade.passes and grade.reason is not Reason.BLANK


# --- once answered -------------------------------------------------------------------------------


def override(answered: Answered) -> Overridden:
    """Return the answer taken as right; what it was judged is kept.

    Raises:
        ValueError: the feedback does not allow it.
    """
    feedback = answered.feedback
    if not feedback.can_override:
        raise ValueError("this answer cannot be overridden")
    right = replace(feedback.grade, outcome=Outcome.RIGHT, reason=Reason.SAME, note="", share=1.0)
    suggested = _suggested_rating(answered.asking, feedback.response, right, feedback.milliseconds)
    changed = replace(
        feedback,
        grade=right,
        suggested_rating=suggested,
        can_override=False,
        is_overridden=True,
        leech=None,
    )
    shared = _values(answered, Answered)
    return Overridden(**{**shared, "feedback": changed}, before=feedback)


def undo_override(overridden: Overridden) -> Answered:
    """Return the answer as it was judged."""
    shared = _values(overridden, Answered)
    # The card may have been marked since.
    before = replace(overridden.before, question=overridden.asking.question)
    return Answered(**{**shared, "feedback": before})


def recorded(answered: Answered, memory_after: MemoryState) -> Recorded:
    """Return the answer once it is in the log; it cannot be overridden any more."""
    shared = _values(answered, Answered)
    feedback = replace(answered.feedback, can_override=False)
    return Recorded(**{**shared, "feedback": feedback}, memory_after=memory_after)


# --- once rated ----------------------------------------------------------------------------------


def rate(answered: Answered, rating: Rating | None) -> RatedAnswer:
    """Return the answer as it is kept, None taking the suggested rating."""
    told, tries = _rated(answered, rating)
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
    record = answer_record(line, asking.session, answered.at, asking.position, tries)
    return RatedAnswer(line, record)


def _rated(answered: Answered, rating: Rating | None) -> tuple[Feedback, JudgedTries]:
    """Return the feedback as its rating has it, and how it came to it; a flip is as it is rated."""
    feedback, hints = answered.feedback, answered.asking.hint_count
    if isinstance(feedback.response, Revealed):
        response = Revealed(rating or feedback.suggested_rating)
        # What is not typed needs no names to be graded.
        grade = grade_response(feedback.question, response, NO_NAMES)
        tries = JudgedTries(grade, grade.outcome, hints=hints)
        return replace(feedback, response=response, grade=grade), tries
    count = 2 if isinstance(answered.asking, AskedForMore) else 1
    return feedback, JudgedTries(answered.first_grade, answered.first, count, answered.asked, hints)


def answer_record(
    answered: AnsweredQuestion,
    session: SessionContext,
    at: datetime,
    position: int,
    tries: JudgedTries,
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
        verdict=verdict_of(answered.grade, item.format),
        graded_verdict=verdict_of(tries.grade, item.format),
        reason=tries.grade.reason,
        first=tries.first,
        rating=answered.rating,
        moves_memory=session.moves_memory,
        hints=tries.hints,
        milliseconds=answered.milliseconds,
        item_hash=item.content_hash,
        seed=question.seed,
        sitting=session.sitting,
        position=position,
        tries=tries.tries,
        asked=tries.asked,
    )


def _values(state: Asking | Answered, kind: type[Asking | Answered]) -> dict[str, Any]:
    """Return what `state` has in common with any other state of its kind, by name."""
    return {each.name: getattr(state, each.name) for each in fields(kind)}
