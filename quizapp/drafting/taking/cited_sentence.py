"""Which sentence a card cites: "levy1997#3", 3, "S3", "sentences 3-4", [3, 4]."""

import re
from collections.abc import Iterator

from quizapp.drafting.taking.model import OptionalValue
from quizapp.drafting.taking.text_cleaning import straighten

_CITATION = re.compile(r"(?P<source>[A-Za-z0-9][\w-]*?)\s*#\s*(?P<number>[1-9]\d{0,5})")
_SOURCE = re.compile(r"[a-z0-9]*[a-z][a-z0-9-]*")
_NUMBER = r"[1-9]\d{0,3}"
_MEMBER = rf"[\[(#]*{_NUMBER}[\])]*"
_BARE = re.compile(
    rf"(?:[^\W\d_]{{1,12}}\.?\s*)?{_MEMBER}(?:\s*(?:[,;&–-]|and|und|y|et|e)\s*{_MEMBER})*\.?"
)
_RANGE = re.compile(rf"({_NUMBER})\s*[–-]\s*({_NUMBER})")
_MAX_RANGE = 20


def read_citations(value: OptionalValue, default: str) -> list[str]:
    """Return what a card cites, as a deck writes it; bare numbers are sentences of `default`.

    Nothing where it says nothing that can be understood.
    """
    found: list[str] = []
    for text in _texts(value):
        found += _read_text(straighten(text), default)
    return list(dict.fromkeys(found))


def is_citation(text: str) -> bool:
    """Return whether a whole text cites by its shape: "phrase 5", "[3]", "paper#2"; not "3"."""
    plain = straighten(text)
    if plain.replace(".", "").isdecimal():
        return False
    is_word = _BARE.fullmatch(plain) is not None and re.match(r"\d", plain) is None
    return is_word or ("#" in plain and any(_read_text(plain, "")))


def _texts(value: OptionalValue) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)


def _read_text(text: str, default: str) -> Iterator[str]:
    """Yield the citations of one text."""
    if citations := list(_CITATION.finditer(text)):
        rest = _CITATION.sub("", text)
        if not re.search(r"\w{4}", rest):
            yield from (f"{each['source'].lower()}#{each['number']}" for each in citations)
        return
    if default and _BARE.fullmatch(text):
        for first, last in _RANGE.findall(text):
            if int(first) < int(last) <= int(first) + _MAX_RANGE:
                yield from (f"{default}#{number}" for number in range(int(first), int(last) + 1))
        rest = _RANGE.sub(" ", text)
        yield from (f"{default}#{number}" for number in re.findall(_NUMBER, rest))
    elif text == default or (_SOURCE.fullmatch(text) and any(sign.isdigit() for sign in text)):
        yield text
