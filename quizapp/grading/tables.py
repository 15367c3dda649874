"""The tables that grading reads: `data/*.tsv`, a row a line. Here alone grading opens a file."""

from functools import cache


@cache
def _lines(name: str) -> tuple[str, ...]:
    """Return the lines of the table `name`; the first is a comment that names its columns."""
    from importlib.resources import files  # noqa: PLC0415 (start-up: 9 ms)

    text = files("quizapp.grading").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(text.splitlines())


@cache
def table_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the table `name`, its comments left out."""
    return tuple(tuple(line.split("\t")) for line in _lines(name) if line[:1] not in {"", "#"})


@cache
def table_columns(name: str) -> tuple[str, ...]:
    """Return the names of the columns of the table `name`."""
    return tuple(_lines(name)[0].removeprefix("#").strip().split("\t"))
