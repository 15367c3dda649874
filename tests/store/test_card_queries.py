from collections.abc import Iterator, Sequence
from datetime import timedelta

import pytest

from quizapp.bank.model import CardId, Deck, DeckId, FactId
from quizapp.items.item import Format, Item
from quizapp.learner.model import LearnerCard
from quizapp.memory.model import Rating
from quizapp.store.learner_store import LearnerStore, open_learner
from quizapp.store.store import Store
from quizapp.store.sync_bank import sync_deck
from tests.builders import CALENDAR, MORNING, a_card, a_deck, a_fact, a_store, an_answer, an_item

CAPITALS = DeckId("capitals")
RIVERS = DeckId("rivers")
A_DAY = timedelta(days=1)


def capitals() -> Deck:
    """Three facts with one card, and one with two: Bolivia."""
    bolivia = "capitals/bolivia"
    return a_deck(
        facts=[
            a_fact("france", confuse_with=["capitals/peru"]),
            a_fact("peru"),
            a_fact("chad"),
            a_fact("bolivia", cards=[a_card(bolivia, "seat"), a_card(bolivia, "law")]),
        ]
    )


def items_of(deck: Deck) -> Sequence[Item]:
    return [an_item(card.id) for fact in deck.facts for card in fact.cards]


def names(entries: Sequence[LearnerCard]) -> list[str]:
    return [entry.card.removeprefix("capitals/").removesuffix("/answer") for entry in entries]


@pytest.fixture
def store() -> Iterator[Store]:
    with a_store(capitals(), items_of(capitals())) as store:
        yield store


# --- new cards -----------------------------------------------------------------------------------


def test_new_cards_come_in_the_order_of_the_bank(learner_store: LearnerStore) -> None:
    entries = learner_store.new_cards([CAPITALS], MORNING, limit=10)

    assert names(entries) == ["france", "peru", "chad", "bolivia/seat", "bolivia/law"]


def test_no_more_new_cards_come_than_asked_for(learner_store: LearnerStore) -> None:
    assert names(learner_store.new_cards([CAPITALS], MORNING, limit=2)) == ["france", "peru"]


def test_new_cards_of_several_decks_come_deck_by_deck(
    store: Store, learner_store: LearnerStore
) -> None:
    rivers = a_deck("rivers", [a_fact("nile", deck="rivers")])
    sync_deck(store, rivers, [an_item("rivers/nile/answer")], MORNING)

    entries = learner_store.new_cards([RIVERS, CAPITALS], MORNING, limit=6)

    assert [entry.deck for entry in entries] == [*[CAPITALS] * 5, RIVERS]
    assert [entry.position for entry in entries] == sorted(entry.position for entry in entries)


def test_a_rated_card_is_not_new(learner_store: LearnerStore) -> None:
    learner_store.record(an_answer("capitals/france/answer"))

    assert names(learner_store.new_cards([CAPITALS], MORNING, limit=1)) == ["peru"]


def test_an_entry_tells_what_its_fact_is_confused_with(learner_store: LearnerStore) -> None:
    (entry,) = learner_store.new_cards([CAPITALS], MORNING, limit=1)

    assert entry.confusable == (FactId("capitals/peru"),)


def test_decks_that_were_not_asked_for_stay_out(learner_store: LearnerStore) -> None:
    assert learner_store.new_cards([RIVERS], MORNING, limit=10) == ()


# --- learning and due ----------------------------------------------------------------------------


def test_learning_cards_come_soonest_first(learner_store: LearnerStore) -> None:
    learner_store.record(an_answer("capitals/chad/answer", at=MORNING + timedelta(minutes=2)))
    learner_store.record(an_answer("capitals/peru/answer", at=MORNING + timedelta(minutes=1)))

    entries = learner_store.learning_cards([CAPITALS], MORNING + timedelta(hours=1))

    assert names(entries) == ["peru", "chad"]


def test_learning_cards_due_later_stay_out(learner_store: LearnerStore) -> None:
    learner_store.record(an_answer("capitals/peru/answer"))

    assert learner_store.learning_cards([CAPITALS], MORNING + timedelta(minutes=9)) == ()
    assert names(learner_store.learning_cards([CAPITALS], MORNING + timedelta(minutes=10))) == [
        "peru"
    ]


