"""Keeping an answer and taking it back: the log, the memory it moves, the day it counts for.

Usually that is one step forward or back. Where the answer is not the newest of its card (two
clocks, two terminals), the card's whole log is replayed. The statements are made once: to make one
takes longer than to run it.
"""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, bindparam, delete, insert, or_, select, update

from quizapp.errors import StoreError
from quizapp.memory.model import MemoryState, New
from quizapp.session.model import Answered, Mode, Review
from quizapp.store import daybook
from quizapp.store.keys import first_id, key_of, log_ids, milliseconds, moment
from quizapp.store.preferences import scheduling_of
from quizapp.store.replay import Step, step, steps
from quizapp.store.rows import NO_MEMORY, answered_values, memory_of, memory_values, review_of
from quizapp.store.schedulings import Terms, all_terms, kept_terms
from quizapp.store.seat import Seat
from quizapp.store.sittings import set_verdict
from quizapp.store.tables import cards, decks, items, memories, reviews, settings


def record(connection: Connection, seat: Seat, answered: Answered) -> Review:
    """Append an answer to the log and move the card's memory, where it counts.

    Raises:
        StoreError: the card was never in the store.
    """
    # Kept to the millisecond, so that a replay sees the very time that this step sees.
    answered = replace(answered, at=moment(milliseconds(answered.at)))
    card = _card(connection, seat, answered)
    terms = Terms(scheduling_of(seat, card), seat.calendar)
    rating = answered.rating if answered.counts else None
    taken = step(memory_of(card), card.last_format, rating, answered.at, terms)
    identifier, is_newest = _place_in_log(connection, seat, card.id, answered)
    values = {
        "learner_id": seat.learner,
        "id": identifier,
        "card_id": card.id,
        "item_id": key_of(answered.item) if answered.item else None,
        "scheduling_id": kept_terms(connection, terms),
        **answered_values(answered),
        **taken.values(),
    }
    connection.execute(_APPEND, values)
    made = Review(identifier, answered, taken.predicted, taken.before, taken.after)
    daybook.add(connection, seat.learner, card.deck_id, made)
    if answered.sitting is not None:
        set_verdict(connection, seat, answered.sitting, answered.position, answered.verdict)
    if is_newest:
        _write_memory(connection, seat, card, taken.after, answered.format.value)
        return made
    replay_card(connection, seat, card)
    return review_of(_logged(connection, seat, identifier))


def undo(
    connection: Connection, seat: Seat, mode: Mode, sitting: int | None = None
) -> Review | None:
    """Erase the learner's newest review of `mode` (and `sitting`) and all that it moved.

    Returns it, or None when there is none.
    """
    row = _newest(connection, seat, mode, sitting)
    if row is None:
        return None
    undone = review_of(row)
    connection.execute(_ERASE, {"learner": seat.learner, "review": row.id})
    daybook.add(connection, seat.learner, row.deck_id, undone, times=-1)
    if row.sitting_id is not None:
        set_verdict(connection, seat, row.sitting_id, row.position, None)
    card = _card(connection, seat, undone.answered)
    if _neighbours(connection, seat, card.id, row.id):
        replay_card(connection, seat, card)
    else:
        _write_memory(connection, seat, card, undone.before, row.before_format)
    return undone


def replay_card(connection: Connection, seat: Seat, card: Row[Any]) -> None:
    """Make the memory of a card, and what each of its reviews found and left, follow its log."""
    query = _log(seat).where(reviews.c.card_id == card.id).order_by(reviews.c.id)
    rows = connection.execute(query).all()
    terms = all_terms(connection, fallback=seat.calendar.zone)
    memory: MemoryState = New()
    for row, taken in zip(rows, steps(rows, terms), strict=True):
        memory = taken.after
        if taken.values() != {name: getattr(row, name) for name in taken.values()}:
            _retake(connection, seat, row, taken)
    _write_memory(connection, seat, card, memory, rows[-1].format if rows else None)


def _retake(connection: Connection, seat: Seat, row: Row[Any], taken: Step) -> None:
    """Rewrite what a review found and left, and what it adds to its day."""
    found = review_of(row)
    here = {"learner": seat.learner, "review": row.id}
    connection.execute(_REWRITE, {**here, **taken.values()})
    daybook.add(connection, seat.learner, row.deck_id, found, times=-1)
    daybook.add(connection, seat.learner, row.deck_id, replace(found, before=taken.before))


