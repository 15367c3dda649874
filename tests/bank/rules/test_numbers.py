"""Numbers that contradict each other."""

from pathlib import Path

import pytest

from tests.bank.trials import Faulty, deck_of, problems_of

FAULTY = (
    Faulty(
        "a type of concept for a number",
        (
            "concepts:\n"
            "  c: {name: C, type: t}\n"
            "facts:\n"
            "  - {id: a, ask: Who?, answer: 3, choose_from: t}\n"
        ),
        line=7,
        column=35,
        code="B111",
        message="`choose_from` belongs to words, and the answer is a number",
    ),
    Faulty(
        "code that is a number",
        "facts:\n  - {id: a, ask: Who?, answer: 755, code: true}\n",
        line=5,
        column=37,
        code="B111",
        message="`code` belongs to words, and the answer is a number",
    ),
    Faulty(
        "a wrong number that is the answer",
        ('facts:\n  - {id: a, ask: Who?, answer: 4, wrong: ["4.0"]}\n'),
        line=5,
        column=43,
        code="B401",
        message='"4.0" is listed under `wrong` but is also the answer',
    ),
    Faulty(
        "a number over its denominator",
        ("facts:\n  - {id: a, ask: Who?, answer: 57, of: 56}\n"),
        line=5,
        column=32,
        code="B402",
        message="57 is over `of`, which is 56",
    ),
    Faulty(
        "a wrong number over the denominator",
        ("facts:\n  - {id: a, ask: Who?, answer: 5, of: 56, wrong: [57]}\n"),
        line=5,
        column=51,
        code="B402",
        message="the wrong answer 57 is over `of`, which is 56",
    ),
    Faulty(
        "arithmetic that does not hold",
        (
            "facts:\n"
            "  - {id: a, ask: Who?, answer: 13}\n"
            '  - {id: b, ask: Who?, answer: 22, equals: "round(100 * a.answer / 56)"}\n'
        ),
        line=6,
        column=44,
        code="B403",
        message="`equals` gives 23, and the answer is 22",
    ),
    Faulty(
        "arithmetic over no card",
        (
            "facts:\n"
            "  - {id: death, ask: Who?, answer: 13}\n"
            "  - {id: b, ask: Who?, answer: 22, equals: deaths.answer + 9}\n"
        ),
        line=6,
        column=44,
        code="B404",
        message="`equals` says nothing: there is no number card `deaths.answer`",
    ),
    Faulty(
        "arithmetic over itself",
        ("facts:\n  - {id: a, ask: Who?, answer: 13, equals: a.answer}\n"),
        line=5,
        column=44,
        code="B404",
        message="`equals` says nothing: `a.answer` is the card itself",
    ),
    Faulty(
        "arithmetic that divides by zero",
        ("facts:\n  - {id: a, ask: Who?, answer: 13, equals: 1 / 0}\n"),
        line=5,
        column=44,
        code="B404",
        message="`equals` says nothing: it divides by zero",
    ),
    Faulty(
        "a program for arithmetic",
        ('facts:\n  - {id: a, ask: Who?, answer: 13, equals: "__import__(1)"}\n'),
        line=5,
        column=44,
        code="B404",
        message="`equals` says nothing: it cannot be read from '__import__(1)' on",
    ),
    Faulty(
        "a word among wrong numbers",
        ('facts:\n  - {id: a, ask: Who?, answer: 4, wrong: {thirteen: "No."}}\n'),
        line=5,
        column=43,
        code="B409",
        message='the answer is a number, and the wrong answer "thirteen" is not a number',
    ),
)


@pytest.mark.parametrize("faulty", FAULTY, ids=str)
def test_a_faulty_deck_has_one_problem_at_its_place(tmp_path: Path, faulty: Faulty) -> None:
    found = problems_of(tmp_path, faulty.text)

    assert found == [(faulty.line, faulty.column, faulty.code, faulty.message)]


def test_arithmetic_holds_within_the_tolerance(tmp_path: Path) -> None:
    deck = deck_of(
        tmp_path,
        "facts:\n"
        "  - {id: a, ask: Who?, answer: 13}\n"
        "  - {id: b, ask: Who?, answer: 23.2, tolerance: 0.1, equals: 100 * a.answer / 56}\n",
    )

    assert deck.facts[1].cards[0].equals == "100 * a.answer / 56"


def test_arithmetic_reaches_the_cards_of_its_own_fact(tmp_path: Path) -> None:
    deck = deck_of(
        tmp_path,
        "facts:\n"
        "  - id: a-b\n"
        "    cards:\n"
        "      men: {ask: Who?, answer: 3}\n"
        "      women: {ask: Who?, answer: 4}\n"
        "      all: {ask: Who?, answer: 7, equals: a-b.men + a-b.women}\n",
    )

    assert len(deck.facts[0].cards) == 3


def test_an_enormous_result_is_told_in_few_digits(tmp_path: Path) -> None:
    found = problems_of(
        tmp_path,
        "facts:\n  - {id: a, ask: Who?, answer: 13, equals: 1000000000 * 1000000000000000}\n",
    )

    assert found == [(5, 44, "B403", "`equals` gives 1E+24, and the answer is 13")]


def test_a_number_among_the_same_numbers_is_found_by_its_value(tmp_path: Path) -> None:
    found = problems_of(
        tmp_path, "facts:\n  - {id: a, ask: Who?, answer: 4, among: [2, 4.0, 04]}\n"
    )

    assert found == [(5, 51, "B408", '"04" is twice under `among`')]
