"""Every command as its user calls it, on the bundled deck and an SQLite file."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.cli.main import COMMANDS
from tests.builders import a_picture
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
  - id: italy
    ask: What is the capital of Italy?
    answer: Rome
"""
FAULTY = CAPITALS.replace("answer: Rome", "anwser: Rome")


@pytest.fixture
def capitals(home: Path) -> Path:
    path = home / "capitals.yaml"
    path.write_text(CAPITALS, encoding="utf-8")
    return path


def stats(quizapp: Quizapp, *arguments: str) -> dict[str, object]:
    shown: dict[str, object] = json.loads(quizapp("stats", "--json", *arguments).out)
    return shown


# --- help ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(quizapp: Quizapp, name: str) -> None:
    run = quizapp(name, "--help")

    assert run.code == 0
    assert "Example: quizapp" in run.out


def test_help_lists_every_command(quizapp: Quizapp) -> None:
    assert re.findall(r"^  ([a-z]+)  ", quizapp("--help").out, flags=re.MULTILINE) == list(COMMANDS)


def test_a_command_that_does_not_exist_is_a_wrong_call(quizapp: Quizapp) -> None:
    run = quizapp("stduy")

    assert (run.code, "No such command" in run.err) == (2, True)


# --- check, items, schema, new -------------------------------------------------------------------


def test_the_bundled_decks_have_no_fault_and_are_signed(quizapp: Quizapp) -> None:
    run = quizapp("check", "--strict")

    assert (run.code, run.out) == (0, "")
    assert (
        "not compared: no text of ligo2016, levy1997, winkelstein2003, mitsui2015 "
        "(`quizapp source attach ligo2016 FILE`)\n4 decks read: "
    ) in run.err


def test_a_fault_is_named_with_its_place_and_fix(quizapp: Quizapp, home: Path) -> None:
    (home / "capitals.yaml").write_text(FAULTY, encoding="utf-8")

    run = quizapp("check", "capitals.yaml")

    assert run.code == 1
    assert "capitals.yaml:10:5: B106 unknown key `anwser`\n    fix: did you mean" in run.out


def test_faults_as_json_have_the_promised_keys(quizapp: Quizapp, home: Path) -> None:
    (home / "capitals.yaml").write_text(FAULTY, encoding="utf-8")

    found = json.loads(quizapp("check", "capitals.yaml", "--format", "json").out)

    assert list(found[0]) == ["code", "level", "file", "line", "column", "message", "fix"]


def test_a_deck_without_faults_is_an_empty_json_list(quizapp: Quizapp, capitals: Path) -> None:
    assert json.loads(quizapp("check", str(capitals), "--format", "json").out) == []


def test_faults_can_annotate_lines_of_a_code_host(quizapp: Quizapp, home: Path) -> None:
    (home / "capitals.yaml").write_text(FAULTY, encoding="utf-8")

    run = quizapp("check", "capitals.yaml", "--format", "github")

    assert "\n::error file=capitals.yaml,line=10,col=5,title=B106::unknown key" in run.out


def test_a_code_is_explained(quizapp: Quizapp) -> None:
    run = quizapp("check", "--explain", "c301")

    assert run.code == 0
    assert "C301 (error)" in run.out
    assert "From: NBME item-writing guide" in run.out


def test_an_unknown_code_is_a_wrong_call(quizapp: Quizapp) -> None:
    assert quizapp("check", "--explain", "X1").code == 2


def test_items_as_json_have_the_promised_keys(quizapp: Quizapp, capitals: Path) -> None:
    found = json.loads(quizapp("items", str(capitals), "--json").out)

    assert [item["id"] for item in found] == [
        "capitals/france/answer/typed",
        "capitals/france/answer/flip",
        "capitals/italy/answer/typed",
        "capitals/italy/answer/flip",
    ]


def test_an_unknown_format_is_a_wrong_call_with_the_nearest(quizapp: Quizapp) -> None:
    run = quizapp("items", "--formats", "chioce")

    assert (run.code, run.err) == (
        2,
        "quizapp: there is no format 'chioce'\n    fix: did you mean choice?\n",
    )


