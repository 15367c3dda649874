from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.bank.model import CardId, DeckId, FactId
from quizapp.errors import StoreError
from quizapp.items.item import Format
from quizapp.learner.counts import DayCounts
from quizapp.learner.model import (
    ChosenOptions,
    GaveUp,
    Mode,
    Response,
    Revealed,
    TypedText,
    Verdict,
)
from quizapp.memory.model import MemoryState, New, Rating, Scheduling
from quizapp.memory.schedule import next_memory
from quizapp.session.model import SittingPlan
from quizapp.store.learner_store import LearnerStore, open_learner
from quizapp.store.store import Store
from quizapp.store.verify import verify_store
from tests.builders import CALENDAR, MORNING, a_deck, a_fact, a_store, an_answer, an_item
from tests.memory.learners import replay

FRANCE = CardId("capitals/france/answer")
DECK = DeckId("capitals")
A_DAY = timedelta(days=1)
LATER = MORNING + 2 * A_DAY


def memory_of(learner_store: LearnerStore) -> MemoryState:
    entry = learner_store.learner_card(FRANCE)
    assert entry is not None
    return entry.memory


def verify_faults(learner_store: LearnerStore) -> tuple[str, ...]:
    return verify_store(learner_store._store).faults


def test_a_first_answer_finds_a_new_card_and_leaves_the_memory_that_fsrs_says(
    learner_store: LearnerStore,
) -> None:
    kept = learner_store.record(an_answer(rating=Rating.GOOD))

    expected = next_memory(New(), Rating.GOOD, MORNING, Scheduling(), CALENDAR)
    assert (kept.before, kept.after, kept.predicted_recall) == (New(), expected, None)
    assert memory_of(learner_store) == expected


def test_the_second_answer_finds_what_the_first_one_left(learner_store: LearnerStore) -> None:
    first = learner_store.record(an_answer(rating=Rating.EASY))

    second = learner_store.record(an_answer(at=MORNING + 3 * A_DAY))

    assert second.before == first.after
    assert second.predicted_recall is not None
    assert 0.9 < second.predicted_recall < 1


def test_a_memory_is_what_the_log_makes_of_it_when_it_is_replayed(
    learner_store: LearnerStore,
) -> None:
    log = [
        (MORNING, Rating.GOOD),
        (MORNING + timedelta(minutes=12), Rating.GOOD),
        (MORNING + 3 * A_DAY, Rating.AGAIN),
        (MORNING + 3 * A_DAY + timedelta(minutes=11), Rating.HARD),
    ]

    for at, rating in log:
        learner_store.record(an_answer(at=at, rating=rating))

    assert memory_of(learner_store) == replay(log, Scheduling(), CALENDAR)


@pytest.mark.parametrize(
    "response",
    [
        TypedText("Paris"),
        TypedText(""),
        ChosenOptions(("a", "b")),
        ChosenOptions(()),
        GaveUp(),
        Revealed(),
    ],
)
def test_an_answer_is_kept_as_it_was_given(learner_store: LearnerStore, response: Response) -> None:
    answered = an_answer(response=response, shown=("b", "a", "c"))

    learner_store.record(answered)

    undone = learner_store.undo(Mode.STUDY, now=LATER)
    assert undone is not None
    assert undone.answer == answered


def test_an_answer_is_kept_to_the_millisecond(learner_store: LearnerStore) -> None:
    kept = learner_store.record(an_answer(at=MORNING + timedelta(microseconds=1999)))

    assert kept.answer.at == MORNING + timedelta(milliseconds=1)
    assert verify_faults(learner_store) == ()


def test_an_answer_that_is_logged_only_moves_no_memory(learner_store: LearnerStore) -> None:
    kept = learner_store.record(an_answer(rating=None, format_=Format.TYPED))

    assert kept.after == New()
    assert memory_of(learner_store) == New()


def test_a_quiz_that_does_not_count_moves_no_memory(learner_store: LearnerStore) -> None:
    first = learner_store.record(an_answer())

    kept = learner_store.record(an_answer(at=MORNING + A_DAY, mode=Mode.QUIZ, counts=False))

    assert kept.before == kept.after == first.after
    assert memory_of(learner_store) == first.after


def test_the_format_last_asked_is_known(learner_store: LearnerStore) -> None:
    learner_store.record(an_answer(rating=None))

    entry = learner_store.learner_card(FRANCE)

    assert entry is not None
    assert entry.last_format is Format.TYPED


def test_two_answers_in_one_millisecond_are_both_kept(learner_store: LearnerStore) -> None:
    first = learner_store.record(an_answer())
    second = learner_store.record(an_answer())

    assert first.id != second.id
    assert [day.reviews for day in learner_store.day_counts(0)] == [2]
    assert verify_faults(learner_store) == ()


