"""Numbers as bars, drawn with block elements."""

from collections.abc import Sequence

_LEVELS = "▁▂▃▄▅▆▇█"
_EMPTY_BAR = "·"


def sparkline(values: Sequence[int]) -> str:
    """Return one character a value, as high as its share of the largest; none is a dot."""
    top = max(values, default=0)
    return "".join(
        _LEVELS[round(value / top * (len(_LEVELS) - 1))] if value else _EMPTY_BAR
        for value in values
    )


def bar(share: float, width: int) -> str:
    """Return a line of `width` cells that is filled by `share` (0 to 1), to half a cell."""
    halves = round(min(max(share, 0.0), 1.0) * width * 2)
    full, half = divmod(halves, 2)
    return "━" * full + "╸" * half
