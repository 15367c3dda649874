"""Cards as a session asks for them: what is due, what is new, where a learner stands.

Only what lives is returned: a card that is not retired, in a deck that is not. The statements are
made once, with names for what differs: to make one takes longer than to run it.
"""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    exists,
    false,
    func,
    or_,
    select,
)

from quizapp.bank.model import CardId, DeckId, Kind
from quizapp.learner.model import LearnerCard
from quizapp.memory.days import learner_day, start_of_day
from quizapp.memory.model import State
from quizapp.session.ports import CardReader
from quizapp.store.kinds import CARDS_IN_A_DECK, POSITIONS
from quizapp.store.learner_scope import LearnerScope
from quizapp.store.rows import Values, in_chunks, key_of, learner_card_from_row, to_milliseconds
from quizapp.store.store import implements
from quizapp.store.tables import (
    cards,
    decks,
    facts,
    flags,
    former_keys,
    is_not_cleared,
    is_scheduled,
    memories,
)

# --- conditions ----------------------------------------------------------------------------------

LEARNER_PARAM = bindparam("learner", type_=BigInteger)
DECKS_PARAM: BindParameter[int] = bindparam("decks", type_=BigInteger, expanding=True)  # their keys
AT_PARAM = bindparam("at", type_=BigInteger)

is_of_kind = and_(
    cards.c.position >= bindparam("first_position", type_=BigInteger),
    cards.c.position < bindparam("end_position", type_=BigInteger),
)
is_live = and_(cards.c.retired_at.is_(None), decks.c.retired_at.is_(None))
is_learning = memories.c.state.in_([State.LEARNING.value, State.RELEARNING.value])
is_in_review = memories.c.state == State.REVIEW.value
is_not_buried = or_(memories.c.buried_until.is_(None), memories.c.buried_until <= AT_PARAM)
_is_new = and_(
    memories.c.state.is_(None), func.coalesce(memories.c.is_suspended, false()).is_(false())
)
is_key_changed = and_(
    # First the few cards whose key ever changed, along an index of their own.
    memories.c.card_id.in_(
        select(cards.c.id).where(cards.c.deck_id.in_(DECKS_PARAM), cards.c.rekeyed_at.is_not(None))
    ),
    cards.c.rekeyed_at > memories.c.last_review,
)
is_memory_of_card = and_(memories.c.learner_id == LEARNER_PARAM, memories.c.card_id == cards.c.id)


def query_parameters(scope: LearnerScope, deck_ids: Sequence[DeckId], at: int) -> Values:
    """Return what the conditions above name, at that millisecond."""
    return {
        "learner": scope.learner_key,
        "decks": [key_of(deck) for deck in deck_ids],
        "at": at,
        **kind_parameters(scope.kind),
    }


def kind_parameters(kind: Kind) -> Values:
    """Return what `is_of_kind` names."""
    first, end = POSITIONS[kind]
    return {"first_position": first, "end_position": end}


def end_of_day(scope: LearnerScope, now: datetime, days: int = 1) -> int:
    """Return the millisecond at which the learner's day ends, or the one so many days later."""
    return to_milliseconds(start_of_day(learner_day(now, scope.calendar) + days, scope.calendar))


# --- queries of the port -------------------------------------------------------------------------


@implements(CardReader.learning_cards)
def learning_cards(
    connection: Connection, scope: LearnerScope, deck_ids: Sequence[DeckId], until: datetime
) -> tuple[LearnerCard, ...]:
    wanted = query_parameters(scope, deck_ids, to_milliseconds(until) - 1)
    # A card buried until then is still hidden: the day ends as the next one begins.
    return _read_cards(connection, _LEARNING, {**wanted, "until": wanted["at"] + 1})


@implements(CardReader.due_reviews)
def due_reviews(
    connection: Connection,
    scope: LearnerScope,
    deck_ids: Sequence[DeckId],
    now: datetime,
    limit: int,
) -> tuple[LearnerCard, ...]:
    wanted = query_parameters(scope, deck_ids, to_milliseconds(now))
    wanted.update(end=end_of_day(scope, now), limit=limit)
    key_changed = _read_cards(connection, _KEY_CHANGED, wanted)
    due = _read_cards(connection, _DUE, wanted)
    return tuple({entry.card: entry for entry in (*key_changed, *due)}.values())[:limit]


@implements(CardReader.new_cards)
def new_cards(
    connection: Connection,
    scope: LearnerScope,
    deck_ids: Sequence[DeckId],
    now: datetime,
    limit: int,
) -> tuple[LearnerCard, ...]:
    wanted = query_parameters(scope, deck_ids, to_milliseconds(now))
    found: list[LearnerCard] = []
    # Deck by deck: then an index gives the order, and reading stops at the limit.
    for deck in connection.scalars(_LIVE_DECKS, wanted).all():
        wanted.update(deck=deck, limit=limit - len(found))
        found.extend(_read_cards(connection, _NEW, wanted))
        if len(found) >= limit:
            break
    return tuple(found)


@implements(CardReader.learner_card)
def learner_card(connection: Connection, scope: LearnerScope, card: CardId) -> LearnerCard | None:
    found = _read_cards(connection, _ONE_CARD, {"learner": scope.learner_key, "card": key_of(card)})
    return found[0] if found else None


