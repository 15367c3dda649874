import re
from fractions import Fraction

import pytest

from quizapp.grading.notation import tokens_of
from quizapp.grading.number_words import mended, number_words
from quizapp.grading.tables import table_columns, table_rows

ROLES = {
    "number", "scale", "article", "half", "part", "whole", "extra", "point", "and", "minus", "none",
    "lead", "trail", "year", "of", "whole_first", "range", "range_lead", "bound", "bc", "ad",
    "denial", "power", "ordinal",
}  # fmt: skip
LANGUAGES_OF_TABLE = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "ja")


def test_each_row_of_the_number_words_is_whole() -> None:
    rows = table_rows("amounts.tsv")

    assert table_columns("amounts.tsv") == ("role", "value", *LANGUAGES_OF_TABLE)
    assert {row[0] for row in rows} == ROLES
    assert [row[0] for row in rows if len(row) != 11] == []
    assert [row[1] for row in rows if not re.fullmatch(r"(\d+(/\d+)?)?", row[1])] == []


@pytest.mark.parametrize("language", LANGUAGES_OF_TABLE)
def test_a_phrase_of_one_role_has_one_value(language: str) -> None:
    twice = [
        (role, words)
        for role, listed in number_words(language).phrases.items()
        for phrases in listed.values()
        for words, value in phrases
        for other, another in phrases
        if words == other and value != another
    ]

    assert twice == []


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "pt", "nl", "ru"])
def test_each_language_counts(language: str) -> None:
    phrases = number_words(language).phrases

    scales = {value for listed in phrases["scale"].values() for _, value in listed}

    assert {Fraction(1000), Fraction(10**6)} <= scales
    assert {"minus", "lead", "of", "range", "bound", "bc", "ad"} <= set(phrases)


@pytest.mark.parametrize(
    ("typed", "language", "right"),
    [
        ("fourten", "en", "fourteen"),
        ("siebn", "de", "sieben"),
        ("zwanzg", "de", "zwanzig"),
        ("catroce", "es", "catorce"),
        ("fourteen", "en", None),
        ("fiv", "en", None),
        ("sixty", "en", None),
        ("liver", "en", None),
        ("hundreds", "en", None),
    ],
)
def test_a_slip_is_mended_into_the_one_word_that_is_near(
    typed: str, language: str, right: str | None
) -> None:
    (token,) = tokens_of(typed)

    assert mended(token, language) == right
