"""Clocks that are wrong, and users without a home: a sentence, and nothing written anywhere."""

import pwd
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

Quizapp = Callable[..., Run]

USING_THE_CLOCK = [
    "",
    "study --plain",
    "quiz --plain -n 1",
    "exam --plain --seed 1 -n 1",
    "exam --hand-in",
    "plan --until 2027-01-01",
    "export anki x-linked-hyper-igm -o deck.apkg --with-progress",
    "db verify",
    "stats",
    "decks",
]


@pytest.mark.parametrize("command", USING_THE_CLOCK)
@pytest.mark.parametrize(
    ("now", "shown"),
    [
        ("0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00+14:00"),
        ("0001-01-01T00:00:00+00:00", "0001-01-01 00:00+00:00"),
        ("1969-12-31T23:00:00+00:00", "1969-12-31 23:00+00:00"),
        ("2200-01-01T00:00:00+00:00", "2200-01-01 00:00+00:00"),
        ("9999-12-31T23:59:59.999999+00:00", "9999-12-31 23:59+00:00"),
    ],
)
def test_a_clock_that_cannot_be_right_is_told(
    quizapp: Quizapp, home: Path, command: str, now: str, shown: str
) -> None:
    run = quizapp("--now", now, *command.split())

    assert (run.code, run.out) == (3, "")
    assert run.err == (
        f"quizapp: the clock shows {shown}, but answers can be saved only from 1970 to 2199\n"
        "    fix: set this computer's clock, or --now\n"
    )
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("now", ["1970-01-03T00:00:00+00:00", "2199-12-30T00:00:00+00:00"])
def test_at_either_end_of_time_everything_works(quizapp: Quizapp, now: str) -> None:
    runs = [quizapp("--now", now, *command.split(), stdin="1\n\n") for command in USING_THE_CLOCK]

    # There is no exam to hand in, and no day of 2027 to plan for.
    assert [run.code for run in runs] == [0, 0, 0, 0, 0, 2, 0, 0, 0, 0]


@pytest.fixture
def homeless(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder where a user runs commands whom the system knows nothing of."""

    def unknown(_: object) -> None:
        raise KeyError

    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name)
    monkeypatch.setattr(pwd, "getpwuid", unknown)
    return home


@pytest.mark.parametrize("command", ["", "study --plain", "stats", "decks", "db info"])
def test_without_a_home_there_is_nowhere_to_keep_answers(
    quizapp: Quizapp, homeless: Path, command: str
) -> None:
    run = quizapp(*command.split())

    assert (run.code, run.out) == (3, "")
    assert run.err == (
        "quizapp: you have no home folder to save answers in\n"
        "    fix: set HOME to your folder, or give --database and --config\n"
    )
    assert list(homeless.iterdir()) == []


@pytest.mark.parametrize(
    "command",
    [
        "stats --decks ~/x",
        "stats --config ~/x",
        "stats --database sqlite:///~/x.db",
        "decks add ~/x",
        "check --source a=~/x",
    ],
)
def test_without_a_home_a_path_in_it_is_told(
    quizapp: Quizapp, homeless: Path, command: str
) -> None:
    run = quizapp(*command.split())

    assert (run.code, run.out) == (3, "")
    assert "you have no home folder" in run.err
    assert list(homeless.iterdir()) == []


@pytest.mark.usefixtures("homeless")
@pytest.mark.parametrize(
    "command", ["check", "items", "schema", "stats --database sqlite:///my.db", "new fresh"]
)
def test_without_a_home_all_else_works(quizapp: Quizapp, command: str) -> None:
    assert quizapp(*command.split()).code == 0
