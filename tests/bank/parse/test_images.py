"""Pictures of facts: what they are read as, and each way in which a file can be none."""

import os
from hashlib import blake2b
from pathlib import Path

import pytest

from quizapp.bank.deck_files import have_decks_changed
from quizapp.bank.load import load_bank, load_deck
from quizapp.bank.model import Deck, Image
from quizapp.bank.parse.images import MAX_IMAGE_BYTES, ImageFlaw, inspect_image
from tests.bank.trials import HEADER, deck_of, load_text, problems_of
from tests.builders import PNG, a_picture

DIGEST = blake2b(PNG, digest_size=16).hexdigest()
BENEATH = "put the picture beside the deck or in a folder beneath it: figures/liver.png"


def a_text(file: str = "figures/liver.png", more: str = "") -> str:
    image = f'{{file: "{file}", alt: A duct.{more}}}'
    return f"facts:\n  - {{id: f, ask: 'Which?', answer: Paris, image: {image}}}\n"


def flaw_of(folder: Path, file: str) -> tuple[str, str, str]:
    """Return code, message and fix of the one problem of a deck with the picture `file`."""
    deck, problems = load_text(folder, a_text(file.replace("\\", "\\\\")))
    assert deck is None
    (problem,) = problems
    assert (problem.place.line, problem.place.column) == (5, 57)
    return problem.code, problem.message, problem.fix


# --- sound ---------------------------------------------------------------------------------------


def test_a_fact_has_the_picture_that_it_names(tmp_path: Path) -> None:
    path = a_picture(tmp_path / "figures" / "liver.png")

    deck = deck_of(tmp_path, a_text(more=", show: question"))

    assert deck.facts[0].image == Image(
        "figures/liver.png", str(path.resolve()), DIGEST, "A duct.", is_shown_with_question=True
    )


def test_a_picture_is_shown_with_the_answer_unless_it_is_asked_with(tmp_path: Path) -> None:
    a_picture(tmp_path / "figures" / "liver.png")

    (fact,) = deck_of(tmp_path, a_text()).facts

    assert fact.image is not None
    assert not fact.image.is_shown_with_question


def test_a_row_of_a_table_has_a_picture(tmp_path: Path) -> None:
    a_picture(tmp_path / "tibia.png")
    text = """
tables:
  - id: bones
    row: bone
    columns: {site: {ask: "Where is {row}?", say: "In the human body {row} lies in the {site}."}}
    rows:
      tibia: {name: tibia, site: leg, image: {file: tibia.png, alt: A long bone.}}
      ulna: {name: ulna, site: arm}
"""

    tibia, ulna = deck_of(tmp_path, text).facts

    assert (tibia.image and tibia.image.alt, ulna.image) == ("A long bone.", None)


def test_the_paths_of_a_deck_in_a_folder_begin_there(tmp_path: Path) -> None:
    deck = tmp_path / "liver"
    picture = a_picture(deck / "figures" / "liver.png")
    (deck / "deck.yaml").write_text("quizapp: 1\ndeck: liver\ntitle: Liver\n", encoding="utf-8")
    (deck / "more.yaml").write_text(a_text(), encoding="utf-8")

    found, problems = load_deck(deck)

    assert problems == ()
    assert found is not None
    assert [Path(file.path).name for file in found.files] == ["deck.yaml", "more.yaml", "liver.png"]
    assert found.files[2].size == len(PNG)
    assert found.files[2].path == str(picture.resolve())


def test_a_picture_of_several_facts_is_one_file_of_the_deck(tmp_path: Path) -> None:
    a_picture(tmp_path / "a.png")
    image = "image: {file: a.png, alt: A dot.}"

    deck = deck_of(
        tmp_path,
        f"facts: [{{id: f, ask: 'A?', answer: x, {image}}}, {{id: g, ask: 'B?', answer: y,"
        f" {image}}}]",
    )

    assert [Path(file.path).name for file in deck.files] == ["trial.yaml", "a.png"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.PNG", PNG),
        ("a.jpg", b"\xff\xd8\xff\xe0 and more"),
        ("a.jpeg", b"\xff\xd8\xff\xe1 and more"),
        ("a.gif", b"GIF89a and more"),
        ("a.webp", b"RIFF\n\x00\x00\x00WEBPVP8 "),
        ("a.svg", b"<?xml version='1.0'?>\n<!-- drawn -->\n<svg xmlns='x'/>"),
        ("./sub//ä b.png", PNG),
        ("a..b.png", PNG),
        ("a:b.png", PNG),
    ],
)
def test_each_kind_of_picture_is_known_by_its_bytes(tmp_path: Path, name: str, data: bytes) -> None:
    a_picture(tmp_path / name, data)

    deck_of(tmp_path, a_text(name))


def test_a_deck_behind_a_link_has_the_pictures_beside_its_file(tmp_path: Path) -> None:
    a_picture(tmp_path / "home" / "figures" / "liver.png")
    deck_of(tmp_path / "home", a_text())
    (tmp_path / "link.yaml").symlink_to(tmp_path / "home" / "trial.yaml")

    _, problems = load_deck(tmp_path / "link.yaml")

    assert problems == ()


