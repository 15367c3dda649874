"""What explains a card: its own words before those of its fact, a cell's before its row's."""

from dataclasses import replace
from pathlib import Path

from quizapp.bank.model import Bank
from quizapp.items.codec import from_json, to_json, to_public_dict
from quizapp.items.diff import TextDifference, diff_texts
from quizapp.items.generate import generate
from quizapp.items.item import Format, Item
from quizapp.items.item_lines import fact_lines
from tests.bank.trials import deck_of_version_2, problems_of_version_2
from tests.builders import a_picture, an_item

LIVERS = """\
sources:
  levy1997: {cite: "Levy J. J Pediatr 1997.", short: Levy 1997, sentences: 10}
facts:
  - id: livers
    source: levy1997#1
    say: "Because of {indication}, {recipients|four} patients received a liver."
    why: The liver had failed.
    note: All of them were boys.
    mnemonic: four for the liver
    tags: [outcome]
    image: {file: fact.png, alt: A liver.}
    cards:
      recipients: {ask: How many received a liver?, answer: 4}
      indication:
        ask: Because of which disease?
        answer: sclerosing cholangitis
        wrong: {viral hepatitis: Nobody had it., lymphoma: It was treated without a graft.}
        source: [levy1997#7, levy1997#8]
        why: The ducts are scarred.
        note: It is the disease of the ducts.
        mnemonic: sclerosis is scars
        tags: [bile]
        image: {file: card.png, alt: A bile duct.}
        untrue: [{say: "Because of hepatitis, four received a liver.", why: Nobody had hepatitis.}]
"""
TABLE = """\
sources:
  a: {cite: "A.", sentences: 9}
tables:
  - id: towns
    row: town
    source: a#1
    columns:
      river: {ask: "Which river has {row}?", choose_from: column, reverse: "What lies on {river}?"}
    rows:
      bonn: {name: Bonn, note: A seat., river: {answer: Rhine, why: So., source: a#3}}
      ulm: {name: Ulm, note: It has a minster., river: Danube}
      trier: {name: Trier, river: Moselle}
"""


def items_of(folder: Path, text: str) -> dict[str, Item]:
    a_picture(folder / "fact.png")
    a_picture(folder / "card.png")
    deck = deck_of_version_2(folder, text)
    return {item.id.removeprefix("trial/"): item for item in generate(Bank((deck,)))}


def explained(item: Item) -> list[object]:
    return [
        item.note,
        item.why,
        item.mnemonic,
        [each.sentence for each in item.sources],
        item.tags,
        item.image and item.image.alt,
    ]


def text_of(*items: Item) -> list[str]:
    return [line.mark.text + "".join(span.text for span in line.text) for line in fact_lines(items)]


def test_a_card_explains_itself_before_its_fact_does(tmp_path: Path) -> None:
    items = items_of(tmp_path, LIVERS)

    assert explained(items["livers/indication/choice"]) == [
        "It is the disease of the ducts.",
        "The ducts are scarred.",
        "sclerosis is scars",
        [7, 8],
        ("outcome", "bile"),
        "A bile duct.",
    ]


def test_a_card_that_says_nothing_is_explained_by_its_fact(tmp_path: Path) -> None:
    items = items_of(tmp_path, LIVERS)

    assert explained(items["livers/recipients/number"]) == [
        "All of them were boys.",
        "The liver had failed.",
        "four for the liver",
        [1],
        ("outcome",),
        "A liver.",
    ]


def test_the_reason_of_a_false_statement_comes_before_that_of_its_card(tmp_path: Path) -> None:
    statement = items_of(tmp_path, LIVERS)["livers/indication/true-false/2"]

    assert statement.why == "Nobody had hepatitis. The ducts are scarred."
    assert statement.note == "It is the disease of the ducts."


def test_a_cell_explains_itself_before_its_row_does(tmp_path: Path) -> None:
    items = items_of(tmp_path, TABLE)

    assert explained(items["towns/bonn/river/choice"])[:4] == [
        "A seat.",
        "So.",
        "",
        [3],
    ]
    assert explained(items["towns/ulm/river/choice"])[:4] == ["It has a minster.", "", "", [1]]


def test_what_asks_back_from_a_cell_is_explained_as_the_cell_is(tmp_path: Path) -> None:
    items = items_of(tmp_path, TABLE)

    assert explained(items["towns/bonn/river-reverse/typed"])[1:4] == ["So.", "", [3]]


def test_a_match_cites_its_cells_and_has_the_remark_of_none(tmp_path: Path) -> None:
    match = items_of(tmp_path, TABLE)["towns/bonn/river/match"]

    assert [match.note, [each.sentence for each in match.sources]] == ["", [3, 1]]


def test_a_source_that_a_card_cites_must_be_there(tmp_path: Path) -> None:
    text = LIVERS.replace("[levy1997#7, levy1997#8]", "[levi1997#7, levy1997#11]")
    a_picture(tmp_path / "fact.png")
    a_picture(tmp_path / "card.png")

    assert problems_of_version_2(tmp_path, text) == [
        (21, 18, "B201", "there is no source `levi1997`"),
        (21, 30, "B202", "`levy1997` has 10 sentences, so there is no sentence 11"),
    ]


def test_a_picture_of_a_card_must_be_there(tmp_path: Path) -> None:
    a_picture(tmp_path / "fact.png")

    assert problems_of_version_2(tmp_path, LIVERS) == [
        (26, 23, "B503", 'there is no picture "card.png"')
    ]


# --- the remark ----------------------------------------------------------------------------------

PARIS = an_item()
REMARKED = replace(PARIS, note="It is the seat of government.")


def test_a_remark_is_part_of_an_item_as_json() -> None:
    assert from_json(to_json(REMARKED)) == REMARKED
    assert from_json(to_json(PARIS)) == PARIS
    assert [to_public_dict(each)["note"] for each in (PARIS, REMARKED)] == [
        "",
        "It is the seat of government.",
    ]


def test_a_remark_changes_what_a_learner_sees(tmp_path: Path) -> None:
    before = items_of(tmp_path, LIVERS)
    after = items_of(tmp_path, LIVERS.replace("All of them were boys.", "All were boys."))

    changed = [
        name for name, item in after.items() if item.content_hash != before[name].content_hash
    ]

    assert changed == [name for name in after if name.startswith("livers/recipients/")]
    assert diff_texts(PARIS, REMARKED) == (
        TextDifference("note", "", "It is the seat of government."),
    )


def test_items_are_listed_with_what_each_card_says_itself(tmp_path: Path) -> None:
    items = items_of(tmp_path, LIVERS)
    listed = text_of(*(items[f"livers/{each}"] for each in ("recipients/flip", "indication/flip")))

    assert listed[1:] == [
        "  Because of sclerosing cholangitis, four patients received a liver.",
        "  why       The liver had failed.",
        "  from      Levy 1997, sentence 1",
        "",
        "  recipients  4",
        "    note All of them were boys.",
        "    mnemonic four for the liver",
        "    picture A liver. (fact.png, with the answer)",
        "    flip        How many received a liver?",
        "",
        "  indication  sclerosing cholangitis",
        "    note It is the disease of the ducts.",
        "    mnemonic sclerosis is scars",
        "    picture A bile duct. (card.png, with the answer)",
        "    flip        Because of which disease?",
        "                why The ducts are scarred.",
        "                from Levy 1997, sentence 7; Levy 1997, sentence 8",
    ]


def test_a_remark_that_cards_share_is_listed_once() -> None:
    typed = replace(REMARKED, format=Format.TYPED)

    assert text_of(REMARKED, typed)[1:3] == ["  note      It is the seat of government.", ""]
