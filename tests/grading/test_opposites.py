import pytest

from quizapp.grading.old.affixes import PREFIXES
from quizapp.grading.old.compounds import other_compound, ways_to_build
from quizapp.grading.old.confusion import WORDS
from quizapp.grading.old.known import (
    anatomy,
    chemistry,
    computing,
    conditions,
    drugs,
    english,
    organisms,
    world,
)
from quizapp.grading.old.normal import words
from quizapp.grading.old.opposites import other_word

KNOWN = [
    word
    for field in (anatomy, chemistry, computing, conditions, drugs, english, organisms, world)
    for word in field.WORDS.split()
]


def said(key: str, given: str) -> str:
    return other_word(words(key)[0], words(given)[0])


@pytest.mark.parametrize(
    ("key", "given", "note"),
    [
        ("hypogammaglobulinemia", "hypergammaglobulinemia", "hypo-, not hyper-"),
        ("hypogammaglobulinemia", "hypergamaglobulinemia", "hypo-, not hyper-"),
        ("neutropenia", "neutrophilia", "neutropenia, not neutrophilia"),
        ("hepatitis", "hepatosis", "-itis, not -osis"),
        ("nephritis", "neuritis", "nephr-, not neur-"),
        ("symptomatic", "asymptomatic", "symptomatic, not asymptomatic"),
        ("lorazepam", "oxazepam", "lorazepam, not oxazepam"),
        ("encapsulation", "decapsulation", "en-, not de-"),
        ("granuloma", "granulosa", "granuloma, not granulosa"),
    ],
)
def test_another_word_is_told_from_a_slip(key: str, given: str, note: str) -> None:
    assert said(key, given) == note


@pytest.mark.parametrize(
    ("key", "given"),
    [
        ("nephritis", "nefritis"),
        ("adduction", "aduction"),
        ("cholangitis", "colangitis"),
        ("anemia", "anemic"),
        ("dysphagia", "disphagia"),
        ("pneumocystis", "pneumocistis"),
    ],
)
def test_a_slip_is_no_other_word(key: str, given: str) -> None:
    assert not said(key, given)


def test_a_word_that_is_as_near_to_its_opposite_is_not_forgiven() -> None:
    assert said("hyperkalemia", "hypekalemia") == "hyperkalemia, not hypekalemia"


def test_a_bank_adds_words_that_exclude_each_other() -> None:
    gated, rated = words("gated rated")

    assert not other_word(gated, words("gatid")[0], (("gated", "rated"),))
    assert other_word(gated, rated, (("gated", "rated"),)) == "gated, not rated"


def test_a_compound_is_taken_apart() -> None:
    assert ("cardi", "my", "pathy") in ways_to_build("cardiomyopathy")
    assert ways_to_build("cardiomiopathy") == ()
    assert other_compound("appendectomy", "appendicectomy") == ""


def test_the_known_words_are_written_as_they_are_compared() -> None:
    assert [word for word in KNOWN if words(word)[0].form != word] == []


def test_the_groups_are_written_as_they_are_compared() -> None:
    parts = [part for group in (*WORDS, *PREFIXES) for part in group if part]

    assert [part for part in parts if [word.form for word in words(part)] != [part]] == []


def test_a_known_word_stands_in_one_list_only() -> None:
    assert len(KNOWN) == len(set(KNOWN))
