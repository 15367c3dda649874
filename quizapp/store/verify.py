"""Checking a whole store: the engine's own checks, and the law that memory follows the log."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select, tuple_

from quizapp.store.day_totals import day_totals_query
from quizapp.store.replay import ReviewScheduling, load_schedulings, replay_card_log
from quizapp.store.rows import Values
from quizapp.store.store import Store
from quizapp.store.tables import cards, days, is_not_undone, learners, memories, reviews

_FLOAT_TOLERANCE = 1e-9  # relative: another version of a library may round otherwise


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """How much was checked, and what is wrong, a line each; () when all is well."""

    reviews: int
    memories: int
    faults: tuple[str, ...]


def verify_store(store: Store, newest: int | None = None) -> VerifyReport:
    """Check the whole store; nothing is changed.

    `newest` replays only the cards of so many of the newest reviews, each from its beginning: to
    replay is most of the time that a check takes.

    Raises:
        StoreError: it cannot even be read.
    """
    return store.read(_verify_store, store, newest)


def _verify_store(connection: Connection, store: Store, newest: int | None) -> VerifyReport:
    broken = store.backend.find_faults(connection)
    # What the pages hold cannot be trusted then, nor can it always be read.
    faults = broken or (*_log_faults(connection, newest), *_day_faults(connection))
    return VerifyReport(
        reviews=_count_rows(connection, select(reviews).where(is_not_undone)),
        memories=_count_rows(connection, select(memories)),
        faults=faults,
    )


def _count_rows(connection: Connection, query: Select[Any]) -> int:
    return connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()


# --- replay(log) == memory -----------------------------------------------------------------------


def _log_faults(connection: Connection, newest: int | None) -> Iterator[str]:
    terms = load_schedulings(connection)
    stored = {
        (row.learner_id, row.card_id): row
        for row in connection.execute(_some(_with_names(memories), memories, newest)).all()
    }
    log = connection.execute(
        _some(_with_names(reviews), reviews, newest)
        .where(is_not_undone)
        .order_by(reviews.c.learner_id, reviews.c.card_id, reviews.c.id)
    )
    for key, rows in groupby(log, key=lambda row: (row.learner_id, row.card_id)):
        yield from _card_faults(list(rows), stored.pop(key, None), terms)
    for row in stored.values():
        if row.state is not None:
            yield f"{_row_label(row)} has a memory without a review"


def _card_faults(
    rows: list[Row[Any]], stored: Row[Any] | None, terms: Mapping[int, ReviewScheduling]
) -> Iterator[str]:
    """Yield what is wrong with the log of one card and the memory stored of it."""
    replayed = replay_card_log(rows, terms)
    for row, step in replayed.steps:
        if not _has_values(row, step.values()):
            yield f"{_row_label(row)}: review {row.id} does not match its log"
    if stored is None or not _has_values(stored, replayed.memory_values()):
        yield f"{_row_label(rows[0])}: the memory does not match its log"


def _with_names(table: Any) -> Select[Any]:
    return (
        select(table, learners.c.name.label("learner"), cards.c.uid.label("card"))
        .join(learners, learners.c.id == table.c.learner_id)
        .join(cards, cards.c.id == table.c.card_id)
    )


def _some(query: Select[Any], table: Any, newest: int | None) -> Select[Any]:
    """Return `query` of `table` for the cards of the `newest` reviews alone, None: for all."""
    if newest is None:
        return query
    newest_first = select(reviews.c.learner_id, reviews.c.card_id).order_by(reviews.c.id.desc())
    last = newest_first.limit(newest).subquery()
    # No index leads from a card to its reviews: as a join this would be a scan for each card.
    return query.where(tuple_(table.c.learner_id, table.c.card_id).in_(select(last)))


def _row_label(row: Row[Any]) -> str:
    return f"{row.card} of {row.learner}"


def _has_values(row: Row[Any], values: Values) -> bool:
    """Return whether `row` has `values`, give or take how a float was rounded."""
    return all(_is_same(getattr(row, name), value) for name, value in values.items())


def _is_same(one: Any, other: Any) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=_FLOAT_TOLERANCE)
    return bool(one == other)


# --- the days ------------------------------------------------------------------------------------


def _day_faults(connection: Connection) -> Iterator[str]:
    columns = list(days.c)
    kept = connection.execute(select(*columns).order_by(*columns[:3])).all()
    if _as_tuples(kept) != _as_tuples(connection.execute(day_totals_query())):
        yield "the day counts do not match the log"


def _as_tuples(rows: Iterable[Row[Any]]) -> list[tuple[int, ...]]:
    return [tuple(int(value) for value in row) for row in rows]
