"""What an export is given, and its report. Values only."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from quizapp.bank.model import CardId, DeckId
from quizapp.learner.export_values import ExportCard, ExportReview
from quizapp.memory.model import Calendar, Scheduling

_DEFAULT_SCHEDULING = Scheduling()


class AnkiFormat(StrEnum):
    """How a card is asked in Anki. The order is that of the note type's templates, for ever."""

    QUESTION = "question"
    TYPED = "typed"
    GAP = "gap"
    CHOICE = "choice"


class NoteStyle(StrEnum):
    """What becomes a note: a card, or a fact with its sentence as clozes."""

    CARDS = "cards"
    CLOZE = "cloze"


def _no_reviews() -> Iterable[ExportReview]:
    """Return no reviews."""
    return ()


@dataclass(frozen=True, slots=True)
class ExportDeck:
    """A deck to export.

    Attributes:
        cards: in the bank's order, those of a fact together; read once.
        scheduling: how their memory is scheduled.
        reviews: gives the learner's reviews of them; called only where progress is exported.
    """

    id: DeckId
    title: str
    cards: Iterable[ExportCard]
    scheduling: Scheduling = _DEFAULT_SCHEDULING
    reviews: Callable[[], Iterable[ExportReview]] = _no_reviews


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What a package is to hold.

    Attributes:
        style: what becomes a note.
        formats: by deck, in which formats its cards are asked beside the question.
        calendar: the learner's days where progress comes along, None where all cards are new.
    """

    style: NoteStyle = NoteStyle.CARDS
    formats: Mapping[DeckId, Collection[AnkiFormat]] | None = None
    calendar: Calendar | None = None

    def deck_formats(self, deck: DeckId) -> Collection[AnkiFormat]:
        """Return the formats in which cards of `deck` are asked beside the question."""
        return (self.formats or {}).get(deck, ())


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote.

    Attributes:
        path: the package.
        size: its bytes.
        notes: how many notes are in it.
        cards: how many of Anki's cards these make, by what they are: a format, or a cloze.
        left_out: cards that no format can ask in Anki: they have true-false and match items
            alone.
        reviews: how many reviews came along.
        media: how many pictures.
    """

    path: Path
    size: int
    notes: int
    cards: Mapping[str, int]
    left_out: tuple[CardId, ...] = ()
    reviews: int = 0
    media: int = 0
