"""Pairing rows with values, in the app."""

import pytest

from quizapp.grading.grade import Outcome
from quizapp.learner.model import ChosenOptions
from quizapp.memory.model import Rating
from quizapp.session.model import Feedback
from tests.terminal.rivers import MATCH, RiverServices
from tests.terminal.screen import SIZES, STUDY, Sitting, sitting

pytestmark = pytest.mark.slow  # each test walks through the app

SMALL = [(80, 24), (60, 20)]


def feedback_of(learner: Sitting) -> Feedback:
    assert learner.app.session is not None
    assert learner.app.session.feedback is not None
    return learner.app.session.feedback


def rows(learner: Sitting) -> list[str]:
    """The lines of the match, as painted."""
    first = next(at for at, line in enumerate(learner.lines) if "Vardesk" in line)
    return [line.strip() for line in learner.lines[first : first + 4]]


@pytest.mark.parametrize("size", SMALL)
async def test_rows_and_values_stand_side_by_side(size: tuple[int, int]) -> None:
    async with sitting(RiverServices([MATCH]), STUDY, size=size) as learner:
        assert rows(learner) == [
            "▸ 1 [ ] Vardesk   a [ ] Grey Sea",
            "2 [ ] Ombre     b [ ] Long Bay",
            "3 [ ] Tamsil    c [ ] Inner Gulf",
            "d [ ] North Lake",
        ]


@pytest.mark.parametrize("size", SMALL)
async def test_a_letter_pairs_the_row_and_goes_on_to_the_next(size: tuple[int, int]) -> None:
    async with sitting(RiverServices([MATCH]), STUDY, size=size) as learner:
        await learner.press("b")

        assert rows(learner) == [
            "1 [b] Vardesk   a [ ] Grey Sea",
            "▸ 2 [ ] Ombre     b [1] Long Bay",
            "3 [ ] Tamsil    c [ ] Inner Gulf",
            "d [ ] North Lake",
        ]


@pytest.mark.parametrize("size", SMALL)
async def test_each_pair_is_marked_after_the_answer(size: tuple[int, int]) -> None:
    async with sitting(RiverServices([MATCH]), STUDY, size=size) as learner:
        await learner.press("a", "c", "b", "enter")

        assert rows(learner)[:3] == [
            "✓ 1  Vardesk → Grey Sea",
            "✗ 2  Ombre   → Inner Gulf   right: Long Bay",
            "✗ 3  Tamsil  → Long Bay   right: Inner Gulf",
        ]
        assert "✗ Wrong · 1 of 3 pairs" in learner.text
        assert "The slope ends at the coast." in learner.text
        assert "4 Easy" in learner.text


async def test_the_response_holds_a_value_for_each_prompt() -> None:
    async with sitting(RiverServices([MATCH]), STUDY) as learner:
        await learner.press("a", "b", "c", "enter")

        assert feedback_of(learner).response == ChosenOptions(
            ("Grey Sea", "Long Bay", "Inner Gulf")
        )
        assert feedback_of(learner).grade.outcome is Outcome.RIGHT
        assert feedback_of(learner).suggested_rating is Rating.GOOD


async def test_the_first_row_right_and_another_wrong_is_hard() -> None:
    async with sitting(RiverServices([MATCH]), STUDY) as learner:
        await learner.press("a", "c", "b", "enter")

        assert feedback_of(learner).suggested_rating is Rating.HARD


async def test_the_first_row_wrong_is_again() -> None:
    async with sitting(RiverServices([MATCH]), STUDY) as learner:
        await learner.press("d", "b", "c", "enter")

        assert feedback_of(learner).suggested_rating is Rating.AGAIN


async def test_the_cursor_and_the_numbers_go_to_rows() -> None:
    async with sitting(RiverServices([MATCH]), STUDY) as learner:
        await learner.press("3", "c", "2", "b", "k", "k", "a", "enter")

        assert feedback_of(learner).grade.outcome is Outcome.RIGHT


async def test_a_number_beyond_the_rows_does_nothing() -> None:
    async with sitting(RiverServices([MATCH]), STUDY) as learner:
        await learner.press("4")

        assert rows(learner)[0].startswith("▸ 1 [ ] Vardesk")


async def test_the_same_letter_takes_a_pair_back() -> None:
    async with sitting(RiverServices([MATCH]), STUDY) as learner:
        await learner.press("b", "k", "b")

        assert rows(learner)[0] == "▸ 1 [ ] Vardesk   a [ ] Grey Sea"
        assert rows(learner)[1] == "2 [ ] Ombre     b [ ] Long Bay"


