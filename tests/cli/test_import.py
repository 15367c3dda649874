"""`quizapp import anki` as its user calls it."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from quizapp.anki.ids import fact_name
from quizapp.bank.model import CardId
from tests.anki.foreign import (
    FRANCE,
    LEARNING,
    Row,
    a_database,
    a_zip,
    add,
    export,
    log,
    media_list,
)
from tests.anki.learner import Anki, an_anki
from tests.builders import PNG, a_picture
from tests.cli.conftest import Run

Quizapp = Callable[..., Run]

DECK = """\
quizapp: 1
deck: capitals
title: Capitals
facts:
  - {id: france, ask: "What is the capital of France?", answer: Paris}
"""
MS = 1_583_139_600_000


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    (tmp_path / "anki").mkdir()
    with an_anki(tmp_path / "anki") as learner:
        yield learner


@pytest.fixture
def collection(home: Path) -> Path:
    """A collection with a review of our card, one of another note, and one of the future."""
    (home / "capitals.yaml").write_text(DECK, encoding="utf-8")
    rows = [(MS, 0, 3, 1, 2500), (MS + 1, 1, 3, 1, 2500), (4_000_000_000_000, 0, 3, 1, 2500)]
    database = a_database(home / "db", [FRANCE, CardId("capitals/atlantis/answer")], rows)
    return a_zip(home / "c.colpkg", collection__anki21=database.read_bytes())


@pytest.mark.usefixtures("collection")
def test_reviews_are_imported_once(quizapp: Quizapp) -> None:
    first = quizapp("--decks", "capitals.yaml", "import", "anki", "c.colpkg")
    second = quizapp("--decks", "capitals.yaml", "import", "anki", "c.colpkg")

    assert (first.code, first.out) == (0, "1 new review, 0 already imported, 1 of other cards.\n")
    assert (second.code, second.out) == (
        0,
        "0 new reviews, 1 already imported, 1 of other cards.\n",
    )
    assert quizapp("db", "verify").out == "The database is sound: 1 reviews, 1 memories.\n"


@pytest.mark.usefixtures("collection")
def test_reviews_of_the_future_are_told(quizapp: Quizapp) -> None:
    run = quizapp("--decks", "capitals.yaml", "import", "anki", "c.colpkg")

    assert run.err == ("1 review left out, dated in the future. Is this computer's clock right?\n")


@pytest.mark.usefixtures("collection")
def test_a_dry_run_imports_nothing(quizapp: Quizapp) -> None:
    run = quizapp("--decks", "capitals.yaml", "import", "anki", "c.colpkg", "--dry-run")

    assert run.out == "1 new review, 0 already imported, 1 of other cards.\nNothing was changed.\n"
    assert quizapp("db", "verify").out == "The database is sound: 0 reviews, 0 memories.\n"


@pytest.mark.usefixtures("collection")
def test_the_store_is_backed_up_before_an_import(quizapp: Quizapp, home: Path) -> None:
    quizapp("--decks", "capitals.yaml", "import", "anki", "c.colpkg")

    assert len(list((home / "data").rglob("quizapp.db-backups/*.db"))) == 1


@pytest.mark.usefixtures("collection")
def test_of_a_collection_that_has_none_of_our_cards_a_deck_can_be_made(quizapp: Quizapp) -> None:
    run = quizapp("import", "anki", "c.colpkg")

    assert run.out == "0 new reviews, 0 already imported, 3 of other cards.\n"
    assert "quizapp import anki c.colpkg --as-deck my-deck.yaml" in run.err


def test_a_file_that_is_no_package_is_told(quizapp: Quizapp, home: Path) -> None:
    (home / "p.apkg").write_text("hello", encoding="utf-8")

    run = quizapp("import", "anki", "p.apkg")

    fix = "give a .apkg or .colpkg file that Anki exported"
    assert run.code == 3
    assert run.err == f"quizapp: p.apkg is not an Anki package\n    fix: {fix}\n"


def test_force_belongs_to_a_deck(quizapp: Quizapp) -> None:
    run = quizapp("import", "anki", "p.apkg", "--force")

    assert (run.code, "--force works only with --as-deck" in run.err) == (2, True)


# --- as a deck -----------------------------------------------------------------------------------


@pytest.fixture
def words(anki: Anki, home: Path) -> Path:
    """A package with a note of each stock kind, a picture, and something that cannot come along."""
    anki.collection.media.add_file(str(a_picture(home / "cat.png")))
    (home / "meow.mp3").write_bytes(b"a sound")
    anki.collection.media.add_file(str(home / "meow.mp3"))
    add(anki, "Basic", "Words", Front="The capital of <b>France</b>", Back="Paris", tags=["geo"])
    add(anki, "Basic (and reversed card)", "Words", Front="Hund", Back="dog")
    add(anki, "Basic (type in the answer)", "Words", Front="1 &lt; 2?", Back="yes")
    add(anki, "Cloze", "Words", Text="At the Seine lies the town of {{c1::Paris}}.")
    add(
        anki,
        "Basic",
        "Words",
        Front="<img src=cat.png>What is this?",
        Back="a cat [sound:meow.mp3]",
    )
    add(anki, "Basic", "Words", Front="What is nothing?", Back=" ")
    return export(anki, home / "words.apkg")


@pytest.mark.usefixtures("words")
def test_a_package_becomes_a_deck_that_passes_check(quizapp: Quizapp, home: Path) -> None:
    run = quizapp("import", "anki", "words.apkg", "--as-deck", "my-words.yaml")

    assert run.code == 0
    assert run.out.startswith("Wrote my-words.yaml: 5 facts, 6 cards.\n")
    assert "1 note: its answer is empty (What is nothing?)" in run.err
    assert (home / "my-words-media" / "cat.png").read_bytes() == PNG
    assert (home / "my-words-media" / "meow.mp3").read_bytes() == b"a sound"
    check = quizapp("check", "my-words.yaml")
    assert (check.code, check.err) == (0, "1 deck read: no problems\n")
    text = (home / "my-words.yaml").read_text(encoding="utf-8")
    assert "deck: my-words\ntitle: Words\n" in text
    image = "file: my-words-media/cat.png\n      alt: picture cat\n      show: question\n"
    assert f"    image:\n      {image}" in text
    assert "  # file: my-words-media/meow.mp3\n" in text
    assert "status: draft" not in text
    assert "# Its answer is empty:\n#   What is nothing?\n" in text


def test_a_question_whose_picture_cannot_be_shown_is_a_draft(
    quizapp: Quizapp, anki: Anki, home: Path
) -> None:
    for number, data in enumerate((b"no picture", b"", PNG)):
        name = f"p{number}.png"
        anki.collection.media.add_file(str(a_picture(home / name, data)))
        add(anki, "Basic", Front=f"<img src={name}>What is {number}?", Back="a cat")
    add(anki, "Basic", Front="<img src=gone.png>What is gone?", Back="a cat")
    package = export(anki, home / "p.apkg")

    run = quizapp("import", "anki", str(package), "--as-deck", "d.yaml")

    text = (home / "d.yaml").read_text(encoding="utf-8")
    assert (run.code, quizapp("check", "d.yaml").code) == (0, 0)
    assert (text.count("status: draft"), text.count("image:")) == (3, 1)
    assert "2 notes: its picture is of a kind that can't be shown, or too large" in run.err
    assert "1 note: a picture or a sound is missing, or its name is invalid" in run.err
    assert {path.name for path in (home / "d-media").iterdir()} >= {"p2.png"}


@pytest.mark.parametrize("style", [(), ("--formats", "typed,gap,choice")], ids=["plain", "all"])
def test_a_package_of_ours_comes_back_as_the_same_questions(
    quizapp: Quizapp, style: tuple[str, ...]
) -> None:
    quizapp("export", "anki", "x-linked-hyper-igm", "-o", "p.apkg", *style)

    run = quizapp("import", "anki", "p.apkg", "--as-deck", "back.yaml")

    assert (run.code, run.out.splitlines()[0]) == (0, "Wrote back.yaml: 43 facts, 43 cards.")
    assert (run.err, quizapp("check", "back.yaml").code) == ("", 0)
    assert "# It was exported from a deck of quizapp's" in Path("back.yaml").read_text("utf-8")
    ours, theirs = (asked(quizapp, deck) for deck in ("x-linked-hyper-igm", "back.yaml"))
    same = ("typed", "number", "order", "list", "select", "choice")
    assert {each: theirs[each] for each in same} == {each: ours[each] for each in same}
    assert all(theirs[each] for each in same)
    # Members of a list have no gaps of their own any more, and nothing false is made up.
    assert theirs["gap"] < ours["gap"]
    assert len(theirs["gap"]) == 37
    assert theirs["true-false"] < ours["true-false"]
    assert {words[1] for words in theirs["true-false"]} == {"True"}


def asked(quizapp: Quizapp, deck: str) -> dict[str, set[tuple[str, ...]]]:
    """What a deck asks and takes for right, by format."""
    items = json.loads(quizapp("items", deck, "--json").out)
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for item in items:
        options = sorted(f"{each['text']}: {each['why']}" for each in item["options"])
        words = (item["stem"], *item["key"], *item["accepted"], item["why"], *options)
        found[item["format"]].add(words)
    return found


def test_the_history_follows_a_deck_made_of_a_package(
    quizapp: Quizapp, anki: Anki, home: Path
) -> None:
    note = add(anki, "Basic", Front="Hund?", Back="dog")
    log(anki, note.cards()[0].id, Row(timedelta(), 3, LEARNING))
    export(anki, home / "words.apkg")
    quizapp("import", "anki", "words.apkg", "--as-deck", "words.yaml")
    quizapp("decks", "add", "words.yaml")

    run = quizapp("import", "anki", "words.apkg")

    assert run.out == "1 new review, 0 already imported, 0 of other cards.\n"
    assert fact_name(note.guid) in quizapp("items", "words.yaml").out


def test_reviews_of_a_note_of_ours_follow_it_in_whatever_format_they_were_made(
    quizapp: Quizapp, anki: Anki, home: Path
) -> None:
    (home / "capitals.yaml").write_text(DECK, encoding="utf-8")
    given = ("capitals.yaml", "-o", "p.apkg", "--formats", "typed")
    quizapp("export", "anki", *given)
    anki.take(home / "p.apkg")
    for card in anki.note("capitals/france/answer").cards():
        log(anki, card.id, Row(timedelta(days=card.ord), 3, LEARNING))
    export(anki, home / "theirs.apkg")
    quizapp("import", "anki", "theirs.apkg", "--as-deck", "back.yaml")

    # Someone else, who does not have the deck that the package was made of.
    other = ("--database", f"sqlite:///{home / 'other.db'}", "--decks", "back.yaml")
    run = quizapp(*other, "import", "anki", "theirs.apkg")

    assert run.out == "2 new reviews, 0 already imported, 0 of other cards.\n"
    assert quizapp(*other, "db", "verify").out == "The database is sound: 2 reviews, 1 memories.\n"


@pytest.mark.usefixtures("words")
def test_a_deck_that_is_there_is_not_overwritten(quizapp: Quizapp, home: Path) -> None:
    (home / "words.yaml").write_text("mine", encoding="utf-8")

    run = quizapp("import", "anki", "words.apkg", "--as-deck", "words.yaml")

    assert (run.code, (home / "words.yaml").read_text(encoding="utf-8")) == (2, "mine")
    assert "words.yaml is already there" in run.err
    again = ("import", "anki", "words.apkg", "--as-deck", "words.yaml", "--force")
    assert [quizapp(*again).code, quizapp(*again).code] == [0, 0]
    assert (home / "words.yaml").read_text(encoding="utf-8").startswith("# Made of an Anki")


@pytest.mark.usefixtures("words")
def test_a_dry_run_writes_no_deck(quizapp: Quizapp, home: Path) -> None:
    run = quizapp("import", "anki", "words.apkg", "--as-deck", "w.yaml", "--dry-run")

    assert run.out == "Would write w.yaml: 5 facts, 6 cards.\n"
    assert list(home.glob("w*")) == [home / "words.apkg"]


@pytest.mark.parametrize("name", ["words", "words.txt", "!.yaml"])
def test_a_name_that_is_no_deck_is_told(quizapp: Quizapp, words: Path, name: str) -> None:
    run = quizapp("import", "anki", str(words), "--as-deck", name)

    assert (run.code, f"{name} is not a deck name" in run.err) == (2, True)


@pytest.mark.usefixtures("words")
def test_a_folder_that_is_not_there_is_told(quizapp: Quizapp) -> None:
    run = quizapp("import", "anki", "words.apkg", "--as-deck", "nowhere/w.yaml")

    assert (run.code, "No such file or directory" in run.err) == (3, True)


def test_a_package_of_which_nothing_can_become_a_deck_is_told(
    quizapp: Quizapp, anki: Anki, home: Path
) -> None:
    add(anki, "Basic", Front="What is nothing?", Back="")
    export(anki, home / "p.apkg")

    run = quizapp("import", "anki", "p.apkg", "--as-deck", "p.yaml")

    assert (run.code, "none of its notes can become a fact" in run.err) == (3, True)
    assert "its answer is empty (What is nothing?)" in run.err


@pytest.mark.parametrize(
    "name",
    ["../trap.png", "/trap.png", "..", "a/../../trap.png", r"..\trap.png", ".profile", "a\0b"],
)
def test_media_are_written_beside_the_deck_and_nowhere_else(
    quizapp: Quizapp, anki: Anki, home: Path, name: str
) -> None:
    add(anki, "Basic", Front="Which trap?", Back=f'this <img src="{name}">')
    sound = export(anki, home / "sound.apkg", is_old=True)
    with ZipFile(sound) as archive:
        database = archive.read("collection.anki21")
    a_zip(
        home / "p.apkg",
        collection__anki21=database,
        media=media_list([name]),
        **{"0": b"a trap"},
    )
    before = files_in(home)

    run = quizapp("import", "anki", "p.apkg", "--as-deck", "p.yaml")

    assert run.code == 0
    assert "1 note: a picture or a sound is missing, or its name is invalid (Which trap?" in run.err
    assert files_in(home) - before == {home / "p.yaml"}


def files_in(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


WITH_OTHER_WORDS = """\
quizapp: 2
deck: livers
title: Livers
facts:
  - id: livers
    say: "{recipients|Four} patients got a liver, and it came back in {relapses|three} of them."
    why: A liver leaves the defect as it was.
    cards:
      recipients:
        ask: How many patients got a liver?
        answer: 4
        wrong: {3: In so many it came back., 13: So many died.}
        why: All of their own livers had failed.
      relapses:
        ask: In how many of the four did the disease come back?
        answer: 3
        wrong: {2: There was one more., 4: So many got one.}
  - id: planets
    say: "The outer planets have radii of {size}, and a transit that lasts {time} on average."
    cards:
      size: {ask: How large are they?, amount: "> 0.8 Earth radii"}
      time: {ask: How long does a transit last?, amount: "40 +5/-4 min", asks: interval}
"""


def test_words_in_a_gap_and_reasons_of_one_card_come_back(quizapp: Quizapp, home: Path) -> None:
    (home / "livers.yaml").write_text(WITH_OTHER_WORDS, encoding="utf-8")
    quizapp("export", "anki", "livers.yaml", "-o", "p.apkg", "--formats", "typed,gap,choice")

    run = quizapp("import", "anki", "p.apkg", "--as-deck", "back.yaml")

    assert run.code == 0
    ours, theirs = (asked(quizapp, deck) for deck in ("livers.yaml", "back.yaml"))
    assert {words for words in ours["true-false"] if words[1] == "True"} == theirs["true-false"]
    assert {words[0] for words in theirs["gap"]} == {words[0] for words in ours["gap"]}
    assert theirs["choice"] == ours["choice"]
    assert sentences(quizapp, "back.yaml") == sentences(quizapp, "livers.yaml")


def sentences(quizapp: Quizapp, deck: str) -> set[str]:
    return {item["sentence"] for item in json.loads(quizapp("items", deck, "--json").out)}
