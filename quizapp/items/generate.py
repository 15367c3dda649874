"""From a bank to its items: every format that every card can make."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from quizapp.bank.model import (
    Answer,
    Bank,
    ListAnswer,
    NumberAnswer,
    SequenceAnswer,
    Status,
    TermAnswer,
)
from quizapp.items.choice import choice
from quizapp.items.flip import flip
from quizapp.items.follows import follows
from quizapp.items.gap import gap
from quizapp.items.item import Item
from quizapp.items.listing import listing
from quizapp.items.making import Subject, subjects
from quizapp.items.match import match
from quizapp.items.material import Material, materials
from quizapp.items.number import number
from quizapp.items.order import order
from quizapp.items.select import select
from quizapp.items.true_false import true_false
from quizapp.items.typed import typed

Maker: TypeAlias = Callable[[Subject], Iterator[Item]]

# What each kind of answer can make, in the order in which the items of a card are listed. A maker
# yields nothing where a card lacks what its format needs.
MAKERS: Mapping[type[Answer], tuple[Maker, ...]] = {
    TermAnswer: (choice, match, typed, gap, true_false, flip),
    NumberAnswer: (choice, match, number, gap, true_false, flip),
    ListAnswer: (select, match, listing, gap, true_false, flip),
    SequenceAnswer: (follows, match, order, true_false, flip),
}


def generate(bank: Bank, seed: int = 0) -> Iterator[Item]:
    """Yield the items of `bank` in its order, drafts left out.

    They depend on the bank and `seed` alone, those of a card on what else the bank holds only
    where distractors are taken from it.
    """
    for material in materials(bank, seed):
        yield from items_of(material)


def items_of(material: Material) -> Iterator[Item]:
    """Yield the items of one deck."""
    for fact in material.deck.facts:
        if fact.status is Status.REVIEWED:
            for subject in subjects(material, fact):
                for maker in MAKERS[type(subject.card.answer)]:
                    yield from maker(subject)
