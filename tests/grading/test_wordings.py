"""What one says in more words, in other forms or by ear is right; its wrong twin is not."""

from decimal import Decimal

import pytest

from quizapp.grading.expected import ExpectedList, ExpectedNumber, ExpectedTerm
from quizapp.grading.grade import Outcome
from quizapp.grading.judge import judge
from quizapp.grading.lexicon import lexicon
from tests.grading.conftest import Learn

pytestmark = pytest.mark.slow  # in the words of nine languages


def passes(key: str, typed: str, question: str = "", language: str = "en") -> bool:
    return judge(ExpectedTerm(key, language=language, given=question), typed).passes


@pytest.mark.parametrize(
    ("key", "typed", "language"),
    [
        ("xylem", "zylem", "en"),
        ("xenon", "zenon", "en"),
        ("wrist", "rist", "en"),
        ("roux", "rous", "en"),
        ("lava", "lova", "en"),
        ("baking soda", "baking sode", "en"),
        ("covalent bond", "colavent bond", "en"),
        ("aubergine", "aubergene", "en"),
        ("tangerine", "tangerene", "en"),
        ("perihelion", "perihelium", "en"),
        ("Strait of Magellan", "straight of Magellan", "en"),
        ("bain-marie", "bain-mari", "fr"),
        ("asymmetric encryption", "asymmetrical encryption", "en"),
        ("Fotosynthese", "Photosynthese", "de"),
        ("objeto direto", "objecto directo", "pt"),
    ],
)
def test_a_slip_that_is_no_other_word_passes(
    key: str, typed: str, language: str, learn_words: Learn
) -> None:
    learn_words(language)

    assert passes(key, typed, language=language)


@pytest.mark.parametrize(
    ("key", "typed", "language"),
    [
        ("xerosis", "serosis", "en"),
        ("psychosis", "sycosis", "en"),
        ("mouse", "bouse", "en"),
        ("mouse", "louse", "en"),
        ("bile", "bole", "en"),
        ("iris", "irs", "en"),
        ("Bach", "Bash", "en"),
        ("Rome", "Roma", "en"),
        ("Manet", "Monet", "en"),
        ("propane", "propene", "en"),
        ("hexane", "hexene", "en"),
        ("fluorine", "fluorene", "en"),
        ("benzene", "benzine", "en"),
        ("rituximab", "ritixumab", "en"),
        ("electron", "electrum", "en"),
        ("facial nerve", "fascial nerve", "en"),
        ("peroneal nerve", "perineal nerve", "en"),
        ("Black Death", "Black Dearth", "en"),
        ("folic acid", "frolic acid", "en"),
        ("complementary DNA", "complimentary DNA", "en"),
        ("principal of Yale", "principle of Yale", "en"),
        ("historic present", "historical present", "en"),
        ("Strait of Magellan", "straight of Gibraltar", "en"),
        ("lijdend voorwerp", "leidend voorwerp", "nl"),
        ("zij leidt", "zij lijdt", "nl"),
    ],
)
def test_another_word_is_no_slip(key: str, typed: str, language: str, learn_words: Learn) -> None:
    learn_words(language)

    assert not passes(key, typed, language=language)


@pytest.mark.parametrize(
    ("key", "unit", "question", "typed", "language"),
    [
        (7, "", "How hard is quartz on the Mohs scale?", "7 out of 10", "en"),
        (7, "", "Which score of 10 is good?", "7/10", "en"),
        (12, "pairs", "How many pairs of ribs are there?", "24 ribs in 12 pairs", "en"),
        (46, "chromosomes", "How many chromosomes are there?", "23 pairs", "en"),
        (46, "chromosomes", "How many chromosomes are there?", "23 pairs, so 46", "en"),
        (1066, "", "In which year was it?", "ten sixty-six", "en"),
        (88, "", "How many keys are there?", "52 white and 36 black, so 88", "en"),
        (88, "", "Combien de touches?", "52 blanches et 36 noires, soit 88", "fr"),
        (88, "", "Wie viele Tasten?", "52 weiße und 36 schwarze, also 88", "de"),
        (7, "", "Каков pH воды?", "pH = 7,0", "ru"),
        (7, "", "What is the pH of water?", "pH: 7", "en"),
        (4, "", "How many criteria must be met?", "at least 4", "en"),
    ],
)
def test_a_number_may_be_said_with_what_goes_with_it(
    key: int, unit: str, question: str, typed: str, language: str
) -> None:
    expected = ExpectedNumber(Decimal(key), str(key), unit, language=language, given=question)

    assert judge(expected, typed).passes


