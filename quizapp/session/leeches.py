"""Leeches: cards that are forgotten again and again, so that something else must be done."""

from quizapp.memory.model import Memory, MemoryState, Rating, State
from quizapp.session.model import CardEntry, Leech, Review
from quizapp.session.ports import SessionStore

FIRST_LAPSES = 8  # forgotten so often a card is a leech,
THEN_EVERY = 4  # and it is told again each time after so many more
WHY = "leech"  # what its flag says


def is_leech(lapses: int) -> bool:
    """Say whether the lapse with this number makes a leech, or tells of one again."""
    return lapses >= FIRST_LAPSES and (lapses - FIRST_LAPSES) % THEN_EVERY == 0


def lapses_after(memory: MemoryState, rating: Rating | None) -> int:
    """Return how often the card is forgotten once it is rated so; 0 where that is no lapse."""
    if not isinstance(memory, Memory) or memory.state is not State.REVIEW:
        return 0
    return memory.lapses + 1 if rating is Rating.AGAIN else 0


def made_leech(review: Review) -> bool:
    """Say whether an answer made a leech of its card, or told of one again."""
    answered = review.answered
    return is_leech(lapses_after(review.before, answered.rating if answered.counts else None))


def leech_of(store: SessionStore, entry: CardEntry) -> Leech | None:
    """Return what would be told if the card were forgotten now; None where it is no leech yet.

    Read before the answer, so that the feedback waits for no store.
    """
    lapses = lapses_after(entry.memory, Rating.AGAIN)
    return Leech(lapses, store.confusables(entry.fact)) if is_leech(lapses) else None
