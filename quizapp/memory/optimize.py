"""FSRS parameters from a learner's own log, by fsrs-rs; kept only where they are better.

The optimiser is an extra (`pip install '.[optimize]'` in the folder that quizapp came in): Rust, in
a wheel of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from quizapp.errors import QuizappError
from quizapp.memory.model import Rating

if TYPE_CHECKING:
    from fsrs_rs_python import FSRSItem

MIN_REVIEWS = 400  # informative reviews: those on another day than the one before
_HELD_OUT_SHARE = 0.2  # the newest share of them, which the optimiser does not see

# The ratings of one card, the oldest first, each with its learner's day.
RatingHistory: TypeAlias = Sequence[tuple[int, Rating]]


class MissingOptimizerError(QuizappError):
    """The extra is not installed (exit code 1)."""

    exit_code = 1


class TooFewReviewsError(QuizappError):
    """The log is too short to learn from (exit code 1)."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class FitScore:
    """How well parameters predict recall: less is better of both.

    `log_loss` is in nats a review; `rmse` is the root of the mean squared difference between
    predicted and actual recall, over bins of alike reviews, 0 to 1.
    """

    log_loss: float
    rmse: float


@dataclass(frozen=True, slots=True)
class OptimizationResult:
    """What came of optimising; `before` and `after` are on the `held_out` newest reviews."""

    parameters: tuple[float, ...]
    before: FitScore
    after: FitScore
    trained: int
    held_out: int

    @property
    def is_better(self) -> bool:
        """Whether the new parameters foretold the reviews held out better, by both measures."""
        return self.after.log_loss < self.before.log_loss and self.after.rmse <= self.before.rmse


def optimize_parameters(
    histories: Sequence[RatingHistory], present: tuple[float, ...]
) -> OptimizationResult:
    """Return parameters learnt from all but the newest reviews, tried on those.

    `present` are the parameters in use, () for FSRS-6's defaults.

    Raises:
        NoOptimiserError: fsrs-rs is not installed.
        TooFewReviewsError: there are fewer than `MIN_REVIEWS` informative reviews.
    """
    try:
        import fsrs_rs_python as fsrs_rs  # noqa: PLC0415 (an extra)
    except ImportError:
        raise MissingOptimizerError(
            "the optimiser is not installed",
            "in the folder that quizapp came in: pip install '.[optimize]'",
        ) from None
    telling = sorted(
        (each for history in histories for each in _informative_reviews(history)),
        key=lambda each: each[0],
    )
    if len(telling) < MIN_REVIEWS:
        raise TooFewReviewsError(
            f"{len(telling)} reviews are too few to learn from; {MIN_REVIEWS} are needed",
            "study on: FSRS's own parameters, learnt from many learners, serve well until then",
        )
    items = [item for _, item in telling]
    known = round(len(items) * (1 - _HELD_OUT_SHARE))
    learner = fsrs_rs.FSRS(list(fsrs_rs.DEFAULT_PARAMETERS))
    found = tuple(round(value, 6) for value in learner.compute_parameters(items[:known]))
    old = present or tuple(fsrs_rs.DEFAULT_PARAMETERS)
    return OptimizationResult(
        found,
        _measure_fit(old, items[known:]),
        _measure_fit(found, items[known:]),
        known,
        len(items) - known,
    )


def _informative_reviews(history: RatingHistory) -> Iterator[tuple[int, "FSRSItem"]]:
    """Yield each informative review of a card, with its day and all that went before."""
    import fsrs_rs_python as fsrs_rs  # noqa: PLC0415 (an extra)

    gaps = [0, *(later - earlier for (earlier, _), (later, _) in pairwise(history))]
    reviews = [
        fsrs_rs.FSRSReview(int(rating), gap) for (_, rating), gap in zip(history, gaps, strict=True)
    ]
    for at, gap in enumerate(gaps):
        if gap > 0:
            yield history[at][0], fsrs_rs.FSRSItem(reviews[: at + 1])


def _measure_fit(parameters: Sequence[float], items: Sequence["FSRSItem"]) -> FitScore:
    """Return how well `parameters` predict the last review of each of `items`."""
    import fsrs_rs_python as fsrs_rs  # noqa: PLC0415 (an extra)

    found = fsrs_rs.FSRS(list(parameters)).evaluate(list(items))
    return FitScore(found.log_loss, found.rmse_bins)
