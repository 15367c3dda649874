from datetime import timedelta

import pytest

from quizapp.errors import StoreError
from quizapp.items.item import Item
from quizapp.learner.model import ChosenOptions, LearnerCard
from quizapp.memory.model import New
from quizapp.services.words import quantity
from quizapp.session.model import Question
from quizapp.terminal.words import (
    changed_answer_text,
    duration_text,
    error_text,
    given_answer,
    interval,
    join_with_and,
    right_answer,
    task_text,
)
from tests.builders import MORNING
from tests.terminal.rivers import CHOICE, GAP, LIST, MATCH, ORDER, SELECT, TRUE_FALSE


def a_question(item: Item, old_key: tuple[str, ...] = ()) -> Question:
    entry = LearnerCard(item.card, item.fact, item.deck, 0, New(), old_key=old_key)
    return Question(item, item.options, entry, 7, MORNING)


@pytest.mark.parametrize(
    ("until", "words"),
    [
        (timedelta(seconds=-5), "<1 min"),
        (timedelta(seconds=29), "<1 min"),
        (timedelta(seconds=59), "1 min"),
        (timedelta(hours=23, minutes=59, seconds=59), "1 d"),
        (timedelta(minutes=10), "10 min"),
        (timedelta(hours=5), "5 h"),
        (timedelta(days=1), "1 d"),
        (timedelta(days=59), "59 d"),
        (timedelta(days=75), "2.5 mo"),
        (timedelta(days=90), "3 mo"),
        (timedelta(days=438), "1.2 y"),
        (timedelta(days=36500), "100 y"),
    ],
)
def test_an_interval_is_said_in_its_largest_unit(until: timedelta, words: str) -> None:
    assert interval(until) == words


@pytest.mark.parametrize(
    ("milliseconds", "words"), [(3240, "3.2 s"), (12_400, "12 s"), (492_000, "8 min 12 s")]
)
def test_a_time_taken_is_said_in_short(milliseconds: int, words: str) -> None:
    assert duration_text(milliseconds) == words


def test_one_is_not_said_in_the_plural() -> None:
    assert (quantity(1, "card"), quantity(2, "card"), quantity(0, "card")) == (
        "1 card",
        "2 cards",
        "0 cards",
    )


def test_a_list_says_how_many_it_wants() -> None:
    assert (task_text(LIST), task_text(SELECT), task_text(CHOICE)) == (
        "Name them all (2)",
        "Choose all that apply (2)",
        "Choose one",
    )


def test_an_order_is_told_with_arrows() -> None:
    assert right_answer(ORDER) == "bend → neck → oxbow"


def test_a_match_is_told_by_its_pairs() -> None:
    assert task_text(MATCH) == "Match"
    assert right_answer(MATCH) == "Vardesk → Grey Sea; Ombre → Long Bay; Tamsil → Inner Gulf"


def test_what_was_matched_is_told_without_what_was_left_alone() -> None:
    assert given_answer(a_question(MATCH), ChosenOptions(("Long Bay", "", "Grey Sea"))) == (
        "Vardesk → Long Bay; Tamsil → Grey Sea"
    )


@pytest.mark.parametrize(
    ("texts", "words"),
    [(["1"], "1"), (["1", "2"], "1 and 2"), (["1", "2", "4"], "1, 2 and 4")],
)
def test_several_are_told_as_in_a_sentence(texts: list[str], words: str) -> None:
    assert join_with_and(texts) == words


@pytest.mark.parametrize(
    ("item", "old", "words"),
    [
        (CHOICE, ("at its end",), "was at its end, now at its mouth"),
        (ORDER, ("bend", "oxbow"), "was bend, oxbow, now bend → neck → oxbow"),
        (MATCH, ("Cold Sea",), "was Cold Sea, now Grey Sea"),
        (TRUE_FALSE, ("two",), "was two"),
        (GAP, ("ice", "wind"), "was ice, wind"),
    ],
)
def test_a_changed_answer_is_told_where_the_item_asks_for_all_of_it(
    item: Item, old: tuple[str, ...], words: str
) -> None:
    assert changed_answer_text(a_question(item, old)) == words


def test_an_error_is_said_with_its_fix() -> None:
    error = StoreError("the database is locked", "close the other quizapp")

    assert error_text(error) == "the database is locked. fix: close the other quizapp"


def test_an_error_without_words_is_named() -> None:
    assert error_text(KeyError()) == "KeyError"
