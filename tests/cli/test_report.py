"""`quizapp report`, on what learners answered line by line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

DECK = """\
quizapp: 1
deck: sinuses
title: Sinuses
settings: {formats: [typed]}
sources:
  atlas: {cite: An atlas.}
facts:
  - {id: cause, ask: Which disease is it?, answer: bacterial sinusitis, source: atlas#1}
"""
UNSURE, PART = "acute bacterial sinusitis", "sinusitis"


@pytest.fixture
def deck(home: Path) -> str:
    file = home / "sinuses.yaml"
    file.write_text(DECK, encoding="utf-8")
    return str(file)


def quiz(quizapp: Callable[..., Run], deck: str, said: str, learner: str = "ada") -> None:
    run = quizapp("--learner", learner, "quiz", deck, "--formats", "typed", "--plain", stdin=said)
    assert run.code == 0


def test_two_confirmations_propose_an_alias_ready_to_paste(
    quizapp: Callable[..., Run], deck: str
) -> None:
    quiz(quizapp, deck, f"{UNSURE}\ny\n\n:q\n")
    once = quizapp("report", "answers", deck).out
    quiz(quizapp, deck, f"{UNSURE}\ny\n\n:q\n", learner="bea")
    twice = quizapp("report", "answers", deck).out
    shown = json.loads(quizapp("report", "answers", deck, "--json").out)

    assert UNSURE in once
    assert "aliases:" not in once
    assert f'  aliases: ["{UNSURE}"]' in twice.splitlines()
    assert shown["aliases"] == [
        {
            "card": "sinuses/cause/answer",
            "key": "bacterial sinusitis",
            "typed": UNSURE,
            "times": 2,
            "learners": 2,
            "file": deck,
            "line": 8,
            "proposal": f'aliases: ["{UNSURE}"]',
        }
    ]


def test_what_was_insisted_on_is_a_candidate_and_what_was_taken_back_is_none(
    quizapp: Callable[..., Run], deck: str
) -> None:
    quiz(quizapp, deck, "ethmoiditis\no\n\n:q\n")
    quiz(quizapp, deck, "psoriasis\no\n:u\n\n:q\n", learner="bea")

    shown = json.loads(quizapp("report", "answers", deck, "--json").out)

    assert [each["typed"] for each in shown["aliases"]] == ["ethmoiditis"]


def test_a_stem_that_is_often_answered_in_part_is_unclear(
    quizapp: Callable[..., Run], deck: str
) -> None:
    for _ in range(9):
        quiz(quizapp, deck, f"{PART}\nbacterial sinusitis\n\n:q\n")
    early = quizapp("report", "answers", deck).out
    quiz(quizapp, deck, "bacterial sinusitis\n\n:q\n")
    late = quizapp("report", "answers", deck).out
    stats = json.loads(quizapp("--learner", "ada", "stats", deck, "--json").out)

    assert "the stem is unclear" not in early
    assert "the stem is unclear" in late
    assert stats["items"] == [
        {
            "item": "sinuses/cause/answer/typed",
            "card": "sinuses/cause/answer",
            "answers": 10,
            "difficulty": 0.1,
            "say_more": 0.9,
            "is_stem_unclear": True,
        }
    ]


def test_what_an_exam_flagged_is_granted_by_another_and_taken_back(
    quizapp: Callable[..., Run], deck: str
) -> None:
    exam = ("exam", deck, "--formats", "typed", "--plain")
    quizapp("--learner", "ada", *exam, stdin=f"{PART}\n:d\n")

    listed = quizapp("--learner", "bea", "report", "flagged").out
    granted = quizapp("--learner", "bea", "report", "flagged", "--grant", "1", "--json").out
    undone = quizapp("--learner", "bea", "report", "flagged", "--undo", "1").out

    assert "1. Which disease is it? (part)" in listed
    assert "   Given: sinusitis" in listed
    (found,) = json.loads(granted)["flagged"]
    assert (found["learner"], found["flag"]) == ("ada", "part")
    assert (found["is_granted"], found["granted_by"]) == (True, "bea")
    assert (found["points"], found["points_granted"], found["max_points"]) == (0, 1, 1)
    assert "1 answer to look at. Grant one: quizapp report flagged --grant N" in undone


def test_a_number_that_no_answer_has_is_refused(quizapp: Callable[..., Run], deck: str) -> None:
    quizapp("study", deck, "--plain", stdin="")

    run = quizapp("report", "flagged", "--grant", "7")

    assert run.code == 1
    assert "no flagged answer 7" in run.err
    assert "fix: list them: quizapp report flagged" in run.err
