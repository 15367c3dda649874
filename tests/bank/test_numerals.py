"""Which text is a number, and which number."""

from decimal import Decimal

import pytest

from quizapp.bank.numerals import parse_decimal


@pytest.mark.parametrize(
    ("text", "value"),
    [("4", "4"), ("1.10", "1.10"), ("-0.5", "-0.5"), (".5", "0.5"), ("1e3", "1000")],
)
def test_a_number_keeps_its_value(text: str, value: str) -> None:
    assert parse_decimal(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "four", "1,5", "1_000", "٤", "nan", "inf", "1e16", "1e-16", "9" * 31, " 4", "4 %"]
)
def test_what_is_no_number_or_a_monstrous_one_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a number|more than 15 digits"):
        parse_decimal(text)
