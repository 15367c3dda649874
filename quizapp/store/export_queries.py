"""What an export reads: the cards of a deck with their items, and the log, some at a time."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import BigInteger, Connection, Row, Select, and_, bindparam, or_, select

from quizapp.bank.model import CardId, DeckId
from quizapp.learner.export_values import ExportCard, ExportReview
from quizapp.learner.model import Mode
from quizapp.store.card_queries import LEARNER_PARAM, is_live
from quizapp.store.item_queries import item_from_row
from quizapp.store.learner_scope import LearnerScope
from quizapp.store.rows import (
    EMPTY_MEMORY,
    from_milliseconds,
    id_milliseconds,
    key_of,
    memory_from_row,
)
from quizapp.store.tables import cards, decks, is_not_undone, items, memories, reviews

CARDS_PER_READ = 500
_REVIEWS_PER_READ = 5000

_START = bindparam("start", type_=BigInteger)


def export_cards(
    connection: Connection, scope: LearnerScope, deck: DeckId, start: int
) -> tuple[ExportCard, ...]:
    """Return `CARDS_PER_READ` live cards of `deck` from place `start` on; () without any."""
    wanted = {"learner": scope.learner_key, "deck": key_of(deck), "start": start}
    rows = connection.execute(_CARDS, {**wanted, "end": start + CARDS_PER_READ}).all()
    return tuple(_export_card(tuple(own)) for _, own in groupby(rows, key=lambda row: row.card_id))


def export_reviews(
    connection: Connection, scope: LearnerScope, deck: DeckId, after: int
) -> tuple[tuple[ExportReview, ...], int]:
    """Return `_REVIEWS_PER_READ` reviews of cards of `deck` that came `after` one (its id, or 0).

    Only what moved a memory is returned, the oldest first; and the id of the last one, to go on
    from: 0 when there are no more.
    """
    wanted = {"learner": scope.learner_key, "deck": key_of(deck), "start": after}
    rows = connection.execute(_LOG, wanted).all()
    return tuple(map(_export_review, rows)), rows[-1].id if rows else 0


_CARDS: Select[Any] = (
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
        *(memories.c[name] for name in EMPTY_MEMORY),
    )
    .select_from(cards)
    .join(decks, decks.c.id == cards.c.deck_id)
    .join(items, and_(items.c.card_id == cards.c.id, items.c.retired_at.is_(None)))
    .outerjoin(
        memories, and_(memories.c.learner_id == LEARNER_PARAM, memories.c.card_id == cards.c.id)
    )
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
        reviews.c.learner_id == LEARNER_PARAM,
        reviews.c.id > _START,
        cards.c.deck_id == bindparam("deck", type_=BigInteger),
        cards.c.retired_at.is_(None),
        reviews.c.counts,
        is_not_undone,
        or_(reviews.c.rating.is_not(None), reviews.c.mode == Mode.IMPORTED.value),
    )
    .order_by(reviews.c.id)
    .limit(_REVIEWS_PER_READ)
)


def _export_card(rows: Sequence[Row[Any]]) -> ExportCard:
    first = rows[0]
    return ExportCard(
        items=tuple(item_from_row(row) for row in rows),
        changed_at=from_milliseconds(first.changed_at),
        number=first.number,
        memory=memory_from_row(first),
        is_suspended=bool(first.is_suspended),
    )


def _export_review(row: Row[Any]) -> ExportReview:
    return ExportReview(
        card=CardId(row.uid),
        at=id_milliseconds(row.id),
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
