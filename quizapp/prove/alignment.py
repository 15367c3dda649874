"""Which words of a claim stand where in what it cites."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quizapp.prove.amounts import Figure
from quizapp.prove.carriers import is_carrier, is_inflected, is_light
from quizapp.prove.reading import Denial, Reading, TextToken
from quizapp.prove.synonyms import OPPOSITES
from quizapp.prove.word_classes import DIMENSIONS, HEDGES, MEASURES, PEOPLE, words_of

_ROLES = words_of("by with from to than")
_SHARE = 4  # words that stand there, for each that does not and may be a paraphrase
_COORDINATORS = words_of("and or")
_DENYING = ("un", "non", "in", "im", "dis", "ab")
_NOTHING: frozenset[str] = frozenset()
_ARTICLES = words_of("the a an its their his her")
_MOST_PARTS = 3  # words that a hyphen or a space more makes of one


@dataclass(frozen=True, slots=True)
class Leeway:
    """What need not stand in cited sentences, and what must.

    Attributes:
        topics: the keys of what the source is about.
        required: words, in small letters, that carry the claim in whatever place.
    """

    topics: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()


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
        missing: content words of the claim that the source lacks.
    """

    claim: Reading
    source: Reading
    claim_amounts: tuple[Figure, ...]
    source_amounts: tuple[Figure, ...]
    candidates: Mapping[int, tuple[TextToken, ...]]
    missing: tuple[TextToken, ...]
    chosen: Mapping[int, TextToken] = field(default_factory=dict)

    @property
    def region(self) -> frozenset[int]:
        """The clauses of the source that the claim speaks of."""
        return frozenset(each.clause for each in self.chosen.values())

    @property
    def main_region(self) -> frozenset[int]:
        """Those of them that hold a good part of what it says."""
        counts = Counter(each.clause for each in self.chosen.values())
        return frozenset(each for each, n in counts.items() if 3 * n > len(self.chosen))

    @property
    def hedging_region(self) -> frozenset[int]:
        """Those, and the clauses that they hang on: it may be that it is."""
        parents = clause_parents(self.source)
        return self.main_region | {parents[each] for each in self.main_region}

    def touched(self) -> Iterator[Denial]:
        """Yield the denials of the source that cover something that the claim says."""
        places = {each.at for each in self.chosen.values()}
        for mine in self.claim_amounts:  # 102 g instead of 387 g
            same = [each.at for each in self.source_amounts if each.value == mine.value]
            places.update(same if len(same) == 1 else ())
        return (each for each in self.source.denials if not places.isdisjoint(each.behind))


def align(
    claim: Reading,
    source: Reading,
    claim_amounts: tuple[Figure, ...],
    source_amounts: tuple[Figure, ...],
    leeway: Leeway,
) -> ClaimAlignment:
    """Return a claim beside what it cites."""
    candidates = {
        word.at: found
        for word in claim.tokens
        if word.kind in {"word", "name"} and (found := tuple(_places_of(word, claim, source)))
    }
    units = {each.at + 1 for each in claim_amounts if each.has_unit}  # compared with the number
    is_hedged = any(each.form in HEDGES for each in source.tokens)
    absent = [
        each
        for each in claim.tokens
        if (each.is_content or (each.form in MEASURES and not claim_amounts))
        and each.at not in candidates
        and each.at not in units
        and not (is_hedged and each.form in HEDGES)
        and not _is_of_bound(claim, each)  # younger than 45
        and not (claim_amounts and not DIMENSIONS.isdisjoint({each.form, *each.keys}))
    ]
    aligned = sum(each.at in candidates for each in claim.content)
    topical = [each for each in absent if _is_topic(each, claim, leeway.topics, candidates)]
    missing = [each for each in absent if each not in topical or len(topical) > aligned]
    if claim.language == "en":
        free = [
            each
            for each in missing
            if each.form not in leeway.required
            and not any(are_opposite(each, other) for other in source.tokens)
        ]
        light = [each for each in free if is_light(each, claim, candidates)]
        missing = [each for each in missing if each not in light or len(light) > aligned]
        odd = [
            each
            for each in free
            if each in missing
            and not is_carrier(each, claim)
            and not _has_rival(each, claim, source, candidates)
        ]
        missing = [each for each in missing if each not in odd or len(odd) * _SHARE > aligned]
    chosen = _choose(claim, source, candidates, claim_amounts, source_amounts)
    return ClaimAlignment(
        claim, source, claim_amounts, source_amounts, candidates, tuple(missing), chosen
    )


def _places_of(word: TextToken, claim: Reading, source: Reading) -> Iterator[TextToken]:
    """Yield the words of the source that say what `word` of the claim says."""
    exact = [each for each in source.tokens if not word.keys.isdisjoint(each.keys)]
    same = [each for each in exact if each.form == word.form]
    exact = same or exact
    if exact or not word.is_content:
        yield from exact
        return
    for start in range(len(source.tokens)):  # midsummer: mid-summer
        if _joined(source.tokens, start, word.form):
            yield source.tokens[start]
    for start in range(max(0, word.at - _MOST_PARTS), word.at + 1):  # mid-summer: midsummer
        for end in range(word.at + 1, min(len(claim.tokens), start + _MOST_PARTS + 1) + 1):
            whole = "".join(t.form for t in claim.tokens[start:end] if t.kind != "mark")
            if end - start > 1:
                yield from (each for each in source.tokens if each.form == whole)


