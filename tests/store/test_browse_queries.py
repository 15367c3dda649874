"""What the store tells of cards that are browsed, on a real database."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.bank.model import CardId, DeckId, FactId
from quizapp.items.item import Format, Item
from quizapp.learner.model import Scope
from quizapp.learner.search import CardState, parse_search
from quizapp.memory.model import Memory, New, Rating
from quizapp.services.browse_cards import BrowseStore, CardBrowser
from quizapp.store.browse_queries import items_of_decks
from quizapp.store.learner_store import LearnerStore
from quizapp.store.store import Store
from quizapp.store.sync_bank import sync_deck
from tests.builders import CALENDAR, MORNING, a_card, a_deck, a_fact, a_store, an_answer, an_item

CAPITALS = DeckId("capitals")
PARIS = an_item(tags=("europe", "republic"))
PARIS_FLIP = an_item(format_=Format.FLIP, tags=("europe", "republic"))
SECOND = an_item("capitals/france/second", stem="Which town comes second?", key="Marseille")
BRASILIA = an_item("capitals/brazil/answer", stem="What is the capital of Brazil?", key="Brasília")
ITEMS = (PARIS, PARIS_FLIP, SECOND, BRASILIA)
DECK = a_deck(
    facts=[
        a_fact("france", cards=[a_card(), a_card(name="second")]),
        a_fact("brazil", cards=[a_card("capitals/brazil")]),
    ]
)
LATER = MORNING + timedelta(hours=1)
NAMES = ("france/answer", "france/second", "brazil/answer")


@pytest.fixture
def store() -> Iterator[Store]:
    with a_store(DECK, ITEMS) as store:
        yield store


@pytest.fixture
def browsing(learner_store: LearnerStore) -> CardBrowser:
    return CardBrowser(learner_store, {CAPITALS: "Capitals of the world"})


def found(browsing: CardBrowser, text: str) -> list[str]:
    """The cards that a search finds, without their deck."""
    keys = browsing.find(parse_search(text), LATER)
    return [line.card.removeprefix("capitals/") for line in browsing.rows(keys)]


def with_paris(item: Item) -> tuple[Item, ...]:
    return (item, PARIS_FLIP, SECOND, BRASILIA)


def test_a_learners_store_is_what_browsing_asks_for(learner_store: LearnerStore) -> None:
    port: BrowseStore = learner_store  # checked by mypy, too

    assert port.calendar == CALENDAR


def test_all_cards_are_found_in_the_banks_order(browsing: CardBrowser) -> None:
    assert found(browsing, "") == list(NAMES)


def test_a_line_tells_what_a_card_is_and_how_it_stands(
    learner_store: LearnerStore, browsing: CardBrowser
) -> None:
    learner_store.record(an_answer())
    learner_store.mark(PARIS.card, None, MORNING, is_marked=True)

    line = browsing.rows(browsing.find(parse_search("is:marked"), LATER))[0]

    assert (line.card, line.fact, line.deck) == (PARIS.card, PARIS.fact, CAPITALS)
    assert (line.title, line.question, line.format_count) == ("Capitals", PARIS.stem, 2)
    assert isinstance(line.memory, Memory)
    assert line.is_marked
    assert not line.is_suspended
    assert not line.is_changed


@pytest.mark.parametrize(
    ("text", "cards"),
    [
        ("capital", ["france/answer", "brazil/answer"]),
        ("BRASILIA", ["brazil/answer"]),
        ("capital brazil", ["brazil/answer"]),
        ("marseille", ["france/second"]),
        ("nowhere", []),
        ("tag:euro", ["france/answer"]),
        ("tag:republic paris", ["france/answer"]),
        ("deck:~world is:new", list(NAMES)),
        ("deck:rivers", []),
        ("is:wrong", []),
        ("options", []),
    ],
)
def test_words_tags_and_decks_narrow_a_search(
    browsing: CardBrowser, text: str, cards: list[str]
) -> None:
    assert found(browsing, text) == cards


def test_each_state_finds_its_cards(learner_store: LearnerStore, browsing: CardBrowser) -> None:
    learner_store.record(an_answer(at=MORNING - timedelta(days=30), rating=Rating.EASY))
    learner_store.record(an_answer("capitals/brazil/answer", rating=Rating.AGAIN))
    learner_store.flag(PARIS.card, None, "unclear", MORNING)
    learner_store.suspend(SECOND.card, None, MORNING)
    learner_store.bury(BRASILIA.card, None, LATER + timedelta(days=1), LATER)

    states = {state.value: found(browsing, f"is:{state}") for state in CardState}

    assert states == {
        "due": ["france/answer"],
        "new": ["france/second"],
        "learning": ["brazil/answer"],
        "review": ["france/answer"],
        "suspended": ["france/second"],
        "buried": ["brazil/answer"],
        "marked": [],
        "flagged": ["france/answer"],
        "leech": [],
        "changed": ["france/answer"],
        "draft": [],
    }


def test_a_card_forgotten_eight_times_is_a_leech(
    learner_store: LearnerStore, browsing: CardBrowser
) -> None:
    for day in range(0, 34, 2):
        rating = Rating.EASY if day % 4 == 0 else Rating.AGAIN
        learner_store.record(an_answer(at=MORNING - timedelta(days=40 - day), rating=rating))

    assert found(browsing, "is:leech") == ["france/answer"]


def test_a_card_with_another_key_is_changed_and_due_until_it_is_answered(
    store: Store, learner_store: LearnerStore, browsing: CardBrowser
) -> None:
    learner_store.record(an_answer(rating=Rating.EASY))
    rekeyed = replace(PARIS, key=("Lyon",), key_hash="Lyon", content_hash="Lyon")
    sync_deck(store, DECK, with_paris(rekeyed), LATER)

    before = [found(browsing, "is:changed"), found(browsing, "is:due")]
    view = browsing.view(browsing.find(parse_search("is:changed"), LATER)[0])
    learner_store.record(an_answer(at=LATER + timedelta(minutes=1), rating=Rating.EASY))

    assert before == [["france/answer"], ["france/answer"]]
    assert view is not None
    assert view.old_key == ("Paris",)
    assert found(browsing, "is:changed") == []


def test_a_card_reworded_since_its_answer_is_changed_but_not_due(
    store: Store, learner_store: LearnerStore, browsing: CardBrowser
) -> None:
    learner_store.record(an_answer(rating=Rating.EASY))
    sync_deck(store, DECK, with_paris(replace(PARIS, content_hash="new")), LATER)

    assert found(browsing, "is:changed") == ["france/answer"]
    assert found(browsing, "is:due") == []


def test_a_retired_card_is_not_found(store: Store, browsing: CardBrowser) -> None:
    keys = browsing.find(parse_search(""), LATER)
    sync_deck(store, DECK, [PARIS], LATER)

    assert found(browsing, "") == ["france/answer"]
    assert [line.card for line in browsing.rows(keys)] == [PARIS.card]
    assert browsing.view(keys[2]) is None


def test_a_view_has_the_items_of_the_whole_fact_those_of_the_card_first(
    browsing: CardBrowser,
) -> None:
    key = browsing.find(parse_search("marseille"), LATER)[0]

    view = browsing.view(key)

    assert view is not None
    assert [item.id for item in view.items] == [SECOND.id, PARIS.id, PARIS_FLIP.id]
    assert view.answers == ()


def test_the_newest_answers_come_first(learner_store: LearnerStore) -> None:
    for minute in range(3):
        learner_store.record(an_answer(at=MORNING + timedelta(minutes=minute)))
    learner_store.record(an_answer("capitals/brazil/answer"))

    answers = learner_store.card_answers(PARIS.card, 2)

    assert [review.answer.at for review in answers] == [
        MORNING + timedelta(minutes=2),
        MORNING + timedelta(minutes=1),
    ]


def test_a_card_and_its_fact_are_hidden_and_asked_back(browsing: CardBrowser) -> None:
    key = browsing.find(parse_search("marseille"), LATER)[0]

    hidden = browsing.suspend(browsing.rows([key])[0], Scope.FACT, LATER)
    suspended = found(browsing, "is:suspended")
    back = browsing.suspend(browsing.rows([key])[0], Scope.CARD, LATER)

    assert (hidden, back) == (True, False)
    assert suspended == ["france/answer", "france/second"]
    assert found(browsing, "is:suspended") == ["france/answer"]


def test_a_card_is_buried_until_tomorrow_and_dug_out(browsing: CardBrowser) -> None:
    key = browsing.find(parse_search("marseille"), LATER)[0]

    is_hidden = browsing.bury(browsing.rows([key])[0], Scope.CARD, LATER)
    line = browsing.rows([key])[0]
    is_hidden_again = browsing.bury(line, Scope.CARD, LATER)

    assert (is_hidden, is_hidden_again) == (True, False)
    assert line.buried_until == MORNING.replace(hour=4) + timedelta(days=1)
    assert found(browsing, "is:buried") == []


def test_texts_are_read_ahead_until_all_are_known(browsing: CardBrowser) -> None:
    assert not browsing.preload_texts(LATER)


def test_drafts_are_found_only_where_they_are_asked_for(learner_store: LearnerStore) -> None:
    draft = an_item("capitals/chad/answer", stem="What is the capital of Chad?", key="N'Djamena")
    browsing = CardBrowser(learner_store, {CAPITALS: "Capitals"}, lambda: [draft])

    key = browsing.find(parse_search("is:draft chad"), LATER)[0]
    view = browsing.view(key)

    assert found(browsing, "chad") == []
    assert found(browsing, "is:draft is:new") == []
    assert view is not None
    assert (view.row.is_draft, view.row.question, view.items) == (True, draft.stem, (draft,))
    assert isinstance(view.row.memory, New)


def test_the_items_of_a_deck_are_those_it_was_synchronised_with(store: Store) -> None:
    assert store.read(items_of_decks, [CAPITALS]) == ITEMS


def test_the_items_of_an_unknown_fact_are_none(learner_store: LearnerStore) -> None:
    assert learner_store.items_of_fact(FactId("capitals/atlantis")) == ()
    assert learner_store.learner_card(CardId("capitals/atlantis/answer")) is None


TWO_DECKS = {CAPITALS: "Capitals of the world", DeckId("capitals-two"): "Capitáls, again"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 3),
        ("deck:capitals", 3),
        ("deck:CAPITALS", 3),
        ("deck:capital", 0),
        ("deck:world", 0),
        ("deck:capitals-two", 0),
        ("deck:~WORLD", 3),
        ("deck:~again", 0),
        ("deck:~capitals", 3),
        ("deck:capitals-two deck:~world", 3),
    ],
)
def test_a_deck_is_named_by_its_whole_id_or_by_a_part_of_its_title(
    learner_store: LearnerStore, text: str, number: int
) -> None:
    browsing = CardBrowser(learner_store, TWO_DECKS)  # the second one has no card

    assert len(found(browsing, text)) == number


def test_the_decks_that_are_looked_through_are_those_chosen_unless_the_search_names_some(
    learner_store: LearnerStore,
) -> None:
    browsing = CardBrowser(learner_store, TWO_DECKS)
    chosen = (DeckId("capitals-two"),)

    assert browsing.find(parse_search(""), LATER, chosen) == ()
    assert len(browsing.find(parse_search("deck:capitals"), LATER, chosen)) == 3


def test_an_id_that_no_deck_has_is_told_apart(browsing: CardBrowser) -> None:
    assert browsing.unknown_decks(parse_search("deck:capital deck:capitals deck:~x")) == (
        "capital",
    )
