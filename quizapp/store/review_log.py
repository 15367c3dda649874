"""Keeping an answer and taking it back: the log, the memory it moves, the day it counts for.

An answer that is judged and waits for its rating is kept beside the log, one at most of each run of
quizapp, so that a run that dies loses none (`quizapp.store.judged_answers` recovers it). An answer
taken back stays in the log, marked so; nothing else reads it any more.

Usually that is one step forward or back. Where the answer is not the newest of its card (two
clocks, two terminals), the card's whole log is replayed. The statements are made once: to make one
takes longer than to run it.
"""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, delete, insert, or_, select, update

from quizapp.errors import StoreError
from quizapp.items.item import ItemId
from quizapp.learner.model import AnswerRecord, Mode, Review
from quizapp.memory.model import MemoryState
from quizapp.session.ports import ReviewLog
from quizapp.store import day_totals
from quizapp.store.learner_scope import LearnerScope
from quizapp.store.preferences import SETTINGS_COLUMNS, is_settings_of_deck, scheduling_of
from quizapp.store.replay import (
    ReviewScheduling,
    is_changed,
    load_schedulings,
    replay_card_log,
    replay_review,
    save_scheduling,
    write_steps,
)
from quizapp.store.rows import (
    EMPTY_MEMORY,
    answer_values,
    candidate_ids,
    first_id_at,
    from_milliseconds,
    key_of,
    memory_from_row,
    memory_values,
    review_from_row,
    to_milliseconds,
)
from quizapp.store.sittings import set_verdict
from quizapp.store.store import implements
from quizapp.store.tables import (
    cards,
    decks,
    is_not_undone,
    items,
    judged_answers,
    memories,
    reviews,
    settings,
)


@implements(ReviewLog.keep_judged)
def keep_judged(connection: Connection, scope: LearnerScope, answer: AnswerRecord) -> None:
    connection.execute(_DELETE_JUDGED, {"learner": scope.learner_key, "run": scope.run_key})
    values = {
        "learner_id": scope.learner_key,
        "run_key": scope.run_key,
        "answered_at": to_milliseconds(answer.at),
        "card_id": key_of(answer.card),
        "item_id": key_of(answer.item),
        **answer_values(answer),
    }
    connection.execute(_INSERT_JUDGED, values)


@implements(ReviewLog.record)
def record(connection: Connection, scope: LearnerScope, answer: AnswerRecord) -> Review:
    judged = _take_judged(connection, scope, answer.item)
    if judged is not None and judged.review_id is not None:
        _mark_undone(connection, scope, judged.review_id, to_milliseconds(answer.at))
    return append_answer(connection, scope, answer)


@implements(ReviewLog.forget_judged)
def forget_judged(connection: Connection, scope: LearnerScope) -> None:
    judged = _take_judged(connection, scope)
    if judged is not None and judged.review_id is not None:
        _mark_undone(connection, scope, judged.review_id, judged.answered_at)


def _take_judged(
    connection: Connection, scope: LearnerScope, item: ItemId | None = None
) -> Row[Any] | None:
    """Return the judged answer of this run (to `item`), which is kept no longer; None without.

    It has a review where another run took this one for dead, and logged it.
    """
    own = {"learner": scope.learner_key, "run": scope.run_key}
    row = connection.execute(_READ_JUDGED, own).first()
    if row is None or (item is not None and row.item_id != key_of(item)):
        return None
    connection.execute(_DELETE_JUDGED, own)
    return row


