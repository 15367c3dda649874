"""Which words of a claim stand where in what it cites."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quizapp.prove.amounts import Figure
from quizapp.prove.reading import Denial, Reading, TextToken
from quizapp.prove.synonyms import OPPOSITES

_MOST_PARTS = 3  # words that a hyphen or a space more makes of one
_PREFIX_PAIRS = (
    *((prefix, "") for prefix in ("un", "non", "in", "im", "dis", "ab", "de")),
    *(("over", "under"), ("pro", "retro"), ("hyper", "hypo"), ("pre", "post"), ("intra", "extra")),
)
_PREFIXES = tuple(pair for both in _PREFIX_PAIRS for pair in (both, both[::-1]))
_SHORTEST_REST = 4  # letters


@dataclass(frozen=True, slots=True)
class ClaimAlignment:
    """A claim beside the sentences it cites.

    Attributes:
        claim: the claim, read.
        source: the sentences, read.
        claim_amounts: the numbers of the claim.
        source_amounts: those of the sentences.
        candidates: by the place of a claim's word, where it may stand in the source.
        chosen: by the place of a claim's word, where it is taken to stand.
        topics: the keys of what the source is about.
        required: words, in small letters, that must stand there in whatever place.
        said_as: what the source may say in place of words of the claim.
        missing: words that carry the claim, and that the source lacks.
    """

    claim: Reading
    source: Reading
    claim_amounts: tuple[Figure, ...]
    source_amounts: tuple[Figure, ...]
    candidates: Mapping[int, tuple[TextToken, ...]]
    chosen: Mapping[int, TextToken]
    topics: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    said_as: tuple[Reading, ...] = ()
    missing: tuple[TextToken, ...] = ()

    @property
    def places(self) -> frozenset[int]:
        """Where words of the source stand that the claim may say."""
        return frozenset(each.at for found in self.candidates.values() for each in found)

    @property
    def region(self) -> frozenset[int]:
        """The clauses of the source that the claim speaks of."""
        return frozenset(each.clause for each in self.chosen.values())

    @property
    def hedging_region(self) -> frozenset[int]:
        """Those that hold a good part of what it says, and what they hang on: it may be that."""
        counts = Counter(each.clause for each in self.chosen.values())
        main = {each for each, n in counts.items() if 3 * n > len(self.chosen)}
        return frozenset(main | {t.parent for t in self.source.tokens if t.clause in main})

    def touched(self) -> Iterator[Denial]:
        """Yield the denials of the source that cover something that the claim says."""
        places = {each.at for each in self.chosen.values()}
        for mine in self.claim_amounts:  # 102 g instead of 387 g
            same = [each.at for each in self.source_amounts if each.value == mine.value]
            places.update(same if len(same) == 1 else ())
        return (each for each in self.source.denials if not places.isdisjoint(each.behind))

    def opposite_of(self, word: TextToken) -> TextToken | None:
        """Return the word of the source that denies `word` where the claim speaks of the same."""
        places = {each.at for each in self.chosen.values()}
        roots = {each.parent for each in self.chosen.values()}
        for token in self.source.tokens:
            before = self.source.tokens[token.at - 1].form if token.at else ""
            if token.at in places or before in {"less", "least"}:  # declined more; less severe
                continue
            is_near = not roots or token.parent in roots or token.clause in self.region
            if is_near and are_opposite(word, token):
                return token
        return None


def align(
    claim: Reading,
    source: Reading,
    claim_amounts: tuple[Figure, ...],
    source_amounts: tuple[Figure, ...],
) -> ClaimAlignment:
    """Return a claim beside what it cites; what is missing is not looked for yet."""
    apart = {whole: tokens[0] for whole, tokens in _written_apart(source)}
    joined = {token.at: whole for whole, tokens in _written_apart(claim) for token in tokens}
    candidates = {
        word.at: found
        for word in claim.tokens
        if word.kind in {"word", "name"}
        and (found := _places_of(word, source, apart, joined.get(word.at, "")))
    }
    chosen = _choose(claim, candidates, claim_amounts, source_amounts)
    return ClaimAlignment(claim, source, claim_amounts, source_amounts, candidates, chosen)


def _places_of(
    word: TextToken, source: Reading, apart: Mapping[str, TextToken], joined: str
) -> tuple[TextToken, ...]:
    """Return the words of the source that say what `word` of the claim says.

    The same word is preferred to another of its meaning. "Midsummer" is "mid-summer".
    """
    alike = [each for each in source.tokens if not word.keys.isdisjoint(each.keys)]
    same = [each for each in alike if each.form == word.form]
    if alike or not word.is_content:
        return tuple(same or alike)
    if word.form in apart:
        return (apart[word.form],)
    return tuple(each for each in source.tokens if joined and each.form == joined)


def _written_apart(reading: Reading) -> Iterator[tuple[str, Sequence[TextToken]]]:
    """Yield what two or three words running, or parts of a word with hyphens, are as one word."""
    words = [each for each in reading.tokens if each.form != "-"]
    for at in range(len(words)):
        for end in range(at + 2, min(at + _MOST_PARTS, len(words)) + 1):
            run = words[at:end]
            if all(each.kind == "word" for each in run):
                yield "".join(each.form for each in run), run


def are_opposite(one: TextToken, other: TextToken) -> bool:
    """Return whether a word denies another: more, less; stable, unstable; hyper- and hypotonic."""
    return not _opposites(one.keys).isdisjoint(other.keys)


@lru_cache(maxsize=16384)
def _opposites(keys: frozenset[str]) -> frozenset[str]:
    """Return the keys of what denies a word: its opposites, and itself with another prefix."""
    found = {other for key in keys for other in OPPOSITES.get(key, ())}
    for key in keys:
        for prefix, opposite in _PREFIXES:
            rest = key.removeprefix(prefix)
            if key.startswith(prefix) and len(rest) >= _SHORTEST_REST:
                found.add(opposite + rest)
    return frozenset(found)


def _choose(
    claim: Reading,
    candidates: Mapping[int, tuple[TextToken, ...]],
    claim_amounts: Sequence[Figure],
    source_amounts: Sequence[Figure],
) -> dict[int, TextToken]:
    """Return one place for each word of a claim's content: near what has but one place."""
    chosen: dict[int, TextToken] = {}
    for clause in dict.fromkeys(each.clause for each in claim.tokens):
        words = [each for each in claim.content if each.clause == clause and each.at in candidates]
        votes = Counter(p for w in words for p in {each.parent for each in candidates[w.at]})
        sure = [each.at for w in words for each in candidates[w.at] if len(candidates[w.at]) == 1]
        values = {each.value for each in claim_amounts if each.token.clause == clause}
        by_value = [each.at for each in source_amounts if each.value in values]
        anchors = (by_value if len(by_value) <= len(values) else []) + sure
        for word in words:
            chosen[word.at] = min(
                candidates[word.at],
                key=lambda each: (
                    -votes[each.parent],
                    min((abs(each.at - anchor) for anchor in anchors), default=0),
                    each.at,
                ),
            )
    return chosen
