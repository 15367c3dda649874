"""`quizapp doctor`: what is missing is said with a fix, and nothing is changed by looking."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

Quizapp = Callable[..., Run]

GERMAN = """\
quizapp: 1
deck: staedte
title: Städte
language: de
facts:
  - id: frankreich
    ask: Wie heißt die Hauptstadt von Frankreich?
    answer: Paris
"""


@pytest.fixture
def no_words(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder without words."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    return home / "cache"


def test_all_is_well_where_words_are_built(
    quizapp: Quizapp, home: Path, english_words: Path
) -> None:
    run = quizapp("doctor")

    assert (run.code, run.err) == (0, "")
    assert run.out == (
        "ok       words for English: built, 0.7 MB.\n"
        f"ok       cache: {english_words.parent} can be written.\n"
        "ok       database: no answers yet; it is made when you first study.\n"
    )
    assert list(home.rglob("*.db")) == []


def test_words_that_are_missing_are_a_warning_with_a_fix(quizapp: Quizapp, no_words: Path) -> None:
    run = quizapp("doctor")

    assert run.code == 0
    assert run.out.startswith(
        "warning  words for English: not built yet; spelling slips are asked about, not accepted.\n"
        "         fix: quizapp study, which builds them in the background\n"
    )
    assert not no_words.exists()


@pytest.mark.usefixtures("english_words")
def test_the_languages_are_those_of_the_decks_and_english(quizapp: Quizapp, home: Path) -> None:
    for code in ("de", "ja"):
        deck = GERMAN.replace("de\n", f"{code}\n").replace("staedte", f"staedte-{code}")
        (home / f"{code}.yaml").write_text(deck, encoding="utf-8")

    run = quizapp("doctor", "--decks", "de.yaml", "--decks", "ja.yaml")

    assert [line for line in run.out.splitlines() if "words for" in line] == [
        "warning  words for German: not built yet; spelling slips are asked about, not accepted.",
        "ok       words for English: built, 0.7 MB.",
        "ok       words for Japanese: quizapp has none; answers are judged more strictly.",
    ]


@pytest.mark.usefixtures("english_words")
def test_a_language_whose_deck_is_off_is_not_told(quizapp: Quizapp, home: Path) -> None:
    deck = GERMAN.replace("language: de", "language: ja")
    (home / "staedte.yaml").write_text(deck, encoding="utf-8")
    quizapp("decks", "add", "staedte.yaml")

    before = quizapp("doctor").out
    quizapp("decks", "off", "staedte")
    after = quizapp("doctor").out

    assert ("Japanese" in before, "Japanese" in after) == (True, False)


def test_a_cache_that_cannot_be_written_is_a_warning(
    quizapp: Quizapp, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "file"))

    run = quizapp("doctor")

    assert run.code == 0
    assert (
        f"warning  cache: {home}/file/quizapp cannot be written; no words are kept.\n"
        "         fix: make that folder yours, with room in it\n"
    ) in run.out


@pytest.mark.usefixtures("english_words")
def test_a_sound_database_is_named_with_its_answers(quizapp: Quizapp, home: Path) -> None:
    quizapp("stats")

    run = quizapp("doctor")

    assert f"ok       database: {home}/data/quizapp/quizapp.db is sound, 0 answers.\n" in run.out


@pytest.mark.usefixtures("english_words")
def test_a_database_that_is_none_is_an_error(quizapp: Quizapp, home: Path) -> None:
    (home / "my.db").write_text("no database at all", encoding="utf-8")

    run = quizapp("doctor", "--database", f"sqlite:///{home}/my.db")

    assert run.code == 1
    assert f"error    database: {home}/my.db" in run.out
    assert "         fix: " in run.out


def test_programs_get_json(quizapp: Quizapp, english_words: Path) -> None:
    run = quizapp("doctor", "--json")

    assert json.loads(run.out) == [
        {"name": "words for English", "state": "ok", "sentence": "built, 0.7 MB.", "fix": ""},
        {
            "name": "cache",
            "state": "ok",
            "sentence": f"{english_words.parent} can be written.",
            "fix": "",
        },
        {
            "name": "database",
            "state": "ok",
            "sentence": "no answers yet; it is made when you first study.",
            "fix": "",
        },
    ]
