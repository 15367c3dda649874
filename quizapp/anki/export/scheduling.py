"""What a learner remembers, as Anki keeps it: the columns of a card, the rows of the log.

Anki counts days from the day on which its collection was made, and a package brings a day of its
own along, from which the importing collection counts on to its own. What is written is exact but
for what Anki rounds itself: stability to 4 digits, difficulty to 3.
"""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from quizapp.learner.export_values import ExportCard, ExportReview
from quizapp.memory.days import EPOCH, learner_day, start_of_day
from quizapp.memory.model import Calendar, Memory, Scheduling, State

FIRST_DAY = date(2006, 1, 1).toordinal()  # before any review: Anki itself is of that year
_DEFAULT_EASE = 2500  # the ease of a card is that of the older scheduler, which has no part in FSRS
# Of FSRS-6's curve by default, and its place in the parameters.
_DEFAULT_DECAY, _DECAY_POSITION = 0.1542, 20

# Anki's words for where a card stands, and in which queue.
_NEW, _LEARNING, _REVIEW, _RELEARNING = range(4)
_SUSPENDED_QUEUE, _NEW_QUEUE, _LEARNING_QUEUE, _REVIEW_QUEUE, _DAY_LEARNING_QUEUE = -1, 0, 1, 2, 3
_CARD_TYPES = {State.LEARNING: _LEARNING, State.REVIEW: _REVIEW, State.RELEARNING: _RELEARNING}
# The kind of a review goes by where the card stood before.
_REVIEW_KINDS = {None: 0, State.LEARNING.value: 0, State.REVIEW.value: 1, State.RELEARNING.value: 2}
_FORGET_KIND = 4  # the kind of a row by which a learner had a card begin anew


class CardScheduling(NamedTuple):
    """The columns of a card that schedule it."""

    type: int
    queue: int
    due: int
    ivl: int
    factor: int
    reps: int
    lapses: int
    left: int
    data: str


class RevlogValues(NamedTuple):
    """A row of Anki's log without the id of its card; `id` is its time in milliseconds."""

    id: int
    ease: int
    ivl: int
    last_ivl: int
    factor: int
    time: int
    type: int


def new_scheduling(place: int) -> CardScheduling:
    """Return the scheduling of a new card, at a place in the queue of new cards."""
    return CardScheduling(_NEW, _NEW_QUEUE, place, 0, 0, 0, 0, 0, "")


def card_scheduling(
    card: ExportCard, scheduling: Scheduling, calendar: Calendar, place: int
) -> CardScheduling:
    """Return the scheduling of a card; `place` is its own among the new ones."""
    memory = card.memory
    if not isinstance(memory, Memory):
        found = new_scheduling(place)
    elif memory.state is State.REVIEW:
        found = _review_scheduling(memory, calendar)
    else:
        found = _learning_scheduling(memory, scheduling, calendar)
    if isinstance(memory, Memory):
        found = found._replace(data=_card_data(memory, scheduling, place))
    return found._replace(queue=_SUSPENDED_QUEUE) if card.is_suspended else found


def _review_scheduling(memory: Memory, calendar: Calendar) -> CardScheduling:
    """Return the scheduling of a card that is due on a day."""
    due = learner_day(memory.due, calendar)
    interval = max(1, due - learner_day(memory.last_review, calendar))
    return CardScheduling(
        _REVIEW,
        _REVIEW_QUEUE,
        due - FIRST_DAY,
        interval,
        _DEFAULT_EASE,
        memory.reps,
        memory.lapses,
        0,
        "",
    )


def _learning_scheduling(
    memory: Memory, scheduling: Scheduling, calendar: Calendar
) -> CardScheduling:
    """Return the scheduling of a card that is at a step of learning or relearning."""
    is_again = memory.state is State.RELEARNING
    steps = scheduling.relearning_steps if is_again else scheduling.learning_steps
    due = learner_day(memory.due, calendar)
    is_today = due == learner_day(memory.last_review, calendar)
    return CardScheduling(
        _CARD_TYPES[memory.state],
        _LEARNING_QUEUE if is_today else _DAY_LEARNING_QUEUE,
        int(memory.due.timestamp()) if is_today else due - FIRST_DAY,
        1 if is_again else 0,
        _DEFAULT_EASE if is_again else 0,
        memory.reps,
        memory.lapses,
        max(1, len(steps) - (memory.step or 0)),
        "",
    )


def _card_data(memory: Memory, scheduling: Scheduling, place: int) -> str:
    """Return what Anki keeps of a memory: FSRS's, and the place of the card when it was new."""
    values = scheduling.parameters
    found = {
        "pos": place,
        "s": round(memory.stability, 4),
        "d": round(memory.difficulty, 3),
        "dr": scheduling.retention,
        "decay": values[_DECAY_POSITION] if len(values) > _DECAY_POSITION else _DEFAULT_DECAY,
        "lrt": int(memory.last_review.timestamp()),
    }
    return json.dumps(found, separators=(",", ":"))


def revlog_values(review: ExportReview, calendar: Calendar) -> RevlogValues:
    """Return a review as Anki's log has it."""
    if review.rating is None:
        return RevlogValues(review.at, 0, 0, 0, 0, 0, _FORGET_KIND)
    return RevlogValues(
        id=review.at,
        ease=review.rating,
        ivl=_revlog_interval(review.state_after, review.due_after, review.at, calendar),
        last_ivl=_revlog_interval(
            review.state_before, review.due_before, review.last_review_before, calendar
        ),
        factor=_difficulty_factor(review.difficulty_after),
        time=review.milliseconds,
        type=_REVIEW_KINDS[review.state_before],
    )


def _revlog_interval(
    state: str | None, due: int | None, since: int | None, calendar: Calendar
) -> int:
    """Return how long after `since` a card was due: days, or less than a day in seconds below 0."""
    if state is None or due is None or since is None:
        return 0
    if state == State.REVIEW.value:
        return max(1, _day_of_milliseconds(due, calendar) - _day_of_milliseconds(since, calendar))
    return -max(1, (due - since) // 1000)


def _difficulty_factor(difficulty: float | None) -> int:
    """Return a difficulty of 1 to 10 as Anki's log has it: 100 to 1100."""
    return _DEFAULT_EASE if difficulty is None else round((difficulty - 1) / 9 * 1000) + 100


def _day_of_milliseconds(at: int, calendar: Calendar) -> int:
    """Return the learner's day at a millisecond."""
    return learner_day(EPOCH + timedelta(milliseconds=at), calendar)


def collection_settings(calendar: Calendar) -> tuple[int, Mapping[str, Any]]:
    """Return when the collection of a package was made (seconds), and how it counts days."""
    made = start_of_day(FIRST_DAY, calendar)
    offset = made.astimezone(calendar.zone).utcoffset() or timedelta()
    return int(made.timestamp()), {
        "schedVer": 2,
        "sched2021": True,
        "rollover": calendar.rollover_hour,
        "creationOffset": -int(offset.total_seconds() // 60),
    }
