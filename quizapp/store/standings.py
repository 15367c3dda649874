"""How the cards of a deck stand for a learner: seen, hidden, in learning, due now and this week.

Of a learner's many cards only those due within the week are read; the others are counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Connection, Integer, Row, Select, and_, bindparam, func, select

from quizapp.bank.model import DeckId
from quizapp.memory.model import State
from quizapp.store.entries import DECKS, LEARNER, end_of_day, is_in_review, is_rekeyed, of_learner
from quizapp.store.keys import milliseconds
from quizapp.store.rows import Values
from quizapp.store.seat import Seat
from quizapp.store.tables import cards, decks, is_scheduled, memories

FORECAST_DAYS = 7


@dataclass(slots=True)
class Standing:
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
    seen: int = 0
    suspended: int = 0
    learning: int = 0
    learning_facts: set[int] = field(default_factory=set)
    due_facts: set[int] = field(default_factory=set)
    forecast: list[int] = field(default_factory=lambda: [0] * FORECAST_DAYS)


def standings(
    connection: Connection, seat: Seat, deck_ids: Sequence[DeckId], now: datetime
) -> tuple[Standing, ...]:
    """Return the standing of each live deck of `deck_ids`, in the bank's order."""
    wanted = of_learner(seat, deck_ids, milliseconds(now))
    rows = connection.execute(_LIVE_DECKS, wanted).all()
    found = {row.id: Standing(row.id, DeckId(row.uid), row.title, row.total) for row in rows}
    wanted["decks"] = list(found)
    _count_seen(connection, found, wanted)
    _count_waiting(connection, found, wanted, [end_of_day(seat, now, day) for day in _WEEK])
    return tuple(found.values())


def _count_seen(connection: Connection, found: dict[int, Standing], wanted: Values) -> None:
    """Count cards rated and suspended: all of the learner's, less those that are retired."""
    for query, sign in ((_SEEN, 1), (_SEEN_AND_RETIRED, -1)):
        for row in connection.execute(query, wanted).all():
            found[row.deck_id].seen += sign * row.seen
            found[row.deck_id].suspended += sign * row.suspended


def _count_waiting(
    connection: Connection, found: dict[int, Standing], wanted: Values, ends: Sequence[int]
) -> None:
    """Count what comes due before each of `ends`, and the cards whose key changed as due today."""
    for row in connection.execute(_THIS_WEEK, {**wanted, "end": ends[-1]}).all():
        standing = found[row.deck_id]
        standing.forecast[sum(row.due >= end for end in ends)] += 1
        if row.state == State.REVIEW.value:
            is_today = row.due < ends[0] and not _is_hidden(row, wanted["at"])
            standing.due_facts.update([row.fact_id] if is_today else [])
        elif row.due <= ends[0] and not _is_hidden(row, ends[0] - 1):
            standing.learning += 1
            standing.learning_facts.add(row.fact_id)
    for row in connection.execute(_REKEYED, wanted).all():
        if not _is_hidden(row, wanted["at"]):
            found[row.deck_id].due_facts.add(row.fact_id)


def _is_hidden(row: Row[Any], at: int) -> bool:
    return row.buried_until is not None and row.buried_until > at


# --- statements ----------------------------------------------------------------------------------

_WEEK = range(1, FORECAST_DAYS + 1)

_LIVE_DECKS = (
    select(decks.c.id, decks.c.uid, decks.c.title, func.count(cards.c.id).label("total"))
    .select_from(decks)
    .outerjoin(cards, and_(cards.c.deck_id == decks.c.id, cards.c.retired_at.is_(None)))
    .where(decks.c.id.in_(DECKS), decks.c.retired_at.is_(None))
    .group_by(decks.c.id)
    .order_by(decks.c.position)
)
_is_own = and_(memories.c.learner_id == LEARNER, memories.c.deck_id.in_(DECKS))
_SEEN = (
    select(
        memories.c.deck_id,
        func.count(memories.c.state).label("seen"),
        func.sum(memories.c.is_suspended.cast(Integer)).label("suspended"),
    )
    .where(_is_own)
    .group_by(memories.c.deck_id)
)
# By a list of keys: to join the cards would read the row of each.
_SEEN_AND_RETIRED = _SEEN.where(
    memories.c.card_id.in_(
        select(cards.c.id).where(cards.c.deck_id.in_(DECKS), cards.c.retired_at.is_not(None))
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
    .where(_is_own, is_scheduled, cards.c.retired_at.is_(None))
)
_THIS_WEEK = _SCHEDULED.where(memories.c.due < bindparam("end", type_=BigInteger))
_REKEYED = _SCHEDULED.where(is_in_review, is_rekeyed)
