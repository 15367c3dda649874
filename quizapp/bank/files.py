"""Which files decks are made of, and whether they have changed. Light: no YAML is read here."""

import os
import re
import stat
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

from quizapp.bank.model import DeckFile
from quizapp.errors import QuizappError

HEADER_NAMES = ("deck.yaml", "deck.yml")
SUFFIXES = (".yaml", ".yml")
PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
MOST_BYTES = 64 * 1024 * 1024
DIGEST_BYTES = 16
LOOKED_AT = 64 * 1024

# A YAML file among decks is one when it has a key that only a deck has.
DECK_KEY = re.compile(
    rb"""(^(\xef\xbb\xbf)?|[\r\n]|\{\s{0,9})["']?(quizapp|deck|facts)["']?[ \t]*:"""
)


class UnreadableDeckError(QuizappError):
    """There is no deck at `path`, or it cannot be read. `code` is that of the fault."""

    def __init__(self, path: Path, reason: str, mend: str, code: str = "B113") -> None:
        super().__init__(f"{path}: {reason}", mend)
        self.path = path
        self.reason = reason
        self.code = code


def decks_at(path: Path) -> tuple[Path, ...]:
    """Return the decks that `path` stands for: itself, or those of a folder of decks.

    Raises:
        UnreadableDeckError: there is nothing at `path`, or a folder without a deck.
    """
    if not is_folder(path):
        return (path,)
    if header_of(path):
        return (path,)
    decks = deck_paths(path)
    if not decks:
        raise UnreadableDeckError(
            path, "no deck stands in this folder", "a deck is a .yaml file with a key `quizapp`"
        )
    return tuple(decks)


def deck_paths(folder: Path) -> list[Path]:
    """Return the decks in `folder` by name: YAML files that are decks, folders with a deck.yaml.

    Hidden files, other YAML and everything else are passed over; so is what stands deeper.

    Raises:
        UnreadableDeckError: the folder cannot be listed.
    """
    return [
        path
        for path in listed(folder)
        if (
            header_of(path)
            if is_folder(path)
            else path.suffix in SUFFIXES and looks_like_deck(path)
        )
    ]


def files_of(deck: Path) -> tuple[Path, ...]:
    """Return the files of one deck, the one with its header first.

    Raises:
        UnreadableDeckError: it is a folder without a deck.yaml, or cannot be listed.
    """
    if not is_folder(deck):
        return (deck,)
    header = header_of(deck)
    if header is None:
        raise UnreadableDeckError(
            deck, "no deck.yaml stands in this folder", "write the deck's header into deck.yaml"
        )
    others = (path for path in listed(deck) if path.suffix in SUFFIXES and not is_folder(path))
    return (header, *(path for path in others if path.name not in HEADER_NAMES))


def deck_files(deck: Path, known: Mapping[str, DeckFile] | None = None) -> tuple[DeckFile, ...]:
    """Return the fingerprints of the files of `deck`.

    A file whose size and time are those of its fingerprint in `known` (by path) is not read.

    Raises:
        UnreadableDeckError: one cannot be read.
    """
    return tuple(fingerprint(path, (known or {}).get(full(path))) for path in files_of(deck))


def have_changed(decks: Iterable[Path], known: Iterable[DeckFile]) -> bool:
    """Say whether the files of `decks` are other ones than `known`, or hold something else.

    Which pictures are theirs only their YAML says: while that is the same, so are they.

    Raises:
        UnreadableDeckError: a file of YAML cannot be read.
    """
    before = {file.path: file for file in known}
    now = {file.path: file for deck in decks for file in deck_files(deck, before)}
    pictures = {path for path in before.keys() - now.keys() if is_picture(path)}
    if {path: file.digest for path, file in now.items()} != {
        path: file.digest for path, file in before.items() if path not in pictures
    }:
        return True
    return any(has_changed(before[path]) for path in pictures)


def is_picture(path: str) -> bool:
    """Say whether `path` is that of a picture, going by its suffix."""
    return path.lower().endswith(PICTURE_SUFFIXES)


def has_changed(known: DeckFile) -> bool:
    """Say whether a file is gone, or holds something else than was `known`."""
    try:
        return fingerprint(Path(known.path), known).digest != known.digest
    except UnreadableDeckError:
        return True


def fingerprint(path: Path, known: DeckFile | None = None) -> DeckFile:
    """Return what `path` is now, without reading it when size and time are as `known`.

    Raises:
        UnreadableDeckError: it cannot be read.
    """
    if known is not None:
        try:
            found = path.stat()
        except (OSError, ValueError) as error:
            raise unreadable(path, error) from None
        if (found.st_size, found.st_mtime_ns) == (known.size, known.mtime_ns):
            return known
    return read_file(path)[1]


def read_file(path: Path) -> tuple[bytes, DeckFile]:
    """Return what stands in `path` and its fingerprint.

    Raises:
        UnreadableDeckError: it is missing, closed to us, over 64 MiB, or no file (a pipe, say,
            which is never waited for).
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            found = os.fstat(descriptor)
            check_size(path, found)
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None
    if len(data) > MOST_BYTES:
        raise too_large(path)
    digest = blake2b(data, digest_size=DIGEST_BYTES).hexdigest()
    return data, DeckFile(full(path), len(data), found.st_mtime_ns, digest)


# --- parts ---------------------------------------------------------------------------------------


def is_folder(path: Path) -> bool:
    """Say whether `path` is a folder; what cannot be looked at is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def header_of(folder: Path) -> Path | None:
    """Return the deck.yaml of `folder`; None when there is none."""
    return next((folder / name for name in HEADER_NAMES if (folder / name).exists()), None)


def listed(folder: Path) -> list[Path]:
    """Return what stands in `folder` by name, without hidden files."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        raise unreadable(folder, error) from None


def looks_like_deck(path: Path) -> bool:
    """Say whether a YAML file is meant as a deck; one that cannot be looked into counts."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return True
        with path.open("rb") as file:
            head = file.read(LOOKED_AT)
    except OSError:
        return True
    return b"\x00" in head or DECK_KEY.search(head) is not None


def full(path: Path) -> str:
    """Return `path` as fingerprints name it: from the root, links followed."""
    try:
        return os.path.realpath(path)
    except ValueError:  # no file can have such a name
        return str(path)


def check_size(path: Path, found: os.stat_result) -> None:
    """Raise an UnreadableDeckError for what is no file, or too large a one."""
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableDeckError(path, "this is no file", "give a .yaml file or a folder")
    if found.st_size > MOST_BYTES:
        raise too_large(path)


def too_large(path: Path) -> UnreadableDeckError:
    """Return the error for a file over 64 MiB."""
    return UnreadableDeckError(
        path, "the file is larger than 64 MiB", "make it a folder of several files", "B105"
    )


def unreadable(path: Path, error: OSError | ValueError) -> UnreadableDeckError:
    """Return the error for a path that the system refuses to read."""
    reason = getattr(error, "strerror", None) or str(error)
    return UnreadableDeckError(path, reason, "check the path and its permissions")
