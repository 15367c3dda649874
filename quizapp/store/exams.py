"""Exams: begun, answered place by place, handed in. The rest of a sitting is as for a quiz."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, insert, select, update

from quizapp.learner.model import AnswerRecord, Mode
from quizapp.session.model import (
    ExamAnswer,
    ExamGrant,
    ExamSettings,
    ExamState,
    SittingPlan,
    SittingState,
)
from quizapp.session.ports import ExamSittingStore
from quizapp.store.learner_scope import LearnerScope, learner_name
from quizapp.store.review_log import record
from quizapp.store.rows import (
    compact_json,
    from_milliseconds,
    response_from_json,
    response_to_json,
    to_milliseconds,
)
from quizapp.store.sittings import (
    close_sitting,
    open_sitting,
    sitting_of,
    unfinished_sitting,
)
from quizapp.store.store import implements
from quizapp.store.tables import exam_grants, exam_responses, exams, sittings

_is_still_granted = exam_grants.c.taken_back_at.is_(None)
_SAME_SITTING = and_(
    sittings.c.learner_id == exams.c.learner_id, sittings.c.id == exams.c.sitting_id
)


@implements(ExamSittingStore.open_exam)
def open_exam(
    connection: Connection,
    scope: LearnerScope,
    plan: SittingPlan,
    settings: ExamSettings,
    now: datetime,
) -> ExamState:
    sitting = open_sitting(connection, scope, plan, now)
    here = {"learner_id": scope.learner_key, "sitting_id": sitting.id}
    connection.execute(
        insert(exams).values(**here, form=settings.form, limit_seconds=settings.limit_seconds)
    )
    places = [{**here, "position": at, "milliseconds": 0} for at in range(len(plan.items))]
    if places:
        connection.execute(insert(exam_responses), places)
    return ExamState(sitting, settings, (ExamAnswer(),) * len(plan.items))


@implements(ExamSittingStore.unfinished_exam)
def unfinished_exam(connection: Connection, scope: LearnerScope) -> ExamState | None:
    sitting = unfinished_sitting(connection, scope, Mode.EXAM)
    return None if sitting is None else _state(connection, scope, sitting)


@implements(ExamSittingStore.past_exams)
def past_exams(connection: Connection, scope: LearnerScope, limit: int) -> tuple[ExamState, ...]:
    # Two exams handed in within a millisecond are told apart by their ids.
    order = (sittings.c.closed_at, sittings.c.id)
    attempt = func.row_number().over(partition_by=exams.c.form, order_by=order).label("attempt")
    query = (
        select(sittings, attempt)
        .join_from(sittings, exams, _SAME_SITTING)
        .where(sittings.c.learner_id == scope.learner_key, sittings.c.closed_at.is_not(None))
        .order_by(*(column.desc() for column in order))
        .limit(limit)
    )
    return tuple(
        replace(
            _state(connection, scope, sitting_of(connection, scope, row)),
            handed_in=from_milliseconds(row.closed_at),
            attempt=row.attempt,
            grants=grants(connection, scope, row.id),
        )
        for row in connection.execute(query).all()
    )


def _state(connection: Connection, scope: LearnerScope, sitting: SittingState) -> ExamState:
    own = and_(exams.c.learner_id == scope.learner_key, exams.c.sitting_id == sitting.id)
    exam = connection.execute(select(exams).where(own)).one()
    query = (
        select(exam_responses)
        .where(
            exam_responses.c.learner_id == scope.learner_key,
            exam_responses.c.sitting_id == sitting.id,
        )
        .order_by(exam_responses.c.position)
    )
    places = tuple(map(_exam_answer, connection.execute(query).all()))
    return ExamState(sitting, ExamSettings(exam.form, exam.limit_seconds), places)


@implements(ExamSittingStore.save_exam_answer)
def save_exam_answer(
    connection: Connection, scope: LearnerScope, sitting: int, at: int, answer: ExamAnswer
) -> None:
    response = None if answer.response is None else compact_json(response_to_json(answer.response))
    connection.execute(
        update(exam_responses)
        .where(
            exam_responses.c.learner_id == scope.learner_key,
            exam_responses.c.sitting_id == sitting,
            exam_responses.c.position == at,
        )
        .values(response=response, milliseconds=answer.milliseconds, is_flagged=answer.is_flagged)
    )


@implements(ExamSittingStore.grant)
def grant(
    connection: Connection, scope: LearnerScope, sitting: int, given: ExamGrant, now: datetime
) -> None:
    if given.at in grants(connection, scope, sitting):
        return
    newest = select(func.max(exam_grants.c.granted_at)).where(_is_place(scope, sitting, given.at))
    connection.execute(
        insert(exam_grants).values(
            learner_id=scope.learner_key,
            sitting_id=sitting,
            position=given.at,
            # One that was taken back within the same millisecond stays beside it.
            granted_at=max(to_milliseconds(now), (connection.scalar(newest) or 0) + 1),
            granted_by=given.by or learner_name(connection, scope),
        )
    )


@implements(ExamSittingStore.take_back_grant)
def take_back_grant(
    connection: Connection, scope: LearnerScope, sitting: int, at: int, now: datetime
) -> None:
    connection.execute(
        update(exam_grants)
        .where(_is_place(scope, sitting, at), _is_still_granted)
        .values(taken_back_at=to_milliseconds(now))
    )


@implements(ExamSittingStore.grants)
def grants(connection: Connection, scope: LearnerScope, sitting: int) -> dict[int, str]:
    query = select(exam_grants.c.position, exam_grants.c.granted_by).where(
        exam_grants.c.learner_id == scope.learner_key,
        exam_grants.c.sitting_id == sitting,
        _is_still_granted,
    )
    return {row.position: row.granted_by for row in connection.execute(query).all()}


def _is_place(scope: LearnerScope, sitting: int, at: int) -> ColumnElement[bool]:
    return and_(
        exam_grants.c.learner_id == scope.learner_key,
        exam_grants.c.sitting_id == sitting,
        exam_grants.c.position == at,
    )


@implements(ExamSittingStore.hand_in)
def hand_in(
    connection: Connection,
    scope: LearnerScope,
    sitting: int,
    answers: Sequence[AnswerRecord],
    now: datetime,
) -> int:
    own = and_(sittings.c.learner_id == scope.learner_key, sittings.c.id == sitting)
    if connection.scalar(select(sittings.c.closed_at).where(own)) is None:
        for each in answers:
            record(connection, scope, each)
        close_sitting(connection, scope, sitting, now)
    return _count_attempts(connection, scope, sitting)


def _count_attempts(connection: Connection, scope: LearnerScope, sitting: int) -> int:
    """Return how many exams of the same form the learner has handed in, this one included."""
    own = (
        select(exams.c.form, sittings.c.closed_at)
        .join_from(exams, sittings, _SAME_SITTING)
        .where(exams.c.learner_id == scope.learner_key, exams.c.sitting_id == sitting)
    )
    form, closed = connection.execute(own).one()
    query = (
        select(func.count())
        .select_from(exams)
        .join(sittings, _SAME_SITTING)
        .where(
            exams.c.learner_id == scope.learner_key,
            exams.c.form == form,
            sittings.c.closed_at <= closed,
        )
    )
    return int(connection.scalar(query) or 0)


def _exam_answer(row: Row[Any]) -> ExamAnswer:
    response = None if row.response is None else response_from_json(json.loads(row.response))
    return ExamAnswer(response, row.milliseconds, bool(row.is_flagged))
