"""A terminal shows no pictures: it shows the words for them, where the picture would be."""

from dataclasses import replace

import pytest

from quizapp.services.ports import ExamRequest
from quizapp.session.blueprint import Blueprint
from tests.builders import an_image
from tests.terminal.rivers import CHOICE, RiverServices
from tests.terminal.screen import SIZES, STUDY, sitting
from tests.terminal.test_plain import talk
from tests.terminal.test_plain_exam import talk as talk_in_exam

pytestmark = pytest.mark.slow  # each test walks through the app

ALT = "A fan of channels, seen from above."
ASKED_WITH = replace(CHOICE, image=an_image(alt=ALT, is_asked_with=True))
ANSWERED_WITH = replace(CHOICE, image=an_image(alt=ALT))
EXAM = ExamRequest(blueprint=Blueprint(1))


@pytest.mark.parametrize("size", SIZES)
async def test_a_picture_of_the_question_stands_beneath_its_stem(size: tuple[int, int]) -> None:
    async with sitting(RiverServices([ASKED_WITH]), STUDY, size=size) as learner:
        asked = [line.strip() for line in learner.lines]
        await learner.press("1")

        assert asked[asked.index(CHOICE.stem) + 1] == f"Picture: {ALT}"
        assert learner.text.count(f"Picture: {ALT}") == 1
        assert "4 Easy" in learner.text


@pytest.mark.parametrize("size", SIZES)
async def test_a_picture_of_the_answer_stands_beneath_the_why(size: tuple[int, int]) -> None:
    async with sitting(RiverServices([ANSWERED_WITH]), STUDY, size=size) as learner:
        asked = learner.text
        await learner.press("1")
        lines = [line.strip("▌ ") for line in learner.lines]

        assert "Picture" not in asked
        assert lines[lines.index("The slope ends at the coast.") + 1] == f"Picture: {ALT}"
        assert "Okafor 2011, sentence 7" in learner.text


async def test_on_a_small_screen_long_words_leave_room_for_the_verdict() -> None:
    long = replace(CHOICE, image=an_image(alt="Channels. " * 30, is_asked_with=True))
    async with sitting(RiverServices([long]), STUDY, size=(60, 20)) as learner:
        await learner.press("2")

        assert "✓ Right" in learner.text
        assert learner.footer.endswith("? Help")


async def test_what_words_for_a_picture_hold_is_text() -> None:
    hostile = replace(CHOICE, image=an_image(alt="[red]a\x1b]0;x\x07 b\nc", is_asked_with=True))
    async with sitting(RiverServices([hostile]), STUDY) as learner:
        assert "Picture: [red]a]0;x b c" in learner.text


async def test_a_missed_question_of_an_exam_is_told_with_its_picture() -> None:
    for item in (ASKED_WITH, ANSWERED_WITH):
        async with sitting(RiverServices([item]), EXAM) as learner:
            await learner.press("1", "y")

            assert learner.text.count(f"Picture: {ALT}") == 1


# --- line by line --------------------------------------------------------------------------------


def test_a_picture_of_the_question_is_written_behind_it() -> None:
    lines = talk(RiverServices([ASKED_WITH]), "1\n")

    assert lines[lines.index(CHOICE.stem) + 1] == f"Picture: {ALT}"
    assert lines.count(f"Picture: {ALT}") == 1


def test_a_picture_of_the_answer_is_written_behind_the_why() -> None:
    lines = talk(RiverServices([ANSWERED_WITH]), "1\n")

    assert lines[lines.index("The slope ends at the coast.") + 1] == f"Picture: {ALT}"
    assert lines.index(f"Picture: {ALT}") > lines.index("Wrong.")


def test_an_exam_writes_a_picture_with_what_it_belongs_to() -> None:
    asked = talk_in_exam(RiverServices([ASKED_WITH]), "1\n:d\n")
    answered = talk_in_exam(RiverServices([ANSWERED_WITH]), "1\n:d\n")

    assert asked.count(f"Picture: {ALT}") == 2  # asked, then missed
    assert asked[asked.index(f"Missed: {CHOICE.stem}") + 1] == f"Picture: {ALT}"
    assert answered.count(f"Picture: {ALT}") == 1
    assert answered[answered.index("Why: The slope ends at the coast.") + 1] == f"Picture: {ALT}"
