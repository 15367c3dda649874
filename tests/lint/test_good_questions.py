"""Good questions of several fields: a rule that cries wolf is worse than none."""

from pathlib import Path

from quizapp.bank.diagnostics import Level
from quizapp.bank.load import load_bank
from quizapp.items.generate import generate
from quizapp.lint.check import check_bank

GOOD = Path(__file__).parent / "good"


def test_no_rule_finds_fault_with_sixty_good_questions() -> None:
    bank, problems = load_bank([GOOD])
    found = check_bank(bank, tuple(generate(bank)))

    assert problems == ()
    assert sum(len(deck.facts) for deck in bank.decks) == 60
    assert [problem for problem in found if problem.level is not Level.INFO] == []
