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
DECK_SUFFIXES = (".yaml", ".yml")
_SIGNED, _HELD = "signed", "held"  # what stands before the suffix of a file beside a deck
IMAGE_KINDS: Mapping[str, str] = {  # what a file of each suffix holds
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".gif": "GIF",
    ".webp": "WebP",
    ".svg": "SVG",
}
IMAGE_SUFFIXES = tuple(IMAGE_KINDS)
MAX_BYTES = 64 * 1024 * 1024
DIGEST_BYTES = 16
_SNIFF_BYTES = 64 * 1024

# A YAML file among decks is one when it has a key that only a deck has.
_DECK_KEY = re.compile(
    rb"""(^(\xef\xbb\xbf)?|[\r\n]|\{\s{0,9})["']?(quizapp|deck|facts)["']?[ \t]*:"""
)
# Which language the header of a deck names: a key at the very left, as headers are written.
_LANGUAGE = re.compile(
    rb"""(?:^(?:\xef\xbb\xbf)?|[\r\n])["']?language["']?[ \t]*:[ \t]*["']?([A-Za-z]{2,3}\b[\w-]*)"""
)
_USUAL_LANGUAGE = "en"


class UnreadableDeckError(QuizappError):
    """There is no deck at `path`, or it cannot be read. `code` is that of the fault."""

    def __init__(self, path: Path, reason: str, fix: str, code: str = "B113") -> None:
        super().__init__(f"{path}: {reason}", fix)
        self.path = path
        self.reason = reason
        self.code = code


def find_decks(path: Path) -> tuple[Path, ...]:
    """Return the decks that `path` stands for: itself, or those of a folder of decks.

    A file that lies beside a deck (`is_beside_deck`) is none, so that `decks/*.yaml` may name it.

    Raises:
        UnreadableDeckError: there is nothing at `path`, or a folder without a deck.
    """
    if not is_folder(path):
        return () if is_beside_deck(path) else (path,)
    if _find_header(path):
        return (path,)
    decks = list_decks(path)
    if not decks:
        raise UnreadableDeckError(
            path, "no deck in this folder", "a deck is a .yaml file with a key `quizapp`"
        )
    return tuple(decks)


def list_decks(folder: Path) -> list[Path]:
    """Return the decks in `folder` by name: YAML files that are decks, folders with a deck.yaml.

    Hidden files, other YAML and everything else are passed over; folders are searched no further.

    Raises:
        UnreadableDeckError: the folder cannot be listed.
    """
    return [
        path
        for path in _list_folder(folder)
        if (
            _find_header(path)
            if is_folder(path)
            else path.suffix in DECK_SUFFIXES
            and not is_beside_deck(path)
            and _looks_like_deck(path)
        )
    ]


def list_deck_files(deck: Path) -> tuple[Path, ...]:
    """Return the files of one deck, the one with its header first.

    Raises:
        UnreadableDeckError: it is a folder without a deck.yaml, or cannot be listed.
    """
    if not is_folder(deck):
        return (deck,)
    header = _find_header(deck)
    if header is None:
        raise UnreadableDeckError(
            deck, "no deck.yaml in this folder", "write the deck's header into deck.yaml"
        )
    others = (
        path for path in _list_folder(deck) if path.suffix in DECK_SUFFIXES and not is_folder(path)
    )
    return (
        header,
        *(path for path in others if path.name not in HEADER_NAMES and not is_beside_deck(path)),
    )


def is_beside_deck(path: Path) -> bool:
    """Return whether `path` is named as what lies beside a deck and is never one itself.

    That is who signed its cards (`NAME.signed.yaml`, `signed.yaml` in the folder of a deck), and
    what was not taken into it (`NAME.held.yaml`).
    """
    if path.suffix not in DECK_SUFFIXES:
        return False
    if Path(path.stem).suffix in (f".{_SIGNED}", f".{_HELD}"):
        return True
    return path.stem == _SIGNED and _find_header(path.parent) is not None


def signed_path(deck: Path) -> Path:
    """Return where it is kept who signed the cards of the deck at `deck`, a file or a folder."""
    if is_folder(deck):
        return deck / f"{_SIGNED}.yaml"
    if deck.name in HEADER_NAMES:
        return deck.with_name(f"{_SIGNED}.yaml")
    return deck.with_name(f"{deck.stem}.{_SIGNED}.yaml")


def find_signed_file(deck: Path) -> Path | None:
    """Return the file that says who signed the deck at `deck`; None where there is none."""
    path = signed_path(deck)
    try:
        return path if path.exists() else None
    except OSError:  # its name is too long, say: then so is that of the deck, which is told
        return None


def fingerprint_deck(
    deck: Path, known: Mapping[str, DeckFile] | None = None
) -> tuple[DeckFile, ...]:
    """Return the fingerprints of the files of `deck`, and of the one that says who signed it.

    A file whose size and time are those of its fingerprint in `known` (by path) is not read.

    Raises:
        UnreadableDeckError: one cannot be read.
    """
    signed = find_signed_file(deck)
    beside = () if signed is None else (signed,)
    return tuple(
        fingerprint_file(path, (known or {}).get(resolve_path(path)))
        for path in (*list_deck_files(deck), *beside)
    )


