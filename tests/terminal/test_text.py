from rich.segment import ControlType, Segment
from textual.color import Color

from quizapp.terminal.content import (
    ControlCharacterFilter,
    fit_to_width,
    hanging_indent,
    style_text,
)
from quizapp.terminal.safe_text import one_line, sanitize

BLACK = Color(0, 0, 0)


def test_control_codes_and_directions_are_taken_out() -> None:
    assert sanitize("a\x1b[31mb\x07\x9bc\u202ed\u2066e\x7f") == "a[31mbcde"


def test_ordinary_text_stays_as_it_is() -> None:
    assert sanitize("Δ naïve — 5′\tβ-globin\n") == "Δ naïve — 5′\tβ-globin\n"


def test_text_is_put_on_one_line() -> None:
    assert one_line(" a\n  b\tc ") == "a b c"


def test_brackets_are_text() -> None:
    assert style_text("[red]x[/] [/").plain == "[red]x[/] [/"


def test_wrapped_lines_are_indented_by_their_mark() -> None:
    drawn = hanging_indent(style_text("1  "), style_text("one two three four"), 12)

    assert drawn.plain == "1  one two\n   three\n   four"


def test_a_long_title_is_cut_with_an_ellipsis() -> None:
    assert fit_to_width("abcdefgh", 5) == "abcd…"


def test_a_short_title_is_padded() -> None:
    assert fit_to_width("ab", 5) == "ab   "


def test_the_last_gate_takes_control_codes_out_of_painted_lines() -> None:
    painted = ControlCharacterFilter().apply([Segment("a\x1b]0;b\x07c"), Segment("d")], BLACK)

    assert [segment.text for segment in painted] == ["a]0;bc", "d"]


def test_the_last_gate_lets_the_terminals_own_controls_through() -> None:
    bell = Segment("\x07", control=[(ControlType.BELL,)])

    assert ControlCharacterFilter().apply([bell], BLACK) == [bell]
