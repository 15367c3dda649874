"""Items as a session takes them from the store: whole, or as handles to choose from."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, Select, bindparam, select

from quizapp.bank.model import CardId, DeckId, FactId, Kind
from quizapp.items.codec import ItemAttributes, from_json
from quizapp.items.item import Format, Item, ItemId
from quizapp.session.model import ItemHandle
from quizapp.session.ports import ItemReader
from quizapp.store.card_queries import is_live, is_of_kind, kind_parameters
from quizapp.store.rows import in_chunks, key_of, words_from_json
from quizapp.store.store import implements
from quizapp.store.tables import cards, decks, facts, items

if TYPE_CHECKING:
    from quizapp.grading.lexicon import Lexicon


@implements(ItemReader.items_of_card)
def items_of_card(connection: Connection, card: CardId) -> tuple[Item, ...]:
    rows = connection.execute(_BY_CARD, {"card": key_of(card)}).all()
    return tuple(item_from_row(row) for row in rows)


@implements(ItemReader.items)
def items_by_id(connection: Connection, ids: Sequence[ItemId]) -> tuple[Item, ...]:
    keys = [key_of(item) for item in ids]
    found: dict[int, Item] = {}
    for some in in_chunks(keys):
        rows = connection.execute(_BY_KEY, {"keys": some}).all()
        found.update({row.id: item_from_row(row) for row in rows})
    return tuple(found[key] for key in keys if key in found)


@implements(ItemReader.quiz_candidates)
def quiz_candidates(
    connection: Connection,
    decks: Sequence[DeckId],
    tags: Sequence[str],
    formats: Sequence[Format],
) -> tuple[ItemHandle, ...]:
    return _item_handles(connection, decks, tags, formats)


@implements(ItemReader.exam_candidates)
def exam_candidates(
    connection: Connection,
    decks: Sequence[DeckId],
    tags: Sequence[str],
    formats: Sequence[Format],
) -> tuple[ItemHandle, ...]:
    return _item_handles(connection, decks, tags, formats, is_exam=True)


def _item_handles(
    connection: Connection,
    deck_ids: Sequence[DeckId],
    tags: Sequence[str],
    formats: Sequence[Format],
    *,
    is_exam: bool = False,
) -> tuple[ItemHandle, ...]:
    """Return the live items of `deck_ids` that have one of `tags` and one of `formats`.

    No decks, tags or formats admit all; an exam has only what its author lets into one, and what
    is asked only on demand is in neither. In the bank's order.
    """
    query = (
        _live_items(
            items.c.uid,
            cards.c.uid,
            facts.c.uid,
            decks.c.uid,
            items.c.format,
            items.c.tags,
        )
        .join(facts, facts.c.id == cards.c.fact_id)
        .order_by(decks.c.position, cards.c.position, items.c.position)
    )
    query = query.where(is_of_kind)
    if deck_ids:
        query = query.where(decks.c.id.in_([key_of(deck) for deck in deck_ids]))
    if formats:
        query = query.where(items.c.format.in_([format_.value for format_ in formats]))
    if is_exam:
        query = query.where(items.c.may_be_examined)
    wanted = frozenset(tags)
    rows = connection.execute(query, kind_parameters(Kind.FACT)).all()
    made = map(_handle_from_row, rows)
    return tuple(handle for handle in made if not wanted or wanted.intersection(handle.tags))


@implements(ItemReader.confusables)
def confusables(connection: Connection, fact: FactId) -> tuple[Item, ...]:
    kept = connection.scalar(select(facts.c.confusable).where(facts.c.id == key_of(fact)))
    found: dict[str, Item] = {}
    for other in json.loads(kept or "[]"):
        query = _WHOLE_ITEMS.where(cards.c.fact_id == key_of(other))
        row = connection.execute(query.order_by(cards.c.position, items.c.position)).first()
        if row is not None:
            found[other] = item_from_row(row)
    return tuple(found.values())


@implements(ItemReader.lexicon)
def deck_lexicon(connection: Connection, deck: DeckId) -> "Lexicon":
    from quizapp.grading.lexicon import lexicon  # noqa: PLC0415 (start-up: it loads rapidfuzz)

    kept = connection.scalar(select(decks.c.lexicon).where(decks.c.id == key_of(deck)))
    return lexicon(json.loads(kept or "[]"))


def _live_items(*columns: Any) -> Select[Any]:
    return (
        select(*columns)
        .select_from(items)
        .join(cards, cards.c.id == items.c.card_id)
        .join(decks, decks.c.id == cards.c.deck_id)
        .where(items.c.retired_at.is_(None), is_live)
    )


_WHOLE_ITEMS = _live_items(
    items.c.id,
    items.c.content,
    items.c.tags,
    items.c.may_be_examined,
    cards.c.file,
    cards.c.line,
    cards.c.column,
)
_BY_CARD = _WHOLE_ITEMS.where(items.c.card_id == bindparam("card")).order_by(items.c.position)
_BY_KEY = _WHOLE_ITEMS.where(items.c.id.in_(bindparam("keys", expanding=True)))


def item_from_row(row: Row[Any]) -> Item:
    """Return the item in a row that holds its content and what is kept beside it."""
    place = (row.file, row.line, row.column)
    return from_json(
        row.content, ItemAttributes(place, words_from_json(row.tags), row.may_be_examined)
    )


def _handle_from_row(row: Row[Any]) -> ItemHandle:
    item, card, fact, deck, format_, tags = tuple(row)
    return ItemHandle(
        ItemId(item),
        CardId(card),
        FactId(fact),
        DeckId(deck),
        Format(format_),
        words_from_json(tags),
    )