def _is_of_bound(claim: Reading, word: TextToken) -> bool:
    """Return whether a word is part of a bound, which is compared with its number."""
    return any(each.form in {"<", ">"} for each in claim.tokens[word.at + 1 : word.at + 2])


def _is_topic(
    word: TextToken, claim: Reading, topics: frozenset[str], found: Collection[int]
) -> bool:
    """Return whether `word` names what the whole source is about, away from another noun.

    Beside a noun it says which one, and that must stand in the sentence.
    """
    if word.keys.isdisjoint(topics) or any(each in OPPOSITES for each in word.keys - PEOPLE):
        return False
    before = [t.form for t in claim.tokens[: word.at] if t.form not in {"the", "a"}][-2:]
    if not _ROLES.isdisjoint(before):
        return False  # who did it, and with what, is what a sentence says
    near = [
        t
        for t in claim.tokens
        if abs(t.at - word.at) == 1
        and t.is_content
        and not (t.at < word.at and (t.is_verb or t.form.endswith("ing")))
        and not (t.at > word.at and is_inflected(t))
    ]
    return all(not each.keys.isdisjoint(topics) and each.at not in found for each in near)


def _has_rival(
    word: TextToken,
    claim: Reading,
    source: Reading,
    candidates: Mapping[int, tuple[TextToken, ...]],
) -> bool:
    """Return whether the source has another word, which the claim lacks, in the place of `word`.

    Then it is no paraphrase but another thing: failure of the kidney, failure of the liver. The
    place is told by the next word on one side, and by what leads from the one to the other.
    """
    places = {each.at for found in candidates.values() for each in found}
    mine, theirs = list(claim.content), list(source.content)
    for step in (1, -1):
        beside = _next(mine, word, step)
        for there in candidates.get(beside.at, ()) if beside else ():
            rival = _next(theirs, there, -step)
            if (
                rival
                and rival.at not in places
                and _link(claim, beside, word) == _link(source, there, rival)
            ):
                return True
    return False


def _next(words: Sequence[TextToken], word: TextToken, step: int) -> TextToken | None:
    """Return the word of content behind `word`, or before it."""
    at = next((number for number, each in enumerate(words) if each.at == word.at), None)
    return words[at + step] if at is not None and 0 <= at + step < len(words) else None


def _link(reading: Reading, one: TextToken, other: TextToken) -> list[str]:
    """Return what leads from one word to another, but for articles."""
    first, last = sorted((one.at, other.at))
    between = [each.form for each in reading.tokens[first + 1 : last]]
    if not _COORDINATORS.isdisjoint(between):
        return ["and"]
    return [each for each in between if each not in _ARTICLES]


def are_opposite(one: TextToken, other: TextToken) -> bool:
    """Return whether a word denies another: more, less; stable, unstable; over- and underrated."""
    if one.kind != "word" or other.kind != "word":
        return False
    pairs = ((one.form, other.form), (other.form, one.form))
    return any(not OPPOSITES.get(key, _NOTHING).isdisjoint(other.keys) for key in one.keys) or any(
        longer == prefix + shorter
        or (shorter.startswith("over") and longer == f"under{shorter.removeprefix('over')}")
        for longer, shorter in pairs
        for prefix in _DENYING
    )


def _joined(tokens: Sequence[TextToken], start: int, form: str) -> bool:
    """Return whether words from `start` on are `form`, written apart."""
    whole = ""
    for each in tokens[start : start + _MOST_PARTS + 1]:
        whole += "" if each.form == "-" else each.form
        if not form.startswith(whole):
            return False
        if whole == form:
            return True
    return False


def _choose(
    claim: Reading,
    source: Reading,
    candidates: Mapping[int, tuple[TextToken, ...]],
    claim_amounts: Sequence[Figure],
    source_amounts: Sequence[Figure],
) -> dict[int, TextToken]:
    """Return one place for each word of a claim's content: near what has but one place."""
    chosen: dict[int, TextToken] = {}
    for clause in dict.fromkeys(each.clause for each in claim.tokens):
        words = [each for each in claim.content if each.clause == clause and each.at in candidates]
        votes = Counter(
            place
            for word in words
            for place in {root_of(source, each.clause) for each in candidates[word.at]}
        )
        sure = [each.at for w in words for each in candidates[w.at] if len(candidates[w.at]) == 1]
        values = {each.value for each in claim_amounts if each.token.clause == clause}
        by_value = [each.at for each in source_amounts if each.value in values]
        anchors = (by_value if len(by_value) <= len(values) else []) + sure
        for word in words:
            chosen[word.at] = min(
                candidates[word.at],
                key=lambda each: (
                    -votes[root_of(source, each.clause)],
                    min((abs(each.at - anchor) for anchor in anchors), default=0),
                    each.at,
                ),
            )
    return chosen


def root_of(reading: Reading, clause: int) -> int:
    """Return the clause with a subject of its own that `clause` belongs to."""
    parents = clause_parents(reading)
    while parents.get(clause, clause) != clause:
        clause = parents[clause]
    return clause


def clause_parents(reading: Reading) -> dict[int, int]:
    """Return the clauses of a text, each with the one that it belongs to."""
    return {each.clause: each.parent for each in reading.tokens}
