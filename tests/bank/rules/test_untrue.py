"""Untrue statements: each belongs to one card, named by its author or told by its words."""

from pathlib import Path

import pytest

from tests.bank.trials import (
    HEADER_2,
    Faulty,
    deck_of,
    load_bytes,
    load_text,
    problems_of,
    problems_of_version_2,
)

LIVERS = """\
concepts:
  liver: {name: liver, type: organ, aliases: [hepar]}
facts:
  - id: livers
    say: "The {organ} was replaced in {recipients|four} patients, and it relapsed in {relapses}."
    cards:
      organ: {ask: Which organ was replaced?, answer: liver}
      recipients: {ask: How many received one?, answer: 4}
      relapses: {ask: In how many did it relapse?, answer: 3}
    untrue:
      - {say: "%s", why: It is not so.}
"""

FAULTY = (
    Faulty(
        "an untrue statement of a card that is not there",
        (
            'facts:\n  - id: a\n    say: "{one} and {two} of them were seen."\n    cards:\n'
            "      one: {answer: x}\n      two: {answer: y}\n"
            "    untrue: [{say: None was., card: tow}]\n"
        ),
        line=10,
        column=37,
        code="B411",
        message='the untrue statement names "tow", which is not a card of the fact',
    ),
    Faulty(
        "an untrue statement under a card that is the sentence of the fact",
        (
            'facts:\n  - id: a\n    say: "{one} and {two} of them were seen."\n    cards:\n'
            "      one: {answer: x, untrue: [{say: X and y of them were seen.}]}\n"
            "      two: {answer: y}\n"
        ),
        line=8,
        column=33,
        code="B410",
        message="the untrue statement is the sentence of the fact itself",
    ),
    Faulty(
        "a card beside a statement that stands under a card",
        (
            'facts:\n  - id: a\n    say: "{one} of them were seen at last."\n    cards:\n'
            "      one: {answer: x, untrue: [{say: None was., card: one}]}\n"
        ),
        line=8,
        column=50,
        code="B106",
        message="unknown key `card`",
    ),
)


@pytest.mark.parametrize("faulty", FAULTY, ids=str)
def test_a_faulty_deck_has_one_problem_at_its_place(tmp_path: Path, faulty: Faulty) -> None:
    found = problems_of(tmp_path, faulty.text)

    assert found == [(faulty.line, faulty.column, faulty.code, faulty.message)]


@pytest.mark.parametrize(
    ("say", "card"),
    [
        ("The liver was replaced in 4 patients and relapsed in all but 2.", "relapses"),
        ("Four received a kidney, and it relapsed in three of them.", "organ"),
        ("A new hepar was given to 4 patients, and 1 relapsed.", "relapses"),
        ("New livers were given to 13 patients; 3 relapsed.", "recipients"),
    ],
)
def test_a_statement_belongs_to_the_only_card_whose_answer_it_lacks(
    tmp_path: Path, say: str, card: str
) -> None:
    deck, problems = load_text(tmp_path, LIVERS % say)

    assert deck is not None
    assert deck.facts[0].untrue[0].card == card
    assert [(each.code, each.level, each.fix) for each in problems] == [
        ("B412", "info", f"write `card: {card}` beside it, or name another card")
    ]


@pytest.mark.parametrize(
    "say",
    [
        "The liver was replaced because of hepatitis.",  # it lacks both figures
        "In 3 patients the liver was replaced, and it relapsed in 4 of them.",  # it lacks nothing
        "Livers were replaced in thirty-four patients, and relapse was rare.",
    ],
)
def test_where_the_words_do_not_tell_the_author_is_warned(tmp_path: Path, say: str) -> None:
    deck, problems = load_text(tmp_path, LIVERS % say)

    assert deck is not None
    assert deck.facts[0].untrue[0].card == ""
    assert [(each.code, each.level, each.message, each.fix) for each in problems] == [
        (
            "B412",
            "warning",
            "the untrue statement makes no item: nothing tells which card it gets wrong",
            "write `card:` beside it, with one of organ, recipients, relapses",
        )
    ]


@pytest.mark.parametrize(
    ("say", "fix"),
    [
        (
            "Four received a kidney, and it relapsed in three of them.",
            "write `card: organ` beside it, or move it under that card",
        ),
        (
            "The liver was replaced because of hepatitis.",
            (
                "write `card:` and `organ`, `recipients` or `relapses` beside it, "
                "or move it under that card"
            ),
        ),
    ],
)
def test_in_version_2_the_author_must_name_the_card(tmp_path: Path, say: str, fix: str) -> None:
    deck, problems = load_bytes(tmp_path, (HEADER_2 + LIVERS % say).encode())

    assert deck is None
    assert [(each.code, each.level, each.message, each.fix) for each in problems] == [
        (
            "B412",
            "error",
            "the untrue statement does not say which card of the fact it gets wrong",
            fix,
        )
    ]


def test_in_version_2_a_row_with_several_cells_names_the_card_too(tmp_path: Path) -> None:
    text = (
        "tables:\n  - id: t\n    row: town\n    columns:\n"
        "      c: {ask: 'What has {row}?'}\n      d: {ask: 'What else has {row}?'}\n"
        "    rows:\n      a: {name: A, c: fort, d: mill, untrue: [{say: A has a pub.}]}\n"
    )

    assert [found[2] for found in problems_of_version_2(tmp_path, text)] == ["B412"]


def test_the_author_names_the_card(tmp_path: Path) -> None:
    text = LIVERS.replace("why: It is not so.", "why: It is not so., card: recipients")

    deck = deck_of(tmp_path, text % "In 3 the liver was replaced, and it relapsed in 4.")

    assert deck.facts[0].untrue[0].card == "recipients"


def test_a_statement_of_a_fact_with_one_card_is_that_cards(tmp_path: Path) -> None:
    deck = deck_of(
        tmp_path,
        "facts: [{id: a, ask: Who?, answer: Ann, untrue: [{say: Nobody was., why: Ann was.}]}]\n",
    )

    assert deck.facts[0].untrue[0].card == "answer"


def test_a_statement_may_stand_under_its_card(tmp_path: Path) -> None:
    deck = deck_of(
        tmp_path,
        'facts:\n  - id: a\n    say: "{one} and {two} of them were seen."\n    cards:\n'
        "      one: {answer: x}\n"
        "      two: {answer: y, untrue: [{say: X and z of them were seen., why: It was y.}]}\n",
    )

    assert deck.facts[0].untrue == ()
    assert [(each.say, each.card) for each in deck.facts[0].cards[1].untrue] == [
        ("X and z of them were seen.", "two")
    ]


def test_what_asks_back_in_a_table_is_no_card_of_a_statement(tmp_path: Path) -> None:
    deck = deck_of(
        tmp_path,
        "tables:\n  - id: t\n    row: town\n    columns:\n"
        "      c: {ask: 'What has {row}?', choose_from: column, reverse: 'Which has {c}?'}\n"
        "    rows:\n"
        "      a: {name: A, c: fort, untrue: [{say: A has nothing., why: A has a fort.}]}\n"
        "      b: {name: B, c: {answer: mill, untrue: [{say: B has none., why: It has one.}]}}\n",
    )

    assert [each.card for each in deck.facts[0].untrue] == ["c"]
    assert [each.card for each in deck.facts[1].cards[0].untrue] == ["c"]
