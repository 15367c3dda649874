"""The lines of a page or a PDF, put together to blocks: a paragraph, a heading, an entry of a list.

A browser gives a paragraph in one line, an editor or a PDF in many; no mark says which. So a line
goes on in the next one where it is as full as its neighbours, or stops within a sentence.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quizapp.sources.author_names import read_authors
from quizapp.sources.clean_text import WordJoiner
from quizapp.sources.headings import (
    ABSTRACT_HEADING,
    ABSTRACT_OPENING,
    ENDER,
    INLINE_ENDER,
    PART_HEADING,
    PART_LABEL,
)
from quizapp.sources.prose import has_small_words

_MAX_WRAPPED_WIDTH = 140  # letters: no editor and no column is set wider
_FULL = 0.85  # of the width of the lines around it
_MIN_WIDTH = 40  # letters: of the narrowest column
_MIN_FRAGMENT_WORDS = 3
_MIN_OPEN_WIDTH = 25  # letters: a shorter line that stops within a sentence is an entry of a list
_ENDS_SENTENCE = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_GOES_ON = re.compile(
    r"(?:[,;–—-]|\b(?:the|a|an|of|in|and|or|to|with|by|for|from|was|were|is|that))$"
)
_FIELD = re.compile(r"[A-Z][\w()/ -]{1,25}:\s*\S")  # one of a list: "Issue date: 2003"
_FIELD_OF_PAPER = re.compile(r"(?:Title|Authors?|Author\(s\)|Journal|Source|Date|Year|Volume)\s*:")
_BROKEN_WORD = re.compile(r"[^\W\d_][-‐]$")
_LIST_MARK = re.compile(r"\s*(?:[•●▪◦‣·*]|\d{1,3}[.)])\s")
_SENTENCE_OPENING = re.compile(r"[A-ZÀ-ÞА-Я\"“(]")
_INLINE_ABSTRACT = re.compile(r"(?<=\S)\s+(?=Abstract(?:\s*[:—]\s*|\s+)[A-Z])")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a page in one line, and the lines that it was put together from."""

    text: str
    lines: tuple[str, ...]

    @property
    def is_wrapped(self) -> bool:
        """Whether a sentence of it goes on from one line to the next."""
        return not all(map(_ENDS_SENTENCE.search, self.lines[:-1]))


def page_blocks(text: str) -> list[Block]:
    """Return the blocks of a page in their order, none empty.

    Headings, and labels that begin or end an abstract, open a block of their own. The spaces within
    a line stay as they are.
    """
    lines = [part for line in text.split("\n") for part in _cut_line(line)]
    joiner = WordJoiner(lines)
    return [block for group in _line_groups(lines) for block in _join_group(group, joiner)]


def _cut_line(line: str) -> Iterator[str]:
    """Yield the parts of a line that was pasted without its breaks."""
    for part in INLINE_ENDER.split(line):
        for piece in _INLINE_ABSTRACT.split(part):
            stripped = piece.strip()
            opening = ABSTRACT_OPENING.match(stripped)
            if opening:
                yield opening.group().strip()
            yield stripped[opening.end() :] if opening else stripped


def _line_groups(lines: Iterable[str]) -> Iterator[list[str]]:
    """Yield the lines between empty lines."""
    group: list[str] = []
    for line in lines:
        if line.strip():
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _join_group(lines: Sequence[str], joiner: WordJoiner) -> Iterator[Block]:
    """Yield the blocks of lines that no empty line parts."""
    begin = 0
    for at in range(1, len(lines) + 1):
        if at < len(lines) and _goes_on(lines, at - 1, is_joined=at - 1 > begin):
            continue
        own = tuple(lines[begin:at])
        yield Block(_join_all(own, joiner), own)
        begin = at


def _join_all(lines: Sequence[str], joiner: WordJoiner) -> str:
    """Return lines as one, with the words between them put together."""
    parts: list[str] = []
    for line in lines:
        if parts and joiner.joins_without_hyphen(parts[-1], line):
            parts[-1] = parts[-1][:-1]
        elif parts and not _BROKEN_WORD.search(parts[-1][-2:]):
            parts.append(" ")
        parts.append(line)
    return "".join(parts)


def _goes_on(lines: Sequence[str], at: int, *, is_joined: bool) -> bool:
    """Return whether line `at` goes on in the next one; `is_joined` to the one before."""
    line, after = lines[at], lines[at + 1]
    is_listed = _FIELD.match(line) is not None and _FIELD.match(after) is not None
    if is_listed or _is_alone(line) or _opens_block(after) or len(read_authors(line)) > 1:
        return False
    around = [len(each) for each in lines[max(at - 1, 0) : at + 3]]
    width = max((each for each in around if each <= _MAX_WRAPPED_WIDTH), default=0)
    goes_on_small = after[:1].islower()
    is_ended = _ENDS_SENTENCE.search(line) is not None
    if goes_on_small and (_BROKEN_WORD.search(line) or (is_joined and not is_ended)):
        return True
    if len(line) > _MAX_WRAPPED_WIDTH:
        return False
    if goes_on_small and not is_ended and len(line.split()) >= _MIN_FRAGMENT_WORDS:
        return True
    if len(line) < _MIN_OPEN_WIDTH:
        return False
    is_full = width >= _MIN_WIDTH and len(line) + 1 + len(after.split()[0]) > width * _FULL
    if is_ended:
        return is_full and _SENTENCE_OPENING.match(after) is not None
    if _GOES_ON.search(line):
        return True
    return is_full and has_small_words(line, _MIN_FRAGMENT_WORDS)


def _is_alone(line: str) -> bool:
    """Return whether a line is a heading, whole by itself."""
    return any(each.fullmatch(line) for each in (ABSTRACT_HEADING, PART_HEADING))


def _opens_block(line: str) -> bool:
    """Return whether something begins with this line, whatever stands above it."""
    if (
        _LIST_MARK.match(line)
        or _FIELD_OF_PAPER.match(line)
        or _is_alone(line)
        or len(read_authors(line)) > 1
    ):
        return True
    if found := ENDER.match(line):
        return (
            line[found.end() : found.end() + 2].strip()[:1] in {"", ":", "©", "—"}
            or line[:1] == "©"
        )
    return PART_LABEL.match(line) is not None and line[:1].isupper()
