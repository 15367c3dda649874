"""From a bank to its items: every format that every card can make."""

from collections.abc import Callable, Iterator

from quizapp.bank.model import Bank, Card, Fact, Status
from quizapp.items.choice import choice
from quizapp.items.item import Item
from quizapp.items.material import Material, materials
from quizapp.items.recall import flip, gap, order, recall
from quizapp.items.select import select
from quizapp.items.true_false import true_false

# The order in which the items of a card are listed; each maker yields none where it cannot ask.
MAKERS: tuple[Callable[[Material, Fact, Card], Iterator[Item]], ...] = (
    choice,
    select,
    recall,
    gap,
    order,
    true_false,
    flip,
)


def generate(bank: Bank, seed: int = 0) -> Iterator[Item]:
    """Yield the items of `bank` in its order, drafts left out.

    They depend on the bank and `seed` alone, those of a card on what else the bank holds only
    where distractors are taken from it.
    """
    for material in materials(bank, seed):
        for fact in material.deck.facts:
            if fact.status is Status.REVIEWED:
                for card in fact.cards:
                    for maker in MAKERS:
                        yield from maker(material, fact, card)
