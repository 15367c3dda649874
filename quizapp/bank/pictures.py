"""The pictures of a deck: whether each is one, and which file of the deck it is.

A picture stands beneath the folder of its deck, links followed, so that a deck that someone else
wrote shows none of the reader's own files.
"""

import os
import re
import stat
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from quizapp.bank.fault import Faults, did_you_mean, fault, one_of, quoted
from quizapp.bank.files import DIGEST_BYTES, PICTURE_SUFFIXES, full, is_folder
from quizapp.bank.manuscript import WrittenFact
from quizapp.bank.model import DeckFile, Image
from quizapp.bank.nodes import Group

MOST_PICTURE_BYTES = 10 * 1024 * 1024
SHOWN_WITH_QUESTION = "question"

IS_ELSEWHERE = re.compile("~?/|[A-Za-z][A-Za-z0-9+.-]*:/").match  # a root, a drive, an address

PNG, JPEG, GIF, WEBP, SVG = "PNG", "JPEG", "GIF", "WebP", "SVG"
KINDS: Mapping[str, str] = {  # what a file of each suffix holds
    ".png": PNG,
    ".jpg": JPEG,
    ".jpeg": JPEG,
    ".gif": GIF,
    ".webp": WEBP,
    ".svg": SVG,
}
MARKS = (  # by which each kind is known
    (PNG, re.compile(rb"\x89PNG\r\n\x1a\n")),
    (JPEG, re.compile(rb"\xff\xd8\xff")),
    (GIF, re.compile(rb"GIF8[79]a")),
    (WEBP, re.compile(rb"RIFF[\x00-\xff]{4}WEBP")),
    (SVG, re.compile(rb"[\x00-\xff]*?<svg")),
)


class Picture(NamedTuple):
    """A sound picture: where its bytes are, links followed, and the file that its deck names.

    The name of `file` keeps its links, so that one turned to another picture is noticed.
    """

    path: str
    file: DeckFile


UNKNOWN = Picture("", DeckFile("", 0, 0, ""))


class Flaw(NamedTuple):
    """Why a file cannot be a picture of a deck."""

    code: str
    message: str
    mend: str


class Pictured(NamedTuple):
    """The facts of a deck with their pictures, and the files that these are, none twice."""

    facts: tuple[WrittenFact, ...]
    files: tuple[DeckFile, ...] = ()


def pictured(
    facts: Sequence[WrittenFact], deck: Path, faults: Faults, *, needs_pictures: bool = True
) -> Pictured:
    """Return `facts` of the deck at `deck` with their pictures; one with a flaw is left out.

    Where the deck `needs_pictures` not, one that is not there is a picture of unknown digest: "".

    Raises:
        TooManyFaultsError: there are enough.
    """
    groups = [written.group.get("image") for written in facts]
    named = {text_under(group, "file") for group in groups if isinstance(group, Group)}
    folder = folder_of(deck)
    looked_at = {file: look_at(file, folder) for file in sorted(named)}
    found = list(facts)
    for at, (written, group) in enumerate(zip(facts, groups, strict=True)):
        if not isinstance(group, Group):
            continue
        match looked_at[text_under(group, "file")]:
            case Flaw("B503") if not needs_pictures:
                found[at] = with_image(written, image_of(group, UNKNOWN))
            case Flaw(code, message, mend):
                faults.add([fault(code, group.value_place("file"), message, mend)])
            case picture:
                found[at] = with_image(written, image_of(group, picture))
    files = {each.file.path: each.file for each in looked_at.values() if isinstance(each, Picture)}
    return Pictured(tuple(found), tuple(files.values()))


def with_image(written: WrittenFact, image: Image) -> WrittenFact:
    """Return a fact with its picture."""
    return written._replace(fact=replace(written.fact, image=image))


def image_of(group: Group, picture: Picture) -> Image:
    """Return the picture that `group` writes."""
    return Image(
        file=text_under(group, "file"),
        path=picture.path,
        digest=picture.file.digest,
        alt=text_under(group, "alt"),
        is_asked_with=text_under(group, "show") == SHOWN_WITH_QUESTION,
    )


def look_at(file: str, folder: Path) -> Picture | Flaw:
    """Return the picture that `file` names beneath `folder`, or why it is none."""
    flaw = flaw_of_path(file)
    if flaw is not None:
        return flaw
    named = folder / file
    path = Path(full(named))
    if not path.is_relative_to(folder):
        message = f"{quoted(file)} is a link that leads out of the deck's folder"
        return Flaw("B501", message, "put the picture itself there")
    try:
        data, found = read_picture(path)
    except (OSError, ValueError) as error:
        return unreadable(file, named, error)
    flaw = flaw_of_file(file, found) or flaw_of_bytes(file, data)
    if flaw is not None:
        return flaw
    digest = blake2b(data, digest_size=DIGEST_BYTES).hexdigest()
    return Picture(str(path), DeckFile(str(named), found.st_size, found.st_mtime_ns, digest))


