import pytest

from quizapp.items.item import Format
from quizapp.memory.model import Memory, MemoryState, New, State
from quizapp.session.formats import format_for
from tests.builders import MORNING

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
        (a_memory(stability=30), ORDER, Format.ORDER, Format.ORDER),
        (a_memory(stability=30), {Format.TYPED, Format.FLIP}, Format.TYPED, Format.TYPED),
    ],
)
def test_the_format_hardens_as_the_memory_grows(
    memory: MemoryState, available: set[Format], last: Format | None, wanted: Format
) -> None:
    assert format_for(memory, available, last) is wanted


def test_true_false_is_asked_only_where_nothing_else_is() -> None:
    assert format_for(a_memory(), {Format.TRUE_FALSE}, None) is Format.TRUE_FALSE
