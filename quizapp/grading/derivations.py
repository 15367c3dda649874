"""Nouns, verbs and adjectives of one root: reduces, reduction; myocardial, myocardium."""

from functools import cache

from quizapp.grading.fold import bare
from quizapp.grading.tables import table_rows

_SHORTEST_NOUN_ENDING = 3  # letters; of fewer, two words may be two nouns
_SHORTEST_ROOT = 4  # letters


def is_made_of_name(adjective: str, name: str) -> bool:
    """Return whether an adjective is made of a name: Newtonian."""
    return len(name) > _SHORTEST_ROOT and are_related("name", adjective, name)


@cache
def is_own_adjective(word: str, noun: str, language: str) -> bool:
    """Return whether an adjective of another root belongs to a noun: renal, kidney."""
    one, other = (bare(each.casefold()).replace("ё", "е") for each in (word, noun))
    return any(
        one in map(bare, words.split()) and other in map(bare, nouns.split())
        for kind, words, nouns, _ in table_rows("derivations.tsv")
        if kind == f"own-{language}"
    )


def is_derived(one: str, other: str) -> bool:
    """Return whether one of two words names the act that the other does: evaporating."""
    pairs = ((one, other), (other, one))
    return any(are_related("act", *pair, shortest=_SHORTEST_NOUN_ENDING) for pair in pairs)


def are_related(kind: str, word: str, noun: str, *, shortest: int = 0) -> bool:
    """Return whether a verb or an adjective and a noun are one root with endings of one row.

    The ending of the noun has so many letters at the `shortest`.
    """
    one, other = bare(word.casefold()), bare(noun.casefold())
    return any(
        one[at:] in words and other[at:] in nouns
        for at in range(_SHORTEST_ROOT, min(len(one), len(other) - shortest) + 1)
        if one[:at] == other[:at] and (one != other or one[at:] == "ing")
        for words, nouns in _families(kind)
    )


@cache
def _families(kind: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return the endings of words beside those of the nouns that belong to them."""
    return tuple(
        (_endings(words), _endings(nouns))
        for row_kind, words, nouns, _ in table_rows("derivations.tsv")
        if row_kind == kind
    )


def _endings(text: str) -> frozenset[str]:
    return frozenset(each.strip("-") for each in text.split(" "))
