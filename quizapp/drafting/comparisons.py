"""Figures that a sentence holds against each other: "22.9% vs 25.7%"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.drafting.model import FigureKind, FoundFigure

_AGAINST = re.compile(
    r"\b(?:vs|versus|compared (?:with|to)|than|against|as opposed to|whereas|gegenüber|"
    r"contre|frente a)\b",
    re.IGNORECASE,
)
_COMPARED = frozenset({FigureKind.SHARE, FigureKind.MEASURE, FigureKind.COUNT, FigureKind.SYMBOL})


def find_comparisons(sentence: str, figures: Sequence[FoundFigure]) -> tuple[str, ...]:
    """Return the pairs of like figures between which a comparison stands: "22.9% vs. 25.7%"."""
    likes = [figure for figure in figures if figure.kind in _COMPARED]
    found = []
    for one, other in pairwise(likes):
        between = sentence[one.close : other.start]
        if one.kind is other.kind and one.unit == other.unit and _AGAINST.search(between):
            found.append(
                f"{sentence[one.start : one.close]} vs {sentence[other.start : other.close]}"
            )
    return tuple(found)
