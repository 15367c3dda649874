"""The names of a bank: is a response nearer to another concept than to the key?"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

NOT_TELLING = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names by what they squash to, each with the number of its concept and how it is written."""

    names: dict[str, tuple[int, str]] = field(default_factory=dict)

    def named(self, response: str, own: Iterable[str]) -> str:
        """Return the name of another concept that `response` is; "" when it is none."""
        found = self.names.get(squashed(response))
        return found[1] if found and found[0] not in self._concepts(own) else ""

    def nearer(self, response: str, own: Iterable[str], distance: int) -> str:
        """Return the name of another concept at most `distance` letters from `response`, or ""."""
        # 60 ms that a session need not wait for before its first question.
        from rapidfuzz import process  # noqa: PLC0415 (start-up)
        from rapidfuzz.distance import OSA  # noqa: PLC0415 (start-up)

        mine = self._concepts(own)
        near = process.extract(
            squashed(response),
            self.names.keys(),
            scorer=OSA.distance,
            score_cutoff=distance,
            limit=None,
        )
        rivals = (self.names[name] for name, _, _ in near)
        return next((shown for number, shown in rivals if number not in mine), "")

    def _concepts(self, own: Iterable[str]) -> frozenset[int]:
        known = (self.names.get(squashed(text)) for text in own)
        return frozenset(found[0] for found in known if found)


NO_NAMES = Lexicon()


def lexicon(groups: Iterable[Sequence[str]]) -> Lexicon:
    """Return the lexicon of concepts, each given by all its names."""
    names: dict[str, tuple[int, str]] = {}
    for number, group in enumerate(groups):
        for name in group:
            names.setdefault(squashed(name), (number, name))
    return Lexicon(names)


def squashed(text: str) -> str:
    """Return the letters and digits of `text` in one case; `text` itself when it has none."""
    return NOT_TELLING.sub("", text).casefold() or text
