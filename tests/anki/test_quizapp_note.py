"""Deck in: our own notes come back as the facts that they were made of."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from quizapp.anki.export.note_types import (
    CLOZE_TYPE_ID,
    NOTE_TYPE_ID,
    card_note_type,
    cloze_note_type,
)
from quizapp.anki.export.notes import ExportNote, make_cloze_note, make_note
from quizapp.anki.importing.collection import AnkiCard, AnkiNote, note_type_from_json
from quizapp.anki.importing.deck_yaml import ConversionResult, convert_notes
from quizapp.anki.importing.note_to_fact import (
    ImportedCitation,
    ImportedFact,
    ImportedSource,
    NoteImage,
)
from quizapp.bank.yaml.writer import YamlValue
from quizapp.items.context import make_option
from quizapp.items.item import Format, ItemSource
from quizapp.learner.export_values import ExportCard
from tests.anki.cards import ALL, LEVY, a_bare, a_card, a_list, a_number
from tests.anki.test_cloze_style import the_fact
from tests.builders import an_image

LEVY_1997 = ImportedSource("Levy 1997", "doi:10.1016/s0022")
KINDS = {
    NOTE_TYPE_ID: note_type_from_json(NOTE_TYPE_ID, card_note_type()),
    CLOZE_TYPE_ID: note_type_from_json(CLOZE_TYPE_ID, cloze_note_type()),
}


def back(note: ExportNote, changed: Mapping[str, str] | None = None) -> ConversionResult:
    """What comes back of a note of ours of which a learner `changed` some fields."""
    kind = KINDS[note.note_type]
    fields = {**dict(zip(kind.fields, note.fields, strict=True)), **(changed or {})}
    cards = tuple(AnkiCard(each.ordinal, "Capitals") for each in note.cards)
    return convert_notes([AnkiNote(note.guid, kind, fields, note.tags, cards)])


def note_from(card: ExportCard) -> ExportNote:
    note = make_note(card, "Capitals", ALL)
    assert note is not None
    return note


def fact_from(card: ExportCard, changed: Mapping[str, str] | None = None) -> ImportedFact:
    (fact,) = back(note_from(card), changed).facts
    return fact


def card_from(
    card: ExportCard, changed: Mapping[str, str] | None = None
) -> Mapping[str, YamlValue]:
    """The only card that comes back, whatever number of cards the note has in Anki."""
    ((name, found),) = fact_from(card, changed).cards.items()
    assert name == "c1"
    assert isinstance(found, Mapping)
    return found


def with_options(card: ExportCard, *texts: str, right: Sequence[str]) -> ExportCard:
    """The card with a choice whose options keep their order."""
    options = tuple(make_option(text, is_right=text in right) for text in texts)
    choice = replace(card.items[0], format=Format.CHOICE, options=options, has_fixed_order=True)
    return replace(card, items=(choice, *card.items))


def test_numbers_near_the_key_come_back_as_such_and_not_as_declared() -> None:
    card = a_number()
    value = card.items[0].key[0]
    options = (
        make_option(value, is_right=True),
        make_option("23", why="That is the share."),
        make_option("91", why="Only a number near the right one."),
    )
    choice = replace(card.items[0], format=Format.CHOICE, options=options, has_fixed_order=True)

    found = card_from(replace(card, items=(choice, *card.items)))

    assert (found["wrong"], found["near"]) == ({"23": "That is the share."}, True)


def test_an_article_that_was_hidden_before_a_gap_comes_back() -> None:
    hidden = '"There was a(n) <span class="gap">[…]</span> again."'

    assert fact_from(a_card(), {"Gap": hidden}).say == '"There was a {c1} again."'


def test_a_term_comes_back_with_its_sentence_other_names_and_wrong_answers() -> None:
    fact = fact_from(
        a_card(why="Its <court>.", mnemonic="Pair is.", accepted=("Lutetia", "the City of Light"))
    )

    assert fact.say == "The capital of France is {c1}."
    assert fact.cards == {
        "c1": {
            "ask": "What is the capital of France?",
            "answer": "Paris",
            "aliases": ["Lutetia", "the City of Light"],
            "wrong": {"Lyon": "the third city", "Marseille": "a port"},
        }
    }
    assert fact.other_keys == {
        "why": "Its <court>.",
        "mnemonic": "Pair is.",
        "tags": ["europe"],
        "hedged": True,
    }
    assert fact.citations == (ImportedCitation(LEVY_1997, (7,)),)


def test_nothing_of_it_is_told_to_be_lost() -> None:
    assert back(note_from(a_card())).losses == ()


@pytest.mark.parametrize("unit", ["patients", "%"])
def test_a_number_comes_back_with_its_unit(unit: str) -> None:
    assert card_from(a_number(unit)) == {
        "ask": "How many patients?",
        "answer": Decimal(56),
        "unit": unit,
    }


def test_an_amount_without_a_unit_is_known_by_options_that_keep_their_order() -> None:
    year = with_options(a_number(""), "55", "56", "57", right=["56"])

    assert card_from(year)["answer"] == Decimal(56)
    assert "wrong" not in card_from(year)


def test_figures_that_are_a_name_stay_text() -> None:
    options = (make_option("7", is_right=True), make_option("9", why="another"))
    chromosome = card_from(a_card(key="7", options=options))

    assert (chromosome["answer"], chromosome["wrong"]) == ("7", {"9": "another"})


def test_a_closed_set_comes_back_in_its_order() -> None:
    paris = with_options(a_card(gap="", options=()), "Lyon", "Paris", "Nice", right=["Paris"])

    assert card_from(paris) == {
        "ask": "What is the capital of France?",
        "answer": "Paris",
        "among": ["Lyon", "Paris", "Nice"],
    }


def test_a_list_and_a_sequence_come_back_as_such() -> None:
    a_sequence = a_list(Format.ORDER, ("first", "second", "third"))

    assert card_from(a_list())["answer"] == ["oral", "rectal"]
    assert card_from(a_sequence) == {
        "ask": "Which sites?",
        "answer": {"order": ["first", "second", "third"]},
    }


def test_a_card_that_only_its_sentence_asks_for_has_no_question() -> None:
    fact = fact_from(a_bare(Format.GAP))

    assert (fact.say, fact.cards) == ("It lies on {c1}.", {"c1": {"answer": "the Seine"}})


@pytest.mark.parametrize("gap", ["A [ … ] and [ … ].", "A {brace} and [ … ].", ""])
def test_a_sentence_that_cannot_have_one_gap_is_left_out(gap: str) -> None:
    fact = fact_from(a_card(gap=gap))

    assert (fact.say, "hedged" in fact.other_keys) == ("", False)


def test_sources_come_back_each_with_its_sentences() -> None:
    other = ItemSource("A handbook", "A handbook of capitals, 2001.", 0, "")
    card = a_card(sources=(LEVY, replace(LEVY, sentence=9), other))

    assert fact_from(card).citations == (
        ImportedCitation(LEVY_1997, (7, 9)),
        ImportedCitation(ImportedSource("A handbook", "A handbook of capitals, 2001.")),
    )


def test_a_source_that_a_learner_wrote_is_told_where_it_cannot_be_read() -> None:
    made = back(note_from(a_card()), {"Source": "· my head<br>Levy 1997"})

    assert made.facts[0].citations == (ImportedCitation(ImportedSource("Levy 1997")),)
    assert [each.reason for each in made.losses] == ["its source is not in quizapp's format"]


def test_a_picture_comes_back_where_it_stood() -> None:
    asked, told = (
        fact_from(
            ExportCard(
                tuple(
                    replace(item, image=an_image(is_asked_with=is_asked_with))
                    for item in a_card().items
                ),
                a_card().changed_at,
            )
        )
        for is_asked_with in (True, False)
    )

    assert isinstance(asked.image, NoteImage)
    assert isinstance(told.image, NoteImage)
    assert (asked.image.is_asked_with, told.image.is_asked_with) == (True, False)
    assert asked.image.alt == an_image().alt
    assert "status" not in asked.other_keys


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"Question": "", "Gap": ""}, "its question is empty"),
        ({"Answer": "<br>"}, "its answer is empty"),
        ({"Answer": ""}, "its answer is empty"),
        ({"Choices": "<li" * 50_000}, "a field is too long"),
    ],
)
def test_a_note_that_a_learner_emptied_is_left_out(changed: dict[str, str], reason: str) -> None:
    made = back(note_from(a_card()), changed)

    assert (made.facts, [each.reason for each in made.losses]) == ((), [reason])


def test_what_a_learner_made_bold_or_wrote_anew_is_read() -> None:
    card = card_from(a_card(), {"Answer": "<b>Lutetia</b>", "Typed": "Paris"})

    assert card["answer"] == "Lutetia"


def test_a_note_of_clozes_comes_back_with_what_explains_it() -> None:
    cards = [
        replace(
            card,
            items=tuple(
                replace(item, why="So it is.", mnemonic="S.", sources=(LEVY,), tags=("x",))
                for item in card.items
            ),
        )
        for card in the_fact()
    ]
    note, _ = make_cloze_note(cards, "Capitals")
    assert note is not None

    (fact,) = back(note).facts

    assert fact.say == "{c1} on {c2} is the seat of {c3} ministries."
    assert fact.cards == {
        "c1": {"answer": "Paris"},
        "c2": {"answer": "the Seine"},
        "c3": {"answer": "12"},
    }
    assert fact.other_keys == {"why": "So it is.", "tags": ["x"], "mnemonic": "S."}
    assert fact.citations == (ImportedCitation(LEVY_1997, (7,)),)
