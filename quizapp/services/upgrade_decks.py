"""Bringing a deck to the newest version of the format: what would change, and writing it."""

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.errors import QuizappError
from quizapp.services.deck_lookup import is_deck_path, load_decks
from quizapp.services.settings import Settings

if TYPE_CHECKING:
    from quizapp.bank.upgrade import DeckUpgrade


def plan_upgrade(settings: Settings, name: str) -> "DeckUpgrade":
    """Return what the newest version of the format changes in the deck `name`, an id or a path.

    Raises:
        UnreadableDeckError: one of its files cannot be read.
        WrongCallError: there is no such deck.
    """
    from quizapp.bank.upgrade import upgrade_deck

    return upgrade_deck(Path(name) if is_deck_path(name) else _path_of(settings, name))


def _path_of(settings: Settings, name: str) -> Path:
    """Return where the deck with the id `name` is."""
    bank, _ = load_decks(settings, [name])
    file = Path(bank.decks[0].files[0].path)
    return file.parent if file.stem == "deck" else file


def diff_lines(upgrade: "DeckUpgrade") -> Iterator[str]:
    """Yield the lines of what changes, as `diff -u` writes them."""
    for file in upgrade.files:
        before, after = (text.decode().splitlines() for text in (file.before, file.after))
        yield from difflib.unified_diff(
            before, after, str(file.path), str(file.path), n=1, lineterm=""
        )


def write_upgrade(upgrade: "DeckUpgrade") -> tuple[Path, ...]:
    """Write the files that change, each as a whole, and return them.

    Raises:
        QuizappError: one cannot be written, or was changed meanwhile.
    """
    for file in upgrade.files:
        target = file.path.resolve()
        beside = target.with_name(f".{target.name}.upgrade")
        try:
            if target.read_bytes() != file.before:
                raise QuizappError(f"{file.path} was changed meanwhile", "run it again")
            beside.write_bytes(file.after)
            beside.chmod(target.stat().st_mode & 0o777)
            beside.replace(target)
        except OSError as error:
            beside.unlink(missing_ok=True)
            fix = "choose a file that you can write to"
            raise QuizappError(f"{file.path}: {error.strerror}", fix) from None
    return tuple(file.path for file in upgrade.files)
