"""A start logs the answer that an earlier run had judged when it died."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.learner.model import Mode
from quizapp.memory.model import Rating
from quizapp.services.settings import Settings
from quizapp.services.workspace import Workspace
from quizapp.store.learner_store import open_learner
from tests.builders import CALENDAR, MORNING, a_deck, a_store, an_answer, an_item


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A database whose last run died before its answer was rated."""
    url = f"sqlite:///{tmp_path / 'quizapp.db'}"
    with a_store(a_deck(), [an_item()], url=url) as store:
        open_learner(store, "me", CALENDAR).keep_judged(an_answer(rating=Rating.HARD))
    return url


def started(url: str, then: Callable[[Workspace], object]) -> object:
    workspace = Workspace(
        Settings(database_asked_for=url, learner="me", deck_paths=(), clock=lambda: MORNING)
    )
    workspace.prepare(lambda _, __: None)
    try:
        return then(workspace)
    finally:
        workspace.close()


def test_the_next_start_logs_what_was_judged(url: str) -> None:
    def newest_rating(workspace: Workspace) -> object:
        review = workspace.learner_store().undo(Mode.STUDY, now=MORNING)
        return review and review.answer.rating

    assert started(url, newest_rating) is Rating.HARD
    assert started(url, newest_rating) is None


def test_a_start_that_may_not_write_leaves_it_for_the_next(url: str) -> None:
    def days(workspace: Workspace) -> object:
        return [day.reviews for day in workspace.learner_store().day_counts(0)]

    assert started(f"{url}?mode=ro", days) == []
    assert started(url, days) == [1]
