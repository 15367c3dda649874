from collections import Counter

import pytest

from quizapp.terminal.keys import (
    BROWSE,
    EVERYWHERE,
    HOME,
    MODAL,
    QUESTION,
    QUIZ_SETUP,
    REVIEW,
    SUMMARY,
    KeyTable,
    all_bindings,
)
from tests.terminal.rivers import CHOICE, RiverServices
from tests.terminal.screen import STUDY, sitting

TABLES = [HOME, BROWSE, QUESTION, QUIZ_SETUP, REVIEW, SUMMARY, MODAL]
ALL = [binding for table in TABLES for binding in all_bindings(table)] + [*EVERYWHERE]


@pytest.mark.parametrize("table", TABLES)
def test_every_binding_has_an_id_of_its_own(table: KeyTable) -> None:
    ids = Counter(binding.id for binding in [*all_bindings(table), *EVERYWHERE])

    assert [id_ for id_, times in ids.items() if times > 1] == []


def test_every_binding_has_a_word_and_a_sentence() -> None:
    assert [
        b.id
        for b in ALL
        if not (b.id and b.description and b.tooltip and not b.tooltip.endswith("."))
    ] == []


def test_no_binding_needs_alt() -> None:
    assert [binding.id for binding in ALL if "alt" in binding.key] == []


async def test_the_help_screen_lists_every_key_of_the_screen() -> None:
    async with sitting(RiverServices([CHOICE]), STUDY, size=(80, 60)) as learner:
        await learner.press("question_mark")

        missing = [
            binding.tooltip
            for binding in [*all_bindings(QUESTION), *EVERYWHERE]
            if binding.tooltip not in learner.text and "answer.choose_" not in str(binding.id)
        ]
        assert missing == []


async def test_esc_closes_the_help_and_shows_the_question_again() -> None:
    async with sitting(RiverServices([CHOICE]), STUDY) as learner:
        await learner.press("question_mark", "escape")

        assert CHOICE.stem in learner.text


async def test_a_key_of_the_settings_takes_the_place_of_ours() -> None:
    keymap = {"answer.choose_2": "b", "feedback.go_on": "ctrl+n"}
    async with sitting(RiverServices([CHOICE]), STUDY, keymap=keymap) as learner:
        await learner.press("2")
        unanswered = learner.text
        await learner.press("b")

        assert "your answer" not in unanswered
        assert "✓ 2  at its mouth   your answer" in learner.text
        assert "^n Next" in learner.footer


async def test_a_key_of_the_settings_stands_in_the_help() -> None:
    async with sitting(RiverServices([CHOICE]), keymap={"home.study": "x"}) as learner:
        await learner.press("question_mark")

        assert "x             Study the chosen deck" in learner.text


async def test_the_palette_finds_what_the_keys_do() -> None:
    async with sitting(RiverServices([CHOICE]), STUDY) as learner:
        await learner.press("2")
        commands = [
            command.title for command in learner.app.get_system_commands(learner.app.screen)
        ]

        assert {"Next", "Hard", "Undo", "Suspend", "Bury fact", "Quit"} <= set(commands)
        assert len(commands) == len(set(commands))


async def test_the_theme_key_goes_on_to_the_next_theme() -> None:
    async with sitting(RiverServices([CHOICE])) as learner:
        await learner.press("f2", "f2")

        assert learner.app.theme == "quizapp-colour-blind"


async def test_a_theme_that_was_chosen_is_kept_and_none_is_kept_unasked() -> None:
    services = RiverServices([CHOICE])
    async with sitting(services) as learner:
        unasked = services.theme
        await learner.press("f2", "f2")

        assert unasked == ""
        assert services.theme == "quizapp-colour-blind"


async def test_a_theme_that_cannot_be_kept_is_told_and_changes_anyway() -> None:
    services = RiverServices([CHOICE])
    services.can_keep = False
    async with sitting(services) as learner:
        await learner.press("f2")

        assert learner.app.theme == "quizapp-light"
        assert "config.toml can't be written (Permission denied)" in learner.text
