"""Hiding cards and taking it back; leeches and flags: on the real store."""

from datetime import datetime, timedelta

import pytest

from quizapp.bank.model import CardId, DeckId
from quizapp.items.item import ItemId
from quizapp.learner.model import Flag, GaveUp, Mode, Scope, TypedText
from quizapp.memory.model import Rating
from quizapp.session.leeches import is_leech_reminder_due
from quizapp.session.model import SittingPlan
from quizapp.session.quiz import QuizSitting
from quizapp.session.study import StudySession
from quizapp.store.learner_store import LearnerStore, open_learner
from quizapp.store.store import Store
from quizapp.store.verify import verify_store
from tests.builders import CALENDAR, MORNING, a_deck, a_fact, a_store, an_answer, an_item
from tests.session.test_study import decided

COUNTRIES = ("france", "peru", "chad")
FRANCE = CardId("capitals/france/answer")
SOON = MORNING + timedelta(minutes=1)


@pytest.fixture
def store() -> Store:
    facts = [a_fact("france", confuse_with=["capitals/peru"]), a_fact("peru"), a_fact("chad")]
    items = [an_item(f"capitals/{name}/answer", stem=f"Capital of {name}?") for name in COUNTRIES]
    return a_store(a_deck(facts=facts), items)


@pytest.fixture
def learner_store(store: Store) -> LearnerStore:
    return open_learner(store, "ada", CALENDAR)


def study(learner_store: LearnerStore, now: datetime = MORNING) -> StudySession:
    session = StudySession(learner_store, [DeckId("capitals")], "Capitals", seed=7)
    session.start(now)
    return session


def asked(session: StudySession | QuizSitting) -> str:
    assert session.question is not None
    return session.question.item.card.split("/")[1]


def answer(session: StudySession | QuizSitting, text: str, now: datetime = MORNING) -> None:
    session.answer(TypedText(text), now)
    session.go_on(None, now)


# --- undo ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("scope", Scope)
def test_a_suspension_is_undone_and_its_card_asked_again(
    learner_store: LearnerStore, scope: Scope
) -> None:
    session = study(learner_store)
    session.suspend(scope, MORNING)

    assert session.undo(SOON)

    entry = learner_store.learner_card(FRANCE)
    assert entry is not None
    assert (asked(session), entry.is_suspended) == ("france", False)


def test_a_burial_is_undone_after_a_restart(learner_store: LearnerStore) -> None:
    study(learner_store).bury(Scope.CARD, MORNING)
    again = study(learner_store, SOON)

    assert asked(again) != "france"
    assert again.undo(SOON)
    assert asked(again) == "france"


def test_what_was_done_is_undone_step_by_step_in_its_order(
    store: Store, learner_store: LearnerStore
) -> None:
    session = study(learner_store)
    first = asked(session)
    answer(session, "Paris")
    second = asked(session)
    session.suspend(Scope.CARD, SOON)

    undone = []
    while session.undo(SOON + timedelta(minutes=1)):
        undone.append(asked(session))

    assert undone == [second, first]
    assert verify_store(store).reviews == 0
    assert verify_store(store).faults == ()


def test_a_card_that_was_suspended_before_stays_so_when_its_fact_is_shown_again(
    learner_store: LearnerStore,
) -> None:
    learner_store.suspend(FRANCE, None, MORNING)
    learner_store.suspend(None, a_fact("france").id, MORNING, is_undoable=True)

    learner_store.undo_hide(Mode.STUDY, now=SOON)

    entry = learner_store.learner_card(FRANCE)
    assert entry is not None
    assert entry.is_suspended


def test_what_hid_a_card_before_the_last_answer_is_undone_after_it(
    learner_store: LearnerStore,
) -> None:
    session = study(learner_store)
    session.suspend(Scope.CARD, MORNING)
    answer(session, "Paris", SOON)

    assert learner_store.undo_hide(Mode.STUDY, now=SOON) is None
    session.undo(SOON)
    session.undo(SOON)

    assert asked(session) == "france"


