"""Reading for browsing: which cards answer to a search, and what is known of one.

A search gives keys of cards; their lines are read a page at a time. Words are not searched here: a
database folds letters in its own way, and would read every item for it (`card_texts`).
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
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

from quizapp.bank.model import CardId, DeckId, FactId, Place
from quizapp.items.item import Item, ItemId
from quizapp.memory.model import State
from quizapp.session.browsing import CardLine
from quizapp.session.leeches import FIRST_LAPSES
from quizapp.session.model import Review
from quizapp.session.searching import CardText, Is, searched
from quizapp.store.entries import (
    AT,
    DECKS,
    LEARNER,
    end_of_day,
    is_learning,
    is_live,
    is_not_buried,
    of_learner,
)
from quizapp.store.keys import in_chunks, key_of, milliseconds, moment
from quizapp.store.rows import memory_of, review_of
from quizapp.store.seat import Seat
from quizapp.store.shelf import items_by_id
from quizapp.store.tables import (
    cards,
    decks,
    facts,
    flags,
    is_scheduled,
    items,
    memories,
    reviews,
)


def card_keys(
    connection: Connection,
    seat: Seat,
    deck_ids: Sequence[DeckId],
    states: Sequence[Is],
    now: datetime,
) -> tuple[int, ...]:
    """Return the keys of the cards of `deck_ids` that are all of `states`, in the bank's order."""
    wanted = of_learner(seat, deck_ids, milliseconds(now))
    query = _KEYS.where(*(_CONDITIONS[state] for state in states))
    if Is.DUE in states:
        wanted["end"] = end_of_day(seat, now)
    used = {name: value for name, value in wanted.items() if name in query.compile().params}
    return tuple(connection.scalars(query, used))


def card_lines(connection: Connection, seat: Seat, keys: Sequence[int]) -> tuple[CardLine, ...]:
    """Return the cards with `keys`, in that order, missing ones left out."""
    found: dict[int, CardLine] = {}
    for some in in_chunks(keys):
        wanted = {"learner": seat.learner, "keys": list(some)}
        counts = {row.card_id: row.formats for row in connection.execute(_COUNTS, wanted)}
        stems = {row.card_id: row.content for row in connection.execute(_FIRST, wanted)}
        for row in connection.execute(_LINES, wanted):
            found[row.id] = _line(row, stems.get(row.id, ""), counts.get(row.id, 0))
    return tuple(found[key] for key in keys if key in found)


def card_texts(connection: Connection, keys: Sequence[int]) -> dict[int, CardText]:
    """Return what is searched of the cards with `keys`."""
    found: dict[int, CardText] = {}
    for some in in_chunks(keys):
        for key, content, tags in connection.execute(_FIRST, {"keys": list(some)}).all():
            item = json.loads(content)
            texts = (item["stem"], *item["key"], *item["accepted"], item["sentence"])
            found[key] = searched(texts, item["card"], _words(tags))
    return found


def items_of_fact(connection: Connection, fact: FactId) -> tuple[Item, ...]:
    """Return the live items of `fact`, in the bank's order."""
    ids = connection.scalars(_ITEMS.where(cards.c.fact_id == key_of(fact))).all()
    return items_by_id(connection, [ItemId(uid) for uid in ids])


def items_of_decks(connection: Connection, deck_ids: Sequence[DeckId]) -> tuple[Item, ...]:
    """Return the live items of `deck_ids`, in the bank's order."""
    keys = [key_of(deck) for deck in deck_ids]
    ids = connection.scalars(_ITEMS.where(decks.c.id.in_(keys))).all()
    return items_by_id(connection, [ItemId(uid) for uid in ids])


def answers_to(connection: Connection, seat: Seat, card: CardId, limit: int) -> tuple[Review, ...]:
    """Return the learner's newest answers to `card`, the newest first.

    The log is in the order of time alone: it is read back to the oldest answer that is returned.
    """
    wanted = {"learner": seat.learner, "card": key_of(card), "limit": limit}
    return tuple(review_of(row) for row in connection.execute(_ANSWERS, wanted))


