"""Exams: begun, answered place by place, handed in. The rest of a sitting is as for a quiz."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, func, insert, select, update

from quizapp.session.model import (
    Answered,
    ExamPlace,
    ExamState,
    ExamTerms,
    Mode,
    SittingPlan,
    SittingState,
)
from quizapp.store.keys import moment
from quizapp.store.recording import record
from quizapp.store.rows import as_json, response_of, response_values
from quizapp.store.seat import Seat
from quizapp.store.sittings import (
    close_sitting,
    open_sitting,
    sitting_of,
    unfinished_sitting,
)
from quizapp.store.tables import exam_responses, exams, sittings

_IN_ONE = and_(sittings.c.learner_id == exams.c.learner_id, sittings.c.id == exams.c.sitting_id)


def open_exam(
    connection: Connection,
    seat: Seat,
    plan: SittingPlan,
    terms: ExamTerms,
    now: datetime,
) -> ExamState:
    """Begin an exam with the items of `plan`."""
    sitting = open_sitting(connection, seat, plan, now)
    here = {"learner_id": seat.learner, "sitting_id": sitting.id}
    connection.execute(
        insert(exams).values(**here, form=terms.form, limit_seconds=terms.limit_seconds)
    )
    places = [{**here, "position": at, "milliseconds": 0} for at in range(len(plan.items))]
    if places:
        connection.execute(insert(exam_responses), places)
    return ExamState(sitting, terms, (ExamPlace(),) * len(plan.items))


def unfinished_exam(connection: Connection, seat: Seat) -> ExamState | None:
    """Return the newest exam that was not handed in, None without one."""
    sitting = unfinished_sitting(connection, seat, Mode.EXAM)
    return None if sitting is None else _state(connection, seat, sitting)


def past_exams(connection: Connection, seat: Seat, limit: int) -> tuple[ExamState, ...]:
    """Return the last `limit` exams that were handed in, the newest first."""
    # Two exams handed in within a millisecond are told apart by their ids.
    order = (sittings.c.closed_at, sittings.c.id)
    attempt = func.row_number().over(partition_by=exams.c.form, order_by=order).label("attempt")
    query = (
        select(sittings, attempt)
        .join_from(sittings, exams, _IN_ONE)
        .where(sittings.c.learner_id == seat.learner, sittings.c.closed_at.is_not(None))
        .order_by(*(column.desc() for column in order))
        .limit(limit)
    )
    return tuple(
        replace(
            _state(connection, seat, sitting_of(connection, seat, row)),
            handed_in=moment(row.closed_at),
            attempt=row.attempt,
        )
        for row in connection.execute(query).all()
    )


def _state(connection: Connection, seat: Seat, sitting: SittingState) -> ExamState:
    own = and_(exams.c.learner_id == seat.learner, exams.c.sitting_id == sitting.id)
    exam = connection.execute(select(exams).where(own)).one()
    query = (
        select(exam_responses)
        .where(
            exam_responses.c.learner_id == seat.learner,
            exam_responses.c.sitting_id == sitting.id,
        )
        .order_by(exam_responses.c.position)
    )
    places = tuple(map(_place, connection.execute(query).all()))
    return ExamState(sitting, ExamTerms(exam.form, exam.limit_seconds), places)


def keep_place(connection: Connection, seat: Seat, sitting: int, at: int, place: ExamPlace) -> None:
    """Keep what stands at the place `at` of an exam."""
    response = None if place.response is None else as_json(response_values(place.response))
    connection.execute(
        update(exam_responses)
        .where(
            exam_responses.c.learner_id == seat.learner,
            exam_responses.c.sitting_id == sitting,
            exam_responses.c.position == at,
        )
        .values(response=response, milliseconds=place.milliseconds, is_flagged=place.is_flagged)
    )


def hand_in(
    connection: Connection, seat: Seat, sitting: int, answered: Sequence[Answered], now: datetime
) -> int:
    """Log all answers of an exam and end it, in one go; return which attempt at its form it is.

    Handed in already, from another terminal, it is left as it is.
    """
    own = and_(sittings.c.learner_id == seat.learner, sittings.c.id == sitting)
    if connection.scalar(select(sittings.c.closed_at).where(own)) is None:
        for each in answered:
            record(connection, seat, each)
        close_sitting(connection, seat, sitting, now)
    return _attempts(connection, seat, sitting)


def _attempts(connection: Connection, seat: Seat, sitting: int) -> int:
    """Return how many exams of the same form the learner has handed in, this one included."""
    own = (
        select(exams.c.form, sittings.c.closed_at)
        .join_from(exams, sittings, _IN_ONE)
        .where(exams.c.learner_id == seat.learner, exams.c.sitting_id == sitting)
    )
    form, closed = connection.execute(own).one()
    query = (
        select(func.count())
        .select_from(exams)
        .join(sittings, _IN_ONE)
        .where(
            exams.c.learner_id == seat.learner,
            exams.c.form == form,
            sittings.c.closed_at <= closed,
        )
    )
    return int(connection.scalar(query) or 0)


def _place(row: Any) -> ExamPlace:
    response = None if row.response is None else response_of(json.loads(row.response))
    return ExamPlace(response, row.milliseconds, bool(row.is_flagged))