@pytest.mark.parametrize(
    ("key", "unit", "question", "typed", "language"),
    [
        (7, "", "How hard is quartz on the Mohs scale?", "8 out of 10", "en"),
        (7, "", "How hard is quartz on the Mohs scale?", "7 out of 12", "en"),
        (7, "", "How hard is quartz on the Mohs scale?", "10 out of 7", "en"),
        (7, "", "How many dwarfs are there?", "7 out of 10", "en"),
        (7, "patients", "How many patients had a high score?", "7 out of 10", "en"),
        (12, "pairs", "How many pairs of ribs are there?", "12 ribs in 24 pairs", "en"),
        (12, "pairs", "How many pairs of ribs are there?", "12 ribs in 6 pairs", "en"),
        (12, "pairs", "How many pairs of ribs are there?", "6 pairs", "en"),
        (24, "pairs", "How many pairs are there?", "12 pairs", "en"),
        (46, "chromosomes", "How many chromosomes are there?", "46 pairs", "en"),
        (46, "chromosomes", "How many chromosomes are there?", "22 pairs", "en"),
        (46, "chromosomes", "How many chromosomes are there?", "23 pairs, so 48", "en"),
        (46, "chromosomes", "How many chromosomes are there?", "46 genes", "en"),
        (1066, "", "In which year was it?", "ten sixty-seven", "en"),
        (1066, "", "In which year was it?", "sixty-six", "en"),
        (88, "", "How many keys are there?", "52 white and 36 black", "en"),
        (88, "", "How many keys are there?", "52 white and 30 black, so 88", "en"),
        (88, "", "How many keys are there?", "52 white and 36 black, so 86", "en"),
        (88, "", "Combien de touches?", "88 soit 90", "fr"),
        (88, "", "Combien de touches?", "soit 88 soit 90", "fr"),
        (88, "", "Combien de touches?", "80, soit 88", "fr"),
        (88, "", "Wie viele Tasten?", "80, also 88", "de"),
        (7, "", "Каков pH воды?", "pH = 8,0", "ru"),
        (7, "", "Каков pH воды?", "pK = 7,0", "ru"),
        (7, "", "What is the pH of water?", "pOH: 7", "en"),
        (4, "", "How many criteria must be met?", "at most 4", "en"),
        (4, "", "How many criteria must be met?", "more than 4", "en"),
        (4, "", "How many criteria must be met?", "at least 5", "en"),
        (4, "", "How many moons are there?", "at least 4", "en"),
        (4, "", "How many moons are there?", "4 or 5", "en"),
    ],
)
def test_another_number_with_what_goes_with_it_is_wrong(
    key: int, unit: str, question: str, typed: str, language: str
) -> None:
    expected = ExpectedNumber(Decimal(key), str(key), unit, language=language, given=question)

    assert not judge(expected, typed).passes


