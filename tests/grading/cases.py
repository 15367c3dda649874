"""Reads the tables of answers that an expert has judged: English ones beside this file, and one a
language in `cases`.

A row holds what is asked for, what was typed, its outcome and the sentence that the learner reads.
"""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from quizapp.grading.expected import (
    ExpectedList,
    ExpectedNumber,
    ExpectedSequence,
    ExpectedTerm,
)

HERE = Path(__file__).parent
LANGUAGES = ("de", "fr", "es", "it", "pt", "nl", "ru")  # each a table of its own
ENGLISH_TABLES = ("terms", "numbers", "lists")

Typed = ExpectedTerm | ExpectedNumber | ExpectedList | ExpectedSequence


class Case(NamedTuple):
    """An answer and what an expert makes of it."""

    table: str
    key: str
    response: str
    outcome: str
    note: str
    expected: Typed

    @property
    def answer(self) -> tuple[str, str, str]:
        """What the case is known by: its table, the key and what was typed."""
        return self.table, self.key, self.response


def read_cases(table: str) -> Iterator[Case]:
    """Yield the cases of a table: "terms", "numbers", "lists", or the code of a language."""
    if table == "terms":
        for key, also, never, response, outcome, note in rows("term_cases.tsv"):
            yield Case(table, key, response, outcome, note, a_term(key, also, never))
    elif table == "numbers":
        for key, unit, of, tolerance, response, outcome, note in rows("number_cases.tsv"):
            yield Case(table, key, response, outcome, note, a_number(key, unit, of, tolerance))
    elif table == "lists":
        for key, response, outcome, note in rows("list_cases.tsv"):
            yield Case(table, key, response, outcome, note, a_list(key))
    else:
        yield from read_language(table)


def read_language(code: str) -> Iterator[Case]:
    """Yield the cases of a language other than English."""
    for key, also, never, kind, unit, response, outcome, note, _why in rows(f"cases/{code}.tsv"):
        yield Case(code, key, response, outcome, note, typed(kind, key, also, never, unit, code))


def typed(kind: str, key: str, also: str, never: str, unit: str, language: str) -> Typed:
    """Return what is asked for; `kind`: term, number, list or sequence."""
    match kind:
        case "number":
            return a_number(key, unit, language=language)
        case "list":
            return a_list(key, language)
        case "sequence":
            return ExpectedSequence(members(key, language), language)
        case _:
            return a_term(key, also, never, language)


def rows(name: str) -> Iterator[list[str]]:
    """Yield the cells of each row of a table that is no comment."""
    for line in (HERE / name).read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            yield line.split("\t")


def a_term(key: str, also: str = "", never: str = "", language: str = "en") -> ExpectedTerm:
    """Return a term; `also` and `never` are parted by bars."""
    return ExpectedTerm(key, parts(also), parts(never), language=language)


def a_number(
    value: str, unit: str = "", of: str = "", tolerance: str = "0", language: str = "en"
) -> ExpectedNumber:
    """Return a number."""
    whole = Decimal(of) if of else None
    return ExpectedNumber(Decimal(value), value, unit, whole, Decimal(tolerance), language)


def a_list(key: str, language: str = "en") -> ExpectedList:
    """Return a list; the members are parted by bars."""
    return ExpectedList(members(key, language), language)


def members(key: str, language: str) -> tuple[ExpectedTerm, ...]:
    """Return the members that are parted by bars."""
    return tuple(ExpectedTerm(member, language=language) for member in parts(key))


def parts(text: str) -> tuple[str, ...]:
    """Return what stands between bars."""
    return tuple(part for part in text.split("|") if part)
