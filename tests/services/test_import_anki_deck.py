"""Whatever stands in the notes of a package, the deck made of it passes `quizapp check`."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.anki.export.html import (
    ALIASES_START,
    GAP_HTML,
    OPTIONS_START,
    ORDERED_START,
    REASONS_START,
    UNORDERED_START,
)
from quizapp.anki.export.note_types import (
    CLOZE_TYPE_ID,
    NOTE_TYPE_ID,
    card_note_type,
    cloze_note_type,
)
from quizapp.anki.importing.collection import (
    AnkiCard,
    AnkiNote,
    CardTemplate,
    NoteType,
    note_type_from_json,
)
from quizapp.anki.importing.deck_yaml import NewDeck, convert_notes
from quizapp.anki.importing.note_to_fact import (
    ImportedCitation,
    ImportedFact,
    ImportedSource,
    NoteImage,
)
from quizapp.services.import_anki_deck import find_errors, make_valid_deck
from tests.builders import a_picture
from tests.counts import full_or_share

BASIC = NoteType(
    1,
    "Basic",
    is_cloze=False,
    fields=("Front", "Back"),
    templates={0: CardTemplate("{{Front}}", "{{Back}}"), 1: CardTemplate("{{Back}}", "{{Front}}")},
)
CLOZE = NoteType(
    2,
    "Cloze",
    is_cloze=True,
    fields=("Text", "Extra"),
    templates={0: CardTemplate("{{cloze:Text}}", "{{cloze:Text}}{{Extra}}")},
)
WORDS = ("{{c1::", "{{c2::", "::", "}}", "Paris", "the sea", "a", "<li>x</li><li>y</li>", "?", "|")
MARKS = ("{", "}", "&lt;b&gt;", "&#x202e;", "\x00", "#", ": ", "- ", "'", '"', "\\", "\ud800", "ß")
texts = st.lists(st.sampled_from([*WORDS, *MARKS, "no", "7", "1.50", "\n", "…", " an"]), max_size=9)
fields = texts.map("".join)
tags = st.lists(st.sampled_from(["geo::eu", "no", "12", "a:b", "#x", "leech", "[x]"]), max_size=3)


def note(kind: NoteType, one: str, other: str, tags: list[str], guid: str) -> AnkiNote:
    values = dict(zip(kind.fields, (one, other), strict=True))
    cards = tuple(AnkiCard(at, "A deck: [x] \ud800") for at in range(2))
    return AnkiNote(guid, kind, values, tuple(tags), cards)


notes = st.builds(
    note, st.sampled_from([BASIC, CLOZE]), fields, fields, tags, st.sampled_from("abcdefgh")
)


OWN_KINDS = (
    note_type_from_json(NOTE_TYPE_ID, card_note_type()),
    note_type_from_json(CLOZE_TYPE_ID, cloze_note_type()),
)
OWN_MARKS = (
    ALIASES_START,
    GAP_HTML,
    ORDERED_START,
    UNORDERED_START,
    REASONS_START,
    f'{OPTIONS_START} fixed">',
    f'{OPTIONS_START}">',
    "</li>",
)
OWN_WORDS = ('<li class="right">', '<li class="wrong">', "<li><b>", "</b>", "<span>x</span>", "56")
SOURCES = (
    "Levy 1997",
    ", sentence 4",
    ", sentences 0 and 9999999",
    " · ",
    "doi:",
    "<br>",
    "Älteres",
)
own_fields = st.lists(
    st.sampled_from([*OWN_MARKS, *OWN_WORDS, *WORDS, *MARKS, *SOURCES]), max_size=9
).map("".join)


def own_note(kind: NoteType, values: list[str], tags: list[str], guid: str) -> AnkiNote:
    return AnkiNote(
        guid, kind, dict(zip(kind.fields, values, strict=False)), tuple(tags), (AnkiCard(0, "A"),)
    )


own_notes = st.builds(
    own_note,
    st.sampled_from(OWN_KINDS),
    st.lists(own_fields, min_size=15, max_size=15),
    st.lists(st.sampled_from(["quizapp::a", "quizapp::a::b", "quizapp::", "x"]), max_size=3),
    st.sampled_from("ijklmnop"),
)


@settings(max_examples=full_or_share(1200), deadline=None)
@given(st.lists(notes | own_notes, max_size=6))
def test_a_deck_of_any_notes_passes_check(found: list[AnkiNote]) -> None:
    made = convert_notes(found)

    with TemporaryDirectory() as folder:
        text, deck = make_valid_deck(
            NewDeck("any-deck", "Any: deck", made.facts, made.losses), Path(folder)
        )

        assert not deck.facts or find_errors(text, "any-deck", Path(folder)) == []


def test_a_fact_that_cannot_stand_in_a_deck_is_left_out_with_its_reason(tmp_path: Path) -> None:
    good = ImportedFact("anki-1", "Good", "", {"c1": {"ask": "Who?", "answer": "I"}}, {}, (), "D")
    bad = ImportedFact("anki-2", "Bad", "", {"c1": {"ask": "Who?", "answer": "\x07"}}, {}, (), "D")

    _, deck = make_valid_deck(NewDeck("any-deck", "Any deck", (bad, good)), tmp_path)

    assert deck.facts == (good,)
    assert [each.title for each in deck.losses] == ["Bad"]


def test_rules_of_wording_are_set_aside_for_the_facts_that_break_them(tmp_path: Path) -> None:
    fact = ImportedFact("anki-1", "A", "", {"c1": {"ask": "Capital", "answer": "I"}}, {}, (), "D")

    text, _ = make_valid_deck(NewDeck("any-deck", "Any deck", (fact,)), tmp_path)

    assert "lint:\n      ignore: [S101]\n" in text


def test_of_several_decks_each_is_a_tag_of_its_facts(tmp_path: Path) -> None:
    card = {"c1": {"ask": "Who?", "answer": "I"}}
    facts = [
        ImportedFact("anki-1", "A", "", card, {"tags": ["geo"]}, (), "My words::German"),
        ImportedFact("anki-2", "B", "", card, {}, (), "My words"),
        ImportedFact("anki-3", "C", "", card, {}, (), "Default"),
    ]

    text, _ = make_valid_deck(NewDeck("any-deck", "Any deck", tuple(facts)), tmp_path)

    tags = [line.strip() for line in text.splitlines() if "tags" in line]
    assert tags == ['tags: [geo, "My-words::German"]', "tags: [My-words]"]


def test_words_for_a_picture_that_would_give_the_answer_away_are_left_out(tmp_path: Path) -> None:
    a_picture(tmp_path / "m" / "x.png")
    cards = {"c1": {"ask": "Which organ is it?", "answer": "liver"}}
    image = NoteImage("x.png", "picture liver section", is_asked_with=True)
    fact = ImportedFact("anki-1", "A", "", cards, {}, ("x.png",), "D", image)

    text, deck = make_valid_deck(NewDeck("d", "D", (fact,), files={"x.png": "m/x.png"}), tmp_path)

    assert "image:\n      file: m/x.png\n      alt: picture\n      show: question\n" in text
    assert "lint" not in text
    assert deck.losses == ()


def test_sources_of_one_name_are_told_apart(tmp_path: Path) -> None:
    card = {"c1": {"ask": "Who?", "answer": "I"}}
    first, second = ImportedSource("Levy 1997", "doi:10.1/a"), ImportedSource("Levy 1997")
    cites = (ImportedCitation(first, (1, 4)), ImportedCitation(second))
    fact = ImportedFact("anki-1", "A", "", card, {}, (), "D", citations=cites)

    text, deck = make_valid_deck(NewDeck("any-deck", "Any deck", (fact,)), tmp_path)

    assert 'source: ["levy-1997#1", "levy-1997#4", levy-1997--2]' in text
    assert deck.losses == ()
