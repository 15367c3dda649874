"""Exam dates that a learner plans for, a deck each; and the memories that a plan starts from."""

from collections.abc import Sequence

from sqlalchemy import Connection, and_, delete, false, insert, or_, select

from quizapp.bank.model import CardId, DeckId
from quizapp.learner.counts import DeckPlan
from quizapp.memory.model import MemoryState
from quizapp.store.card_queries import is_live, is_of_kind, kind_parameters
from quizapp.store.learner_scope import LearnerScope
from quizapp.store.rows import key_of, memory_from_row
from quizapp.store.tables import cards, decks, memories, plans


def save_plans(
    connection: Connection, scope: LearnerScope, plans_to_save: Sequence[DeckPlan]
) -> None:
    """Plan for these dates; a deck has one plan."""
    clear_plans(connection, scope, [plan.deck for plan in plans_to_save])
    for plan in plans_to_save:
        connection.execute(
            insert(plans).values(
                learner_id=scope.learner_key,
                deck_id=key_of(plan.deck),
                until=plan.until,
                new_per_day=plan.new_per_day,
                expected=plan.expected_recall,
            )
        )


def clear_plans(connection: Connection, scope: LearnerScope, deck_ids: Sequence[DeckId]) -> int:
    """Plan for these decks no longer; return how many plans there were."""
    query = delete(plans).where(
        plans.c.learner_id == scope.learner_key,
        plans.c.deck_id.in_([key_of(deck) for deck in deck_ids]),
    )
    return connection.execute(query).rowcount


def delete_past_plans(connection: Connection, scope: LearnerScope, today: int) -> None:
    """Forget the plans whose day has come or is over."""
    connection.execute(
        delete(plans).where(plans.c.learner_id == scope.learner_key, plans.c.until <= today)
    )


def all_plans(connection: Connection, scope: LearnerScope) -> tuple[DeckPlan, ...]:
    """Return the learner's plans, the nearest date first."""
    query = (
        select(decks.c.uid, plans)
        .join(decks, decks.c.id == plans.c.deck_id)
        .where(plans.c.learner_id == scope.learner_key)
        .order_by(plans.c.until, decks.c.position)
    )
    return tuple(
        DeckPlan(DeckId(row.uid), row.until, row.new_per_day, row.expected)
        for row in connection.execute(query)
    )


def card_memories(
    connection: Connection, scope: LearnerScope, deck_ids: Sequence[DeckId]
) -> tuple[tuple[CardId, MemoryState], ...]:
    """Return all live cards of the decks that are not suspended, with their memories, ordered."""
    own = and_(memories.c.learner_id == scope.learner_key, memories.c.card_id == cards.c.id)
    query = (
        select(cards.c.uid, *(c for c in memories.c if not c.name.endswith("_id")))
        .select_from(cards)
        .join(decks, decks.c.id == cards.c.deck_id)
        .outerjoin(memories, own)
        .where(
            is_live,
            is_of_kind,
            cards.c.deck_id.in_([key_of(deck) for deck in deck_ids]),
            or_(memories.c.is_suspended.is_(None), memories.c.is_suspended.is_(false())),
        )
        .order_by(decks.c.position, cards.c.position)
    )
    rows = connection.execute(query, kind_parameters(scope.kind))
    return tuple((CardId(row.uid), memory_from_row(row)) for row in rows)
