"""Where something stands in a file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file: lines and columns count from 1; 0 when only the file is known."""

    file: str
    line: int = 0
    column: int = 0
