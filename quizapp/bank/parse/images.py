"""The pictures of a deck: whether each is one, and which file of the deck it is.

A picture stands beneath the folder of its deck, links followed, so that a deck that someone else
wrote shows none of the reader's own files.
"""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from quizapp.bank.deck_files import (
    DIGEST_BYTES,
    IMAGE_KINDS,
    IMAGE_SUFFIXES,
    is_folder,
    resolve_path,
    system_reason,
)
from quizapp.bank.diagnostics import ProblemCollector, did_you_mean, join_or, make_problem, quote
from quizapp.bank.model import Card, DeckFile, Image
from quizapp.bank.parse.build_values import ParsedFact
from quizapp.bank.yaml.nodes import KeyGroup

MAX_IMAGE_BYTES = 10 * 1024 * 1024
_SHOWN_WITH_QUESTION = "question"

_IS_ABSOLUTE = re.compile("~?/|[A-Za-z][A-Za-z0-9+.-]*:/").match  # a root, a drive, an address

_FILE_SIGNATURES = (  # by which each kind is known
    ("PNG", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("JPEG", re.compile(rb"\xff\xd8\xff")),
    ("GIF", re.compile(rb"GIF8[79]a")),
    ("WebP", re.compile(rb"RIFF[\x00-\xff]{4}WEBP")),
    ("SVG", re.compile(rb"[\x00-\xff]*?<svg")),
)


class ImageFile(NamedTuple):
    """A sound picture: where its bytes are, links followed, and the file that its deck names.

    The name of `file` keeps its links, so that one turned to another picture is noticed.
    """

    path: str
    file: DeckFile


_UNKNOWN_IMAGE = ImageFile("", DeckFile("", 0, 0, ""))


class ImageFlaw(NamedTuple):
    """Why a file cannot be a picture of a deck."""

    code: str
    message: str
    fix: str


class FactsWithImages(NamedTuple):
    """The facts of a deck with their pictures, and the files that these are, none twice."""

    facts: tuple[ParsedFact, ...]
    files: tuple[DeckFile, ...] = ()


def attach_images(
    facts: Sequence[ParsedFact],
    deck: Path,
    faults: ProblemCollector,
    *,
    requires_images: bool = True,
) -> FactsWithImages:
    """Return `facts` of the deck at `deck` with their pictures; an image with a flaw is left out.

    Unless the deck `requires_images`, one that is not there is a picture of unknown digest: "".

    Raises:
        TooManyProblemsError: there are enough faults.
    """
    named = {group.text("file").strip() for written in facts for _, group in _image_groups(written)}
    folder = _find_image_root(deck)
    looked_at = {file: inspect_image(file, folder) for file in sorted(named)}
    found = list(facts)
    for at, written in enumerate(facts):
        for card, group in _image_groups(written):
            match looked_at[group.text("file").strip()]:
                case ImageFlaw("B503") if not requires_images:
                    found[at] = _attach_image(found[at], card, _build_image(group, _UNKNOWN_IMAGE))
                case ImageFlaw(code, message, fix):
                    faults.add([make_problem(code, group.value_place("file"), message, fix)])
                case picture:
                    found[at] = _attach_image(found[at], card, _build_image(group, picture))
    files = {
        each.file.path: each.file for each in looked_at.values() if isinstance(each, ImageFile)
    }
    return FactsWithImages(tuple(found), tuple(files.values()))


def _image_groups(written: ParsedFact) -> Iterator[tuple[Card | None, KeyGroup]]:
    """Yield what writes the picture of a fact (None), and those of its cards."""
    if isinstance(group := written.group.get("image"), KeyGroup):
        yield None, group
    for card in written.fact.cards:
        own = written.group_of(card)
        group = own.get("image") if own is not written.group else None
        if isinstance(group, KeyGroup):
            yield card, group


def _attach_image(written: ParsedFact, card: Card | None, image: Image) -> ParsedFact:
    """Return a fact with its picture, or with that of one of its cards.

    The card that asks back from the value of a cell shows what the cell does.
    """
    if card is None:
        return written._replace(fact=replace(written.fact, image=image))
    cards = tuple(
        replace(each, image=image) if card.name in {each.name, each.asks_back_from} else each
        for each in written.fact.cards
    )
    return written._replace(fact=replace(written.fact, cards=cards))


def _build_image(group: KeyGroup, picture: ImageFile) -> Image:
    """Return the picture that `group` writes."""
    return Image(
        file=group.text("file").strip(),
        path=picture.path,
        digest=picture.file.digest,
        alt=group.text("alt").strip(),
        is_shown_with_question=group.text("show").strip() == _SHOWN_WITH_QUESTION,
    )


def inspect_image(file: str, folder: Path) -> ImageFile | ImageFlaw:
    """Return the picture that `file` names beneath `folder`, or why it cannot be used."""
    flaw = _find_path_flaw(file)
    if flaw is not None:
        return flaw
    named = folder / file
    path = Path(resolve_path(named))
    if not path.is_relative_to(folder):
        message = f"{quote(file)} is a link that leads out of the deck's folder"
        return ImageFlaw("B501", message, "put the picture itself there")
    try:
        data, found = _read_image(path)
    except (OSError, ValueError) as error:
        return _unreadable_flaw(file, named, error)
    flaw = _find_file_flaw(file, found) or _find_content_flaw(file, data)
    if flaw is not None:
        return flaw
    digest = blake2b(data, digest_size=DIGEST_BYTES).hexdigest()
    return ImageFile(str(path), DeckFile(str(named), found.st_size, found.st_mtime_ns, digest))


# --- flaws ---------------------------------------------------------------------------------------


def _find_path_flaw(file: str) -> ImageFlaw | None:
    """Return why `file` is no path of a picture beneath the folder of its deck."""
    beneath = "put the picture beside the deck or in a folder beneath it: figures/liver.png"
    if _IS_ABSOLUTE(file):
        message = f"{quote(file)} does not begin at the deck's own folder"
        return ImageFlaw("B501", message, beneath)
    if "\\" in file:
        message = f"{quote(file)} has a backslash, which is no separator everywhere"
        return ImageFlaw("B501", message, f"write {quote(file.replace(chr(92), '/'))}")
    if ".." in file.split("/"):
        return ImageFlaw("B501", f"{quote(file)} leads out of the deck's folder", beneath)
    if Path(file).suffix.lower() not in IMAGE_SUFFIXES:
        message = f"{quote(file)} is of no kind of picture that can be shown"
        return ImageFlaw("B502", message, f"save it as {join_or(IMAGE_SUFFIXES)}")
    return None


def _unreadable_flaw(file: str, named: Path, error: OSError | ValueError) -> ImageFlaw:
    """Return the flaw of a file that the system does not let us read."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        fix = did_you_mean(file, _list_images_beside(file, named.parent))
        message = f"there is no picture {quote(file)}"
        return ImageFlaw("B503", message, fix or f"put it at {named}, or correct `file`")
    message = f"{quote(file)} cannot be read: {system_reason(error)}"
    return ImageFlaw("B503", message, "check its path and its permissions")


def _list_images_beside(file: str, folder: Path) -> list[str]:
    """Return the pictures in `folder` as `file` would name them; none when it cannot be listed."""
    try:
        names = [each.name for each in folder.iterdir() if each.suffix.lower() in IMAGE_SUFFIXES]
    except OSError:
        return []
    return [str(Path(file).with_name(name)) for name in names]


def _find_file_flaw(file: str, found: os.stat_result) -> ImageFlaw | None:
    """Return why a file of this kind and size is no picture."""
    if not stat.S_ISREG(found.st_mode):
        return ImageFlaw("B503", f"{quote(file)} is no file", "name the picture itself")
    if not found.st_size:
        return ImageFlaw("B504", f"{quote(file)} is empty", "save the picture again")
    if found.st_size > MAX_IMAGE_BYTES:
        return ImageFlaw("B504", f"{quote(file)} is larger than 10 MiB", "save it smaller")
    return None


def _find_content_flaw(file: str, data: bytes) -> ImageFlaw | None:
    """Return why `data` is not of the kind that the suffix of `file` says."""
    expected = IMAGE_KINDS[Path(file).suffix.lower()]
    kind = next((kind for kind, mark in _FILE_SIGNATURES if mark.match(data)), None)
    if kind == expected:
        return None
    if kind is None:
        return ImageFlaw(
            "B505", f"{quote(file)} holds no {expected} picture", "save the picture again"
        )
    suffix = next(suffix for suffix, each in IMAGE_KINDS.items() if each == kind)
    message = f"{quote(file)} holds a picture of another kind: {kind}"
    return ImageFlaw("B505", message, f"name it {quote(str(Path(file).with_suffix(suffix)))}")


# --- parts ---------------------------------------------------------------------------------------


def _find_image_root(deck: Path) -> Path:
    """Return the folder in which the paths of pictures begin, links followed."""
    path = Path(resolve_path(deck))
    return path if is_folder(path) else path.parent


def _read_image(path: Path) -> tuple[bytes, os.stat_result]:
    """Return the bytes at `path`, b"" for what is no file or too large, and its status.

    Raises:
        OSError: the system does not give it.
        ValueError: no file can have such a name.
    """
    # A pipe is not waited for; a link put there since `path` was found is not followed.
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOFOLLOW
    with os.fdopen(os.open(path, flags), "rb") as file:
        found = os.fstat(file.fileno())
        is_read = stat.S_ISREG(found.st_mode) and found.st_size <= MAX_IMAGE_BYTES
        return file.read(MAX_IMAGE_BYTES) if is_read else b"", found
