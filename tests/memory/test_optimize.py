"""Fitting FSRS to a learner: with the real optimiser, on learners whose memory is known."""

import sys

import pytest

from quizapp.memory.model import Rating
from quizapp.memory.optimize import (
    MIN_REVIEWS,
    FitScore,
    MissingOptimizerError,
    OptimizationResult,
    TooFewReviewsError,
    optimize_parameters,
)
from tests.memory.learners import OWN, USUAL, histories_of


def test_a_learner_who_forgets_in_another_way_is_foretold_better_afterwards() -> None:
    found = optimize_parameters(histories_of(OWN, cards=300, reviews=8), ())

    assert found.is_better
    assert found.after.log_loss < found.before.log_loss
    assert len(found.parameters) == 21


def test_the_newest_fifth_is_held_out() -> None:
    found = optimize_parameters(histories_of(USUAL, cards=100, reviews=8), ())

    assert (found.trained, found.held_out) == (560, 140)


def test_the_same_log_is_fitted_alike_however_the_threads_add_up() -> None:
    log = histories_of(OWN, cards=100, reviews=8)

    losses = [optimize_parameters(log, ()).after.log_loss for _ in range(3)]

    assert max(losses) - min(losses) < 0.01


def test_too_few_reviews_are_refused_with_how_many_there_are() -> None:
    with pytest.raises(TooFewReviewsError, match="70 reviews are too few to learn from") as told:
        optimize_parameters(histories_of(USUAL, cards=10, reviews=8), ())

    assert str(MIN_REVIEWS) in told.value.message


def test_several_answers_on_one_day_tell_nothing_on_their_own() -> None:
    one_day = [[(739_000, Rating.GOOD)] * 50] * 50

    with pytest.raises(TooFewReviewsError, match=r"^0 reviews"):
        optimize_parameters(one_day, ())


def test_without_the_extra_it_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", None)

    with pytest.raises(MissingOptimizerError) as told:
        optimize_parameters([], ())

    assert told.value.fix == "in the folder that quizapp came in: pip install '.[optimize]'"


@pytest.mark.parametrize(
    ("after", "is_better"),
    [
        (FitScore(0.29, 0.04), True),
        (FitScore(0.29, 0.05), True),
        (FitScore(0.30, 0.01), False),
        (FitScore(0.29, 0.06), False),
    ],
)
def test_better_is_better_by_both_measures(after: FitScore, *, is_better: bool) -> None:
    found = OptimizationResult((), FitScore(0.30, 0.05), after, trained=400, held_out=100)

    assert found.is_better is is_better
