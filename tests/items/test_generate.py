"""Which items a card makes, and what each carries."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from quizapp.bank.load import load_deck
from quizapp.bank.model import Bank
from quizapp.grading.expected import ExpectedList, ExpectedNumber, ExpectedOptions, ExpectedTerm
from quizapp.items.codec import from_json, to_json, to_public_dict
from quizapp.items.generate import generate
from quizapp.items.item import Format, Item, ItemId
from tests.items.conftest import formats, texts

Make = Callable[..., dict[ItemId, Item]]
DECK = Path(__file__).parent.parent.parent / "decks" / "x-linked-hyper-igm.yaml"

PARIS = """
facts:
  - id: f
    source: s#2
    ask: What is the capital of France?
    answer: Paris
    say: "{answer} is the capital of France."
    wrong: {Lyon: Lyon is smaller., Nice: Nice is at the sea.}
    why: It has been so for long.
"""


@pytest.fixture(scope="module")
def real_items() -> list[Item]:
    deck, problems = load_deck(DECK)
    assert deck is not None, problems
    return list(generate(Bank((deck,))))


def test_a_plain_flashcard_can_be_typed_and_flipped(items_of: Make) -> None:
    made = items_of('facts: [{id: f, ask: "What is it?", answer: "It"}]')

    assert set(made) == {"d/f/answer/typed", "d/f/answer/flip"}


def test_a_term_with_wrong_answers_and_a_sentence_makes_five_formats(items_of: Make) -> None:
    assert formats(items_of(PARIS)) == {
        Format.CHOICE,
        Format.TYPED,
        Format.GAP,
        Format.TRUE_FALSE,
        Format.FLIP,
    }


def test_a_number_is_typed_as_a_number(items_of: Make) -> None:
    made = items_of("facts: [{id: f, ask: 'How many?', answer: 13, unit: patients, of: 56}]")

    expected = made[ItemId("d/f/answer/number")].expected
    assert isinstance(expected, ExpectedNumber)
    assert (expected.text, expected.unit, expected.of) == ("13", "patients", Decimal(56))


def test_a_list_is_recalled_and_selected(items_of: Make) -> None:
    made = items_of(
        "facts: [{id: f, ask: 'Where?', answer: [oral, rectal], wrong: [nasal, aural]}]"
    )

    assert formats(made) == {Format.LIST, Format.SELECT, Format.FLIP}
    assert isinstance(made[ItemId("d/f/answer/list")].expected, ExpectedList)
    assert texts(made[ItemId("d/f/answer/select")]) == ["oral", "rectal", "nasal", "aural"]


def test_a_sequence_is_put_in_order(items_of: Make) -> None:
    made = items_of("facts: [{id: f, ask: 'In which order?', answer: {order: [a1, b1, c1]}}]")

    assert formats(made) == {Format.ORDER, Format.FLIP}
    assert texts(made[ItemId("d/f/answer/order")]) == ["a1", "b1", "c1"]


def test_a_closed_set_offers_exactly_its_members_in_the_authors_order(items_of: Make) -> None:
    made = items_of(
        "facts: [{id: f, ask: 'How is it?', answer: normal, among: [low, normal, high]}]"
    )

    choice = made[ItemId("d/f/answer/choice")]
    assert texts(choice) == ["low", "normal", "high"]
    assert choice.has_fixed_order
    assert formats(made) == {Format.CHOICE, Format.FLIP}


def test_a_closed_set_of_numbers_finds_its_key_by_value(items_of: Make) -> None:
    made = items_of("facts: [{id: f, ask: 'Which?', answer: 4, among: ['3', '4.0', '5']}]")

    right = [each.text for each in made[ItemId("d/f/answer/choice")].options if each.is_right]
    assert right == ["4.0"]


def test_a_list_out_of_a_closed_set_is_selected_from_exactly_that_set(items_of: Make) -> None:
    made = items_of("facts: [{id: f, ask: 'Which two?', answer: [a1, b1], among: [b1, c1, a1]}]")

    select = made[ItemId("d/f/answer/select")]
    assert texts(select) == ["b1", "c1", "a1"]
    assert [each.is_right for each in select.options] == [True, False, True]
    assert select.has_fixed_order
    assert formats(made) == {Format.SELECT, Format.FLIP}


def test_what_else_a_closed_set_holds_is_never_right_in_the_gap(items_of: Make) -> None:
    made = items_of(
        "facts: [{id: f, ask: 'How is it?', answer: hypotonic, among: [hypertonic, hypotonic], "
        "say: 'The fluid within the tubule is {answer} there.'}]"
    )

    expected = made[ItemId("d/f/answer/gap")].expected
    assert isinstance(expected, ExpectedTerm)
    assert expected.wrong == ("hypertonic",)


def test_numbers_that_are_names_are_listed_in_ascending_order(items_of: Make) -> None:
    made = items_of(
        "facts: [{id: f, ask: 'On which chromosome is it?', answer: '7', wrong: ['21', '3']}]"
    )

    choice = made[ItemId("d/f/answer/choice")]
    assert texts(choice) == ["3", "7", "21"]
    assert choice.has_fixed_order


def test_a_gap_shows_the_sentence_with_the_other_gaps_filled(items_of: Make) -> None:
    made = items_of("""
facts:
  - id: f
    say: "{who} found {what} in the year {year}."
    cards:
      who: {ask: "Who was it?", answer: Curie}
      what: {ask: "What was it?", answer: radium}
      year: {ask: "When was it?", answer: 1898}
