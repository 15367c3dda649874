"""What a note says: its fields, as markup that shows exactly what the author wrote."""

import html
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.anki.export.html import (
    UNSHOWABLE,
    members_as_html,
    options_as_html,
    question_as_html,
    replace_unshowable,
    sources_as_html,
    text_as_html,
)
from quizapp.anki.export.note_types import CardNoteFields
from quizapp.anki.export.notes import card_guid, clean_tag, make_note
from quizapp.anki.export.options import AnkiFormat
from quizapp.bank.model import CardId
from quizapp.grading.expected import ExpectedAmount
from quizapp.items.context import make_option
from quizapp.items.item import Format, ItemSource
from quizapp.learner.export_values import ExportCard
from tests.anki.cards import ALL, LEVY, a_bare, a_card, a_list, a_number, a_package
from tests.anki.learner import Anki
from tests.builders import MORNING, a_match, an_item
from tests.counts import full_or_share

REMOTE = re.compile(r"//\S|url\(|@import|src=|href=")  # in shuffle.js, a comment is // and a space
HOSTILE = {
    "markup": "Is a < b, or vector<int> & <b>bold</b>?",
    "script": "<script>alert(1)</script><img src=https://example.org/x.png>",
    "template": "{{Answer}} {{c1::hidden}} {{#Why}}",
    "media": "[sound:https://example.org/x.mp3] [anki:tts lang=en]x[/anki:tts]",
    "latex": r"[latex]\input{secret}[/latex] [$]x[/$] [$$]x[/$$]",
    "typing": "[[type:Answer]]",
    "mathjax": r"\(a_1 < b^2\) and \[x\]",
    "right-to-left": "مرحبا שלום",
    "emoji": "👩‍⚕️ 🇫🇷",
    "separator": "before\x1fafter\x00\x0b",
    "half a surrogate": "broken \ud83d here",
    "lines": "one\ntwo",
}


def fields_of(card: ExportCard, *formats: AnkiFormat) -> CardNoteFields:
    note = make_note(card, "Capitals", formats)
    assert note is not None
    return CardNoteFields(*note.fields)


# --- text ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("vector<int> & co", "vector&lt;int&gt; &amp; co"),
        (r"\(a < b\) \[c\]", r"\(a &lt; b\) \[c\]"),
        ('Levy\'s "series"', 'Levy\'s "series"'),
        ("[sound:x.mp3] [x]", "&#91;sound:x.mp3] [x]"),
        ("[[type:Answer]]", "&#91;[type:Answer]]"),
        ("one\ntwo", "one<br>two"),
        ("a\x1fb", "a\ufffdb"),
        ("e\u0301", "é"),
    ],
)
def test_text_becomes_markup_that_shows_it(text: str, markup: str) -> None:
    assert text_as_html(text) == markup


@given(st.text(st.characters(), max_size=60))
@settings(max_examples=full_or_share(2000))
def test_a_page_shows_the_very_text(text: str) -> None:
    markup = text_as_html(text)

    assert html.unescape(markup.replace("<br>", "\n")) == replace_unshowable(text)
    assert not UNSHOWABLE.search(markup)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_anki_takes_any_text_as_text(anki: Anki, package: Path, text: str) -> None:
    card = a_card(
        stem=text,
        key=text,
        gap=f"{text} [ … ]",
        options=(make_option(text, is_right=True), make_option("other", why=text)),
        why=text,
        mnemonic=text,
        accepted=(text,),
        sources=(ItemSource(text, text, 1, text),),
        tags=(text,),
    )
    a_package(package, card, formats=ALL, title=text)
    taken = anki.take(package)

    shown = anki.card().render_output()

    assert (taken.new, taken.conflicting) == (1, 0)
    assert text_as_html(text) in shown.question_text
    assert text_as_html(text) in shown.answer_text
    assert shown.question_av_tags == []
    assert shown.answer_av_tags == []
    assert len(anki.note().cards()) == 4
    assert anki.empty_cards() == 0


def test_no_field_and_no_look_names_a_remote_address(anki: Anki, package: Path) -> None:
    a_package(package, a_card(why="Why?", mnemonic="So."), formats=ALL)
    anki.take(package)

    outputs = [card.render_output() for card in anki.note().cards()]
    pages = [out.css + out.question_text + out.answer_text for out in outputs]

    assert [REMOTE.findall(page) for page in pages] == [[], [], [], []]


