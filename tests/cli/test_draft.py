"""`quizapp draft` as its user calls it."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Run

Quizapp = Callable[..., Run]

ABSTRACT = "We studied 40 wells in a valley. Ten wells (25%) ran dry because of irrigation.\n"


def test_an_abstract_becomes_a_deck_that_passes_check(quizapp: Quizapp, home: Path) -> None:
    (home / "wells.txt").write_text(ABSTRACT, encoding="utf-8")

    run = quizapp("draft", "wells.txt", "-o", "wells.yaml")

    assert run.out.startswith("Wrote wells.yaml: 2 facts, 4 cards.\n")
    assert quizapp("check", "wells.yaml", "--source", "wells=wells.txt").code == 0


def test_without_a_file_the_draft_is_printed(quizapp: Quizapp, home: Path) -> None:
    (home / "wells.txt").write_text(ABSTRACT, encoding="utf-8")

    assert "deck: wells\n" in quizapp("draft", "wells.txt").out


def test_a_file_that_is_there_is_not_overwritten(quizapp: Quizapp, home: Path) -> None:
    (home / "wells.txt").write_text(ABSTRACT, encoding="utf-8")
    (home / "wells.yaml").write_text("mine", encoding="utf-8")

    run = quizapp("draft", "wells.txt", "-o", "wells.yaml")

    assert (run.code, (home / "wells.yaml").read_text(encoding="utf-8")) == (2, "mine")
    assert "wells.yaml is already there" in run.err
    assert quizapp("draft", "wells.txt", "-o", "wells.yaml", "--force").code == 0


def test_a_file_that_is_not_there_is_told(quizapp: Quizapp) -> None:
    run = quizapp("draft", "nowhere.txt")

    assert run.code == 3
    assert "nowhere.txt: No such file or directory" in run.err


def test_a_name_that_makes_no_id_is_told(quizapp: Quizapp, home: Path) -> None:
    (home / "wells.txt").write_text(ABSTRACT, encoding="utf-8")

    run = quizapp("draft", "wells.txt", "--id", "My deck")

    assert (run.code, "is not a deck id" in run.err) == (2, True)