def test_the_most_forgotten_review_comes_first(learner_store: LearnerStore) -> None:
    learner_store.record(an_answer("capitals/france/answer", rating=Rating.EASY))
    learner_store.record(an_answer("capitals/peru/answer", rating=Rating.GOOD))
    learner_store.record(
        an_answer("capitals/peru/answer", at=MORNING + timedelta(minutes=11), rating=Rating.GOOD)
    )
    # Easy lasts longer, so that as many days later France is the better known.

    entries = learner_store.due_reviews([CAPITALS], MORNING + 30 * A_DAY, limit=10)

    assert names(entries) == ["peru", "france"]


@pytest.mark.parametrize(("older", "newer"), [("peru", "france"), ("france", "peru")])
def test_of_two_cards_that_last_as_long_the_one_seen_longer_ago_comes_first(
    learner_store: LearnerStore, older: str, newer: str
) -> None:
    later = MORNING + 5 * A_DAY
    learner_store.record(an_answer(f"capitals/{older}/answer", rating=Rating.EASY))
    learner_store.record(an_answer(f"capitals/{newer}/answer", at=later, rating=Rating.EASY))

    entries = learner_store.due_reviews([CAPITALS], MORNING + 30 * A_DAY, limit=10)
    first = learner_store.due_reviews([CAPITALS], MORNING + 30 * A_DAY, limit=1)

    assert names(entries) == [older, newer]
    assert names(first) == [older]


def test_no_more_reviews_come_than_asked_for(learner_store: LearnerStore) -> None:
    learner_store.record(an_answer("capitals/france/answer", rating=Rating.EASY))
    learner_store.record(an_answer("capitals/peru/answer", rating=Rating.EASY))

    assert len(learner_store.due_reviews([CAPITALS], MORNING + 30 * A_DAY, limit=1)) == 1


def test_a_review_is_due_from_the_morning_of_its_day_to_the_end(
    learner_store: LearnerStore,
) -> None:
    due = learner_store.record(an_answer("capitals/france/answer", rating=Rating.EASY)).after.due  # type: ignore[union-attr]

    eve = due - timedelta(minutes=1)
    assert learner_store.due_reviews([CAPITALS], eve, limit=10) == ()
    assert names(learner_store.due_reviews([CAPITALS], due, limit=10)) == ["france"]


def test_a_card_whose_answer_changed_comes_before_all_others(
    store: Store, learner_store: LearnerStore
) -> None:
    learner_store.record(an_answer("capitals/france/answer", rating=Rating.EASY))
    learner_store.record(
        an_answer("capitals/peru/answer", rating=Rating.EASY, at=MORNING + 29 * A_DAY)
    )
    items = [
        an_item(item.card, key="Lima") if item.card == "capitals/peru/answer" else item
        for item in items_of(capitals())
    ]
    sync_deck(store, capitals(), items, MORNING + 30 * A_DAY)

    entries = learner_store.due_reviews([CAPITALS], MORNING + 30 * A_DAY, limit=10)

    assert names(entries) == ["peru", "france"]


def test_each_learner_has_an_own_queue(store: Store, learner_store: LearnerStore) -> None:
    learner_store.record(an_answer("capitals/france/answer"))

    bob = open_learner(store, "bob", CALENDAR)

    assert bob.learning_cards([CAPITALS], MORNING + A_DAY) == ()
    assert names(bob.new_cards([CAPITALS], MORNING, limit=1)) == ["france"]


# --- hidden cards --------------------------------------------------------------------------------


def test_a_suspended_card_is_hidden_until_asked_back(learner_store: LearnerStore) -> None:
    learner_store.suspend(CardId("capitals/france/answer"), None, MORNING)

    assert names(learner_store.new_cards([CAPITALS], MORNING + 99 * A_DAY, limit=1)) == ["peru"]
    learner_store.unsuspend(CardId("capitals/france/answer"), None, MORNING)
    assert names(learner_store.new_cards([CAPITALS], MORNING, limit=1)) == ["france"]


def test_suspending_a_fact_hides_all_its_cards(learner_store: LearnerStore) -> None:
    learner_store.suspend(None, FactId("capitals/bolivia"), MORNING)

    assert names(learner_store.new_cards([CAPITALS], MORNING, limit=10)) == [
        "france",
        "peru",
        "chad",
    ]


def test_a_suspended_card_is_neither_learning_nor_due(learner_store: LearnerStore) -> None:
    learner_store.record(an_answer("capitals/france/answer", rating=Rating.EASY))
    learner_store.record(an_answer("capitals/peru/answer", rating=Rating.AGAIN))
    learner_store.suspend(CardId("capitals/france/answer"), None, MORNING)
    learner_store.suspend(CardId("capitals/peru/answer"), None, MORNING)

    assert learner_store.due_reviews([CAPITALS], MORNING + 99 * A_DAY, limit=10) == ()
    assert learner_store.learning_cards([CAPITALS], MORNING + 99 * A_DAY) == ()


