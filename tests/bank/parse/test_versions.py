"""Version 2 of the format: what it brought, what version 1 keeps, what comes later."""

from pathlib import Path

import pytest

from quizapp.bank.nearest import kind_of
from tests.bank.trials import (
    deck_of,
    deck_of_version_2,
    load_text,
    problems_of,
    problems_of_version_2,
)

SAID_AS = """\
facts:
  - id: igm
    ask: How was the IgM of most patients?
    answer: high
    said_as: [elevated, above normal values]
"""
NAMES = """\
sources:
  ligo2016: {cite: "Abbott 2016.", names: [GW150914]}
facts:
  - {id: day, ask: "What was observed?", answer: a merger, source: ligo2016}
"""
LATER = """\
facts:
  - id: day
    ask: On which day was it observed?
    date: 2015-09-14
"""
TABLE = """\
tables:
  - id: reports
    row: report
    columns:
      patients: {ask: "How many patients had {row}?"}
      %s: {ask: "Which is that of {row}?"}
    rows:
      levy: {name: Levy, patients: 56, %s: high}
"""


def test_a_card_says_how_its_source_words_it(tmp_path: Path) -> None:
    card = deck_of_version_2(tmp_path, SAID_AS).facts[0].cards[0]

    assert card.said_as == ("elevated", "above normal values")


def test_how_a_source_words_it_is_a_term_and_no_sentence(tmp_path: Path) -> None:
    text = SAID_AS.replace("above normal values", "IgM was high in all")

    assert problems_of_version_2(tmp_path, text) == [
        (8, 25, "B108", "a member of `said_as` has more than four words")
    ]


def test_a_source_names_what_it_studies(tmp_path: Path) -> None:
    sources = deck_of_version_2(tmp_path, NAMES).sources

    assert [source.names for source in sources.values()] == [("GW150914",)]


@pytest.mark.parametrize(
    ("text", "line", "column", "key"), [(SAID_AS, 8, 5, "said_as"), (NAMES, 5, 36, "names")]
)
def test_a_key_of_version_2_is_refused_in_a_deck_of_version_1(
    tmp_path: Path, text: str, line: int, column: int, key: str
) -> None:
    _, problems = load_text(tmp_path, text)

    assert [(each.place.line, each.place.column, each.code) for each in problems] == [
        (line, column, "B118")
    ]
    assert problems[0].message == (
        f"here `{key}` needs version 2 of the format, and the deck is written in version 1"
    )
    assert problems[0].fix == "write `quizapp: 2` at its top, or leave it out"


def test_a_deck_knows_its_version(tmp_path: Path) -> None:
    text = "facts:\n  - {id: a, ask: Which one?, answer: this}\n"

    versions = [deck_of(tmp_path, text).version, deck_of_version_2(tmp_path, text).version]

    assert versions == [1, 2]


def test_a_key_that_comes_later_is_told_as_such_and_nothing_else(tmp_path: Path) -> None:
    assert problems_of_version_2(tmp_path, LATER) == [
        (7, 5, "B117", "`date` comes later: this version of quizapp does not read it yet")
    ]


@pytest.mark.parametrize("key", ["cases", "objectives", "uses", "course", "sections", "glossary"])
def test_a_header_key_that_comes_later_is_told_as_such(tmp_path: Path, key: str) -> None:
    assert problems_of_version_2(tmp_path, f"{key}: x\n") == [
        (4, 1, "B117", f"`{key}` comes later: this version of quizapp does not read it yet")
    ]


def test_a_row_key_that_comes_later_is_told_as_such(tmp_path: Path) -> None:
    text = TABLE % ("country", "level")

    assert problems_of_version_2(tmp_path, text) == [
        (11, 40, "B117", "`level` comes later: this version of quizapp does not read it yet")
    ]


def test_a_column_may_not_be_called_like_what_a_row_will_have(tmp_path: Path) -> None:
    text = TABLE % ("level", "level")

    assert problems_of_version_2(tmp_path, text) == [
        (9, 7, "B116", "the column `level` is called like a key of rows"),
        (11, 40, "B117", "`level` comes later: this version of quizapp does not read it yet"),
    ]


def test_in_version_1_a_column_is_called_as_it_was(tmp_path: Path) -> None:
    assert problems_of(tmp_path, TABLE % ("level", "level")) == []


def test_a_column_of_dates_may_be_called_so(tmp_path: Path) -> None:
    assert problems_of_version_2(tmp_path, TABLE % ("date", "date")) == []


KINDS = """\
facts:
  - {id: journal, ask: "In which journal?", answer: Blood, kind: bibliography}
  - id: study
    kind: bibliography
    cards:
      volume: {ask: "Which volume?", answer: 12}
  - id: other
    cards:
      size: {ask: "How many were there?", answer: 12}
      page: {ask: "Which page?", answer: 47, kind: bibliography}
"""


def test_a_fact_or_a_card_says_that_it_is_bibliography(tmp_path: Path) -> None:
    deck = deck_of_version_2(tmp_path, KINDS)

    assert {card.id: kind_of(fact, card).value for fact in deck.facts for card in fact.cards} == {
        "trial/journal/answer": "bibliography",
        "trial/study/volume": "bibliography",
        "trial/other/size": "",
        "trial/other/page": "bibliography",
    }


def test_another_kind_is_told(tmp_path: Path) -> None:
    text = KINDS.replace("    kind: bibliography", "    kind: biblography")

    assert problems_of_version_2(tmp_path, text) == [
        (7, 11, "B108", '"biblography" is not allowed as `kind`')
    ]


def test_a_kind_belongs_to_version_2(tmp_path: Path) -> None:
    assert [code for _, _, code, _ in problems_of(tmp_path, KINDS)] == ["B118", "B118", "B118"]


def test_the_source_of_a_column_needs_version_2(tmp_path: Path) -> None:
    text = (TABLE % ("level", "level")).replace('?"}\n    rows', '?", source: a}\n    rows')

    assert [each[:3] for each in problems_of(tmp_path, text)] == [
        (9, 47, "B118"),
        (9, 55, "B201"),
    ]
