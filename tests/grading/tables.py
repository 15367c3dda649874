"""Reads the tables of answers that people type (`cases/*.tsv` beside this file)."""

from decimal import Decimal
from pathlib import Path

from quizapp.grading.expected import ExpectedNumber

CASES = Path(__file__).parent / "cases"


def case_rows(name: str) -> list[tuple[str, ...]]:
    """Each row of a table, its comments left out."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]


def a_number(
    value: str = "13",
    unit: str = "",
    of: str = "",
    tolerance: str = "",
    language: str = "en",
) -> ExpectedNumber:
    return ExpectedNumber(
        Decimal(value),
        value,
        unit,
        Decimal(of) if of else None,
        Decimal(tolerance or 0),
        language,
    )
