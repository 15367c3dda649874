"""What is on the screen does not say what is asked for."""

from dataclasses import replace
from decimal import Decimal

import pytest

from quizapp.grading.expected import ExpectedNumber
from quizapp.items.item import Format, Item
from quizapp.items.key_cues import choose_heading, gives_key_away, hints_at_key
from tests.builders import an_item


def asking(key: str, stem: str = "Which one is it?", card: str = "capitals/france/answer") -> Item:
    return an_item(card, stem=stem, key=key)


def asking_number(value: str, unit: str = "", stem: str = "How many were there?") -> Item:
    expected = ExpectedNumber(Decimal(value), value, unit)
    return replace(an_item(format_=Format.NUMBER, stem=stem, key=value), expected=expected)


@pytest.mark.parametrize(
    ("title", "item"),
    [
        ("Transplantation in hyper-IgM syndrome (Japan)", asking("Japan")),
        ("The Japanese series", asking("Japan")),
        ("X-linked hyper-IgM syndrome", asking("hyper-IgM syndrome")),
        ("IgM and IgG", asking("IgM")),
        ("The gene CD40LG", asking("CD40LG")),
        ("Neutropenias", asking("chronic neutropenia")),
        ("A series of 56 patients", asking_number("56", "patients")),
        ("Four lobes", asking_number("4")),
    ],
)
def test_a_title_with_a_word_of_the_key_hints_at_it(title: str, item: Item) -> None:
    assert hints_at_key(title, item)


@pytest.mark.parametrize(
    ("title", "item"),
    [
        ("Capitals", asking("Paris")),
        ("Vitamin A", asking("A")),
        ("The heart of the matter", asking("the liver")),
        ("X-linked hyper-IgM syndrome", asking("X-linked agammaglobulinemia", "Which X-linked?")),
        ("A series of 56 patients", asking_number("5", "patients")),
        ("A series of 56 patients", asking_number("56", stem="How many of the 56 had it?")),
        ("True stories", replace(asking("True"), format=Format.TRUE_FALSE)),
    ],
)
def test_a_title_without_it_does_not(title: str, item: Item) -> None:
    assert not hints_at_key(title, item)


def test_a_heading_that_hints_becomes_the_id_of_the_deck_or_a_number() -> None:
    france = asking("Paris", card="capitals/france/answer")
    japan = asking("Japan", card="japan-2015/country/answer")

    assert choose_heading("Capitals of Europe", france, 3) == "Capitals of Europe"
    assert choose_heading("Paris and other capitals", france, 3) == "capitals"
    assert choose_heading("Series (Japan)", japan, 3) == "Question 3"


@pytest.mark.parametrize(
    ("shown", "item"),
    [
        (asking("x", "On which river does Paris lie?", "d/a/b"), asking("Paris")),
        (replace(asking("x", card="d/a/b"), sentence="Paris lies on the Seine."), asking("Paris")),
        (replace(asking("x", card="d/a/b"), why="As in 1789, in Paris."), asking_number("1789")),
        (asking("x", "Of the 56 patients?", "d/a/b"), asking_number("56", "patients")),
    ],
)
def test_an_item_that_says_the_key_of_the_next_gives_it_away(shown: Item, item: Item) -> None:
    assert gives_key_away(shown, replace(item, card=an_item("capitals/f/g").card))


@pytest.mark.parametrize(
    ("shown", "item"),
    [
        (asking("Paris", "Which city is it?", "d/a/b"), asking("Paris")),
        (asking("x", "Which parish is it?", "d/a/b"), asking("Paris")),
        (asking("x", "Which of the 4 is it?", "d/a/b"), asking_number("4")),
        (asking("x", "Of the 56 bones?", "d/a/b"), asking_number("56", "patients")),
        (asking("x", "Is Paris large?"), asking("Paris")),  # of one card
    ],
)
def test_an_item_that_does_not_say_it_may_stand_before(shown: Item, item: Item) -> None:
    assert not gives_key_away(shown, item)