# --- statements ----------------------------------------------------------------------------------

_is_own = and_(memories.c.learner_id == LEARNER, memories.c.card_id == cards.c.id)
_is_flag = and_(flags.c.learner_id == LEARNER, flags.c.card_id == cards.c.id)
_has_changed = or_(
    cards.c.changed_at > memories.c.last_review, cards.c.rekeyed_at > memories.c.last_review
)
_KEYS = (
    select(cards.c.id)
    .select_from(cards)
    .join(decks, decks.c.id == cards.c.deck_id)
    .outerjoin(memories, _is_own)
    .where(cards.c.deck_id.in_(DECKS), is_live)
    .order_by(decks.c.position, cards.c.position)
)
_CONDITIONS: Mapping[Is, ColumnElement[bool]] = {
    Is.NEW: memories.c.state.is_(None),
    Is.LEARNING: is_learning,
    Is.REVIEW: memories.c.state == State.REVIEW.value,
    Is.DUE: and_(
        is_scheduled,
        is_not_buried,
        or_(
            memories.c.due < bindparam("end", type_=BigInteger),
            cards.c.rekeyed_at > memories.c.last_review,
        ),
    ),
    Is.SUSPENDED: memories.c.is_suspended,
    Is.BURIED: memories.c.buried_until > AT,
    Is.MARKED: memories.c.is_marked,
    Is.FLAGGED: exists().where(_is_flag),
    Is.LEECH: memories.c.lapses >= FIRST_LAPSES,
    Is.CHANGED: _has_changed,
}

_SOME: Any = bindparam("keys", expanding=True)
_LINES: Select[Any] = (
    select(
        cards.c.id,
        cards.c.uid.label("card"),
        facts.c.uid.label("fact"),
        decks.c.uid.label("deck"),
        decks.c.title,
        cards.c.file,
        cards.c.line,
        cards.c.column,
        func.coalesce(_has_changed, False).label("is_changed"),
        flags.c.why.label("flag"),
        *(column for column in memories.c if not column.name.endswith("_id")),
    )
    .select_from(cards)
    .join(facts, facts.c.id == cards.c.fact_id)
    .join(decks, decks.c.id == cards.c.deck_id)
    .outerjoin(memories, _is_own)
    .outerjoin(flags, _is_flag)
    .where(cards.c.id.in_(_SOME), is_live)
)
_is_live_item = and_(items.c.card_id.in_(_SOME), items.c.retired_at.is_(None))
_COUNTS = (
    select(items.c.card_id, func.count().label("formats"))
    .where(_is_live_item)
    .group_by(items.c.card_id)
)
_FIRST = select(items.c.card_id, items.c.content, items.c.tags).where(
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
    select(reviews, cards.c.uid.label("card_uid"), items.c.uid.label("item_uid"))
    .join(cards, cards.c.id == reviews.c.card_id)
    .outerjoin(items, items.c.id == reviews.c.item_id)
    .where(reviews.c.learner_id == LEARNER, reviews.c.card_id == bindparam("card"))
    .order_by(reviews.c.id.desc())
    .limit(bindparam("limit", type_=BigInteger))
)


@lru_cache(maxsize=1024)
def _words(kept: str) -> tuple[str, ...]:
    # The items of a deck share a few sets of tags.
    return tuple(json.loads(kept))


def _line(row: Row[Any], content: str, formats: int) -> CardLine:
    return CardLine(
        key=row.id,
        card=CardId(row.card),
        fact=FactId(row.fact),
        deck=DeckId(row.deck),
        title=row.title,
        question=json.loads(content)["stem"] if content else "",
        formats=formats,
        place=Place(row.file, row.line, row.column),
        memory=memory_of(row),
        is_suspended=bool(row.is_suspended),
        is_marked=bool(row.is_marked),
        flag=row.flag,
        buried_until=None if row.buried_until is None else moment(row.buried_until),
        is_changed=bool(row.is_changed),
    )