# --- flaws ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "message", "fix"),
    [
        ("/etc/a.png", '"/etc/a.png" does not begin at the deck\'s own folder', BENEATH),
        ("~/a.png", '"~/a.png" does not begin at the deck\'s own folder', BENEATH),
        ("C:/a.png", '"C:/a.png" does not begin at the deck\'s own folder', BENEATH),
        (
            "https://example.org/a.png",
            '"https://example.org/a.png" does not begin at the deck\'s own folder',
            BENEATH,
        ),
        ("../a.png", '"../a.png" leads out of the deck\'s folder', BENEATH),
        ("a/../../a.png", '"a/../../a.png" leads out of the deck\'s folder', BENEATH),
        (
            r"figures\a.png",
            r'"figures\a.png" has a backslash, which is no separator everywhere',
            'write "figures/a.png"',
        ),
    ],
)
def test_a_picture_stands_beneath_the_folder_of_its_deck(
    tmp_path: Path, file: str, message: str, fix: str
) -> None:
    a_picture(tmp_path / "a.png")

    assert flaw_of(tmp_path, file) == ("B501", message, fix)


@pytest.mark.parametrize("link", ["a.png", "figures"])
def test_a_link_that_leads_out_of_the_folder_is_a_fault(tmp_path: Path, link: str) -> None:
    outside = a_picture(tmp_path / "elsewhere" / "a.png")
    inside = tmp_path / "decks"
    inside.mkdir()
    (inside / link).symlink_to(outside if link == "a.png" else outside.parent)
    file = {"a.png": "a.png", "figures": "figures/a.png"}[link]

    assert flaw_of(inside, file) == (
        "B501",
        f'"{file}" is a link that leads out of the deck\'s folder',
        "put the picture itself there",
    )


@pytest.mark.parametrize("file", ["a.tiff", "a.mp3", "a", "figures", "a.png.exe"])
def test_a_picture_is_of_a_kind_that_can_be_shown(tmp_path: Path, file: str) -> None:
    assert flaw_of(tmp_path, file) == (
        "B502",
        f'"{file}" is of no kind of picture that can be shown',
        "save it as `.png`, `.jpg`, `.jpeg`, `.gif`, `.webp` or `.svg`",
    )


def test_of_a_picture_that_is_not_there_one_like_it_is_named(tmp_path: Path) -> None:
    a_picture(tmp_path / "figures" / "liver.png")

    assert flaw_of(tmp_path, "figures/livre.png") == (
        "B503",
        'there is no picture "figures/livre.png"',
        "did you mean `figures/liver.png`?",
    )


def test_a_picture_in_no_folder_is_told_where_it_should_be(tmp_path: Path) -> None:
    code, message, fix = flaw_of(tmp_path, "figures/liver.png")

    assert (code, message) == ("B503", 'there is no picture "figures/liver.png"')
    assert fix == f"put it at {tmp_path.resolve()}/figures/liver.png, or correct `file`"


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "a.png").mkdir()

    assert flaw_of(tmp_path, "a.png")[:2] == ("B503", '"a.png" cannot be read: Is a directory')


def test_a_pipe_is_no_picture_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.png")

    assert flaw_of(tmp_path, "a.png")[:2] == ("B503", '"a.png" is no file')


def test_a_link_in_a_circle_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.png").symlink_to(tmp_path / "a.png")

    assert flaw_of(tmp_path, "a.png")[0] == "B503"


def test_a_name_that_no_file_can_have_is_a_fault(tmp_path: Path) -> None:
    assert isinstance(inspect_image("\ud800.png", tmp_path), ImageFlaw)
    assert isinstance(inspect_image(f"{'x' * 5000}.png", tmp_path), ImageFlaw)


def test_an_empty_picture_is_a_fault(tmp_path: Path) -> None:
    a_picture(tmp_path / "a.png", b"")

    assert flaw_of(tmp_path, "a.png")[:2] == ("B504", '"a.png" is empty')


def test_a_picture_has_at_most_ten_mebibytes(tmp_path: Path) -> None:
    a_picture(tmp_path / "largest.png", PNG)
    os.truncate(tmp_path / "largest.png", MAX_IMAGE_BYTES)
    a_picture(tmp_path / "a.png", PNG)
    os.truncate(tmp_path / "a.png", MAX_IMAGE_BYTES + 1)

    assert not isinstance(inspect_image("largest.png", tmp_path.resolve()), ImageFlaw)
    assert flaw_of(tmp_path, "a.png")[:2] == ("B504", '"a.png" is larger than 10 MiB')


