"""Which picture of a note comes along with its fact, and the words for what it shows."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from quizapp.bank.files import is_picture

PICTURE = "picture"
WORD = re.compile(r"[^\W_]+")
LONGEST_NAME, LONGEST_ALT = 100, 300  # characters
# What programs call pictures says nothing of what they show.
OF_PROGRAMS = re.compile(r"[a-f0-9]{8,}|[0-9]+|paste|clipboard|image|img|dsc|picture|screenshot")


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture of a note by its name in Anki; one that a question needs `is_asked_with`."""

    name: str
    alt: str
    is_asked_with: bool


def seen(media: Iterable[str], asked_with: Collection[str], alts: Mapping[str, str]) -> Seen | None:
    """Return the first picture that a question shows, else the first at all; None without one."""
    pictures = [name for name in media if is_picture(name)]
    name = next((each for each in pictures if each in asked_with), next(iter(pictures), None))
    if name is None:
        return None
    return Seen(name, alts.get(name, "")[:LONGEST_ALT] or named(name), name in asked_with)


def named(file: str) -> str:
    """Return what the name of a file says that it shows: "picture liver section"."""
    stem = file.rpartition(".")[0][:LONGEST_NAME]
    words = WORD.findall(stem)
    return " ".join((PICTURE, *(word for word in words if not OF_PROGRAMS.fullmatch(word.lower()))))
