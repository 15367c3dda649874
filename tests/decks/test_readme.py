"""The author's reference is held to what it teaches: its examples are loaded, its codes known."""

import re
from pathlib import Path

import pytest

from quizapp.bank.codes import CODES
from quizapp.bank.load import load_deck
from quizapp.bank.model import Bank
from quizapp.items.generate import generate
from quizapp.items.item import Format
from quizapp.lint.check import check_bank
from quizapp.lint.rules import RULES_BY_CODE
from tests.builders import a_picture

README = (Path(__file__).parents[2] / "decks" / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)
FAULTY = [example for example in EXAMPLES if example.startswith("# faulty: ")]
SOUND = [example for example in EXAMPLES if example not in FAULTY]
HEADER = "quizapp: 2\ndeck: my-deck\ntitle: My deck\n"


CODE_ROWS = re.findall(r"^\| ([A-Z]\d{3})(?:–([A-Z]\d{3}))? \|", README, flags=re.MULTILINE)


def write_example(example: str, folder: Path) -> Path:
    """Write an example as a whole deck, with the picture that it may name."""
    whole = example if re.search(r"^quizapp: ", example, re.MULTILINE) else HEADER + example
    path = folder / "my-deck.yaml"
    path.write_text(whole, encoding="utf-8")
    a_picture(folder / "figures" / "duct.png")
    return path


def codes_of(example: str, folder: Path) -> list[str]:
    return [problem.code for problem in load_deck(write_example(example, folder))[1]]


def first_key(example: str) -> str:
    lines = (line for line in example.splitlines() if not line.startswith("#"))
    return next(lines).split(" ")[0]


def listed_codes() -> set[str]:
    return {
        f"{first[0]}{number}"
        for first, last in CODE_ROWS
        for number in range(int(first[1:]), int((last or first)[1:]) + 1)
    }


@pytest.mark.parametrize("example", SOUND, ids=first_key)
def test_an_example_is_a_sound_deck(example: str, tmp_path: Path) -> None:
    assert codes_of(example, tmp_path) == []


@pytest.mark.parametrize("example", FAULTY, ids=first_key)
def test_a_faulty_example_has_the_fault_that_it_names(example: str, tmp_path: Path) -> None:
    named = example.splitlines()[0].removeprefix("# faulty: ")

    assert codes_of(example, tmp_path) == [named]


def test_the_table_of_codes_has_all_codes_and_no_other() -> None:
    assert listed_codes() == {*CODES, *RULES_BY_CODE}


def test_every_format_is_named() -> None:
    assert [each.value for each in Format if f"`{each}`" not in README] == []


def test_the_deck_of_the_ten_minutes_has_nothing_to_warn_of(tmp_path: Path) -> None:
    path = tmp_path / "night-shift-naps.yaml"
    path.write_text(EXAMPLES[0], encoding="utf-8")

    deck, problems = load_deck(path)

    assert deck is not None
    bank = Bank((deck,))
    found = (*problems, *check_bank(bank, list(generate(bank))))
    assert [(each.code, each.message) for each in found if each.level != "info"] == []


def test_the_commonest_mistakes_name_codes_that_there_are() -> None:
    table = README.partition("## The commonest mistakes")[2].partition("# Reference")[0]
    named = re.findall(r"^\| ([A-Z]\d{3})", table, flags=re.MULTILINE)

    assert len(named) > 20
    assert {*named} <= {*CODES, *RULES_BY_CODE}
