"""Decks as the store knows them: which there are, what they were read from, whether they live."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, exists, func, insert, select

from quizapp.bank.model import CardId, DeckFile, DeckId
from quizapp.store.rows import files_from_json, settings_from_json, to_milliseconds
from quizapp.store.store import Store
from quizapp.store.tables import cards, deck_paths, decks, items


@dataclass(frozen=True, slots=True)
class StoredDeck:
    """A deck as last synchronised: what it was read from, and by which versions (`made_by`)."""

    id: DeckId
    title: str
    files: tuple[DeckFile, ...]
    made_by: str
    is_retired: bool


@dataclass(frozen=True, slots=True)
class DeckSize:
    """A deck as `quizapp decks` lists it; `cards` and `items` count those that live."""

    deck: StoredDeck
    cards: int
    items: int


def live_decks(store: Store) -> tuple[StoredDeck, ...]:
    """Return the decks that live, in the bank's order; one with the same files need not be read."""
    return store.read(_live_decks)


def deck_sizes(store: Store) -> tuple[DeckSize, ...]:
    """Return all decks, those that live first, each kind in the bank's order."""
    return store.read(_deck_sizes)


def decks_with_cards(store: Store) -> frozenset[DeckId]:
    """Return the decks that have a card that lives: none of those with drafts alone."""
    return store.read(_decks_with_cards)


def decks_that_must_be_signed(store: Store) -> frozenset[DeckId]:
    """Return the decks that live whose exams take signed cards alone."""
    return store.read(_decks_that_must_be_signed)


def card_numbers(store: Store) -> dict[CardId, int]:
    """Return every card that was ever known with its number in its fact, retired ones too."""
    return store.read(_card_numbers)


def added_paths(store: Store) -> tuple[Path, ...]:
    """Return the deck files and folders that were added, the first added first."""
    return store.read(_added_paths)


def add_path(store: Store, path: Path, now: datetime) -> bool:
    """Study the decks at `path` from now on; return whether that is new."""
    return store.write(_add_path, str(path), to_milliseconds(now))


def remove_path(store: Store, path: Path) -> bool:
    """Forget `path`; return whether it was there. What was learned of its decks stays."""
    return store.write(_remove_path, str(path))


# --- queries -------------------------------------------------------------------------------------


def _live_decks(connection: Connection) -> tuple[StoredDeck, ...]:
    live = select(decks).where(decks.c.retired_at.is_(None)).order_by(decks.c.position)
    return tuple(_stored_deck(row) for row in connection.execute(live))


def _stored_deck(row: Row[Any]) -> StoredDeck:
    return StoredDeck(
        id=DeckId(row.uid),
        title=row.title,
        files=files_from_json(row.files),
        made_by=row.made_by,
        is_retired=row.retired_at is not None,
    )


def _deck_sizes(connection: Connection) -> tuple[DeckSize, ...]:
    live_cards = and_(cards.c.deck_id == decks.c.id, cards.c.retired_at.is_(None))
    live_items = and_(items.c.card_id == cards.c.id, items.c.retired_at.is_(None))
    query = (
        select(
            decks,
            func.count(cards.c.id.distinct()).label("cards"),
            func.count(items.c.id).label("items"),
        )
        .select_from(decks)
        .outerjoin(cards, live_cards)
        .outerjoin(items, live_items)
        .group_by(decks.c.id)
        .order_by(decks.c.retired_at.is_not(None), decks.c.position)
    )
    return tuple(
        DeckSize(_stored_deck(row), row.cards, row.items) for row in connection.execute(query)
    )


def _decks_with_cards(connection: Connection) -> frozenset[DeckId]:
    has_card = exists().where(cards.c.deck_id == decks.c.id, cards.c.retired_at.is_(None))
    return frozenset(map(DeckId, connection.scalars(select(decks.c.uid).where(has_card))))


def _decks_that_must_be_signed(connection: Connection) -> frozenset[DeckId]:
    rows = connection.execute(select(decks).where(decks.c.retired_at.is_(None)))
    return frozenset(
        DeckId(row.uid) for row in rows if settings_from_json(row.settings).must_be_signed_for_exam
    )


def _card_numbers(connection: Connection) -> dict[CardId, int]:
    rows = connection.execute(select(cards.c.uid, cards.c.number))
    return {CardId(row.uid): row.number for row in rows}


def _added_paths(connection: Connection) -> tuple[Path, ...]:
    query = select(deck_paths.c.path).order_by(deck_paths.c.added_at, deck_paths.c.path)
    return tuple(Path(path) for path in connection.scalars(query))


def _add_path(connection: Connection, path: str, at: int) -> bool:
    is_known = select(deck_paths.c.path).where(deck_paths.c.path == path)
    if connection.execute(is_known).first() is not None:
        return False
    connection.execute(insert(deck_paths).values(path=path, added_at=at))
    return True


def _remove_path(connection: Connection, path: str) -> bool:
    done = connection.execute(delete(deck_paths).where(deck_paths.c.path == path))
    return done.rowcount > 0
