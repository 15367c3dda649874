"""Which of another program's reviews the log has already.

A review is known by its card and its millisecond, so that what is imported twice is kept once, in
whatever order packages come. One of our own that comes back may be a little late: Anki has one
review a millisecond, so an export moves one of two.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
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


class Timed(NamedTuple):
    """A review that was handed over, with the key of its card and its millisecond."""

    at: int
    uid: CardId
    card: int
    review: ImportedReview


def compared(
    connection: Connection, seat: Seat, incoming: Sequence[ImportedReview]
) -> tuple[KnownLog, list[Timed]]:
    """Return what the log has of the cards in `incoming`, and the reviews that it lacks."""
    keys = {card: key_of(card) for card in {each.card for each in incoming}}
    timed = [Timed(milliseconds(each.at), each.card, keys[each.card], each) for each in incoming]
    timed.sort(key=itemgetter(0, 1))
    log = log_of(connection, seat, frozenset(keys.values()), {each.at for each in timed})
    return log, list(fresh_of(timed, log))


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


def fresh_of(incoming: Iterable[Timed], log: KnownLog) -> Iterator[Timed]:
    """Yield those of `incoming` that the log lacks, each once."""
    for each in incoming:
        if not log.has(each.card, each.at, each.review.rating):
            log.times.add((each.card, each.at))
            yield each
