"""Twenty things that a demanding user of Anki looks at, on the bundled deck, by Anki's backend.

Each is done as its user does it: `quizapp export anki` writes the package, the backend imports it.
"""

import json
import re
import sqlite3
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizapp.anki.export.notes import card_guid, fact_guid
from quizapp.bank.model import CardId, DeckId, FactId
from quizapp.memory.model import Memory, Rating
from quizapp.services.export_anki import report_card_progress
from quizapp.store.learner_store import LearnerStore, open_learner
from quizapp.store.open import open_store
from tests.anki.cards import some_cards
from tests.anki.foreign import ANKI_CALENDAR
from tests.anki.foreign import export as export_from_anki
from tests.anki.learner import Anki, an_anki
from tests.anki.pages import CHROMIUM, faces_of, see
from tests.builders import MORNING, PNG, an_answer
from tests.cli.conftest import Run

if TYPE_CHECKING:
    from anki.cards import Card

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "anki" / "golden" / "hyper-igm-0.2.apkg"
DECK = DeckId("hyper-igm")
LATER = ("--now", "2026-04-01T09:00:00+00:00")
STYLES = {
    "cards": ("--style", "cards", "--formats", "typed,gap,choice"),
    "cloze": ("--style", "cloze"),
}
REMOTE = re.compile(r'//\S|url\(|@import|href=|src=(?!"quizapp-)')
READABLE = 4.5  # WCAG 2.2, level AA

FACT = FactId(f"{DECK}/pneumocystis")
SITE = CardId(f"{FACT}/site")
OLD_WHY = "Background: clearing Pneumocystis"
NEW_WHY = "Background: getting rid of this fungus"
OLD_SAY = "were frequently due to {organism}."
NEW_SAY = "often came from {organism}."
OLD_ASK = "had infections that were frequently due to Pneumocystis carinii"
NEW_ASK = "had infections that often came from Pneumocystis carinii"
NEW_FACT = """facts:
  - id: by-heart
    source: levy1997#1
    say: "{text}"
    cards:
      author: {{ask: "{ask}", answer: "{answer}", wrong: {{Winkelstein: "His is of 2003."}}}}
"""
AUTHOR = NEW_FACT.format(
    text="The first author of 1997 is {author}.", ask="Who is the first author?", answer="Levy"
)
HOSTILE = {
    "markup": "is <b>bold</b> & vector<int>",
    "right to left": "مرحبا שלום",
    "emoji": "👩‍⚕️ 🇫🇷",
    "mathjax": "\\(a_1 < b_2\\)",
    "braces": "std::vector :: x",
}


@dataclass
class Author:
    """Someone with a copy of the bundled deck, who exports it as the style says."""

    quizapp: Callable[..., Run]
    path: Path
    style: str
    said: list[str] = field(default_factory=list)

    def edit(self, old: str, new: str) -> None:
        text = self.path.read_text(encoding="utf-8")
        assert old in text
        self.path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def export(self, *extra: str, name: str = "deck.apkg") -> Path:
        package = self.path.with_name(name)
        given = ("export", "anki", str(self.path), "-o", str(package), *STYLES[self.style])
        run = self.quizapp(*extra, *given)
        assert run.code == 0, run.err
        self.said.append(run.out + run.err)
        return package

    def learner_store(self) -> LearnerStore:
        """The learner's desk at the store that the command uses."""
        store = open_store(f"sqlite:///{self.path.parent / 'data' / 'quizapp' / 'quizapp.db'}")
        return open_learner(store, "me", ANKI_CALENDAR)


