"""Drafting: what is found in sentences, and the deck that comes of it."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.bank.load import load_bank, load_deck
from quizapp.bank.model import Concept, ConceptId, Deck, SourceId, Status
from quizapp.drafting.deck import write_deck
from quizapp.drafting.draft import draft_facts
from quizapp.items.generate import generate
from quizapp.lint.check import check_bank
from quizapp.lint.grounding import check_grounding
from quizapp.sources.model import Reference, SourceText
from tests.builders import HERE
from tests.counts import full_or_share

GIARDIA = Concept(ConceptId("giardia"), "Giardia lamblia", "organism", HERE, aliases=("Giardia",))
WAS = Concept(ConceptId("was"), "WAS", "gene", HERE)

# Abstracts of several fields, made up for these tests.
WELLS = (
    "We studied 40 wells in a valley, polluted by salts such as nitrate and sulfate.",
    "Ten wells (25%) ran dry because of irrigation.",
    "Diarrhea was often caused by Giardia in the children who drank from them.",
)
BEES = (
    "Colonies of bees (n = 12) were treated with oxalic acid for three weeks.",
    "Dorsal and ventral wings were normal.",
    "Losses were associated with mites, and 3.5% of the queens were superseded.",
)


def answers(sentence: str, *known: Concept) -> list[object]:
    made = draft_facts([sentence], known)
    return [card.candidate.answer for fact in made.facts for card in fact.cards]


def loaded(folder: Path, sentences: tuple[str, ...], *known: Concept) -> Deck:
    source = SourceText(sentences, Reference(("Levy J",), "A title", "J Wells", "2020"))
    path = folder / "draft.yaml"
    path.write_text(
        write_deck(draft_facts(sentences, known), source, "wells", "Wells", "levy"),
        encoding="utf-8",
    )
    deck, problems = load_deck(path)
    assert problems == ()
    assert deck is not None
    return deck


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Four patients fell ill.", [Decimal(4)]),
        ("In all, 1,200 visits were made.", [Decimal(1200)]),
        ("Twenty-three children were seen.", [Decimal(23)]),
        ("They were 40 years old.", [Decimal(40)]),
        ("One of them left.", []),
        ("It was built in 1997 and 2003.", []),
        ("CD40 and IL-12 were low (P = .0231).", []),
        ("Fever was caused by a virus.", ["virus"]),
        ("Fever was due to influenza A, which was common.", ["influenza A", "common"]),
        ("Oral and rectal ulcers were seen.", []),
        ("Many had oral and rectal ulcers.", [("oral", "rectal")]),
        ("Salts such as lime, potash and soda.", [("lime", "potash", "soda")]),
        ("The outcome was significantly better.", []),
        ("Survival was significantly higher.", ["higher"]),
        ("We aimed to assess yield and cost.", [("yield", "cost")]),
    ],
)
def test_what_can_be_asked_of_a_sentence(sentence: str, found: list[object]) -> None:
    assert answers(sentence) == found


def test_a_known_concept_is_found_by_any_of_its_names() -> None:
    assert answers("Children had Giardia in their stool.", GIARDIA) == ["Giardia lamblia"]


def test_an_abbreviation_is_no_word_in_small_letters() -> None:
    assert answers("It was mild.", WAS) == []
    assert answers("The WAS gene.", WAS) == ["WAS"]


def test_a_sentence_that_counts_asks_its_own_question() -> None:
    (fact,) = draft_facts(["Four patients underwent surgery of the liver."]).facts

    assert fact.cards[0].candidate.ask == "How many patients underwent surgery of the liver?"


def test_a_percentage_is_tied_to_its_counts_where_they_agree(tmp_path: Path) -> None:
    deck = loaded(tmp_path, WELLS)

    tied = [card.equals for fact in deck.facts for card in fact.cards if card.equals]
    assert tied == ["round(100 * s2-10-wells.wells / s1-40-wells.wells)"]


def test_a_percentage_is_not_tied_where_the_counts_say_otherwise() -> None:
    made = draft_facts(["We saw 40 wells.", "Ten wells (26%) ran dry."])

    assert [card.equals for fact in made.facts for card in fact.cards] == ["", "", ""]


def test_all_facts_of_a_draft_are_drafts_with_their_sentence_cited(tmp_path: Path) -> None:
    deck = loaded(tmp_path, WELLS, GIARDIA)

    assert {fact.status for fact in deck.facts} == {Status.DRAFT}
    assert [fact.citations[0].sentence for fact in deck.facts] == [1, 2, 3]
    assert list(deck.concepts) == ["giardia"]
    assert deck.sources[SourceId("levy")].cite == "Levy J. A title. J Wells 2020."


def test_a_sentence_of_which_nothing_is_drafted_is_shown_to_the_author() -> None:
    sentences = ("Nothing here.", "Four wells ran dry.")
    source = SourceText(sentences)

    text = write_deck(draft_facts(sentences), source, "wells", "Wells", "levy")

    assert text.endswith("\n# Nothing was drafted from these sentences:\n#   1. Nothing here.\n")


@pytest.mark.parametrize("sentences", [WELLS, BEES])
def test_what_is_drafted_passes_all_rules_and_stands_in_its_source(
    tmp_path: Path, sentences: tuple[str, ...]
) -> None:
    loaded(tmp_path, sentences, GIARDIA)
    bank, problems = load_bank([tmp_path / "draft.yaml"])
    items = tuple(generate(bank))

    assert problems == ()
    assert items == ()
    assert check_bank(bank, items) == ()
    assert check_grounding(bank, {SourceId("levy"): SourceText(sentences)}) == ()


often = settings(
    max_examples=full_or_share(1600),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
PIECES = st.sampled_from(
    [
        *(
            "four",
            "56",
            "patients",
            "(n = 29)",
            "23%",
            "caused by",
            "such as",
            "a, b and c",
            "{",
            "}",
        ),
        *(
            "|",
            ":",
            "#",
            "'",
            '"',
            "was normal",
            "oral and rectal ulcers",
            "Giardia",
            "\\",
            "é",
            "—",
        ),
        *("3.5", "1,000", "years", "because of", "the", "and", ",", ".", "\t", "\x07", "- ", "? "),
    ]
)


@settings(
    max_examples=full_or_share(1600),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
@given(st.lists(st.lists(PIECES, min_size=1, max_size=14).map(" ".join), min_size=1, max_size=4))
def test_any_text_becomes_a_sound_deck(tmp_path: Path, sentences: list[str]) -> None:
    loaded(tmp_path, tuple(sentences), GIARDIA)


@settings(
    max_examples=full_or_share(1200),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=3))
def test_any_characters_become_a_sound_deck(tmp_path: Path, sentences: list[str]) -> None:
    loaded(tmp_path, tuple(sentences))
