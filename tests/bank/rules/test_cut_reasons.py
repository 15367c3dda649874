"""A comma in text without quotes inside `{…}`: what it leaves is no wrong answer."""

from pathlib import Path

import pytest

from quizapp.bank.diagnostics import Level
from tests.bank.trials import load_text, problems_of_version_2

_FACT = """facts:
  - id: verbs
    ask: "What did most verbs do with the old ending?"
    answer: drop
"""
_READ_AS_KEY = "is read as a key: inside `{…}` a comma ends text without quotes"


def test_a_comma_that_ends_a_reason_makes_no_wrong_answer(tmp_path: Path) -> None:
    text = f"{_FACT}    wrong: {{keep: They kept it at first, but lost it, too., go: No.}}\n"

    assert problems_of_version_2(tmp_path, text) == [
        (
            *(8, 42, "B106"),
            'a comma ended the reason of "keep", so "but lost it" is read as a wrong answer',
        )
    ]


def test_a_piece_beside_wrong_numbers_is_one_fault(tmp_path: Path) -> None:
    text = """facts:
  - id: nurses
    ask: "How many nurses took part?"
    answer: 212
    wrong: {106: That is one group, not both., 424: Too many.}
"""

    assert problems_of_version_2(tmp_path, text) == [
        (
            *(8, 37, "B106"),
            'a comma ended the reason of "106", so "not both." is read as a wrong answer',
        )
    ]


def test_a_wrong_answer_cut_by_a_comma_is_a_fault(tmp_path: Path) -> None:
    text = f"{_FACT}    wrong: {{go, or come: They did not move., keep: They lost it.}}\n"

    assert problems_of_version_2(tmp_path, text) == [
        (8, 13, "B106", '"go" has no reason, and others beside it do')
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        "{keep, go}",
        "[keep, go]",
        '{keep: "They kept it at first, but lost it.", go: No.}',
        '{keep: They lost it., "go": No.}',
        '{keep: They lost it., "go, or come"}',
        "{keep: They lost it., go: }",
        "{keep: They lost it., go : ''}",
        "{go: No., keep: 'They, too, lost it.'}",
    ],
)
def test_what_is_written_on_purpose_is_no_fault(tmp_path: Path, wrong: str) -> None:
    assert problems_of_version_2(tmp_path, f"{_FACT}    wrong: {wrong}\n") == []


def test_a_number_may_stand_without_a_reason_before_others(tmp_path: Path) -> None:
    text = 'facts:\n  - {id: a, ask: "How many?", answer: 5, wrong: {3, 7: So many., 9: x}}\n'

    assert problems_of_version_2(tmp_path, text) == []


def test_version_1_is_read_as_before_and_told(tmp_path: Path) -> None:
    deck, problems = load_text(
        tmp_path, f"{_FACT}    wrong: {{keep: They kept it, for once., go: No.}}\n"
    )

    assert deck is not None
    assert [(each.code, each.level) for each in problems] == [("B106", Level.WARNING)]


@pytest.mark.parametrize(
    ("text", "line", "column", "piece"),
    [
        (
            f"{_FACT}    untrue: [{{say: Verbs kept it, all., why: Few did.}}]\n",
            *(8, 35, "all."),
        ),
        ("concepts:\n  verb: {name: verb, strong, type: word-class}\n", 5, 22, "strong"),
        (
            (
                "tables:\n  - id: verbs\n    row: verb\n    columns: {form: {ask: '{row}?'}}\n"
                "    rows:\n      go: {name: go, form: went, once}\n"
            ),
            *(9, 34, "once"),
        ),
    ],
)
def test_a_piece_in_other_groups_is_told_as_one(
    tmp_path: Path, text: str, line: int, column: int, piece: str
) -> None:
    found = problems_of_version_2(tmp_path, text)

    assert (line, column, "B106", f'"{piece}" {_READ_AS_KEY}') in found
