"""What signatures do to sessions, exams and exports."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from quizapp.bank.load import load_deck
from quizapp.bank.model import SourceId
from quizapp.bank.place import Place
from quizapp.bank.signed_file import signed_file_text
from quizapp.bank.signoffs import CardRejection, CardSignature, SignoffEntry
from quizapp.services.given_settings import GivenSettings
from quizapp.services.ports import ExamRequest, StudyRequest, report_nothing
from quizapp.services.review_deck import DeckReview
from quizapp.services.settings import load_settings
from quizapp.services.workspace import Workspace, open_workspace
from quizapp.signoff import list_signoffs
from quizapp.sources.model import SourceText

PLACES = ("france", "italy", "peru", "norway", "japan", "kenya")
DECK = "\n".join(
    (
        "quizapp: 1",
        "deck: capitals",
        "title: Capitals",
        "settings: {exam: SETTING}",
        "facts:",
        *(f"  - {{id: {at}, ask: 'Capital of {at}?', answer: City {at}}}" for at in PLACES),
    )
)


def write_deck(folder: Path, setting: str = "all") -> Path:
    path = folder / "capitals.yaml"
    path.write_text(DECK.replace("SETTING", setting), encoding="utf-8")
    return path


def sign(path: Path, *names: str, rejected: tuple[str, ...] = ()) -> None:
    deck, _ = load_deck(path)
    assert deck is not None
    entries: dict[str, SignoffEntry] = {}
    for each in list_signoffs(deck):
        said = ("Ada", "2026-11-29", each.hash, Place(""))
        if each.fact.name in names:
            entries[each.name] = CardSignature(*said)
        if each.fact.name in rejected:
            entries[each.name] = CardRejection(*said)
    signed = path.with_name("capitals.signed.yaml")
    signed.write_text(signed_file_text(entries), encoding="utf-8")


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    database = f"sqlite:///{tmp_path / 'learner.db'}"
    settings = load_settings(GivenSettings(database=database, now="2026-03-02T09:00:00+00:00"))
    with open_workspace(settings, [str(tmp_path / "capitals.yaml")]) as opened:
        yield opened


def exam_of(workspace: Workspace) -> tuple[int, str]:
    """Return how many questions an exam has, and its remarks."""
    from quizapp.services.sit_exam import open_exam  # noqa: PLC0415 (as services import it)

    workspace.prepare(report_nothing)
    sitting = open_exam(workspace, ExamRequest(seed=1))
    return len(sitting.answers), " ".join(sitting.remarks)


def test_an_exam_tells_how_many_of_its_questions_nobody_signed(
    tmp_path: Path, workspace: Workspace
) -> None:
    sign(write_deck(tmp_path), "france", "italy")

    count, remarks = exam_of(workspace)

    assert count == 6
    assert "4 of 6 questions not reviewed." in remarks


def test_an_exam_of_signed_cards_says_nothing_of_it(tmp_path: Path, workspace: Workspace) -> None:
    sign(write_deck(tmp_path), *PLACES)

    assert "reviewed" not in exam_of(workspace)[1]


def test_a_deck_can_keep_what_is_not_signed_out_of_its_exams(
    tmp_path: Path, workspace: Workspace
) -> None:
    sign(write_deck(tmp_path, "signed"), "france", "italy")

    count, remarks = exam_of(workspace)

    assert count == 2
    assert "4 cards left out: not signed." in remarks


def test_an_exam_without_a_signed_card_is_refused_with_the_way_to_sign(
    tmp_path: Path, workspace: Workspace
) -> None:
    write_deck(tmp_path, "signed")

    with pytest.raises(Exception, match="6 cards left out: not signed") as refused:
        exam_of(workspace)
    assert getattr(refused.value, "fix", "") == "read and sign them: quizapp review capitals"


def test_a_rejected_card_is_held_back_and_keeps_its_history(
    tmp_path: Path, workspace: Workspace
) -> None:
    from quizapp.services.open_session import open_session  # noqa: PLC0415 (as services import it)
    from quizapp.store.deck_table import card_numbers  # noqa: PLC0415 (the same)

    path = write_deck(tmp_path)
    workspace.prepare(report_nothing)
    sign(path, rejected=("france",))
    workspace.prepare(report_nothing)

    session = open_session(workspace, StudyRequest())
    counts = workspace.learner_store().deck_counts(workspace.deck_ids, workspace.now())

    assert session is not None
    assert [each.total for each in counts] == [5]
    assert "capitals/france/answer" in card_numbers(workspace.store)


def test_a_rejected_card_comes_back_once_it_is_written_otherwise(
    tmp_path: Path, workspace: Workspace
) -> None:
    path = write_deck(tmp_path)
    sign(path, rejected=("france",))
    path.write_text(path.read_text().replace("Capital of france", "The capital of France"))

    assert exam_of(workspace)[0] == 6


CONFLICT = """\
quizapp: 1
deck: capitals
title: Capitals
sources: {atlas: {cite: An atlas, sentences: 2}}
facts:
  - {id: rivers, source: atlas#1, ask: How many rivers cross the town?, answer: 4}
  - {id: hills, source: atlas#2, ask: How many hills surround the town?, answer: 7}
"""


def test_a_card_in_conflict_with_a_source_at_hand_is_not_examined_until_overruled(
    tmp_path: Path, workspace: Workspace
) -> None:
    from quizapp.services.sit_exam import hand_in_exam, open_exam  # noqa: PLC0415 (the same)

    path = tmp_path / "capitals.yaml"
    path.write_text(CONFLICT, encoding="utf-8")
    texts = {
        SourceId("atlas"): SourceText(("3 rivers cross the town.", "7 hills surround the town."))
    }
    workspace.prepare(report_nothing)

    exam = open_exam(workspace, ExamRequest(seed=1), texts)
    assert len(exam.answers) == 1
    assert "1 card left out: in conflict with the source." in exam.remarks

    hand_in_exam(workspace)
    DeckReview(path, "Ada", date(2026, 11, 29), texts).accept("rivers/answer", "one is a canal")
    workspace.prepare(report_nothing)
    assert len(open_exam(workspace, ExamRequest(seed=2), texts).answers) == 2


def test_a_card_in_conflict_with_the_attached_text_is_not_examined(
    tmp_path: Path, workspace: Workspace
) -> None:
    from quizapp.services.attach_source import (  # noqa: PLC0415 (the same)
        AttachRequest,
        attach_source,
    )

    path = tmp_path / "capitals.yaml"
    path.write_text(CONFLICT, encoding="utf-8")
    text = tmp_path / "atlas.txt"
    text.write_text("3 rivers cross the town.\n7 hills surround the town.\n", encoding="utf-8")
    workspace.prepare(report_nothing)
    attach_source(workspace, AttachRequest("atlas", text, decks=(str(path),)))

    count, remarks = exam_of(workspace)

    assert count == 1
    assert "1 card left out: in conflict with the source." in remarks


def test_an_exam_tells_of_an_attached_text_that_cannot_be_compared(
    tmp_path: Path, workspace: Workspace
) -> None:
    path = tmp_path / "capitals.yaml"
    path.write_text(CONFLICT.replace("sentences: 2", "text: gone.txt"), encoding="utf-8")

    count, remarks = exam_of(workspace)

    assert count == 2
    assert "not compared: the text of atlas: its file is gone" in remarks


def test_a_result_tells_how_many_of_its_questions_nobody_signed(
    tmp_path: Path, workspace: Workspace
) -> None:
    from quizapp.services.sit_exam import hand_in_exam  # noqa: PLC0415 (the same)
    from quizapp.terminal.plain.line_exam import result_lines  # noqa: PLC0415 (the same)

    path = write_deck(tmp_path)
    sign(path, "france", "italy")
    exam_of(workspace)
    sign(path, "france", "italy", "peru")  # while it is paused

    result = hand_in_exam(workspace)

    assert result.unreviewed == "3 of 6 questions not reviewed."
    assert "3 of 6 questions not reviewed." in list(result_lines(result))
