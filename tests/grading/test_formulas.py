"""Formulas are one in any order of summands and factors, and in no other."""

import pytest

from quizapp.grading.expected import ExpectedTerm
from quizapp.grading.grade import Outcome
from quizapp.grading.judge import judge


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("(x - 2)(x + 3)", "(x+3)(x-2)"),
        ("2x + 3", "3 + 2*x"),
        ("E = mc²", "E = c^2 m"),
        ("a² + b² = c²", "c^2 = b^2 + a^2"),
        ("½mv²", "mv²/2"),
        ("sin(x) + C", "C + sin x"),
        ("sin²x + cos²x = 1", "cos²x + sin²x = 1"),
        ("√(l/g)", "sqrt(l/g)"),
        ("x > 3", "3 < x"),
        ("x = 1 or x = 4", "x = 4, x = 1"),
        ("x = ±2", "x = 2 or x = -2"),
        ("2H2 + O2 → 2H2O", "O2 + 2 H2 -> 2 H2O"),
        ("speed = distance / time", "distance / time = speed"),
    ],
)
def test_the_order_of_summands_and_factors_is_free(key: str, typed: str) -> None:
    grade = judge(ExpectedTerm(key), typed)

    assert grade.outcome is Outcome.RIGHT


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("(x - 2)(x + 3)", "(x+2)(x-3)"),
        ("2x + 3", "3x + 2"),
        ("2x + 3", "2x - 3"),
        ("E = mc²", "E = m²c"),
        ("a/b", "b/a"),
        ("3 - x", "x - 3"),
        ("ab/c", "a/bc"),
        ("x^2", "2^x"),
        ("x² = 4", "2x = 4"),
        ("½mv²", "½m²v"),
        ("a(b+c)", "ab+c"),
        ("x - (y - z)", "x - y - z"),
        ("√(a+b)", "√a + b"),
        ("sin(x) + C", "-sin x + C"),
        ("sin²x", "sin 2x"),
        ("sin²x", "sin x²"),
        ("log(a+b)", "log a + b"),
        ("2^(n+1)", "2^n+1"),
        ("x > 3", "3 > x"),
        ("x = 1 or x = 4", "x = 1"),
        ("x = ±2", "x = 2"),
        ("τ = r × F", "τ = F × r"),
        ("2H2 + O2 → 2H2O", "2H2O → 2H2 + O2"),
        ("speed = distance / time", "speed = time / distance"),
        ("chmod +x", "chmod -x"),
        ("ls -l", "ls -L"),
        ("tar -xzf", "tar -czf"),
        ("__init__", "init"),
    ],
)
def test_what_tells_in_a_formula_or_a_command_is_kept(key: str, typed: str) -> None:
    grade = judge(ExpectedTerm(key), typed)

    assert grade.outcome is Outcome.WRONG


def test_what_the_author_calls_code_is_no_formula() -> None:
    grade = judge(ExpectedTerm("a + b", code=True), "b + a")

    assert grade.outcome is Outcome.WRONG
