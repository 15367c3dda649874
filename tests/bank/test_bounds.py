"""Which numbers are bounds, so that one nearby may be true as well."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from quizapp.bank.bounds import is_bound
from quizapp.bank.model import NumberAnswer
from quizapp.bank.sentences import split_at_gaps
from tests.bank.trials import load_text, problems_of
from tests.builders import a_card, a_fact


def is_bound_in(say: str, ask: str = "How many?", unit: str = "", language: str = "en") -> bool:
    card = replace(a_card(ask=ask), answer=NumberAnswer(Decimal(40), "40", unit))
    fact = replace(a_fact(cards=[card]), say=split_at_gaps(say))
    return is_bound(fact, card, language)


@pytest.mark.parametrize(
    "say",
    [
        "At least {answer} patients had it.",
        "It was found in at most {answer} of them.",
        "Up to {answer} patients had it.",
        "Of all, more than {answer} had it.",
        "All were older than {answer} years.",
        "All were over the age of {answer}.",
        "Half were diagnosed by the age of {answer} years.",
        "Half were diagnosed by {answer} months.",
        "Pressure fell to {answer} mm Hg or lower.",
        "The P value was < {answer}.",
        "It takes as many as {answer} days.",
        "There were {answer}+ of them.",
        "{answer} patients or more had it.",
        "It was done within {answer} days.",
    ],
)
def test_a_sentence_tells_a_bound(say: str) -> None:
    assert is_bound_in(say)


@pytest.mark.parametrize(
    "ask",
    [
        "By what age in years had half of them been diagnosed?",
        "In at least how many patients was it found?",
        "Up to how many can there be?",
        "Below which level is it harmful?",
        "By when was it finished?",
    ],
)
def test_a_question_tells_a_bound(ask: str) -> None:
    assert is_bound_in("There were {answer}.", ask)


@pytest.mark.parametrize(
    ("say", "ask"),
    [
        ("Of the 56 patients {answer} died.", "How many of the 56 patients died?"),
        ("It rose by {answer} percent.", "By how many percent did it rise?"),
        ("It was caused by infection in {answer} patients.", "In how many?"),
        ("At least one infection was seen in {answer} patients.", "How many had at least one?"),
        ("The mean age was {answer} years.", "What was the mean age?"),
        ("More than half survived; {answer} did not.", "How many of the children over 6 died?"),
        ("The lever is {answer} m long, and more.", "How long is it?"),
    ],
)
def test_an_exact_number_is_no_bound(say: str, ask: str) -> None:
    assert not is_bound_in(say, ask)


def test_in_another_language_only_signs_tell() -> None:
    assert is_bound_in("Der Wert lag bei ≥ {answer}.", language="de")
    assert not is_bound_in("Over {answer} patiënten is bericht.", language="nl")


def test_numbers_near_a_bound_are_refused(tmp_path: Path) -> None:
    text = (
        "facts:\n  - {id: a, ask: By what age in years were half diagnosed?, answer: 4,"
        " unit: years, near: true}\n"
    )

    assert problems_of(tmp_path, text) == [
        (
            5,
            91,
            "B414",
            "the number of `answer` is a bound, so a number near it may be true as well",
        )
    ]


def test_a_deck_may_allow_near_numbers_though_it_has_a_bound(tmp_path: Path) -> None:
    text = (
        "settings: {near: true}\n"
        "facts:\n"
        "  - {id: a, ask: By what age in years were half diagnosed?, answer: 4, unit: years}\n"
        "  - {id: b, ask: How many died?, answer: 13, near: false}\n"
    )

    deck, problems = load_text(tmp_path, text)

    assert problems == ()
    assert deck is not None
    assert deck.settings.may_take_near
    assert [card.may_take_near for fact in deck.facts for card in fact.cards] == [None, False]


def test_near_belongs_to_a_number(tmp_path: Path) -> None:
    text = "facts:\n  - {id: a, ask: Who?, answer: Ann, near: true}\n"

    (problem,) = problems_of(tmp_path, text)

    assert problem[2:] == ("B111", "`near` belongs to a number, but the answer is not a number")
