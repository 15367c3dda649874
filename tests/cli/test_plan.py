"""`quizapp plan` on the bundled deck and a real store."""

import json
from collections.abc import Callable

import pytest

from tests.cli.conftest import Run

Quizapp = Callable[..., Run]
DECK = "x-linked-hyper-igm"
MAKE = ("plan", DECK, "--until", "2026-03-12")
AFTER = ("--now", "2026-04-12T09:00:00+00:00")


def new_today(quizapp: Quizapp, *arguments: str) -> int:
    shown = json.loads(quizapp(*arguments, "stats", DECK, "--json").out)
    return int(shown["new"])


def test_a_plan_tells_pace_expectation_load_and_what_was_never_asked(quizapp: Quizapp) -> None:
    run = quizapp(*MAKE)

    assert "Exam on 2026-03-12, in 10 days." in run.out
    assert "2026-03-02" in run.out
    assert "2026-03-11" in run.out
    assert "Levy 1997: not studied yet: sentences 1–10." in run.out
    assert "Saved: the home screen shows it." in run.out


def test_the_json_holds_the_days(quizapp: Quizapp) -> None:
    told = json.loads(quizapp(*MAKE, "--json").out)

    assert told["until"] == "2026-03-12"
    assert sum(told["decks"][0]["new"]) == told["decks"][0]["unseen"] == 38
    assert len(told["decks"][0]["reviews"]) == 10


def test_a_kept_plan_limits_new_cards_until_its_day_has_come(quizapp: Quizapp) -> None:
    before = new_today(quizapp)
    run = quizapp("plan", DECK, "--until", "2026-04-12", "--json")
    pace = json.loads(run.out)["decks"][0]["new_per_day"]

    assert new_today(quizapp) == pace < before
    assert new_today(quizapp, *AFTER) == before


def test_what_is_planned_is_shown_and_cleared(quizapp: Quizapp) -> None:
    quizapp(*MAKE)
    shown = quizapp("plan")
    cleared = quizapp("plan", "--clear")

    assert "X-linked hyper-IgM syndrome: exam on 2026-03-12, in 10 days;" in shown.out
    assert cleared.out == "1 plan deleted.\n"
    assert quizapp("plan").code == 1


def test_a_dry_run_keeps_nothing(quizapp: Quizapp) -> None:
    assert "Not saved (--dry-run)." in quizapp(*MAKE, "--dry-run").out
    assert quizapp("plan").code == 1


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("soon", "'soon' is not a date"),
        ("2026-03-02", "2026-03-02 is too early or too late for a plan"),
        ("2025-01-01", "2025-01-01 is too early or too late for a plan"),
        ("2199-01-01", "2199-01-01 is too early or too late for a plan"),
    ],
)
def test_a_day_that_cannot_be_planned_for_is_refused(quizapp: Quizapp, day: str, said: str) -> None:
    run = quizapp("plan", "--until", day)

    assert run.code == 2
    assert said in run.err
