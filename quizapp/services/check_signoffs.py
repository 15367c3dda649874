"""What readers said, seen by `check`: what they settled is silent; strictness makes errors."""

from collections.abc import Iterable
from dataclasses import replace

from quizapp.bank.diagnostics import Level, Problem
from quizapp.bank.model import Bank
from quizapp.services.card_evidence import drop_settled
from quizapp.signoff import report_unsigned

_STRICT = frozenset({"G103", "B603"})  # what is an error where one is strict


def heed_signoffs(bank: Bank, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return `problems` without what a reader settled for all cards concerned."""
    left = tuple(problems)
    for deck in bank.decks:
        left = tuple(drop_settled(deck, left))
    return left


def find_missing_signatures(bank: Bank) -> tuple[Problem, ...]:
    """Return a problem for each deck that asks for signatures and lacks some."""
    return tuple(problem for deck in bank.decks for problem in report_unsigned(deck))


def raise_levels(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return `problems`, conflicts with a source and missing signatures as errors."""
    return tuple(
        replace(each, level=Level.ERROR) if each.code in _STRICT else each for each in problems
    )
