"""Bringing the store up to date with the decks on disk, parsing only what changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp import __version__
from quizapp.bank.files import UnreadableDeckError, deck_files, decks_at
from quizapp.bank.model import DeckFile, DeckId
from quizapp.bank.problem import Level
from quizapp.cli.library import check_known, is_path, paths_of
from quizapp.cli.progress import Report
from quizapp.cli.settings import Settings

if TYPE_CHECKING:
    from quizapp.store.store import Store


@dataclass(frozen=True, slots=True)
class Shelf:
    """The decks of a run: their ids and titles in order, and what the learner should know."""

    titles: Mapping[DeckId, str]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """A deck as the store has it."""

    deck: DeckId
    title: str
    files: tuple[DeckFile, ...]
    made_by: str


def refresh(
    store: "Store", settings: Settings, names: Sequence[str], now: datetime, report: Report
) -> Shelf:
    """Synchronise every deck that changed and return the decks that `names` ask for.

    A deck that has errors now is studied as it was when it last had none.

    Raises:
        WrongCallError: a name is no deck that is known.
    """
    from quizapp.store.library import added_paths, known_decks

    given = [Path(name) for name in names if is_path(name)]
    roots, notices = found_decks((*paths_of(settings, added_paths(store)), *given))
    known = {deck.files[0].path: deck for deck in known_decks(store) if deck.files}
