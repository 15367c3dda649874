"""Tables: rows become facts, cells become cards; and what is wrong with them."""

from decimal import Decimal
from pathlib import Path

import pytest

from quizapp.bank.load import load_bank
from quizapp.bank.model import (
    Card,
    ConceptId,
    Deck,
    ListAnswer,
    NumberAnswer,
    Status,
    TableCell,
    TermAnswer,
)
from quizapp.bank.nearest import citations_of
from quizapp.bank.sentences import full_sentence, sentence_with_gap
from tests.bank.trials import (
    HEADER,
    Faulty,
    deck_of,
    deck_of_version_2,
    problems_of,
    problems_of_version_2,
)

TABLE = """\
concepts:
  japan: {name: Japan, type: country, aliases: [Nippon]}
sources:
  atlas: {cite: An atlas, sentences: 9}
tables:
  - id: lakes
    row: lake
    source: atlas#1
    tags: [water]
    columns:
      depth: {ask: "How deep is {row}?", say: "{row} is {depth} m deep.", unit: m}
      country:
        ask: "In which country is {row}?"
        say: "{row} lies in {country}, where it is {depth} m deep."
        choose_from: column
        reverse: "Which lake lies in {country}?"
    rows:
      biwa: {name: Lake Biwa, depth: 104, country: Japan, tags: [old], source: atlas#2}
      como: {name: the lake of Como, depth: 425, country: Italy}
      toba: {name: Lake Toba, depth: {answer: 505, tolerance: 5}, country: Indonesia}
      garda: {name: Lake Garda, country: Italy, confuse_with: [lakes/como], status: draft}
"""


@pytest.fixture
def deck(tmp_path: Path) -> Deck:
    return deck_of(tmp_path, TABLE)


def card(deck: Deck, name: str) -> Card:
    cards = {card.id: card for fact in deck.facts for card in fact.cards}
    return {str(each): found for each, found in cards.items()}[f"trial/lakes/{name}"]


def test_a_row_is_a_fact_with_a_card_for_each_filled_cell(deck: Deck) -> None:
    assert [fact.id for fact in deck.facts] == [
        "trial/lakes/biwa",
        "trial/lakes/como",
        "trial/lakes/toba",
        "trial/lakes/garda",
    ]
    assert [each.name for each in deck.facts[0].cards] == ["depth", "country", "country-reverse"]
    assert [each.name for each in deck.facts[3].cards] == ["country"]


def test_a_template_speaks_of_the_row_with_a_capital_where_it_opens_the_sentence(
    deck: Deck,
) -> None:
    como = deck.facts[1]

    assert como.cards[0].ask == "How deep is the lake of Como?"
    assert full_sentence(como, como.cards[0]) == "The lake of Como is 425 m deep."
    assert sentence_with_gap(como, como.cards[1]) == (
        "The lake of Como lies in [ … ], where it is 425 m deep."
    )


def test_a_cell_takes_what_its_column_says(deck: Deck) -> None:
    assert card(deck, "biwa/depth").answer == NumberAnswer(Decimal(104), "104", "m")
    assert card(deck, "biwa/country").answer == TermAnswer("Japan", ConceptId("japan"))


def test_a_cell_may_say_more_than_its_answer(deck: Deck) -> None:
    assert card(deck, "toba/depth").answer == NumberAnswer(
        Decimal(505), "505", "m", tolerance=Decimal(5)
    )


def test_a_cell_knows_its_place_and_what_stands_in_its_column(deck: Deck) -> None:
    country = card(deck, "biwa/country")

    assert country.cell == TableCell("lakes", "Lake Biwa", "country", True, "lake")  # noqa: FBT003 (one field of a value)
    assert country.distractor_pool == ("Japan", "Italy", "Indonesia")
    assert country.choose_from == ""
    assert card(deck, "biwa/depth").distractor_pool == ()


def test_a_card_asks_back_where_no_other_row_has_the_value(deck: Deck) -> None:
    back = card(deck, "biwa/country-reverse")

    assert back.ask == "Which lake lies in Japan?"
    assert back.answer == TermAnswer("Lake Biwa")
    assert back.distractor_pool == ("Lake Biwa", "the lake of Como", "Lake Toba", "Lake Garda")
    assert back.cell is None
    assert "country-reverse" not in [each.name for each in deck.facts[1].cards]


def test_a_sentence_that_speaks_of_a_cell_not_filled_is_left_out(deck: Deck) -> None:
    assert card(deck, "garda/country").say == ()


