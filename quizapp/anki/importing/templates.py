"""What Anki's card templates show of a note: fields by name, in sections, through filters."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from quizapp.anki.importing.html_to_text import strip_comments

_TAG = re.compile(r"\{\{([^{}]*)\}\}")
# A field that holds nothing but these is empty to Anki.
_EMPTY_FIELD = re.compile(r"(?:\s|&nbsp;|</?(?:br|div)\s*/?>)*", re.IGNORECASE)
# Names that stand for no field of the note.
_SPECIAL_NAMES = frozenset(
    {"FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"}
)
_UNSHOWN_FILTERS = ("type", "hint", "tts", "tts-voices")
_CLOZE_FILTER, TYPE_FILTER = "cloze", "type"


class TemplatePart(NamedTuple):
    """A piece of a template: text of its own, or a field (its name) through filters."""

    text: str
    field: str = ""
    filters: tuple[str, ...] = ()

    @property
    def is_shown(self) -> bool:
        """Whether the field is there to be read, not to be typed, heard or uncovered."""
        return not any(each.split(" ")[0] in _UNSHOWN_FILTERS for each in self.filters)


def is_empty_field(field: str) -> bool:
    """Return whether Anki takes a field to be empty."""
    return _EMPTY_FIELD.fullmatch(field) is not None


def render_template(template: str, fields: Mapping[str, str]) -> Iterator[TemplatePart]:
    """Yield what `template` shows of a note: sections on empty fields are left out.

    Raises:
        ValueError: a section has no end, or a field is named that the note does not have.
    """
    sections: list[tuple[str, bool]] = []  # those that are open, and whether they are left out
    left_out = 0
    for at, part in enumerate(_TAG.split(strip_comments(template))):
        mark, name = (part.strip()[:1], part.strip()[1:].strip()) if at % 2 else ("", "")
        if mark in {"#", "^"}:
            is_there = not is_empty_field(
                fields.get(name, "" if name not in _SPECIAL_NAMES else name)
            )
            sections.append((name, is_there != (mark == "#")))
            left_out += sections[-1][1]
        elif mark == "/":
            if not sections or sections[-1][0] != name:
                raise ValueError("a section of its template is not closed")
            left_out -= sections.pop()[1]
        elif not left_out:
            yield from _field_part(part, fields) if at % 2 else (TemplatePart(part),)


def _field_part(tag: str, fields: Mapping[str, str]) -> Iterator[TemplatePart]:
    """Yield the field that `tag` names; nothing for a name that is no field."""
    *filters, name = (part.strip() for part in tag.split(":"))
    if name in fields:
        yield TemplatePart("", name, tuple(filters))
    elif name not in _SPECIAL_NAMES:
        raise ValueError(f"its template names a missing field: {name}")
