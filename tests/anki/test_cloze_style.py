"""A note a fact: its sentence with every answer as a cloze, whose numbers never change."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.anki.export.cloze_spans import (
    ClozeSentence,
    SentenceSpan,
    find_cloze_sentence,
    find_spans,
)
from quizapp.anki.export.html import clozes_as_html, escape_cloze_syntax
from quizapp.anki.export.note_types import ClozeNoteFields
from quizapp.anki.export.notes import ExportNote, fact_guid, make_cloze_note
from quizapp.anki.export.options import NoteStyle
from quizapp.anki.importing.open_package import open_package
from quizapp.anki.importing.reviews import read_review_history
from quizapp.bank.model import FactId
from quizapp.bank.sentences import BLANK
from quizapp.items.item import Format
from quizapp.learner.export_values import ExportCard
from quizapp.memory.model import Rating
from tests.anki.cards import LEVY, a_card, a_package
from tests.anki.foreign import LATER, LEARNING, Row, export, log
from tests.anki.learner import Anki, Taken
from tests.builders import MORNING, an_item

FACT = FactId("capitals/seat")
SENTENCE = "Paris on the Seine is the seat of 12 ministries."


def a_gap_card(
    name: str,
    number: int,
    stems: Sequence[str],
    sentence: str = SENTENCE,
    key: Sequence[str] = ("x",),
) -> ExportCard:
    """A card of the fact that its sentence asks for, and a question."""
    card = f"{FACT}/{name}"
    gaps = [replace(an_item(card, Format.GAP, stem), sentence=sentence) for stem in stems]
    flip = replace(an_item(card, Format.FLIP, f"What is {name}?"), key=tuple(key))
    return ExportCard((*gaps, flip), MORNING, number)


def the_fact() -> tuple[ExportCard, ...]:
    return (
        a_gap_card("town", 1, ["[ … ] on the Seine is the seat of 12 ministries."]),
        a_gap_card("river", 2, ["Paris on [ … ] is the seat of 12 ministries."]),
        a_gap_card("count", 3, ["Paris on the Seine is the seat of [ … ] ministries."]),
    )


def the_note(*cards: ExportCard) -> ExportNote:
    note, _ = make_cloze_note(cards, "Capitals")
    assert note is not None
    return note


# --- where answers stand -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stem", "sentence", "spans"),
    [
        ("[ … ] is here.", "Paris is here.", (SentenceSpan(0, 5),)),
        ("Here is [ … ].", "Here is Paris.", (SentenceSpan(8, 13),)),
        ("[ … ] and [ … ].", "A and B.", (SentenceSpan(0, 1), SentenceSpan(6, 7))),
        ("a+b(c) [ … ]?", "a+b(c) d?", (SentenceSpan(7, 8),)),
        ("Another [ … ].", "Here is Paris.", ()),
    ],
)
def test_a_blank_is_found_in_its_sentence(
    stem: str, sentence: str, spans: tuple[SentenceSpan, ...]
) -> None:
    assert find_spans(stem, sentence) == spans


@given(st.lists(st.text("ab :{}.", min_size=1, max_size=5), min_size=3, max_size=3))
def test_a_sentence_with_its_blank_filled_is_found_again(parts: list[str]) -> None:
    before, answer, after = parts
    card = a_gap_card("it", 1, [f"{before}{BLANK}{after}"], f"{before}{answer}{after}")

    found = find_cloze_sentence(card)

    assert found is not None
    ((start, end),) = found.spans
    assert found.sentence[:start] + BLANK + found.sentence[end:] == card.items[0].stem


def test_each_member_of_a_list_is_hidden_by_itself() -> None:
    card = a_gap_card(
        "sites", 1, ["[ … ] and rectal.", "Oral and [ … ]."], "Oral and rectal.", ["oral", "rectal"]
    )

    assert find_cloze_sentence(card) == ClozeSentence(
        "Oral and rectal.", (SentenceSpan(0, 4), SentenceSpan(9, 15))
    )


# --- what explains it ----------------------------------------------------------------------------


def explained(card: ExportCard, **said: object) -> ExportCard:
    items = tuple(replace(item, **said) for item in card.items)  # type: ignore[arg-type]
    return replace(card, items=items)


def test_what_all_cards_share_is_said_once() -> None:
    cards = [explained(card, why="It grew.", note="It is old.") for card in the_fact()]

    fields = ClozeNoteFields(*the_note(*cards).fields[:3])

    assert fields.why == '<div class="remark">It is old.</div><div class="because">It grew.</div>'


def test_what_a_card_says_itself_stands_below_its_answer() -> None:
    town, river, count = the_fact()
    cards = (
        explained(town, why="It grew.", mnemonic="P", sources=(LEVY,), tags=("town",)),
        explained(river, why="It flows.", note="It is long.", mnemonic="S", tags=("river",)),
        explained(count, tags=("town",)),
    )
    note = the_note(*(replace(card, items=card.items[:1]) for card in cards))

    fields = ClozeNoteFields(*note.fields[:4])

    assert fields.why == (
        '<div><b>Paris</b></div><div class="because">It grew.</div>'
        '<div><b>Paris</b></div><div class="remark">It is long.</div>'
        '<div class="because">It flows.</div>'
    )
    assert fields.mnemonic == "P<br>S"
    assert fields.source == "Levy 1997, sentence 7 · doi:10.1016/s0022"
    assert note.tags == ("quizapp::capitals::river", "quizapp::capitals::town")


# --- markup --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "safe"),
    [
        ("std::vector", "std&#58;&#58;vector"),
        ("a: b", "a: b"),
        (":a", "&#58;a"),
        (r"\(a_{b_{c}}\)", r"\(a_&#123;b_&#123;c&#125;&#125;\)"),
        ("{{c1::x}}", "&#123;&#123;c1&#58;&#58;x&#125;&#125;"),
    ],
)
def test_what_a_cloze_would_take_for_its_own_is_written_otherwise(markup: str, safe: str) -> None:
    assert escape_cloze_syntax(markup) == safe


def test_a_sentence_has_a_cloze_for_each_card() -> None:
    assert the_note(*the_fact()).fields[0] == (
        "{{c1::Paris}} on {{c2::the Seine}} is the seat of {{c3::12}} ministries."
    )


def test_members_of_a_list_share_a_number() -> None:
    assert clozes_as_html("Oral, rectal.", {SentenceSpan(0, 4): 2, SentenceSpan(6, 12): 2}) == (
        "{{c2::Oral}}, {{c2::rectal}}."
    )


# --- the note ------------------------------------------------------------------------------------


def test_a_fact_is_one_note_whose_numbers_are_those_of_its_cards() -> None:
    town, river, _ = the_fact()
    fifth = replace(river, number=5)

    note = the_note(town, fifth)

    assert note.guid == fact_guid(FACT)
    assert [(card.ordinal, card.memory_card) for card in note.cards] == [(0, town), (4, fifth)]
    assert "{{c5::the Seine}}" in note.fields[0]


def test_sentences_of_their_own_stand_beneath_each_other() -> None:
    one = a_gap_card("one", 1, ["[ … ] is one."], "A is one.")
    two = a_gap_card("two", 2, ["[ … ] is two."], "B is two.")

    assert the_note(one, two).fields[0] == "{{c1::A}} is one.<br>{{c2::B}} is two."


def test_what_no_sentence_has_stays_a_question() -> None:
    plain = a_card(f"{FACT}/plain")

    note, rest = make_cloze_note((*the_fact(), plain), "Capitals")

    assert note is not None
    assert rest == (plain,)
    assert make_cloze_note((plain,), "Capitals") == (None, (plain,))


def test_a_card_whose_words_another_one_has_already_stays_a_question() -> None:
    inside = a_gap_card("inside", 4, ["Paris on the [ … ] is the seat of 12 ministries."])

    _, rest = make_cloze_note((*the_fact(), inside), "Capitals")

    assert rest == (inside,)


def test_anki_counts_500_clozes_at_most() -> None:
    far = replace(the_fact()[0], number=501)

    assert make_cloze_note((far,), "Capitals") == (None, (far,))


# --- in Anki -------------------------------------------------------------------------------------


def test_anki_makes_the_same_cards_of_the_text(anki: Anki, package: Path) -> None:
    town, _, count = the_fact()
    a_package(package, town, replace(count, number=7), a_card(), style=NoteStyle.CLOZE)

    taken = anki.take(package)
    note = anki.fact(FACT)
    anki.collection.update_notes([note])

    assert taken == Taken(found=2, new=2)
    assert [card.ord for card in note.cards()] == [0, 6]
    assert anki.empty_cards() == 0
    assert anki.collection.fix_integrity() == ("Database rebuilt and optimized.", True)


@pytest.mark.parametrize(
    "answer", ["std::vector<int>", "a }} b", "{{c9::x}}", r"\(a_{b_{c}}\)", "::", "مرحبا", "👩‍⚕️"]
)
def test_any_answer_is_hidden_and_shown_as_it_is(anki: Anki, package: Path, answer: str) -> None:
    card = a_gap_card("it", 1, ["It is [ … ] here."], f"It is {answer} here.")
    a_package(package, card, style=NoteStyle.CLOZE)
    anki.take(package)

    (made,) = anki.fact(FACT).cards()
    front, back = made.question(), made.answer()

    assert '<span class="cloze" data-cloze="' in front
    assert "It is " in front
    assert " here." in front
    assert f'data-ordinal="1">{clozes_as_html(answer, {})}</span>' in back


def test_a_new_card_in_the_middle_keeps_the_reviews_of_the_others(
    anki: Anki, package: Path
) -> None:
    town, river, count = the_fact()
    a_package(package, town, replace(count, number=2), style=NoteStyle.CLOZE)
    anki.take(package)
    anki.review(times=2)
    later = replace(river, number=3, changed_at=MORNING + timedelta(days=1))
    a_package(package, town, later, replace(count, number=2), style=NoteStyle.CLOZE)

    assert anki.take(package) == Taken(found=1, updated=1)
    assert [(card.ord, card.reps) for card in anki.fact(FACT).cards()] == [(0, 1), (1, 1), (2, 0)]
    assert "seat of 12" not in anki.fact(FACT).cards()[1].question()
    assert anki.empty_cards() == 0


def test_reviews_of_a_cloze_come_back_as_those_of_its_card(anki: Anki, package: Path) -> None:
    town, river, count = the_fact()
    a_package(package, town, river, replace(count, number=7), style=NoteStyle.CLOZE)
    anki.take(package)
    first, second, third = anki.fact(FACT).cards()
    log(anki, first.id, Row(timedelta(0), 3, LEARNING))
    log(anki, second.id, Row(timedelta(days=1), 1, LEARNING))
    log(anki, third.id, Row(timedelta(days=2), 4, LEARNING))
    export(anki, package)

    with open_package(package) as opened:
        history = read_review_history(opened, {town.id: 1, river.id: 2, count.id: 7}, LATER)

    assert [(review.card, review.rating) for review in history.reviews] == [
        ("capitals/seat/town", Rating.GOOD),
        ("capitals/seat/river", Rating.AGAIN),
        ("capitals/seat/count", Rating.EASY),
    ]
