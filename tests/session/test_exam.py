"""Sitting an exam, on the real store."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

import pytest

from quizapp.grading.expected import ExpectedOptions
from quizapp.grading.grade import Verdict
from quizapp.items.item import Format, Item, ItemId
from quizapp.items.making import option
from quizapp.memory.model import New
from quizapp.session.exam import ExamSitting, Score, TimeIsUpError
from quizapp.session.model import Chosen, ExamTerms, Mode, SittingPlan, Typed
from quizapp.store.desk import Desk
from quizapp.store.store import Store
from quizapp.store.sync import synchronise
from quizapp.store.verify import verify
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
def desk(store: Store) -> Desk:
    return store.desk("ada", CALENDAR)


def begin(
    desk: Desk, minutes: int | None = None, countries: Sequence[str] = COUNTRIES
) -> ExamSitting:
    items = tuple(ItemId(f"capitals/{name}/answer/typed") for name in countries)
    plan = SittingPlan(Mode.EXAM, "Exam", items, seed=5, counts=True)
    terms = ExamTerms("{}", None if minutes is None else 60 * minutes)
    return ExamSitting(desk, desk.open_exam(plan, terms, MORNING))


def resumed(desk: Desk) -> ExamSitting:
    state = desk.unfinished_exam()
    assert state is not None
    return ExamSitting(desk, state)


def test_places_may_be_answered_in_any_order_and_changed() -> None:
    with a_store() as store:
        exam = begin(store.desk("ada", CALENDAR), countries=["france"])
        exam.respond(0, Typed("Lyon"), 1000, MORNING)
        exam.respond(0, Typed("Paris"), 500, MORNING)

        assert exam.places[0].response == Typed("Paris")
        assert exam.places[0].milliseconds == 1500


def test_what_was_answered_is_there_after_a_restart(desk: Desk) -> None:
    exam = begin(desk)
    exam.respond(2, Typed("Paris"), 1000, MORNING)
    exam.flag(1)

    again = resumed(desk)

    assert [place.response for place in again.places] == [None, None, Typed("Paris")]
    assert [place.is_flagged for place in again.places] == [False, True, False]
    assert again.first_open() == 0


def test_the_clock_runs_on_while_the_exam_is_closed(desk: Desk) -> None:
    begin(desk, minutes=15)

    again = resumed(desk)

    assert again.seconds_left(LATER) == 300
    assert not again.is_over(LATER)
    assert again.is_over(LATER + timedelta(minutes=6))


def test_no_answer_is_taken_when_the_time_is_up(desk: Desk) -> None:
    exam = begin(desk, minutes=5)
    exam.respond(0, Typed("Paris"), 1000, MORNING)

    with pytest.raises(TimeIsUpError, match="what was answered before is kept"):
        exam.respond(1, Typed("Paris"), 1000, LATER)
    result = exam.hand_in(LATER)

    assert result.score == Score(1.0, 3)
    assert result.seconds == 300


def test_the_score_counts_all_questions_and_tells_those_of_each_tag(desk: Desk) -> None:
    exam = begin(desk)
    exam.respond(0, Typed("Paris"), 1000, MORNING)
    exam.respond(1, Typed("Lyon"), 1000, MORNING)

    result = exam.hand_in(LATER)

    assert result.score == Score(1.0, 3)
    assert result.by_tag == {"f": Score(1.0, 1), "p": Score(0.0, 1), "c": Score(0.0, 1)}
    assert [answer.grade.verdict for answer in result.answers] == [
        Verdict.CORRECT,
        Verdict.WRONG,
        Verdict.WRONG,
    ]


def test_each_answered_card_moves_once_and_one_left_open_not_at_all(
    store: Store, desk: Desk
) -> None:
    exam = begin(desk)
    exam.respond(0, Typed("Paris"), 1000, MORNING)
    exam.respond(1, Typed("Lyon"), 1000, MORNING)

    exam.hand_in(LATER)

    entries = [desk.entry(an_item(f"capitals/{name}/answer").card) for name in COUNTRIES]
    memories = [entry.memory for entry in entries if entry is not None]
    assert [getattr(memory, "reps", 0) for memory in memories] == [1, 1, 0]
    assert memories[2] == New()
    assert verify(store).faults == ()
    assert verify(store).reviews == 2


def test_an_exam_handed_in_is_over_and_handing_in_twice_logs_nothing_more(
    store: Store, desk: Desk
) -> None:
    exam = begin(desk)
    exam.respond(0, Typed("Paris"), 1000, MORNING)
    other = resumed(desk)

    first, second = exam.hand_in(LATER), other.hand_in(LATER)

    assert desk.unfinished_exam() is None
    assert first.score == second.score
    assert verify(store).reviews == 1


def test_sitting_the_same_form_again_is_another_attempt(desk: Desk) -> None:
    first = begin(desk).hand_in(LATER)
    second = begin(desk).hand_in(LATER)

    assert (first.attempt, second.attempt) == (1, 2)


def test_a_question_whose_item_is_gone_is_passed_over(store: Store, desk: Desk) -> None:
    exam = begin(desk)
    exam.respond(1, Typed("Paris"), 1000, MORNING)
    left = [an_item(f"capitals/{name}/answer") for name in ("france", "chad")]
    synchronise(store, a_deck(facts=[a_fact("france"), a_fact("chad")]), left, LATER)

    again = resumed(desk)

    assert again.question(1, LATER) is None
    assert again.hand_in(LATER).score == Score(0.0, 2)


def test_the_order_of_options_is_the_same_after_a_restart() -> None:
    choice = a_choice()
    with a_store(items=[choice]) as store:
        desk = store.desk("ada", CALENDAR)
        plan = SittingPlan(Mode.EXAM, "Exam", (choice.id,), seed=5, counts=True)
        exam = ExamSitting(desk, desk.open_exam(plan, ExamTerms("{}"), MORNING))
        before, after = exam.question(0, MORNING), resumed(desk).question(0, LATER)
        exam.respond(0, Chosen((choice.options[0].id,)), 1000, MORNING)

        assert before is not None
        assert after is not None
        assert before.shown == after.shown
        assert exam.hand_in(LATER).score == Score(1.0, 1)


def test_a_response_that_does_not_fit_is_refused(desk: Desk) -> None:
    with pytest.raises(ValueError, match="Chosen is no response to a typed"):
        begin(desk).respond(0, Chosen(("x",)), 1000, MORNING)


def a_choice() -> Item:
    options = (option("Paris", is_right=True), option("Lyon"), option("Nice"), option("Metz"))
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


def answers_logged(desk: Desk) -> int:
    return sum(day.reviews for day in desk.day_counts(0))


def test_an_exam_is_handed_in_once(desk: Desk) -> None:
    exam = begin(desk)
    exam.respond(0, Typed("Paris"), 1000, MORNING)
    was_handed_in = exam.is_handed_in
    first = exam.hand_in(LATER)
    second = exam.hand_in(LATER + timedelta(minutes=5))

    assert (was_handed_in, exam.is_handed_in) == (False, True)
    assert second is first
    assert answers_logged(desk) == 1


def test_once_handed_in_it_takes_no_answer_and_no_flag(desk: Desk) -> None:
    exam = begin(desk)
    exam.hand_in(LATER)

    with pytest.raises(TimeIsUpError, match="the exam is handed in"):
        exam.respond(0, Typed("Paris"), 0, LATER)
    with pytest.raises(TimeIsUpError, match="the exam is handed in"):
        exam.flag(0)


def test_a_past_exam_has_the_result_that_it_was_handed_in_with(desk: Desk) -> None:
    exam = begin(desk, minutes=5)
    exam.respond(0, Typed("Paris"), 1000, MORNING)
    result = exam.hand_in(LATER)
    (state,) = desk.past_exams(9)

    past = ExamSitting(desk, state)
    assert past.is_handed_in
    assert past.handed_in == LATER
    again = past.result(LATER)
    assert (again.score, again.by_tag, again.attempt) == (result.score, result.by_tag, 1)
    assert [answer.grade for answer in again.answers] == [each.grade for each in result.answers]
    assert (again.seconds, result.seconds) == (300, 300)


def test_past_exams_are_the_newest_first_with_their_attempts(desk: Desk) -> None:
    for minute in range(3):
        begin(desk).hand_in(LATER + timedelta(minutes=minute))

    states = desk.past_exams(2)
    assert [state.attempt for state in states] == [3, 2]
    assert [state.handed_in for state in states] == [
        LATER + timedelta(minutes=2),
        LATER + timedelta(minutes=1),
    ]


def test_an_exam_that_is_open_is_no_past_one_and_has_no_result(desk: Desk) -> None:
    exam = begin(desk)

    assert desk.past_exams(9) == ()
    with pytest.raises(ValueError, match="was not handed in"):
        exam.result(LATER)


def test_the_past_exams_of_another_learner_are_not_shown(desk: Desk, store: Store) -> None:
    begin(desk).hand_in(LATER)

    assert store.desk("ben", CALENDAR).past_exams(9) == ()
