from datetime import timedelta

import pytest

from quizapp.errors import StoreError
from quizapp.terminal.words import amount, in_words, interval, right_answer, seconds, task
from tests.terminal.rivers import CHOICE, LIST, ORDER, SELECT


@pytest.mark.parametrize(
    ("until", "words"),
    [
        (timedelta(seconds=-5), "<1m"),
        (timedelta(seconds=29), "<1m"),
        (timedelta(seconds=59), "1m"),
        (timedelta(hours=23, minutes=59, seconds=59), "1d"),
        (timedelta(minutes=10), "10m"),
        (timedelta(hours=5), "5h"),
        (timedelta(days=1), "1d"),
        (timedelta(days=59), "59d"),
        (timedelta(days=75), "2.5mo"),
        (timedelta(days=90), "3mo"),
        (timedelta(days=438), "1.2y"),
        (timedelta(days=36500), "100y"),
    ],
)
def test_an_interval_is_said_in_its_largest_unit(until: timedelta, words: str) -> None:
    assert interval(until) == words


@pytest.mark.parametrize(
    ("milliseconds", "words"), [(3240, "3.2 s"), (12_400, "12 s"), (492_000, "8 m 12 s")]
)
def test_a_time_taken_is_said_in_short(milliseconds: int, words: str) -> None:
    assert seconds(milliseconds) == words


def test_one_is_not_said_in_the_plural() -> None:
    assert (amount(1, "card"), amount(2, "card"), amount(0, "card")) == (
        "1 card",
        "2 cards",
        "0 cards",
    )


def test_a_list_says_how_many_it_wants() -> None:
    assert (task(LIST), task(SELECT), task(CHOICE)) == (
        "Name them all (2)",
        "Choose all that apply (2)",
        "Choose one",
    )


def test_an_order_is_told_with_arrows() -> None:
    assert right_answer(ORDER) == "bend → neck → oxbow"


def test_an_error_is_said_with_its_mend() -> None:
    error = StoreError("the database is locked", "close the other quizapp")

    assert in_words(error) == "the database is locked; close the other quizapp"


def test_an_error_without_words_is_named() -> None:
    assert in_words(KeyError()) == "KeyError"
