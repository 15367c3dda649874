"""Which picture of a note comes along with its fact, and the words for what it shows."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from quizapp.bank.deck_files import is_image_path

ALT_PREFIX = "picture"
WORD = re.compile(r"[^\W_]+")
MAX_NAME_LENGTH, MAX_ALT_LENGTH = 100, 300  # characters
# What programs call pictures says nothing of what they show.
GENERIC_NAME = re.compile(r"[a-f0-9]{8,}|[0-9]+|paste|clipboard|image|img|dsc|picture|screenshot")


@dataclass(frozen=True, slots=True)
class NoteImage:
    """A picture of a note by its name in Anki; one that a question needs `is_asked_with`."""

    name: str
    alt: str
    is_asked_with: bool


def choose_image(
    media: Iterable[str], asked_with: Collection[str], alts: Mapping[str, str]
) -> NoteImage | None:
    """Return the first picture that a question shows, else the first at all; None without one."""
    pictures = [name for name in media if is_image_path(name)]
    name = next((each for each in pictures if each in asked_with), next(iter(pictures), None))
    if name is None:
        return None
    return NoteImage(
        name, alts.get(name, "")[:MAX_ALT_LENGTH] or alt_from_file_name(name), name in asked_with
    )


def alt_from_file_name(file: str) -> str:
    """Return what the name of a file says that it shows: "picture liver section"."""
    stem = file.rpartition(".")[0][:MAX_NAME_LENGTH]
    words = WORD.findall(stem)
    return " ".join(
        (ALT_PREFIX, *(word for word in words if not GENERIC_NAME.fullmatch(word.lower())))
    )
