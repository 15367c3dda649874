"""Judging a bank and its items by all rules."""

from collections.abc import Iterator, Mapping, Sequence

from quizapp.bank.diagnostics import Problem
from quizapp.bank.model import Bank, FactId
from quizapp.items.item import Item
from quizapp.lint.finding import Finding
from quizapp.lint.rules import RULES, Rule


def check_bank(bank: Bank, items: Sequence[Item]) -> tuple[Problem, ...]:
    """Return what the rules find in `bank` and its `items`, ordered by place, each once.

    A fact's `lint: {ignore: …}` silences the codes it names.
    """
    silenced = {
        fact.id: frozenset(fact.lint_ignore.codes)
        for deck in bank.decks
        for fact in deck.facts
        if fact.lint_ignore is not None
    }
    found = dict.fromkeys(collect_problems(bank, items, silenced))
    return tuple(sorted(found, key=lambda problem: (problem.place, problem.code, problem.message)))


def collect_problems(
    bank: Bank, items: Sequence[Item], silenced: Mapping[FactId, frozenset[str]]
) -> Iterator[Problem]:
    """Yield a problem for each finding that is not silenced."""
    for rule, finding in apply_rules(bank, items):
        code, level = rule.explanation.code, rule.explanation.level
        if finding.fact is None or code not in silenced.get(finding.fact, ()):
            yield Problem(code, level, finding.place, finding.message, finding.fix)


def apply_rules(bank: Bank, items: Sequence[Item]) -> Iterator[tuple[Rule, Finding]]:
    """Yield what the rules find, each with its rule."""
    # Item by item, so that what grading remembers of its words serves all rules.
    for item in items:
        for rule in RULES:
            for look_at in rule.item_rules:
                for finding in look_at(item):
                    yield rule, finding
    for rule in RULES:
        for look_over in rule.bank_rules:
            for finding in look_over(bank, items):
                yield rule, finding
