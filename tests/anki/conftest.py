from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.anki.learner import Anki, an_anki


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    folder = tmp_path / "anki"
    folder.mkdir()
    with an_anki(folder) as learner:
        yield learner


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Where a package is exported to."""
    return tmp_path / "quizapp.apkg"
