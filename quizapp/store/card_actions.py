"""What a learner does with a card beside answering it: suspend, bury, mark, flag. No memory moves.

What hides cards can be undone where it is known when it was done.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, delete, func, insert, select, update

from quizapp.bank.model import CardId, FactId
from quizapp.learner.model import Flag, Mode
from quizapp.store.keys import (
    candidate_ids,
    first_id_at,
    from_milliseconds,
    key_of,
    to_milliseconds,
)
from quizapp.store.learner_scope import LearnerScope
from quizapp.store.tables import cards, decks, flags, hidings, memories, reviews

UNDO_MILLISECONDS = 30 * 24 * 60 * 60 * 1000  # how long what hid a card can be undone


@dataclass(frozen=True, slots=True)
class Target:
    """What is done something with: a card, or all live cards of a fact; `at` None: not undoable."""

    card: CardId | None
    fact: FactId | None
    at: datetime | None = None


def suspend(
    connection: Connection, scope: LearnerScope, target: Target, *, is_suspended: bool = True
) -> None:
    """Hide a card, or all cards of a fact, until asked back."""
    _set_memory_values(connection, scope, target, {"is_suspended": is_suspended})


def bury(connection: Connection, scope: LearnerScope, target: Target, until: datetime) -> None:
    """Hide a card, or all cards of a fact, until `until`."""
    _set_memory_values(connection, scope, target, {"buried_until": to_milliseconds(until)})


def mark(connection: Connection, scope: LearnerScope, target: Target, *, is_marked: bool) -> None:
    """Set or clear the learner's mark on a card, or on all cards of a fact."""
    _set_memory_values(connection, scope, target, {"is_marked": is_marked})


def undo_hide(
    connection: Connection, scope: LearnerScope, mode: Mode, sitting: int | None
) -> CardId | None:
    """Take back what hid cards last, if nothing was answered since in `mode` (and `sitting`).

    Returns the card that comes first in its deck of those that are shown again; None for none.
    """
    newest = connection.scalar(
        select(func.max(hidings.c.id)).where(hidings.c.learner_id == scope.learner_key)
    )
    if newest is None or newest < _newest_review(connection, scope, mode, sitting):
        return None
    own = and_(hidings.c.learner_id == scope.learner_key, hidings.c.id == newest)
    query = (
        select(hidings, cards.c.uid)
        .join(cards, cards.c.id == hidings.c.card_id)
        .where(own)
        .order_by(cards.c.position)
    )
    rows = connection.execute(query).all()
    for row in rows:
        connection.execute(
            update(memories)
            .where(memories.c.learner_id == scope.learner_key, memories.c.card_id == row.card_id)
            .values(is_suspended=row.was_suspended, buried_until=row.was_buried_until)
        )
    connection.execute(delete(hidings).where(own))
    return CardId(rows[0].uid)


# --- flags ---------------------------------------------------------------------------------------


def flag(
    connection: Connection, scope: LearnerScope, target: Target, why: str, now: datetime
) -> None:
    """Flag a card, or all cards of a fact; one that is flagged already keeps its words."""
    found = _target_cards(connection, target)
    known = set(connection.scalars(select(flags.c.card_id).where(_is_flagged(scope, found))))
    new = [
        {
            "learner_id": scope.learner_key,
            "card_id": key,
            "flagged_at": to_milliseconds(now),
            "why": why,
        }
        for key in found
        if key not in known
    ]
    if new:
        connection.execute(insert(flags), new)


def unflag(
    connection: Connection, scope: LearnerScope, target: Target, why: str | None = None
) -> None:
    """Take the flag off a card, or off all cards of a fact; `why` only one that says so."""
    own = _is_flagged(scope, _target_cards(connection, target))
    connection.execute(delete(flags).where(own if why is None else and_(own, flags.c.why == why)))


def all_flags(connection: Connection, scope: LearnerScope) -> tuple[Flag, ...]:
    """Return all flags of the learner on live cards, in the order of the bank."""
    query = (
        select(cards.c.uid, cards.c.file, cards.c.line, flags.c.flagged_at, flags.c.why)
        .select_from(flags)
        .join(cards, cards.c.id == flags.c.card_id)
        .join(decks, decks.c.id == cards.c.deck_id)
        .where(flags.c.learner_id == scope.learner_key)
        .where(cards.c.retired_at.is_(None), decks.c.retired_at.is_(None))
        .order_by(decks.c.position, cards.c.position)
    )
    return tuple(
        Flag(CardId(row.uid), row.why, from_milliseconds(row.flagged_at), row.file, row.line)
        for row in connection.execute(query).all()
    )


# --- parts ---------------------------------------------------------------------------------------


def _set_memory_values(
    connection: Connection, scope: LearnerScope, target: Target, values: dict[str, Any]
) -> None:
    """Write `values` for what `target` names."""
    found = _target_cards(connection, target)
    own = and_(memories.c.learner_id == scope.learner_key, memories.c.card_id.in_(found))
    query = select(memories.c.card_id, memories.c.is_suspended, memories.c.buried_until).where(own)
    known = {row.card_id: row for row in connection.execute(query).all()}
    if target.at is not None:
        _log_hiding(connection, scope, target.at, {key: known.get(key) for key in found})
    connection.execute(update(memories).where(own).values(values))
    new = [
        {"learner_id": scope.learner_key, "card_id": key, "deck_id": deck, **values}
        for key, deck in found.items()
        if key not in known
    ]
    if new:
        connection.execute(insert(memories), new)


def _target_cards(connection: Connection, target: Target) -> dict[int, int]:
    """Return the live cards that `target` names, each with its deck."""
    chosen = (
        cards.c.id == key_of(target.card)
        if target.card
        else cards.c.fact_id == key_of(target.fact or "")
    )
    live = select(cards.c.id, cards.c.deck_id).where(chosen, cards.c.retired_at.is_(None))
    return {row.id: row.deck_id for row in connection.execute(live).all()}


def _log_hiding(
    connection: Connection, scope: LearnerScope, at: datetime, before: Mapping[int, Any]
) -> None:
    """Keep how cards stood before they are hidden, and forget what is too old to be undone."""
    since = to_milliseconds(at)
    connection.execute(
        delete(hidings).where(
            hidings.c.learner_id == scope.learner_key,
            hidings.c.id < first_id_at(since - UNDO_MILLISECONDS),
        )
    )
    taken = set(
        connection.scalars(
            select(hidings.c.id).where(
                hidings.c.learner_id == scope.learner_key, hidings.c.id >= first_id_at(since)
            )
        )
    )
    identifier = next(each for each in candidate_ids(since, "hidings") if each not in taken)
    rows = [
        {
            "learner_id": scope.learner_key,
            "id": identifier,
            "card_id": key,
            "was_suspended": False if row is None else row.is_suspended,
            "was_buried_until": None if row is None else row.buried_until,
        }
        for key, row in before.items()
    ]
    if rows:
        connection.execute(insert(hidings), rows)


def _newest_review(
    connection: Connection, scope: LearnerScope, mode: Mode, sitting: int | None
) -> int:
    query = select(func.max(reviews.c.id)).where(
        reviews.c.learner_id == scope.learner_key, reviews.c.mode == mode.value
    )
    if sitting is not None:
        query = query.where(reviews.c.sitting_id == sitting)
    return int(connection.scalar(query) or 0)


def _is_flagged(scope: LearnerScope, found: Mapping[int, int]) -> Any:
    return and_(flags.c.learner_id == scope.learner_key, flags.c.card_id.in_(found))
