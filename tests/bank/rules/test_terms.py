"""Words that are right and wrong at once, and nothing left to choose."""

from pathlib import Path

import pytest

from tests.bank.trials import Faulty, deck_of, problems_of

FAULTY = (
    Faulty(
        "a unit of words",
        ("facts:\n  - {id: a, ask: Who?, answer: b, unit: mg}\n"),
        line=5,
        column=35,
        code="B111",
        message="`unit` belongs to a number, but the answer is not a number",
    ),
    Faulty(
        "a wrong answer that is right",
        (
            "facts:\n"
            "  - id: a\n"
            "    ask: Who?\n"
            "    answer: Paris\n"
            '    wrong: {Lyon: "No.", " paris": "Why?"}\n'
        ),
        line=8,
        column=26,
        code="B401",
        message='"paris" is listed under `wrong` but is also the answer',
    ),
    Faulty(
        "an alias of the answer among the wrong",
        (
            "concepts:\n"
            "  c: {name: Paris, type: t, aliases: [City of Light]}\n"
            "facts:\n"
            "  - {id: a, ask: Who?, answer: Paris, wrong: [city of  light]}\n"
        ),
        line=7,
        column=47,
        code="B401",
        message='"city of light" is listed under `wrong` but is also the answer',
    ),
    Faulty(
        "a wrong answer that is also right",
        ("facts:\n  - {id: a, ask: Who?, answer: b, also_right: [c], wrong: [c]}\n"),
        line=5,
        column=60,
        code="B401",
        message='"c" is listed under `wrong` but is also the answer',
    ),
    Faulty(
        "a member of a list among the wrong",
        ("facts:\n  - {id: a, ask: Who?, answer: [oral, rectal], wrong: [Oral]}\n"),
        line=5,
        column=56,
        code="B401",
        message='"Oral" is listed under `wrong` but is also the answer',
    ),
    Faulty(
        "an answer never to be accepted",
        ("facts:\n  - {id: a, ask: Who?, answer: b, never: [B]}\n"),
        line=5,
        column=43,
        code="B401",
        message='"B" is listed under `never` but is also the answer',
    ),
    Faulty(
        "nothing to choose from",
        (
            "concepts:\n"
            "  c: {name: C, type: t}\n"
            "facts:\n"
            "  - {id: a, ask: Who?, answer: C, choose_from: t}\n"
        ),
        line=7,
        column=48,
        code="B406",
        message='no other concept of the type "t" is wrong here',
    ),
    Faulty(
        "only broader concepts to choose from",
        (
            "concepts:\n"
            "  c: {name: C, type: t, is_a: d}\n"
            "  d: {name: D, type: t}\n"
            "facts:\n"
            "  - {id: a, ask: Who?, answer: C, choose_from: t}\n"
        ),
        line=8,
        column=48,
        code="B406",
        message='no other concept of the type "t" is wrong here',
    ),
)


@pytest.mark.parametrize("faulty", FAULTY, ids=str)
def test_a_faulty_deck_has_one_problem_at_its_place(tmp_path: Path, faulty: Faulty) -> None:
    found = problems_of(tmp_path, faulty.text)

    assert found == [(faulty.line, faulty.column, faulty.code, faulty.message)]


def test_what_is_also_right_is_never_chosen_as_wrong(tmp_path: Path) -> None:
    found = problems_of(
        tmp_path,
        "concepts:\n"
        "  c: {name: C, type: t}\n"
        "  d: {name: D, type: t, aliases: [Delta]}\n"
        "facts:\n"
        "  - {id: a, ask: Who?, answer: C, choose_from: t, also_right: [delta]}\n",
    )

    assert found == [(8, 48, "B406", 'no other concept of the type "t" is wrong here')]


def test_an_alias_of_what_is_also_right_is_not_wrong(tmp_path: Path) -> None:
    found = problems_of(
        tmp_path,
        "concepts:\n"
        "  d: {name: D, type: t, aliases: [Delta]}\n"
        "facts:\n"
        "  - {id: a, ask: Who?, answer: C, also_right: [d], wrong: [Delta]}\n",
    )

    assert found == [(7, 60, "B401", '"Delta" is listed under `wrong` but is also the answer')]


def test_an_answer_that_is_no_concept_leaves_all_of_a_type_to_choose(tmp_path: Path) -> None:
    deck = deck_of(
        tmp_path,
        "concepts:\n"
        "  c: {name: C, type: t}\n"
        "facts:\n"
        "  - {id: a, ask: Who?, answer: D, choose_from: t}\n",
    )

    assert deck.facts[0].cards[0].choose_from == "t"
