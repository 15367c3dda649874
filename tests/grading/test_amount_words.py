import re
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.grading.dictionary import build_dictionary, set_words_folder
from quizapp.grading.numerals import mended_texts, number_words
from quizapp.grading.tables import table_columns, table_rows

ROLES = {
    "number", "scale", "article", "half", "part", "whole", "extra", "point", "and", "minus", "none",
    "lead", "trail", "year", "of", "whole_first", "times", "range", "bound", "bc", "ad",
    "from", "less", "most", "more", "least", "pair", "scaled", "result", "demand",
}  # fmt: skip
LANGUAGES_OF_TABLE = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "ja")


def test_each_row_of_the_number_words_is_whole() -> None:
    rows = table_rows("amounts.tsv")

    assert table_columns("amounts.tsv") == ("role", "value", "any", *LANGUAGES_OF_TABLE)
    assert {row[0] for row in rows} == ROLES
    assert [row[0] for row in rows if len(row) != 12] == []
    assert [row[1] for row in rows if not re.fullmatch(r"(\d+(/\d+)?)?", row[1])] == []


@pytest.mark.parametrize("language", LANGUAGES_OF_TABLE)
def test_a_phrase_of_one_role_has_one_value(language: str) -> None:
    listed = [
        (role, words, value)
        for phrases in number_words(language).phrases.values()
        for words, role, value in phrases
    ]

    twice = {
        (role, words)
        for role, words, value in listed
        for other in listed
        if (role, words) == other[:2] and value != other[2]
    }

    assert twice == set()


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "pt", "nl", "ru"])
def test_each_language_counts(language: str) -> None:
    listed = [each for phrases in number_words(language).phrases.values() for each in phrases]
    scales = {value for _, role, value in listed if role == "scale"}

    assert {Fraction(1000), Fraction(10**6)} <= scales
    assert {"minus", "lead", "of", "range", "bound", "bc", "ad"} <= {role for _, role, _ in listed}


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
    found = [each[0] for each in mended_texts(typed, number_words(language).written, language)]

    assert found == ([right] if right else [])


def test_a_word_of_the_language_itself_is_no_slip(tmp_path: Path) -> None:
    build_dictionary("en", tmp_path)
    set_words_folder(tmp_path)

    found = [*mended_texts("tree or threr", number_words("en").written, "en")]
    set_words_folder(None)

    assert found == [("three", "threr", "tree or three")]
