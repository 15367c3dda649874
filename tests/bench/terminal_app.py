"""The app that the terminal's bench measures, from its first question: `terminal_app.py URL`.

`terminal_app.py URL home` begins at the home screen; `terminal_app.py URL CARDS` makes the store
that it runs on.
"""

import gc

gc.set_threshold(500_000)  # as quizapp.cli.main does, before anything is imported

import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from quizapp.analysis.overview import Overview, make_overview
from quizapp.bank.model import DeckId, DeckSettings
from quizapp.bank.place import Place
from quizapp.items.diff import ItemChange
from quizapp.memory.days import learner_day
from quizapp.services.browse_cards import CardBrowser
from quizapp.services.ports import (
    ExamRequest,
    ProgressReporter,
    QuizChoices,
    QuizRequest,
    StudyRequest,
    UnfinishedExam,
    UnfinishedQuiz,
)
from quizapp.session.exam import ExamSitting
from quizapp.session.session import Session
from quizapp.store.learner_store import open_learner
from quizapp.terminal.app import run_app
from tests.builders import CALENDAR, MORNING, a_card, a_deck, a_fact, a_store, an_item

DECK = DeckId("bench")


def fill_store(url: str, cards: int) -> None:
    """Make a store of one deck with `cards` typed cards, a fact each."""
    facts = [f"bench/fact-{number}" for number in range(cards)]
    deck = a_deck(
        "bench",
        [a_fact(fact.removeprefix("bench/"), "bench", [a_card(fact)]) for fact in facts],
        settings=DeckSettings(new_per_day=100),
    )
    items = [
        replace(an_item(f"{fact}/answer", stem=f"Question {number}?"), content_hash=fact)
        for number, fact in enumerate(facts)
    ]
    a_store(deck, items, url).close()


class BenchServices:
    """A house whose clock starts at a fixed morning and runs on."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.began = time.monotonic()

    def now(self) -> datetime:
        return MORNING + timedelta(seconds=time.monotonic() - self.began)

    # What is heavy is imported on the store's thread, after the first paint.

    def prepare(self, report: ProgressReporter) -> Sequence[str]:
        from quizapp.store.open import open_store  # noqa: PLC0415 (see above)

        report("opening", None)
        self.store = open_store(self.url)
        self.learner_store = open_learner(self.store, "ada", CALENDAR)
        return ()

    def open_study(self, request: StudyRequest) -> Session:
        from quizapp.session.study import StudySession  # noqa: PLC0415 (see above)

        return StudySession(self.learner_store, request.decks or [DECK], "Bench", 7)

    def overview(self) -> Overview:
        today = learner_day(self.now(), CALENDAR)
        return make_overview(self.learner_store.deck_counts([DECK], self.now()), (), today)

    def open_quiz(self, request: QuizRequest) -> Session:
        raise NotImplementedError

    def quiz_choices(self) -> QuizChoices:
        raise NotImplementedError

    def unfinished_quiz(self) -> UnfinishedQuiz | None:
        return None

    def resume_quiz(self) -> Session:
        raise NotImplementedError

    def open_exam(self, request: ExamRequest) -> ExamSitting:
        raise NotImplementedError

    def unfinished_exam(self) -> UnfinishedExam | None:
        return None

    def resume_exam(self) -> ExamSitting:
        raise NotImplementedError

    def past_exams(self, limit: int) -> Sequence[ExamSitting]:
        return [
            ExamSitting(self.learner_store, state) for state in self.learner_store.past_exams(limit)
        ]

    def keep_theme(self, theme: str) -> None:
        raise NotImplementedError

    def browse_cards(self) -> CardBrowser:
        return CardBrowser(self.learner_store, {DECK: "Bench"})

    def pending_changes(self) -> Sequence[ItemChange]:
        return ()

    def editor_command(self, place: Place) -> Sequence[str] | None:
        raise NotImplementedError

    def close(self) -> None:
        self.store.close()


if __name__ == "__main__":
    match sys.argv[1:]:
        case [url]:
            run_app(BenchServices(url), StudyRequest())
        case [url, "home"]:
            run_app(BenchServices(url))
        case [url, cards]:
            fill_store(url, int(cards))