# --- statements ----------------------------------------------------------------------------------

_COLUMNS = (
    cards.c.id.label("card_key"),
    cards.c.uid.label("card_uid"),
    facts.c.uid.label("fact_uid"),
    decks.c.uid.label("deck_uid"),
    (decks.c.position * CARDS_IN_A_DECK + cards.c.position).label("position"),
    cards.c.key,
    cards.c.rekeyed_at,
    facts.c.confusable,
    *(column for column in memories.c if not column.name.endswith("_id")),
)
_LIMIT = bindparam("limit", type_=BigInteger)

_SCHEDULED: Select[Any] = (
    select(*_COLUMNS)
    .select_from(memories)
    .join(cards, cards.c.id == memories.c.card_id)
    .join(facts, facts.c.id == cards.c.fact_id)
    .join(decks, decks.c.id == cards.c.deck_id)
    .where(memories.c.learner_id == LEARNER_PARAM, memories.c.deck_id.in_(DECKS_PARAM))
    .where(is_scheduled, is_live, is_of_kind, is_not_buried)
)
_LEARNING = _SCHEDULED.where(
    is_learning, memories.c.due <= bindparam("until", type_=BigInteger)
).order_by(memories.c.due, cards.c.id)
_BY_RISK = (
    _SCHEDULED.where(is_in_review)
    # The chance of recall falls as the time since the last review grows in stabilities, whatever
    # the parameters.
    .order_by(((AT_PARAM - memories.c.last_review) / memories.c.stability).desc(), cards.c.id)
    .limit(_LIMIT)
)
_KEY_CHANGED = _BY_RISK.where(is_key_changed)
_DUE = _BY_RISK.where(memories.c.due < bindparam("end", type_=BigInteger))

_LIVE_DECKS = (
    select(decks.c.id)
    .where(decks.c.id.in_(DECKS_PARAM), decks.c.retired_at.is_(None))
    .order_by(decks.c.position)
)
_ALL: Select[Any] = (
    select(*_COLUMNS)
    .select_from(cards)
    .join(facts, facts.c.id == cards.c.fact_id)
    .join(decks, decks.c.id == cards.c.deck_id)
    .outerjoin(memories, is_memory_of_card)
    .where(is_live)
)
# Of one card, also when a sibling was last rated: it may have been in another terminal.
_sibling = cards.alias("sibling")
_sibling_memories = memories.alias("of_sibling")
_ONE_CARD = _ALL.where(cards.c.id == bindparam("card")).add_columns(
    select(func.max(_sibling_memories.c.last_review))
    .select_from(_sibling)
    .join(
        _sibling_memories,
        and_(
            _sibling_memories.c.learner_id == LEARNER_PARAM,
            _sibling_memories.c.card_id == _sibling.c.id,
        ),
    )
    .where(_sibling.c.fact_id == cards.c.fact_id, _sibling.c.id != cards.c.id)
    .scalar_subquery()
    .label("sibling_review"),
    exists()
    .where(flags.c.learner_id == LEARNER_PARAM, flags.c.card_id == cards.c.id, is_not_cleared)
    .label("is_flagged"),
)


def _new_cards_query(column: ColumnElement[int]) -> Select[Any]:
    """Return the query of `column` for the first new cards of a deck, in the bank's order."""
    return (
        select(column)
        .select_from(cards)
        .outerjoin(memories, is_memory_of_card)
        .where(cards.c.deck_id == bindparam("deck"), cards.c.retired_at.is_(None))
        .where(_is_new, is_of_kind, is_not_buried)
        .order_by(cards.c.position)
        .limit(_LIMIT)
    )


_NEW = _ALL.where(cards.c.id.in_(_new_cards_query(cards.c.id))).order_by(cards.c.position)

# --- how they are read ---------------------------------------------------------------------------


def _read_cards(
    connection: Connection, query: Select[Any], wanted: Values
) -> tuple[LearnerCard, ...]:
    rows = connection.execute(query, wanted).all()
    old_keys = _read_old_keys(connection, [row for row in rows if _is_key_changed(row)])
    return tuple(learner_card_from_row(row, old_keys.get(row.card_key, ())) for row in rows)


def _is_key_changed(row: Row[Any]) -> bool:
    """Return whether the card of `row` has another key than when the learner last rated it."""
    return (
        row.rekeyed_at is not None
        and row.last_review is not None
        and row.rekeyed_at > row.last_review
    )


def _read_old_keys(connection: Connection, rows: Sequence[Row[Any]]) -> dict[int, tuple[str, ...]]:
    """Return the key that each card had when it was last rated, unless it has it again."""
    asked = {row.card_key: row for row in rows}
    old: dict[int, str] = {}
    for some in in_chunks(list(asked)):
        query = select(former_keys).where(former_keys.c.card_id.in_(some))
        for former in connection.execute(query.order_by(former_keys.c.until)).all():
            if former.until > asked[former.card_id].last_review:
                old.setdefault(former.card_id, former.key)  # the first change since the rating
    return {card: tuple(json.loads(key)) for card, key in old.items() if key != asked[card].key}
