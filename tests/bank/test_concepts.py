"""Finding concepts by name."""

import pytest

from quizapp.bank.concepts import broader_concepts, find_concept, normalize_text
from quizapp.bank.model import Concept, ConceptId, Deck, DeckId
from quizapp.bank.place import Place

PLACE = Place("a.yaml")


def a_concept(name: str, *aliases: str, is_a: tuple[str, ...] = ()) -> Concept:
    above = tuple(ConceptId(each) for each in is_a)
    return Concept(ConceptId(name.lower()), name, "t", PLACE, aliases, is_a=above)


def a_deck(*concepts: Concept) -> Deck:
    return Deck(DeckId("a"), "A", PLACE, concepts={each.id: each for each in concepts})


@pytest.mark.parametrize("text", ["Pneumocystis carinii", "p. CARINII", " P.  carinii "])
def test_a_concept_is_named_in_any_case_and_spacing(text: str) -> None:
    pneumocystis = a_concept("Pneumocystis carinii", "P. carinii")
    deck = a_deck(a_concept("Cryptosporidium"), pneumocystis)

    assert find_concept(deck, text) is pneumocystis


def test_a_text_that_names_no_concept_finds_none() -> None:
    assert find_concept(a_deck(a_concept("A")), "B") is None


def test_two_decks_alike_have_each_their_own_concepts() -> None:
    first, second = a_deck(a_concept("A")), a_deck(a_concept("A"))

    assert find_concept(first, "a") is first.concepts[ConceptId("a")]
    assert find_concept(second, "a") is second.concepts[ConceptId("a")]


def test_broader_concepts_are_found_however_far_up() -> None:
    deck = a_deck(a_concept("A", is_a=("b",)), a_concept("B", is_a=("c", "x")), a_concept("C"))

    assert broader_concepts(deck.concepts, deck.concepts[ConceptId("a")]) == {"b", "c"}


def test_a_circle_of_concepts_comes_to_an_end() -> None:
    deck = a_deck(a_concept("A", is_a=("b",)), a_concept("B", is_a=("a",)))

    assert broader_concepts(deck.concepts, deck.concepts[ConceptId("a")]) == {"a", "b"}


def test_names_are_compared_without_case_and_runs_of_spaces() -> None:
    assert normalize_text("  Strasse \n des  17. Juni") == normalize_text("STRAẞE DES 17. JUNI")