def test_a_quiz_asks_a_card_again_whose_suspension_is_undone(learner_store: LearnerStore) -> None:
    items = tuple(ItemId(f"capitals/{name}/answer/typed") for name in COUNTRIES)
    plan = SittingPlan(Mode.QUIZ, "Quiz", items, seed=1, moves_memory=False)
    quiz = QuizSitting(learner_store, learner_store.open_sitting(plan, MORNING))
    quiz.start(MORNING)
    quiz.suspend(Scope.CARD, MORNING)

    quiz.undo(SOON)

    assert asked(quiz) == "france"
    assert quiz.progress.remaining == 3


# --- leeches -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lapses", "is_one"), [(7, False), (8, True), (9, False), (11, False), (12, True), (16, True)]
)
def test_a_leech_is_told_at_eight_lapses_and_then_at_every_fourth(
    lapses: int, *, is_one: bool
) -> None:
    assert is_leech_reminder_due(lapses) is is_one


def forget(learner_store: LearnerStore, times: int) -> datetime:
    """Rate France Easy and then Again, so often; return a day on which it is due."""
    at = MORNING
    for _ in range(times):
        for rating in (Rating.EASY, Rating.AGAIN):
            learner_store.record(an_answer(FRANCE, at=at, rating=rating))
            at += timedelta(days=30)
    learner_store.record(an_answer(FRANCE, at=at, rating=Rating.EASY))
    return at + timedelta(days=60)


def test_a_leech_is_flagged_and_shown_beside_what_it_is_confused_with(
    learner_store: LearnerStore,
) -> None:
    session = study(learner_store, forget(learner_store, 7))
    assert asked(session) == "france"

    feedback = decided(session.answer(GaveUp(), MORNING + timedelta(days=600)))
    session.go_on(None, MORNING + timedelta(days=600))

    assert feedback.leech is not None
    assert feedback.leech.lapses == 8
    assert [item.stem for item in feedback.leech.confusables] == ["Capital of peru?"]
    assert [(each.card, each.why) for each in learner_store.flags()] == [(FRANCE, "leech")]


def test_undoing_the_answer_that_made_a_leech_takes_its_flag_off(
    learner_store: LearnerStore,
) -> None:
    due = forget(learner_store, 7)
    session = study(learner_store, due)
    session.answer(GaveUp(), due)
    session.go_on(None, due)

    session.undo(due)

    assert learner_store.flags() == ()


def test_a_leech_that_was_recalled_is_told_nothing(learner_store: LearnerStore) -> None:
    due = forget(learner_store, 7)
    session = study(learner_store, due)

    assert decided(session.answer(TypedText("Paris"), due)).leech is None


def test_an_answer_taken_as_right_makes_no_leech(learner_store: LearnerStore) -> None:
    due = forget(learner_store, 7)
    session = study(learner_store, due)
    session.answer(TypedText("Atlantis"), due)

    assert session.override(due).leech is None


# --- flags and marks -----------------------------------------------------------------------------


def test_a_flag_says_why_and_where(learner_store: LearnerStore) -> None:
    session = study(learner_store)

    assert session.flag(Scope.CARD, "the key is outdated", MORNING)
    assert learner_store.flags() == (
        Flag(FRANCE, "the key is outdated", MORNING, "capitals.yaml", 1),
    )


def test_flagging_again_takes_the_flag_off(learner_store: LearnerStore) -> None:
    session = study(learner_store)
    session.flag(Scope.FACT, "", MORNING)

    assert not session.flag(Scope.FACT, "", MORNING)
    assert learner_store.flags() == ()


def test_a_flag_is_known_when_its_card_is_asked_again(learner_store: LearnerStore) -> None:
    learner_store.flag(FRANCE, None, "", MORNING)
    question = study(learner_store).question

    assert question is not None
    assert question.learner_card.is_flagged


def test_a_fact_is_marked_with_all_its_cards(learner_store: LearnerStore) -> None:
    assert study(learner_store).mark(Scope.FACT, MORNING)

    entry = learner_store.learner_card(FRANCE)
    assert entry is not None
    assert entry.is_marked
