"""Lines of a review on standard output: wrapped to the terminal, coloured where there is one."""

import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator

import click

from quizapp.bank.say import BLANK
from quizapp.cli.output import say_painted
from quizapp.items.review import Line, Span, Tone
from quizapp.terminal.text import one_line

WIDEST = 92
NARROWEST = 20
WORD = re.compile(rf"{re.escape(BLANK)}\S*|\S+|\s+")  # a gap is not torn apart

STYLES: dict[Tone, dict[str, object]] = {
    Tone.PLAIN: {},
    Tone.STRONG: {"bold": True},
    Tone.QUIET: {"dim": True},
    Tone.RIGHT: {"fg": "green"},
    Tone.WRONG: {"fg": "red"},
    Tone.LOUD: {"fg": "red", "bold": True},
}


def echo_lines(lines: Iterable[Line]) -> None:
    """Print `lines`; without colours and marks of them where nobody looks."""
    width = width_of_output()
    for line in lines:
        for spans in wrapped(line, width):
            say_painted("".join(painted(span) for span in spans).rstrip())


def width_of_output() -> int:
    """Return how many cells a line may take: the terminal's, at most 92."""
    if not sys.stdout.isatty():
        return WIDEST
    return max(min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST), NARROWEST)


def painted(span: Span) -> str:
    """Return a span with its colour; click takes it out again where there is no terminal."""
    return click.style(span.text, **STYLES[span.tone]) if STYLES[span.tone] else span.text  # type: ignore[arg-type]


def wrapped(line: Line, width: int) -> Iterator[list[Span]]:
    """Yield `line` in as many lines as it takes, later ones indented by its mark."""
    indent = min(cells(line.mark.text), width // 2)
    row: list[Span] = [line.mark]
    used = cells(line.mark.text)
    gap: Span | None = None
    for word in words(line.text):
        if word.text.isspace():
            gap = word
            continue
        room = width - used - (1 if gap else 0)
        if cells(word.text) > room and used > indent:
            yield row
            row, used, gap = [Span(" " * indent)], indent, None
        if gap and used > indent:
            row.append(Span(" ", gap.tone))
            used += 1
        row.append(word)
        used, gap = used + cells(word.text), None
    yield row


def words(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the words of `spans` and the spaces between them."""
    for span in spans:
        safe = one_line(span.text)
        lead = " " if span.text[:1].isspace() else ""
        trail = " " if span.text[-1:].isspace() and safe else ""
        for word in WORD.findall(f"{lead}{safe}{trail}"):
            yield Span(word, span.tone)


def cells(text: str) -> int:
    """Return how many cells of a terminal `text` takes."""
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1
        for each in text
    )
