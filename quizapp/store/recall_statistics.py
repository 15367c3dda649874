"""The log as statistics read it: each card's ratings, and how recall compares with its forecast."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, and_, case, func, select

from quizapp.bank.model import DeckId
from quizapp.learner.counts import RecallBin
from quizapp.memory.model import Rating, State
from quizapp.store.learner_scope import LearnerScope
from quizapp.store.rows import is_reset, key_of
from quizapp.store.tables import cards, is_not_undone, reviews

_BINS = 20  # of equal width; one has its middle at 90 %, where most forecasts are


def rating_histories(
    connection: Connection, scope: LearnerScope, deck_ids: Sequence[DeckId]
) -> list[list[tuple[int, Rating]]]:
    """Return the ratings of each card that moved its memory, each with its day, the oldest first.

    A card that was begun anew has one history before and one after.
    """
    query = (
        select(reviews.c.card_id, reviews.c.day, reviews.c.rating, reviews.c.mode)
        .join(cards, cards.c.id == reviews.c.card_id)
        .where(_is_of_decks(scope, deck_ids), reviews.c.counts)
        .order_by(reviews.c.card_id, reviews.c.id)
    )
    found: list[list[tuple[int, Rating]]] = []
    last: int | None = None
    for row in connection.execute(query):
        is_fresh = is_reset(row.mode, row.rating)
        if row.card_id != last or is_fresh:
            found.append([])
            last = row.card_id
        if row.rating is not None and not is_fresh:
            found[-1].append((row.day, Rating(row.rating)))
    return [history for history in found if history]


def recall_bins(
    connection: Connection, scope: LearnerScope, deck_ids: Sequence[DeckId]
) -> tuple[RecallBin, ...]:
    """Return predicted and actual recall of all reviews of cards in review, in bins of forecast."""
    bin_ = func.round(reviews.c.predicted * _BINS).label("bin")
    recalled = case((reviews.c.rating > Rating.AGAIN.value, 1.0), else_=0.0)
    query = (
        select(bin_, func.count(), func.avg(reviews.c.predicted), func.avg(recalled))
        .join(cards, cards.c.id == reviews.c.card_id)
        .where(
            _is_of_decks(scope, deck_ids),
            reviews.c.counts,
            reviews.c.rating.is_not(None),
            reviews.c.predicted.is_not(None),
            reviews.c.before_state == State.REVIEW.value,
        )
        .group_by(bin_)
        .order_by(bin_)
    )
    return tuple(RecallBin(*values) for _, *values in connection.execute(query))


def _is_of_decks(scope: LearnerScope, deck_ids: Sequence[DeckId]) -> ColumnElement[bool]:
    keys = [key_of(deck) for deck in deck_ids]
    return and_(reviews.c.learner_id == scope.learner_key, cards.c.deck_id.in_(keys), is_not_undone)
