"""What a fact claims: its sentence, its questions answered, its reasons; no background."""

from dataclasses import replace
from decimal import Decimal

from quizapp.bank.model import (
    Fact,
    Gap,
    NumberAnswer,
    SequenceAnswer,
    TermAnswer,
    UntrueStatement,
    WrongAnswer,
)
from quizapp.prove import ClaimKind, claims_of
from tests.builders import HERE, a_card, a_fact


def claimed(fact: Fact) -> list[tuple[str, ...]]:
    return [(each.kind.value, *each.texts) for each in claims_of(fact, "en")]


def a_count(ask: str, unit: str = "wells") -> Fact:
    answer = NumberAnswer(Decimal(13), "13", unit)
    return a_fact(cards=[a_card(ask=ask, answer=answer)])


def test_the_answer_stands_in_place_of_what_asks() -> None:
    assert claimed(a_count("How many wells ran dry?")) == [("statement", "13 wells ran dry")]
    assert claimed(a_count("How deep is it?", "m")) == [("statement", "13 m deep is it")]


def test_a_which_is_answered_together_with_its_noun_and_by_each_alias() -> None:
    card = replace(
        a_card(ask="Which organism was in the wells?", answer="algae"), aliases=("alga",)
    )

    assert claimed(a_fact(cards=[card])) == [
        ("statement", "algae was in the wells", "alga was in the wells")
    ]


def test_a_blank_is_filled_and_what_asks_for_it_is_no_claim() -> None:
    asked = a_card(ask="Which word fills the gap? In May, ____ was in the wells.", answer="algae")

    assert claimed(a_fact(cards=[asked])) == [("statement", "In May, algae was in the wells.")]


def test_a_question_that_denies_or_asks_for_an_order_is_no_statement() -> None:
    members = SequenceAnswer((TermAnswer("a"), TermAnswer("b")))

    assert claimed(a_fact(cards=[a_card(ask="Which well was not dry?", answer="A")])) == []
    assert claimed(a_fact(cards=[a_card(ask="In what order?", answer=members)])) == []


def test_the_sentence_is_filled_and_claimed_once() -> None:
    cards = [a_card(name="one", ask="", answer="iron"), a_card(name="two", ask="", answer="salt")]
    fact = replace(a_fact(cards=cards), say=("Wells hold ", Gap("one"), " and ", Gap("two"), "."))

    assert claimed(fact) == [("statement", "Wells hold iron and salt.")]


def test_reasons_and_untrue_statements_are_claims_and_background_is_not() -> None:
    wrong = (
        WrongAnswer("5", "Five ran over. Background: they lie low.", HERE),
        WrongAnswer("6", "Background: nobody knows.", HERE),
    )
    fact = a_count("How many wells ran dry?")
    fact = replace(
        fact,
        cards=(replace(fact.cards[0], wrong=wrong),),
        why="That is 13 of 56.",
        untrue=(UntrueStatement("All ran dry.", "Thirteen did.", HERE),),
    )

    assert claimed(fact)[1:] == [
        ("reason", "Five ran over."),
        ("remark", "That is 13 of 56."),
        ("untrue", "All ran dry."),
        ("reason", "Thirteen did."),
    ]


def test_what_arithmetic_accounts_for_is_told() -> None:
    fact = a_count("How many wells ran dry?")
    fact = replace(fact, cards=(replace(fact.cards[0], equals="a.b - c.d"),))

    (claim,) = claims_of(fact, "en")

    assert claim.kind is ClaimKind.STATEMENT
    assert claim.computed == {13}
    assert claim.written == "How many wells ran dry?"
