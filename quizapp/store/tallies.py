"""What a learner did on a day, and how fast: read from the newest end of the log."""

import json
from collections import Counter
from datetime import timedelta
from statistics import median
from typing import Any

from sqlalchemy import Connection, or_, select

from quizapp.bank.model import DeckId, FactId
from quizapp.items.item import Format
from quizapp.memory.days import start_of
from quizapp.memory.model import State
from quizapp.session.model import DayTally, Mode
from quizapp.store.keys import first_id, milliseconds
from quizapp.store.seat import Seat
from quizapp.store.tables import cards, decks, facts, reviews

PACE_ANSWERS = 20  # fewer do not tell a learner's pace
PACE_REVIEWS = 2000  # older ones no longer do

# The learner's zone may have been another when the day's answers were given.
_ZONES_DIFFER_BY = timedelta(hours=27)


def tally(connection: Connection, seat: Seat, day: int) -> DayTally:
    """Return what was studied (mode study, or counted) on the learner's `day`."""
    since = milliseconds(start_of(day, seat.calendar) - _ZONES_DIFFER_BY)
    query = (
        select(
            facts.c.uid.label("fact"),
            facts.c.confusable,
            decks.c.uid.label("deck"),
            reviews.c.before_state,
            reviews.c.after_state,
        )
        .select_from(reviews)
        .join(cards, cards.c.id == reviews.c.card_id)
        .join(facts, facts.c.id == cards.c.fact_id)
        .join(decks, decks.c.id == cards.c.deck_id)
        .where(
            reviews.c.learner_id == seat.learner,
            reviews.c.id >= first_id(since),
            reviews.c.day == day,
            or_(reviews.c.mode == Mode.STUDY.value, reviews.c.counts),
        )
    )
    rows = connection.execute(query).all()
    return DayTally(
        facts_asked=frozenset(FactId(row.fact) for row in rows),
        facts_shunned=frozenset(
            FactId(fact)
            for confusable in {row.confusable for row in rows}
            for fact in json.loads(confusable)
        ),
        new_cards=Counter(DeckId(row.deck) for row in rows if _was_new(row)),
        reviews=Counter(DeckId(row.deck) for row in rows if _was_review(row)),
    )


def median_milliseconds(connection: Connection, seat: Seat) -> dict[Format, int]:
    """Return the learner's median answer time in each format of which there are 20 answers."""
    newest = (
        select(reviews.c.format, reviews.c.milliseconds)
        .where(reviews.c.learner_id == seat.learner, reviews.c.mode != Mode.IMPORTED.value)
        .order_by(reviews.c.id.desc())
        .limit(PACE_REVIEWS)
        .subquery()
    )
    times: dict[str, list[int]] = {}
    for row in connection.execute(select(newest)):
        times.setdefault(row.format, []).append(row.milliseconds)
    return {
        Format(format_): round(median(taken))
        for format_, taken in times.items()
        if len(taken) >= PACE_ANSWERS
    }


def _was_new(row: Any) -> bool:
    return row.before_state is None and row.after_state is not None


def _was_review(row: Any) -> bool:
    return row.before_state == State.REVIEW.value and row.after_state is not None
