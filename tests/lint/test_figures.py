"""Numbers that stand in a text, in every notation and reading."""

from decimal import Decimal

import pytest

from quizapp.lint.figures import find_figures


def values(text: str, language: str = "en") -> list[list[Decimal]]:
    return [list(figure.values) for figure in find_figures(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("56 children", "en", "56"),
        ("fifty-six children", "en", "56"),
        ("one hundred and five cells", "en", "105"),
        ("2.5 million cells", "en", "2500000"),
        ("12,345.6 cells", "en", "12345.6"),
        ("12 345 cells", "en", "12345"),
        ("dreizehn Kinder", "de", "13"),
        ("12.345,6 Zellen", "de", "12345.6"),
        ("treinta y dos niños", "es", "32"),
        ("٥٦ children", "en", "56"),
    ],
)
def test_a_number_is_found_in_any_notation(text: str, language: str, value: str) -> None:
    assert values(text, language) == [[Decimal(value)]]


def test_a_mark_that_may_be_either_is_read_as_its_language_does_first() -> None:
    thousands, decimals = Decimal(7500), Decimal("7.500")

    assert values("7,500 cells") == [[thousands, decimals]]
    assert values("7,500 Zellen", "de") == [[decimals, thousands]]
    assert values("7.500 Zellen", "de") == [[thousands, decimals]]


def test_a_rank_is_told_from_a_count() -> None:
    found = list(find_figures("the second of two", "en"))

    assert [(each.shown, each.is_rank) for each in found] == [("2", True), ("2", False)]


def test_what_is_no_number_is_passed_over() -> None:
    assert values("on 12.5.19997 in IL2") == []
