"""Bringing the store up to date with the decks on disk, parsing only what changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp import __version__
from quizapp.bank.files import UnreadableDeckError, decks_at, files_of, have_changed
from quizapp.bank.model import Bank, Deck, DeckId
from quizapp.bank.problem import Level
from quizapp.cli.library import check_known, is_path, paths_of
from quizapp.cli.progress import Report
from quizapp.cli.settings import Settings
from quizapp.cli.words import counted

if TYPE_CHECKING:
    from quizapp.items.item import Item
    from quizapp.store.library import KnownDeck
    from quizapp.store.store import Store


REPORTED_EVERY = 500  # items


@dataclass(frozen=True, slots=True)
class Shelf:
    """The decks of a run, by id in their order, with their titles; and what to tell of them.

    `off` are those that are known and switched off: they belong to a run that names them.
    """

    titles: Mapping[DeckId, str]
    notices: tuple[str, ...] = ()
    off: Mapping[DeckId, str] = field(default_factory=dict)


def refresh(
    store: "Store", settings: Settings, names: Sequence[str], now: datetime, report: Report
) -> Shelf:
    """Synchronise every deck that changed and return the decks that `names` ask for.

    A deck that has errors now is studied as it was when it last had none. `names` are ids or
    paths; none asks for all known decks.

    Raises:
        WrongCallError: a name is no deck that is known.
    """
    from quizapp.store.library import added_paths, known_decks

    given = [Path(name) for name in names if is_path(name)]
    notices: list[str] = []
    roots = list(found_roots((*paths_of(settings, added_paths(store)), *given), notices))
    known = by_first_file(known_decks(store))
    titles: dict[str, tuple[DeckId, str]] = {}
    for number, root in enumerate(roots):
        report(f"Reading {root.name}", number / len(roots))
        deck = read_again(store, root, known.get(first_file(root)), now, notices, report)
        if deck is not None:
            titles[str(root)] = deck
    ids = [name for name in names if not is_path(name)]
    check_known(ids, [deck for deck, _ in titles.values()], notices)
    asked = {str(root) for root in found_roots(given, [])}
    off = {deck: title for deck, title in titles.values() if deck in settings.decks_off}
    return Shelf(
        {
            deck: title
            for root, (deck, title) in titles.items()
            if (not names and deck not in off) or deck in ids or root in asked
        },
        tuple(notices),
        off,
    )


def read_again(  # noqa: PLR0913, PLR0917 (the store, the deck, and whom to tell)
    store: "Store",
    root: Path,
    known: "KnownDeck | None",
    now: datetime,
    notices: list[str],
    report: Report,
) -> tuple[DeckId, str] | None:
    """Synchronise the deck at `root` if it changed; return its id and title, None without one."""
    try:
        is_same = (
            known is not None
            and known.made_by == __version__
            and not have_changed([root], known.files)
        )
    except UnreadableDeckError as error:
        notices.append(error.message)
        is_same = True
    if not is_same and store.backend.is_read_only:
        notices.append(
            f"{root.name} changed and is shown as it was: nothing may be written"
            if known
            else f"{root.name} is left out: nothing may be written"
        )
        is_same = True
    if is_same:
        return None if known is None else (known.id, known.title)

    from quizapp.bank.load import load_deck
    from quizapp.items.generate import generate
    from quizapp.store.sync import synchronise

    deck, problems = load_deck(root)
    if deck is None:
        errors = sum(problem.level is Level.ERROR for problem in problems)
        notices.append(
            f"{root.name} has {counted(errors, 'error')}"
            f"{'; it is asked as it was before' if known else ' and is left out'}."
            f" See them: quizapp check {root}"
        )
        return None if known is None else (known.id, known.title)
    made = watched(generate(Bank((deck,))), deck, report)
    synchronise(store, deck, made, now, __version__)
    return deck.id, deck.title


def watched(items: Iterable["Item"], deck: Deck, report: Report) -> Iterator["Item"]:
    """Yield `items` of `deck`, reporting now and then how far along they are."""
    places = {fact.id: place for place, fact in enumerate(deck.facts)}
    for number, item in enumerate(items):
        if number % REPORTED_EVERY == 0:
            report(f"Making items of {deck.title}", places[item.fact] / len(places))
        yield item


def found_roots(paths: Iterable[Path], notices: list[str]) -> tuple[Path, ...]:
    """Return the decks at `paths`, none twice; what cannot be looked at becomes a notice."""
    found: dict[Path, None] = {}
    for path in paths:
        try:
            found.update(dict.fromkeys(root.resolve() for root in decks_at(path)))
        except UnreadableDeckError as error:
            notices.append(error.message)
    return tuple(found)


def first_file(root: Path) -> str:
    """Return the path that identifies the deck at `root` among those known."""
    try:
        return str(files_of(root)[0].resolve())
    except UnreadableDeckError:
        return str(root)


def by_first_file(decks: "Iterable[KnownDeck]") -> "dict[str, KnownDeck]":
    """Return `decks` by the file that holds their header."""
    return {deck.files[0].path: deck for deck in decks if deck.files}
