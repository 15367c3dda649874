from collections.abc import Sequence

import pytest

from quizapp.bank.model import DeckId
from quizapp.errors import StoreError
from quizapp.learner.counts import DeckPlan
from quizapp.services.ports import ProgressReporter
from quizapp.store.sync_bank import sync_deck
from quizapp.terminal.screens.home import HomeScreen
from quizapp.terminal.screens.question import QuestionScreen
from tests.builders import MORNING, a_deck, an_item
from tests.terminal.rivers import CHOICE, RIVERS, TYPED, RiverServices, a_river_deck
from tests.terminal.screen import SIZES, sitting


async def test_a_first_run_says_what_to_press() -> None:
    async with sitting(RiverServices([CHOICE, TYPED])) as learner:
        assert "2 new cards to start" in learner.text
        assert "Welcome. Press s to study your first cards, ? to see all keys" in learner.text


async def test_cards_are_counted_by_kind_and_never_added() -> None:
    async with sitting(RiverServices([CHOICE, TYPED])) as learner:
        await learner.press("s", "2", "1", "escape")

        assert "1 learning  1 new" in learner.text


async def test_the_decks_are_counted() -> None:
    async with sitting(RiverServices([CHOICE, TYPED])) as learner:
        row = next(line for line in learner.lines if "▸ Rivers" in line)

        assert row.split()[:6] == ["▸", "Rivers", "2", "·", "·", "2"]


async def test_without_decks_it_says_how_to_begin_one() -> None:
    async with sitting(RiverServices([])) as learner:
        assert "No decks yet. Start one: quizapp new NAME." in learner.text
        assert "Study" not in learner.footer


async def test_s_studies_the_deck() -> None:
    async with sitting(RiverServices([CHOICE])) as learner:
        await learner.press("s")

        assert isinstance(learner.app.screen, QuestionScreen)
        assert CHOICE.stem in learner.text


async def test_after_all_is_done_it_says_so() -> None:
    async with sitting(RiverServices([CHOICE])) as learner:
        await learner.press("s", "2", "4", "enter")

        assert isinstance(learner.app.screen, HomeScreen)
        assert "Nothing due" in learner.text
        assert "All done for today" in learner.text
        assert "1-day streak" in learner.text


async def test_what_is_wrong_with_the_decks_is_said_and_is_no_markup() -> None:
    notice = "deck x has 2 problems: quizapp check x.yaml [/b]"
    async with sitting(RiverServices([CHOICE], notices=[notice])) as learner:
        assert notice in learner.text


@pytest.mark.parametrize("size", SIZES)
async def test_the_home_screen_fits_every_size(size: tuple[int, int]) -> None:
    async with sitting(RiverServices([CHOICE]), size=size) as learner:
        assert "1 new card to start" in learner.text
        assert learner.footer.endswith("? Help")
        assert max(map(len, learner.lines)) <= size[0]


async def test_a_narrow_screen_leaves_the_forecast_out() -> None:
    async with sitting(RiverServices([CHOICE]), size=(60, 20)) as learner:
        assert "Next 7 days" not in learner.text
        assert "Total" in learner.text


async def test_several_decks_have_a_line_for_all_and_a_cursor() -> None:
    services = RiverServices([CHOICE])
    sync_deck(services.store, a_deck(), (an_item(),), MORNING)
    services.decks = (RIVERS, DeckId("capitals"))
    async with sitting(services) as learner:
        first = learner.text
        await learner.press("G")
        last = learner.text
        await learner.press("g", "j")
        second = learner.text
        await learner.press("s")

        assert "▸ All decks" in first
        assert "▸ Capitals" in last
        assert "▸ Rivers" in second
        assert CHOICE.stem in learner.text


async def test_r_reads_the_decks_again() -> None:
    services = RiverServices([CHOICE])
    async with sitting(services) as learner:
        sync_deck(services.store, a_river_deck([CHOICE, TYPED]), [CHOICE, TYPED], MORNING)
        await learner.press("r")

        assert "2 new cards to start" in learner.text


async def test_a_house_that_cannot_be_prepared_ends_the_app_with_its_error() -> None:
    services = LockedServices([CHOICE])
    async with sitting(services) as learner:
        assert str(learner.app.failure) == "the store is locked"


class LockedServices(RiverServices):
    def prepare(self, report: ProgressReporter) -> Sequence[str]:
        report("opening", None)
        raise StoreError("the store is locked", "close the other quizapp")


async def test_an_exam_that_is_planned_for_is_shown() -> None:
    services = RiverServices([CHOICE])
    day = services.moment.toordinal()
    services.learner_store.save_plans([DeckPlan(RIVERS, day + 23, 4, 0.91)])
    async with sitting(services) as learner:
        assert "Exam in 23 days: Rivers · 4 new a day · 91% recall expected" in learner.text


# --- decks of drafts, decks off -------------------------------------------------------------------


async def test_a_deck_of_drafts_says_how_many_there_are_to_review_and_how() -> None:
    services = RiverServices([])
    sync_deck(services.store, a_river_deck([]), [], MORNING)
    services.decks, services.draft_counts = (RIVERS,), {RIVERS: 12}
    async with sitting(services) as learner:
        said = " ".join(learner.text.split())

        assert "All done for today" not in said
        assert "No cards yet: 12 drafts to review. Press b to see them" in said
        assert "▸ Rivers 12 drafts to review" in said


async def test_to_study_a_deck_of_drafts_shows_them() -> None:
    services = RiverServices([])
    sync_deck(services.store, a_river_deck([]), [], MORNING)
    services.decks, services.draft_counts, services.drafts = (RIVERS,), {RIVERS: 1}, (CHOICE,)
    async with sitting(services) as learner:
        await learner.press("s")

        assert "/ is:draft" in learner.text
        assert CHOICE.stem in learner.text


@pytest.mark.parametrize("size", SIZES)
async def test_beside_cards_that_are_done_the_drafts_are_told_too(size: tuple[int, int]) -> None:
    services = RiverServices([CHOICE])
    sync_deck(services.store, a_deck(facts=[]), [], MORNING)
    capitals = DeckId("capitals")
    services.decks, services.draft_counts = (RIVERS, capitals), {capitals: 3}
    async with sitting(services, size=size) as learner:
        await learner.press("j", "s", "2", "4", "enter")
        said = " ".join(learner.text.split())

        assert "3 drafts to review" in said
        assert max(map(len, learner.lines)) <= size[0]


async def test_with_all_decks_off_it_says_how_to_switch_one_on() -> None:
    services = RiverServices([])
    services.decks_off = 3
    async with sitting(services) as learner:
        assert "All decks are off (3 decks). Switch one on: quizapp decks on NAME" in " ".join(
            learner.text.split()
        )
