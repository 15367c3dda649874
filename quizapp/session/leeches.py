"""Leeches: cards that are forgotten again and again, so that something else must be done."""

from quizapp.learner.model import LearnerCard, Review
from quizapp.memory.model import Memory, MemoryState, Rating, State
from quizapp.session.model import Leech
from quizapp.session.ports import SessionStore

LEECH_LAPSES = 8  # forgotten so often a card is a leech,
_LEECH_REPEAT_LAPSES = 4  # and it is told again each time after so many more
LEECH_FLAG = "leech"  # what its flag says


def is_leech_reminder_due(lapses: int) -> bool:
    """Return whether the lapse with this number makes a leech, or tells of one again."""
    return lapses >= LEECH_LAPSES and (lapses - LEECH_LAPSES) % _LEECH_REPEAT_LAPSES == 0


def _lapses_after(memory: MemoryState, rating: Rating | None) -> int:
    """Return how often the card is forgotten once it is rated so; 0 where that is no lapse."""
    if not isinstance(memory, Memory) or memory.state is not State.REVIEW:
        return 0
    return memory.lapses + 1 if rating is Rating.AGAIN else 0


def makes_leech(review: Review) -> bool:
    """Return whether an answer made a leech of its card, or told of one again."""
    answered = review.answer
    return is_leech_reminder_due(
        _lapses_after(review.before, answered.rating if answered.moves_memory else None)
    )


def leech_if_forgotten(store: SessionStore, entry: LearnerCard) -> Leech | None:
    """Return what would be told if the card were forgotten now; None where it is no leech yet.

    Read before the answer, so that the feedback waits for no store.
    """
    lapses = _lapses_after(entry.memory, Rating.AGAIN)
    return Leech(lapses, store.confusables(entry.fact)) if is_leech_reminder_due(lapses) else None
