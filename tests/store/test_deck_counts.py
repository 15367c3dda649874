from collections.abc import Iterator
from datetime import timedelta

import pytest

from quizapp.bank.model import CardId, DeckId, DeckSettings
from quizapp.learner.counts import DeckCounts
from quizapp.memory.model import Rating
from quizapp.store.deck_table import DeckSize, deck_sizes, live_decks
from quizapp.store.learner_store import LearnerStore, open_learner
from quizapp.store.store import Store
from quizapp.store.sync_bank import sync_deck
from tests.builders import CALENDAR, MORNING, a_deck, a_fact, a_store, an_answer, an_item
from tests.store.retired import retire_deck

CAPITALS = DeckId("capitals")
A_DAY = timedelta(days=1)
COUNTRIES = ("france", "peru", "chad", "cuba", "mali")


@pytest.fixture
def store() -> Iterator[Store]:
    deck = a_deck(facts=[a_fact(name) for name in COUNTRIES])
    items = [an_item(f"capitals/{name}/answer") for name in COUNTRIES]
    with a_store(deck, items) as store:
        yield store


def test_a_deck_that_was_never_studied_holds_new_cards_only(learner_store: LearnerStore) -> None:
    counts = learner_store.deck_counts([CAPITALS], MORNING)

    assert counts == (
        DeckCounts(
            deck=CAPITALS,
            title="Capitals",
            new=5,
            learning=0,
            due=0,
            total=5,
            studied=0,
            passed=0,
            failed=0,
            forecast=(0, 0, 0, 0, 0, 0, 0),
        ),
    )


def test_each_card_is_counted_where_it_stands(learner_store: LearnerStore) -> None:
    easy = learner_store.record(an_answer("capitals/france/answer", rating=Rating.EASY))
    learner_store.record(an_answer("capitals/peru/answer", rating=Rating.AGAIN))
    learner_store.suspend(CardId("capitals/chad/answer"), None, MORNING)
    learner_store.bury(CardId("capitals/cuba/answer"), None, MORNING + A_DAY, MORNING)

    (counts,) = learner_store.deck_counts([CAPITALS], MORNING)

    assert (counts.new, counts.learning, counts.due) == (1, 1, 0)
    assert (counts.total, counts.studied, counts.suspended) == (5, 2, 1)
    assert counts.forecast == (1, 0, 0, 0, 0, 0, 0)
    assert easy.after != easy.before


def test_the_forecast_counts_what_falls_due_on_each_of_seven_days(
    learner_store: LearnerStore,
) -> None:
    france = learner_store.record(an_answer("capitals/france/answer", rating=Rating.EASY)).after
    days_until_due = (france.due - MORNING).days + 1  # type: ignore[union-attr]

    (eve,) = learner_store.deck_counts([CAPITALS], MORNING + (days_until_due - 1) * A_DAY)
    (week_before,) = learner_store.deck_counts([CAPITALS], MORNING + (days_until_due - 6) * A_DAY)
    (late,) = learner_store.deck_counts([CAPITALS], MORNING + (days_until_due + 9) * A_DAY)

    assert eve.forecast == (0, 1, 0, 0, 0, 0, 0)
    assert week_before.forecast == (0, 0, 0, 0, 0, 0, 1)
    assert late.forecast == (1, 0, 0, 0, 0, 0, 0)
    assert late.due == 1


def test_today_holds_no_more_new_cards_than_the_limit_leaves(store: Store) -> None:
    learner_store = open_learner(store, "ada", CALENDAR, DeckSettings(new_per_day=3))
    learner_store.record(an_answer("capitals/france/answer"))

    (today,) = learner_store.deck_counts([CAPITALS], MORNING)
    (tomorrow,) = learner_store.deck_counts([CAPITALS], MORNING + A_DAY)

    assert (today.new, tomorrow.new) == (2, 3)


def test_today_holds_no_more_reviews_than_the_limit_leaves(store: Store) -> None:
    learner_store = open_learner(store, "ada", CALENDAR, DeckSettings(reviews_per_day=2))
    for name in ("france", "peru", "chad"):
        learner_store.record(an_answer(f"capitals/{name}/answer", rating=Rating.EASY))
    later = MORNING + 30 * A_DAY

    (before,) = learner_store.deck_counts([CAPITALS], later)
    learner_store.record(an_answer("capitals/peru/answer", at=later))
    (after,) = learner_store.deck_counts([CAPITALS], later)

    assert (before.due, after.due) == (2, 1)


