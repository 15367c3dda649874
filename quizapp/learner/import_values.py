"""Reviews made in another program, as they are handed to the store, and what became of them."""

from dataclasses import dataclass
from datetime import datetime

from quizapp.bank.model import CardId
from quizapp.memory.model import Rating


@dataclass(frozen=True, slots=True)
class ImportedReview:
    """A rating of a card at a time (to the millisecond); `rating` None forgets all before it."""

    card: CardId
    at: datetime
    rating: Rating | None
    milliseconds: int = 0  # from question to answer


@dataclass(frozen=True, slots=True)
class MergeReport:
    """How many of the reviews handed over were new to the log, and how many it had already."""

    new: int
    known: int
