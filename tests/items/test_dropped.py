"""What is not asked, and why, is told."""

from collections.abc import Callable

import pytest

from quizapp.bank.model import Bank
from quizapp.items.dropped import find_dropped
from quizapp.items.generate import generate

BankOf = Callable[[str], Bank]


def dropped(bank: Bank) -> list[tuple[str, str, str]]:
    found = find_dropped(bank, generate(bank))
    return [(drop.card, drop.format.value, drop.reason.value) for drop in found]


@pytest.mark.parametrize(
    ("extra", "format_", "reason"),
    [
        ("answer: 13", "choice", "too few declared options"),
        ("answer: 13, wrong: [23]", "choice", "too few declared options"),
        ("answer: 13, tolerance: 2, wrong: [14, 23]", "choice", "too few declared options"),
        ("answer: 1, near: true", "choice", "too few declared options"),
        ("answer: a liver, wrong: [a heart]", "choice", "too few declared options"),
        ("answer: [a liver, a lung], wrong: [a heart]", "select", "too few declared options"),
        ("answer: low, among: [low, tumor, tumour]", "choice", "two options are the same answer"),
        ("answer: 5, tolerance: 1, among: [5, 6]", "choice", "two options are the same answer"),
        (
            "answer: [tumor, tumour], wrong: [cyst, wart]",
            "select",
            "two options are the same answer",
        ),
    ],
)
def test_a_card_that_is_not_asked_in_a_format_is_told(
    bank_of: BankOf, extra: str, format_: str, reason: str
) -> None:
    bank = bank_of(f"facts: [{{id: f, ask: 'Which one?', {extra}}}]")

    assert dropped(bank) == [("d/f/answer", format_, reason)]


@pytest.mark.parametrize(
    "extra",
    [
        "answer: a liver",
        "answer: 13, wrong: [23, 43]",
        "answer: 40, near: true",
        "answer: [a liver, a lung]",
        "answer: {order: [one, two]}",
        "answer: 13, status: draft",
    ],
)
def test_nothing_is_told_of_a_card_that_lacks_nothing(bank_of: BankOf, extra: str) -> None:
    assert dropped(bank_of(f"facts: [{{id: f, ask: 'Which one?', {extra}}}]")) == []


def test_a_column_whose_values_pass_for_each_other_makes_no_match(bank_of: BankOf) -> None:
    bank = bank_of("""
tables:
  - id: t
    row: town
    columns: {c: {ask: "How old is {row}?", tolerance: 5, choose_from: column}}
    rows: {a: {name: A, c: 10}, b: {name: B, c: 12}, e: {name: E, c: 14}}
""")

    assert [each for each in dropped(bank) if each[1] == "match"] == [
        ("d/t/a/c", "match", "too few rows with values that cannot be taken for each other")
    ]


def test_a_statement_that_would_say_a_value_twice_is_told(bank_of: BankOf) -> None:
    bank = bank_of("""
facts:
  - id: f
    say: "In all, {livers} of them got a liver and {hearts} got a heart."
    cards:
      livers: {answer: 4, wrong: [3]}
      hearts: {answer: 3}
""")

    assert dropped(bank) == [
        ("d/f/livers", "true-false", "each false statement would say a value twice")
    ]


def test_a_bound_of_which_no_false_statement_is_made_is_told(bank_of: BankOf) -> None:
    bank = bank_of("""
facts:
  - id: f
    say: "Half of them had been diagnosed by the age of {answer} years."
    ask: By what age in years had half of them been diagnosed?
    answer: 4
    unit: years
    wrong: [1, 10]
""")

    assert dropped(bank) == [
        (
            "d/f/answer",
            "true-false",
            "its number is a bound, of which another may be true as well",
        )
    ]


def test_statements_without_a_sentence_are_told(bank_of: BankOf) -> None:
    bank = bank_of(
        "facts: [{id: f, ask: 'Who?', answer: Ann, untrue: [{say: It was Bob., why: No.}]}]"
    )

    assert dropped(bank) == [
        (
            "d/f/answer",
            "true-false",
            "the fact has no `say`, so all its statements would be false",
        )
    ]


def test_what_is_not_made_and_the_words_that_say_why_are_told(bank_of: BankOf) -> None:
    bank = bank_of(
        "facts: [{id: f, ask: 'How many saw it?', answer: 4, wrong: [1, 10], "
        "say: 'It was seen by no more than {answer} of all the people there.'}]"
    )
    drop = next(find_dropped(bank, generate(bank)))

    assert drop.what == "false statement"
    assert drop.why == (
        'its number is a bound, of which another may be true as well ("no more than" is at its gap)'
    )
