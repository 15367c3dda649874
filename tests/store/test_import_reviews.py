"""Reviews of another program: kept once, in whatever order they come, and replayed."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from quizapp.bank.model import CardId
from quizapp.errors import StoreError
from quizapp.learner.import_values import ImportedReview, MergeReport
from quizapp.learner.model import Mode, Revealed
from quizapp.memory.model import Memory, New, Rating, Scheduling
from quizapp.store.learner_store import LearnerStore, open_learner
from quizapp.store.store import Store
from quizapp.store.tables import days, memories, reviews
from quizapp.store.verify import verify_store
from tests.builders import CALENDAR, MORNING, a_deck, a_fact, a_store, an_answer, an_item
from tests.counts import full_or_share
from tests.memory.learners import replay

FRANCE = CardId("capitals/france/answer")
PERU = CardId("capitals/peru/answer")
DAY = timedelta(days=1)
MILLISECOND = timedelta(milliseconds=1)


def a_review(
    card: str = FRANCE, after: timedelta = timedelta(), rating: Rating | None = Rating.GOOD
) -> ImportedReview:
    return ImportedReview(CardId(card), MORNING + after, rating, 4000)


def two_cards() -> Store:
    return a_store(a_deck(facts=[a_fact(), a_fact("peru")]), [an_item(), an_item(PERU)])


def memory_of(learner_store: LearnerStore, card: CardId = FRANCE) -> object:
    entry = learner_store.learner_card(card)
    assert entry is not None
    return entry.memory


def test_new_reviews_move_the_memory_as_if_they_were_made_here(learner_store: LearnerStore) -> None:
    log = [(MORNING, Rating.GOOD), (MORNING + DAY, Rating.AGAIN), (MORNING + 3 * DAY, Rating.EASY)]

    report = learner_store.import_reviews(
        [ImportedReview(FRANCE, at, rating) for at, rating in log]
    )

    assert report == MergeReport(new=3, known=0)
    assert memory_of(learner_store) == replay(log, Scheduling(), CALENDAR)


def test_the_order_in_which_reviews_are_handed_over_does_not_matter(store: Store) -> None:
    ada, bob = open_learner(store, "ada", CALENDAR), open_learner(store, "bob", CALENDAR)
    log = [a_review(after=at * DAY, rating=Rating(1 + at % 4)) for at in range(6)]

    ada.import_reviews(log)
    bob.import_reviews(log[::-1])

    assert memory_of(ada) == memory_of(bob)


def test_what_is_imported_twice_is_kept_once(learner_store: LearnerStore) -> None:
    log = [a_review(), a_review(after=DAY)]

    reports = [
        learner_store.import_reviews(log),
        learner_store.import_reviews([*log, *log, a_review(after=2 * DAY)]),
    ]

    assert reports == [MergeReport(new=2, known=0), MergeReport(new=1, known=4)]
    assert len(learner_store.card_answers(FRANCE, 10)) == 3


def test_a_long_history_comes_whole(store: Store, learner_store: LearnerStore) -> None:
    report = learner_store.import_reviews([a_review(after=at * DAY) for at in range(60)])

    assert report == MergeReport(new=60, known=0)
    assert len(learner_store.card_answers(FRANCE, 99)) == 60
    assert verify_store(store).faults == ()


def test_a_dry_run_counts_and_changes_nothing(learner_store: LearnerStore) -> None:
    learner_store.import_reviews([a_review()])

    report = learner_store.import_reviews([a_review(), a_review(after=DAY)], is_dry_run=True)

    assert report == MergeReport(new=1, known=1)
    assert len(learner_store.card_answers(FRANCE, 10)) == 1


def test_a_review_of_our_own_that_comes_back_is_known(learner_store: LearnerStore) -> None:
    learner_store.record(an_answer(at=MORNING))

    report = learner_store.import_reviews([a_review()])

    assert report == MergeReport(new=0, known=1)
    assert [answer.answer.mode for answer in learner_store.card_answers(FRANCE, 9)] == [Mode.STUDY]


@pytest.mark.parametrize(
    ("late", "rating", "new"),
    [
        (MILLISECOND, Rating.GOOD, 0),
        (999 * MILLISECOND, Rating.GOOD, 0),
        (1001 * MILLISECOND, Rating.GOOD, 1),
        (-MILLISECOND, Rating.GOOD, 1),
        (MILLISECOND, Rating.HARD, 1),
    ],
)
def test_a_review_of_our_own_may_come_back_up_to_a_second_late(
    learner_store: LearnerStore, late: timedelta, rating: Rating, new: int
) -> None:
    learner_store.record(an_answer(at=MORNING))

    assert learner_store.import_reviews([a_review(after=late, rating=rating)]).new == new


def test_two_cards_may_share_a_millisecond() -> None:
    with two_cards() as store:
        learner_store = open_learner(store, "ada", CALENDAR)

        report = learner_store.import_reviews([a_review(FRANCE), a_review(PERU)])

        assert report == MergeReport(new=2, known=0)
        assert len(learner_store.card_answers(PERU, 9)) == 1


def test_two_reviews_of_another_program_in_one_second_are_two(learner_store: LearnerStore) -> None:
    learner_store.import_reviews([a_review(after=MILLISECOND)])

    assert learner_store.import_reviews([a_review(), a_review(after=2 * MILLISECOND)]).new == 2


def test_reviews_of_cards_whose_keys_end_alike_have_ids_of_their_own() -> None:
    names = ("f1317", "f1667")
    cards = [f"capitals/{name}/answer" for name in names]
    facts = a_deck(facts=[a_fact(name) for name in names])
    with a_store(facts, [an_item(card) for card in cards]) as store:
        learner_store = open_learner(store, "ada", CALENDAR)

        assert [learner_store.import_reviews([a_review(card)]).new for card in cards] == [1, 1]
        assert learner_store.import_reviews([a_review(card) for card in cards]).known == 2


def test_reviews_made_before_our_own_change_what_those_found(
    store: Store, learner_store: LearnerStore
) -> None:
    learner_store.record(an_answer(at=MORNING + 9 * DAY, rating=Rating.HARD))

    learner_store.import_reviews([a_review(rating=Rating.EASY)])

    log = [(MORNING, Rating.EASY), (MORNING + 9 * DAY, Rating.HARD)]
    assert memory_of(learner_store) == replay(log, Scheduling(), CALENDAR)
    newest = learner_store.card_answers(FRANCE, 1)[0]
    assert isinstance(newest.before, Memory)
    assert verify_store(store).faults == ()


def test_after_a_reset_a_card_is_new(store: Store, learner_store: LearnerStore) -> None:
    learner_store.record(an_answer(at=MORNING, rating=Rating.EASY))

    learner_store.import_reviews([a_review(after=DAY, rating=None)])

    assert memory_of(learner_store) == New()
    assert learner_store.day_counts(0)[0].reviews == 1
    assert verify_store(store).faults == ()


def test_a_reset_forgets_what_was_before_it_and_nothing_after(
    store: Store, learner_store: LearnerStore
) -> None:
    learner_store.import_reviews(
        [a_review(), a_review(after=5 * DAY, rating=None), a_review(after=6 * DAY)],
    )

    assert memory_of(learner_store) == replay(
        [(MORNING + 6 * DAY, Rating.GOOD)], Scheduling(), CALENDAR
    )
    assert [answer.after == New() for answer in learner_store.card_answers(FRANCE, 9)] == [
        False,
        True,
        False,
    ]
    assert verify_store(store).faults == ()


def test_answers_given_here_after_a_reset_go_on_from_it(
    store: Store, learner_store: LearnerStore
) -> None:
    learner_store.import_reviews([a_review(rating=Rating.EASY), a_review(after=DAY, rating=None)])

    learner_store.record(an_answer(at=MORNING + 2 * DAY))

    assert memory_of(learner_store) == replay(
        [(MORNING + 2 * DAY, Rating.GOOD)], Scheduling(), CALENDAR
    )
    assert verify_store(store).faults == ()


def test_an_imported_review_says_what_is_known_of_it(learner_store: LearnerStore) -> None:
    learner_store.import_reviews([a_review(rating=Rating.AGAIN)])

    answered = learner_store.card_answers(FRANCE, 1)[0].answer
    assert (answered.mode, answered.response, answered.rating) == (
        Mode.IMPORTED,
        Revealed(),
        Rating.AGAIN,
    )
    assert (answered.milliseconds, answered.item, answered.verdict) == (4000, "", "wrong")


def test_learners_have_logs_of_their_own(store: Store) -> None:
    open_learner(store, "ada", CALENDAR).import_reviews([a_review()])

    assert (
        open_learner(store, "bob", CALENDAR).import_reviews([a_review()], is_dry_run=True).new == 1
    )


def test_days_count_imported_reviews(learner_store: LearnerStore) -> None:
    learner_store.import_reviews([a_review(), a_review(after=MILLISECOND, rating=Rating.AGAIN)])

    (day,) = learner_store.day_counts(0)
    assert (day.reviews, day.correct) == (2, 1)


def test_a_suspended_card_stays_so(learner_store: LearnerStore) -> None:
    learner_store.suspend(FRANCE, None, MORNING)

    learner_store.import_reviews([a_review()])

    entry = learner_store.learner_card(FRANCE)
    assert entry is not None
    assert (entry.is_suspended, isinstance(entry.memory, Memory)) == (True, True)


def test_a_review_of_a_card_that_was_never_here_is_refused(learner_store: LearnerStore) -> None:
    with pytest.raises(StoreError, match="there is no card capitals/atlantis/answer"):
        learner_store.import_reviews([a_review("capitals/atlantis/answer")])


def test_nothing_to_import_changes_nothing(learner_store: LearnerStore) -> None:
    assert learner_store.import_reviews([]) == MergeReport(new=0, known=0)


@pytest.mark.slow
def test_many_cards_are_taken_at_once() -> None:
    names = [f"f{number}" for number in range(2000)]
    items = [an_item(f"capitals/{name}/answer") for name in names]
    with a_store(a_deck(facts=[a_fact(name) for name in names]), items) as store:
        learner_store = open_learner(store, "ada", CALENDAR)

        report = learner_store.import_reviews([a_review(item.card) for item in items])
        again = learner_store.import_reviews([a_review(item.card, DAY) for item in items])

        assert (report.new, again.new) == (2000, 2000)
        assert verify_store(store).faults == ()


# --- the law -------------------------------------------------------------------------------------

# Times may be the same for both cards, and fall into each other's second.
imported = st.builds(
    a_review,
    st.sampled_from([FRANCE, PERU]),
    st.builds(
        lambda minutes, milliseconds: timedelta(minutes=minutes * 700, milliseconds=milliseconds),
        st.integers(0, 30),
        st.sampled_from([0, 1, 500]),
    ),
    st.sampled_from([None, *Rating]),
)
packages = st.lists(st.lists(imported, max_size=6), max_size=4)
own_answers = st.lists(
    st.tuples(st.integers(0, 30), st.sampled_from(list(Rating))),
    max_size=3,
    unique_by=lambda o: o[0],
)


def once_a_moment(found: Sequence[Sequence[ImportedReview]]) -> list[list[ImportedReview]]:
    """The packages of one collection: a card has one review a moment, whatever package it is in."""
    first: dict[object, ImportedReview] = {}
    return [[first.setdefault((each.card, each.at), each) for each in part] for part in found]


def all_of(store: Store) -> list[list[tuple[object, ...]]]:
    tables = (reviews, memories, days)
    return [
        sorted(tuple(row) for row in store.read(lambda c, t=table: c.execute(select(t)).all()))  # type: ignore[misc]
        for table in tables
    ]


@pytest.mark.slow
@settings(max_examples=full_or_share(1200), deadline=None)
@given(packages.map(once_a_moment), own_answers, st.randoms(use_true_random=False))
def test_packages_in_any_order_and_number_leave_the_same_log(
    found: list[list[ImportedReview]], own: list[tuple[int, Rating]], chance: object
) -> None:
    shuffled = [*found, *found]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    with two_cards() as one, two_cards() as other:
        learner_stores = open_learner(one, "ada", CALENDAR), open_learner(other, "ada", CALENDAR)
        for learner_store in learner_stores:
            for minutes, rating in own:
                at = MORNING + timedelta(minutes=minutes * 700)
                learner_store.record(an_answer(FRANCE, at=at, rating=rating))
        learner_stores[0].import_reviews([review for part in found for review in part])
        for part in shuffled:
            learner_stores[1].import_reviews(part)

        assert all_of(one) == all_of(other)
        assert verify_store(one).faults == ()
