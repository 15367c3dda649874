"""Taking reviews of another program into the log: a set union, then a replay of what it touched."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import filterfalse
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, and_, bindparam, delete, insert, select, update

from quizapp.bank.model import CardId
from quizapp.errors import StoreError
from quizapp.grading.grade import Reason, Verdict
from quizapp.items.item import Format
from quizapp.memory.days import day_of
from quizapp.memory.model import MemoryState, New, Rating
from quizapp.session.imported import ImportedReview, MergeReport
from quizapp.session.model import Mode, Revealed
from quizapp.store.comparing import KnownLog, Timed, compared
from quizapp.store.daybook import from_log
from quizapp.store.keys import ids_of_key, in_chunks
from quizapp.store.merge import insert_rows, insert_tuples
from quizapp.store.preferences import scheduling_of
from quizapp.store.replay import STEP_COLUMNS, steps
from quizapp.store.rows import Values, as_json, memory_values, response_values
from quizapp.store.schedulings import Terms, all_terms, kept_terms
from quizapp.store.seat import Seat
from quizapp.store.tables import cards, days, decks, memories, reviews, settings


def merge_log(
    connection: Connection, seat: Seat, incoming: Sequence[ImportedReview]
) -> MergeReport:
    """Add the reviews that the log lacks, and make the memory of their cards follow it.

    Raises:
        StoreError: a card was never in the store.
    """
    log, fresh = compared(connection, seat, incoming)
    if fresh:
        _take(connection, seat, _entries(connection, seat, fresh, log), log)
    return MergeReport(new=len(fresh), known=len(incoming) - len(fresh))


def compare_log(
    connection: Connection, seat: Seat, incoming: Sequence[ImportedReview]
) -> MergeReport:
    """Return what `merge_log` would; nothing is changed."""
    _, fresh = compared(connection, seat, incoming)
    return MergeReport(new=len(fresh), known=len(incoming) - len(fresh))


# --- what is added -------------------------------------------------------------------------------


class _Entry(NamedTuple):
    """A review to be added: what a replay asks for, under the names of the columns."""

    id: int
    card_id: int
    deck_id: int
    rating: int | None
    scheduling_id: int
    day: int
    milliseconds: int
    mode: str = Mode.IMPORTED.value
    format: str = Format.FLIP.value
    counts: bool = True

    def row(self) -> tuple[Any, ...]:
        """Return what `_COLUMNS` hold that do not follow from the log."""
        verdict = _WRONG if self.rating in _FORGOTTEN else _CORRECT
        return (*self, *verdict, *_ALIKE.values())


# The verdict, the same as graded, and its reason.
_CORRECT = (Verdict.CORRECT.value, Verdict.CORRECT.value, Reason.SAME.value)
_WRONG = (Verdict.WRONG.value, Verdict.WRONG.value, Reason.OTHER.value)
_FORGOTTEN = frozenset({None, Rating.AGAIN.value})

# What all reviews of another program have alike; of what is not named there is none.
_ALIKE: Values = {
    "response": as_json(response_values(Revealed())),
    "shown": as_json(()),
    "hints": 0,
    "item_hash": "",
    "seed": 0,
    "position": 0,
}
_COLUMNS = (*_Entry._fields, "verdict", "graded", "reason", *_ALIKE, "learner_id", *STEP_COLUMNS)


def _entries(
    connection: Connection, seat: Seat, fresh: Sequence[Timed], log: KnownLog
) -> Iterator[_Entry]:
    """Yield each review with its id and day, and how its deck is scheduled."""
    homes = _homes(connection, seat, {each.card: each.uid for each in fresh})
    for at, _, card, review in fresh:
        identifier = next(filterfalse(log.taken.__contains__, ids_of_key(at, card)))
        log.taken.add(identifier)
        home = homes[card]
        yield _Entry(
            identifier,
            card,
            home.deck,
            None if review.rating is None else review.rating.value,
            home.scheduling,
            day_of(review.at, seat.calendar),
            review.milliseconds,
        )


class _Home(NamedTuple):
    """The deck of a card, and how it is scheduled."""

    deck: int
    scheduling: int


_HOMES: Select[Any] = (
    select(
        cards.c.id,
        cards.c.deck_id,
        decks.c.settings.label("author"),
        settings.c.settings.label("own"),
        settings.c.parameters,
    )
    .join(decks, decks.c.id == cards.c.deck_id)
    .outerjoin(
        settings,
        and_(settings.c.learner_id == bindparam("learner"), settings.c.deck_id == decks.c.id),
    )
    .where(cards.c.id.in_(bindparam("some", expanding=True)))
)


def _homes(connection: Connection, seat: Seat, uids: Mapping[int, CardId]) -> dict[int, _Home]:
    homes: dict[int, _Home] = {}
    by_deck: dict[int, int] = {}
    for some in in_chunks(sorted(uids)):
        for row in connection.execute(_HOMES, {"learner": seat.learner, "some": list(some)}):
            if row.deck_id not in by_deck:
                terms = Terms(scheduling_of(seat, row), seat.calendar)
                by_deck[row.deck_id] = kept_terms(connection, terms)
            homes[row.id] = _Home(row.deck_id, by_deck[row.deck_id])
    for key in uids.keys() - homes.keys():
        raise StoreError(f"there is no card {uids[key]}", "open its deck with quizapp first")
    return homes


def _take(connection: Connection, seat: Seat, entries: Iterable[_Entry], log: KnownLog) -> None:
    """Add `entries` to the log, and replay the log of each of their cards, some cards at a time."""
    by_card: dict[int, list[_Entry]] = defaultdict(list)
    for entry in entries:
        by_card[entry.card_id].append(entry)
    terms = all_terms(connection, fallback=seat.calendar.zone)
    for some in in_chunks(list(by_card)):
        logs: dict[int, list[Any]] = {card: list(by_card[card]) for card in some}
        for row in _kept_rows(connection, seat, [id_ for card in some for id_ in log.ids[card]]):
            logs[row.card_id].append(row)
        decks_of = {card: by_card[card][0].deck_id for card in some}
        _replay(connection, seat, logs, decks_of, terms)
    _count_days(connection, seat)


def _replay(
    connection: Connection,
    seat: Seat,
    logs: Mapping[int, list[Any]],
    decks_of: Mapping[int, int],
    terms: Mapping[int, Terms],
) -> None:
    """Write what the log of each card makes of its reviews, kept and to be added, and memory."""
    added: list[tuple[Any, ...]] = []
    changed: list[Values] = []
    left: dict[int, Values] = {}
    for card, rows in logs.items():
        rows.sort(key=attrgetter("id"))
        memory: MemoryState = New()
        for row, taken in zip(rows, steps(rows, terms), strict=True):
            memory = taken.after
            if isinstance(row, _Entry):
                added.append((*row.row(), seat.learner, *taken.row()))
            elif (values := taken.values()) != {name: getattr(row, name) for name in values}:
                changed.append({"learner": seat.learner, "review": row.id, **values})
        left[card] = {**memory_values(memory), "last_format": rows[-1].format}
    # In the order of the table's key, so that each page is filled once.
    insert_tuples(connection, reviews, _COLUMNS, sorted(added))
    if changed:
        connection.execute(_REWRITE, changed)
    _remember(connection, seat, left, decks_of)


_REWRITE = update(reviews).where(
    reviews.c.learner_id == bindparam("learner"), reviews.c.id == bindparam("review")
)


def _kept_rows(connection: Connection, seat: Seat, ids: Sequence[int]) -> Iterator[Row[Any]]:
    own = reviews.c.learner_id == seat.learner
    for some in in_chunks(ids):
        yield from connection.execute(select(reviews).where(own, reviews.c.id.in_(some)))


def _remember(
    connection: Connection, seat: Seat, left: Mapping[int, Values], deck_of: Mapping[int, int]
) -> None:
    """Write what is left of the memory of each card."""
    own = memories.c.learner_id == seat.learner
    there: set[int] = set()
    for some in in_chunks(sorted(left)):
        query = select(memories.c.card_id).where(own, memories.c.card_id.in_(some))
        there.update(connection.scalars(query))
    new = [
        {"learner_id": seat.learner, "card_id": card, "deck_id": deck_of[card], **values}
        for card, values in sorted(left.items())
        if card not in there
    ]
    insert_rows(connection, memories, new)
    moved = [{"card": card, **left[card]} for card in sorted(there)]
    if moved:
        here = memories.c.card_id == bindparam("card")
        connection.execute(update(memories).where(own, here), moved)


def _count_days(connection: Connection, seat: Seat) -> None:
    """Count the learner's days anew."""
    connection.execute(delete(days).where(days.c.learner_id == seat.learner))
    own = from_log().where(reviews.c.learner_id == seat.learner)
    connection.execute(insert(days).from_select(list(days.c.keys()), own))
