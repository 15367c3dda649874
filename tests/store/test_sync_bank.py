from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from quizapp.bank.load import load_deck
from quizapp.bank.model import Bank, CardId, Deck, DeckFile, DeckId, Status
from quizapp.bank.place import Place
from quizapp.items.generate import generate
from quizapp.items.item import Format, ItemId
from quizapp.memory.model import Memory, New
from quizapp.store.deck_table import live_decks
from quizapp.store.learner_store import LearnerStore, open_learner
from quizapp.store.store import Store
from quizapp.store.sync_bank import sync_deck
from quizapp.store.tables import cards, former_keys, items
from quizapp.store.verify import verify_store
from tests.builders import CALENDAR, MORNING, a_card, a_deck, a_fact, a_store, an_answer, an_item
from tests.store.retired import retire_deck

FRANCE = "capitals/france/answer"
PERU = "capitals/peru/answer"
LATER = MORNING + timedelta(days=1)
DECKS = (DeckId("capitals"),)


def with_peru() -> Deck:
    return a_deck(facts=[a_fact("france"), a_fact("peru")])


def test_a_first_synchronisation_adds_every_card() -> None:
    with a_store(items=[]) as store:
        sync_deck(store, with_peru(), [an_item(FRANCE), an_item(PERU)], MORNING)
        new = open_learner(store, "ada", CALENDAR).new_cards(DECKS, MORNING, limit=10)

    assert [entry.card for entry in new] == [FRANCE, PERU]


def test_a_second_synchronisation_finds_nothing_to_do(store: Store) -> None:
    before = store.read(lambda c: (c.execute(select(cards)).all(), c.execute(select(items)).all()))

    sync_deck(store, a_deck(), [an_item()], LATER)

    after = store.read(lambda c: (c.execute(select(cards)).all(), c.execute(select(items)).all()))
    assert after == before


def test_a_stored_item_comes_back_as_it_was_made() -> None:
    item = an_item(tags=("europe",), may_be_examined=False)

    with a_store(items=[item]) as store:
        assert open_learner(store, "ada", CALENDAR).items_of_card(item.card) == (item,)


def test_the_items_of_a_card_come_in_the_order_in_which_they_were_made() -> None:
    items = (an_item(format_=Format.TYPED), an_item(format_=Format.CHOICE))

    with a_store(items=items) as store:
        assert open_learner(store, "ada", CALENDAR).items_of_card(items[0].card) == items


def test_a_typo_fix_keeps_the_memory(store: Store, learner_store: LearnerStore) -> None:
    memory = learner_store.record(an_answer()).after

    sync_deck(store, a_deck(), [an_item(stem="Which city governs France?")], LATER)

    entry = learner_store.learner_card(an_item().card)
    assert changes(learner_store) == {FRANCE: LATER}
    assert entry is not None
    assert entry.memory == memory
    assert entry.old_key == ()


def test_a_new_answer_makes_the_card_due_and_shows_the_old_one(
    store: Store, learner_store: LearnerStore
) -> None:
    memory = learner_store.record(an_answer()).after
    learner_store.record(an_answer(at=MORNING + timedelta(minutes=20)))

    sync_deck(store, a_deck(), [an_item(key="Lyon")], LATER)

    due = learner_store.due_reviews(DECKS, LATER, limit=10)
    assert isinstance(memory, Memory)
    assert [(entry.card, entry.old_key) for entry in due] == [(FRANCE, ("Paris",))]


def test_the_old_answer_is_spent_once_the_card_was_rated(
    store: Store, learner_store: LearnerStore
) -> None:
    learner_store.record(an_answer())
    sync_deck(store, a_deck(), [an_item(key="Lyon")], LATER)

    learner_store.record(an_answer(at=LATER + timedelta(minutes=1)))

    entry = learner_store.learner_card(an_item().card)
    assert entry is not None
    assert entry.old_key == ()


def test_undoing_the_rating_brings_the_old_answer_back(
    store: Store, learner_store: LearnerStore
) -> None:
    learner_store.record(an_answer())
    sync_deck(store, a_deck(), [an_item(key="Lyon")], LATER)
    answered = an_answer(at=LATER + timedelta(minutes=1))
    learner_store.record(answered)

    learner_store.undo(answered.mode, now=LATER)

    entry = learner_store.learner_card(an_item().card)
    assert entry is not None
    assert entry.old_key == ("Paris",)


def test_of_several_changes_the_answer_last_known_is_shown(
    store: Store, learner_store: LearnerStore
) -> None:
    learner_store.record(an_answer())
    sync_deck(store, a_deck(), [an_item(key="Lyon")], LATER)
    sync_deck(store, a_deck(), [an_item(key="Nice")], LATER + timedelta(days=1))

    entry = learner_store.learner_card(an_item().card)

    assert entry is not None
    assert entry.old_key == ("Paris",)


