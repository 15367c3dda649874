"""The sentence of an attached paper on the screen: after the answer, never before it."""

import hashlib
from pathlib import Path

import pytest

from quizapp.bank.model import DeckId, SourceId
from quizapp.services.ports import StudyRequest
from quizapp.services.source_sentences import SourceSentences
from quizapp.session.session import Session
from quizapp.session.study import StudySession
from quizapp.store.attached_text import AttachedText, DeclaredSource
from quizapp.store.source_texts import attach_text
from tests.builders import MORNING
from tests.terminal.rivers import CHOICE, SOURCE, RiverServices
from tests.terminal.screen import STUDY, sitting

TEXT = (
    "".join(f"{number}. Line {number} is not cited.\n" for number in range(1, 7))
    + "7. A river of the interior that has come down from the highlands drops what it carries at "
    "its mouth, \x1b[31mwhere the slope ends, so that land is built there year after year.\n"
)


class ReaderServices(RiverServices):
    """Rivers whose paper lies on the disk."""

    def attach(self, path: Path, expected: int = 7) -> None:
        said = DeclaredSource(DeckId("rivers"), SOURCE.cite, sentences=expected)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        text = AttachedText(SourceId("rivers2011"), str(path), digest, 7, "", (said,), MORNING)
        attach_text(self.store, text)

    def attach_and_lose(self, path: Path) -> None:
        self.attach(path)
        path.unlink()

    def open_study(self, request: StudyRequest) -> Session:
        session = super().open_study(request)
        assert isinstance(session, StudySession)
        session.sentences = SourceSentences(self.store)
        return session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "rivers.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_the_sentence_is_shown_after_the_answer_with_the_key_underlined(
    path: Path, size: tuple[int, int]
) -> None:
    services = ReaderServices([CHOICE])
    services.attach(path)

    async with sitting(services, STUDY, size=size) as learner:
        before = learner.text
        await learner.press("2")

        shown = " ".join(learner.text.replace("▌", " ").split())
        assert "highlands" not in before
        assert "✓ Right" in shown
        assert "drops what it carries at its mouth" in shown
        assert "Okafor 2011, sentence 7" in shown
        assert "Easy" in shown


async def test_a_text_that_is_cut_otherwise_is_told_and_not_shown(path: Path) -> None:
    services = ReaderServices([CHOICE])
    services.attach(path, expected=8)

    async with sitting(services, STUDY) as learner:
        await learner.press("2")

        shown = " ".join(learner.text.split())
        assert "This text of rivers2011 is cut otherwise (7 sentences, 8 expected)" in shown
        assert "highlands" not in shown
        assert "Okafor 2011, sentence 7" in shown


async def test_a_text_that_is_gone_is_told_and_the_answer_is_kept(path: Path) -> None:
    services = ReaderServices([CHOICE])
    services.attach_and_lose(path)

    async with sitting(services, STUDY) as learner:
        await learner.press("2")
        shown = " ".join(learner.text.split())
        await learner.press("enter")

        assert "the text of rivers2011: its file is gone" in shown
    assert sum(day.reviews for day in services.learner_store.day_counts(0)) == 1
