"""Which decks are studied: listed, added, removed, switched off and on."""

from dataclasses import dataclass
from pathlib import Path

from quizapp.bank.model import DeckId
from quizapp.errors import QuizappError, WrongCallError
from quizapp.services.deck_lookup import check_deck_ids, is_deck_path
from quizapp.services.settings import bundled_decks, expand_existing_path
from quizapp.services.sync_decks import find_deck_roots
from quizapp.services.user_folders import spelled_out
from quizapp.services.workspace import Workspace


class UnchangedError(QuizappError):
    """There was nothing to do (exit code 1)."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class ListedDeck:
    """A deck that is known; `path` is None for one that comes with quizapp."""

    id: DeckId
    cards: int
    items: int
    is_on: bool
    path: str | None


@dataclass(frozen=True, slots=True)
class AddedDeck:
    """A place that decks are read from; `is_new` is False where it had been added before."""

    path: Path
    is_new: bool


def list_decks(workspace: Workspace) -> tuple[ListedDeck, ...]:
    """Return the decks of a prepared workspace, those that are switched off last."""
    from quizapp.store.deck_table import deck_sizes

    sizes = {size.deck.id: size for size in deck_sizes(workspace.store)}
    bundled = bundled_decks().resolve()
    found = []
    for deck in (*workspace.deck_ids, *workspace.off):
        path = sizes[deck].deck.files[0].path
        own_path = None if Path(path).is_relative_to(bundled) else path
        size = sizes[deck]
        found.append(ListedDeck(deck, size.cards, size.items, deck not in workspace.off, own_path))
    return tuple(found)


def add_deck(workspace: Workspace, path: str) -> AddedDeck:
    """Have the deck at `path`, or all decks of a folder, studied once the workspace is prepared.

    Raises:
        WrongCallError: no deck stands there.
    """
    from quizapp.store.deck_table import add_path

    place = expand_existing_path(path).resolve()
    roots, _ = find_deck_roots([place])
    if not roots:
        raise WrongCallError(f"{path}: no deck there", "start one: quizapp new NAME")
    workspace.open()
    return AddedDeck(place, add_path(workspace.store, place, workspace.now()))


def remove_deck(workspace: Workspace, name: str) -> Path:
    """Have the deck `name`, its id or the path that was added, studied no longer; return its path.

    Raises:
        WrongCallError: it was not added by itself.
    """
    from quizapp.store.deck_table import added_paths, remove_path

    added = added_paths(workspace.store)
    place = spelled_out(name).resolve() if is_deck_path(name) else workspace.deck_path(name)
    if place is None or place not in added:
        folder = next((each for each in added if place and place.is_relative_to(each)), None)
        if folder is not None:
            raise WrongCallError(f"{name} is part of the folder {folder}", "remove the folder")
        fix = f"name one of these: {', '.join(map(str, added))}" if added else None
        raise WrongCallError(
            f"{name} was not added", fix or f"switch it off instead: quizapp decks off {name}"
        )
    remove_path(workspace.store, place)
    return place


def switch_deck(workspace: Workspace, name: str, *, is_on: bool) -> str:
    """Switch a deck, by its id or its path, on or off in the settings; return its title.

    Raises:
        UnchangedError: it is so already.
        WrongCallError: there is no such deck.
        SettingsNotKeptError: the settings cannot be written.
    """
    from quizapp.services.config_file import write_setting

    known = {**workspace.titles, **workspace.off}
    paths = {workspace.deck_path(deck): deck for deck in known}
    is_given = is_deck_path(name) and name not in known
    deck = paths.get(Path(name).expanduser().resolve()) if is_given else DeckId(name)
    check_deck_ids([deck or name], list(known), ())
    if deck is None or (deck not in workspace.off) is is_on:
        raise UnchangedError(f"{name} is {'on' if is_on else 'off'} already")
    write_setting(workspace.settings.config_file, ["deck", deck, "on"], is_on)
    return known[deck]
