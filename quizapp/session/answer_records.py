"""What an answer leaves once it is rated: a line of the summary, and a record for the log."""

from dataclasses import dataclass, replace
from datetime import datetime

from quizapp.grading.grade import Grade, Outcome
from quizapp.grading.lexicon import NO_NAMES
from quizapp.learner.model import AnswerRecord, Revealed, verdict_of
from quizapp.memory.days import learner_day
from quizapp.memory.model import Rating
from quizapp.session.grade_response import grade_response
from quizapp.session.model import AnsweredQuestion, Feedback
from quizapp.session.states import Answered, AskedForMore, SessionContext


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
