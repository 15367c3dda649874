"""Answers made from a dictionary by chance: what a language's promise is measured with.

A judge is to accept nearly all slips and inflected forms, and hardly any other word.
"""

import random
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from heapq import heappush, heappushpop
from typing import NamedTuple

from quizapp.grading.dictionary import Dictionary

WORDS = 600  # of each kind
SHORTEST, LONGEST = 5, 20  # letters of a key
_ALL = 10_000  # neighbours: more than any word has


class Kind(StrEnum):
    """What was typed in place of the key."""

    SLIP = "slip"  # one edit behind the first letter, and no word
    BETWEEN = "between"  # a slip that is one edit from another word, too
    OTHER_WORD = "other word"  # a word one edit away, with another lemma
    FORM = "form"  # an inflected form of the key


class Generated(NamedTuple):
    """An answer: what was asked for, what was typed, what that is."""

    key: str
    typed: str
    kind: Kind


def generate_answers(words: Dictionary, seed: int, count: int = WORDS) -> Iterator[Generated]:
    """Yield slips in `count` words, all words one edit from these, and `count` inflected forms.

    The same dictionary, seed and count give the same answers.
    """
    chance = random.Random(seed)
    keys = sample(words, count, chance, lambda _: True)
    letters = "".join(keys)  # each as often as the language has it
    for key in keys:
        typed = slip_in(key, letters, words, chance)
        others = others_near(typed, words, but=key)
        yield Generated(key, typed, Kind.BETWEEN if others else Kind.SLIP)
        for other in others_near(key, words, but=key):
            yield Generated(key, other, Kind.OTHER_WORD)
    for form in sample(words, count, chance, lambda word: is_inflected(word, words)):
        yield Generated(words.lemmas(form)[0], form, Kind.FORM)


def sample(
    words: Dictionary, count: int, chance: random.Random, fits: Callable[[str], bool]
) -> list[str]:
    """Return `count` words of letters of the language that fit, each as likely as any other."""
    letters = frozenset(words.letters)
    kept: list[tuple[float, str]] = []  # the words of the smallest lots; the largest lot on top
    for word in distinct(words.forms):
        if not SHORTEST <= len(word) <= LONGEST:
            continue
        lot = chance.random()
        # What a word is takes longer to look up than to draw its lot.
        is_drawn = len(kept) < count or lot < -kept[0][0]
        if is_drawn and letters.issuperset(word) and fits(word):
            (heappush if len(kept) < count else heappushpop)(kept, (-lot, word))
    return sorted(word for _, word in kept)


def distinct(words: Iterable[str]) -> Iterator[str]:
    """Yield each word once: equal ones come one after the other."""
    last = None
    for word in words:
        if word != last:
            yield word
        last = word


def slip_in(key: str, letters: str, words: Dictionary, chance: random.Random) -> str:
    """Return `key` after one random edit behind its first letter that makes no word of it."""
    while True:
        place, letter = chance.randrange(1, len(key)), chance.choice(letters)
        edits = (
            key[:place] + key[place + 1 :],
            key[:place] + letter + key[place:],
            key[:place] + letter + key[place + 1 :],
            key[:place] + key[place + 1 : place + 2] + key[place] + key[place + 2 :],
        )
        typed = chance.choice(edits)
        if typed != key and not words.known(typed):
            return typed


def others_near(word: str, words: Dictionary, *, but: str) -> list[str]:
    """Return the words one edit from `word` that are no forms of `but`."""
    own = {but, *words.lemmas(but)}
    return [
        near
        for near in words.neighbours(word, limit=_ALL)
        if near not in own and own.isdisjoint(words.lemmas(near))
    ]


def is_inflected(word: str, words: Dictionary) -> bool:
    """Return whether `word` is a form of one other word alone, which is known, too."""
    lemmas = words.lemmas(word)
    return len(lemmas) == 1 and lemmas[0] != word and words.known(lemmas[0])
