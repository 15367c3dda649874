"""The question screen on a real session and a real store."""

import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual import events

from quizapp.grading.expected import ExpectedOptions, ExpectedTerm
from quizapp.items.item import Format, Item, ItemSource
from quizapp.learner.model import Verdict
from quizapp.memory.model import Memory, Rating
from quizapp.services.ports import StudyRequest
from quizapp.store.sync_bank import sync_deck
from quizapp.terminal.screens.home import HomeScreen
from quizapp.terminal.screens.question import QuestionScreen
from quizapp.terminal.widgets.header_and_footer import KeyLine
from tests.session.watched_store import WatchedStore
from tests.terminal.rivers import (
    CHOICE,
    FLIP,
    GAP,
    LIST,
    NUMBER,
    ORDER,
    SELECT,
    TRUE_FALSE,
    TYPED,
    RiverServices,
    a_river_deck,
    an_option,
    memory_of,
)
from tests.terminal.screen import SIZES, STUDY, Sitting, sitting


def question_screen_of(learner: Sitting) -> QuestionScreen:
    assert isinstance(learner.app.screen, QuestionScreen)
    return learner.app.screen


def answers(services: RiverServices) -> int:
    return sum(day.reviews for day in services.learner_store.day_counts(0))


# --- every format ---------------------------------------------------------------------------------


async def test_a_choice_is_answered_by_its_number() -> None:
    async with sitting(RiverServices([CHOICE]), STUDY) as learner:
        await learner.press("2")

        assert "✓ 2  at its mouth   your answer" in learner.text
        assert "✓ Right" in learner.text


async def test_a_wrong_choice_says_why_it_is_wrong_and_where_that_stands() -> None:
    async with sitting(RiverServices([CHOICE]), STUDY) as learner:
        await learner.press("1")

        assert "✗ 1  at its source   your answer" in learner.text
        assert "✗ Wrong" in learner.text
        assert "at its source: There it cuts, it does not build." in learner.text
        assert "The slope ends at the coast." in learner.text
        assert "Okafor 2011, sentence 7" in learner.text


async def test_the_remark_on_the_answer_is_shown_after_it_and_not_before() -> None:
    remarked = replace(CHOICE, note="A delta is land that the river made.")
    async with sitting(RiverServices([remarked]), STUDY) as learner:
        before = learner.text
        await learner.press("2")

        assert "A delta is land that the river made." not in before
        assert "A delta is land that the river made." in learner.text


async def test_a_choice_is_answered_with_cursor_and_enter() -> None:
    async with sitting(RiverServices([CHOICE]), STUDY) as learner:
        await learner.press("j", "j", "enter")

        assert "✓ 2  at its mouth   your answer" in learner.text


async def test_a_number_beyond_the_options_does_nothing() -> None:
    async with sitting(RiverServices([CHOICE]), STUDY) as learner:
        await learner.press("4")

        assert "your answer" not in learner.text


async def test_all_ratings_fit_a_narrow_terminal() -> None:
    async with sitting(RiverServices([CHOICE]), STUDY, size=(60, 20)) as learner:
        await learner.press("2")

        assert "4 Easy 8d" in learner.text


async def test_a_select_is_marked_then_answered() -> None:
    async with sitting(RiverServices([SELECT]), STUDY) as learner:
        await learner.press("1", "j", "space")
        marked = learner.text
        await learner.press("enter")

        assert "[x] channel" in marked
        assert "[x] cirque" in marked
        assert "✗ 2  cirque   your answer" in learner.text
        assert "✓ 3  lagoon   missed" in learner.text


async def test_a_true_false_is_answered_by_its_letter() -> None:
    async with sitting(RiverServices([TRUE_FALSE]), STUDY) as learner:
        await learner.press("t")

        assert "✗ t  True   your answer" in learner.text
        assert "True: That is a meandering river." in learner.text