def append_answer(connection: Connection, scope: LearnerScope, answer: AnswerRecord) -> Review:
    """Add a rated answer to the log, with all that follows from it; return it as it is kept."""
    # Kept to the millisecond, so that a replay sees the very time that this step sees.
    answer = replace(answer, at=from_milliseconds(to_milliseconds(answer.at)))
    card = _card_row(connection, scope, answer)
    scheduling = scheduling_of(scope.overrides, card.own, card.author, card.parameters)
    terms = ReviewScheduling(scheduling, scope.calendar)
    rating = answer.rating if answer.moves_memory else None
    taken = replay_review(memory_from_row(card), card.last_format, rating, answer.at, terms)
    identifier, is_newest = _free_id(connection, scope, card.id, answer)
    values = {
        "learner_id": scope.learner_key,
        "id": identifier,
        "card_id": card.id,
        "item_id": key_of(answer.item) if answer.item else None,
        "scheduling_id": save_scheduling(connection, terms),
        **answer_values(answer),
        **taken.values(),
    }
    connection.execute(_INSERT_REVIEW, values)
    made = Review(identifier, answer, taken.predicted_recall, taken.before, taken.after)
    day_totals.add_review(connection, scope.learner_key, card.deck_id, made)
    if answer.sitting is not None:
        set_verdict(connection, scope, answer.sitting, answer.position, answer.verdict)
    if is_newest:
        _write_memory(connection, scope, card, taken.after, answer.format.value)
        return made
    _replay_card(connection, scope, card)
    return review_from_row(_review_row(connection, scope, identifier))


@implements(ReviewLog.undo)
def undo(
    connection: Connection,
    scope: LearnerScope,
    mode: Mode,
    sitting: int | None = None,
    *,
    now: datetime,
) -> Review | None:
    newest = newest_review(connection, scope, mode, sitting)
    return None if newest is None else _mark_undone(connection, scope, newest, to_milliseconds(now))


def newest_review(
    connection: Connection, scope: LearnerScope, mode: Mode, sitting: int | None
) -> int | None:
    """Return the id of the newest review of `mode` (and `sitting`) that was not undone."""
    query = select(reviews.c.id).where(
        reviews.c.learner_id == scope.learner_key, reviews.c.mode == mode.value, is_not_undone
    )
    if sitting is not None:
        query = query.where(reviews.c.sitting_id == sitting)
    return connection.scalar(query.order_by(reviews.c.id.desc()).limit(1))


def _mark_undone(
    connection: Connection, scope: LearnerScope, review: int, at: int
) -> Review | None:
    """Mark a review undone `at` that millisecond; None where it is already."""
    row = _review_row(connection, scope, review)
    if row.undone_at is not None:
        return None
    undone = review_from_row(row)
    here = {"learner": scope.learner_key, "review": row.id}
    connection.execute(_SET_UNDONE, {**here, "undone_at": at})
    day_totals.add_review(connection, scope.learner_key, row.deck_id, undone, times=-1)
    if row.sitting_id is not None:
        set_verdict(connection, scope, row.sitting_id, row.position, None)
    card = _card_row(connection, scope, undone.answer)
    later = _neighbours(connection, scope, card.id, row.id)
    if any(counts for _, counts in later.values()):
        _replay_card(connection, scope, card)
    else:
        _write_memory(connection, scope, card, undone.before, row.before_format)
    return undone


def _replay_card(connection: Connection, scope: LearnerScope, card: Row[Any]) -> None:
    """Make the memory of a card, and what each of its reviews found and left, follow its log."""
    wanted = {"learner": scope.learner_key, "card": card.id}
    rows = connection.execute(_LOG_OF_CARD, wanted).all()
    terms = load_schedulings(connection, fallback=scope.calendar.zone)
    replayed = replay_card_log(rows, terms)
    changed = [(row, step) for row, step in replayed.steps if is_changed(row, step)]
    write_steps(connection, scope, changed)
    for row, step in changed:
        found = review_from_row(row)
        day_totals.add_review(connection, scope.learner_key, row.deck_id, found, times=-1)
        found = replace(found, before=step.before)
        day_totals.add_review(connection, scope.learner_key, row.deck_id, found)
    _write_memory(connection, scope, card, replayed.memory, replayed.last_format)


# --- the log -------------------------------------------------------------------------------------

_is_of_this_run = and_(
    judged_answers.c.learner_id == bindparam("learner"),
    judged_answers.c.run_key == bindparam("run"),
)
_READ_JUDGED = select(judged_answers).where(_is_of_this_run)
_DELETE_JUDGED = delete(judged_answers).where(_is_of_this_run)
_INSERT_JUDGED = insert(judged_answers)

_HERE = and_(reviews.c.learner_id == bindparam("learner"), reviews.c.id == bindparam("review"))
_INSERT_REVIEW = insert(reviews)
_SET_UNDONE = update(reviews).where(_HERE)

