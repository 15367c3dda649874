"""A review that was undone stays in the log, and nothing reads it any more."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from quizapp.bank.model import CardId, DeckId
from quizapp.items.item import Format
from quizapp.learner.import_values import ImportedReview, MergeReport
from quizapp.learner.model import Mode
from quizapp.memory.model import New, Rating, Scheduling
from quizapp.store.backups.examine_copy import examine
from quizapp.store.learner_store import LearnerStore, open_learner
from quizapp.store.store import Store
from quizapp.store.tables import reviews
from quizapp.store.verify import verify_store
from tests.builders import CALENDAR, MORNING, a_store, an_answer
from tests.memory.learners import replay

FRANCE = CardId("capitals/france/answer")
DECK = DeckId("capitals")
A_DAY = timedelta(days=1)
LATER = MORNING + 9 * A_DAY


@pytest.fixture
def undone(store: Store) -> Iterator[LearnerStore]:
    """A learner who answered twice, a day apart, and took the second answer back."""
    learner_store = open_learner(store, "ada", CALENDAR)
    learner_store.record(an_answer(rating=Rating.EASY))
    learner_store.record(an_answer(at=MORNING + 9 * A_DAY, rating=Rating.AGAIN))
    learner_store.undo(Mode.STUDY, now=LATER)
    yield learner_store
    assert verify_store(store).faults == ()


def memory_of(learner_store: LearnerStore) -> object:
    entry = learner_store.learner_card(FRANCE)
    assert entry is not None
    return entry.memory


def test_an_undone_review_stays_in_the_log_with_the_time_of_that(
    store: Store, undone: LearnerStore
) -> None:
    query = select(reviews.c.rating, reviews.c.undone_at).order_by(reviews.c.id)
    rows = store.read(lambda c: [tuple(row) for row in c.execute(query)])

    assert rows == [(4, None), (1, 1773219600000)]
    assert memory_of(undone) == replay([(MORNING, Rating.EASY)], Scheduling(), CALENDAR)


def test_no_count_and_no_list_has_an_undone_review(store: Store, undone: LearnerStore) -> None:
    today = LATER.toordinal()

    assert [day.day for day in undone.day_counts(0)] == [MORNING.toordinal()]
    assert undone.day_tally(today).facts_asked == frozenset()
    assert undone.rating_histories([DECK]) == [[(MORNING.toordinal(), Rating.EASY)]]
    assert undone.recall_bins([DECK]) == ()
    assert [review.rating for review in undone.export_reviews(DECK)] == [4]
    assert [review.answer.rating for review in undone.card_answers(FRANCE, 9)] == [Rating.EASY]
    assert undone.deck_counts([DECK], LATER)[0].failed == 0
    assert verify_store(store).reviews == 1
    assert examine(store).reviews == 1


def test_the_pace_of_a_learner_leaves_undone_answers_out(learner_store: LearnerStore) -> None:
    for minute in range(20):
        learner_store.record(an_answer(at=MORNING + timedelta(minutes=minute)))
    learner_store.undo(Mode.STUDY, now=LATER)

    assert learner_store.median_milliseconds() == {}


def test_undoing_goes_on_from_the_review_before(undone: LearnerStore) -> None:
    review = undone.undo(Mode.STUDY, now=LATER)

    assert review is not None
    assert review.answer.rating is Rating.EASY
    assert undone.undo(Mode.STUDY, now=LATER) is None
    assert memory_of(undone) == New()


def test_answering_again_at_the_same_moment_gives_another_review(
    learner_store: LearnerStore,
) -> None:
    first = learner_store.record(an_answer(rating=Rating.AGAIN))
    learner_store.undo(Mode.STUDY, now=MORNING)

    second = learner_store.record(an_answer(rating=Rating.GOOD))

    assert second.id != first.id
    assert second.before == New()
    assert memory_of(learner_store) == replay([(MORNING, Rating.GOOD)], Scheduling(), CALENDAR)
    assert len(list(learner_store.export_reviews(DECK))) == 1


def test_an_answer_that_comes_late_is_replayed_without_those_undone(
    undone: LearnerStore,
) -> None:
    undone.record(an_answer(at=MORNING - A_DAY, rating=Rating.GOOD))

    log = [(MORNING - A_DAY, Rating.GOOD), (MORNING, Rating.EASY)]
    assert memory_of(undone) == replay(log, Scheduling(), CALENDAR)


def test_an_undone_review_that_anki_has_too_stays_undone(undone: LearnerStore) -> None:
    back = [
        ImportedReview(FRANCE, MORNING, Rating.EASY),
        ImportedReview(FRANCE, MORNING + 9 * A_DAY, Rating.AGAIN),
        ImportedReview(FRANCE, MORNING + 20 * A_DAY, Rating.GOOD),
    ]

    report = undone.import_reviews(back)

    log = [(MORNING, Rating.EASY), (MORNING + 20 * A_DAY, Rating.GOOD)]
    assert report == MergeReport(new=1, known=2)
    assert memory_of(undone) == replay(log, Scheduling(), CALENDAR)


def test_the_format_of_an_undone_answer_was_not_the_last(undone: LearnerStore) -> None:
    undone.record(replace(an_answer(at=LATER), format=Format.FLIP))
    undone.undo(Mode.STUDY, now=LATER)

    entry = undone.learner_card(FRANCE)
    assert entry is not None
    assert entry.last_format is Format.TYPED


def test_a_backup_counts_no_undone_answers(tmp_path: Path) -> None:
    with a_store(url=f"sqlite:///{tmp_path / 'quizapp.db'}") as store:
        learner_store = open_learner(store, "ada", CALENDAR)
        learner_store.record(an_answer())
        learner_store.record(an_answer(at=LATER))
        learner_store.undo(Mode.STUDY, now=LATER)

        check = examine(store)

    assert (check.reviews, check.last_review) == (1, 1772442000000)