async def test_a_gap_is_filled_once_answered() -> None:
    async with sitting(RiverServices([GAP]), STUDY) as learner:
        before = learner.text
        await learner.type("meltwater")
        await learner.press("enter")

        assert "Gravel is carried by [ … ]." in before
        assert "Gravel is carried by meltwater." in learner.text


@pytest.mark.usefixtures("known_words")
async def test_a_slip_is_right_and_key_and_answer_stand_below_each_other() -> None:
    async with sitting(RiverServices([TYPED]), STUDY) as learner:
        await learner.type("estuari")
        await learner.press("enter")

        assert "≈ estuari" in learner.text
        assert "≈ Right, one slip · One letter: estuary." in learner.text
        assert "Answer     estuary\n" in learner.text
        assert "You wrote  estuari\n" in learner.text


async def test_a_number_is_typed() -> None:
    async with sitting(RiverServices([NUMBER]), STUDY) as learner:
        await learner.type("13")
        await learner.press("enter")

        assert "✓ Right" in learner.text


async def test_a_stem_with_a_blank_is_filled_once_the_choice_is_answered() -> None:
    item = replace(CHOICE, stem="Where does a river slow down? spring → [ … ]", key=("mouth",))
    async with sitting(RiverServices([item]), STUDY) as learner:
        before = learner.text
        await learner.press("2")

        assert "spring → [ … ]" in before
        assert "spring → mouth" in learner.text


async def test_a_flip_shows_its_answer_and_lets_the_learner_rate() -> None:
    services = RiverServices([FLIP])
    async with sitting(services, STUDY) as learner:
        before = learner.text
        await learner.press("space")
        shown = learner.text
        await learner.press("4")

        assert "the line of the deepest points" not in before
        assert "the line of the deepest points" in shown
        assert "How well did you know it?" in shown
        assert isinstance(memory_of(services, FLIP), Memory)


# --- from question to question --------------------------------------------------------------------


async def test_the_ratings_appear_only_after_the_answer() -> None:
    async with sitting(RiverServices([CHOICE]), STUDY) as learner:
        before = learner.text
        await learner.press("2")

        assert "3 Good" not in before
        assert "1 Again" in learner.text
        assert "3 Good" in learner.text


async def test_going_on_keeps_the_answer_and_asks_the_next_question() -> None:
    services = RiverServices([CHOICE, TYPED])
    async with sitting(services, STUDY) as learner:
        await learner.press("2", "enter")

        assert TYPED.stem in learner.text
        assert "saved" in learner.lines[1]
        assert isinstance(memory_of(services, CHOICE), Memory)


async def test_another_rating_can_be_chosen() -> None:
    services = RiverServices([CHOICE])
    async with sitting(services, STUDY) as learner:
        await learner.press("2", "4")

        assert learner.app.session is not None
        assert learner.app.session.summary().answers[0].rating is Rating.EASY


async def test_enter_on_nothing_asks_once_and_then_gives_up() -> None:
    async with sitting(RiverServices([TYPED]), STUDY) as learner:
        await learner.press("enter")
        armed = learner.text
        await learner.press("enter")

        assert "Press enter again if you don't know" in armed
        assert "✗ You didn't know" in learner.text
        assert "Answer  estuary" in learner.text


async def test_an_enter_on_one_question_gives_up_no_other() -> None:
    async with sitting(RiverServices([ORDER, TYPED]), STUDY) as learner:
        await learner.press("enter", "at", "enter")

        assert "Press enter again if you don't know" in learner.text
        assert "✗ Not known" not in learner.text


async def test_a_letter_between_two_enters_does_not_give_up() -> None:
    async with sitting(RiverServices([TYPED]), STUDY) as learner:
        await learner.press("enter", "x", "backspace", "enter")

        assert "Press enter again if you don't know" in learner.text


async def test_a_burst_of_keys_keeps_its_order() -> None:
    services = RiverServices([TYPED, CHOICE])
    async with sitting(services, StudyRequest(formats=(Format.TYPED, Format.CHOICE))) as learner:
        await learner.burst(*"estuarx", "backspace", "y", "enter", "4", "2", "4")

        assert "2 answered   ✓ 2   ✗ 0" in learner.text


