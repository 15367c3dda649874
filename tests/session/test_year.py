"""What holds on every day of a simulated season on the bundled decks."""

from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from quizapp.bank.load import load_bank
from quizapp.bank.model import Bank, CardId, FactId, Kind
from quizapp.bank.nearest import kind_of
from quizapp.items.generate import generate
from quizapp.store.learner_store import open_learner
from quizapp.store.open import open_store
from quizapp.store.sync_bank import sync_deck
from tests.builders import CALENDAR, MORNING
from tests.counts import full_or_share
from tests.session.learner import Asked, Learner

DECKS = Path(__file__).parents[2] / "decks"
FIRST = date(2026, 3, 2)
DAYS = 90

pytestmark = pytest.mark.slow  # every answer of a season


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load_bank([DECKS])[0]


@pytest.fixture(scope="module", params=range(7, 7 + full_or_share(20)))
def season(request: pytest.FixtureRequest, bank: Bank) -> list[Asked]:
    """Every answer of ninety days on the bundled decks, of one learner for each seed."""
    with open_store("sqlite://") as store:
        for deck in bank.decks:
            sync_deck(store, deck, generate(Bank((deck,))), MORNING)
        learner_store = open_learner(store, "ada", CALENDAR)
        return list(
            Learner(request.param).study(
                learner_store, [deck.id for deck in bank.decks], FIRST, DAYS
            )
        )


def test_siblings_are_never_asked_on_one_day(season: list[Asked]) -> None:
    cards_of: dict[tuple[int, FactId], set[CardId]] = defaultdict(set)
    for asked in season:
        cards_of[asked.day, asked.fact].add(asked.card)

    assert {len(cards) for cards in cards_of.values()} == {1}


def test_confusable_facts_are_never_both_new_on_one_day(season: list[Asked]) -> None:
    new: dict[int, list[Asked]] = defaultdict(list)
    for asked in season:
        if asked.was_new:
            new[asked.day].append(asked)

    together = [
        (one.fact, other.fact)
        for of_day in new.values()
        for one in of_day
        for other in of_day
        if other.fact in one.confusable
    ]
    assert together == []


def test_every_card_is_seen_that_is_no_bibliography(season: list[Asked], bank: Bank) -> None:
    cards = {
        card.id
        for deck in bank.decks
        for fact in deck.facts
        for card in fact.cards
        if kind_of(fact, card) is Kind.FACT
    }

    assert {asked.card for asked in season} == cards


def test_no_card_is_asked_twice_a_day_once_it_left_learning(season: list[Asked]) -> None:
    reviewed = [(asked.day, asked.card) for asked in season if asked.was_review]

    assert len(reviewed) == len(set(reviewed))


def test_what_is_recalled_is_about_as_much_as_is_wanted(season: list[Asked]) -> None:
    reviewed = [asked.is_right for asked in season if asked.was_review]

    assert 0.84 <= sum(reviewed) / len(reviewed) <= 0.96
