from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.memory.days import learner_day, start_of_day
from quizapp.memory.model import Calendar, Memory, New, Rating, Scheduling, State
from quizapp.memory.schedule import next_memories, next_memory, retrievability
from tests.builders import MORNING
from tests.memory.learners import replay

BERLIN = Calendar(ZoneInfo("Europe/Berlin"))
RULES = Scheduling()
MOMENTS = st.datetimes(
    min_value=datetime(2020, 1, 1),  # noqa: DTZ001 (hypothesis wants it without)
    max_value=datetime(2035, 1, 1),  # noqa: DTZ001 (the same)
    timezones=st.just(UTC),
)
LOGS = st.lists(
    st.tuples(st.integers(0, 40 * 24 * 60), st.sampled_from(Rating)), min_size=1, max_size=12
)


def rate(*ratings: Rating, gap: timedelta = timedelta(days=2)) -> Memory:
    log = [(MORNING + gap * place, rating) for place, rating in enumerate(ratings)]
    memory = replay(log, RULES, BERLIN)
    assert isinstance(memory, Memory)
    return memory


# --- days ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-03-02T03:59:00+01:00", "2026-03-01"),
        ("2026-03-02T04:00:00+01:00", "2026-03-02"),
        ("2026-03-03T02:59:00+00:00", "2026-03-02"),
        ("2026-03-29T03:30:00+02:00", "2026-03-28"),
    ],
)
def test_a_day_begins_at_four_in_the_learners_zone(moment: str, day: str) -> None:
    found = learner_day(datetime.fromisoformat(moment), BERLIN)

    assert found == datetime.fromisoformat(day).toordinal()


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        learner_day(datetime(2026, 3, 2), BERLIN)  # noqa: DTZ001 (that is the point)


@given(moment=MOMENTS, hour=st.integers(0, 23))
def test_a_moment_lies_between_the_starts_of_its_day_and_the_next(
    moment: datetime, hour: int
) -> None:
    calendar = Calendar(ZoneInfo("America/New_York"), hour)
    day = learner_day(moment, calendar)

    assert (
        start_of_day(day, calendar) <= moment < start_of_day(day + 1, calendar) + timedelta(hours=1)
    )


# --- reviews -------------------------------------------------------------------------------------


def test_a_new_card_learns_in_steps() -> None:
    first = next_memory(New(), Rating.GOOD, MORNING, RULES, BERLIN)
    second = next_memory(first, Rating.GOOD, first.due, RULES, BERLIN)

    assert (first.state, first.due) == (State.LEARNING, MORNING + timedelta(minutes=10))
    assert second.state is State.REVIEW


def test_a_review_is_due_when_a_day_of_the_learner_begins() -> None:
    memory = rate(Rating.EASY)

    assert memory.due == start_of_day(learner_day(memory.due, BERLIN), BERLIN)


def test_forgetting_in_review_is_a_lapse() -> None:
    memory = rate(Rating.EASY, Rating.AGAIN)

    assert (memory.state, memory.lapses, memory.reps) == (State.RELEARNING, 1, 2)


def test_forgetting_in_learning_is_none() -> None:
    assert rate(Rating.GOOD, Rating.AGAIN).lapses == 0


def test_the_hour_within_a_day_changes_nothing() -> None:
    early = next_memory(rate(Rating.EASY), Rating.GOOD, MORNING + timedelta(days=5), RULES, BERLIN)
    late = next_memory(
        rate(Rating.EASY), Rating.GOOD, MORNING + timedelta(days=5, hours=11), RULES, BERLIN
    )

    assert (early.stability, early.due) == (late.stability, late.due)


def test_a_clock_that_went_back_counts_as_the_same_day() -> None:
    memory = next_memory(rate(Rating.EASY), Rating.GOOD, MORNING - timedelta(days=9), RULES, BERLIN)

    assert memory.stability > 0


def test_each_rating_leads_further_than_the_one_before() -> None:
    futures = next_memories(rate(Rating.EASY), MORNING + timedelta(days=9), RULES, BERLIN)

    dues = [futures[rating].due for rating in Rating]
    assert dues == sorted(dues)


def test_more_wanted_retention_asks_sooner() -> None:
    strict = Scheduling(retention=0.97)

    assert (
        next_memory(New(), Rating.EASY, MORNING, strict, BERLIN).due
        < next_memory(New(), Rating.EASY, MORNING, RULES, BERLIN).due
    )


@given(log=LOGS)
def test_replaying_a_log_equals_reviewing_step_by_step(log: list[tuple[int, Rating]]) -> None:
    now, memory = MORNING, New()
    timed = []
    for minutes, rating in log:
        now += timedelta(minutes=minutes)
        timed.append((now, rating))
        memory = next_memory(memory, rating, now, RULES, BERLIN)  # type: ignore[assignment]  # New at first

    assert replay(timed, RULES, BERLIN) == memory


def test_a_clock_set_back_over_the_start_of_the_day_is_replayed_as_it_was_reviewed() -> None:
    troll = Calendar(ZoneInfo("Antarctica/Troll"), 2)  # sets its clock from three to one
    early, again, late = (datetime(2025, 10, 26, hour, 30, tzinfo=UTC) for hour in (0, 1, 9))
    log = [(early, Rating.EASY), (again, Rating.GOOD), (late, Rating.GOOD)]

    first = next_memory(New(), Rating.EASY, early, RULES, troll)
    second = next_memory(first, Rating.GOOD, again, RULES, troll)
    third = next_memory(second, Rating.GOOD, late, RULES, troll)

    assert learner_day(again, troll) < learner_day(early, troll)
    assert replay(log, RULES, troll) == third


@given(log=LOGS, days=st.integers(0, 3000))
def test_the_chance_of_recall_falls_with_time(log: list[tuple[int, Rating]], days: int) -> None:
    timed = [(MORNING + timedelta(minutes=m), rating) for m, rating in sorted(log)]
    memory = replay(timed, RULES, BERLIN)
    assert isinstance(memory, Memory)
    later = memory.last_review + timedelta(days=days)

    now, then = (
        retrievability(memory, at, RULES, BERLIN) for at in (later, later + timedelta(days=1))
    )

    assert 0 < then < now <= 1


@given(moment=MOMENTS, offset=st.integers(-12, 12))
def test_the_same_moment_in_another_zone_is_the_same_review(moment: datetime, offset: int) -> None:
    elsewhere = moment.astimezone(timezone(timedelta(hours=offset)))

    assert next_memory(New(), Rating.GOOD, elsewhere, RULES, BERLIN) == next_memory(
        New(), Rating.GOOD, moment, RULES, BERLIN
    )
