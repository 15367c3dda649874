"""Sentences of a plain text. The one place that speaks to the library that splits them.

How the lines of a text are read depends on the lines alone:

- Numbered lines ("1. …", "2) …") are sentences as they stand; a line without a number goes on with
  the one before. This is how an author says what a sentence is.
- Where every line ends like a sentence, or none does, each line is split by itself.
- Any other lines are running text that was wrapped: they are joined, then split. An empty line
  always ends a sentence.

The library knows words of many languages, but few of science; where it cuts behind one of those,
the parts are put together again.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from sentencex import segment  # type: ignore[attr-defined]  # made in Rust, without stubs

from quizapp.sources.clean_text import WordJoiner
from quizapp.sources.headings import ABSTRACT_HEADING, BARE_PART_LABEL, PART_HEADING
from quizapp.sources.prose import strip_part_label

_NUMBERED = re.compile(r"\s*(\d{1,4})[.)]\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]」』）]*$")
_WRAPPED_WORD = re.compile(r"(?<=[^\W\d_])-$")
# Behind these a sentence goes on unless a capital follows: et al. [2004], no. 12, sp. nov.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[])(?:al|approx|avg|b\.i\.d|ca|cf|conc|cv|dil|ed|eds|eq|esp|est|etc|fig|figs|gen|"
    r"incl|max|min|no|nos|nov|p\.o|pp|q\.d|ref|refs|resp|sp|spp|ssp|st|subsp|t\.i\.d|var|viz|vol|"
    r"vs)\.$",
    re.IGNORECASE,
)
# Behind these it goes on whatever follows: cf. Table 3.
_OPEN_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[])(?:approx|ca|cf|e\.g|fig|figs|i\.e|refs?|viz|vs)\.$", re.IGNORECASE
)
_LIST_MARK = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+(?=\S)")
_OPEN_BRACKET = re.compile(r"\([a-z][^()]{3,40}\)[.;,]?$")
# 15.9 K. Applying; 3 m/s. No; 55 Cnc e. This; hepatitis B. We
_LETTER_STOP = re.compile(r"(?<![^\W\d_.])([^\W\d_])\.\s(?=([^\W\d_]{2,})(?![^\W\d_.]|\.))")
_UNIT_BEFORE = re.compile(r"(?:[^\s\d/]/|\d[.,]\d+ ?)$")
# Words that stand with a capital only where a sentence opens: no one is called so.
_OPENERS = frozenset({
    "The", "This", "These", "Those", "That", "They", "Their", "There", "We", "Our", "It", "Its",
    "In", "From", "With", "When", "While", "Where", "After", "Before", "Although", "Though",
    "However", "Thus", "Therefore", "Here", "If", "Both", "Each", "Most", "Some", "All", "Such",
    "Using",
})  # fmt: skip
_CONTINUATION_SIGNS = tuple("([%=<>≤≥±")
_MIN_BARE_LABELS = 2
_MAX_ENDING = 20  # letters: an abbreviation, quotes and brackets behind it
_CLOSED_ASIDE = re.compile(r"(?<=[.!?]\))\s+(?=[A-Z])")  # (One was lost.) The others …
# What follows an abstract and is none of its sentences.
_REMARK = r"\[[^\[\]]{0,40}\babstract\b[^\[\]]{0,40}\]"  # [Author abstract]
_TRAILER = re.compile(
    r"^(?:copyright\b|©|\(c\)\s*(?:19|20)\d\d|\(?abstract truncated|"
    r"\([^()]{0,80}(?:\(c\)|©)\s*(?:19|20)\d\d|\S.{0,160}\ball rights reserved\b|"
    rf"{_REMARK}|key ?words?\s*[:—])",
    re.IGNORECASE,
)
_TRAILING_REMARK = re.compile(rf"\s+{_REMARK}.*$", re.IGNORECASE)


def split_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of `text` in order, in one line each, without labels and rights.

    A label is a section's: "BACKGROUND:".

    Raises:
        ValueError: numbered lines leave a number out, or give one twice.
    """
    lines = text.splitlines()
    if is_numbered(text):
        return _finish_sentences(_read_numbered_lines(lines))
    return split_blocks(_text_blocks(lines))


def split_blocks(blocks: Iterable[str]) -> tuple[str, ...]:
    """Return the sentences of blocks of running text; a block's end is that of a sentence."""
    cut = (
        sentence for block in blocks for sentence in _split_running_text(strip_part_label(block))
    )
    return _finish_sentences(_strip_bare_labels([*cut]))


