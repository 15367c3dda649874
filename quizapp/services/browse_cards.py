"""Browsing: looking for cards, looking at one, and setting it aside; no question is asked.

A search is one line of text: `deck:ID tag:… is:due` and free words, all of which must fit. The
store answers what it has columns for; words and tags are looked up in the cards' texts, which are
read once and then kept, so that each further letter is answered at once.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Protocol

from quizapp.bank.model import DeckId
from quizapp.items.item import Item
from quizapp.learner.browse_rows import CardRow, CardView
from quizapp.learner.model import Scope, target_ids
from quizapp.learner.search import (
    CardState,
    SearchQuery,
    SearchText,
    fold_text,
    matching_keys,
    search_text_of_item,
)
from quizapp.memory.days import learner_day, start_of_day
from quizapp.session.ports import CardActions, CardBrowsing, CardReader

_CACHE_DURATION = timedelta(seconds=10)  # how long all cards are those that were found
_TEXTS_PER_READ = 4000  # read in one go, while other looks wait
_MAX_ANSWERS_SHOWN = 5


class BrowseStore(CardReader, CardActions, CardBrowsing, Protocol):
    """What browsing needs of a store; retired cards are never returned."""


class CardBrowser:
    """The cards of some decks, as a learner looks through them. All of it reads the store.

    Args:
        store: what the learner has in the store.
        titles: the decks, with their titles.
        drafts: returns the items that draft facts would make, those of a card together.
    """

    def __init__(
        self,
        store: BrowseStore,
        titles: Mapping[DeckId, str],
        drafts: Callable[[], Sequence[Item]] = tuple,
    ) -> None:
        self._store = store
        self._titles = dict(titles)
        self._read_drafts = drafts
        self._drafts: dict[int, tuple[Item, ...]] | None = None
        self._texts: dict[int, SearchText] = {}
        self._unread_keys: list[int] | None = None
        self._key_cache: tuple[Sequence[DeckId], datetime, tuple[int, ...]] | None = None

    @property
    def titles(self) -> Mapping[DeckId, str]:
        """The decks, with their titles."""
        return self._titles

    # --- looking for cards -----------------------------------------------------------------------

    def find(
        self, search: SearchQuery, now: datetime, within: Sequence[DeckId] = ()
    ) -> tuple[int, ...]:
        """Return the keys of the cards that `search` asks for, in the bank's order.

        `within` are the decks that are looked through where `search` names none; () for all.
        """
        decks = [deck for deck in self._titles if self._matches_deck(deck, search, within)]
        if search.unknown_states or not decks:
            return ()
        if CardState.DRAFT in search.states:
            keys = self._draft_keys(decks, search.states)
        else:
            keys = self._cached_keys(decks, search.states, now)
        if search.words or search.tags:
            self._read_texts([key for key in keys if key not in self._texts])
            return tuple(matching_keys(keys, self._texts, search))
        return keys

    def unknown_decks(self, search: SearchQuery) -> tuple[str, ...]:
        """Return what `search` names as the id of a deck that is no deck's."""
        known = set(map(fold_text, self._titles))
        return tuple(name for name in search.decks if name not in known)

    def rows(self, keys: Sequence[int]) -> tuple[CardRow, ...]:
        """Return the cards with `keys`, in that order, missing ones left out."""
        own = {line.key: line for line in self._store.card_rows(keys)}
        own.update({key: self._draft_row(key) for key in keys if key in (self._drafts or {})})
        return tuple(own[key] for key in keys if key in own)

    def preload_texts(self, now: datetime) -> bool:
        """Read some more of the texts that are searched; return whether there are more to read."""
        if self._unread_keys is None:
            self._unread_keys = list(self._store.card_keys(tuple(self._titles), (), now))
        some, self._unread_keys = (
            self._unread_keys[:_TEXTS_PER_READ],
            self._unread_keys[_TEXTS_PER_READ:],
        )
        self._read_texts([key for key in some if key not in self._texts])
        return bool(self._unread_keys)

    def _cached_keys(
        self, decks: Sequence[DeckId], states: Sequence[CardState], now: datetime
    ) -> tuple[int, ...]:
        """Return what the store finds; while a word is typed, all cards as they were just found."""
        if states:
            return self._store.card_keys(decks, states, now)
        if (
            self._key_cache is None
            or self._key_cache[0] != decks
            or now - self._key_cache[1] > _CACHE_DURATION
        ):
            self._key_cache = decks, now, self._store.card_keys(decks, (), now)
        return self._key_cache[2]

    def _read_texts(self, keys: Sequence[int]) -> None:
        self._texts.update(self._store.search_texts(keys))

    def _matches_deck(self, deck: DeckId, search: SearchQuery, within: Sequence[DeckId]) -> bool:
        if not search.decks and not search.titles:
            return not within or deck in within
        title = fold_text(self._titles[deck])
        return fold_text(deck) in search.decks or any(part in title for part in search.titles)

    # --- looking at one --------------------------------------------------------------------------

    def view(self, key: int, *, with_answers: bool = False) -> CardView | None:
        """Return what is known of a card; None when it is gone.

        `with_answers` reads the log, which takes longer the longer it is.
        """
        lines = self.rows([key])
        if not lines:
            return None
        line = lines[0]
        if line.is_draft:
            return CardView(line, (self._drafts or {})[key])
        entry = self._store.learner_card(line.card)
        items = self._store.items_of_fact(line.fact)
        return CardView(
            line,
            tuple(sorted(items, key=lambda item: item.card != line.card)),
            old_key=entry.old_key if entry else (),
            answers=self._store.card_answers(line.card, _MAX_ANSWERS_SHOWN) if with_answers else (),
        )

    # --- setting aside: all of it writes ---------------------------------------------------------

    def suspend(self, row: CardRow, scope: Scope, now: datetime) -> bool:
        """Hide the card or its fact until asked back, or ask it back; return whether hidden now."""
        act = self._store.unsuspend if row.is_suspended else self._store.suspend
        act(*target_ids(row, scope), now)
        return not row.is_suspended

    def bury(self, row: CardRow, scope: Scope, now: datetime) -> bool:
        """Hide the card or its fact until tomorrow, or no longer; return whether hidden now."""
        calendar, is_buried = self._store.calendar, row.is_buried(now)
        until = now if is_buried else start_of_day(learner_day(now, calendar) + 1, calendar)
        self._store.bury(*target_ids(row, scope), until, now)
        return not is_buried

    def mark(self, row: CardRow, now: datetime) -> bool:
        """Turn the mark of the card on or off and return whether it is on now."""
        self._store.mark(row.card, None, now, is_marked=not row.is_marked)
        return not row.is_marked

    # --- drafts ----------------------------------------------------------------------------------

    def _draft_keys(self, decks: Sequence[DeckId], states: Sequence[CardState]) -> tuple[int, ...]:
        if set(states) != {CardState.DRAFT}:
            return ()
        if self._drafts is None:
            cards = [
                tuple(found) for _, found in groupby(self._read_drafts(), lambda item: item.card)
            ]
            self._drafts = {-number: items for number, items in enumerate(cards, start=1)}
            self._texts.update(
                {key: search_text_of_item(items[0]) for key, items in self._drafts.items()}
            )
        return tuple(key for key, items in self._drafts.items() if items[0].deck in decks)

    def _draft_row(self, key: int) -> CardRow:
        items = (self._drafts or {})[key]
        first = items[0]
        return CardRow(
            key=key,
            card=first.card,
            fact=first.fact,
            deck=first.deck,
            title=self._titles[first.deck],
            question=first.stem,
            format_count=len(items),
            place=first.place,
            is_draft=True,
        )
