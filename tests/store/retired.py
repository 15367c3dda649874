"""Decks that are retired: no command does that yet, but a merge of two stores may."""

from datetime import datetime

from sqlalchemy import update

from quizapp.bank.model import DeckId
from quizapp.store.rows import key_of, to_milliseconds
from quizapp.store.store import Store
from quizapp.store.tables import decks


def retire_deck(store: Store, deck: DeckId, now: datetime) -> None:
    is_it = decks.c.id == key_of(deck)
    store.write(
        lambda c: c.execute(update(decks).where(is_it).values(retired_at=to_milliseconds(now)))
    )
