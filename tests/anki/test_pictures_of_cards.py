"""Pictures of each format by day and night, on a phone and a desk, to be looked at.

They are made anew in each run; with the environment variable `QUIZAPP_PICTURES=FOLDER` they are
kept in that folder.
"""

import os
import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizapp.anki.export.options import AnkiFormat, NoteStyle
from tests.anki.cards import a_package
from tests.anki.learner import Anki
from tests.anki.pages import CHROMIUM, faces_of, photograph
from tests.anki.test_cloze_style import FACT, the_fact
from tests.anki.test_look import much_to_show

if TYPE_CHECKING:
    from anki.cards import Card

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the pictures go."""
    kept = Path(os.environ.get("QUIZAPP_PICTURES", tmp_path / "pictures"))
    kept.mkdir(parents=True, exist_ok=True)
    return kept


def cards(anki: Anki, package: Path) -> dict[str, "Card"]:
    a_package(package, much_to_show(), formats=tuple(AnkiFormat))
    anki.take(package)
    a_package(package, *the_fact(), style=NoteStyle.CLOZE, deck="seat", title="Seats")
    anki.take(package)
    formats = [each.value for each in AnkiFormat]
    return {
        **dict(zip(formats, anki.note().cards(), strict=True)),
        "cloze": anki.fact(FACT).cards()[1],
    }


def size_and_colours(picture: Path) -> tuple[tuple[int, int], int]:
    """The width and height of a PNG, and how many different bytes its rows hold."""
    data = picture.read_bytes()
    width, height = struct.unpack(">II", data[16:24])
    rows = bytearray()
    at = 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        rows += data[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += 12 + length
    return (width, height), len(set(zlib.decompress(bytes(rows))))


@pytest.mark.parametrize("width", [400, 900])
@pytest.mark.parametrize("is_night", [False, True], ids=["day", "night"])
def test_every_format_is_pictured(
    anki: Anki, package: Path, folder: Path, width: int, *, is_night: bool
) -> None:
    faces = {
        f"{name} {side}": face
        for name, card in cards(anki, package).items()
        for side, face in zip(
            ("front", "back"), faces_of(card, "Lyon", width=width, is_night=is_night), strict=True
        )
    }
    picture = folder / f"cards-{width}-{'night' if is_night else 'day'}.png"

    wanted = photograph(faces, picture)

    size, colours = size_and_colours(picture)
    assert len(faces) == 10
    assert size == wanted
    assert colours > 50
