"""What an export to another program takes from the store, and what the store keeps of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

from quizapp.bank.model import CardId, DeckId, FactId
from quizapp.items.item import Item
from quizapp.memory.model import MemoryState, New

_NEW_MEMORY = New()


@dataclass(frozen=True, slots=True)
class ExportCard:
    """A card with all its items.

    Attributes:
        changed_at: when anything that a learner sees of it last changed.
        number: its place among the cards that its fact ever had, from 1; never another one.
        memory: what the learner remembers of it.
        is_suspended: whether the learner hid it.
    """

    items: tuple[Item, ...]
    changed_at: datetime
    number: int = 1
    memory: MemoryState = _NEW_MEMORY
    is_suspended: bool = False

    @property
    def id(self) -> CardId:
        """The card's id, which its items share."""
        return self.items[0].card

    @property
    def fact(self) -> FactId:
        """The id of its fact."""
        return self.items[0].fact


class ExportReview(NamedTuple):
    """A review that moved a memory. Times are milliseconds since 1970 (UTC).

    `rating` is None where the card was forgotten by the learner's wish; `state_…` is None for a
    card that was new, or is again.
    """

    card: CardId
    at: int
    rating: int | None
    milliseconds: int
    is_imported: bool
    state_before: str | None
    due_before: int | None
    last_review_before: int | None
    state_after: str | None
    due_after: int | None
    difficulty_after: float | None


class NoteRecord(NamedTuple):
    """What another program was given for a card, or for a fact (`subject`).

    `ordinals` are the places of its cards there, `modified` its date in seconds since 1970.
    """

    guid: str
    subject: str
    ordinals: tuple[int, ...]
    content_hash: str
    modified: int


class ExportLog(Protocol):
    """Remembers what was exported, so that a note's date moves only when the note does."""

    def record_notes(self, deck: DeckId, style: str, notes: Sequence[NoteRecord]) -> list[int]:
        """Return the date of each note, in seconds since 1970, and remember the notes.

        The date is that of the last export while the content is the same; of a note that was
        never exported its own `modified`.
        """
