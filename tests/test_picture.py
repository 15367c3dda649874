"""README's picture is a real screen of the real app on the bundled deck.

`QUIZAPP_PICTURE=1 pytest tests/test_picture.py` draws it anew.
"""

import html
import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.items.item import ItemId
from quizapp.services.app_services import LocalAppServices
from quizapp.services.ports import QuizRequest
from quizapp.services.settings import Settings
from quizapp.services.workspace import Workspace
from tests.terminal.screen import sitting

PICTURE = Path(__file__).parent / "golden" / "question.svg"
ITEM = ItemId("x-linked-hyper-igm/pneumocystis/organism/gap")
MOMENTS = [
    datetime(2026, 3, 2, 9, 0, tzinfo=UTC) + timedelta(milliseconds=1400 * n) for n in range(99)
]
TOP_LINE = 1  # says whether the last answer is saved already, which is a matter of moments


def a_house(folder: Path) -> LocalAppServices:
    return LocalAppServices(
        Workspace(
            Settings(
                database_asked_for=f"sqlite:///{folder / 'quizapp.db'}",
                learner="me",
                deck_paths=(),
                clock=iter(MOMENTS).__next__,
            )
        )
    )


def letters_of(text: str) -> str:
    return "".join(text.split())


def letters_in(svg: str) -> str:
    return letters_of(html.unescape("".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg))))


@pytest.mark.usefixtures("english_words")
async def test_the_picture_shows_what_the_screen_shows(tmp_path: Path) -> None:
    request = QuizRequest(items=(ITEM,), counts=True, seed=7)

    async with sitting(a_house(tmp_path), request, size=(80, 24)) as learner:
        await learner.type("pneumocistis")
        await learner.press("enter")
        drawn = learner.app.export_screenshot(title="quizapp")
        lines = [letters_of(line) for line in learner.lines if line.strip()]
        if os.environ.get("QUIZAPP_PICTURE"):
            PICTURE.write_text(drawn, encoding="utf-8")

    shown = letters_in(PICTURE.read_text(encoding="utf-8"))
    assert [line for line in lines[TOP_LINE:] if line not in shown] == []