def test_an_unknown_deck_is_a_wrong_call_with_the_nearest(quizapp: Quizapp) -> None:
    run = quizapp("items", "x-linked-hyper-ig")

    assert run.code == 2
    assert "did you mean x-linked-hyper-igm?" in run.err


def test_a_new_deck_has_no_fault(quizapp: Quizapp, home: Path) -> None:
    made = quizapp("new", "rivers")

    assert made.code == 0
    assert (home / "rivers.yaml").exists()
    assert quizapp("check", "rivers.yaml").code == 0


def test_a_new_deck_never_overwrites_a_file(quizapp: Quizapp, capitals: Path) -> None:
    run = quizapp("new", "capitals")

    assert run.code == 2
    assert capitals.read_text(encoding="utf-8") == CAPITALS


def test_the_schema_is_json(quizapp: Quizapp) -> None:
    assert "$schema" in json.loads(quizapp("schema").out)


# --- study, quiz, stats --------------------------------------------------------------------------


def test_stats_have_the_promised_keys(quizapp: Quizapp) -> None:
    shown = stats(quizapp)

    assert list(shown) == [
        "due",
        "new",
        "learning",
        "reviews_today",
        "streak_days",
        "retention",
        "decks",
        "reliability",
        "items",
    ]


def test_a_session_of_lines_is_counted(quizapp: Quizapp, capitals: Path) -> None:
    run = quizapp(
        "--decks", str(capitals), "study", "capitals", "--formats", "typed", stdin="Paris\n\n:q\n"
    )

    assert run.code == 0
    assert "Right." in run.out
    assert stats(quizapp, "--decks", str(capitals))["reviews_today"] == 1


def test_an_answer_given_before_the_end_of_input_is_kept(quizapp: Quizapp, capitals: Path) -> None:
    quizapp("--decks", str(capitals), "study", "capitals", "--formats", "typed", stdin="Paris\n")

    assert stats(quizapp, "--decks", str(capitals))["reviews_today"] == 1


def test_undo_in_lines_takes_an_answer_back(quizapp: Quizapp, capitals: Path) -> None:
    quizapp(
        "--decks",
        str(capitals),
        "study",
        "capitals",
        "--formats",
        "typed",
        stdin="Paris\n\n:u\n:q\n",
    )

    assert stats(quizapp, "--decks", str(capitals))["reviews_today"] == 0


def test_the_same_seed_draws_the_same_quiz(quizapp: Quizapp) -> None:
    first, second = (
        quizapp("quiz", "-n", "5", "--seed", "7", "--plain", stdin="\n\n" * 5).out for _ in range(2)
    )

    questions, summary = first.split("\n5 answers")
    assert questions == second.split("\n5 answers")[0]
    assert summary.startswith(": ")


def test_a_quiz_that_was_left_can_be_resumed(quizapp: Quizapp) -> None:
    quizapp("quiz", "-n", "3", "--seed", "7", "--plain", stdin="\n\n:q\n")

    run = quizapp("quiz", "--resume", "--plain", stdin="\n\n" * 3)

    assert run.code == 0
    assert "2 answers" in run.out


def test_without_a_quiz_to_resume_the_answer_is_no(quizapp: Quizapp) -> None:
    assert quizapp("quiz", "--resume", "--plain").code == 1


def test_a_quiz_that_nothing_answers_to_says_so(quizapp: Quizapp) -> None:
    run = quizapp("quiz", "--tag", "nothing", "--plain")

    assert (run.code, run.err.splitlines()[0]) == (
        1,
        "quizapp: no questions in these decks with these tags and formats",
    )


def test_learners_are_kept_apart(quizapp: Quizapp) -> None:
    quizapp("--learner", "ada", "study", "--plain", "--limit", "1", stdin="\n\n")

    assert stats(quizapp)["reviews_today"] == 0
    assert stats(quizapp, "--learner", "ada")["reviews_today"] == 1


