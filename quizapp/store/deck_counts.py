"""How the cards of a deck stand for a learner: seen, hidden, in learning, due now and this week.

Of a learner's many cards only those due within the week are read; the others are counted.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import (
    BigInteger,
    Connection,
    Integer,
    Row,
    Select,
    and_,
    bindparam,
    func,
    not_,
    or_,
    select,
)

from quizapp.bank.model import DeckId
from quizapp.learner.counts import DayCounts, DayTally, DeckCounts
from quizapp.learner.model import LearnerCard
from quizapp.memory.days import learner_day
from quizapp.memory.model import State
from quizapp.session.queue import one_per_fact, take_fitting, without_confusable
from quizapp.store.card_queries import (
    DECKS_PARAM,
    LEARNER_PARAM,
    due_reviews,
    end_of_day,
    is_in_review,
    is_key_changed,
    is_of_kind,
    new_cards,
    query_parameters,
)
from quizapp.store.day_totals import day_tally
from quizapp.store.learner_scope import LearnerScope
from quizapp.store.preferences import deck_limits
from quizapp.store.rows import Values, key_of, to_milliseconds
from quizapp.store.tables import cards, days, decks, is_scheduled, memories

_FORECAST_DAYS = 7
_RETENTION_DAYS = 30
_CARDS_READ_PER_FACT = 10  # cards read for each that is counted, since those of a fact count once


def deck_counts(
    connection: Connection, scope: LearnerScope, deck_ids: Sequence[DeckId], now: datetime
) -> tuple[DeckCounts, ...]:
    """Return where the learner stands with each live deck of `deck_ids`, in the bank's order."""
    today = learner_day(now, scope.calendar)
    studied = day_tally(connection, scope, today)
    found = _card_counts(connection, scope, deck_ids, now)
    busy = {key_of(fact) for fact in studied.facts_asked}
    busy.update(fact for counts in found for fact in counts.learning_facts)
    ratings = _count_ratings(connection, scope, today)
    counter = _DeckCounter(connection, scope, now, studied, frozenset(busy))
    return tuple(counter.count_deck(counts, ratings.get(counts.key, (0, 0))) for counts in found)


def day_counts(
    connection: Connection, scope: LearnerScope, since_day: int
) -> tuple[DayCounts, ...]:
    """Return what the learner did on each day since `since_day` that has an answer, in order."""
    query = (
        select(
            days.c.day,
            func.sum(days.c.reviews).label("reviews"),
            func.sum(days.c.correct).label("correct"),
            func.sum(days.c.milliseconds).label("milliseconds"),
        )
        .where(days.c.learner_id == scope.learner_key, days.c.day >= since_day)
        .group_by(days.c.day)
        .order_by(days.c.day)
    )
    return tuple(
        DayCounts(int(row.day), int(row.reviews), int(row.correct), int(row.milliseconds))
        for row in connection.execute(query).all()
    )


def _count_ratings(
    connection: Connection, scope: LearnerScope, today: int
) -> dict[int, tuple[int, int]]:
    """Return by deck how many ratings of cards in review passed and failed in the last 30 days."""
    query: Select[Any] = (
        select(
            days.c.deck_id,
            func.sum(days.c.passed).label("passed"),
            func.sum(days.c.failed).label("failed"),
        )
        .where(days.c.learner_id == scope.learner_key, days.c.day > today - _RETENTION_DAYS)
        .group_by(days.c.deck_id)
    )
    return {
        row.deck_id: (int(row.passed), int(row.failed)) for row in connection.execute(query).all()
    }


# --- how the cards of a deck stand ---------------------------------------------------------------


@dataclass(slots=True)
class _CardCounts:
    """A live deck, and how its live cards stand.

    Attributes:
        learning: cards in (re)learning that come due today.
        learning_facts: the keys of their facts.
        due_facts: the keys of the facts of which a review is due today.
        forecast: cards falling due today, and on each of the six days after.
    """

    key: int
    deck: DeckId
    title: str
    total: int
    studied: int = 0
    suspended: int = 0
    learning: int = 0
    learning_facts: set[int] = field(default_factory=set)
    due_facts: set[int] = field(default_factory=set)
    forecast: list[int] = field(default_factory=lambda: [0] * _FORECAST_DAYS)


def _card_counts(
    connection: Connection, scope: LearnerScope, deck_ids: Sequence[DeckId], now: datetime
) -> tuple[_CardCounts, ...]:
    """Return how the cards stand of each live deck of `deck_ids`, in the bank's order."""
    wanted = query_parameters(scope, deck_ids, to_milliseconds(now))
    rows = connection.execute(_LIVE_DECKS, wanted).all()
    found = {row.id: _CardCounts(row.id, DeckId(row.uid), row.title, row.total) for row in rows}
    wanted["decks"] = list(found)
    _count_studied(connection, found, wanted)
    _count_due(connection, found, wanted, [end_of_day(scope, now, day) for day in _DAYS_AHEAD])
    return tuple(found.values())


def _count_studied(connection: Connection, found: dict[int, _CardCounts], wanted: Values) -> None:
    """Count cards rated and suspended: the learner's, less those retired or of other kinds."""
    for query, sign in ((_STUDIED, 1), (_STUDIED_AND_RETIRED, -1)):
        for row in connection.execute(query, wanted).all():
            found[row.deck_id].studied += sign * row.seen
            found[row.deck_id].suspended += sign * row.suspended


