"""`quizapp check` against the text of a source, and while its author writes."""

import json
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest

from quizapp.services.user_folders import cache_folder
from tests.cli.conftest import Run
from tests.cli.plain_session import QUIZAPP
from tests.cli.test_durability import environment
from tests.decks.test_readme import SOUND, first_key, write_example

Quizapp = Callable[..., Run]

DECK = """\
quizapp: 1
deck: fever
title: Hill fever
sources:
  okafor2020: {cite: "Okafor A. Hill fever. J Hills 2020;1:1-2.", short: Okafor 2020, sentences: 3}
facts:
  - {id: cases, source: okafor2020#1, ask: How many children had hill fever?, answer: 40}
  - {id: deaths, source: okafor2020#1, ask: How many children died of hill fever?, answer: 3}
"""
NO_TEXT = "not compared: no text of okafor2020 (`quizapp source attach okafor2020 FILE`)\n"
TEXT = "1. Hill fever was seen in forty children.\n2. It is rare.\n3. Three of them died.\n"


@pytest.fixture
def fever(home: Path) -> Path:
    path = home / "fever.yaml"
    path.write_text(DECK, encoding="utf-8")
    (home / "okafor.txt").write_text(TEXT, encoding="utf-8")
    return path


# --- a source ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("fever")
def test_a_deck_is_held_against_its_source_and_the_table_shows_what_is_cited(
    quizapp: Quizapp,
) -> None:
    run = quizapp("check", "fever.yaml", "--source", "okafor2020=okafor.txt")

    assert run.code == 0
    assert run.err == (
        "fever: 2 cards make no choice: too few declared options (-v names them)\n"
        "1 deck read: 1 warning, 2 infos\n"
    )
    assert run.out == (
        'fever.yaml:5:3: G201 no fact cites okafor2020#2: "It is rare."\n'
        "    fix: write a fact about it, or leave it out on purpose\n"
        'fever.yaml:5:3: G201 no fact cites okafor2020#3: "Three of them died."\n'
        "    fix: write a fact about it, or leave it out on purpose\n"
        'fever.yaml:8:5: G103 "3 children": okafor2020#1 has 40 children'
        ' (in ask: "How many children died of hill fever?")\n'
        "    fix: cite okafor2020#3, too\n"
        "\n"
        "okafor2020: 3 sentences, 2 of them not cited\n"
        "   1  Hill fever was seen in forty…   cases, deaths\n"
        "   2  It is rare.                     - not cited\n"
        "   3  Three of them died.             - not cited\n"
    )


@pytest.mark.usefixtures("fever")
def test_cards_that_are_not_asked_in_a_format_are_named_on_demand(quizapp: Quizapp) -> None:
    run = quizapp("check", "-v", "fever.yaml")

    assert (run.code, run.err) == (0, f"{NO_TEXT}1 deck read: 2 infos\n")
    assert run.out == (
        "fever.yaml:7:5: S111 fever/cases/answer makes no choice: too few declared options\n"
        "    fix: declare two wrong answers under `wrong`\n"
        "fever.yaml:8:5: S111 fever/deaths/answer makes no choice: too few declared options\n"
        "    fix: declare two wrong answers under `wrong`\n"
    )


@pytest.mark.usefixtures("fever")
def test_the_list_of_items_tells_what_is_not_asked(quizapp: Quizapp) -> None:
    whole = quizapp("items", "fever.yaml")
    one = quizapp("items", "fever.yaml", "--fact", "deaths", "--json")

    assert whole.err == "fever: 2 cards make no choice: too few declared options\n"
    assert one.err == ""


@pytest.mark.usefixtures("fever")
def test_json_stays_a_list_of_problems(quizapp: Quizapp) -> None:
    run = quizapp("check", "fever.yaml", "--source", "okafor2020=okafor.txt", "--format", "json")

    assert [each["code"] for each in json.loads(run.out)] == ["G201", "G201", "G103"]


