"""What a learner did on a day with a deck, added up as answers come and go.

It follows from the log (`from_log`), and spares the home screen from reading it.
"""

from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from quizapp.grading.grade import Verdict
from quizapp.memory.model import Memory, Rating, State
from quizapp.session.model import Mode, Review
from quizapp.store.rows import is_reset
from quizapp.store.tables import cards, days, reviews


def add(connection: Connection, learner: int, deck: int, review: Review, times: int = 1) -> None:
    """Add a review to its day; `times` -1 takes it off again. A card forgotten is no review."""
    if is_reset(review.answered.mode.value, review.answered.rating):
        return
    share = _share(review)
    key = {"learner_id": learner, "day": review.answered.day, "deck_id": deck}
    here = {f"the_{name}": value for name, value in key.items()}
    more = {f"more_{name}": times * value for name, value in share.items()}
    if connection.execute(_ADD, {**here, **more}).rowcount == 0:
        connection.execute(_BEGIN, {**key, **share})
    if times < 0:
        connection.execute(_FORGET, here)


_SUMS = ("reviews", "correct", "milliseconds", "passed", "failed")
_HERE = and_(*(column == bindparam(f"the_{column.name}") for column in days.primary_key))
_ADD = update(days).where(_HERE).values({n: days.c[n] + bindparam(f"more_{n}") for n in _SUMS})
_BEGIN = insert(days)
_FORGET = delete(days).where(_HERE, days.c.reviews == 0)


def _share(review: Review) -> dict[str, int]:
    answered = review.answered
    is_mature = isinstance(review.before, Memory) and review.before.state is State.REVIEW
    rating = answered.rating if answered.counts and is_mature else None
    return {
        "reviews": 1,
        "correct": int(answered.verdict is Verdict.CORRECT),
        "milliseconds": answered.milliseconds,
        "passed": int(rating is not None and rating is not Rating.AGAIN),
        "failed": int(rating is Rating.AGAIN),
    }


def from_log() -> Select[Any]:
    """Return the query that gives all pages from the reviews alone, in the order of their keys."""
    is_mature = and_(
        reviews.c.counts,
        reviews.c.rating.is_not(None),
        reviews.c.before_state == State.REVIEW.value,
    )
    page = (reviews.c.learner_id, reviews.c.day, cards.c.deck_id)

    def how_many(*conditions: Any) -> Any:
        return func.sum(case((and_(*conditions), 1), else_=0))

    return (
        select(
            *page,
            func.count().label("reviews"),
            how_many(reviews.c.verdict == Verdict.CORRECT.value).label("correct"),
            func.sum(reviews.c.milliseconds).label("milliseconds"),
            how_many(is_mature, reviews.c.rating > Rating.AGAIN.value).label("passed"),
            how_many(is_mature, reviews.c.rating == Rating.AGAIN.value).label("failed"),
        )
        .join(cards, cards.c.id == reviews.c.card_id)
        .where(or_(reviews.c.mode != Mode.IMPORTED.value, reviews.c.rating.is_not(None)))
        .group_by(*page)
        .order_by(*page)
    )
