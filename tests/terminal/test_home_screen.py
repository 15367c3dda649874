import pytest

from quizapp.terminal.screens.home import HomeScreen
from quizapp.terminal.screens.question import QuestionScreen
from tests.terminal.rivers import CHOICE, TYPED, RiverHouse
from tests.terminal.screen import SIZES, sitting


async def test_a_first_run_says_what_to_press() -> None:
    async with sitting(RiverHouse([CHOICE, TYPED])) as learner:
        assert "2 due today" in learner.text
        assert "Welcome. Press s to study your first cards; ? lists all keys." in learner.text


async def test_the_decks_are_counted() -> None:
    async with sitting(RiverHouse([CHOICE, TYPED])) as learner:
        row = next(line for line in learner.lines if "▸ Rivers" in line)

        assert row.split()[:6] == ["▸", "Rivers", "2", "·", "·", "2"]


async def test_without_decks_it_says_how_to_begin_one() -> None:
    async with sitting(RiverHouse([])) as learner:
        assert "No decks yet. Begin one: quizapp new NAME." in learner.text
        assert "Study" not in learner.footer


async def test_s_studies_the_deck() -> None:
    async with sitting(RiverHouse([CHOICE])) as learner:
        await learner.press("s")

        assert isinstance(learner.app.screen, QuestionScreen)
        assert CHOICE.stem in learner.text


async def test_after_all_is_done_it_says_so() -> None:
    async with sitting(RiverHouse([CHOICE])) as learner:
        await learner.press("s", "2", "4", "enter")

        assert isinstance(learner.app.screen, HomeScreen)
        assert "Nothing is due" in learner.text
        assert "All done for today." in learner.text
        assert "1-day streak" in learner.text


async def test_what_is_wrong_with_the_decks_is_said_and_is_no_markup() -> None:
    notice = "deck x has 2 problems: quizapp check x.yaml [/b]"
    async with sitting(RiverHouse([CHOICE], notices=[notice])) as learner:
        assert notice in learner.text


@pytest.mark.parametrize("size", SIZES)
async def test_the_home_screen_fits_every_size(size: tuple[int, int]) -> None:
    async with sitting(RiverHouse([CHOICE]), size=size) as learner:
        assert "1 due today" in learner.text
        assert learner.footer.endswith("? Help")
        assert max(map(len, learner.lines)) <= size[0]


async def test_a_narrow_screen_leaves_the_forecast_out() -> None:
    async with sitting(RiverHouse([CHOICE]), size=(60, 20)) as learner:
        assert "Next 7 days" not in learner.text
        assert "Total" in learner.text
