"""YAML as text, groups and lists: what is read, where it stands, and what is refused."""

from pathlib import Path

import pytest

from quizapp.bank.place import Place
from quizapp.bank.yaml.nodes import KeyGroup, Node, NodeList, UnquotedNumber
from quizapp.bank.yaml.reader import decode_deck_text, read_yaml
from tests.bank.trials import Faulty, problems_of

FAULTY = (
    Faulty(
        "an anchor",
        "tags: &tags [a]\n",
        line=4,
        column=7,
        code="B102",
        message="the anchor &tags is not allowed in a deck",
    ),
    Faulty(
        "an alias",
        "tags: *tags\n",
        line=4,
        column=7,
        code="B102",
        message="the alias *tags is not allowed in a deck",
    ),
    Faulty(
        "a tag",
        "tags: !!python/object:os.system [a]\n",
        line=4,
        column=7,
        code="B102",
        message="the tag tag:yaml.org,2002:python/object:os.system is not allowed in a deck",
    ),
    Faulty(
        "a second document",
        ("---\nfacts: []\n"),
        line=4,
        column=1,
        code="B102",
        message="a second document begins here; a deck is one",
    ),
    Faulty(
        "a key given twice",
        ("facts:\n  - id: a\n    ask: Who?\n    answer: b\n    answer: c\n"),
        line=8,
        column=5,
        code="B103",
        message='the key "answer" is given twice; it is in line 7, too',
    ),
    Faulty(
        "a key that is no text",
        "[a, b]: c\n",
        line=4,
        column=1,
        code="B101",
        message="a key must be text",
    ),
    Faulty(
        "an escape that smuggles",
        ('facts:\n  - id: a\n    ask: "Who\\e[8m?"\n    answer: b\n'),
        line=6,
        column=10,
        code="B104",
        message="the invisible character U+001B is not allowed in a deck",
    ),
    Faulty(
        "a mark that turns the writing",
        ("facts:\n  - id: a\n    ask: Who\u202e?\n    answer: b\n"),
        line=6,
        column=13,
        code="B104",
        message="the invisible character U+202E is not allowed in a deck",
    ),
)


@pytest.mark.parametrize("faulty", FAULTY, ids=str)
def test_a_faulty_deck_has_one_problem_at_its_place(tmp_path: Path, faulty: Faulty) -> None:
    found = problems_of(tmp_path, faulty.text)

    assert found == [(faulty.line, faulty.column, faulty.code, faulty.message)]


def read(text: str) -> Node | None:
    page, _ = decode_deck_text("a.yaml", text.encode())
    return read_yaml(page)[0]


def group(text: str) -> KeyGroup:
    node = read(text)
    assert isinstance(node, KeyGroup)
    return node


@pytest.mark.parametrize(
    "written",
    ["no", "on", "yes", "y", "null", "~", "true", "12:30", "2015-01-01", "1_000", "0x1F", ".inf"],
)
def test_words_that_yaml_takes_for_values_stay_text(written: str) -> None:
    found = group(f"a: {written}")["a"]

    assert found == written
    assert not isinstance(found, UnquotedNumber)


@pytest.mark.parametrize("written", ["4", "-4", "+4", "0.5", ".5", "5.", "1.10", "007", "1e3"])
def test_a_number_without_quotes_is_a_number_as_written(written: str) -> None:
    found = group(f"a: {written}")["a"]

    assert found == written
    assert isinstance(found, UnquotedNumber)


@pytest.mark.parametrize("written", ["'4'", '"4"', "|\n  4", ">-\n  4"])
def test_a_number_in_quotes_or_in_a_block_is_text(written: str) -> None:
    assert not isinstance(group(f"a: {written}")["a"], UnquotedNumber)


def test_a_merge_key_is_a_key_like_others() -> None:
    assert group("<<: {a: b}") == {"<<": {"a": "b"}}


def test_keys_and_values_know_their_places() -> None:
    found = group("a: b\nwrong:\n  c: d\n  e: f\n")

    assert found.place == Place("a.yaml", 1, 1)
    assert found.key_place("wrong") == Place("a.yaml", 2, 1)
    assert found.value_place("a") == Place("a.yaml", 1, 4)
    assert found.value_places("a") == (Place("a.yaml", 1, 4),)
    assert found.value_places("wrong") == (Place("a.yaml", 3, 3), Place("a.yaml", 4, 3))
    assert found.value_places("absent") == ()
    assert found.key_place("absent") == found.place


def test_members_of_a_list_know_their_places() -> None:
    found = group("a:\n  - b\n  - {c: d}\n")

    assert found.value_places("a") == (Place("a.yaml", 2, 5), Place("a.yaml", 3, 5))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_are_the_same_whatever_ends_a_line(end: str) -> None:
    found = group(end.join(["# note", "a: b", "", "c:", "  - d"]))

    assert found.value_place("a") == Place("a.yaml", 2, 4)
    assert found.value_places("c") == (Place("a.yaml", 5, 5),)


def test_a_column_counts_characters_not_bytes() -> None:
    found = group("{é𝔊: β, a: b}")

    assert found.value_place("a") == Place("a.yaml", 1, 12)


def test_a_mark_at_the_begin_of_the_file_moves_no_column() -> None:
    found = group("\ufeffa: b")

    assert found.value_place("a") == Place("a.yaml", 1, 4)


def test_thirty_two_levels_are_read_and_one_more_is_not() -> None:
    page, _ = decode_deck_text("a.yaml", b"[" * 33 + b"]" * 33)

    assert isinstance(read("[" * 32 + "]" * 32), NodeList)
    assert [(each.place.column, each.code) for each in read_yaml(page)[1]] == [(33, "B105")]


def test_an_empty_file_is_told_so() -> None:
    page, _ = decode_deck_text("a.yaml", b"# only a comment\n")

    assert [each.message for each in read_yaml(page)[1]] == ["the file is empty"]
