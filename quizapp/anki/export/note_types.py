"""The note types "quizapp" and "quizapp cloze": their fields and templates, frozen, and their look.

Anki finds a note type, field and template again by its id. None of these constants may ever
change, and nothing may be added or removed: a learner's Anki would refuse the notes or lose
reviews. A new need takes a spare field. A new look (templates, `card.css`, `shuffle.js`) moves
`LOOK_CHANGED_AT`, without which Anki ignores it.
"""

from pathlib import Path
from typing import Any, NamedTuple

from quizapp.anki.export.genanki_adapter import note_type_json
from quizapp.anki.export.options import AnkiFormat
from quizapp.anki.ids import CLOZE_KIND

NOTE_TYPE_ID = 1_767_225_600_001
CLOZE_TYPE_ID = 1_767_225_600_002
LOOK_CHANGED_AT = 1_795_478_400  # seconds since 1970, UTC


class CardNoteFields(NamedTuple):
    """A note's fields in HTML, in their order.

    `typed` is plain: what is to be typed. `show_choices` and `show_gap` are filled where a card
    of that format is wanted.
    """

    question: str
    answer: str
    gap: str = ""
    choices: str = ""
    why: str = ""
    mnemonic: str = ""
    source: str = ""
    typed: str = ""
    show_choices: str = ""
    show_gap: str = ""
    deck_title: str = ""
    id: str = ""
    spare_1: str = ""
    spare_2: str = ""
    spare_3: str = ""


class ClozeNoteFields(NamedTuple):
    """The fields in HTML of a note that is a fact, in their order.

    `text` is its sentences with the answers as clozes. `id` is the id of the fact.
    """

    text: str
    why: str = ""
    mnemonic: str = ""
    source: str = ""
    deck_title: str = ""
    id: str = ""
    spare_1: str = ""
    spare_2: str = ""
    spare_3: str = ""


FIELD_IDS = {
    "Question": 7_140_100_000_000_001,
    "Answer": 7_140_100_000_000_002,
    "Gap": 7_140_100_000_000_003,
    "Choices": 7_140_100_000_000_004,
    "Why": 7_140_100_000_000_005,
    "Mnemonic": 7_140_100_000_000_006,
    "Source": 7_140_100_000_000_007,
    "Typed": 7_140_100_000_000_008,
    "Show choices": 7_140_100_000_000_009,
    "Show gap": 7_140_100_000_000_010,
    "Deck title": 7_140_100_000_000_011,  # "Deck" alone is a word of Anki's
    "Id": 7_140_100_000_000_012,
    "Spare 1": 7_140_100_000_000_013,
    "Spare 2": 7_140_100_000_000_014,
    "Spare 3": 7_140_100_000_000_015,
}

CLOZE_FIELD_IDS = {
    "Text": 7_140_300_000_000_001,
    "Why": 7_140_300_000_000_002,
    "Mnemonic": 7_140_300_000_000_003,
    "Source": 7_140_300_000_000_004,
    "Deck title": 7_140_300_000_000_005,
    "Id": 7_140_300_000_000_006,
    "Spare 1": 7_140_300_000_000_007,
    "Spare 2": 7_140_300_000_000_008,
    "Spare 3": 7_140_300_000_000_009,
}

_CLOZE_TEMPLATE_ID = 7_140_400_000_000_001

_TEMPLATE_IDS = {
    AnkiFormat.QUESTION: 7_140_200_000_000_001,
    AnkiFormat.TYPED: 7_140_200_000_000_002,
    AnkiFormat.GAP: 7_140_200_000_000_003,
    AnkiFormat.CHOICE: 7_140_200_000_000_004,
}

# The field that decides whether a note has a card of the format; every note has a Question.
CONDITION_FIELDS = {
    AnkiFormat.TYPED: "Typed",
    AnkiFormat.GAP: "Show gap",
    AnkiFormat.CHOICE: "Show choices",
}
_CONDITION_POSITIONS = tuple(
    (format_, list(FIELD_IDS).index(name)) for format_, name in CONDITION_FIELDS.items()
)

