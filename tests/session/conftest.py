from collections.abc import Callable, Iterator

import pytest

from quizapp.store.learner_store import LearnerStore, open_learner
from quizapp.store.store import Store
from tests.builders import CALENDAR

OpenLearnerStore = Callable[[Store], LearnerStore]


@pytest.fixture
def learner_store_of() -> Iterator[OpenLearnerStore]:
    """A learner's view of a store, which is closed after the test."""
    opened: list[Store] = []

    def open_learner_store(store: Store) -> LearnerStore:
        opened.append(store)
        return open_learner(store, "me", CALENDAR)

    yield open_learner_store
    for store in opened:
        store.close()
