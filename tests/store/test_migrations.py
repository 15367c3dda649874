import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.operations import Operations
from sqlalchemy import Column, Connection, Text, create_engine, select

from quizapp.bank.model import CardId, DeckId
from quizapp.errors import StoreError
from quizapp.learner.model import Mode, TypedText, Verdict
from quizapp.session.model import ExamAnswer
from quizapp.store.backends.sqlite_files import APPLICATION_ID
from quizapp.store.backups.examine_copy import identity_of
from quizapp.store.deck_table import added_paths
from quizapp.store.learner_store import open_learner
from quizapp.store.migrations.steps import (
    MIGRATION_STEPS,
    MigrationStep,
    run_steps,
)
from quizapp.store.open import open_store
from quizapp.store.store import Store
from quizapp.store.tables import SCHEMA_VERSION, cards
from quizapp.store.upgrade import upgrade_schema
from quizapp.store.verify import verify_store
from tests.builders import CALENDAR, MORNING, a_store, an_answer

ROOT = Path(__file__).parents[2]
SCHEMAS = Path(__file__).parent / "schemas"
NEXT = SCHEMA_VERSION + 1


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "quizapp.db"


@pytest.fixture
def answered(path: Path) -> Iterator[Store]:
    """A store in a file, with one answer in it."""
    with a_store(url=f"sqlite:///{path}") as store:
        open_learner(store, "ada", CALENDAR).record(an_answer())
        yield store


