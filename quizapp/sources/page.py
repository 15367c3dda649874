"""A page as people save it: which of its blocks are the abstract.

Under a heading that says so, the prose that follows; else the longest run of prose. Labels of parts
(Background, Methods) are structure and do not end a run; a list, another heading or a label of
something else does.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.sources.author_names import read_authors
from quizapp.sources.headings import ABSTRACT_HEADING, ENDER, PART_HEADING, PART_LABEL
from quizapp.sources.prose import count_letters, is_prose, is_sentence

_MIN_HEADED_LETTERS = 25  # Japanese says much in few
_MIN_LETTERS_BELOW_NAMES = 200  # right below its authors an abstract needs no heading
_MOST_BLOCKS_BETWEEN = 3  # a heading and its prose: the language, "Add to favourites"
_MOST_LETTERS_OF_REMARK = 200  # what stands under "Trial registration"
_FIELD = re.compile(r"(?:[A-Z][\w-]*|of|for|and|the)(?:\s(?:[A-Z][\w-]*|of|for|and|the)){0,4}:\s")
_TO_READER = re.compile(
    r"^(?:please|click|download)\b|\bpreview of subscription\b|"
    r"\b(?:log|sign) ?in\b.*\bto (?:check|get|continue|access|read|view|see)\b",
    re.IGNORECASE,
)
_NEARLY = 0.6  # as long as another: a person should look which of them it is


@dataclass(frozen=True, slots=True)
class PageAbstract:
    """The abstract in a page's blocks: from `begin` to before `end`; `blocks` are its prose.

    `rival` opens a text that is nearly as likely to be the abstract; "" where there is none. There
    are so many `rivals`.
    """

    begin: int
    end: int
    blocks: tuple[str, ...]
    has_heading: bool
    rival: str = ""
    rivals: int = 0

    @property
    def letters(self) -> int:
        """How much text it is."""
        return sum(map(count_letters, self.blocks))


def find_abstract(blocks: Sequence[str]) -> PageAbstract | None:
    """Return the abstract among the blocks of a page; None where they hold no prose."""
    headed = [each for each in _headed_runs(blocks) if each.letters >= _MIN_HEADED_LETTERS]
    runs = headed or [*_free_runs(blocks)]
    if not runs:
        return None
    below = [each for each in runs if each.begin and len(read_authors(blocks[each.begin - 1])) > 1]
    if not headed and len(below) == 1 and below[0].letters >= _MIN_LETTERS_BELOW_NAMES:
        return below[0]
    best = max(runs, key=lambda each: each.letters)
    rivals = [
        each
        for each in runs
        if each.end <= best.begin or each.begin >= best.end
        if each.letters >= best.letters * _NEARLY and each.blocks != best.blocks
    ]
    rival = rivals[0].blocks[0] if rivals else ""
    return PageAbstract(best.begin, best.end, best.blocks, best.has_heading, rival, len(rivals))


def is_page(blocks: Sequence[str], found: PageAbstract | None) -> bool:
    """Return whether the blocks are more than an abstract: there is something around it."""
    if found is None:
        return False
    around = (*blocks[: found.begin], *blocks[found.end :])
    return any(not _is_structure(each) for each in around)


def _headed_runs(blocks: Sequence[str]) -> Iterator[PageAbstract]:
    """Yield what stands under each heading of an abstract."""
    for at, block in enumerate(blocks):
        if not ABSTRACT_HEADING.fullmatch(block):
            continue
        begin = at + 1
        while begin < min(len(blocks), at + 1 + _MOST_BLOCKS_BETWEEN) and not (
            _is_text(blocks[begin]) or _is_structure(blocks[begin])
        ):
            begin += 1
        end, prose = _read_run(blocks, begin)
        if prose:
            yield PageAbstract(at, end, prose, has_heading=True)


def _free_runs(blocks: Sequence[str]) -> Iterator[PageAbstract]:
    """Yield each run of prose that is as long as it can be."""
    at = 0
    while at < len(blocks):
        if not (is_prose(blocks[at]) or _is_structure(blocks[at])):
            at += 1  # "Free to read." is a sentence, but begins no abstract
            continue
        end, prose = _read_run(blocks, at)
        if any(map(is_prose, prose)):
            yield PageAbstract(at, end, prose, has_heading=False)
        at = max(end, at + 1)


def _read_run(blocks: Sequence[str], begin: int) -> tuple[int, tuple[str, ...]]:
    """Return where the abstract that begins at `begin` ends, and its blocks of prose.

    An abstract has headings from its first sentence on, or none: behind prose without one, the next
    heading is that of the article.
    """
    prose: list[str] = []
    headings: list[str] = []
    at = begin
    while at < len(blocks):
        block = blocks[at]
        if PART_HEADING.fullmatch(block):
            heading = block.casefold().rstrip(": ")
            if heading in headings or (prose and not headings):
                break
            headings.append(heading)
        elif (
            _is_text(block)
            or (headings and _is_remark(blocks, at))
            or (_is_labelled_remark(block) and any(map(PART_LABEL.match, prose)))
        ) and not (prose and _is_beside(block, prose, headings)):
            prose.append(block)
        else:
            break
        at += 1
    while at > begin and PART_HEADING.fullmatch(blocks[at - 1]):
        at -= 1  # what stood under that heading is no text
    return at, tuple(prose)


def _is_text(block: str) -> bool:
    """Return whether a block is prose of an abstract, or a labelled part of it."""
    if PART_LABEL.match(block) and block[:1].isupper():
        return is_prose(block) or is_sentence(block)
    if ABSTRACT_HEADING.fullmatch(block) or _opens_something_else(block):
        return False
    return is_prose(block) or is_sentence(block)


def _is_beside(block: str, prose: Sequence[str], headings: Sequence[str]) -> bool:
    """Return whether a sentence below prose is the site's, or a field of its own: "Ethics: I …".

    An abstract has labels from its first sentence on, or none.
    """
    if headings or PART_LABEL.match(prose[0]):
        return False
    return _FIELD.match(block) is not None or (
        _TO_READER.search(block) is not None and len(block) <= _MOST_LETTERS_OF_REMARK
    )


def _is_labelled_remark(block: str) -> bool:
    """Return whether a block is a label with a short text that is no sentence: "Funding: none"."""
    label = PART_LABEL.match(block)
    return label is not None and 0 < len(block) - label.end() <= _MOST_LETTERS_OF_REMARK


def _is_remark(blocks: Sequence[str], at: int) -> bool:
    """Return whether block `at` is the short text right under a heading: "NCT00000000"."""
    return (
        at > 0
        and PART_HEADING.fullmatch(blocks[at - 1]) is not None
        and len(blocks[at]) <= _MOST_LETTERS_OF_REMARK
        and not _opens_something_else(blocks[at])
    )


def _is_structure(block: str) -> bool:
    """Return whether a block is a heading of an abstract or of a part of it."""
    return bool(ABSTRACT_HEADING.fullmatch(block) or PART_HEADING.fullmatch(block))


def _opens_something_else(block: str) -> bool:
    """Return whether a block opens with a label of what is no abstract."""
    found = ENDER.match(block)
    if found is None:
        return False
    return (
        block[found.end() : found.end() + 2].strip()[:1] in {"", ":", "—", "©"} or block[0] in "©("
    )
