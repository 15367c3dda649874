"""The rows of a browser of cards, and what is told of one card."""

from dataclasses import dataclass, field
from datetime import datetime

from quizapp.bank.model import CardId, DeckId, FactId
from quizapp.bank.place import Place
from quizapp.items.item import Item
from quizapp.learner.model import Review
from quizapp.memory.model import MemoryState, New


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card as one line of a table. `key` is the store's, below 0 for a draft's.

    `format_count` counts its items. `is_changed`: since the learner last answered it. `flag` is why
    someone should look at it, "" without words, None for a card without a flag.
    """

    key: int
    card: CardId
    fact: FactId
    deck: DeckId
    title: str
    question: str
    format_count: int
    place: Place
    memory: MemoryState = field(default_factory=New)
    is_suspended: bool = False
    is_marked: bool = False
    flag: str | None = None
    buried_until: datetime | None = None
    is_changed: bool = False
    is_draft: bool = False

    def is_buried(self, now: datetime) -> bool:
        """Return whether the card is hidden at `now`, for a while."""
        return self.buried_until is not None and self.buried_until > now


@dataclass(frozen=True, slots=True)
class CardView:
    """All that is known of a card. `items` are those of its fact, its own first.

    `old_key` is the answer that the learner knew, where it is another now; `answers` are the
    newest, the newest first.
    """

    row: CardRow
    items: tuple[Item, ...]
    old_key: tuple[str, ...] = ()
    answers: tuple[Review, ...] = ()
