"""Counting for the home screen and `quizapp stats`: decks now, and days past.

What is due and new is counted as a session would ask it: one card a fact, none of a fact that was
asked today or is in learning (`quizapp.session.queue`).
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from quizapp.bank.model import DeckId
from quizapp.memory.days import day_of
from quizapp.session.model import DayCounts, DeckCounts
from quizapp.store.entries import unseen_facts
from quizapp.store.keys import key_of, milliseconds
from quizapp.store.preferences import limits
from quizapp.store.seat import Seat
from quizapp.store.standings import Standing, standings
from quizapp.store.tables import days
from quizapp.store.tallies import tally

RETENTION_DAYS = 30
SIBLINGS = 10  # cards read for each new one that is counted, since those of a fact count once


def deck_counts(
    connection: Connection, seat: Seat, deck_ids: Sequence[DeckId], now: datetime
) -> tuple[DeckCounts, ...]:
    """Return where the learner stands with each live deck of `deck_ids`, in the bank's order."""
    today, at = day_of(now, seat.calendar), milliseconds(now)
    studied = tally(connection, seat, today)
    found = standings(connection, seat, deck_ids, now)
    ratings = _ratings(connection, seat, today)
    busy = {key_of(fact) for fact in studied.facts_asked}
    busy.update(fact for standing in found for fact in standing.learning_facts)

    def unseen(standing: Standing, limit: int) -> set[int]:
        if standing.seen == standing.total or not limit:
            return set()
        return set(unseen_facts(connection, seat, standing.key, at, limit * SIBLINGS))

    def counts(standing: Standing) -> DeckCounts:
        deck, due = standing.deck, standing.due_facts - busy
        limits_ = limits(connection, seat, standing.key)
        new_left = max(0, limits_.new_per_day - studied.new_cards.get(deck, 0))
        reviews_left = max(0, limits_.reviews_per_day - studied.reviews.get(deck, 0))
        passed, failed = ratings.get(standing.key, (0, 0))
        return DeckCounts(
            deck=deck,
            title=standing.title,
            new=min(new_left, len(unseen(standing, new_left) - busy - due)),
            learning=standing.learning,
            due=min(reviews_left, len(due)),
            total=standing.total,
            seen=standing.seen,
            passed=passed,
            failed=failed,
            forecast=tuple(standing.forecast),
            suspended=standing.suspended,
        )

    return tuple(counts(standing) for standing in found)


def day_counts(connection: Connection, seat: Seat, since_day: int) -> tuple[DayCounts, ...]:
    """Return what the learner did on each day since `since_day` that has an answer, in order."""
    query = (
        select(
            days.c.day,
            func.sum(days.c.reviews).label("reviews"),
            func.sum(days.c.correct).label("correct"),
            func.sum(days.c.milliseconds).label("milliseconds"),
        )
        .where(days.c.learner_id == seat.learner, days.c.day >= since_day)
        .group_by(days.c.day)
        .order_by(days.c.day)
    )
    return tuple(
        DayCounts(int(row.day), int(row.reviews), int(row.correct), int(row.milliseconds))
        for row in connection.execute(query).all()
    )


def _ratings(connection: Connection, seat: Seat, today: int) -> dict[int, tuple[int, int]]:
    """Return by deck how many ratings of cards in review passed and failed in the last 30 days."""
    query: Select[Any] = (
        select(
            days.c.deck_id,
            func.sum(days.c.passed).label("passed"),
            func.sum(days.c.failed).label("failed"),
        )
        .where(days.c.learner_id == seat.learner, days.c.day > today - RETENTION_DAYS)
        .group_by(days.c.deck_id)
    )
    return {
        row.deck_id: (int(row.passed), int(row.failed)) for row in connection.execute(query).all()
    }