@pytest.mark.parametrize(
    ("key", "typed", "question", "language"),
    [
        ("subduction", "subducting", "By what process does a plate sink?", "en"),
        ("monopsony", "monopsonistic market", "What is a market with one buyer?", "en"),
        ("democracy", "democratic system", "Which system lets people vote?", "en"),
        ("tremor at rest", "resting tremor", "", "en"),
        ("Bratislava", "not Ljubljana but Bratislava", "", "en"),
        ("Bern", "nicht Zürich, sondern Bern", "", "de"),
        ("osmosis", "the answer is osmosis", "", "en"),
        ("natural selection", "the theory of natural selection", "", "en"),
        ("crescendo", "cresc.", "", "en"),
        ("red blood cells", "RBCs", "", "en"),
        ("Europäische Union", "EU", "", "de"),
        ("Union européenne", "UE", "", "fr"),
        ("gluteus maximus", "musculus gluteus maximus", "What is the largest muscle?", "en"),
        ("deep vein thrombosis", "deep venous thrombosis", "", "en"),
        ("renal failure", "failure of the kidneys", "", "en"),
        ("insuficiência renal", "insuficiência dos rins", "", "pt"),
        ("célula vegetal", "célula das plantas", "", "pt"),
        ("воспаление лёгких", "лёгочное воспаление", "", "ru"),
        ("Cappella Sistina", "la Sistina", "Dove si trova?", "it"),
        ("longontsteking", "ontsteking van de longen", "", "nl"),
        ("Lungenentzündung", "Entzündung der Lunge", "", "de"),
        ("Herzinfarkt", "Infarkt des Herzens", "", "de"),
        ("prise de la Bastille", "la Bastille a été prise", "", "fr"),
        ("prise de la Bastille", "on a pris la Bastille", "", "fr"),
        ("abolición de la esclavitud", "se abolió la esclavitud", "", "es"),
        ("unificazione d'Italia", "l'Italia fu unificata", "", "it"),
        ("Eroberung von Rom", "Rom wurde erobert", "", "de"),
        ("отмена крепостного права", "отменили крепостное право", "", "ru"),
        ("отмена крепостного права", "отменено крепостное право", "", "ru"),
        ("закон Ома", "Ома", "Какой закон связывает ток и напряжение?", "ru"),
        ("Schlacht bei Waterloo", "Waterloo", "Welche Schlacht war es?", "de"),
        ("Osmose", "Prozess der Osmose", "", "de"),
        ("осмос", "процесс осмоса", "", "ru"),
        ("Лев Толстой", "Толстой Лев Николаевич", "Кто написал это?", "ru"),
        ("Екатерина II", "Екатерина Вторая", "", "ru"),
    ],
)
def test_the_same_in_more_or_fewer_words_is_right(
    key: str, typed: str, question: str, language: str, learn_words: Learn
) -> None:
    learn_words(language)

    assert passes(key, typed, question, language)


@pytest.mark.parametrize(
    ("key", "typed", "question", "language"),
    [
        ("erosion", "erosive", "Which process wears rock away?", "en"),
        ("evaporation", "evaporating", "What is it?", "en"),
        ("monopoly", "monopolistic competition", "What is a market with one seller?", "en"),
        ("atom", "atomic nucleus", "What is the particle with a nucleus?", "en"),
        ("presidential election", "election by the president", "", "en"),
        ("tremor at rest", "restless tremor", "", "en"),
        ("pain at night", "pain by day", "", "en"),
        ("Bratislava", "not Bratislava but Ljubljana", "", "en"),
        ("Bratislava", "not Ljubljana but Vienna", "", "en"),
        ("Bern", "nicht Bern, sondern Zürich", "", "de"),
        ("osmosis", "the answer is not osmosis", "", "en"),
        ("mind", "the theory of mind", "", "en"),
        ("crescendo", "decresc.", "", "en"),
        ("crescendo", "cre.", "", "en"),
        ("Europäische Union", "UE", "", "de"),
        ("Europäische Union", "US", "", "de"),
        ("biceps", "nervus biceps", "Which muscle bends the arm?", "en"),
        ("Battle of Hastings", "Battle of New Hastings", "What happened at Hastings?", "en"),
        ("deep vein thrombosis", "deep arterial thrombosis", "", "en"),
        ("renal failure", "failure of the liver", "", "en"),
        ("renal", "kidney", "", "en"),
        ("cardiac arrest", "liver arrest", "", "en"),
        ("insuficiência renal", "insuficiência do fígado", "", "pt"),
        ("número atómico", "número de átomos", "", "es"),
        ("atomic number", "number of atoms", "", "en"),
        ("воспаление лёгких", "почечное воспаление", "", "ru"),
        ("Cappella Sistina", "Sistina", "Dove si trova?", "it"),
        ("Cappella Sistina", "la Cappella", "Dove si trova?", "it"),
        ("Rivoluzione francese", "la francese", "Quale evento?", "it"),
        ("longontsteking", "ontsteking van de lever", "", "nl"),
        ("Lungenentzündung", "Entzündung der Leber", "", "de"),
        ("Haustier", "Haus der Tiere", "", "de"),
        ("prise de la Bastille", "la Bastille n'a pas été prise", "", "fr"),
        ("prise de la Bastille", "la Bastille a été détruite", "", "fr"),
        ("prise de la Bastille", "Paris a été prise", "", "fr"),
        ("abolition de l'esclavage", "on a introduit l'esclavage", "", "fr"),
        ("Eroberung von Rom", "Rom hat erobert", "", "de"),
        ("отмена крепостного права", "крепостное право не отменили", "", "ru"),
        ("отмена крепостного права", "введено крепостное право", "", "ru"),
        ("Собака кусает человека", "Человек кусает собаку", "", "ru"),
        ("вулканическое извержение", "вулкан извержения", "", "ru"),
        ("война и мир", "мир", "Какая война?", "ru"),
        ("Лев Толстой", "Алексей Николаевич Толстой", "Кто написал это?", "ru"),
        ("Лев Толстой", "Лев Николаевич", "Кто написал это?", "ru"),
        ("Екатерина II", "Екатерина Первая", "", "ru"),
    ],
)
def test_another_thing_in_like_words_does_not_pass(
    key: str, typed: str, question: str, language: str, learn_words: Learn
) -> None:
    learn_words(language)

    assert not passes(key, typed, question, language)


