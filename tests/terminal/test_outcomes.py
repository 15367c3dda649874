"""How each outcome of a typed answer looks and reads, in the app and in the line mode."""

import io
from dataclasses import replace

import pytest
from textual.content import Content

from quizapp.grading.expected import ExpectedList, ExpectedTerm
from quizapp.grading.grade import Grade, Outcome, Reason
from quizapp.items.item import Item
from quizapp.learner.model import LearnerCard, TypedText, Verdict
from quizapp.memory.model import Memory, New
from quizapp.session.model import Feedback, Question
from quizapp.terminal.plain.line_session import run_line_session
from quizapp.terminal.verdict_words import bracketed, letter_diff, letters_text, verdict_word
from quizapp.terminal.widgets.feedback import paragraphs
from tests.builders import MORNING
from tests.terminal.rivers import LIST, NUMBER, ORDER, SELECT, TYPED, RiverServices, memory_of
from tests.terminal.screen import STUDY, Sitting, sitting

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("known_words")]

BOTH = pytest.mark.parametrize("size", [(60, 20), (110, 34)])
SIGNS = ("redness", "swelling", "heat", "pain", "numbness")


def a_term(key: str, stem: str = "What is it called?") -> Item:
    return replace(TYPED, stem=stem, key=(key,), expected=ExpectedTerm(key))


DERMATITIS = a_term("contact dermatitis")
SINUSITIS = a_term("bacterial sinusitis")
PRESSURE = a_term("hypertension")
HEART = a_term("pericardium")
FIVE = replace(LIST, key=SIGNS, expected=ExpectedList(tuple(map(ExpectedTerm, SIGNS))))


async def answer(learner: Sitting, text: str) -> None:
    await learner.type(text)
    await learner.press("enter")


def flowing(learner: Sitting) -> str:
    """Return the screen with its lines run together: a sentence may go over two."""
    return " ".join(learner.text.replace("▌", "").split())


def rows(learner: Sitting) -> list[str]:
    """Return the lines that are not empty, without their margins."""
    return [line.strip(" ▌") for line in learner.lines if line.strip(" ▌")]


def plain(item: Item, typed: str) -> list[str]:
    written = io.StringIO()
    services = RiverServices([item])
    run_line_session(services.open_study(STUDY), services.now, io.StringIO(typed), written)
    return written.getvalue().splitlines()


def a_feedback(item: Item, typed: str, grade: Grade) -> Feedback:
    entry = LearnerCard(item.card, item.fact, item.deck, 0, New())
    question = Question(item, (), entry, 7, MORNING)
    response = TypedText(typed)
    return Feedback(question, response, grade, None, {}, can_override=False, milliseconds=1_000)


# --- right and slip -------------------------------------------------------------------------------


async def test_what_is_right_says_no_more() -> None:
    async with sitting(RiverServices([HEART]), STUDY) as learner:
        await answer(learner, "pericardium")

        assert any(row.startswith("✓ Right · ") for row in rows(learner))
        assert "Answer" not in learner.text


@BOTH
async def test_a_slip_shows_the_key_above_what_was_typed(size: tuple[int, int]) -> None:
    async with sitting(RiverServices([HEART]), STUDY, size=size) as learner:
        await answer(learner, "pericarium")
        told = rows(learner)
        at = next(at for at, row in enumerate(told) if row.startswith("≈ Right, one slip · "))

        assert told[at].startswith("≈ Right, one slip · A letter is missing: pericardium.")
        assert told[at + 1] == "Answer     pericardium"
        assert told[at + 2] == "You wrote  pericar ium"


def test_only_the_letters_that_differ_are_marked() -> None:
    grade = Grade(Outcome.SLIP, Reason.SPELLING, differing=("pericardium", "pericarium"))
    drawn = Content("\n").join(paragraphs(a_feedback(HEART, "pericarium", grade), 60))
    lined = [span for span in drawn.spans if "underline" in str(span.style)]

    assert [drawn.plain[span.start : span.end] for span in lined] == ["d", " "]


def test_two_letters_swapped_are_both_marked() -> None:
    grade = Grade(Outcome.SLIP, Reason.SPELLING, differing=("pericardium", "pericradium"))

    told = letters_text(a_feedback(HEART, "pericradium", grade))

    assert told == "peric[ar]dium; you wrote peric[ra]dium"


