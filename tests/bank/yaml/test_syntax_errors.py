"""Broken YAML, as libyaml finds it and as an author reads of it."""

from pathlib import Path

import pytest

from tests.bank.trials import Faulty, load_text, problems_of

FAULTY = (
    Faulty(
        "a sentence that opens with a gap",
        ("facts:\n  - id: a\n    say: {answer} is large.\n    answer: Paris\n"),
        line=6,
        column=10,
        code="B101",
        message="text that opens with a gap needs quotes: YAML takes the gap for a group of keys",
    ),
    Faulty(
        "a question with a colon in braces",
        ("facts:\n  - {id: a, ask: Which is it: a or b?, answer: b}\n"),
        line=5,
        column=29,
        code="B101",
        message="inside `{…}` a question or sentence without quotes breaks off here",
    ),
    Faulty(
        "text with a colon",
        ("facts:\n  - id: a\n    ask: Which one: this?\n    answer: b\n"),
        line=6,
        column=19,
        code="B101",
        message="the text holds a colon and a space, so YAML takes it for another key",
    ),
    Faulty(
        "a quote that never closes",
        ('facts:\n  - id: a\n    ask: "Which?\n    answer: b\n'),
        line=6,
        column=10,
        code="B101",
        message="a quote opens here and never closes",
    ),
    Faulty(
        "text behind its closing quote",
        ('facts:\n  - id: a\n    ask: "Which" one?\n    answer: b\n'),
        line=6,
        column=10,
        code="B101",
        message="text continues after its closing quote",
    ),
    Faulty(
        "a tab",
        ("facts:\n\t- id: a\n"),
        line=5,
        column=1,
        code="B101",
        message="a tab indents this line",
    ),
    Faulty(
        "a brace that never closes",
        ("facts:\n  - {id: a, answer: b\n"),
        line=5,
        column=5,
        code="B101",
        message="a `{` opens here and never closes, or the text in it needs quotes",
    ),
    Faulty(
        "a bracket that never closes",
        ("tags: [a, b\nfacts: []\n"),
        line=4,
        column=7,
        code="B101",
        message="a `[` opens here and never closes, or the text in it needs quotes",
    ),
    Faulty(
        "a line too far left",
        ("facts:\n  - id: a\n    ask: Why?\n   answer: b\n"),
        line=7,
        column=4,
        code="B101",
        message="the line begins too far left or too far right, or a key or `-` is missing",
    ),
    Faulty(
        "a missing space after the colon",
        ("language:en\nfacts: []\n"),
        line=4,
        column=1,
        code="B101",
        message="this line is not a key with its value",
    ),
    Faulty(
        "a key that goes deeper than its value",
        ("language: en\n  facts: []\n"),
        line=5,
        column=8,
        code="B101",
        message="a key cannot be here",
    ),
    Faulty(
        "text that begins with an at sign",
        ("facts:\n  - {id: a, ask: Who?, answer: @b}\n"),
        line=5,
        column=32,
        code="B101",
        message="text without quotes cannot begin with this character",
    ),
    Faulty(
        "text that begins with an asterisk",
        ("facts:\n  - id: a\n    answer: *\n"),
        line=6,
        column=13,
        code="B101",
        message="text without quotes cannot begin with this character",
    ),
    Faulty(
        "text that begins with a bracket",
        ("facts:\n  - id: a\n    answer: ]\n"),
        line=6,
        column=13,
        code="B101",
        message="text without quotes cannot begin with this character",
    ),
    Faulty(
        "a backslash in double quotes",
        ('facts:\n  - id: a\n    answer: "\\alpha\\q"\n'),
        line=6,
        column=20,
        code="B101",
        message="a backslash and what follows it mean nothing in double quotes",
    ),
    Faulty(
        "a list in the line of its key",
        "tags: - a\n",
        line=4,
        column=7,
        code="B101",
        message="a list cannot begin in the line of its key",
    ),
    Faulty(
        "words that are no key",
        ("facts: []\nfurther words\n"),
        line=5,
        column=1,
        code="B101",
        message="this line is not a key with its value",
    ),
    Faulty(
        "a bound without quotes",
        ("facts:\n  - id: a\n    amount: >= 130 mm Hg\n"),
        line=6,
        column=13,
        code="B101",
        message="text that begins with `>` needs quotes: YAML takes the sign for its own",
    ),
    Faulty(
        "text in the line of its arrow",
        ("facts:\n  - id: a\n    answer: > b\n"),
        line=6,
        column=15,
        code="B101",
        message="text under `>` or `|` begins on the next line",
    ),
)


@pytest.mark.parametrize("faulty", FAULTY, ids=str)
def test_a_faulty_deck_has_one_problem_at_its_place(tmp_path: Path, faulty: Faulty) -> None:
    found = problems_of(tmp_path, faulty.text)

    assert found == [(faulty.line, faulty.column, faulty.code, faulty.message)]


def test_a_sentence_that_opens_with_a_gap_is_mended_by_quotes(tmp_path: Path) -> None:
    _, problems = load_text(tmp_path, "facts:\n  - id: a\n    say: {answer} is large.\n")

    assert problems[0].fix == 'put the whole text in quotes: say: "{answer} is …"'


def test_a_file_that_breaks_off_still_tells_what_it_held_before(tmp_path: Path) -> None:
    found = problems_of(tmp_path, "tags: [a]\ntags: [b]\nlanguage: *\n")

    assert found == [
        (5, 1, "B103", 'the key "tags" is given twice; it is in line 4, too'),
        (6, 11, "B101", "text without quotes cannot begin with this character"),
    ]


def test_broken_yaml_of_no_known_kind_is_told_in_the_words_of_libyaml(tmp_path: Path) -> None:
    found = problems_of(tmp_path, "...\nfacts: []\n")

    assert found == [(5, 1, "B101", "the file is not YAML: did not find expected <document start>")]
