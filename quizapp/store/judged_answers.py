"""Answers that were judged and wait for their ratings: kept, so that a run that dies loses none.

Each run of quizapp has one at most. What other runs left is read here and logged by
`quizapp.store.review_log`; the row of one that was logged stays for a month, in case its run was
alive after all.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    and_,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from quizapp.items.item import ItemId
from quizapp.learner.model import AnswerRecord
from quizapp.session.ports import ReviewLog
from quizapp.store.keys import first_id_at, from_milliseconds, key_of, to_milliseconds
from quizapp.store.learner_scope import LearnerScope
from quizapp.store.rows import answer_from_row, answer_values
from quizapp.store.store import implements
from quizapp.store.tables import cards, items, judged_answers

_KEPT_MILLISECONDS = timedelta(days=30) // timedelta(milliseconds=1)


# Made once: each answer that is recorded looks here, and to make a statement takes longer than
# to run it.
_is_own = and_(
    judged_answers.c.learner_id == bindparam("learner"),
    judged_answers.c.run_key == bindparam("run"),
)
_READ_OWN = select(judged_answers).where(_is_own)
_DELETE_OWN = delete(judged_answers).where(_is_own)
_INSERT = insert(judged_answers)


@implements(ReviewLog.keep_judged)
def keep_judged(connection: Connection, scope: LearnerScope, answer: AnswerRecord) -> None:
    connection.execute(_DELETE_OWN, {"learner": scope.learner_key, "run": scope.run_key})
    values = {
        "learner_id": scope.learner_key,
        "run_key": scope.run_key,
        "answered_at": to_milliseconds(answer.at),
        "card_id": key_of(answer.card),
        "item_id": key_of(answer.item),
        **answer_values(answer),
    }
    connection.execute(_INSERT, values)


def take_own(
    connection: Connection, scope: LearnerScope, item: ItemId | None = None
) -> Row[Any] | None:
    """Return the judged answer of this run (to `item`), which is kept no longer; None without."""
    own = {"learner": scope.learner_key, "run": scope.run_key}
    row = connection.execute(_READ_OWN, own).first()
    if row is None or (item is not None and row.item_id != key_of(item)):
        return None
    connection.execute(_DELETE_OWN, own)
    return row


def has_left(connection: Connection, scope: LearnerScope) -> bool:
    """Return whether another run left a judged answer that was not logged yet."""
    query = select(judged_answers.c.run_key).where(_is_left(scope)).limit(1)
    return connection.execute(query).first() is not None


def read_left(connection: Connection, scope: LearnerScope) -> Sequence[tuple[str, AnswerRecord]]:
    """Return the judged answers that other runs left, each after the key of its run, by time."""
    query = (
        select(judged_answers, cards.c.uid.label("card_uid"), items.c.uid.label("item_uid"))
        .join(cards, cards.c.id == judged_answers.c.card_id)
        .join(items, items.c.id == judged_answers.c.item_id)
        .where(_is_left(scope))
        .order_by(judged_answers.c.answered_at, judged_answers.c.run_key)
    )
    rows = connection.execute(query).all()
    return [(row.run_key, answer_from_row(row, from_milliseconds(row.answered_at))) for row in rows]


def set_review(connection: Connection, scope: LearnerScope, run_key: str, review: int) -> None:
    """Say which review the judged answer of a run has become."""
    is_it = and_(
        judged_answers.c.learner_id == scope.learner_key, judged_answers.c.run_key == run_key
    )
    connection.execute(update(judged_answers).where(is_it).values(review_id=review))


def forget_old(connection: Connection, scope: LearnerScope) -> None:
    """Forget what was logged for other runs a month before the newest judged answer."""
    own = judged_answers.c.learner_id == scope.learner_key
    newest = connection.scalar(select(func.max(judged_answers.c.answered_at)).where(own))
    if newest is not None:
        too_old = judged_answers.c.review_id < first_id_at(newest - _KEPT_MILLISECONDS)
        connection.execute(delete(judged_answers).where(own, too_old))


def _is_left(scope: LearnerScope) -> ColumnElement[bool]:
    return and_(
        judged_answers.c.learner_id == scope.learner_key,
        judged_answers.c.run_key != scope.run_key,
        judged_answers.c.review_id.is_(None),
    )