# --- fields --------------------------------------------------------------------------------------


def test_a_card_asked_in_every_format() -> None:
    card = a_card(why="Because.", mnemonic="Pair is.", accepted=("Lutetia", "Paname"))

    assert fields_of(card, *ALL) == CardNoteFields(
        question="What is the capital of France?",
        answer='Paris<div class="also"><span>Lutetia</span> · <span>Paname</span></div>',
        gap='The capital of France is <span class="gap">[…]</span>.',
        choices='<ol class="options"><li class="right">Paris</li>'
        '<li class="wrong">Lyon</li><li class="wrong">Marseille</li></ol>',
        why='<div class="because">Because.</div><ul class="reasons">'
        "<li><b>Lyon</b> the third city</li><li><b>Marseille</b> a port</li></ul>",
        mnemonic="Pair is.",
        source="Levy 1997, sentence 7 · doi:10.1016/s0022",
        typed="Paris",
        show_choices="yes",
        show_gap="yes",
        deck_title="Capitals",
        id="capitals/france/answer",
    )


def test_without_formats_a_card_is_a_question_that_can_take_more_later() -> None:
    fields = fields_of(a_card())

    assert (fields.typed, fields.show_gap, fields.show_choices) == ("", "", "")
    assert fields.choices.startswith('<ol class="options">')
    assert fields.gap.startswith("The capital")


def test_a_number_is_shown_with_its_unit_and_typed_without() -> None:
    fields = fields_of(a_number(unit="patients"), *ALL)

    assert fields.answer == "56 patients"
    assert fields.typed == "56"


def test_a_percentage_stands_close_to_its_sign() -> None:
    assert fields_of(a_number(unit="%")).answer == "56%"


def test_the_members_of_a_list_stand_one_a_line() -> None:
    fields = fields_of(a_list(), *ALL)

    assert fields.answer == '<ul class="members"><li>oral</li><li>rectal</li></ul>'
    assert fields.typed == ""


def test_a_sequence_is_asked_in_disorder_and_answered_in_order() -> None:
    fields = fields_of(a_list(Format.ORDER, key=("first", "second")))

    assert fields.question == ('Which sites?<ul class="members"><li>second</li><li>first</li></ul>')
    assert fields.answer == '<ol class="members"><li>first</li><li>second</li></ol>'


@given(st.lists(st.text("abcdef", min_size=1), min_size=2, max_size=5, unique=True), st.text())
@settings(max_examples=full_or_share(1000))
def test_a_sequence_is_never_asked_in_its_order(members: list[str], salt: str) -> None:
    question = question_as_html("Order?", [make_option(text) for text in members], salt)

    assert question != "Order?" + members_as_html(members, "ul")


def test_several_right_options_are_announced() -> None:
    card = a_list(Format.SELECT)
    offered = replace(card.items[0], options=(*card.items[0].options, make_option("nasal")))

    fields = fields_of(replace(card, items=(offered, card.items[1])), *ALL)

    assert fields.choices.startswith('<ol class="options several">')
    assert fields.show_choices == "yes"


def test_options_with_a_fixed_order_keep_it() -> None:
    numbers = [make_option("4"), make_option("13", is_right=True), make_option("23")]

    assert options_as_html(numbers, "salt", has_fixed_order=True) == (
        '<ol class="options fixed"><li class="wrong">4</li>'
        '<li class="right">13</li><li class="wrong">23</li></ol>'
    )


def test_the_stored_order_gives_the_key_no_place_of_its_own() -> None:
    options = [make_option("Paris", is_right=True), make_option("Lyon"), make_option("Nice")]

    stored = [options_as_html(options, f"card {n}", has_fixed_order=False) for n in range(300)]

    places = [
        markup.split("<li")[1:].index(' class="right">Paris</li>')
        for markup in (each.removesuffix("</ol>") for each in stored)
    ]
    assert min(places.count(place) for place in (0, 1, 2)) > 70


def test_a_card_that_only_its_sentence_asks_for_is_asked_by_its_gap() -> None:
    fields = fields_of(a_bare(Format.GAP, Format.TRUE_FALSE), *ALL)

    assert fields.question == 'It lies on <span class="gap">[…]</span>.'
    assert fields.show_gap == ""