def test_an_answer_to_a_card_that_was_never_there_is_refused(learner_store: LearnerStore) -> None:
    with pytest.raises(StoreError, match="there is no card capitals/atlantis/answer"):
        learner_store.record(an_answer("capitals/atlantis/answer"))


def test_an_answer_of_a_clock_that_was_set_back_takes_its_place_in_the_log(
    learner_store: LearnerStore,
) -> None:
    learner_store.record(an_answer(at=MORNING + 2 * A_DAY, rating=Rating.GOOD))

    kept = learner_store.record(an_answer(at=MORNING, rating=Rating.AGAIN))

    log = [(MORNING, Rating.AGAIN), (MORNING + 2 * A_DAY, Rating.GOOD)]
    assert (kept.before, kept.predicted_recall) == (New(), None)
    assert memory_of(learner_store) == replay(log, Scheduling(), CALENDAR)
    assert verify_faults(learner_store) == ()


# --- undo ----------------------------------------------------------------------------------------


def test_undo_of_the_only_answer_leaves_a_new_card(learner_store: LearnerStore) -> None:
    kept = learner_store.record(an_answer())

    undone = learner_store.undo(Mode.STUDY, now=LATER)

    assert undone == kept
    assert memory_of(learner_store) == New()
    assert learner_store.day_counts(0) == ()


def test_undo_goes_back_one_answer_at_a_time(learner_store: LearnerStore) -> None:
    first = learner_store.record(an_answer())
    second = learner_store.record(an_answer(at=MORNING + A_DAY))

    assert learner_store.undo(Mode.STUDY, now=LATER) == second
    assert memory_of(learner_store) == first.after
    assert learner_store.undo(Mode.STUDY, now=LATER) == first
    assert learner_store.undo(Mode.STUDY, now=LATER) is None


def test_undo_takes_the_newest_answer_of_its_mode_only(learner_store: LearnerStore) -> None:
    studied = learner_store.record(an_answer())
    quizzed = learner_store.record(an_answer(at=MORNING + A_DAY, mode=Mode.QUIZ))

    undone = learner_store.undo(Mode.STUDY, now=LATER)

    log = [(MORNING + A_DAY, Rating.GOOD)]
    assert undone == studied
    assert memory_of(learner_store) == replay(log, Scheduling(), CALENDAR)
    remaining = learner_store.undo(Mode.QUIZ, now=LATER)
    assert remaining is not None
    assert remaining.id == quizzed.id
    assert remaining.before == New()


def test_undo_brings_back_the_format_that_was_asked_before(learner_store: LearnerStore) -> None:
    learner_store.record(an_answer(rating=None))
    learner_store.record(replace(an_answer(at=MORNING + A_DAY), format=Format.GAP))

    learner_store.undo(Mode.STUDY, now=LATER)

    entry = learner_store.learner_card(FRANCE)
    assert entry is not None
    assert entry.last_format is Format.TYPED


def test_undo_leaves_another_learner_alone(store: Store, learner_store: LearnerStore) -> None:
    other = open_learner(store, "bob", CALENDAR)
    learner_store.record(an_answer())
    kept = other.record(an_answer(at=MORNING + A_DAY))

    learner_store.undo(Mode.STUDY, now=LATER)

    assert memory_of(other) == kept.after


# --- what a day adds up to -----------------------------------------------------------------------


def test_a_day_counts_answers_correct_ones_and_time(learner_store: LearnerStore) -> None:
    learner_store.record(an_answer(milliseconds=3000))
    learner_store.record(
        an_answer(at=MORNING + timedelta(minutes=2), verdict=Verdict.WRONG, milliseconds=5000)
    )

    assert learner_store.day_counts(0) == (
        DayCounts(day=MORNING.toordinal(), reviews=2, correct=1, milliseconds=8000),
    )


def test_a_close_answer_is_not_among_the_correct_ones_of_its_day(
    store: Store, learner_store: LearnerStore
) -> None:
    learner_store.record(an_answer(verdict=Verdict.CLOSE))

    assert [(day.reviews, day.correct) for day in learner_store.day_counts(0)] == [(1, 0)]
    assert verify_store(store).faults == ()


def test_days_before_the_first_one_asked_for_are_left_out(learner_store: LearnerStore) -> None:
    learner_store.record(an_answer())
    learner_store.record(an_answer(at=MORNING + A_DAY))

    days = learner_store.day_counts(MORNING.toordinal() + 1)

    assert [day.day for day in days] == [MORNING.toordinal() + 1]


