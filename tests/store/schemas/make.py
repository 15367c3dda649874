"""Write the present schema, with a little of everything in it, to `vN.sql`.

Called as `python -m tests.store.schemas.make` once a version: when it is released.
"""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from quizapp.bank.model import CardId, DeckSettings, SourceId
from quizapp.grading.grade import Outcome
from quizapp.learner.counts import DeckPlan
from quizapp.learner.model import Mode
from quizapp.memory.model import Rating
from quizapp.session.model import ExamGrant, ExamSettings, SittingPlan
from quizapp.store.attached_text import AttachedText
from quizapp.store.backends.sqlite_files import APPLICATION_ID
from quizapp.store.deck_table import add_path
from quizapp.store.learner_store import open_learner
from quizapp.store.source_texts import attach_text
from quizapp.store.store import Store
from quizapp.store.sync_bank import sync_deck
from quizapp.store.tables import SCHEMA_VERSION
from tests.builders import CALENDAR, MORNING, a_deck, a_fact, a_store, an_answer, an_item

HERE = Path(__file__).parent
COUNTRIES = ("france", "peru", "chad")


def main() -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "quizapp.db"
        items = [an_item(f"capitals/{name}/answer") for name in COUNTRIES]
        deck = a_deck(facts=[a_fact(name) for name in COUNTRIES])
        with a_store(deck, items, url=f"sqlite:///{path}") as store:
            live_a_little(store)
        with closing(sqlite3.connect(path)) as connection:
            dump = "\n".join(connection.iterdump())
    marks = f"PRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {SCHEMA_VERSION};\n"
    (HERE / f"v{SCHEMA_VERSION}.sql").write_text(f"{marks}{dump}\n", encoding="utf-8")


def live_a_little(store: Store) -> None:
    """Answer, sit a quiz, set and hide things; France gets a new answer and Chad retires."""
    learner_store = open_learner(store, "ada", CALENDAR)
    add_path(store, Path("/decks/capitals.yaml"), MORNING)
    learner_store.save_settings(a_deck().id, DeckSettings(new_per_day=7))
    learner_store.record(an_answer("capitals/france/answer", rating=Rating.EASY))
    learner_store.record(an_answer("capitals/chad/answer", rating=Rating.AGAIN))
    sitting = learner_store.open_sitting(
        SittingPlan(Mode.QUIZ, "Quiz", (an_item().id,), seed=4, moves_memory=False), MORNING
    )
    learner_store.record(
        an_answer(
            at=MORNING + timedelta(hours=1),
            mode=Mode.QUIZ,
            sitting=sitting.id,
            first=Outcome.MORE,
            tries=2,
            asked=True,
        )
    )
    learner_store.record(an_answer("capitals/chad/answer", at=MORNING + timedelta(minutes=5)))
    learner_store.undo(Mode.STUDY, now=MORNING + timedelta(minutes=6))
    learner_store.suspend(CardId("capitals/peru/answer"), None, MORNING)
    learner_store.mark(CardId("capitals/peru/answer"), None, MORNING, is_marked=True)
    learner_store.flag(CardId("capitals/peru/answer"), None, "unclear", MORNING)
    learner_store.unflag(CardId("capitals/peru/answer"), None, MORNING + timedelta(hours=1))
    learner_store.keep_judged(an_answer("capitals/peru/answer", at=MORNING + timedelta(hours=2)))
    exam = learner_store.open_exam(
        SittingPlan(Mode.EXAM, "Exam", (an_item().id,), seed=4, moves_memory=True),
        ExamSettings("form"),
        MORNING + timedelta(hours=4),
    )
    learner_store.grant(exam.sitting.id, ExamGrant(0, "bea"), MORNING + timedelta(hours=5))
    learner_store.save_plans([DeckPlan(a_deck().id, MORNING.toordinal() + 30, 7, 0.9)])
    attach_text(
        store, AttachedText(SourceId("atlas"), "/papers/atlas.txt", "ab", 3, attached_at=MORNING)
    )
    items = [an_item(key="Lyon"), an_item("capitals/peru/answer")]
    deck = a_deck(facts=[a_fact("france"), a_fact("peru")])
    sync_deck(store, deck, items, MORNING + timedelta(days=1))


if __name__ == "__main__":
    main()