def test_a_row_says_for_itself_or_takes_what_its_table_says(deck: Deck) -> None:
    biwa, como, _, garda = deck.facts

    assert [citation.sentence for citation in (*biwa.citations, *como.citations)] == [2, 1]
    assert (biwa.tags, como.tags) == (("water", "old"), ("water",))
    assert (como.status, garda.status) == (Status.REVIEWED, Status.DRAFT)


def test_a_row_is_named_by_its_table_within_its_deck_and_by_its_deck_from_others(
    tmp_path: Path,
) -> None:
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    one.write_text(HEADER + TABLE, encoding="utf-8")
    other.write_text(
        HEADER.replace("deck: trial", "deck: second")
        + "facts:\n  - {id: a, ask: Who?, answer: b, confuse_with: [trial/lakes/biwa]}\n",
        encoding="utf-8",
    )

    bank, problems = load_bank([one, other])

    assert problems == ()
    assert bank.decks[0].facts[3].confuse_with == ("trial/lakes/como",)
    assert bank.decks[1].facts[0].confuse_with == ("trial/lakes/biwa",)


def test_arithmetic_reaches_into_a_table(tmp_path: Path) -> None:
    text = TABLE + (
        "facts:\n  - {id: a, ask: How much?, answer: 529,"
        ' equals: "lakes.biwa.depth + lakes.como.depth"}\n'
    )

    assert deck_of(tmp_path, text).facts[0].name == "a"


def test_a_list_may_stand_in_a_cell(tmp_path: Path) -> None:
    deck = deck_of(
        tmp_path,
        'tables:\n  - id: t\n    row: x\n    columns: {c: {ask: "What has {row}?"}}\n'
        "    rows: {a: {name: A, c: [b, d]}}\n",
    )

    assert deck.facts[0].cards[0].answer == ListAnswer((TermAnswer("b"), TermAnswer("d")))


# --- faults --------------------------------------------------------------------------------------


def a_table(columns: str, rows: str) -> str:
    return f"tables:\n  - id: t\n    row: x\n    columns: {{{columns}}}\n    rows: {{{rows}}}\n"


GOOD = 'c: {ask: "What has {row}?"}'
FAULTY = (
    Faulty(
        "a question that asks the same of every row",
        a_table('c: {ask: "What?"}', "a: {name: A, c: b}"),
        7,
        24,
        "B115",
        "`ask` of the column `c` lacks {row}",
    ),
    Faulty(
        "a sentence without its own gap",
        a_table('c: {say: "{row} has it."}', "a: {name: A, c: b}"),
        7,
        24,
        "B115",
        "`say` of the column `c` lacks {c}",
    ),
    Faulty(
        "a brace that names no column",
        a_table('c: {ask: "What has {row} in {d}?"}', "a: {name: A, c: b}"),
        7,
        24,
        "B115",
        "{d} in `ask` is no column",
    ),
    Faulty(
        "a reverse question that names its answer",
        a_table('c: {ask: "{row}?", reverse: "{row} of {c}?"}', "a: {name: A, c: b}"),
        7,
        43,
        "B115",
        "`reverse` names the row that it asks for",
    ),
    Faulty(
        "a column that nothing asks for",
        a_table("c: {unit: m}", "a: {name: A, c: 1}"),
        7,
        18,
        "B107",
        "nothing asks for the column `c`",
    ),
    Faulty(
        "a column called like a key of rows",
        a_table(f'{GOOD}, why: {{ask: "{{row}}?"}}', "a: {name: A, c: b}"),
        7,
        44,
        "B116",
        "the column `why` is called like a key of rows",
    ),
    Faulty(
        "a column called like a card that asks back",
        a_table(
            'c: {ask: "{row}?", reverse: "{c}?"}, c-reverse: {ask: "{row}?"}',
            "a: {name: A, c: b}",
        ),
        7,
        52,
        "B116",
        "the column `c-reverse` is called like a reverse card",
    ),
    Faulty(
        "two rows of one name",
        a_table(GOOD, "a: {name: A, c: b}, d: {name: a, c: e}"),
        8,
        42,
        "B116",
        '"a" is the name of the row `a`, too',
    ),
    Faulty(
        "a row without a cell",
        a_table(GOOD, "a: {name: A}"),
        8,
        12,
        "B107",
        "the row `a` has no cell",
    ),
    Faulty(
        "a row without a name",
        a_table(GOOD, "a: {c: b}"),
        8,
        15,
        "B107",
        "`name` is missing",
    ),
    Faulty(
        "a cell under no column",
        a_table(GOOD, "a: {name: A, c: b, sorce: d}"),
        8,
        31,
        "B106",
        "`sorce` is no column and no key of a row",
    ),
    Faulty(
        "a row that is no group",
        a_table(GOOD, "a: b"),
        8,
        12,
        "B108",
        "a row must be a group of keys, not text",
    ),
    Faulty(
        "a table that is no group",
        "tables: [a]\n",
        4,
        10,
        "B108",
        "a table must be a group of keys, not text",
    ),
    Faulty(
        "a table without rows",
        "tables:\n  - {id: t, row: x, columns: {c: {ask: '{row}?'}}}\n",
        5,
        5,
        "B107",
        "`rows` is missing",
    ),
    Faulty(
        "a table's id given twice",
        a_table(GOOD, "a: {name: A, c: b}")
        + a_table(GOOD, "a: {name: A, c: b}").removeprefix("tables:\n"),
        9,
        9,
        "B110",
        "the id `t` is that of another table, in line 5",
    ),
    Faulty(
        "a row that cites a source that is not there",
        a_table(GOOD, "a: {name: A, c: b, source: d}"),
        8,
        39,
        "B201",
        "there is no source `d`",
    ),
    Faulty(
        "a number over the denominator of its column",
        a_table('c: {ask: "{row}?", of: 5}', "a: {name: A, c: 9}"),
        8,
        28,
        "B402",
        "9 is over `of`, which is 5",
    ),
    Faulty(
        "a row that may be confused with one that is not there",
        a_table(GOOD, "a: {name: A, c: b, confuse_with: [t/e]}"),
        8,
        46,
        "B207",
        "there is no fact `t/e` in this deck",
    ),
    Faulty(
        "a cell with a wrong answer that is right",
        a_table(GOOD, "a: {name: A, c: {answer: b, wrong: [B]}}"),
        8,
        48,
        "B401",
        '"B" is listed under `wrong` but is also the answer',
    ),
)