async def test_enters_left_over_from_the_last_question_do_not_give_up_the_next() -> None:
    async with sitting(RiverServices([CHOICE, TYPED]), STUDY) as learner:
        await learner.burst("2", "enter", "enter", "enter", "enter")

        assert TYPED.stem in learner.text
        assert "You didn't know" not in learner.text


async def test_letters_are_text_in_a_field_and_actions_after_the_answer() -> None:
    async with sitting(RiverServices([TYPED]), STUDY) as learner:
        await learner.type("uieo*@!-=")
        typed = learner.text
        await learner.press("enter", "u")

        assert "uieo*@!-=" in typed
        assert "uieo*@!-=" not in learner.text
        assert "type your answer, then enter" in learner.text


async def test_in_a_field_the_menu_does_what_a_letter_does_elsewhere() -> None:
    services = RiverServices([CHOICE, TYPED])
    async with sitting(services, STUDY) as learner:
        await learner.press("2", "enter", "x", "ctrl+o", "u")

        assert CHOICE.stem in learner.text
        assert answers(services) == 0


async def test_in_a_field_f1_asks_for_help_and_a_question_mark_is_text() -> None:
    async with sitting(RiverServices([TYPED]), STUDY) as learner:
        await learner.press("question_mark")
        typed = learner.text
        await learner.press("f1")

        assert "› ?" in typed
        assert "After the answer" in learner.text


async def test_a_hint_is_shown_and_the_rating_is_hard() -> None:
    async with sitting(RiverServices([TYPED]), STUDY) as learner:
        await learner.press("tab")
        hinted = learner.text
        await learner.type("estuary")
        await learner.press("enter")

        assert "Hint: e······" in hinted
        feedback = learner.app.session.feedback if learner.app.session else None
        assert feedback is not None
        assert feedback.suggested_rating is Rating.HARD


async def test_i_was_right_turns_the_verdict() -> None:
    async with sitting(RiverServices([TYPED]), STUDY) as learner:
        await learner.type("tideway")
        await learner.press("enter", "o")

        assert "✓ Counted as right" in learner.text
        assert "I was right" not in learner.footer


async def test_undo_asks_the_card_again_and_forgets_the_answer() -> None:
    services = RiverServices([CHOICE, TYPED])
    async with sitting(services, STUDY) as learner:
        await learner.press("1", "enter")
        kept = answers(services)
        await learner.press("ctrl+o", "u")

        assert kept == 1
        assert CHOICE.stem in learner.text
        assert answers(services) == 0


async def test_a_suspended_card_is_not_asked_again() -> None:
    services = RiverServices([CHOICE, TYPED])
    async with sitting(services, STUDY) as learner:
        await learner.press("at")

        entry = services.learner_store.learner_card(CHOICE.card)
        assert TYPED.stem in learner.text
        assert entry is not None
        assert entry.is_suspended


async def test_a_buried_card_waits_until_tomorrow() -> None:
    services = RiverServices([CHOICE, TYPED])
    async with sitting(services, STUDY) as learner:
        await learner.press("minus")

        entry = services.learner_store.learner_card(CHOICE.card)
        assert TYPED.stem in learner.text
        assert entry is not None
        assert entry.buried_until is not None


async def test_marking_a_card_leaves_what_was_typed() -> None:
    services = RiverServices([TYPED])
    async with sitting(services, STUDY) as learner:
        await learner.type("est")
        await learner.press("ctrl+o", "asterisk")

        entry = services.learner_store.learner_card(TYPED.card)
        assert "★ marked" in learner.text
        assert "› est" in learner.text
        assert entry is not None
        assert entry.is_marked


async def test_info_shows_the_card_and_its_place() -> None:
    async with sitting(RiverServices([CHOICE]), STUDY) as learner:
        await learner.press("i")

        assert "rivers/choice/answer" in learner.text
        assert "capitals.yaml:1" in learner.text
        assert "never studied" in learner.text


