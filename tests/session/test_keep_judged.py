"""A judged answer is kept as soon as its feedback is on the screen, before it is rated."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from quizapp.items.item import Format
from quizapp.learner.model import ChosenOptions, GaveUp, Revealed, Scope, TypedText, Verdict
from quizapp.memory.model import Rating
from quizapp.session.states import Asking, Recorded
from tests.builders import MORNING, a_store, an_item
from tests.session.test_study import a_session, a_stocked_store, asked, reviews, typed
from tests.session.watched_store import WatchedStore


@pytest.fixture
def learner_store() -> Iterator[WatchedStore]:
    with a_stocked_store("france", "italy") as store:
        yield WatchedStore(store)


def test_a_judged_answer_is_kept_with_the_suggested_rating_and_is_no_review_yet(
    learner_store: WatchedStore,
) -> None:
    session = a_session(learner_store)
    session.answer(ChosenOptions(("w1",)), MORNING + timedelta(seconds=4))

    session.keep_judged()

    assert learner_store.judged is not None
    assert learner_store.judged.response == ChosenOptions(("w1",))
    assert learner_store.judged.at == MORNING + timedelta(seconds=4)
    assert learner_store.judged.verdict is Verdict.WRONG
    assert learner_store.judged.rating is Rating.AGAIN
    assert reviews(learner_store) == 0


def test_rating_it_logs_it_once(learner_store: WatchedStore) -> None:
    session = a_session(learner_store)
    session.answer(ChosenOptions(("right",)), MORNING)
    session.keep_judged()

    session.go_on(Rating.EASY, MORNING)

    assert asked(session) == "italy"
    assert reviews(learner_store) == 1
    review = learner_store.undo(session.mode, now=MORNING)
    assert review is not None
    assert review.answer.rating is Rating.EASY


def test_an_answer_that_is_taken_back_is_kept_no_longer(learner_store: WatchedStore) -> None:
    session = a_session(learner_store)
    session.answer(GaveUp(), MORNING)
    session.keep_judged()

    session.undo(MORNING)

    assert isinstance(session.state, Asking)
    assert learner_store.judged is None
    assert reviews(learner_store) == 0


def test_what_is_taken_as_right_is_kept_so_with_both_verdicts() -> None:
    with a_store(items=[typed("france")], deck=None) as store:
        learner_store = WatchedStore(store)
        session = a_session(learner_store)
        session.answer(TypedText("Atlantis"), MORNING)
        session.keep_judged()

        session.override(MORNING)
        session.keep_judged()

        assert learner_store.judged is not None
        assert learner_store.judged.verdict is Verdict.CORRECT
        assert learner_store.judged.graded_verdict is Verdict.WRONG
        assert learner_store.judged.rating is Rating.GOOD


def test_a_flip_that_was_only_looked_at_is_not_judged() -> None:
    with a_store(items=[an_item(format_=Format.FLIP)]) as store:
        learner_store = WatchedStore(store)
        session = a_session(learner_store)
        session.answer(Revealed(), MORNING)

        session.keep_judged()

        assert learner_store.judged is None


def test_a_question_that_is_open_keeps_nothing(learner_store: WatchedStore) -> None:
    session = a_session(learner_store)

    session.keep_judged()

    assert learner_store.judged is None


def test_what_is_in_the_log_already_is_not_kept_beside_it(learner_store: WatchedStore) -> None:
    session = a_session(learner_store)
    session.answer(GaveUp(), MORNING)
    session.leave(MORNING)

    session.keep_judged()

    assert isinstance(session.state, Recorded)
    assert learner_store.judged is None


def test_putting_a_card_aside_logs_its_judged_answer_once(learner_store: WatchedStore) -> None:
    session = a_session(learner_store)
    session.answer(GaveUp(), MORNING)
    session.keep_judged()

    session.suspend(Scope.CARD, MORNING)

    assert asked(session) == "italy"
    assert reviews(learner_store) == 1
