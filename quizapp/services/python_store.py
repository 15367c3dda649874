"""A learner's history from Python: `quizapp.open_store`, and the learners in it."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, tzinfo
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeAlias
from weakref import WeakSet
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from quizapp.bank.model import Bank, DeckId, DeckSettings
from quizapp.errors import WrongCallError
from quizapp.items.item import Format
from quizapp.memory.model import Calendar
from quizapp.services.python_decks import DeckPath, Decks, Now, as_clock, as_list, bank_of
from quizapp.services.python_study import Study

if TYPE_CHECKING:
    from quizapp.store.store import Store as SqlStore

StudiedDecks: TypeAlias = Decks | None
_HOURS_A_DAY = 24
_SEED_BYTES = 4


class StudyStore:
    """An open history: the decks it knows, and what each learner remembers of them.

    Close it, or use it in a `with` statement: an answer that was judged is kept then. Use it from
    one thread at a time.
    """

    def __init__(self, store: "SqlStore") -> None:
        self._store = store
        self._studies: WeakSet[Study] = WeakSet()

    @property
    def decks(self) -> tuple[str, ...]:
        """The ids of the decks that it knows, in the order in which they came."""
        from quizapp.store.deck_table import live_decks

        return tuple(deck.id for deck in live_decks(self._store))

    def add(self, decks: Decks, *, now: Now | None = None) -> tuple[str, ...]:
        """Bring in a bank, or the decks at paths, as they are now; return their ids.

        A deck that it knows is brought up to date: what kept its id keeps its history.

        Raises:
            InvalidDeckError: a deck has an error; nothing is brought in.
            StoreError: the store cannot be written to.
        """
        from quizapp.items.generate import generate
        from quizapp.store.source_texts import declare_sources
        from quizapp.store.sync_bank import sync_deck
        from quizapp.version import __version__

        bank, at = bank_of(decks), as_clock(now)()
        for deck in bank.decks:
            sync_deck(self._store, deck, generate(Bank((deck,))), at, __version__)
            declare_sources(self._store, deck)
        return tuple(deck.id for deck in bank.decks)

    def learner(  # noqa: PLR0913 (a setting each, by name)
        self,
        name: str = "me",
        *,
        zone: tzinfo | str | None = None,
        day_starts: int = 4,
        new_per_day: int | None = None,
        reviews_per_day: int | None = None,
        retention: float | None = None,
    ) -> "Learner":
        """Return a learner, who is known to the store from now on.

        Args:
            name: whose history it is.
            zone: where the learner's days begin: a time zone or its name ("Europe/Berlin"); that
                of this machine without it.
            day_starts: the hour at which a day begins, 0 to 23.
            new_per_day: how many new cards a day, over what a deck says.
            reviews_per_day: how many reviews a day, over what a deck says.
            retention: the recall that is aimed at, between 0.7 and 0.99, over what a deck says.

        Raises:
            ValueError: an argument is out of its range, or there is no such time zone.
        """
        if not isinstance(name, str) or not name.strip():
            raise ValueError("A learner needs a name.")
        if isinstance(day_starts, bool) or day_starts not in range(_HOURS_A_DAY):
            raise ValueError("day_starts must be an hour, 0 to 23.")
        _check_settings(new_per_day, reviews_per_day, retention)
        calendar = Calendar(_zone(zone), day_starts)
        settings = DeckSettings(
            new_per_day=new_per_day, reviews_per_day=reviews_per_day, retention=retention
        )
        return Learner(self, name, calendar, settings)

    def close(self) -> None:
        """Keep what was judged and let go of the database."""
        for study in tuple(self._studies):
            study.close()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class Learner:
    """One learner of a store: whose memory it is, and when the days of it begin."""

    def __init__(
        self, store: StudyStore, name: str, calendar: Calendar, settings: DeckSettings
    ) -> None:
        from quizapp.store.learner_store import open_learner

        self.name = name
        self._store = store
        self._learner_store = open_learner(store._store, name, calendar, settings)  # noqa: SLF001 (a part of it)
        self._learner_store.recover_judged()

    def study(
        self,
        decks: StudiedDecks = None,
        *,
        now: Now | None = None,
        formats: Iterable[Format | str] = (),
        limit: int | None = None,
        seed: int | None = None,
    ) -> Study:
        """Return today's questions, to be answered one by one in a loop.

        Args:
            decks: a bank or paths, which are brought into the store first; or ids of decks that
                it has; all that it has without it.
            now: the time: a function that tells it, or one moment for all; the clock without it.
            formats: ask in these alone: "choice", "gap", "typed" …
            limit: how many answers at most.
            seed: what the order of options is drawn from; chance without it.

        Raises:
            InvalidDeckError: a deck has an error.
            WrongCallError: the store has no deck of that id.
            ValueError: there is no such format, or `limit` is below 1.
        """
        from quizapp.services.source_sentences import SourceSentences
        from quizapp.services.word_dictionaries import use_words
        from quizapp.session.study import StudySession

        use_words()
        clock = as_clock(now)
        asked = _formats(formats)
        _check_count("limit", limit, least=1)
        ids = self._deck_ids(decks, clock)
        session = StudySession(
            self._learner_store,
            ids,
            ", ".join(ids),
            int.from_bytes(os.urandom(_SEED_BYTES)) if seed is None else seed,
            formats=asked,
            limit=limit,
        )
        session.sentences = SourceSentences(self._store._store)  # noqa: SLF001 (a part of it)
        study = Study(session, clock)
        self._store._studies.add(study)  # noqa: SLF001 (closed with it)
        return study

    def _deck_ids(self, decks: StudiedDecks, clock: Callable[[], datetime]) -> tuple[DeckId, ...]:
        known = self._store.decks
        if decks is None:
            return tuple(map(DeckId, known))
        if isinstance(decks, Bank):
            return tuple(map(DeckId, self._store.add(decks, now=clock)))
        return tuple(dict.fromkeys(self._ids_of(as_list(decks), known, clock)))

    def _ids_of(
        self,
        given: Sequence[DeckPath],
        known: Sequence[str],
        clock: Callable[[], datetime],
    ) -> Iterator[DeckId]:
        """Yield the ids of decks that are named by an id or a path."""
        for each in given:
            if isinstance(each, str) and each in known:
                yield DeckId(each)
            elif isinstance(each, str) and not _is_path(each):
                has = f"it has {', '.join(known)}" if known else "it has none yet"
                raise WrongCallError(f"The store has no deck {each!r}; {has}", "add it first")
            else:
                yield from map(DeckId, self._store.add(each, now=clock))


def open_store(
    url: str | os.PathLike[str], *, now: Now | None = None, may_create: bool = True
) -> StudyStore:
    """Open a history of answers, which is made where there is none.

    Args:
        url: `sqlite:///quizapp.db`, `sqlite://` for one in memory, or the path of a file.
        now: what dates the backup that is taken before an older one is upgraded.
        may_create: whether a new file may be made.

    Raises:
        WrongCallError: it is no URL of a database that quizapp can use.
        StoreError: the database is foreign, damaged, too new or out of reach.
    """
    from quizapp.store.backends.backend import Creates
    from quizapp.store.open import open_store as open_sql_store

    if not isinstance(url, str | os.PathLike):
        raise TypeError("A store needs a URL, such as sqlite:///quizapp.db, or a path.")
    text = os.fspath(url)
    is_url = isinstance(url, str) and ":/" in text
    return StudyStore(
        open_sql_store(
            text if is_url else f"sqlite:///{text}",
            now=as_clock(now)(),
            creates=Creates.FILE if may_create else Creates.NOTHING,
        )
    )


def _zone(given: tzinfo | str | None) -> tzinfo:
    if given is None:
        from quizapp.services.settings import local_zone

        machine: tzinfo = local_zone()
        return machine
    if isinstance(given, tzinfo):
        return given
    try:
        return ZoneInfo(given)
    except (ZoneInfoNotFoundError, ValueError, OSError, TypeError):
        raise ValueError(
            f"There is no time zone {given!r}. Use one such as 'Europe/Berlin'."
        ) from None


def _check_settings(
    new_per_day: int | None, reviews_per_day: int | None, retention: float | None
) -> None:
    _check_count("new_per_day", new_per_day)
    _check_count("reviews_per_day", reviews_per_day)
    least, most = 0.7, 0.99
    if retention is not None and not isinstance(retention, int | float):
        raise TypeError("`retention` must be a number.")
    if retention is not None and not least <= retention <= most:
        raise ValueError(f"`retention` must be between {least} and {most}.")


def _check_count(name: str, count: int | None, least: int = 0) -> None:
    if count is None:
        return
    if isinstance(count, bool) or not isinstance(count, int):
        raise TypeError(f"{name} must be a whole number.")
    if count < least:
        raise ValueError(f"{name} must be at least {least}.")


def _formats(given: Iterable[Format | str]) -> tuple[Format, ...]:
    if isinstance(given, str):
        raise TypeError("formats must be a list of texts, not one text.")
    names = tuple(given)
    for name in names:
        if name not in list(Format):
            raise ValueError(f"There is no format {name!r}; it is one of {', '.join(Format)}.")
    return tuple(Format(name) for name in dict.fromkeys(names))


def _is_path(text: str) -> bool:
    return "/" in text or os.sep in text or text.endswith((".yaml", ".yml")) or Path(text).exists()
