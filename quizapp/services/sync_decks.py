"""Bringing the store up to date with the decks on disk, parsing only what changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp import __version__
from quizapp.bank.deck_files import (
    UnreadableDeckError,
    find_decks,
    have_decks_changed,
    list_deck_files,
)
from quizapp.bank.diagnostics import Level
from quizapp.bank.model import Bank, Deck, DeckId
from quizapp.cli.progress import ProgressReporter
from quizapp.cli.words import quantity
from quizapp.services.deck_lookup import all_deck_paths, check_deck_ids, is_deck_path
from quizapp.services.settings import Settings

if TYPE_CHECKING:
    from quizapp.items.item import Item
    from quizapp.store.deck_table import StoredDeck
    from quizapp.store.store import Store


ITEMS_BETWEEN_REPORTS = 500  # items


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
    notices: list[str] = []
    roots = list(find_deck_roots((*all_deck_paths(settings, added_paths(store)), *given), notices))
    known = index_by_header(live_decks(store))
    titles: dict[str, tuple[DeckId, str]] = {}
    for number, root in enumerate(roots):
        report(f"Reading {root.name}", number / len(roots))
        deck = sync_deck(store, root, known.get(header_path(root)), now, notices, report)
        if deck is not None:
            titles[str(root)] = deck
    ids = [name for name in names if not is_deck_path(name)]
    check_deck_ids(ids, [deck for deck, _ in titles.values()], notices)
    asked = {str(root) for root in find_deck_roots(given, [])}
    off = {deck: title for deck, title in titles.values() if deck in settings.decks_off}
    return LoadedDecks(
        {
            deck: title
            for root, (deck, title) in titles.items()
            if (not names and deck not in off) or deck in ids or root in asked
        },
        tuple(notices),
        off,
    )


def sync_deck(  # noqa: PLR0913, PLR0917 (the store, the deck, and whom to tell)
    store: "Store",
    root: Path,
    known: "StoredDeck | None",
    now: datetime,
    notices: list[str],
    report: ProgressReporter,
) -> tuple[DeckId, str] | None:
    """Synchronise the deck at `root` if it changed; return its id and title, None without one."""
    try:
        is_same = (
            known is not None
            and known.made_by == __version__
            and not have_decks_changed([root], known.files)
        )
    except UnreadableDeckError as error:
        notices.append(error.message)
        is_same = True
    if not is_same and store.backend.is_read_only:
        notices.append(
            f"{root.name} changed, but the database is read only: you see the old version"
            if known
            else f"{root.name} is left out: the database is read only"
        )
        is_same = True
    if is_same:
        return None if known is None else (known.id, known.title)

    from quizapp.bank.load import load_deck
    from quizapp.items.generate import generate
    from quizapp.store.sync_bank import sync_deck

    deck, problems = load_deck(root)
    if deck is None:
        errors = sum(problem.level is Level.ERROR for problem in problems)
        notices.append(
            f"{root.name} has {quantity(errors, 'error')}"
            f"{'; you study its old version' if known else ' and is left out'}."
            f" fix: quizapp check {root}"
        )
        return None if known is None else (known.id, known.title)
    made = report_item_progress(generate(Bank((deck,))), deck, report)
    sync_deck(store, deck, made, now, __version__)
    return deck.id, deck.title


def report_item_progress(
    items: Iterable["Item"], deck: Deck, report: ProgressReporter
) -> Iterator["Item"]:
    """Yield `items` of `deck`, reporting now and then how far along they are."""
    places = {fact.id: place for place, fact in enumerate(deck.facts)}
    for number, item in enumerate(items):
        if number % ITEMS_BETWEEN_REPORTS == 0:
            report(f"Making questions of {deck.title}", places[item.fact] / len(places))
        yield item


def find_deck_roots(paths: Iterable[Path], notices: list[str]) -> tuple[Path, ...]:
    """Return the decks at `paths`, none twice; what cannot be looked at becomes a notice."""
    found: dict[Path, None] = {}
    for path in paths:
        try:
            found.update(dict.fromkeys(root.resolve() for root in find_decks(path)))
        except UnreadableDeckError as error:
            notices.append(error.message)
    return tuple(found)


def header_path(root: Path) -> str:
    """Return the path that identifies the deck at `root` among those known."""
    try:
        return str(list_deck_files(root)[0].resolve())
    except UnreadableDeckError:
        return str(root)


def index_by_header(decks: "Iterable[StoredDeck]") -> "dict[str, StoredDeck]":
    """Return `decks` by the file that holds their header."""
    return {deck.files[0].path: deck for deck in decks if deck.files}
