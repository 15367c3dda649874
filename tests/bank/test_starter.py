"""The deck to start from."""

from pathlib import Path

import pytest

from quizapp.bank.load import load_deck
from quizapp.bank.starter import starter_deck


@pytest.mark.parametrize(
    ("name", "title"),
    [("capitals", "Capitals"), ("2024", "2024"), ("a-b", 'A "title": with {marks} # and \\ more')],
)
def test_the_starter_has_no_problem(tmp_path: Path, name: str, title: str) -> None:
    path = tmp_path / f"{name}.yaml"
    path.write_text(starter_deck(name, title), encoding="utf-8")

    deck, problems = load_deck(path)

    assert problems == ()
    assert deck is not None
    assert (deck.id, deck.title) == (name, title)


def test_the_starter_shows_several_cards_a_number_and_an_amount(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(starter_deck("a", "A"), encoding="utf-8")

    deck, _ = load_deck(path)

    assert deck is not None
    assert [len(fact.cards) for fact in deck.facts] == [1, 2, 1, 1]
    assert deck.version == 2
