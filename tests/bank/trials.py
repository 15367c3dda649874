"""Decks on trial: a header, what a test writes below it, and what loading finds."""

from pathlib import Path
from typing import NamedTuple

from quizapp.bank.diagnostics import Problem
from quizapp.bank.load import load_deck
from quizapp.bank.model import Deck

HEADER = "quizapp: 1\ndeck: trial\ntitle: Trial\n"


HEADER_2 = HEADER.replace("1", "2", 1)


class Faulty(NamedTuple):
    """A deck with one fault: what it is, the deck below its header, and the problem found.

    The header has three lines, so the deck's own text begins in line 4.
    """

    name: str
    text: str
    line: int
    column: int
    code: str
    message: str

    def __str__(self) -> str:
        return self.name


def load_bytes(folder: Path, data: bytes) -> tuple[Deck | None, tuple[Problem, ...]]:
    """Return what loading makes of a file that holds `data`."""
    path = folder / "trial.yaml"
    path.write_bytes(data)
    return load_deck(path)


def load_text(folder: Path, text: str) -> tuple[Deck | None, tuple[Problem, ...]]:
    """Return what loading makes of `text` below the header."""
    return load_bytes(folder, (HEADER + text).encode())


def deck_of_version_2(folder: Path, text: str) -> Deck:
    """Return the deck that `text` writes below a header of version 2; it must have no problem."""
    deck, problems = load_bytes(folder, (HEADER_2 + text).encode())
    assert problems == ()
    assert deck is not None
    return deck


def problems_of_version_2(folder: Path, text: str) -> list[tuple[int, int, str, str]]:
    """Return line, column, code and message of each problem of `text` below that header."""
    _, problems = load_bytes(folder, (HEADER_2 + text).encode())
    return [(each.place.line, each.place.column, each.code, each.message) for each in problems]


def deck_of(folder: Path, text: str) -> Deck:
    """Return the deck that `text` writes below the header; it must have no problem."""
    deck, problems = load_text(folder, text)
    assert problems == ()
    assert deck is not None
    return deck


def problems_of(folder: Path, text: str) -> list[tuple[int, int, str, str]]:
    """Return line, column, code and message of each problem of `text` below the header."""
    _, problems = load_text(folder, text)
    return [(each.place.line, each.place.column, each.code, each.message) for each in problems]
