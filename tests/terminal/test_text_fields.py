"""In a text field every printable key types, every readline key edits, and no action runs."""

import string

import pytest

from quizapp.items.item import Item
from quizapp.services.ports import ExamRequest, QuizRequest, StartRequest
from quizapp.session.blueprint import Blueprint
from quizapp.terminal.screens.base import KeyScreen
from quizapp.terminal.screens.browse_table import SearchLine
from quizapp.terminal.screens.menu import MenuScreen
from quizapp.terminal.text_line import TextLine
from quizapp.terminal.widgets.field import TextBody
from tests.terminal.rivers import (
    CHOICE,
    FLIP,
    GAP,
    LIST,
    MATCH,
    NUMBER,
    ORDER,
    SELECT,
    TRUE_FALSE,
    TYPED,
    RiverServices,
)
from tests.terminal.screen import STUDY, Sitting, sitting

pytestmark = pytest.mark.slow  # each test walks through the app

PRINTABLE = [chr(code) for code in range(32, 127)]
READLINE = [
    *(f"ctrl+{letter}" for letter in "abefdhwukty"),
    *(f"alt+{letter}" for letter in "bfd"),
    *("left", "right", "up", "down", "home", "end", "backspace", "delete"),
]
FIELDS = {
    "typed": TYPED,
    "number": NUMBER,
    "gap": GAP,
    "list": LIST,
}


def line_of(learner: Sitting) -> TextLine:
    fields = [each for each in learner.app.screen.query(TextBody) if each.display]
    searches = list(learner.app.screen.query(SearchLine))
    return (fields or searches)[0].line


