"""From a bank to its items: every format that every card can make."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from quizapp.bank.model import (
    AmountAnswer,
    Answer,
    Bank,
    ListAnswer,
    NumberAnswer,
    SequenceAnswer,
    Status,
    TermAnswer,
)
from quizapp.items.context import CardContext, card_contexts
from quizapp.items.deck_index import DeckIndex, index_decks
from quizapp.items.formats.choice import make_choice_items
from quizapp.items.formats.flip import make_flip_items
from quizapp.items.formats.follows import make_follows_items
from quizapp.items.formats.gap import make_gap_items
from quizapp.items.formats.match import make_match_items
from quizapp.items.formats.order import make_order_items
from quizapp.items.formats.recall import make_list_items, make_number_items, make_typed_items
from quizapp.items.formats.select import make_select_items
from quizapp.items.formats.true_false import make_true_false_items
from quizapp.items.item import Item

_ItemMaker: TypeAlias = Callable[[CardContext], Iterator[Item]]

# What each kind of answer can make, in the order in which the items of a card are listed. A maker
# yields nothing where a card lacks what its format needs.
_MAKERS: Mapping[type[Answer], tuple[_ItemMaker, ...]] = {
    TermAnswer: (
        make_choice_items,
        make_match_items,
        make_typed_items,
        make_gap_items,
        make_true_false_items,
        make_flip_items,
    ),
    NumberAnswer: (
        make_choice_items,
        make_match_items,
        make_number_items,
        make_gap_items,
        make_true_false_items,
        make_flip_items,
    ),
    AmountAnswer: (
        make_choice_items,
        make_number_items,
        make_gap_items,
        make_true_false_items,
        make_flip_items,
    ),
    ListAnswer: (
        make_select_items,
        make_match_items,
        make_list_items,
        make_gap_items,
        make_true_false_items,
        make_flip_items,
    ),
    SequenceAnswer: (
        make_follows_items,
        make_match_items,
        make_order_items,
        make_true_false_items,
        make_flip_items,
    ),
}


def generate(bank: Bank, seed: int = 0) -> Iterator[Item]:
    """Yield the items of `bank` in its order, drafts left out.

    They depend on the bank and `seed` alone, those of a card on what else the bank holds only
    where distractors are taken from it.
    """
    for deck_index in index_decks(bank, seed):
        yield from _generate_deck(deck_index)


def _generate_deck(deck_index: DeckIndex) -> Iterator[Item]:
    """Yield the items of one deck."""
    for fact in deck_index.deck.facts:
        if fact.status is Status.REVIEWED:
            for context in card_contexts(deck_index, fact):
                for maker in _MAKERS[type(context.card.answer)]:
                    yield from maker(context)
