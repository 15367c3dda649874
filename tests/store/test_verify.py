import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from quizapp.memory.model import Calendar, Rating
from quizapp.store.learner_store import LearnerStore, open_learner
from quizapp.store.open import open_store
from quizapp.store.store import Store
from quizapp.store.verify import VerifyReport, verify_store
from tests.builders import CALENDAR, MORNING, a_store, an_answer


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "quizapp.db"
    a_store(url=f"sqlite:///{path}").close()
    return path


@pytest.fixture
def answered(store: Store, learner_store: LearnerStore) -> Store:
    learner_store.record(an_answer(rating=Rating.EASY))
    learner_store.record(an_answer(at=MORNING + timedelta(days=9)))
    return store


def spoil(store: Store, statement: str) -> None:
    store.write(lambda connection: connection.exec_driver_sql(statement))


def test_a_sound_store_has_no_faults(answered: Store) -> None:
    assert verify_store(answered) == VerifyReport(reviews=2, memories=1, faults=())


def test_an_empty_store_has_no_faults(store: Store) -> None:
    assert verify_store(store) == VerifyReport(reviews=0, memories=0, faults=())


@pytest.mark.parametrize(
    ("statement", "faults"),
    [
        (
            "UPDATE memories SET stability = stability + 1",
            ("capitals/france/answer of ada: the memory does not match its log",),
        ),
        (
            "UPDATE memories SET last_format = 'choice'",
            ("capitals/france/answer of ada: the memory does not match its log",),
        ),
        (
            "DELETE FROM memories",
            ("capitals/france/answer of ada: the memory does not match its log",),
        ),
        (
            "DELETE FROM reviews",
            (
                "capitals/france/answer of ada has a memory without a review",
                "the day counts do not match the log",
            ),
        ),
        (
            "UPDATE days SET correct = 0",
            ("the day counts do not match the log",),
        ),
    ],
)
def test_what_does_not_follow_from_the_log_is_found(
    answered: Store, statement: str, faults: tuple[str, ...]
) -> None:
    spoil(answered, statement)

    assert verify_store(answered).faults == faults


def test_a_review_that_does_not_follow_from_those_before_it_is_found(answered: Store) -> None:
    spoil(answered, "UPDATE reviews SET predicted = 0.5 WHERE predicted IS NOT NULL")

    (fault,) = verify_store(answered).faults

    assert fault.startswith("capitals/france/answer of ada: review ")
    assert fault.endswith(" does not match its log")


def test_a_float_that_another_machine_rounds_otherwise_is_no_fault(answered: Store) -> None:
    spoil(answered, "UPDATE memories SET stability = stability * (1 + 1e-12)")

    assert verify_store(answered).faults == ()


def test_a_learner_who_moved_to_another_zone_has_a_sound_log(
    store: Store, learner_store: LearnerStore
) -> None:
    learner_store.record(an_answer())
    moved = open_learner(store, "ada", Calendar(ZoneInfo("Pacific/Auckland"), rollover_hour=0))
    moved.record(an_answer(at=MORNING + timedelta(days=3)))

    assert verify_store(store).faults == ()


def test_a_reference_to_nothing_is_found(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE cards SET fact_id = 7")

    with open_store(f"sqlite:///{path}") as store:
        assert verify_store(store).faults == ("a row of cards refers to a missing row of facts",)


def test_a_bad_page_is_found_that_no_query_happens_to_read(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'ix_items_card_id'"
        (page,) = connection.execute(query).fetchone()
    whole = bytearray(path.read_bytes())
    whole[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(whole)

    with open_store(f"sqlite:///{path}") as store:
        assert open_learner(store, "ada", CALENDAR).quiz_candidates((), (), ()) != ()
        faults = verify_store(store).faults

    assert any("btreeInitPage() returns error code 11" in fault for fault in faults)
