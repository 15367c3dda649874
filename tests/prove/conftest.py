"""The words of English for claims, and the claims of invented studies."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.grading.dictionary import Dictionary, open_dictionary, set_words_folder


@pytest.fixture(scope="package")
def english(cache_with_words: Path) -> Iterator[Dictionary]:
    set_words_folder(cache_with_words / "quizapp" / "words")
    yield open_dictionary("en")
    set_words_folder(None)
