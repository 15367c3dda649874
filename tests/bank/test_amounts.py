"""The grammar of amounts: what each form is read as, and what is told of what is none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank.amounts import AmountError, parse_amount

POINTS = (
    ("1.0e-21", "1.0E-21", ""),
    ("1.0 × 10⁻²¹", "1.0E-21", ""),
    ("1.0×10^-21", "1.0E-21", ""),
    ("1.0 × 10−21", "1.0E-21", ""),
    ("6.02 × 10^23 mol^-1", "6.02E+23", "mol^-1"),
    ("5 x 10^9/L", "5E+9", "/L"),
    ("5 mg", "5", "mg"),
    ("203,000 years", "203000", "years"),
    ("203 000 years", "203000", "years"),
    ("1.2 million", "1.2E+6", ""),
    ("−20 °C", "-20", "°C"),
    ("22.9%", "22.9", "%"),
    ("90 mL/min/1.73 m2", "90", "mL/min/1.73 m2"),
    ("$5", "5", "$"),
    ("4 mg/kg/day", "4", "mg/kg/day"),
    ("5 m s-1", "5", "m s-1"),
)
SPREADS = (
    ("67.4 ± 0.5 km/s/Mpc", "66.9", "67.9", "km/s/Mpc"),
    ("67.4 +/- 0.5 km/s/Mpc", "66.9", "67.9", "km/s/Mpc"),
    ("36 +5/-4 M⊙", "32", "41", "M⊙"),
    ("36 M⊙ +5/−4", "32", "41", "M⊙"),
    ("410 (+160/-180) Mpc", "230", "570", "Mpc"),
    ("0.83 (95% CI 0.75-0.93)", "0.75", "0.93", ""),
    ("0.83 (95 % CI, 0.75 to 0.93)", "0.75", "0.93", ""),
    ("0.83 [95% CI: 0.75–0.93]", "0.75", "0.93", ""),
    ("2.5 h (95% CI 1.2-3.8)", "1.2", "3.8", "h"),
)
INTERVALS = (
    ("35-250 Hz", "35", "250", "Hz"),
    ("35 – 250 Hz", "35", "250", "Hz"),
    ("35 to 250 Hz", "35", "250", "Hz"),
    ("35 Hz to 250 Hz", "35", "250", "Hz"),
    ("12 %-15 %", "12", "15", "%"),
    ("−5 to −3 °C", "-5", "-3", "°C"),
)
BOUNDS = (
    ("< 0.001", "<", "0.001", ""),
    ("<0.001", "<", "0.001", ""),
    (">= 130 mm Hg", "≥", "130", "mm Hg"),
    ("≥ 130 mm Hg", "≥", "130", "mm Hg"),
    ("<= 5", "≤", "5", ""),
    ("> $5", ">", "5", "$"),
)
RATIOS = (
    ("1 in 1030000", "1", "1030000", ""),
    ("1 in 1,030,000", "1", "1030000", ""),
    ("1/1030000", "1", "1030000", ""),
    ("1:4", "1", "4", ""),
    ("1 in 203000 years", "1", "203000", "years"),
)
NONE = (
    ("about 5", "says about how much, which cannot be judged"),
    ("~5", "says about how much, which cannot be judged"),
    ("less than 0.001", "says its bound in words"),
    ("at least 130", "says its bound in words"),
    ("between 3 and 5", "says its interval in words"),
    ("P = 0.03", "has a name before its number"),
    ("P < 0.001", "has a name before its number"),
    ("7,5", "has a comma that parts no thousands"),
    ("several", "has no figure"),
    ("250-35 Hz", "does not ascend"),
    ("120/80 mm Hg", "is no part of a whole: a ratio is at most 1"),
    ("0.95 (95% CI 0.75-0.93)", "lies outside its own interval"),
    ("5 mg 3", "is no amount"),
    ("1.2 (0.3)", "is no amount"),
    ("1e500", "has too many digits"),
    (f"5 {'m' * 200}", "is too long for an amount"),
)


@pytest.mark.parametrize(("text", "value", "unit"), POINTS)
def test_a_number_is_a_point(text: str, value: str, unit: str) -> None:
    amount = parse_amount(text)

    assert (amount.kind, amount.low, amount.unit) == ("point", Decimal(value), unit)


@pytest.mark.parametrize(("text", "low", "high", "unit"), SPREADS)
def test_a_point_may_have_an_error_or_an_interval(
    text: str, low: str, high: str, unit: str
) -> None:
    amount = parse_amount(text)

    assert amount.kind == "point"
    assert amount.spread is not None
    assert (amount.spread.low, amount.spread.high) == (Decimal(low), Decimal(high))
    assert amount.unit == unit


@pytest.mark.parametrize(("text", "low", "high", "unit"), INTERVALS)
def test_two_numbers_are_an_interval(text: str, low: str, high: str, unit: str) -> None:
    amount = parse_amount(text)

    assert (amount.kind, amount.low, amount.high) == ("interval", Decimal(low), Decimal(high))
    assert amount.unit == unit


@pytest.mark.parametrize(("text", "sign", "value", "unit"), BOUNDS)
def test_a_sign_makes_a_bound(text: str, sign: str, value: str, unit: str) -> None:
    amount = parse_amount(text)

    assert (amount.kind, amount.sign, amount.low) == ("bound", sign, Decimal(value))
    assert amount.unit == unit


@pytest.mark.parametrize(("text", "part", "whole", "unit"), RATIOS)
def test_a_part_of_a_whole_is_a_ratio(text: str, part: str, whole: str, unit: str) -> None:
    amount = parse_amount(text)

    assert (amount.kind, amount.low, amount.of) == ("ratio", Decimal(part), Decimal(whole))
    assert amount.unit == unit


def test_a_ratio_may_be_a_bound() -> None:
    amount = parse_amount("< 1 in 203,000 years")

    assert (amount.kind, amount.sign, amount.low, amount.of, amount.unit) == (
        "bound",
        "<",
        Decimal(1),
        Decimal(203000),
        "years",
    )


@pytest.mark.parametrize(("text", "reason"), NONE)
def test_what_is_no_amount_is_told_with_a_fix(text: str, reason: str) -> None:
    with pytest.raises(AmountError, match=f"^{reason}$") as raised:
        parse_amount(text)

    assert raised.value.fix


def test_signs_are_shown_in_one_form() -> None:
    shown = [parse_amount(text).text for text in (">= 130 mm  Hg", "67.4 +/- 0.5", "35–250 Hz")]

    assert shown == ["≥ 130 mm Hg", "67.4 ± 0.5", "35-250 Hz"]


@given(st.text("0123456789 .,eE+-/±<>=%()[]×^⁻¹to inmgHz", max_size=40))
def test_any_text_is_an_amount_or_told_to_be_none(text: str) -> None:
    try:
        amount = parse_amount(text)
    except AmountError as error:
        assert error.fix  # noqa: PT017 (either is right)
    else:
        assert parse_amount(amount.text) == amount
