"""The review screen, as who signs a deck sees it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest

from quizapp.bank.model import SourceId
from quizapp.services.app_services import ReviewServices
from quizapp.services.given_settings import GivenSettings
from quizapp.services.ports import ReviewRequest
from quizapp.services.review_deck import DeckReview
from quizapp.services.settings import load_settings
from quizapp.services.workspace import Workspace
from quizapp.sources.model import SourceText
from tests.terminal.screen import SIZES, Sitting, sitting

pytestmark = pytest.mark.slow  # each test walks through the app

DECK = """\
quizapp: 1
deck: fever
title: Hill fever
sources:
  okafor2020: {cite: "Okafor A. Hill fever. J Hills 2020;1:1-2.", short: Okafor 2020, sentences: 2}
facts:
  - id: cases
    source: okafor2020#1
    ask: How many children had hill fever?
    answer: 40
    wrong: {3: That is how many died., 12: That is how many were treated.}
  - {id: rare, source: okafor2020#2, ask: Is hill fever rare or frequent?, answer: rare}
  - {id: deaths, status: draft, source: okafor2020#1, ask: How many children died?, answer: 3}
"""
TEXT = SourceText(("Hill fever was seen in 40 children.", "It is rare."))


@asynccontextmanager
async def reading(
    folder: Path, text: str = DECK, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Sitting]:
    path = folder / "fever.yaml"
    path.write_text(text, encoding="utf-8")
    review = DeckReview(path, "Ada", date(2026, 11, 29), {SourceId("okafor2020"): TEXT})
    settings = load_settings(GivenSettings(config=None, now="2026-11-29T09:00:00+00:00"))
    async with sitting(ReviewServices(Workspace(settings)), ReviewRequest(review), size) as reader:
        yield reader


def signed(folder: Path) -> str:
    path = folder / "fever.signed.yaml"
    return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.mark.parametrize("size", SIZES)
async def test_a_conflict_comes_first_with_sentence_item_and_reason(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reading(tmp_path, size=size) as reader:
        assert "deaths/answer · draft" in reader.lines[0] + reader.lines[1]
        assert "How many children died?" in reader.text
        assert "okafor2020#1 Hill fever was seen in 40 children." in reader.text
        assert "Conflict with the source" in reader.text
        assert "proved" not in reader.text
        assert reader.footer.startswith("a Accept   A Accept sentence   x Reject")
        assert reader.footer.endswith("? Help")


async def test_a_conflict_is_accepted_with_a_reason_alone(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("a", "enter")
        assert "deaths/answer is in conflict with its source" in reader.text
        assert signed(tmp_path) == ""

        await reader.press("a")
        assert "Why doesn't the source hold against it?" in reader.text
        assert reader.footer.startswith("enter Done   esc Cancel")
        await reader.type("three, nine")
        await reader.press("enter")

    assert 'over: "three, nine"}' in signed(tmp_path)
    assert "status" not in (tmp_path / "fever.yaml").read_text(encoding="utf-8")


async def test_accepting_shows_the_next_card_and_undo_comes_back(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("n")
        assert "cases/answer · not signed" in reader.text

        await reader.press("a")
        assert "Accepted cases/answer · u undoes it" in reader.text
        assert "rare/answer · not signed" in reader.text
        assert "cases/answer: {by: Ada" in signed(tmp_path)

        await reader.press("u")
        assert "cases/answer · not signed" in reader.text
        assert signed(tmp_path) == ""
        await reader.press("u")
        assert "Nothing to undo" in reader.text


async def test_each_format_of_a_card_is_shown_in_turn(tmp_path: Path) -> None:
    async with reading(tmp_path, size=(140, 40)) as reader:
        await reader.press("n")
        assert "format 1 of 3" in reader.text
        assert "✗ 3" in reader.text
        assert "That is how many died." in reader.text

        await reader.press("f")
        assert "format 2 of 3" in reader.text
        assert "type your answer" in reader.text
        await reader.press("f", "f")
        assert "format 1 of 3" in reader.text


async def test_a_rejection_takes_a_reason_or_none_and_esc_gives_it_up(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("x", "escape")
        assert "deaths/answer · draft" in reader.text
        assert signed(tmp_path) == ""

        await reader.press("x", "enter", "x")
        await reader.type("aAxenu?")
        await reader.press("enter")

    lines = signed(tmp_path).splitlines()
    assert lines[1].endswith('rejected: ""}')
    assert lines[0].endswith('rejected: "aAxenu?"}')


async def test_when_all_is_read_it_says_so(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("x", "enter", "a", "a")

        assert "all cards read" in reader.text
        await reader.press("u")
        assert "1 card to read" in reader.text


async def test_a_deck_without_cards_says_so(tmp_path: Path) -> None:
    async with reading(tmp_path, "quizapp: 1\ndeck: fever\ntitle: Hill fever\n") as reader:
        assert "no cards" in reader.text
        assert "Accept" not in reader.footer


async def test_escape_leaves(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("escape")

        assert not reader.app.is_running
