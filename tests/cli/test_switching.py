"""Decks switched off and on, a theme that is kept, decks of drafts, and past exams in lines."""

import json
import os
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.services.config_file import SettingsNotKeptError, write_setting
from tests.cli.conftest import Run

Quizapp = Callable[..., Run]
XHIM = "x-linked-hyper-igm"
JAPAN = "x-linked-hyper-igm-japan"
SERIES = "igm-series"
WAVES = "gravitational-waves"
DRAFTS = """\
quizapp: 1
deck: rivers
title: Rivers
facts:
  - id: delta
    status: draft
    ask: Where does a river build a delta?
    answer: at its mouth
  - id: thalweg
    status: draft
    ask: What is the line of the deepest points?
    answer: thalweg
"""
FAULTY = DRAFTS.replace("answer: thalweg", "anwser: thalweg")


def config_of(home: Path) -> Path:
    return home / "config" / "quizapp" / "config.toml"


def state_of(run: Run, deck: str) -> str:
    """Return the state that `quizapp decks` prints of a deck."""
    line = next(line for line in run.out.splitlines() if line.split()[0] == deck)
    return line.split()[5]


@pytest.fixture
def rivers(home: Path) -> Path:
    """A deck of two drafts."""
    deck = home / "rivers.yaml"
    deck.write_text(DRAFTS, encoding="utf-8")
    return deck


# --- decks off and on -----------------------------------------------------------------------------


def test_a_bundled_deck_that_is_off_is_kept_but_not_counted_and_not_asked(
    quizapp: Quizapp,
) -> None:
    quizapp("study", XHIM, "--plain", "--limit", "1", stdin="1\n\n")
    done = quizapp("decks", "off", XHIM)
    listed = quizapp("decks")
    counted = json.loads(quizapp("stats", "--json").out)
    quiz = quizapp("quiz", "-n", "200", "--plain", stdin="")

    assert "is off. The deck and your answers are kept" in done.out
    assert state_of(listed, XHIM) == "off"
    assert state_of(listed, JAPAN) == "on"
    assert XHIM not in [line["deck"] for line in counted["decks"]]
    assert counted["reviews_today"] == 1
    assert "Quiz: 3 decks" in quiz.out


def test_a_deck_that_is_switched_on_again_is_as_it_was(quizapp: Quizapp) -> None:
    before = quizapp("decks").out
    quizapp("decks", "off", XHIM)
    done = quizapp("decks", "on", XHIM)

    assert done.out.endswith("is on.\n")
    assert sorted(quizapp("decks").out.splitlines()) == sorted(before.splitlines())


def test_a_deck_that_is_off_is_studied_where_it_is_named(quizapp: Quizapp) -> None:
    quizapp("decks", "off", XHIM)
    run = quizapp("study", XHIM, "--plain", "--limit", "1", stdin="")

    assert run.code == 0
    assert "1 new" in run.out


def test_a_deck_of_ones_own_is_switched_off_by_its_path_too(quizapp: Quizapp, home: Path) -> None:
    quizapp("new", "capitals")
    quizapp("decks", "add", "capitals.yaml")
    done = quizapp("decks", "off", "capitals.yaml")
    listed = quizapp("decks")
    removed = quizapp("decks", "remove", "capitals")

    assert done.code == 0
    assert state_of(listed, "capitals") == "off"
    assert removed.code == 0
    assert config_of(home).is_file()


def test_an_unknown_deck_is_a_wrong_call_with_the_nearest(quizapp: Quizapp) -> None:
    run = quizapp("decks", "off", "igm-serie")

    assert run.code == 2
    assert "did you mean igm-series?" in run.err


def test_switching_off_what_is_off_already_says_so(quizapp: Quizapp) -> None:
    quizapp("decks", "off", XHIM)
    run = quizapp("decks", "off", XHIM)

    assert run.code == 1
    assert f"{XHIM} is off already" in run.err


def test_with_all_decks_off_it_says_how_to_switch_one_on(quizapp: Quizapp) -> None:
    for deck in (XHIM, JAPAN, SERIES, WAVES):
        quizapp("decks", "off", deck)
    run = quizapp("study", "--plain")

    assert quizapp().out.endswith("4 decks off. Switch one on: quizapp decks on NAME\n")
    assert "all decks are off" in quizapp("optimize").err
    assert run.code == 1
    assert "all decks are off" in run.err
    assert "quizapp decks on NAME" in run.err


