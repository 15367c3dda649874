"""History in: what a learner did in Anki, read by us and replayed to the memory that Anki has."""

from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.anki.export.options import AnkiFormat
from quizapp.anki.ids import card_name, fact_name
from quizapp.anki.importing.package_database import BadPackageError
from quizapp.bank.model import CardId
from quizapp.learner.import_values import ImportedReview, MergeReport
from quizapp.memory.model import Memory, Rating
from quizapp.store.learner_store import open_learner
from quizapp.store.verify import verify_store
from tests.anki.cards import a_package
from tests.anki.foreign import (
    ANKI_CALENDAR,
    BY_HAND,
    CRAMMING,
    FRANCE,
    LEARNING,
    MORNING,
    PERU,
    RELEARNING,
    RESCHEDULED,
    REVIEWING,
    Row,
    a_capitals_store,
    a_database,
    a_zip,
    add,
    export,
    history_in,
    log,
    the_card,
)
from tests.anki.learner import Anki
from tests.builders import an_answer
from tests.counts import full_or_share

MS = 1_583_139_600_000  # MORNING, as Anki writes it
ALLOW_NULLS = """
PRAGMA writable_schema = ON;
UPDATE sqlite_master SET sql = replace(sql, ' not null', '') WHERE name IN ('notes', 'cards');
PRAGMA writable_schema = RESET;
"""


def days(number: float) -> timedelta:
    return timedelta(days=number)


def ratings(history: object) -> list[object]:
    return [each.rating for each in history.reviews]  # type: ignore[attr-defined]


@pytest.fixture
def studied(anki: Anki, package: Path) -> Anki:
    """A learner who has our two cards and has answered one of them."""
    a_package(package, the_card("france"), the_card("peru"))
    anki.take(package)
    anki.collection.set_config("fsrs", True)  # noqa: FBT003 (the backend's own signature)
    anki.review()
    return anki


@pytest.mark.parametrize("name", ["new.apkg", "new.colpkg"])
@pytest.mark.parametrize("is_old", [False, True])
def test_packages_of_every_kind_that_anki_writes_are_read(
    studied: Anki, tmp_path: Path, name: str, *, is_old: bool
) -> None:
    path = export(studied, tmp_path / name, is_old=is_old)

    history = history_in(path)

    (review,) = history.reviews
    assert (review.card, review.rating) == (FRANCE, Rating.GOOD)
    assert [round(review.at.timestamp() * 1000)] == studied.values("select id from revlog")


def test_a_package_of_the_first_anki_is_read(tmp_path: Path) -> None:
    database = a_database(tmp_path / "db", rows=[(MS, 0, 3, REVIEWING, 2500)])
    path = a_zip(tmp_path / "old.apkg", collection__anki2=database.read_bytes(), media=b"{}")

    assert history_in(path).reviews == (ImportedReview(FRANCE, MORNING, Rating.GOOD, 4000),)


def test_beside_a_newer_collection_the_old_one_is_a_stub(tmp_path: Path) -> None:
    newer = a_database(tmp_path / "newer", rows=[(MS, 0, 4, REVIEWING, 2500)])
    stub = a_database(tmp_path / "stub", rows=[(MS, 0, 1, REVIEWING, 2500)])
    path = a_zip(
        tmp_path / "both.apkg",
        collection__anki2=stub.read_bytes(),
        collection__anki21=newer.read_bytes(),
    )

    assert ratings(history_in(path)) == [Rating.EASY]


def test_what_is_no_answer_is_passed_over(tmp_path: Path) -> None:
    rows = [
        (MS, 0, 3, LEARNING, 0),
        (MS + 1, 0, 3, CRAMMING, 0),  # a preview
        (MS + 2, 0, 2, CRAMMING, 2500),  # studied ahead
        (MS + 3, 0, 0, BY_HAND, 2500),  # a due date set
        (MS + 4, 0, 0, RESCHEDULED, 2500),
        (MS + 5, 0, 0, BY_HAND, 0),  # forgotten
        (MS + 6, 0, 9, REVIEWING, 2500),
        (MS + 7, 0, 1, RELEARNING, 2500),
    ]
    database = a_database(tmp_path / "db", rows=rows)
    path = a_zip(tmp_path / "p.apkg", collection__anki21=database.read_bytes())

    assert ratings(history_in(path)) == [Rating.GOOD, Rating.HARD, None, Rating.AGAIN]


