"""One thing said otherwise by grammar alone is right; who does what to whom is kept."""

import pytest

from quizapp.grading.expected import ExpectedTerm
from quizapp.grading.grade import Outcome
from quizapp.grading.judge import judge
from quizapp.grading.languages import LANGUAGES
from quizapp.grading.lexicon import lexicon
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
        ("the Romans destroyed Carthage", "the Roman destruction of Carthage"),
        ("the Romans destroyed Carthage", "the destruction of Carthage by the Romans"),
        ("the king abolished serfdom", "the king's abolition of serfdom"),
        ("tensile strength", "strength in tension"),
        ("light can be neither seen nor felt", "light cannot be seen or felt"),
        ("light cannot be seen or felt", "light can be neither felt nor seen"),
        ("the court may dismiss the appeal", "the appeal may be dismissed by the court"),
        ("Newtonian mechanics", "Newton's mechanics"),
        ("inelastic demand", "demand that is inelastic"),
        ("supply exceeds demand", "because supply exceeds demand"),
        ("red and green", "green and red"),
        ("United Kingdom", "the U.K."),
        ("J. S. Bach", "Johann Sebastian Bach"),
        ("30 days", "30 d"),
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
        ("the Romans destroyed Carthage", "the destruction of the Romans by Carthage"),
        ("the Romans destroyed Carthage", "the construction of Carthage by the Romans"),
        ("the Romans destroyed Carthage", "the Carthaginian destruction of Rome"),
        ("the king abolished serfdom", "the abolition of the king"),
        ("tensile strength", "strength in torsion"),
        ("presidential election", "election by the president"),
        ("light can be neither seen nor felt", "light can be seen or felt"),
        ("light can be neither seen nor felt", "light can be seen but not felt"),
        ("light can be neither seen nor felt", "light cannot be seen or heard"),
        ("neither plants nor animals", "plants or animals"),
        ("the court may dismiss the appeal", "the appeal must be dismissed by the court"),
        ("the court may dismiss the appeal", "the court may be dismissed by the appeal"),
        ("owls hunt voles", "voles hunt owls"),
        ("Newtonian mechanics", "Newton's optics"),
        ("German measles", "germ measles"),
        ("inelastic demand", "demand that is not inelastic"),
        ("supply exceeds demand", "unless supply exceeds demand"),
        ("supply exceeds demand", "because demand exceeds supply"),
        ("Pride and Prejudice", "Prejudice and Pride"),
        ("E. coli", "Entamoeba coli"),
        ("J. S. Bach", "Carl Philipp Bach"),
        ("30 days", "30"),
        ("30 days", "30 h"),
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
        ("random access memory", "Which resets after management?", "RAM", False),
        ("Treaty of Versailles", "Which treaty ended the war?", "Versailles", True),
        ("Treaty of Versailles", "Which treaty ended the war?", "the treaty", False),
    ],
)
def test_the_question_says_what_an_answer_takes_over(
    key: str, question: str, typed: str, passes: bool
) -> None:
    grade = judge(ExpectedTerm(key, given=question), typed)

    assert grade.passes is passes


@pytest.mark.parametrize(
    ("language", "key", "right", "wrong"),
    [
        ("de", "vulkanischer Ausbruch", "Ausbruch des Vulkans", "Ausbruch des Vulkaniseurs"),
        ("de", "30-jähriger Frieden", "Dreißigjähriger Frieden", "Dreizehnjähriger Frieden"),
        ("es", "erupción volcánica", "erupción de un volcán", "volcán de erupción"),
        ("fr", "éruption volcanique", "éruption d'un volcan", "éruption du Vulcain"),
        ("fr", "crise économique", "crise de l'économie", "crise de l'économe"),
        ("it", "eruzione vulcanica", "eruzione di un vulcano", "vulcano di eruzione"),
        ("nl", "tachtigjarige vrede", "80-jarige vrede", "18-jarige vrede"),
        ("pt", "erupção vulcânica", "erupção do vulcão", "vulcão de erupção"),
        ("ru", "вулканическое извержение", "извержение вулкана", "вулкан извержения"),
    ],
)
def test_languages_make_adjectives_of_nouns(
    language: str, key: str, right: str, wrong: str
) -> None:
    expected = ExpectedTerm(key, language=language)

    passes = judge(expected, right).passes, judge(expected, wrong).passes

    assert passes == (True, False)


def test_a_short_name_of_two_things_of_the_bank_is_none() -> None:
    expected = ExpectedTerm("computed tomography scan")
    names = lexicon([("computed tomography scan",), ("carpal tunnel syndrome",)])

    passes = judge(expected, "CTS").passes, judge(expected, "CTS", names).passes

    assert passes == (True, False)


def test_a_verb_for_the_noun_of_its_root_is_asked_about() -> None:
    grade = judge(ExpectedTerm("evaporation"), "evaporating")

    assert grade.outcome is Outcome.UNSURE


def test_each_row_of_the_table_of_derived_words_is_whole() -> None:
    rows = table_rows("derivations.tsv")

    assert table_columns("derivations.tsv") == ("kind", "words", "nouns", "example")
    assert {row[0].partition("-")[0] for row in rows} == {"act", "member", "name", "own", "quality"}
    assert {row[0].partition("-")[2] for row in rows} - {""} < set(LANGUAGES)
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
