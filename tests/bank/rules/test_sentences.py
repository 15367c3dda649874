"""Sentences whose gaps and cards do not meet."""

from pathlib import Path

import pytest

from tests.bank.trials import Faulty, deck_of, problems_of

FAULTY = (
    Faulty(
        "a fact that nothing asks for",
        ("facts:\n  - {id: a, answer: b}\n"),
        line=5,
        column=5,
        code="B107",
        message="nothing asks for `answer`: it has no `ask`, and the fact has no `say`",
    ),
    Faulty(
        "a gap without a card",
        ('facts:\n  - id: a\n    say: "{answer} lies in {land}."\n    answer: b\n'),
        line=6,
        column=28,
        code="B301",
        message='the gap "land" in `say` is not a card of the fact',
    ),
    Faulty(
        "a gap without a name",
        ('facts:\n  - id: a\n    say: "{answer} lies in {}."\n    answer: b\n'),
        line=6,
        column=28,
        code="B301",
        message='the gap "" in `say` is not a card of the fact',
    ),
    Faulty(
        "a card without a gap",
        (
            "facts:\n"
            "  - id: a\n"
            '    say: "{b} is large."\n'
            "    cards:\n"
            "      b: {answer: d}\n"
            "      c: {ask: Why?, answer: e}\n"
        ),
        line=9,
        column=7,
        code="B302",
        message="the card `c` has no gap in `say`",
    ),
    Faulty(
        "a brace without its partner",
        ('facts:\n  - id: a\n    say: "{answer} lies in {land."\n    answer: b\n'),
        line=6,
        column=28,
        code="B303",
        message="a `{` in `say` has no partner",
    ),
)


@pytest.mark.parametrize("faulty", FAULTY, ids=str)
def test_a_faulty_deck_has_one_problem_at_its_place(tmp_path: Path, faulty: Faulty) -> None:
    found = problems_of(tmp_path, faulty.text)

    assert found == [(faulty.line, faulty.column, faulty.code, faulty.message)]


def test_a_gap_is_found_where_it_stands_though_another_begins_alike(tmp_path: Path) -> None:
    found = problems_of(
        tmp_path,
        "facts:\n"
        "  - id: a\n"
        '    say: "{answers} and { answer } and {answer|these}."\n'
        "    answer: b\n",
    )

    assert found == [(6, 11, "B301", 'the gap "answers" in `say` is not a card of the fact')]


def test_a_gap_in_folded_text_is_told_at_its_line(tmp_path: Path) -> None:
    found = problems_of(
        tmp_path,
        "facts:\n"
        "  - id: a\n"
        "    say: >\n"
        "      The city of {answer}\n"
        "      lies in {land}.\n"
        "    answer: b\n",
    )

    assert found == [(8, 15, "B301", 'the gap "land" in `say` is not a card of the fact')]


def test_a_card_may_stand_in_two_gaps(tmp_path: Path) -> None:
    deck = deck_of(
        tmp_path,
        'facts:\n  - {id: a, say: "{answer}, only {answer}.", answer: b}\n',
    )

    assert len(deck.facts[0].say) == 4
