from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.bank.load import load_deck
from quizapp.bank.model import Bank
from quizapp.items.generate import generate
from quizapp.items.item import Format, Item, ItemId

HEADER = """
quizapp: 1
deck: d
title: D
sources:
  s: {cite: "Author A. A title. J 2020;1:1-2.", short: Author 2020, doi: 10.1/x, sentences: 3}
"""


@pytest.fixture
def bank_of(tmp_path: Path) -> Callable[[str], Bank]:
    """A bank of one deck, from what follows the header of its YAML."""

    def load(text: str) -> Bank:
        path = tmp_path / "d.yaml"
        path.write_text(HEADER + text, encoding="utf-8")
        deck, problems = load_deck(path)
        assert deck is not None, problems
        return Bank((deck,))

    return load


@pytest.fixture
def items_of(bank_of: Callable[[str], Bank]) -> Callable[..., dict[ItemId, Item]]:
    """The items that the YAML of a deck makes, by id."""

    def make(text: str, seed: int = 0) -> dict[ItemId, Item]:
        return {item.id: item for item in generate(bank_of(text), seed)}

    return make


def texts(item: Item) -> list[str]:
    return [option.text for option in item.options]


def formats(items: dict[ItemId, Item]) -> set[Format]:
    return {item.format for item in items.values()}