def test_an_answer_changed_and_changed_back_is_no_old_answer(
    store: Store, learner_store: LearnerStore
) -> None:
    learner_store.record(an_answer())
    sync_deck(store, a_deck(), [an_item(key="Lyon")], LATER)
    sync_deck(store, a_deck(), [an_item(key="Paris")], LATER + timedelta(days=1))

    entry = learner_store.learner_card(an_item().card)

    assert entry is not None
    assert entry.old_key == ()


def test_a_new_answer_of_a_card_never_asked_changes_nothing_for_the_learner(
    store: Store, learner_store: LearnerStore
) -> None:

    sync_deck(store, a_deck(), [an_item(key="Lyon")], LATER)

    entry = learner_store.learner_card(an_item().card)
    assert entry is not None
    assert entry.memory == New()
    assert entry.old_key == ()
    assert learner_store.due_reviews(DECKS, LATER, limit=10) == ()


def test_a_card_that_is_gone_is_retired(store: Store, learner_store: LearnerStore) -> None:
    learner_store.record(an_answer())

    sync_deck(store, a_deck(facts=[]), [], LATER)

    assert learner_store.learner_card(an_item().card) is None
    assert learner_store.items_of_card(an_item().card) == ()


def test_a_card_that_returns_has_its_memory(store: Store, learner_store: LearnerStore) -> None:
    memory = learner_store.record(an_answer()).after
    sync_deck(store, a_deck(facts=[]), [], LATER)

    sync_deck(store, a_deck(), [an_item()], LATER)

    entry = learner_store.learner_card(an_item().card)
    assert entry is not None
    assert entry.memory == memory


def test_an_answer_to_a_card_retired_meanwhile_is_kept(
    store: Store, learner_store: LearnerStore
) -> None:
    sync_deck(store, a_deck(facts=[]), [], LATER)

    kept = learner_store.record(an_answer(at=LATER))

    assert kept.before == New()
    assert [day.reviews for day in learner_store.day_counts(0)] == [1]


def test_a_draft_stays_out() -> None:
    draft = a_deck(facts=[a_fact(status=Status.DRAFT)])

    with a_store(draft, [an_item()]) as store:
        assert open_learner(store, "ada", CALENDAR).new_cards(DECKS, MORNING, limit=10) == ()


def test_a_card_without_items_stays_out() -> None:
    with a_store(items=[]) as store:
        assert open_learner(store, "ada", CALENDAR).new_cards(DECKS, MORNING, limit=10) == ()


def test_a_format_that_is_no_longer_made_is_no_longer_asked() -> None:
    items = [an_item(format_=Format.TYPED), an_item(format_=Format.CHOICE)]

    with a_store(items=items) as store:
        sync_deck(store, a_deck(), items[:1], LATER)

        assert open_learner(store, "ada", CALENDAR).items_of_card(items[0].card) == (items[0],)


def test_a_card_that_moved_in_its_file_is_unchanged_but_knows_its_place(store: Store) -> None:
    place = Place("capitals.yaml", 40, 5)
    moved = a_deck(facts=[a_fact(cards=[a_card(place=place)])])

    sync_deck(store, moved, [an_item()], LATER)

    learner_store = open_learner(store, "ada", CALENDAR)
    (item,) = learner_store.items_of_card(an_item().card)
    assert changes(learner_store) == {FRANCE: MORNING}
    assert item.place == place


def test_new_tags_reach_an_item_whose_content_is_the_same(store: Store) -> None:
    sync_deck(store, a_deck(), [an_item(tags=("europe",))], LATER)

    (item,) = open_learner(store, "ada", CALENDAR).items_of_card(an_item().card)

    assert item.tags == ("europe",)


def changes(learner_store: LearnerStore) -> dict[str, datetime]:
    return {card.id: card.changed_at for card in learner_store.export_cards(DeckId("capitals"))}


def test_a_card_changed_when_what_is_seen_of_it_did(
    store: Store, learner_store: LearnerStore
) -> None:
    sync_deck(store, with_peru(), [an_item(stem="Another?"), an_item(PERU)], LATER)

    assert changes(learner_store) == {FRANCE: LATER, PERU: LATER}


def test_a_card_that_only_moved_did_not_change(store: Store, learner_store: LearnerStore) -> None:
    deck = a_deck(facts=[a_fact("peru"), a_fact("france")])

    sync_deck(store, deck, [an_item(FRANCE), an_item(PERU)], LATER)

    assert changes(learner_store) == {FRANCE: MORNING, PERU: LATER}


