"""Statements: one true, and false ones that only the author's words make."""

from collections.abc import Callable

import pytest

from quizapp.items.item import Format, Item, ItemId

Make = Callable[..., dict[ItemId, Item]]


def statements(made: dict[ItemId, Item]) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {
        id_: (item.stem, item.key) for id_, item in made.items() if item.format is Format.TRUE_FALSE
    }


def false_ones(items_of: Make, say: str, extra: str) -> list[str]:
    made = items_of(f"facts: [{{id: f, say: '{say}', ask: 'Which one?', {extra}}}]")
    return [stem for stem, key in statements(made).values() if key == ("False",)]


SEVERAL_CARDS = """
facts:
  - id: f
    say: "In all, {many} of them received {what} during the {when} of the year."
    cards:
      many: {ask: How many?, answer: 1, wrong: [3]}
      what: {ask: What?, answer: albumin, wrong: [plasma]}
      when: {ask: When?, answer: spring, wrong: [winter]}
"""


def test_a_fact_of_several_cards_has_one_false_statement_by_the_first_that_can(
    items_of: Make,
) -> None:
    assert statements(items_of(SEVERAL_CARDS)) == {
        "d/f/many/true-false/1": (
            "In all, 1 of them received albumin during the spring of the year.",
            ("True",),
        ),
        "d/f/what/true-false/1": (
            "In all, 1 of them received plasma during the spring of the year.",
            ("False",),
        ),
    }


def test_another_untrue_statement_leaves_the_ids_of_the_others(items_of: Make) -> None:
    one = "    untrue: [{say: None of them did., why: All did., card: many}]\n"
    two = one.replace("}]", "}, {say: It was in winter., why: It was in spring., card: when}]")

    before = statements(items_of(SEVERAL_CARDS + one))
    after = statements(items_of(SEVERAL_CARDS + two))

    assert {id_: after[id_] for id_ in before} == before
    assert set(after) - set(before) == {"d/f/when/true-false/3"}


def test_a_statement_that_leaves_for_its_card_leaves_the_ids_of_the_others(items_of: Make) -> None:
    two = (
        "    untrue:\n      - {say: It was in winter., why: It was in spring., card: %s}\n"
        "      - {say: None of them did., why: All did., card: many}\n"
    )

    before = items_of(SEVERAL_CARDS + two % "many")
    after = items_of(SEVERAL_CARDS + two % "when")

    assert set(before) - set(after) == {"d/f/many/true-false/2"}
    assert set(after) - set(before) == {"d/f/when/true-false/2"}
    assert before[ItemId("d/f/many/true-false/3")] == after[ItemId("d/f/many/true-false/3")]


def test_a_statement_is_asked_on_the_card_that_it_gets_wrong(items_of: Make) -> None:
    made = items_of(
        SEVERAL_CARDS + "    untrue: [{say: 'In all, 1 received albumin, in winter.', why: No.}]\n"
    )

    item = made[ItemId("d/f/when/true-false/2")]
    assert (item.card, item.key) == ("d/f/when", ("False",))


def test_a_statement_whose_card_nobody_knows_is_not_asked(items_of: Make) -> None:
    made = statements(items_of(SEVERAL_CARDS + "    untrue: [{say: None did., why: All did.}]\n"))

    assert list(made) == ["d/f/many/true-false/1"]


def test_a_statement_under_a_card_is_asked_on_that_card(items_of: Make) -> None:
    made = items_of("""
facts:
  - id: f
    say: "In all, {many} of them received {what} in the end."
    cards:
      many: {ask: How many?, answer: 1}
      what: {ask: What?, answer: albumin, untrue: [{say: They received plasma., why: No.}]}
""")

    assert statements(made) == {
        "d/f/many/true-false/1": ("In all, 1 of them received albumin in the end.", ("True",)),
        "d/f/what/true-false/2": ("They received plasma.", ("False",)),
    }


@pytest.mark.parametrize(
    ("say", "cards"),
    [
        ("{a} received a liver, {b} a heart.", "a: {answer: 4, wrong: [3]}, b: {answer: 3}"),
        ("{a} of the three received it.", "a: {answer: 4, wrong: [3]}"),
        ("{a} saw it, {b} did not.", "a: {answer: Ann, wrong: [Bob]}, b: {answer: Bob}"),
        ("{a} saw what Robert did not.", "a: {answer: Ann, wrong: [Bob]}"),
        ("{a} and {a|she} alone saw it.", "a: {answer: Ann, wrong: [Cid]}"),
    ],
)
def test_no_statement_is_made_that_says_a_value_twice(items_of: Make, say: str, cards: str) -> None:
    made = items_of(
        "concepts: {bob: {name: Bob, type: t, aliases: [Robert]}}\n"
        f"facts: [{{id: f, say: '{say}', cards: {{{cards}}}}}]"
    )

    assert [key for _, key in statements(made).values()] == [("True",)]


@pytest.mark.parametrize(
    ("say", "extra"),
    [
        ("It was {answer} that they all received.", "answer: albumin, wrong: [granulocytes]"),
        ("It was {answer} that was replaced at last.", "answer: liver, wrong: [the kidney]"),
        ("It was an {answer} that all of them had.", "answer: ulcer, wrong: [wart]"),
        ("There was {answer} patient in the end.", "answer: 1, wrong: [3]"),
        ("There were {answer|four} patients in the end.", "answer: 4, wrong: [3]"),
        ("There were {answer} in the end.", "answer: [ulcers, warts], wrong: [cysts, polyps]"),
        ("Some of them had {answer} in the end.", "answer: fever, wrong: [pain], hedged: true"),
        ("About {answer} of them died.", "answer: 40, tolerance: 5, wrong: [42]"),
        ("At least {answer} of them died.", "answer: 40, wrong: [30, 50]"),
    ],
)
def test_no_false_statement_is_made_that_would_show_itself_or_be_true(
    items_of: Make, say: str, extra: str
) -> None:
    assert false_ones(items_of, say, extra) == []


def test_the_first_wrong_answer_that_fits_the_sentence_is_taken(items_of: Make) -> None:
    made = false_ones(
        items_of,
        "It was an {answer} that all of them had.",
        "answer: ulcer, wrong: [wart, the eczema, abscess]",
    )

    assert made == ["It was an abscess that all of them had."]


def test_no_statement_is_made_of_none_at_all(items_of: Make) -> None:
    say = "At least one wrong patch was accepted by {answer} of the developers."

    assert false_ones(items_of, say, "answer: 14, wrong: [0, 7]") == [
        "At least one wrong patch was accepted by 7 of the developers."
    ]


def test_what_two_facts_say_is_asked_once_where_neither_adds_anything_false(items_of: Make) -> None:
    made = items_of("""
facts:
  - {id: f, say: "Of all of them {answer} got a liver, three a heart.", ask: How many?, answer: 4}
  - {id: g, say: "Of all of them 4 got a liver, {answer} a heart.", ask: Of what?, answer: three}
""")

    assert statements(made) == {
        "d/f/answer/true-false/1": ("Of all of them 4 got a liver, three a heart.", ("True",))
    }
