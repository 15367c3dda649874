"""Laws that hold whatever learners and authors do, in whatever order."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from quizapp.bank.model import CardId, DeckId
from quizapp.learner.import_values import ImportedReview
from quizapp.learner.model import Mode
from quizapp.memory.model import New, Rating, Scheduling
from quizapp.store.learner_store import LearnerStore, open_learner
from quizapp.store.sync_bank import sync_deck
from quizapp.store.verify import verify_store
from tests.builders import CALENDAR, MORNING, a_deck, a_fact, a_store, an_answer, an_item
from tests.counts import full_or_share
from tests.memory.learners import replay
from tests.store.retired import retire_deck

COUNTRIES = ("france", "peru", "chad")
DECK = DeckId("capitals")

countries = st.sampled_from(COUNTRIES)
ratings = st.sampled_from([None, *Rating])
modes = st.sampled_from([Mode.STUDY, Mode.QUIZ])
# Clocks are set back, too; in whole minutes, so that two answers may share a millisecond.
leaps = st.integers(-60 * 24 * 3, 60 * 24 * 20)


def card_of(country: str) -> CardId:
    return CardId(f"capitals/{country}/answer")


class Lives(RuleBasedStateMachine):
    """Two learners, a clock, and a deck whose author edits it; `log` is what must be kept."""

    def __init__(self) -> None:
        super().__init__()
        self.now = MORNING
        self.bank = dict.fromkeys(COUNTRIES, ("What is its capital?", "Paris"))
        self.store = a_store(items=[])
        self.learner_stores = {
            name: open_learner(self.store, name, CALENDAR) for name in ("ada", "bob")
        }
        self.log: dict[str, list[tuple[datetime, int, str, Mode, Rating | None]]] = {
            "ada": [],
            "bob": [],
        }
        self.undone: dict[str, list[ImportedReview]] = {"ada": [], "bob": []}
        self.synchronise()

    def teardown(self) -> None:
        self.store.close()

    @rule(minutes=leaps)
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule(
        name=st.sampled_from(["ada", "bob"]),
        country=countries,
        rating=ratings,
        mode=modes,
        counts=st.booleans(),
    )
    def answer(
        self, name: str, country: str, rating: Rating | None, mode: Mode, *, counts: bool
    ) -> None:
        answered = an_answer(card_of(country), at=self.now, rating=rating, mode=mode, counts=counts)
        kept = self.learner_stores[name].record(answered)
        self.log[name].append((self.now, kept.id, country, mode, rating if counts else None))

    @rule(name=st.sampled_from(["ada", "bob"]), mode=modes)
    def undo(self, name: str, mode: Mode) -> None:
        undone = self.learner_stores[name].undo(mode, now=self.now)
        of_mode = [entry for entry in self.log[name] if entry[3] is mode]
        newest = max(of_mode, key=lambda entry: entry[1], default=None)
        assert (undone and undone.id) == (newest and newest[1])
        if newest:
            self.log[name].remove(newest)
            at, _, country, _, rating = newest
            self.undone[name].append(ImportedReview(card_of(country), at, rating or Rating.GOOD))

    @rule(
        name=st.sampled_from(["ada", "bob"]),
        country=countries,
        rating=st.sampled_from(Rating),
        later=st.sampled_from([None, *Rating]),
    )
    def another_run_judges_and_seems_to_die(
        self, name: str, country: str, rating: Rating, later: Rating | None
    ) -> None:
        with_key = replace(self.learner_stores[name]._scope, run_key="another run")
        other = LearnerStore(self.store, with_key)
        judged = an_answer(card_of(country), at=self.now, rating=rating)
        other.keep_judged(judged)
        assert self.learner_stores[name].recover_judged() == 1
        if later is None:
            other.forget_judged()
        else:
            kept = other.record(replace(judged, rating=later))
            self.log[name].append((self.now, kept.id, country, Mode.STUDY, later))

    @rule(name=st.sampled_from(["ada", "bob"]))
    def what_was_undone_comes_back_from_elsewhere(self, name: str) -> None:
        assert self.learner_stores[name].import_reviews(self.undone[name]).new == 0

    @rule(
        name=st.sampled_from(["ada", "bob"]),
        country=countries,
        rating=st.sampled_from(list(Rating)),
        minutes=leaps,
    )
    def merge_a_review_made_elsewhere(
        self, name: str, country: str, rating: Rating, minutes: int
    ) -> None:
        at = self.now + timedelta(minutes=minutes, milliseconds=7)
        imported = [ImportedReview(card_of(country), at, rating)]
        learner_store = self.learner_stores[name]
        if learner_store.import_reviews(imported).new:
            self.log[name].append((at, 0, country, Mode.IMPORTED, rating))
        assert learner_store.import_reviews(imported).new == 0

    @rule(country=countries, stem=st.sampled_from(["Which city governs it?", "Capital?"]))
    def reword(self, country: str, stem: str) -> None:
        if country in self.bank:
            self.bank[country] = (stem, self.bank[country][1])

    @rule(country=countries, key=st.sampled_from(["Paris", "Lima", "Lyon"]))
    def rekey(self, country: str, key: str) -> None:
        if country in self.bank:
            self.bank[country] = (self.bank[country][0], key)

    @rule(country=countries)
    def remove(self, country: str) -> None:
        self.bank.pop(country, None)

    @rule(country=countries)
    def bring_back(self, country: str) -> None:
        self.bank.setdefault(country, ("What is its capital?", "Paris"))

    @rule()
    def synchronise(self) -> None:
        deck = a_deck(facts=[a_fact(country) for country in self.bank])
        items = [an_item(card_of(country), stem=s, key=k) for country, (s, k) in self.bank.items()]
        sync_deck(self.store, deck, items, self.now)

    @rule()
    def retire(self) -> None:
        retire_deck(self.store, DECK, self.now)

    @rule(name=st.sampled_from(["ada", "bob"]), country=countries)
    def hide(self, name: str, country: str) -> None:
        learner_store = self.learner_stores[name]
        learner_store.suspend(card_of(country), None, self.now)
        learner_store.bury(card_of(country), None, self.now, self.now)
        learner_store.mark(card_of(country), None, self.now, is_marked=True)

    @invariant()
    def the_store_is_sound(self) -> None:
        report = verify_store(self.store)

        assert report.faults == ()
        assert report.reviews == sum(map(len, self.log.values()))

    @invariant()
    def memory_is_the_log_replayed(self) -> None:
        for name, learner_store in self.learner_stores.items():
            for country in COUNTRIES:
                entry = learner_store.learner_card(card_of(country))
                if entry is not None:
                    log = sorted(entry_ for entry_ in self.log[name] if entry_[2] == country)
                    rated = [(at, rating) for at, _, _, _, rating in log if rating is not None]
                    assert entry.memory == replay(rated, Scheduling(), CALENDAR)


TestLives = pytest.mark.slow(Lives.TestCase)
TestLives.settings = settings(
    max_examples=full_or_share(600), stateful_step_count=30, deadline=None
)


def shown(cards: Iterable[tuple[str, str]]) -> list[str]:
    return [f"{country}: {key}" for country, key in cards]


@settings(max_examples=full_or_share(800), deadline=None)
@given(
    st.lists(st.dictionaries(countries, st.sampled_from(["Paris", "Lima"]), max_size=3), max_size=4)
)
def test_only_the_last_bank_matters_to_what_is_asked(banks: list[dict[str, str]]) -> None:
    with a_store(items=[]) as store:
        for minutes, bank in enumerate(banks):
            deck = a_deck(facts=[a_fact(country) for country in bank])
            items = [an_item(card_of(country), key=key) for country, key in bank.items()]
            sync_deck(store, deck, items, MORNING + timedelta(minutes=minutes))

        learner_store = open_learner(store, "ada", CALENDAR)
        entries = learner_store.new_cards([DECK], MORNING, limit=10)
        asked = [
            (entry.fact.split("/")[1], learner_store.items_of_card(entry.card)[0].key[0])
            for entry in entries
        ]

        assert asked == list((banks or [{}])[-1].items())
        assert all(entry.memory == New() for entry in entries)
