"""Counting for the home screen and `quizapp stats`: decks now, and days past.

What is due and new is counted as a session would ask it: one card a fact, none of a fact that was
asked today or is in learning (`quizapp.session.queue`).
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, Select, func, select

from quizapp.bank.model import DeckId
from quizapp.memory.days import day_of
from quizapp.session.model import CardEntry, DayCounts, DayTally, DeckCounts
from quizapp.session.queue import first_fitting, one_a_fact, without_confusable
from quizapp.store.entries import due_reviews, new_cards
from quizapp.store.keys import key_of
from quizapp.store.preferences import limits
from quizapp.store.seat import Seat
from quizapp.store.standings import Standing, standings
from quizapp.store.tables import days
from quizapp.store.tallies import tally

RETENTION_DAYS = 30
SIBLINGS = 10  # cards read for each that is counted, since those of a fact count once


def deck_counts(
    connection: Connection, seat: Seat, deck_ids: Sequence[DeckId], now: datetime
) -> tuple[DeckCounts, ...]:
    """Return where the learner stands with each live deck of `deck_ids`, in the bank's order."""
    today = day_of(now, seat.calendar)
    studied = tally(connection, seat, today)
    found = standings(connection, seat, deck_ids, now)
    busy = {key_of(fact) for fact in studied.facts_asked}
    busy.update(fact for standing in found for fact in standing.learning_facts)
    ratings = _ratings(connection, seat, today)
    counting = _Today(connection, seat, now, studied, frozenset(busy))
    return tuple(counting.counts(standing, ratings.get(standing.key, (0, 0))) for standing in found)


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


@dataclass(frozen=True, slots=True)
class _Today:
    """What a session would ask today; of the facts that are `busy` no further card."""

    connection: Connection
    seat: Seat
    now: datetime
    studied: DayTally
    busy: frozenset[int]

    def counts(self, standing: Standing, ratings: tuple[int, int]) -> DeckCounts:
        """Return what stands of a deck, cut to what its limits leave."""
        deck, limits_ = standing.deck, limits(self.connection, self.seat, standing.key)
        new_left = max(0, limits_.new_per_day - self.studied.new_cards.get(deck, 0))
        due_left = max(0, limits_.reviews_per_day - self.studied.reviews.get(deck, 0))
        due = self._due(standing, due_left)
        return DeckCounts(
            deck=deck,
            title=standing.title,
            new=self._new(standing, new_left, self.busy | due),
            learning=standing.learning,
            due=len(due),
            total=standing.total,
            seen=standing.seen,
            passed=ratings[0],
            failed=ratings[1],
            forecast=tuple(standing.forecast),
            suspended=standing.suspended,
        )

    def _due(self, standing: Standing, left: int) -> set[int]:
        """Return the facts of which a review is asked."""
        waiting = standing.due_facts - self.busy
        if len(waiting) <= left:
            return waiting
        first = due_reviews(self.connection, self.seat, [standing.deck], self.now, left * SIBLINGS)
        facts = dict.fromkeys(key_of(entry.fact) for entry in first)
        return set([fact for fact in facts if fact in waiting][:left])

    def _new(self, standing: Standing, left: int, busy: AbstractSet[int]) -> int:
        """Return how many new cards are asked, none of a `busy` fact."""
        if standing.seen == standing.total:
            return 0

        def fitting(new: Sequence[CardEntry]) -> Iterator[CardEntry]:
            free = (entry for entry in new if key_of(entry.fact) not in busy)
            return without_confusable(
                one_a_fact(free, ()), self.studied.facts_asked, self.studied.facts_shunned
            )

        read = partial(new_cards, self.connection, self.seat, [standing.deck], self.now)
        return len(first_fitting(left, read, fitting))


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
