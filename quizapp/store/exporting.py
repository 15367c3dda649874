"""What an export reads: the cards of a deck with their items, and the log, some at a time."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import BigInteger, Connection, and_, bindparam, or_, select

from quizapp.bank.model import CardId, DeckId
from quizapp.session.exported import ExportCard, LoggedReview
from quizapp.session.model import Mode
from quizapp.store.entries import LEARNER, is_live
from quizapp.store.keys import key_of, moment, time_of
from quizapp.store.rows import NO_MEMORY, memory_of
from quizapp.store.seat import Seat
from quizapp.store.shelf import item_of
from quizapp.store.tables import cards, decks, items, memories, reviews

CARDS_AT_ONCE = 500
REVIEWS_AT_ONCE = 5000

_START = bindparam("start", type_=BigInteger)


def export_cards(
    connection: Connection, seat: Seat, deck: DeckId, start: int
) -> tuple[ExportCard, ...]:
    """Return `CARDS_AT_ONCE` live cards of `deck` from place `start` on; () when there are none."""
    wanted = {"learner": seat.learner, "deck": key_of(deck), "start": start}
    rows = connection.execute(_CARDS, {**wanted, "end": start + CARDS_AT_ONCE}).all()
    return tuple(_card(tuple(own)) for _, own in groupby(rows, key=lambda row: row.card_id))


def export_log(
    connection: Connection, seat: Seat, deck: DeckId, after: int
) -> tuple[tuple[LoggedReview, ...], int]:
    """Return `REVIEWS_AT_ONCE` reviews of cards of `deck` that came `after` one (its id, or 0).

    Only what moved a memory is returned, the oldest first; and the id of the last one, to go on
    from: 0 when there are no more.
    """
    wanted = {"learner": seat.learner, "deck": key_of(deck), "start": after}
    rows = connection.execute(_LOG, wanted).all()
    return tuple(map(_review, rows)), rows[-1].id if rows else 0


_CARDS = (
    select(
        items.c.card_id,
        items.c.content,
        items.c.tags,
        items.c.may_be_examined,
        cards.c.file,
        cards.c.line,
        cards.c.column,
        cards.c.changed_at,
        cards.c.number,
        memories.c.is_suspended,
        *(memories.c[name] for name in NO_MEMORY),
    )
    .select_from(cards)
    .join(decks, decks.c.id == cards.c.deck_id)
    .join(items, and_(items.c.card_id == cards.c.id, items.c.retired_at.is_(None)))
    .outerjoin(memories, and_(memories.c.learner_id == LEARNER, memories.c.card_id == cards.c.id))
    .where(
        is_live,
        cards.c.deck_id == bindparam("deck", type_=BigInteger),
        cards.c.position >= _START,
        cards.c.position < bindparam("end", type_=BigInteger),
    )
    .order_by(cards.c.position, items.c.position)
)

_LOG = (
    select(reviews, cards.c.uid)
    .join(cards, cards.c.id == reviews.c.card_id)
    .where(
        reviews.c.learner_id == LEARNER,
        reviews.c.id > _START,
        cards.c.deck_id == bindparam("deck", type_=BigInteger),
        cards.c.retired_at.is_(None),
        reviews.c.counts,
        or_(reviews.c.rating.is_not(None), reviews.c.mode == Mode.IMPORTED.value),
    )
    .order_by(reviews.c.id)
    .limit(REVIEWS_AT_ONCE)
)


def _card(rows: Sequence[Any]) -> ExportCard:
    first = rows[0]
    return ExportCard(
        items=tuple(item_of(row) for row in rows),
        changed_at=moment(first.changed_at),
        number=first.number,
        memory=memory_of(first),
        is_suspended=bool(first.is_suspended),
    )


def _review(row: Any) -> LoggedReview:
    return LoggedReview(
        card=CardId(row.uid),
        at=time_of(row.id),
        rating=row.rating,
        milliseconds=row.milliseconds,
        is_imported=row.mode == Mode.IMPORTED.value,
        state_before=row.before_state,
        due_before=row.before_due,
        last_review_before=row.before_last_review,
        state_after=row.after_state,
        due_after=row.after_due,
        difficulty_after=row.after_difficulty,
    )
