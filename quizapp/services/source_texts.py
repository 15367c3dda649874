"""`quizapp check --source`: the sources' files read, and the table of what is cited."""

import difflib
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from quizapp.bank.model import Bank, SourceId
from quizapp.cli.words import quantity
from quizapp.errors import WrongCallError
from quizapp.lint.coverage import SentenceCoverage, shorten_text
from quizapp.sources.errors import UnreadableSourceError
from quizapp.sources.model import SourceText
from quizapp.sources.read_source import MAX_BYTES, decode_source, read_source

SENTENCE_WIDTH = 30
TABLE_WIDTH = 80


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
            alike = difflib.get_close_matches(name, declared, n=1)
            known = ", ".join(sorted(declared)) or "none"
            fix = f"did you mean {alike[0]}?" if alike else f"sources of these decks: {known}"
            raise WrongCallError(f"--source: no deck has a source {name!r}", fix)
    return {
        SourceId(name): read_source(decode_source(read_source_bytes(file), str(file)), str(file))
        for name, file in files.items()
        if name in declared
    }


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
            f"{file}: {reason}", "give a text, .nbib or .ris file that is there"
        ) from None


def coverage_table(rows: Sequence[SentenceCoverage]) -> str:
    """Return which facts cite which sentence, in 80 columns, a block for each source.

    Facts are named with their deck where those of several decks cite a source.
    """
    return "\n\n".join(
        "\n".join(source_lines(source, tuple(group)))
        for source, group in groupby(rows, key=lambda row: row.source)
    )


def source_lines(source: SourceId, rows: Sequence[SentenceCoverage]) -> Iterator[str]:
    """Yield the lines of the table on one source."""
    sentences = [row for row in rows if row.number]
    uncited = sum(not row.facts for row in sentences)
    state = f"{uncited} of them not cited" if uncited else "each of them cited"
    yield f"{source}: {quantity(len(sentences), 'sentence')}, {state}"
    decks = {fact.partition("/")[0] for row in rows for fact in row.facts}
    for row in rows:
        names = [fact if len(decks) > 1 else fact.partition("/")[2] for fact in row.facts]
        yield coverage_line(row, ", ".join(names) or "- not cited")


def coverage_line(row: SentenceCoverage, facts: str) -> str:
    """Return one row of the table, in as many lines as its facts need."""
    number = f"{row.number:4d}" if row.number else " all"
    sentence = shorten_text(row.sentence or "the source as a whole", SENTENCE_WIDTH)
    return textwrap.fill(
        facts,
        width=TABLE_WIDTH,
        initial_indent=f"{number}  {sentence:{SENTENCE_WIDTH}}  ",
        subsequent_indent=" " * (len(number) + SENTENCE_WIDTH + 4),
        break_on_hyphens=False,
    )
