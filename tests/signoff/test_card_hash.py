"""What takes a signature away, and what does not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.bank.load import load_deck
from quizapp.bank.model import Deck
from quizapp.signoff import hash_card

DECK = """\
quizapp: 1
deck: levy
title: Levy
sources:
  levy1997: {cite: Levy 1997, sentences: 10}
concepts:
  liver: {name: liver, type: organ, aliases: [hepar]}
  kidney: {name: kidney, type: organ, background: true}
facts:
  - id: transplants
    source: [levy1997#1, levy1997#7]
    say: "Of 56 patients, {recipients|four} received a {organ}."
    why: The organ failed.
    mnemonic: four livers
    untrue: [{say: Five patients received a liver., why: It was four., card: recipients}]
    cards:
      recipients:
        ask: How many of the 56 patients received a liver?
        answer: 4
        of: 56
        wrong: {3: That is another number.}
      organ: {ask: Which organ did four of them receive?, answer: liver, choose_from: organ}
tables:
  - id: series
    row: series
    source: levy1997#2
    columns:
      patients: {ask: "How many patients did {row} report?", say: "{row} reported {patients}."}
    rows:
      levy: {name: Levy, patients: 56}
      winkelstein: {name: Winkelstein, patients: 79}
"""


def deck_of(tmp_path: Path, text: str) -> Deck:
    path = tmp_path / "levy.yaml"
    path.write_text(text, encoding="utf-8")
    deck, problems = load_deck(path)
    assert deck is not None, problems
    return deck


def hashes(deck: Deck) -> dict[str, str]:
    return {card.id: hash_card(fact, card) for fact in deck.facts for card in fact.cards}


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[str, str], set[str]]:
    """Return the cards whose hash is another one once `old` is `new` in the deck."""

    def compare(old: str, new: str) -> set[str]:
        assert old in DECK
        before = hashes(deck_of(tmp_path, DECK))
        after = hashes(deck_of(tmp_path, DECK.replace(old, new)))
        return {name.removeprefix("levy/") for name in before if before[name] != after[name]}

    return compare


def test_a_hash_is_twelve_hexadecimal_digits_and_stays_the_same(tmp_path: Path) -> None:
    found = hashes(deck_of(tmp_path, DECK))

    assert found["levy/transplants/recipients"] == "dec2f7c5dd7a"
    assert found["levy/series/levy/patients"] == "98e76eab4371"


@pytest.mark.parametrize(
    ("old", "new", "cards"),
    [
        ("How many of the 56 patients", "How many patients", {"transplants/recipients"}),
        ("answer: 4", "answer: 5", {"transplants/recipients"}),
        ("of: 56", "of: 57", {"transplants/recipients"}),
        ("{3: That is another number.}", "{3: Three died.}", {"transplants/recipients"}),
        ("{3: That", "{2: That", {"transplants/recipients"}),
        ("It was four.", "Four did.", {"transplants/recipients"}),
        ("|four}", "|4}", {"transplants/recipients", "transplants/organ"}),
        ("Of 56 patients,", "Of them", {"transplants/recipients", "transplants/organ"}),
        ("The organ failed.", "It failed.", {"transplants/recipients", "transplants/organ"}),
        ("levy1997#7]", "levy1997#8]", {"transplants/recipients", "transplants/organ"}),
        ("patients: 56}", "patients: 57}", {"series/levy/patients"}),
        (
            "{row} reported {",
            "{row} saw {",
            {"series/levy/patients", "series/winkelstein/patients"},
        ),
    ],
)
def test_a_change_of_what_was_read_changes_the_hash_of_these_cards(
    changed: Callable[[str, str], set[str]], old: str, new: str, cards: set[str]
) -> None:
    assert changed(old, new) == cards


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("aliases: [hepar]", "aliases: [hepar, jecur]"),
        ("  kidney:", "  lung: {name: lung, type: organ, background: true}\n  kidney:"),
        ("choose_from: organ}", "aliases: [the liver], choose_from: organ}"),
        ("mnemonic: four livers", "mnemonic: 4 livers\n    tags: [surgery]"),
        ("title: Levy", "title: Levy 1997"),
        ("facts:\n", "# a comment\n\nfacts:\n"),
        ("{name: Winkelstein, patients: 79}", "{name: Winkelstein, patients: 79, tags: [b]}"),
        (
            "      winkelstein:",
            "      notarangelo: {name: Notarangelo, patients: 9}\n      winkelstein:",
        ),
        ("deck: levy", "settings: {near: true}\ndeck: levy"),
    ],
)
def test_nothing_else_changes_a_hash(
    changed: Callable[[str, str], set[str]], old: str, new: str
) -> None:
    assert changed(old, new) == set()


def test_a_new_id_of_a_fact_leaves_the_hash_of_its_cards(tmp_path: Path) -> None:
    before = hashes(deck_of(tmp_path, DECK))
    after = hashes(deck_of(tmp_path, DECK.replace("id: transplants", "id: livers")))

    assert before["levy/transplants/organ"] == after["levy/livers/organ"]
