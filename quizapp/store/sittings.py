"""Quizzes and exams: begun, resumed, ended. The verdicts stand beside the items."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, insert, select, update

from quizapp.items.item import ItemId
from quizapp.learner.model import Mode, Verdict
from quizapp.session.model import SittingPlan, SittingState
from quizapp.session.ports import SittingStore
from quizapp.store.learner_scope import LearnerScope
from quizapp.store.rows import (
    candidate_ids,
    first_id_at,
    from_milliseconds,
    id_milliseconds,
    key_of,
    to_milliseconds,
)
from quizapp.store.store import implements
from quizapp.store.tables import items, sitting_items, sittings


@implements(SittingStore.open_sitting)
def open_sitting(
    connection: Connection, scope: LearnerScope, plan: SittingPlan, now: datetime
) -> SittingState:
    at = to_milliseconds(now)
    sitting = _free_id(connection, scope, at, plan.title)
    connection.execute(
        insert(sittings).values(
            learner_id=scope.learner_key,
            id=sitting,
            mode=plan.mode.value,
            title=plan.title,
            seed=plan.seed,
            counts=plan.moves_memory,
        )
    )
    places = [
        {
            "learner_id": scope.learner_key,
            "sitting_id": sitting,
            "position": position,
            "item_id": key_of(item),
        }
        for position, item in enumerate(plan.items)
    ]
    if places:
        connection.execute(insert(sitting_items), places)
    return SittingState(sitting, plan, from_milliseconds(at), (None,) * len(plan.items))


@implements(SittingStore.unfinished_sitting)
def unfinished_sitting(
    connection: Connection, scope: LearnerScope, mode: Mode
) -> SittingState | None:
    query = (
        select(sittings)
        .where(
            sittings.c.learner_id == scope.learner_key,
            sittings.c.mode == mode.value,
            sittings.c.closed_at.is_(None),
        )
        .order_by(sittings.c.id.desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    return None if row is None else sitting_of(connection, scope, row)


def sitting_of(connection: Connection, scope: LearnerScope, row: Row[Any]) -> SittingState:
    """Return the sitting of which `row` is the row in `sittings`."""
    places = _item_rows(connection, scope, row.id)
    plan = SittingPlan(
        mode=Mode(row.mode),
        title=row.title,
        items=tuple(ItemId(place.uid) for place in places),
        seed=row.seed,
        moves_memory=row.counts,
    )
    verdicts = tuple(None if p.verdict is None else Verdict(p.verdict) for p in places)
    return SittingState(row.id, plan, from_milliseconds(id_milliseconds(row.id)), verdicts)


@implements(SittingStore.close_sitting)
def close_sitting(connection: Connection, scope: LearnerScope, sitting: int, now: datetime) -> None:
    connection.execute(
        update(sittings).where(_is_sitting(scope, sitting)).values(closed_at=to_milliseconds(now))
    )


def set_verdict(
    connection: Connection,
    scope: LearnerScope,
    sitting: int,
    position: int,
    verdict: Verdict | None,
) -> None:
    """Write how the item at `position` was answered; None opens it, and its sitting, again."""
    connection.execute(
        update(sitting_items)
        .where(
            sitting_items.c.learner_id == scope.learner_key,
            sitting_items.c.sitting_id == sitting,
            sitting_items.c.position == position,
        )
        .values(verdict=verdict)
    )
    if verdict is None:
        connection.execute(
            update(sittings).where(_is_sitting(scope, sitting)).values(closed_at=None)
        )


def _free_id(connection: Connection, scope: LearnerScope, at: int, title: str) -> int:
    query = select(sittings.c.id).where(
        sittings.c.learner_id == scope.learner_key, sittings.c.id >= first_id_at(at)
    )
    taken = set(connection.scalars(query))
    return next(identifier for identifier in candidate_ids(at, title) if identifier not in taken)


def _is_sitting(scope: LearnerScope, sitting: int) -> ColumnElement[bool]:
    return and_(sittings.c.learner_id == scope.learner_key, sittings.c.id == sitting)


def _item_rows(connection: Connection, scope: LearnerScope, sitting: int) -> Sequence[Row[Any]]:
    query: Select[Any] = (
        select(items.c.uid, sitting_items.c.verdict)
        .join(items, items.c.id == sitting_items.c.item_id)
        .where(
            sitting_items.c.learner_id == scope.learner_key, sitting_items.c.sitting_id == sitting
        )
        .order_by(sitting_items.c.position)
    )
    return connection.execute(query).all()
