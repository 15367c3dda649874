"""Bringing the store up to date with the decks on disk, parsing only what changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.bank.deck_files import (
    UnreadableDeckError,
    find_decks,
    have_decks_changed,
    list_deck_files,
)
from quizapp.bank.diagnostics import Level
from quizapp.bank.model import Bank, Deck, DeckId
from quizapp.services.deck_lookup import all_deck_paths, check_deck_ids, is_deck_path
from quizapp.services.ports import ProgressReporter
from quizapp.services.settings import Settings
from quizapp.services.words import quantity
from quizapp.version import __version__

if TYPE_CHECKING:
    from quizapp.items.item import Item
    from quizapp.store.deck_table import StoredDeck
    from quizapp.store.store import Store


_ITEMS_BETWEEN_REPORTS = 500  # items


@dataclass(frozen=True, slots=True)
class LoadedDecks:
    """The decks of a run, by id in their order, with their titles; and what to tell of them.

    `off` are those that are known and switched off: they belong to a run that names them.
    """

    titles: Mapping[DeckId, str]
    notices: tuple[str, ...] = ()
    off: Mapping[DeckId, str] = field(default_factory=dict)


def sync_decks(
    store: "Store",
    settings: Settings,
    names: Sequence[str],
    now: datetime,
    report: ProgressReporter,
) -> LoadedDecks:
    """Synchronise every deck that changed and return the decks that `names` ask for.

    A deck that has errors now is studied as it was when it last had none. `names` are ids or
    paths; none asks for all known decks.

    Raises:
        WrongCallError: a name is no deck that is known.
    """
    from quizapp.store.deck_table import added_paths, live_decks

    given = [Path(name) for name in names if is_deck_path(name)]
    roots, unreadable = find_deck_roots((*all_deck_paths(settings, added_paths(store)), *given))
    known = _index_by_header(live_decks(store))
    synced: dict[Path, _SyncedDeck] = {}
    for number, root in enumerate(roots):
        report(f"Reading {root.name}", number / len(roots))
        synced[root] = _sync_deck(store, root, known.get(_header_path(root)), now, report)
    notices = (*unreadable, *(notice for each in synced.values() for notice in each.notices))
    decks = {root: each.deck for root, each in synced.items() if each.deck is not None}
    ids = [name for name in names if not is_deck_path(name)]
    check_deck_ids(ids, [deck for deck, _ in decks.values()], notices)
    asked, _ = find_deck_roots(given)
    off = {deck: title for deck, title in decks.values() if deck in settings.decks_off}
    return LoadedDecks(
        {
            deck: title
            for root, (deck, title) in decks.items()
            if (not names and deck not in off) or deck in ids or root in asked
        },
        notices,
        off,
    )


@dataclass(frozen=True, slots=True)
class _SyncedDeck:
    """A deck as the store has it now, by id and title, None where it has none; and notices."""

    deck: tuple[DeckId, str] | None
    notices: tuple[str, ...] = ()


def _sync_deck(
    store: "Store",
    root: Path,
    known: "StoredDeck | None",
    now: datetime,
    report: ProgressReporter,
) -> _SyncedDeck:
    """Synchronise the deck at `root` if it changed; `known` is what the store has of it."""
    before = None if known is None else (known.id, known.title)
    try:
        is_same = (
            known is not None
            and known.made_by == __version__
            and not have_decks_changed([root], known.files)
        )
    except UnreadableDeckError as error:
        return _SyncedDeck(before, (error.message,))
    if is_same:
        return _SyncedDeck(before)
    if store.backend.is_read_only:
        notice = (
            f"{root.name} changed, but the database is read only: you see the old version"
            if known
            else f"{root.name} is left out: the database is read only"
        )
        return _SyncedDeck(before, (notice,))

    from quizapp.bank.load import load_deck
    from quizapp.items.generate import generate
    from quizapp.signoff import apply_signoffs
    from quizapp.store.source_texts import declare_sources
    from quizapp.store.sync_bank import sync_deck

    deck, problems = load_deck(root)
    if deck is None:
        errors = sum(problem.level is Level.ERROR for problem in problems)
        what = "; you study its old version" if known else " and is left out"
        notice = f"{root.name} has {quantity(errors, 'error')}{what}. fix: quizapp check {root}"
        return _SyncedDeck(before, (notice,))
    deck = apply_signoffs(deck)
    made = _report_item_progress(generate(Bank((deck,))), deck, report)
    sync_deck(store, deck, made, now, __version__)
    declare_sources(store, deck)
    return _SyncedDeck((deck.id, deck.title))


def _report_item_progress(
    items: Iterable["Item"], deck: Deck, report: ProgressReporter
) -> Iterator["Item"]:
    """Yield `items` of `deck`, reporting now and then how far along they are."""
    places = {fact.id: place for place, fact in enumerate(deck.facts)}
    for number, item in enumerate(items):
        if number % _ITEMS_BETWEEN_REPORTS == 0:
            report(f"Making questions of {deck.title}", places[item.fact] / len(places))
        yield item


def find_deck_roots(paths: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Return the decks at `paths`, none twice, and a notice for what cannot be looked at."""
    found: dict[Path, None] = {}
    notices: list[str] = []
    for path in paths:
        try:
            found.update(dict.fromkeys(root.resolve() for root in find_decks(path)))
        except UnreadableDeckError as error:
            notices.append(error.message)
    return tuple(found), tuple(notices)


def _header_path(root: Path) -> str:
    """Return the path that identifies the deck at `root` among those known."""
    try:
        return str(list_deck_files(root)[0].resolve())
    except UnreadableDeckError:
        return str(root)


def _index_by_header(decks: "Iterable[StoredDeck]") -> "dict[str, StoredDeck]":
    """Return `decks` by the file that holds their header."""
    return {deck.files[0].path: deck for deck in decks if deck.files}
