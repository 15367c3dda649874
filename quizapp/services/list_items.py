"""The items that decks make, all or those that are asked for."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.bank.model import Bank
from quizapp.errors import WrongCallError
from quizapp.items.item import Format, Item
from quizapp.services.deck_lookup import load_valid_bank
from quizapp.services.settings import Settings
from quizapp.services.words import quantity, suggest

if TYPE_CHECKING:
    from quizapp.items.dropped import Drop


@dataclass(frozen=True, slots=True)
class ItemFilter:
    """Which items are asked for; nothing given admits all."""

    formats: tuple[Format, ...] = ()
    facts: tuple[str, ...] = ()

    def admits(self, item: "Item | Drop") -> bool:
        """Return whether `item` is asked for. A fact is named with its deck, or without."""
        is_format = not self.formats or item.format in self.formats
        return is_format and (
            not self.facts or any(_names_fact(item.fact, name) for name in self.facts)
        )

    def check_facts(self, bank: Bank) -> None:
        """Raise a WrongCallError for the first fact that `bank` does not have."""
        known = [fact.id for deck in bank.decks for fact in deck.facts]
        for name in self.facts:
            if not any(_names_fact(fact, name) for fact in known):
                fix = suggest(name, known, "quizapp items lists the facts")
                raise WrongCallError(f"there is no fact {name!r}", fix)


def _names_fact(fact: str, name: str) -> bool:
    """Return whether `name` names `fact` or the table that it is a row of, with its deck or not."""
    own = fact.partition("/")[2]
    return any(each == name or each.startswith(f"{name}/") for each in (fact, own))


@dataclass(frozen=True, slots=True)
class ListedItems:
    """Items, and how many cards are not asked in a format, a line for each reason."""

    items: tuple[Item, ...]
    dropped: tuple[str, ...]


def list_items(
    settings: Settings, names: Sequence[str], wanted: ItemFilter, seed: int
) -> ListedItems:
    """Return the items `wanted` of the decks that `names` ask for, in the bank's order.

    Raises:
        FaultyDeckError: a deck has an error.
        WrongCallError: a name is no deck, or no fact.
    """
    from quizapp.items.dropped import find_dropped
    from quizapp.items.generate import generate

    bank = load_valid_bank(settings, names)
    wanted.check_facts(bank)
    items = tuple(generate(bank, seed))
    drops = (drop for drop in find_dropped(bank, items) if wanted.admits(drop))
    return ListedItems(tuple(filter(wanted.admits, items)), drop_lines(drops))


def drop_lines(drops: "Iterable[Drop]") -> tuple[str, ...]:
    """Return how many cards of a deck make no item of a format, a line for each reason."""
    counts = Counter((drop.deck, drop.what, drop.reason) for drop in drops)
    return tuple(
        f"{deck}: {quantity(count, 'card')} make{'s' * (count == 1)} no {what}: {reason}"
        for (deck, what, reason), count in counts.items()
    )
