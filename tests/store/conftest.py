from collections.abc import Iterator

import pytest

from quizapp.store.desk import Desk
from quizapp.store.store import Store
from tests.builders import CALENDAR, a_store


@pytest.fixture
def store() -> Iterator[Store]:
    with a_store() as store:
        yield store


@pytest.fixture
def desk(store: Store) -> Desk:
    return store.desk("ada", CALENDAR)
