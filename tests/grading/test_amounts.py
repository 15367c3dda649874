from decimal import Decimal

import pytest

from quizapp.grading.old.amounts import Count, Part, Share, claims_in, values_of
from quizapp.grading.old.units import is_same_unit, unit_in


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("13", ["13"]),
        ("0,5", ["0.5"]),
        ("1,000", ["1000", "1.000"]),
        ("1.000", ["1.000", "1000"]),
        ("0.500", ["0.500"]),
        ("1.030.000", ["1030000"]),
        ("1,030.5", ["1030.5"]),
        ("1.030,5", ["1030.5"]),
        ("1'000", ["1000"]),
        ("1,03,5", []),
        ("1.2.3", []),
    ],
)
def test_the_marks_of_a_number_are_read(written: str, values: list[str]) -> None:
    assert values_of(written) == tuple(map(Decimal, values))


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("one hundred and five", "105"),
        ("a dozen", "12"),
        ("half a dozen", "6"),
        ("two and a half", "2.5"),
        ("three quarters", "0.75"),
        ("1½", "1.5"),
        ("1.5 million", "1500000"),
        ("10⁶", "1000000"),
        ("3 × 10^2", "300"),
        ("minus thirteen", "-13"),
        ("١٣", "13"),
        ("nineteen ninety-seven", "1997"),
    ],
)
def test_a_number_is_read_however_it_is_written(written: str, number: str) -> None:
    (claim,) = claims_in(written)

    assert isinstance(claim, Count)
    assert claim.values == (Decimal(number),)


def test_a_restatement_is_two_claims() -> None:
    assert claims_in("13 of 56 patients (23 %)") == (
        Part(Decimal(13), Decimal(56), ("patient",), is_written_out=True),
        Share(Decimal(23), ()),
    )


@pytest.mark.parametrize("text", ["13 14", "", "many", "13 - 2", "1:4"])
def test_what_says_no_one_number_claims_nothing(text: str) -> None:
    assert claims_in(text) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mg/kg", "milligrams per kilogram"),
        ("years", "yrs"),
        ("°C", "degrees Celsius"),
        ("beats per minute", "bpm"),
        ("mmol/L", "mM"),
        ("mmHg", "mm Hg"),
        ("%", "per cent"),
        ("µg", "mcg"),
        ("m/s²", "m/s^2"),
    ],
)
def test_a_unit_has_several_names(one: str, other: str) -> None:
    assert is_same_unit(unit_in(one), unit_in(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("mg/kg", "mg"), ("mg/kg", "kg/mg"), ("mm", "mM"), ("years", "months"), ("", "kg")],
)
def test_a_unit_is_no_other_one(one: str, other: str) -> None:
    assert not is_same_unit(unit_in(one), unit_in(other))


def test_a_response_that_goes_on_and_on_claims_nothing() -> None:
    assert claims_in("13" + " " * 300 + "14") == ()
