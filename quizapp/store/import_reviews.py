"""Taking reviews of another program into the log: a set union, then a replay of what it touched."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import filterfalse
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, bindparam, delete, insert, select, update

from quizapp.bank.model import CardId
from quizapp.errors import StoreError
from quizapp.grading.grade import Outcome, Reason
from quizapp.items.item import Format
from quizapp.learner.import_values import ImportedReview, MergeReport
from quizapp.learner.model import Mode, Revealed, Verdict
from quizapp.memory.days import learner_day
from quizapp.memory.model import Rating
from quizapp.store.day_totals import day_totals_query
from quizapp.store.known_reviews import KeyedReview, KnownReviews, find_new_reviews
from quizapp.store.learner_scope import LearnerScope
from quizapp.store.preferences import SETTINGS_COLUMNS, is_settings_of_deck, scheduling_of
from quizapp.store.replay import (
    STEP_COLUMNS,
    ReplayStep,
    ReviewScheduling,
    is_changed,
    load_schedulings,
    replay_card_log,
    save_scheduling,
    write_steps,
)
from quizapp.store.rows import (
    Values,
    candidate_ids_of_key,
    compact_json,
    in_chunks,
    response_to_json,
)
from quizapp.store.tables import cards, days, decks, memories, reviews, settings
from quizapp.store.upsert import insert_rows, insert_tuples


def merge_reviews(
    connection: Connection, scope: LearnerScope, incoming: Sequence[ImportedReview]
) -> MergeReport:
    """Add the reviews that the log lacks, and make the memory of their cards follow it.

    Raises:
        StoreError: a card was never in the store.
    """
    log, fresh = find_new_reviews(connection, scope, incoming)
    if fresh:
        _add_to_log(connection, scope, _imported_rows(connection, scope, fresh, log), log)
    return MergeReport(new=len(fresh), known=len(incoming) - len(fresh))


def preview_merge(
    connection: Connection, scope: LearnerScope, incoming: Sequence[ImportedReview]
) -> MergeReport:
    """Return what `merge_reviews` would; nothing is changed."""
    _, fresh = find_new_reviews(connection, scope, incoming)
    return MergeReport(new=len(fresh), known=len(incoming) - len(fresh))


# --- what is added -------------------------------------------------------------------------------


class _ImportedRow(NamedTuple):
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
        return (*self, *verdict, *_SAME_VALUES.values())


# The verdict, the same as graded, its reason, and the outcome of the first try.
_CORRECT = (*[Verdict.CORRECT.value] * 2, Reason.SAME.value, Outcome.RIGHT.value)
_WRONG = (*[Verdict.WRONG.value] * 2, Reason.OTHER.value, Outcome.WRONG.value)
_FORGOTTEN = frozenset({None, Rating.AGAIN.value})

# What all reviews of another program have alike; of what is not named there is none.
_SAME_VALUES: Values = {
    "response": compact_json(response_to_json(Revealed())),
    "shown": compact_json(()),
    "hints": 0,
    "item_hash": "",
    "seed": 0,
    "position": 0,
}
_COLUMNS = (
    *_ImportedRow._fields,
    "verdict",
    "graded",
    "reason",
    "first",
    *_SAME_VALUES,
    "learner_id",
    *STEP_COLUMNS,
)


def _imported_rows(
    connection: Connection, scope: LearnerScope, fresh: Sequence[KeyedReview], log: KnownReviews
) -> Iterator[_ImportedRow]:
    """Yield each review with its id and day, and how its deck is scheduled."""
    decks_of_cards = _card_decks(connection, scope, {each.card: each.uid for each in fresh})
    for at, _, card, review in fresh:
        identifier = next(filterfalse(log.taken_ids.__contains__, candidate_ids_of_key(at, card)))
        log.taken_ids.add(identifier)
        deck = decks_of_cards[card]
        yield _ImportedRow(
            identifier,
            card,
            deck.deck_id,
            None if review.rating is None else review.rating.value,
            deck.scheduling_id,
            learner_day(review.at, scope.calendar),
            review.milliseconds,
        )


class _CardDeck(NamedTuple):
    """The deck of a card, and how it is scheduled."""

    deck_id: int
    scheduling_id: int


_CARD_DECKS: Select[Any] = (
    select(cards.c.id, cards.c.deck_id, *SETTINGS_COLUMNS)
    .join(decks, decks.c.id == cards.c.deck_id)
    .outerjoin(settings, is_settings_of_deck)
    .where(cards.c.id.in_(bindparam("some", expanding=True)))
)


def _card_decks(
    connection: Connection, scope: LearnerScope, uids: Mapping[int, CardId]
) -> dict[int, _CardDeck]:
    decks_of_cards: dict[int, _CardDeck] = {}
    by_deck: dict[int, int] = {}
    for some in in_chunks(sorted(uids)):
        for row in connection.execute(
            _CARD_DECKS, {"learner": scope.learner_key, "some": list(some)}
        ):
            if row.deck_id not in by_deck:
                scheduling = scheduling_of(scope.overrides, row.own, row.author, row.parameters)
                terms = ReviewScheduling(scheduling, scope.calendar)
                by_deck[row.deck_id] = save_scheduling(connection, terms)
            decks_of_cards[row.id] = _CardDeck(row.deck_id, by_deck[row.deck_id])
    for key in uids.keys() - decks_of_cards.keys():
        raise StoreError(f"there is no card {uids[key]}", "open its deck with quizapp first")
    return decks_of_cards


def _add_to_log(
    connection: Connection, scope: LearnerScope, entries: Iterable[_ImportedRow], log: KnownReviews
) -> None:
    """Add `entries` to the log, and replay the log of each of their cards, some cards at a time."""
    by_card: dict[int, list[_ImportedRow]] = defaultdict(list)
    for entry in entries:
        by_card[entry.card_id].append(entry)
    terms = load_schedulings(connection, fallback=scope.calendar.zone)
    for some in in_chunks(list(by_card)):
        logs: dict[int, list[Any]] = {card: list(by_card[card]) for card in some}
        for row in _logged_rows(connection, scope, [id_ for card in some for id_ in log.ids[card]]):
            logs[row.card_id].append(row)
        decks_of = {card: by_card[card][0].deck_id for card in some}
        _replay_cards(connection, scope, logs, decks_of, terms)
    _recount_days(connection, scope)


def _replay_cards(
    connection: Connection,
    scope: LearnerScope,
    logs: Mapping[int, list[Any]],
    decks_of: Mapping[int, int],
    terms: Mapping[int, ReviewScheduling],
) -> None:
    """Write what the log of each card makes of its reviews, kept and to be added, and memory."""
    added: list[tuple[Any, ...]] = []
    changed: list[tuple[Row[Any], ReplayStep]] = []
    left: dict[int, Values] = {}
    for card, rows in logs.items():
        rows.sort(key=attrgetter("id"))
        replayed = replay_card_log(rows, terms)
        for row, step in replayed.steps:
            if isinstance(row, _ImportedRow):
                added.append((*row.row(), scope.learner_key, *step.row()))
            elif is_changed(row, step):
                changed.append((row, step))
        left[card] = replayed.memory_values()
    # In the order of the table's key, so that each page is filled once.
    insert_tuples(connection, reviews, _COLUMNS, sorted(added))
    write_steps(connection, scope, changed)
    _write_memories(connection, scope, left, decks_of)


def _logged_rows(
    connection: Connection, scope: LearnerScope, ids: Sequence[int]
) -> Iterator[Row[Any]]:
    own = reviews.c.learner_id == scope.learner_key
    for some in in_chunks(ids):
        yield from connection.execute(select(reviews).where(own, reviews.c.id.in_(some)))


def _write_memories(
    connection: Connection,
    scope: LearnerScope,
    left: Mapping[int, Values],
    deck_of: Mapping[int, int],
) -> None:
    """Write what is left of the memory of each card."""
    own = memories.c.learner_id == scope.learner_key
    there: set[int] = set()
    for some in in_chunks(sorted(left)):
        query = select(memories.c.card_id).where(own, memories.c.card_id.in_(some))
        there.update(connection.scalars(query))
    new = [
        {"learner_id": scope.learner_key, "card_id": card, "deck_id": deck_of[card], **values}
        for card, values in sorted(left.items())
        if card not in there
    ]
    insert_rows(connection, memories, new)
    moved = [{"card": card, **left[card]} for card in sorted(there)]
    if moved:
        here = memories.c.card_id == bindparam("card")
        connection.execute(update(memories).where(own, here), moved)


def _recount_days(connection: Connection, scope: LearnerScope) -> None:
    """Count the learner's days anew."""
    connection.execute(delete(days).where(days.c.learner_id == scope.learner_key))
    own = day_totals_query().where(reviews.c.learner_id == scope.learner_key)
    connection.execute(insert(days).from_select(list(days.c.keys()), own))