def test_ratings_of_cards_in_review_make_the_retention(learner_store: LearnerStore) -> None:
    learner_store.record(an_answer(rating=Rating.EASY))
    learner_store.record(an_answer(at=MORNING + 9 * A_DAY, rating=Rating.HARD))
    learner_store.record(an_answer(at=MORNING + 20 * A_DAY, rating=Rating.AGAIN))

    (counts,) = learner_store.deck_counts([DECK], MORNING + 20 * A_DAY)

    assert (counts.passed, counts.failed) == (1, 1)


def test_the_tally_of_a_day_tells_new_cards_from_reviews(learner_store: LearnerStore) -> None:
    learner_store.record(an_answer(rating=Rating.EASY))
    learner_store.record(an_answer(at=MORNING + 9 * A_DAY))

    first, later = (
        learner_store.day_tally(MORNING.toordinal()),
        learner_store.day_tally(MORNING.toordinal() + 9),
    )

    assert (first.new_cards, first.reviews) == ({DECK: 1}, {})
    assert (later.new_cards, later.reviews) == ({}, {DECK: 1})
    assert first.facts_asked == {an_item().fact}


def test_the_tally_leaves_a_quiz_that_does_not_count_out(learner_store: LearnerStore) -> None:
    learner_store.record(an_answer(mode=Mode.QUIZ, counts=False))

    assert learner_store.day_tally(MORNING.toordinal()).facts_asked == frozenset()


def test_the_tally_of_another_day_is_empty(learner_store: LearnerStore) -> None:
    learner_store.record(an_answer())

    assert learner_store.day_tally(MORNING.toordinal() + 1).facts_asked == frozenset()


def test_the_tally_tells_what_today_s_facts_may_be_confused_with() -> None:
    with a_store(a_deck(facts=[a_fact(confuse_with=["capitals/peru"])])) as store:
        learner_store = open_learner(store, "ada", CALENDAR)
        learner_store.record(an_answer())

        assert learner_store.day_tally(MORNING.toordinal()).facts_excluded == {
            FactId("capitals/peru")
        }


def test_a_pace_is_not_known_before_twenty_answers(learner_store: LearnerStore) -> None:
    for minute in range(19):
        learner_store.record(an_answer(at=MORNING + timedelta(minutes=minute)))

    assert learner_store.median_milliseconds() == {}


def test_a_pace_is_the_median_of_a_format(learner_store: LearnerStore) -> None:
    for second in range(21):
        at = MORNING + timedelta(minutes=second)
        learner_store.record(an_answer(at=at, milliseconds=1000 * second))

    assert learner_store.median_milliseconds() == {Format.TYPED: 10_000}


# --- sittings ------------------------------------------------------------------------------------


def a_plan() -> SittingPlan:
    return SittingPlan(Mode.QUIZ, "Quiz", (an_item().id, an_item().id), seed=4, moves_memory=False)


def test_a_sitting_left_before_its_end_is_offered_again(learner_store: LearnerStore) -> None:
    begun = learner_store.open_sitting(a_plan(), MORNING)

    learner_store.record(
        an_answer(mode=Mode.QUIZ, sitting=begun.id, position=1, verdict=Verdict.CLOSE)
    )

    assert learner_store.unfinished_sitting(Mode.QUIZ) == replace(
        begun, verdicts=(None, Verdict.CLOSE)
    )
    assert learner_store.unfinished_sitting(Mode.EXAM) is None


def test_a_sitting_that_ended_is_not_offered_again(learner_store: LearnerStore) -> None:
    begun = learner_store.open_sitting(a_plan(), MORNING)

    learner_store.close_sitting(begun.id, MORNING)

    assert learner_store.unfinished_sitting(Mode.QUIZ) is None


def test_undo_in_a_sitting_opens_the_item_and_the_sitting_again(
    learner_store: LearnerStore,
) -> None:
    begun = learner_store.open_sitting(a_plan(), MORNING)
    learner_store.record(an_answer(mode=Mode.QUIZ, sitting=begun.id, position=1))
    learner_store.close_sitting(begun.id, MORNING)

    learner_store.undo(Mode.QUIZ, begun.id, now=LATER)

    assert learner_store.unfinished_sitting(Mode.QUIZ) == begun


def test_undo_in_a_sitting_leaves_the_answers_of_others_alone(learner_store: LearnerStore) -> None:
    first = learner_store.open_sitting(a_plan(), MORNING)
    second = learner_store.open_sitting(a_plan(), MORNING)
    learner_store.record(an_answer(mode=Mode.QUIZ, sitting=first.id))

    assert learner_store.undo(Mode.QUIZ, second.id, now=LATER) is None