def test_the_adjectives_of_the_members_of_a_list_are_these() -> None:
    members = ("atomicity", "consistency", "isolation", "durability")
    expected = ExpectedList(tuple(ExpectedTerm(each) for each in members))

    grade = judge(expected, "atomic, consistent, isolated, durable")

    assert grade.outcome is Outcome.RIGHT


@pytest.mark.parametrize(
    "typed",
    ["atomic, consistent, isolated, dual", "atoms, consistent, isolated, durable", "atomic"],
)
def test_other_adjectives_are_no_members_of_a_list(typed: str) -> None:
    members = ("atomicity", "consistency", "isolation", "durability")
    expected = ExpectedList(tuple(ExpectedTerm(each) for each in members))

    assert not judge(expected, typed).passes


@pytest.mark.parametrize(
    ("key", "typed", "question", "language", "note"),
    [
        ("anode", "the electrode", "At which electrode is it?", "en", "Which electrode?"),
        ("Rotbuche", "Buche", "Welcher Baum?", "de", 'Which "Buche"?'),
        ("longontsteking", "ontsteking", "Wat is het?", "nl", 'Which "ontsteking"?'),
        ("oferta y demanda", "oferta", "¿Qué ley?", "es", "Part of it. What else?"),
    ],
)
def test_what_is_too_general_is_asked_about(
    key: str, typed: str, question: str, language: str, note: str, learn_words: Learn
) -> None:
    learn_words(language)

    grade = judge(ExpectedTerm(key, language=language, given=question), typed)

    assert (grade.outcome, grade.note) == (Outcome.MORE, note)


@pytest.mark.parametrize(
    ("key", "typed", "other", "note"),
    [
        (
            "covalent bond",
            "chemical bond",
            "peptide",
            "Not it: where you wrote chemical, the answer has covalent.",
        ),
        ("covalent bond", "ionic bond", "ionic radius", "covalent, not ionic."),
        (
            "stalactite",
            "stalagtite",
            "stalagmite",
            "stalagtite is as near to stalagmite as to the answer, stalactite.",
        ),
    ],
)
def test_two_words_are_told_apart_only_where_they_are_two_things(
    key: str, typed: str, other: str, note: str
) -> None:
    grade = judge(ExpectedTerm(key), typed, lexicon([(key,), (other,)]))

    assert grade.note == note
