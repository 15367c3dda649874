"""Drafting: sentences with one thing hidden, and the deck that comes of them."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import quizapp
from quizapp.bank.load import load_bank, load_deck
from quizapp.bank.model import Concept, ConceptId, Deck, SourceId, Status
from quizapp.drafting.deck import write_deck
from quizapp.drafting.draft import MAX_PROPOSALS, draft_facts
from quizapp.drafting.model import Proposal
from quizapp.grading.judge import judge
from quizapp.items.generate import generate
from quizapp.lint.check import check_bank
from quizapp.sources.model import Reference, SourceText
from tests.builders import HERE
from tests.counts import full_or_share

GIARDIA = Concept(ConceptId("giardia"), "Giardia lamblia", "organism", HERE, aliases=("Giardia",))

# Abstracts of several fields, made up for these tests in the manner of published ones.
WELLS = (
    "Karst aquifers are easily polluted by nitrate.",
    "We sampled 48 wells in two valleys between 2011 and 2014.",
    "Twelve wells (25%) ran dry because of irrigation.",
    "Nitrate was 61 mg/L upstream compared with 18 mg/L (rate ratio, 3.4; 95% CI, 2.1 to 5.6).",
    "Diarrhea was often caused by Giardia lamblia in the children who drank from them.",
)
BEES = (
    "Colony collapse disorder (CCD) threatens pollination.",
    "Colonies of bees (n = 31) were treated with oxalic acid for three weeks.",
    "Of the colonies, 14 (45%) lost their queen, and 6 of 14 reared another.",
    "CCD was associated with deformed wing virus and with Varroa destructor.",
    "Losses rose from 12% to 31% where neonicotinoids were used.",
)
ROCKS = (
    "A meteorite fell on 15 February 2013 near the town.",
    "Its mass was 9.1 +1.2/−0.8 t and its density 3.30 ± 0.05 g/cm³.",
    "Chondrules of 0.2 to 1.4 mm make up 70 % of its matrix, which was shocked at 35 GPa.",
    "Such an event is expected once in 120 000 years, with a strain of 1.0×10^−9.",
)
ABSTRACTS = (WELLS, BEES, ROCKS)


def proposals(*sentences: str, language: str = "en") -> tuple[Proposal, ...]:
    return draft_facts(sentences, language=language).proposals


def asks(*sentences: str, language: str = "en") -> list[str]:
    return [each.ask for each in proposals(*sentences, language=language)]


def write(folder: Path, sentences: tuple[str, ...], *known: Concept) -> Path:
    source = SourceText(sentences, Reference(("Levy J",), "A title", "J Wells", "2020"))
    path = folder / "draft.yaml"
    text = write_deck(draft_facts(sentences, known), source, "wells", "Wells", "levy")
    path.write_text(text, encoding="utf-8")
    return path


def loaded(folder: Path, sentences: tuple[str, ...], *known: Concept) -> Deck:
    deck, problems = load_deck(write(folder, sentences, *known))
    assert problems == ()
    assert deck is not None
    return deck


# --- what is asked --------------------------------------------------------------------------------


def test_a_sentence_that_opens_with_a_count_asks_how_many() -> None:
    asked = asks("Twelve wells (25%) ran dry because of irrigation, which cost the farmers a lot.")

    assert asked == ["How many wells ran dry because of irrigation?"]


def test_a_sentence_that_opens_with_a_percentage_asks_what_percentage() -> None:
    asked = asks("Seventy percent of the wells were polluted with salts in spring.")

    assert asked == ["What percentage of the wells were polluted with salts in spring?"]


def test_a_part_asks_of_its_whole() -> None:
    assert asks("Of the wells, 12 ran dry in the second summer.") == [
        "Of the wells, how many ran dry in the second summer?"
    ]


def test_elsewhere_the_sentence_itself_is_asked_with_a_blank() -> None:
    assert asks("The yield of these old fields fell by 14% in dry years.") == [
        "Which number fills the gap? The yield of these old fields fell by ____% in dry years."
    ]


def test_a_question_of_two_counts_is_not_made_of_the_first_alone() -> None:
    asked = asks("A total of 210 wells were cleaned and 432 were left as they had been.")

    assert [ask for ask in asked if ask.startswith("How many")] == []


def test_an_interval_and_its_p_value_do_not_give_a_ratio_away() -> None:
    (found,) = proposals(
        "Drinking less was safe for them (rate ratio, 0.71; 95% CI, 0.55 to 0.92; P<0.001)."
    )

    assert found.ask == (
        "Which number fills the gap? Drinking less was safe for them (rate ratio, ____)."
    )


def test_no_letter_is_given_away_by_the_article_before_a_gap() -> None:
    (found,) = proposals("They were infected with an amoebozoan parasite from the well.")

    assert "with a(n) ____ from" in found.ask


def test_what_can_be_read_elsewhere_in_the_sentence_is_not_hidden() -> None:
    sentence = "Dracunculiasis was rare, for dracunculiasis had been driven out by 1990."

    assert proposals(sentence) == ()


def test_an_acronym_does_not_stand_beside_its_hidden_words() -> None:
    (found,) = proposals("Hematopoietic stem cell transplantation (HSCT) is the cure of choice.")

    assert found.before + found.after == " is the cure of choice."
    assert found.aliases == ("HSCT", "Hematopoietic stem cell transplantation")


def test_a_question_has_at_most_forty_words() -> None:
    sentence = (
        "The rate of floods was 3.31% per year in the upper valley of the river, as compared with "
        "2.74% per year in the middle valley that had been planted with willows and 3.16% per year "
        "in the lower valley that had been left to itself for the whole time."
    )

    asked = asks(sentence)

    assert len(asked) == 3
    assert max(len(ask.split()) for ask in asked) <= 41


def test_a_cut_sentence_keeps_its_subject() -> None:
    sentence = (
        "The rate of floods was 3.31% per year in the upper valley of the river, as compared with "
        "2.74% per year in the middle valley that had been planted with willows and 3.16% per year "
        "in the lower valley that had been left to itself for the whole time."
    )

    assert all("The rate of floods was" in ask for ask in asks(sentence))


def test_no_two_proposals_ask_for_the_same_thing() -> None:
    made = proposals(*BEES)

    assert len({(each.hidden.casefold(), each.unit) for each in made}) == len(made)
    assert sum("CCD" in (each.hidden, *each.aliases) for each in made) <= 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The wells were dug in 1997 and deepened in 2003 by farmers.",
        "As Figure 2 shows, wells of type 2 were like those of type 1.",
        "It differed from the wells of the others as well (P = .0231).",
        "Five are less than twice as deep as the ones beside them.",
        "Rates are given per 100 000 person years in what follows here.",
        "(Wells Database Record (c) 2019 ABC, all rights reserved)",
        "Keywords: aquifer; karst; nitrate; dolomite; hydrogeology.",
        "The reasons for this are not well understood, and more work is needed.",
    ],
)
def test_what_teaches_nothing_is_not_asked(sentence: str) -> None:
    assert proposals(sentence) == ()


def test_results_come_before_aims() -> None:
    made = draft_facts(
        ["We report the hydrogeology of karst aquifers.", "Dolomite dissolved in 14% of them."]
    )

    assert {each.sentence for each in made.proposals} == {2}


def test_there_are_never_more_than_a_teacher_can_read() -> None:
    sentences = [f"In year {at} a share of {at + 20}.5% of all wells ran dry." for at in range(60)]

    assert len(proposals(*sentences)) == MAX_PROPOSALS


def test_a_list_is_asked_as_a_list() -> None:
    made = proposals("Ulcers were common, mostly buccal and rectal ulcers of the mucosa.")

    assert ("buccal", "rectal") in [each.answer for each in made]


def test_another_language_is_asked_in_its_words() -> None:
    (found,) = proposals("Der Ertrag der Felder sank um 37,4 % in trockenen Jahren.", language="de")

    assert found.ask.startswith("Welche Zahl steht in der Lücke? Der Ertrag")
    assert (found.answer, found.unit) == (Decimal("37.4"), "%")


# --- what is right --------------------------------------------------------------------------------


@pytest.mark.parametrize("sentences", ABSTRACTS)
def test_what_stands_hidden_is_judged_right(sentences: tuple[str, ...]) -> None:
    made = proposals(*sentences)

    assert len(made) >= 5
    for each in made:
        if isinstance(each.answer, Decimal):
            grade = quizapp.grade(
                each.answer, each.hidden, kind="number", unit=each.unit, of=each.whole
            )
        elif isinstance(each.answer, str):
            grade = quizapp.grade(each.answer, each.hidden, aliases=each.aliases)
        else:
            grade = quizapp.grade(each.answer, list(each.answer), kind="list")
        assert (each.hidden, grade.outcome.value) == (each.hidden, "right")


@pytest.mark.parametrize("sentences", ABSTRACTS)
def test_a_proposal_is_the_sentence_and_nothing_else(sentences: tuple[str, ...]) -> None:
    for each in proposals(*sentences):
        said = re.findall(r"\w+", f"{each.before} {each.hidden} {each.after}")
        there = iter(re.findall(r"\w+", sentences[each.sentence - 1]))
        assert all(word in there for word in said)


def test_the_other_figures_are_offered_with_where_they_stand() -> None:
    made = draft_facts(WELLS)
    dry = next(each for each in made.proposals if each.hidden == "Twelve")

    assert [(each.text, each.why) for each in dry.wrong] == [
        ("48", 'Sentence 2 says "We sampled 48 wells in two valleys between 2011 and 2014".')
    ]


def test_a_figure_that_is_the_same_one_rounded_is_not_offered_as_wrong() -> None:
    made = proposals("Salt was found in 22.9% of the wells.", "So 23% of all wells are salty.")

    assert [each.wrong for each in made] == [(), ()]


def test_a_long_time_is_a_result_and_no_length_of_a_study() -> None:
    (found,) = proposals(
        "The rate of such floods was estimated to be one event in 310 000 years of the record."
    )

    assert (found.answer, found.unit) == (Decimal(310000), "years")


def test_a_bound_has_no_wrong_figures() -> None:
    made = proposals("Over 74% of the wells were deep.", "In all, 61% of the springs were dry.")

    assert next(each for each in made if each.hidden == "74").wrong == ()


# --- the deck -------------------------------------------------------------------------------------


@pytest.mark.parametrize("sentences", ABSTRACTS)
def test_a_draft_loads_is_never_asked_and_works_once_accepted(
    tmp_path: Path, sentences: tuple[str, ...]
) -> None:
    path = write(tmp_path, sentences, GIARDIA)
    bank, problems = load_bank([path])

    assert problems == ()
    assert {fact.status for deck in bank.decks for fact in deck.facts} == {Status.DRAFT}
    assert tuple(generate(bank)) == ()
    assert check_bank(bank, ()) == ()

    text = path.read_text(encoding="utf-8")
    accepted = tmp_path / "accepted.yaml"
    accepted.write_text(
        text.replace("    status: draft\n", "").replace("# wrong:", "wrong:"), encoding="utf-8"
    )
    bank, problems = load_bank([accepted])
    items = tuple(generate(bank))

    assert problems == ()
    assert {item.card for item in items} == {
        card.id for deck in bank.decks for fact in deck.facts for card in fact.cards
    }
    assert [problem for problem in check_bank(bank, items) if problem.level.value == "error"] == []


def test_a_draft_cites_each_sentence_and_names_its_source(tmp_path: Path) -> None:
    deck = loaded(tmp_path, WELLS, GIARDIA)

    assert deck.sources[SourceId("levy")].cite == "Levy J. A title. J Wells 2020."
    assert deck.sources[SourceId("levy")].sentences == 5
    assert deck.sources[SourceId("levy")].fingerprint == "3b4baf854a58"
    assert [fact.citations[0].sentence for fact in deck.facts] == sorted(
        fact.citations[0].sentence for fact in deck.facts
    )


def test_a_concept_of_another_deck_comes_along_where_its_name_is_hidden(tmp_path: Path) -> None:
    deck = loaded(tmp_path, WELLS, GIARDIA)

    assert list(deck.concepts) == ["giardia"]


def test_the_top_of_a_draft_lists_what_each_sentence_holds(tmp_path: Path) -> None:
    text = write(tmp_path, WELLS).read_text(encoding="utf-8")

    assert "# 3. Twelve wells (25%) ran dry because of irrigation.\n" in text
    assert "#    figures: Twelve wells [s3-wells]; 25%\n" in text
    assert "#    compared: 61 mg/L vs 18 mg/L\n" in text


# --- amounts --------------------------------------------------------------------------------------

METEORITE = (
    "Its mass on arrival was 9.1+1.2−0.8 kg after a long flight.",
    "Chondrules were measured to be of 0.2 to 1.4 mm in all of its parts.",
)


def test_a_figure_with_its_error_and_an_interval_are_amounts(tmp_path: Path) -> None:
    text = write(tmp_path, METEORITE).read_text(encoding="utf-8")

    assert "\nquizapp: 2\n" in text
    assert '    amount: "9.1+1.2−0.8 kg"\n' in text
    assert '    amount: "0.2 to 1.4 mm"\n' in text
    assert "#    figures: 9.1+1.2−0.8 kg [s1-kg]\n" in text


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("9.1+1.2−0.8 kg", "right"),
        ("9.1 +1.2/-0.8 kilograms", "right"),
        ("9.1", "right"),
        ("9.1 +1.3/-0.8 kg", "wrong"),
        ("9.2 kg", "wrong"),
    ],
)
@pytest.mark.usefixtures("known_words")
def test_an_amount_is_judged_in_whatever_way_it_is_written(
    tmp_path: Path, typed: str, outcome: str
) -> None:
    deck = loaded(tmp_path, METEORITE)
    accepted = replace(
        deck, facts=tuple(replace(each, status=Status.REVIEWED) for each in deck.facts)
    )
    item = next(
        each
        for each in generate(quizapp.Bank((accepted,)))
        if each.format is quizapp.Format.NUMBER and each.fact == "wells/s1-kg"
    )

    assert judge(item.expected, typed).outcome == outcome


def test_a_language_with_a_decimal_comma_keeps_its_words() -> None:
    sentence = "Die Quelle liegt in einer Entfernung von 1,5 bis 2,5 m unter der Erde."

    assert [each.is_amount for each in proposals(sentence, language="de")] == [False]


often = settings(
    max_examples=full_or_share(1200),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
PIECES = st.sampled_from(
    """four|56|patients|(n = 29)|23%|caused by|such as|a, b and c|{|}|:|#|'|"|was normal|\\|é|—
    oral and rectal ulcers|Giardia lamblia|3.5|1,000|years|because of|the|and|,|.|\t|\x07|- |?
    1.0×10^−21|36 +5/−4 M⊙|35 to 250 Hz|(rate ratio, 0.83; 95% CI, 0.75 to 0.93)|6 of 12|neutropenia
    hematopoietic stem cell transplantation (HSCT)""".replace("\n    ", "|").split("|")
)


@often
@given(st.lists(st.lists(PIECES, min_size=1, max_size=14).map(" ".join), min_size=1, max_size=4))
def test_any_text_becomes_a_sound_deck(tmp_path: Path, sentences: list[str]) -> None:
    loaded(tmp_path, tuple(sentences), GIARDIA)


@often
@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=3))
def test_any_characters_become_a_sound_deck(tmp_path: Path, sentences: list[str]) -> None:
    loaded(tmp_path, tuple(sentences))