# --- flaws ---------------------------------------------------------------------------------------


def flaw_of_path(file: str) -> Flaw | None:
    """Return why `file` is no path of a picture beneath the folder of its deck."""
    beneath = "put the picture beside the deck or in a folder beneath it: figures/liver.png"
    if IS_ELSEWHERE(file):
        message = f"{quoted(file)} does not begin at the deck's own folder"
        return Flaw("B501", message, beneath)
    if "\\" in file:
        message = f"{quoted(file)} has a backslash, which is no separator everywhere"
        return Flaw("B501", message, f"write {quoted(file.replace(chr(92), '/'))}")
    if ".." in file.split("/"):
        return Flaw("B501", f"{quoted(file)} leads out of the deck's folder", beneath)
    if Path(file).suffix.lower() not in PICTURE_SUFFIXES:
        message = f"{quoted(file)} is of no kind of picture that can be shown"
        return Flaw("B502", message, f"save it as {one_of(PICTURE_SUFFIXES)}")
    return None


def unreadable(file: str, named: Path, error: OSError | ValueError) -> Flaw:
    """Return the flaw of a file that the system does not give."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        mend = did_you_mean(file, pictures_beside(file, named.parent))
        message = f"there is no picture {quoted(file)}"
        return Flaw("B503", message, mend or f"put it at {named}, or correct `file`")
    reason = getattr(error, "strerror", None) or str(error)
    message = f"{quoted(file)} cannot be read: {reason}"
    return Flaw("B503", message, "check its path and its permissions")


def pictures_beside(file: str, folder: Path) -> list[str]:
    """Return the pictures in `folder` as `file` would name them; none when it cannot be listed."""
    try:
        names = [each.name for each in folder.iterdir() if each.suffix.lower() in PICTURE_SUFFIXES]
    except OSError:
        return []
    return [str(Path(file).with_name(name)) for name in names]


def flaw_of_file(file: str, found: os.stat_result) -> Flaw | None:
    """Return why a file of this kind and size is no picture."""
    if not stat.S_ISREG(found.st_mode):
        return Flaw("B503", f"{quoted(file)} is no file", "name the picture itself")
    if not found.st_size:
        return Flaw("B504", f"{quoted(file)} is empty", "save the picture again")
    if found.st_size > MOST_PICTURE_BYTES:
        return Flaw("B504", f"{quoted(file)} is larger than 10 MiB", "save it smaller")
    return None


def flaw_of_bytes(file: str, data: bytes) -> Flaw | None:
    """Return why `data` is not of the kind that the suffix of `file` says."""
    expected = KINDS[Path(file).suffix.lower()]
    kind = next((kind for kind, mark in MARKS if mark.match(data)), None)
    if kind == expected:
        return None
    if kind is None:
        return Flaw("B505", f"{quoted(file)} holds no {expected} picture", "save the picture again")
    suffix = next(suffix for suffix, each in KINDS.items() if each == kind)
    message = f"{quoted(file)} holds a picture of another kind: {kind}"
    return Flaw("B505", message, f"name it {quoted(str(Path(file).with_suffix(suffix)))}")


# --- parts ---------------------------------------------------------------------------------------


def folder_of(deck: Path) -> Path:
    """Return the folder in which the paths of pictures begin, links followed."""
    path = Path(full(deck))
    return path if is_folder(path) else path.parent


def read_picture(path: Path) -> tuple[bytes, os.stat_result]:
    """Return what stands in `path`, b"" where that is no file or too large, and what it is.

    Raises:
        OSError: the system does not give it.
        ValueError: no file can have such a name.
    """
    # A pipe is not waited for; a link put there since `path` was found is not followed.
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOFOLLOW
    with os.fdopen(os.open(path, flags), "rb") as file:
        found = os.fstat(file.fileno())
        is_read = stat.S_ISREG(found.st_mode) and found.st_size <= MOST_PICTURE_BYTES
        return file.read(MOST_PICTURE_BYTES) if is_read else b"", found


def text_under(group: Group, key: str) -> str:
    """Return the text under `key`, whose shape is sound; "" when none stands there."""
    return str(group.get(key, "")).strip()
