"""Items of tables, sequences and lists: what is chosen from, and how rows are grouped."""

from pathlib import Path

import pytest

from quizapp.bank.model import Bank
from quizapp.grading.grade import Outcome
from quizapp.grading.judge import judge
from quizapp.items.generate import generate
from quizapp.items.item import Format, Item
from tests.bank.trials import deck_of, deck_of_version_2


def made(folder: Path, text: str) -> list[Item]:
    return list(generate(Bank((deck_of(folder, text),))))


def a_table(rows: str, column: str = "choose_from: column") -> str:
    return (
        "tables:\n  - id: t\n    row: town\n    columns:\n"
        f'      c: {{ask: "What has {{row}}?", say: "The town {{row}} has {{c}}.", {column}}}\n'
        f"    rows: {{{rows}}}\n"
    )


def rows(*values: str) -> str:
    return ", ".join(f"r{at}: {{name: Row {at}, c: {value}}}" for at, value in enumerate(values))


def matches(items: list[Item]) -> list[Item]:
    return [item for item in items if item.format is Format.MATCH]


def test_rows_are_matched_with_what_stands_in_an_exclusive_column(tmp_path: Path) -> None:
    (item,) = matches(made(tmp_path, a_table(rows("a fort", "a mill", "a port"))))

    assert item.id == "trial/t/r0/c/match"
    assert item.stem == "Match each town with its c."
    assert item.prompts == ("Row 0", "Row 1", "Row 2")
    assert item.key == ("a fort", "a mill", "a port")
    assert judge(item.expected, [option.id for option in item.options]).outcome is Outcome.RIGHT


@pytest.mark.parametrize("values", [("a fort", "a mill", "a port"), ("4", "12", "30")])
def test_a_column_that_is_not_declared_exclusive_is_not_matched(
    tmp_path: Path, values: tuple[str, ...]
) -> None:
    assert matches(made(tmp_path, a_table(rows(*values), "exam: true"))) == []


def test_values_within_a_tolerance_never_stand_in_one_match(tmp_path: Path) -> None:
    column = "unit: m, tolerance: 2, choose_from: column"

    (item,) = matches(made(tmp_path, a_table(rows("10", "12", "20", "19", "30"), column)))

    assert item.key == ("10 m", "20 m", "30 m")
    assert [option.text for option in item.options] == ["10 m", "20 m", "30 m"]


def test_the_larger_of_two_tolerances_counts(tmp_path: Path) -> None:
    values = rows("10", "{answer: 14, tolerance: 5}", "30", "50")

    (item,) = matches(made(tmp_path, a_table(values, "choose_from: column")))

    assert item.key == ("10", "30", "50")


NAMES = """
concepts:
  pcp: {name: Pneumocystis, type: organism, aliases: [P. carinii]}
  fungus: {name: fungus, type: organism, background: true}
  yeast: {name: yeast, type: organism, is_a: fungus}
"""


@pytest.mark.parametrize(
    "values",
    [
        ("Pneumocystis", "P. carinii", "virus"),  # one concept
        ("yeast", "fungus", "virus"),  # one is the other
        ("{answer: worm, also_right: [mite]}", "mite", "virus"),
        ("[worm, mite]", "[mite, worm]", "virus"),
    ],
)
def test_values_that_may_both_be_right_of_a_row_are_not_matched(
    tmp_path: Path, values: tuple[str, ...]
) -> None:
    text = NAMES + a_table(rows(*values))

    assert matches(made(tmp_path, text)) == []


def choice_of(items: list[Item], card: str) -> list[str]:
    (item,) = [each for each in items if each.id == f"trial/t/{card}/choice"]
    return [option.text for option in item.options]


def test_what_stands_in_other_rows_is_wrong_beyond_both_tolerances(tmp_path: Path) -> None:
    column = "tolerance: 2, choose_from: column"
    values = rows("20", "22", "{answer: 25, tolerance: 6}", "40", "60")

    assert choice_of(made(tmp_path, a_table(values, column)), "r0/c") == ["20", "40", "60"]


def test_a_number_of_another_row_obeys_the_denominator_and_the_question(tmp_path: Path) -> None:
    text = a_table(
        rows("{answer: 20, of: 50}", "30", "40", "60", "45"), "choose_from: column"
    ).replace("What has {row}?", "What has {row}, of the 30?")

    assert choice_of(made(tmp_path, text), "r0/c") == ["20", "40", "45"]


def test_a_number_in_another_unit_is_no_option(tmp_path: Path) -> None:
    values = rows("{answer: 0.5, unit: g}", "{answer: 500, unit: mg}", "2", "4")

    assert choice_of(made(tmp_path, a_table(values, "unit: g, choose_from: column")), "r0/c") == [
        "0.5",
        "2",
        "4",
    ]


def test_numbers_far_from_the_key_are_options_of_a_column(tmp_path: Path) -> None:
    assert choice_of(made(tmp_path, a_table(rows("1", "90", "400"))), "r0/c") == ["1", "90", "400"]


def test_with_too_few_rows_that_are_wrong_no_choice_is_made(tmp_path: Path) -> None:
    items = made(tmp_path, a_table(rows("56", "79", "56")))

    assert [item.id for item in items if item.format is Format.CHOICE] == []


def test_what_asks_back_offers_no_row_whose_value_would_pass(tmp_path: Path) -> None:
    column = 'tolerance: 2, choose_from: column, reverse: "Which town has {c}?"'

    items = made(tmp_path, a_table(rows("10", "12", "20", "30", "40"), column))

    assert set(choice_of(items, "r0/c-reverse")) == {"Row 0", "Row 2", "Row 3", "Row 4"}


