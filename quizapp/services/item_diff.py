"""What a change of decks changes in their items."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quizapp.bank.diagnostics import Level
from quizapp.bank.model import Bank, Deck, DeckId, Fact, Image
from quizapp.bank.nearest import all_images
from quizapp.errors import WrongCallError
from quizapp.items.diff import ItemChange, diff_items
from quizapp.items.item import Item
from quizapp.services.deck_lookup import load_valid_bank
from quizapp.services.open_database import opened_store
from quizapp.services.preview import generate_by_deck
from quizapp.services.settings import Settings


@dataclass(frozen=True, slots=True)
class OtherVersion:
    """Another version of a deck: a file of any name or a folder, and what the caller called it."""

    path: Path
    name: str


def diff_decks(
    settings: Settings, names: Sequence[str], old: OtherVersion | None, seed: int
) -> tuple[ItemChange, ...]:
    """Return what the decks of `names` change, compared with the deck `old`; None is the store.

    A deck is compared with the one of its id. Without `names` the decks that `old` has are meant,
    and all known ones where it is the store.

    Raises:
        FaultyDeckError: a deck has an error.
        WrongCallError: a name is no deck; `old` cannot be read, or has no deck of `names`.
        StoreError: the store cannot be opened.
    """
    if old is None:
        bank = load_valid_bank(settings, names)
        return diff_items(
            _stored_items(settings, [deck.id for deck in bank.decks]),
            generate_by_deck(bank.decks, seed),
        )
    before = _load_other_version(old)
    known = [deck.id for deck in before.decks]
    bank = load_valid_bank(settings, names or known)
    decks = tuple(deck for deck in bank.decks if deck.id in known)
    if not decks:
        raise WrongCallError(
            f"{old.name}: this is the deck {', '.join(known)}, not another version of "
            f"{', '.join(deck.id for deck in bank.decks)}",
            "compare two files of one deck",
        )
    present = {deck.id: deck for deck in decks}
    older = [
        _with_current_images(deck, present[deck.id]) for deck in before.decks if deck.id in present
    ]
    return diff_items(generate_by_deck(older, seed), generate_by_deck(decks, seed))


def _with_current_images(older: Deck, deck: Deck) -> Deck:
    """Return an older version of `deck` as if it lay beside its pictures, which it was taken from.

    What they were then is not known: a picture of the same name counts as the same.
    """
    images = {image.file: image for fact in deck.facts for image in all_images(fact)}
    return replace(older, facts=tuple(_with_current_pictures(fact, images) for fact in older.facts))


def _with_current_pictures(fact: Fact, images: Mapping[str, Image]) -> Fact:
    """Return `fact`, its pictures and those of its cards as they are now."""
    if not all_images(fact):
        return fact
    cards = (replace(card, image=_current_image(card.image, images)) for card in fact.cards)
    return replace(fact, image=_current_image(fact.image, images), cards=tuple(cards))


def _current_image(image: Image | None, images: Mapping[str, Image]) -> Image | None:
    """Return a picture with the digest of the one of that name where it has none."""
    now = images.get(image.file) if image and not image.digest else None
    return (
        image if image is None or now is None else replace(image, path=now.path, digest=now.digest)
    )


def _stored_items(settings: Settings, decks: Sequence[DeckId]) -> tuple[Item, ...]:
    """Return the items of `decks` as the store has them."""
    from quizapp.store.browse_queries import items_of_decks

    with opened_store(settings) as store:
        return store.read(items_of_decks, decks)


def _load_other_version(old: OtherVersion) -> Bank:
    """Return the decks of another version.

    Raises:
        WrongCallError: there is none, or one has an error.
    """
    from quizapp.bank.load import load_bank

    bank, problems = load_bank([old.path], requires_images=False)
    errors = [problem for problem in problems if problem.level is Level.ERROR]
    if errors or not bank.decks:
        first = errors[0]
        where = f"line {first.place.line}: " if first.place.line else ""
        raise WrongCallError(
            f"{old.name}: {where}{first.message}", "compare with a deck that has no errors"
        )
    return bank
