"""How a rating moves a memory: FSRS-6, by py-fsrs, on the learner's days.

py-fsrs counts elapsed days in steps of 24 hours. Anki counts the learner's days. So every moment
is handed to py-fsrs as midnight of its day, and the same history makes the same memory in both;
what comes back due is set in the learner's time again.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from quizapp.memory.days import day_of, start_of
from quizapp.memory.model import Calendar, Memory, MemoryState, New, Rating, Scheduling, State

if TYPE_CHECKING:
    import fsrs

_FIRST_DAY = datetime(1, 1, 1, tzinfo=UTC)


def review(
    memory: MemoryState, rating: Rating, now: datetime, scheduling: Scheduling, calendar: Calendar
) -> Memory:
    """Return the memory after a `rating` at `now`.

    A step of learning is due so many minutes after `now`; a review is due when the learner's day
    begins. A `now` before the last review counts as the same moment.

    Raises:
        ValueError: `now` has no time zone.
    """
    import fsrs  # noqa: PLC0415 (start-up: 30 ms that only a rating needs)

    today = _day(memory, now, calendar)
    card, _ = _scheduler(scheduling).review_card(
        _as_card(memory, calendar), fsrs.Rating(int(rating)), _midnight(today)
    )
    state = _STATES[card.state.name]
    is_lapse = rating is Rating.AGAIN and _state_of(memory) is State.REVIEW
    # review_card always sets both; the library types them as optional.
    assert card.stability is not None  # noqa: S101
    assert card.difficulty is not None  # noqa: S101
    return Memory(
        state=state,
        step=card.step,
        stability=card.stability,
        difficulty=card.difficulty,
        due=_due(card, state, today, now, calendar),
        last_review=now.astimezone(UTC),
        reps=1 if isinstance(memory, New) else memory.reps + 1,
        lapses=0 if isinstance(memory, New) else memory.lapses + is_lapse,
    )


def next_memories(
    memory: MemoryState, now: datetime, scheduling: Scheduling, calendar: Calendar
) -> Mapping[Rating, Memory]:
    """Return what each rating at `now` would make of the memory."""
    return {rating: review(memory, rating, now, scheduling, calendar) for rating in Rating}


def replay(
    log: Iterable[tuple[datetime, Rating]], scheduling: Scheduling, calendar: Calendar
) -> MemoryState:
    """Return the memory that a card's ratings leave, the oldest first; `New` for none."""
    memory: MemoryState = New()
    for now, rating in log:
        memory = review(memory, rating, now, scheduling, calendar)
    return memory


def retrievability(
    memory: Memory, now: datetime, scheduling: Scheduling, calendar: Calendar
) -> float:
    """Return the chance (0 to 1) that the learner recalls the card at `now`.

    Whole days of the learner count; a `now` before the last review counts as zero days. The
    forgetting curve of FSRS-6.

    Raises:
        ValueError: `now` has no time zone.
    """
    return float(
        _scheduler(scheduling).get_card_retrievability(
            _as_card(memory, calendar), _midnight(_day(memory, now, calendar))
        )
    )


# --- between the learner's days and py-fsrs ------------------------------------------------------

_STATES = {"Learning": State.LEARNING, "Review": State.REVIEW, "Relearning": State.RELEARNING}
_STATE_NAMES = {state: name for name, state in _STATES.items()}


@lru_cache(maxsize=64)
def _scheduler(scheduling: Scheduling) -> "fsrs.Scheduler":
    import fsrs  # noqa: PLC0415 (start-up)

    parameters = {"parameters": scheduling.parameters} if scheduling.parameters else {}
    return fsrs.Scheduler(
        desired_retention=scheduling.retention,
        learning_steps=scheduling.learning_steps,
        relearning_steps=scheduling.relearning_steps,
        maximum_interval=scheduling.maximum_interval_days,
        enable_fuzzing=False,
        **parameters,
    )


def _as_card(memory: MemoryState, calendar: Calendar) -> "fsrs.Card":
    import fsrs  # noqa: PLC0415 (start-up)

    # A card without an id makes one of the clock, and sleeps a millisecond for it.
    if isinstance(memory, New):
        return fsrs.Card(card_id=0)
    last_day = _midnight(day_of(memory.last_review, calendar))
    return fsrs.Card(
        card_id=0,
        state=fsrs.State[_STATE_NAMES[memory.state]],
        step=memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=last_day,
        last_review=last_day,
    )


def _state_of(memory: MemoryState) -> State | None:
    return None if isinstance(memory, New) else memory.state


def _day(memory: MemoryState, now: datetime, calendar: Calendar) -> int:
    """Return the learner's day at `now`, never before the day of the last review."""
    today = day_of(now, calendar)
    return today if isinstance(memory, New) else max(today, day_of(memory.last_review, calendar))


def _midnight(day: int) -> datetime:
    return _FIRST_DAY + timedelta(days=day - 1)


def _due(
    card: "fsrs.Card", state: State, today: int, now: datetime, calendar: Calendar
) -> datetime:
    interval = card.due - _midnight(today)
    if state is State.REVIEW:
        return start_of(today + interval.days, calendar)
    return now.astimezone(UTC) + interval
