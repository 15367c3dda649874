"""Judging a bank and its items by all rules; and what a code means, whichever room made it."""

from collections.abc import Iterator, Sequence

from quizapp.bank.codes import CODES
from quizapp.bank.diagnostics import Explanation, Problem
from quizapp.bank.model import Bank
from quizapp.grading.expected import ENGLISH
from quizapp.grading.languages import language_of
from quizapp.items.item import Item
from quizapp.lint.finding import Finding, report_findings
from quizapp.lint.judging_codes import UNKNOWN_WORDS
from quizapp.lint.rule import Rule
from quizapp.lint.rules import RULES, RULES_BY_CODE
from quizapp.lint.unknown_words import (
    WordKnowledge,
    find_suspicious_words,
    find_unknown_units,
)


def check_bank(
    bank: Bank, items: Sequence[Item], knowledge: WordKnowledge | None = None
) -> tuple[Problem, ...]:
    """Return what the rules find in `bank` and its `items`, ordered by place, each once.

    Unknown words and units are looked for where there is `knowledge` of words. A fact's
    `lint: {ignore: …}` silences the codes it names.
    """
    found = [(rule.explanation, finding) for rule, finding in _apply_rules(bank, items)]
    if knowledge is not None:
        word, unit = UNKNOWN_WORDS
        found.extend((word, each) for each in find_suspicious_words(bank, knowledge.words_of))
        found.extend((unit, each) for each in find_unknown_units(bank, knowledge))
    return report_findings(bank, found)


def explain_code(code: str) -> Explanation | None:
    """Return the explanation of `code`; None for a code that does not exist."""
    rule = RULES_BY_CODE.get(code)
    return rule.explanation if rule else CODES.get(code)


def _apply_rules(bank: Bank, items: Sequence[Item]) -> Iterator[tuple[Rule, Finding]]:
    """Yield what the rules find, each with its rule."""
    # Item by item, so that what grading remembers of its words serves all rules.
    english = {deck.id for deck in bank.decks if language_of(deck.language).code == ENGLISH}
    foreign_rules = tuple(rule for rule in RULES if not rule.looks_for_english)
    for item in items:
        for rule in RULES if item.deck in english else foreign_rules:
            for look_at in rule.item_rules:
                for finding in look_at(item):
                    yield rule, finding
    for rule in RULES:
        for look_over in rule.bank_rules:
            for finding in look_over(bank, items):
                yield rule, finding
