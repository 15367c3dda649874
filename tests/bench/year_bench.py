"""A year of a made-up learner: one memory a card beside one memory an item; run by hand.

    python tests/bench/year_bench.py [CARDS] [DAYS]

The learner forgets as FSRS says (seeded). Beside the bundled decks there is a deck of CARDS cards
(5000). What is scheduled is once the card, asked in formats that harden, and once each of its items
by itself, as decks of flashcards do: the truth stays one memory a card. A card is known when its
true stability reaches 21 days.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import mean, median, pstdev

from quizapp.bank.load import load_bank
from quizapp.bank.model import Bank, CardId, Deck, DeckSettings, FactId
from quizapp.items.generate import generate
from quizapp.items.item import Format, Item, ItemId
from quizapp.store.learner_store import open_learner
from quizapp.store.open import open_store
from quizapp.store.sync_bank import sync_deck
from tests.builders import CALENDAR, MORNING, a_card, a_deck, a_fact, an_item
from tests.session.learner import Asked, Learner

DECKS = Path(__file__).parents[2] / "decks"
FIRST = date(2026, 3, 2)
NEW_A_DAY = 20
RETENTIONS = (0.90, 0.80, 0.70)  # wanted: item by item, less is enough to recall as much
UNSCHEDULED = (Format.FLIP, Format.TRUE_FALSE)  # not made into flashcards of their own


Scheduled = tuple[Deck, Sequence[Item]]


def main(cards: int = 5000, days: int = 365) -> None:
    bank, _ = load_bank([DECKS])
    bundled = [(deck, tuple(generate(Bank((deck,))))) for deck in bank.decks]
    for name, decks in (("bundled decks", bundled), (f"{cards} cards", [a_large_deck(cards)])):
        print(f"{name}, {days} days")
        ours = tell("one memory a card", *a_year([taken(*each) for each in decks], days))
        for retention in RETENTIONS:
            split = [taken(*item_by_item(*each), retention) for each in decks]
            theirs = tell(f"one an item, {retention:.2f} wanted", *a_year(split, days))
            print(f"    answers a known card: ours are {ours / theirs:.2f} x these")


def taken(deck: Deck, items: Sequence[Item], retention: float = RETENTIONS[0]) -> Scheduled:
    """Return the deck as it is taken: so many new cards a day as facts can be, no other limit.

    A deck of items has more cards, so more of them are new a day: the same knowledge is begun.
    """
    items_a_card = len(items) / len({item.card.split("+")[0] for item in items})
    share = items_a_card if "+" in items[0].card else 1
    settings = DeckSettings(
        retention=retention, new_per_day=round(NEW_A_DAY * share), reviews_per_day=100_000
    )
    return replace(deck, settings=settings), items


def a_year(decks: Sequence[Scheduled], days: int) -> tuple[Learner, list[Asked]]:
    with open_store("sqlite://") as store:
        for deck, items in decks:
            sync_deck(store, deck, items, MORNING)
        truth = {
            item.card: CardId("/".join(item.card.split("+")[:1])) for _, of in decks for item in of
        }
        learner = Learner(7, truth)
        ids = [deck.id for deck, _ in decks]
        return learner, list(learner.study(open_learner(store, "ada", CALENDAR), ids, FIRST, days))


def tell(name: str, learner: Learner, asked: Sequence[Asked]) -> float:
    """Print what came of a year; return how many answers a known card took."""
    daily = Counter(each.day for each in asked)
    late = [count for day, count in daily.items() if day > FIRST.toordinal() + 30]
    reviews = [each.is_right for each in asked if each.was_review]
    waits = [learner.known_at[card] - learner.first_seen[card] for card in learner.known_at]
    print(
        f"  {name}: {len(asked)} answers, {mean(daily.values()):.1f} a day"
        f" (spread {pstdev(late or [0]):.1f}), {mean(reviews):.3f} of reviews recalled,"
        f" {len(learner.first_seen)} cards seen, {len(learner.known_at)} known,"
        f" {median(learner.answers_until_known.values()):.0f} answers and"
        f" {median(waits):.0f} days until one is known"
    )
    return len(asked) / len(learner.known_at)


def item_by_item(deck: Deck, items: Sequence[Item]) -> Scheduled:
    """Return the deck with each item as a card of its own, which no sibling holds back."""
    made = [
        replace(
            item,
            card=CardId(f"{item.card}+{item.format}{number}"),
            fact=FactId(f"{item.card}+{item.format}{number}"),
            id=ItemId(f"{item.card}+{item.format}{number}/{item.format}"),
        )
        for number, item in enumerate(items)
        if item.format not in UNSCHEDULED
    ]
    facts = [
        replace(
            a_fact(item.fact.split("/", 1)[1], deck.id),
            id=item.fact,
            cards=(replace(a_card(item.fact), id=item.card, fact=item.fact),),
        )
        for item in made
    ]
    return replace(deck, facts=tuple(facts)), made


def a_large_deck(cards: int) -> Scheduled:
    """Return a deck of facts with two cards each, every card asked in four formats."""
    facts = [
        a_fact(name, "large", [a_card(f"large/{name}", card) for card in ("one", "other")])
        for name in (f"f{number}" for number in range(cards // 2))
    ]
    made = [
        an_item(card.id, format_)
        for fact in facts
        for card in fact.cards
        for format_ in (Format.GAP, Format.TYPED, Format.NUMBER, Format.LIST)
    ]
    return a_deck("large", facts), made


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
