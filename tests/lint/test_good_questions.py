"""Good and flawed questions of many fields: a rule that cries wolf is worse than none."""

from pathlib import Path

import pytest

from quizapp.bank.diagnostics import Level
from quizapp.bank.load import load_bank
from quizapp.bank.model import Bank
from quizapp.items.generate import generate
from quizapp.lint.check import check_bank

GOOD = Path(__file__).parent / "good"
QUESTIONS = Path(__file__).parent / "questions"
# On decks as a whole; and what every deck is told, however good its questions.
NOT_OF_QUESTIONS = ("D401", "D404")


def found_facts(bank: Bank) -> set[str]:
    """Return the facts that a rule on questions finds fault with."""
    at = {
        card.place: fact.name for deck in bank.decks for fact in deck.facts for card in fact.cards
    }
    found = check_bank(bank, tuple(generate(bank)))
    return {
        at.get(problem.place, "elsewhere")
        for problem in found
        if problem.code not in NOT_OF_QUESTIONS
    }


def test_no_rule_finds_fault_with_sixty_good_questions() -> None:
    bank, problems = load_bank([GOOD])
    found = check_bank(bank, tuple(generate(bank)))

    assert problems == ()
    assert sum(len(deck.facts) for deck in bank.decks) == 60
    assert [problem for problem in found if problem.level is not Level.INFO] == []


@pytest.mark.parametrize("name", ["good_seen", "good_held"])
def test_no_rule_finds_fault_with_good_questions_that_look_like_flawed_ones(name: str) -> None:
    bank, problems = load_bank([QUESTIONS / f"{name}.yaml"])

    assert problems == ()
    assert found_facts(bank) == set()


# What is left takes a reader who knows the field: an opinion, a dispute, a trifle.
@pytest.mark.parametrize(
    ("name", "missed"),
    [("flawed_seen", {"opinion"}), ("flawed_held", {"disputed", "in-stem", "trivia"})],
)
def test_most_flawed_questions_are_found(name: str, missed: set[str]) -> None:
    bank, problems = load_bank([QUESTIONS / f"{name}.yaml"])
    facts = {fact.name for deck in bank.decks for fact in deck.facts}

    assert problems == ()
    assert facts - found_facts(bank) == missed
