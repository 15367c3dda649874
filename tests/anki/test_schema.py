"""The note type is frozen: a package of version 1 stands in `golden/` and is never made again.

`version-1.apkg` was written by `a_package(…, *some_cards(3), formats=ALL)` of that version, and
`version-1.json` tells its schema and look. When a test here fails, undo the change of the schema;
when it is the look that changed, move `LOOK_CHANGED_AT` and record both in `LOOKS`.
"""

import json
from dataclasses import replace
from datetime import timedelta
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest

from quizapp.anki.export.note_types import (
    CLOZE_FIELD_IDS,
    FIELD_IDS,
    LOOK_CHANGED_AT,
    CardNoteFields,
    ClozeNoteFields,
    card_note_type,
    cloze_note_type,
)
from tests.anki.cards import ALL, a_package, some_cards
from tests.anki.learner import Anki, Taken
from tests.builders import MORNING

GOLDEN = Path(__file__).parent / "golden"

# When a look was made, and what it is: each look has its own moment, or Anki ignores it.
LOOKS = {1_767_225_600: "8dc7b9fc36102e86", 1_795_478_400: "c5565d1422de9e19"}


@pytest.mark.parametrize(
    ("made", "name"),
    [(card_note_type(), "version-1.json"), (cloze_note_type(), "cloze-version-1.json")],
)
def test_the_schema_is_that_of_version_1(made: dict[str, Any], name: str) -> None:
    golden = json.loads((GOLDEN / name).read_text(encoding="utf-8"))

    assert {
        "id": made["id"],
        "name": made["name"],
        "type": made["type"],
        "sort field": made["sortf"],
        "fields": {field["name"]: field["id"] for field in made["flds"]},
        "templates": {template["name"]: template["id"] for template in made["tmpls"]},
    } == golden
    assert [field["name"] for field in made["flds"]] == list(golden["fields"])
    assert [template["name"] for template in made["tmpls"]] == list(golden["templates"])


def test_a_note_has_as_many_fields_as_its_type() -> None:
    names = [name.lower().replace(" ", "_") for name in FIELD_IDS]
    cloze_names = [name.lower().replace(" ", "_") for name in CLOZE_FIELD_IDS]

    assert names == list(CardNoteFields._fields)
    assert cloze_names == list(ClozeNoteFields._fields)


def test_a_changed_look_is_dated_anew() -> None:
    made = (card_note_type(), cloze_note_type())
    fronts_and_backs = [(x["qfmt"], x["afmt"]) for each in made for x in each["tmpls"]]
    look = repr((made[0]["css"], made[1]["css"], fronts_and_backs))

    assert LOOKS[LOOK_CHANGED_AT] == blake2b(look.encode(), digest_size=8).hexdigest()
    assert {max(LOOKS), LOOK_CHANGED_AT} == {each["mod"] for each in made}


def test_no_review_is_lost_from_version_1_to_this_one(anki: Anki, package: Path) -> None:
    first = anki.take(GOLDEN / "version-1.apkg")
    anki.review(times=3)
    before = anki.rows("select id, nid, ord, due, ivl, reps, queue from cards order by id")
    later = [replace(card, changed_at=MORNING + timedelta(days=1)) for card in some_cards(4)]
    a_package(package, *later, formats=ALL)

    second = anki.take(package)

    assert first == Taken(found=3, new=3)
    assert second == Taken(found=4, new=1, updated=3)
    after = anki.rows("select id, nid, ord, due, ivl, reps, queue from cards order by id")
    assert [row for row in after if row in before] == before
    assert anki.values("select count() from revlog") == [3]
    assert [name for name in anki.note_types() if name.startswith("quizapp")] == ["quizapp"]
    assert anki.empty_cards() == 0


def test_a_learners_own_look_survives_the_next_export(anki: Anki, package: Path) -> None:
    a_package(package, *some_cards(1))
    anki.take(package)
    own = anki.note_type()
    own["css"] += ".question { color: teal }"
    anki.collection.models.update_dict(own)
    a_package(package, *some_cards(2))

    assert anki.take(package) == Taken(found=2, new=1, duplicate=1)
    assert anki.note_type()["css"].endswith(".question { color: teal }")
