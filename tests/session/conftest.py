from collections.abc import Callable, Iterator

import pytest

from quizapp.store.learner_store import LearnerStore, open_learner
from quizapp.store.store import Store
from tests.builders import CALENDAR

OpenDesk = Callable[[Store], LearnerStore]


@pytest.fixture
def desk_of() -> Iterator[OpenDesk]:
    """The desk of a learner at a store, which is closed after the test."""
    opened: list[Store] = []

    def open_desk(store: Store) -> LearnerStore:
        opened.append(store)
        return open_learner(store, "me", CALENDAR)

    yield open_desk
    for store in opened:
        store.close()
