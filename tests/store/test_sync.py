from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import select

from quizapp.bank.model import Deck, DeckFile, DeckId, Place, Status
from quizapp.items.item import Format, ItemId
from quizapp.memory.model import Memory, New
from quizapp.store.desk import Desk
from quizapp.store.library import known_decks, retire_deck
from quizapp.store.store import Store
from quizapp.store.sync import SyncReport, synchronise
from quizapp.store.tables import cards
from tests.builders import CALENDAR, MORNING, a_card, a_deck, a_fact, a_store, an_answer, an_item

FRANCE = "capitals/france/answer"
PERU = "capitals/peru/answer"
LATER = MORNING + timedelta(days=1)
DECKS = (DeckId("capitals"),)


def with_peru() -> Deck:
    return a_deck(facts=[a_fact("france"), a_fact("peru")])


def test_a_first_synchronisation_adds_every_card() -> None:
    with a_store(items=[]) as store:
        report = synchronise(store, with_peru(), [an_item(FRANCE), an_item(PERU)], MORNING)

    assert report == SyncReport(added=2)


def test_a_second_synchronisation_finds_nothing_to_do(store: Store) -> None:
    report = synchronise(store, a_deck(), [an_item()], LATER)

    assert report == SyncReport(unchanged=1)


def test_a_stored_item_comes_back_as_it_was_made() -> None:
    item = an_item(tags=("europe",), may_be_examined=False)

    with a_store(items=[item]) as store:
        assert store.desk("ada", CALENDAR).items_of(item.card) == (item,)


def test_the_items_of_a_card_come_in_the_order_in_which_they_were_made() -> None:
    items = (an_item(format_=Format.TYPED), an_item(format_=Format.CHOICE))

    with a_store(items=items) as store:
        assert store.desk("ada", CALENDAR).items_of(items[0].card) == items


def test_a_typo_fix_keeps_the_memory(store: Store, desk: Desk) -> None:
    memory = desk.record(an_answer()).after

    report = synchronise(store, a_deck(), [an_item(stem="Which city governs France?")], LATER)

    entry = desk.entry(an_item().card)
    assert report == SyncReport(changed=1)
    assert entry is not None
    assert entry.memory == memory
    assert entry.old_key == ()


def test_a_new_answer_makes_the_card_due_and_shows_the_old_one(store: Store, desk: Desk) -> None:
    memory = desk.record(an_answer()).after
    desk.record(an_answer(at=MORNING + timedelta(minutes=20)))

    report = synchronise(store, a_deck(), [an_item(key="Lyon")], LATER)

    due = desk.due_reviews(DECKS, LATER, limit=10)
    assert isinstance(memory, Memory)
    assert report == SyncReport(rekeyed=1)
    assert [(entry.card, entry.old_key) for entry in due] == [(FRANCE, ("Paris",))]


def test_the_old_answer_is_spent_once_the_card_was_rated(store: Store, desk: Desk) -> None:
    desk.record(an_answer())
    synchronise(store, a_deck(), [an_item(key="Lyon")], LATER)

    desk.record(an_answer(at=LATER + timedelta(minutes=1)))

    entry = desk.entry(an_item().card)
    assert entry is not None
    assert entry.old_key == ()


def test_undoing_the_rating_brings_the_old_answer_back(store: Store, desk: Desk) -> None:
    desk.record(an_answer())
    synchronise(store, a_deck(), [an_item(key="Lyon")], LATER)
    answered = an_answer(at=LATER + timedelta(minutes=1))
    desk.record(answered)

    desk.undo(answered.mode)

    entry = desk.entry(an_item().card)
    assert entry is not None
    assert entry.old_key == ("Paris",)


def test_of_several_changes_the_answer_last_known_is_shown(store: Store, desk: Desk) -> None:
    desk.record(an_answer())
    synchronise(store, a_deck(), [an_item(key="Lyon")], LATER)
    synchronise(store, a_deck(), [an_item(key="Nice")], LATER + timedelta(days=1))

    entry = desk.entry(an_item().card)

    assert entry is not None
    assert entry.old_key == ("Paris",)


def test_an_answer_changed_and_changed_back_is_no_old_answer(store: Store, desk: Desk) -> None:
    desk.record(an_answer())
    synchronise(store, a_deck(), [an_item(key="Lyon")], LATER)
    synchronise(store, a_deck(), [an_item(key="Paris")], LATER + timedelta(days=1))

    entry = desk.entry(an_item().card)

    assert entry is not None
    assert entry.old_key == ()


def test_a_new_answer_of_a_card_never_asked_changes_nothing_for_the_learner(
    store: Store, desk: Desk
) -> None:

    synchronise(store, a_deck(), [an_item(key="Lyon")], LATER)

    entry = desk.entry(an_item().card)
    assert entry is not None
    assert entry.memory == New()
    assert entry.old_key == ()
    assert desk.due_reviews(DECKS, LATER, limit=10) == ()


def test_a_card_that_is_gone_is_retired(store: Store, desk: Desk) -> None:
    desk.record(an_answer())

    report = synchronise(store, a_deck(facts=[]), [], LATER)

    assert report == SyncReport(retired=1)
    assert desk.entry(an_item().card) is None
    assert desk.items_of(an_item().card) == ()


def test_a_card_that_returns_has_its_memory(store: Store, desk: Desk) -> None:
    memory = desk.record(an_answer()).after
    synchronise(store, a_deck(facts=[]), [], LATER)

    report = synchronise(store, a_deck(), [an_item()], LATER)

    entry = desk.entry(an_item().card)
    assert report == SyncReport(returned=1)
    assert entry is not None
    assert entry.memory == memory