# --- the log -------------------------------------------------------------------------------------

_HERE = and_(reviews.c.learner_id == bindparam("learner"), reviews.c.id == bindparam("review"))
_APPEND = insert(reviews)
_ERASE = delete(reviews).where(_HERE)
_REWRITE = update(reviews).where(_HERE)

# The reviews since a moment that are of one card, or of its very millisecond.
_NEIGHBOURS = select(reviews.c.id, reviews.c.card_id).where(
    reviews.c.learner_id == bindparam("learner"),
    reviews.c.id >= bindparam("since"),
    or_(reviews.c.id < bindparam("until"), reviews.c.card_id == bindparam("card")),
)


def _place_in_log(
    connection: Connection, seat: Seat, card: int, answered: Answered
) -> tuple[int, bool]:
    """Return a free id for an answer, and whether no review of the card is newer."""
    at = milliseconds(answered.at)
    taken = _neighbours(connection, seat, card, first_id(at), first_id(at + 1))
    identifier = next(each for each in log_ids(at, answered.card) if each not in taken)
    is_newest = not any(other > identifier for other, of in taken.items() if of == card)
    return identifier, is_newest


def _neighbours(
    connection: Connection, seat: Seat, card: int, since: int, until: int = 0
) -> dict[int, int]:
    """Return the reviews from `since` that are of the card, or before `until`, and their cards."""
    wanted = {"learner": seat.learner, "since": since, "until": until, "card": card}
    return {row.id: row.card_id for row in connection.execute(_NEIGHBOURS, wanted).all()}


def _log(seat: Seat) -> Select[Any]:
    """Return the query of the learner's reviews, each with what names it."""
    return (
        select(
            reviews,
            cards.c.deck_id,
            cards.c.uid.label("card_uid"),
            items.c.uid.label("item_uid"),
        )
        .join(cards, cards.c.id == reviews.c.card_id)
        .outerjoin(items, items.c.id == reviews.c.item_id)
        .where(reviews.c.learner_id == seat.learner)
    )


def _logged(connection: Connection, seat: Seat, review: int) -> Row[Any]:
    return connection.execute(_log(seat).where(reviews.c.id == review)).one()


def _newest(connection: Connection, seat: Seat, mode: Mode, sitting: int | None) -> Row[Any] | None:
    query = _log(seat).where(reviews.c.mode == mode.value)
    if sitting is not None:
        query = query.where(reviews.c.sitting_id == sitting)
    return connection.execute(query.order_by(reviews.c.id.desc()).limit(1)).first()


# --- the memory ----------------------------------------------------------------------------------

_CARD = (
    select(
        cards.c.id,
        cards.c.deck_id,
        decks.c.settings.label("author"),
        settings.c.settings.label("own"),
        settings.c.parameters,
        memories.c.last_format,
        *(memories.c[name] for name in NO_MEMORY),
    )
    .select_from(cards)
    .join(decks, decks.c.id == cards.c.deck_id)
    .outerjoin(
        settings,
        and_(settings.c.learner_id == bindparam("learner"), settings.c.deck_id == cards.c.deck_id),
    )
    .outerjoin(
        memories,
        and_(memories.c.learner_id == bindparam("learner"), memories.c.card_id == cards.c.id),
    )
    .where(cards.c.id == bindparam("card"))
)
_REMEMBER = insert(memories)
_MOVE = update(memories).where(
    memories.c.learner_id == bindparam("learner"), memories.c.card_id == bindparam("card")
)


def _card(connection: Connection, seat: Seat, answered: Answered) -> Row[Any]:
    """Return the card, the learner's memory of it, and the settings of its deck."""
    wanted = {"learner": seat.learner, "card": key_of(answered.card)}
    row = connection.execute(_CARD, wanted).first()
    if row is None:
        raise StoreError(f"there is no card {answered.card}", "open its deck with quizapp first")
    return row


def _write_memory(
    connection: Connection,
    seat: Seat,
    card: Row[Any],
    memory: MemoryState,
    last_format: str | None,
) -> None:
    values = {**memory_values(memory), "last_format": last_format}
    here = {"learner": seat.learner, "card": card.id}
    if connection.execute(_MOVE, {**here, **values}).rowcount == 0:
        key = {"learner_id": seat.learner, "card_id": card.id, "deck_id": card.deck_id}
        connection.execute(_REMEMBER, {**key, **values})
