"""Browsing: looking for cards, looking at one, and setting it aside; no question is asked.

A search is one line of text: `deck:ID tag:… is:due` and free words, all of which must fit. The
store answers what it has columns for; words and tags are looked up in the cards' texts, which are
read once and then kept, so that each further letter is answered at once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby
from typing import Protocol

from quizapp.bank.model import CardId, DeckId, FactId, Place
from quizapp.items.item import Item
from quizapp.memory.days import day_of, start_of
from quizapp.memory.model import Calendar, MemoryState, New
from quizapp.session.model import CardEntry, Review
from quizapp.session.searching import CardText, Is, Search, fitting, fold, text_of
from quizapp.session.session import Scope

KEPT_FOR = timedelta(seconds=10)  # how long all cards are those that were found
TEXTS_AT_ONCE = 4000  # read in one go, while other looks wait
ANSWERS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class CardLine:
    """A card as one line of a table. `key` is the store's, below 0 for a draft's.

    `formats` counts its items. `is_changed`: since the learner last answered it. `flag` is why
    someone should look at it, "" without words, None for a card without a flag.
    """

    key: int
    card: CardId
    fact: FactId
    deck: DeckId
    title: str
    question: str
    formats: int
    place: Place
    memory: MemoryState = field(default_factory=New)
    is_suspended: bool = False
    is_marked: bool = False
    flag: str | None = None
    buried_until: datetime | None = None
    is_changed: bool = False
    is_draft: bool = False

    def is_buried(self, now: datetime) -> bool:
        """Say whether the card is hidden at `now`, for a while."""
        return self.buried_until is not None and self.buried_until > now


@dataclass(frozen=True, slots=True)
class CardView:
    """All that is known of a card. `items` are those of its fact, its own first.

    `old_key` is the answer that the learner knew, where it is another now; `answers` are the
    newest, the newest first.
    """

    line: CardLine
    items: tuple[Item, ...]
    old_key: tuple[str, ...] = ()
    answers: tuple[Review, ...] = ()


class BrowseStore(Protocol):
    """What browsing needs of a store; retired cards are never returned."""

    @property
    def calendar(self) -> Calendar:
        """The learner's days."""

    def card_keys(
        self, decks: Sequence[DeckId], states: Sequence[Is], now: datetime
    ) -> tuple[int, ...]:
        """Return the keys of the cards of `decks` that are all of `states`, in the bank's order."""

    def card_lines(self, keys: Sequence[int]) -> tuple[CardLine, ...]:
        """Return the cards with `keys`, in that order, missing ones left out."""

    def card_texts(self, keys: Sequence[int]) -> Mapping[int, CardText]:
        """Return what is searched of the cards with `keys`."""

    def items_of_fact(self, fact: FactId) -> tuple[Item, ...]:
        """Return the live items of `fact`, in the bank's order."""

    def answers_to(self, card: CardId, limit: int) -> tuple[Review, ...]:
        """Return the learner's newest answers to `card`, the newest first."""

    def entry(self, card: CardId) -> CardEntry | None:
        """Return where the learner stands with `card` now; None when it is retired."""

    def suspend(self, card: CardId | None, fact: FactId | None) -> None:
        """Hide a card, or all cards of a fact, until asked back."""

    def unsuspend(self, card: CardId | None, fact: FactId | None) -> None:
        """Ask a card, or all cards of a fact, back."""

    def bury(self, card: CardId | None, fact: FactId | None, until: datetime) -> None:
        """Hide a card, or all cards of a fact, until `until`."""

    def mark(self, card: CardId, *, is_marked: bool) -> None:
        """Set or clear the learner's mark on a card."""


