"""The terms of a text: noun phrases whole, acronyms with their words, ordinary words left out."""

import pytest

from quizapp.bank.model import Concept, ConceptId
from quizapp.drafting.terms import TermFinder
from quizapp.grading.dictionary import set_words_folder
from tests.builders import HERE

GIARDIA = Concept(ConceptId("giardia"), "Giardia lamblia", "organism", HERE, aliases=("Giardia",))
WAS = Concept(ConceptId("was"), "WAS", "gene", HERE)


def terms(sentence: str, *known: Concept, language: str = "en") -> list[str]:
    found = TermFinder([sentence], language, known).find(sentence)
    return [sentence[each.start : each.end] for each in found if each.weight >= 1]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("It was due to necrotizing fasciitis in most.", ["necrotizing fasciitis"]),
        ("They underwent bone marrow aspiration.", ["bone marrow aspiration"]),
        ("Biotin deficiency causes severe keratitis.", ["Biotin deficiency", "severe keratitis"]),
        ("We saw weak in vitro phagocytosis.", ["weak in vitro phagocytosis"]),
        ("They use gated recurrent units (GRU) here.", ["gated recurrent units (GRU)"]),
        ("On the GLUE benchmark RoBERTa attains an accuracy.", ["GLUE benchmark", "RoBERTa"]),
        ("Septic viscera contribute to the illness.", ["Septic viscera"]),
        ("Karst aquifers understate the effect.", ["Karst aquifers"]),
        ("Verbs retained -th longer than others.", []),
        ("In the hills rain lowered nitrate.", []),
        ("Patients were asked about their results.", []),
        ("The group was significantly better than the other.", []),
        ("We measured 30 mg and 250 Hz at 5 °C.", []),
    ],
)
def test_a_term_is_a_whole_phrase_and_no_ordinary_word(sentence: str, found: list[str]) -> None:
    assert terms(sentence) == found


def test_an_acronym_is_known_by_its_words_wherever_it_stands() -> None:
    sentences = ["We tried trickle irrigation of maize (TIM).", "With TIM the yield rose."]
    finder = TermFinder(sentences, "en")

    (later,) = finder.find(sentences[1])

    assert later.others == ("trickle irrigation of maize",)


def test_letters_within_a_word_do_not_make_it_an_acronyms_words() -> None:
    sentences = ["It helps in dissociative disorders (DDs)."]

    (found,) = TermFinder(sentences, "en").find(sentences[0])

    assert found.others == ("DDs", "dissociative disorders")


def test_what_names_a_figure_is_no_term() -> None:
    assert terms("It rose, odds ratio (OR) = 1.24, in all.") == []


def test_a_concept_is_found_only_where_its_very_name_stands() -> None:
    assert terms("Some had Giardia in their stool.", GIARDIA) == ["Giardia"]
    assert terms("It was mild.", WAS) == []


def test_an_alias_does_not_say_which_concept_is_meant() -> None:
    sentence = "Some had Giardia in their stool."

    found = TermFinder([sentence], "en", [GIARDIA]).find(sentence)

    assert [each.concept for each in found] == [None, None]


def test_in_a_language_without_its_words_at_hand_nothing_is_guessed() -> None:
    set_words_folder(None)

    assert terms("Die Patienten erhielten Everolimus.", language="de") == []