@pytest.fixture(params=STYLES)
def author(request: pytest.FixtureRequest, quizapp: Callable[..., Run], home: Path) -> Author:
    path = home / "hyper-igm.yaml"
    text = (ROOT / "decks" / "x-linked-hyper-igm.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("deck: x-linked-hyper-igm", f"deck: {DECK}"), encoding="utf-8")
    return Author(quizapp, path, request.param)


@pytest.fixture
def anki(home: Path) -> Iterator[Anki]:
    (home / "anki").mkdir()
    with an_anki(home / "anki") as learner:
        yield learner


def study(anki: Anki, times: int = 5) -> None:
    anki.review(times, deck="X-linked hyper-IgM syndrome")


def scheduled(anki: Anki) -> list[list[object]]:
    return anki.rows("select id, nid, ord, type, queue, due, ivl, reps, lapses, data from cards")


def contents(anki: Anki) -> dict[str, tuple[object, ...]]:
    rows = anki.rows("select guid, id, flds, tags, mod from notes order by guid")
    return {str(guid): tuple(rest) for guid, *rest in rows}


def guid_in(author: Author) -> str:
    """What Anki knows the edited fact by, or its card."""
    return fact_guid(FACT) if author.style == "cloze" else card_guid(SITE)


# --- the twenty ----------------------------------------------------------------------------------


def test_01_it_imports_without_fault_and_makes_no_empty_card(author: Author, anki: Anki) -> None:
    taken = anki.take(author.export())

    assert taken.found == taken.new > 20
    assert anki.values("pragma integrity_check") == ["ok"]
    assert anki.collection.fix_integrity() == ("Database rebuilt and optimized.", True)
    assert anki.empty_cards() == 0


def test_02_anki_itself_makes_the_same_cards_of_the_notes(author: Author, anki: Anki) -> None:
    anki.take(author.export())
    before = anki.rows("select nid, ord from cards order by nid, ord")

    notes = [anki.collection.get_note(id_) for id_ in anki.collection.find_notes("")]
    anki.collection.update_notes(notes)

    assert anki.rows("select nid, ord from cards order by nid, ord") == before


def test_03_the_same_package_again_changes_nothing(author: Author, anki: Anki) -> None:
    anki.take(author.export())
    before = contents(anki)

    taken = anki.take(author.export(*LATER, name="again.apkg"))

    assert taken.duplicate == taken.found
    assert contents(anki) == before


def test_04_one_edit_updates_one_fact_and_keeps_its_progress(author: Author, anki: Anki) -> None:
    anki.take(author.export())
    study(anki)
    before = scheduled(anki)
    author.edit(OLD_WHY, NEW_WHY)

    taken = anki.take(author.export(*LATER))

    assert (taken.new, taken.updated) == (0, {"cards": 2, "cloze": 1}[author.style])
    assert taken.duplicate == taken.found - taken.updated
    assert NEW_WHY in contents(anki)[guid_in(author)][1]  # type: ignore[operator]
    assert scheduled(anki) == before
    assert anki.values("select count() from revlog") == [5]


def test_05_a_learners_edits_tags_and_look_survive(author: Author, anki: Anki) -> None:
    anki.take(author.export())
    note = anki.collection.get_note(anki.collection.find_notes("")[0])
    note["Mnemonic"], note.tags = "my own", [*note.tags, "mine"]
    anki.collection.update_note(note)
    kind = note.note_type()
    assert kind is not None
    kind["css"] += ".question { color: teal }"
    anki.collection.models.update_dict(kind)
    author.edit(OLD_WHY, NEW_WHY)

    anki.take(author.export(*LATER))

    note.load()
    assert (note["Mnemonic"], "mine" in note.tags) == ("my own", True)
    again = note.note_type()
    assert again is not None
    assert again["css"].endswith(".question { color: teal }")


def test_06_a_reworded_question_is_the_same_note(author: Author, anki: Anki) -> None:
    anki.take(author.export())
    before = contents(anki)
    author.edit(OLD_ASK, NEW_ASK)
    author.edit(OLD_SAY, NEW_SAY)

    taken = anki.take(author.export(*LATER))

    assert taken.new == 0
    assert contents(anki).keys() == before.keys()
    assert contents(anki)[guid_in(author)][0] == before[guid_in(author)][0]
    assert contents(anki)[guid_in(author)][1] != before[guid_in(author)][1]


def test_07_new_facts_arrive_and_the_old_ones_are_untouched(author: Author, anki: Anki) -> None:
    anki.take(author.export())
    study(anki)
    notes, cards = contents(anki), scheduled(anki)
    author.edit("facts:\n", AUTHOR)

    taken = anki.take(author.export(*LATER))

    assert (taken.new, taken.updated) == (1, 0)
    assert {guid: contents(anki)[guid] for guid in notes} == notes
    assert [row for row in scheduled(anki) if row in cards] == cards


@pytest.mark.parametrize("author", ["cards"], indirect=True)
def test_08_from_the_package_of_an_older_version_no_review_is_lost(
    author: Author, anki: Anki
) -> None:
    first = anki.take(GOLDEN)
    study(anki, 12)
    before = {row[0]: row for row in scheduled(anki)}

    second = anki.take(author.export(*LATER))

    after = {row[0]: row for row in scheduled(anki)}
    assert (first.new, second.new, second.conflicting) == (43, 0, 0)
    assert {key: after[key] for key in before} == before
    assert anki.values("select count() from revlog") == [12]
    assert anki.empty_cards() == 0


def rename_a_field(package: Path, target: Path) -> Path:
    """The package as a later version would write it that calls a field otherwise."""
    with zipfile.ZipFile(package) as archive:
        archive.extractall(target.parent / "open")
    with (
        closing(sqlite3.connect(target.parent / "open" / "collection.anki2")) as database,
        database,
    ):
        (models,) = database.execute("select models from col").fetchone()
        kinds = json.loads(models)
        for kind in kinds.values():
            kind["mod"] += 1
            for template in kind["tmpls"]:
                template["afmt"] = template["afmt"].replace("Mnemonic}}", "Bridge}}")
            for each in kind["flds"]:
                each["name"] = each["name"].replace("Mnemonic", "Bridge")
        database.execute("update col set models = ?", (json.dumps(kinds),))
    with zipfile.ZipFile(target, "w") as archive:
        for name in ("collection.anki2", "media"):
            archive.write(target.parent / "open" / name, name)
    return target


def test_09_a_renamed_field_updates_with_default_options(
    author: Author, anki: Anki, home: Path
) -> None:
    package = author.export()
    anki.take(package)
    study(anki)
    before = scheduled(anki)

    taken = anki.take(rename_a_field(package, home / "renamed.apkg"))

    kinds = [each for each in anki.note_types() if each.startswith("quizapp")]
    names = [field for each in kinds for field in field_names(anki, each)]
    assert (taken.conflicting, taken.new) == (0, 0)
    assert len(kinds) == {"cards": 1, "cloze": 2}[author.style]
    assert ("Bridge" in names, "Mnemonic" in names) == (True, False)
    assert scheduled(anki) == before


def field_names(anki: Anki, note_type: str) -> list[str]:
    found = anki.collection.models.by_name(note_type)
    assert found is not None
    return anki.collection.models.field_names(found)


def test_10_the_schema_is_the_one_that_was_frozen(author: Author, anki: Anki) -> None:
    anki.take(author.export())
    frozen = {
        each["name"]: list(each["fields"])
        for name in ("version-1.json", "cloze-version-1.json")
        for each in [json.loads(GOLDEN.with_name(name).read_text(encoding="utf-8"))]
    }

    kinds = [each for each in anki.note_types() if each.startswith("quizapp")]

    # A fact that has no sentence is a note of the other kind.
    assert kinds == {"cards": ["quizapp"], "cloze": ["quizapp", "quizapp cloze"]}[author.style]
    assert [field_names(anki, each) for each in kinds] == [frozen[each] for each in kinds]


def test_11_removed_cards_are_told_with_a_search_that_finds_them(
    author: Author, anki: Anki
) -> None:
    author.edit("facts:\n", AUTHOR)
    anki.take(author.export())
    author.edit(AUTHOR, "facts:\n")

    anki.take(author.export(*LATER))

    (search,) = re.findall(r"search: (.*)", author.said[-1])
    found = [anki.collection.get_note(note) for note in anki.collection.find_notes(search)]
    assert "Anki keeps 1 note that your decks no longer have." in author.said[-1]
    assert [note["Id"].startswith(f"{DECK}/by-heart") for note in found] == [True]


@pytest.mark.parametrize("author", ["cards"], indirect=True)
def test_11_formats_left_out_are_told_and_those_of_last_time_are_kept(
    author: Author, anki: Anki, quizapp: Callable[..., Run], home: Path
) -> None:
    anki.take(author.export())
    plain = ("export", "anki", str(author.path), "-o", str(home / "next.apkg"))
    same = quizapp(*plain)
    fewer = quizapp(*LATER, *plain, "--formats", "question")
    anki.take(home / "next.apkg")

    (search, *_) = re.findall(r"search: (.*)", fewer.err)
    typed = anki.collection.find_cards(search)
    assert (same.out + same.err).split("cards: ")[1] == author.said[0].split("cards: ")[1]
    assert "typed cards in Anki will be empty" in fewer.err
    assert f"{len(typed)} typed cards" in fewer.err


def test_12_it_is_the_same_to_the_byte_on_another_day_in_another_zone(
    author: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    one = author.export()
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    time.tzset()
    other = author.export(*LATER, name="other.apkg")
    monkeypatch.undo()
    time.tzset()

    assert one.read_bytes() == other.read_bytes()


@pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed")
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_13_whatever_is_written_is_shown_as_it_is(author: Author, anki: Anki, text: str) -> None:
    answer = text.replace("\\", "\\\\")
    fact = NEW_FACT.format(text=f"{answer}: {{author}}.", ask=f"What is {answer}?", answer=answer)
    author.edit("facts:\n", fact)
    anki.take(author.export())

    cards = anki.collection.find_cards(f"Id:{DECK}/by-heart*")
    faces = {
        f"{number} {side}": face
        for number, card in enumerate(cards)
        for side, face in zip("fb", faces_of(anki.collection.get_card(card)), strict=True)
    }
    seen = see(faces)

    shown = " ".join(text.split())
    assert len(seen) == {"cards": 6, "cloze": 2}[author.style]
    assert [name for name, each in seen.items() if shown not in " ".join(each.text.split())] == []


def test_14_nothing_in_it_names_a_remote_address(author: Author, anki: Anki) -> None:
    anki.take(author.export())

    kinds = [kind for kind in anki.collection.models.all() if kind["name"].startswith("quizapp")]
    looks = [kind["css"] + json.dumps(kind["tmpls"]) for kind in kinds]
    fields = [str(each) for each in anki.values("select flds from notes")]

    assert [REMOTE.findall(each) for each in [*looks, *fields] if REMOTE.search(each)] == []


@pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed")
def test_15_it_can_be_read_by_day_and_night_on_a_phone(author: Author, anki: Anki) -> None:
    anki.take(author.export())
    cards = anki.collection.find_cards(f'"Id:{FACT}*"')
    faces = {
        f"{number} {night} {side}": face
        for number, card in enumerate(cards)
        for night in (False, True)
        for side, face in zip(
            ("front", "back"),
            faces_of(anki.collection.get_card(card), width=400, is_night=night),
            strict=True,
        )
    }

    seen = see(faces)

    assert {name: each.overflow for name, each in seen.items() if each.overflow > 0} == {}
    assert {name: each.contrast for name, each in seen.items() if each.contrast < READABLE} == {}
    assert [name for name, each in seen.items() if "Levy 1997" in each.text] == [
        name for name in faces if name.endswith("back")
    ]
    told = {each.marks for name, each in seen.items() if each.marks and name.endswith("back")}
    said = {mark for marks in told for mark in marks}
    assert said == {"cards": {"✓ right", "✗ wrong"}, "cloze": set()}[author.style]


@pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed")
@pytest.mark.parametrize("author", ["cards"], indirect=True)
def test_16_options_stand_alike_on_both_sides_and_otherwise_tomorrow(
    author: Author, anki: Anki
) -> None:
    anki.take(author.export())
    (card,) = anki.collection.find_cards(f'"Id:{FACT}/organism" card:Choice')
    choice = anki.collection.get_card(card)
    day = 24 * 60 * 60 * 1000
    faces = {
        f"{number} {side}": face
        for number in range(6)
        for side, face in zip(
            "fb", faces_of(choice, now=1_772_445_600_000 + number * day), strict=True
        )
    }

    seen = see(faces)

    assert [seen[f"{at} f"].options for at in range(6)] == [
        seen[f"{at} b"].options for at in range(6)
    ]
    assert len({seen[f"{at} f"].options for at in range(6)}) > 1


def test_17_tags_hang_beneath_each_other_and_have_no_spaces(author: Author, anki: Anki) -> None:
    anki.take(author.export())

    tags = anki.collection.tags.all()

    assert len(tags) > 3
    assert [tag for tag in tags if not re.fullmatch(rf"quizapp::{DECK}(::[^\s:]+)*", tag)] == []


def test_18_new_cards_come_in_the_order_of_the_bank(author: Author, anki: Anki) -> None:
    anki.take(author.export())
    facts = re.findall(r"^  - id: (.*)$", author.path.read_text(encoding="utf-8"), re.MULTILINE)

    notes = anki.values("select nid from cards group by nid order by min(due)")
    ids = [anki.collection.get_note(note)["Id"].split("/")[1] for note in notes]

    assert list(dict.fromkeys(ids)) == facts


def test_19_progress_arrives_exactly(author: Author, anki: Anki) -> None:
    author.export()
    learner_store = author.learner_store()
    learner_store.record(an_answer(SITE, at=MORNING, rating=Rating.EASY))
    learner_store.record(an_answer(f"{FACT}/organism", at=MORNING, rating=Rating.AGAIN))
    learner_store.suspend(CardId(f"{FACT}/organism"), None, MORNING)
    package = export_with_progress(author)

    taken = anki.take(package, with_progress=True)

    entry = learner_store.learner_card(SITE)
    assert entry is not None
    assert isinstance(entry.memory, Memory)
    card = card_of(author, anki)
    assert taken.new == taken.found
    assert (card.type, card.reps, card.lapses) == (2, 1, 0)
    assert card.ivl == (entry.memory.due.date() - entry.memory.last_review.date()).days
    assert card.memory_state is not None
    assert card.memory_state.stability == pytest.approx(entry.memory.stability, abs=6e-5)
    assert card.memory_state.difficulty == pytest.approx(entry.memory.difficulty, abs=6e-4)
    assert anki.values("select ease from revlog order by id") in ([4, 1], [1, 4])
    assert len(anki.collection.find_cards("is:suspended")) == 1


def export_with_progress(author: Author) -> Path:
    package = author.path.with_name("progress.apkg")
    given = ("export", "anki", str(author.path), "-o", str(package), *STYLES[author.style])
    run = author.quizapp(*given, "--with-progress")
    assert "2 reviews" in run.out
    assert "Import any learning progress" in run.err
    return package


def card_of(author: Author, anki: Anki) -> "Card":
    """The card of the edited fact that asks where."""
    search = f'"Id:{FACT}" card:2' if author.style == "cloze" else f'"Id:{SITE}" card:Question'
    (found,) = anki.collection.find_cards(search)
    return anki.collection.get_card(found)


def test_20_history_comes_back_and_only_once(author: Author, anki: Anki, home: Path) -> None:
    author.export()
    learner_store = author.learner_store()
    learner_store.record(an_answer(SITE, at=MORNING, rating=Rating.EASY))
    learner_store.record(an_answer(f"{FACT}/organism", at=MORNING, rating=Rating.AGAIN))
    anki.take(export_with_progress(author), with_progress=True)
    study(anki, 3)
    export_from_anki(anki, home / "back.apkg")

    now = ("--now", "2031-01-01T00:00:00+00:00")
    runs = [author.quizapp(*now, "import", "anki", str(home / "back.apkg")) for _ in range(2)]

    assert runs[0].out == "3 new reviews, 2 already imported, 0 of other cards.\n"
    assert runs[1].out == "0 new reviews, 5 already imported, 0 of other cards.\n"
    assert author.quizapp("db", "verify").out.startswith("The database is sound: 5 reviews")


def test_how_much_is_written_is_told_now_and_then() -> None:
    told: list[float] = []

    cards = list(report_card_progress(some_cards(250), 250, told.append))

    assert len(cards) == 250
    assert told == [0.0, 0.4, 0.8, 1.0]


# --- pictures ------------------------------------------------------------------------------------


def with_picture(author: Author, show: str = "answer") -> None:
    (author.path.parent / "figures").mkdir()
    (author.path.parent / "figures" / "lung one.png").write_bytes(PNG)
    image = f'    image: {{file: figures/lung one.png, alt: "A \\"grey\\" <lung>", show: {show}}}\n'
    author.edit("  - id: pneumocystis\n", f"  - id: pneumocystis\n{image}")


def test_a_picture_comes_along_under_a_name_of_its_own(author: Author, anki: Anki) -> None:
    with_picture(author)
    anki.take(author.export())

    media = anki.collection.media
    (name,) = [path.name for path in Path(media.dir()).iterdir()]
    output = card_of(author, anki).render_output()
    assert re.fullmatch(r"quizapp-[0-9a-f]{32}\.png", name)
    assert (Path(media.dir()) / name).read_bytes() == PNG
    assert list(media.check().missing) == list(media.check().unused) == []
    assert f'<img src="{name}" alt="A &quot;grey&quot; &lt;lung&gt;">' in output.answer_text
    assert "<img" not in output.question_text
    assert "1 picture" in author.said[0]


def test_a_picture_to_be_asked_about_stands_with_the_question(author: Author, anki: Anki) -> None:
    with_picture(author, "question")
    anki.take(author.export())

    assert "<img" in card_of(author, anki).render_output().question_text


def test_another_picture_updates_the_notes_of_its_fact(author: Author, anki: Anki) -> None:
    with_picture(author)
    anki.take(author.export())
    (author.path.parent / "figures" / "lung one.png").write_bytes(PNG + b"\0")

    taken = anki.take(author.export(*LATER))

    assert taken.updated == {"cards": 2, "cloze": 1}[author.style]
    assert len(list(Path(anki.collection.media.dir()).iterdir())) == 2


def test_a_picture_that_is_gone_is_named(author: Author, home: Path) -> None:
    with_picture(author)
    author.export()
    (home / "figures" / "lung one.png").unlink()

    run = author.quizapp("export", "anki", DECK, "--decks", str(author.path), "-o", "next.apkg")

    assert run.code == 3
    assert "lung one.png: No such file or directory" in run.err
    assert "put the picture back" in run.err
    assert not (home / "next.apkg").exists()
