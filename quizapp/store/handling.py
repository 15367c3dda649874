"""What a learner does with a card beside answering it: suspend, bury, mark. No memory moves."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, insert, select, update

from quizapp.bank.model import CardId, FactId
from quizapp.store.keys import key_of, milliseconds
from quizapp.store.seat import Seat
from quizapp.store.tables import cards, memories


def suspend(
    connection: Connection,
    seat: Seat,
    card: CardId | None,
    fact: FactId | None,
    *,
    is_suspended: bool = True,
) -> None:
    """Hide a card, or all cards of a fact, until asked back."""
    _set(connection, seat, card, fact, {"is_suspended": is_suspended})


def bury(
    connection: Connection, seat: Seat, card: CardId | None, fact: FactId | None, until: datetime
) -> None:
    """Hide a card, or all cards of a fact, until `until`."""
    _set(connection, seat, card, fact, {"buried_until": milliseconds(until)})


def mark(connection: Connection, seat: Seat, card: CardId, *, is_marked: bool) -> None:
    """Set or clear the learner's mark on a card."""
    _set(connection, seat, card, None, {"is_marked": is_marked})


def _set(
    connection: Connection,
    seat: Seat,
    card: CardId | None,
    fact: FactId | None,
    values: dict[str, Any],
) -> None:
    """Write `values` for `card`, or for all live cards of `fact`."""
    chosen = cards.c.id == key_of(card) if card else cards.c.fact_id == key_of(fact or "")
    live = select(cards.c.id, cards.c.deck_id).where(chosen, cards.c.retired_at.is_(None))
    found = {row.id: row.deck_id for row in connection.execute(live).all()}
    own = and_(memories.c.learner_id == seat.learner, memories.c.card_id.in_(found))
    known = set(connection.scalars(select(memories.c.card_id).where(own)))
    connection.execute(update(memories).where(own).values(values))
    new = [
        {"learner_id": seat.learner, "card_id": key, "deck_id": deck, **values}
        for key, deck in found.items()
        if key not in known
    ]
    if new:
        connection.execute(insert(memories), new)
