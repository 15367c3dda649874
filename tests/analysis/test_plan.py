"""Planning for an exam: laws of any plan, and its forecast held against a learner."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.analysis.plan import make_plan
from quizapp.memory.days import learner_day, start_of_day
from quizapp.memory.model import Calendar, Memory, MemoryState, New, Rating, Scheduling
from quizapp.memory.schedule import next_memory, retrievability
from tests.counts import full_or_share

CALENDAR = Calendar(UTC, 4)
USUAL = Scheduling()
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
TODAY = NOW.toordinal()


def remembered(days_ago: int, rating: Rating = Rating.GOOD) -> MemoryState:
    return next_memory(New(), rating, NOW - timedelta(days=days_ago), USUAL, CALENDAR)


def some_cards(seen: int, unseen: int) -> list[MemoryState]:
    return [*(remembered(1 + each % 9) for each in range(seen)), *[New()] * unseen]


@settings(max_examples=full_or_share(500), deadline=None)
@given(st.integers(0, 12), st.integers(0, 60), st.integers(1, 40))
def test_all_new_cards_are_begun_in_time_and_nothing_is_negative(
    seen: int, unseen: int, days: int
) -> None:
    found = make_plan(some_cards(seen, unseen), TODAY, TODAY + days, USUAL, CALENDAR)

    assert sum(found.new) == found.unseen == unseen
    assert len(found.new) == len(found.reviews) == found.days == days
    assert min(found.new) >= 0
    assert min(found.reviews) >= 0
    assert 0 <= found.if_stopped <= 1
    assert 0 <= found.expected <= 1


def test_the_slowest_pace_that_recalls_as_much_is_taken() -> None:
    found = make_plan(some_cards(0, 40), TODAY, TODAY + 80, USUAL, CALENDAR)

    assert found.new_per_day == 1


def test_with_nothing_new_there_is_nothing_to_begin() -> None:
    found = make_plan(some_cards(5, 0), TODAY, TODAY + 10, USUAL, CALENDAR)

    assert found.new_per_day == 0
    assert found.new == (0,) * 10


def test_studying_on_recalls_more_than_stopping() -> None:
    found = make_plan(some_cards(60, 20), TODAY, TODAY + 60, USUAL, CALENDAR)

    assert found.expected > found.if_stopped


def test_the_same_memories_give_the_same_plan() -> None:
    cards = some_cards(8, 30)

    assert make_plan(cards, TODAY, TODAY + 20, USUAL, CALENDAR) == make_plan(
        cards, TODAY, TODAY + 20, USUAL, CALENDAR
    )


@pytest.mark.parametrize("days", [0, -3])
def test_an_exam_of_today_or_before_cannot_be_planned_for(days: int) -> None:
    with pytest.raises(ValueError, match="later day"):
        make_plan([New()], TODAY, TODAY + days, USUAL, CALENDAR)


def test_a_learner_who_follows_it_recalls_what_it_expects() -> None:
    days, unseen = 30, 300
    found = make_plan([New()] * unseen, TODAY, TODAY + days, USUAL, CALENDAR)
    draw = random.Random(5)
    cards: list[MemoryState] = [New()] * unseen
    begun = 0
    for day in range(days):
        noon = start_of_day(TODAY + day, CALENDAR) + timedelta(hours=6)
        for at, memory in enumerate(cards[:begun]):
            if isinstance(memory, Memory) and learner_day(memory.due, CALENDAR) <= TODAY + day:
                is_known = draw.random() < retrievability(memory, noon, USUAL, CALENDAR)
                rating = Rating.GOOD if is_known else Rating.AGAIN
                cards[at] = next_memory(memory, rating, noon, USUAL, CALENDAR)
        for at in range(begun, begun + found.new[day]):
            rating = draw.choice((Rating.AGAIN, Rating.GOOD, Rating.GOOD, Rating.EASY))
            cards[at] = next_memory(New(), rating, noon, USUAL, CALENDAR)
        begun += found.new[day]
    exam = start_of_day(TODAY + days, CALENDAR) + timedelta(hours=6)
    recalled = [
        retrievability(memory, exam, USUAL, CALENDAR)
        for memory in cards
        if isinstance(memory, Memory)
    ]

    assert sum(recalled) / unseen == pytest.approx(found.expected, abs=0.03)
