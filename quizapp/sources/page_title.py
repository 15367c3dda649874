"""The title and the authors among the blocks above an abstract."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from quizapp.sources.author_names import read_author, read_authors
from quizapp.sources.headings import ABSTRACT_HEADING, ENDER, PART_HEADING
from quizapp.sources.model import Reference
from quizapp.sources.prose import is_prose, unspaced_letters
from quizapp.sources.publication_line import read_publication_line
from quizapp.sources.self_citation import find_self_citation

_LABELLED_TITLE = re.compile(r"(?:article )?title\s*:\s*(.{10,})$", re.IGNORECASE)
_LABELLED_AUTHORS = re.compile(r"(?:authors?|author\(s\)|by)\s*:\s*(.+)$", re.IGNORECASE)
_AUTHORS_LABEL = re.compile(
    r"(?:authors?|author\(s\)|creators?|autor(?:es|en)?|auteurs?|autori|авторы?|著者)\s?:?",
    re.IGNORECASE,
)
_KIND = re.compile(r"(?<=\w)\s\[[^\W\d_]{3,20}\]$")  # a title with its kind: "… [article]"
_DATED = re.compile(
    r"[\[(]?(?:publi(?:shed|cation|é|cado|cación)\b|submitted|posted|issued?\b|"
    r"available online|e-?pub\b)",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(r"\.\.\.|…|\.\w{2,4} \(|https?:|@|[|›»>\t]|\b10\.\d{4,9}/|\bPMID\b")
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


_NOTHING = Reference()


@dataclass(frozen=True, slots=True)
class TitleAndAuthors:
    """What stands above an abstract; the title `is_guess` where nothing else bears it out.

    `cited` is what the page says where it cites itself.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    cited: Reference = _NOTHING
    is_guess: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A line that may be the title, what bears it out, and what it shares with the text."""

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
    above = [_KIND.sub("", each) for each in blocks[max(begin - _MOST_LINES_ABOVE, 0) : begin]]
    head = _shared_runs(above)
    around = (*head, *blocks[end : end + _MOST_LINES_BELOW])
    labelled, listed = _read_labels(blocks)
    if labelled:
        cited = find_self_citation(labelled, around) or _NOTHING
        return TitleAndAuthors(labelled, listed or cited.authors or _list_authors(head, 0), cited)
    for at in range(len(head) - 1, -1, -1):
        if _may_be_cited(head, at) and (found := find_self_citation(head[at], around)) is not None:
            below = _list_authors(head, at)
            as_many = below if len(below) == len(found.authors) else ()  # not "Bonnard Paul"
            authors = listed or as_many or found.authors or below
            return TitleAndAuthors(found.title, authors, found)
    abstract = " ".join(blocks[begin:end]).casefold()
    best = _best_candidate(head, around, abstract)
    if best is None:
        return TitleAndAuthors(authors=listed or _read_byline(head, _find_byline(head)))
    is_guess = best.evidence < 1
    authors = listed or _list_authors(head, best.at, is_guess=is_guess)
    return TitleAndAuthors(head[best.at].removesuffix("."), authors, is_guess=is_guess)


def _best_candidate(head: Sequence[str], around: Sequence[str], abstract: str) -> _Candidate | None:
    """Return the line above an abstract that is most like its title; None where none is like it."""
    byline = _find_byline(head)
    found = [
        _Candidate(at, _evidence(at, around, byline), _shared_words(block, abstract))
        for at, block in enumerate(head)
        if _may_be_title(head, at, byline)
        if len(block.split()) >= _MIN_WORDS_OF_QUOTED or block.casefold() not in abstract
    ]
    likely = [each for each in found if each.evidence >= 1 or each.shared >= _MIN_SHARED]
    return max(likely, key=lambda each: (each.evidence + each.shared, each.at), default=None)


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
    words = [line.split() if len(line) in _LETTERS else [] for line in head]
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
    shared = sum(each in abstract for each in words)
    return shared / len(words) if shared > 1 else 0.0


def _may_be_title(head: Sequence[str], at: int, byline: int) -> bool:
    """Return whether a line has the looks of a title, be it none that the page cites."""
    return (
        _may_be_cited(head, at)
        and at != byline
        and (at + 1 == byline or not (is_prose(head[at]) or read_authors(head[at])))
    )


def _may_be_cited(head: Sequence[str], at: int) -> bool:
    """Return whether a line may be a title, which is neither a label nor a date nor a journal's."""
    block = head[at]
    below = read_publication_line(head[at + 1]) if at + 1 < len(head) else None
    return (
        _has_looks(block)
        and _NO_TITLE.search(block) is None
        and _DATED.match(block) is None
        and read_publication_line(block) is None
        and (below is None or bool(below.journal))
        and not (
            ENDER.match(block) or ABSTRACT_HEADING.fullmatch(block) or PART_HEADING.fullmatch(block)
        )
    )


def _has_looks(block: str) -> bool:
    """Return whether a line is as long as titles are."""
    return unspaced_letters(block) >= _MIN_UNSPACED or (
        len(block) in _LETTERS and len(block.split()) >= _MIN_WORDS
    )


def _find_byline(head: Sequence[str]) -> int:
    """Return which line is nearest above the abstract of those that list names; -1 for none."""
    for at in range(len(head) - 1, -1, -1):
        if len(read_authors(head[at])) > 1:
            first = at
            while first and len(read_authors(head[first - 1])) > 1:
                first -= 1
            return first
    return -1


def _read_byline(head: Sequence[str], byline: int) -> tuple[str, ...]:
    """Return the authors of the lines that list names from `byline` on."""
    found: list[str] = []
    while 0 <= byline < len(head) and len(names := read_authors(head[byline])) > 1:
        found.extend(names)
        byline += 1
    return tuple(dict.fromkeys(found))


def _list_authors(head: Sequence[str], title: int, *, is_guess: bool = False) -> tuple[str, ...]:
    """Return the authors of lines of names; else of those below a label, or below the title.

    Below a guess they have to follow line by line.
    """
    if byline := _read_byline(head, _find_byline(head)):
        return byline
    labels = (at for at, line in enumerate(head) if _AUTHORS_LABEL.fullmatch(line))
    for at in labels:
        if found := _read_column(head[at + 1 :], read_author, (1, _MOST_LINES_BETWEEN)):
            return found
    gaps = (0, 0) if is_guess else (_MOST_LINES_BETWEEN, _MOST_LINES_BETWEEN)
    return _read_column(head[title + 1 :], read_authors, gaps)


def _read_column(
    lines: Sequence[str], read: Callable[[str], tuple[str, ...]], most_between: tuple[int, int]
) -> tuple[str, ...]:
    """Return authors that stand a line each, with at most so many lines before and between them.

    A line that stands there again and again is a button, not a name.
    """
    found: list[str] = []
    gap = 0
    for line in lines:
        names = read(line.strip(" ,")) if lines.count(line) < _BUTTONS else ()
        if not {*found}.isdisjoint(names):
            break  # the list begins again, with where they work
        found.extend(names)
        gap = 0 if names else gap + 1
        if gap > most_between[bool(found)]:
            break
    return tuple(dict.fromkeys(found))
