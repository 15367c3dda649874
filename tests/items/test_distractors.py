"""Wrong options: nothing is guessed to be false."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank.model import NumberAnswer, Wrong
from quizapp.items.item import Item, ItemId
from quizapp.items.material import Material
from quizapp.items.numeric_distractors import as_number, numeric_distractors
from tests.builders import HERE, a_card, a_deck
from tests.items.conftest import texts

Make = Callable[..., dict[ItemId, Item]]
CHOICE = ItemId("d/f/answer/choice")

DISEASES = """
concepts:
  sc: {name: sclerosing cholangitis, type: liver, aliases: [PSC], tags: [bile]}
  cholangitis: {name: cholangitis, type: liver}
  hepatitis: {name: viral hepatitis, type: liver, background: true}
  atresia: {name: biliary atresia, type: liver, tags: [bile]}
  wilson: {name: Wilson disease, type: liver}
  colitis: {name: colitis, type: bowel}
"""


def test_without_a_declared_wrong_answer_there_is_no_choice(items_of: Make) -> None:
    made = items_of(DISEASES + "facts: [{id: f, ask: 'Which one?', answer: biliary atresia}]")

    assert CHOICE not in made


def test_other_concepts_of_the_declared_type_are_wrong(items_of: Make) -> None:
    made = items_of(
        DISEASES
        + "facts: [{id: f, ask: 'Which one?', answer: biliary atresia, choose_from: liver}]"
    )

    assert texts(made[CHOICE]) == [
        "biliary atresia",
        "sclerosing cholangitis",
        "Wilson disease",
        "cholangitis",
    ]


def test_a_broader_concept_than_the_key_is_no_wrong_answer(items_of: Make) -> None:
    made = items_of(
        DISEASES.replace("tags: [bile]}\n  cholangitis", "is_a: cholangitis}\n  cholangitis")
        + "facts: [{id: f, ask: 'Which?', answer: sclerosing cholangitis, choose_from: liver}]"
    )

    assert "cholangitis" not in texts(made[CHOICE])


def test_what_is_also_right_is_no_wrong_answer(items_of: Make) -> None:
    made = items_of(
        DISEASES + "facts: [{id: f, ask: 'Which one?', answer: biliary atresia, "
        "choose_from: liver, also_right: [Wilson disease]}]"
    )

    assert "Wilson disease" not in texts(made[CHOICE])


def test_what_another_fact_answers_to_the_same_question_is_no_wrong_answer(items_of: Make) -> None:
    made = items_of(
        DISEASES
        + "facts:\n"
        + "  - {id: f, ask: 'Which one?', answer: biliary atresia, choose_from: liver}\n"
        + "  - {id: g, ask: 'which  one?', answer: PSC}\n"
    )

    assert "sclerosing cholangitis" not in texts(made[CHOICE])


def test_background_comes_last(items_of: Make) -> None:
    made = items_of(
        DISEASES.replace("  wilson: {name: Wilson disease, type: liver}\n", "")
        + "facts: [{id: f, ask: 'Which one?', answer: biliary atresia, choose_from: liver}]"
    )

    assert texts(made[CHOICE])[-1] == "viral hepatitis"


def test_what_stands_in_the_question_is_no_wrong_answer(items_of: Make) -> None:
    made = items_of(
        DISEASES + "facts: [{id: f, ask: 'Which one, besides Wilson disease?', "
        "answer: biliary atresia, choose_from: liver}]"
    )

    assert "Wilson disease" not in texts(made[CHOICE])


def test_the_authors_own_wrong_answers_come_first_with_their_reasons(items_of: Make) -> None:
    made = items_of(
        DISEASES + "facts: [{id: f, ask: 'Which one?', answer: biliary atresia, "
        "choose_from: liver, wrong: {steatosis: It is reversible.}}]"
    )

    first = made[CHOICE].options[1]
    assert (first.text, first.why) == ("steatosis", "It is reversible.")


# --- numbers -------------------------------------------------------------------------------------


def number_choice(items_of: Make, extra: str, seed: int = 0) -> list[str]:
    made = items_of(f"facts: [{{id: f, {extra}}}]", seed)
    return texts(made[CHOICE])


def test_a_number_of_the_question_is_never_an_option(items_of: Make) -> None:
    options = number_choice(
        items_of, "ask: 'How many of the 56 patients died?', answer: 13, of: 56, wrong: [56, 43]"
    )

    assert "56" not in options
    assert "43" in options


@pytest.mark.parametrize("seed", range(20))
def test_every_declared_wrong_number_is_offered_whatever_the_seed(
    items_of: Make, seed: int
) -> None:
    options = number_choice(
        items_of, "ask: 'How many died of it?', answer: 13, of: 56, wrong: [4, 31]", seed
    )

    assert {"4", "13", "31"} <= set(options)


def test_numbers_ascend(items_of: Make) -> None:
    options = number_choice(items_of, "ask: 'How many died of it?', answer: 13, of: 56")

    assert [int(option) for option in options] == sorted(int(option) for option in options)


def test_no_number_exceeds_the_denominator(items_of: Make) -> None:
    options = number_choice(items_of, "ask: 'In how many did it relapse?', answer: 3, of: 4")

    assert {int(option) for option in options} <= {1, 2, 3, 4}


def test_a_small_count_has_no_large_one_beside_it(items_of: Make) -> None:
    made = items_of("""
facts:
  - {id: f, ask: "How many were given marrow?", answer: 3, unit: patients}
  - {id: g, ask: "How many were there?", answer: 56, unit: patients}
""")

    assert "56" not in texts(made[CHOICE])


def test_a_year_has_years_near_it(items_of: Make) -> None:
    options = number_choice(items_of, "ask: 'In which year was it?', answer: 1997")

    assert all(1985 <= int(option) <= 2009 for option in options)


@given(
    key=st.integers(1, 5000),
    of=st.none() | st.integers(1, 6000),
    declared=st.lists(st.integers(1, 6000), max_size=3, unique=True),
    seed=st.integers(0, 100),
)
def test_wrong_numbers_obey_the_rules(
    key: int, of: int | None, declared: list[int], seed: int
) -> None:
    answer = NumberAnswer(Decimal(key), str(key), of=Decimal(of) if of else None)
    wrong = tuple(Wrong(str(value), "", HERE) for value in declared)
    card = replace(a_card(answer=answer), wrong=wrong)
    material = Material(a_deck(), seed, {}, {}, {"": (Decimal(7), Decimal(70))})

    values = [
        as_number(option.text) for option in numeric_distractors(material, card, answer, "How?")
    ]

    assert len(values) <= 3
    assert len(set(values)) == len(values)
    assert all(value is not None and value > 0 and value != key for value in values)
    assert all(of is None or (value is not None and value <= of) for value in values)
