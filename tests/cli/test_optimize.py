"""`quizapp optimize` and the forecast in `quizapp stats`, on a real store."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.bank.model import DeckId
from quizapp.store.learner_store import open_learner
from quizapp.store.open import open_store
from tests.builders import CALENDAR, an_answer
from tests.cli.conftest import Run
from tests.memory.learners import OWN, histories_of

Quizapp = Callable[..., Run]
CAPITALS = """\
quizapp: 1
deck: capitals
title: Capitals
facts:
"""
CARDS = 90


@pytest.fixture
def studied(home: Path, quizapp: Quizapp) -> Path:
    """A store in which a learner with a memory of their own answered ninety cards for long."""
    facts = "".join(
        f"  - {{id: f{number}, ask: What is the capital of land {number}?, answer: City{number}}}\n"
        for number in range(CARDS)
    )
    (home / "capitals.yaml").write_text(CAPITALS + facts, encoding="utf-8")
    quizapp("decks", "add", "capitals.yaml")
    database = next((home / "data").rglob("*.db"))
    store = open_store(f"sqlite:///{database}")
    learner_store = open_learner(store, "me", CALENDAR)
    answers = sorted(
        (day, number, rating)
        for number, history in enumerate(histories_of(OWN, CARDS, 8))
        for day, rating in history
    )
    begin = datetime(2020, 1, 1, 9, tzinfo=UTC)
    first = answers[0][0]
    for place, (day, number, rating) in enumerate(answers):
        at = begin + timedelta(days=day - first, seconds=place % 3000)
        learner_store.record(an_answer(f"capitals/f{number}/answer", at=at, rating=rating))
    store.close()
    return database


@pytest.mark.slow
def test_what_is_better_is_kept_for_the_deck(studied: Path, quizapp: Quizapp) -> None:
    run = quizapp("optimize", "capitals")

    assert run.code == 0
    assert "Learned from 504 reviews, tested on the newest 126." in run.out
    assert "saved for 1 deck." in run.out
    store = open_store(f"sqlite:///{studied}")
    learner_store = open_learner(store, "me", CALENDAR)
    assert len(learner_store.scheduling(DeckId("capitals")).parameters) == 21
    store.close()


@pytest.mark.slow
def test_a_dry_run_keeps_nothing(studied: Path, quizapp: Quizapp) -> None:
    run = quizapp("optimize", "capitals", "--dry-run")

    assert "Not saved (--dry-run)." in run.out
    store = open_store(f"sqlite:///{studied}")
    assert open_learner(store, "me", CALENDAR).scheduling(DeckId("capitals")).parameters == ()
    store.close()


def test_with_few_reviews_it_refuses_and_says_how_many_are_needed(quizapp: Quizapp) -> None:
    run = quizapp("optimize")

    assert run.code == 1
    assert "0 reviews are too few to learn from; 400 are needed" in run.err


@pytest.mark.slow
@pytest.mark.usefixtures("studied")
def test_stats_sets_forecast_beside_recall(quizapp: Quizapp) -> None:
    shown = quizapp("stats", "capitals")
    told = json.loads(quizapp("stats", "capitals", "--json").out)["reliability"]

    assert f"Recall forecast, {told['reviews']} reviews:" in shown.out
    assert sum(each["reviews"] for each in told["bins"]) == told["reviews"]
    assert 0.5 < told["recalled"] < 1
    assert 0.8 < told["predicted"] < 1


def test_a_log_without_reviews_has_no_forecast(quizapp: Quizapp) -> None:
    assert "Forecast" not in quizapp("stats").out
