"""Clozes: text of Anki's with parts to be hidden, `{{c1::Paris::a hint}}`.

It is cut into pieces here, and the pieces become what a card asks: a sentence with gaps or blanks.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from quizapp.anki.ids import MAX_CLOZES, card_name
from quizapp.anki.importing.answers import (
    MEDIA_ONLY_ANSWER,
    ConversionError,
    as_list_answer,
    check_answer_length,
)
from quizapp.anki.importing.html_to_text import FieldText, clean_text, html_to_text
from quizapp.bank.sentences import BLANK
from quizapp.bank.yaml.writer import YamlValue

_CLOZE_SYNTAX = re.compile(r"\{\{c([0-9][0-9,]*)::|\}\}|::")
_OPEN_MARK, _CLOSE_MARK, _HINT_MARK = (
    "\ue000",
    "\ue001",
    "\ue002",
)  # no text of a person holds these
_ANY_MARK = re.compile("[\ue000-\ue002]")
_MARKS = re.compile(f"({_OPEN_MARK}[0-9,]+{_OPEN_MARK}|{_CLOSE_MARK}|{_HINT_MARK})")
_MAX_DEPTH = 8
NOT_IN_SENTENCE = re.compile(r"[{}|]")
_NO_CLOZE = "its cloze number no longer exists"


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
    plain = html_to_text(_mark_clozes(_ANY_MARK.sub("", html)))
    return _split_clozes(plain.text), plain


def cloze_contents(html: str) -> str:
    """Return the content of the clozes of a field, as HTML."""
    depth = 0
    parts: list[str] = []
    for part in _MARKS.split(_mark_clozes(_ANY_MARK.sub("", html))):
        if part.startswith(_OPEN_MARK):
            depth += 1
        elif part == _CLOSE_MARK:
            depth -= 1
        elif depth and part != _HINT_MARK:
            parts.append(part)
    return "".join(parts)


def _mark_clozes(html: str) -> str:
    """Return a field with marks that outlast the way from HTML to text."""
    depth, end = 0, 0
    parts: list[str] = []
    for found in _CLOZE_SYNTAX.finditer(html):
        mark = found.group()
        parts.append(html[end : found.start()])
        end = found.end()
        if found[1]:
            depth += 1
            parts.append(f"{_OPEN_MARK}{found[1]}{_OPEN_MARK}")
        elif depth and mark == "}}":
            depth -= 1
            parts.append(_CLOSE_MARK)
        else:
            parts.append(_HINT_MARK if depth and mark == "::" else mark)
    if html.count("{{c") > MAX_CLOZES:
        raise ValueError("it has too many clozes")
    if depth > 0:
        raise ValueError("a cloze is not closed")
    return "".join((*parts, html[end:]))


def _split_clozes(text: str) -> tuple[ClozePiece, ...]:
    """Return marked text cut at its clozes.

    Raises:
        ValueError: clozes are nested too deep.
    """
    pieces, _ = _parse_pieces(iter(_MARKS.split(text)), 0)
    return pieces


def _parse_pieces(parts: Iterator[str], depth: int) -> tuple[tuple[ClozePiece, ...], str]:
    """Return what comes before the mark that closes a cloze: its pieces and its hint."""
    if depth > _MAX_DEPTH:
        raise ValueError("its clozes are nested too deeply")
    pieces: list[ClozePiece] = []
    hints: list[ClozePiece] = []
    current = pieces
    for part in parts:
        if part == _CLOSE_MARK:
            break
        if part == _HINT_MARK:
            current = hints
        elif part.startswith(_OPEN_MARK):
            current.append(
                Cloze(_cloze_numbers(part.strip(_OPEN_MARK)), *_parse_pieces(parts, depth + 1))
            )
        elif part:
            current.append(part)
    return tuple(pieces), pieces_text(hints).strip()


def _cloze_numbers(text: str) -> tuple[int, ...]:
    """Return the numbers that stand before the colons of a cloze."""
    return tuple(int(each[:4]) for each in text.split(",") if each)


# --- what its clozes ask for ---------------------------------------------------------------------


def cloze_answer(pieces: Sequence[ClozePiece], number: int) -> YamlValue:
    """Return what the clozes of a number hide: text, or a list where they hide several.

    Raises:
        ConversionError: they hide no text, or too much.
    """
    found = [each for each in iter_clozes(pieces) if number in each.numbers]
    texts = list(dict.fromkeys(filter(None, (each.text.strip() for each in found))))
    if not texts:
        raise ConversionError(MEDIA_ONLY_ANSWER if found else _NO_CLOZE)
    return as_list_answer(texts) or check_answer_length("; ".join(texts))


def can_have_gaps(pieces: Sequence[ClozePiece], answers: Mapping[int, YamlValue]) -> bool:
    """Return whether a sentence can be a `say` in which each answer is one gap's own words."""
    return all(
        not NOT_IN_SENTENCE.search(each)
        if isinstance(each, str)
        else len(each.numbers) == 1
        and all(isinstance(inner, str) for inner in each.pieces)
        and not NOT_IN_SENTENCE.search(each.text)
        and answers.get(each.numbers[0], each.text.strip()) == each.text.strip()
        for each in pieces
    )


def sentence_with_gaps(pieces: Iterable[ClozePiece], answers: Mapping[int, YamlValue]) -> str:
    """Return a sentence with a gap for each cloze that has an answer."""
    parts = (
        each
        if isinstance(each, str)
        else f"{{{card_name(each.numbers[0] - 1)}}}"
        if each.numbers[0] in answers
        else each.text
        for each in pieces
    )
    return clean_text("".join(parts))


def blank_clozes(pieces: Iterable[ClozePiece], number: int) -> str:
    """Return a sentence with a blank for each cloze of `number`, with its hint."""
    return "".join(_blanked_parts(pieces, number))


def _blanked_parts(pieces: Iterable[ClozePiece], number: int) -> Iterator[str]:
    """Yield the parts of a sentence in which the clozes of `number` are blank."""
    for each in pieces:
        if isinstance(each, str):
            yield each
        elif number in each.numbers:
            yield f"{BLANK} ({each.hint})" if each.hint else BLANK
        else:
            yield blank_clozes(each.pieces, number)
