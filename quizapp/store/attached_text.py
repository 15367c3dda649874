"""A text on the learner's disk and what decks say of its paper, as values; light to load."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from quizapp.bank.model import DeckId, Source, SourceId

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class DeclaredSource:
    """What a deck says of a source; a session knows the source by `cite`.

    `sentences` is 0 and `fingerprint` "" where the deck does not say.
    """

    deck: DeckId
    cite: str
    url: str = ""
    doi: str = ""
    sentences: int = 0
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class AttachedText:
    """A text on the learner's disk.

    Attributes:
        path: the whole path of its file, which may hold many papers.
        sha256: of the file when it was last read, in hex; "" where it never was.
        sentences: how many the paper had then.
        fingerprint: of these.
        declared: what each deck that has the source says of it.
        attached_at: None where a deck names the file itself.
    """

    source: SourceId
    path: str
    sha256: str = ""
    sentences: int = 0
    fingerprint: str = ""
    declared: tuple[DeclaredSource, ...] = ()
    attached_at: datetime | None = None


def declare(source: Source, deck: DeckId) -> DeclaredSource:
    """Return what `deck` says of `source`."""
    return DeclaredSource(
        deck, source.cite, source.url, source.doi, source.sentences, source.fingerprint
    )


def named_file(source: Source) -> Path | None:
    """Return the file that a deck names for the text of `source`, None where it names none."""
    if not source.text:
        return None
    return (Path(source.place.file).resolve().parent / source.text).absolute()


def text_from_values(  # noqa: PLR0913, PLR0917 (the columns of a row, in their order)
    source: str,
    path: str,
    sha256: str,
    sentences: int,
    fingerprint: str,
    declared: str,
    attached_at: int | None,
) -> AttachedText:
    """Return the text that the columns of a row say."""
    return AttachedText(
        source=SourceId(source),
        path=path,
        sha256=sha256,
        sentences=sentences,
        fingerprint=fingerprint,
        declared=tuple(DeclaredSource(**each) for each in json.loads(declared)),
        attached_at=None if attached_at is None else _EPOCH + timedelta(milliseconds=attached_at),
    )
