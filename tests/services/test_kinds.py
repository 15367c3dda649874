"""Cards that are found, and asked only on demand: from a deck to what a learner is asked."""

import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.anki.export.options import AnkiFormat, NoteStyle
from quizapp.bank.model import Kind
from quizapp.items.item import Format
from quizapp.learner.model import TypedText
from quizapp.learner.search import parse_search
from quizapp.services.browse_cards import CardBrowser
from quizapp.services.cards_to_ask import NothingToAskError
from quizapp.services.export_anki import export_anki
from quizapp.services.given_settings import GivenSettings
from quizapp.services.open_session import open_session
from quizapp.services.ports import StudyRequest, report_nothing
from quizapp.services.settings import Settings, load_settings
from quizapp.services.workspace import Workspace, open_workspace

SERIES = """\
quizapp: 2
deck: series
title: Series
facts:
  - id: journal
    ask: In which journal did the series of Levy appear?
    answer: The Journal of Pediatrics
    {kind}
  - id: size
    ask: How many patients did the series have?
    answer: 56
tables:
  - id: other
    row: series
    columns:
      patients: {{ask: "How many patients did {{row}} have?"}}
      volume: {{ask: "In which volume did {{row}} appear?"{column}}}
    rows:
      winkelstein: {{name: the series of Winkelstein, patients: 79, volume: 82}}
"""
MARKED = SERIES.format(kind="kind: bibliography", column=", kind: bibliography")
PLAIN = SERIES.format(kind="tags: []", column="")
NOW = "2026-03-02T09:00:00+00:00"
BIBLIOGRAPHY = StudyRequest(formats=(Format.TYPED,), kind=Kind.BIBLIOGRAPHY)


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "series.yaml"
    path.write_text(MARKED, encoding="utf-8")
    return path


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    config = tmp_path / "config.toml"
    config.write_text("", encoding="utf-8")
    database = f"sqlite:///{tmp_path / 'quizapp.db'}"
    return load_settings(GivenSettings(database=database, config=str(config), now=NOW))


@pytest.fixture
def workspace(settings: Settings, deck: Path) -> Iterator[Workspace]:
    with open_workspace(settings, [str(deck)]) as workspace:
        workspace.prepare(report_nothing)
        yield workspace


def new_cards(workspace: Workspace, kind: Kind = Kind.FACT) -> list[str]:
    store = workspace.learner_store(kind)
    return [entry.card for entry in store.new_cards(workspace.deck_ids, workspace.now(), 10)]


def test_bibliography_is_scheduled_by_no_session_of_facts(workspace: Workspace) -> None:
    assert new_cards(workspace) == ["series/size/answer", "series/other/winkelstein/patients"]


def test_bibliography_is_asked_on_demand(workspace: Workspace) -> None:
    assert new_cards(workspace, Kind.BIBLIOGRAPHY) == [
        "series/journal/answer",
        "series/other/winkelstein/volume",
    ]


def test_bibliography_counts_for_nothing_that_is_to_do(workspace: Workspace) -> None:
    (counts,) = workspace.learner_store().deck_counts(workspace.deck_ids, workspace.now())

    assert (counts.total, counts.new) == (2, 2)


def test_an_answer_on_bibliography_is_no_card_of_today(workspace: Workspace) -> None:
    session = open_session(workspace, BIBLIOGRAPHY)
    session.start(workspace.now())
    session.answer(TypedText("The Journal of Pediatrics"), workspace.now())
    session.leave(workspace.now())
    (counts,) = workspace.learner_store().deck_counts(workspace.deck_ids, workspace.now())
    (on_demand,) = workspace.learner_store(Kind.BIBLIOGRAPHY).deck_counts(
        workspace.deck_ids, workspace.now()
    )

    assert (counts.total, counts.studied, sum(counts.forecast)) == (2, 0, 0)
    assert (on_demand.total, on_demand.studied) == (2, 1)


def test_bibliography_is_in_no_quiz_and_no_exam(workspace: Workspace) -> None:
    store = workspace.learner_store()
    facts = {"series/size", "series/other/winkelstein"}

    assert {each.fact for each in store.quiz_candidates(workspace.deck_ids, (), ())} == facts
    assert {each.card for each in store.exam_candidates(workspace.deck_ids, (), ())} == {
        "series/size/answer",
        "series/other/winkelstein/patients",
    }


def test_bibliography_is_browsed_and_found_by_its_tag(workspace: Workspace) -> None:
    browser = CardBrowser(workspace.learner_store(), workspace.titles)
    keys = browser.find(parse_search("tag:bibliography"), workspace.now())

    assert len(keys) == 2


def test_bibliography_is_exported_with_its_tag(workspace: Workspace, tmp_path: Path) -> None:
    package = tmp_path / "series.apkg"
    done = export_anki(workspace, package, NoteStyle.CARDS, [AnkiFormat.TYPED])

    with zipfile.ZipFile(package) as whole:
        whole.extract("collection.anki2", tmp_path)
    with closing(sqlite3.connect(tmp_path / "collection.anki2")) as collection:
        query = "SELECT count(*) FROM notes WHERE tags LIKE '%::bibliography%'"
        tagged = collection.execute(query).fetchone()

    assert (done.notes, tagged) == (4, (2,))


def test_a_deck_that_marks_its_bibliography_later_keeps_every_card(
    settings: Settings, deck: Path
) -> None:
    found = []
    for text in (PLAIN, MARKED, PLAIN):
        deck.write_text(text, encoding="utf-8")
        with open_workspace(settings, [str(deck)]) as workspace:
            workspace.prepare(report_nothing)
            found.append(len(new_cards(workspace)))

    assert found == [4, 2, 4]


def test_a_deck_without_cards_of_the_kind_is_told(settings: Settings, deck: Path) -> None:
    deck.write_text(PLAIN, encoding="utf-8")
    with open_workspace(settings, [str(deck)]) as workspace:
        workspace.prepare(report_nothing)
        with pytest.raises(NothingToAskError, match="no cards of the kind bibliography"):
            open_session(workspace, BIBLIOGRAPHY)
