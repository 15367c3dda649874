"""What a learner did on a day: as the log has it, and as its answers add up with each deck.

The sums follow from the log (`day_totals_query`), and spare the home screen from reading it.
"""

import json
from collections import Counter
from datetime import timedelta
from statistics import median
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
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

from quizapp.bank.model import DeckId, FactId
from quizapp.items.item import Format
from quizapp.learner.counts import DayTally
from quizapp.learner.model import Mode, Review, Verdict
from quizapp.memory.days import start_of_day
from quizapp.memory.model import Memory, Rating, State
from quizapp.session.ports import CardReader
from quizapp.store.learner_scope import LearnerScope
from quizapp.store.rows import first_id_at, is_reset, to_milliseconds
from quizapp.store.store import implements
from quizapp.store.tables import cards, days, decks, facts, is_not_undone, reviews

_MIN_PACE_ANSWERS = 20  # fewer do not tell a learner's pace
_MAX_PACE_REVIEWS = 2000  # older ones no longer do

# The learner's zone may have been another when the day's answers were given.
_MAX_ZONE_DIFFERENCE = timedelta(hours=27)


# --- what a learner did on a day -----------------------------------------------------------------


@implements(CardReader.day_tally)
def day_tally(connection: Connection, scope: LearnerScope, day: int) -> DayTally:
    since = to_milliseconds(start_of_day(day, scope.calendar) - _MAX_ZONE_DIFFERENCE)
    query: Select[Any] = (
        select(
            facts.c.uid.label("fact"),
            facts.c.confusable,
            decks.c.uid.label("deck"),
            reviews.c.before_state,
            reviews.c.after_state,
        )
        .select_from(reviews)
        .join(cards, cards.c.id == reviews.c.card_id)
        .join(facts, facts.c.id == cards.c.fact_id)
        .join(decks, decks.c.id == cards.c.deck_id)
        .where(
            reviews.c.learner_id == scope.learner_key,
            reviews.c.id >= first_id_at(since),
            reviews.c.day == day,
            or_(reviews.c.mode == Mode.STUDY.value, reviews.c.counts),
            is_not_undone,
        )
    )
    rows = connection.execute(query).all()
    return DayTally(
        facts_asked=frozenset(FactId(row.fact) for row in rows),
        facts_excluded=frozenset(
            FactId(fact)
            for confusable in {row.confusable for row in rows}
            for fact in json.loads(confusable)
        ),
        new_cards=Counter(DeckId(row.deck) for row in rows if _was_new(row)),
        reviews=Counter(DeckId(row.deck) for row in rows if _was_review(row)),
    )


def _was_new(row: Row[Any]) -> bool:
    return row.before_state is None and row.after_state is not None


def _was_review(row: Row[Any]) -> bool:
    return row.before_state == State.REVIEW.value and row.after_state is not None


@implements(CardReader.median_milliseconds)
def median_milliseconds(connection: Connection, scope: LearnerScope) -> dict[Format, int]:
    newest = (
        select(reviews.c.format, reviews.c.milliseconds)
        .where(reviews.c.learner_id == scope.learner_key, reviews.c.mode != Mode.IMPORTED.value)
        .where(is_not_undone)
        .order_by(reviews.c.id.desc())
        .limit(_MAX_PACE_REVIEWS)
        .subquery()
    )
    times: dict[str, list[int]] = {}
    for row in connection.execute(select(newest)):
        times.setdefault(row.format, []).append(row.milliseconds)
    return {
        Format(format_): round(median(taken))
        for format_, taken in times.items()
        if len(taken) >= _MIN_PACE_ANSWERS
    }


# --- what each day adds up to --------------------------------------------------------------------


def add_review(
    connection: Connection, learner: int, deck: int, review: Review, times: int = 1
) -> None:
    """Add a review to its day; `times` -1 takes it off again. A card forgotten is no review."""
    if is_reset(review.answer.mode.value, review.answer.rating):
        return
    share = _review_totals(review)
    key = {"learner_id": learner, "day": review.answer.day, "deck_id": deck}
    here = {f"the_{name}": value for name, value in key.items()}
    more = {f"more_{name}": times * value for name, value in share.items()}
    if connection.execute(_ADD, {**here, **more}).rowcount == 0:
        connection.execute(_BEGIN, {**key, **share})
    if times < 0:
        connection.execute(_DELETE_EMPTY, here)


def _review_totals(review: Review) -> dict[str, int]:
    answered = review.answer
    is_mature = isinstance(review.before, Memory) and review.before.state is State.REVIEW
    rating = answered.rating if answered.moves_memory and is_mature else None
    return {
        "reviews": 1,
        "correct": int(answered.verdict is Verdict.CORRECT),
        "milliseconds": answered.milliseconds,
        "passed": int(rating is not None and rating is not Rating.AGAIN),
        "failed": int(rating is Rating.AGAIN),
    }


def day_totals_query() -> Select[Any]:
    """Return the query that gives all pages from the reviews alone, in the order of their keys."""
    is_mature = and_(
        reviews.c.counts,
        reviews.c.rating.is_not(None),
        reviews.c.before_state == State.REVIEW.value,
    )
    page = (reviews.c.learner_id, reviews.c.day, cards.c.deck_id)

    def how_many(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
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
        .where(is_not_undone)
        .group_by(*page)
        .order_by(*page)
    )


_SUMS = ("reviews", "correct", "milliseconds", "passed", "failed")
_HERE = and_(*(column == bindparam(f"the_{column.name}") for column in days.primary_key))
_ADD = update(days).where(_HERE).values({n: days.c[n] + bindparam(f"more_{n}") for n in _SUMS})
_BEGIN = insert(days)
_DELETE_EMPTY = delete(days).where(_HERE, days.c.reviews == 0)