def test_a_card_whose_answer_changed_is_counted_as_due(
    store: Store, learner_store: LearnerStore
) -> None:
    learner_store.record(an_answer("capitals/france/answer", rating=Rating.EASY))
    later = MORNING + A_DAY
    sync_deck(store, a_deck(), [an_item("capitals/france/answer", key="Lyon")], later)

    (counts,) = learner_store.deck_counts([CAPITALS], later)

    assert counts.due == 1


def test_retired_cards_are_not_counted(store: Store, learner_store: LearnerStore) -> None:
    learner_store.record(an_answer("capitals/peru/answer", rating=Rating.EASY))
    sync_deck(store, a_deck(), [an_item("capitals/france/answer")], MORNING + A_DAY)

    (counts,) = learner_store.deck_counts([CAPITALS], MORNING + 30 * A_DAY)

    assert (counts.total, counts.studied, counts.new, counts.due) == (1, 0, 1, 0)


def test_retention_counts_the_last_thirty_days(learner_store: LearnerStore) -> None:
    learner_store.record(an_answer("capitals/france/answer", rating=Rating.EASY))
    learner_store.record(an_answer("capitals/france/answer", at=MORNING + 20 * A_DAY))

    (within,) = learner_store.deck_counts([CAPITALS], MORNING + 49 * A_DAY)
    (beyond,) = learner_store.deck_counts([CAPITALS], MORNING + 50 * A_DAY)

    assert (within.passed, beyond.passed) == (1, 0)


def test_retention_tells_what_was_forgotten_from_what_was_known(
    learner_store: LearnerStore,
) -> None:
    for name in ("france", "peru", "chad"):
        learner_store.record(an_answer(f"capitals/{name}/answer", rating=Rating.EASY))
    later = MORNING + 20 * A_DAY
    learner_store.record(an_answer("capitals/france/answer", at=later))
    learner_store.record(an_answer("capitals/peru/answer", at=later, rating=Rating.AGAIN))
    learner_store.record(an_answer("capitals/chad/answer", at=later, rating=Rating.AGAIN))

    (within,) = learner_store.deck_counts([CAPITALS], MORNING + 49 * A_DAY)
    (beyond,) = learner_store.deck_counts([CAPITALS], MORNING + 50 * A_DAY)

    assert (within.passed, within.failed) == (1, 2)
    assert (beyond.passed, beyond.failed) == (0, 0)


def test_retention_leaves_out_what_another_learner_answered(
    store: Store, learner_store: LearnerStore
) -> None:
    bob = open_learner(store, "bob", CALENDAR)
    bob.record(an_answer("capitals/france/answer", rating=Rating.EASY))
    bob.record(an_answer("capitals/france/answer", at=MORNING + 20 * A_DAY))

    (counts,) = learner_store.deck_counts([CAPITALS], MORNING + 20 * A_DAY)

    assert (counts.passed, counts.failed) == (0, 0)


def test_decks_are_counted_in_the_order_of_the_bank(
    store: Store, learner_store: LearnerStore
) -> None:
    rivers = a_deck("rivers", [], title="Rivers")
    sync_deck(store, rivers, [], MORNING)

    counts = learner_store.deck_counts([DeckId("rivers"), CAPITALS], MORNING)

    assert [deck.title for deck in counts] == ["Capitals", "Rivers"]


def test_the_list_of_decks_shows_those_that_were_retired_last(store: Store) -> None:
    sync_deck(store, a_deck("rivers", [], title="Rivers"), [], MORNING)
    retire_deck(store, CAPITALS, MORNING)

    lines = deck_sizes(store)

    assert [(line.deck.title, line.cards, line.items, line.deck.is_retired) for line in lines] == [
        ("Rivers", 0, 0, False),
        ("Capitals", 5, 5, True),
    ]
    assert live_decks(store) == (lines[0].deck,)
    assert isinstance(lines[0], DeckSize)
