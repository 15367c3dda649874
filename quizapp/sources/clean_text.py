"""One way to write the characters of a text that came from a page, a PDF or a record.

What cannot be seen is left out, letters that were set as one sign are letters again, and a word
that was broken at the end of a line is put together. Words are not changed otherwise.
"""

import re
from collections.abc import Iterable
from html import unescape

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_SOFT_BREAK = re.compile("\u00ad[ \t]*\r?\n[ \t]*")
_LIGATURES = str.maketrans({
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    "\u2028": "\n", "\u2029": "\n\n", "\x0b": "\n", "\x0c": "\n\n", "\x85": "\n",
})  # fmt: skip
_TAG = re.compile(
    r"</?(?:jats:)?(?:p|i|b|u|em|strong|sub|sup|sc|br|span|div|italic|bold|title|sec|h\d)"
    r"(?:\s[^<>]{0,200})?/?>",
    re.IGNORECASE,
)
_BLOCK_TAG = re.compile(r"</?(?:jats:)?(?:p|br|div|title|sec|h\d)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
_WORD = re.compile(r"[^\W\d_]+")
_BROKEN_WORD = re.compile(r"([^\W\d_]+)[-‐]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def clean_characters(text: str) -> str:
    """Return `text` without characters that only a typesetter needs; doing it twice is the same."""
    text = _SOFT_BREAK.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _INVISIBLE.sub("", text).translate(_LIGATURES)


def strip_markup(text: str) -> str:
    """Return the value of a record without the tags and entities that some publishers leave in."""
    if "<" in text:
        text = _TAG.sub(lambda found: " " if _BLOCK_TAG.match(found.group()) else "", text)
    return _ENTITY.sub(lambda found: unescape(found.group()), text) if "&" in text else text


class WordJoiner:
    """Decides whether a hyphen at the end of a line belongs to its word.

    The text itself is asked: how it writes the word elsewhere, and whether it uses the halves as
    words. Where it does not say, the hyphen stays, as editors of plain text break a line at a
    hyphen that is there; a column in a PDF breaks words anywhere, so there it goes.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        self._compounds: set[str] = set()
        broken = whole = 0
        is_broken = False
        for line in filter(None, (line.casefold().strip() for line in lines)):
            words = _WORD.findall(line)
            begin = int(is_broken)  # the halves of a broken word are no words of the text
            is_broken = _BROKEN_WORD.search(line) is not None
            self._words.update(words[begin : len(words) - is_broken])
            self._compounds.update(re.findall(r"[^\W\d_]+-[^\W\d_]+", line))
            whole += 1
            broken += is_broken
        self._is_typeset = broken >= 2 and broken * 12 >= whole  # noqa: PLR2004 (as in narrow columns)

    def joins_without_hyphen(self, before: str, after: str) -> bool:
        """Return whether `before`, which ends with a hyphen, and `after` are one plain word."""
        ends, begins = _BROKEN_WORD.search(before), _FIRST_WORD.match(after)
        if ends is None or begins is None or not begins.group().islower():
            return False
        first, second = ends[1].casefold(), begins.group()
        is_compound = before[: ends.start()].endswith(("-", "‐")) or (
            len(first) > 1 and ends[1].isupper()
        )
        if is_compound or f"{first}-{second}" in self._compounds:
            return False
        if first + second in self._words:
            return True
        if first in self._words and second in self._words:
            return False
        return self._is_typeset
