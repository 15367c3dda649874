"""The use cases as a program calls them: no command line, no terminal, real files."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from quizapp.anki.export.options import AnkiFormat, NoteStyle
from quizapp.errors import WrongCallError
from quizapp.items.item import Format
from quizapp.learner.model import TypedText
from quizapp.services.backups import RestorePlan, restore_backup, take_backup
from quizapp.services.deck_list import UnchangedError, add_deck, list_decks, switch_deck
from quizapp.services.deck_lookup import FaultyDeckError
from quizapp.services.export_anki import NotesLeft, export_anki
from quizapp.services.given_settings import GivenSettings
from quizapp.services.learner_stats import load_overview
from quizapp.services.list_items import ItemFilter, list_items
from quizapp.services.new_deck import write_new_file
from quizapp.services.open_session import open_session
from quizapp.services.plan_exam import NoPlanError, clear_plans, plan_decks, planned_decks
from quizapp.services.ports import StudyRequest, report_nothing
from quizapp.services.settings import Settings, load_settings
from quizapp.services.workspace import Workspace, open_workspace

CAPITALS = """\
quizapp: 1
deck: capitals
title: Capitals
facts:
  - id: france
    ask: What is the capital of France?
    answer: Paris
  - id: italy
    ask: What is the capital of Italy?
    answer: Rome
"""
NOW = "2026-03-02T09:00:00+00:00"
TYPED = StudyRequest(formats=(Format.TYPED,))


@pytest.fixture
def capitals(tmp_path: Path) -> Path:
    path = tmp_path / "capitals.yaml"
    path.write_text(CAPITALS, encoding="utf-8")
    return path


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The settings of a learner whose settings file says nothing."""
    config = tmp_path / "config.toml"
    config.write_text("", encoding="utf-8")
    database = f"sqlite:///{tmp_path / 'quizapp.db'}"
    return load_settings(GivenSettings(database=database, config=str(config), now=NOW))


@pytest.fixture
def workspace(settings: Settings, capitals: Path) -> Iterator[Workspace]:
    """The deck of capitals alone, read."""
    with open_workspace(settings, [str(capitals)]) as workspace:
        workspace.prepare(report_nothing)
        yield workspace


def answer_a_card(workspace: Workspace) -> None:
    session = open_session(workspace, TYPED)
    session.start(workspace.now())
    session.answer(TypedText("Paris"), workspace.now())
    session.leave(workspace.now())


def test_an_answer_moves_the_overview(workspace: Workspace) -> None:
    before = load_overview(workspace)
    answer_a_card(workspace)
    after = load_overview(workspace)

    assert (before.new, before.reviews_today) == (2, 0)
    assert (after.new, after.reviews_today) == (1, 1)


def test_a_plan_is_made_shown_and_cleared(workspace: Workspace) -> None:
    made = plan_decks(workspace, date(2026, 3, 12), keeps=True)
    (planned,) = planned_decks(workspace)

    assert (made.until - made.today, list(made.plans)) == (10, ["capitals"])
    assert (planned.title, planned.until, planned.days) == ("Capitals", date(2026, 3, 12), 10)
    assert clear_plans(workspace) == 1
    with pytest.raises(NoPlanError):
        planned_decks(workspace)


def test_no_plan_is_made_for_a_day_that_has_come(workspace: Workspace) -> None:
    with pytest.raises(WrongCallError, match="2026-03-02 is too early or too late for a plan"):
        plan_decks(workspace, date(2026, 3, 2), keeps=True)


def test_an_export_tells_what_anki_keeps_of_the_one_before(
    settings: Settings, capitals: Path, tmp_path: Path
) -> None:
    exports = []
    for text in (CAPITALS, CAPITALS[: CAPITALS.index("  - id: italy")]):
        capitals.write_text(text, encoding="utf-8")
        with open_workspace(settings, [str(capitals)]) as workspace:
            workspace.prepare(report_nothing)
            exports.append(
                export_anki(workspace, tmp_path / "c.apkg", NoteStyle.CARDS, [AnkiFormat.TYPED])
            )
    first, second = exports
    (left,) = second.leftovers

    assert (first.notes, dict(first.cards), first.leftovers) == (2, {"question": 2, "typed": 2}, ())
    assert second.notes == 1
    assert isinstance(left, NotesLeft)
    assert (left.count, "capitals/italy" in left.search) == (1, True)


def test_a_deck_is_added_listed_and_switched_off(settings: Settings, capitals: Path) -> None:
    with open_workspace(settings) as workspace:
        assert add_deck(workspace, str(capitals)).is_new
        workspace.prepare(report_nothing)
        listed = {str(deck.id): deck for deck in list_decks(workspace)}
        title = switch_deck(workspace, "capitals", is_on=False)
    with open_workspace(load_settings(GivenSettings(config=settings.config_asked_for))) as later:
        is_off = "capitals" in later.settings.decks_off

    assert (listed["capitals"].cards, listed["capitals"].path) == (2, str(capitals))
    assert listed["x-linked-hyper-igm"].path is None
    assert (title, is_off) == ("Capitals", True)


def test_a_deck_that_is_on_is_not_switched_on(workspace: Workspace) -> None:
    with pytest.raises(UnchangedError, match="capitals is on already"):
        switch_deck(workspace, "capitals", is_on=True)


def test_a_backup_comes_back_only_where_that_is_agreed_to(
    settings: Settings, capitals: Path, tmp_path: Path
) -> None:
    with open_workspace(settings, [str(capitals)]) as workspace:
        workspace.prepare(report_nothing)
    taken = take_backup(settings, tmp_path / "before.db")
    with open_workspace(settings, [str(capitals)]) as workspace:
        workspace.prepare(report_nothing)
        answer_a_card(workspace)
    told: list[RestorePlan] = []

    def refuse(plan: RestorePlan) -> bool:
        told.append(plan)
        return False

    refused = restore_backup(settings, taken.path, refuse)
    done = restore_backup(settings, taken.path, lambda _: True)

    assert (taken.reviews, taken.is_verified) == (0, True)
    assert refused is None
    assert told[0].lost is not None
    assert told[0].lost.count == 1
    assert done is not None
    assert done.replaced is not None
    assert done.replaced.is_sound


def test_an_error_of_a_faulty_deck_holds_its_problems(settings: Settings, capitals: Path) -> None:
    capitals.write_text(CAPITALS.replace("answer: Rome", "anwser: Rome"), encoding="utf-8")

    with pytest.raises(FaultyDeckError) as caught:
        list_items(settings, [str(capitals)], ItemFilter(), 0)

    assert [(each.place.line, each.code) for each in caught.value.problems] == [
        (8, "B107"),
        (10, "B106"),
    ]


def test_a_file_that_is_there_is_written_over_only_by_force(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    write_new_file(path, "first")
    with pytest.raises(WrongCallError, match="is already there"):
        write_new_file(path, "second")
    kept = path.read_text(encoding="utf-8")
    write_new_file(path, "third", is_forced=True)

    assert (kept, path.read_text(encoding="utf-8")) == ("first", "third")


LOADS = """
import importlib, pkgutil, sys
import quizapp.services
for module in pkgutil.iter_modules(quizapp.services.__path__, "quizapp.services."):
    importlib.import_module(module.name)
print(sorted({name.split(".")[0] for name in sys.modules} & {"click", "textual", "rich"}))
print([name for name in sys.modules if name.startswith(("quizapp.cli", "quizapp.terminal"))])
"""


@pytest.mark.slow
def test_the_services_load_neither_click_nor_textual() -> None:
    done = subprocess.run([sys.executable, "-c", LOADS], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines() == ["[]", "[]"]
