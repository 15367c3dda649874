"""Exam dates that a learner plans for, a deck each; and the memories that a plan starts from."""

from collections.abc import Sequence

from sqlalchemy import Connection, and_, delete, false, insert, or_, select

from quizapp.bank.model import CardId, DeckId
from quizapp.memory.model import MemoryState
from quizapp.session.model import DeckPlan
from quizapp.store.entries import is_live
from quizapp.store.keys import key_of
from quizapp.store.rows import memory_of
from quizapp.store.seat import Seat
from quizapp.store.tables import cards, decks, memories, plans


def keep_plans(connection: Connection, seat: Seat, wanted: Sequence[DeckPlan]) -> None:
    """Plan for these dates; a deck has one plan."""
    clear_plans(connection, seat, [plan.deck for plan in wanted])
    for plan in wanted:
        connection.execute(
            insert(plans).values(
                learner_id=seat.learner,
                deck_id=key_of(plan.deck),
                until=plan.until,
                new_per_day=plan.new_per_day,
                expected=plan.expected,
            )
        )


def clear_plans(connection: Connection, seat: Seat, deck_ids: Sequence[DeckId]) -> int:
    """Plan for these decks no longer; return how many plans there were."""
    query = delete(plans).where(
        plans.c.learner_id == seat.learner,
        plans.c.deck_id.in_([key_of(deck) for deck in deck_ids]),
    )
    return connection.execute(query).rowcount


def end_plans(connection: Connection, seat: Seat, today: int) -> None:
    """Forget the plans whose day has come or is over."""
    connection.execute(
        delete(plans).where(plans.c.learner_id == seat.learner, plans.c.until <= today)
    )


def all_plans(connection: Connection, seat: Seat) -> tuple[DeckPlan, ...]:
    """Return the learner's plans, the nearest date first."""
    query = (
        select(decks.c.uid, plans)
        .join(decks, decks.c.id == plans.c.deck_id)
        .where(plans.c.learner_id == seat.learner)
        .order_by(plans.c.until, decks.c.position)
    )
    return tuple(
        DeckPlan(DeckId(row.uid), row.until, row.new_per_day, row.expected)
        for row in connection.execute(query)
    )


def memories_of(
    connection: Connection, seat: Seat, deck_ids: Sequence[DeckId]
) -> tuple[tuple[CardId, MemoryState], ...]:
    """Return all live cards of the decks that are not suspended, with their memories, ordered."""
    own = and_(memories.c.learner_id == seat.learner, memories.c.card_id == cards.c.id)
    query = (
        select(cards.c.uid, *(c for c in memories.c if not c.name.endswith("_id")))
        .select_from(cards)
        .join(decks, decks.c.id == cards.c.deck_id)
        .outerjoin(memories, own)
        .where(
            is_live,
            cards.c.deck_id.in_([key_of(deck) for deck in deck_ids]),
            or_(memories.c.is_suspended.is_(None), memories.c.is_suspended.is_(false())),
        )
        .order_by(decks.c.position, cards.c.position)
    )
    return tuple((CardId(row.uid), memory_of(row)) for row in connection.execute(query))
