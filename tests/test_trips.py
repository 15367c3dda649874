"""How far it is from a fact to a deck, and from a card to a package: modules run, calls deep.

A change is easier to follow where the way is short. Who needs one more module raises the number
here, and says why.
"""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from types import FrameType

from quizapp.anki.export.export_decks import export_decks
from quizapp.anki.export.options import ExportDeck
from quizapp.bank.load import load_bank, load_deck
from quizapp.bank.model import DeckId
from quizapp.items.generate import generate
from quizapp.learner.export_values import ExportCard

ONE_FACT = """\
quizapp: 1
deck: tiny
title: Tiny
sources:
  atlas: {cite: A school atlas.}
facts:
  - {id: france, ask: What is the capital of France?, answer: Paris, source: atlas#7}
"""


def way_of(act: Callable[[], object]) -> tuple[set[str], int]:
    """Return the modules of the package whose functions `act` runs, and how deep they call."""
    modules: set[str] = set()
    depth = deepest = 0

    def look(frame: FrameType, event: str, _: object) -> None:
        nonlocal depth, deepest
        name = frame.f_globals.get("__name__", "")
        if name.startswith("quizapp.") and event in ("call", "return"):
            modules.add(name)
            depth += 1 if event == "call" else -1
            deepest = max(deepest, depth)

    before = sys.getprofile()
    sys.setprofile(look)
    try:
        act()
    finally:
        sys.setprofile(before)
    return modules, deepest


def test_a_deck_of_one_fact_is_read_through_few_modules(tmp_path: Path) -> None:
    file = tmp_path / "tiny.yaml"
    file.write_text(ONE_FACT, encoding="utf-8")

    modules, depth = way_of(lambda: load_deck(file))

    assert len(modules) <= 12, sorted(modules)
    assert depth <= 10


def test_a_card_becomes_a_package_through_few_modules(tmp_path: Path) -> None:
    file = tmp_path / "tiny.yaml"
    file.write_text(ONE_FACT, encoding="utf-8")
    bank, _ = load_bank([file])
    cards = [
        ExportCard(tuple(items), datetime(2026, 1, 1, tzinfo=UTC))
        for _, items in groupby(generate(bank), key=lambda item: item.card)
    ]
    deck = ExportDeck(DeckId("tiny"), "Tiny", cards)

    modules, depth = way_of(lambda: export_decks(tmp_path / "tiny.apkg", [deck]))

    assert len(modules) <= 12, sorted(modules)
    assert depth <= 11
