"""`quizapp source`: texts of papers attached, listed, shown and detached."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.services.settings import bundled_decks
from quizapp.sources.fingerprint import fingerprint_sentences
from tests.cli.conftest import Run

DECK = """\
# A deck on fevers.
quizapp: 1
deck: fevers
title: Fevers
sources:
  okafor2003:                       # the series of the hills
    cite: "Okafor AB, Lind P. The course of hill fever in children. J Hills 2003;82:373-84."
    short: Okafor 2003
    doi: 10.1000/fever.2003.1
  lind2001: {cite: "Lind P. A fever of the plains in adults. J Plains 2001;12:45-9.", short: Lind}
facts:
  - id: deaths
    source: okafor2003#2
    ask: How many of the children died?
    answer: nobody
  - id: rash
    source: okafor2003#1
    ask: Whose fever had a rash?
    answer: children
"""
TEXT = "Nine of 40 children had a rash. Nobody died.\n"
RECORDS = """\
PMID- 1
TI  - A fever of the plains in adults.
AB  - Adults had it. They lived. Nobody died.

PMID- 2
TI  - Another paper.
AB  - Nothing was seen.

PMID- 3
TI  - A title that was changed in print.
LID - 10.1000/FEVER.2003.1 [doi]
AB  - Nine of 40 children had a rash. Nobody died.