def have_decks_changed(decks: Iterable[Path], known: Iterable[DeckFile]) -> bool:
    """Return whether the files of `decks` are other ones than `known`, or hold something else.

    Which pictures are theirs only their YAML says: while that is the same, so are they.

    Raises:
        UnreadableDeckError: a file of YAML cannot be read.
    """
    before = {file.path: file for file in known}
    now = {file.path: file for deck in decks for file in fingerprint_deck(deck, before)}
    pictures = {path for path in before.keys() - now.keys() if is_image_path(path)}
    if {path: file.digest for path, file in now.items()} != {
        path: file.digest for path, file in before.items() if path not in pictures
    }:
        return True
    return any(_has_file_changed(before[path]) for path in pictures)


def is_image_path(path: str) -> bool:
    """Return whether `path` is that of a picture, going by its suffix."""
    return path.lower().endswith(IMAGE_SUFFIXES)


def _has_file_changed(known: DeckFile) -> bool:
    """Return whether a file is gone, or holds something else than was `known`."""
    try:
        return fingerprint_file(Path(known.path), known).digest != known.digest
    except UnreadableDeckError:
        return True


def fingerprint_file(path: Path, known: DeckFile | None = None) -> DeckFile:
    """Return what `path` is now, without reading it when size and time are as `known`.

    Raises:
        UnreadableDeckError: it cannot be read.
    """
    if known is not None:
        try:
            found = path.stat()
        except (OSError, ValueError) as error:
            raise _unreadable_error(path, error) from None
        if (found.st_size, found.st_mtime_ns) == (known.size, known.mtime_ns):
            return known
    return read_file(path)[1]


def read_file(path: Path) -> tuple[bytes, DeckFile]:
    """Return the bytes of the file at `path`, and its fingerprint.

    Raises:
        UnreadableDeckError: it is missing, closed to us, over 64 MiB, or no file (a pipe, say,
            which is never waited for).
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            found = os.fstat(descriptor)
            _check_file_size(path, found)
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _unreadable_error(path, error) from None
    if len(data) > MAX_BYTES:
        raise _too_large_error(path)
    digest = blake2b(data, digest_size=DIGEST_BYTES).hexdigest()
    return data, DeckFile(resolve_path(path), len(data), found.st_mtime_ns, digest)


# --- parts ---------------------------------------------------------------------------------------


def is_folder(path: Path) -> bool:
    """Return whether `path` is a folder; a path that cannot be looked at is not one."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _find_header(folder: Path) -> Path | None:
    """Return the deck.yaml of `folder`; None when there is none."""
    return next((folder / name for name in HEADER_NAMES if (folder / name).exists()), None)


def _list_folder(folder: Path) -> list[Path]:
    """Return the content of `folder` by name, without hidden files."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        raise _unreadable_error(folder, error) from None


def _looks_like_deck(path: Path) -> bool:
    """Return whether a YAML file is meant as a deck; one that cannot be looked into counts."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return True
        with path.open("rb") as file:
            head = file.read(_SNIFF_BYTES)
    except OSError:
        return True
    return b"\x00" in head or _DECK_KEY.search(head) is not None


def sniff_language(header: Path) -> str:
    """Return the language that a deck is written in, going by the head of the file of its header.

    For what can be mistaken: only reading the YAML tells for sure.
    """
    try:
        if not stat.S_ISREG(header.stat().st_mode):
            return _USUAL_LANGUAGE
        with header.open("rb") as file:
            found = _LANGUAGE.search(file.read(_SNIFF_BYTES))
    except (OSError, ValueError):
        return _USUAL_LANGUAGE
    return found[1].decode() if found else _USUAL_LANGUAGE


def resolve_path(path: Path) -> str:
    """Return `path` as fingerprints name it: from the root, links followed."""
    try:
        return os.path.realpath(path)
    except ValueError:  # no file can have such a name
        return str(path)


def _check_file_size(path: Path, found: os.stat_result) -> None:
    """Raise an UnreadableDeckError for what is no file, or too large a one."""
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableDeckError(path, "this is not a file", "give a .yaml file or a folder")
    if found.st_size > MAX_BYTES:
        raise _too_large_error(path)


def _too_large_error(path: Path) -> UnreadableDeckError:
    """Return the error for a file over 64 MiB."""
    return UnreadableDeckError(
        path, "the file is larger than 64 MiB", "split it into a folder of several files", "B105"
    )


def _unreadable_error(path: Path, error: OSError | ValueError) -> UnreadableDeckError:
    """Return the error for a path that the system refuses to read."""
    return UnreadableDeckError(path, system_reason(error), "check the path and its permissions")


def system_reason(error: Exception) -> str:
    """Return why a system refused something, without the path that it was."""
    return getattr(error, "strerror", None) or str(error)