def test_a_false_statement_takes_no_number_within_a_tolerance(tmp_path: Path) -> None:
    items = made(tmp_path, a_table(rows("10", "11", "12"), "tolerance: 3, choose_from: column"))

    statements = [item.key for item in items if item.format is Format.TRUE_FALSE]
    assert statements == [("True",)] * 3


def test_a_hedged_row_makes_no_false_statement(tmp_path: Path) -> None:
    values = "r0: {name: A, c: forts, hedged: true}, r1: {name: B, c: mills}"

    items = made(tmp_path, a_table(values))

    assert [item.id for item in items if item.key == ("False",)] == ["trial/t/r1/c/true-false/2"]


def test_numbers_are_matched_in_ascending_order(tmp_path: Path) -> None:
    (item,) = matches(
        made(tmp_path, a_table(rows("30", "4", "12"), "unit: m, choose_from: column"))
    )

    assert [option.text for option in item.options] == ["4 m", "12 m", "30 m"]
    assert item.has_fixed_order


def test_two_rows_are_too_few_to_be_matched(tmp_path: Path) -> None:
    assert matches(made(tmp_path, a_table(rows("a fort", "a mill")))) == []


def test_equal_values_never_stand_in_one_match(tmp_path: Path) -> None:
    (item,) = matches(
        made(tmp_path, a_table(rows("9", "5", "9", "7", "5"), "unit: m, choose_from: column"))
    )

    assert item.key == ("9 m", "5 m", "7 m")


@pytest.mark.parametrize(
    ("count", "sizes"), [(3, [3]), (5, [5]), (6, [3, 3]), (7, [4, 3]), (11, [4, 4, 3])]
)
def test_many_rows_make_several_matches_of_like_size(
    tmp_path: Path, count: int, sizes: list[int]
) -> None:
    values = [f"{10 + 7 * number}" for number in range(count)]

    found = matches(made(tmp_path, a_table(rows(*values), "unit: m, choose_from: column")))

    assert [len(item.prompts) for item in found] == sizes


def test_a_match_offers_two_values_more_where_the_column_has_them(tmp_path: Path) -> None:
    values = [f"{10 + 7 * number}" for number in range(7)]

    found = matches(made(tmp_path, a_table(rows(*values), "unit: m, choose_from: column")))

    assert [len(item.options) for item in found] == [6, 5]


def test_what_stands_in_other_rows_is_offered_as_wrong(tmp_path: Path) -> None:
    items = made(tmp_path, a_table(rows("fort", "mill", "port", "inn")))

    choice = next(item for item in items if item.id == "trial/t/r0/c/choice")
    assert {option.text for option in choice.options} == {"fort", "mill", "port", "inn"}


def test_a_false_statement_takes_its_value_from_another_row(tmp_path: Path) -> None:
    items = made(tmp_path, a_table(rows("forts", "mills", "ports")))

    (false,) = [item.stem for item in items if item.id == "trial/t/r0/c/true-false/2"]
    assert false in {"The town Row 0 has mills.", "The town Row 0 has ports."}


def test_of_a_sequence_what_follows_is_asked_for_each_member_but_the_last(tmp_path: Path) -> None:
    text = "facts:\n  - {id: a, ask: In what order?, answer: {order: [red, blue, pink, grey]}}\n"

    choices = [item for item in made(tmp_path, text) if item.format is Format.CHOICE]

    assert [(item.id[-1], item.stem, item.key) for item in choices] == [
        ("1", "In what order? 1. red → 2. [ … ]", ("blue",)),
        ("2", "In what order? 2. blue → 3. [ … ]", ("pink",)),
        ("3", "In what order? 3. pink → 4. [ … ]", ("grey",)),
    ]
    assert {option.text for option in choices[1].options} == {"pink", "red", "grey"}


def test_a_member_that_shares_a_word_with_the_next_one_is_not_shown(tmp_path: Path) -> None:
    text = (
        "facts:\n  - {id: a, ask: In what order?,"
        " answer: {order: [red, deep blue, light blue, grey]}}\n"
    )

    choices = [item for item in made(tmp_path, text) if item.format is Format.CHOICE]

    assert [item.id[-1] for item in choices] == ["1", "3"]


def test_each_member_of_a_list_has_a_gap_of_its_own(tmp_path: Path) -> None:
    text = (
        "facts:\n  - id: a\n    ask: Where?\n    answer: [oral, rectal]\n"
        '    say: "{answer} ulcers were seen."\n'
    )

    gaps = [item for item in made(tmp_path, text) if item.format is Format.GAP]

    assert [(item.stem, item.key) for item in gaps] == [
        ("[ … ] and rectal ulcers were seen.", ("oral",)),
        ("Oral and [ … ] ulcers were seen.", ("rectal",)),
    ]
    assert judge(gaps[0].expected, "rectal").outcome is Outcome.WRONG


def test_a_list_shown_in_other_words_keeps_one_gap(tmp_path: Path) -> None:
    text = (
        "facts:\n  - id: a\n    ask: Where?\n    answer: [oral, rectal]\n"
        '    say: "Ulcers at {answer|both ends} were seen."\n'
    )

    (gap,) = [item for item in made(tmp_path, text) if item.format is Format.GAP]

    assert gap.key == ("oral", "rectal")


def test_a_match_calls_a_column_by_its_name(tmp_path: Path) -> None:
    column = "choose_from: column, name: percentage of houses"
    text = a_table(rows("10", "20", "30"), column)

    items = generate(Bank((deck_of_version_2(tmp_path, text),)))

    assert [each.stem for each in matches(list(items))] == [
        "Match each town with its percentage of houses."
    ]
