"""Answers that contradict themselves, of whatever kind."""

from pathlib import Path

import pytest

from tests.bank.trials import Faulty, deck_of, problems_of

FAULTY = (
    Faulty(
        "a concept never to be taken for itself",
        ("concepts:\n  c: {name: C, type: t, aliases: [D], never: [d]}\n"),
        line=5,
        column=47,
        code="B401",
        message='"d" is listed under `never` but is a name of the concept',
    ),
    Faulty(
        "a closed set without the answer",
        ("facts:\n  - {id: a, ask: Who?, answer: low, among: [normal, high]}\n"),
        line=5,
        column=44,
        code="B405",
        message='`among` lacks the answer "low"',
    ),
    Faulty(
        "a wrong answer outside the closed set",
        ("facts:\n  - {id: a, ask: Who?, answer: low, among: [Low, high], wrong: [none]}\n"),
        line=5,
        column=65,
        code="B407",
        message='the wrong answer "none" is not in `among`',
    ),
    Faulty(
        "a member that stands twice",
        ("facts:\n  - {id: a, ask: Who?, answer: [oral, rectal, Oral]}\n"),
        line=5,
        column=47,
        code="B408",
        message='"Oral" is twice under `answer`',
    ),
    Faulty(
        "a step that stands twice",
        ("facts:\n  - {id: a, ask: Who?, answer: {order: [b, c, b]}}\n"),
        line=5,
        column=47,
        code="B408",
        message='"b" is twice under `answer`',
    ),
    Faulty(
        "an untrue statement that is true",
        (
            "facts:\n"
            "  - id: a\n"
            '    say: "{answer} is large."\n'
            "    answer: b\n"
            "    untrue:\n"
            "      - say: B is large\n"
        ),
        line=9,
        column=9,
        code="B410",
        message="the untrue statement is the sentence of the fact itself",
    ),
)


@pytest.mark.parametrize("faulty", FAULTY, ids=str)
def test_a_faulty_deck_has_one_problem_at_its_place(tmp_path: Path, faulty: Faulty) -> None:
    found = problems_of(tmp_path, faulty.text)

    assert found == [(faulty.line, faulty.column, faulty.code, faulty.message)]


def test_a_closed_set_may_hold_reasons_for_its_wrong_answers(tmp_path: Path) -> None:
    deck = deck_of(
        tmp_path,
        "facts:\n  - {id: a, ask: Who?, answer: low, among: [low, high], wrong: {High: No.}}\n",
    )

    assert deck.facts[0].cards[0].wrong[0].why == "No."


def test_every_member_of_a_list_stands_in_its_closed_set(tmp_path: Path) -> None:
    found = problems_of(tmp_path, "facts:\n  - {id: a, ask: Who?, answer: [b, c], among: [b, d]}\n")

    assert found == [(5, 47, "B405", '`among` lacks the answer "c"')]