async def test_backspace_takes_the_last_pair_back() -> None:
    async with sitting(RiverServices([MATCH]), STUDY) as learner:
        await learner.press("a", "b", "backspace")

        assert rows(learner)[0] == "1 [a] Vardesk   a [1] Grey Sea"
        assert rows(learner)[1] == "▸ 2 [ ] Ombre     b [ ] Long Bay"


async def test_backspace_frees_the_row_under_the_cursor() -> None:
    async with sitting(RiverServices([MATCH]), STUDY) as learner:
        await learner.press("a", "b", "1", "backspace")

        assert rows(learner)[0] == "▸ 1 [ ] Vardesk   a [ ] Grey Sea"
        assert rows(learner)[1] == "2 [b] Ombre     b [2] Long Bay"


async def test_a_value_in_use_moves_to_the_row_under_the_cursor() -> None:
    async with sitting(RiverServices([MATCH]), STUDY) as learner:
        await learner.press("a", "a")

        assert rows(learner)[0] == "1 [ ] Vardesk   a [2] Grey Sea"
        assert rows(learner)[1] == "2 [a] Ombre     b [ ] Long Bay"
        assert rows(learner)[2] == "▸ 3 [ ] Tamsil    c [ ] Inner Gulf"


async def test_after_the_last_row_the_cursor_goes_to_the_one_left_over() -> None:
    async with sitting(RiverServices([MATCH]), STUDY) as learner:
        await learner.press("2", "b", "c")

        assert rows(learner)[0] == "▸ 1 [ ] Vardesk   a [ ] Grey Sea"


async def test_enter_on_no_pair_asks_once_and_then_gives_up() -> None:
    async with sitting(RiverServices([MATCH]), STUDY) as learner:
        await learner.press("enter")
        armed = learner.text
        await learner.press("enter")

        assert "Press enter again if you don't know" in armed
        assert "✗ You didn't know" in learner.text
        assert rows(learner)[0] == "✗ 1  Vardesk → —   right: Grey Sea"
        assert feedback_of(learner).suggested_rating is Rating.AGAIN


async def test_enter_before_all_are_paired_says_what_is_missing() -> None:
    async with sitting(RiverServices([MATCH]), STUDY) as learner:
        await learner.press("a", "enter")
        armed = learner.text
        await learner.press("enter")

        assert "No value yet for 2 and 3 · press enter again to answer as it is" in armed
        assert feedback_of(learner).response == ChosenOptions(("Grey Sea", "", ""))
        assert rows(learner)[1] == "✗ 2  Ombre   → —   right: Long Bay"


async def test_a_pair_between_two_enters_asks_anew() -> None:
    async with sitting(RiverServices([MATCH]), STUDY) as learner:
        await learner.press("a", "enter", "b", "enter")

        assert "No value yet for 3" in learner.text


async def test_letters_of_no_value_do_nothing_and_actions_are_reached_by_the_menu() -> None:
    async with sitting(RiverServices([MATCH]), STUDY) as learner:
        await learner.press("u", "e", "i", "h", "z", "B")
        typed = rows(learner)
        await learner.press("ctrl+o", "asterisk")

        assert typed[0] == "1 [b] Vardesk   a [ ] Grey Sea"
        assert "★ marked" in learner.text
        assert rows(learner) == typed


async def test_a_hint_shows_a_pair_and_the_rating_is_hard() -> None:
    async with sitting(RiverServices([MATCH]), STUDY) as learner:
        await learner.press("tab")
        hinted = learner.text
        await learner.press("a", "b", "c", "enter")

        assert "Hint: 3c: Tamsil → Inner Gulf" in hinted
        assert feedback_of(learner).suggested_rating is Rating.HARD


async def test_a_clicked_row_and_a_clicked_value_are_paired() -> None:
    async with sitting(RiverServices([MATCH]), STUDY) as learner:
        await learner.click("Tamsil")
        await learner.click("Inner Gulf")

        assert rows(learner)[2] == "3 [c] Tamsil    c [3] Inner Gulf"


async def test_a_click_after_the_answer_changes_nothing() -> None:
    async with sitting(RiverServices([MATCH]), STUDY) as learner:
        await learner.press("a", "b", "c", "enter")
        await learner.click("Ombre")

        assert "✓ Right" in learner.text


@pytest.mark.parametrize("size", SIZES)
async def test_the_footer_says_which_letters_and_rows_there_are(size: tuple[int, int]) -> None:
    async with sitting(RiverServices([MATCH]), STUDY, size=size) as learner:
        assert learner.footer.startswith("a–d Pair   1–3 Row   enter Answer   tab Hint")
        assert learner.footer.endswith("f1 Help")
