"""Number words of a running text in digits, by its language."""

import pytest

from quizapp.grading.words_to_digits import write_in_digits


@pytest.mark.parametrize(
    ("language", "text", "written"),
    [
        ("en", "thirteen of fifty-six", "13 of 56"),
        ("de", "dreizehn von vierzig", "13 von 40"),
        ("es", "trece de cuarenta", "13 de 40"),
        ("ja", "thirteen of 十", "thirteen of 十"),
        ("xx", "thirteen", "thirteen"),
    ],
)
def test_number_words_are_written_in_digits(language: str, text: str, written: str) -> None:
    assert write_in_digits(text, language) == written
