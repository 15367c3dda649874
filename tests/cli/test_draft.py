"""`quizapp draft` as its user calls it."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.plain_session import QUIZAPP

Quizapp = Callable[..., Run]

ABSTRACT = "We studied 40 wells in a valley. Ten wells (25%) ran dry because of irrigation.\n"


def test_an_abstract_becomes_a_deck_that_passes_check(quizapp: Quizapp, home: Path) -> None:
    (home / "wells.txt").write_text(ABSTRACT, encoding="utf-8")

    run = quizapp("draft", "wells.txt", "-o", "wells.yaml")

    assert run.out.startswith("Wrote wells.yaml: 2 drafts of 2 sentences.\n")
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


# --- many papers ----------------------------------------------------------------------------------

RECORDS = """\
PMID- 3011
TI  - Nitrate in karst
AU  - Zhu Q
DP  - 2020 Jan
LID - 10.1000/karst.1 [doi]
AB  - Nitrate was found in 31% of the wells of the valley. Twelve wells ran dry in summer.

PMID- 3012
TI  - Letter to the editor
AU  - Ito K
DP  - 2021

PMID- 3013
TI  - Queens of bees
AU  - Ito K
DP  - 2021
LID - 10.1000/bees.7 [doi]
AB  - Of the colonies, 14 lost their queen in the first winter of the study.

PMID- 3177
TI  - A comment
AU  - Okafor A
DP  - 2022
"""


def test_a_file_of_records_becomes_a_deck_for_each(quizapp: Quizapp, home: Path) -> None:
    (home / "pubmed.nbib").write_text(RECORDS, encoding="utf-8")

    run = quizapp("draft", "pubmed.nbib", "--course", "course")

    assert run.code == 0
    assert run.out.splitlines() == [
        "Wrote 2 decks to course: 3 drafts.",
        "2 records have no abstract: 3012, 3177.",
    ]
    assert sorted(path.name for path in (home / "course").iterdir()) == [
        "ito2021.yaml",
        "zhu2020.yaml",
    ]
    assert quizapp("check", "course").code == 0


def test_a_paper_whose_doi_is_known_is_passed_over(quizapp: Quizapp, home: Path) -> None:
    (home / "pubmed.nbib").write_text(RECORDS, encoding="utf-8")
    quizapp("draft", "pubmed.nbib", "--course", "course")

    run = quizapp("draft", "pubmed.nbib", "--course", "course")

    assert run.out.splitlines() == [
        "Wrote 0 decks to course: 0 drafts.",
        "2 records have no abstract: 3012, 3177.",
        "2 papers are known by their DOI: 3011, 3013.",
    ]


def test_a_file_that_cannot_be_read_stops_no_other(quizapp: Quizapp, home: Path) -> None:
    (home / "papers").mkdir()
    (home / "papers" / "a.txt").write_text(ABSTRACT, encoding="utf-8")
    (home / "papers" / "b.txt").write_bytes(b"%PDF-1.7")
    (home / "papers" / "c.txt").write_text(ABSTRACT, encoding="utf-8")

    run = quizapp("draft", "papers", "--course", "course")

    assert run.code == 3
    assert run.out.startswith("Wrote 2 decks to course: 4 drafts.\n")
    assert "b.txt: this is a PDF" in run.err


def test_several_files_need_a_folder(quizapp: Quizapp, home: Path) -> None:
    (home / "a.txt").write_text(ABSTRACT, encoding="utf-8")

    run = quizapp("draft", "a.txt", "a.txt")

    assert (run.code, "add --course FOLDER" in run.err) == (2, True)


def test_several_records_need_a_folder(quizapp: Quizapp, home: Path) -> None:
    (home / "pubmed.nbib").write_text(RECORDS, encoding="utf-8")

    run = quizapp("draft", "pubmed.nbib")

    assert run.code == 2
    assert "pubmed.nbib has 4 papers" in run.err


@pytest.mark.slow  # a process of its own has a standard input
def test_an_abstract_may_come_from_standard_input(english_words: Path, home: Path) -> None:
    assert english_words.exists()
    done = subprocess.run(
        [QUIZAPP, "draft", "-", "--id", "wells"],
        input=ABSTRACT,
        capture_output=True,
        text=True,
        check=True,
        cwd=home,
    )

    assert "deck: wells\n" in done.stdout


def test_drafts_are_not_asked(quizapp: Quizapp, home: Path) -> None:
    (home / "wells.txt").write_text(ABSTRACT, encoding="utf-8")
    quizapp("draft", "wells.txt", "-o", "wells.yaml")

    run = quizapp("study", "wells.yaml", "--plain")

    assert run.out == ""
    assert run.err.startswith("quizapp: no cards yet: 2 drafts to review\n")


def test_an_accepted_draft_makes_items(quizapp: Quizapp, home: Path) -> None:
    (home / "wells.txt").write_text(ABSTRACT, encoding="utf-8")
    quizapp("draft", "wells.txt", "-o", "wells.yaml")
    deck = (home / "wells.yaml").read_text(encoding="utf-8")
    (home / "wells.yaml").write_text(deck.replace("    status: draft\n", ""), encoding="utf-8")

    run = quizapp("items", "wells.yaml")

    assert "How many wells ran dry because of irrigation?" in run.out


# --- what a deck leaves out -----------------------------------------------------------------------


def test_coverage_says_which_card_asks_for_what(quizapp: Quizapp, home: Path) -> None:
    (home / "wells.txt").write_text(ABSTRACT, encoding="utf-8")
    quizapp("draft", "wells.txt", "-o", "wells.yaml")

    run = quizapp("draft", "wells.txt", "--coverage", "wells.yaml")

    assert run.out.splitlines() == [
        "1. We studied 40 wells in a valley.",
        "   figures: 40 wells [s1-wells]",
        "2. Ten wells (25%) ran dry because of irrigation.",
        "   figures: Ten wells [s2-wells]; 25%",
        "",
        "1 figure and 0 terms in no card.",
    ]


def test_coverage_without_a_text_takes_the_one_that_is_attached(
    quizapp: Quizapp, home: Path
) -> None:
    (home / "wells.txt").write_text(ABSTRACT, encoding="utf-8")
    quizapp("draft", "wells.txt", "-o", "wells.yaml")
    before = quizapp("draft", "--coverage", "wells.yaml")
    quizapp("source", "attach", "wells", "wells.txt", "--deck", "wells.yaml")

    attached = quizapp("draft", "--coverage", "wells.yaml")

    assert (before.code, before.err) == (
        2,
        (
            "quizapp: no text is attached to a source of wells\n"
            "    fix: quizapp source attach wells FILE\n"
        ),
    )
    assert attached.out == quizapp("draft", "wells.txt", "--coverage", "wells.yaml").out


def test_coverage_of_a_paper_that_the_deck_does_not_cite_is_told(
    quizapp: Quizapp, home: Path
) -> None:
    (home / "wells.txt").write_text(ABSTRACT, encoding="utf-8")
    (home / "bees.txt").write_text("Bees lost 14% of their queens.\n", encoding="utf-8")
    quizapp("draft", "wells.txt", "-o", "wells.yaml")

    run = quizapp("draft", "bees.txt", "--coverage", "wells.yaml")

    assert run.code == 2
    assert "none of its sources is this paper of 1 sentence" in run.err