def test_the_word_that_differs_is_marked_within_its_phrase() -> None:
    grade = Grade(Outcome.SLIP, Reason.SPELLING, differing=("sinusitis", "sinustis"))

    told = letters_text(a_feedback(SINUSITIS, "Bacterial sinustis", grade))

    assert told == "bacterial sinus[i]tis; you wrote Bacterial sinustis"


def test_a_word_of_another_accepted_form_stands_on_a_line_of_its_own() -> None:
    grade = Grade(Outcome.SLIP, Reason.SPELLING, differing=("rhinosinusitis", "rinosinusitis"))

    diff = letter_diff(a_feedback(SINUSITIS, "rinosinusitis", grade))

    assert diff is not None
    assert bracketed(diff.answer) == "bacterial sinusitis"
    assert bracketed(diff.word) == "r[h]inosinusitis"


def test_where_more_than_one_word_differs_no_letters_are_marked() -> None:
    feedback = a_feedback(SINUSITIS, "bacteral sinustis", Grade(Outcome.SLIP, Reason.SPELLING))

    assert letter_diff(feedback) is None
    assert verdict_word(feedback) == "Right, with slips"


def test_the_line_mode_marks_letters_in_brackets() -> None:
    lines = plain(HEART, "pericarium\n")

    assert "Right, one slip: A letter is missing: pericardium." in lines
    assert "Answer: pericardium" in lines
    assert "Letters: pericar[d]ium; you wrote pericarium" in lines


async def test_half_of_a_select_is_partly_right_and_no_slip() -> None:
    async with sitting(RiverServices([SELECT]), STUDY) as learner:
        await learner.press("1", "enter")

        assert "≈ Partly right · " in learner.text


# --- say more -------------------------------------------------------------------------------------


@BOTH
async def test_more_is_asked_for_with_the_text_kept_and_the_cursor_behind_it(
    size: tuple[int, int],
) -> None:
    async with sitting(RiverServices([DERMATITIS]), STUDY, size=size) as learner:
        await learner.type("dermatitis")
        await learner.press("home", "enter")
        told = rows(learner)
        await learner.type(", contact")
        text = learner.text
        await learner.press("enter")

        assert "… Say more: Which dermatitis?" in told
        assert "› dermatitis" in told
        assert "› dermatitis, contact" in text
        assert "✓ Right" in learner.text


async def test_a_part_again_is_wrong() -> None:
    async with sitting(RiverServices([a_term("allergic contact dermatitis")]), STUDY) as learner:
        await answer(learner, "dermatitis")
        await learner.press("ctrl+u")
        await answer(learner, "contact dermatitis")

        assert "✗ Wrong · That is only a part of it." in learner.text
        assert "Answer  allergic contact dermatitis" in learner.text
        assert "Say more" not in learner.text


async def test_undo_while_more_is_asked_for_keeps_what_was_typed() -> None:
    services = RiverServices([DERMATITIS])
    async with sitting(services, STUDY) as learner:
        await answer(learner, "dermatitis")
        await learner.press("ctrl+o", "u")

        assert "› dermatitis" in learner.text
        assert "Say more" not in learner.text
        assert isinstance(memory_of(services, DERMATITIS), New)


# --- unsure ---------------------------------------------------------------------------------------


@BOTH
async def test_unsure_asks_and_the_footer_shows_yes_and_no_alone(size: tuple[int, int]) -> None:
    async with sitting(RiverServices([SINUSITIS]), STUDY, size=size) as learner:
        await answer(learner, "acute bacterial sinusitis")

        asked = 'You wrote "acute bacterial sinusitis"; the answer is "bacterial sinusitis".'
        assert f"{asked} The same? y/n" in flowing(learner)
        assert any(row.endswith("The same? y/n") for row in rows(learner))
        assert learner.footer == "y The same   n Not the same"


async def test_enter_alone_and_letters_do_nothing_to_what_is_asked() -> None:
    async with sitting(RiverServices([SINUSITIS]), STUDY) as learner:
        await answer(learner, "acute bacterial sinusitis")
        before = learner.text
        await learner.press("enter", "space", "x", "1", "enter")

        assert learner.text == before