@pytest.mark.parametrize("faulty", FAULTY, ids=str)
def test_a_faulty_table_has_one_problem_at_its_place(tmp_path: Path, faulty: Faulty) -> None:
    found = problems_of(tmp_path, faulty.text)

    assert found == [(faulty.line, faulty.column, faulty.code, faulty.message)]


SOURCED = """sources:
  lakes1990: {cite: Lakes, sentences: 4}
tables:
  - id: lakes
    row: lake
    source: lakes1990#1
    columns:
      country: {ask: "Where does {row} lie?", source: SOURCE, reverse: "What lies in {country}?"}
      depth: {ask: "How deep is {row}?"}
    rows:
      biwa: {name: Biwa, country: Japan, depth: 104}
      toba: {name: Toba, source: lakes1990#3, country: Indonesia, depth: 505}
      como: {name: Como, country: {answer: Italy, source: lakes1990#4}, depth: 425}
"""


def test_the_source_of_a_column_stands_between_the_cell_and_the_row(tmp_path: Path) -> None:
    deck = deck_of_version_2(tmp_path, SOURCED.replace("SOURCE", "lakes1990#2"))

    cited = {
        card.id.removeprefix("trial/lakes/"): citations_of(fact, card)[0].sentence
        for fact in deck.facts
        for card in fact.cards
    }
    assert cited == {
        "biwa/country": 2,
        "biwa/country-reverse": 2,
        "biwa/depth": 1,
        "toba/country": 2,
        "toba/country-reverse": 2,
        "toba/depth": 3,
        "como/country": 4,
        "como/country-reverse": 4,
        "como/depth": 1,
    }


def test_a_sentence_that_a_column_cites_and_the_source_lacks_is_one_fault(tmp_path: Path) -> None:
    found = problems_of_version_2(tmp_path, SOURCED.replace("SOURCE", "lakes1990#9"))

    assert found == [
        (
            *(11, 55, "B202"),
            "`lakes1990` has 4 sentences, so there is no sentence 9",
        )
    ]


def test_a_fault_of_a_column_is_none_of_its_rows(tmp_path: Path) -> None:
    found = problems_of_version_2(
        tmp_path,
        """tables:
  - id: lakes
    row: lake
    columns:
      country: {ask: "Where does {row} lie?", colour: blue}
      depth: {ask: "How deep is {row}?", say: "The lake {row} in {country} is {depth} m deep."}
    rows:
      biwa: {name: Biwa, country: Japan, depth: 104}
      toba: {name: Toba, country: Indonesia}
""",
    )

    assert found == [(8, 47, "B106", "unknown key `colour`")]
