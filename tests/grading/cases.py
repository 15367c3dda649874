"""Reads the tables of answers that an expert has judged (`*_cases.tsv` beside this file)."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent


class TermCase(NamedTuple):
    key: str
    accepted: tuple[str, ...]
    never: tuple[str, ...]
    response: str
    verdict: str
    note: str


class NumberCase(NamedTuple):
    value: str
    unit: str
    of: str
    tolerance: str
    response: str
    verdict: str
    note: str


class ListCase(NamedTuple):
    members: tuple[str, ...]
    response: str
    verdict: str
    note: str


def rows(name: str) -> Iterator[list[str]]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)


TERM_CASES = [
    TermCase(key, parts(accepted), parts(never), response, verdict, note)
    for key, accepted, never, response, verdict, note in rows("term_cases.tsv")
]
NUMBER_CASES = [NumberCase(*row) for row in rows("number_cases.tsv")]
LIST_CASES = [
    ListCase(parts(members), response, verdict, note)
    for members, response, verdict, note in rows("list_cases.tsv")
]
