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


class NumberCase(NamedTuple):
    value: str
    unit: str
    of: str
    tolerance: str
    response: str
    verdict: str


class ListCase(NamedTuple):
    members: tuple[str, ...]
    response: str
    verdict: str


def rows(name: str) -> Iterator[list[str]]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)


TERM_CASES = [
    TermCase(key, parts(accepted), parts(never), response, verdict)
    for key, accepted, never, response, verdict in rows("term_cases.tsv")
]
NUMBER_CASES = [NumberCase(*row) for row in rows("number_cases.tsv")]
LIST_CASES = [
    ListCase(parts(members), response, verdict)
    for members, response, verdict in rows("list_cases.tsv")
]
