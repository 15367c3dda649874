"""Whether a claim repeats a sentence: the same words in the same order, and nothing in between.

It is far stricter than a proof. What is declared untrue keeps a deck out where its source says it,
so that no word of another meaning, direction, part or strength may be passed over.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizapp.prove.amounts import Figure, read_amounts
from quizapp.prove.check_numbers import are_equal
from quizapp.prove.reading import TURNS, Reading, TextToken
from quizapp.prove.word_classes import words_of

_ARTICLES = words_of("a an the this that these those which who we our it they their its there")
_REPORTING = words_of(
    "found seen reported observed noted described showed shown find see report observe note "
    "describe show"
)
# Words that either side may have or lack; none says which, how many, how sure, or who did it.
_LEADING = _ARTICLES | _REPORTING | words_of("is are was were be been being am has have had having")
_EMPTY = _LEADING | words_of("in on at of for among")
_PLACED = words_of("in among")
_SAYING = frozenset("<>≤≥~±%‰/+")  # marks without which a number is another one
_FENCES = frozenset(";:.")
_BEHIND = (
    _FENCES | TURNS | {",", "and", "which", "who", "that"}
)  # what may follow and take nothing back
_FEWEST = 2  # words that say something of something


@dataclass(frozen=True, slots=True)
class _Side:
    """A text by what of it has to be repeated, sentence by sentence."""

    reading: Reading
    figures: Mapping[int, Figure]
    lines: Sequence[Sequence[TextToken]]


def is_repeated(claim: Reading, source: Reading) -> bool:
    """Return whether a sentence of `source` holds `claim` word for word, but for empty words.

    The claim may have the place behind: fever was seen in 56 children, who had fever.
    """
    mine, theirs = _side(claim), _side(source)
    said = [each for line in mine.lines for each in line]
    if not _FEWEST <= len(said) <= max(map(len, theirs.lines), default=0):
        return False
    return any(
        _are_same(mine, words, theirs, run) and _is_whole(source, run)
        for words in (said, *_turned(claim, said))
        for line in theirs.lines
        for start in range(len(line) - len(words) + 1)
        if (run := line[start : start + len(words)])
    )


def _side(reading: Reading) -> _Side:
    """Return a text without its empty words, its commas, and its brackets."""
    lines: dict[int, list[TextToken]] = {}
    for token in reading.tokens:
        is_empty = token.form in _EMPTY and reading.language == "en"
        if token.form in _SAYING if token.kind == "mark" else not is_empty:
            lines.setdefault(token.sentence, []).extend([token] if not token.bracket else [])
    return _Side(reading, {each.at: each for each in read_amounts(reading)}, [*lines.values()])


def _turned(claim: Reading, said: Sequence[TextToken]) -> Iterator[list[TextToken]]:
    """Yield the words of a claim with what stands behind an "in" first."""
    for one, other in pairwise(said if claim.language == "en" else ()):
        between = {each.form for each in claim.tokens[one.at + 1 : other.at]}
        if not between.isdisjoint(_PLACED):
            yield [*(t for t in said if t.at >= other.at), *(t for t in said if t.at <= one.at)]


def _are_same(
    mine: _Side, words: Sequence[TextToken], theirs: _Side, run: Sequence[TextToken]
) -> bool:
    """Return whether words of the one side are those of the other, one by one."""
    return all(
        _is_amount(mine.figures.get(one.at), theirs.figures.get(other.at))
        if one.at in mine.figures or other.at in theirs.figures
        else one.kind == other.kind and not _lemmas(one).isdisjoint(_lemmas(other))
        for one, other in zip(words, run, strict=True)
    )


def _is_amount(one: Figure | None, other: Figure | None) -> bool:
    """Return whether two numbers are one amount, said alike."""
    if one is None or other is None:
        return False
    alike = (one.kind, one.unit, one.bound, one.slack) == (
        *(other.kind, other.unit, other.bound, other.slack),
    )
    return alike and are_equal(one, other)


def _lemmas(word: TextToken) -> frozenset[str]:
    """Return what a word is a form of; words of its family, or of its meaning, are others."""
    return frozenset(each for each in word.keys if each[0] != "~" and each[-1] != "-") | {word.form}


def _is_whole(source: Reading, run: Sequence[TextToken]) -> bool:
    """Return whether nothing stands straight before `run`, or behind it, that bears on it.

    In mice, or without treatment, it may be otherwise.
    """
    line = [each for each in source.tokens if each.sentence == run[0].sentence]
    before = [each for each in line if each.at < run[0].at]
    while before and before[-1].form in _LEADING:
        before.pop()
    after = [each.form for each in line if each.at > run[-1].at and not each.bracket][:1]
    is_opened = not before or before[-1].form in _FENCES | TURNS
    return is_opened and _BEHIND.issuperset(after)
