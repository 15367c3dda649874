"""What both ways share: how Anki numbers things, and what a note of Anki's is called as a fact.

A fact is called by its note's GUID, so that its history can follow.
"""

import re
import unicodedata
from hashlib import blake2b

CLOZE_KIND = 1  # the kind of a note type that makes a card for each number of a cloze
MAX_CLOZES = 500  # the highest number that Anki gives one
_GUID_BYTES = 8
FACT_NAME = re.compile(rf"anki-[0-9a-f]{{{2 * _GUID_BYTES}}}")


def fact_name(guid: str) -> str:
    """Return what the note with this GUID is called as a fact, whatever its text becomes."""
    return f"anki-{blake2b(guid.encode(errors='replace'), digest_size=_GUID_BYTES).hexdigest()}"


def card_name(ordinal: int) -> str:
    """Return what a note's card is called; `ordinal` counts its templates, or clozes, from 0."""
    return f"c{ordinal + 1}"


def normalize_media_name(name: str) -> str:
    """Return what Anki calls a file, however a program or a Mac composed its letters."""
    return unicodedata.normalize("NFC", name)
