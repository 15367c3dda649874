"""Looking ahead at decks on disk: what their drafts would make, and what their changes change."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.bank.deck_files import HEADER_NAMES, UnreadableDeckError, have_decks_changed
from quizapp.bank.model import Bank, Deck, DeckFile, DeckId, Status
from quizapp.items.diff import ItemChange, diff_items
from quizapp.items.item import Item
from quizapp.services.deck_lookup import FaultyDeckError

if TYPE_CHECKING:
    from quizapp.store.deck_table import StoredDeck
    from quizapp.store.store import Store


def generate_by_deck(decks: Iterable[Deck], seed: int = 0) -> Iterator[Item]:
    """Yield the items of `decks`, each deck made alone, as it is when a session brings it in."""
    from quizapp.items.generate import generate

    for deck in decks:
        yield from generate(Bank((deck,)), seed)


def draft_items(store: "Store", ids: Sequence[DeckId]) -> tuple[Item, ...]:
    """Return the items that the draft facts of the decks `ids` would make, once reviewed."""
    items: list[Item] = []
    for deck in _load_valid_decks(root_of(known.files) for known in known_file_decks(store, ids)):
        drafts = {fact.id for fact in deck.facts if fact.status is Status.DRAFT}
        if drafts:
            items.extend(
                item for item in generate_by_deck([_with_all_reviewed(deck)]) if item.fact in drafts
            )
    return tuple(items)


def draft_counts(store: "Store", ids: Sequence[DeckId]) -> dict[DeckId, int]:
    """Return how many draft facts each of the decks `ids` has that has no card yet, if any."""
    from quizapp.store.deck_table import decks_with_cards

    studied = decks_with_cards(store)
    drafts: dict[DeckId, int] = {}
    for known in known_file_decks(store, [deck for deck in ids if deck not in studied]):
        for deck in _load_valid_decks([root_of(known.files)]):
            drafts[known.id] = sum(fact.status is Status.DRAFT for fact in deck.facts)
    return {deck: count for deck, count in drafts.items() if count}


def pending_changes(store: "Store", ids: Sequence[DeckId]) -> tuple[ItemChange, ...]:
    """Return what the decks `ids` as they are on disk would change in the store.

    A deck that cannot be read changes nothing.

    Raises:
        FaultyDeckError: a deck that was changed has an error now.
    """
    changed = [
        root_of(known.files) for known in known_file_decks(store, ids) if _has_changed(known)
    ]
    decks = tuple(_load_valid_decks(changed))
    if len(decks) < len(changed):
        raise FaultyDeckError(
            "a deck now has an error",
            f"see the error: quizapp check {' '.join(map(str, changed))}",
        )
    if not decks:
        return ()
    from quizapp.store.browse_queries import items_of_decks

    before = store.read(items_of_decks, [deck.id for deck in decks])
    return diff_items(before, generate_by_deck(decks))


# --- parts ---------------------------------------------------------------------------------------


def known_file_decks(store: "Store", ids: Sequence[DeckId]) -> "list[StoredDeck]":
    """Return the decks `ids` that were read from files."""
    from quizapp.store.deck_table import live_decks

    return [known for known in live_decks(store) if known.id in ids and known.files]


def _has_changed(known: "StoredDeck") -> bool:
    """Return whether a deck is another one on disk than when it was read."""
    try:
        return have_decks_changed([root_of(known.files)], known.files)
    except UnreadableDeckError:
        return False


def root_of(files: Sequence[DeckFile]) -> Path:
    """Return the deck that `files` are of: the one file, or the folder with its header."""
    first = Path(files[0].path)
    return first.parent if first.name in HEADER_NAMES else first


def _load_valid_decks(paths: Iterable[Path]) -> Iterator[Deck]:
    """Yield the decks at `paths` that have no error."""
    from quizapp.bank.load import load_deck
    from quizapp.signoff import apply_signoffs

    for path in paths:
        deck, _ = load_deck(path)
        if deck is not None:
            yield apply_signoffs(deck)


def _with_all_reviewed(deck: Deck) -> Deck:
    """Return `deck` as it will be when all of its facts are reviewed."""
    return replace(deck, facts=tuple(replace(fact, status=Status.REVIEWED) for fact in deck.facts))
