"""Decks that mean harm: each ends in problems, soon, and without doing what it wants."""

import os
from pathlib import Path

import pytest

from quizapp.bank.load import load_bank, load_deck
from tests.bank.trials import HEADER, deck_of, load_bytes, load_text, problems_of

BOMB = "a0: &a0 [x, x]\n" + "".join(
    f"a{level}: &a{level} [*a{level - 1}, *a{level - 1}, *a{level - 1}]\n" for level in range(1, 40)
)


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"", {"B101"}),
        ((HEADER + "facts: []\n").encode("utf-16"), {"B104"}),
        ((HEADER + "tags: ['\x1b]0;owned\x07']\n").encode(), {"B104"}),
        ((HEADER + 'tags: ["\\x1b]0;owned\\a"]\n').encode(), {"B104"}),
        ((HEADER + "tags: [\u202egro.elpmaxe]\n").encode(), {"B104"}),
        ((HEADER + BOMB).encode(), {"B102", "B106"}),
        ((HEADER + "tags: !!python/object/apply:os.system [touch owned]\n").encode(), {"B102"}),
        ((HEADER + "title: A\ntitle: B\n").encode(), {"B103"}),
        ((HEADER + "tags: " + "[" * 100_000).encode(), {"B105"}),
        ((HEADER + "tags: " + "[" * 40 + "]" * 40 + "\n").encode(), {"B105"}),
        (b"\x00" * 100_000, {"B104"}),
    ],
    ids=[
        "an empty file",
        "UTF-16",
        "an escape sequence",
        "an escape sequence by its escapes",
        "turned writing",
        "an alias bomb",
        "a program in a tag",
        "keys given twice",
        "a deep nest",
        "a nest that closes",
        "nothing but NUL",
    ],
)
def test_a_hostile_deck_ends_in_problems(tmp_path: Path, data: bytes, codes: set[str]) -> None:
    deck, problems = load_bytes(tmp_path, data)

    assert deck is None
    assert {each.code for each in problems} == codes
    assert [path.name for path in tmp_path.iterdir()] == ["trial.yaml"]


def test_no_message_repeats_a_character_that_was_refused(tmp_path: Path) -> None:
    _, problems = load_text(
        tmp_path, '"\\e[2Jkey": x\nstatus\x1b: y\nfacts: [{id: "\\u202eid", answer: b}]\n'
    )

    shown = "".join(each.message + each.fix for each in problems)

    assert len(problems) >= 3
    assert shown.isprintable()


def test_markup_is_text_like_any_other(tmp_path: Path) -> None:
    deck = deck_of(
        tmp_path,
        'facts:\n  - {id: a, ask: "[red]<b>Who?</b>[/red] $(rm)", answer: "{{1*1}} <script>"}\n',
    )

    assert deck.facts[0].cards[0].ask == "[red]<b>Who?</b>[/red] $(rm)"
    assert deck.facts[0].cards[0].answer.text == "{{1*1}} <script>"  # type: ignore[union-attr]


def test_a_file_over_64_mib_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.touch()
    os.truncate(path, 10 * 1024**4)

    deck, problems = load_deck(path)

    assert deck is None
    assert [(each.code, each.message) for each in problems] == [
        ("B105", "the file is larger than 64 MiB")
    ]


def test_a_pipe_among_decks_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")

    bank, problems = load_bank([tmp_path])

    assert bank.decks == ()
    assert [(each.code, each.message) for each in problems] == [("B113", "this is not a file")]


def test_facts_confused_in_a_circle_are_sound(tmp_path: Path) -> None:
    facts = "".join(
        f"  - {{id: f{number}, ask: Who?, answer: b, confuse_with: [f{(number + 1) % 50}]}}\n"
        for number in range(50)
    )

    assert len(deck_of(tmp_path, f"facts:\n{facts}").facts) == 50


def test_a_long_ladder_of_concepts_is_climbed(tmp_path: Path) -> None:
    concepts = "".join(
        f"  c{number}: {{name: C{number}, type: t, is_a: c{number + 1}}}\n"
        for number in range(2000)
    )

    deck = deck_of(tmp_path, f"concepts:\n{concepts}  c2000: {{name: last, type: t}}\n")

    assert len(deck.concepts) == 2001


def test_very_many_wrong_kinds_in_one_list_are_told_in_short(tmp_path: Path) -> None:
    _, problems = load_text(tmp_path, f"opposites: [{'[], ' * 50_000}]\n")

    assert [(each.code, each.message) for each in problems][:1] == [
        ("B105", "more than 1,000 members are in this list")
    ]
    assert len(problems) == 201


def test_very_many_keys_in_one_group_are_told_in_short(tmp_path: Path) -> None:
    wrong = "".join(f"      k{number}: No.\n" for number in range(5000))

    found = problems_of(
        tmp_path, f"facts:\n  - id: a\n    ask: Who?\n    answer: b\n    wrong:\n{wrong}"
    )

    assert found == [(9, 7, "B105", "more than 1,000 members are in this list")]


def test_very_many_anchors_end_the_reading(tmp_path: Path) -> None:
    _, problems = load_text(tmp_path, "".join(f"k{number}: &a b\n" for number in range(5000)))

    assert len(problems) == 201
    assert {each.code for each in problems} == {"B102", "B114"}
