"""Is a word built of the parts of medical words, and of other ones than the key?

`neuritis` differs from `nephritis` by two letters, which would be a slip, were it not a word of its
own: a root and an ending that exist. The parts are the data of `quizapp.grading.old.stems`.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from quizapp.grading.old.stems import BEGINNINGS, ENDINGS, ROOTS, SAME_PARTS

Parts = tuple[str, ...]

LINKS = ("o", "i", "")  # cardi-o-megaly, digit-i-form, gastr-itis
LONGEST_ROOT = max(map(len, ROOTS))
SHORTEST_COMPOUND = 6
MOST_PARTS = 6
MOST_WAYS = 8
LONG_ENDING = 5  # an ending that stands behind a beginning alone: dys-plasia, hypo-xia


def other_compound(key: str, given: str) -> str:
    """Return what tells a well-built `given` from `key` ("neur-, not nephr-"), "" when nothing."""
    ways, mine = ways_to_build(given), ways_to_build(key)
    if any(are_same_parts(one, other) for one in mine for other in ways):
        return ""
    if not ways:
        return ""
    notes = (contrast(one, other) for one in mine for other in ways)
    return min(filter(None, notes), key=len, default=f"{key}, not {given}")


def are_same_parts(one: Parts, other: Parts) -> bool:
    """Return whether two words are built of the same parts, a part written in another way aside."""
    return len(one) == len(other) and all(
        mine == theirs or frozenset({mine, theirs}) in SAME_PARTS
        for mine, theirs in zip(one, other, strict=True)
    )


def contrast(one: Parts, other: Parts) -> str:
    """Return a note on the one part that differs, "" where more do."""
    if len(one) != len(other):
        return ""
    differing = [place for place, part in enumerate(one) if part != other[place]]
    if len(differing) > 1:
        return ""
    place = differing[0]
    if place == len(one) - 1:
        return f"-{one[place]}, not -{other[place]}"
    return f"{one[place]}-, not {other[place]}-"


@lru_cache(maxsize=4096)
def ways_to_build(word: str) -> tuple[Parts, ...]:
    """Return the ways in which `word` is built of known parts (nephr, itis), () when in none."""
    if len(word) < SHORTEST_COMPOUND:
        return ()
    return tuple(islice(built(word, has_root=False, most=MOST_PARTS), MOST_WAYS))


def built(rest: str, *, has_root: bool, most: int, has_beginning: bool = False) -> Iterator[Parts]:
    """Yield every way in which `rest` is built: beginnings, roots, an ending."""
    if rest in ENDINGS and (has_root or (has_beginning and len(rest) >= LONG_ENDING)):
        yield (rest,)
    if most == 0:
        return
    for size in range(min(LONGEST_ROOT, len(rest) - 1), 0, -1):
        part, behind = rest[:size], rest[size:]
        yield from (
            (part, *more)
            for link in LINKS
            if part in ROOTS and behind.startswith(link)
            for more in built(behind[len(link) :], has_root=True, most=most - 1)
        )
        if part in BEGINNINGS and not has_root:
            more_parts = built(behind, has_root=False, most=most - 1, has_beginning=True)
            yield from ((part, *more) for more in more_parts)
