"""The store and the session agree: on what is asked, and on how much of it there is."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.bank.model import CardId, DeckId, DeckSettings
from quizapp.memory.days import learner_day, start_of_day
from quizapp.memory.model import Rating
from quizapp.session.ports import SessionStore
from quizapp.session.study import StudySession
from quizapp.store.learner_store import LearnerStore, open_learner
from quizapp.store.store import Store
from tests.builders import CALENDAR, MORNING, a_card, a_deck, a_fact, a_store, an_answer, an_item
from tests.counts import full_or_share

DECK = DeckId("capitals")
# Facts of one, two and three cards.
CARDS = {
    "capitals/france": ("seat",),
    "capitals/bolivia": ("seat", "law"),
    "capitals/south-africa": ("parliament", "cabinet", "court"),
}
NAMES = [f"{fact}/{card}" for fact, cards in CARDS.items() for card in cards]


def a_full_store() -> Store:
    facts = [
        a_fact(fact.split("/")[1], cards=[a_card(fact, card) for card in cards])
        for fact, cards in CARDS.items()
    ]
    return a_store(a_deck(facts=facts), [an_item(name) for name in NAMES])


def test_a_learners_store_is_what_a_session_asks_for(learner_store: LearnerStore) -> None:
    port: SessionStore = learner_store  # checked by mypy, too

    assert port.calendar == CALENDAR


answers = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(Rating), st.integers(0, 60 * 24 * 4)),
    max_size=12,
)


@pytest.mark.slow
@settings(max_examples=full_or_share(1200), deadline=None)
@given(
    answers=answers,
    hidden=st.sets(st.sampled_from(NAMES), max_size=3),
    limits=st.tuples(st.integers(0, 4), st.integers(0, 4)),
    wait=st.integers(0, 60 * 24 * 9),
)
def test_the_home_screen_counts_what_a_session_then_asks(
    answers: list[tuple[str, Rating, int]], hidden: set[str], limits: tuple[int, int], wait: int
) -> None:
    own = DeckSettings(new_per_day=limits[0], reviews_per_day=limits[1])
    now = MORNING
    with a_full_store() as store:
        learner_store = open_learner(store, "ada", CALENDAR, own)
        for card, rating, minutes in answers:
            now += timedelta(minutes=minutes)
            learner_store.record(an_answer(card, at=now, rating=rating))
        now += timedelta(minutes=wait)
        tomorrow = start_of_day(learner_day(now, CALENDAR) + 1, CALENDAR)
        for card in hidden:
            learner_store.bury(CardId(card), None, tomorrow, now)

        (counts,) = learner_store.deck_counts([DECK], now)
        session = StudySession(learner_store, [DECK], "Capitals", seed=1)
        session.start(now)

        asked = session.progress
        assert (counts.new, counts.learning, counts.due) == (asked.new, asked.learning, asked.due)
