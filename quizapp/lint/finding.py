"""What a rule finds: where, what, and how to mend it; its code and level come from the rule."""

from dataclasses import dataclass

from quizapp.bank.model import FactId, Place
from quizapp.items.item import Item


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault by one rule. `fact` may silence it; None where no fact is concerned."""

    place: Place
    message: str
    mend: str
    fact: FactId | None = None


def finding(item: Item, message: str, mend: str) -> Finding:
    """Return a finding at the card of `item`, its message opening with the card."""
    return Finding(item.place, f"{item.card}: {message}", mend, item.fact)
