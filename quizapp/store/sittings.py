"""Quizzes and exams: begun, resumed, ended. The verdicts stand beside the items."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, insert, select, update

from quizapp.grading.grade import Verdict
from quizapp.items.item import ItemId
from quizapp.session.model import Mode, SittingPlan, SittingState
from quizapp.store.keys import first_id, key_of, log_ids, milliseconds, moment, time_of
from quizapp.store.seat import Seat
from quizapp.store.tables import items, sitting_items, sittings


def open_sitting(
    connection: Connection, seat: Seat, plan: SittingPlan, now: datetime
) -> SittingState:
    """Begin a quiz or exam."""
    at = milliseconds(now)
    sitting = _free_id(connection, seat, at, plan.title)
    connection.execute(
        insert(sittings).values(
            learner_id=seat.learner,
            id=sitting,
            mode=plan.mode.value,
            title=plan.title,
            seed=plan.seed,
            counts=plan.counts,
        )
    )
    places = [
        {
            "learner_id": seat.learner,
            "sitting_id": sitting,
            "position": position,
            "item_id": key_of(item),
        }
        for position, item in enumerate(plan.items)
    ]
    if places:
        connection.execute(insert(sitting_items), places)
    return SittingState(sitting, plan, moment(at), (None,) * len(plan.items))


def unfinished_sitting(connection: Connection, seat: Seat, mode: Mode) -> SittingState | None:
    """Return the newest sitting of `mode` that was left before its end, None otherwise."""
    query = (
        select(sittings)
        .where(
            sittings.c.learner_id == seat.learner,
            sittings.c.mode == mode.value,
            sittings.c.closed_at.is_(None),
        )
        .order_by(sittings.c.id.desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    return None if row is None else sitting_of(connection, seat, row)


def sitting_of(connection: Connection, seat: Seat, row: Any) -> SittingState:
    """Return the sitting of which `row` is the row in `sittings`."""
    places = _places(connection, seat, row.id)
    plan = SittingPlan(
        mode=Mode(row.mode),
        title=row.title,
        items=tuple(ItemId(place.uid) for place in places),
        seed=row.seed,
        counts=row.counts,
    )
    verdicts = tuple(None if p.verdict is None else Verdict(p.verdict) for p in places)
    return SittingState(row.id, plan, moment(time_of(row.id)), verdicts)


def close_sitting(connection: Connection, seat: Seat, sitting: int, now: datetime) -> None:
    """End a sitting: it is not offered for resuming any more."""
    connection.execute(
        update(sittings).where(_is(seat, sitting)).values(closed_at=milliseconds(now))
    )


def set_verdict(
    connection: Connection, seat: Seat, sitting: int, position: int, verdict: Verdict | None
) -> None:
    """Write how the item at `position` was answered; None opens it, and its sitting, again."""
    connection.execute(
        update(sitting_items)
        .where(
            sitting_items.c.learner_id == seat.learner,
            sitting_items.c.sitting_id == sitting,
            sitting_items.c.position == position,
        )
        .values(verdict=verdict)
    )
    if verdict is None:
        connection.execute(update(sittings).where(_is(seat, sitting)).values(closed_at=None))


def _free_id(connection: Connection, seat: Seat, at: int, title: str) -> int:
    query = select(sittings.c.id).where(
        sittings.c.learner_id == seat.learner, sittings.c.id >= first_id(at)
    )
    taken = set(connection.scalars(query))
    return next(identifier for identifier in log_ids(at, title) if identifier not in taken)


def _is(seat: Seat, sitting: int) -> ColumnElement[bool]:
    return and_(sittings.c.learner_id == seat.learner, sittings.c.id == sitting)


def _places(connection: Connection, seat: Seat, sitting: int) -> Sequence[Any]:
    query = (
        select(items.c.uid, sitting_items.c.verdict)
        .join(items, items.c.id == sitting_items.c.item_id)
        .where(sitting_items.c.learner_id == seat.learner, sitting_items.c.sitting_id == sitting)
        .order_by(sitting_items.c.position)
    )
    return connection.execute(query).all()
