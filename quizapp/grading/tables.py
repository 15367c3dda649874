"""The tables that grading reads: `data/*.tsv`, a row a line. Here alone grading opens a file."""

from functools import cache
from importlib.resources import files


@cache
def table_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the table `name`, each with as many cells as its head; comments left out.

    The first line of a table is a comment that names its columns.
    """
    text = files("quizapp.grading").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line[:1] not in {"", "#"})


@cache
def table_columns(name: str) -> tuple[str, ...]:
    """Return the names of the columns of the table `name`."""
    text = files("quizapp.grading").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(text.partition("\n")[0].removeprefix("#").strip().split("\t"))