def watch_actions(learner: Sitting, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that every action which a key or a command starts is added to."""
    run: list[str] = []
    really = learner.app.run_action

    async def watched(action: str, *arguments: object, **more: object) -> bool:
        run.append(action)
        return await really(action, *arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(learner.app, "run_action", watched)
    return run


async def fills_with_every_key(learner: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    run = watch_actions(learner, monkeypatch)
    await learner.press(*PRINTABLE)
    typed = line_of(learner).text
    await learner.press(*READLINE)

    assert typed == "".join(PRINTABLE)
    assert len(PRINTABLE) == 95
    assert run == []
    assert len(learner.app.screen_stack) == STACK_HEIGHT


STACK_HEIGHT = 2


@pytest.mark.parametrize("format_", FIELDS)
async def test_a_field_takes_every_printable_and_every_readline_key(
    format_: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(RiverServices([FIELDS[format_]]), STUDY) as learner:
        await fills_with_every_key(learner, monkeypatch)


@pytest.mark.parametrize("format_", FIELDS)
async def test_a_field_of_an_exam_takes_them_too(
    format_: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = ExamRequest(blueprint=Blueprint(1))
    async with sitting(RiverServices([FIELDS[format_]]), request) as learner:
        await fills_with_every_key(learner, monkeypatch)


async def test_the_search_line_takes_them_too(monkeypatch: pytest.MonkeyPatch) -> None:
    async with sitting(RiverServices([CHOICE])) as learner:
        await learner.press("b", "slash")
        run = watch_actions(learner, monkeypatch)
        await learner.press(*PRINTABLE)
        typed = line_of(learner).text
        await learner.press(*(key for key in READLINE if key != "down"))  # down leaves the line

        assert typed == "".join(PRINTABLE)
        assert run == []


async def test_in_a_match_no_printable_key_acts_upon_the_card(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with sitting(RiverServices([MATCH]), STUDY) as learner:
        run = watch_actions(learner, monkeypatch)
        await learner.press(*PRINTABLE, *READLINE)

        assert [action for action in run if not action.startswith("body(")] == []


@pytest.mark.parametrize(
    ("key", "text", "cursor"),
    [
        ("ctrl+a", "two words", 0),
        ("ctrl+b", "two words", 4),
        ("ctrl+e", "two words", 9),
        ("ctrl+f", "two words", 6),
        ("ctrl+d", "two wrds", 5),
        ("ctrl+h", "two ords", 4),
        ("ctrl+w", "two ords", 4),
        ("ctrl+u", "ords", 0),
        ("ctrl+k", "two w", 5),
        ("ctrl+t", "two owrds", 6),
        ("alt+b", "two words", 4),
        ("alt+f", "two words", 9),
        ("alt+d", "two w", 5),
    ],
)
async def test_a_readline_key_edits_where_the_cursor_is(key: str, text: str, cursor: int) -> None:
    async with sitting(RiverServices([TYPED]), STUDY) as learner:
        await learner.type("two words")
        await learner.press("left", "left", "left", "left", key)

        assert (line_of(learner).text, line_of(learner).cursor) == (text, cursor)


async def test_ctrl_y_puts_back_what_was_killed() -> None:
    async with sitting(RiverServices([TYPED]), STUDY) as learner:
        await learner.type("two words")
        await learner.press("ctrl+w", "ctrl+a", "ctrl+y")

        assert line_of(learner).text == "wordstwo "


# --- the footer -----------------------------------------------------------------------------------

STARTS: dict[str, tuple[Item, StartRequest | None, tuple[str, ...]]] = {
    "typed": (TYPED, STUDY, ()),
    "typed, begun": (TYPED, STUDY, ("x",)),
    "list": (LIST, STUDY, ()),
    "list, begun": (LIST, STUDY, ("v", "enter")),
    "match": (MATCH, STUDY, ("j",)),
    "choice": (CHOICE, STUDY, ()),
    "select": (SELECT, STUDY, ()),
    "true or false": (TRUE_FALSE, STUDY, ()),
    "order": (ORDER, STUDY, ()),
    "flip": (FLIP, STUDY, ()),
    "flip in a quiz, shown": (FLIP, QuizRequest(), ("space",)),
    "feedback": (CHOICE, STUDY, ("1",)),
    "summary": (CHOICE, STUDY, ("1", "4")),
    "exam": (TYPED, ExamRequest(blueprint=Blueprint(2)), ()),
    "exam's list": (TYPED, ExamRequest(blueprint=Blueprint(2)), ("ctrl+g",)),
    "exam's end": (TYPED, ExamRequest(blueprint=Blueprint(2)), ("ctrl+s",)),
    "home": (CHOICE, None, ()),
    "browse": (CHOICE, None, ("b",)),
    "search": (CHOICE, None, ("b", "slash", "x")),
    "quiz set-up": (CHOICE, None, ("z",)),
    "past results": (CHOICE, None, ("z", "x", "ctrl+s", "y", "enter", "x")),
    "menu": (TYPED, STUDY, ("ctrl+o",)),
    "help": (CHOICE, STUDY, ("question_mark",)),
}
HINTS = range(7)


def shown_hints(learner: Sitting) -> list[tuple[str, str]]:
    """Return the id and key of what the footer shows."""
    screen = learner.app.screen
    assert isinstance(screen, KeyScreen)
    line = screen.query_one("KeyLine")
    ids = [hint.binding for hint in line.fitting_hints(line.column)]  # type: ignore[attr-defined]
    working = screen.working_keys()
    return [(id_, working[id_].key) for id_ in ids]


def picture(learner: Sitting) -> tuple[object, ...]:
    return (len(learner.app.screen_stack), type(learner.app.screen), learner.text)


@pytest.mark.parametrize("start", STARTS)
async def test_each_key_that_the_footer_shows_does_something(start: str) -> None:
    item, request, before = STARTS[start]
    pressed = []
    for number in HINTS:
        items = [item, CHOICE] if isinstance(request, ExamRequest) else [item]
        services = RiverServices(items, editor=("true",))
        async with sitting(services, request) as learner:
            await reach(learner, item, before)
            hints = shown_hints(learner)
            if number >= len(hints):
                break
            seen = picture(learner)
            await learner.press(hints[number][1])
            did = picture(learner) != seen or not learner.app.is_running
            pressed.append((hints[number], did))

    assert pressed
    assert [hint for hint, did in pressed if not did] == []


async def reach(learner: Sitting, item: Item, keys: tuple[str, ...]) -> None:
    """Press `keys` once the question on `item` is there."""
    if isinstance(learner.app.initial_request, ExamRequest) and item.stem not in learner.text:
        await learner.press("n")
    await learner.press(*keys)


async def test_the_footer_of_a_field_names_no_letter_and_leads_to_the_menu() -> None:
    async with sitting(RiverServices([TYPED]), STUDY) as learner:
        keys = [key for _, key in shown_hints(learner)]

        assert [key for key in keys if key in string.printable] == []
        assert "^o Menu" in learner.footer
        assert "f1 Help" in learner.footer


# --- the menu -------------------------------------------------------------------------------------


async def test_the_menu_names_each_action_with_its_letter() -> None:
    async with sitting(RiverServices([TYPED]), STUDY) as learner:
        await learner.press("ctrl+o")
        rows = [line.split()[:2] for line in learner.lines]

        expected = [
            ["q", "Leave"],
            ["u", "Undo"],
            ["i", "Details"],
            ["e", "Edit"],
            ["*", "Mark"],
            ["#", "Flag"],
            ["@", "Suspend"],
            ["-", "Bury"],
        ]
        assert [row for row in expected if row not in rows] == []


async def test_esc_closes_the_menu_and_leaves_text_and_cursor_as_they_were() -> None:
    async with sitting(RiverServices([TYPED]), STUDY) as learner:
        await learner.type("estaury")
        await learner.press("left", "left")
        before, screen = line_of(learner), learner.app.screen
        await learner.press("ctrl+o")
        is_menu = isinstance(learner.app.screen, MenuScreen)
        await learner.press("escape")

        assert is_menu
        assert learner.app.screen is screen
        assert (line_of(learner).text, line_of(learner).cursor) == (before.text, before.cursor)


async def test_a_letter_of_the_menu_acts_upon_the_card() -> None:
    services = RiverServices([TYPED])
    async with sitting(services, STUDY) as learner:
        await learner.type("est")
        await learner.press("ctrl+o", "asterisk")
        entry = services.learner_store.learner_card(TYPED.card)

        assert entry is not None
        assert entry.is_marked
        assert line_of(learner).text == "est"


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (140, 40)])
async def test_the_menu_fits_and_the_question_stays_in_sight(size: tuple[int, int]) -> None:
    async with sitting(RiverServices([TYPED]), STUDY, size=size) as learner:
        await learner.press("ctrl+o")

        assert max(map(len, learner.lines)) <= size[0]
        assert "Bury fact" in learner.text
        assert learner.footer.startswith("esc Close")


async def test_in_an_exam_the_menu_flags_while_one_types() -> None:
    async with sitting(RiverServices([TYPED]), ExamRequest(blueprint=Blueprint(1))) as learner:
        await learner.type("est*")
        await learner.press("ctrl+o", "asterisk")

        assert line_of(learner).text == "est*"
        assert "1○⚑" in learner.text


async def test_while_one_searches_the_menu_acts_upon_the_card_below_the_cursor() -> None:
    services = RiverServices([CHOICE])
    async with sitting(services) as learner:
        await learner.press("b", "slash", *"where", "ctrl+o", "at")
        entry = services.learner_store.learner_card(CHOICE.card)

        assert entry is not None
        assert entry.is_suspended
        assert line_of(learner).text == "where"