# --- the settings file ----------------------------------------------------------------------------


def test_a_setting_is_written_and_all_other_lines_stay(home: Path) -> None:
    config = home / "config.toml"
    config.write_text('# mine\nlearner = "ada"  # that is me\n\n[keys]\n"card.undo" = "ctrl+z"\n')
    write_setting(config, ["theme"], "quizapp-light")
    write_setting(config, ["deck", "igm-series", "on"], value=False)
    text = config.read_text()

    assert text.startswith('# mine\nlearner = "ada"  # that is me\n')
    assert tomllib.loads(text) == {
        "learner": "ada",
        "theme": "quizapp-light",
        "keys": {"card.undo": "ctrl+z"},
        "deck": {"igm-series": {"on": False}},
    }


def test_a_settings_file_that_is_a_link_stays_one(home: Path) -> None:
    real = home / "dotfiles.toml"
    real.write_text("")
    link = home / "config.toml"
    link.symlink_to(real)
    write_setting(link, ["theme"], "quizapp-light")

    assert link.is_symlink()
    assert real.read_text() == 'theme = "quizapp-light"\n'


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_settings_file_that_may_not_be_written_is_told(home: Path) -> None:
    config = home / "config.toml"
    config.write_text("")
    config.chmod(0o444)

    with pytest.raises(SettingsNotKeptError, match="can't be written \\(Permission denied\\)"):
        write_setting(config, ["theme"], "quizapp-light")


def test_a_settings_folder_that_is_a_file_is_told_and_nothing_is_left_behind(home: Path) -> None:
    (home / "config").write_text("")

    with pytest.raises(SettingsNotKeptError, match="can't be written"):
        write_setting(home / "config" / "quizapp" / "config.toml", ["theme"], "quizapp-light")
    assert [path.name for path in home.iterdir()] == ["config"]


def test_a_misspelt_word_of_a_deck_in_the_settings_is_told(quizapp: Quizapp, home: Path) -> None:
    config = config_of(home)
    config.parent.mkdir(parents=True)
    config.write_text('[deck."igm-series"]\nof = true\n')
    run = quizapp("decks")

    assert run.code == 2
    assert "on = true or on = false" in run.err


# --- decks of drafts ------------------------------------------------------------------------------


def test_a_deck_of_drafts_says_how_many_and_what_to_do(quizapp: Quizapp, rivers: Path) -> None:
    run = quizapp("study", str(rivers), "--plain")

    assert run.code == 1
    assert "no cards yet: 2 drafts to review" in run.err
    assert f"read and accept them: quizapp review {rivers}\n" in run.err


@pytest.mark.parametrize("command", ["quiz", "exam"])
def test_a_quiz_of_drafts_says_so_too(quizapp: Quizapp, rivers: Path, command: str) -> None:
    assert "2 drafts to review" in quizapp(command, str(rivers), "--plain").err


def test_the_overview_without_a_terminal_counts_drafts(quizapp: Quizapp, rivers: Path) -> None:
    quizapp("decks", "add", str(rivers))

    line = next(line for line in quizapp().out.splitlines() if line.startswith("Rivers"))
    assert line.endswith("2 drafts to review")


def test_a_faulty_deck_that_is_named_asks_no_other_deck_instead(
    quizapp: Quizapp, rivers: Path
) -> None:
    rivers.write_text(FAULTY, encoding="utf-8")
    run = quizapp("quiz", str(rivers), "--plain")

    assert run.code == 1
    assert "there is no deck to study" in run.err


# --- past exams -----------------------------------------------------------------------------------


def test_past_exams_are_listed_with_score_time_and_form(quizapp: Quizapp) -> None:
    quizapp("exam", XHIM, "-n", "4", "--seed", "3", "--plain", stdin=":d\n:d\n")
    run = quizapp("exam", "--results")

    assert "  Exam A: X-linked hyper-IgM" in run.out
    assert ": 0 of 4 points, 0%, " in run.out


def test_without_a_past_exam_it_says_so(quizapp: Quizapp) -> None:
    assert quizapp("exam", "--results").out == ("No past exams. Start one: quizapp exam\n")
