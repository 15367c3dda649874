"""A blind audit: a random sample of items, read without verdicts, and the rate of flawed ones."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

_T = TypeVar("_T")
_Z = 1.959964  # of 95 %


class FlawCode(StrEnum):
    """What is wrong with an item that was read blind."""

    MORE_RIGHT = "more than one right"
    NOT_IN_SOURCE = "not in source"
    TRIVIA = "trivia"
    CUE = "cue"
    WORDING = "wording"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class FlawRate:
    """How many of so many items are flawed, as shares of 1, with a 95 % interval around it."""

    flawed: int
    total: int
    rate: float
    low: float
    high: float


def draw_sample(items: Sequence[_T], number: int, seed: int) -> tuple[_T, ...]:
    """Return `number` of `items` (all, where there are fewer), which depend on `seed` alone."""
    return tuple(random.Random(seed).sample(list(items), min(number, len(items))))


def measure_flaws(flawed: int, total: int) -> FlawRate:
    """Return the rate of `flawed` of `total` items with its Wilson score interval.

    Of none, nothing is known: from 0 to 1. Wilson, J Am Stat Assoc 1927;22:209-212.
    """
    if not total:
        return FlawRate(0, 0, 0.0, 0.0, 1.0)
    rate, square = flawed / total, _Z * _Z
    middle = (rate + square / (2 * total)) / (1 + square / total)
    spread = _Z / (1 + square / total)
    spread *= math.sqrt(rate * (1 - rate) / total + square / (4 * total * total))
    low = 0.0 if not flawed else max(0.0, middle - spread)
    high = 1.0 if flawed == total else min(1.0, middle + spread)
    return FlawRate(flawed, total, rate, low, high)
