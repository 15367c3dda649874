"""Wrong numbers: those that an author declared, and near ones where they are asked for."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank.mentions import parse_number
from quizapp.bank.model import Bank, Fact, NumberAnswer, WrongAnswer
from quizapp.items.generate import generate
from quizapp.items.item import Format, Item, ItemId
from tests.builders import HERE, a_card, a_deck, a_fact
from tests.items.conftest import texts

Make = Callable[..., dict[ItemId, Item]]
CHOICE = ItemId("d/f/answer/choice")


def test_without_a_declared_number_there_is_no_choice(items_of: Make) -> None:
    made = items_of("facts: [{id: f, ask: 'How many died?', answer: 13, of: 56, unit: patients}]")

    assert CHOICE not in made
    assert ItemId("d/f/answer/number") in made


def test_one_declared_number_is_too_few(items_of: Make) -> None:
    made = items_of("facts: [{id: f, ask: 'How many died?', answer: 13, wrong: [23]}]")

    assert CHOICE not in made


def test_numbers_that_would_pass_for_each_other_never_stand_together(items_of: Make) -> None:
    options = number_choice(
        items_of, "ask: 'Which share died?', answer: 23, tolerance: 2, wrong: [40, 41, 60]"
    )

    assert options == ["23", "40", "60"]


def test_a_number_near_the_key_says_that_it_is_no_more(items_of: Make) -> None:
    made = items_of(
        "facts: [{id: f, ask: 'How many died?', answer: 40, near: true, wrong: {30: So it was.}}]"
    )

    reasons = {option.why for option in made[CHOICE].options if not option.is_right}
    assert reasons == {"So it was.", "Only a number near the right one."}


def test_a_deck_may_ask_for_near_numbers_and_a_card_decline(items_of: Make) -> None:
    made = items_of("""
settings: {near: true}
facts:
  - {id: f, ask: "How many died?", answer: 40}
  - {id: g, ask: "How many lived?", answer: 70, near: false}
  - {id: h, ask: "By what age in years had half of them died?", answer: 40}
""")

    assert [id_ for id_ in made if id_.endswith("/choice")] == ["d/f/answer/choice"]


def test_a_deck_in_another_language_asks_for_near_numbers_card_by_card(items_of: Make) -> None:
    made = items_of("""
language: de
settings: {near: true}
facts:
  - {id: f, ask: "Wie viele starben?", answer: 40}
  - {id: g, ask: "Wie viele lebten?", answer: 70, near: true}
""")

    assert [id_ for id_ in made if id_.endswith("/choice")] == ["d/g/answer/choice"]


STATED = """
facts:
  - {id: f, ask: "How many died?", answer: 40, near: true, source: %s}
  - {id: g, ask: "How many of the 50 lived?", answer: 60, source: %s}
  - {id: h, ask: "Which share?", answer: 25, tolerance: 4, source: %s}
