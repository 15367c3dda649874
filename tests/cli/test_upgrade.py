"""`quizapp upgrade`: what it shows, what it writes, what it asks a person to settle."""

from collections.abc import Callable
from pathlib import Path

from tests.bank.test_upgrade import LIVERS, UPGRADED
from tests.cli.conftest import Run

Quizapp = Callable[..., Run]


def test_what_changes_is_shown_and_nothing_written(quizapp: Quizapp, home: Path) -> None:
    (home / "livers.yaml").write_text(LIVERS, encoding="utf-8")
    run = quizapp("upgrade", "livers.yaml")

    assert (run.code, run.err) == (0, "Nothing was written. To write it, add --write.\n")
    assert "-quizapp: '1'   # the version\n+quizapp: '2'   # the version\n" in run.out
    assert '+      - card: relapses\n+        say: "The disease' in run.out
    assert (home / "livers.yaml").read_text(encoding="utf-8") == LIVERS


def test_the_changes_are_written_on_demand(quizapp: Quizapp, home: Path) -> None:
    (home / "livers.yaml").write_text(LIVERS, encoding="utf-8")
    run = quizapp("upgrade", "livers.yaml", "--write")
    again = quizapp("upgrade", "livers.yaml")

    assert (run.code, run.err) == (0, "Wrote 1 file.\n")
    assert (home / "livers.yaml").read_text(encoding="utf-8") == UPGRADED
    assert sorted(path.name for path in home.glob("*livers*")) == ["livers.yaml"]
    assert (again.code, again.err) == (0, "The deck is in the newest version already.\n")


def test_what_a_person_must_settle_is_named_and_nothing_written(
    quizapp: Quizapp, home: Path
) -> None:
    text = LIVERS.replace("Thirteen received a liver and it came back in three", "Dogs")
    (home / "livers.yaml").write_text(text, encoding="utf-8")
    run = quizapp("upgrade", "livers.yaml", "--write")

    assert run.code == 1
    assert run.err == (
        "livers.yaml:15:9: B412 nothing tells which card the untrue statement gets wrong\n"
        "    fix: write `card:` beside it, with one of recipients, relapses\n"
        "1 thing to settle first; nothing was written\n"
    )
    assert (home / "livers.yaml").read_text(encoding="utf-8") == text


def test_a_deck_that_is_not_there_is_told(quizapp: Quizapp) -> None:
    run = quizapp("upgrade", "nowhere.yaml")

    assert run.code != 0
    assert "nowhere.yaml" in run.err
