"""The title and the authors among the blocks above an abstract."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.sources.author_names import read_authors
from quizapp.sources.headings import ABSTRACT_HEADING, ENDER, PART_HEADING
from quizapp.sources.prose import is_prose, unspaced_letters
from quizapp.sources.publication_line import read_publication_line

_LABELLED_TITLE = re.compile(r"(?:article )?title\s*:\s*(.{10,})$", re.IGNORECASE)
_LABELLED_AUTHORS = re.compile(r"(?:authors?|author\(s\)|by)\s*:\s*(.+)$", re.IGNORECASE)
_DATED = re.compile(
    r"publi(?:shed|cation|é|cado|cación)\b|submitted|posted|issued?\b|available online|e-?pub\b",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(r"https?:|@|[|›»>\t]|\b10\.\d{4,9}/|\bPMID\b")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_MIN_WORDS = 3
_MIN_UNSPACED = 5  # letters: where words are not parted
_LETTERS = range(15, 400)
_NEAR = 4  # blocks between a title and its authors

_Names = Mapping[int, tuple[str, ...]]  # the authors that a block lists, by its place


@dataclass(frozen=True, slots=True)
class TitleAndAuthors:
    """What stands above an abstract; the title `is_guess` where nothing else bears it out."""

    title: str = ""
    authors: tuple[str, ...] = ()
    is_guess: bool = False


def read_title(blocks: Sequence[str], begin: int, end: int) -> TitleAndAuthors:
    """Return title and authors of the page whose abstract stands from `begin` to before `end`.

    A title is sure where a label says so, where its authors stand below it, or where the page says
    it twice. Of several lines that may be it, the one that speaks of what the abstract speaks of.
    """
    head = blocks[:begin]
    names = {at: found for at, each in enumerate(head) if (found := read_authors(each))}
    labelled, listed = _read_labels(blocks)
    if labelled:
        return TitleAndAuthors(labelled, listed or _authors_from(names, 0))
    abstract = " ".join(blocks[begin:end]).casefold()
    scores = {
        at: (_evidence(at, blocks, names) + _shared_words(block, abstract), -at)
        for at, block in enumerate(head)
        if at not in names and _may_be_title(block, has_names_below=at + 1 in names)
    }
    if not scores:
        return TitleAndAuthors(authors=listed or _authors_from(names, 0))
    best = max(scores, key=lambda at: scores[at])
    title = head[best].removesuffix(".")
    is_guess = _evidence(best, blocks, names) < 1
    return TitleAndAuthors(title, listed or _authors_from(names, best), is_guess)


def _read_labels(blocks: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the title and the authors that stand beside a label."""
    titles = (found[1] for each in blocks if (found := _LABELLED_TITLE.match(each)))
    authors = (
        read_authors(found[1]) for each in blocks if (found := _LABELLED_AUTHORS.match(each))
    )
    return next(titles, "").rstrip("."), next(filter(None, authors), ())


def _evidence(at: int, blocks: Sequence[str], names: _Names) -> float:
    """Return what bears out that block `at` is the title; 1 and more makes it sure."""
    below = next((step for step in range(1, _NEAR + 1) if len(names.get(at + step, ())) > 1), 0)
    evidence = 1 + 1 / below if below else 0.4 * (at + 1 in names)
    folded = blocks[at].casefold().rstrip(".")
    is_repeated = any(folded in each.casefold() for place, each in enumerate(blocks) if place != at)
    return evidence + is_repeated


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


def _authors_from(names: _Names, at: int) -> tuple[str, ...]:
    """Return the authors of the first lines of names from block `at` on, near it.

    What stands alone below a list is seldom one more name: "Working Paper".
    """
    place = next((each for each in sorted(names) if each >= at), -1)
    if at and place > at + _NEAR:
        return ()
    found: list[str] = []
    while place in names and (not found or len(names[place]) > 1):
        found.extend(names[place])
        place += 1
    return tuple(dict.fromkeys(found))
