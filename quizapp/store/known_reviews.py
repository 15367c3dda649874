"""Which of another program's reviews the log has already.

A review is known by its card and its millisecond, so that what is imported twice is kept once, in
whatever order packages come. One of our own that comes back may be a little late: Anki has one
review a millisecond, so an export moves one of two. One that was undone here is known too: it
stays undone when it comes back.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from sqlalchemy import Connection, select

from quizapp.bank.model import CardId
from quizapp.learner.import_values import ImportedReview
from quizapp.learner.model import Mode
from quizapp.store.learner_scope import LearnerScope
from quizapp.store.rows import id_milliseconds, key_of, to_milliseconds
from quizapp.store.tables import reviews

_MAX_DELAY_MILLISECONDS = 1000  # milliseconds by which a review of our own may come back late


@dataclass(frozen=True, slots=True)
class KnownReviews:
    """What the log has of the cards in question.

    Attributes:
        ids: the reviews of each card that were not undone, the oldest first.
        times: the milliseconds of each card that have a review.
        own_times: by card and rating, when the learner reviewed here, ascending.
        taken_ids: the ids that are taken at any of the times in question.
    """

    ids: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    times: set[tuple[int, int]] = field(default_factory=set)
    own_times: dict[tuple[int, int | None], list[int]] = field(
        default_factory=lambda: defaultdict(list)
    )
    taken_ids: set[int] = field(default_factory=set)

    def contains(self, card: int, at: int, rating: int | None) -> bool:
        """Return whether a review is known: made here up to a second before, or imported."""
        if (card, at) in self.times:
            return True
        own = self.own_times.get((card, rating), ())
        place = bisect_left(own, at - _MAX_DELAY_MILLISECONDS)
        return place < len(own) and own[place] <= at


class KeyedReview(NamedTuple):
    """A review that was handed over, with the key of its card and its millisecond."""

    at: int
    uid: CardId
    card: int
    review: ImportedReview


def find_new_reviews(
    connection: Connection, scope: LearnerScope, incoming: Sequence[ImportedReview]
) -> tuple[KnownReviews, list[KeyedReview]]:
    """Return what the log has of the cards in `incoming`, and the reviews that it lacks."""
    keys = {card: key_of(card) for card in {each.card for each in incoming}}
    timed = [
        KeyedReview(to_milliseconds(each.at), each.card, keys[each.card], each) for each in incoming
    ]
    timed.sort(key=itemgetter(0, 1))
    log = _read_known_reviews(
        connection, scope, frozenset(keys.values()), {each.at for each in timed}
    )
    return log, list(_new_reviews(timed, log))


def _read_known_reviews(
    connection: Connection, scope: LearnerScope, wanted: Collection[int], times: Collection[int]
) -> KnownReviews:
    """Read through the whole log once, which has no index by card."""
    log = KnownReviews()
    query = (
        select(
            reviews.c.id, reviews.c.card_id, reviews.c.mode, reviews.c.rating, reviews.c.undone_at
        )
        .where(reviews.c.learner_id == scope.learner_key)
        .order_by(reviews.c.id)
    )
    for identifier, card, mode, rating, undone_at in connection.execute(query):
        at = id_milliseconds(identifier)
        if at in times:
            log.taken_ids.add(identifier)
        if card in wanted:
            if undone_at is None:
                log.ids[card].append(identifier)
            log.times.add((card, at))
            if mode != Mode.IMPORTED.value:
                log.own_times[card, rating].append(at)
    return log


def _new_reviews(incoming: Iterable[KeyedReview], log: KnownReviews) -> Iterator[KeyedReview]:
    """Yield those of `incoming` that the log lacks, each once."""
    for each in incoming:
        if not log.contains(each.card, each.at, each.review.rating):
            log.times.add((each.card, each.at))
            yield each
