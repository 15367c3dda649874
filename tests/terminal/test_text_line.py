import pytest

from quizapp.terminal.text_line import EDITS, TextLine


def test_text_is_put_in_at_the_cursor() -> None:
    assert TextLine("ab", 1).insert("x") == TextLine("axb", 2)


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [
        ("left", TextLine("ab", 2), TextLine("ab", 1)),
        ("left", TextLine("ab", 0), TextLine("ab", 0)),
        ("right", TextLine("ab", 2), TextLine("ab", 2)),
        ("home", TextLine("ab", 2), TextLine("ab", 0)),
        ("end", TextLine("ab", 0), TextLine("ab", 2)),
        ("backspace", TextLine("ab", 1), TextLine("b", 0)),
        ("backspace", TextLine("ab", 0), TextLine("ab", 0)),
        ("delete", TextLine("ab", 1), TextLine("a", 1)),
        ("delete", TextLine("ab", 2), TextLine("ab", 2)),
        ("ctrl+w", TextLine("one two ", 8), TextLine("one ", 4)),
        ("ctrl+left", TextLine("one two", 7), TextLine("one two", 4)),
        ("ctrl+right", TextLine("one two", 0), TextLine("one two", 3)),
        ("ctrl+k", TextLine("one two", 3), TextLine("one", 3)),
    ],
)
def test_a_key_edits_the_line(key: str, before: TextLine, after: TextLine) -> None:
    assert EDITS[key](before) == after
