"""After the answer the stem and the ratings stay on the screen, however long the feedback is."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.items.item import Item
from tests.terminal.rivers import CHOICE
from tests.terminal.screen import STUDY, Sitting, sitting
from tests.terminal.test_cited_sentence import ReaderServices

WHY = "A river drops what it carries where its bed is flat and its water slow. " * 6
MNEMONIC = "Delta: down east, land thrives alongside. " * 4
SENTENCE = "where a river of the interior meets the sea, its water slows and drops its load, " * 5
SIZES = pytest.mark.parametrize("size", [(80, 24), (60, 20)])


def talkative(item: Item, stem: str = "") -> Item:
    return replace(item, why=WHY, mnemonic=MNEMONIC, stem=stem or item.stem)


def services_with(folder: Path, item: Item) -> ReaderServices:
    text = folder / "rivers.txt"
    lines = [f"{at}. Not cited." for at in range(1, 7)] + [f"7. And {SENTENCE} as a rule."]
    text.write_text("\n".join(lines), encoding="utf-8")
    services = ReaderServices([item])
    services.attach(text)
    return services


def shown(learner: Sitting) -> str:
    return " ".join(learner.text.replace("▌", " ").split())


@SIZES
async def test_the_stem_stays_above_a_long_feedback_and_the_ratings_below(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with sitting(services_with(tmp_path, talkative(CHOICE)), STUDY, size=size) as learner:
        await learner.press("2")
        at_first = shown(learner)
        await learner.press("pagedown", "pagedown", "pagedown", "pagedown")
        at_the_end = shown(learner)

    assert "✓ Right" in at_first
    assert "✓ Right" not in at_the_end
    assert "sentence 7" in at_the_end
    for text in (at_first, at_the_end):
        assert CHOICE.stem in text
        assert "Good" in text
        assert "Easy" in text


@SIZES
async def test_a_stem_that_is_long_itself_keeps_its_beginning(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    stem = f"Where does a river slow down? {'It comes from the hills. ' * 20}"

    async with sitting(
        services_with(tmp_path, talkative(CHOICE, stem)), STUDY, size=size
    ) as learner:
        await learner.press("2")
        text = shown(learner)

    assert "Where does a river slow down? It comes" in text
    assert "⋯" in text
    assert "✓ Right" in text
    assert "Easy" in text


async def test_a_stem_is_whole_again_where_there_is_room_for_all(tmp_path: Path) -> None:
    stem = f"Where does a river slow down? {'It comes from the hills. ' * 20}That is all."

    async with sitting(
        services_with(tmp_path, talkative(CHOICE, stem)), STUDY, size=(80, 24)
    ) as learner:
        await learner.press("2")
        small = shown(learner)
        await learner.pilot.resize_terminal(80, 70)
        await learner.settle()
        large = shown(learner)

    assert "That is all." not in small
    assert "That is all." in large
    assert "⋯" not in large


async def test_the_next_question_begins_at_its_top(tmp_path: Path) -> None:
    services = services_with(tmp_path, talkative(CHOICE))
    async with sitting(services, STUDY, size=(60, 20)) as learner:
        await learner.press("2", "pagedown", "pagedown", "3", "enter")

        assert "✓" not in learner.text
