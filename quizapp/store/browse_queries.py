"""Reading for browsing: which cards answer to a search, and what is known of one.

A search gives keys of cards; their lines are read a page at a time. Words are not searched here: a
database folds letters in its own way, and would read every item for it (`search_texts`).
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
)

from quizapp.bank.model import CardId, DeckId, FactId
from quizapp.bank.place import Place
from quizapp.items.item import Item, ItemId
from quizapp.learner.browse_rows import CardRow
from quizapp.learner.model import Review
from quizapp.learner.search import CardState, SearchText, search_text_of_card
from quizapp.memory.model import State
from quizapp.session.leeches import LEECH_LAPSES
from quizapp.session.ports import CardBrowsing
from quizapp.store.card_queries import (
    AT_PARAM,
    DECKS_PARAM,
    LEARNER_PARAM,
    end_of_day,
    is_learning,
    is_live,
    is_memory_of_card,
    is_not_buried,
    query_parameters,
)
from quizapp.store.item_queries import items_by_id
from quizapp.store.learner_scope import LearnerScope
from quizapp.store.review_log import LOGGED_ANSWERS
from quizapp.store.rows import (
    from_milliseconds,
    in_chunks,
    key_of,
    memory_from_row,
    review_from_row,
    to_milliseconds,
    words_from_json,
)
from quizapp.store.store import implements
from quizapp.store.tables import (
    cards,
    decks,
    facts,
    flags,
    is_not_cleared,
    is_not_undone,
    is_scheduled,
    items,
    memories,
    reviews,
)


@implements(CardBrowsing.card_keys)
def card_keys(
    connection: Connection,
    scope: LearnerScope,
    deck_ids: Sequence[DeckId],
    states: Sequence[CardState],
    now: datetime,
) -> tuple[int, ...]:
    wanted = query_parameters(scope, deck_ids, to_milliseconds(now))
    query = _KEYS.where(*(_CONDITIONS[state] for state in states))
    if CardState.DUE in states:
        wanted["end"] = end_of_day(scope, now)
    used = {name: value for name, value in wanted.items() if name in query.compile().params}
    return tuple(connection.scalars(query, used))


@implements(CardBrowsing.card_rows)
def card_rows(
    connection: Connection, scope: LearnerScope, keys: Sequence[int]
) -> tuple[CardRow, ...]:
    found: dict[int, CardRow] = {}
    for some in in_chunks(keys):
        wanted = {"learner": scope.learner_key, "keys": list(some)}
        counts = {row.card_id: row.formats for row in connection.execute(_FORMAT_COUNTS, wanted)}
        stems = {row.card_id: row.content for row in connection.execute(_FIRST_ITEMS, wanted)}
        for row in connection.execute(_ROWS, wanted):
            found[row.id] = _card_row(row, stems.get(row.id, ""), counts.get(row.id, 0))
    return tuple(found[key] for key in keys if key in found)


@implements(CardBrowsing.search_texts)
def search_texts(connection: Connection, keys: Sequence[int]) -> dict[int, SearchText]:
    found: dict[int, SearchText] = {}
    for some in in_chunks(keys):
        for key, content, tags in connection.execute(_FIRST_ITEMS, {"keys": list(some)}).all():
            item = json.loads(content)
            texts = (item["stem"], *item["key"], *item["accepted"], item["sentence"])
            found[key] = search_text_of_card(texts, item["card"], words_from_json(tags))
    return found


@implements(CardBrowsing.items_of_fact)
def items_of_fact(connection: Connection, fact: FactId) -> tuple[Item, ...]:
    ids = connection.scalars(_ITEMS.where(cards.c.fact_id == key_of(fact))).all()
    return items_by_id(connection, [ItemId(uid) for uid in ids])


def items_of_decks(connection: Connection, deck_ids: Sequence[DeckId]) -> tuple[Item, ...]:
    """Return the live items of `deck_ids`, in the bank's order."""
    keys = [key_of(deck) for deck in deck_ids]
    ids = connection.scalars(_ITEMS.where(decks.c.id.in_(keys))).all()
    return items_by_id(connection, [ItemId(uid) for uid in ids])


