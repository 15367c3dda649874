"""Where a card's answer is in its sentence: found by comparing its gaps with the sentence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from quizapp.items.articles import sentence_pattern
from quizapp.items.item import Format
from quizapp.learner.export_values import ExportCard


class SentenceSpan(NamedTuple):
    """A part of a sentence, from a place on until before another."""

    start: int
    end: int


class ClozeSentence(NamedTuple):
    """A sentence and the parts of it that are a card's answer, from left to right."""

    sentence: str
    spans: tuple[SentenceSpan, ...]


def find_cloze_sentence(card: ExportCard) -> ClozeSentence | None:
    """Return where its sentence has the whole answer of `card`; None where it has not.

    Each member of a list has a part of its own.
    """
    gaps = [item for item in card.items if item.format is Format.GAP]
    sentences = {item.sentence for item in gaps}
    if len(sentences) != 1 or "" in sentences:
        return None
    (sentence,) = sentences
    found = [find_spans(item.stem, sentence) for item in gaps]
    spans = sorted({span for each in found for span in each})
    is_whole = all(found) and not has_overlap(spans)
    return ClozeSentence(sentence, tuple(spans)) if is_whole else None


def find_spans(stem: str, sentence: str) -> tuple[SentenceSpan, ...]:
    """Return the parts of `sentence` where `stem` has blanks; () when it is another sentence."""
    found = re.fullmatch(sentence_pattern(stem), sentence, re.DOTALL)
    return tuple(SentenceSpan(*at) for at in found.regs[1:]) if found else ()


def has_overlap(spans: Sequence[SentenceSpan]) -> bool:
    """Return whether two of `spans`, which are sorted, share a place."""
    return any(one.end > other.start for one, other in pairwise(spans))


def split_at_spans(sentence: str, spans: Iterable[SentenceSpan]) -> Iterator[str]:
    """Yield `sentence` cut at `spans`: what is between them and what is in them, in turn."""
    end = 0
    for span in spans:
        yield sentence[end : span.start]
        yield sentence[span.start : span.end]
        end = span.end
    yield sentence[end:]
