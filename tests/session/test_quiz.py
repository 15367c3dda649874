"""Quizzes on a real store."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank.model import CardId, DeckId, FactId
from quizapp.items.item import Format, ItemId
from quizapp.learner.model import GaveUp, Mode, TypedText, Verdict
from quizapp.memory.model import Memory
from quizapp.session.model import ItemHandle, SittingPlan, SittingState
from quizapp.session.quiz import QuizSitting, draw_quiz
from quizapp.store.learner_store import LearnerStore
from quizapp.store.store import Store
from quizapp.store.sync_bank import sync_deck
from tests.builders import MORNING, a_deck, a_fact, a_store, an_item
from tests.session.test_study import decided

OpenLearnerStore = Callable[[Store], LearnerStore]
NAMES = ("france", "italy", "spain")
ITEMS = tuple(an_item(f"capitals/{name}/answer", key=name) for name in NAMES)


def a_stocked_store() -> Store:
    return a_store(a_deck(facts=[a_fact(name) for name in NAMES]), ITEMS)


def a_sitting(learner_store: LearnerStore, *, counts: bool = False) -> SittingState:
    plan = SittingPlan(Mode.QUIZ, "Quiz", tuple(item.id for item in ITEMS), 7, moves_memory=counts)
    return learner_store.open_sitting(plan, MORNING)


def a_quiz(learner_store: LearnerStore, *, counts: bool = False) -> QuizSitting:
    quiz = QuizSitting(learner_store, a_sitting(learner_store, counts=counts))
    quiz.start(MORNING)
    return quiz


def answer_right(quiz: QuizSitting) -> None:
    assert quiz.question is not None
    quiz.answer(TypedText(quiz.question.item.key[0]), MORNING)
    quiz.go_on(None, MORNING)


def a_handle(fact: str, card: str, format_: Format = Format.TYPED) -> ItemHandle:
    card_id = f"d/{fact}/{card}"
    return ItemHandle(
        ItemId(f"{card_id}/{format_}"),
        CardId(card_id),
        FactId(f"d/{fact}"),
        DeckId("d"),
        format_,
        (),
    )


def test_a_quiz_asks_its_items_in_order(learner_store_of: OpenLearnerStore) -> None:
    quiz = a_quiz(learner_store_of(a_stocked_store()))
    seen = []
    while quiz.question is not None:
        seen.append(quiz.question.item.id)
        answer_right(quiz)

    assert seen == [item.id for item in ITEMS]


def test_a_quiz_leaves_memory_alone(learner_store_of: OpenLearnerStore) -> None:
    learner_store = learner_store_of(a_stocked_store())
    quiz = a_quiz(learner_store)
    assert quiz.question is not None
    feedback = decided(quiz.answer(TypedText("france"), MORNING))

    quiz.go_on(None, MORNING)

    entry = learner_store.learner_card(ITEMS[0].card)
    assert (feedback.suggested_rating, feedback.due_by_rating) == (None, {})
    assert entry is not None
    assert not isinstance(entry.memory, Memory)


def test_a_quiz_that_counts_moves_memory(learner_store_of: OpenLearnerStore) -> None:
    learner_store = learner_store_of(a_stocked_store())

    answer_right(a_quiz(learner_store, counts=True))

    entry = learner_store.learner_card(ITEMS[0].card)
    assert entry is not None
    assert isinstance(entry.memory, Memory)


def test_a_quiz_that_was_left_goes_on_at_the_first_item_not_answered(
    learner_store_of: OpenLearnerStore,
) -> None:
    learner_store = learner_store_of(a_stocked_store())
    answer_right(a_quiz(learner_store))

    state = learner_store.unfinished_sitting(Mode.QUIZ)

    assert state is not None
    assert state.verdicts == (Verdict.CORRECT, None, None)
    again = QuizSitting(learner_store, state)
    again.start(MORNING)
    assert again.question is not None
    assert again.question.item.id == ITEMS[1].id
    assert (again.progress.answered, again.progress.remaining) == (1, 2)


def test_a_question_edited_while_it_is_open_keeps_its_place_in_the_quiz(
    learner_store_of: OpenLearnerStore,
) -> None:
    store = a_stocked_store()
    learner_store = learner_store_of(store)
    quiz = a_quiz(learner_store)
    answer_right(quiz)
    first, second, third = ITEMS
    edited = replace(second, stem="Which city governs Italy?", content_hash="2")
    sync_deck(
        store, a_deck(facts=[a_fact(name) for name in NAMES]), [first, edited, third], MORNING
    )

    assert quiz.reload_question(MORNING)
    quiz.answer(GaveUp(), MORNING)
    quiz.go_on(None, MORNING)

    state = learner_store.unfinished_sitting(Mode.QUIZ)
    assert state is not None
    assert state.verdicts == (Verdict.CORRECT, Verdict.WRONG, None)


def test_a_finished_quiz_is_not_offered_again(learner_store_of: OpenLearnerStore) -> None:
    learner_store = learner_store_of(a_stocked_store())
    quiz = a_quiz(learner_store)
    while quiz.question is not None:
        answer_right(quiz)

    assert learner_store.unfinished_sitting(Mode.QUIZ) is None


def test_undo_asks_the_last_item_again_and_then_goes_on(learner_store_of: OpenLearnerStore) -> None:
    quiz = a_quiz(learner_store_of(a_stocked_store()))
    quiz.answer(GaveUp(), MORNING)
    quiz.go_on(None, MORNING)

    quiz.undo(MORNING)

    assert quiz.question is not None
    assert quiz.question.item.id == ITEMS[0].id
    answer_right(quiz)
    assert quiz.question is not None
    assert quiz.question.item.id == ITEMS[1].id
    assert len(quiz.summary().answers) == 1


# --- drawing -------------------------------------------------------------------------------------


HANDLES = st.lists(
    st.builds(
        a_handle,
        fact=st.sampled_from("abcd"),
        card=st.sampled_from("xy"),
        format_=st.sampled_from([Format.TYPED, Format.GAP]),
    ),
    unique_by=lambda handle: handle.item,
)


def cards(drawn: Sequence[ItemId]) -> set[str]:
    return {item.rsplit("/", 1)[0] for item in drawn}


@given(handles=HANDLES, count=st.integers(1, 20), seed=st.integers())
def test_a_draw_is_decided_by_its_seed(handles: list[ItemHandle], count: int, seed: int) -> None:
    assert draw_quiz(handles, count, seed) == draw_quiz(handles, count, seed)


@given(handles=HANDLES, count=st.integers(1, 20), seed=st.integers())
def test_a_draw_is_as_long_as_it_can_be(handles: list[ItemHandle], count: int, seed: int) -> None:
    drawn = draw_quiz(handles, count, seed)

    assert len(set(drawn)) == len(drawn) == min(count, len(handles))


@given(handles=HANDLES, count=st.integers(1, 20), seed=st.integers())
def test_no_card_is_asked_twice_while_others_remain(
    handles: list[ItemHandle], count: int, seed: int
) -> None:
    drawn = draw_quiz(handles, count, seed)

    assert len(cards(drawn)) == min(len(drawn), len({handle.card for handle in handles}))