def test_the_table_keeps_within_80_columns_and_names_decks_where_there_are_several(
    quizapp: Quizapp, fever: Path, home: Path
) -> None:
    more = "".join(
        f"  - {{id: a-fact-with-a-long-name-{at}, source: [okafor2020#2, okafor2020], ask: What?, "
        "answer: rare}\n"
        for at in range(4)
    )
    fever.write_text(f"{DECK}{more}", encoding="utf-8")
    (home / "other.yaml").write_text(DECK.replace("deck: fever", "deck: other"), encoding="utf-8")

    run = quizapp("check", "fever.yaml", "other.yaml", "--source", "okafor2020=okafor.txt")

    table = run.out.partition("okafor2020: 3 sentences")[2]
    assert max(map(len, table.splitlines())) <= 80
    assert "fever/cases, fever/deaths, other/cases," in table
    assert " all  the source as a whole           fever/a-fact-with-a-long-name-0," in table


@pytest.mark.usefixtures("fever")
@pytest.mark.parametrize(
    ("source", "message", "fix"),
    [
        (
            "okafor202=okafor.txt",
            "--source: no deck has a source 'okafor202'",
            "did you mean okafor2020?",
        ),
        ("x=okafor.txt", "--source: no deck has a source 'x'", "of these decks: okafor2020"),
        (
            "okafor.txt",
            "--source: 'okafor.txt' is not ID=FILE",
            "write it like levy1997=abstract.txt",
        ),
        (
            "=okafor.txt",
            "--source: '=okafor.txt' is not ID=FILE",
            "write it like levy1997=abstract.txt",
        ),
    ],
)
def test_a_source_that_no_deck_has_is_a_wrong_call(
    quizapp: Quizapp, source: str, message: str, fix: str
) -> None:
    run = quizapp("check", "fever.yaml", "--source", source)

    assert (run.code, run.out) == (2, "")
    assert message in run.err
    assert fix in run.err


@pytest.mark.usefixtures("fever")
def test_a_source_given_twice_is_a_wrong_call(quizapp: Quizapp) -> None:
    run = quizapp("check", "--source", "okafor2020=a", "--source", "okafor2020=b")

    assert (run.code, "okafor2020 is given twice" in run.err) == (2, True)


@pytest.mark.usefixtures("fever")
@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (None, "a.txt: No such file or directory"),
        (b"", "a.txt: the file is empty"),
        (b"\xcb\xe8\xf5.", "a.txt: line 1 holds the byte 0xcb, which is not UTF-8"),
        (b"TY  - JOUR\nER  -\n", "a.txt: the record has no abstract"),
    ],
)
def test_a_source_that_cannot_be_read_says_why(
    quizapp: Quizapp, home: Path, data: bytes | None, reason: str
) -> None:
    if data is not None:
        (home / "a.txt").write_bytes(data)

    run = quizapp("check", "fever.yaml", "--source", "okafor2020=a.txt")

    assert (run.code, run.out) == (3, "")
    assert f"quizapp: {reason}\n    fix: " in run.err


def test_the_source_of_a_deck_with_an_error_waits_for_its_mending(
    quizapp: Quizapp, fever: Path
) -> None:
    fever.write_text(DECK.replace("title:", "titel:"), encoding="utf-8")

    run = quizapp("check", "fever.yaml", "--source", "okafor2020=okafor.txt")

    assert run.code == 1
    assert "B106" in run.out


# --- watching ------------------------------------------------------------------------------------


