"""Arithmetic that is read, never run."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank.arithmetic import FormulaError, evaluate

CARDS = {"deaths.answer": Decimal(13), "cohort-size.answer": Decimal(56), "a.b-2": Decimal(4)}


def value_of(name: str) -> Decimal:
    if name not in CARDS:
        raise FormulaError(f"no {name}")
    return CARDS[name]


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("round(100 * deaths.answer / cohort-size.answer)", "23"),
        ("round(100 * deaths.answer / cohort-size.answer, 1)", "23.2"),
        ("cohort-size.answer - deaths.answer", "43"),
        ("-deaths.answer + 2 * (3 - 1)", "-9"),
        ("a.b-2*3", "12"),
        ("0.1 + 0.2", "0.3"),
        ("round(2.5)", "3"),
        ("round(-2.5)", "-3"),
        ("round(1.005, 2)", "1.01"),
    ],
)
def test_a_formula_gives_its_value(formula: str, value: str) -> None:
    assert evaluate(formula, value_of) == Decimal(value)


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("", "it cannot be read as arithmetic"),
        ("1 +", "it cannot be read as arithmetic"),
        ("1 2", "it cannot be read as arithmetic"),
        ("2 ** 9999999", "it cannot be read as arithmetic"),
        ("7 // 2", "it cannot be read as arithmetic"),
        ("1 / 0", "it divides by zero"),
        ("deaths", "it cannot be read from 'deaths' on"),
        ("__import__('os')", "it cannot be read from \"__import__('os')\" on"),
        ("deaths.answer.real", "no deaths.answer.real"),
        ("(1, 2)", "only + - * /, parentheses and round() are allowed"),
        ("round", "only + - * /, parentheses and round() are allowed"),
        ("round(1, 2, 3)", "only + - * /, parentheses and round() are allowed"),
        ("round(1, 0.5)", "round() takes 0 to 15 decimals"),
        ("round(1, 99)", "round() takes 0 to 15 decimals"),
        ("deaths.answer-1", "no deaths.answer-1"),
        ("1 + " * 100 + "1", "it is longer than 300 characters"),
    ],
)
def test_what_is_no_formula_says_why(formula: str, reason: str) -> None:
    with pytest.raises(FormulaError) as raised:
        evaluate(formula, value_of)

    assert str(raised.value) == reason


@given(st.text("0123456789.+-*/() ,rounddeaths.answer\n#'[]", max_size=60))
def test_any_text_gives_a_number_or_a_reason(formula: str) -> None:
    try:
        found: object = evaluate(formula, value_of)
    except FormulaError as error:
        found = str(error)

    assert isinstance(found, Decimal | str)


def test_parentheses_nest_no_deeper_than_they_can_be_read() -> None:
    formula = "(" * 149 + "1" + ")" * 149

    assert evaluate(formula, value_of) == Decimal(1)
