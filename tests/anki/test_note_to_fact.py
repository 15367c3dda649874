"""Deck in: what notes of Anki's become, and what cannot come along."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.anki.ids import FACT_NAME, card_name, fact_name
from quizapp.anki.importing.collection import AnkiCard, AnkiNote, CardTemplate, NoteType, read_notes
from quizapp.anki.importing.deck_yaml import ConversionResult, convert_notes
from quizapp.anki.importing.note_to_fact import NoteImage, alt_from_file_name
from quizapp.anki.importing.open_package import open_package
from quizapp.anki.importing.package_database import BadPackageError
from tests.anki.foreign import a_database, a_zip, add, export
from tests.anki.learner import Anki


def a_kind(fields: str, *templates: tuple[str, str], is_cloze: bool = False) -> NoteType:
    sides = {number: CardTemplate(*template) for number, template in enumerate(templates)}
    return NoteType(1, "A kind", is_cloze, tuple(fields.split()), sides)


BASIC = a_kind("Front Back", ("{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}"))
CLOZE = a_kind("Text Extra", ("{{cloze:Text}}", "{{cloze:Text}}<br>{{Extra}}"), is_cloze=True)


def a_note(
    fields: Mapping[str, str],
    kind: NoteType = BASIC,
    guid: str = "bT{6V}Zn$@",
    tags: Sequence[str] = (),
    ordinals: Sequence[int] = (0,),
) -> AnkiNote:
    cards = tuple(AnkiCard(ordinal, "Default") for ordinal in ordinals)
    return AnkiNote(guid, kind, fields, tuple(tags), cards)


def basic(front: str, back: str) -> ConversionResult:
    return convert_notes([a_note({"Front": front, "Back": back})])


def clozes(text: str, ordinals: Sequence[int] = (0,), extra: str = "") -> ConversionResult:
    return convert_notes([a_note({"Text": text, "Extra": extra}, CLOZE, ordinals=ordinals)])


def reasons(made: ConversionResult) -> list[str]:
    return [each.reason for each in made.losses]


def carried_in(package: Path) -> ConversionResult:
    with open_package(package) as opened:
        return convert_notes(read_notes(opened.connection))


# --- stock note types, by the backend ------------------------------------------------------------


@pytest.mark.parametrize("is_old", [False, True])
def test_the_stock_note_types_come_along(anki: Anki, tmp_path: Path, *, is_old: bool) -> None:
    add(
        anki, "Basic", Front="What is the capital of <b>France</b>?", Back="Paris", tags=["geo::eu"]
    )
    add(anki, "Basic (and reversed card)", Front="Hund", Back="dog", deck="Words::German")
    add(anki, "Basic (optional reversed card)", Front="Katze", Back="cat")
    add(anki, "Basic (optional reversed card)", Front="Kuh", Back="cow", Add_Reverse="y")
    add(anki, "Basic (type in the answer)", Front="1 + 1?", Back="2")
    add(anki, "Cloze", Text="{{c1::Paris}} lies at the {{c2::Seine}}.", Back_Extra="in France")

    made = carried_in(export(anki, tmp_path / "p.apkg", is_old=is_old))

    assert [(fact.say, fact.cards) for fact in made.facts] == [
        ("", {"c1": {"ask": "What is the capital of France?", "answer": "Paris"}}),
        ("", {"c1": {"ask": "Hund", "answer": "dog"}, "c2": {"ask": "dog", "answer": "Hund"}}),
        ("", {"c1": {"ask": "Katze", "answer": "cat"}}),
        ("", {"c1": {"ask": "Kuh", "answer": "cow"}, "c2": {"ask": "cow", "answer": "Kuh"}}),
        ("", {"c1": {"ask": "1 + 1?", "answer": "2"}}),
        ("{c1} lies at the {c2}.", {"c1": {"answer": "Paris"}, "c2": {"answer": "Seine"}}),
    ]
    assert made.facts[0].other_keys == {"tags": ["geo::eu"]}
    assert made.facts[-1].other_keys == {"why": "in France"}
    assert [fact.deck for fact in made.facts[:2]] == ["Default", "Words::German"]
    assert made.losses == ()


def test_image_occlusion_does_not_come_along(anki: Anki, tmp_path: Path) -> None:
    shape = "{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2}}"
    add(anki, "Image Occlusion", Occlusion=shape, Image="<img src=x.png>", Header="The heart")

    made = carried_in(export(anki, tmp_path / "p.apkg"))

    assert (made.facts, reasons(made)) == ((), ["image occlusion asks about a picture"])


def test_ids_come_from_guids_alone(anki: Anki, tmp_path: Path) -> None:
    note = add(anki, "Basic", Front="Hund", Back="dog")
    before = carried_in(export(anki, tmp_path / "before.apkg")).facts[0].name
    note["Front"] = "Der Hund"
    anki.collection.update_note(note)
    after = carried_in(export(anki, tmp_path / "after.apkg")).facts[0].name

    assert before == after == fact_name(note.guid)
    assert FACT_NAME.fullmatch(after)
    assert card_name(1) == "c2"


# --- cards with two sides ------------------------------------------------------------------------


def test_a_list_on_the_back_is_a_list_in_any_order() -> None:
    made = basic("Which sites?", "<ul><li>oral</li><li>rectal</li></ul>")

    assert made.facts[0].cards == {"c1": {"ask": "Which sites?", "answer": ["oral", "rectal"]}}


@pytest.mark.parametrize(
    "items", [["oral", "Oral"], [f"item {number}" for number in range(13)]], ids=["same", "many"]
)
def test_a_list_that_nobody_can_be_asked_for_is_text(items: list[str]) -> None:
    made = basic("Which?", "".join(f"<li>{item}</li>" for item in items))

    assert made.facts[0].cards == {"c1": {"ask": "Which?", "answer": "; ".join(items)}}


@pytest.mark.parametrize(
    ("front", "back", "reason"),
    [
        ("<br>", "Paris", "its question is empty"),
        ("<img src=a.png>", "Paris", "its question is only a picture or a sound"),
        ("Capital?", "<div><br></div>", "its answer is empty"),
        ("Capital?", "[sound:a.mp3]", "its answer is only a picture or a sound"),
        ("Capital?", "x" * 1001, "its answer is too long to ask for"),
        ("x" * 100_001, "Paris", "a field is too long"),
    ],
)
def test_a_card_that_cannot_be_asked_is_left_out(front: str, back: str, reason: str) -> None:
    made = basic(front, back)

    assert (made.facts, reasons(made)) == ((), [reason])


NEEDED = "its question needs a picture or a sound: kept as a draft, with the file beside the deck"
BESIDE = "a picture or a sound of its answer is kept beside the deck but not shown"
ASKED_WITH = NoteImage("x.png", "picture x", is_asked_with=True)
ANSWERED_WITH = NoteImage("x.png", "picture x", is_asked_with=False)
BOTH_WAYS = "its picture asks on one card and answers another: kept as a draft"


@pytest.mark.parametrize(
    ("front", "back", "image"),
    [
        ("What is it? <img src=x.png>", "a cat", ASKED_WITH),
        ("What says meow?", "a cat <img src=x.png>", ANSWERED_WITH),
        (
            "What? <img src=x.png alt=' An &lt;animal&gt; '>",
            "a cat",
            replace(ASKED_WITH, alt="An <animal>"),
        ),
        (
            "What? <img src='x%20y.JPG'>",
            "a cat",
            replace(ASKED_WITH, name="x y.JPG", alt="picture x y"),
        ),
        ("What? [sound:x.mp3]", "a cat", None),
        ("What? <img src=x.tiff>", "a cat", None),
    ],
)
def test_a_picture_is_shown_with_what_it_belongs_to(
    front: str, back: str, image: NoteImage | None
) -> None:
    (fact,) = basic(front, back).facts

    assert fact.image == image


@pytest.mark.parametrize(
    ("front", "back", "reason", "others"),
    [
        ("What is it? <img src=x.png>", "a cat", [], {}),
        ("What says meow?", "a cat <img src=x.png>", [], {}),
        ("What is it? <img src=x.png> [sound:y.mp3]", "a", [NEEDED], {"status": "draft"}),
        ("What is it? <img src=x.png> <img src=y.png>", "a", [NEEDED], {"status": "draft"}),
        ("What is it? [sound:y.mp3]", "a", [NEEDED], {"status": "draft"}),
        ("What is it? <img src=x.png>", "a cat [sound:y.mp3]", [BESIDE], {}),
        ("What is it? <img src=x.png>", "a cat <img src=y.png>", [BESIDE], {}),
        ("What is it?", "a cat <img src=x.png> <img src=y.png>", [BESIDE], {}),
        ("What is it?", "a cat [sound:y.mp3]", [BESIDE], {}),
    ],
)
def test_a_note_is_a_draft_where_its_question_shows_more_than_one_picture(
    front: str, back: str, reason: list[str], others: Mapping[str, str]
) -> None:
    made = basic(front, back)

    assert (made.facts[0].other_keys, reasons(made)) == (others, reason)


def test_a_picture_that_would_answer_the_reversed_card_makes_a_draft() -> None:
    kind = a_kind("Front Back", ("{{Front}}", "{{Back}}"), ("{{Back}}", "{{Front}}"))
    fields = {"Front": "What is it? <img src=x.png>", "Back": "a cat"}

    made = convert_notes([a_note(fields, kind, ordinals=(0, 1))])

    assert made.facts[0].image == ASKED_WITH
    assert made.facts[0].other_keys == {"status": "draft"}
    assert reasons(made) == [BOTH_WAYS]


def test_the_picture_of_a_why_is_shown_with_the_answer() -> None:
    made = clozes("The capital is {{c1::Paris}} at the Seine.", extra="<img src=x.png>")

    assert made.facts[0].image == ANSWERED_WITH
    assert (made.facts[0].other_keys, reasons(made)) == ({}, [])


def test_the_picture_inside_a_cloze_is_shown_with_the_answer_one_beside_it_is_asked_with() -> None:
    inside = clozes("The animal is {{c1::a cat <img src=x.png>}} at home.")
    beside = clozes("The animal is {{c1::a cat}} at home. <img src=x.png>")

    assert inside.facts[0].image == ANSWERED_WITH
    assert beside.facts[0].image == ASKED_WITH
    assert (inside.facts[0].other_keys, beside.facts[0].other_keys) == ({}, {})


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("liver_section-2.png", "picture liver section"),
        ("paste-3f2a1b09cc4d.jpg", "picture"),
        ("IMG_1234.jpg", "picture"),
        ("Élan vital.svg", "picture Élan vital"),
        (".png", "picture"),
    ],
)
def test_a_picture_without_words_is_called_as_its_file(file: str, words: str) -> None:
    assert alt_from_file_name(file) == words


def test_what_is_on_the_network_is_left_out() -> None:
    made = basic("What says meow?", "a cat <img src=https://example.org/cat.png>")

    assert (made.facts[0].media, reasons(made)) == (
        (),
        ["content from the network is left out"],
    )


def test_other_fields_of_the_back_are_the_why() -> None:
    kind = a_kind(
        "Word Meaning Example Root Id",
        ("Translate: {{Word}}", "{{Word}}: {{Meaning}}{{Example}}{{hint:Root}}"),
    )
    fields = {"Word": "Hund", "Meaning": "dog", "Example": "Der Hund", "Root": "PIE", "Id": "7"}

    (fact,) = convert_notes([a_note(fields, kind)]).facts

    assert fact.cards == {"c1": {"ask": "Translate: Hund", "answer": "dog"}}
    assert fact.other_keys == {"why": "Example: Der Hund Root: PIE"}


def test_what_is_typed_is_the_answer() -> None:
    kind = a_kind("Word Sound Meaning", ("{{Word}} {{type:Meaning}}", "{{Sound}}{{type:Meaning}}"))

    (fact,) = convert_notes(
        [a_note({"Word": "Hund", "Sound": "hunt", "Meaning": "dog"}, kind)]
    ).facts

    assert fact.cards == {"c1": {"ask": "Hund", "answer": "dog"}}
    assert fact.other_keys == {"why": "hunt"}


def test_a_card_whose_template_is_gone_or_broken_is_left_out() -> None:
    kind = a_kind("A B", ("{{A}}", "{{B}}"), ("{{Z}}", ""))

    made = convert_notes([a_note({"A": "a?", "B": "b"}, kind, ordinals=(0, 1, 2))])

    assert made.facts[0].cards == {"c1": {"ask": "a?", "answer": "b"}}
    assert reasons(made) == [
        "its template names a missing field: Z",
        "the note type no longer has this card",
    ]


def test_tags_of_anki_itself_stay_there() -> None:
    made = convert_notes(
        [a_note({"Front": "a?", "Back": "b"}, tags=["geo::eu", "Leech", "marked"])]
    )

    assert made.facts[0].other_keys == {"tags": ["geo::eu"]}


def test_of_two_notes_with_one_guid_the_first_comes_along() -> None:
    made = convert_notes(
        [a_note({"Front": "a?", "Back": "b"}), a_note({"Front": "c?", "Back": "d"})]
    )

    assert (len(made.facts), made.losses[0].title) == (1, "c?")
    assert reasons(made) == ["another note has the same GUID"]


# --- clozes --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "ordinals", "say", "cards"),
    [
        (
            "{{c1::Paris}} and again {{c1::Paris}}.",
            (0,),
            "{c1} and again {c1}.",
            {"c1": {"answer": "Paris"}},
        ),
        (
            "{{c1::Paris}}, {{c2::Rome}}: the card of Rome was deleted",
            (0,),
            "{c1}, Rome: the card of Rome was deleted",
            {"c1": {"answer": "Paris"}},
        ),
        (
            "{{c3::Paris}} alone",
            (2,),
            "{c3} alone",
            {"c3": {"answer": "Paris"}},
        ),
        (
            "{{c1::oral}} and {{c1::rectal}} ulcers",
            (0,),
            "",
            {"c1": {"ask": "[ … ] and [ … ] ulcers", "answer": ["oral", "rectal"]}},
        ),
        (
            "{{c1::the {{c2::red}} lineage}} of cells",
            (0, 1),
            "",
            {
                "c1": {"ask": "[ … ] of cells", "answer": "the red lineage"},
                "c2": {"ask": "the [ … ] lineage of cells", "answer": "red"},
            },
        ),
        (
            r"\(\frac{a}{b}\) is a {{c1::ratio::what?}}",
            (0,),
            "",
            {"c1": {"ask": r"\(\frac{a}{b}\) is a [ … ] (what?)", "answer": "ratio"}},
        ),
        (
            "{{c1,2::Paris}} lies at the {{c2::Seine}}",
            (0, 1),
            "",
            {
                "c1": {"ask": "[ … ] lies at the Seine", "answer": "Paris"},
                "c2": {"ask": "[ … ] lies at the [ … ]", "answer": ["Paris", "Seine"]},
            },
        ),
    ],
)
def test_clozes_become_gaps_where_they_can(
    text: str, ordinals: Sequence[int], say: str, cards: Mapping[str, object]
) -> None:
    (fact,) = clozes(text, ordinals).facts

    assert (fact.say, fact.cards) == (say, cards)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{{c1::<img src=a.png>}} is a cat", "its answer is only a picture or a sound"),
        ("{{c2::Paris}}", "its cloze number no longer exists"),
        ("{{c1::Paris", "a cloze is not closed"),
    ],
)
def test_a_cloze_that_hides_no_text_is_left_out(text: str, reason: str) -> None:
    made = clozes(text)

    assert (made.facts, reason in reasons(made)) == ((), True)


def test_a_hint_of_a_gap_is_told_to_be_lost() -> None:
    made = clozes("The capital is {{c1::Paris::a city}} at the Seine.")

    assert made.facts[0].say == "The capital is {c1} at the Seine."
    assert reasons(made) == ["the cloze hint is left out"]


def test_a_note_is_known_by_its_first_text() -> None:
    made = clozes("<b>The capital</b> of {{c1::France::x}} is {{c2::" + "a" * 90 + "}}", (5,))

    assert made.losses[0].title == f"The capital of France is {'a' * 34}…"


# --- damaged collections -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE col SET models = '{'",
        "UPDATE col SET models = '[]'",
        "UPDATE col SET models = 7",
        'UPDATE col SET models = \'{"1": {"name": "x"}}\'',
        "UPDATE col SET decks = '[1]'",
        "DELETE FROM col",
        "UPDATE notes SET mid = 'x'",
        "UPDATE cards SET ord = 'x'",
        "UPDATE cards SET did = 'x'",
    ],
)
def test_a_collection_with_spoilt_rows_is_told(tmp_path: Path, statement: str) -> None:
    path = a_database(tmp_path / "db", spoil=statement)
    package = a_zip(tmp_path / "p.apkg", collection__anki2=path.read_bytes())

    with pytest.raises(BadPackageError, match="is damaged"):
        carried_in(package)