def test_a_faulty_deck_is_asked_as_it_was_before(quizapp: Quizapp, capitals: Path) -> None:
    stats(quizapp, "--decks", str(capitals))
    capitals.write_text(FAULTY, encoding="utf-8")

    run = quizapp("stats", "--decks", str(capitals), "--json")

    assert "capitals.yaml has 2 errors; you study its old version." in run.err
    assert [deck["deck"] for deck in json.loads(run.out)["decks"]] == [
        "gravitational-waves",
        "igm-series",
        "x-linked-hyper-igm-japan",
        "x-linked-hyper-igm",
        "capitals",
    ]


def test_a_deck_whose_picture_is_gone_is_asked_as_it_was_until_it_is_back(
    quizapp: Quizapp, capitals: Path
) -> None:
    picture = a_picture(capitals.parent / "figures" / "seine.png")
    image = "    image: {file: figures/seine.png, alt: A river.}\n"
    capitals.write_text(CAPITALS + image, encoding="utf-8")
    stats(quizapp, "--decks", str(capitals))
    picture.unlink()

    run = quizapp("stats", "--decks", str(capitals), "--json")
    a_picture(picture)
    again = quizapp("stats", "--decks", str(capitals), "--json")

    assert "capitals.yaml has 1 error; you study its old version." in run.err
    assert (run.code, again.code, again.err) == (0, 0, "")


def test_without_a_terminal_quizapp_alone_says_where_the_learner_stands(quizapp: Quizapp) -> None:
    run = quizapp()

    assert run.code == 0
    assert "X-linked hyper-IgM syndrome" in run.out


# --- decks, db, export ---------------------------------------------------------------------------


def test_a_deck_that_was_added_is_studied_from_then_on(quizapp: Quizapp, capitals: Path) -> None:
    quizapp("decks", "add", str(capitals))

    assert "capitals" in quizapp("decks", "list").out
    assert quizapp("decks", "add", str(capitals)).code == 1


def test_a_deck_that_was_removed_is_studied_no_more(quizapp: Quizapp, capitals: Path) -> None:
    quizapp("decks", "add", str(capitals))

    removed = quizapp("decks", "remove", "capitals")

    assert removed.code == 0
    assert "capitals" not in quizapp("decks").out


def test_a_bundled_deck_cannot_be_removed(quizapp: Quizapp) -> None:
    run = quizapp("decks", "remove", "x-linked-hyper-igm")

    assert run.code == 2
    assert "fix: switch it off instead: quizapp decks off x-linked-hyper-igm" in run.err


def test_a_deck_of_an_added_folder_is_removed_with_the_folder(
    quizapp: Quizapp, capitals: Path
) -> None:
    folder = capitals.parent / "mine"
    folder.mkdir()
    capitals.rename(folder / capitals.name)
    quizapp("decks", "add", str(folder))

    run = quizapp("decks", "remove", "capitals")

    assert run.code == 2
    assert f"capitals is part of the folder {folder}" in run.err
    assert "fix: remove the folder" in run.err


def test_db_info_names_the_file(quizapp: Quizapp, home: Path) -> None:
    run = quizapp("db", "info", "--database", f"sqlite:///{home / 'my.db'}")

    assert str(home / "my.db") in run.out


def test_db_upgrade_says_when_there_is_nothing_to_do(quizapp: Quizapp) -> None:
    quizapp("stats")

    assert quizapp("db", "upgrade").out == "Already at schema 8.\n"


def test_db_verify_finds_a_used_database_sound(quizapp: Quizapp) -> None:
    quizapp("study", "--plain", "--limit", "3", stdin="\n\n" * 3)

    run = quizapp("db", "verify")

    assert (run.code, run.out) == (0, "The database is sound: 3 reviews, 3 memories.\n")


def test_a_foreign_file_is_refused_and_left_as_it_was(quizapp: Quizapp, home: Path) -> None:
    foreign = home / "letter.db"
    foreign.write_text("Dear Sir or Madam", encoding="utf-8")

    run = quizapp("stats", "--database", f"sqlite:///{foreign}")

    assert run.code == 3
    assert run.err.count("\n") <= 2
    assert foreign.read_text(encoding="utf-8") == "Dear Sir or Madam"


