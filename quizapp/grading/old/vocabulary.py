"""Words that exist: a response that is one of them is no misspelling of another.

The lists are data, in `quizapp.grading.old.known`; they hold what lies near other words.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from quizapp.grading.old.known import (
    anatomy,
    chemistry,
    computing,
    conditions,
    drugs,
    english,
    organisms,
    world,
)
from quizapp.grading.old.normal import sound

FIELDS = (anatomy, chemistry, computing, conditions, drugs, english, organisms, world)


@cache
def known_words() -> frozenset[str]:
    """Return every known word, as normalised."""
    return frozenset().union(*(field.WORDS.split() for field in FIELDS))


@cache
def organism_words() -> frozenset[str]:
    """Return the names of organisms, as normalised."""
    return frozenset(organisms.WORDS.split())


@cache
def body_words() -> frozenset[str]:
    """Return the parts of the body and what is of them, as normalised."""
    return frozenset(anatomy.WORDS.split())


@cache
def proper_names() -> frozenset[str]:
    """Return the names of places and people, as normalised."""
    return frozenset(world.WORDS.split())


@cache
def words_by_length() -> Mapping[int, Sequence[str]]:
    """Return the known words by how many letters they have."""
    found: dict[int, list[str]] = {}
    for word in sorted(known_words()):
        found.setdefault(len(word), []).append(word)
    return found


def nearer_words(key: str, given: str) -> tuple[str, ...]:
    """Return the known words that `given` is nearer to than to `key`, by letters and by sound."""
    apart, heard_apart = OSA.distance(key, given), OSA.distance(sound(key), sound(given))
    lengths = range(len(given) - apart + 1, len(given) + apart)
    near = (
        name
        for length in lengths
        for name, _, _ in process.extract(
            given,
            words_by_length().get(length, ()),
            scorer=OSA.distance,
            score_cutoff=apart - 1,
            limit=None,
        )
    )
    heard = sound(given)
    return tuple(name for name in near if OSA.distance(sound(name), heard) <= heard_apart)
