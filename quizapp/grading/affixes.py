"""Prefixes and endings: those that turn one stem into two things, and one that is the key."""

from collections.abc import Mapping
from functools import cache

from quizapp.grading.dictionary import Dictionary
from quizapp.grading.fold import bare, clean
from quizapp.grading.tables import table_rows

SHORTEST_STEM = 3  # letters
LONGEST_AFFIX = 8
_ALIKE_BY_EAR = frozenset({"ine", "ene"})
_OF_COMPOUNDS = ("ide", "ate", "ite", "yl")  # endings that show a chemist's stem: fluoride


def excluding_affixes(key: str, typed: str) -> tuple[str, str] | None:
    """Return the prefixes or endings of two words that turn one stem into two things."""
    one, other = bare(key), bare(typed)
    if (pair := _excluding(one, other, "prefix")) is not None:
        return pair
    pair = _excluding(one[::-1], other[::-1], "ending")
    return None if pair is None else (pair[0][::-1], pair[1][::-1])


def _excluding(one: str, other: str, place: str) -> tuple[str, str] | None:
    """Return what two words begin with that excludes each other, the rest being the same."""
    rivals = rivals_of(place)
    for length in range(min(LONGEST_AFFIX, len(one) - SHORTEST_STEM) + 1):
        stem = one[length:]
        if not other.endswith(stem):
            continue
        theirs = other[: len(other) - len(stem)]
        if theirs in rivals.get(one[:length], frozenset()):
            return one[:length], theirs
    return None


@cache
def rivals_of(place: str) -> Mapping[str, frozenset[str]]:
    """Return the affixes that exclude each one; endings from their end."""
    rivals: dict[str, frozenset[str]] = {}
    for kind, listed, *_ in table_rows("affixes.tsv"):
        if kind == place:
            group = listed.split(" ")
            affixes = [each if place == "prefix" else each[::-1] for each in group]
            for each in affixes:
                rivals[each] = rivals.get(each, frozenset()) | (frozenset(affixes) - {each})
    return rivals


def is_misspelt_ending(key: str, affixes: tuple[str, str], words: Dictionary) -> bool:
    """Return whether an ending is only misspelt: no other one makes a word of the stem.

    So it is of aubergene, but not of propene: there is propane.
    """
    right, typed = affixes
    if words.is_empty or {right, typed} != _ALIKE_BY_EAR or not words.known(key):
        return False
    stem = bare(key).removesuffix(right)
    rivals = (rival[::-1] for rival in rivals_of("ending").get(right[::-1], ()))
    return not any(words.known(stem + each) for each in (*rivals, *_OF_COMPOUNDS))


def is_same_affix(key: str, typed: str) -> bool:
    """Return whether `key` is an affix, and `typed` the same but for hyphens at its edges.

    An affix is small letters: -5 is a number, Cl- an ion and -OH a group. A single letter with a
    hyphen behind is a sign, too (e-).
    """
    form, text = clean(key), clean(typed)
    letters = form.strip("-")
    is_affix = letters != form and letters.isalpha() and letters == letters.lower()
    if not is_affix or (len(letters) == 1 and not form.startswith("-")):
        return False
    given = text.strip("-").strip()
    return given == letters or (len(letters) > 1 and given.casefold() == letters.casefold())
