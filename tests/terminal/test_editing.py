import pytest

from quizapp.terminal.editing import EDITS, Line


def test_text_is_put_in_at_the_cursor() -> None:
    assert Line("ab", 1).insert("x") == Line("axb", 2)


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [
        ("left", Line("ab", 2), Line("ab", 1)),
        ("left", Line("ab", 0), Line("ab", 0)),
        ("right", Line("ab", 2), Line("ab", 2)),
        ("home", Line("ab", 2), Line("ab", 0)),
        ("end", Line("ab", 0), Line("ab", 2)),
        ("backspace", Line("ab", 1), Line("b", 0)),
        ("backspace", Line("ab", 0), Line("ab", 0)),
        ("delete", Line("ab", 1), Line("a", 1)),
        ("delete", Line("ab", 2), Line("ab", 2)),
        ("ctrl+w", Line("one two ", 8), Line("one ", 4)),
        ("ctrl+left", Line("one two", 7), Line("one two", 4)),
        ("ctrl+right", Line("one two", 0), Line("one two", 3)),
        ("ctrl+k", Line("one two", 3), Line("one", 3)),
    ],
)
def test_a_key_edits_the_line(key: str, before: Line, after: Line) -> None:
    assert EDITS[key](before) == after