"""


@pytest.mark.parametrize("sources", [("s#1", "s#1", "s#1"), ("s#1", "s", "s"), ("s", "s#2", "s#3")])
@pytest.mark.parametrize("seed", range(10))
def test_no_near_number_is_stated_by_the_same_sentence(
    items_of: Make, sources: tuple[str, ...], seed: int
) -> None:
    made = items_of(STATED % sources, seed)

    values = {int(text) for text in texts(made[CHOICE])} - {40}
    assert values.isdisjoint({50, 60, *range(21, 30)})


def test_a_number_of_another_sentence_may_be_near(items_of: Make) -> None:
    drawn = [texts(items_of(STATED % ("s#1", "s#2", "s#3"), seed)[CHOICE]) for seed in range(40)]

    assert "60" in {text for options in drawn for text in options}


def number_choice(items_of: Make, extra: str, seed: int = 0) -> list[str]:
    made = items_of(f"facts: [{{id: f, {extra}}}]", seed)
    return texts(made[CHOICE])


def test_a_number_of_the_question_is_never_an_option(items_of: Make) -> None:
    options = number_choice(
        items_of, "ask: 'How many of the 56 patients died?', answer: 13, of: 56, wrong: [56, 43, 4]"
    )

    assert "56" not in options
    assert "43" in options


def test_a_number_that_the_question_says_in_words_is_never_an_option(items_of: Make) -> None:
    options = number_choice(
        items_of,
        "ask: 'In how many of the four did it relapse?', answer: 3, of: 4, wrong: [4, 2, 1]",
    )

    assert options == ["1", "2", "3"]


def test_a_number_with_thousands_marks_is_read_as_a_whole(items_of: Make) -> None:
    options = number_choice(
        items_of, "ask: 'How many of the 1,000 had it?', answer: 600, wrong: [1000, 1, 2]"
    )

    assert "1000" not in options
    assert "1" in options


def test_digits_within_a_name_are_no_number_of_the_question(items_of: Make) -> None:
    options = number_choice(
        items_of, "ask: 'How many lack CD40?', answer: 50, wrong: [40, 30]", seed=1
    )

    assert "40" in options


@pytest.mark.parametrize("seed", range(20))
def test_every_declared_wrong_number_is_offered_whatever_the_seed(
    items_of: Make, seed: int
) -> None:
    options = number_choice(
        items_of, "ask: 'How many died of it?', answer: 13, of: 56, wrong: [4, 31]", seed
    )

    assert {"4", "13", "31"} <= set(options)


def test_the_authors_word_wins_over_the_rules_of_form(items_of: Make) -> None:
    options = number_choice(
        items_of, "ask: 'How many died of it?', answer: 13, of: 56, wrong: [0, 12, 14.5]"
    )

    assert options == ["0", "12", "13", "14.5"]


def test_what_would_be_graded_right_is_no_wrong_number(items_of: Make) -> None:
    options = number_choice(
        items_of,
        "ask: 'Which share died?', answer: 23, unit: '%', tolerance: 5, wrong: [25, 9, 40]",
    )

    assert "25" not in options
    assert "9" in options


@pytest.mark.parametrize("seed", range(20))
def test_no_number_is_offered_that_would_be_graded_close(items_of: Make, seed: int) -> None:
    options = number_choice(
        items_of, "ask: 'Which share died?', answer: 23, unit: '%', tolerance: 3, near: true", seed
    )

    assert {option for option in options if 17 <= int(option) <= 29} == {"23"}


def test_numbers_ascend(items_of: Make) -> None:
    options = number_choice(items_of, "ask: 'How many died of it?', answer: 13, of: 56, near: true")

    assert [int(option) for option in options] == sorted(int(option) for option in options)


def test_no_number_exceeds_the_denominator(items_of: Make) -> None:
    options = number_choice(
        items_of, "ask: 'In how many did it relapse?', answer: 15, of: 20, near: true"
    )

    assert {int(option) for option in options} <= set(range(8, 21))


@pytest.mark.parametrize("seed", range(20))
def test_all_numbers_have_the_decimals_of_the_key(items_of: Make, seed: int) -> None:
    made = items_of(
        """
facts:
  - {id: f, ask: "Which dose was given at first?", answer: 2.50, unit: mg, near: true}
  - {id: g, ask: "Which dose was given then?", answer: 4, unit: mg}
  - {id: h, ask: "Which dose was given at last?", answer: 6, unit: mg}
