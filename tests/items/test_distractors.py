"""Wrong options: nothing is guessed to be false."""

from collections.abc import Callable

from quizapp.items.item import Item, ItemId
from tests.items.conftest import texts

Make = Callable[..., dict[ItemId, Item]]
CHOICE = ItemId("d/f/answer/choice")

DISEASES = """
concepts:
  sc: {name: sclerosing cholangitis, type: liver, aliases: [PSC], tags: [bile]}
  cholangitis: {name: cholangitis, type: liver}
  hepatitis: {name: viral hepatitis, type: liver, background: true}
  atresia: {name: biliary atresia, type: liver, tags: [bile]}
  wilson: {name: Wilson disease, type: liver}
  colitis: {name: colitis, type: bowel}
"""


def test_without_a_declared_wrong_answer_there_is_no_choice(items_of: Make) -> None:
    made = items_of(DISEASES + "facts: [{id: f, ask: 'Which one?', answer: biliary atresia}]")

    assert CHOICE not in made


def test_other_concepts_of_the_declared_type_are_wrong(items_of: Make) -> None:
    made = items_of(
        DISEASES
        + "facts: [{id: f, ask: 'Which one?', answer: biliary atresia, choose_from: liver}]"
    )

    assert texts(made[CHOICE]) == [
        "biliary atresia",
        "sclerosing cholangitis",
        "Wilson disease",
        "cholangitis",
    ]


def test_a_broader_concept_than_the_key_is_no_wrong_answer(items_of: Make) -> None:
    made = items_of(
        DISEASES.replace("tags: [bile]}\n  cholangitis", "is_a: cholangitis}\n  cholangitis")
        + "facts: [{id: f, ask: 'Which?', answer: sclerosing cholangitis, choose_from: liver}]"
    )

    assert "cholangitis" not in texts(made[CHOICE])


def test_what_is_also_right_is_no_wrong_answer(items_of: Make) -> None:
    made = items_of(
        DISEASES + "facts: [{id: f, ask: 'Which one?', answer: biliary atresia, "
        "choose_from: liver, also_right: [Wilson disease]}]"
    )

    assert "Wilson disease" not in texts(made[CHOICE])


def test_what_another_fact_answers_to_the_same_question_is_no_wrong_answer(items_of: Make) -> None:
    made = items_of(
        DISEASES
        + "facts:\n"
        + "  - {id: f, ask: 'Which one?', answer: biliary atresia, choose_from: liver}\n"
        + "  - {id: g, ask: 'which  one?', answer: PSC}\n"
    )

    assert "sclerosing cholangitis" not in texts(made[CHOICE])


def test_background_comes_last(items_of: Make) -> None:
    made = items_of(
        DISEASES.replace("  wilson: {name: Wilson disease, type: liver}\n", "")
        + "facts: [{id: f, ask: 'Which one?', answer: biliary atresia, choose_from: liver}]"
    )

    assert texts(made[CHOICE])[-1] == "viral hepatitis"


def test_what_stands_in_the_question_is_no_wrong_answer(items_of: Make) -> None:
    made = items_of(
        DISEASES + "facts: [{id: f, ask: 'Which one, besides Wilson disease?', "
        "answer: biliary atresia, choose_from: liver}]"
    )

    assert "Wilson disease" not in texts(made[CHOICE])


def test_a_concept_that_the_question_names_by_an_alias_is_no_wrong_answer(
    items_of: Make,
) -> None:
    made = items_of(
        DISEASES.replace("Wilson disease,", "Wilson disease, aliases: [hepatolenticular],")
        + "facts: [{id: f, ask: 'Which one is like hepatolenticular degeneration?', "
        "answer: biliary atresia, choose_from: liver}]"
    )

    assert "Wilson disease" not in texts(made[CHOICE])


def test_a_concept_of_another_source_comes_before_background_alone(items_of: Make) -> None:
    made = items_of("""
  t: {cite: "Another.", short: Another}
concepts:
  atresia: {name: biliary atresia, type: liver, source: s#1}
  wilson: {name: Wilson disease, type: liver, source: t}
  hepatitis: {name: viral hepatitis, type: liver, background: true}
  cirrhosis: {name: hepatic cirrhosis of the liver, type: liver, source: s#2}
facts: [{id: f, source: s#1, ask: 'Which one?', answer: biliary atresia, choose_from: liver}]
""")

    assert texts(made[CHOICE])[1:] == [
        "hepatic cirrhosis of the liver",
        "Wilson disease",
        "viral hepatitis",
    ]


def test_two_wrong_answers_that_grade_as_equal_are_one(items_of: Make) -> None:
    made = items_of(
        "facts: [{id: f, ask: 'Which one?', answer: edema, wrong: [tumour, tumors, oedemas, rash]}]"
    )

    assert texts(made[CHOICE]) == ["edema", "tumour", "rash"]


def test_of_a_large_type_the_names_about_as_long_as_the_key_are_offered(items_of: Make) -> None:
    concepts = "concepts:\n" + "".join(
        f"  c{length}: {{name: {'x' * length}, type: t}}\n" for length in range(1, 301)
    )
    made = items_of(
        concepts + f"facts: [{{id: f, ask: 'Which one?', answer: {'x' * 150}, choose_from: t}}]"
    )

    assert [len(text) for text in texts(made[CHOICE])] == [150, 149, 151, 148]


def test_the_authors_own_wrong_answers_come_first_with_their_reasons(items_of: Make) -> None:
    made = items_of(
        DISEASES + "facts: [{id: f, ask: 'Which one?', answer: biliary atresia, "
        "choose_from: liver, wrong: {steatosis: It is reversible.}}]"
    )

    first = made[CHOICE].options[1]
    assert (first.text, first.why) == ("steatosis", "It is reversible.")
