from datetime import timedelta

from quizapp.bank.model import CardId, DeckId, FactId
from quizapp.learner.model import LearnerCard
from quizapp.memory.model import Memory, MemoryState, New, State
from quizapp.session.queue import (
    group_contrasts,
    interleave_new,
    one_per_fact,
    sort_by_risk,
    without_confusable,
)
from tests.builders import MORNING


def an_entry(
    fact: str,
    card: str = "a",
    confusable: tuple[str, ...] = (),
    memory: MemoryState | None = None,
    old_key: tuple[str, ...] = (),
) -> LearnerCard:
    return LearnerCard(
        card=CardId(f"d/{fact}/{card}"),
        fact=FactId(fact),
        deck=DeckId("d"),
        position=0,
        memory=memory or New(),
        old_key=old_key,
        confusable=tuple(map(FactId, confusable)),
    )


def a_memory(stability: float) -> Memory:
    return Memory(State.REVIEW, None, stability, 5.0, MORNING, MORNING - timedelta(days=9))


def test_siblings_wait_until_tomorrow() -> None:
    first, sibling, other = an_entry("f", "a"), an_entry("f", "b"), an_entry("g")

    assert list(one_per_fact([first, sibling, other], asked=())) == [first, other]


def test_a_fact_that_was_asked_today_waits() -> None:
    assert list(one_per_fact([an_entry("f"), an_entry("g")], asked=[FactId("f")])) == [
        an_entry("g")
    ]


def test_two_facts_that_may_be_confused_are_not_both_new_on_one_day() -> None:
    one, other = an_entry("f", confusable=("g",)), an_entry("g")

    assert list(without_confusable([one, other], asked=())) == [one]
    assert list(without_confusable([other, one], asked=())) == [other]


def test_what_is_most_likely_forgotten_comes_first() -> None:
    safe, shaky = an_entry("f"), an_entry("g")
    chances = {safe.card: 0.95, shaky.card: 0.6}

    assert sort_by_risk([safe, shaky], lambda entry: chances[entry.card]) == [shaky, safe]


def test_a_changed_card_comes_before_all() -> None:
    shaky, changed = an_entry("f"), an_entry("g", old_key=("4",))

    assert sort_by_risk([shaky, changed], lambda _: 0.5) == [changed, shaky]


def test_stable_facts_that_may_be_confused_are_asked_one_after_the_other() -> None:
    one = an_entry("f", confusable=("h",), memory=a_memory(30))
    between = an_entry("g", memory=a_memory(30))
    other = an_entry("h", memory=a_memory(30))

    assert group_contrasts([one, between, other]) == [one, other, between]


def test_young_facts_that_may_be_confused_stay_apart() -> None:
    one = an_entry("f", confusable=("h",), memory=a_memory(5))
    between = an_entry("g", memory=a_memory(30))
    other = an_entry("h", memory=a_memory(30))

    assert group_contrasts([one, between, other]) == [one, between, other]


def test_new_cards_are_spread_evenly_among_reviews() -> None:
    reviews = [an_entry(f"r{n}") for n in range(4)]
    new = [an_entry(f"n{n}") for n in range(2)]

    order = "".join(entry.fact[0] for entry in interleave_new(reviews, new))

    assert order == "rrnrrn"


def test_a_new_card_is_held_back_by_what_today_s_facts_name() -> None:
    cards = [an_entry("a"), an_entry("b")]

    assert list(without_confusable(cards, (), [FactId("a")])) == [cards[1]]
