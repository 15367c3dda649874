"""What a rule finds: where, what, and how to fix it; its code and level come from the rule."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.bank.diagnostics import Explanation, Level, Problem, sort_problems
from quizapp.bank.model import Bank, FactId
from quizapp.bank.place import Place
from quizapp.items.item import Item


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault by one rule. `fact` may silence it; None where no fact is concerned.

    One that `is_hint` is only to be known, and one that `may_stand` is a warning, whatever the
    level of its rule.
    """

    place: Place
    message: str
    fix: str
    fact: FactId | None = None
    is_hint: bool = False
    may_stand: bool = False

    def level_of(self, rule: Explanation) -> Level:
        """Return how grave it is, found by `rule`."""
        if self.is_hint:
            return Level.INFO
        return Level.WARNING if self.may_stand else rule.level


def make_finding(item: Item, message: str, fix: str) -> Finding:
    """Return a finding at the card of `item`, its message opening with the card."""
    return Finding(item.place, f"{item.card}: {message}", fix, item.fact)


def report_findings(
    bank: Bank, findings: Iterable[tuple[Explanation, Finding]]
) -> tuple[Problem, ...]:
    """Return `findings` by the rules that they explain as problems, by place, each once.

    A fact's `lint: {ignore: …}` silences the codes that it names.
    """
    silenced = {
        (fact.id, code)
        for deck in bank.decks
        for fact in deck.facts
        if fact.lint_ignore is not None
        for code in fact.lint_ignore.codes
    }
    return sort_problems(
        Problem(
            rule.code,
            each.level_of(rule),
            each.place,
            each.message,
            each.fix,
        )
        for rule, each in findings
        if (each.fact, rule.code) not in silenced
    )
