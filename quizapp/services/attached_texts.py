"""The texts of papers on the learner's disk: read, and held against what decks say of them.

A text is shown, and decks are compared with it, only where it is surely cut as its deck counts it.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.errors import QuizappError
from quizapp.services.source_texts import read_source_bytes
from quizapp.services.words import quantity

if TYPE_CHECKING:
    from quizapp.sources.model import SourceText
    from quizapp.store.attached_text import AttachedText, DeclaredSource

_MOST_FILES = 8
CUT_OTHERWISE_FIX = (
    "number its lines 1., 2., 3. … as the deck counts them, then attach it again, or detach it"
)


@dataclass(frozen=True, slots=True)
class ReadText:
    """An attached text as it is on the disk now.

    Attributes:
        paper: None where it cannot be read any more.
        fault: why it is not shown, whatever the deck; "" where it can be.
    """

    attached: "AttachedText"
    paper: "SourceText | None" = None
    fault: str = ""
    fix: str = ""


def read_attached(text: "AttachedText") -> ReadText:
    """Return `text` as it is on the disk now. Nothing is forgotten if it is gone or changed."""
    from quizapp.sources.find_paper import WantedPaper, find_paper
    from quizapp.sources.fingerprint import fingerprint_sentences

    again = f"quizapp source attach {text.source} FILE"
    path = Path(text.path)
    try:
        papers, digest = _read_papers(text.path, *_stamp(path))
    except QuizappError as error:
        is_gone = not path.exists()
        fault = f"its file is gone: {path}" if is_gone else f"it can't be read: {error.message}"
        return ReadText(
            text, None, f"the text of {text.source}: {fault}", f"put it back, or {again}"
        )
    paper: SourceText | None = papers[0]
    if len(papers) > 1:
        wanted = [WantedPaper(each.cite, each.doi, each.url) for each in text.declared]
        paper = next((one for each in wanted if (one := find_paper(papers, each))), None)
    if paper is None or not paper.sentences:
        reason = f"the text of {text.source} is no longer in {path}"
        return ReadText(text, None, reason, again)
    is_same_file = not text.sha256 or digest == text.sha256
    if not is_same_file and fingerprint_sentences(paper.sentences) != text.fingerprint:
        counts = f"{quantity(text.sentences, 'sentence')} then, {len(paper.sentences)} now"
        fault = f"the text of {text.source} has changed since it was attached ({counts})"
        return ReadText(text, paper, fault, f"look at it, then {again}")
    return ReadText(text, paper)


@lru_cache(maxsize=_MOST_FILES)
def _read_papers(
    path: str,
    size: int,  # noqa: ARG001 (another size or time is another file)
    mtime_ns: int,  # noqa: ARG001 (the same)
) -> "tuple[tuple[SourceText, ...], str]":
    """Return the papers in a file, and the hash of it; a file of a hundred is read once.

    Raises:
        UnreadableSourceError: it cannot be read.
    """
    from quizapp.sources.read_source import decode_source, read_papers

    data = read_source_bytes(Path(path))
    return read_papers(decode_source(data, path), path), hashlib.sha256(data).hexdigest()


def _stamp(path: Path) -> tuple[int, int]:
    """Return size and time of a file; zeros where it cannot be looked at."""
    try:
        seen = path.stat()
    except (OSError, ValueError):
        return 0, 0
    return seen.st_size, seen.st_mtime_ns


def find_mismatch(paper: "SourceText", declared: "DeclaredSource", source: str) -> str:
    """Return why the sentences of `paper` are not those that a deck counts; "" where they are."""
    from quizapp.sources.fingerprint import fingerprint_sentences

    count = len(paper.sentences)
    if declared.sentences and count != declared.sentences:
        return (
            f"This text of {source} is cut otherwise ({quantity(count, 'sentence')}, "
            f"{declared.sentences} expected); its sentences are not shown"
        )
    if declared.fingerprint and fingerprint_sentences(paper.sentences) != declared.fingerprint:
        return (
            f"This text of {source} has other words or is cut otherwise than the deck's "
            "(another fingerprint); its sentences are not shown"
        )
    return ""


def refresh_attached(text: "AttachedText", paper: "SourceText", sha256: str) -> "AttachedText":
    """Return `text` with how its `paper` is cut now."""
    from quizapp.sources.fingerprint import fingerprint_sentences

    return replace(
        text,
        sha256=sha256,
        sentences=len(paper.sentences),
        fingerprint=fingerprint_sentences(paper.sentences),
    )


def texts_by_source(texts: Iterable["AttachedText"]) -> "Mapping[str, AttachedText]":
    """Return texts by the ids of their sources."""
    return {text.source: text for text in texts}