async def test_a_changed_answer_is_shown_beside_the_old_one() -> None:
    services = RiverServices([TYPED])
    now = replace(
        TYPED, key=("firth",), expected=ExpectedTerm("firth"), key_hash="firth", content_hash="2"
    )
    async with sitting(services, STUDY) as learner:
        await learner.type("estuary")
        await learner.press("enter", "4")
    services.moment += timedelta(days=1)
    sync_deck(services.store, a_river_deck([now]), [now], services.now())
    async with sitting(services, STUDY) as learner:
        asked = learner.text
        await learner.type("firth")
        await learner.press("enter")

        assert "answer changed" in asked
        assert "Changed  was estuary, now firth" in learner.text


async def test_a_new_card_is_introduced_by_its_sentence_before_it_is_asked() -> None:
    item = replace(CHOICE, sentence="A river builds its delta at its mouth.")
    services = RiverServices([item], introduces=True)
    async with sitting(services, STUDY) as learner:
        introduced = learner.text
        await learner.press("enter")

        assert "A river builds its delta at its mouth." in introduced
        assert CHOICE.stem not in introduced
        assert CHOICE.stem in learner.text
        assert "Press enter again" not in learner.text


async def test_without_an_editor_it_says_what_to_set() -> None:
    async with sitting(RiverServices([CHOICE]), STUDY) as learner:
        await learner.press("e")

        assert "Set EDITOR to your editor" in learner.text


async def test_an_open_question_that_was_edited_is_shown_as_it_is_now() -> None:
    services = RiverServices([TYPED])
    edited = replace(TYPED, stem="What is a drowned valley called?", content_hash="2")
    async with sitting(services, STUDY) as learner:
        await learner.type("est")
        sync_deck(services.store, a_river_deck([edited]), [edited], services.now())
        screen = question_screen_of(learner)
        screen.reload_decks(screen.reload_question)
        await learner.settle()

        assert "What is a drowned valley called?" in learner.text
        assert "› est" not in learner.text


async def test_after_an_edit_that_changed_nothing_what_was_typed_stays() -> None:
    async with sitting(RiverServices([TYPED]), STUDY) as learner:
        await learner.type("est")
        screen = question_screen_of(learner)
        screen.reload_decks(screen.reload_question)
        await learner.settle()

        assert "› est" in learner.text
        assert "Decks reloaded" in learner.text


async def test_where_no_editor_can_run_it_says_so_and_stays() -> None:
    async with sitting(RiverServices([CHOICE], editor=("true",)), STUDY) as learner:
        await learner.press("e")

        assert CHOICE.stem in learner.text
        assert "suspend" in learner.text.lower()


# --- leaving --------------------------------------------------------------------------------------


async def test_leaving_keeps_an_answer_whose_feedback_is_open() -> None:
    services = RiverServices([CHOICE])
    async with sitting(services) as learner:
        await learner.press("s", "2", "escape")

        assert isinstance(learner.app.screen, HomeScreen)
        assert answers(services) == 1


async def test_quitting_keeps_an_answer_whose_feedback_is_open() -> None:
    services = RiverServices([CHOICE])
    async with sitting(services, STUDY) as learner:
        await learner.press("2", "ctrl+q")

        assert answers(services) == 1


async def test_the_end_of_the_app_keeps_an_answer_however_it_came() -> None:
    services = RiverServices([CHOICE])
    async with sitting(services, STUDY) as learner:
        await learner.press("2")
        learner.app.exit()

    assert answers(services) == 1
    assert services.is_closed


# --- a store that fails ---------------------------------------------------------------------------


