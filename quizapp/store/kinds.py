"""Where the cards of a kind are among those of their deck: each kind has a range of positions.

Within it they have no gaps, and are in the order of the deck. So an index finds the cards that a
session asks for, and no table needs a column for what few cards have.
"""

from typing import NamedTuple

from quizapp.bank.model import Kind


class PositionRange(NamedTuple):
    """Positions from `first` on, before `end`."""

    first: int
    end: int


_SIZE = 1 << 23  # more cards than a deck ever has
POSITIONS = {
    kind: PositionRange(at * _SIZE, (at + 1) * _SIZE)
    for at, kind in enumerate((Kind.FACT, Kind.BIBLIOGRAPHY))  # new ones at the end: it is stored
}
CARDS_IN_A_DECK = len(POSITIONS) * _SIZE  # so that one number is a card's place in the bank
