from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from quizapp.grading.expected import (
    ExpectedList,
    ExpectedNumber,
    ExpectedOptions,
    ExpectedSequence,
    ExpectedTerm,
)
from quizapp.items.item import Format, Item, ItemSource, Option
from quizapp.items.item_lines import fact_lines, group_by_fact
from tests.builders import a_match, an_item

SOURCE = ItemSource("Okafor 2011", "Okafor A. Towns. J Imag Geogr 2011;3:1-9.", 4, "10.1/x")
TYPED = replace(
    an_item(),
    expected=ExpectedTerm("Paris", ("Lutetia",), ("Lyon", "Nice")),
    sentence="Paris is the capital of France.",
    why="Since 1792.",
    sources=(SOURCE,),
)
CHOICE = replace(
    TYPED,
    format=Format.CHOICE,
    expected=ExpectedOptions(frozenset({"p"})),
    options=(
        Option("p", "Paris", is_right=True),
        Option("l", "Lyon", is_right=False, why="It is the second city."),
    ),
)


def text_of(items: Sequence[Item], *, with_citations: bool = False) -> str:
    return "\n".join(
        line.mark.text + "".join(span.text for span in line.text)
        for line in fact_lines(items, with_citations=with_citations)
    )


def test_a_fact_is_said_once_then_its_cards_with_their_items() -> None:
    assert text_of([CHOICE, TYPED]) == (
        "capitals/france   capitals.yaml:1\n"
        "  Paris is the capital of France.\n"
        "  why       Since 1792.\n"
        "  from      Okafor 2011, sentence 4\n"
        "\n"
        "  answer  Paris\n"
        "    also  Lutetia\n"
        "    never Lyon, Nice\n"
        "    choice      What is the capital of France?\n"
        "                ✓ Paris\n"
        "                ✗ Lyon\n"
        "                  It is the second city.\n"
        "    typed       What is the capital of France?"
    )


def test_citations_are_spelled_out_where_they_are_asked_for() -> None:
    text = text_of([TYPED], with_citations=True)

    assert "            Okafor A. Towns. J Imag Geogr 2011;3:1-9.\n            doi:10.1/x" in text


def test_an_explanation_of_its_own_stands_with_its_item() -> None:
    false = replace(
        TYPED,
        format=Format.TRUE_FALSE,
        stem="Lyon is the capital.",
        key=("False",),
        expected=ExpectedOptions(frozenset({"false"})),
        options=(
            Option("true", "True", is_right=False, why="It is Paris."),
            Option("false", "False", is_right=True),
        ),
        why="It is Paris. Since 1792.",
    )

    text = text_of([TYPED, replace(TYPED, format=Format.GAP), false])

    assert text.count("It is Paris.") == 1
    assert text.endswith("✗ True\n                ✓ False\n                why It is Paris.")


def test_a_match_is_shown_as_its_pairs_and_what_is_offered_beside_them() -> None:
    text = text_of([a_match()])

    assert (
        "    match       Which capital has which country?\n"
        "                France → Paris\n"
        "                Italy → Rome\n"
        "                Peru → Lima\n"
        "                ✗ Oslo"
    ) in text


def test_an_order_is_numbered() -> None:
    members = tuple(map(ExpectedTerm, ("bend", "neck", "oxbow")))
    order = replace(
        TYPED,
        format=Format.ORDER,
        key=("bend", "neck", "oxbow"),
        expected=ExpectedSequence(members),
    )

    text = text_of([order])

    assert "  answer  bend → neck → oxbow" in text
    assert text.endswith("1. bend\n                2. neck\n                3. oxbow")


def test_several_gaps_are_numbered() -> None:
    gaps = replace(
        TYPED,
        format=Format.GAP,
        stem="Ulcers were [ … ] or [ … ].",
        key=("oral", "rectal"),
        expected=ExpectedList((ExpectedTerm("oral", ("mouth",)), ExpectedTerm("rectal"))),
    )

    text = text_of([gaps])

    assert "    also  oral: mouth" in text
    assert text.endswith("1. oral\n                2. rectal")


def test_a_number_is_shown_with_its_unit_denominator_and_tolerance() -> None:
    expected = ExpectedNumber(Decimal(4), "4", "patients", Decimal(56), Decimal(1))

    text = text_of([replace(TYPED, format=Format.NUMBER, key=("4",), expected=expected)])

    assert "  answer  4\n    in patients, of 56, ± 1 is right\n" in text


def test_each_card_says_its_own_sentence_where_they_differ() -> None:
    lyon = replace(
        an_item("capitals/france/second", key="Lyon"),
        sentence="Lyon comes second.",
        sources=(SOURCE,),
    )

    text = text_of([TYPED, lyon])

    assert "    says Paris is the capital of France." in text
    assert "    says Lyon comes second." in text


def test_items_are_taken_fact_by_fact() -> None:
    rome = an_item("capitals/italy/answer")

    assert list(group_by_fact([CHOICE, TYPED, rome])) == [(CHOICE, TYPED), (rome,)]


def test_the_reason_of_a_false_statement_stands_below_it() -> None:
    true, false = (
        replace(
            an_item(
                "capitals/france/answer", Format.TRUE_FALSE, f"{town} is its capital.", key=key
            ),
            options=tuple(
                Option(each.casefold(), each, is_right=each == key) for each in ("True", "False")
            ),
            has_fixed_order=True,
            why=why,
        )
        for town, key, why in (("Paris", "True", ""), ("Lyon", "False", "That is the second."))
    )

    text = text_of([true, false])

    assert "\n  why " not in text
    assert text.endswith(
        "Lyon is its capital.\n                ✗ True\n                ✓ False\n"
        "                why That is the second."
    )