def test_a_buried_card_is_hidden_until_then(learner_store: LearnerStore) -> None:
    learner_store.bury(CardId("capitals/france/answer"), None, MORNING + A_DAY, MORNING)

    assert names(learner_store.new_cards([CAPITALS], MORNING, limit=1)) == ["peru"]
    assert names(learner_store.new_cards([CAPITALS], MORNING + A_DAY, limit=1)) == ["france"]


def test_a_buried_fact_is_hidden_wherever_its_cards_stand(learner_store: LearnerStore) -> None:
    learner_store.record(an_answer("capitals/bolivia/seat", rating=Rating.EASY))
    learner_store.record(an_answer("capitals/bolivia/law", rating=Rating.AGAIN))
    later = MORNING + 30 * A_DAY
    learner_store.bury(None, FactId("capitals/bolivia"), later + A_DAY, MORNING)

    assert learner_store.due_reviews([CAPITALS], later, limit=10) == ()
    assert learner_store.learning_cards([CAPITALS], later) == ()
    assert len(learner_store.due_reviews([CAPITALS], later + A_DAY, limit=10)) == 1
    assert learner_store.learning_cards([CAPITALS], later + A_DAY) == ()
    assert len(learner_store.learning_cards([CAPITALS], later + A_DAY + timedelta(minutes=1))) == 1


def test_hiding_a_card_keeps_its_memory(learner_store: LearnerStore) -> None:
    kept = learner_store.record(an_answer("capitals/france/answer"))

    learner_store.suspend(CardId("capitals/france/answer"), None, MORNING)

    entry = learner_store.learner_card(CardId("capitals/france/answer"))
    assert entry is not None
    assert entry.is_suspended
    assert entry.memory == kept.after


def test_a_mark_is_set_and_cleared(learner_store: LearnerStore) -> None:
    card = CardId("capitals/france/answer")

    learner_store.mark(card, None, MORNING, is_marked=True)
    (marked, *_) = learner_store.new_cards([CAPITALS], MORNING, limit=1)
    learner_store.mark(card, None, MORNING, is_marked=False)
    (cleared, *_) = learner_store.new_cards([CAPITALS], MORNING, limit=1)

    assert (marked.is_marked, cleared.is_marked) == (True, False)


# --- items ---------------------------------------------------------------------------------------


@pytest.fixture
def loaded_decks() -> Iterator[LearnerStore]:
    france, peru = "capitals/france/answer", "capitals/peru/answer"
    items = [
        an_item(france, Format.TYPED, tags=["europe"]),
        an_item(france, Format.CHOICE, tags=["europe", "easy"]),
        an_item(peru, Format.TYPED, tags=["america"]),
    ]
    with a_store(a_deck(facts=[a_fact("france"), a_fact("peru")]), items) as store:
        yield open_learner(store, "ada", CALENDAR)


@pytest.mark.parametrize(
    ("decks", "tags", "formats", "found"),
    [
        ([], [], [], ["france/answer/typed", "france/answer/choice", "peru/answer/typed"]),
        (["capitals"], ["easy"], [], ["france/answer/choice"]),
        ([], ["easy", "america"], [], ["france/answer/choice", "peru/answer/typed"]),
        ([], [], [Format.TYPED], ["france/answer/typed", "peru/answer/typed"]),
        ([], ["europe"], [Format.TYPED], ["france/answer/typed"]),
        (["rivers"], [], [], []),
    ],
)
def test_a_quiz_chooses_by_deck_tag_and_format(
    loaded_decks: LearnerStore,
    decks: list[DeckId],
    tags: list[str],
    formats: list[Format],
    found: list[str],
) -> None:
    handles = loaded_decks.quiz_candidates(decks, tags, formats)

    assert [handle.item.removeprefix("capitals/") for handle in handles] == found


def test_items_come_in_the_order_asked_for_without_those_that_are_gone(
    loaded_decks: LearnerStore,
) -> None:
    peru, france = an_item("capitals/peru/answer"), an_item("capitals/france/answer")

    items = loaded_decks.items([peru.id, an_item("capitals/atlantis/answer").id, france.id])

    assert [item.id for item in items] == [peru.id, france.id]
