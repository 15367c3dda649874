"""What Anki was given: a note's date moves when the note does, and what it had is remembered."""

from collections.abc import Iterator

import pytest

from quizapp.bank.model import DeckId
from quizapp.learner.export_values import NoteRecord
from quizapp.store.anki_export_log import AnkiExportLog, exported_ordinals, exported_styles
from quizapp.store.store import Store
from tests.builders import a_store

CAPITALS = DeckId("capitals")
YESTERDAY, NOW, LATER = 1000, 2000, 3000


@pytest.fixture
def store() -> Iterator[Store]:
    with a_store() as store:
        yield store


def a_note(
    guid: str = "france",
    ordinals: tuple[int, ...] = (0,),
    content: str = "Paris",
    modified: int = YESTERDAY,
) -> NoteRecord:
    return NoteRecord(guid, f"capitals/{guid}", ordinals, content, modified)


def deliver(store: Store, now: int, *notes: NoteRecord, style: str = "cards") -> list[int]:
    return AnkiExportLog(store, now).record_notes(CAPITALS, style, notes)


def test_a_note_never_exported_has_the_date_of_its_card(store: Store) -> None:
    assert deliver(store, NOW, a_note(), a_note("peru", modified=1500)) == [1000, 1500]


def test_the_same_content_keeps_its_date(store: Store) -> None:
    deliver(store, NOW, a_note())

    assert deliver(store, LATER, a_note(modified=2500)) == [YESTERDAY]


def test_another_content_is_of_now_and_stays_so(store: Store) -> None:
    deliver(store, NOW, a_note())

    assert deliver(store, NOW, a_note(content="Lyon")) == [NOW]
    assert deliver(store, LATER, a_note(content="Lyon")) == [NOW]


def test_a_date_never_goes_back(store: Store) -> None:
    deliver(store, NOW, a_note(modified=LATER))

    assert deliver(store, NOW, a_note(content="Lyon")) == [LATER + 1]


def test_what_is_not_exported_any_more_is_known(store: Store) -> None:
    deliver(store, NOW, a_note(), a_note("peru"))
    deliver(store, NOW, a_note("chad"), style="cloze")
    later = AnkiExportLog(store, LATER)
    later.record_notes(CAPITALS, "cards", [a_note()])

    assert later.removed_notes(CAPITALS, "cards") == ("capitals/peru",)
    assert later.removed_notes(DeckId("rivers"), "cards") == ()


def test_a_card_that_a_note_lost_is_told_at_each_export(store: Store) -> None:
    deliver(store, NOW, a_note(ordinals=(0, 1, 3)))
    first, second = AnkiExportLog(store, LATER), AnkiExportLog(store, LATER)
    first.record_notes(CAPITALS, "cards", [a_note(ordinals=(0, 1), content="less")])
    second.record_notes(CAPITALS, "cards", [a_note(ordinals=(0, 1), content="less")])

    assert first.removed_cards == second.removed_cards == {3: ["capitals/france"]}
    assert exported_ordinals(store, CAPITALS, "cards") == {0, 1, 3}


def test_the_styles_of_a_deck_are_remembered(store: Store) -> None:
    assert exported_styles(store, CAPITALS) == frozenset()

    deliver(store, NOW, a_note())
    deliver(store, NOW, a_note("fact"), style="cloze")

    assert exported_styles(store, CAPITALS) == {"cards", "cloze"}
    assert exported_ordinals(store, DeckId("rivers"), "cards") == frozenset()
