"""What a learner does with a card beside answering it: suspend, bury, mark, flag. No memory moves.

Each carries the time when it was set, and when it was taken off: of two machines the later wins.
What hides cards in a session can be undone.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, func, select, update

from quizapp.bank.model import CardId, FactId
from quizapp.learner.model import Flag, Mode
from quizapp.session.ports import CardActions
from quizapp.store.learner_scope import LearnerScope
from quizapp.store.review_log import newest_review
from quizapp.store.rows import (
    Values,
    candidate_ids,
    first_id_at,
    from_milliseconds,
    key_of,
    to_milliseconds,
)
from quizapp.store.store import implements
from quizapp.store.tables import cards, decks, flags, hidings, is_not_cleared, memories
from quizapp.store.upsert import insert_rows

_UNDO_MILLISECONDS = 30 * 24 * 60 * 60 * 1000  # how long what hid a card can be undone


@implements(CardActions.suspend)
def suspend(  # noqa: PLR0913 (who, what, and when)
    connection: Connection,
    scope: LearnerScope,
    card: CardId | None,
    fact: FactId | None,
    now: datetime,
    *,
    is_undoable: bool = False,
) -> None:
    found = _target_cards(connection, card, fact)
    if is_undoable:
        _log_hiding(connection, scope, found, now)
    values = {"is_suspended": True, "suspended_at": to_milliseconds(now)}
    _set_memory_values(connection, scope, found, values)


@implements(CardActions.unsuspend)
def unsuspend(
    connection: Connection,
    scope: LearnerScope,
    card: CardId | None,
    fact: FactId | None,
    now: datetime,
) -> None:
    values = {"is_suspended": False, "suspended_at": to_milliseconds(now)}
    _set_memory_values(connection, scope, _target_cards(connection, card, fact), values)


@implements(CardActions.bury)
def bury(  # noqa: PLR0913, PLR0917 (who, what, and when)
    connection: Connection,
    scope: LearnerScope,
    card: CardId | None,
    fact: FactId | None,
    until: datetime,
    now: datetime,
    *,
    is_undoable: bool = False,
) -> None:
    found = _target_cards(connection, card, fact)
    if is_undoable:
        _log_hiding(connection, scope, found, now)
    values = {"buried_until": to_milliseconds(until), "buried_at": to_milliseconds(now)}
    _set_memory_values(connection, scope, found, values)


@implements(CardActions.mark)
def mark(  # noqa: PLR0913 (who, what, and when)
    connection: Connection,
    scope: LearnerScope,
    card: CardId | None,
    fact: FactId | None,
    now: datetime,
    *,
    is_marked: bool,
) -> None:
    values = {"is_marked": is_marked, "marked_at": to_milliseconds(now)}
    _set_memory_values(connection, scope, _target_cards(connection, card, fact), values)


@implements(CardActions.undo_hide)
def undo_hide(
    connection: Connection,
    scope: LearnerScope,
    mode: Mode,
    sitting: int | None = None,
    *,
    now: datetime,
) -> CardId | None:
    newest = connection.scalar(
        select(func.max(hidings.c.id)).where(hidings.c.learner_id == scope.learner_key)
    )
    if newest is None or newest < (newest_review(connection, scope, mode, sitting) or 0):
        return None
    own = and_(hidings.c.learner_id == scope.learner_key, hidings.c.id == newest)
    is_memory = and_(
        memories.c.learner_id == hidings.c.learner_id, memories.c.card_id == hidings.c.card_id
    )
    query = (
        select(hidings, memories.c.is_suspended, memories.c.buried_until, cards.c.uid)
        .join(cards, cards.c.id == hidings.c.card_id)
        .join(memories, is_memory)
        .where(own)
        .order_by(cards.c.position)
    )
    rows = connection.execute(query).all()
    for row in rows:
        is_it = and_(memories.c.learner_id == row.learner_id, memories.c.card_id == row.card_id)
        values = _values_before_hiding(row, to_milliseconds(now))
        if values:
            connection.execute(update(memories).where(is_it).values(values))
    connection.execute(delete(hidings).where(own))
    return CardId(rows[0].uid)


def _values_before_hiding(row: Row[Any], at: int) -> Values:
    """Return how a card stood before it was hidden: only what is set back was set `at` then."""
    values: Values = {}
    if row.is_suspended != row.was_suspended:
        values = {"is_suspended": row.was_suspended, "suspended_at": at}
    if row.buried_until != row.was_buried_until:
        values |= {"buried_until": row.was_buried_until, "buried_at": at}
    return values


# --- flags ---------------------------------------------------------------------------------------


@implements(CardActions.flag)
def flag(  # noqa: PLR0913, PLR0917 (who, what, why and when)
    connection: Connection,
    scope: LearnerScope,
    card: CardId | None,
    fact: FactId | None,
    why: str,
    now: datetime,
) -> None:
    found = _target_cards(connection, card, fact)
    is_flag = _is_flag_of(scope, found)
    values = {"flagged_at": to_milliseconds(now), "why": why, "cleared_at": None}
    known = set(connection.scalars(select(flags.c.card_id).where(is_flag)))
    connection.execute(update(flags).where(is_flag, flags.c.cleared_at.is_not(None)).values(values))
    new = [
        {"learner_id": scope.learner_key, "card_id": key, **values}
        for key in found
        if key not in known
    ]
    insert_rows(connection, flags, new)


@implements(CardActions.unflag)
def unflag(  # noqa: PLR0913, PLR0917 (who, what, why and when)
    connection: Connection,
    scope: LearnerScope,
    card: CardId | None,
    fact: FactId | None,
    now: datetime,
    why: str | None = None,
) -> None:
    is_it = and_(_is_flag_of(scope, _target_cards(connection, card, fact)), is_not_cleared)
    if why is not None:
        is_it = and_(is_it, flags.c.why == why)
    connection.execute(update(flags).where(is_it).values(cleared_at=to_milliseconds(now)))


def all_flags(connection: Connection, scope: LearnerScope) -> tuple[Flag, ...]:
    """Return all flags of the learner on live cards, in the order of the bank."""
    query = (
        select(cards.c.uid, cards.c.file, cards.c.line, flags.c.flagged_at, flags.c.why)
        .select_from(flags)
        .join(cards, cards.c.id == flags.c.card_id)
        .join(decks, decks.c.id == cards.c.deck_id)
        .where(flags.c.learner_id == scope.learner_key, is_not_cleared)
        .where(cards.c.retired_at.is_(None), decks.c.retired_at.is_(None))
        .order_by(decks.c.position, cards.c.position)
    )
    return tuple(
        Flag(CardId(row.uid), row.why, from_milliseconds(row.flagged_at), row.file, row.line)
        for row in connection.execute(query).all()
    )


# --- parts ---------------------------------------------------------------------------------------


def _target_cards(
    connection: Connection, card: CardId | None, fact: FactId | None
) -> dict[int, int]:
    """Return the live cards that are meant, `card` or all of `fact`, each with its deck."""
    is_meant = cards.c.id == key_of(card) if card else cards.c.fact_id == key_of(fact or "")
    live = select(cards.c.id, cards.c.deck_id).where(is_meant, cards.c.retired_at.is_(None))
    return {row.id: row.deck_id for row in connection.execute(live).all()}


def _set_memory_values(
    connection: Connection, scope: LearnerScope, found: Mapping[int, int], values: Values
) -> None:
    """Write `values` beside the memory of each of the cards `found`."""
    own = and_(memories.c.learner_id == scope.learner_key, memories.c.card_id.in_(found))
    known = set(connection.scalars(select(memories.c.card_id).where(own)))
    connection.execute(update(memories).where(own).values(values))
    new = [
        {"learner_id": scope.learner_key, "card_id": key, "deck_id": deck, **values}
        for key, deck in found.items()
        if key not in known
    ]
    insert_rows(connection, memories, new)


def _log_hiding(
    connection: Connection, scope: LearnerScope, found: Mapping[int, int], now: datetime
) -> None:
    """Keep how cards stand before they are hidden, and forget what is too old to be undone."""
    since = to_milliseconds(now)
    own = hidings.c.learner_id == scope.learner_key
    too_old = hidings.c.id < first_id_at(since - _UNDO_MILLISECONDS)
    connection.execute(delete(hidings).where(own, too_old))
    later = select(hidings.c.id).where(own, hidings.c.id >= first_id_at(since))
    taken = set(connection.scalars(later))
    identifier = next(each for each in candidate_ids(since, "hidings") if each not in taken)
    query = select(memories.c.card_id, memories.c.is_suspended, memories.c.buried_until).where(
        memories.c.learner_id == scope.learner_key, memories.c.card_id.in_(found)
    )
    before = {row.card_id: row for row in connection.execute(query).all()}
    rows = [
        {
            "learner_id": scope.learner_key,
            "id": identifier,
            "card_id": key,
            "was_suspended": before[key].is_suspended if key in before else False,
            "was_buried_until": before[key].buried_until if key in before else None,
        }
        for key in found
    ]
    insert_rows(connection, hidings, rows)


def _is_flag_of(scope: LearnerScope, found: Mapping[int, int]) -> ColumnElement[bool]:
    return and_(flags.c.learner_id == scope.learner_key, flags.c.card_id.in_(found))
