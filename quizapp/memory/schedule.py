"""How a rating moves a memory: FSRS-6, by py-fsrs, on the learner's days.

py-fsrs counts elapsed days in steps of 24 hours. Anki counts the learner's days. So every moment
is handed to py-fsrs as midnight of its day, and the same history makes the same memory in both;
what comes back due is set in the learner's time again.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from quizapp.memory.days import DAY_CACHE_SIZE, learner_day, start_of_day
from quizapp.memory.model import Calendar, Memory, MemoryState, New, Rating, Scheduling, State

if TYPE_CHECKING:
    import fsrs

_FIRST_DAY = datetime(1, 1, 1, tzinfo=UTC)


class MemoryReplay:
    """What one rating after another makes of the memory of one card, under one scheduling.

    The card of py-fsrs is taken from rating to rating: a log may be a million long.
    """

    def __init__(self, memory: MemoryState, scheduling: Scheduling, calendar: Calendar) -> None:
        self._engine = _engine(scheduling)
        self._calendar = calendar
        self._last_day = self._rated_on = _last_day(memory, calendar)
        self._card = self._engine.make_card(memory, self._last_day)
        self._reps, self._lapses = (
            (0, 0) if isinstance(memory, New) else (memory.reps, memory.lapses)
        )

    def rate(self, rating: Rating, now: datetime) -> None:
        """Take a rating at `now`; one before the last rating counts as the same moment.

        Raises:
            ValueError: `now` has no time zone.
        """
        engine = self._engine
        today = learner_day(now, self._calendar)
        self._rated_on = max(today, self._last_day)
        self._reps += 1
        self._lapses += (
            rating is Rating.AGAIN and engine.our_states[self._card.state] is State.REVIEW
        )
        self._card = engine.rate_card(self._card, rating, self._rated_on)
        # As a card made anew of the memory has it: a clock may be set back over the rollover.
        self._card.last_review = _midnight(today)
        self._last_day = today

    def memory(self, now: datetime) -> Memory:
        """Return what the last rating left, which was `now`."""
        card = self._card
        state = self._engine.our_states[card.state]
        # review_card always sets both; the library types them as optional.
        assert card.stability is not None  # noqa: S101
        assert card.difficulty is not None  # noqa: S101
        return Memory(
            state=state,
            step=card.step,
            stability=card.stability,
            difficulty=card.difficulty,
            due=_due(card, state, self._rated_on, now, self._calendar),
            last_review=now.astimezone(UTC),
            reps=self._reps,
            lapses=self._lapses,
        )

    def retrievability(self, now: datetime) -> float:
        """Return the chance (0 to 1) that the learner recalls the card at `now`; 0 if it is new.

        Raises:
            ValueError: `now` has no time zone.
        """
        today = max(learner_day(now, self._calendar), self._last_day)
        scheduler = self._engine.scheduler
        return float(scheduler.get_card_retrievability(self._card, _midnight(today)))


def next_memory(
    memory: MemoryState, rating: Rating, now: datetime, scheduling: Scheduling, calendar: Calendar
) -> Memory:
    """Return the memory after a `rating` at `now`.

    A step of learning is due so many minutes after `now`; a review is due when the learner's day
    begins. A `now` before the last review counts as the same moment.

    Raises:
        ValueError: `now` has no time zone.
    """
    replay = MemoryReplay(memory, scheduling, calendar)
    replay.rate(rating, now)
    return replay.memory(now)


def next_memories(
    memory: MemoryState, now: datetime, scheduling: Scheduling, calendar: Calendar
) -> Mapping[Rating, Memory]:
    """Return what each rating at `now` would make of the memory."""
    return {rating: next_memory(memory, rating, now, scheduling, calendar) for rating in Rating}


def retrievability(
    memory: Memory, now: datetime, scheduling: Scheduling, calendar: Calendar
) -> float:
    """Return the chance (0 to 1) that the learner recalls the card at `now`.

    Whole days of the learner count; a `now` before the last review counts as zero days. The
    forgetting curve of FSRS-6.

    Raises:
        ValueError: `now` has no time zone.
    """
    return MemoryReplay(memory, scheduling, calendar).retrievability(now)


# --- between the learner's days and py-fsrs ------------------------------------------------------


class _Engine:
    """py-fsrs under one scheduling, with its words for ours."""

    def __init__(self, scheduling: Scheduling) -> None:
        import fsrs  # noqa: PLC0415 (start-up: 30 ms that only a rating needs)

        parameters = {"parameters": scheduling.parameters} if scheduling.parameters else {}
        self.scheduler = fsrs.Scheduler(
            desired_retention=scheduling.retention,
            learning_steps=scheduling.learning_steps,
            relearning_steps=scheduling.relearning_steps,
            maximum_interval=scheduling.maximum_interval_days,
            enable_fuzzing=False,
            **parameters,
        )
        self.ratings = {rating: fsrs.Rating(int(rating)) for rating in Rating}
        self.fsrs_states = {state: fsrs.State[state.name.capitalize()] for state in State}
        self.our_states = {their: our for our, their in self.fsrs_states.items()}
        self._make = fsrs.Card

    def make_card(self, memory: MemoryState, last_day: int) -> "fsrs.Card":
        """Return a memory that was last rated on `last_day` as a card of py-fsrs."""
        # A card without an id makes one of the clock, and sleeps a millisecond for it.
        if isinstance(memory, New):
            return self._make(card_id=0)
        last = _midnight(last_day)
        return self._make(
            card_id=0,
            state=self.fsrs_states[memory.state],
            step=memory.step,
            stability=memory.stability,
            difficulty=memory.difficulty,
            due=last,
            last_review=last,
        )

    def rate_card(self, card: "fsrs.Card", rating: Rating, today: int) -> "fsrs.Card":
        """Return a card after a rating on the learner's day `today`."""
        after, _ = self.scheduler.review_card(card, self.ratings[rating], _midnight(today))
        return after


_engine = lru_cache(maxsize=64)(_Engine)


def _last_day(memory: MemoryState, calendar: Calendar) -> int:
    """Return the learner's day of the last review; 0, before all days, where there is none."""
    return 0 if isinstance(memory, New) else learner_day(memory.last_review, calendar)


@lru_cache(maxsize=DAY_CACHE_SIZE)
def _midnight(day: int) -> datetime:
    return _FIRST_DAY + timedelta(days=day - 1)


def _due(
    card: "fsrs.Card", state: State, today: int, now: datetime, calendar: Calendar
) -> datetime:
    interval = card.due - _midnight(today)
    if state is State.REVIEW:
        return start_of_day(today + interval.days, calendar)
    return now.astimezone(UTC) + interval
