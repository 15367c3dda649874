"""The tables of grading and of drafting: `data/*.tsv`, a row a line.

Here alone these rooms open a file.
"""

from functools import cache


@cache
def _lines(name: str, room: str) -> tuple[str, ...]:
    """Return the lines of the table `name`; the first is a comment that names its columns."""
    from importlib.resources import files  # noqa: PLC0415 (start-up: 9 ms)

    text = files(f"quizapp.{room}").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(text.splitlines())


@cache
def table_rows(name: str, room: str = "grading") -> tuple[tuple[str, ...], ...]:
    """Return the rows of the table `name` of a room, its comments left out."""
    lines = (line for line in _lines(name, room) if line[:1] not in {"", "#"})
    return tuple(tuple(line.split("\t")) for line in lines)


@cache
def table_columns(name: str) -> tuple[str, ...]:
    """Return the names of the columns of the table `name`."""
    return tuple(_lines(name, "grading")[0].removeprefix("#").strip().split("\t"))
