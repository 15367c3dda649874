"""Lines of a review on standard output: wrapped to the terminal, coloured where there is one."""

import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import click

from quizapp.bank.sentences import BLANK
from quizapp.cli.output import say_painted
from quizapp.cli.tables import cell_width
from quizapp.items.item_lines import StyledLine, StyledSpan, Tone
from quizapp.terminal.safe_text import one_line

_MAX_WIDTH = 92
_MIN_WIDTH = 20
_WORD = re.compile(rf"{re.escape(BLANK)}\S*|\S+|\s+")  # a gap is not torn apart

_TONE_STYLES: dict[Tone, dict[str, Any]] = {
    Tone.PLAIN: {},
    Tone.STRONG: {"bold": True},
    Tone.QUIET: {"dim": True},
    Tone.RIGHT: {"fg": "green"},
    Tone.WRONG: {"fg": "red"},
    Tone.LOUD: {"fg": "red", "bold": True},
    Tone.SHARED: {"underline": True},
}


def echo_lines(lines: Iterable[StyledLine]) -> None:
    """Print `lines`; without colours and marks of them where nobody looks."""
    width = _output_width()
    for line in lines:
        for spans in wrap_line(line, width):
            say_painted("".join(_style_span(span) for span in spans).rstrip())


def _output_width() -> int:
    """Return how many cells a line may take: the terminal's, at most 92."""
    if not sys.stdout.isatty():
        return _MAX_WIDTH
    return max(min(shutil.get_terminal_size((_MAX_WIDTH, 24)).columns, _MAX_WIDTH), _MIN_WIDTH)


def _style_span(span: StyledSpan) -> str:
    """Return a span with its colour; click takes it out again where there is no terminal."""
    return (
        click.style(span.text, **_TONE_STYLES[span.tone]) if _TONE_STYLES[span.tone] else span.text
    )


def wrap_line(line: StyledLine, width: int) -> Iterator[list[StyledSpan]]:
    """Yield `make_line` in as many lines as it takes, later ones indented by its mark."""
    indent = min(cell_width(line.mark.text), width // 2)
    row: list[StyledSpan] = [line.mark]
    used = cell_width(line.mark.text)
    gap: StyledSpan | None = None
    for word in _split_words(line.text):
        if word.text.isspace():
            gap = word
            continue
        room = width - used - (1 if gap else 0)
        if cell_width(word.text) > room and used > indent:
            yield row
            row, used, gap = [StyledSpan(" " * indent)], indent, None
        if gap and used > indent:
            row.append(StyledSpan(" ", gap.tone))
            used += 1
        row.append(word)
        used, gap = used + cell_width(word.text), None
    yield row


def _split_words(spans: Iterable[StyledSpan]) -> Iterator[StyledSpan]:
    """Yield the words of `spans` and the spaces between them."""
    for span in spans:
        safe = one_line(span.text)
        lead = " " if span.text[:1].isspace() else ""
        trail = " " if span.text[-1:].isspace() and safe else ""
        for word in _WORD.findall(f"{lead}{safe}{trail}"):
            yield StyledSpan(word, span.tone)
