"""Sentences cut at their gaps and filled again."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank.model import (
    Answer,
    Card,
    CardId,
    DeckId,
    Fact,
    FactId,
    Gap,
    ListAnswer,
    NumberAnswer,
    SequenceAnswer,
    TermAnswer,
)
from quizapp.bank.place import Place
from quizapp.bank.sentences import (
    answer_text,
    capitalize,
    fill_sentence,
    full_sentence,
    sentence_with_gap,
    split_at_gaps,
)


def a_fact(say: str, **answers: Answer) -> Fact:
    fact = FactId("trial/a")
    cards = tuple(
        Card(CardId(f"{fact}/{name}"), fact, name, "", answer, Place("a.yaml"))
        for name, answer in answers.items()
    )
    return Fact(fact, DeckId("trial"), "a", cards, Place("a.yaml"), say=split_at_gaps(say))


def terms(*texts: str) -> tuple[TermAnswer, ...]:
    return tuple(TermAnswer(text) for text in texts)


def test_a_sentence_is_cut_at_its_gaps() -> None:
    assert split_at_gaps("{who} took {what|two of them} home.") == (
        Gap("who"),
        " took ",
        Gap("what", "two of them"),
        " home.",
    )


@pytest.mark.parametrize("text", ["a {b c", "a b} c", "a {b {c} d", "}{"])
def test_a_stray_brace_stays_in_its_piece(text: str) -> None:
    assert any(set("{}") & set(piece) for piece in split_at_gaps(text) if isinstance(piece, str))


@given(st.text("ab{}| ", max_size=20))
def test_any_text_can_be_cut(text: str) -> None:
    assert all(piece for piece in split_at_gaps(text))


def test_every_gap_of_a_full_sentence_is_filled() -> None:
    fact = a_fact(
        "{who} took {count} of {what|those books}.",
        who=TermAnswer("Ann"),
        count=NumberAnswer(Decimal(4), "4", "books", Decimal(56)),
        what=TermAnswer("book"),
    )

    assert full_sentence(fact, fact.cards[0]) == "Ann took 4 of those books."


def test_a_fact_without_a_sentence_has_none() -> None:
    silent = a_fact("", answer=TermAnswer("b"))

    assert full_sentence(silent, silent.cards[0]) == ""


def test_the_asked_gap_is_blank_and_the_others_are_filled() -> None:
    fact = a_fact("{who} took {what}.", who=TermAnswer("ann"), what=TermAnswer("a book"))

    assert sentence_with_gap(fact, fact.cards[1]) == "Ann took [ … ]."
    assert sentence_with_gap(fact, fact.cards[0], "___") == "___ took a book."


def test_a_gap_takes_other_words_instead() -> None:
    fact = a_fact("{who} took {what|the books}.", who=TermAnswer("Ann"), what=TermAnswer("book"))

    assert fill_sentence(fact, fact.cards[1], {"what": "nothing"}) == "Ann took nothing."


def test_a_gap_that_is_no_card_stays_as_written() -> None:
    fact = a_fact("It is {land}.", answer=TermAnswer("b"))

    assert full_sentence(fact, fact.cards[0]) == "It is {land}."


def test_a_gap_that_opens_the_sentence_is_capitalised() -> None:
    ulcers = a_fact("{answer} ulcers were seen.", answer=ListAnswer(terms("oral", "rectal")))
    quoted = a_fact("“{answer}” was seen.", answer=TermAnswer("oral"))
    inside = a_fact("Seen were {answer}.", answer=TermAnswer("oral"))

    assert full_sentence(ulcers, ulcers.cards[0]) == "Oral and rectal ulcers were seen."
    assert full_sentence(quoted, quoted.cards[0]) == "“Oral” was seen."
    assert full_sentence(inside, inside.cards[0]) == "Seen were oral."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("oral", "Oral"),
        ("a book", "A book"),
        ("élan", "Élan"),
        ("anti-CD40", "Anti-CD40"),
        ("(rarely) oral", "(Rarely) oral"),
        ("pH", "pH"),
        ("mRNA", "mRNA"),
        ("p53", "p53"),
        ("x-ray", "x-ray"),
        ("4 patients", "4 patients"),
        ("[ … ]", "[ … ]"),
        ("", ""),
    ],
)
def test_a_capital_leaves_a_spelling_of_its_own_alone(text: str, shown: str) -> None:
    assert capitalize(text) == shown


@pytest.mark.parametrize(
    ("answer", "text", "with_unit"),
    [
        (TermAnswer("oral"), "oral", "oral"),
        (NumberAnswer(Decimal("1.10"), "1.10"), "1.10", "1.10"),
        (NumberAnswer(Decimal(4), "4", "patients"), "4", "4 patients"),
        (NumberAnswer(Decimal(23), "23", "%"), "23", "23%"),
        (NumberAnswer(Decimal(37), "37", "°C"), "37", "37°C"),
        (ListAnswer(terms("oral")), "oral", "oral"),
        (ListAnswer(terms("oral", "rectal")), "oral and rectal", "oral and rectal"),
        (ListAnswer(terms("a", "b", "c")), "a, b and c", "a, b and c"),
        (SequenceAnswer(terms("a", "b", "c")), "a, b and c", "a, b and c"),
    ],
)
def test_an_answer_reads_well(answer: Answer, text: str, with_unit: str) -> None:
    assert answer_text(answer) == text
    assert answer_text(answer, with_unit=True) == with_unit
