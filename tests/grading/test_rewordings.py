"""One thing said otherwise by grammar alone is right; who does what to whom is kept."""

import pytest

from quizapp.grading.expected import ExpectedTerm
from quizapp.grading.grade import Outcome
from quizapp.grading.judge import judge
from quizapp.grading.tables import table_columns, table_rows


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("owls hunt voles", "voles are hunted by owls"),
        ("voles are hunted by owls", "owls hunt voles"),
        ("the pump moves sodium out of the cell", "sodium is moved out of the cell by the pump"),
        ("reduction of iron", "it reduces iron"),
        ("removing bark", "removal of bark"),
        ("increased heart rate", "an increase in heart rate"),
        ("conversion of glucose to pyruvate", "converting glucose to pyruvate"),
        ("ovarian cyst", "cyst of the ovary"),
        ("cyst of the ovary", "ovarian cyst"),
        ("tubular necrosis", "necrosis of the tubules"),
        ("deforestation causes soil erosion", "deforestation causes erosion of the soil"),
        ("fermentation", "the process of fermentation"),
        ("crystallization", "crystallization process"),
        ("brown", "the brown one"),
        ("light-emitting diode", "light-emitting diode (LED)"),
        ("light-emitting diode", "LED"),
        ("E♭ major", "E flat major"),
        ("Parkinson's disease", "parkinsons"),
        ("360-degree feedback", "three-hundred-and-sixty-degree feedback"),
        ("the virus has mutated", "the virus mutated"),
        ("debit cash, credit sales", "debit cash / credit sales"),
        ("enlargement of the spleen", "enlarged spleen"),
    ],
)
def test_the_same_in_another_construction_is_right(key: str, typed: str) -> None:
    grade = judge(ExpectedTerm(key), typed)

    assert grade.outcome is Outcome.RIGHT


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("owls hunt voles", "owls are hunted by voles"),
        ("owls hunt voles", "voles are never hunted by owls"),
        ("cells take up glucose", "cells are taken up by glucose"),
        ("the pump moves sodium out of the cell", "sodium is moved into the cell by the pump"),
        ("reduction of iron", "iron of reduction"),
        ("reduction of iron", "it does not reduce iron"),
        ("conversion of glucose to pyruvate", "converting pyruvate to glucose"),
        ("absorption of water", "it adsorbs water"),
        ("ovarian cyst", "cyst of the ovum"),
        ("ureteral stone", "stone of the urethra"),
        ("vertebral fracture", "fracture of vertebrates"),
        ("atomic number", "number of atoms"),
        ("special relativity", "relativity of species"),
        ("soil erosion", "soil of erosion"),
        ("guard dog", "guard of the dog"),
        ("bundle of His", "bundle"),
        ("saturation", "the inhibition of saturation"),
        ("inflation", "the rate of inflation"),
        ("anaemia", "the condition of leukaemia"),
        ("light-emitting diode", "LCD"),
        ("light-emitting diode", "light-absorbing diode (LED)"),
        ("magnetic resonance imaging", "magnetic resonance imaging (CT)"),
        ("E♭ major", "E sharp major"),
        ("red", "one red"),
        ("360-degree feedback", "thirty-six degree feedback"),
        ("the virus has mutated", "the virus has not mutated"),
        ("debit cash, credit sales", "debit sales / credit cash"),
        ("O2", "O2-"),
        ("measurement of blood pressure", "measurement of blood glucose"),
        ("increase in temperature", "decreased temperature"),
        ("president of the senate", "senate of the president"),
        ("activation of T cells", "it deactivates T cells"),
    ],
)
def test_another_thing_in_a_like_construction_does_not_pass(key: str, typed: str) -> None:
    grade = judge(ExpectedTerm(key), typed)

    assert not grade.passes


@pytest.mark.parametrize(
    ("key", "question", "typed", "passes"),
    [
        (
            "aspirin blocks cyclooxygenase",
            "What does aspirin do?",
            "it blocks cyclooxygenase",
            True,
        ),
        ("aspirin blocks cyclooxygenase", "What does aspirin do?", "it blocks lipoxygenase", False),
        ("the left kidney lies higher", "Which lies higher?", "it lies higher", False),
        ("gravity", "Which force makes apples fall?", "the force of gravity", True),
        ("gravity", "Which force makes apples fall?", "the center of gravity", False),
        ("fire", "What is the end of ice?", "the end of fire", False),
        ("light-emitting diode", "What does LED stand for?", "LED", False),
    ],
)
def test_the_question_says_what_an_answer_takes_over(
    key: str, question: str, typed: str, passes: bool
) -> None:
    grade = judge(ExpectedTerm(key, given=question), typed)

    assert grade.passes is passes


def test_a_verb_for_the_noun_of_its_root_is_asked_about() -> None:
    grade = judge(ExpectedTerm("evaporation"), "evaporating")

    assert grade.outcome is Outcome.UNSURE


def test_each_row_of_the_table_of_derived_words_is_whole() -> None:
    rows = table_rows("derivations.tsv")

    assert table_columns("derivations.tsv") == ("kind", "words", "nouns", "example")
    assert {row[0] for row in rows} == {"act", "quality"}
    assert [row for row in rows if len(row) != 4] == []


@pytest.mark.parametrize(
    ("key", "typed", "note"),
    [
        ("sodium-potassium pump", "Na/K pump", "Not it: the answer is sodium-potassium pump."),
        ("right to silence", "right of silence", "Part of it. What else?"),
        ("red, then green", "red or green", "Two answers; give one."),
    ],
)
def test_what_is_told_of_a_stroke_and_of_another_link_is_true(
    key: str, typed: str, note: str
) -> None:
    grade = judge(ExpectedTerm(key), typed)

    assert grade.note == note