def test_an_answer_to_a_card_retired_meanwhile_is_kept(store: Store, desk: Desk) -> None:
    synchronise(store, a_deck(facts=[]), [], LATER)

    kept = desk.record(an_answer(at=LATER))

    assert kept.before == New()
    assert [day.reviews for day in desk.day_counts(0)] == [1]


def test_a_draft_stays_out() -> None:
    draft = a_deck(facts=[a_fact(status=Status.DRAFT)])

    with a_store(draft, [an_item()]) as store:
        assert store.desk("ada", CALENDAR).new_cards(DECKS, MORNING, limit=10) == ()


def test_a_card_without_items_stays_out() -> None:
    with a_store(items=[]) as store:
        assert store.desk("ada", CALENDAR).new_cards(DECKS, MORNING, limit=10) == ()


def test_a_format_that_is_no_longer_made_is_no_longer_asked() -> None:
    items = [an_item(format_=Format.TYPED), an_item(format_=Format.CHOICE)]

    with a_store(items=items) as store:
        report = synchronise(store, a_deck(), items[:1], LATER)

        assert report == SyncReport(changed=1)
        assert store.desk("ada", CALENDAR).items_of(items[0].card) == (items[0],)


def test_a_card_that_moved_in_its_file_is_unchanged_but_knows_its_place(store: Store) -> None:
    place = Place("capitals.yaml", 40, 5)
    moved = a_deck(facts=[a_fact(cards=[a_card(place=place)])])

    report = synchronise(store, moved, [an_item()], LATER)

    (item,) = store.desk("ada", CALENDAR).items_of(an_item().card)
    assert report == SyncReport(unchanged=1)
    assert item.place == place


def test_new_tags_reach_an_item_whose_content_is_the_same(store: Store) -> None:
    synchronise(store, a_deck(), [an_item(tags=("europe",))], LATER)

    (item,) = store.desk("ada", CALENDAR).items_of(an_item().card)

    assert item.tags == ("europe",)


def changes(desk: Desk) -> dict[str, datetime]:
    return {card.id: card.changed_at for card in desk.export_cards(DeckId("capitals"))}


def test_a_card_changed_when_what_is_seen_of_it_did(store: Store, desk: Desk) -> None:
    synchronise(store, with_peru(), [an_item(stem="Another?"), an_item(PERU)], LATER)

    assert changes(desk) == {FRANCE: LATER, PERU: LATER}


def test_a_card_that_only_moved_did_not_change(store: Store, desk: Desk) -> None:
    deck = a_deck(facts=[a_fact("peru"), a_fact("france")])

    synchronise(store, deck, [an_item(FRANCE), an_item(PERU)], LATER)

    assert changes(desk) == {FRANCE: MORNING, PERU: LATER}


def test_a_card_keeps_its_number_in_the_fact_whatever_comes_and_goes(
    store: Store, desk: Desk
) -> None:
    def hold(*names: str) -> dict[str, int]:
        cards = [a_card(name=name) for name in names]
        items = [an_item(card.id) for card in cards]
        synchronise(store, a_deck(facts=[a_fact(cards=cards)]), items, LATER)
        exported = desk.export_cards(DeckId("capitals"))
        return {card.id.rpartition("/")[2]: card.number for card in exported}

    assert hold("answer", "river") == {"answer": 1, "river": 2}
    assert hold("mayor", "river", "answer") == {"mayor": 3, "river": 2, "answer": 1}
    assert hold("river", "tower") == {"river": 2, "tower": 4}
    assert hold("answer", "mayor") == {"answer": 1, "mayor": 3}


def test_a_true_false_does_not_speak_for_the_answer_of_its_card(store: Store) -> None:
    items = [an_item(format_=Format.TRUE_FALSE, key="true"), an_item()]

    report = synchronise(store, a_deck(), items, LATER)

    assert report == SyncReport(changed=1)


def test_the_store_knows_what_a_deck_was_read_from() -> None:
    file = DeckFile("capitals.yaml", 120, 1_700_000_000_000_000_000, "abc")
    deck = Deck(DeckId("capitals"), "Capitals", Place("capitals.yaml"), files=(file,))

    with a_store(items=[]) as store:
        synchronise(store, deck, [], MORNING, made_by="1/4")

        (known,) = known_decks(store)

    assert (known.id, known.title, known.files, known.made_by) == (
        "capitals",
        "Capitals",
        (file,),
        "1/4",
    )


def test_a_retired_deck_is_neither_studied_nor_known(store: Store) -> None:
    retire_deck(store, DeckId("capitals"), LATER)

    desk = store.desk("ada", CALENDAR)
    assert desk.new_cards(DECKS, LATER, limit=10) == ()
    assert desk.handles((), (), ()) == ()
    assert known_decks(store) == ()


def test_a_retired_deck_returns_with_what_was_learned(store: Store, desk: Desk) -> None:
    memory = desk.record(an_answer()).after
    retire_deck(store, DeckId("capitals"), LATER)

    report = synchronise(store, a_deck(), [an_item()], LATER)

    entry = desk.entry(an_item().card)
    assert report == SyncReport(returned=1)
    assert entry is not None
    assert entry.memory == memory


def test_reports_add_up() -> None:
    total = SyncReport(added=1, changed=2) + SyncReport(added=3, unchanged=4)

    assert total == SyncReport(added=4, changed=2, unchanged=4)


def test_the_key_of_a_card_is_that_of_an_item_that_asks_for_all_of_it(store: Store) -> None:
    part = replace(an_item(format_=Format.GAP, key="half of it"), id=ItemId(f"{FRANCE}/gap/1"))
    match = an_item(format_=Format.MATCH, key="Paris, Lima and Quito")

    synchronise(store, a_deck(), [part, match, an_item()], MORNING)

    assert store.read(lambda c: c.scalar(select(cards.c.key))) == '["Paris"]'
