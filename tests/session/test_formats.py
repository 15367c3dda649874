from dataclasses import replace

import pytest

from quizapp.items.item import Format, Item, ItemId
from quizapp.learner.model import LearnerCard
from quizapp.memory.model import Memory, MemoryState, New, State
from quizapp.session.formats import choose_format, choose_item
from tests.builders import MORNING, a_match, an_item

TERM = {Format.CHOICE, Format.TYPED, Format.GAP, Format.TRUE_FALSE, Format.FLIP}
NUMBER = {Format.CHOICE, Format.NUMBER, Format.GAP, Format.FLIP}
LIST = {Format.SELECT, Format.LIST, Format.FLIP}
ORDER = {Format.ORDER, Format.FLIP}


def a_memory(state: State = State.REVIEW, stability: float = 30.0) -> Memory:
    return Memory(state, None, stability, 5.0, MORNING, MORNING)


@pytest.mark.parametrize(
    ("memory", "available", "last", "wanted"),
    [
        (New(), TERM, None, Format.CHOICE),
        (New(), LIST, None, Format.SELECT),
        (New(), TERM - {Format.CHOICE}, None, Format.GAP),
        (New(), {Format.TYPED, Format.FLIP}, None, Format.FLIP),
        (New(), ORDER, None, Format.ORDER),
        (a_memory(State.LEARNING, 1), TERM, Format.CHOICE, Format.GAP),
        (a_memory(State.LEARNING, 1), TERM, Format.GAP, Format.CHOICE),
        (a_memory(stability=3), TERM, Format.CHOICE, Format.GAP),
        (a_memory(stability=10), TERM, Format.GAP, Format.TYPED),
        (a_memory(stability=10), TERM, Format.TYPED, Format.GAP),
        (a_memory(stability=10), NUMBER, Format.GAP, Format.NUMBER),
        (a_memory(stability=30), TERM, Format.GAP, Format.TYPED),
        (a_memory(stability=30), TERM, Format.TYPED, Format.GAP),
        (a_memory(stability=30), LIST, Format.SELECT, Format.LIST),
        (a_memory(State.RELEARNING, 2), TERM, Format.TYPED, Format.CHOICE),
        (a_memory(State.RELEARNING, 2), TERM, Format.CHOICE, Format.GAP),
        (New(), {Format.MATCH, Format.FLIP}, None, Format.FLIP),
        (a_memory(stability=30), {Format.MATCH, Format.TYPED}, None, Format.TYPED),
        (a_memory(stability=30), {Format.MATCH, Format.FLIP}, Format.FLIP, Format.MATCH),
        (a_memory(stability=30), ORDER, Format.ORDER, Format.ORDER),
        (a_memory(stability=30), {Format.TYPED, Format.FLIP}, Format.TYPED, Format.TYPED),
    ],
)
def test_the_format_hardens_as_the_memory_grows(
    memory: MemoryState, available: set[Format], last: Format | None, wanted: Format
) -> None:
    assert choose_format(memory, available, last) is wanted


def test_true_false_is_asked_only_where_nothing_else_is() -> None:
    assert choose_format(a_memory(), {Format.TRUE_FALSE}, None) is Format.TRUE_FALSE


def an_entry(memory: MemoryState, last_format: Format | None = None) -> LearnerCard:
    item = an_item()
    return LearnerCard(item.card, item.fact, item.deck, 0, memory, last_format)


def numbered(format_: Format, count: int) -> list[Item]:
    item = an_item(format_=format_)
    return [replace(item, id=ItemId(f"{item.id}/{n}")) for n in range(1, count + 1)]


def asked_in_turn(items: list[Item], times: int) -> list[str]:
    """The ends of the ids asked at the first `times` reviews, in learning."""
    last: Format | None = None
    asked = []
    for turn in range(times):
        memory = replace(a_memory(State.LEARNING, 1), reps=turn)
        item = choose_item(an_entry(memory, last), items, (), 0)
        assert item is not None
        last = item.format
        asked.append(item.id.removeprefix("capitals/france/answer/"))
    return asked


def test_several_items_of_one_format_take_turns() -> None:
    assert asked_in_turn(numbered(Format.CHOICE, 3), 4) == [
        "choice/1",
        "choice/2",
        "choice/3",
        "choice/1",
    ]


def test_several_items_of_two_formats_take_turns_in_each() -> None:
    items = [*numbered(Format.GAP, 2), *numbered(Format.CHOICE, 2)]

    assert asked_in_turn(items, 8) == [
        "gap/1",
        "choice/1",
        "gap/2",
        "choice/2",
        "gap/1",
        "choice/1",
        "gap/2",
        "choice/2",
    ]


def test_a_match_is_asked_where_only_matches_are_wanted() -> None:
    items = [an_item(format_=Format.CHOICE), a_match()]

    item = choose_item(an_entry(New()), items, (Format.MATCH,), 0)

    assert item is not None
    assert item.format is Format.MATCH


def test_a_true_false_that_was_right_gives_way_to_another_on_another_day() -> None:
    items = numbered(Format.TRUE_FALSE, 2)

    today, tomorrow = (choose_item(an_entry(New()), items, (), day) for day in (730, 731))

    assert {today, tomorrow} == set(items)