_QUESTION_HTML = '<div class="question" dir="auto">{{Question}}</div>'
_GAP_FIELD_HTML = '<div class="question" dir="auto">{{Gap}}</div>'
_CHOICES_HTML = '<div class="choices" dir="auto">{{Choices}}</div>'
_CLOZE_HTML = '<div class="question" dir="auto">{{cloze:Text}}</div>'
_ANSWER_HTML = '<div id="answer" class="answer" dir="auto">{{Answer}}</div>'

_FRONT_TEMPLATES = {
    AnkiFormat.QUESTION: _QUESTION_HTML,
    AnkiFormat.TYPED: _QUESTION_HTML + "\n{{type:Typed}}",
    AnkiFormat.GAP: _GAP_FIELD_HTML,
    AnkiFormat.CHOICE: f"{_QUESTION_HTML}\n{_CHOICES_HTML}",
}

_BACK_TEMPLATES = {
    AnkiFormat.QUESTION: f"{_QUESTION_HTML}\n{_ANSWER_HTML}",
    AnkiFormat.TYPED: f"{_QUESTION_HTML}\n{{{{type:Typed}}}}\n{_ANSWER_HTML}",
    AnkiFormat.GAP: f"{_GAP_FIELD_HTML}\n{_ANSWER_HTML}",
    AnkiFormat.CHOICE: f'{_QUESTION_HTML}\n<div id="answer">{_CHOICES_HTML}</div>',
}

_EXPLANATION_HTML = """
{{#Why}}<div class="why" dir="auto">{{Why}}</div>{{/Why}}
{{#Mnemonic}}<div class="mnemonic" dir="auto">{{Mnemonic}}</div>{{/Mnemonic}}
{{#Source}}<div class="source" dir="auto">{{Source}}</div>{{/Source}}"""


def card_note_type() -> dict[str, Any]:
    """Return the note type of cards as a package holds it."""
    return note_type_json(
        LOOK_CHANGED_AT,
        model_id=NOTE_TYPE_ID,
        name="quizapp",
        fields=[{"name": name, "id": id_} for name, id_ in FIELD_IDS.items()],
        templates=[card_template(format_) for format_ in AnkiFormat],
        css=_read_resource("card.css"),
    )


def cloze_note_type() -> dict[str, Any]:
    """Return the note type of facts as a package holds it."""
    return note_type_json(
        LOOK_CHANGED_AT,
        model_id=CLOZE_TYPE_ID,
        name="quizapp cloze",
        model_type=CLOZE_KIND,
        fields=[{"name": name, "id": id_} for name, id_ in CLOZE_FIELD_IDS.items()],
        templates=[
            {
                "name": "Cloze",
                "id": _CLOZE_TEMPLATE_ID,
                "qfmt": f'<div class="quizapp as-cloze">\n{_CLOZE_HTML}\n</div>',
                "afmt": (
                    f'<div class="quizapp as-cloze back">\n{_CLOZE_HTML}{_EXPLANATION_HTML}\n</div>'
                ),
            }
        ],
        css=_read_resource("card.css"),
    )


def card_template(format_: AnkiFormat) -> dict[str, Any]:
    """Return the template of a format: name, id, front and back."""
    script = (
        f"\n<script>\n{_read_resource('shuffle.js')}</script>"
        if format_ is AnkiFormat.CHOICE
        else ""
    )
    front = f'<div class="quizapp as-{format_}">\n{_FRONT_TEMPLATES[format_]}\n</div>{script}'
    behind = f"{_BACK_TEMPLATES[format_]}{_EXPLANATION_HTML}"
    back = f'<div class="quizapp as-{format_} back">\n{behind}\n</div>{script}'
    gate = CONDITION_FIELDS.get(format_)
    return {
        "name": format_.capitalize(),
        "id": _TEMPLATE_IDS[format_],
        "qfmt": f"{{{{#{gate}}}}}\n{front}\n{{{{/{gate}}}}}" if gate else front,
        "afmt": back,
    }


def formats_of_note(fields: CardNoteFields) -> tuple[AnkiFormat, ...]:
    """Return the formats that Anki makes cards of for a note, going by its fields alone."""
    return (
        AnkiFormat.QUESTION,
        *(format_ for format_, position in _CONDITION_POSITIONS if fields[position]),
    )


def _read_resource(name: str) -> str:
    """Return the text of a file beside this one."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8")
