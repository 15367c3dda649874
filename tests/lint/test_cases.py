"""Each rule has decks in which it must find fault, and near misses in which it must not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from quizapp.bank.model import Bank
from quizapp.items.generate import generate
from quizapp.lint.check import check_bank
from quizapp.lint.exam_cues import find_cues
from quizapp.lint.rules import RULES
from tests.bank.trials import deck_of_version_2
from tests.builders import a_picture

CASES = Path(__file__).parent / "cases"
FEWEST = 3


def cases(kind: str) -> Iterator[object]:
    for path in sorted(CASES.glob("*.yaml")):
        for name, text in yaml.safe_load(path.read_text(encoding="utf-8"))[kind].items():
            yield pytest.param(path.stem, text, id=f"{path.stem} {name}")


def found_in(folder: Path, text: str) -> set[str]:
    """Return the codes that a deck, and an exam of all its questions, are found fault with by."""
    a_picture(folder / "slide.png")
    bank = Bank((deck_of_version_2(folder, text),))
    items = tuple(generate(bank))
    of_form = {"C306" for _ in find_cues(items)}
    return of_form.union(problem.code for problem in check_bank(bank, items))


@pytest.mark.parametrize(("code", "text"), list(cases("trips")))
def test_a_fault_is_found(tmp_path: Path, code: str, text: str) -> None:
    assert code in found_in(tmp_path, text)


@pytest.mark.parametrize(("code", "text"), list(cases("passes")))
def test_a_near_miss_is_let_be(tmp_path: Path, code: str, text: str) -> None:
    assert code not in found_in(tmp_path, text)


def test_every_rule_has_three_cases_of_both_kinds() -> None:
    counts = {
        path.stem: [len(of) for of in yaml.safe_load(path.read_text(encoding="utf-8")).values()]
        for path in CASES.glob("*.yaml")
    }

    assert set(counts) == {rule.explanation.code for rule in RULES}
    assert min(each for of in counts.values() for each in of) == FEWEST
