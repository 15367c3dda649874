"""Making the store hold what a deck says now, without losing what a learner did.

A card lives while the deck makes an item of it. One that is gone is retired and keeps its history
and its memory; it lives again when it comes back. A card whose key changed is due at once:
`rekeyed_at` says so to each learner who last answered before it (`quizapp.store.card_queries`),
so that nothing of a learner's is touched here.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from itertools import count
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select, update

from quizapp.bank.model import Card, CardId, Deck, Status
from quizapp.bank.nearest import kind_of
from quizapp.bank.sentences import answer_texts
from quizapp.items.codec import to_json
from quizapp.items.context import hash_key
from quizapp.items.item import Format, Item
from quizapp.store.kinds import POSITIONS
from quizapp.store.rows import (
    Values,
    compact_json,
    files_to_json,
    in_chunks,
    key_of,
    settings_to_json,
    to_milliseconds,
    words_to_json,
)
from quizapp.store.store import Store
from quizapp.store.tables import cards, decks, facts, former_keys, items
from quizapp.store.upsert import (
    DesiredRows,
    KnownRow,
    RowChanges,
    apply_changes,
    classify_rows,
    insert_rows,
    read_rows,
    update_rows,
)


def sync_deck(
    store: Store, deck: Deck, generated_items: Iterable[Item], now: datetime, made_by: str = ""
) -> None:
    """Make the store hold `deck` and the items generated of it; drafts are left out.

    `made_by` says which versions read the deck and made its items (`KnownDeck`).
    """
    deck_items = tuple(generated_items)
    store.write(_sync_deck, deck, deck_items, to_milliseconds(now), made_by)


# --- what is wanted ------------------------------------------------------------------------------

# What is compared with the rows known; whatever else a row has changes with its hash only.
_CARD_COLUMNS = ("items_hash", "position", "file", "line", "column")
_OTHER_COLUMNS = (
    "fact_id",
    "number",
    "content_hash",
    "changed_at",
    "key",
    "key_hash",
    "rekeyed_at",
)
_ITEM_COLUMNS = ("content_hash", "position", "tags", "may_be_examined")


_FORMATS_WITH_OTHER_KEY = frozenset({Format.TRUE_FALSE, Format.MATCH})


@dataclass(frozen=True, slots=True)
class _DesiredCard:
    """A card that is to live, and its items."""

    card: Card
    position: int
    items: Sequence[Item]

    def compared_values(self) -> tuple[Any, ...]:
        """Return the columns `_CARD_COLUMNS`."""
        place = self.card.place
        return (self._items_hash(), self.position, place.file, place.line, place.column)

    def content_hash(self) -> str:
        """Return what changes with anything that a learner sees of the card."""
        return _digest(item.content_hash for item in self.items)

    def key(self) -> tuple[tuple[str, ...], str]:
        """Return the card's key and its hash, as the items that ask for the whole of it have them.

        One of several items of a format asks for a part.
        """
        for item in self.items:
            if (
                item.id == f"{item.card}/{item.format}"
                and item.format not in _FORMATS_WITH_OTHER_KEY
            ):
                return item.key, item.key_hash
        return answer_texts(self.card), hash_key(self.card)

    def _items_hash(self) -> str:
        return _digest(
            f"{item.id}\n{item.content_hash}\n{words_to_json(item.tags)}\n{item.exam_allowed}"
            for item in self.items
        )


def _desired_cards(deck: Deck, made: Iterable[Item]) -> Iterator[_DesiredCard]:
    items_of: dict[CardId, list[Item]] = {}
    for item in made:
        items_of.setdefault(item.card, []).append(item)
    reviewed = (fact for fact in deck.facts if fact.status is not Status.DRAFT)
    asked = ((fact, card) for fact in reviewed for card in fact.cards if card.id in items_of)
    following = {kind: count(of.first) for kind, of in POSITIONS.items()}
    for fact, card in asked:
        yield _DesiredCard(card, next(following[kind_of(fact, card)]), items_of[card.id])


def _item_compared_values(item: Item, position: int) -> tuple[Any, ...]:
    """Return the columns `_ITEM_COLUMNS`."""
    return (item.content_hash, position, words_to_json(item.tags), item.exam_allowed)


def _digest(texts: Iterable[str]) -> str:
    return blake2b("\n".join(texts).encode(), digest_size=16).hexdigest()


# --- the transaction -----------------------------------------------------------------------------


def _sync_deck(
    connection: Connection, deck: Deck, made: Sequence[Item], at: int, made_by: str
) -> None:
    deck_key = key_of(deck.id)
    _write_deck(connection, deck, deck_key, made_by)
    wanted = {key_of(each.card.id): each for each in _desired_cards(deck, made)}
    _write_facts(connection, deck, deck_key)
    known = read_rows(connection, _known_cards(deck_key))
    changes = _write_cards(connection, deck_key, known, wanted, at)
    _write_items(connection, {key: wanted[key] for key in (*changes.added, *changes.changed)}, at)


def _write_deck(connection: Connection, deck: Deck, key: int, made_by: str) -> None:
    values: Values = {
        "title": deck.title,
        "settings": settings_to_json(deck.settings),
        "lexicon": compact_json([concept.names for concept in deck.concepts.values()]),
        "files": files_to_json(deck.files),
        "made_by": made_by,
        "retired_at": None,
    }
    if connection.execute(update(decks).where(decks.c.id == key).values(values)).rowcount:
        return
    last = connection.execute(select(func.coalesce(func.max(decks.c.position), -1))).scalar_one()
    connection.execute(insert(decks).values(id=key, uid=deck.id, position=last + 1, **values))


def _write_facts(connection: Connection, deck: Deck, deck_key: int) -> None:
    """Write the facts of the deck; those that are gone stay, for the history of their cards."""
    known = read_rows(
        connection, select(facts.c.id, facts.c.confusable).where(facts.c.deck_id == deck_key)
    )
    new: list[Values] = []
    changed: list[Values] = []
    for fact in deck.facts:
        key, confusable = key_of(fact.id), words_to_json(fact.confuse_with)
        if key not in known:
            new.append({"id": key, "uid": fact.id, "deck_id": deck_key, "confusable": confusable})
        elif known[key].confusable != confusable:
            changed.append({"row": key, "confusable": confusable})
    insert_rows(connection, facts, new)
    update_rows(connection, facts, changed)


def _write_cards(
    connection: Connection,
    deck_key: int,
    known: Mapping[int, KnownRow],
    wanted: Mapping[int, _DesiredCard],
    at: int,
) -> RowChanges:
    compared = {key: card.compared_values() for key, card in wanted.items()}
    changes = classify_rows(known, compared)
    key_changed = _keys_changed(known, wanted, changes)
    numbers = _new_card_numbers(known, {key: wanted[key].card for key in changes.added})

    def other_values(key: int) -> Values:
        card, (shown, hash_) = wanted[key].card, wanted[key].key()
        content_hash, before = wanted[key].content_hash(), known.get(key)
        is_same = before is not None and before.content_hash == content_hash
        return {
            "uid": card.id,
            "deck_id": deck_key,
            "fact_id": key_of(card.fact),
            "number": before.number if before else numbers[key],
            "key": compact_json(shown),
            "key_hash": hash_,
            "content_hash": content_hash,
            "changed_at": before.changed_at if before and is_same else at,
            "rekeyed_at": at if key in key_changed else before.rekeyed_at if before else None,
        }

    _keep_former_keys(connection, {key: known[key].key for key in key_changed}, at)
    apply_changes(
        connection, cards, changes, DesiredRows(_CARD_COLUMNS, compared, other_values), at
    )
    return changes


def _new_card_numbers(known: Mapping[int, KnownRow], added: Mapping[int, Card]) -> dict[int, int]:
    """Return the numbers of cards that are new in their facts: each the next that is free."""
    last: Counter[int] = Counter()
    for row in known.values():
        last[row.fact_id] = max(last[row.fact_id], row.number)
    numbers: dict[int, int] = {}
    for key, card in added.items():
        fact = key_of(card.fact)
        last[fact] += 1
        numbers[key] = last[fact]
    return numbers


def _keys_changed(
    known: Mapping[int, KnownRow], wanted: Mapping[int, _DesiredCard], changes: RowChanges
) -> frozenset[int]:
    return frozenset(key for key in changes.changed if known[key].key_hash != wanted[key].key()[1])


def _keep_former_keys(connection: Connection, keys: Mapping[int, str], at: int) -> None:
    """Keep the keys that cards had until `at`; of two changes in one millisecond the first."""
    same = select(former_keys.c.card_id).where(former_keys.c.until == at)
    kept = set(connection.scalars(same)) if keys else set()
    rows = [
        {"card_id": card, "until": at, "key": key} for card, key in keys.items() if card not in kept
    ]
    insert_rows(connection, former_keys, rows)


def _write_items(connection: Connection, wanted: Mapping[int, _DesiredCard], at: int) -> None:
    """Write the items of the cards `wanted`, which are those that are new or changed."""
    made = {
        key_of(item.id): (item, key, position)
        for key, card in wanted.items()
        for position, item in enumerate(card.items)
    }
    compared = {
        key: _item_compared_values(item, position) for key, (item, _, position) in made.items()
    }

    def other_values(key: int) -> Values:
        item, card_key, _ = made[key]
        return {
            "uid": item.id,
            "card_id": card_key,
            "format": item.format.value,
            "content": to_json(item),
        }

    known: dict[int, KnownRow] = {}
    for some in in_chunks(list(wanted)):
        known.update(read_rows(connection, _known_items(some)))
    apply_changes(
        connection,
        items,
        classify_rows(known, compared),
        DesiredRows(_ITEM_COLUMNS, compared, other_values),
        at,
    )


def _known_cards(deck_key: int) -> Select[Any]:
    """Return the query of the cards of a deck: as `classify_rows` wants them, then the rest."""
    compared = (cards.c[name] for name in _CARD_COLUMNS)
    told = (cards.c[name] for name in _OTHER_COLUMNS)
    query = select(cards.c.id, cards.c.retired_at, *compared, *told)
    return query.where(cards.c.deck_id == deck_key)


def _known_items(card_keys: Sequence[int]) -> Select[Any]:
    compared = (items.c[name] for name in _ITEM_COLUMNS)
    return select(items.c.id, items.c.retired_at, *compared).where(items.c.card_id.in_(card_keys))
