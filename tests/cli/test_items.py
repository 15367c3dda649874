"""`quizapp items`: reviewing what decks make, and what a change of them changes."""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizapp.cli.styled_output import echo_lines, wrap_line
from quizapp.items.diff import ChangeKind
from quizapp.items.item_lines import StyledLine, StyledSpan, Tone
from quizapp.learner.search import parse_search
from quizapp.services.app_services import LocalAppServices
from quizapp.services.deck_lookup import FaultyDeckError
from quizapp.services.given_settings import GivenSettings
from quizapp.services.settings import load_settings
from quizapp.services.workspace import Workspace
from tests.builders import a_picture
from tests.cli.conftest import Run
from tests.cli.plain_session import QUIZAPP
from tests.cli.test_durability import environment

Quizapp = Callable[..., Run]

CAPITALS = """\
quizapp: 1
deck: capitals
title: Capitals
facts:
  - id: france
    ask: What is the capital of France?
    answer: Paris
    aliases: [Lutetia]
    why: Since 1792.
  - id: italy
    ask: What is the capital of Italy?
    answer: Rome
"""
CHANGED = (
    CAPITALS.replace("capital of France", "capital city of France")
    .replace("answer: Rome", "answer: Turin")
    .replace(
        "  - id: italy", "  - id: peru\n    ask: And of Peru?\n    answer: Lima\n  - id: italy"
    )
)


@pytest.fixture
def capitals(home: Path) -> Path:
    path = home / "capitals.yaml"
    path.write_text(CAPITALS, encoding="utf-8")
    return path


@pytest.fixture
def changed(home: Path) -> Path:
    path = home / "changed.yaml"
    path.write_text(CHANGED, encoding="utf-8")
    return path


# --- reviewing -----------------------------------------------------------------------------------


def test_items_are_printed_fact_by_fact(quizapp: Quizapp, capitals: Path) -> None:
    run = quizapp("items", capitals.name)

    assert run.code == 0
    assert run.out == (
        "capitals/france capitals.yaml:5\n"
        "  why       Since 1792.\n"
        "\n"
        "  answer  Paris\n"
        "    also  Lutetia\n"
        "    typed       What is the capital of France?\n"
        "    flip        What is the capital of France?\n"
        "\n"
        "capitals/italy capitals.yaml:10\n"
        "\n"
        "  answer  Rome\n"
        "    typed       What is the capital of Italy?\n"
        "    flip        What is the capital of Italy?\n"
    )


@pytest.mark.parametrize("name", ["italy", "capitals/italy"])
def test_one_fact_is_asked_for_by_its_id(quizapp: Quizapp, capitals: Path, name: str) -> None:
    run = quizapp("items", str(capitals), "--fact", name, "--formats", "typed")

    assert "capitals/italy" in run.out
    assert "france" not in run.out
    assert "flip" not in run.out


def test_an_unknown_fact_is_a_wrong_call_with_the_nearest(quizapp: Quizapp, capitals: Path) -> None:
    run = quizapp("items", str(capitals), "--fact", "capitals/itly")

    assert run.code == 2
    assert "did you mean capitals/italy?" in run.err


# --- comparing -----------------------------------------------------------------------------------


def test_with_another_version_the_changes_are_printed_and_the_answer_is_no(
    quizapp: Quizapp, capitals: Path, changed: Path
) -> None:
    run = quizapp("items", str(changed), "--diff", str(capitals))

    assert run.code == 1
    assert "What is the capital {+city +}of France?" in run.out
    assert "! answer: new answer; due at once if you knew the old one" in run.out
    assert "was Rome\n      now Turin\n" in run.out
    assert "+ typed       answer: And of Peru?" in run.out
    assert run.out.endswith("items: 2 added, 2 reworded, 2 with a new answer\n")


def test_a_fact_that_is_gone_is_retired(quizapp: Quizapp, capitals: Path, changed: Path) -> None:
    run = quizapp("items", str(capitals), "--diff", str(changed), "--fact", "peru")

    assert "- typed       answer: And of Peru?" in run.out
    assert run.out.endswith("items: 2 retired\n")