""")

    assert made[ItemId("d/f/what/gap")].stem == "Curie found [ … ] in the year 1898."
    assert made[ItemId("d/f/who/gap")].stem == "[ … ] found radium in the year 1898."


def test_a_draft_makes_nothing(items_of: Make) -> None:
    assert items_of("facts: [{id: f, status: draft, ask: 'What is it?', answer: It}]") == {}


def test_an_item_leads_back_to_its_sentence(items_of: Make) -> None:
    note = items_of(PARIS)[ItemId("d/f/answer/typed")].sources[0]

    assert (note.short, note.sentence, note.doi) == ("Author 2020", 2, "10.1/x")


def test_the_names_of_a_concept_are_accepted_and_its_look_alikes_never(items_of: Make) -> None:
    made = items_of("""
concepts:
  pc: {name: Pneumocystis, type: organism, aliases: [P. carinii], never: [Pneumococcus]}
facts: [{id: f, ask: "Which one?", answer: Pneumocystis}]
""")

    expected = made[ItemId("d/f/answer/typed")].expected
    assert isinstance(expected, ExpectedTerm)
    assert (expected.accepted, expected.wrong) == (("P. carinii",), ("Pneumococcus",))


def test_the_sentence_is_true_and_an_untrue_one_is_false(items_of: Make) -> None:
    made = items_of(PARIS + "    untrue: [{say: Lyon is the capital of France., why: Paris is.}]\n")

    statements = [
        (item.stem, item.key) for item in made.values() if item.format is Format.TRUE_FALSE
    ]
    assert statements == [
        ("Paris is the capital of France.", ("True",)),
        ("Lyon is the capital of France.", ("False",)),
    ]


def test_without_an_untrue_one_a_declared_wrong_answer_makes_a_false_sentence(
    items_of: Make,
) -> None:
    made = items_of(PARIS)

    false = made[ItemId("d/f/answer/true-false/2")]
    assert (false.stem, false.key) == ("Lyon is the capital of France.", ("False",))
    assert false.why == (
        "Lyon is smaller. Paris is the capital of France. It has been so for long."
    )


def test_a_hedged_sentence_makes_no_false_one(items_of: Make) -> None:
    made = items_of("""
facts:
  - id: f
    hedged: true
    ask: How was the response to antigens in some of the patients?
    answer: defective
    among: [normal, defective]
    wrong: {normal: It was defective in some.}
    say: "In some patients the response to antigens was {answer}."
""")

    statements = [item for item in made.values() if item.format is Format.TRUE_FALSE]
    assert [item.key for item in statements] == [("True",)]


def test_the_same_bank_and_seed_make_the_same_items_byte_for_byte(
    bank_of: Callable[[str], Bank],
) -> None:
    bank = bank_of(PARIS)

    assert [to_json(item) for item in generate(bank, 7)] == [
        to_json(item) for item in generate(bank, 7)
    ]


def test_another_fact_leaves_the_items_of_the_first_as_they_were(items_of: Make) -> None:
    alone = items_of(PARIS)
    together = items_of(PARIS + "  - {id: g, ask: 'What is the capital of Italy?', answer: Rome}\n")

    assert {id_: together[id_] for id_ in alone} == alone


def test_a_wording_change_keeps_the_hash_of_the_key(items_of: Make) -> None:
    before = items_of(PARIS)[ItemId("d/f/answer/typed")]
    after = items_of(PARIS.replace("What is the", "Which is the"))[ItemId("d/f/answer/typed")]

    assert after.content_hash != before.content_hash
    assert after.key_hash == before.key_hash


def test_another_answer_changes_the_hash_of_the_key(items_of: Make) -> None:
    before = items_of(PARIS)[ItemId("d/f/answer/typed")]
    after = items_of(PARIS.replace("Paris", "Versailles"))[ItemId("d/f/answer/typed")]

    assert after.key_hash != before.key_hash


def test_the_real_deck_makes_at_least_eight_formats_and_120_items(real_items: list[Item]) -> None:
    assert len({item.format for item in real_items}) >= 8
    assert len(real_items) >= 120


def test_every_choice_of_the_real_deck_has_one_right_option(real_items: list[Item]) -> None:
    counts = {
        item.id: sum(option.is_right for option in item.options)
        for item in real_items
        if item.format is Format.CHOICE
    }

    assert set(counts.values()) == {1}


def test_items_survive_the_way_through_json(real_items: list[Item]) -> None:
    assert [from_json(to_json(item)) for item in real_items] == real_items


def test_the_public_shape_has_the_promised_keys(items_of: Make) -> None:
    shown = to_public_dict(items_of(PARIS)[ItemId("d/f/answer/choice")])

    assert {
        key: shown[key] for key in ("id", "deck", "fact", "card", "format", "stem", "source")
    } == {
        "id": "d/f/answer/choice",
        "deck": "d",
        "fact": "d/f",
        "card": "d/f/answer",
        "format": "choice",
        "stem": "What is the capital of France?",
        "source": "Author 2020, sentence 2",
    }
    assert [(each["text"], each["right"], each["why"]) for each in shown["options"]] == [
        ("Paris", True, ""),
        ("Lyon", False, "Lyon is smaller."),
        ("Nice", False, "Nice is at the sea."),
    ]
    assert (shown["key"], shown["accepted"], shown["why"]) == (
        ["Paris"],
        [],
        "It has been so for long.",
    )
    assert set(shown) >= {"tags", "hash"}


def test_what_is_expected_of_a_choice_is_the_id_of_its_right_option(items_of: Make) -> None:
    choice = items_of(PARIS)[ItemId("d/f/answer/choice")]

    assert choice.expected == ExpectedOptions(frozenset({choice.options[0].id}))