def _count_due(
    connection: Connection, found: dict[int, _CardCounts], wanted: Values, ends: Sequence[int]
) -> None:
    """Count what comes due before each of `ends`, and the cards whose key changed as due today."""
    for row in connection.execute(_THIS_WEEK, {**wanted, "end": ends[-1]}).all():
        counts = found[row.deck_id]
        counts.forecast[sum(row.due >= end for end in ends)] += 1
        if row.state == State.REVIEW.value:
            is_today = row.due < ends[0] and not _is_hidden(row, wanted["at"])
            counts.due_facts.update([row.fact_id] if is_today else [])
        elif row.due <= ends[0] and not _is_hidden(row, ends[0] - 1):
            counts.learning += 1
            counts.learning_facts.add(row.fact_id)
    for row in connection.execute(_KEY_CHANGED, wanted).all():
        if not _is_hidden(row, wanted["at"]):
            found[row.deck_id].due_facts.add(row.fact_id)


def _is_hidden(row: Row[Any], at: int) -> bool:
    return row.buried_until is not None and row.buried_until > at


# --- what a session would ask of a deck ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _DeckCounter:
    """What a session would ask today; of the `unavailable_facts` no further card."""

    connection: Connection
    scope: LearnerScope
    now: datetime
    tally: DayTally
    unavailable_facts: frozenset[int]

    def count_deck(self, counts: _CardCounts, ratings: tuple[int, int]) -> DeckCounts:
        """Return what stands of a deck, cut to what its limits leave."""
        deck, limits = counts.deck, deck_limits(self.connection, self.scope, counts.key)
        new_left = max(0, limits.new_per_day - self.tally.new_cards.get(deck, 0))
        due_left = max(0, limits.reviews_per_day - self.tally.reviews.get(deck, 0))
        due = self._due_facts(counts, due_left)
        return DeckCounts(
            deck=deck,
            title=counts.title,
            new=self._count_new(counts, new_left, self.unavailable_facts | due),
            learning=counts.learning,
            due=len(due),
            total=counts.total,
            studied=counts.studied,
            passed=ratings[0],
            failed=ratings[1],
            forecast=tuple(counts.forecast),
            suspended=counts.suspended,
        )

    def _due_facts(self, counts: _CardCounts, left: int) -> set[int]:
        """Return the facts of which a review is asked."""
        waiting = counts.due_facts - self.unavailable_facts
        if len(waiting) <= left:
            return waiting
        first = due_reviews(
            self.connection, self.scope, [counts.deck], self.now, left * _CARDS_READ_PER_FACT
        )
        facts = dict.fromkeys(key_of(entry.fact) for entry in first)
        return set([fact for fact in facts if fact in waiting][:left])

    def _count_new(self, counts: _CardCounts, left: int, busy: AbstractSet[int]) -> int:
        """Return how many new cards are asked, none of a `busy` fact."""
        if counts.studied == counts.total:
            return 0

        def fitting(new: Sequence[LearnerCard]) -> Iterator[LearnerCard]:
            free = (entry for entry in new if key_of(entry.fact) not in busy)
            return without_confusable(
                one_per_fact(free, ()), self.tally.facts_asked, self.tally.facts_excluded
            )

        read = partial(new_cards, self.connection, self.scope, [counts.deck], self.now)
        return len(take_fitting(left, read, fitting))


# --- statements ----------------------------------------------------------------------------------

_DAYS_AHEAD = range(1, _FORECAST_DAYS + 1)

_LIVE_DECKS = (
    select(decks.c.id, decks.c.uid, decks.c.title, func.count(cards.c.id).label("total"))
    .select_from(decks)
    .outerjoin(cards, and_(cards.c.deck_id == decks.c.id, cards.c.retired_at.is_(None), is_of_kind))
    .where(decks.c.id.in_(DECKS_PARAM), decks.c.retired_at.is_(None))
    .group_by(decks.c.id)
    .order_by(decks.c.position)
)
_is_in_decks = and_(memories.c.learner_id == LEARNER_PARAM, memories.c.deck_id.in_(DECKS_PARAM))
_STUDIED = (
    select(
        memories.c.deck_id,
        func.count(memories.c.state).label("seen"),
        func.sum(memories.c.is_suspended.cast(Integer)).label("suspended"),
    )
    .where(_is_in_decks)
    .group_by(memories.c.deck_id)
)
# By a list of keys: to join the cards would read the row of each.
_STUDIED_AND_RETIRED = _STUDIED.where(
    memories.c.card_id.in_(
        select(cards.c.id)
        .where(cards.c.deck_id.in_(DECKS_PARAM))
        .where(or_(cards.c.retired_at.is_not(None), not_(is_of_kind)))
    )
)
_SCHEDULED: Select[Any] = (
    select(
        memories.c.deck_id,
        memories.c.state,
        memories.c.due,
        memories.c.buried_until,
        cards.c.fact_id,
    )
    .select_from(memories)
    .join(cards, cards.c.id == memories.c.card_id)
    .where(_is_in_decks, is_scheduled, cards.c.retired_at.is_(None), is_of_kind)
)
_THIS_WEEK = _SCHEDULED.where(memories.c.due < bindparam("end", type_=BigInteger))
_KEY_CHANGED = _SCHEDULED.where(is_in_review, is_key_changed)