def test_an_older_version_of_a_deck_away_from_its_pictures_is_compared(
    quizapp: Quizapp, capitals: Path, home: Path
) -> None:
    a_picture(home / "seine.png")
    image = "    image: {file: seine.png, alt: A river.}\n"
    capitals.write_text(CAPITALS + image, encoding="utf-8")
    (home / "older").mkdir()
    same, other = home / "older" / "same.yaml", home / "older" / "other.yaml"
    same.write_text(CAPITALS + image, encoding="utf-8")
    other.write_text(CAPITALS + image.replace("seine", "loire"), encoding="utf-8")

    unchanged = quizapp("items", str(capitals), "--diff", str(same))
    changed = quizapp("items", str(capitals), "--diff", str(other), "--fact", "italy")

    assert (unchanged.code, unchanged.out) == (0, "items: no difference\n")
    assert "picture: A river. ([-loire-]{+seine+}.png, with the answer)" in changed.out


def test_without_a_difference_the_answer_is_yes(quizapp: Quizapp, capitals: Path) -> None:
    run = quizapp("items", str(capitals), "--diff", str(capitals))

    assert (run.code, run.out) == (0, "items: no difference\n")


def test_without_a_version_it_is_compared_with_the_last_session(
    quizapp: Quizapp, capitals: Path, changed: Path
) -> None:
    before = quizapp("items", str(capitals), "--diff")
    quizapp("stats", str(capitals))
    same = quizapp("items", str(capitals), "--diff")
    after = quizapp("items", str(changed), "--diff")
    again = quizapp("items", str(changed), "--diff")

    assert (before.code, before.out.splitlines()[-1]) == (1, "items: 4 added")
    assert (same.code, same.out) == (0, "items: no difference\n")
    assert after.out.endswith("items: 2 added, 2 reworded, 2 with a new answer\n")
    assert again.out == after.out


def test_changes_as_json_have_the_promised_keys(
    quizapp: Quizapp, capitals: Path, changed: Path
) -> None:
    found = json.loads(quizapp("items", str(changed), "--diff", str(capitals), "--json").out)

    assert list(found[0]) == [
        "change",
        "id",
        "deck",
        "fact",
        "card",
        "format",
        "differences",
        "before",
        "after",
    ]
    assert [each["change"] for each in found] == ["reworded"] * 2 + ["added"] * 2 + ["rekeyed"] * 2
    assert found[0]["differences"] == [
        {
            "part": "stem",
            "before": "What is the capital of France?",
            "after": "What is the capital city of France?",
        }
    ]
    assert found[2]["before"] is None


@pytest.mark.slow
@pytest.mark.parametrize("version", ["<(cat capitals.yaml)", "- < capitals.yaml"])
def test_the_other_version_may_come_through_a_pipe(
    tmp_path: Path, capitals: Path, changed: Path, version: str
) -> None:
    run = subprocess.run(
        ["bash", "-c", f"{QUIZAPP} items {changed.name} --diff {version}"],
        cwd=capitals.parent,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert run.returncode == 1
    assert run.stdout.endswith("items: 2 added, 2 reworded, 2 with a new answer\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CAPITALS.replace("deck: capitals", "deck: towns"), "this is the deck towns, not another"),
        (CAPITALS.replace("answer: Rome", "anwser: Rome"), "line 10: `answer` is missing"),
        ("not a deck", "the file must hold keys"),
    ],
)
def test_what_is_no_other_version_of_the_deck_is_a_wrong_call(
    quizapp: Quizapp, home: Path, capitals: Path, text: str, said: str
) -> None:
    (home / "other.yaml").write_text(text, encoding="utf-8")

    run = quizapp("items", str(capitals), "--diff", "other.yaml")

    assert (run.code, run.out) == (2, "")
    assert said in run.err


def test_a_version_that_is_not_there_is_a_wrong_call(quizapp: Quizapp, capitals: Path) -> None:
    run = quizapp("items", str(capitals), "--diff", "nowhere.yaml")

    assert run.code == 2
    assert "nowhere.yaml: No such file or directory" in run.err


# --- lines on paper ------------------------------------------------------------------------------


def paper(line: StyledLine, width: int) -> list[str]:
    return ["".join(span.text for span in row) for row in wrap_line(line, width)]