@pytest.mark.parametrize(
    ("data", "message", "fix"),
    [
        (
            b"\xff\xd8\xff\xe0",
            '"figures/a.png" holds a picture of another kind: JPEG',
            'name it "figures/a.jpg"',
        ),
        (b"<html>", '"figures/a.png" holds no PNG picture', "save the picture again"),
        (b"\x89PN", '"figures/a.png" holds no PNG picture', "save the picture again"),
    ],
)
def test_a_picture_is_of_the_kind_that_its_name_says(
    tmp_path: Path, data: bytes, message: str, fix: str
) -> None:
    a_picture(tmp_path / "figures" / "a.png", data)

    assert flaw_of(tmp_path, "figures/a.png") == ("B505", message, fix)


def test_each_fact_is_told_of_its_missing_picture(tmp_path: Path) -> None:
    image = "image: {file: a.png, alt: A dot.}"
    text = f"facts:\n  - {{id: f, ask: 'A?', answer: x, {image}}}\n"
    text += f"  - {{id: g, ask: 'B?', answer: y, {image}}}\n"

    assert [each[:3] for each in problems_of(tmp_path, text)] == [(5, 49, "B503"), (6, 49, "B503")]


@pytest.mark.parametrize(
    ("image", "code", "message"),
    [
        ("liver.png", "B108", "`image` must be a group of keys, not text"),
        ("{file: a.png}", "B107", "`alt` is missing"),
        ("{alt: A duct.}", "B107", "`file` is missing"),
        ('{file: "", alt: A duct.}', "B107", "`file` is empty"),
        ("{file: a.png, alt: A duct., show: never}", "B108", '"never" is not allowed as `show`'),
        ("{file: a.png, alt: A duct., size: 3}", "B106", "unknown key `size`"),
    ],
)
def test_a_picture_says_what_it_must_and_nothing_else(
    tmp_path: Path, image: str, code: str, message: str
) -> None:
    text = f"facts:\n  - {{id: f, ask: 'Which?', answer: Paris, image: {image}}}\n"

    assert [each[2:] for each in problems_of(tmp_path, text)] == [(code, message)]


def test_in_version_1_a_picture_belongs_to_the_fact(tmp_path: Path) -> None:
    image = "image: {file: a.png, alt: A dot.}"
    text = f"facts:\n  - {{id: f, cards: {{c: {{ask: 'A?', answer: x, {image}}}}}}}\n"
    a_picture(tmp_path / "a.png")

    assert [each[2:] for each in problems_of(tmp_path, text)] == [
        (
            "B118",
            "here `image` needs version 2 of the format, and the deck is written in version 1",
        )
    ]


def test_a_deck_read_away_from_its_folder_does_without_its_pictures(tmp_path: Path) -> None:
    path = tmp_path / "trial.yaml"
    path.write_text(HEADER + a_text(), encoding="utf-8")

    bank, problems = load_bank([path], requires_images=False)

    assert problems == ()
    assert bank.decks[0].facts[0].image == Image("figures/liver.png", "", "", "A duct.")
    assert len(bank.decks[0].files) == 1


# --- changes -------------------------------------------------------------------------------------


@pytest.fixture
def deck(tmp_path: Path) -> Deck:
    a_picture(tmp_path / "figures" / "liver.png")
    return deck_of(tmp_path, a_text())


def is_other(deck: Deck) -> bool:
    """Say whether the deck on disk is another one now."""
    return have_decks_changed([Path(deck.files[0].path)], deck.files)


def test_a_deck_with_its_pictures_as_they_were_has_not_changed(deck: Deck) -> None:
    assert not is_other(deck)


def test_a_picture_that_is_another_one_changes_its_deck(deck: Deck) -> None:
    Path(deck.files[1].path).write_bytes(PNG + b"more")

    assert is_other(deck)


def test_a_picture_that_was_only_touched_does_not(deck: Deck) -> None:
    os.utime(deck.files[1].path, (1, 1))

    assert not is_other(deck)


def test_a_picture_of_known_size_and_time_is_not_read_again(deck: Deck) -> None:
    path, known = Path(deck.files[1].path), deck.files[1]
    path.write_bytes(PNG[::-1])
    os.utime(path, ns=(known.mtime_ns, known.mtime_ns))

    assert not is_other(deck)


def test_a_picture_that_is_gone_changes_its_deck_until_it_is_back(deck: Deck) -> None:
    path = Path(deck.files[1].path)
    path.unlink()
    was_other = is_other(deck)
    path.write_bytes(PNG)

    assert was_other
    assert not is_other(deck)


def test_a_link_that_is_turned_to_another_picture_changes_its_deck(tmp_path: Path) -> None:
    a_picture(tmp_path / "one.png")
    a_picture(tmp_path / "other.png", PNG + b"more")
    link = tmp_path / "liver.png"
    link.symlink_to("one.png")
    deck = deck_of(tmp_path, a_text("liver.png"))
    link.unlink()
    link.symlink_to("other.png")

    assert is_other(deck)


def test_a_deck_that_no_longer_names_a_picture_has_changed(deck: Deck, tmp_path: Path) -> None:
    (tmp_path / "trial.yaml").write_text(
        "quizapp: 1\ndeck: trial\ntitle: Trial\n", encoding="utf-8"
    )

    assert is_other(deck)