async def test_an_answer_that_cannot_be_kept_stays_on_the_screen(tmp_path: Path) -> None:
    services = RiverServices([CHOICE, TYPED], f"sqlite:///{tmp_path / 'quizapp.db'}")
    async with sitting(services, STUDY) as learner:
        await learner.press("2")
        other = sqlite3.connect(tmp_path / "quizapp.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await learner.press("enter")
        failed = learner.text
        other.execute("ROLLBACK")
        other.close()
        await learner.press("enter")

        assert "✗ not saved" in failed
        assert "✓ Right" in failed
        assert TYPED.stem in learner.text
        assert answers(services) == 1


async def test_an_answer_is_kept_as_soon_as_its_verdict_is_shown() -> None:
    services = RiverServices([CHOICE])
    services.learner_store = store = WatchedStore(services.store, "ada")
    async with sitting(services, STUDY) as learner:
        await learner.press("2")

        assert "✓ Right" in learner.text
        assert store.judged is not None
        assert store.judged.rating is Rating.GOOD
        assert answers(services) == 0


async def test_what_was_taken_as_right_is_kept_as_right() -> None:
    services = RiverServices([TYPED])
    services.learner_store = store = WatchedStore(services.store, "ada")
    async with sitting(services, STUDY) as learner:
        await learner.press("x", "enter", "o")

        assert store.judged is not None
        assert store.judged.verdict is Verdict.CORRECT
        assert store.judged.graded_verdict is Verdict.WRONG


async def test_an_answer_that_cannot_be_kept_yet_is_told_and_rated_all_the_same(
    tmp_path: Path,
) -> None:
    services = RiverServices([CHOICE, TYPED], f"sqlite:///{tmp_path / 'quizapp.db'}")
    async with sitting(services, STUDY) as learner:
        other = sqlite3.connect(tmp_path / "quizapp.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await learner.press("2")
        failed = learner.text
        other.execute("ROLLBACK")
        other.close()
        await learner.press("enter")

        assert "✓ Right" in failed
        assert "is locked by another program" in " ".join(failed.split())
        assert TYPED.stem in learner.text
        assert answers(services) == 1


# --- at every size --------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_question_answer_and_ratings_are_seen_at_every_size(size: tuple[int, int]) -> None:
    async with sitting(RiverServices([CHOICE]), STUDY, size=size) as learner:
        await learner.press("1")

        assert CHOICE.stem in learner.text
        assert "✗ Wrong" in learner.text
        assert "Okafor 2011, sentence 7" in learner.text
        assert "4 Easy" in learner.text
        assert learner.footer.endswith("? Help")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("item", [CHOICE, SELECT, TRUE_FALSE, TYPED, ORDER, LIST, FLIP])
async def test_the_footer_is_never_clipped(size: tuple[int, int], item: Item) -> None:
    async with sitting(RiverServices([item]), STUDY, size=size) as learner:
        keys = [
            hint.key for hint in learner.app.screen.query_one(KeyLine).fitting_hints(size[0] - 4)
        ]

        help_key = "f1" if item in {TYPED, LIST} else "?"
        assert learner.footer.endswith(f"{help_key} Help")
        assert len(learner.lines[-1]) <= size[0]
        assert len(keys) <= 7


async def test_a_tiny_terminal_and_back_does_no_harm() -> None:
    async with sitting(RiverServices([CHOICE]), STUDY) as learner:
        before = learner.lines
        await learner.pilot.resize_terminal(20, 6)
        await learner.press("1")
        await learner.pilot.resize_terminal(80, 24)
        await learner.press("u")

        assert learner.lines[3:] == before[3:]


async def test_a_long_explanation_is_scrolled_to_its_verdict() -> None:
    long = replace(TYPED, stem="Why? " * 200, why="Because. " * 200)
    async with sitting(RiverServices([long]), STUDY) as learner:
        await learner.type("x")
        await learner.press("enter")

        assert "✗ Wrong" in learner.text
        assert "4 Easy" in learner.text


async def test_a_long_explanation_can_be_read_on() -> None:
    long = replace(TYPED, why="Because. " * 300)
    async with sitting(RiverServices([long]), STUDY) as learner:
        await learner.type("x")
        await learner.press("enter", "pagedown", "pagedown", "pagedown", "pagedown")

        assert "Okafor 2011, sentence 7" in learner.text


# --- text from decks is text ----------------------------------------------------------------------

HOSTILE = "[bold]b[/] [@click=app.quit]q[/] [/ \x1b]0;owned\x07\x1b[31mred \u202egnp"


async def test_markup_and_control_codes_in_a_deck_are_shown_as_harmless_text() -> None:
    hostile = replace(
        CHOICE,
        stem=HOSTILE,
        options=(an_option(HOSTILE, HOSTILE), an_option("[/", is_right=True)),
        expected=ExpectedOptions(frozenset({"[/"})),
        key=("[/",),
        why=HOSTILE,
        mnemonic=HOSTILE,
        sources=(ItemSource(HOSTILE, HOSTILE, 1),),
    )
    async with sitting(RiverServices([hostile]), STUDY) as learner:
        await learner.press("1")

        assert learner.text.count("[bold]b[/] [@click=app.quit]q[/] [/ ]0;owned[31mred gnp") >= 4
        assert "\x1b" not in learner.text
        assert "\u202e" not in learner.text


async def test_what_is_typed_is_text() -> None:
    async with sitting(RiverServices([TYPED]), STUDY) as learner:
        await learner.type("[bold]x[/")
        await learner.press("enter")

        assert "✗ [bold]x[/" in learner.text


async def test_pasted_text_goes_into_the_field_on_one_line() -> None:
    async with sitting(RiverServices([TYPED]), STUDY) as learner:
        learner.app.post_message(events.Paste("est\nuary\x1b[31m"))
        await learner.settle()

        assert "› est uary[31m" in learner.text


async def test_without_colours_verdicts_are_told_by_sign_and_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with sitting(RiverServices([CHOICE]), STUDY) as learner:
        await learner.press("1")

        strips = learner.app.screen._compositor.render_strips()
        colours = {
            segment.style.color.triplet
            for strip in strips
            for segment in strip
            if segment.style and segment.style.color and segment.style.color.triplet
        }
        assert "✗ Wrong" in learner.text
        assert all(colour.red == colour.green == colour.blue for colour in colours)
        assert "ansi-dark" not in learner.app.available_themes


async def test_quitting_with_an_answer_that_cannot_be_kept_asks_again(tmp_path: Path) -> None:
    services = RiverServices([CHOICE], f"sqlite:///{tmp_path / 'quizapp.db'}")
    async with sitting(services, STUDY) as learner:
        await learner.press("2")
        other = sqlite3.connect(tmp_path / "quizapp.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await learner.press("ctrl+q")
        asked = learner.text
        other.execute("ROLLBACK")
        other.close()

        assert "Press ctrl+q again to quit anyway" in " ".join(asked.split())
        assert "✓ Right" in asked
    assert answers(services) == 1


# --- leeches and flags ----------------------------------------------------------------------------


async def test_a_leech_is_shown_beside_what_it_is_mixed_up_with() -> None:
    services = RiverServices([CHOICE])
    services.forget(CHOICE, 8)
    async with sitting(services, StudyRequest(formats=(Format.CHOICE,))) as learner:
        await learner.press("1")

        assert "Leech  forgotten 8 times" in learner.text
        assert f"↔ {CHOICE.stem} at its mouth" in learner.text


async def test_a_card_is_flagged_and_the_flag_taken_off() -> None:
    services = RiverServices([CHOICE])
    async with sitting(services, STUDY) as learner:
        await learner.press("#")
        flagged = learner.text
        await learner.press("#")

        assert "card flagged" in flagged
        assert "unflagged" in learner.text


async def test_all_cards_of_a_fact_are_marked() -> None:
    services = RiverServices([CHOICE])
    async with sitting(services, STUDY) as learner:
        await learner.press("+")

        assert "fact marked" in learner.text
        assert "★ marked" in learner.text
