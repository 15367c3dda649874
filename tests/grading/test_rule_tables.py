"""The tables of rules: each row does what its own example says."""

import re

import pytest

from quizapp.grading.affixes import excluding_affixes
from quizapp.grading.fold import american
from quizapp.grading.tables import table_columns, table_rows

SPELLING = table_rows("spelling.tsv")
AFFIXES = table_rows("affixes.tsv")
# A row whose example another row decides: a pair is found by its shortest beginning, here "an".
DECIDED_ELSEWHERE = {"iso aniso"}


def test_the_columns_of_the_tables_are_named() -> None:
    assert table_columns("spelling.tsv") == (
        "pattern",
        "replacement",
        "british",
        "american",
        "untouched",
    )
    assert table_columns("affixes.tsv") == ("place", "affixes", "example")


@pytest.mark.parametrize("row", SPELLING, ids=lambda row: str(row[2]))
def test_a_spelling_rule_makes_the_british_word_american(row: tuple[str, ...]) -> None:
    pattern, replacement, british, american_word, untouched = row

    fires = {
        word: re.sub(pattern, replacement, word) != word
        for word in (british, american_word, untouched)
    }

    assert american(british) == american(american_word)
    assert fires[british] or fires[american_word]
    assert (fires[untouched], american(untouched)) == (False, untouched)


def test_no_spelling_rule_stands_twice() -> None:
    assert len({row[0] for row in SPELLING}) == len({row[2] for row in SPELLING}) == len(SPELLING)


@pytest.mark.parametrize("row", AFFIXES, ids=lambda row: f"{row[0]} {row[1]}")
def test_affixes_of_a_group_exclude_each_other_in_its_example(row: tuple[str, ...]) -> None:
    place, listed, example = row
    group = listed.split(" ")
    one, other = example.split(" ")

    pair = excluding_affixes(one, other)

    assert place in {"prefix", "ending"}
    assert len(set(group)) == len(group) > 1
    assert pair is not None
    assert excluding_affixes(other, one) == pair[::-1]
    assert (set(pair) <= set(group)) is (listed not in DECIDED_ELSEWHERE)


def test_no_group_of_affixes_stands_twice() -> None:
    assert len({row[:2] for row in AFFIXES}) == len(AFFIXES)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hepatitis", "hepatitis"), ("tumour", "tumor"), ("artery", "vein"), ("on", "in")],
)
def test_words_without_a_common_stem_have_no_excluding_affixes(one: str, other: str) -> None:
    assert excluding_affixes(one, other) is None
