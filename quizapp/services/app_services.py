"""The house: store, decks, clock and learner wired together for one run.

It is what the terminal asks for everything (`quizapp.services.ports.House`), and what the commands
that need a store begin with.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizapp.analysis.overview import Overview, make_overview
from quizapp.bank.model import DeckId, DeckSettings, Place
from quizapp.cli.output import warn
from quizapp.cli.progress import progress_bar
from quizapp.errors import StoreError
from quizapp.items.diff import ItemChange
from quizapp.learner.model import Mode
from quizapp.memory.days import learner_day
from quizapp.memory.model import Calendar
from quizapp.services.browse_cards import CardBrowser
from quizapp.services.cards_to_ask import NothingToAskError, check_cards
from quizapp.services.log_file import keep_log
from quizapp.services.ports import (
    DeckChoice,
    ExamRequest,
    ProgressReporter,
    QuizChoices,
    QuizRequest,
    StudyRequest,
    UnfinishedExam,
    UnfinishedQuiz,
)
from quizapp.services.settings import Settings, load_settings
from quizapp.services.sync_decks import LoadedDecks, sync_decks
from quizapp.session.model import SittingPlan, SittingState
from quizapp.session.session import Session

if TYPE_CHECKING:
    from quizapp.session.exam import ExamSitting
    from quizapp.session.model import ExamState
    from quizapp.store.backups.hourly import HourlyBackups
    from quizapp.store.learner_store import LearnerStore
    from quizapp.store.store import Store

STREAK_DAYS = 3660  # as far back as a streak is counted
SEED_BYTES = 4


class LocalAppServices:
    """The terminal's `AppServices` on a real store. Nothing is opened before `prepare`.

    Args:
        settings: how this run is to be done.
        names: the decks it is about, ids or paths; none means all known ones.
    """

    def __init__(self, settings: Settings, names: Sequence[str] = ()) -> None:
        self.settings = settings
        self._names = tuple(names)
        self._store: Store | None = None
        self._loaded_decks = LoadedDecks({})
        self._has_opened_session = False
        self._notices: tuple[str, ...] = ()  # of the opening, to be told once
        self._hourly: HourlyBackups | None = None

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return self.settings.clock()

    @property
    def store(self) -> "Store":
        """The open store.

        Raises:
            RuntimeError: `prepare` was not called.
        """
        if self._store is None:
            raise RuntimeError("the house is not prepared")
        return self._store

    @property
    def deck_ids(self) -> tuple[DeckId, ...]:
        """The decks that this run is about."""
        return tuple(self._loaded_decks.titles)

    @cached_property
    def calendar(self) -> Calendar:
        """The learner's days."""
        return self.settings.calendar()

    @property
    def titles(self) -> Mapping[DeckId, str]:
        """The titles of the decks that this run is about."""
        return self._loaded_decks.titles

    @property
    def off(self) -> Mapping[DeckId, str]:
        """The titles of the decks that are switched off."""
        return self._loaded_decks.off

    def learner_store(self) -> "LearnerStore":
        """Return the learner's desk, with the settings of this run."""
        own = DeckSettings(
            retention=self.settings.retention,
            new_per_day=self.settings.new_per_day,
            reviews_per_day=self.settings.reviews_per_day,
        )
        return self.store.learner_store(self.settings.learner, self.calendar, own)

    def open(self) -> None:
        """Open the store, which is made or upgraded where needed; once."""
        from quizapp.services.open_database import opened_store, opening_notices

        if self._store is None:
            self._store = opened_store(self.settings)
            self._notices = tuple(opening_notices(self._store, self.settings))

    def prepare(self, report: ProgressReporter) -> Sequence[str]:
        """Open the store and bring its decks up to date; return notices for the learner."""
        report("Opening the database", None)
        self.open()
        self._loaded_decks = sync_decks(self.store, self.settings, self._names, self.now(), report)
        self._end_past_plans()
        told, self._notices = self._notices, ()
        return (*told, *self._loaded_decks.notices)

    def deck_path(self, name: str) -> Path | None:
        """Return where the deck with the id `name` stands; None when this run has none."""
        from quizapp.store.deck_table import live_decks

        decks = {deck.id: deck for deck in live_decks(self.store)}
        known = {*self.deck_ids, *self.off}
        return Path(decks[DeckId(name)].files[0].path) if name in known else None

    def overview(self) -> Overview:
        """Return where the learner stands now."""
        from quizapp.services.preview import draft_counts

        now = self.now()
        today = learner_day(now, self.calendar)
        learner_store = self.learner_store()
        view = make_overview(
            learner_store.deck_counts(self.deck_ids, now),
            learner_store.day_counts(today - STREAK_DAYS),
            today,
            learner_store.plans(),
            draft_counts(self.store, self.deck_ids),
        )
        return replace(view, decks_off=len(self.off))

    def open_study(self, request: StudyRequest) -> Session:
        """Return a session of today's cards, not yet started.

        Raises:
            NothingToAskError: none of the decks has a card: they are drafts, or switched off.
        """
        from quizapp.session.study import StudySession

        self._sit()
        decks = self.with_cards(request.decks)
        return StudySession(
            self.learner_store(),
            decks,
            self._title(decks),
            self._draw_seed(),
            formats=request.formats,
            limit=request.limit,
        )

    def open_quiz(self, request: QuizRequest) -> Session:
        """Return a new quiz, not yet started.

        Raises:
            NothingToAskError: no item answers to the wish.
        """
        from quizapp.session.quiz import QuizSitting, draw_quiz

        self._sit()
        seed = request.seed if request.seed is not None else self._draw_seed()
        decks = self.with_cards(request.decks)
        learner_store = self.learner_store()
        items = request.items or draw_quiz(
            learner_store.quiz_candidates(decks, request.tags, request.formats), request.count, seed
        )
        if not items:
            raise NothingToAskError(
                "no questions in these decks with these tags and formats", "ask for fewer at once"
            )
        title = f"Quiz: {self._title(decks)}"
        plan = SittingPlan(Mode.QUIZ, title, items, seed, moves_memory=request.counts)
        return QuizSitting(learner_store, learner_store.open_sitting(plan, self.now()))

    def quiz_choices(self) -> QuizChoices:
        """Return what a quiz may be made of."""
        handles = self.learner_store().quiz_candidates(self.deck_ids, (), ())
        return QuizChoices(
            decks=tuple(
                DeckChoice(deck, title) for deck, title in self._loaded_decks.titles.items()
            ),
            tags=tuple(sorted({tag for handle in handles for tag in handle.tags})),
            formats=tuple(dict.fromkeys(handle.format for handle in handles)),
        )

    def unfinished_quiz(self) -> UnfinishedQuiz | None:
        """Return the quiz that was left before its end, None when there is none."""
        state = self._unfinished_quiz_state()
        if state is None:
            return None
        answered = sum(verdict is not None for verdict in state.verdicts)
        return UnfinishedQuiz(state.plan.title, answered, len(state.plan.items))

    def resume_quiz(self) -> Session:
        """Return the unfinished quiz, not yet started.

        Raises:
            NothingToAskError: there is none.
        """
        from quizapp.session.quiz import QuizSitting

        self._sit()
        state = self._unfinished_quiz_state()
        if state is None:
            raise NothingToAskError("no quiz is paused", "start one: quizapp quiz")
        return QuizSitting(self.learner_store(), state)

    def open_exam(self, request: ExamRequest) -> "ExamSitting":
        """Return a new exam.

        Raises:
            UnfinishedExamError: another one was not handed in.
            NothingToAskError: no item answers to the wish.
            WrongCallError: the wish asks for what cannot be.
        """
        from quizapp.services.draw_exam import UnfinishedExamError, draw_exam
        from quizapp.session.exam import ExamSitting

        self._sit()
        left = self.unfinished_exam()
        if left is not None:
            raise UnfinishedExamError(
                f"{left.title} is paused ({left.answered} of {left.total} answered)",
                "resume it: quizapp exam --resume, or hand it in: quizapp exam --hand-in",
            )
        decks = self.with_cards(request.decks)
        seed = request.seed if request.seed is not None else self._draw_seed()
        learner_store = self.learner_store()
        drawn = draw_exam(learner_store, decks, self._title(decks), request, seed)
        if not drawn.plan.items:
            raise NothingToAskError(
                "no questions in these decks with these tags and formats", "ask for fewer at once"
            )
        return ExamSitting(
            learner_store,
            learner_store.open_exam(drawn.plan, drawn.terms, self.now()),
            drawn.remarks,
        )

    def unfinished_exam(self) -> UnfinishedExam | None:
        """Return the exam that was not handed in, None when there is none."""
        state = self.learner_store().unfinished_exam()
        if state is None:
            return None
        answered = sum(place.response is not None for place in state.answers)
        return UnfinishedExam(
            state.sitting.plan.title, answered, len(state.answers), self._seconds_left(state)
        )

    def resume_exam(self) -> "ExamSitting":
        """Return the exam that was not handed in.

        Raises:
            NothingToAskError: there is none.
        """
        from quizapp.session.exam import ExamSitting

        self._sit()
        learner_store = self.learner_store()
        state = learner_store.unfinished_exam()
        if state is None:
            raise NothingToAskError("no exam is paused", "start one: quizapp exam")
        return ExamSitting(learner_store, state)

    def past_exams(self, limit: int) -> "Sequence[ExamSitting]":
        """Return the last `limit` exams that were handed in, the newest first."""
        from quizapp.session.exam import ExamSitting

        learner_store = self.learner_store()
        return [ExamSitting(learner_store, state) for state in learner_store.past_exams(limit)]

    def browse_cards(self) -> CardBrowser:
        """Return the cards of the decks, to be browsed."""
        from quizapp.services.preview import draft_items

        store, decks = self.store, self.deck_ids
        return CardBrowser(self.learner_store(), self.titles, lambda: draft_items(store, decks))

    def pending_changes(self) -> Sequence[ItemChange]:
        """Return what the decks as they are on disk now would change."""
        from quizapp.services.preview import pending_changes

        return pending_changes(self.store, self.deck_ids)

    def editor_command(self, place: Place) -> Sequence[str] | None:
        """Return the command that opens the learner's editor at `place`; None without one."""
        from quizapp.services.editor import editor_command

        return editor_command(place, os.environ)

    def keep_theme(self, theme: str) -> None:
        """Write the theme to the settings file.

        Raises:
            SettingsNotKeptError: it cannot be written.
        """
        from quizapp.services.config_file import write_setting

        write_setting(self.settings.config_file, ["theme"], theme)

    def close(self) -> None:
        """Close the store, backed up where answers may have been added."""
        if self._store is not None:
            if self._hourly is not None:
                self._hourly.stop()
            if self._has_opened_session:
                self._back_up(self._store)
            self._store.close()
            self._store = None

    # --- parts -----------------------------------------------------------------------------------

    def with_cards(self, wanted: Sequence[DeckId] = ()) -> Sequence[DeckId]:
        """Return the decks `wanted`, all of the run for none.

        Raises:
            NothingToAskError: they are drafts alone, or all are switched off.
        """
        decks = wanted or self.deck_ids
        check_cards(self.store, decks, {} if self._names else self.off)
        return decks

    def _end_past_plans(self) -> None:
        """Let go of plans whose exam has come: they limit new cards no longer."""
        learner_store, today = self.learner_store(), learner_day(self.now(), self.calendar)
        is_over = any(plan.until <= today for plan in learner_store.plans())
        if is_over and not self.store.backend.is_read_only:
            learner_store.delete_past_plans(today)

    def _back_up(self, store: "Store") -> None:
        from quizapp.services.open_database import in_words
        from quizapp.store.backups.take_backup import AT_ONCE, back_up_if_due

        try:
            back_up_if_due(store, self.now(), AT_ONCE)
        except StoreError as error:
            # The answers are kept; that a copy of them is not, must not end a session in an error.
            # Nor must a terminal that is gone.
            with suppress(OSError, ValueError):
                warn(f"quizapp: {in_words(error)}")

    def _sit(self) -> None:
        """Begin what answers come of: they are backed up, now and then and at the end.

        Raises:
            StoreError: the store was opened to be read only.
        """
        self.store.check_writable()
        self._has_opened_session = True
        if self._hourly is None and self.store.backend.backup_folder() is not None:
            from quizapp.store.backups.hourly import HourlyBackups

            self._hourly = HourlyBackups(self.store, self.now)
            self._hourly.start()

    def _title(self, decks: Sequence[DeckId]) -> str:
        titles = [self._loaded_decks.titles.get(deck, deck) for deck in decks]
        return titles[0] if len(titles) == 1 else f"{len(titles)} decks"

    def _draw_seed(self) -> int:
        """Draw a seed: the only chance there is."""
        return int.from_bytes(os.urandom(SEED_BYTES))

    def _seconds_left(self, state: "ExamState") -> int | None:
        limit = state.settings.limit_seconds
        gone = self.now() - state.sitting.started_at
        return None if limit is None else max(0, limit - int(gone.total_seconds()))

    def _unfinished_quiz_state(self) -> SittingState | None:
        return self.learner_store().unfinished_sitting(Mode.QUIZ)


@contextmanager
def open_services(
    given: Mapping[str, Any], names: Sequence[str] = ()
) -> Iterator[LocalAppServices]:
    """Hand out a house on the global options `given`, not yet prepared; close it afterwards."""
    settings = load_settings(given)
    keep_log(settings.database)
    services = LocalAppServices(settings, names)
    try:
        yield services
    finally:
        services.close()


def prepare_services(services: LocalAppServices) -> LocalAppServices:
    """Prepare the house with a progress bar, its notices on stderr, and return it."""
    with progress_bar() as report:
        notices = services.prepare(report)
    for notice in notices:
        warn(notice)
    return services