def is_numbered(text: str) -> bool:
    """Return whether the lines of a text are numbered: the first one is 1."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    found = _NUMBERED.match(first)
    return found is not None and int(found[1]) == 1


# --- lines ---------------------------------------------------------------------------------------


def _read_numbered_lines(lines: Iterable[str]) -> Iterator[str]:
    """Yield the sentences of numbered lines.

    Raises:
        ValueError: a number is not the next one.
    """
    sentence: list[str] = []
    expected = 1
    for at, line in enumerate(lines, 1):
        if found := _NUMBERED.match(line):
            if int(found[1]) != expected:
                raise ValueError(f"line {at} is numbered {found[1]}, and {expected} is next")
            expected += 1
            yield _join_lines(sentence)
            sentence = [line[found.end() :]]
        else:
            sentence.append(line)
    yield _join_lines(sentence)


def _text_blocks(lines: Sequence[str]) -> Iterator[str]:
    """Yield what is to be split by itself: lines that are whole, or else paragraphs."""
    joiner = WordJoiner(lines)
    for paragraph in _paragraphs(lines):
        ends = [_SENTENCE_END.search(line) is not None for line in paragraph]
        if all(ends) or not any(ends):
            yield from paragraph
        else:
            yield _join_lines(paragraph, joiner)


def _paragraphs(lines: Iterable[str]) -> Iterator[list[str]]:
    """Yield the lines between empty lines and headings, stripped."""
    paragraph: list[str] = []
    for line in map(str.strip, lines):
        if line and not _is_heading(line):
            paragraph.append(line)
        elif paragraph:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _is_heading(line: str) -> bool:
    """Return whether a line is nothing but a section's label."""
    return PART_HEADING.fullmatch(line) is not None or ABSTRACT_HEADING.fullmatch(line) is not None


def _join_lines(lines: Iterable[str], joiner: WordJoiner | None = None) -> str:
    """Return lines as one, single spaces between words.

    A hyphen at an end stays in its word, unless `joiner` knows better.
    """
    parts: list[str] = []
    for line in filter(None, (" ".join(each.split()) for each in lines)):
        if parts and joiner is not None and joiner.joins_without_hyphen(parts[-1], line):
            parts[-1] = parts[-1][:-1]
        elif parts and not _WRAPPED_WORD.search(parts[-1][-2:]):
            parts.append(" ")
        parts.append(line)
    return "".join(parts)


# --- sentences -----------------------------------------------------------------------------------


def _split_running_text(text: str) -> Iterator[str]:
    """Yield the sentences of running text, in one line."""
    sentence: list[str] = []
    for found in _cut_sentences(" ".join(text.split())):
        if sentence and not _is_cut_short(sentence[-1][-_MAX_ENDING:], found):
            yield from _CLOSED_ASIDE.split(" ".join(sentence))
            sentence = []
        sentence.append(found)
    yield from _CLOSED_ASIDE.split(" ".join(sentence))


def _cut_sentences(text: str) -> Iterator[str]:
    """Yield the parts that the library cuts a text into, and what it leaves whole.

    It takes "(2) Is it so? …" for an entry of a list, whose sentences it does not look for.
    """
    for part in map(str.strip, map(str, segment("en", text))):
        mark = _LIST_MARK.match(part)
        if mark is None:
            yield from _cut_at_units(part)
            continue
        rest = [each for found in segment("en", part[mark.end() :]) if (each := str(found).strip())]
        if rest:
            rest[0] = mark.group() + rest[0]
        for each in rest or [part]:
            yield from _cut_at_units(each)


def _cut_at_units(sentence: str) -> Iterator[str]:
    """Yield the sentences that a letter before a stop keeps together: it is no initial.

    It is a unit behind a slash or a decimal; a name's letter ("55 Cnc e", "hepatitis B") where the
    next word only ever opens a sentence.
    """
    begin = 0
    for found in _LETTER_STOP.finditer(sentence):
        is_unit = _UNIT_BEFORE.search(
            sentence[max(found.start() - _MAX_ENDING, 0) : found.start(1)]
        )
        if is_unit or found[2] in _OPENERS:
            yield sentence[begin : found.start(2)].strip()
            begin = found.start(2)
    yield sentence[begin:]


def _is_cut_short(end: str, after: str) -> bool:
    """Return whether the library cut within a sentence, between its `end` so far and `after`."""
    if not _SENTENCE_END.search(end) or _OPEN_ABBREVIATION.search(end):
        return True
    if _OPEN_BRACKET.match(after):
        return True  # Is it so? (subset 2).
    goes_on = after[:1].islower() or after[:1].isdigit() or after.startswith(_CONTINUATION_SIGNS)
    return goes_on and _ABBREVIATION.search(end) is not None


def _finish_sentences(cut: Iterable[str]) -> tuple[str, ...]:
    """Return sentences without the labels that they open with, up to where rights are reserved."""
    return tuple(_drop_trailer(filter(None, map(strip_part_label, cut))))


def _strip_bare_labels(sentences: Sequence[str]) -> Sequence[str]:
    """Return sentences without labels that run into them with nothing but a space.

    "Methods We asked 20." is told from a sentence about methods by the others: the first sentence
    has a label, too.
    """
    found = [BARE_PART_LABEL.match(each) for each in sentences]
    if not found or found[0] is None or sum(each is not None for each in found) < _MIN_BARE_LABELS:
        return sentences
    return [
        sentence[label.end() :] if label else sentence
        for sentence, label in zip(sentences, found, strict=True)
    ]


def _drop_trailer(sentences: Iterable[str]) -> Iterator[str]:
    """Yield sentences up to where rights are reserved."""
    for sentence in sentences:
        if _TRAILER.match(sentence):
            return
        yield _TRAILING_REMARK.sub("", sentence)
