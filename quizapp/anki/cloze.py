"""Clozes: text of Anki's with parts to be hidden, `{{c1::Paris::a hint}}`, cut into pieces."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from quizapp.anki.plain import Plain, plain_of

MARK = re.compile(r"\{\{c([0-9][0-9,]*)::|\}\}|::")
OPEN, CLOSE, HINT = "\ue000", "\ue001", "\ue002"  # no text of a person holds these
PRIVATE = re.compile("[\ue000-\ue002]")
MARKED = re.compile(f"({OPEN}[0-9,]+{OPEN}|{CLOSE}|{HINT})")
DEEPEST = 8
MOST = 500  # clozes of a note, and the highest number that Anki gives one


@dataclass(frozen=True, slots=True)
class Cloze:
    """A part to be hidden on the cards with these numbers (from 1); `hint` is "" for none."""

    numbers: tuple[int, ...]
    pieces: "tuple[ClozePiece, ...]"
    hint: str = ""

    @property
    def text(self) -> str:
        """What is hidden, with what is hidden inside it."""
        return text_of(self.pieces)


ClozePiece: TypeAlias = str | Cloze


def text_of(pieces: Sequence[ClozePiece]) -> str:
    """Return the text with nothing hidden."""
    return "".join(each if isinstance(each, str) else each.text for each in pieces)


def clozes_in(pieces: Sequence[ClozePiece]) -> Iterator[Cloze]:
    """Yield all clozes, those inside others after them."""
    for each in pieces:
        if isinstance(each, Cloze):
            yield each
            yield from clozes_in(each.pieces)


def cloze_text(html: str) -> tuple[tuple[ClozePiece, ...], Plain]:
    """Return the plain text of a field cut at its clozes, and the whole field as text.

    Raises:
        ValueError: the field is too long, or has too many clozes, or too deep in each other.
    """
    plain = plain_of(marked(PRIVATE.sub("", html)))
    return cut(plain.text), plain


def inside_clozes(html: str) -> str:
    """Return what stands in the clozes of a field, as HTML."""
    depth = 0
    parts: list[str] = []
    for part in MARKED.split(marked(PRIVATE.sub("", html))):
        if part.startswith(OPEN):
            depth += 1
        elif part == CLOSE:
            depth -= 1
        elif depth and part != HINT:
            parts.append(part)
    return "".join(parts)


def marked(html: str) -> str:
    """Return a field with marks that outlast the way from HTML to text."""
    depth, end = 0, 0
    parts: list[str] = []
    for found in MARK.finditer(html):
        mark = found.group()
        parts.append(html[end : found.start()])
        end = found.end()
        if found[1]:
            depth += 1
            parts.append(f"{OPEN}{found[1]}{OPEN}")
        elif depth and mark == "}}":
            depth -= 1
            parts.append(CLOSE)
        else:
            parts.append(HINT if depth and mark == "::" else mark)
    if html.count("{{c") > MOST:
        raise ValueError("it has too many clozes")
    if depth > 0:
        raise ValueError("a cloze has no end")
    return "".join((*parts, html[end:]))


def cut(text: str) -> tuple[ClozePiece, ...]:
    """Return marked text cut at its clozes.

    Raises:
        ValueError: clozes stand too deep in each other.
    """
    pieces, _ = inside(iter(MARKED.split(text)), 0)
    return pieces


def inside(parts: Iterator[str], depth: int) -> tuple[tuple[ClozePiece, ...], str]:
    """Return what stands before the mark that closes a cloze: its pieces and its hint."""
    if depth > DEEPEST:
        raise ValueError("clozes stand too deep in each other")
    pieces: list[ClozePiece] = []
    hints: list[ClozePiece] = []
    current = pieces
    for part in parts:
        if part == CLOSE:
            break
        if part == HINT:
            current = hints
        elif part.startswith(OPEN):
            current.append(Cloze(numbers_of(part.strip(OPEN)), *inside(parts, depth + 1)))
        elif part:
            current.append(part)
    return tuple(pieces), text_of(hints).strip()


def numbers_of(text: str) -> tuple[int, ...]:
    """Return the numbers that stand before the colons of a cloze."""
    return tuple(int(each[:4]) for each in text.split(",") if each)
