"""A fact's picture in its items: which have it, what it is told as, what it changes."""

from dataclasses import replace
from pathlib import Path

from quizapp.bank.model import Bank
from quizapp.items.codec import from_json, to_json, to_public_dict
from quizapp.items.diff import TextDifference, diff_texts
from quizapp.items.generate import generate
from quizapp.items.item import Format, Item
from quizapp.items.item_lines import fact_lines
from tests.bank.trials import deck_of
from tests.builders import PNG, a_match, a_picture, an_image, an_item

PARIS = an_item()
ASKED_WITH = replace(PARIS, image=an_image(is_asked_with=True))


def a_fact(image: str = "") -> str:
    return (
        'facts: [{id: f, ask: "Which disease?", answer: cholangitis, wrong: [colitis, gastritis],'
        f' say: "In the liver of these patients there was {{answer}}."{image}}}]'
    )


def made(folder: Path, text: str) -> dict[Format, Item]:
    return {item.format: item for item in generate(Bank((deck_of(folder, text),)))}


def hashes(items: dict[Format, Item]) -> dict[Format, str]:
    return {format_: item.content_hash for format_, item in items.items()}


def text_of(*items: Item) -> list[str]:
    return [line.mark.text + "".join(span.text for span in line.text) for line in fact_lines(items)]


def test_every_item_of_a_fact_has_its_picture(tmp_path: Path) -> None:
    a_picture(tmp_path / "a.png")

    items = made(tmp_path, a_fact(", image: {file: a.png, alt: Rings., show: question}"))

    assert set(items) == {
        Format.FLIP,
        Format.TRUE_FALSE,
        Format.CHOICE,
        Format.GAP,
        Format.TYPED,
    }
    assert {item.image and item.image.alt for item in items.values()} == {"Rings."}


def test_a_match_of_several_rows_has_the_picture_of_none(tmp_path: Path) -> None:
    a_picture(tmp_path / "a.png")
    column = '{ask: "What has {row}?", say: "The town {row} has {c}.", choose_from: column}'
    rows = "a: {name: A1, c: a fort, image: {file: a.png, alt: A fort.}}, "
    rows += "b: {name: B1, c: a mill}, d: {name: D1, c: a port}"
    text = f"tables: [{{id: t, row: town, columns: {{c: {column}}}, rows: {{{rows}}}}}]"

    items = generate(Bank((deck_of(tmp_path, text),)))

    assert {item.format for item in items if item.image} == {
        Format.CHOICE,
        Format.FLIP,
        Format.GAP,
        Format.TRUE_FALSE,
        Format.TYPED,
    }


def test_a_picture_changes_what_a_learner_sees_and_no_key(tmp_path: Path) -> None:
    picture = a_picture(tmp_path / "a.png")
    without = made(tmp_path, a_fact())
    first = made(tmp_path, a_fact(", image: {file: a.png, alt: Rings.}"))
    moved = made(tmp_path, a_fact(", image: {file: ./a.png, alt: Rings.}"))
    described = made(tmp_path, a_fact(", image: {file: a.png, alt: Skins.}"))
    asked = made(tmp_path, a_fact(", image: {file: a.png, alt: Rings., show: question}"))
    picture.write_bytes(PNG + b"more")
    other = made(tmp_path, a_fact(", image: {file: a.png, alt: Rings.}"))

    seen = [each[Format.TYPED].content_hash for each in (without, first, described, asked, other)]
    assert len(set(seen)) == 5
    assert hashes(moved) == hashes(first)
    assert {each[Format.TYPED].key_hash for each in (without, first, other)} == {
        without[Format.TYPED].key_hash
    }


def test_an_item_comes_back_from_json_with_its_picture() -> None:
    assert from_json(to_json(ASKED_WITH)) == ASKED_WITH


def test_an_item_without_a_picture_is_written_as_it_always_was() -> None:
    assert '"image"' not in to_json(PARIS)
    assert from_json(to_json(PARIS)).image is None


def test_programs_are_told_of_a_picture() -> None:
    image = {"file": "figures/liver.png", "alt": "Onion-skin rings around a bile duct."}

    assert to_public_dict(ASKED_WITH)["image"] == {**image, "show": "question"}
    assert to_public_dict(replace(PARIS, image=an_image()))["image"] == {**image, "show": "answer"}
    assert to_public_dict(PARIS)["image"] is None


def test_an_author_reviews_the_words_for_a_picture_once_a_fact() -> None:
    flip = replace(PARIS, format=Format.FLIP)
    match = a_match()

    lines = text_of(match, replace(flip, image=an_image()), ASKED_WITH)

    assert [each for each in lines if "figures/liver.png" in each] == [
        "  picture   Onion-skin rings around a bile duct. (figures/liver.png, with the answer)"
    ]


def test_how_pictures_differ_is_told_in_words() -> None:
    before = replace(PARIS, image=an_image())
    words = "Onion-skin rings around a bile duct. (figures/liver.png, with the answer)"

    assert diff_texts(PARIS, before) == (TextDifference("picture", "", words),)
    assert diff_texts(before, PARIS) == (TextDifference("picture", words, ""),)
    assert diff_texts(before, ASKED_WITH) == (
        TextDifference("picture", words, words.replace("answer", "question")),
    )
    assert diff_texts(before, replace(PARIS, image=an_image(digest="11"))) == (
        TextDifference("picture", words, f"{words}, another picture"),
    )
    assert diff_texts(before, before) == ()
