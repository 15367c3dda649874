"""Sitting an exam, on the real store."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

import pytest

from quizapp.grading.expected import ExpectedOptions
from quizapp.grading.grade import Outcome
from quizapp.items.context import make_option
from quizapp.items.item import Format, Item, ItemId
from quizapp.learner.model import ChosenOptions, Mode, TypedText
from quizapp.memory.model import New
from quizapp.session.exam import ExamSitting, Score, TimeIsUpError
from quizapp.session.model import ExamSettings, SittingPlan
from quizapp.store.learner_store import LearnerStore, open_learner
from quizapp.store.store import Store
from quizapp.store.sync_bank import sync_deck
from quizapp.store.verify import verify_store
from tests.builders import CALENDAR, MORNING, a_deck, a_fact, a_store, an_item

COUNTRIES = ("france", "peru", "chad")
LATER = MORNING + timedelta(minutes=10)


@pytest.fixture
def store() -> Iterator[Store]:
    items = [
        an_item(f"capitals/{name}/answer", stem=f"What is the capital of {name}?", tags=[name[0]])
        for name in COUNTRIES
    ]
    with a_store(a_deck(facts=[a_fact(name) for name in COUNTRIES]), items) as store:
        yield store


@pytest.fixture
def learner_store(store: Store) -> LearnerStore:
    return open_learner(store, "ada", CALENDAR)


def begin(
    learner_store: LearnerStore, minutes: int | None = None, countries: Sequence[str] = COUNTRIES
) -> ExamSitting:
    items = tuple(ItemId(f"capitals/{name}/answer/typed") for name in countries)
    plan = SittingPlan(Mode.EXAM, "Exam", items, seed=5, moves_memory=True)
    terms = ExamSettings("{}", None if minutes is None else 60 * minutes)
    return ExamSitting(learner_store, learner_store.open_exam(plan, terms, MORNING))


def resumed(learner_store: LearnerStore) -> ExamSitting:
    state = learner_store.unfinished_exam()
    assert state is not None
    return ExamSitting(learner_store, state)


def test_places_may_be_answered_in_any_order_and_changed() -> None:
    with a_store() as store:
        exam = begin(open_learner(store, "ada", CALENDAR), countries=["france"])
        exam.respond(0, TypedText("Lyon"), 1000, MORNING)
        exam.respond(0, TypedText("Paris"), 500, MORNING)

        assert exam.answers[0].response == TypedText("Paris")
        assert exam.answers[0].milliseconds == 1500


def test_what_was_answered_is_there_after_a_restart(learner_store: LearnerStore) -> None:
    exam = begin(learner_store)
    exam.respond(2, TypedText("Paris"), 1000, MORNING)
    exam.flag(1)

    again = resumed(learner_store)

    assert [place.response for place in again.answers] == [None, None, TypedText("Paris")]
    assert [place.is_flagged for place in again.answers] == [False, True, False]
    assert again.first_unanswered() == 0


def test_the_clock_runs_on_while_the_exam_is_closed(learner_store: LearnerStore) -> None:
    begin(learner_store, minutes=15)

    again = resumed(learner_store)

    assert again.seconds_left(LATER) == 300
    assert not again.is_over(LATER)
    assert again.is_over(LATER + timedelta(minutes=6))


def test_no_answer_is_taken_when_the_time_is_up(learner_store: LearnerStore) -> None:
    exam = begin(learner_store, minutes=5)
    exam.respond(0, TypedText("Paris"), 1000, MORNING)

    with pytest.raises(TimeIsUpError, match="what was answered before is kept"):
        exam.respond(1, TypedText("Paris"), 1000, LATER)
    result = exam.hand_in(LATER)

    assert result.score == Score(1.0, 3)
    assert result.seconds == 300


def test_the_score_counts_all_questions_and_tells_those_of_each_tag(
    learner_store: LearnerStore,
) -> None:
    exam = begin(learner_store)
    exam.respond(0, TypedText("Paris"), 1000, MORNING)
    exam.respond(1, TypedText("Lyon"), 1000, MORNING)

    result = exam.hand_in(LATER)

    assert result.score == Score(1.0, 3)
    assert result.by_tag == {"f": Score(1.0, 1), "p": Score(0.0, 1), "c": Score(0.0, 1)}
    assert [answer.grade.outcome for answer in result.answers] == [
        Outcome.RIGHT,
        Outcome.WRONG,
        Outcome.WRONG,
    ]


def test_each_answered_card_moves_once_and_one_left_open_not_at_all(
    store: Store, learner_store: LearnerStore
) -> None:
    exam = begin(learner_store)
    exam.respond(0, TypedText("Paris"), 1000, MORNING)
    exam.respond(1, TypedText("Lyon"), 1000, MORNING)

    exam.hand_in(LATER)

    entries = [
        learner_store.learner_card(an_item(f"capitals/{name}/answer").card) for name in COUNTRIES
    ]
    memories = [entry.memory for entry in entries if entry is not None]
    assert [getattr(memory, "reps", 0) for memory in memories] == [1, 1, 0]
    assert memories[2] == New()
    assert verify_store(store).faults == ()
    assert verify_store(store).reviews == 2


def test_an_exam_handed_in_is_over_and_handing_in_twice_logs_nothing_more(
    store: Store, learner_store: LearnerStore
) -> None:
    exam = begin(learner_store)
    exam.respond(0, TypedText("Paris"), 1000, MORNING)
    other = resumed(learner_store)

    first, second = exam.hand_in(LATER), other.hand_in(LATER)

    assert learner_store.unfinished_exam() is None
    assert first.score == second.score
    assert verify_store(store).reviews == 1


def test_sitting_the_same_form_again_is_another_attempt(learner_store: LearnerStore) -> None:
    first = begin(learner_store).hand_in(LATER)
    second = begin(learner_store).hand_in(LATER)

    assert (first.attempt, second.attempt) == (1, 2)


def test_a_question_whose_item_is_gone_is_passed_over(
    store: Store, learner_store: LearnerStore
) -> None:
    exam = begin(learner_store)
    exam.respond(1, TypedText("Paris"), 1000, MORNING)
    left = [an_item(f"capitals/{name}/answer") for name in ("france", "chad")]
    sync_deck(store, a_deck(facts=[a_fact("france"), a_fact("chad")]), left, LATER)

    again = resumed(learner_store)

    assert again.question(1, LATER) is None
    assert again.hand_in(LATER).score == Score(0.0, 2)


def test_the_order_of_options_is_the_same_after_a_restart() -> None:
    choice = a_choice()
    with a_store(items=[choice]) as store:
        learner_store = open_learner(store, "ada", CALENDAR)
        plan = SittingPlan(Mode.EXAM, "Exam", (choice.id,), seed=5, moves_memory=True)
        exam = ExamSitting(
            learner_store, learner_store.open_exam(plan, ExamSettings("{}"), MORNING)
        )
        before, after = exam.question(0, MORNING), resumed(learner_store).question(0, LATER)
        exam.respond(0, ChosenOptions((choice.options[0].id,)), 1000, MORNING)

        assert before is not None
        assert after is not None
        assert before.shown_options == after.shown_options
        assert exam.hand_in(LATER).score == Score(1.0, 1)


def test_a_response_that_does_not_fit_is_refused(learner_store: LearnerStore) -> None:
    with pytest.raises(ValueError, match="ChosenOptions is no response to a typed"):
        begin(learner_store).respond(0, ChosenOptions(("x",)), 1000, MORNING)


def a_choice() -> Item:
    options = (
        make_option("Paris", is_right=True),
        make_option("Lyon"),
        make_option("Nice"),
        make_option("Metz"),
    )
    card = "capitals/france/answer"
    item = an_item(card, Format.CHOICE)
    return Item(
        id=item.id,
        deck=item.deck,
        fact=item.fact,
        card=item.card,
        format=Format.CHOICE,
        stem=item.stem,
        key=("Paris",),
        expected=ExpectedOptions(frozenset({options[0].id})),
        place=item.place,
        options=options,
        content_hash="hash",
        key_hash="key",
    )


# --- handed in once, and looked at again ----------------------------------------------------------


def answers_logged(learner_store: LearnerStore) -> int:
    return sum(day.reviews for day in learner_store.day_counts(0))


def test_an_exam_is_handed_in_once(learner_store: LearnerStore) -> None:
    exam = begin(learner_store)
    exam.respond(0, TypedText("Paris"), 1000, MORNING)
    was_handed_in = exam.is_handed_in
    first = exam.hand_in(LATER)
    second = exam.hand_in(LATER + timedelta(minutes=5))

    assert (was_handed_in, exam.is_handed_in) == (False, True)
    assert second == first
    assert answers_logged(learner_store) == 1


def test_once_handed_in_it_takes_no_answer_and_no_flag(learner_store: LearnerStore) -> None:
    exam = begin(learner_store)
    exam.hand_in(LATER)

    with pytest.raises(TimeIsUpError, match="the exam is handed in"):
        exam.respond(0, TypedText("Paris"), 0, LATER)
    with pytest.raises(TimeIsUpError, match="the exam is handed in"):
        exam.flag(0)


def test_a_past_exam_has_the_result_that_it_was_handed_in_with(learner_store: LearnerStore) -> None:
    exam = begin(learner_store, minutes=5)
    exam.respond(0, TypedText("Paris"), 1000, MORNING)
    result = exam.hand_in(LATER)
    (state,) = learner_store.past_exams(9)

    past = ExamSitting(learner_store, state)
    assert past.is_handed_in
    assert past.handed_in == LATER
    again = past.result(LATER)
    assert (again.score, again.by_tag, again.attempt) == (result.score, result.by_tag, 1)
    assert [answer.grade for answer in again.answers] == [each.grade for each in result.answers]
    assert (again.seconds, result.seconds) == (300, 300)


def test_past_exams_are_the_newest_first_with_their_attempts(learner_store: LearnerStore) -> None:
    for minute in range(3):
        begin(learner_store).hand_in(LATER + timedelta(minutes=minute))

    states = learner_store.past_exams(2)
    assert [state.attempt for state in states] == [3, 2]
    assert [state.handed_in for state in states] == [
        LATER + timedelta(minutes=2),
        LATER + timedelta(minutes=1),
    ]


def test_an_exam_that_is_open_is_no_past_one_and_has_no_result(learner_store: LearnerStore) -> None:
    exam = begin(learner_store)

    assert learner_store.past_exams(9) == ()
    with pytest.raises(ValueError, match="was not handed in"):
        exam.result(LATER)


def test_the_past_exams_of_another_learner_are_not_shown(
    learner_store: LearnerStore, store: Store
) -> None:
    begin(learner_store).hand_in(LATER)

    assert open_learner(store, "ben", CALENDAR).past_exams(9) == ()
