"""The bundled deck: the whole abstract is in it, and every item is fit to be asked."""

from pathlib import Path

import pytest

from quizapp.bank.diagnostics import Level
from quizapp.bank.load import load_deck
from quizapp.bank.model import Bank, Card, CardId, Deck, NumberAnswer, TermAnswer
from quizapp.items.generate import generate
from quizapp.items.item import Format, Item
from quizapp.lint.check import check_bank

PATH = Path(__file__).parents[2] / "decks" / "x-linked-hyper-igm.yaml"
DECK_ID = "x-linked-hyper-igm"
CARDS_WITH_HISTORY = [
    "cause/protein",
    "cause/disorder",
    "inheritance/mode",
    "name/class",
    "cohort-size/answer",
    "common-problems/problems",
    "pneumocystis/organism",
    "pneumocystis/site",
    "cryptosporidium/organism",
    "cryptosporidium/problems",
    "neutropenia/course",
    "neutropenia/cytopenia",
    "neutropenia/sites",
    "neutropenia/lesion",
    "cellular-impairment/kind",
    "cellular-impairment/arm",
    "lymphocyte-counts/level",
    "mitogen-responses/stimulus",
    "antigen-responses/stimulus",
    "antigen-responses/quality",
    "normal-findings/findings",
    "presumed-defects/molecule",
    "immunoglobulin-infusions/product",
    "immunoglobulin-infusions/treated",
    "liver-transplantation/organ",
    "liver-transplantation/recipients",
    "liver-transplantation/indication",
    "liver-transplantation/relapses",
    "bone-marrow-transplantation/recipients",
    "bone-marrow-transplantation/tissue",
    "deaths/patients",
    "deaths/percent",
    "causes-of-death/causes",
    "events-by-frequency/answer",
    "former-view/disorder",
    "present-view/severity",
    "present-view/arm",
    "present-view/mortality",
    "publication/year",
    "publication/journal",
    "publication/volume",
    "publication/pages",
    "senior-author/answer",
]


@pytest.fixture(scope="module")
def deck() -> Deck:
    loaded, problems = load_deck(PATH)
    assert problems == ()
    assert loaded is not None
    return loaded


@pytest.fixture(scope="module")
def items(deck: Deck) -> tuple[Item, ...]:
    return tuple(generate(Bank((deck,))))


def cards_of(deck: Deck) -> dict[CardId, Card]:
    return {card.id: card for fact in deck.facts for card in fact.cards}


# --- the whole abstract --------------------------------------------------------------------------


def test_every_sentence_of_the_abstract_is_cited(deck: Deck) -> None:
    cited = {citation.sentence for fact in deck.facts for citation in fact.citations}

    assert cited == {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}


def test_every_fact_names_its_source(deck: Deck) -> None:
    assert [fact.id for fact in deck.facts if not fact.citations] == []


@pytest.mark.parametrize(
    ("name", "text", "of"),
    [
        ("cohort-size/answer", "56", None),
        ("immunoglobulin-infusions/treated", "56", 56),
        ("liver-transplantation/recipients", "4", 56),
        ("liver-transplantation/relapses", "3", 4),
        ("bone-marrow-transplantation/recipients", "3", 56),
        ("deaths/patients", "13", 56),
        ("deaths/percent", "23", None),
        ("publication/year", "1997", None),
        ("publication/volume", "131", None),
    ],
)
def test_every_number_is_asked_for(deck: Deck, name: str, text: str, of: int | None) -> None:
    answer = cards_of(deck)[CardId(f"{DECK_ID}/{name}")].answer

    assert isinstance(answer, NumberAnswer)
    assert (answer.text, answer.of) == (text, of)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("publication/journal", "The Journal of Pediatrics"),
        ("publication/pages", "47-54"),
        ("senior-author/answer", "Notarangelo"),
    ],
)
def test_the_citation_is_asked_for(deck: Deck, name: str, text: str) -> None:
    answer = cards_of(deck)[CardId(f"{DECK_ID}/{name}")].answer

    assert isinstance(answer, TermAnswer)
    assert answer.text == text


def test_the_percentage_is_tied_to_the_counts(deck: Deck) -> None:
    card = cards_of(deck)[CardId(f"{DECK_ID}/deaths/percent")]

    assert card.equals == "round(100 * deaths.patients / cohort-size.answer)"


# --- what learners have learned already ----------------------------------------------------------


def test_no_card_that_learners_have_a_history_of_is_gone_or_renamed(deck: Deck) -> None:
    assert [card.removeprefix(f"{DECK_ID}/") for card in cards_of(deck)] == CARDS_WITH_HISTORY


# --- enough to learn from ------------------------------------------------------------------------


def test_there_are_facts_cards_and_items_enough(deck: Deck, items: tuple[Item, ...]) -> None:
    assert len(deck.facts) >= 20
    assert len(cards_of(deck)) >= 36
    assert len(items) >= 120


def test_every_format_but_that_of_tables_is_there(items: tuple[Item, ...]) -> None:
    assert set(Format) - {item.format for item in items} == {Format.MATCH}


def test_every_card_can_be_asked_before_it_is_known(deck: Deck, items: tuple[Item, ...]) -> None:
    easy = {Format.CHOICE, Format.SELECT, Format.ORDER}
    asked = {item.card for item in items if item.format in easy}

    assert set(cards_of(deck)) - asked == set()


# --- fit to be asked -----------------------------------------------------------------------------


def test_nothing_is_found_fault_with(deck: Deck, items: tuple[Item, ...]) -> None:
    found = check_bank(Bank((deck,)), items)

    assert [problem for problem in found if problem.level is not Level.INFO] == []


def test_every_answer_is_explained(deck: Deck) -> None:
    assert [fact.id for fact in deck.facts if not fact.why] == []


def test_every_declared_wrong_answer_has_its_reason(deck: Deck) -> None:
    wrong = [wrong for card in cards_of(deck).values() for wrong in card.wrong]
    untrue = [untrue for fact in deck.facts for untrue in fact.untrue]
    untrue += [untrue for card in cards_of(deck).values() for untrue in card.untrue]

    assert [each.text for each in wrong if not each.why] == []
    assert [each.say for each in untrue if not each.why] == []


def test_no_wrong_answer_comes_from_a_pool(deck: Deck) -> None:
    assert [card.id for card in cards_of(deck).values() if card.choose_from] == []


def test_every_wrong_option_says_why(items: tuple[Item, ...]) -> None:
    silent = [
        (item.id, option.text)
        for item in items
        for option in item.options
        if not option.is_right and not option.why and item.key != ("True",)
        # What does not follow in a sequence is wrong by the sequence itself.
        if "→" not in item.stem
    ]

    assert silent == []


def test_what_the_abstract_does_not_name_is_never_a_right_answer(
    items: tuple[Item, ...], deck: Deck
) -> None:
    background = {each.name for each in deck.concepts.values() if each.is_background}

    assert [item.id for item in items if background.intersection(item.key)] == []


def test_what_the_abstract_names_says_where(deck: Deck) -> None:
    named = [each for each in deck.concepts.values() if not each.is_background]

    assert [each.id for each in named if not each.citations] == []
