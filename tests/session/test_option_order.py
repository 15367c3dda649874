from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.grading.expected import Expected, ExpectedNumber
from quizapp.items.item import Format, Option
from quizapp.learner.model import LearnerCard
from quizapp.memory.model import New
from quizapp.session.hints import next_hint
from quizapp.session.model import Question
from quizapp.session.option_order import order_options
from tests.builders import MORNING, a_match, an_item

OPTIONS = tuple(Option(text, text, is_right=text == "a") for text in "abcd")
CHOICE = replace(an_item(format_=Format.CHOICE, key="a"), options=OPTIONS)
ORDER = replace(an_item(format_=Format.ORDER), key=("a", "b", "c"), options=OPTIONS[:3])


def a_question(
    format_: Format, key: str = "Paris", expected: Expected = CHOICE.expected
) -> Question:
    item = replace(CHOICE, format=format_, key=(key,), expected=expected)
    entry = LearnerCard(item.card, item.fact, item.deck, 0, New())
    return Question(item, OPTIONS, entry, 7, MORNING)


@given(seed=st.integers())
def test_options_are_shuffled_by_the_seed_alone(seed: int) -> None:
    assert order_options(CHOICE, seed) == order_options(CHOICE, seed)
    assert sorted(option.id for option in order_options(CHOICE, seed)) == ["a", "b", "c", "d"]


def test_the_key_stands_anywhere() -> None:
    places = {order_options(CHOICE, seed).index(OPTIONS[0]) for seed in range(100)}

    assert places == {0, 1, 2, 3}


def test_a_fixed_order_is_kept() -> None:
    fixed = replace(CHOICE, has_fixed_order=True)

    assert {order_options(fixed, seed) for seed in range(20)} == {OPTIONS}


@given(seed=st.integers())
def test_an_order_is_never_shown_solved(seed: int) -> None:
    assert order_options(ORDER, seed) != ORDER.options


def test_the_hints_of_a_choice_leave_two_options() -> None:
    question = a_question(Format.CHOICE)

    first, second, third = (next_hint(question, given) for given in range(3))

    assert first.startswith("not ")
    assert second.startswith("not ")
    assert first != second
    assert third == ""


def test_the_hint_of_a_term_is_its_first_letter() -> None:
    assert next_hint(a_question(Format.TYPED), 0) == "P····"
    assert next_hint(a_question(Format.TYPED), 1) == "Pa···"
    assert next_hint(a_question(Format.TYPED), 2) == ""


@pytest.mark.parametrize("key", ["13", "13 patients", "4.5 years", "1,000", "82 %"])
@pytest.mark.parametrize("format_", [Format.GAP, Format.NUMBER])
def test_a_number_has_no_hint(format_: Format, key: str) -> None:
    question = a_question(format_, key, ExpectedNumber(Decimal(13), "13", "patients"))

    assert [next_hint(question, given) for given in range(3)] == ["", "", ""]


@pytest.mark.parametrize(
    ("key", "hints"),
    [
        ("T cell", ["· c···", "· ce··", ""]),
        ("CD40 ligand", ["C··· l·····", "CD·· li····", "CD·· lig···"]),
        ("13q deletion", ["··· d·······", "··· de······", "··· del·····"]),
        ("E", ["", "", ""]),
    ],
)
def test_no_word_is_ever_more_than_half_shown(key: str, hints: list[str]) -> None:
    assert [next_hint(a_question(Format.TYPED, key), given) for given in range(3)] == hints


def test_the_hints_of_a_list_leave_out_what_was_found() -> None:
    item = replace(CHOICE, format=Format.LIST, key=("oral", "rectal", "perianal"))
    question = replace(a_question(Format.LIST), item=item)

    assert next_hint(question, 0) == "o···, r·····, p·······"
    assert next_hint(question, 1, {"oral"}) == "re····, pe······"
    assert next_hint(question, 0, {"oral", "rectal", "perianal"}) == ""


def test_the_hints_of_a_match_never_show_the_cards_own_pair() -> None:
    item = a_match()
    entry = LearnerCard(item.card, item.fact, item.deck, 0, New())
    question = Question(item, item.options, entry, 7, MORNING)

    assert [next_hint(question, given) for given in range(2)] == ["3c: Peru → Lima", ""]
