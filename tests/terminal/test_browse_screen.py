"""The browse screen, as a learner and an author see it."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.bank.model import DeckId
from quizapp.items.diff import diff_items
from quizapp.items.item import Format
from quizapp.learner.import_values import ImportedReview
from quizapp.memory.model import Rating
from quizapp.store.sync_bank import sync_deck
from quizapp.terminal.screens.browse import BrowseScreen
from quizapp.terminal.screens.card_info import ReadingWindow
from quizapp.terminal.screens.home import HomeScreen
from tests.builders import MORNING, a_deck, a_fact, an_answer, an_item
from tests.terminal.rivers import CHOICE, LIST, MATCH, RIVERS, TYPED, RiverServices, a_river_deck
from tests.terminal.screen import SIZES, Sitting, sitting

pytestmark = pytest.mark.slow  # each test walks through the app


def rows(learner: Sitting) -> list[str]:
    """The lines of the table below its heading."""
    heading = next(at for at, line in enumerate(learner.lines) if "Question" in line)
    found = []
    for line in learner.lines[heading + 1 :]:
        if not line.strip() or "───" in line:
            break
        found.append(line.strip())
    return found


def a_large_house(cards: int) -> RiverServices:
    items = [
        replace(
            an_item(f"rivers/r{number}/answer", stem=f"River number {number}?"),
            content_hash=str(number),
        )
        for number in range(cards)
    ]
    return RiverServices(items)


async def test_b_shows_the_cards_and_what_is_known_of_the_first() -> None:
    async with sitting(RiverServices([CHOICE, TYPED])) as learner:
        await learner.press("b")

        assert isinstance(learner.app.screen, BrowseScreen)
        assert rows(learner)[0].split() == [
            "▸", *CHOICE.stem.split(), "new", "1",
        ]  # fmt: skip
        assert "2 cards" in learner.text
        assert "new: never studied" in learner.text
        assert "rivers/choice capitals.yaml:1" in learner.text
        assert "choice      Where does a river build a delta?" in learner.text


@pytest.mark.parametrize("size", SIZES)
async def test_the_browse_screen_fits_every_size(size: tuple[int, int]) -> None:
    async with sitting(RiverServices([CHOICE, TYPED, MATCH]), size=size) as learner:
        await learner.press("b")

        assert "▸ Where does a river build" in learner.text
        assert learner.footer.endswith("? Help")
        assert max(map(len, learner.lines)) <= size[0]


async def test_a_narrow_screen_has_no_pane_and_enter_opens_it_full() -> None:
    async with sitting(RiverServices([CHOICE]), size=(60, 20)) as learner:
        await learner.press("b")
        table = learner.text
        await learner.press("enter")

        assert "never rated" not in table
        assert isinstance(learner.app.screen, ReadingWindow)
        assert "✗ at a waterfall" in learner.text
        assert "Okafor 2011, sentence 7" in learner.text
        assert "Okafor A. Rivers of the interior." in learner.text


async def test_a_tiny_screen_still_shows_the_card_under_the_cursor() -> None:
    async with sitting(RiverServices([CHOICE, TYPED]), size=(20, 6)) as learner:
        await learner.press("b", "j")
        small = learner.text
        await learner.pilot.resize_terminal(80, 24)
        await learner.settle()

        assert "▸" in small
        assert f"▸ {TYPED.stem}" in learner.text


async def test_the_cursor_moves_and_the_pane_follows() -> None:
    async with sitting(RiverServices([CHOICE, TYPED, LIST])) as learner:
        await learner.press("b", "j")
        second = learner.text
        await learner.press("G")
        last = learner.text
        await learner.press("g", "k")

        assert "answer  estuary" in second
        assert "answer  valley · coast" in last
        assert f"▸ {CHOICE.stem}" in learner.text


async def test_only_what_is_seen_of_many_cards_is_read() -> None:
    async with sitting(a_large_house(700)) as learner:
        await learner.press("b")
        screen = learner.app.screen
        assert isinstance(screen, BrowseScreen)
        read = len(screen.table.cards)
        await learner.press("G")

        assert "700 cards" in learner.text
        assert rows(learner)[-1].startswith("▸ River number 699?")
        assert read < 150
        assert len(screen.table.cards) < 300


async def test_letters_narrow_the_table_down_while_they_are_typed() -> None:
    async with sitting(RiverServices([CHOICE, TYPED, LIST])) as learner:
        await learner.press("b", "slash")
        await learner.type("Delt")
        one = rows(learner)
        await learner.press("escape")
        all_again = rows(learner)
        await learner.press("escape", "j")

        assert [row.split("  ")[0] for row in one] == [f"▸ {CHOICE.stem}"]
        assert len(all_again) == 3
        assert f"▸ {TYPED.stem}" in learner.text


async def test_a_burst_of_keys_ends_with_what_was_typed_last() -> None:
    async with sitting(a_large_house(300)) as learner:
        await learner.press("b")
        await learner.burst("slash", *"number 29", "backspace", "backspace", *"17?")
        await learner.settle()

        assert "/ number 17?" in learner.text
        assert [row.split("?")[0] for row in rows(learner)] == [
            "▸ River number 17",
            "River number 117",
            "River number 217",
        ]


async def test_enter_leaves_the_search_line_and_letters_are_keys_again() -> None:
    async with sitting(RiverServices([CHOICE, TYPED, LIST])) as learner:
        await learner.press("b", "slash")
        await learner.type("is:new")
        footer = learner.footer
        await learner.press("enter", "j")

        assert footer.startswith("enter Show cards   esc Clear")
        assert "/ is:new" in learner.text
        assert f"▸ {TYPED.stem}" in learner.text


async def test_a_state_that_there_is_none_of_is_said() -> None:
    async with sitting(RiverServices([CHOICE])) as learner:
        await learner.press("b", "slash")
        await learner.type("is:dew")

        assert "No filter is:dew. Try is:due, is:new, is:learning" in learner.text
        assert "0 cards" in learner.text


async def test_a_card_is_suspended_and_asked_back() -> None:
    services = RiverServices([CHOICE, TYPED])
    async with sitting(services) as learner:
        await learner.press("b", "at")
        hidden = (rows(learner)[0], learner.text)
        await learner.press("at")

        assert "suspended" in hidden[0]
        assert "card suspended" in hidden[1]
        assert "card unsuspended" in learner.text
        entry = services.learner_store.learner_card(CHOICE.card)
        assert entry is not None
        assert not entry.is_suspended


async def test_a_card_is_marked_and_buried() -> None:
    services = RiverServices([CHOICE, TYPED])
    async with sitting(services) as learner:
        await learner.press("b", "asterisk", "minus")

        assert rows(learner)[0].startswith(f"▸ * {CHOICE.stem}")
        assert "buried" in rows(learner)[0]
        assert "· marked" in learner.text
        assert "card buried until tomorrow" in learner.text


async def test_the_search_finds_what_was_set_aside() -> None:
    services = RiverServices([CHOICE, TYPED])
    services.learner_store.suspend(TYPED.card, None, MORNING)
    async with sitting(services) as learner:
        await learner.press("b", "slash")
        await learner.type("is:suspended")

        assert [row[:15] for row in rows(learner)] == [f"▸ {TYPED.stem}"[:15]]


async def test_an_opened_card_shows_its_memory_and_last_answers() -> None:
    services = RiverServices([TYPED])
    services.learner_store.record(
        an_answer(TYPED.card, at=MORNING - timedelta(days=3), rating=Rating.EASY)
    )
    async with sitting(services) as learner:
        await learner.press("b", "i")

        assert "review · stability 8.3 days" in learner.text
        assert "✓ 3 d ago · typed · “Paris” · Easy · 4.0 s" in learner.text


async def test_what_was_done_in_anki_is_told_as_such() -> None:
    services = RiverServices([TYPED])
    reset, review = MORNING - timedelta(days=5), MORNING - timedelta(days=3)
    services.learner_store.import_reviews(
        [
            ImportedReview(TYPED.card, reset, None),
            ImportedReview(TYPED.card, review, Rating.GOOD, 4000),
        ]
    )
    async with sitting(services) as learner:
        await learner.press("b", "i")

        assert "✓ 3 d ago · in Anki · Good · 4.0 s" in learner.text
        assert "– 5 d ago · reset to new in Anki" in learner.text


async def test_another_key_is_shown_with_the_old_one() -> None:
    services = RiverServices([TYPED])
    services.learner_store.record(an_answer(TYPED.card, rating=Rating.EASY))
    rekeyed = replace(TYPED, key=("firth",), key_hash="firth", content_hash="firth")
    sync_deck(services.store, a_river_deck([TYPED]), [rekeyed], MORNING + timedelta(hours=1))
    async with sitting(services) as learner:
        await learner.press("b")

        assert "changed" in rows(learner)[0]
        assert "! new answer since you last answered: was estuary" in learner.text


async def test_d_shows_what_the_decks_as_saved_would_change() -> None:
    services = RiverServices([TYPED])
    services.unread = diff_items([TYPED], [replace(TYPED, stem="And now?", content_hash="new")])
    async with sitting(services) as learner:
        await learner.press("b", "d")

        assert "Not loaded yet: items: 1 reworded" in learner.text
        assert "{+And now?+}" in learner.text


async def test_d_says_that_nothing_changed() -> None:
    async with sitting(RiverServices([TYPED])) as learner:
        await learner.press("b", "d")

        assert "No changes in the deck files" in learner.text


async def test_a_draft_is_shown_and_cannot_be_set_aside() -> None:
    services = RiverServices([TYPED])
    services.drafts = (replace(CHOICE, stem="What is a weir?"),)
    async with sitting(services) as learner:
        await learner.press("b", "slash")
        await learner.type("is:draft")
        await learner.press("enter", "at")

        assert rows(learner)[0].startswith("▸ What is a weir?")
        assert "draft: not studied until you accept it" in learner.text
        assert "A draft isn't studied yet" in learner.text


async def test_after_an_edit_the_table_and_the_changes_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = RiverServices([TYPED], editor=("ed", str(tmp_path)))
    changed = replace(TYPED, stem="Where do tides meet a river?", content_hash="new")

    def edit(_: object) -> None:
        services.unread = diff_items([TYPED], [changed])
        sync_deck(services.store, a_river_deck([changed]), [changed], MORNING)

    monkeypatch.setattr("quizapp.terminal.edit_deck.run_editor", edit)
    monkeypatch.setattr("quizapp.terminal.app.QuizApp.suspend", lambda _: nullcontext())
    async with sitting(services) as learner:
        await learner.press("b", "e")
        told = learner.text
        await learner.press("escape")

        assert "Changed: items: 1 reworded" in told
        assert rows(learner)[0].startswith("▸ Where do tides meet a river?")


def two_decks_with_alike_names() -> RiverServices:
    """The rivers, with a deck beside them whose id and title begin as theirs."""
    services = RiverServices([CHOICE, TYPED])
    other = an_item("rivers-two/france/answer")
    deck = a_deck("rivers-two", title="Rivers two", facts=[a_fact("france", deck="rivers-two")])
    sync_deck(services.store, deck, (other,), MORNING)
    services.decks = (RIVERS, DeckId("rivers-two"))
    return services


async def test_the_deck_that_was_chosen_at_home_is_browsed_and_no_other() -> None:
    async with sitting(two_decks_with_alike_names(), size=(100, 30)) as learner:
        await learner.press("down", "b")

        assert "      Browse: Rivers\n" in learner.text
        assert "2 cards" in learner.text
        assert "Rivers two" not in learner.text


async def test_a_search_can_leave_the_deck_that_was_chosen_at_home() -> None:
    async with sitting(two_decks_with_alike_names(), size=(100, 30)) as learner:
        await learner.press("down", "b", "slash")
        await learner.type("deck:~RÍVERS")

        assert "3 cards" in learner.text


async def test_a_part_of_an_id_is_no_deck_and_that_is_told() -> None:
    async with sitting(two_decks_with_alike_names(), size=(100, 30)) as learner:
        await learner.press("down", "b", "slash")
        await learner.type("deck:rive")

        assert "0 cards" in learner.text
        assert "No deck has the id rive. Try its title: deck:~rive" in learner.text


async def test_text_from_a_deck_is_never_markup_nor_control() -> None:
    hostile = replace(
        an_item("rivers/x/answer", stem="What is [/b] [@click=app.quit]x[/] \x1b[31mred\u202e?"),
        format=Format.TYPED,
    )
    async with sitting(RiverServices([hostile])) as learner:
        await learner.press("b")

        assert "What is [/b] [@click=app.quit]x[/] [31mred?" in learner.text


async def test_a_click_goes_to_a_card_and_a_second_one_opens_it() -> None:
    async with sitting(RiverServices([CHOICE, TYPED])) as learner:
        await learner.press("b")
        await learner.click(TYPED.stem)
        chosen = rows(learner)[1]
        await learner.click(TYPED.stem)

        assert chosen.startswith("▸")
        assert isinstance(learner.app.screen, ReadingWindow)


async def test_no_cards_are_no_trouble() -> None:
    services = RiverServices([CHOICE])
    async with sitting(services) as learner:
        await learner.press("b", "slash")
        await learner.type("nothing like it")
        await learner.press("enter", "j", "G", "at", "enter", "e", "d")

        assert "0 cards" in learner.text
        assert isinstance(learner.app.screen, BrowseScreen)


async def test_esc_goes_back_to_the_start() -> None:
    async with sitting(RiverServices([CHOICE])) as learner:
        await learner.press("b", "escape")

        assert isinstance(learner.app.screen, HomeScreen)
