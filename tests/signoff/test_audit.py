"""Blind audits: which items are drawn, and what a count of flaws is worth."""

import pytest

from quizapp.signoff.audit import draw_sample, measure_flaws


@pytest.mark.parametrize(
    ("flawed", "total", "low", "high"),
    [
        (0, 100, 0.0, 0.0370),
        (2, 100, 0.0055, 0.0700),
        (7, 10, 0.3968, 0.8922),
        (10, 10, 0.7225, 1.0),
        (0, 0, 0.0, 1.0),
    ],
)
def test_the_interval_is_wilsons(flawed: int, total: int, low: float, high: float) -> None:
    found = measure_flaws(flawed, total)

    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_a_sample_depends_on_its_seed_alone() -> None:
    assert draw_sample(range(100), 5, 7) == draw_sample(range(100), 5, 7)
    assert draw_sample(range(100), 5, 7) != draw_sample(range(100), 5, 8)


def test_a_sample_is_never_larger_than_what_it_is_drawn_from() -> None:
    assert sorted(draw_sample("abc", 10, 1)) == ["a", "b", "c"]
