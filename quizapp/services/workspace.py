"""The workspace: settings, store, decks and clock of one run, wired together.

Every use case that needs a store takes one. Nothing is opened before `open` or `prepare`.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.bank.model import DeckId, DeckSettings, Kind
from quizapp.errors import StoreError
from quizapp.memory.days import learner_day
from quizapp.memory.model import Calendar
from quizapp.services.cards_to_ask import check_cards
from quizapp.services.log_file import keep_log
from quizapp.services.ports import ProgressReporter
from quizapp.services.settings import Settings
from quizapp.services.sync_decks import LoadedDecks, sync_decks
from quizapp.services.words import error_in_one_line

if TYPE_CHECKING:
    from quizapp.store.backups.hourly import HourlyBackups
    from quizapp.store.learner_store import LearnerStore
    from quizapp.store.store import Store

_SEED_BYTES = 4


class Workspace:
    """What one run works on.

    Args:
        settings: how this run is to be done.
        names: the decks it is about, ids or paths; none means all known ones.
    """

    def __init__(self, settings: Settings, names: Sequence[str] = ()) -> None:
        self.settings = settings
        self.closing_notices: tuple[str, ...] = ()  # what went wrong while it was closed
        self._names = tuple(names)
        self._store: Store | None = None
        self._decks = LoadedDecks({})
        self._has_answers = False
        self._opening_notices: tuple[str, ...] = ()  # to be told once
        self._hourly: HourlyBackups | None = None

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return self.settings.clock()

    @property
    def store(self) -> "Store":
        """The open store.

        Raises:
            RuntimeError: neither `open` nor `prepare` was called.
        """
        if self._store is None:
            raise RuntimeError("the workspace is not open")
        return self._store

    @cached_property
    def calendar(self) -> Calendar:
        """The learner's days."""
        return self.settings.calendar()

    def learner_store(self, kind: Kind = Kind.FACT) -> "LearnerStore":
        """Return what the store keeps of the learner, with the settings of this run.

        Only cards of `kind` are scheduled and counted.
        """
        from quizapp.store.learner_store import open_learner

        own = DeckSettings(
            retention=self.settings.retention,
            new_per_day=self.settings.new_per_day,
            reviews_per_day=self.settings.reviews_per_day,
        )
        return open_learner(self.store, self.settings.learner, self.calendar, own, kind)

    def draw_seed(self) -> int:
        """Draw a seed: the only chance there is."""
        return int.from_bytes(os.urandom(_SEED_BYTES))

    # --- opening and closing ----------------------------------------------------------------------

    def open(self) -> None:
        """Open the store, which is made or upgraded where needed; once."""
        from quizapp.services.open_database import opened_store, opening_notices

        if self._store is None:
            self._store = opened_store(self.settings)
            self._opening_notices = tuple(opening_notices(self._store, self.settings))

    def prepare(self, report: ProgressReporter) -> tuple[str, ...]:
        """Open the store and bring its decks up to date; return notices for the learner."""
        report("Opening the database", None)
        self.open()
        self._decks = sync_decks(self.store, self.settings, self._names, self.now(), report)
        if not self.store.backend.is_read_only:
            self.learner_store().recover_judged()
        self._end_past_plans()
        notices, self._opening_notices = self._opening_notices, ()
        return (*notices, *self._decks.notices)

    def begin_answering(self) -> None:
        """Begin what answers come of: they are backed up, now and then and at the end.

        Raises:
            StoreError: the store was opened to be read only.
        """
        self.store.check_writable()
        self._has_answers = True
        if self._hourly is None and self.store.backend.backup_folder() is not None:
            from quizapp.store.backups.hourly import HourlyBackups

            self._hourly = HourlyBackups(self.store, self.now)
            self._hourly.start()

    def close(self) -> None:
        """Close the store, backed up where answers may have been added."""
        if self._store is not None:
            if self._hourly is not None:
                self._hourly.stop()
            if self._has_answers:
                self._back_up(self._store)
            self._store.close()
            self._store = None

    def _end_past_plans(self) -> None:
        """Let go of plans whose exam has come: they limit new cards no longer."""
        learner_store, today = self.learner_store(), learner_day(self.now(), self.calendar)
        is_over = any(plan.until <= today for plan in learner_store.plans())
        if is_over and not self.store.backend.is_read_only:
            learner_store.delete_past_plans(today)

    def _back_up(self, store: "Store") -> None:
        from quizapp.store.backups.take_backup import AT_ONCE, back_up_if_due

        try:
            back_up_if_due(store, self.now(), AT_ONCE)
        except StoreError as error:
            # The answers are kept; that a copy of them is not, must not end a session in an error.
            self.closing_notices = (f"quizapp: {error_in_one_line(error)}",)

    # --- decks ------------------------------------------------------------------------------------

    @property
    def titles(self) -> Mapping[DeckId, str]:
        """The titles of the decks that this run is about."""
        return self._decks.titles

    @property
    def deck_ids(self) -> tuple[DeckId, ...]:
        """The decks that this run is about."""
        return tuple(self._decks.titles)

    @property
    def off(self) -> Mapping[DeckId, str]:
        """The titles of the decks that are switched off."""
        return self._decks.off

    def title_of(self, decks: Sequence[DeckId]) -> str:
        """Return what `decks` are called together."""
        titles = [self.titles.get(deck, deck) for deck in decks]
        return titles[0] if len(titles) == 1 else f"{len(titles)} decks"

    def deck_path(self, name: str) -> Path | None:
        """Return where the deck with the id `name` stands; None when this run has none."""
        from quizapp.store.deck_table import live_decks

        decks = {deck.id: deck for deck in live_decks(self.store)}
        known = {*self.deck_ids, *self.off}
        return Path(decks[DeckId(name)].files[0].path) if name in known else None

    def decks_to_ask(self, wanted: Sequence[DeckId] = ()) -> Sequence[DeckId]:
        """Return the decks `wanted`, all of the run for none.

        Raises:
            NothingToAskError: they are drafts alone, or all are switched off.
        """
        decks = wanted or self.deck_ids
        check_cards(self.store, decks, {} if self._names else self.off)
        return decks


@contextmanager
def open_workspace(settings: Settings, names: Sequence[str] = ()) -> Iterator[Workspace]:
    """Hand out a workspace, not yet prepared, with its log beside the database; close it later."""
    keep_log(settings.database)
    workspace = Workspace(settings, names)
    try:
        yield workspace
    finally:
        workspace.close()
