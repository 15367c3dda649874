"""What holds for the items of any bank."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.bank.model import Bank, CardId, Gap, TermAnswer
from quizapp.bank.sentences import BLANK, fill_sentence, join_and, sentence_parts
from quizapp.grading.expected import ExpectedMatch, ExpectedOptions, ExpectedSelf
from quizapp.grading.grade import Outcome
from quizapp.grading.judge import grades_equal, judge
from quizapp.grading.lexicon import Lexicon, lexicon
from quizapp.items.codec import from_json, to_json
from quizapp.items.equal_answers import are_equal_answers
from quizapp.items.generate import generate
from quizapp.items.item import Format, Item
from quizapp.items.repeated_values import count_mentions
from tests.builders import a_card, a_fact
from tests.counts import full_or_share
from tests.items.banks import ALIASES, NAMES, banks

pytestmark = pytest.mark.slow  # each law makes whole banks

law = settings(max_examples=full_or_share(1000), deadline=None)
CHOSEN = (Format.CHOICE, Format.SELECT)
TYPED = (Format.TYPED, Format.NUMBER, Format.LIST, Format.GAP)


def names_of(bank: Bank) -> Lexicon:
    return lexicon(concept.names for concept in bank.decks[0].concepts.values())


def chosen(bank: Bank) -> Iterator[Item]:
    return (item for item in generate(bank) if item.format in CHOSEN)


def by_card(bank: Bank, *formats: Format) -> dict[CardId, Item]:
    return {item.card: item for item in generate(bank) if item.format in formats}


@law
@given(banks())
def test_a_choice_has_one_right_option_and_at_least_two_options(bank: Bank) -> None:
    for item in generate(bank):
        if item.format is Format.CHOICE:
            assert [option.text for option in item.options].count(item.key[0]) == 1
            assert sum(option.is_right for option in item.options) == 1
            assert 2 <= len(item.options) <= 4


@law
@given(banks())
def test_no_two_options_grade_as_equal_unless_the_author_closed_the_set(bank: Bank) -> None:
    closed = {card.id for fact in bank.decks[0].facts for card in fact.cards if card.among}
    for item in chosen(bank):
        wrong = [option.text for option in item.options if not option.is_right]
        right = [option.text for option in item.options if option.is_right]
        if item.card not in closed:
            assert not any(grades_equal(one, other) for one, other in combinations(wrong, 2))
            assert not any(grades_equal(one, other) for one in right for other in wrong)


@law
@given(banks())
def test_the_key_is_graded_as_right(bank: Bank) -> None:
    names = names_of(bank)
    for item in generate(bank):
        if item.format in TYPED:
            response = ", ".join(item.key)
            assert judge(item.expected, response, names).outcome is Outcome.RIGHT
        elif isinstance(item.expected, ExpectedOptions):
            assert judge(item.expected, sorted(item.expected.right)).outcome is Outcome.RIGHT
        elif not isinstance(item.expected, ExpectedSelf | ExpectedMatch):
            assert judge(item.expected, item.key, names).outcome is Outcome.RIGHT


@law
@given(banks())
def test_a_wrong_option_is_graded_as_wrong_when_typed(bank: Bank) -> None:
    names = names_of(bank)
    typed = by_card(bank, Format.TYPED, Format.NUMBER)
    for card, item in by_card(bank, Format.CHOICE).items():
        wrong = [option.text for option in item.options if not option.is_right]
        if card in typed:
            grades = [judge(typed[card].expected, text, names).outcome for text in wrong]
            assert grades == [Outcome.WRONG] * len(wrong)


@law
@given(banks())
def test_an_option_is_right_for_no_card_with_the_same_question(bank: Bank) -> None:
    cards = [card for fact in bank.decks[0].facts for card in fact.cards]
    for item in chosen(bank):
        right = {
            card.answer.text.casefold()
            for card in cards
            if card.ask == item.stem and isinstance(card.answer, TermAnswer) and not card.among
        }
        own = next(card for card in cards if card.id == item.card)
        wrong = {option.text.casefold() for option in item.options if not option.is_right}
        assert own.among or right.isdisjoint(wrong)


@law
@given(banks())
def test_the_gap_filled_with_its_key_is_the_sentence(bank: Bank) -> None:
    shown = {
        (fact.id, piece.card): piece.shown
        for fact in bank.decks[0].facts
        for card in fact.cards
        for piece in sentence_parts(fact, card)
        if isinstance(piece, Gap)
    }
    for item in generate(bank):
        if item.format is Format.GAP:
            card = item.card.rsplit("/", 1)[1]
            filled = shown[item.fact, card] or join_and(item.key)
            assert item.stem.replace(BLANK, filled) == item.sentence


@law
@given(banks())
def test_a_member_that_stands_in_the_gapped_sentence_is_no_answer(bank: Bank) -> None:
    keys = {item.card: item.key for item in generate(bank) if item.format is Format.LIST}
    for item in generate(bank):
        if item.format is Format.GAP and item.card in keys and len(item.key) == 1:
            others = [text for text in keys[item.card] if text != item.key[0]]
            outcomes = [judge(item.expected, text).outcome for text in others]
            assert Outcome.RIGHT not in outcomes


@law
@given(banks())
def test_the_first_statement_is_the_sentence_and_a_hedged_one_is_never_swapped(bank: Bank) -> None:
    for fact in bank.decks[0].facts:
        statements = [
            item
            for item in generate(bank)
            if item.fact == fact.id and item.format is Format.TRUE_FALSE
        ]
        false = [item.stem for item in statements if item.key == ("False",)]
        assert [item.stem for item in statements if item.key == ("True",)] == [
            item.sentence for item in statements[:1]
        ]
        told = [each for each in fact.untrue if fact.say and (each.card or len(fact.cards) == 1)]
        assert not fact.is_hedged or false == [each.say for each in told]
        assert len(false) <= 1


@law
@given(banks())
def test_a_false_statement_says_its_card_and_no_value_twice(bank: Bank) -> None:
    deck = bank.decks[0]
    untrue = {(fact.id, each.say): each.card for fact in deck.facts for each in fact.untrue}
    made_of = {
        (card.id, fill_sentence(fact, card, {card.name: wrong.text})): wrong.text
        for fact in deck.facts
        for card in fact.cards
        for wrong in card.wrong
    }
    for item in generate(bank):
        is_false = item.format is Format.TRUE_FALSE and item.key == ("False",)
        if is_false and (item.fact, item.stem) in untrue:
            assert untrue[item.fact, item.stem] in {"", item.card.rsplit("/", 1)[1]}
        elif is_false and "/t/" not in item.card:
            assert count_mentions(item.stem, made_of[item.card, item.stem], deck) == 1


@law
@given(banks())
def test_of_the_values_of_a_match_one_alone_is_right_for_each_row(bank: Bank) -> None:
    for item in generate(bank):
        if item.format is Format.MATCH:
            texts = {option.id: option.text for option in item.options}
            expected = item.expected
            assert isinstance(expected, ExpectedMatch)
            assert [texts[id_] for id_ in expected.right] == list(item.key)
            assert len(set(texts.values())) == len(item.options) >= len(item.prompts) >= 3
            assert not any(
                are_equal_answers(one, other) for one, other in combinations(texts.values(), 2)
            )
            assert judge(expected, expected.right).outcome is Outcome.RIGHT


@law
@given(banks())
def test_ids_are_unique(bank: Bank) -> None:
    ids = [item.id for item in generate(bank)]

    assert len(set(ids)) == len(ids)


@law
@given(banks())
def test_the_same_seed_makes_the_same_bytes(bank: Bank) -> None:
    assert list(map(to_json, generate(bank, 3))) == list(map(to_json, generate(bank, 3)))


@law
@given(banks())
def test_items_come_back_from_json_as_they_were(bank: Bank) -> None:
    items = list(generate(bank))

    assert [from_json(to_json(item)) for item in items] == items


@law
@given(banks())
def test_another_fact_with_words_of_its_own_changes_no_other_item(bank: Bank) -> None:
    deck = bank.decks[0]
    another = a_fact("z", deck="d", cards=[a_card("d/z", ask="What else?", answer="quite another")])
    # What is drawn for a card depends on its own id, not on what stands before it.
    larger = Bank((replace(deck, facts=(another, *deck.facts)),))

    after = {item.id: item for item in generate(larger, 5)}
    assert all(after[item.id] == item for item in generate(bank, 5))


@law
@given(st.sampled_from(NAMES), st.sampled_from((*NAMES, *ALIASES, "tumor", "Four", "ulcers, oral")))
def test_texts_are_alike_where_they_grade_as_equal(one: str, other: str) -> None:
    assert are_equal_answers(one, other) == grades_equal(one, other)
