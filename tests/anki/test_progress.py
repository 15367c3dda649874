"""What a learner has in Anki survives every export: proved by Anki's own backend."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.anki.export.export_decks import browser_search, export_decks
from quizapp.anki.export.options import AnkiFormat, ExportDeck
from quizapp.bank.model import CardId, DeckId
from quizapp.items.item import Format
from quizapp.store.anki_export_log import AnkiExportLog
from quizapp.store.store import Store
from tests.anki.cards import ALL, a_bare, a_card, a_list, a_number, a_package, some_cards
from tests.anki.learner import Anki, Taken
from tests.builders import MORNING, a_store

LATER = MORNING + timedelta(days=1)
TODAY = int(LATER.timestamp())


@pytest.fixture
def store() -> Iterator[Store]:
    with a_store() as store:
        yield store


def test_every_card_arrives_as_a_new_note_and_nothing_is_amiss(anki: Anki, package: Path) -> None:
    report = a_package(package, *some_cards(3))

    assert anki.take(package) == Taken(found=3, new=3)
    assert report.notes == 3
    assert anki.collection.card_count() == 3
    assert anki.empty_cards() == 0
    assert anki.values("pragma integrity_check") == ["ok"]
    assert anki.collection.fix_integrity() == ("Database rebuilt and optimized.", True)


def test_the_same_package_again_changes_nothing(anki: Anki, package: Path) -> None:
    a_package(package, *some_cards(3))
    anki.take(package)

    assert anki.take(package) == Taken(found=3, duplicate=3)


def test_an_edit_updates_one_note_and_keeps_its_reviews(anki: Anki, package: Path) -> None:
    one, two, three = some_cards(3)
    a_package(package, one, two, three)
    anki.take(package)
    anki.review(times=3)
    scheduled = anki.rows("select id, due, ivl, reps, queue from cards order by id")
    edited = a_card("capitals/f2/answer", "What is question 2?", "Answer 2", why="Because.")
    a_package(package, one, replace(edited, changed_at=LATER), three)

    assert anki.take(package) == Taken(found=3, updated=1, duplicate=2)
    assert "Because." in anki.note("capitals/f2/answer")["Why"]
    assert anki.rows("select id, due, ivl, reps, queue from cards order by id") == scheduled
    assert anki.values("select count() from revlog") == [3]


def test_a_reworded_question_and_answer_stay_the_same_note(anki: Anki, package: Path) -> None:
    a_package(package, a_card(stem="What is the capitol of France?", key="paris"))
    anki.take(package)
    anki.review()
    a_package(package, a_card(changed_at=LATER))

    assert anki.take(package) == Taken(found=1, updated=1)
    assert anki.note()["Question"] == "What is the capital of France?"
    assert anki.card().reps == 1


def test_a_learners_own_edit_survives_an_export_that_changes_nothing(
    anki: Anki, package: Path
) -> None:
    a_package(package, a_card())
    anki.take(package)
    note = anki.note()
    note["Mnemonic"] = "my own"
    note.tags.append("mine")
    anki.collection.update_note(note)
    a_package(package, a_card(), a_card("capitals/peru/answer", "And of Peru?", "Lima"))

    assert anki.take(package) == Taken(found=2, new=1, duplicate=1)
    assert anki.note()["Mnemonic"] == "my own"
    assert anki.note().tags == ["mine", "quizapp::capitals::europe"]


def test_a_later_format_brings_its_cards_and_keeps_the_reviews(
    anki: Anki, package: Path, store: Store
) -> None:
    a_package(package, a_card(), ledger=AnkiExportLog(store, TODAY))
    anki.take(package)
    anki.review()
    a_package(package, a_card(), formats=ALL, ledger=AnkiExportLog(store, TODAY))

    assert anki.take(package) == Taken(found=1, updated=1)
    assert [card.reps for card in anki.note().cards()] == [1, 0, 0, 0]
    assert anki.empty_cards() == 0


def test_new_tags_and_a_new_title_arrive(anki: Anki, package: Path, store: Store) -> None:
    a_package(package, a_card(), ledger=AnkiExportLog(store, TODAY))
    anki.take(package)
    retagged = a_card(tags=("africa",))
    a_package(package, retagged, title="Towns", ledger=AnkiExportLog(store, TODAY))

    assert anki.take(package) == Taken(found=1, updated=1)
    assert anki.note().tags == ["quizapp::capitals::africa"]
    assert anki.note()["Deck title"] == "Towns"


def test_fewer_formats_take_no_card_away(anki: Anki, package: Path) -> None:
    a_package(package, a_card(), formats=ALL)
    anki.take(package)
    a_package(package, a_card())

    assert anki.take(package) == Taken(found=1, duplicate=1)
    assert len(anki.note().cards()) == 4
    assert anki.empty_cards() == 0


def test_anki_makes_the_same_cards_of_our_fields_as_we_do(anki: Anki, package: Path) -> None:
    cards = (
        a_card(),
        a_number(),
        a_list(),
        a_bare(Format.GAP, Format.TRUE_FALSE),
        a_card("capitals/peru/answer", options=()),
    )
    report = a_package(package, *cards, formats=ALL)
    anki.take(package)
    anki.collection.update_notes([anki.note(card.id) for card in cards])

    assert report.cards == {
        AnkiFormat.QUESTION: 5,
        AnkiFormat.TYPED: 3,
        AnkiFormat.GAP: 2,
        AnkiFormat.CHOICE: 1,
    }
    assert anki.rows("select ord, count() from cards group by ord") == [
        [0, 5],
        [1, 3],
        [2, 2],
        [3, 1],
    ]
    assert anki.empty_cards() == 0


def test_the_fields_alone_make_the_same_cards_in_an_empty_anki(anki: Anki, package: Path) -> None:
    a_package(package, a_card(), formats=ALL)
    anki.take(package)
    fields = anki.note().fields
    anki.collection.remove_notes([anki.note().id])
    note = anki.collection.new_note(anki.note_type())
    note.fields = fields
    anki.collection.add_note(note, anki.deck_id("Capitals"))

    assert [card.ord for card in note.cards()] == [0, 1, 2, 3]


def test_new_cards_are_learned_in_the_order_of_the_bank(anki: Anki, package: Path) -> None:
    names = ("peru", "chad", "oman", "france")
    a_package(package, *(a_card(f"capitals/{name}/answer", name) for name in names))
    anki.take(package)

    assert anki.values("select due from cards order by id") == [1, 2, 3, 4]
    assert anki.upcoming("Capitals", 4) == ["peru", "chad", "oman", "france"]


def test_two_decks_exported_one_by_one_do_not_disturb_each_other(anki: Anki, package: Path) -> None:
    a_package(package, *some_cards(3))
    anki.take(package)
    anki.review(times=3)
    rivers = (a_card("rivers/seine/mouth", "Where is its mouth?", "Le Havre"),)
    a_package(package, *rivers, deck="rivers", title="Rivers")

    assert anki.take(package) == Taken(found=1, new=1)
    assert anki.collection.card_count() == 4
    assert anki.values("select count() from revlog") == [3]
    assert anki.note("capitals/f1/answer")["Question"] == "What is question 1?"


def test_decks_go_by_their_title_which_opens_no_deck_beneath(anki: Anki, package: Path) -> None:
    decks = [
        ExportDeck(DeckId("cpp"), "C++ std::vector", [a_card("cpp/vector/size")]),
        ExportDeck(DeckId("twin"), "C++ std::vector", [a_card("twin/vector/size")]),
        ExportDeck(DeckId("blank"), " ", [a_card("blank/vector/size")]),
    ]
    export_decks(package, decks)
    anki.take(package)

    assert anki.deck_names() == [
        "blank",
        "C++ std: vector",
        "C++ std: vector (twin)",
        "Default",
    ]


def test_tags_hang_beneath_the_deck(anki: Anki, package: Path) -> None:
    tags = ("outcome", "liver disease", "a::b", "::", 'say "so"', "Outcome", " ")
    a_package(package, a_card(tags=tags), a_card("capitals/peru/answer", tags=()))
    anki.take(package)

    assert anki.note().tags == [
        "quizapp::capitals::a::b",
        "quizapp::capitals::liver-disease",
        "quizapp::capitals::Outcome",
        "quizapp::capitals::say-so-",
    ]
    assert anki.note("capitals/peru/answer").tags == ["quizapp::capitals"]


def test_removed_cards_are_found_by_the_search_that_we_print(anki: Anki, package: Path) -> None:
    a_package(package, *some_cards(3))
    anki.take(package)
    gone = [CardId("capitals/f1/answer"), CardId("capitals/f3/answer")]

    found = anki.collection.find_notes(browser_search(gone))

    assert [anki.collection.get_note(note)["Id"] for note in found] == gone
    assert browser_search([]) == ""
