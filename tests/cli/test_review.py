"""`quizapp review`: cards are read beside their source and signed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_pty import Terminal

if TYPE_CHECKING:
    from tests.cli.conftest import Run

Quizapp = Callable[..., "Run"]
DECK = """\
quizapp: 1
deck: fever
title: Hill fever
sources:
  okafor2020: {cite: "Okafor A. Hill fever. J Hills 2020;1:1-2.", short: Okafor 2020, sentences: 2}
facts:
  - {id: cases, source: okafor2020#1, ask: How many children had hill fever?, answer: 40,
     wrong: {3: That is how many died.}}
  - id: deaths
    status: draft  # from the abstract
    source: okafor2020#1
    ask: How many children died of hill fever?
    answer: 3
"""
TEXT = "1. Hill fever was seen in 40 children.\n2. It is rare.\n"


@pytest.fixture
def fever(home: Path) -> Path:
    path = home / "fever.yaml"
    path.write_text(DECK, encoding="utf-8")
    (home / "okafor.txt").write_text(TEXT, encoding="utf-8")
    return path


def review(quizapp: Quizapp, stdin: str, *more: str) -> "Run":
    return quizapp("review", "fever.yaml", "--plain", "--by", "Ada", *more, stdin=stdin)


WITH_TEXT = ("--source", "okafor2020=okafor.txt")


def test_a_card_is_shown_in_each_format_with_its_sentence_and_the_verdict(
    fever: Path, quizapp: Quizapp
) -> None:
    run = review(quizapp, "q\n", *WITH_TEXT)

    assert run.code == 0
    assert run.out.startswith(
        "Hill fever: 2 cards to read, signed by Ada. Type ? for help\n"
        "\n"
        "deaths/answer: draft, 2 left\n"
        "[1 of 2 formats] Hill fever\n"
        "Type the number:\n"
        "How many children died of hill fever?\n"
        "Answer: 3\n"
        "[2 of 2 formats] Hill fever\n"
        "Recall:\n"
        "How many children died of hill fever?\n"
        "Answer: 3\n"
        "okafor2020#1 _Hill_ _fever_ was seen in 40 _children_.\n"
        "Conflict with the source\n"
    )
    assert "proved" not in run.out
    assert fever.read_text(encoding="utf-8") == DECK


def test_a_conflict_is_accepted_with_a_reason_and_then_silent_in_check(
    fever: Path, quizapp: Quizapp
) -> None:
    strict = ("check", "fever.yaml", *WITH_TEXT, "--strict")
    before = quizapp(*strict)

    run = review(quizapp, "a\na three were older\na\nq\n", *WITH_TEXT)
    after = quizapp(*strict)

    assert before.code == 1
    assert "G103" in before.out
    assert "is in conflict with its source. fix: say why" in run.out
    assert "over: three were older}" in (fever.parent / "fever.signed.yaml").read_text()
    assert "    # from the abstract\n    source" in fever.read_text(encoding="utf-8")
    assert after.code == 0
    assert "G103" not in after.out


def test_the_last_act_can_be_undone_at_the_end(fever: Path, quizapp: Quizapp) -> None:
    run = review(quizapp, "a\nx trivia\nu\nu\nu\nq\n")

    assert "No card left to read: u undo, q leave" in run.out
    assert "Taken back: Rejected deaths/answer." in run.out
    assert "Nothing to undo" in run.out
    assert (fever.parent / "fever.signed.yaml").read_text() == ""


@pytest.mark.usefixtures("fever")
def test_without_a_text_it_says_how_to_give_one(quizapp: Quizapp) -> None:
    run = review(quizapp, "q\n")

    assert "Not compared: no text of okafor2020\n" in run.out
    assert "  fix: quizapp source attach okafor2020 FILE\n" in run.out


@pytest.mark.usefixtures("fever")
def test_programs_read_each_card_with_its_state(quizapp: Quizapp) -> None:
    review(quizapp, "a\n")

    run = quizapp("review", "fever.yaml", "--json")

    found = json.loads(run.out)
    assert [(each["card"], each["state"], each["by"], each["verdict"]) for each in found] == [
        ("fever/cases/answer", "signed", "Ada", "not compared"),
        ("fever/deaths/answer", "draft", None, "not compared"),
    ]


def test_a_blind_audit_shows_no_verdict_and_prints_the_rate(fever: Path, quizapp: Quizapp) -> None:
    fever.write_text(DECK.replace("status: draft", "tags: [old]"))
    arguments = ("review", "fever.yaml", "--blind", "3", "--seed", "1", *WITH_TEXT)
    run = quizapp(*arguments, stdin="4\nwording\nwhat\nu\nnone\n6\n")

    assert run.code == 0
    assert "onflict" not in run.out
    assert run.out.count("Question 2 of 3") == 2
    assert run.out.endswith("1 of 3 flawed: 33.3% (95% interval 6.1% to 79.2%)\ncue: 1\n")


@pytest.mark.usefixtures("fever")
def test_a_deck_that_asks_for_signatures_is_strict_about_them(
    fever: Path, quizapp: Quizapp
) -> None:
    fever.write_text(DECK.replace("sources:", "settings: {exam: signed}\nsources:"))

    told, strict = quizapp("check", "fever.yaml"), quizapp("check", "fever.yaml", "--strict")
    review(quizapp, "a\nq\n")
    signed = quizapp("check", "fever.yaml", "--strict")

    assert (told.code, strict.code, signed.code) == (0, 1, 0)
    assert (
        "B603 1 of 1 card not signed, and the deck sets `exam: signed`\n"
        "    fix: read and sign them: quizapp review fever\n"
    ) in strict.out


@pytest.mark.usefixtures("fever")
def test_check_takes_what_lies_beside_a_deck_for_no_deck(quizapp: Quizapp) -> None:
    review(quizapp, "a\nq\n")

    run = quizapp("check", "fever.yaml", "fever.signed.yaml")

    assert run.err.endswith("1 deck read: no problems\n")
    assert run.code == 0


@pytest.mark.usefixtures("fever")
def test_an_export_tells_what_nobody_reviewed(quizapp: Quizapp) -> None:
    run = quizapp("export", "anki", "fever.yaml", "-o", "fever.apkg")

    assert "1 of 1 question not reviewed.\n" in run.err


@pytest.mark.slow
@pytest.mark.usefixtures("fever")
def test_nobody_signs_without_a_name(quizapp: Quizapp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")

    run = quizapp("review", "fever.yaml", "--plain")

    assert run.code == 2
    assert run.err == (
        "quizapp: who signs?\n    fix: add --by 'Your Name', or: git config user.name …\n"
    )


@pytest.mark.slow
def test_a_card_is_edited_at_its_line_and_comes_again(fever: Path) -> None:
    script = fever.with_name("ed.sh")
    script.write_text('#!/bin/sh\necho "$1" > line\nsed -i "s/answer: 3$/answer: 40/" "$2"\n')
    script.chmod(0o755)
    arguments = ["review", str(fever), "--by", "Ada", "--source", "okafor2020=okafor.txt"]

    terminal = Terminal(arguments, fever.parent, 100, 30, EDITOR=str(script))
    terminal.until("Conflict with the source")
    terminal.press("e")
    terminal.until("= 40")
    terminal.press("a")
    terminal.until("Accepted deaths/answer")
    terminal.press("\x11")

    assert terminal.close() == 0
    assert fever.with_name("line").read_text() == "+9\n"
    assert "deaths/answer: {by: Ada" in fever.with_name("fever.signed.yaml").read_text()


# --- a text that is attached ----------------------------------------------------------------------


@pytest.mark.usefixtures("fever")
def test_a_card_is_read_beside_the_text_that_is_attached(quizapp: Quizapp) -> None:
    before = review(quizapp, "q\n")
    quizapp("source", "attach", "okafor2020", "okafor.txt", "--deck", "fever.yaml")

    attached = review(quizapp, "q\n")

    assert (
        "Not compared: no text of okafor2020\n  fix: quizapp source attach okafor2020 FILE\n"
    ) in before.out
    assert attached.out == review(quizapp, "q\n", *WITH_TEXT).out
    assert "okafor2020#1 _Hill_ _fever_ was seen in 40 _children_.\n" in attached.out


@pytest.mark.usefixtures("fever")
def test_a_deck_that_was_added_is_found_by_its_id(quizapp: Quizapp) -> None:
    quizapp("decks", "add", "fever.yaml")
    quizapp("source", "attach", "okafor2020", "okafor.txt")

    reviewed = quizapp("review", "fever", "--plain", "--by", "Ada", stdin="q\n")
    checked = quizapp("check", "fever")
    covered = quizapp("draft", "--coverage", "fever")

    assert reviewed.out.startswith("Hill fever: 2 cards to read")
    assert "G103" in checked.out
    assert "40 children [cases]" in covered.out


@pytest.mark.usefixtures("fever")
def test_an_attached_text_that_was_changed_is_told_and_not_read(
    quizapp: Quizapp, home: Path
) -> None:
    quizapp("source", "attach", "okafor2020", "okafor.txt", "--deck", "fever.yaml")
    (home / "okafor.txt").write_text("Nothing was seen.\n", encoding="utf-8")

    run = review(quizapp, "q\n")

    assert run.err == (
        "not compared: the text of okafor2020 has changed since it was attached (2 sentences "
        "then, 1 now). fix: look at it, then quizapp source attach okafor2020 FILE\n"
    )
    assert "(no text at hand)" in run.out


@pytest.mark.usefixtures("fever")
def test_what_was_signed_is_no_longer_counted_as_a_claim_to_read(
    home: Path, quizapp: Quizapp
) -> None:
    deck = DECK.replace("had hill fever?, answer", "caught hill fever?, answer")
    (home / "fever.yaml").write_text(deck, encoding="utf-8")
    before = quizapp("check", "fever.yaml", *WITH_TEXT, "-v")

    review(quizapp, "a three were older\na\nq\n", *WITH_TEXT)
    signed = quizapp("check", "fever.yaml", *WITH_TEXT, "-v")
    (home / "fever.yaml").write_text(
        deck.replace("caught hill fever?, answer", "got hill fever?, answer"), encoding="utf-8"
    )
    changed = quizapp("check", "fever.yaml", *WITH_TEXT)

    assert "G104" in before.out
    assert "G104" not in signed.out
    assert "claim to read beside the source" in changed.err
