"""What an export is given and what it tells afterwards. Values only."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby
from pathlib import Path

from quizapp.bank.model import Bank, CardId, DeckId
from quizapp.items.item import Item


class AnkiFormat(StrEnum):
    """How a card is asked in Anki. The order is that of the note type's templates, for ever."""

    QUESTION = "question"
    TYPED = "typed"
    GAP = "gap"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class AnkiCard:
    """A card of ours, which becomes one note: all its items, and when any of them last changed."""

    items: tuple[Item, ...]
    changed_at: datetime

    @property
    def id(self) -> CardId:
        """The card's id, which its items share."""
        return self.items[0].card


@dataclass(frozen=True, slots=True)
class AnkiDeck:
    """A deck to export; `cards` are read once, in the bank's order."""

    id: DeckId
    title: str
    cards: Iterable[AnkiCard]


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote.

    Attributes:
        path: the package.
        size: its bytes.
        notes: how many cards of ours are in it, each as one note.
        cards: how many of Anki's cards these make, by format.
        left_out: cards that no format can ask in Anki: they have true-false and match items
            alone.
    """

    path: Path
    size: int
    notes: int
    cards: Mapping[AnkiFormat, int]
    left_out: tuple[CardId, ...] = ()


def decks_of(
    bank: Bank, items: Iterable[Item], changed_at: Mapping[CardId, datetime]
) -> Iterator[AnkiDeck]:
    """Yield what `items` (in the bank's order) make of the decks of `bank`.

    Items are drawn as the export goes, so the cards of a deck must be read before the next deck.
    """
    titles = {deck.id: deck.title for deck in bank.decks}
    for deck, own in groupby(items, key=lambda item: item.deck):
        yield AnkiDeck(deck, titles[deck], _cards(own, changed_at))


def _cards(items: Iterable[Item], changed_at: Mapping[CardId, datetime]) -> Iterator[AnkiCard]:
    for card, own in groupby(items, key=lambda item: item.card):
        yield AnkiCard(tuple(own), changed_at[card])
