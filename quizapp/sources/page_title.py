"""The title and the authors among the blocks above an abstract."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from quizapp.sources.author_names import read_authors
from quizapp.sources.headings import ABSTRACT_HEADING, ENDER, PART_HEADING
from quizapp.sources.model import Reference
from quizapp.sources.prose import is_prose, unspaced_letters
from quizapp.sources.publication_line import read_publication_line
from quizapp.sources.self_citation import find_self_citation

_LABELLED_TITLE = re.compile(r"(?:article )?title\s*:\s*(.{10,})$", re.IGNORECASE)
_LABELLED_AUTHORS = re.compile(r"(?:authors?|author\(s\)|by)\s*:\s*(.+)$", re.IGNORECASE)
_DATED = re.compile(
    r"[\[(]?(?:publi(?:shed|cation|é|cado|cación)\b|submitted|posted|issued?\b|available online|e-?pub\b)",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(r"https?:|@|[|›»>\t]|\b10\.\d{4,9}/|\bPMID\b")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_MIN_WORDS = 3
_MIN_UNSPACED = 5  # letters: where words are not parted
_LETTERS = range(15, 400)
_NEAR = 4  # blocks between a title and its authors

_MIN_SHARED = 0.5  # of its longer words, if a line is taken for the title of what it speaks of
_MIN_WORDS_OF_QUOTED = 5  # what the text says in fewer words is a name: a university's
_MOST_LINES_ABOVE = 120  # an abstract: a page has less there, and they are compared with each other
_MOST_LINES_BELOW = 2000
_MIN_SHARED_WORDS = 4
_BUTTONS = 3
_MOST_LINES_BETWEEN = 3  # between an author and the next: an institution, "View profile"


@dataclass(frozen=True, slots=True)
class TitleAndAuthors:
    """What stands above an abstract; the title `is_guess` where nothing else bears it out.

    `cited` is what the page says where it cites itself.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    cited: Reference = Reference()
    is_guess: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A line that may be the title: its place, what bears it out, how much it shares with the text."""

    at: int
    evidence: float
    shared: float


def read_title(blocks: Sequence[str], begin: int, end: int) -> TitleAndAuthors:
    """Return title and authors of the page whose abstract stands from `begin` to before `end`.

    A title is sure where a label says so, where the page cites itself by it, where its authors
    stand below it, or where the page says it twice. Of several lines that may be it, the one that
    speaks of what the abstract speaks of. A line that only speaks of it is a guess; what does not
    even do that is left out.
    """
    head = _shared_runs(blocks[max(begin - _MOST_LINES_ABOVE, 0) : begin])
    labelled, listed = _read_labels(blocks)
    around = (*head, *blocks[end : end + _MOST_LINES_BELOW])
    if labelled:
        cited = find_self_citation(labelled, around) or Reference()
        authors = listed or cited.authors or _list_authors(head, 0)
        return TitleAndAuthors(labelled, authors, cited)
    byline = _find_byline(head)
    abstract = " ".join(blocks[begin:end]).casefold()
    found = [
        _Candidate(at, _evidence(at, around, byline), _shared_words(block, abstract))
        for at, block in enumerate(head)
        if at != byline
        if _may_be_title(block, has_names_below=at + 1 == byline)
        if len(block.split()) >= _MIN_WORDS_OF_QUOTED or block.casefold() not in abstract
    ]
    cited_at = next(
        (
            (each.at, cited)
            for each in reversed(found)
            if (cited := find_self_citation(head[each.at], around))
        ),
        None,
    )
    if cited_at is not None:
        title, cited = head[cited_at[0]].removesuffix("."), cited_at[1]
        return TitleAndAuthors(
            title, listed or cited.authors or _list_authors(head, cited_at[0]), cited
        )
    best = max(found, key=lambda each: (each.evidence + each.shared, each.at), default=None)
    if best is None or (best.evidence < 1 and best.shared < _MIN_SHARED):
        return TitleAndAuthors(authors=listed or _read_byline(head, byline))
    title = head[best.at].removesuffix(".")
    near = head if best.evidence >= 1 else head[: best.at + 2]  # below a guess, the next line alone
    authors = listed or _read_byline(head, byline) or _list_authors(near, best.at)
    return TitleAndAuthors(title, authors, is_guess=best.evidence < 1)


def _read_labels(blocks: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the title and the authors that stand beside a label."""
    titles = (found[1] for each in blocks if (found := _LABELLED_TITLE.match(each)))
    authors = (
        read_authors(found[1]) for each in blocks if (found := _LABELLED_AUTHORS.match(each))
    )
    return next(titles, "").rstrip("."), next(filter(None, authors), ())


