"""Lists in an English sentence: "a, b, and c" behind a colon, and pairs of adjectives."""

import re
from collections.abc import Iterator

from quizapp.drafting.word_lists import Rarity, is_common, is_function_word, rarity_of

_MEMBER = r"[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){0,3}"
_SERIES = re.compile(
    rf"(?:\b(?:such as|including|include|includes|included|of|were|are|by|with|for|namely|"
    rf"from)|:|\() ?"
    rf"(?P<list>{_MEMBER}(?:, {_MEMBER})+,? and {_MEMBER})(?=[.;:)]|$)"
)
_ADJECTIVE = r"[a-z]{2,}(?:al|ic|ar|ary|ous|ive|ine|oid)"
_PAIR = re.compile(rf"\b(?P<list>{_ADJECTIVE} and {_ADJECTIVE})(?= [a-z]+)")
_LEAST_MEMBER = 3  # letters


def find_lists(sentence: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield where lists stand and their members; those whose ends are not certain are left out."""
    for found in _SERIES.finditer(sentence):
        members = tuple(re.split(r",? and |, ", found["list"]))
        if all(map(_is_plain, members)) and any(map(_is_technical, members)):
            yield *found.span("list"), members
    for found in _PAIR.finditer(sentence):
        members = tuple(found["list"].split(" and "))
        if sentence[: found.start("list")].rstrip()[-1:] != "," and all(
            rarity_of(member) is not Rarity.COMMON for member in members
        ):
            yield *found.span("list"), members


def _is_plain(member: str) -> bool:
    """Return whether a member is a phrase of its own, without words that join."""
    words = member.split()
    is_joined = any(is_function_word(word, "en") for word in words)
    return not is_joined and len(member) >= _LEAST_MEMBER


def _is_technical(member: str) -> bool:
    return any(not is_common(word) for word in re.findall(r"[^\W\d_]{4,}", member))