def test_a_match_is_left_out_and_what_else_asks_stays() -> None:
    card = a_card()
    match = a_match(card.id)

    assert fields_of(replace(card, items=(match, *card.items)), *ALL) == fields_of(card, *ALL)


def test_a_card_with_a_match_alone_makes_no_note() -> None:
    assert make_note(ExportCard((a_match(),), MORNING), "Capitals", ALL) is None


def test_options_that_answer_another_question_are_left_out() -> None:
    card = a_list(Format.ORDER, key=("first", "second"))
    follows = replace(
        an_item(card.id, Format.CHOICE, "What follows? first → [ … ]", "second"),
        options=(make_option("second", is_right=True), make_option("third")),
    )

    fields = fields_of(replace(card, items=(follows, *card.items)), *ALL)

    assert fields.choices == ""
    assert fields.show_choices == ""


def test_a_gap_for_one_member_alone_is_left_out() -> None:
    card = a_list()
    gap = an_item(card.id, Format.GAP, "Sites were [ … ] and rectal.", "oral")

    fields = fields_of(replace(card, items=(gap, *card.items)), *ALL)

    assert fields.gap == ""
    assert fields.show_gap == ""


def test_of_several_gaps_the_first_is_taken() -> None:
    card = a_card()
    other = an_item(card.id, Format.GAP, "France is ruled from [ … ].", "Paris")

    assert fields_of(replace(card, items=(*card.items, other)), *ALL) == fields_of(card, *ALL)


def test_a_card_with_true_false_alone_makes_no_note() -> None:
    assert make_note(a_bare(Format.TRUE_FALSE), "Capitals", ALL) is None


# --- source, tags, identity ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("notes", "markup"),
    [
        ((), ""),
        ((LEVY,), "Levy 1997, sentence 7 · doi:10.1016/s0022"),
        ((replace(LEVY, sentence=0),), "Levy 1997 · doi:10.1016/s0022"),
        (
            (LEVY, replace(LEVY, sentence=8), LEVY, replace(LEVY, sentence=10)),
            "Levy 1997, sentences 7, 8 and 10 · doi:10.1016/s0022",
        ),
        (
            (LEVY, ItemSource("Bohr 1913", "Bohr N. 1913.", 2)),
            "Levy 1997, sentence 7 · doi:10.1016/s0022<br>Bohr 1913, sentence 2 · Bohr N. 1913.",
        ),
        ((ItemSource("Bohr N. 1913.", "Bohr N. 1913."),), "Bohr N. 1913."),
    ],
)
def test_a_source_is_named_with_its_sentences(notes: tuple[ItemSource, ...], markup: str) -> None:
    assert sources_as_html(notes) == markup


@given(st.text(max_size=20))
@settings(max_examples=full_or_share(2000))
def test_a_tag_never_has_a_space_or_an_empty_part(tag: str) -> None:
    part = clean_tag(tag)

    assert not any(sign.isspace() or sign == '"' for sign in part)
    assert part == "" or all(part.split("::"))


def test_identity_hangs_on_the_cards_id_alone() -> None:
    assert card_guid(CardId("capitals/france/answer")) == "U!IJYx_?Z"


def test_the_remark_on_the_answer_opens_its_explanation() -> None:
    card = a_card(why="It grew.")
    remarked = replace(card, items=tuple(replace(each, note="It is old.") for each in card.items))

    note = make_note(remarked, "Capitals", ALL)

    assert note is not None
    assert CardNoteFields(*note.fields).why.startswith(
        '<div class="remark">It is old.</div><div class="because">It grew.</div>'
    )


def test_of_an_amount_anki_has_its_figures_typed() -> None:
    number = an_item("capitals/mass/answer", Format.NUMBER, "Which mass?", "36 +5/-4 M⊙")
    mass = ExpectedAmount("36 +5/-4 M⊙", "36", Decimal(36), Decimal(36), "M⊙")
    flip = an_item("capitals/mass/answer", Format.FLIP, "Which mass?", "36 +5/-4 M⊙")

    note = make_note(ExportCard((replace(number, expected=mass), flip), MORNING), "C", ALL)

    assert note is not None
    fields = CardNoteFields(*note.fields)
    assert (fields.typed, fields.answer) == ("36", "36 +5/-4 M⊙")
