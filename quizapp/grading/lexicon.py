"""The names of a bank: is a response another concept, or nearer to one than to the key?"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

NOT_TELLING = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written, and the numbers of the concepts that bear it."""

    shown: str
    concepts: frozenset[int]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names by what they squash to, and these by their length."""

    names: Mapping[str, Name] = field(default_factory=dict)
    by_length: Mapping[int, Sequence[str]] = field(default_factory=dict)

    def named(self, response: str, own: Iterable[str]) -> str:
        """Return the name of another concept that `response` is; "" when it is none.

        A name that another concept shares with one of `own` is no other's.
        """
        found = self.names.get(squashed(response))
        return found.shown if found and found.concepts.isdisjoint(self._concepts(own)) else ""

    def others(self, own: Iterable[str]) -> Iterator[str]:
        """Yield all names of other concepts than those of `own`."""
        mine = self._concepts(own)
        return (each.shown for each in self.names.values() if each.concepts.isdisjoint(mine))

    def near(self, response: str, own: Iterable[str], distance: int) -> tuple[str, ...]:
        """Return the names of other concepts at most `distance` letters from `response`."""
        if not self.names:
            return ()
        # 60 ms that a session need not wait for before its first question.
        from rapidfuzz import process  # noqa: PLC0415 (start-up)
        from rapidfuzz.distance import OSA  # noqa: PLC0415 (start-up)

        given = squashed(response)
        mine = self._concepts(own)
        found = (
            self.names[name]
            for length in range(len(given) - distance, len(given) + distance + 1)
            for name, _, _ in process.extract(
                given,
                self.by_length.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=distance,
                limit=None,
            )
        )
        return tuple(name.shown for name in found if name.concepts.isdisjoint(mine))

    def _concepts(self, own: Iterable[str]) -> frozenset[int]:
        known = (self.names.get(squashed(text)) for text in own)
        return frozenset(concept for found in known if found for concept in found.concepts)


NO_NAMES = Lexicon()


def lexicon(groups: Iterable[Sequence[str]]) -> Lexicon:
    """Return the lexicon of concepts, each given by all its names."""
    names: dict[str, Name] = {}
    by_length: dict[int, list[str]] = {}
    for number, group in enumerate(groups):
        for shown in group:
            form = squashed(shown)
            known = names.get(form)
            if known is None:
                by_length.setdefault(len(form), []).append(form)
                names[form] = Name(shown, frozenset({number}))
            else:
                names[form] = Name(known.shown, known.concepts | {number})
    return Lexicon(names, by_length)


@lru_cache(maxsize=8192)
def squashed(text: str) -> str:
    """Return the letters and digits of `text` in one case and without accents, ae and oe as e.

    `text` itself when it has none. Lighter than `quizapp.grading.fold`, for many names at once.
    """
    folded = text.casefold()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded)
        folded = "".join(each for each in decomposed if not unicodedata.combining(each))
    return NOT_TELLING.sub("", folded).replace("ae", "e").replace("oe", "e") or text
