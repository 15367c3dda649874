"""Recovering answers that were judged in other runs, which ended before they were rated.

They are logged as suggested. The row of one that was logged stays for a month, in case its run was
alive after all: then what that run says of it counts (`quizapp.store.review_log`).
"""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    delete,
    func,
    select,
    update,
)

from quizapp.learner.model import AnswerRecord
from quizapp.store.learner_scope import LearnerScope
from quizapp.store.review_log import append_answer
from quizapp.store.rows import answer_from_row, first_id_at, from_milliseconds
from quizapp.store.tables import cards, items, judged_answers

_KEPT_MILLISECONDS = timedelta(days=30) // timedelta(milliseconds=1)


def has_left(connection: Connection, scope: LearnerScope) -> bool:
    """Return whether another run left a judged answer that was not logged yet."""
    query = select(judged_answers.c.run_key).where(_is_left(scope)).limit(1)
    return connection.execute(query).first() is not None


def recover_judged(connection: Connection, scope: LearnerScope) -> int:
    """Log the judged answers that other runs left and return how many there were."""
    _forget_old(connection, scope)
    left = _read_left(connection, scope)
    for run_key, answer in left:
        review = append_answer(connection, scope, answer)
        is_it = and_(
            judged_answers.c.learner_id == scope.learner_key, judged_answers.c.run_key == run_key
        )
        connection.execute(update(judged_answers).where(is_it).values(review_id=review.id))
    return len(left)


def _read_left(connection: Connection, scope: LearnerScope) -> Sequence[tuple[str, AnswerRecord]]:
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


def _forget_old(connection: Connection, scope: LearnerScope) -> None:
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
