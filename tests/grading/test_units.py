import re
from fractions import Fraction

import pint
import pytest

from quizapp.grading.numerals import fold
from quizapp.grading.tables import table_columns, table_rows
from quizapp.grading.units import convert, is_known, unit_of
from tests.grading.tables import case_rows

# What pint has under another name.
NAMES_IN_PINT = {
    "°C": "degC", "°F": "degF", "%": "percent", "‰": "permille", "M": "molar", "Da": "dalton",
    "y": "year", "mo": "month", "wk": "week", "in": "inch", "mi": "mile", "t": "metric_ton",
    "kmh": "kph", "Å": "angstrom", "Ω": "ohm", "rpm": "1/minute", "bpm": "1/minute",
    "ha": "hectare", "Torr": "torr", "Wh": "watt_hour",
}  # fmt: skip
NOT_IN_PINT = frozenset({"beat", "ppb", "Mya"})
BASE = re.compile(r"(m|kg|s|A|K|mol)(-?\d+)?")


def bases_of(dimension: str) -> list[re.Match[str] | None]:
    """The base units of "kg.m-1" with their exponents; None for one of our own."""
    return [BASE.fullmatch(each) for each in dimension.split(".") if each]


MEASURES = [
    row for row in table_rows("units.tsv") if row[0] not in NOT_IN_PINT and all(bases_of(row[1]))
]
IN_PINT: pint.UnitRegistry[float] = pint.UnitRegistry(cache_folder=None)


@pytest.mark.parametrize(("key", "typed", "factor"), case_rows("units.tsv"))
def test_a_unit_that_people_type_is_so_many_of_the_key(key: str, typed: str, factor: str) -> None:
    one, two = (convert(Fraction(each), unit_of(typed), unit_of(key)) for each in (1, 2))

    found = None if one is None or two is None else two - one

    assert found == (None if factor == "x" else Fraction(factor))


@pytest.mark.parametrize("row", MEASURES, ids=[row[0] for row in MEASURES])
def test_a_unit_is_as_large_as_in_pint(row: tuple[str, ...]) -> None:
    symbol, dimension, factor, offset, *_ = row
    bases = [f"{each[1]} ** ({each[2] or 1})" for each in bases_of(dimension) if each]
    ours = float(Fraction(factor) + Fraction(offset or 0))

    one = IN_PINT.Quantity(1, NAMES_IN_PINT.get(symbol, symbol)).to(" * ".join(bases))

    assert one.magnitude == pytest.approx(ours, rel=1e-9)


def test_each_row_of_the_table_is_whole() -> None:
    rows = table_rows("units.tsv")
    prefixes = {row[1] for row in table_rows("unit_words.tsv") if row[0] == "prefix"}

    assert table_columns("units.tsv") == (
        *("symbol", "dimension", "factor", "offset", "prefixes", "words"),
    )
    assert [row[0] for row in rows if len(row) != 6 or Fraction(row[2]) <= 0] == []
    assert [row[0] for row in rows if not set(row[4].split()) <= prefixes] == []
    assert len({row[0] for row in rows}) == len(rows)


def test_no_word_names_two_units() -> None:
    words = [
        (fold(word), row[0])
        for row in table_rows("units.tsv")
        for word in row[5].split()
        if len(word) > 2
    ]

    assert sorted(word for word, _ in set(words)) == sorted({word for word, _ in words})


@pytest.mark.parametrize("unit", ["", "mg", "mg/kg/day", "patients", "%", "mm Hg", "kDa", "м/с"])
def test_a_unit_of_the_table_is_known(unit: str) -> None:
    assert is_known(unit)


@pytest.mark.parametrize("unit", ["blobs", "blobs/min", "smoots"])
def test_a_unit_that_is_not_in_the_table_is_taken_as_written(unit: str) -> None:
    assert not is_known(unit)
    assert convert(Fraction(3), unit_of(unit), unit_of(unit)) == 3
    assert convert(Fraction(3), unit_of(unit), unit_of("mg")) is None


@pytest.mark.parametrize(
    ("typed", "celsius"),
    [("°F", Fraction(-155, 9)), ("K", Fraction(-5443, 20)), ("°C", Fraction(1))],
)
def test_a_temperature_is_converted_from_its_zero(typed: str, celsius: Fraction) -> None:
    assert convert(Fraction(1), unit_of(typed), unit_of("°C")) == celsius


def test_case_tells_where_two_readings_exist() -> None:
    assert unit_of("ML") == unit_of("mL")
    assert unit_of("mM") != unit_of("mm")
    assert unit_of("MW") != unit_of("mW")
