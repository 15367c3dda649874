"""The words of languages get built behind the learner's back, by a real process, or are let be."""

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.grading.dictionary import open_dictionary, set_words_folder, words_file
from quizapp.services.given_settings import GivenSettings
from quizapp.services.ports import report_nothing
from quizapp.services.settings import load_settings
from quizapp.services.word_dictionaries import (
    BUILDER,
    build_missing_words,
    deck_languages,
    use_words,
    words_folder,
)
from quizapp.services.workspace import open_workspace

PATIENCE = 120  # seconds
DECK = """\
quizapp: 1
deck: {id}
title: A deck
{header}
facts:
  - id: one
    ask: "Which language: es?"
    answer: Spanish
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of words of a learner who has none yet."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    place = words_folder()
    assert place is not None
    yield place
    set_words_folder(None)


def builders() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == BUILDER]


def wait_for_builders() -> int:
    """Wait until no words are being built; return how many processes built some."""
    found = builders()
    for thread in found:
        thread.join(PATIENCE)
    return len(found)


@pytest.mark.slow
def test_missing_words_are_built_by_a_process_of_its_own(folder: Path) -> None:
    build_missing_words(["en-GB", "en", "ja", "xx"])
    count = wait_for_builders()
    use_words()

    assert count == 1
    assert open_dictionary("en").known("mouse")
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        [words_file("en", folder).name, "lock"]
    )


@pytest.mark.slow
def test_a_run_builds_the_words_of_a_language_once(folder: Path) -> None:
    build_missing_words(["en"])
    build_missing_words(["en"])
    count = wait_for_builders()
    words_file("en", folder).unlink()
    build_missing_words(["en"])

    assert (count, wait_for_builders()) == (1, 0)


@pytest.mark.slow
def test_what_goes_wrong_is_logged_and_nothing_is_raised(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "lock").mkdir(parents=True)

    with caplog.at_level(logging.WARNING):
        build_missing_words(["en"])
        wait_for_builders()

    assert [record.name for record in caplog.records] == ["quizapp.services.word_dictionaries"]
    assert "IsADirectoryError" in caplog.text


def test_words_that_are_there_are_not_built_again(folder: Path) -> None:
    folder.mkdir(parents=True)
    words_file("en", folder).write_bytes(b"")

    build_missing_words(["en"])

    assert builders() == []


def test_languages_without_words_start_nothing() -> None:
    build_missing_words(["ja", "xx", ""])

    assert builders() == []


def test_where_no_cache_can_be_written_answers_are_judged_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file" / "cache"))

    use_words()
    build_missing_words(["en"])

    assert builders() == []
    assert open_dictionary("en").is_empty


def test_the_languages_are_those_of_the_decks(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("", encoding="utf-8")
    headers = {"a": "", "b": "language: de", "c": '"language" : "pt-BR"  # so it says'}
    for name, header in headers.items():
        deck = DECK.format(id=name, header=header)
        (tmp_path / f"{name}.yaml").write_text(deck, encoding="utf-8")
    settings = load_settings(
        GivenSettings(
            database=f"sqlite:///{tmp_path / 'quizapp.db'}", config=str(tmp_path / "config.toml")
        )
    )

    with open_workspace(settings, [str(tmp_path / f"{name}.yaml") for name in headers]) as opened:
        opened.prepare(report_nothing)

        assert deck_languages(opened) == {"en", "de", "pt-BR"}
