"""What first tries say of the items, and what learners insist on, read from the log."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from quizapp.bank.model import DeckId
from quizapp.grading.grade import Outcome
from quizapp.learner.counts import InsistedAnswer, ItemTries
from quizapp.learner.model import AnswerRecord, Mode, TypedText, Verdict
from quizapp.store.answer_statistics import insisted_answers, item_tries
from quizapp.store.learner_store import LearnerStore, open_learner
from quizapp.store.store import Store
from tests.builders import CALENDAR, HERE, MORNING, a_store, an_answer, an_item

DECKS = (DeckId("capitals"),)
ITEM = an_item()


@pytest.fixture
def store() -> Iterator[Store]:
    with a_store() as store:
        yield store


def log(store: Store, *answers: AnswerRecord, learner: str = "ada") -> LearnerStore:
    learner_store = open_learner(store, learner, CALENDAR)
    for answer in answers:
        learner_store.record(answer)
    return learner_store


def tried(minute: int, first: Outcome) -> AnswerRecord:
    return an_answer(at=MORNING + timedelta(minutes=minute), first=first)


def confirmed(text: str, minute: int = 0) -> AnswerRecord:
    return an_answer(
        at=MORNING + timedelta(minutes=minute),
        verdict=Verdict.CLOSE,
        first=Outcome.UNSURE,
        asked=True,
        response=TypedText(text),
    )


def test_what_was_asked_back_is_read_as_it_was_written(store: Store) -> None:
    written = an_answer(verdict=Verdict.CLOSE, first=Outcome.MORE, tries=2, asked=True)

    learner_store = log(store, written)

    kept = learner_store.card_answers(ITEM.card, 1)[0].answer
    assert (kept.tries, kept.first, kept.asked) == (2, Outcome.MORE, True)


def test_a_judged_answer_that_a_run_left_keeps_what_was_asked_back(store: Store) -> None:
    left = an_answer(verdict=Verdict.WRONG, first=Outcome.UNSURE, asked=False)
    LearnerStore(store, open_learner(store, "ada", CALENDAR)._scope).keep_judged(left)
    store.run_key = "another run"

    learner_store = open_learner(store, "ada", CALENDAR)
    learner_store.recover_judged()

    kept = learner_store.card_answers(ITEM.card, 1)[0].answer
    assert (kept.tries, kept.first, kept.asked) == (1, Outcome.UNSURE, False)


def test_right_and_a_slip_pass_at_the_first_try_and_a_part_is_counted_apart(store: Store) -> None:
    learner_store = log(
        store,
        tried(0, Outcome.RIGHT),
        tried(1, Outcome.SLIP),
        tried(2, Outcome.MORE),
        tried(3, Outcome.UNSURE),
        tried(4, Outcome.WRONG),
    )
    log(store, tried(5, Outcome.RIGHT), learner="bea")

    own = learner_store.item_tries(DECKS)
    of_all = store.read(item_tries, None, DECKS)

    assert own == (ItemTries(ITEM.id, ITEM.card, answers=5, passed=2, more=1),)
    assert of_all == (ItemTries(ITEM.id, ITEM.card, answers=6, passed=3, more=1),)


def test_an_answer_that_was_undone_is_not_counted(store: Store) -> None:
    learner_store = log(store, confirmed("Lutetia"))

    learner_store.undo(Mode.STUDY, now=MORNING)

    assert learner_store.item_tries(DECKS) == ()
    assert store.read(insisted_answers, DECKS) == ()


def test_a_text_that_several_confirm_or_insist_on_is_one(store: Store) -> None:
    log(store, confirmed("Lutetia"), confirmed("lutetia ", minute=1), confirmed("Paname", minute=2))
    log(store, confirmed("Lutetia"), learner="bea")

    found = store.read(insisted_answers, DECKS)

    assert found == (
        InsistedAnswer(ITEM.card, HERE, ("Paris",), "Lutetia", times=3, learners=2),
        InsistedAnswer(ITEM.card, HERE, ("Paris",), "Paname", times=1, learners=1),
    )
