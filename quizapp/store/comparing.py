"""Which of another program's reviews the log has already.

A review is known by its card and its millisecond, so that what is imported twice is kept once, in
whatever order packages come. One of our own that comes back may be a little late: Anki has one
review a millisecond, so an export moves one of two.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import Connection, select

from quizapp.bank.model import CardId
from quizapp.session.imported import ImportedReview
from quizapp.session.model import Mode
from quizapp.store.keys import key_of, milliseconds, time_of
from quizapp.store.seat import Seat
from quizapp.store.tables import reviews

LATEST = 1000  # milliseconds by which a review of our own may come back late


@dataclass(frozen=True, slots=True)
class KnownLog:
    """What the log has of the cards in question.

    Attributes:
        ids: the reviews of each card, the oldest first.
        times: the milliseconds of each card that have a review.
        own: by card and rating, when the learner reviewed here, ascending.
        taken: the ids that are taken at any of the times in question.
    """

    ids: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    times: set[tuple[int, int]] = field(default_factory=set)
    own: dict[tuple[int, int | None], list[int]] = field(default_factory=lambda: defaultdict(list))
    taken: set[int] = field(default_factory=set)

    def has(self, card: int, at: int, rating: int | None) -> bool:
        """Say whether a review is known: made here up to a second before, or imported."""
        if (card, at) in self.times:
            return True
        own = self.own.get((card, rating), ())
        place = bisect_left(own, at - LATEST)
        return place < len(own) and own[place] <= at


class Fresh(NamedTuple):
    """A review that the log lacks."""

    card: int
    uid: CardId
    at: int
    review: ImportedReview


def compared(
    connection: Connection, seat: Seat, incoming: Sequence[ImportedReview]
) -> tuple[KnownLog, list[Fresh]]:
    """Return what the log has of the cards in `incoming`, and the reviews that it lacks."""
    keys = {card: key_of(card) for card in {each.card for each in incoming}}
    times = {milliseconds(each.at) for each in incoming}
    log = log_of(connection, seat, frozenset(keys.values()), times)
    return log, list(fresh_of(incoming, keys, log))


def log_of(
    connection: Connection, seat: Seat, wanted: Collection[int], times: Collection[int]
) -> KnownLog:
    """Read through the whole log once, which has no index by card."""
    log = KnownLog()
    query = (
        select(reviews.c.id, reviews.c.card_id, reviews.c.mode, reviews.c.rating)
        .where(reviews.c.learner_id == seat.learner)
        .order_by(reviews.c.id)
    )
    for identifier, card, mode, rating in connection.execute(query):
        at = time_of(identifier)
        if at in times:
            log.taken.add(identifier)
        if card in wanted:
            log.ids[card].append(identifier)
            log.times.add((card, at))
            if mode != Mode.IMPORTED.value:
                log.own[card, rating].append(at)
    return log


def fresh_of(
    incoming: Iterable[ImportedReview], keys: Mapping[CardId, int], log: KnownLog
) -> Iterator[Fresh]:
    """Yield the reviews that the log lacks, each once, the oldest first."""
    for each in sorted(incoming, key=lambda one: (one.at, one.card)):
        card, at = keys[each.card], milliseconds(each.at)
        if not log.has(card, at, each.rating):
            log.times.add((card, at))
            yield Fresh(card, each.card, at, each)