def test_steps_of_the_first_scheduler_had_no_hard_button(tmp_path: Path) -> None:
    rows = [(MS + ease, 0, ease, LEARNING, 0) for ease in (1, 2, 3)]
    rows.append((MS + 9, 0, 2, REVIEWING, 2500))
    database = a_database(tmp_path / "db", rows=rows, conf="{}")
    path = a_zip(tmp_path / "p.apkg", collection__anki2=database.read_bytes())

    assert ratings(history_in(path)) == [Rating.AGAIN, Rating.GOOD, Rating.EASY, Rating.HARD]


def test_reviews_of_other_notes_and_of_deleted_cards_are_counted(tmp_path: Path) -> None:
    rows = [(MS, 0, 3, REVIEWING, 2500), (MS + 1, 1, 3, REVIEWING, 2500)]
    rows.append((MS + 2, 77, 3, REVIEWING, 2500))
    database = a_database(tmp_path / "db", [FRANCE, CardId("other/fact/answer")], rows)
    path = a_zip(tmp_path / "p.apkg", collection__anki21=database.read_bytes())

    history = history_in(path)

    assert (len(history.reviews), history.foreign_count) == (1, 2)


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE notes SET guid = NULL WHERE id = 0",
        "UPDATE cards SET ord = NULL WHERE id = 0",
    ],
)
def test_a_card_that_does_not_say_which_it_is_is_none_of_ours(tmp_path: Path, spoil: str) -> None:
    rows = [(MS, 0, 3, REVIEWING, 2500), (MS + 1, 1, 2, REVIEWING, 2500)]
    database = a_database(tmp_path / "db", [FRANCE, PERU], rows, spoil=ALLOW_NULLS + spoil)
    path = a_zip(tmp_path / "p.apkg", collection__anki21=database.read_bytes())
    made_of_a_package = CardId(f"german/{fact_name('hund')}/{card_name(0)}")

    history = history_in(path, [FRANCE, PERU, made_of_a_package])

    assert [(review.card, review.rating) for review in history.reviews] == [(PERU, Rating.HARD)]
    assert history.foreign_count == 1


def test_reviews_made_in_the_future_are_left_out(tmp_path: Path) -> None:
    rows = [(MS, 0, 3, REVIEWING, 2500), (MS + 1, 0, 3, REVIEWING, 2500), (2**62, 0, 3, 1, 2500)]
    database = a_database(tmp_path / "db", rows=rows)
    path = a_zip(tmp_path / "p.apkg", collection__anki21=database.read_bytes())

    history = history_in(path, until=MORNING)

    assert (len(history.reviews), history.future_count) == (1, 2)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revlog SET time = 'x'",
        "UPDATE revlog SET time = x'00ff'",
        "UPDATE cards SET ord = 'x'; UPDATE revlog SET ease = 'x'",
        "UPDATE revlog SET ease = 3.5, type = 'x', factor = x'00'",
        "UPDATE notes SET guid = 7, flds = x'ff'",
        "UPDATE revlog SET id = -5",
        "UPDATE col SET conf = '[1, 2]'",
        "UPDATE col SET conf = 'x'",
        "DELETE FROM col",
    ],
)
def test_strange_values_are_told_or_passed_over(tmp_path: Path, statement: str) -> None:
    rows = [(MS, 0, 3, REVIEWING, 2500)]
    database = a_database(tmp_path / "db", rows=rows, spoil=statement)
    path = a_zip(tmp_path / "p.apkg", collection__anki21=database.read_bytes())

    with suppress(BadPackageError):
        assert len(history_in(path).reviews) <= 1


def test_all_templates_of_a_note_are_one_card(anki: Anki, package: Path, tmp_path: Path) -> None:
    a_package(package, the_card("france"), formats=[AnkiFormat.TYPED])
    anki.take(package)
    log(anki, anki.card(position=0).id, Row(days(0), 3, LEARNING), Row(days(9), 3))
    log(anki, anki.card(position=1).id, Row(days(4), 1, LEARNING))

    history = history_in(export(anki, tmp_path / "p.apkg"))

    assert ratings(history) == [Rating.GOOD, Rating.AGAIN, Rating.GOOD]
    assert {review.card for review in history.reviews} == {FRANCE}


def test_a_deck_made_of_a_package_gets_the_reviews_of_each_card_of_its_notes(
    anki: Anki, tmp_path: Path
) -> None:
    note = add(anki, "Basic (and reversed card)", Front="Hund", Back="dog")
    first, second = note.cards()
    log(anki, first.id, Row(days(0), 3, LEARNING))
    log(anki, second.id, Row(days(1), 2, LEARNING))
    fact = f"german/{fact_name(note.guid)}"
    ours = [CardId(f"{fact}/{card_name(0)}"), CardId(f"{fact}/{card_name(1)}")]

    history = history_in(export(anki, tmp_path / "p.apkg"), ours)

    found = [(review.card, review.rating) for review in history.reviews]
    assert found == [(ours[0], Rating.GOOD), (ours[1], Rating.HARD)]


