"""Amounts in a deck: what they become, what goes with them, and the faults of what does not."""

from decimal import Decimal
from pathlib import Path

import pytest

from quizapp.bank.model import AmountAnswer
from tests.bank.trials import (
    HEADER_2,
    deck_of_version_2,
    load_bytes,
    problems_of,
    problems_of_version_2,
)


def a_fact(keys: str) -> str:
    return f"facts:\n  - id: a\n    ask: How much is it?\n    {keys}\n"


def answer_of(folder: Path, keys: str) -> AmountAnswer:
    answer = deck_of_version_2(folder, a_fact(keys)).facts[0].cards[0].answer
    assert isinstance(answer, AmountAnswer)
    return answer


def told(folder: Path, keys: str) -> list[tuple[str, str, str]]:
    _, problems = load_bytes(folder, (HEADER_2 + a_fact(keys)).encode())
    return [(each.code, each.message, each.fix) for each in problems]


def test_an_amount_stands_in_place_of_an_answer(tmp_path: Path) -> None:
    answer = answer_of(tmp_path, 'amount: "36 +5/-4 M⊙"\n    tolerance: 1')

    assert (answer.text, answer.unit, answer.tolerance) == ("36 +5/-4 M⊙", "M⊙", Decimal(1))
    assert not answer.asks_interval


def test_an_amount_needs_no_quotes_where_yaml_needs_none(tmp_path: Path) -> None:
    assert answer_of(tmp_path, "amount: 5").text == "5"
    assert answer_of(tmp_path, "amount: < 0.001").text == "< 0.001"
    assert answer_of(tmp_path, "amount: 35-250 Hz").text == "35-250 Hz"


def test_the_interval_of_an_amount_may_be_asked_for(tmp_path: Path) -> None:
    answer = answer_of(tmp_path, 'amount: "0.83 (95% CI 0.75-0.93)"\n    asks: interval')

    assert answer.asks_interval


def test_a_cell_of_a_table_may_be_an_amount(tmp_path: Path) -> None:
    deck = deck_of_version_2(
        tmp_path,
        "tables:\n  - id: t\n    row: wave\n    columns:\n"
        "      mass: {ask: 'Which mass has {row}?', reverse: 'Which wave has {mass}?'}\n"
        "    rows:\n      a: {name: GW150914, mass: {amount: 36 +5/-4 M⊙}}\n",
    )
    mass, reverse = deck.facts[0].cards

    assert isinstance(mass.answer, AmountAnswer)
    assert reverse.ask == "Which wave has 36 +5/-4 M⊙?"


def test_what_is_no_amount_is_told_at_its_place(tmp_path: Path) -> None:
    assert problems_of_version_2(tmp_path, a_fact("amount: about 5")) == [
        (7, 13, "B415", '"about 5" says about how much, which cannot be judged')
    ]


@pytest.mark.parametrize(
    ("keys", "code", "message"),
    [
        ("answer: 5\n    amount: 5 mg", "B111", "`answer` does not go with an `amount`"),
        ("amount: 5\n    unit: mg", "B111", "`unit` does not go with an `amount`"),
        ("amount: 5\n    of: 7", "B111", "`of` does not go with an `amount`"),
        ("amount: 5\n    aliases: [five]", "B111", "`aliases` does not go with an `amount`"),
        (
            "answer: 5\n    asks: interval",
            "B111",
            "`asks` belongs to an `amount`, and the card has an `answer`",
        ),
        (
            "answer: x\n    asks: interval",
            "B111",
            "`asks` belongs to an `amount`, and the card has an `answer`",
        ),
        (
            "amount: 3-5\n    near: true",
            "B111",
            "`near` belongs to a single number, and the amount is more than that",
        ),
        (
            "amount: 5\n    asks: interval",
            "B416",
            '"5" has no error and no interval that could be asked for',
        ),
        (
            "amount: 5 mg\n    wrong: [5 mg]",
            "B401",
            '"5 mg" is listed under `wrong` but is also the answer',
        ),
        (
            "amount: 5 mg\n    wrong: [5.0]",
            "B401",
            '"5.0" is listed under `wrong` but is also the answer',
        ),
        (
            "amount: 1.0e-21\n    wrong: [1 × 10^-21]",
            "B401",
            '"1 × 10^-21" is listed under `wrong` but is also the answer',
        ),
        ("amount: 5 mg\n    wrong: [6 mg, 6]", "B408", '"6" is twice under `wrong`'),
        ("amount: 5 mg\n    wrong: [much]", "B409", 'the wrong answer "much" has no figure'),
        (
            "amount: 5 mg\n    wrong: [3-4]",
            "B409",
            'the answer is a single number, and the wrong answer "3-4" is an interval',
        ),
        ("amount: ''", "B107", "`amount` is empty"),
        ("amount: [5]", "B108", "`amount` must be text, not a list"),
        ("unit: mg", "B107", "`answer` is missing"),
    ],
)
def test_what_does_not_go_with_an_amount_is_told(
    tmp_path: Path, keys: str, code: str, message: str
) -> None:
    found = told(tmp_path, keys)

    assert [each[:2] for each in found] == [(code, message)]
    assert found[0][2]


def test_a_quantity_under_answer_is_told_where_it_belongs(tmp_path: Path) -> None:
    assert told(tmp_path, "answer: 5 mg\n    unit: mg") == [
        (
            "B111",
            "`unit` belongs to a number, but the answer is not a number",
            "write `amount: 5 mg` in place of `answer`",
        )
    ]


def test_numbers_hold_together_with_the_point_of_an_amount(tmp_path: Path) -> None:
    text = (
        "facts:\n"
        '  - {id: a, ask: "How much?", amount: "36 +5/-4 M⊙"}\n'
        '  - {id: b, ask: "How much more?", amount: 65 M⊙, equals: "a.answer + 29"}\n'
        '  - {id: c, ask: "How much less?", amount: 6 M⊙, equals: "a.answer - 29"}\n'
    )

    assert [each[2:] for each in problems_of_version_2(tmp_path, text)] == [
        ("B403", "`equals` gives 7, and the answer is 6")
    ]


def test_a_version_1_deck_has_no_amounts(tmp_path: Path) -> None:
    assert [each[2] for each in problems_of(tmp_path, a_fact("amount: 5"))] == ["B118"]
