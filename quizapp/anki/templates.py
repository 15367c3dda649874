"""What Anki's card templates show of a note: fields by name, in sections, through filters."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from quizapp.anki.plain import without_comments

TAG = re.compile(r"\{\{([^{}]*)\}\}")
# A field that holds nothing but these is empty to Anki.
NOTHING = re.compile(r"(?:\s|&nbsp;|</?(?:br|div)\s*/?>)*", re.IGNORECASE)
# Names that stand for no field of the note.
SPECIAL = frozenset({"FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"})
UNSHOWN = ("type", "hint", "tts", "tts-voices")
CLOZE, TYPE = "cloze", "type"


class Shown(NamedTuple):
    """A piece of a template: text of its own, or a field (its name) through filters."""

    text: str
    field: str = ""
    filters: tuple[str, ...] = ()

    @property
    def is_shown(self) -> bool:
        """Whether the field is there to be read, not to be typed, heard or uncovered."""
        return not any(each.split(" ")[0] in UNSHOWN for each in self.filters)


def is_empty(field: str) -> bool:
    """Say whether Anki takes a field to be empty."""
    return NOTHING.fullmatch(field) is not None


def shown(template: str, fields: Mapping[str, str]) -> Iterator[Shown]:
    """Yield what `template` shows of a note: sections on empty fields are left out.

    Raises:
        ValueError: a section has no end, or a field is named that the note does not have.
    """
    sections: list[tuple[str, bool]] = []  # those that are open, and whether they are left out
    left_out = 0
    for at, part in enumerate(TAG.split(without_comments(template))):
        mark, name = (part.strip()[:1], part.strip()[1:].strip()) if at % 2 else ("", "")
        if mark in {"#", "^"}:
            is_there = not is_empty(fields.get(name, "" if name not in SPECIAL else name))
            sections.append((name, is_there != (mark == "#")))
            left_out += sections[-1][1]
        elif mark == "/":
            if not sections or sections[-1][0] != name:
                raise ValueError("a section of its template has no end")
            left_out -= sections.pop()[1]
        elif not left_out:
            yield from piece(part, fields) if at % 2 else (Shown(part),)


def piece(tag: str, fields: Mapping[str, str]) -> Iterator[Shown]:
    """Yield the field that `tag` names; nothing for a name that stands for no field."""
    *filters, name = (part.strip() for part in tag.split(":"))
    if name in fields:
        yield Shown("", name, tuple(filters))
    elif name not in SPECIAL:
        raise ValueError(f"its template names a field that is not there: {name}")