# --- memory --------------------------------------------------------------------------------------

LIVES = {
    "steps of one day": [Row(days(0), 3, LEARNING), Row(days(0.01), 3, LEARNING)],
    "forgotten and relearned": [
        Row(days(0), 3, LEARNING),
        Row(days(0.01), 3, LEARNING),
        Row(days(3), 3),
        Row(days(12), 1),
        Row(days(12.01), 3, RELEARNING),
        Row(days(20), 2),
        Row(days(50), 4),
    ],
    "easy at once": [Row(days(0), 4, LEARNING), Row(days(15), 3), Row(days(70), 2)],
    "again and again": [Row(days(0.001 * at), 1, LEARNING) for at in range(8)],
    "reset": [
        Row(days(0), 4, LEARNING),
        Row(days(15), 3),
        Row(days(16), 0, BY_HAND, 0),
        Row(days(17), 1, LEARNING),
        Row(days(17.01), 3, LEARNING),
        Row(days(19), 3),
    ],
    "a preview between": [
        Row(days(0), 4, LEARNING),
        Row(days(2), 3, CRAMMING, 0),
        Row(days(15), 3),
    ],
}


@pytest.mark.parametrize("life", LIVES.values(), ids=LIVES)
def test_replayed_memory_is_ankis_own(studied: Anki, tmp_path: Path, life: list[Row]) -> None:
    card = studied.card("capitals/peru/answer")
    log(studied, card.id, *life)
    theirs = studied.collection.compute_memory_state(card.id)
    history = history_in(export(studied, tmp_path / "p.apkg"), [PERU])
    with a_capitals_store() as store:
        learner_store = open_learner(store, "ada", ANKI_CALENDAR)
        learner_store.import_reviews(history.reviews)
        entry = learner_store.learner_card(PERU)
        faults = verify_store(store).faults

    assert entry is not None
    assert isinstance(entry.memory, Memory)
    assert entry.memory.stability == pytest.approx(theirs.stability, rel=1e-4)
    assert entry.memory.difficulty == pytest.approx(theirs.difficulty, rel=1e-4)
    assert faults == ()


@settings(
    max_examples=full_or_share(500),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(st.floats(0.001, 90), st.integers(1, 4)), min_size=1, max_size=12))
def test_any_life_replays_to_ankis_memory(studied: Anki, steps: list[tuple[float, int]]) -> None:
    card = studied.card("capitals/peru/answer")
    studied.rows("delete from revlog where cid = ?", card.id)
    at = days(0)
    rows = [Row(at := at + days(gap), ease, LEARNING) for gap, ease in steps]
    log(studied, card.id, *rows)
    theirs = studied.collection.compute_memory_state(card.id)
    reviews = [ImportedReview(PERU, MORNING + row.after, Rating(row.ease)) for row in rows]
    with a_capitals_store() as store:
        learner_store = open_learner(store, "ada", ANKI_CALENDAR)
        learner_store.import_reviews([*reviews])
        entry = learner_store.learner_card(PERU)

    assert entry is not None
    assert isinstance(entry.memory, Memory)
    assert entry.memory.stability == pytest.approx(theirs.stability, rel=1e-4)
    assert entry.memory.difficulty == pytest.approx(theirs.difficulty, rel=1e-4)


# --- there and back ------------------------------------------------------------------------------


def test_studied_here_then_there_then_imported_is_one_log(studied: Anki, tmp_path: Path) -> None:
    """In Anki's log stands what was studied here, at its own milliseconds."""
    with a_capitals_store() as store:
        learner_store = open_learner(store, "ada", ANKI_CALENDAR)
        learner_store.record(an_answer(FRANCE, at=MORNING))
        learner_store.record(an_answer(FRANCE, at=MORNING + days(3), rating=Rating.HARD))
        card = studied.card()
        log(studied, card.id, Row(days(0), 3, LEARNING), Row(days(3), 2))
        path = export(studied, tmp_path / "p.apkg")

        first = learner_store.import_reviews(history_in(path).reviews)
        second = learner_store.import_reviews(history_in(path).reviews)
        kept = learner_store.card_answers(FRANCE, 10)
        faults = verify_store(store).faults

    assert (first, second) == (MergeReport(new=1, known=2), MergeReport(new=0, known=3))
    assert [answer.answer.at for answer in kept[1:]] == [MORNING + days(3), MORNING]
    assert kept[0].answer.at > MORNING + days(4)
    assert faults == ()
