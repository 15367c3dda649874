"""What the tests of judging share: a judge that knows the words of the languages they ask for."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizapp.grading.dictionary import build_dictionary, set_words_folder

Learn = Callable[..., None]


@pytest.fixture
def learn_words(cache_with_words: Path) -> Iterator[Learn]:
    """Lets the judge know the words of languages, built once for all workers of a run.

    English is built in a second, others take up to twelve: a test that asks for them is slow.
    """
    folder = cache_with_words.parent / "words of languages"  # apart: tests of the app count on none

    def learn(*codes: str) -> None:
        for code in codes:
            build_dictionary(code, folder)
        set_words_folder(folder)

    yield learn
    set_words_folder(None)


@pytest.fixture
def english(learn_words: Learn) -> None:
    """The words of English."""
    learn_words("en")


@pytest.fixture
def without_words() -> None:
    """No words of any language, as before they are built."""
    set_words_folder(None)
