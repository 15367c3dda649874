"""How far forecasts of recall can be trusted: predicted beside actual recall, in bins."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.learner.counts import RecallBin


@dataclass(frozen=True, slots=True)
class Calibration:
    """All bins, and both recalls over all of them, None without a review."""

    bins: tuple[RecallBin, ...]
    count: int
    predicted: float | None
    recalled: float | None


def measure_calibration(bins: Sequence[RecallBin]) -> Calibration:
    """Return `bins` with their means, each review counted alike."""
    count = sum(each.count for each in bins)
    if not count:
        return Calibration(tuple(bins), 0, None, None)
    return Calibration(
        tuple(bins),
        count,
        sum(each.count * each.predicted for each in bins) / count,
        sum(each.count * each.recalled for each in bins) / count,
    )