@pytest.mark.parametrize("name", ["deck", "deck.zip"])
def test_a_package_has_a_name_that_anki_imports(quizapp: Quizapp, home: Path, name: str) -> None:
    run = quizapp("export", "anki", "x-linked-hyper-igm", "-o", name)

    assert run.code == 2
    assert run.err == (f"quizapp: Anki imports no file called {name}\n    fix: call it deck.apkg\n")
    assert not (home / name).exists()


def test_a_deck_is_exported_for_anki(quizapp: Quizapp, home: Path) -> None:
    run = quizapp("export", "anki", "x-linked-hyper-igm", "-o", "deck.apkg")

    assert run.code == 0
    assert (home / "deck.apkg").stat().st_size > 5000
    assert re.match(r"Wrote deck.apkg: \d+ notes; cards: \d+ question\.\n", run.out)


def test_an_export_to_nowhere_says_so(quizapp: Quizapp) -> None:
    run = quizapp("export", "anki", "x-linked-hyper-igm", "-o", "nowhere/deck.apkg")

    assert run.code == 3
    assert "fix: " in run.err


def test_a_card_that_is_gone_is_named_for_ankis_search(quizapp: Quizapp, capitals: Path) -> None:
    quizapp("decks", "add", str(capitals))
    quizapp("export", "anki", "capitals", "-o", "deck.apkg")
    capitals.write_text(CAPITALS[: CAPITALS.index("  - id: italy")], encoding="utf-8")

    run = quizapp("export", "anki", "capitals", "-o", "deck.apkg")

    assert '"Id:capitals/italy/answer"' in run.err


# --- settings ------------------------------------------------------------------------------------


def write_config(home: Path, text: str) -> None:
    (home / "config" / "quizapp").mkdir(parents=True)
    (home / "config" / "quizapp" / "config.toml").write_text(text, encoding="utf-8")


def test_the_config_file_sets_how_many_new_cards_a_day(quizapp: Quizapp, home: Path) -> None:
    write_config(home, "new_per_day = 3\n")

    decks = stats(quizapp)["decks"]

    assert isinstance(decks, list)
    assert [deck["new"] for deck in decks] == [3, 3, 3, 3]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("new_per_dya = 3", "did you mean 'new_per_day'?"),
        ("new_per_day = -1", "write a whole number from 0"),
        ("retention = 2.0", "write a number from 0.7 to 0.99"),
        ("this is no TOML", "write it as TOML"),
    ],
)
def test_a_faulty_config_file_is_a_wrong_call(
    quizapp: Quizapp, home: Path, text: str, said: str
) -> None:
    write_config(home, text)

    run = quizapp("stats")

    assert run.code == 2
    assert said in run.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--decks", "nowhere", "stats"), "nowhere: no such deck or folder"),
        (("--config", "nowhere.toml", "stats"), "nowhere.toml: No such file or directory"),
        (("stats", "--now", "noon"), "'noon' is not a time"),
        (("stats", "--database", "nonsense"), "is not a database URL"),
    ],
)
def test_a_wrong_option_is_a_wrong_call(
    quizapp: Quizapp, arguments: tuple[str, ...], said: str
) -> None:
    run = quizapp(*arguments)

    assert run.code == 2
    assert said in run.err


def test_what_a_killed_export_left_is_cleaned_by_the_next(quizapp: Quizapp, home: Path) -> None:
    dead, alive = (home / f".quizapp-{process}-abc" for process in (2**22 + 1, os.getppid()))
    dead.mkdir()
    (dead / "collection.anki2").touch()
    alive.mkdir()

    run = quizapp("export", "anki", "x-linked-hyper-igm", "-o", "deck.apkg")

    assert run.code == 0
    assert [left.name for left in home.glob(".quizapp-*")] == [alive.name]