# The learner's reviews, each with what names it.
LOGGED_ANSWERS = (
    select(reviews, cards.c.deck_id, cards.c.uid.label("card_uid"), items.c.uid.label("item_uid"))
    .join(cards, cards.c.id == reviews.c.card_id)
    .outerjoin(items, items.c.id == reviews.c.item_id)
)
_ONE_REVIEW = LOGGED_ANSWERS.where(_HERE)
_LOG_OF_CARD = LOGGED_ANSWERS.where(
    reviews.c.learner_id == bindparam("learner"),
    reviews.c.card_id == bindparam("card"),
    is_not_undone,
).order_by(reviews.c.id)

# The reviews since a moment that are of one card, or of its very millisecond.
_NEIGHBOURS = select(reviews.c.id, reviews.c.card_id, is_not_undone.label("counts")).where(
    reviews.c.learner_id == bindparam("learner"),
    reviews.c.id >= bindparam("since"),
    or_(reviews.c.id < bindparam("until"), reviews.c.card_id == bindparam("card")),
)


def _free_id(
    connection: Connection, scope: LearnerScope, card: int, answer: AnswerRecord
) -> tuple[int, bool]:
    """Return a free id for an answer, and whether no review of the card is newer.

    The id of an undone review is not free: a merge could not tell the two.
    """
    at = to_milliseconds(answer.at)
    taken = _neighbours(connection, scope, card, first_id_at(at), first_id_at(at + 1))
    identifier = next(each for each in candidate_ids(at, answer.card) if each not in taken)
    of_card = (other for other, (of, counts) in taken.items() if of == card and counts)
    return identifier, max([identifier, *of_card]) == identifier


def _neighbours(
    connection: Connection, scope: LearnerScope, card: int, since: int, until: int = 0
) -> dict[int, tuple[int, bool]]:
    """Return the reviews from `since` that are of the card, or before `until`.

    Of each its card, and whether it counts: it was not undone.
    """
    wanted = {"learner": scope.learner_key, "since": since, "until": until, "card": card}
    return {
        row.id: (row.card_id, row.counts) for row in connection.execute(_NEIGHBOURS, wanted).all()
    }


def _review_row(connection: Connection, scope: LearnerScope, review: int) -> Row[Any]:
    here = {"learner": scope.learner_key, "review": review}
    return connection.execute(_ONE_REVIEW, here).one()


# --- the memory ----------------------------------------------------------------------------------

_CARD = (
    select(
        cards.c.id,
        cards.c.deck_id,
        *SETTINGS_COLUMNS,
        memories.c.last_format,
        *(memories.c[name] for name in EMPTY_MEMORY),
    )
    .select_from(cards)
    .join(decks, decks.c.id == cards.c.deck_id)
    .outerjoin(settings, is_settings_of_deck)
    .outerjoin(
        memories,
        and_(memories.c.learner_id == bindparam("learner"), memories.c.card_id == cards.c.id),
    )
    .where(cards.c.id == bindparam("card"))
)
_INSERT_MEMORY = insert(memories)
_UPDATE_MEMORY = update(memories).where(
    memories.c.learner_id == bindparam("learner"), memories.c.card_id == bindparam("card")
)


def _card_row(connection: Connection, scope: LearnerScope, answer: AnswerRecord) -> Row[Any]:
    """Return the card, the learner's memory of it, and the settings of its deck."""
    wanted = {"learner": scope.learner_key, "card": key_of(answer.card)}
    row = connection.execute(_CARD, wanted).first()
    if row is None:
        raise StoreError(f"there is no card {answer.card}", "open its deck with quizapp first")
    return row


def _write_memory(
    connection: Connection,
    scope: LearnerScope,
    card: Row[Any],
    memory: MemoryState,
    last_format: str | None,
) -> None:
    values = {**memory_values(memory), "last_format": last_format}
    here = {"learner": scope.learner_key, "card": card.id}
    if connection.execute(_UPDATE_MEMORY, {**here, **values}).rowcount == 0:
        key = {"learner_id": scope.learner_key, "card_id": card.id, "deck_id": card.deck_id}
        connection.execute(_INSERT_MEMORY, {**key, **values})
