"""The files of sources, read to hold decks against them."""

from collections.abc import Mapping
from pathlib import Path

from quizapp.bank.model import Bank, SourceId
from quizapp.errors import WrongCallError
from quizapp.services.words import suggest
from quizapp.sources.errors import UnreadableSourceError
from quizapp.sources.model import SourceText
from quizapp.sources.read_source import MAX_BYTES, decode_source, read_source


def read_source_texts(
    bank: Bank, files: Mapping[str, Path], *, has_faulty_deck: bool
) -> dict[SourceId, SourceText]:
    """Return the texts in `files` of those sources that the decks of `bank` declare.

    One that no deck declares is passed over where a deck `has_faulty_deck` is missing: it may be
    that one's.

    Raises:
        WrongCallError: no deck declares a source of that id.
        UnreadableSourceError: a file cannot be read.
    """
    declared = {source for deck in bank.decks for source in deck.sources}
    for name in files:
        if name not in declared and not has_faulty_deck:
            known = ", ".join(sorted(declared)) or "none"
            fix = suggest(name, declared, f"sources of these decks: {known}")
            raise WrongCallError(f"--source: no deck has a source {name!r}", fix)
    return {
        SourceId(name): read_source_file(file) for name, file in files.items() if name in declared
    }


def read_source_file(file: Path) -> SourceText:
    """Return the sentences of a file, and what it says of its paper.

    Raises:
        UnreadableSourceError: it cannot be read.
    """
    return read_source(decode_source(read_source_bytes(file), str(file)), str(file))


def read_source_bytes(file: Path) -> bytes:
    """Return what a file holds; of one that is too large, enough to tell.

    Raises:
        UnreadableSourceError: it cannot be read.
    """
    try:
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableSourceError(
            f"{file}: {reason}", "give a text, .nbib or .ris file that exists"
        ) from None
