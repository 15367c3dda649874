from collections.abc import Iterator

import pytest

from quizapp.store.learner_store import LearnerStore, open_learner
from quizapp.store.store import Store
from tests.builders import CALENDAR, a_store


@pytest.fixture
def store() -> Iterator[Store]:
    with a_store() as store:
        yield store


@pytest.fixture
def learner_store(store: Store) -> LearnerStore:
    return open_learner(store, "ada", CALENDAR)
