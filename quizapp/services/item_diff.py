"""`quizapp items --diff`: what a change of decks changes in their items."""

import stat
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from quizapp.bank.deck_files import MAX_BYTES
from quizapp.bank.diagnostics import Level
from quizapp.bank.model import Bank, Deck, DeckId, Fact, Image
from quizapp.cli.output import read_stdin, say_json
from quizapp.cli.styled_output import echo_lines
from quizapp.errors import WrongCallError
from quizapp.items.diff import ItemChange, diff_items, diff_texts
from quizapp.items.diff_lines import change_lines
from quizapp.items.item import Item
from quizapp.services.deck_lookup import load_valid_bank
from quizapp.services.open_database import opened_store
from quizapp.services.preview import generate_by_deck
from quizapp.services.settings import Settings

STDIN = "-"


def diff_decks(
    settings: Settings, names: Sequence[str], old: str, seed: int
) -> tuple[ItemChange, ...]:
    """Return what the decks of `names` change, compared with the store ("") or the deck `old`.

    A deck is compared with the one of its id. Without `names` the decks that `old` has are meant,
    and all known ones where it is the store.

    Raises:
        FaultyDeckError: a deck has an error.
        WrongCallError: a name is no deck; `old` cannot be read, or has no deck of `names`.
        StoreError: the store cannot be opened.
    """
    if not old:
        bank = load_valid_bank(settings, names)
        return diff_items(
            stored_items(settings, [deck.id for deck in bank.decks]),
            generate_by_deck(bank.decks, seed),
        )
    before = load_other_version(old)
    known = [deck.id for deck in before.decks]
    bank = load_valid_bank(settings, names or known)
    decks = tuple(deck for deck in bank.decks if deck.id in known)
    if not decks:
        raise WrongCallError(
            f"{old}: this is the deck {', '.join(known)}, not another version of "
            f"{', '.join(deck.id for deck in bank.decks)}",
            "compare two files of one deck",
        )
    present = {deck.id: deck for deck in decks}
    older = [
        with_current_images(deck, present[deck.id]) for deck in before.decks if deck.id in present
    ]
    return diff_items(generate_by_deck(older, seed), generate_by_deck(decks, seed))


def with_current_images(older: Deck, deck: Deck) -> Deck:
    """Return an older version of `deck` as if it lay beside its pictures, which it was taken from.

    What they were then is not known: a picture of the same name counts as the same.
    """
    images = {fact.image.file: fact.image for fact in deck.facts if fact.image}
    return replace(older, facts=tuple(with_current_image(fact, images) for fact in older.facts))


def with_current_image(fact: Fact, images: Mapping[str, Image]) -> Fact:
    """Return `fact`, its picture with the digest of the one of that name where it has none."""
    image = fact.image
    now = images.get(image.file) if image and not image.digest else None
    if image is None or now is None:
        return fact
    return replace(fact, image=replace(image, path=now.path, digest=now.digest))


def stored_items(settings: Settings, decks: Sequence[DeckId]) -> tuple[Item, ...]:
    """Return the items of `decks` as the store has them."""
    from quizapp.store.browse_queries import items_of_decks

    with opened_store(settings) as store:
        return store.read(items_of_decks, decks)


# --- another version of a deck -------------------------------------------------------------------


def load_other_version(name: str) -> Bank:
    """Return the decks at `name`: a file of any name, a folder, a pipe, or `-`.

    Raises:
        WrongCallError: there is none, or one has an error.
    """
    from quizapp.bank.load import load_bank

    with readable_path(name) as path:
        bank, problems = load_bank([path], requires_images=False)
    errors = [problem for problem in problems if problem.level is Level.ERROR]
    if errors or not bank.decks:
        first = errors[0]
        where = f"line {first.place.line}: " if first.place.line else ""
        raise WrongCallError(
            f"{name}: {where}{first.message}", "compare with a deck that has no errors"
        )
    return bank


@contextmanager
def readable_path(name: str) -> Iterator[Path]:
    """Hand out a path from which a deck can be read; a pipe is read into a file that then goes."""
    path = Path(name)
    if name != STDIN and not is_pipe(path):
        yield path
        return
    try:
        data = read_stdin(MAX_BYTES + 1) if name == STDIN else path.read_bytes()
    except OSError as error:
        raise WrongCallError(f"{name}: {error.strerror}", "check the path") from None
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "deck.yaml"
        copy.write_bytes(data)
        yield copy


def is_pipe(path: Path) -> bool:
    """Return whether `path` is a pipe, as `<(…)` of a shell is."""
    try:
        return stat.S_ISFIFO(path.stat().st_mode)
    except OSError:
        return False


# --- printing ------------------------------------------------------------------------------------


def print_changes(changes: Sequence[ItemChange], *, is_json: bool) -> None:
    """Print `changes` for a person, or as a JSON list whose keys are stable."""
    if is_json:
        rows = [as_dict(change) for change in changes]
        say_json(rows)
    else:
        echo_lines(change_lines(changes))


def as_dict(change: ItemChange) -> dict[str, Any]:
    """Return a change in its stable JSON shape; `before` and `after` are as items are printed."""
    from quizapp.items.codec import to_public_dict

    before, after, item = change.before, change.after, change.item
    both = diff_texts(before, after) if before and after else ()
    return {
        "change": change.kind.value,
        "id": item.id,
        "deck": item.deck,
        "fact": item.fact,
        "card": item.card,
        "format": item.format.value,
        "differences": [
            {"part": each.part, "before": each.before, "after": each.after} for each in both
        ],
        "before": None if before is None else to_public_dict(before),
        "after": None if after is None else to_public_dict(after),
    }
