"""Clozes: text of Anki's with parts to be hidden, `{{c1::Paris::a hint}}`, cut into pieces."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from quizapp.anki.importing.html_to_text import FieldText, html_to_text

CLOZE_SYNTAX = re.compile(r"\{\{c([0-9][0-9,]*)::|\}\}|::")
OPEN_MARK, CLOSE_MARK, HINT_MARK = "\ue000", "\ue001", "\ue002"  # no text of a person holds these
ANY_MARK = re.compile("[\ue000-\ue002]")
MARKS = re.compile(f"({OPEN_MARK}[0-9,]+{OPEN_MARK}|{CLOSE_MARK}|{HINT_MARK})")
MAX_DEPTH = 8
MAX_CLOZES = 500  # clozes of a note, and the highest number that Anki gives one


@dataclass(frozen=True, slots=True)
class Cloze:
    """A part to be hidden on the cards with these numbers (from 1); `hint` is "" for none."""

    numbers: tuple[int, ...]
    pieces: "tuple[ClozePiece, ...]"
    hint: str = ""

    @property
    def text(self) -> str:
        """What is hidden, with what is hidden inside it."""
        return pieces_text(self.pieces)


ClozePiece: TypeAlias = str | Cloze


def pieces_text(pieces: Sequence[ClozePiece]) -> str:
    """Return the text with nothing hidden."""
    return "".join(each if isinstance(each, str) else each.text for each in pieces)


def iter_clozes(pieces: Sequence[ClozePiece]) -> Iterator[Cloze]:
    """Yield all clozes, those inside others after them."""
    for each in pieces:
        if isinstance(each, Cloze):
            yield each
            yield from iter_clozes(each.pieces)


def parse_cloze_field(html: str) -> tuple[tuple[ClozePiece, ...], FieldText]:
    """Return the plain text of a field cut at its clozes, and the whole field as text.

    Raises:
        ValueError: the field is too long, or has too many clozes, or too deep in each other.
    """
    plain = html_to_text(mark_clozes(ANY_MARK.sub("", html)))
    return split_clozes(plain.text), plain


def cloze_contents(html: str) -> str:
    """Return what stands in the clozes of a field, as HTML."""
    depth = 0
    parts: list[str] = []
    for part in MARKS.split(mark_clozes(ANY_MARK.sub("", html))):
        if part.startswith(OPEN_MARK):
            depth += 1
        elif part == CLOSE_MARK:
            depth -= 1
        elif depth and part != HINT_MARK:
            parts.append(part)
    return "".join(parts)


def mark_clozes(html: str) -> str:
    """Return a field with marks that outlast the way from HTML to text."""
    depth, end = 0, 0
    parts: list[str] = []
    for found in CLOZE_SYNTAX.finditer(html):
        mark = found.group()
        parts.append(html[end : found.start()])
        end = found.end()
        if found[1]:
            depth += 1
            parts.append(f"{OPEN_MARK}{found[1]}{OPEN_MARK}")
        elif depth and mark == "}}":
            depth -= 1
            parts.append(CLOSE_MARK)
        else:
            parts.append(HINT_MARK if depth and mark == "::" else mark)
    if html.count("{{c") > MAX_CLOZES:
        raise ValueError("it has too many clozes")
    if depth > 0:
        raise ValueError("a cloze is not closed")
    return "".join((*parts, html[end:]))


def split_clozes(text: str) -> tuple[ClozePiece, ...]:
    """Return marked text cut at its clozes.

    Raises:
        ValueError: clozes stand too deep in each other.
    """
    pieces, _ = parse_pieces(iter(MARKS.split(text)), 0)
    return pieces


def parse_pieces(parts: Iterator[str], depth: int) -> tuple[tuple[ClozePiece, ...], str]:
    """Return what stands before the mark that closes a cloze: its pieces and its hint."""
    if depth > MAX_DEPTH:
        raise ValueError("its clozes are nested too deeply")
    pieces: list[ClozePiece] = []
    hints: list[ClozePiece] = []
    current = pieces
    for part in parts:
        if part == CLOSE_MARK:
            break
        if part == HINT_MARK:
            current = hints
        elif part.startswith(OPEN_MARK):
            current.append(
                Cloze(cloze_numbers(part.strip(OPEN_MARK)), *parse_pieces(parts, depth + 1))
            )
        elif part:
            current.append(part)
    return tuple(pieces), pieces_text(hints).strip()


def cloze_numbers(text: str) -> tuple[int, ...]:
    """Return the numbers that stand before the colons of a cloze."""
    return tuple(int(each[:4]) for each in text.split(",") if each)
