"""Telling prose from lists, names, labels and citations, in whatever language.

Prose has sentences: several words, most of them in small letters (where the script knows these),
and a stop. Names of people, places and journals are written with capitals; labels have no stop.
"""

import re
import unicodedata

from quizapp.sources.headings import PART_LABEL, WIDE_PART_LABEL

_MIN_WORDS = 5
_MIN_UNSPACED = 12  # letters: in Japanese or Chinese a sentence has no spaces
_MIN_SMALL = 0.45  # of the words; German has a third of them with capitals
_STOP = re.compile(r"[.?!…।。！？]+[\"'”’»)\]]*(?:\s|$)|[。！？]")
_CITATION = re.compile(
    r"\b(?:19|20)\d\d\b[^.]{0,14};\s?\d|\d\(\d[\w -]{0,8}\):\s?(?:pp?\.?\s?)?\w?\d|"
    r"\d\(\d+\),\s?\d+\s?[-–]\s?\d"
    r"|\bdoi:\s?10\."
)
_SIGNS = re.compile(r"^[^\w]+|[^\w]+$")


def is_prose(block: str) -> bool:
    """Return whether a block holds a whole sentence, and is no entry of a bibliography."""
    text = strip_part_label(block)
    return (
        _STOP.search(text) is not None
        and _CITATION.search(text) is None
        and (has_small_words(text, _MIN_WORDS) or unspaced_letters(text) >= _MIN_UNSPACED)
    )


def is_sentence(block: str) -> bool:
    """Return whether a block may be a short sentence among others: "Nobody died."."""
    text = strip_part_label(block).rstrip()
    ends = [found.end() for found in _STOP.finditer(text)]
    return (
        bool(ends)
        and ends[-1] == len(text)
        and _CITATION.search(text) is None
        and has_small_words(text, 1)
    )


def strip_part_label(block: str) -> str:
    """Return a block without the label of a part of an abstract that it opens with."""
    for label in (PART_LABEL, WIDE_PART_LABEL):
        if found := label.match(block):
            return block[found.end() :]
    return block


def has_small_words(text: str, least: int) -> bool:
    """Return whether a text has `least` words, and enough of them in small letters."""
    words = [word for each in text.split() if (word := _SIGNS.sub("", each))[:1].isalpha()]
    small = sum(not word[0].isupper() for word in words[1:])  # a sentence opens with a capital
    return len(words) >= least and small >= (len(words) - 1) * _MIN_SMALL


def unspaced_letters(text: str) -> int:
    """Return how many letters are of scripts that write no spaces between words."""
    return sum(
        unicodedata.category(each) == "Lo" and unicodedata.east_asian_width(each) == "W"
        for each in text
    )


def count_letters(text: str) -> int:
    """Return how many letters a text has."""
    return sum(map(str.isalpha, text))
