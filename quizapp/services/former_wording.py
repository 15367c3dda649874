"""What a card said when it was signed: looked for in the versions that git has of its deck.

The signed file keeps a hash and no text, so that it stays a line a card. A deck under git has the
text; of one that is not, the former wording is not known.
"""

import subprocess
import tempfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from quizapp.bank.load import load_bank
from quizapp.bank.model import Card, Deck, Fact
from quizapp.signoff import CardSignoff, card_name, hash_card

_MOST_VERSIONS = 60  # of a file, the newest first
_SECONDS = 10


def find_former_card(deck: Path, signoff: CardSignoff) -> tuple[Fact, Card] | None:
    """Return the card as it was when it was signed; None where no version of its file has that.

    Only the file that the card stands in is looked at, with `deck` as its header where the deck is
    a folder.
    """
    if signoff.entry is None:
        return None
    path = Path(signoff.fact.place.file)
    for commit in _commits(path):
        version = _load_version(path, commit, deck if deck.is_dir() else None)
        for fact in version.facts if version else ():
            for card in fact.cards:
                if card_name(card) == signoff.name and hash_card(fact, card) == signoff.entry.hash:
                    return fact, card
    return None


def git_user(folder: Path) -> str:
    """Return who commits in `folder`, as git is told; "" where it is not, or there is no git."""
    return next(_git(folder, "config", "user.name"), "").strip()


def _commits(path: Path) -> Iterator[str]:
    """Yield the commits that changed the file at `path`, the newest first."""
    arguments = ("log", f"-{_MOST_VERSIONS}", "--format=%H", "--", path.name)
    return _git(path.parent, *arguments)


@lru_cache(maxsize=_MOST_VERSIONS)
def _load_version(path: Path, commit: str, folder: Path | None) -> Deck | None:
    """Return the deck that the file at `path` was at `commit`; None where it had an error."""
    lines = "\n".join(_git(path.parent, "cat-file", "blob", f"{commit}:./{path.name}"))
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        if folder is not None:
            for each in folder.glob("*.y*ml"):
                (place / each.name).write_bytes(each.read_bytes())
        (place / path.name).write_text(f"{lines}\n", encoding="utf-8")
        whole = place if folder is not None else place / path.name
        bank, _ = load_bank([whole], requires_images=False)
    return bank.decks[0] if bank.decks else None


def _git(folder: Path, *arguments: str) -> Iterator[str]:
    """Yield the lines that git prints; none where there is no git, or it says no."""
    try:
        done = subprocess.run(  # noqa: S603 (the user's own git, no shell)
            ["git", "-C", str(folder or "."), *arguments],  # noqa: S607 (whichever is installed)
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return
    if not done.returncode:
        yield from done.stdout.decode("utf-8", "replace").split("\n")[:-1]
