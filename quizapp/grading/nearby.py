"""What judging makes of a deck's own answers, before anyone is asked; for authors.

Which names could a slip turn into each other, and which answers does a card refuse? Values only:
lint has the words for them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.grading.expected import (
    ExpectedAmount,
    ExpectedList,
    ExpectedNumber,
    ExpectedSequence,
    ExpectedTerm,
)
from quizapp.grading.judge import judge
from quizapp.grading.lexicon import NO_NAMES, Lexicon, squashed

_MAX_EDITS = 2  # a slip in one name is then as near to the other
_MIN_SLIP_LENGTH = 5  # letters of a word in which a slip is forgiven
_MIN_FAR_LENGTH = 6  # letters of a word that is still the same two edits away
_MIN_FREE_FIRST_LETTER = 8  # letters of a word whose first letter may be the slip
_MAX_CAPITALS = 5  # letters of an abbreviation
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names that are judged to the letter for each other's sake, and whose they are."""

    name: str
    owner: int
    other: str
    other_owner: int


@dataclass(frozen=True, slots=True)
class Misjudgement:
    """A form that its author calls right and that is refused, or the other way round.

    `note` is what a learner would be told.
    """

    form: str
    passes: bool
    note: str


def find_near_names(groups: Iterable[Sequence[str]]) -> Iterator[NamePair]:
    """Yield the names of two groups that lie so near that a slip in one could hit the other.

    A group is all that one thing is called, and is told by its place. Each two groups make one
    pair at most. Numbers, abbreviations and short words are never forgiven a slip, so names that
    differ in these are not near.
    """
    from rapidfuzz import process  # noqa: PLC0415 (start-up)
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (start-up)

    named: dict[str, list[tuple[int, str]]] = {}
    for owner, group in enumerate(groups):
        for name in group:
            named.setdefault(squashed(name), []).append((owner, name))
    by_length: dict[int, list[str]] = {}
    told: set[tuple[int, int]] = set()
    for form in sorted(named, key=len):
        for length in range(len(form) - _MAX_EDITS, len(form) + 1):  # the longer come later
            shorter = by_length.get(length, ())
            for near, _, _ in process.extract(
                form, shorter, scorer=OSA.distance, score_cutoff=_MAX_EDITS, limit=None
            ):
                yield from _pairs(named[near], named[form], told)
        by_length.setdefault(len(form), []).append(form)


def _pairs(
    names: Iterable[tuple[int, str]],
    others: Sequence[tuple[int, str]],
    told: set[tuple[int, int]],
) -> Iterator[NamePair]:
    """Yield a pair of each two owners that were not `told` before."""
    for owner, name in names:
        for other_owner, other in others:
            pair = (min(owner, other_owner), max(owner, other_owner))
            if owner != other_owner and pair not in told and _may_slip(name, other):
                told.add(pair)
                yield NamePair(name, owner, other, other_owner)


def _may_slip(one: str, other: str) -> bool:
    """Return whether only words differ in which a slip would be forgiven."""
    words, other_words = _WORD.findall(one), _WORD.findall(other)
    if len(words) != len(other_words):
        return False
    pairs = zip(words, other_words, strict=True)
    differing = [pair for pair in pairs if squashed(pair[0]) != squashed(pair[1])]
    return bool(differing) and all(_are_open_to_slips(*pair) for pair in differing)


def _are_open_to_slips(one: str, other: str) -> bool:
    """Return whether a slip could turn a word into another, judged by each word alone."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (start-up)

    shortest = min(len(one), len(other))
    is_abbreviation = any(len(each) <= _MAX_CAPITALS and each.isupper() for each in (one, other))
    keeps_first = one[:1].casefold() == other[:1].casefold()
    is_near = shortest >= _MIN_FAR_LENGTH or OSA.distance(one.casefold(), other.casefold()) == 1
    return (
        shortest >= _MIN_SLIP_LENGTH
        and is_near
        and not is_abbreviation
        and f"{one}{other}".isalpha()
        and (keeps_first or shortest >= _MIN_FREE_FIRST_LETTER)
    )


def find_misjudged(
    expected: ExpectedTerm | ExpectedNumber | ExpectedAmount | ExpectedList | ExpectedSequence,
    question: str,
    names: Lexicon = NO_NAMES,
) -> Iterator[Misjudgement]:
    """Yield which of its own answers `expected` refuses, and which it takes that are never right.

    `question` is what is asked, whose words alone answer nothing.
    """
    match expected:
        case ExpectedTerm():
            yield from _misjudged_forms(replace(expected, given=question), names)
        case ExpectedNumber(text=text, unit=unit):
            forms = dict.fromkeys((text, f"{text} {unit}".strip()))
            yield from _refused_forms(replace(expected, given=question), forms, names)
        case ExpectedAmount(text=text, figures=figures, unit=unit):
            forms = dict.fromkeys((text, f"{figures} {unit}".strip()))
            yield from _refused_forms(replace(expected, given=question), forms, names)
        case ExpectedList(members=members):
            yield from _misjudged_members(members, question, names)
            whole = ", ".join(member.key for member in members)
            yield from _refused_forms(expected, (whole,), names)
        case ExpectedSequence(members=members):
            yield from _misjudged_members(members, question, names)


def _misjudged_members(
    members: Iterable[ExpectedTerm], question: str, names: Lexicon
) -> Iterator[Misjudgement]:
    """Yield what is misjudged of each member alone."""
    return (each for member in members for each in find_misjudged(member, question, names))


def _misjudged_forms(expected: ExpectedTerm, names: Lexicon) -> Iterator[Misjudgement]:
    """Yield the forms of a term that are refused, and those that are never right and pass."""
    yield from _refused_forms(expected, (expected.key, *expected.accepted), names)
    for form in expected.wrong:
        if judge(expected, form, names).passes:
            yield Misjudgement(form, passes=True, note="")


def _refused_forms(
    expected: ExpectedTerm | ExpectedNumber | ExpectedAmount | ExpectedList,
    forms: Iterable[str],
    names: Lexicon,
) -> Iterator[Misjudgement]:
    """Yield those of `forms` that are refused."""
    for form in forms:
        grade = judge(expected, form, names)
        if not grade.passes:
            yield Misjudgement(form, passes=False, note=grade.note)


def find_one_edit_away(word: str, others: Iterable[str]) -> tuple[str, ...]:
    """Return those of `others` that are one edit from `word`: a letter more, less, other, moved."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (start-up)

    length = len(word)
    near = (other for other in others if abs(len(other) - length) <= 1)
    return tuple(other for other in near if OSA.distance(word, other, score_cutoff=1) == 1)
