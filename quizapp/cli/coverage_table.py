"""The table of `quizapp check --source`: which facts cite which sentence."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby

from quizapp.bank.model import SourceId
from quizapp.lint.coverage import SentenceCoverage, shorten_sentence
from quizapp.services.words import quantity

_SENTENCE_WIDTH = 30
_TABLE_WIDTH = 80


def coverage_table(rows: Sequence[SentenceCoverage]) -> str:
    """Return which facts cite which sentence, in 80 columns, a block for each source.

    Facts are named with their deck where those of several decks cite a source.
    """
    return "\n\n".join(
        "\n".join(_source_lines(source, tuple(group)))
        for source, group in groupby(rows, key=lambda row: row.source)
    )


def _source_lines(source: SourceId, rows: Sequence[SentenceCoverage]) -> Iterator[str]:
    """Yield the lines of the table on one source."""
    sentences = [row for row in rows if row.number]
    uncited = sum(not row.facts for row in sentences)
    state = f"{uncited} of them not cited" if uncited else "each of them cited"
    yield f"{source}: {quantity(len(sentences), 'sentence')}, {state}"
    decks = {fact.partition("/")[0] for row in rows for fact in row.facts}
    for row in rows:
        names = [fact if len(decks) > 1 else fact.partition("/")[2] for fact in row.facts]
        yield _coverage_line(row, ", ".join(names) or "- not cited")


def _coverage_line(row: SentenceCoverage, facts: str) -> str:
    """Return one row of the table, in as many lines as its facts need."""
    number = f"{row.number:4d}" if row.number else " all"
    sentence = shorten_sentence(row.sentence or "the source as a whole", _SENTENCE_WIDTH)
    return textwrap.fill(
        facts,
        width=_TABLE_WIDTH,
        initial_indent=f"{number}  {sentence:{_SENTENCE_WIDTH}}  ",
        subsequent_indent=" " * (len(number) + _SENTENCE_WIDTH + 4),
        break_on_hyphens=False,
    )
