"""Answers that cannot be judged, and answers that are too long: told, and the session goes on."""

import io
import logging
import signal
from dataclasses import replace
from decimal import Decimal

import pytest
from textual import events

from quizapp.grading.expected import ExpectedNumber, ExpectedTerm
from quizapp.grading.grade import Reason
from quizapp.learner.model import Verdict
from quizapp.memory.model import Memory, New, Rating
from quizapp.services.ports import ExamRequest, QuizRequest, StudyRequest
from quizapp.session.blueprint import Blueprint
from quizapp.terminal.plain.line_exam import run_line_exam
from quizapp.terminal.plain.line_session import run_line_session
from quizapp.terminal.screens.exam_result import ExamResultScreen
from tests.terminal.rivers import LIST, NUMBER, TYPED, RiverServices, memory_of
from tests.terminal.screen import STUDY, Sitting, sitting

pytestmark = pytest.mark.slow  # each test walks through the app

# No number can be held against one that is none: comparing the two raises.
BROKEN = replace(NUMBER, expected=ExpectedNumber(Decimal("NaN"), "NaN"))
DELTA = replace(TYPED, key=("sandy delta",), expected=ExpectedTerm("sandy delta"))
EXAM = ExamRequest(blueprint=Blueprint(1))
LONG = "estuary " * 26


def flowing(learner: Sitting) -> str:
    """Return the screen with its lines run together: a sentence may go over two."""
    return " ".join(learner.text.split())


async def answer(learner: Sitting, text: str) -> None:
    await learner.type(text)
    await learner.press("enter")


async def paste(learner: Sitting, text: str) -> None:
    learner.app.post_message(events.Paste(text))
    await learner.settle()


def plain(
    services: RiverServices, typed: str, request: StudyRequest | QuizRequest = STUDY
) -> list[str]:
    written = io.StringIO()
    session = (
        services.open_quiz(request)
        if isinstance(request, QuizRequest)
        else services.open_study(request)
    )
    run_line_session(session, services.now, io.StringIO(typed), written)
    return written.getvalue().splitlines()


def plain_exam(services: RiverServices, typed: str) -> list[str]:
    written = io.StringIO()
    run_line_exam(services.open_exam(EXAM), services.now, io.StringIO(typed), written)
    return written.getvalue().splitlines()


# --- not judged -----------------------------------------------------------------------------------


async def test_what_cannot_be_judged_is_the_learners_to_judge() -> None:
    services = RiverServices([BROKEN])
    async with sitting(services, STUDY) as learner:
        await answer(learner, "13")
        told = learner.text
        await learner.press("enter")
        still = learner.text
        await learner.press("y", "enter")

        assert "The answer is 13. I cannot judge this. Were you right? y/n" in told
        assert "✗ Wrong" not in told
        assert still == told
        review = services.learner_store.card_answers(BROKEN.card, 1)[0].answer
        assert (review.verdict, review.rating) == (Verdict.CLOSE, Rating.GOOD)
        assert review.reason is Reason.CONFIRMED


async def test_who_says_no_was_wrong() -> None:
    services = RiverServices([BROKEN])
    async with sitting(services, STUDY) as learner:
        await answer(learner, "13")
        await learner.press("n", "enter")

        review = services.learner_store.card_answers(BROKEN.card, 1)[0].answer
        assert (review.verdict, review.rating) == (Verdict.WRONG, Rating.AGAIN)
        assert review.reason is Reason.DENIED


async def test_in_an_exam_it_scores_nothing_and_is_shown_as_not_judged() -> None:
    services = RiverServices([BROKEN])
    async with sitting(services, EXAM) as learner:
        await answer(learner, "13")
        await learner.press("y")

        assert isinstance(learner.app.screen, ExamResultScreen)
        assert "0 of 1 points" in learner.text
        assert "? How many of the 56 gauges failed?" in learner.text
        assert "your answer: 13 · not judged" in learner.text
        assert isinstance(memory_of(services, BROKEN), New)


@pytest.mark.parametrize("wanted", [STUDY, QuizRequest(count=1)], ids=["study", "quiz"])
def test_the_line_mode_asks_the_same(wanted: StudyRequest | QuizRequest) -> None:
    lines = plain(RiverServices([BROKEN]), "13\n\ny\n\n:q\n", wanted)

    assert "The answer is 13. I cannot judge this. Were you right? y/n" in lines
    assert "Type y or n" in lines
    assert any("1 answer: 1 right, 0 wrong" in line for line in lines)


