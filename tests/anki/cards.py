"""Cards to export, with named defaults."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from quizapp.anki.export.export_decks import export_decks
from quizapp.anki.export.options import (
    AnkiFormat,
    ExportDeck,
    ExportOptions,
    ExportReport,
    NoteStyle,
)
from quizapp.bank.model import DeckId
from quizapp.grading.expected import ExpectedNumber
from quizapp.items.context import make_option
from quizapp.items.item import Format, Item, ItemSource, Option
from quizapp.learner.export_values import ExportCard, ExportLog
from tests.builders import MORNING, an_item

LEVY = ItemSource("Levy 1997", "Levy J. J Pediatr 1997;131:47-54.", 7, "10.1016/s0022")
OPTIONS = (
    make_option("Paris", is_right=True),
    make_option("Lyon", why="the third city"),
    make_option("Marseille", why="a port"),
)
ALL = tuple(AnkiFormat)


def a_card(
    card: str = "capitals/france/answer",
    stem: str = "What is the capital of France?",
    key: str = "Paris",
    gap: str = "The capital of France is [ … ].",
    options: Sequence[Option] = OPTIONS,
    why: str = "",
    mnemonic: str = "",
    accepted: Sequence[str] = (),
    sources: Sequence[ItemSource] = (LEVY,),
    tags: Sequence[str] = ("europe",),
    changed_at: datetime = MORNING,
) -> ExportCard:
    """A term that can be asked in every format."""
    choice = an_item(card, Format.CHOICE, stem, key)
    items = (
        replace(choice, options=tuple(options)),
        an_item(card, Format.TYPED, stem, key),
        an_item(card, Format.GAP, gap, key),
        an_item(card, Format.FLIP, stem, key),
    )
    common = {
        "why": why,
        "mnemonic": mnemonic,
        "accepted": tuple(accepted),
        "sources": tuple(sources),
        "tags": tuple(tags),
    }
    return ExportCard(tuple(replace(item, **common) for item in items), changed_at)  # type: ignore[arg-type]


def a_number(unit: str = "patients") -> ExportCard:
    number = an_item("capitals/cohort/answer", Format.NUMBER, "How many patients?", "56")
    flip = an_item("capitals/cohort/answer", Format.FLIP, "How many patients?", "56")
    expected = ExpectedNumber(Decimal(56), "56", unit)
    return ExportCard((replace(number, expected=expected), flip), MORNING)


def a_list(format_: Format = Format.LIST, key: Sequence[str] = ("oral", "rectal")) -> ExportCard:
    """A list, or a sequence when `format_` is order."""
    asked = an_item("capitals/sites/answer", format_, "Which sites?")
    flip = an_item("capitals/sites/answer", Format.FLIP, "Which sites?")
    members = tuple(make_option(text, is_right=True) for text in key)
    return ExportCard(
        (replace(asked, key=tuple(key), options=members), replace(flip, key=tuple(key))), MORNING
    )


def a_bare(*formats: Format) -> ExportCard:
    """A card that only has items of `formats`."""
    items: list[Item] = [
        an_item("capitals/bare/answer", format_, "It lies on [ … ].", "the Seine")
        for format_ in formats
    ]
    return ExportCard(tuple(items), MORNING)


def some_cards(count: int = 3) -> tuple[ExportCard, ...]:
    return tuple(
        a_card(f"capitals/f{number}/answer", f"What is question {number}?", f"Answer {number}")
        for number in range(1, count + 1)
    )


def a_package(
    path: Path,
    *cards: ExportCard,
    formats: Sequence[AnkiFormat] = (),
    style: NoteStyle = NoteStyle.CARDS,
    deck: str = "capitals",
    title: str = "Capitals",
    ledger: ExportLog | None = None,
) -> ExportReport:
    request = ExportOptions(style, {DeckId(deck): formats})
    return export_decks(path, [ExportDeck(DeckId(deck), title, cards)], request, ledger)
