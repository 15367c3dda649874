"""Which words of a sentence a claim has, too: what a reader who compares them looks for."""

import re
from collections.abc import Iterable
from functools import cache

from quizapp.grading.dictionary import NO_DICTIONARY, Dictionary
from quizapp.prove.word_classes import FRAME, PREPOSITIONS
from quizapp.prove.word_roots import word_keys

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’-][^\W_]+)*")
_SHORT = 3  # letters of a word that says too little


def find_shared_words(
    sentence: str, claims: Iterable[str], dictionary: Dictionary = NO_DICTIONARY
) -> tuple[tuple[int, int], ...]:
    """Return where the words of `sentence` stand, start and end, that one of `claims` has."""

    @cache
    def keys_of(word: str) -> frozenset[str]:
        return word_keys(word, dictionary)

    said = {
        key for claim in claims for word in _WORD.findall(claim) for key in keys_of(word.casefold())
    }
    return tuple(
        found.span()
        for found in _WORD.finditer(sentence)
        if _is_telling(found[0].casefold()) and not said.isdisjoint(keys_of(found[0].casefold()))
    )


def _is_telling(word: str) -> bool:
    """Return whether a word says something of its own."""
    if any(map(str.isdigit, word)):
        return True
    return len(word) > _SHORT and word not in FRAME and word not in PREPOSITIONS