def test_a_long_line_is_wrapped_and_indented_by_its_mark() -> None:
    line = StyledLine(StyledSpan("✗ "), (StyledSpan("one two  three "), StyledSpan("four")))

    assert paper(line, 10) == ["✗ one two", "  three", "  four"]


def test_a_gap_is_not_torn_apart() -> None:
    assert paper(StyledLine(text=(StyledSpan("a raised level of [ … ]."),)), 20) == [
        "a raised level of",
        "[ … ].",
    ]


def test_wide_letters_take_two_cells() -> None:
    assert paper(StyledLine(text=(StyledSpan("東京 大阪 京都"),)), 10) == ["東京 大阪", "京都"]


def test_a_word_longer_than_the_line_stands_alone() -> None:
    assert paper(
        StyledLine(StyledSpan("  "), (StyledSpan("a pneumonoultramicroscopic b"),)), 12
    ) == [
        "  a",
        "  pneumonoultramicroscopic",
        "  b",
    ]


def test_no_colour_reaches_a_pipe_and_no_control_character_anything(
    capsys: pytest.CaptureFixture[str],
) -> None:
    echo_lines(
        [StyledLine(StyledSpan("✓ ", Tone.RIGHT), (StyledSpan("red \x1b[31m\u202e", Tone.LOUD),))]
    )

    assert capsys.readouterr().out == "✓ red [31m\n"


def test_on_a_terminal_lines_are_coloured_and_as_wide_as_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("shutil.get_terminal_size", lambda _: os.terminal_size((24, 10)))

    echo_lines(
        [StyledLine(StyledSpan("  "), (StyledSpan("one two three four five six", Tone.STRONG),))]
    )

    assert "\x1b[1mone" in capsys.readouterr().out


# --- what the terminal's house sees of decks on disk ---------------------------------------------


@pytest.fixture
def services(home: Path, capitals: Path) -> Iterator[LocalAppServices]:
    services = LocalAppServices(
        Workspace(
            load_settings(GivenSettings(database=f"sqlite:///{home / 'q.db'}")), [str(capitals)]
        )
    )
    services.prepare(lambda _, __: None)
    yield services
    services.close()


def test_the_house_tells_what_a_saved_deck_would_change_until_it_is_read(
    services: LocalAppServices, capitals: Path
) -> None:
    before = services.pending_changes()
    capitals.write_text(CHANGED, encoding="utf-8")
    saved = services.pending_changes()
    services.prepare(lambda _, __: None)

    assert before == ()
    assert [each.kind for each in saved].count(ChangeKind.KEY_CHANGED) == 2
    assert services.pending_changes() == ()


def test_the_house_says_that_a_saved_deck_has_an_error(
    services: LocalAppServices, capitals: Path
) -> None:
    capitals.write_text(CAPITALS.replace("answer: Rome", "anwser: Rome"), encoding="utf-8")

    with pytest.raises(FaultyDeckError, match="a deck now has an error"):
        services.pending_changes()


def test_the_house_shows_what_a_draft_would_make(
    services: LocalAppServices, capitals: Path
) -> None:
    capitals.write_text(f"{CAPITALS}    status: draft\n", encoding="utf-8")
    services.prepare(lambda _, __: None)
    browsing = services.browse_cards()

    drafts = browsing.rows(browsing.find(parse_search("is:draft"), services.now()))
    others = browsing.rows(browsing.find(parse_search(""), services.now()))

    assert [(line.card, line.format_count) for line in drafts] == [("capitals/italy/answer", 2)]
    assert [line.card for line in others] == ["capitals/france/answer"]


def test_the_problems_of_a_faulty_deck_are_told_before_the_error(
    quizapp: Quizapp, capitals: Path
) -> None:
    capitals.write_text(CAPITALS.replace("answer: Rome", "anwser: Rome"), encoding="utf-8")

    run = quizapp("items", "capitals.yaml")

    assert (run.code, run.out) == (1, "")
    assert [line.split(":")[0] for line in run.err.splitlines() if not line.startswith(" ")] == [
        "capitals.yaml",
        "capitals.yaml",
        "quizapp",
    ]