@implements(CardBrowsing.card_answers)
def card_answers(
    connection: Connection, scope: LearnerScope, card: CardId, limit: int
) -> tuple[Review, ...]:
    # The log is in the order of time alone: it is read back to the oldest answer returned.
    wanted = {"learner": scope.learner_key, "card": key_of(card), "limit": limit}
    return tuple(review_from_row(row) for row in connection.execute(_ANSWERS, wanted))


# --- statements ----------------------------------------------------------------------------------

_is_flag = and_(flags.c.learner_id == LEARNER_PARAM, flags.c.card_id == cards.c.id, is_not_cleared)
_is_changed = or_(
    cards.c.changed_at > memories.c.last_review, cards.c.rekeyed_at > memories.c.last_review
)
_KEYS = (
    select(cards.c.id)
    .select_from(cards)
    .join(decks, decks.c.id == cards.c.deck_id)
    .outerjoin(memories, is_memory_of_card)
    .where(cards.c.deck_id.in_(DECKS_PARAM), is_live)
    .order_by(decks.c.position, cards.c.position)
)
_CONDITIONS: Mapping[CardState, ColumnElement[bool]] = {
    CardState.NEW: memories.c.state.is_(None),
    CardState.LEARNING: is_learning,
    CardState.REVIEW: memories.c.state == State.REVIEW.value,
    CardState.DUE: and_(
        is_scheduled,
        is_not_buried,
        or_(
            memories.c.due < bindparam("end", type_=BigInteger),
            cards.c.rekeyed_at > memories.c.last_review,
        ),
    ),
    CardState.SUSPENDED: memories.c.is_suspended,
    CardState.BURIED: memories.c.buried_until > AT_PARAM,
    CardState.MARKED: memories.c.is_marked,
    CardState.FLAGGED: exists().where(_is_flag),
    CardState.LEECH: memories.c.lapses >= LEECH_LAPSES,
    CardState.CHANGED: _is_changed,
}

_KEYS_PARAM: Any = bindparam("keys", expanding=True)
_ROWS: Select[Any] = (
    select(
        cards.c.id,
        cards.c.uid.label("card"),
        facts.c.uid.label("fact"),
        decks.c.uid.label("deck"),
        decks.c.title,
        cards.c.file,
        cards.c.line,
        cards.c.column,
        func.coalesce(_is_changed, False).label("is_changed"),
        flags.c.why.label("flag"),
        *(column for column in memories.c if not column.name.endswith("_id")),
    )
    .select_from(cards)
    .join(facts, facts.c.id == cards.c.fact_id)
    .join(decks, decks.c.id == cards.c.deck_id)
    .outerjoin(memories, is_memory_of_card)
    .outerjoin(flags, _is_flag)
    .where(cards.c.id.in_(_KEYS_PARAM), is_live)
)
_is_live_item = and_(items.c.card_id.in_(_KEYS_PARAM), items.c.retired_at.is_(None))
_FORMAT_COUNTS = (
    select(items.c.card_id, func.count().label("formats"))
    .where(_is_live_item)
    .group_by(items.c.card_id)
)
_FIRST_ITEMS = select(items.c.card_id, items.c.content, items.c.tags).where(
    _is_live_item, items.c.position == 0
)
_ITEMS = (
    select(items.c.uid)
    .select_from(items)
    .join(cards, cards.c.id == items.c.card_id)
    .join(decks, decks.c.id == cards.c.deck_id)
    .where(items.c.retired_at.is_(None), is_live)
    .order_by(decks.c.position, cards.c.position, items.c.position)
)
_ANSWERS = (
    LOGGED_ANSWERS.where(
        reviews.c.learner_id == LEARNER_PARAM, reviews.c.card_id == bindparam("card")
    )
    .where(is_not_undone)
    .order_by(reviews.c.id.desc())
    .limit(bindparam("limit", type_=BigInteger))
)


def _card_row(row: Row[Any], content: str, formats: int) -> CardRow:
    return CardRow(
        key=row.id,
        card=CardId(row.card),
        fact=FactId(row.fact),
        deck=DeckId(row.deck),
        title=row.title,
        question=json.loads(content)["stem"] if content else "",
        format_count=formats,
        place=Place(row.file, row.line, row.column),
        memory=memory_from_row(row),
        is_suspended=bool(row.is_suspended),
        is_marked=bool(row.is_marked),
        flag=row.flag,
        buried_until=None if row.buried_until is None else from_milliseconds(row.buried_until),
        is_changed=bool(row.is_changed),
    )