@pytest.mark.parametrize(
    ("key", "told", "verdict"),
    [
        ("y", "≈ Counted as right · You said it's the same.", Verdict.CLOSE),
        ("n", "✗ Wrong · You said it's not the same.", Verdict.WRONG),
    ],
)
async def test_what_the_learner_says_is_told_with_the_answer(
    key: str, told: str, verdict: Verdict
) -> None:
    services = RiverServices([SINUSITIS])
    async with sitting(services, STUDY) as learner:
        await answer(learner, "acute bacterial sinusitis")
        await learner.press(key)
        shown = learner.text
        await learner.press("enter")

        assert told in shown
        assert "Answer  bacterial sinusitis" in shown
        assert services.learner_store.card_answers(SINUSITIS.card, 1)[0].answer.verdict is verdict


async def test_undo_while_unsure_asks_again_and_keeps_what_was_typed() -> None:
    services = RiverServices([SINUSITIS])
    async with sitting(services, STUDY) as learner:
        await answer(learner, "acute bacterial sinusitis")
        await learner.press("u")
        undone = learner.text
        await learner.type("!")

        assert "› acute bacterial sinusitis" in undone
        assert "The same?" not in undone
        assert "› acute bacterial sinusitis!" in learner.text


async def test_leaving_while_unsure_counts_nothing() -> None:
    services = RiverServices([SINUSITIS])
    async with sitting(services) as learner:
        await learner.press("s")
        await answer(learner, "acute bacterial sinusitis")
        await learner.press("escape")

        assert services.learner_store.card_answers(SINUSITIS.card, 1) == ()
        assert "1 new" in learner.text


# --- not it, and "I was right" --------------------------------------------------------------------


@BOTH
async def test_a_veto_of_one_word_shows_which_letters_make_the_other(
    size: tuple[int, int],
) -> None:
    async with sitting(RiverServices([PRESSURE]), STUDY, size=size) as learner:
        await answer(learner, "hypotension")
        told = rows(learner)

        assert "✗ Wrong · hypotension is another thing: hyper-, not hypo-." in flowing(
            learner
        ).replace("▌ ", "")
        assert "Answer     hypertension" in told
        assert "You wrote  hypotension" in told
        assert "o I was right" in learner.footer


@BOTH
async def test_one_press_counts_it_as_right_with_both_words_and_the_way_back(
    size: tuple[int, int],
) -> None:
    services = RiverServices([PRESSURE])
    async with sitting(services, STUDY, size=size) as learner:
        await answer(learner, "hypotension")
        await learner.press("o")
        told, footer = rows(learner), learner.footer
        await learner.press("u")
        undone = learner.text
        await learner.press("o", "enter")

        at = next(at for at, row in enumerate(told) if row.startswith("✓ Counted as right · "))
        assert told[at + 1 : at + 3] == ["Answer     hypertension", "You wrote  hypotension"]
        assert "u Undo" in footer
        assert "I was right" not in footer
        assert "✗ Wrong" in undone
        assert isinstance(memory_of(services, PRESSURE), Memory)


async def test_what_is_nothing_alike_is_told_once_and_compared_once_counted_as_right() -> None:
    async with sitting(RiverServices([PRESSURE]), STUDY) as learner:
        await answer(learner, "lake")
        wrong = learner.text
        await learner.press("o")

        assert "✗ Wrong · Not it: the answer is hypertension." in wrong
        assert wrong.count("hypertension") == 1
        assert "Answer     hypertension" in learner.text
        assert "You wrote  lake" in learner.text


async def test_who_did_not_know_cannot_have_been_right() -> None:
    async with sitting(RiverServices([PRESSURE]), STUDY) as learner:
        await learner.press("enter", "enter")
        footer = learner.footer
        await learner.press("o")

        assert "I was right" not in footer
        assert "✗ You didn't know" in learner.text


def test_the_line_mode_tells_a_veto_and_its_letters() -> None:
    lines = plain(PRESSURE, "hypotension\no\n:q\n")

    assert "Wrong: hypotension is another thing: hyper-, not hypo-." in lines
    assert "Letters: hyp[er]tension; you wrote hyp[o]tension" in lines
    assert lines[lines.index("Counted as right.") + 1] == (
        'You wrote "hypotension"; the answer is "hypertension". Type :u to undo'
    )


