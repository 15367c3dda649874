"""The author's reference is held to what it teaches: its examples are loaded, its codes known."""

import re
from pathlib import Path

import pytest

from quizapp.bank.load import load_deck

README = (Path(__file__).parents[2] / "decks" / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)
FAULTY = [example for example in EXAMPLES if example.startswith("# faulty: ")]
SOUND = [example for example in EXAMPLES if example not in FAULTY]
HEADER = "quizapp: 1\ndeck: my-deck\ntitle: My deck\n"


def codes_of(example: str, folder: Path) -> list[str]:
    whole = example if "quizapp: 1" in example else HEADER + example
    path = folder / "my-deck.yaml"
    path.write_text(whole, encoding="utf-8")
    return [problem.code for problem in load_deck(path)[1]]


def first_key(example: str) -> str:
    lines = (line for line in example.splitlines() if not line.startswith("#"))
    return next(lines).split(" ")[0]


@pytest.mark.parametrize("example", SOUND, ids=first_key)
def test_an_example_is_a_sound_deck(example: str, tmp_path: Path) -> None:
    assert codes_of(example, tmp_path) == []


@pytest.mark.parametrize("example", FAULTY, ids=first_key)
def test_a_faulty_example_has_the_fault_that_it_names(example: str, tmp_path: Path) -> None:
    named = example.splitlines()[0].removeprefix("# faulty: ")

    assert codes_of(example, tmp_path) == [named]