def schema(connection: Connection) -> dict[str, set[str]]:
    """Every table and index by name, with its columns and constraints in any order."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    # A table that was rebuilt has its name in quotes; a column added later has no line of its own.
    return {
        name: {
            part.strip() for part in re.split(r",\s|\n", sql.replace(f'"{name}" (', f"{name} ("))
        }
        for name, sql in rows
    }


# --- the versions there were ---------------------------------------------------------------------


def test_all_steps_from_nothing_make_the_schema_that_the_code_makes_at_once() -> None:
    empty = create_engine("sqlite://")

    with empty.begin() as connection:
        run_steps(connection, MIGRATION_STEPS)

        assert schema(connection) == fresh_schema()
    empty.dispose()


def test_the_last_step_leads_to_the_version_of_the_code() -> None:
    assert max(MIGRATION_STEPS) == SCHEMA_VERSION


def test_every_version_was_kept_with_its_data() -> None:
    kept = sorted(path.name for path in SCHEMAS.glob("v*.sql"))

    assert kept == [f"v{version}.sql" for version in sorted(MIGRATION_STEPS)]


@pytest.mark.parametrize("version", sorted(MIGRATION_STEPS))
def test_a_store_of_each_version_is_brought_up_to_date_with_its_data(
    path: Path, version: int
) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((SCHEMAS / f"v{version}.sql").read_text(encoding="utf-8"))

    with open_store(f"sqlite:///{path}", now=MORNING) as store:
        learner_store = open_learner(store, "ada", CALENDAR)
        france = learner_store.learner_card(CardId("capitals/france/answer"))
        peru = learner_store.learner_card(CardId("capitals/peru/answer"))
        report = verify_store(store)

        assert store.schema_version() == SCHEMA_VERSION
        assert france is not None
        assert peru is not None
        assert (france.old_key, peru.is_suspended) == (("Paris",), True)
        assert learner_store.learner_card(CardId("capitals/chad/answer")) is None
        assert learner_store.unfinished_sitting(Mode.QUIZ) is not None
        assert learner_store.limits(DeckId("capitals")).new_per_day == 7
        assert added_paths(store) == (Path("/decks/capitals.yaml"),)
        assert (report.reviews, report.faults) == (3, ())
        assert first_tries(store) <= {
            ("correct", 1, "right", None),
            ("close", 1, "slip", None),
            ("wrong", 1, "wrong", None),
            ("correct", 2, "more", "yes"),  # written by the present version
        }
        assert len(store.read(identity_of, SCHEMA_VERSION)) == 32
        assert store.read(schema) == fresh_schema()


def test_a_store_that_0_3_0_made_has_everything_that_was_in_it(path: Path) -> None:
    # Written by that release itself: reviews, one of them undone, an import, a quiz and an exam
    # left in the midst, cards suspended, buried, flagged and marked.
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((SCHEMAS / "release-0.3.0.sql").read_text(encoding="utf-8"))

    with open_store(f"sqlite:///{path}", now=MORNING) as store:
        learner_store = open_learner(store, "ada", CALENDAR)
        names = ("france", "peru", "chad", "cuba")
        entries = [learner_store.learner_card(CardId(f"capitals/{n}/answer")) for n in names]
        france, peru, chad, cuba = (entry for entry in entries if entry is not None)
        quiz, exam = learner_store.unfinished_sitting(Mode.QUIZ), learner_store.unfinished_exam()
        report = verify_store(store)

        assert (report.reviews, report.memories, report.faults) == (5, 3, ())
        assert (france.is_marked, peru.is_suspended, chad.is_flagged) == (True, True, True)
        assert cuba.buried_until == MORNING + timedelta(days=400)
        assert [flag.why for flag in learner_store.flags()] == ["unclear"]
        assert quiz is not None
        assert quiz.verdicts == (Verdict.CORRECT, None)
        assert exam is not None
        assert exam.answers[0] == ExamAnswer(TypedText("N'Djamena"), 5000, is_flagged=True)
        assert learner_store.undo_hide(Mode.STUDY, now=MORNING) == cuba.card
        assert learner_store.undo(Mode.STUDY, now=MORNING) is not None
        assert verify_store(store).faults == ()


def first_tries(store: Store) -> set[tuple[object, ...]]:
    """Return what the answers of a store say of their first tries, beside their verdicts."""
    columns = "SELECT verdict, tries, first, asked FROM"
    both = f"{columns} reviews UNION {columns} judged_answers"
    return {tuple(row) for row in store.read(lambda c: c.exec_driver_sql(both).all())}


def fresh_schema() -> dict[str, set[str]]:
    with a_store() as store:
        return store.read(schema)


# --- how a step is taken -------------------------------------------------------------------------


def rebuild_cards(op: Operations) -> None:
    """What SQLite can only do by making the table anew, while facts and reviews refer to it."""
    with op.batch_alter_table("cards", recreate="always") as batch:
        batch.add_column(Column("hint", Text, server_default="none"))


def forget_cards(op: Operations) -> None:
    op.execute("DELETE FROM cards")


def break_off(op: Operations) -> None:
    op.execute("DELETE FROM former_keys")
    op.execute("no SQL at all")


def test_rebuilding_a_table_keeps_the_rows_that_refer_to_it(answered: Store) -> None:
    upgrade_schema(answered, MORNING, {NEXT: rebuild_cards})

    hints = answered.read(lambda c: c.exec_driver_sql("SELECT hint FROM cards").scalars().all())
    assert hints == ["none"]
    assert answered.schema_version() == NEXT
    assert verify_store(answered).faults == ()
    assert verify_store(answered).reviews == 1


def test_a_step_already_taken_is_not_taken_again(answered: Store) -> None:
    upgrade_schema(answered, MORNING, {SCHEMA_VERSION: forget_cards, NEXT: rebuild_cards})

    assert answered.read(lambda c: len(c.execute(select(cards)).all())) == 1


def test_references_hold_again_after_an_upgrade(answered: Store) -> None:
    upgrade_schema(answered, MORNING, {NEXT: rebuild_cards})

    with pytest.raises(StoreError, match="FOREIGN KEY constraint failed"):
        answered.write(lambda c: c.exec_driver_sql("DELETE FROM cards"))


@pytest.mark.parametrize(
    ("step", "message"),
    [
        (forget_cards, r"broken references after the upgrade"),
        (break_off, r"refused: near .no.: syntax error"),
    ],
)
def test_a_step_that_fails_leaves_everything_as_it_was(
    answered: Store, step: MigrationStep, message: str
) -> None:
    with pytest.raises(StoreError, match=message):
        upgrade_schema(answered, MORNING, {NEXT: step})

    assert answered.schema_version() == SCHEMA_VERSION
    assert verify_store(answered).faults == ()
    assert verify_store(answered).reviews == 1


def test_a_backup_is_taken_before_an_upgrade(answered: Store, path: Path) -> None:
    upgrade_schema(answered, MORNING, {NEXT: rebuild_cards})

    (backup,) = (path.parent / "quizapp.db-backups").glob("*.db")
    assert backup.name == f"before-upgrade-from-{SCHEMA_VERSION}-2026-03-02T0900Z.db"
    with open_store(f"sqlite:///{backup}") as store:
        assert store.schema_version() == SCHEMA_VERSION
        assert verify_store(store).reviews == 1


def test_an_older_store_is_upgraded_when_it_is_opened(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("CREATE TABLE of_old (id INTEGER)")

    with open_store(f"sqlite:///{path}", now=MORNING) as store:
        assert store.schema_version() == SCHEMA_VERSION
    assert [backup.name for backup in (path.parent / "quizapp.db-backups").glob("*.db")] == [
        "before-upgrade-from-0-2026-03-02T0900Z.db"
    ]


@pytest.mark.slow
def test_a_store_that_is_up_to_date_is_opened_without_what_upgrades_need(answered: Store) -> None:
    code = (
        "import sys\n"
        "from quizapp.store.open import open_store\n"
        "open_store(sys.argv[1]).close()\n"
        "heavy = {'alembic', 'sqlalchemy.orm', 'rapidfuzz', 'fsrs', 'pydantic', 'yaml'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )

    shown = subprocess.run(
        [sys.executable, "-c", code, f"sqlite:///{answered.backend.location}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout

    assert shown == "[]\n"
