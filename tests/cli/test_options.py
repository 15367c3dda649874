"""Global options: before the command or behind it, over the environment, over the settings."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

Quizapp = Callable[..., Run]

CAPITALS = """\
quizapp: 1
deck: capitals
title: Capitals
facts:
  - id: france
    ask: What is the capital of France?
    answer: Paris
"""


def at_either_side(side: str, command: tuple[str, ...], *option: str) -> tuple[str, ...]:
    return (*option, *command) if side == "before" else (*command, *option)


@pytest.mark.parametrize("side", ["before", "behind"])
@pytest.mark.parametrize("command", [("db", "upgrade"), ("stats",), ("decks",), ("decks", "list")])
def test_a_database_that_is_asked_for_wins_over_the_environment(
    quizapp: Quizapp,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    side: str,
    command: tuple[str, ...],
) -> None:
    monkeypatch.setenv("QUIZAPP_DATABASE_URL", f"sqlite:///{home / 'other.db'}")

    run = quizapp(*at_either_side(side, command, "--database", f"sqlite:///{home / 'asked.db'}"))

    assert run.code == 0
    assert str(home / "other.db") not in run.err
    assert ((home / "asked.db").exists(), (home / "other.db").exists()) == (True, False)


@pytest.mark.parametrize("side", ["before", "behind"])
def test_an_answer_goes_into_the_database_that_was_asked_for(
    quizapp: Quizapp, home: Path, monkeypatch: pytest.MonkeyPatch, side: str
) -> None:
    asked = ("--database", f"sqlite:///{home / 'asked.db'}")
    monkeypatch.setenv("QUIZAPP_DATABASE_URL", f"sqlite:///{home / 'other.db'}")

    quizapp(*at_either_side(side, ("study", "--limit", "1"), *asked), stdin="\n\n")

    assert json.loads(quizapp("stats", "--json", *asked).out)["reviews_today"] == 1
    assert not (home / "other.db").exists()


@pytest.mark.parametrize("side", ["before", "behind"])
def test_a_learner_that_is_asked_for_wins_over_the_environment(
    quizapp: Quizapp, monkeypatch: pytest.MonkeyPatch, side: str
) -> None:
    monkeypatch.setenv("QUIZAPP_LEARNER", "grace")

    run = quizapp(*at_either_side(side, ("db", "info"), "--learner", "ada"))

    assert "Learner   ada\n" in run.out


@pytest.mark.parametrize("side", ["before", "behind"])
def test_a_config_that_is_asked_for_wins_over_the_environment(
    quizapp: Quizapp, home: Path, monkeypatch: pytest.MonkeyPatch, side: str
) -> None:
    (home / "asked.toml").write_text('learner = "ada"\n', encoding="utf-8")
    (home / "other.toml").write_text('learner = "grace"\n', encoding="utf-8")
    monkeypatch.setenv("QUIZAPP_CONFIG", str(home / "other.toml"))

    run = quizapp(*at_either_side(side, ("db", "info"), "--config", str(home / "asked.toml")))

    assert "Learner   ada\n" in run.out


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("QUIZAPP_LEARNER", "grace", "Learner   grace\n"),
        ("QUIZAPP_DATABASE_URL", "sqlite:///other.db", "other.db\n"),
        ("QUIZAPP_CONFIG", "other.toml", "Learner   hopper\n"),
    ],
)
def test_without_an_option_the_environment_is_heard(
    quizapp: Quizapp,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
    value: str,
    said: str,
) -> None:
    (home / "other.toml").write_text('learner = "hopper"\n', encoding="utf-8")
    monkeypatch.setenv(variable, value)

    assert said in quizapp("db", "info").out


def test_the_environment_wins_over_the_settings(
    quizapp: Quizapp, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "my.toml").write_text('learner = "hopper"\n', encoding="utf-8")
    monkeypatch.setenv("QUIZAPP_LEARNER", "grace")

    assert "Learner   grace\n" in quizapp("db", "info", "--config", "my.toml").out


@pytest.mark.parametrize("side", ["before", "behind"])
@pytest.mark.parametrize("command", [("decks", "list"), ("items",), ("check",)])
def test_decks_are_taken_from_either_side(
    quizapp: Quizapp, home: Path, side: str, command: tuple[str, ...]
) -> None:
    (home / "capitals.yaml").write_text(CAPITALS.replace("answer", "anwser"), encoding="utf-8")

    run = quizapp(*at_either_side(side, command, "--decks", "capitals.yaml"))

    assert "capitals.yaml" in run.out + run.err


def test_decks_of_both_sides_are_taken_together(quizapp: Quizapp, home: Path) -> None:
    for name in ("capitals", "towns"):
        text = CAPITALS.replace("deck: capitals", f"deck: {name}")
        (home / f"{name}.yaml").write_text(text, encoding="utf-8")

    shown = quizapp("--decks", "capitals.yaml", "decks", "list", "--decks", "towns.yaml").out

    assert [line.split()[0] for line in shown.splitlines()][-2:] == ["capitals", "towns"]


@pytest.mark.parametrize("side", ["before", "behind"])
@pytest.mark.parametrize("command", [("stats",), ("db", "upgrade"), ("decks", "list")])
def test_the_clock_is_taken_from_either_side(
    quizapp: Quizapp, side: str, command: tuple[str, ...]
) -> None:
    run = quizapp(*at_either_side(side, command, "--now", "noon"))

    assert (run.code, "'noon' is not a time" in run.err) == (2, True)


@pytest.mark.parametrize(
    ("option", "first", "second"),
    [
        ("--database", "sqlite:///a.db", "sqlite:///b.db"),
        ("--learner", "ada", "grace"),
        ("--config", "a.toml", "b.toml"),
        ("--now", "2026-03-02T09:00:00+00:00", "2027-03-02T09:00:00+00:00"),
    ],
)
@pytest.mark.parametrize("command", [("stats",), ("db", "info"), ("decks", "list")])
def test_an_option_that_says_two_things_is_a_wrong_call(
    quizapp: Quizapp, command: tuple[str, ...], option: str, first: str, second: str
) -> None:
    run = quizapp(option, first, *command, option, second)

    assert run.code == 2
    assert f"{option} is given twice, as '{first}' and as '{second}': give it once" in run.err


def test_a_group_and_its_command_may_not_say_two_things(quizapp: Quizapp) -> None:
    run = quizapp("decks", "--learner", "ada", "list", "--learner", "grace")

    assert (run.code, "--learner is given twice" in run.err) == (2, True)


def test_the_same_said_on_both_sides_is_said_once(quizapp: Quizapp) -> None:
    assert "Learner   ada\n" in quizapp("--learner", "ada", "db", "info", "--learner", "ada").out


@pytest.mark.parametrize("side", ["before", "behind"])
def test_an_empty_option_is_a_wrong_call_and_not_the_environments(
    quizapp: Quizapp, monkeypatch: pytest.MonkeyPatch, side: str
) -> None:
    monkeypatch.setenv("QUIZAPP_LEARNER", "grace")

    run = quizapp(*at_either_side(side, ("db", "info"), "--learner", ""))

    assert (run.code, "--learner needs a value" in run.err) == (2, True)