def test_a_card_keeps_its_number_in_the_fact_whatever_comes_and_goes(
    store: Store, learner_store: LearnerStore
) -> None:
    def hold(*names: str) -> dict[str, int]:
        cards = [a_card(name=name) for name in names]
        items = [an_item(card.id) for card in cards]
        sync_deck(store, a_deck(facts=[a_fact(cards=cards)]), items, LATER)
        exported = learner_store.export_cards(DeckId("capitals"))
        return {card.id.rpartition("/")[2]: card.number for card in exported}

    assert hold("answer", "river") == {"answer": 1, "river": 2}
    assert hold("mayor", "river", "answer") == {"mayor": 3, "river": 2, "answer": 1}
    assert hold("river", "tower") == {"river": 2, "tower": 4}
    assert hold("answer", "mayor") == {"answer": 1, "mayor": 3}


def test_a_true_false_does_not_speak_for_the_answer_of_its_card(store: Store) -> None:
    items = [an_item(format_=Format.TRUE_FALSE, key="true"), an_item()]

    sync_deck(store, a_deck(), items, LATER)

    assert store.read(lambda c: c.execute(select(former_keys)).all()) == []


def test_the_store_knows_what_a_deck_was_read_from() -> None:
    file = DeckFile("capitals.yaml", 120, 1_700_000_000_000_000_000, "abc")
    deck = Deck(DeckId("capitals"), "Capitals", Place("capitals.yaml"), files=(file,))

    with a_store(items=[]) as store:
        sync_deck(store, deck, [], MORNING, made_by="1/4")

        (known,) = live_decks(store)

    assert (known.id, known.title, known.files, known.made_by) == (
        "capitals",
        "Capitals",
        (file,),
        "1/4",
    )


def test_a_retired_deck_is_neither_studied_nor_known(store: Store) -> None:
    retire_deck(store, DeckId("capitals"), LATER)

    learner_store = open_learner(store, "ada", CALENDAR)
    assert learner_store.new_cards(DECKS, LATER, limit=10) == ()
    assert learner_store.quiz_candidates((), (), ()) == ()
    assert live_decks(store) == ()


def test_a_retired_deck_returns_with_what_was_learned(
    store: Store, learner_store: LearnerStore
) -> None:
    memory = learner_store.record(an_answer()).after
    retire_deck(store, DeckId("capitals"), LATER)

    sync_deck(store, a_deck(), [an_item()], LATER)

    entry = learner_store.learner_card(an_item().card)
    assert entry is not None
    assert entry.memory == memory


def test_the_key_of_a_card_is_that_of_an_item_that_asks_for_all_of_it(store: Store) -> None:
    part = replace(an_item(format_=Format.GAP, key="half of it"), id=ItemId(f"{FRANCE}/gap/1"))
    match = an_item(format_=Format.MATCH, key="Paris, Lima and Quito")

    sync_deck(store, a_deck(), [part, match, an_item()], MORNING)

    assert store.read(lambda c: c.scalar(select(cards.c.key))) == '["Paris"]'


LIVERS = """\
quizapp: 1
deck: capitals
title: Livers
facts:
  - id: livers
    say: "In all, {recipients} patients got a liver, and {relapses} of them relapsed."
    cards:
      recipients: {answer: 4}
      relapses: {answer: 3}
    untrue:
      - {say: In all 4 got one and 1 relapsed., why: Three did., card: CARD}
"""


def test_a_false_statement_that_leaves_for_its_card_takes_no_memory_along(tmp_path: Path) -> None:
    def sync(store: Store, card: str) -> None:
        path = tmp_path / "livers.yaml"
        path.write_text(LIVERS.replace("CARD", card), encoding="utf-8")
        deck, _ = load_deck(path)
        assert deck is not None
        sync_deck(store, deck, tuple(generate(Bank((deck,)))), MORNING)

    first, second = "capitals/livers/recipients", "capitals/livers/relapses"
    with a_store(items=[]) as store:
        sync(store, "recipients")
        learner = open_learner(store, "ada", CALENDAR)
        statement = replace(an_answer(first), item=ItemId(f"{first}/true-false/2"))
        memory = learner.record(statement).after
        sync(store, "relapses")
        before, after = learner.learner_card(CardId(first)), learner.learner_card(CardId(second))

        assert before is not None
        assert after is not None
        assert (before.memory, after.memory) == (memory, New())
        assert f"{second}/true-false/2" in [item.id for item in learner.items_of_card(after.card)]
        assert verify_store(store).faults == ()
