"""What a rule finds: where, what, and how to mend it; its code and level come from the rule."""

from dataclasses import dataclass

from quizapp.bank.model import FactId, Place
from quizapp.items.item import Item


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault by one rule. `fact` may silence it; None where no fact is concerned."""

    place: Place
    message: str
    fix: str
    fact: FactId | None = None


def make_finding(item: Item, message: str, fix: str) -> Finding:
    """Return a finding at the card of `item`, its message opening with the card."""
    return Finding(item.place, f"{item.card}: {message}", fix, item.fact)