def hear_ctrl_c() -> None:
    """What a shell starts in the background is deaf to it, and hands that down to us."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Callable[..., "pexpect.spawn[str]"]]:
    """Start `quizapp check … --watch` on a terminal, in a folder that holds a sound deck."""
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "fever.yaml").write_text(DECK, encoding="utf-8")
    (tmp_path / "okafor.txt").write_text(TEXT, encoding="utf-8")
    started: list[pexpect.spawn[str]] = []

    def start(*arguments: str) -> "pexpect.spawn[str]":
        program = pexpect.spawn(
            QUIZAPP,
            ["check", *arguments, "--watch"],
            cwd=str(tmp_path),
            env={**environment(tmp_path), "TERM": "xterm-256color"},
            dimensions=(24, 80),
            timeout=30,
            encoding="utf-8",
            preexec_fn=hear_ctrl_c,
        )
        started.append(program)
        program.expect_exact("watching … press ctrl+c to stop")
        return program

    yield start
    for program in started:
        program.close(force=True)


Watching = Callable[..., "pexpect.spawn[str]"]


def save(folder: Path, text: str, name: str = "fever.yaml") -> None:
    (folder / "decks" / name).write_text(text, encoding="utf-8")


@pytest.mark.slow
def test_faults_are_shown_anew_at_every_save_until_ctrl_c(
    watching: Watching, tmp_path: Path
) -> None:
    program = watching("decks/fever.yaml")

    save(tmp_path, DECK.replace("answer: 40", "anwser: 40"))
    program.expect_exact("\x1b[2J\x1b[1;1Hquizapp check decks/fever.yaml\r\n")
    program.expect_exact("B106 unknown key `anwser`")
    program.expect_exact("0 decks read: 2 errors\r\nwatching")
    save(tmp_path, DECK)
    program.expect_exact("1 deck read: no problems\r\nwatching")
    program.sendintr()
    program.expect(pexpect.EOF)
    program.close()

    assert program.exitstatus == 0


@pytest.mark.slow
@pytest.mark.parametrize("broken", ["", "quizapp: 1\ndeck: {", "\x00", "facts: [a, b"])
def test_a_file_half_written_does_not_end_it(
    watching: Watching, tmp_path: Path, broken: str
) -> None:
    program = watching("decks")

    save(tmp_path, broken)
    program.expect_exact("watching")
    (tmp_path / "decks" / "fever.yaml").unlink()
    program.expect_exact("watching")
    save(tmp_path, DECK)
    program.expect_exact("1 deck read: no problems\r\nwatching")
    program.sendintr()
    program.expect(pexpect.EOF)
    program.close()

    assert program.exitstatus == 0


@pytest.mark.slow
def test_a_new_file_in_a_watched_folder_is_seen(watching: Watching, tmp_path: Path) -> None:
    program = watching("decks")

    save(tmp_path, DECK.replace("deck: fever", "deck: other"), "other.yaml")
    program.expect_exact("2 decks read: no problems\r\nwatching")
    (tmp_path / "decks" / "third").mkdir()
    save(tmp_path, DECK.replace("deck: fever", "deck: third"), "third/deck.yaml")
    program.expect_exact("3 decks read: no problems\r\nwatching")

    assert program.isalive()


@pytest.mark.slow
def test_a_change_of_the_source_is_seen_and_a_broken_one_ends_nothing(
    watching: Watching, tmp_path: Path
) -> None:
    source = tmp_path / "okafor.txt"
    program = watching("decks/fever.yaml", "--source", "okafor2020=okafor.txt")

    source.write_bytes(b"\xff\xfeF")
    program.expect_exact("okafor.txt: this is broken UTF-16")
    program.expect_exact("watching")
    source.write_text(
        TEXT.replace("forty children", "forty children, and 3 children died of hill fever"),
        encoding="utf-8",
    )
    program.expect_exact("1 deck read: 2 infos\r\nwatching")

    assert program.isalive()


@pytest.mark.slow
def test_a_change_of_an_attached_text_is_seen(watching: Watching, tmp_path: Path) -> None:
    named = DECK.replace("sentences: 3", "text: ../okafor.txt")
    save(tmp_path, DECK.replace("sentences: 3", "sentences: 3 "))
    program = watching("decks/fever.yaml")

    save(tmp_path, named)  # while it watches
    program.expect_exact("G103")
    program.expect_exact("watching")
    (tmp_path / "okafor.txt").write_bytes(b"\xff\xfe")
    program.expect_exact("not compared: the text of okafor2020: it can't be read")
    program.expect_exact("watching")

    assert program.isalive()


def test_a_wrong_call_ends_it_at_once(quizapp: Quizapp, fever: Path) -> None:
    run = quizapp("check", str(fever), "--source", "x=okafor.txt", "--watch")

    assert (run.code, "no deck has a source 'x'" in run.err) == (2, True)


# --- a text that is attached ---------------------------------------------------------------------


@pytest.mark.usefixtures("fever")
def test_a_deck_is_held_against_the_text_that_is_attached(quizapp: Quizapp) -> None:
    before = quizapp("check", "fever.yaml")
    quizapp("source", "attach", "okafor2020", "okafor.txt", "--deck", "fever.yaml")
    attached = quizapp("check", "fever.yaml")
    named = quizapp("check", "fever.yaml", "--source", "okafor2020=okafor.txt")

    assert NO_TEXT in before.err
    assert "G103" not in before.out
    assert "not compared" not in attached.err
    assert attached.out == named.out
    assert 'fever.yaml:8:5: G103 "3 children": okafor2020#1 has 40 children' in attached.out


def test_what_was_found_is_remembered_and_moves_with_its_line(
    quizapp: Quizapp, fever: Path
) -> None:
    quizapp("source", "attach", "okafor2020", "okafor.txt", "--deck", "fever.yaml")
    first = quizapp("check", "fever.yaml")
    cache = cache_folder() / "verdicts.json"
    written = cache.read_bytes()
    fever.write_text(f"# one line more\n{DECK}", encoding="utf-8")
    moved = quizapp("check", "fever.yaml")
    fever.write_text(DECK.replace("answer: 3}", "answer: 40}"), encoding="utf-8")
    corrected = quizapp("check", "fever.yaml")

    assert "fever.yaml:8:5: G103" in first.out
    assert "fever.yaml:9:5: G103" in moved.out
    assert "G103" not in corrected.out
    assert cache.read_bytes() != written


def test_a_broken_memory_of_what_was_found_is_made_anew(quizapp: Quizapp, fever: Path) -> None:
    quizapp("source", "attach", "okafor2020", "okafor.txt", "--deck", str(fever))
    first = quizapp("check", "fever.yaml")
    (cache_folder() / "verdicts.json").write_text('{"stamp": 1}', encoding="utf-8")

    assert quizapp("check", "fever.yaml").out == first.out


def test_a_text_that_is_cut_otherwise_is_not_compared(quizapp: Quizapp, fever: Path) -> None:
    fever.write_text(DECK.replace("sentences: 3", "sentences: 4"), encoding="utf-8")
    quizapp("source", "attach", "okafor2020", "okafor.txt", "--deck", "fever.yaml")

    run = quizapp("check", "fever.yaml")

    assert "G103" not in run.out
    assert (
        "not compared: This text of okafor2020 is cut otherwise (3 sentences, 4 expected); "
        "its sentences are not shown. fix: number its lines"
    ) in run.err


@pytest.mark.slow
def test_a_text_beside_the_deck_is_compared_and_told_where_git_tracks_it(
    quizapp: Quizapp, fever: Path, home: Path
) -> None:
    fever.write_text(DECK.replace("sentences: 3", "text: okafor.txt"), encoding="utf-8")
    before = quizapp("check", "fever.yaml")
    for words in (["init", "-q"], ["add", "okafor.txt"]):
        subprocess.run(["git", *words], cwd=home, check=True, timeout=60)
    tracked = quizapp("check", "fever.yaml")

    assert "G103" in before.out
    assert "G106" not in before.out
    assert (
        'fever.yaml:5:3: G106 git tracks "okafor.txt", the text of okafor2020\n'
        "    fix: git rm --cached okafor.txt, and name it in .gitignore\n"
    ) in tracked.out


# --- words and units -----------------------------------------------------------------------------


def test_a_word_and_a_unit_that_nothing_knows_are_told(quizapp: Quizapp, home: Path) -> None:
    (home / "heart.yaml").write_text(
        "quizapp: 1\ndeck: heart\ntitle: Heart\nfacts:\n"
        "  - {id: sac, ask: What is the sac around the heart?, answer: pericardum}\n"
        "  - {id: sugar, ask: How high is the sugar?, answer: 90, unit: mg/dll}\n"
        "  - {id: beats, ask: How often does a heart beat?, answer: 70, unit: beats}\n",
        encoding="utf-8",
    )

    run = quizapp("check", "heart.yaml")

    assert run.code == 0
    assert run.err == (
        "heart: 2 cards make no choice: too few declared options (-v names them)\n"
        "1 deck read: 2 infos\n"
    )
    assert run.out == (
        'heart.yaml:5:5: G503 heart/sac/answer: "pericardum" is perhaps misspelt: '
        '"pericardium" is a word\n'
        "    fix: correct it, or set the rule aside if it is right\n"
        "heart.yaml:6:5: G505 heart/sugar/answer: the unit mg/dll is not known: accepted as "
        "written, never converted\n"
        "    fix: correct it, or leave it as it is\n"
    )


@pytest.mark.parametrize("example", SOUND, ids=first_key)
def test_of_no_example_of_the_reference_is_there_anything_to_warn(
    quizapp: Quizapp, home: Path, example: str
) -> None:
    write_example(example, home)

    run = quizapp("check", "my-deck.yaml", "--format", "json")

    problems = json.loads(run.out)
    assert [each for each in problems if each["level"] != "info"] == []