PMID- 4
TI  - A letter.
"""

Quizapp = Callable[..., Run]


@pytest.fixture
def deck(home: Path, quizapp: Quizapp) -> Path:
    path = home / "fevers.yaml"
    path.write_text(DECK, encoding="utf-8")
    assert quizapp("decks", "add", str(path)).code == 0
    return path


@pytest.fixture
def text(home: Path) -> Path:
    path = home / "okafor.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_text_is_attached_listed_shown_and_detached(
    deck: Path, text: Path, quizapp: Quizapp
) -> None:
    attached = quizapp("source", "attach", "okafor2003", str(text))
    listed = quizapp("source", "list")
    shown = quizapp("source", "show", "okafor2003#2")
    detached = quizapp("source", "detach", "okafor2003")

    assert (attached.code, attached.out) == (0, "Attached okafor2003, 2 sentences\n")
    assert listed.out == f"okafor2003              2 sentences  {text}\n"
    assert shown.out == "2. Nobody died.\n"
    assert detached.out == f"Detached okafor2003. Its file stays: {text}\n"
    assert text.read_text(encoding="utf-8") == TEXT
    assert quizapp("source", "list").err == (
        "No text is attached. Attach one: quizapp source attach ID FILE\n"
    )
    assert deck.read_text(encoding="utf-8") == DECK


@pytest.mark.usefixtures("deck")
def test_a_source_that_no_deck_has_is_told_with_the_nearest(text: Path, quizapp: Quizapp) -> None:
    done = quizapp("source", "attach", "okafor2030", str(text))

    assert (done.code, done.err) == (
        2,
        "quizapp: no deck has a source 'okafor2030'\n    fix: did you mean okafor2003?\n",
    )


def test_a_deck_that_was_not_added_may_be_named(home: Path, text: Path, quizapp: Quizapp) -> None:
    path = home / "other" / "fevers.yaml"
    path.parent.mkdir()
    path.write_text(DECK, encoding="utf-8")

    done = quizapp("source", "attach", "okafor2003", str(text), "--deck", str(path))

    assert (done.code, done.out) == (0, "Attached okafor2003, 2 sentences\n")


@pytest.mark.usefixtures("deck")
def test_each_record_of_a_file_finds_its_source(home: Path, quizapp: Quizapp) -> None:
    (home / "all.nbib").write_text(RECORDS, encoding="utf-8")

    done = quizapp("source", "attach", "all.nbib")

    assert done.code == 0
    assert done.out == (
        "Attached okafor2003, 2 sentences: A title that was changed in print.\n"
        "Attached lind2001, 3 sentences: A fever of the plains in adults.\n"
    )
    assert done.err == 'No source of a deck for 1 paper: "Another paper"\n'
    assert quizapp("source", "show", "lind2001#3").out == "3. Nobody died.\n"
    assert quizapp("source", "show", "okafor2003#1").out == "1. Nine of 40 children had a rash.\n"


@pytest.mark.usefixtures("deck")
def test_a_file_without_the_paper_is_told(home: Path, quizapp: Quizapp) -> None:
    (home / "all.nbib").write_text(RECORDS.replace("10.1000/FEVER", "10.1000/x"), encoding="utf-8")

    done = quizapp("source", "attach", "okafor2003", "all.nbib")

    assert (done.code, done.err) == (
        2,
        (
            "quizapp: all.nbib: none of its 3 papers has the DOI, PMID or title of okafor2003\n"
            "    fix: give a file with that paper alone\n"
        ),
    )


@pytest.mark.usefixtures("deck")
def test_a_text_of_another_paper_is_attached_with_a_word(home: Path, quizapp: Quizapp) -> None:
    (home / "a.nbib").write_text(
        "PMID- 9\nTI  - Another.\nLID - 10.1000/other [doi]\nAB  - Nothing was seen.\n",
        encoding="utf-8",
    )

    done = quizapp("source", "attach", "okafor2003", "a.nbib")

    assert done.err == "  is this okafor2003? The text says 10.1000/other, the deck another one\n"


# --- what the deck counts ------------------------------------------------------------------------


def test_count_and_fingerprint_are_written_at_their_places(
    deck: Path, text: Path, quizapp: Quizapp
) -> None:
    fingerprint = fingerprint_sentences(["Nine of 40 children had a rash.", "Nobody died."])

    quizapp("source", "attach", "okafor2003", str(text), "--write")

    assert deck.read_text(encoding="utf-8") == DECK.replace(
        "    short: Okafor 2003\n",
        f'    sentences: 2\n    fingerprint: "{fingerprint}"\n    short: Okafor 2003\n',
    )
    assert quizapp("check", str(deck)).code == 0


def test_they_are_written_into_a_group_in_one_line_and_over_what_stood_there(
    deck: Path, text: Path, quizapp: Quizapp
) -> None:
    deck.write_text(DECK.replace("short: Lind}", "sentences: 7, short: Lind}"), encoding="utf-8")
    fingerprint = fingerprint_sentences(["Nine of 40 children had a rash.", "Nobody died."])

    quizapp("source", "attach", "lind2001", str(text), "--write")

    assert f'fingerprint: "{fingerprint}", sentences: 2, short: Lind}}' in deck.read_text("utf-8")


def test_a_text_that_is_cut_otherwise_is_told(deck: Path, text: Path, quizapp: Quizapp) -> None:
    deck.write_text(
        DECK.replace("    short: Ok", "    sentences: 3\n    short: Ok"), encoding="utf-8"
    )

    done = quizapp("source", "attach", "okafor2003", str(text))

    assert done.err == (
        "  This text of okafor2003 is cut otherwise (2 sentences, 3 expected); its sentences are "
        "not shown. fix: number its lines 1., 2., 3. … as the deck counts them, then attach it "
        "again, or detach it\n"
    )
    assert "(2 sentences, 3 expected)" in quizapp("source", "list").out


def test_a_text_with_another_fingerprint_is_told(deck: Path, text: Path, quizapp: Quizapp) -> None:
    deck.write_text(
        DECK.replace("    short: Ok", '    fingerprint: "0123456789ab"\n    short: Ok'),
        encoding="utf-8",
    )

    done = quizapp("source", "attach", "okafor2003", str(text))

    assert "(another fingerprint); its sentences are not shown" in done.err


@pytest.mark.usefixtures("deck")
def test_a_file_that_is_gone_or_changed_is_told_and_nothing_is_lost(
    text: Path, quizapp: Quizapp
) -> None:
    quizapp("source", "attach", "okafor2003", str(text))
    text.write_text("Nine of 40 children had a rash. One died.\n", encoding="utf-8")
    changed = quizapp("source", "list").out
    text.unlink()
    gone = quizapp("source", "list").out
    text.write_text(TEXT.replace(" Nobody", "\nNobody"), encoding="utf-8")
    back = quizapp("source", "list").out

    assert "has changed since it was attached (2 sentences then, 2 now)" in changed
    assert f"the text of okafor2003: its file is gone: {text}" in gone
    assert back == f"okafor2003              2 sentences  {text}\n"


# --- a file that the deck names ------------------------------------------------------------------


def test_a_file_beside_the_deck_is_a_text_of_its_source(
    deck: Path, text: Path, quizapp: Quizapp
) -> None:
    deck.write_text(
        DECK.replace("    short: Ok", "    text: okafor.txt\n    short: Ok"), encoding="utf-8"
    )
    quizapp("decks")

    assert quizapp("source", "list").out == (
        f"okafor2003              2 sentences  {text} (named by the deck)\n"
    )
    assert quizapp("source", "detach", "okafor2003").err == (
        "quizapp: the deck itself names the text of okafor2003\n"
        "    fix: delete `text:` under okafor2003 there\n"
    )


def test_what_is_attached_wins_over_the_file_that_the_deck_names(
    home: Path, deck: Path, text: Path, quizapp: Quizapp
) -> None:
    deck.write_text(
        DECK.replace("    short: Ok", "    text: okafor.txt\n    short: Ok"), encoding="utf-8"
    )
    own = home / "own.txt"
    own.write_text(TEXT, encoding="utf-8")
    quizapp("source", "attach", "okafor2003", "own.txt")
    deck.write_text(deck.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    quizapp("decks")
    attached = quizapp("source", "list").out
    quizapp("source", "detach", "okafor2003")

    assert str(own) in attached
    assert str(text) in quizapp("source", "list").out


@pytest.mark.slow
@pytest.mark.usefixtures("deck")
def test_a_text_on_standard_input_is_kept_as_a_copy(home: Path) -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("quizapp"), "source", "attach", "okafor2003", "-"],
        input=TEXT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    copy = home / "data" / "quizapp" / "sources" / "okafor2003.txt"
    assert done.stdout == f"Attached okafor2003, 2 sentences\nA copy is kept at {copy}.\n"
    assert copy.read_text(encoding="utf-8") == TEXT


# --- after an answer -----------------------------------------------------------------------------


@pytest.mark.usefixtures("deck")
def test_the_sentence_is_read_out_after_the_answer_in_plain_mode(
    text: Path, quizapp: Quizapp
) -> None:
    quizapp("source", "attach", "okafor2003", str(text))

    done = quizapp("study", "fevers", "--plain", "--limit", "1", stdin="nobody\n\n")

    asked, answered = done.out.split("> ", 1)
    assert "Nobody died" not in asked
    assert "Source: Okafor 2003, sentence 2\nSentence 2: _Nobody_ died.\n" in answered, done.out


# --- what leaves the house -----------------------------------------------------------------------


def test_an_export_tells_how_many_cards_hold_a_sentence_of_a_source(
    deck: Path, text: Path, quizapp: Quizapp
) -> None:
    quizapp("source", "attach", "okafor2003", str(text))
    before = quizapp("export", "anki", "-o", "a.apkg", "fevers")
    deck.write_text(
        DECK.replace("answer: nobody", "answer: nobody\n    why: Nine of 40 children had a rash."),
        encoding="utf-8",
    )
    after = quizapp("export", "anki", "-o", "a.apkg", "fevers")

    assert "for sharing" not in before.err
    assert (
        "1 card holds a sentence of Okafor 2003; fine for yourself, not for sharing\n" in after.err
    )


def test_a_deck_that_comes_with_quizapp_is_not_written_unless_it_is_named(
    home: Path, quizapp: Quizapp
) -> None:
    before = {path: path.read_bytes() for path in bundled_decks().glob("*.yaml")}
    (home / "levy.txt").write_text("One sentence.\nAnother one.\n", encoding="utf-8")

    done = quizapp("source", "attach", "levy1997", "levy.txt", "--write")

    assert done.code == 0
    assert (
        "  x-linked-hyper-igm comes with quizapp and is left as it is "
        "(--deck x-linked-hyper-igm writes it)\n"
    ) in done.err
    assert {path: path.read_bytes() for path in bundled_decks().glob("*.yaml")} == before
