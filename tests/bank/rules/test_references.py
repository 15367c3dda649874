"""References that lead nowhere."""

from pathlib import Path

import pytest

from quizapp.bank.model import ConceptId
from tests.bank.trials import Faulty, deck_of, problems_of

FAULTY = (
    Faulty(
        "an unknown source",
        (
            "sources:\n"
            "  levy: {cite: A}\n"
            "facts:\n"
            "  - {id: a, ask: Who?, answer: b, source: levi#1}\n"
        ),
        line=7,
        column=43,
        code="B201",
        message="there is no source `levi`",
    ),
    Faulty(
        "the second of two sources",
        (
            "sources:\n"
            "  levy: {cite: A}\n"
            "facts:\n"
            "  - {id: a, ask: Who?, answer: b, source: [levy, lavy]}\n"
        ),
        line=7,
        column=50,
        code="B201",
        message="there is no source `lavy`",
    ),
    Faulty(
        "a sentence out of range",
        (
            "sources:\n"
            "  levy: {cite: A, sentences: 10}\n"
            "facts:\n"
            "  - {id: a, ask: Who?, answer: b, source: levy#11}\n"
        ),
        line=7,
        column=43,
        code="B202",
        message="`levy` has 10 sentences, so there is no sentence 11",
    ),
    Faulty(
        "a source of a concept",
        ("concepts:\n  c: {name: C, type: t, source: levy}\n"),
        line=5,
        column=33,
        code="B201",
        message="there is no source `levy`",
    ),
    Faulty(
        "a name shared by two concepts",
        (
            "concepts:\n"
            "  ebv: {name: EBV, type: virus, aliases: [HHV]}\n"
            "  hsv: {name: HSV, type: virus, aliases: [HSV-1, hhv]}\n"
        ),
        line=6,
        column=50,
        code="B203",
        message='"hhv" is a name of the concept `ebv`, too',
    ),
    Faulty(
        "an unknown type",
        (
            "concepts:\n"
            "  c: {name: C, type: organism}\n"
            "facts:\n"
            "  - {id: a, ask: Who?, answer: C, choose_from: organsim}\n"
        ),
        line=7,
        column=48,
        code="B204",
        message='no concept has the type "organsim"',
    ),
    Faulty(
        "an unknown broader concept",
        ("concepts:\n  c: {name: C, type: t, is_a: virusses}\n"),
        line=5,
        column=31,
        code="B205",
        message="there is no concept `virusses`",
    ),
    Faulty(
        "an unknown fact",
        ("facts:\n  - {id: spain, ask: Who?, answer: b, confuse_with: [span]}\n"),
        line=5,
        column=54,
        code="B207",
        message="there is no fact `span` in this deck",
    ),
)


@pytest.mark.parametrize("faulty", FAULTY, ids=str)
def test_a_faulty_deck_has_one_problem_at_its_place(tmp_path: Path, faulty: Faulty) -> None:
    found = problems_of(tmp_path, faulty.text)

    assert found == [(faulty.line, faulty.column, faulty.code, faulty.message)]


def test_concepts_in_a_circle_are_told_at_each_of_them(tmp_path: Path) -> None:
    found = problems_of(
        tmp_path,
        "concepts:\n"
        "  b: {name: B, type: t, is_a: c}\n"
        "  c: {name: C, type: t, is_a: [b]}\n"
        "  d: {name: D, type: t, is_a: d}\n",
    )

    assert found == [
        (5, 31, "B206", "`b` would be broader than itself: `is_a` goes in a circle"),
        (6, 32, "B206", "`c` would be broader than itself: `is_a` goes in a circle"),
        (7, 31, "B206", "`d` would be broader than itself: `is_a` goes in a circle"),
    ]


def test_two_facts_may_each_be_confused_with_the_other(tmp_path: Path) -> None:
    deck = deck_of(
        tmp_path,
        "facts:\n"
        "  - {id: a, ask: Who?, answer: b, confuse_with: [c]}\n"
        "  - {id: c, ask: Who?, answer: d, confuse_with: [trial/a]}\n",
    )

    assert [fact.confuse_with for fact in deck.facts] == [("trial/c",), ("trial/a",)]


def test_a_fact_is_not_confused_with_itself(tmp_path: Path) -> None:
    found = problems_of(tmp_path, "facts:\n  - {id: a, ask: Who?, answer: b, confuse_with: [a]}\n")

    assert found == [(5, 50, "B207", "`a` is this fact itself")]


def test_a_concept_may_repeat_its_own_name(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "concepts:\n  c: {name: EBV, type: virus, aliases: [ebv]}\n")

    assert deck.concepts[ConceptId("c")].names == ("EBV", "ebv")


def test_a_source_that_was_not_counted_has_any_sentence(tmp_path: Path) -> None:
    deck = deck_of(
        tmp_path,
        "sources: {levy: {cite: A}}\nfacts:\n  - {id: a, ask: Who?, answer: b, source: levy#400}\n",
    )

    assert deck.facts[0].citations[0].sentence == 400
