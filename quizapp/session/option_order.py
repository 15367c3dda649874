"""The order in which options are shown, drawn from a seed, and the letters of a match's values."""

import random
from collections.abc import Sequence

from quizapp.items.item import Format, Item, Option

# What the values of a match are called. Without j and k, which move the cursor.
PAIR_LETTERS = "abcdefghilmnopqrstuvwxyz"

_SEED_BITS = 32


def draw_seed(*parts: object) -> int:
    """Return a seed that depends only on `parts`: that of a session, an item, and so on."""
    return random.Random("/".join(map(str, parts))).getrandbits(_SEED_BITS)


def order_options(item: Item, seed: int) -> tuple[Option, ...]:
    """Return the options in the order shown, which depends only on the item and `seed`.

    Numbers and closed sets keep their order, and an order is never shown already solved.
    """
    if item.has_fixed_order or item.format is Format.TRUE_FALSE:
        return item.options
    options = _shuffle_options(item.options, seed)
    if item.format is Format.ORDER and options == item.options:
        return (*options[1:], *options[:1])
    return options


def _shuffle_options(options: Sequence[Option], seed: int) -> tuple[Option, ...]:
    """Return `options` in an order that depends only on them and on `seed`."""
    return tuple(random.Random(seed).sample(tuple(options), len(options)))