def test_the_line_mode_tells_what_the_learner_said() -> None:
    lines = plain(SINUSITIS, "acute bacterial sinusitis\nwhat\nn\n\n:q\n")

    asked = 'You wrote "acute bacterial sinusitis"; the answer is "bacterial sinusitis".'
    assert f"{asked} The same? y/n" in lines
    assert "Type y or n" in lines
    assert "Wrong: You said it's not the same." in lines


# --- lists and orders -----------------------------------------------------------------------------


@BOTH
async def test_a_list_stands_in_the_keys_order_with_what_is_none_of_it_below(
    size: tuple[int, int],
) -> None:
    async with sitting(RiverServices([FIVE]), STUDY, size=size) as learner:
        await answer(learner, "pain, rash")
        await answer(learner, "swellin, redness")
        await learner.press("enter", "enter")
        told = rows(learner)
        at = told.index("✓ redness")

        assert told[at : at + 6] == [
            "✓ redness",
            "≈ swelling   you wrote swellin",
            "✗ heat   missing",
            "✓ pain",
            "✗ numbness   missing",
            "✗ rash   not one of them",
        ]
        sentence = "✗ Wrong · 3 of 5. Missing: heat, numbness. rash is not one of them."
        assert sentence in flowing(learner)


async def test_a_list_nobody_knew_is_told_member_by_member() -> None:
    async with sitting(RiverServices([FIVE]), STUDY) as learner:
        await learner.press("enter", "enter")

        assert "✗ You didn't know" in learner.text
        assert "Answer  redness, swelling, heat, pain, numbness" in learner.text


def test_the_line_mode_says_how_many_of_a_list() -> None:
    lines = plain(FIVE, "pain, swellin, redness, rash\n")

    assert "Wrong: 3 of 5. Missing: heat, numbness. rash is not one of them." in lines
    assert "Answer: redness, swelling, heat, pain, numbness" in lines
    assert "Misspelt: swelling" in lines


async def test_an_order_says_from_which_place_on_it_differs() -> None:
    async with sitting(RiverServices([ORDER]), STUDY) as learner:
        await learner.press("3", "1", "2", "enter")

        assert "the right order" in learner.text
        assert "the order differs from place 1 on." in flowing(learner)


# --- no answer ------------------------------------------------------------------------------------


async def test_an_empty_field_is_told_and_enter_again_gives_up() -> None:
    services = RiverServices([HEART])
    async with sitting(services, STUDY) as learner:
        await learner.press("enter")
        told = learner.text
        await learner.press("enter")

        assert "Nothing typed yet. Press enter again if you don't know" in told
        assert "✗ You didn't know" in learner.text


async def test_marks_alone_are_nothing_typed() -> None:
    services = RiverServices([HEART])
    async with sitting(services, STUDY) as learner:
        await answer(learner, "...")
        told = learner.text
        await learner.press("enter")

        assert "Nothing typed yet." in told
        assert "✗ Wrong" not in learner.text
        assert "› ..." in learner.text


@pytest.mark.parametrize(
    ("item", "typed", "told"),
    [(HEART, "12", "A word is asked for."), (NUMBER, "gravel", "A number is asked for.")],
    ids=["number for a word", "word for a number"],
)
async def test_another_kind_of_answer_is_told_once_and_not_judged(
    item: Item, typed: str, told: str
) -> None:
    services = RiverServices([item])
    async with sitting(services, STUDY) as learner:
        await answer(learner, typed)
        first = learner.text
        await learner.press("enter")

        assert told in first
        assert f"› {typed}" in first
        assert "Wrong" not in first
        assert f"✗ Wrong · {told}" in learner.text


def test_the_line_mode_tells_the_same_and_takes_another_line() -> None:
    lines = plain(HEART, "12\n...\npericardium\n\n:q\n")

    assert "A word is asked for." in lines
    assert "Nothing typed yet." in lines
    assert any("1 answer: 1 right, 0 wrong" in line for line in lines)


def test_who_leaves_after_it_has_given_no_answer() -> None:
    lines = plain(HEART, "12\n")

    assert "No answers." in lines
