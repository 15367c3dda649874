"""A judged answer outlives the run that judged it, and never counts twice."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.bank.model import CardId
from quizapp.learner.model import Mode, TypedText, Verdict
from quizapp.memory.model import New, Rating, Scheduling
from quizapp.session.model import SittingPlan
from quizapp.store.learner_store import LearnerStore, open_learner
from quizapp.store.open import open_store
from quizapp.store.store import Store
from quizapp.store.verify import verify_store
from tests.builders import CALENDAR, MORNING, a_deck, a_fact, a_store, an_answer, an_item
from tests.memory.learners import replay

FRANCE = CardId("capitals/france/answer")
PERU = CardId("capitals/peru/answer")
LATER = MORNING + timedelta(minutes=1)


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'quizapp.db'}"
    a_store(a_deck(facts=[a_fact(), a_fact("peru")]), [an_item(), an_item(PERU)], url=url).close()
    return url


@pytest.fixture
def first(url: str) -> Iterator[Store]:
    with open_store(url) as store:
        yield store


@pytest.fixture
def second(url: str) -> Iterator[Store]:
    """The same database, opened by another run."""
    with open_store(url) as store:
        yield store


def ada(store: Store) -> LearnerStore:
    return open_learner(store, "ada", CALENDAR)


def memory_of(store: Store) -> object:
    entry = ada(store).learner_card(FRANCE)
    assert entry is not None
    return entry.memory


def answers(store: Store) -> list[tuple[CardId, Rating | None]]:
    """What the log has, once it has been checked."""
    assert verify_store(store).faults == ()
    found = [*ada(store).card_answers(FRANCE, 9), *ada(store).card_answers(PERU, 9)]
    assert verify_store(store).reviews == len(found)
    assert sum(day.reviews for day in ada(store).day_counts(0)) == len(found)
    return [(review.answer.card, review.answer.rating) for review in found]


def test_a_judged_answer_of_a_run_that_died_is_logged_as_it_was_given(
    first: Store, second: Store
) -> None:
    given = an_answer(
        verdict=Verdict.WRONG, rating=Rating.AGAIN, response=TypedText("Lyon"), milliseconds=1234
    )
    ada(first).keep_judged(given)

    assert ada(second).recover_judged() == 1

    (review,) = ada(second).card_answers(FRANCE, 9)
    assert review.answer == given
    assert memory_of(second) == replay([(MORNING, Rating.AGAIN)], Scheduling(), CALENDAR)
    assert answers(second) == [(FRANCE, Rating.AGAIN)]


def test_what_was_recovered_is_not_recovered_again(first: Store, second: Store) -> None:
    ada(first).keep_judged(an_answer())
    ada(second).recover_judged()

    assert ada(second).recover_judged() == 0
    assert answers(second) == [(FRANCE, Rating.GOOD)]


def test_a_run_leaves_its_own_judged_answer_alone(first: Store) -> None:
    ada(first).keep_judged(an_answer())

    assert ada(first).recover_judged() == 0
    assert answers(first) == []


def test_a_run_has_one_judged_answer_at_most(first: Store, second: Store) -> None:
    ada(first).keep_judged(an_answer())
    ada(first).keep_judged(an_answer(PERU, at=LATER, rating=Rating.HARD))

    assert ada(second).recover_judged() == 1
    assert answers(second) == [(PERU, Rating.HARD)]


def test_a_rated_answer_waits_no_longer(first: Store, second: Store) -> None:
    ada(first).keep_judged(an_answer(rating=Rating.GOOD))
    ada(first).record(an_answer(rating=Rating.EASY))

    assert ada(second).recover_judged() == 0
    assert answers(second) == [(FRANCE, Rating.EASY)]


def test_a_run_that_was_alive_after_all_rates_its_answer_once(first: Store, second: Store) -> None:
    ada(first).keep_judged(an_answer(rating=Rating.GOOD))
    ada(second).recover_judged()

    ada(first).record(an_answer(rating=Rating.AGAIN))

    assert answers(first) == [(FRANCE, Rating.AGAIN)]
    assert memory_of(first) == replay([(MORNING, Rating.AGAIN)], Scheduling(), CALENDAR)


def test_a_run_that_was_alive_rates_once_though_more_was_recovered_since(
    url: str, first: Store, second: Store
) -> None:
    ada(first).keep_judged(an_answer(rating=Rating.GOOD))
    ada(second).recover_judged()
    with open_store(url) as third:
        ada(third).keep_judged(an_answer(PERU, at=LATER, rating=Rating.EASY))
    ada(second).recover_judged()

    ada(first).record(an_answer(rating=Rating.AGAIN))

    assert answers(first) == [(FRANCE, Rating.AGAIN), (PERU, Rating.EASY)]


def test_what_another_run_logged_and_undid_is_rated_all_the_same(
    first: Store, second: Store
) -> None:
    ada(first).keep_judged(an_answer(rating=Rating.GOOD))
    ada(second).recover_judged()
    ada(second).undo(Mode.STUDY, now=LATER)

    ada(first).record(an_answer(rating=Rating.HARD))

    assert answers(first) == [(FRANCE, Rating.HARD)]


def test_another_answer_leaves_the_judged_one_waiting(first: Store, second: Store) -> None:
    ada(first).keep_judged(an_answer())
    ada(first).record(an_answer(PERU, at=LATER, rating=Rating.HARD))

    assert ada(second).recover_judged() == 1
    assert answers(second) == [(FRANCE, Rating.GOOD), (PERU, Rating.HARD)]


def test_a_judged_answer_that_is_forgotten_never_was(first: Store, second: Store) -> None:
    ada(first).keep_judged(an_answer())
    ada(first).forget_judged()
    ada(first).forget_judged()

    assert ada(second).recover_judged() == 0
    assert answers(second) == []


def test_forgetting_undoes_what_another_run_logged_meanwhile(first: Store, second: Store) -> None:
    ada(first).keep_judged(an_answer())
    ada(second).recover_judged()

    ada(first).forget_judged()

    assert answers(second) == []
    assert memory_of(second) == New()


def test_each_learner_gets_back_the_own_answer(first: Store, second: Store) -> None:
    ada(first).keep_judged(an_answer())

    assert open_learner(second, "bob", CALENDAR).recover_judged() == 0
    assert ada(second).recover_judged() == 1


def test_the_quiz_goes_on_after_an_answer_that_was_recovered(first: Store, second: Store) -> None:
    plan = SittingPlan(Mode.QUIZ, "Quiz", (an_item().id, an_item(PERU).id), 4, moves_memory=False)
    quiz = ada(first).open_sitting(plan, MORNING)
    ada(first).keep_judged(an_answer(mode=Mode.QUIZ, sitting=quiz.id, counts=False))

    ada(second).recover_judged()

    left = ada(second).unfinished_sitting(Mode.QUIZ)
    assert left is not None
    assert left.verdicts == (Verdict.CORRECT, None)


def test_where_nothing_was_left_nothing_is_written(url: str, first: Store) -> None:
    ada(first)

    with open_store(f"{url}?mode=ro") as store:
        assert ada(store).recover_judged() == 0