def test_an_exam_line_by_line_shows_it_as_not_judged() -> None:
    lines = plain_exam(RiverServices([BROKEN]), "13\n:d\n")

    assert "Score: 0 of 1 points, 0%." in lines
    assert "Not judged: How many of the 56 gauges failed?" in lines


def test_the_log_has_key_answer_and_traceback(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "quizapp"):
        plain(RiverServices([BROKEN]), "13\n")

    assert "cannot judge '13' against ExpectedNumber(value=Decimal('NaN')" in caplog.text
    assert "cannot convert NaN" in caplog.text
    assert "Traceback" in caplog.text


# --- asked back -----------------------------------------------------------------------------------


async def test_a_part_is_asked_for_more_with_the_text_kept() -> None:
    services = RiverServices([DELTA])
    async with sitting(services, STUDY) as learner:
        await answer(learner, "delta")
        told = learner.text
        await learner.press("home")
        await answer(learner, "sandy ")

        assert "Say more: " in told
        assert "delta" in told
        assert "✓ Right" in learner.text


async def test_a_word_more_is_asked_whether_it_is_the_same() -> None:
    services = RiverServices([DELTA])
    async with sitting(services, STUDY) as learner:
        await answer(learner, "old sandy delta")
        told = flowing(learner)
        await learner.press("y", "enter")

        assert "The same? y/n" in told
        review = services.learner_store.card_answers(DELTA.card, 1)[0].answer
        assert (review.verdict, review.reason) == (Verdict.CLOSE, Reason.CONFIRMED)


def test_the_line_mode_takes_one_more_line_after_a_part() -> None:
    lines = plain(RiverServices([DELTA]), "delta\nsandy delta\n\n:q\n")

    assert any(line.startswith("Say more: ") for line in lines)
    assert "Right." in lines
    assert any("1 answer: 1 right, 0 wrong" in line for line in lines)


@pytest.mark.parametrize("typed", ["delta\n", "old sandy delta\n"], ids=["more", "unsure"])
def test_at_the_end_of_the_input_what_was_asked_back_is_not_it(typed: str) -> None:
    services = RiverServices([DELTA])

    lines = plain(services, typed)

    assert any(line.startswith("Wrong") for line in lines)
    review = services.learner_store.card_answers(DELTA.card, 1)[0].answer
    assert (review.verdict, review.rating) == (Verdict.WRONG, Rating.AGAIN)


@pytest.mark.parametrize("typed", ["delta\n", "old sandy delta\n"], ids=["more", "unsure"])
def test_who_leaves_instead_has_given_no_answer(typed: str) -> None:
    services = RiverServices([DELTA])

    plain(services, f"{typed}:q\n")

    assert services.learner_store.card_answers(DELTA.card, 1) == ()


class SignalledReader(io.StringIO):
    """A reader that is told to end the process when its last line was read."""

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # text, not bytes
        line = super().readline(size)
        if not line:
            signal.raise_signal(signal.SIGHUP)
        return line


@pytest.mark.parametrize("typed", ["delta\n", "old sandy delta\n"], ids=["more", "unsure"])
def test_a_terminal_that_is_closed_decides_nothing(typed: str) -> None:
    services = RiverServices([DELTA])

    run_line_session(
        services.open_study(STUDY), services.now, SignalledReader(typed), io.StringIO()
    )

    assert services.learner_store.card_answers(DELTA.card, 1) == ()


async def test_what_an_exam_flagged_is_granted_with_one_key_and_taken_back() -> None:
    services = RiverServices([DELTA])
    async with sitting(services, EXAM) as learner:
        await answer(learner, "delta")
        await learner.press("y")
        before = learner.text
        await learner.press("o")
        granted = learner.text
        await learner.press("u")

        assert "0 of 1 points" in before
        assert "… What is a tidal river mouth called?" in before
        assert "your answer: delta · only a part of the answer" in before
        assert before.count("What is a tidal river mouth called?") == 1
        assert "✓ What is a tidal river mouth called?" in granted
        assert "Counted as right" in granted
        assert "o I was right" in before
        assert "1 of 1 points, as judged 0 of 1" in granted
        assert "o I was right" not in granted
        assert "0 of 1 points" in learner.text
        assert "as judged" not in learner.text