class Browsing:
    """The cards of some decks, as a learner looks through them. All of it reads the store.

    Args:
        store: the learner's desk.
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
        self._texts: dict[int, CardText] = {}
        self._unread: list[int] | None = None
        self._kept: tuple[Sequence[DeckId], datetime, tuple[int, ...]] | None = None

    @property
    def titles(self) -> Mapping[DeckId, str]:
        """The decks, with their titles."""
        return self._titles

    # --- looking for cards -----------------------------------------------------------------------

    def find(self, search: Search, now: datetime, within: Sequence[DeckId] = ()) -> tuple[int, ...]:
        """Return the keys of the cards that `search` asks for, in the bank's order.

        `within` are the decks that are looked through where `search` names none; () for all.
        """
        decks = [deck for deck in self._titles if self._is_wanted(deck, search, within)]
        if search.unknown or not decks:
            return ()
        if Is.DRAFT in search.states:
            keys = self._draft_keys(decks, search.states)
        else:
            keys = self._kept_keys(decks, search.states, now)
        if search.words or search.tags:
            self._learn([key for key in keys if key not in self._texts])
            return tuple(fitting(keys, self._texts, search))
        return keys

    def unknown_decks(self, search: Search) -> tuple[str, ...]:
        """Return what `search` names as the id of a deck that is no deck's."""
        known = set(map(fold, self._titles))
        return tuple(name for name in search.decks if name not in known)

    def lines(self, keys: Sequence[int]) -> tuple[CardLine, ...]:
        """Return the cards with `keys`, in that order, missing ones left out."""
        own = {line.key: line for line in self._store.card_lines(keys)}
        own.update({key: self._draft_line(key) for key in keys if key in (self._drafts or {})})
        return tuple(own[key] for key in keys if key in own)

    def learn_texts(self, now: datetime) -> bool:
        """Read some more of the texts that are searched; say whether there are more to read."""
        if self._unread is None:
            self._unread = list(self._store.card_keys(tuple(self._titles), (), now))
        some, self._unread = self._unread[:TEXTS_AT_ONCE], self._unread[TEXTS_AT_ONCE:]
        self._learn([key for key in some if key not in self._texts])
        return bool(self._unread)

    def _kept_keys(
        self, decks: Sequence[DeckId], states: Sequence[Is], now: datetime
    ) -> tuple[int, ...]:
        """Return what the store finds; while a word is typed, all cards as they were just found."""
        if states:
            return self._store.card_keys(decks, states, now)
        if self._kept is None or self._kept[0] != decks or now - self._kept[1] > KEPT_FOR:
            self._kept = decks, now, self._store.card_keys(decks, (), now)
        return self._kept[2]

    def _learn(self, keys: Sequence[int]) -> None:
        self._texts.update(self._store.card_texts(keys))

    def _is_wanted(self, deck: DeckId, search: Search, within: Sequence[DeckId]) -> bool:
        if not search.decks and not search.titles:
            return not within or deck in within
        title = fold(self._titles[deck])
        return fold(deck) in search.decks or any(part in title for part in search.titles)

    # --- looking at one --------------------------------------------------------------------------

    def view(self, key: int, *, with_answers: bool = False) -> CardView | None:
        """Return what is known of a card; None when it is gone.

        `with_answers` reads the log, which takes longer the longer it is.
        """
        lines = self.lines([key])
        if not lines:
            return None
        line = lines[0]
        if line.is_draft:
            return CardView(line, (self._drafts or {})[key])
        entry = self._store.entry(line.card)
        items = self._store.items_of_fact(line.fact)
        return CardView(
            line,
            tuple(sorted(items, key=lambda item: item.card != line.card)),
            old_key=entry.old_key if entry else (),
            answers=self._store.answers_to(line.card, ANSWERS_SHOWN) if with_answers else (),
        )

    # --- setting aside: all of it writes ---------------------------------------------------------

    def suspend(self, line: CardLine, scope: Scope) -> bool:
        """Hide the card or its fact until asked back, or ask it back; return whether hidden now."""
        act = self._store.unsuspend if line.is_suspended else self._store.suspend
        act(*of_scope(line, scope))
        return not line.is_suspended

    def bury(self, line: CardLine, scope: Scope, now: datetime) -> bool:
        """Hide the card or its fact until tomorrow, or no longer; return whether hidden now."""
        calendar, is_buried = self._store.calendar, line.is_buried(now)
        until = now if is_buried else start_of(day_of(now, calendar) + 1, calendar)
        self._store.bury(*of_scope(line, scope), until)
        return not is_buried

    def mark(self, line: CardLine) -> bool:
        """Turn the mark of the card on or off and return whether it is on now."""
        self._store.mark(line.card, is_marked=not line.is_marked)
        return not line.is_marked

    # --- drafts ----------------------------------------------------------------------------------

    def _draft_keys(self, decks: Sequence[DeckId], states: Sequence[Is]) -> tuple[int, ...]:
        if set(states) != {Is.DRAFT}:
            return ()
        if self._drafts is None:
            cards = [
                tuple(found) for _, found in groupby(self._read_drafts(), lambda item: item.card)
            ]
            self._drafts = {-number: items for number, items in enumerate(cards, start=1)}
            self._texts.update({key: text_of(items[0]) for key, items in self._drafts.items()})
        return tuple(key for key, items in self._drafts.items() if items[0].deck in decks)

    def _draft_line(self, key: int) -> CardLine:
        items = (self._drafts or {})[key]
        first = items[0]
        return CardLine(
            key=key,
            card=first.card,
            fact=first.fact,
            deck=first.deck,
            title=self._titles[first.deck],
            question=first.stem,
            formats=len(items),
            place=first.place,
            is_draft=True,
        )


def of_scope(line: CardLine, scope: Scope) -> tuple[CardId | None, FactId | None]:
    """Return the card or its fact, as the store takes them."""
    return (None, line.fact) if scope is Scope.FACT else (line.card, None)
