"""The answers that promises are measured with are what they say they are."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from rapidfuzz.distance import OSA

from quizapp.grading.dictionary import Dictionary, open_dictionary, set_words_folder
from tests.grading.generated import Generated, Kind, generate_answers

COUNT = 100


@pytest.fixture(scope="module")
def english(cache_with_words: Path) -> Iterator[Dictionary]:
    set_words_folder(cache_with_words / "quizapp" / "words")
    yield open_dictionary("en")
    set_words_folder(None)


@pytest.fixture(scope="module")
def answers(english: Dictionary) -> list[Generated]:
    return list(generate_answers(english, seed=1, count=COUNT))


def test_every_kind_is_there(answers: list[Generated]) -> None:
    slips = [each for each in answers if each.kind in {Kind.SLIP, Kind.BETWEEN}]
    forms = [each for each in answers if each.kind is Kind.FORM]

    assert (len(slips), len(forms)) == (COUNT, COUNT)
    assert {each.kind for each in answers} == set(Kind)


def test_all_but_forms_are_one_edit_away(answers: list[Generated]) -> None:
    away = {OSA.distance(each.key, each.typed) for each in answers if each.kind is not Kind.FORM}

    assert away == {1}


def test_slips_are_no_words_and_the_others_are(
    answers: list[Generated], english: Dictionary
) -> None:
    slips = {Kind.SLIP, Kind.BETWEEN}

    assert [each for each in answers if english.known(each.typed) is (each.kind in slips)] == []


def test_the_same_seed_gives_the_same_answers(
    answers: list[Generated], english: Dictionary
) -> None:
    again = generate_answers(english, seed=1, count=COUNT)

    assert list(islice(again, COUNT)) == answers[:COUNT]


def test_another_seed_gives_others(answers: list[Generated], english: Dictionary) -> None:
    assert list(generate_answers(english, seed=2, count=COUNT)) != answers