""",
        seed,
    )

    assert {len(option.partition(".")[2]) for option in texts(made[CHOICE])} == {2}


@pytest.mark.parametrize("seed", range(20))
def test_a_round_number_is_not_alone_in_being_round(items_of: Make, seed: int) -> None:
    options = number_choice(items_of, "ask: 'How many were there?', answer: 2300, near: true", seed)

    assert {option[-2:] for option in options} == {"00"}


def test_a_number_below_zero_has_only_the_authors_own_beside_it(items_of: Make) -> None:
    alone = items_of("facts: [{id: f, ask: 'How cold is it?', answer: -3, near: true}]")
    declared = items_of("facts: [{id: f, ask: 'How cold is it?', answer: -3, wrong: [-8, 2]}]")

    assert CHOICE not in alone
    assert texts(declared[CHOICE]) == ["-8", "-3", "2"]


def test_a_year_has_no_years_near_it(items_of: Make) -> None:
    made = items_of("facts: [{id: f, ask: 'In which year was it?', answer: 1997, near: true}]")

    assert CHOICE not in made


def test_no_share_exceeds_a_hundred_per_cent(items_of: Make) -> None:
    options = number_choice(
        items_of, "ask: 'Which share was it?', answer: 96, unit: '%', near: true"
    )

    assert max(map(int, options)) <= 100


def test_the_key_stands_at_every_rank_about_as_often(items_of: Make) -> None:
    ranks = [
        number_choice(items_of, "ask: 'How many were there?', answer: 130, near: true", seed).index(
            "130"
        )
        for seed in range(150)
    ]

    assert min(ranks.count(0), ranks.count(1), ranks.count(2)) >= 30


def test_a_number_that_was_written_with_many_digits_is_no_trouble(items_of: Make) -> None:
    options = number_choice(
        items_of, "ask: 'How much is it?', answer: 123456789012345.12345678901234, near: true"
    )

    assert len(options) == 3


KEYS = st.decimals(0, 5000, places=0) | st.decimals(0, 50, places=2)


@given(
    key=KEYS,
    of=st.none() | st.integers(1, 6000),
    tolerance=st.sampled_from([0, 0, 1, 10]),
    near=st.sampled_from([None, True]),
    declared=st.lists(st.integers(-5, 6000), max_size=3, unique=True),
    others=st.lists(KEYS, max_size=5),
    seed=st.integers(0, 100),
)
def test_wrong_numbers_obey_the_rules(
    key: Decimal,
    of: int | None,
    tolerance: int,
    near: bool | None,
    declared: list[int],
    others: list[Decimal],
    seed: int,
) -> None:
    whole = None if of is None else max(Decimal(of), key)
    answer = NumberAnswer(key, f"{key:f}", of=whole, tolerance=Decimal(tolerance))
    wrong = tuple(WrongAnswer(str(value), "", HERE) for value in declared)
    card = replace(a_card(ask="How many of 7?", answer=answer), wrong=wrong, may_take_near=near)
    deck = a_deck(facts=[a_fact(cards=[card]), *map(fact_of, range(len(others)), others)])

    items = [each for each in generate(Bank((deck,)), seed) if each.card == card.id]

    options = [each.text for item in items if item.format is Format.CHOICE for each in item.options]
    values = [parse_number(text) or Decimal(0) for text in options]
    kept = {value for value in declared if abs(value - key) > tolerance and value != 7}
    made = [value for value in values if value != key and value not in kept]
    assert values == sorted(set(values))
    assert all(abs(one - other) > tolerance for one, other in pairwise(values))
    assert near or made == []
    assert 7 not in made
    assert all(0 < value <= (whole or value) for value in made)
    assert all(key / 2 <= value <= 2 * key for value in made)
    assert all(abs(value - key) > 2 * tolerance for value in made)
    assert all(abs(value - key) >= Decimal("0.12") * max(value, key) for value in made)


def fact_of(number: int, value: Decimal) -> Fact:
    name = f"other{number}"
    answer = NumberAnswer(value, f"{value:f}")
    return a_fact(name, cards=[a_card(f"capitals/{name}", ask=f"Which {name}?", answer=answer)])


def test_wrong_numbers_are_as_precise_as_a_key_that_ends_in_zeros(items_of: Make) -> None:
    options = number_choice(items_of, "ask: 'How much is it?', answer: 50.00, near: true")

    assert [len(option.partition(".")[2]) for option in options] == [2, 2, 2]