def _evidence(at: int, around: Sequence[str], byline: int) -> float:
    """Return what bears out that line `at` is the title; 1 and more makes it sure."""
    steps = byline - at
    evidence = 1 + 1 / steps if 0 < steps <= _NEAR else 0.0
    folded = around[at].casefold().rstrip(".")
    is_repeated = any(folded in each.casefold() for place, each in enumerate(around) if place != at)
    return evidence + is_repeated


def _shared_runs(head: Sequence[str]) -> tuple[str, ...]:
    """Return the lines above an abstract, cut to what two of them share but for what is around it.

    A tab's title has the site beside the paper's title, a heading may have a badge: "Open access".
    """
    words = [line.split() for line in head]
    cut = list(head)
    for one, two in combinations(range(len(head)), 2):
        least = max(_MIN_SHARED_WORDS, max(len(words[one]), len(words[two])) // 2)
        if min(len(words[one]), len(words[two])) < least or words[one] == words[two]:
            continue
        found = SequenceMatcher(None, words[one], words[two], autojunk=False).find_longest_match()
        if least <= found.size < min(len(words[one]), len(words[two])):
            run = " ".join(words[one][found.a : found.a + found.size])
            cut[one] = cut[two] = run
    return tuple(cut)


def _shared_words(block: str, abstract: str) -> float:
    """Return the share of a block's longer words that the abstract has."""
    words = set(_LONG_WORD.findall(block.casefold()))
    return sum(each in abstract for each in words) / max(len(words), 1)


def _may_be_title(block: str, *, has_names_below: bool) -> bool:
    """Return whether a block has the looks of a title."""
    is_long_enough = unspaced_letters(block) >= _MIN_UNSPACED or (
        len(block) in _LETTERS and len(block.split()) >= _MIN_WORDS
    )
    return (
        is_long_enough
        and (has_names_below or not is_prose(block))
        and _NO_TITLE.search(block) is None
        and _DATED.match(block) is None
        and read_publication_line(block) is None
        and not (
            ENDER.match(block) or ABSTRACT_HEADING.fullmatch(block) or PART_HEADING.fullmatch(block)
        )
    )


def _find_byline(head: Sequence[str]) -> int:
    """Return which line is nearest above the abstract of those that list names; -1 for none."""
    for at in range(len(head) - 1, -1, -1):
        if len(read_authors(head[at])) > 1:
            while at and len(read_authors(head[at - 1])) > 1:
                at -= 1
            return at
    return -1


def _read_byline(head: Sequence[str], byline: int) -> tuple[str, ...]:
    """Return the authors of the lines that list names from `byline` on."""
    found: list[str] = []
    while 0 <= byline < len(head) and len(names := read_authors(head[byline])) > 1:
        found.extend(names)
        byline += 1
    return tuple(dict.fromkeys(found))


def _list_authors(head: Sequence[str], title: int) -> tuple[str, ...]:
    """Return authors that stand below the title, a line each, with where they work between them.

    A line that stands there again and again is a button, not a name.
    """
    if byline := _read_byline(head, _find_byline(head)):
        return byline
    found: list[str] = []
    gap = 0
    for line in head[title + 1 :]:
        names = read_authors(line.strip(" ,")) if head.count(line) < _BUTTONS else ()
        found.extend(names)
        gap = 0 if names else gap + 1
        if gap > (_MOST_LINES_BETWEEN if found else _NEAR):
            break
    return tuple(dict.fromkeys(found))