def test_an_exam_line_by_line_lists_what_was_flagged() -> None:
    lines = plain_exam(RiverServices([DELTA]), "delta\n:d\n")

    assert "Scored 0, but look again: was it right?" in lines
    assert "What is a tidal river mouth called? delta (sandy delta)" in lines


# --- too long -------------------------------------------------------------------------------------


async def test_too_long_an_answer_is_told_and_can_be_shortened() -> None:
    services = RiverServices([TYPED])
    async with sitting(services, STUDY) as learner:
        await paste(learner, LONG)
        await learner.press("enter")
        told = flowing(learner)
        is_new = isinstance(memory_of(services, TYPED), New)
        await learner.press("home", "ctrl+k")
        await answer(learner, "estuary")

        assert "That is 207 characters; at most 200 fit here." in told
        assert "✗ Wrong" not in told
        assert is_new
        assert "✓ Right" in flowing(learner)


async def test_a_number_has_a_limit_of_its_own() -> None:
    async with sitting(RiverServices([NUMBER]), STUDY) as learner:
        await paste(learner, "1" * 81)
        await learner.press("enter")

        assert "That is 81 characters; at most 80 fit here." in flowing(learner)


async def test_a_list_takes_so_many_parts_and_each_is_a_term() -> None:
    async with sitting(RiverServices([LIST]), STUDY) as learner:
        await paste(learner, ", ".join(["coast"] * 12))
        await learner.press("enter")
        parts = flowing(learner)
        await learner.press("home", "ctrl+k")
        await paste(learner, "x" * 201)
        await learner.press("enter")
        one = flowing(learner)
        await learner.press("home", "ctrl+k")
        await answer(learner, "coast, valley")

        assert "That is 12 parts; at most 11 fit here." in parts
        assert "One part has 201 characters; at most 200 fit here." in one
        assert "✓ Right" in flowing(learner)


async def test_a_whole_book_is_not_even_pasted() -> None:
    async with sitting(RiverServices([TYPED]), STUDY) as learner:
        await paste(learner, "estuary " * 2500)
        told = flowing(learner)
        await answer(learner, "estuary")

        assert "That is 19,999 characters: too long to paste here." in told
        assert "✓ Right" in flowing(learner)


async def test_a_paste_that_comes_key_by_key_ends_somewhere() -> None:
    async with sitting(RiverServices([TYPED]), STUDY) as learner:
        await paste(learner, "x" * 3_999)
        await learner.type("xxx")
        await learner.press("enter")

        assert "That is 4,000 characters; at most 200 fit here." in flowing(learner)


async def test_in_an_exam_it_is_told_and_not_kept() -> None:
    services = RiverServices([TYPED])
    async with sitting(services, EXAM) as learner:
        await paste(learner, LONG)
        await learner.press("enter")
        told = flowing(learner)
        await learner.press("tab")
        still = flowing(learner)
        await learner.press("home", "ctrl+k")
        await answer(learner, "estuary")
        await learner.press("y")

        assert "That is 207 characters; at most 200 fit here." in told
        assert "at most 200 fit here." in still
        assert "1 of 1 points" in flowing(learner)


async def test_an_exam_can_be_left_over_it() -> None:
    async with sitting(RiverServices([TYPED])) as learner:
        learner.app.open_exam(lambda: learner.app.services.open_exam(EXAM))
        await learner.settle()
        await paste(learner, LONG)
        await learner.press("escape")

        assert "at most 200" not in flowing(learner)


@pytest.mark.parametrize("wanted", [STUDY, QuizRequest(count=1)], ids=["study", "quiz"])
def test_the_line_mode_tells_it_and_takes_another(wanted: StudyRequest | QuizRequest) -> None:
    lines = plain(RiverServices([TYPED]), f"{LONG}\nestuary\n\n:q\n", wanted)

    told = "That is 207 characters; at most 200 fit here. Shorten it and answer again."
    assert told in lines
    assert any("1 answer: 1 right, 0 wrong" in line for line in lines)


def test_an_exam_line_by_line_tells_it_and_takes_another() -> None:
    lines = plain_exam(RiverServices([TYPED]), f"{LONG}\nestuary\n:d\n")

    assert any("at most 200 fit here" in line for line in lines)
    assert "Score: 1 of 1 points, 100%." in lines


def test_a_learner_whose_answer_is_told_moves_no_memory() -> None:
    services = RiverServices([TYPED])

    plain(services, f"{LONG}\n")

    assert not isinstance(memory_of(services, TYPED), Memory)
