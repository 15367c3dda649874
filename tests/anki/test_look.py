"""The look of each format, by day and night, on a phone and a desk, in a real browser."""

from pathlib import Path

import pytest

from quizapp.items.context import make_option
from quizapp.learner.export_values import ExportCard
from tests.anki.cards import ALL, a_card, a_package
from tests.anki.learner import Anki
from tests.anki.pages import CHROMIUM, Face, faces_of, see

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed"),
]

MORNING, EVENING, NEXT_DAY = 1_772_445_600_000, 1_772_488_800_000, 1_772_532_000_000
CITIES = ("Paris", "Lyon", "Marseille", "Toulouse", "Nice", "Nantes", "Lille")
READABLE = 4.5  # WCAG 2.2, level AA, text of any size


def much_to_show() -> ExportCard:
    return a_card(
        stem="What is the capital of France, which is also called "
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft?",
        why="The court, the parliament and the ministries have their seats there. " * 3,
        mnemonic="Paris pairs the banks of the Seine.",
        accepted=("Lutetia", "the City of Light"),
    )


@pytest.fixture
def faces(anki: Anki, package: Path) -> dict[str, Face]:
    """All formats of a card with much to show, front and back."""
    card = much_to_show()
    a_package(package, card, formats=ALL)
    anki.take(package)
    cards = dict(zip(("question", "typed", "gap", "choice"), anki.note().cards(), strict=True))
    return {
        f"{name} {width} {night} {side}": face
        for name, shown in cards.items()
        for width in (320, 400, 900)
        for night in (False, True)
        for side, face in zip(
            ("front", "back"), faces_of(shown, "Lyon", width=width, is_night=night), strict=True
        )
    }


def test_every_face_fits_its_window_and_can_be_read_by_day_and_night(
    faces: dict[str, Face],
) -> None:
    seen = see(faces)

    assert len(seen) == 48
    assert {name: each.overflow for name, each in seen.items() if each.overflow > 0} == {}
    assert {name: each.contrast for name, each in seen.items() if each.contrast < READABLE} == {}
    assert [name for name, each in seen.items() if "capital of France" not in each.text] == []
    assert [name for name, each in seen.items() if "Levy 1997" in each.text] == [
        name for name in faces if name.endswith("back")
    ]


def test_options_are_shuffled_each_day_alike_on_front_and_back(anki: Anki, package: Path) -> None:
    options = [make_option(city, is_right=city == "Paris") for city in CITIES]
    a_package(package, a_card(options=options), formats=ALL)
    anki.take(package)
    choice = anki.card(position=3)
    front, _ = faces_of(choice, now=MORNING)
    _, back = faces_of(choice, now=EVENING)
    tomorrow, _ = faces_of(choice, now=NEXT_DAY)

    seen = see({"front": front, "back": back, "tomorrow": tomorrow})

    assert seen["front"].options == seen["back"].options
    assert seen["front"].options != seen["tomorrow"].options
    assert sorted(seen["front"].options) == sorted(seen["tomorrow"].options) == sorted(CITIES)


def test_without_scripts_the_options_stand_and_tell_their_worth_on_the_back_alone(
    anki: Anki, package: Path
) -> None:
    a_package(package, a_card(), formats=ALL)
    anki.take(package)
    front, back = faces_of(anki.card(position=3), has_scripts=False)

    seen = see({"front": front, "back": back})

    assert seen["front"].options == ("Paris", "Lyon", "Marseille")
    assert seen["front"].marks == ("none", "none", "none")
    assert seen["back"].options == seen["front"].options
    assert seen["back"].marks == ("✓ right", "✗ wrong", "✗ wrong")


def test_reasons_against_wrong_options_stand_only_where_the_options_do(
    anki: Anki, package: Path
) -> None:
    a_package(package, a_card(), formats=ALL)
    anki.take(package)
    _, question = faces_of(anki.card(position=0))
    _, choice = faces_of(anki.card(position=3))

    seen = see({"question": question, "choice": choice})

    assert "the third city" not in seen["question"].text
    assert "the third city" in seen["choice"].text
