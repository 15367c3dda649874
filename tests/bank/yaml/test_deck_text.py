"""From bytes to text."""

import pytest

from quizapp.bank.place import Place
from quizapp.bank.yaml.reader import decode_deck_text


def test_a_place_is_counted_from_one() -> None:
    page, _ = decode_deck_text("a.yaml", b"ab\ncd\r\nef")

    assert page.place(0) == Place("a.yaml", 1, 1)
    assert page.place(4) == Place("a.yaml", 2, 2)
    assert page.place(7) == Place("a.yaml", 3, 1)


def test_a_line_comes_without_its_end() -> None:
    page, _ = decode_deck_text("a.yaml", b"ab\ncd\r\nef")

    assert [page.line(number) for number in range(5)] == ["", "ab", "cd", "ef", ""]


@pytest.mark.parametrize(
    ("data", "line", "column", "message"),
    [
        (
            "a: b\n".encode("utf-16"),
            1,
            1,
            "the file is not UTF-8 text; it looks like UTF-16 or a binary file",
        ),
        (
            "a: b\n".encode("utf-16-le"),
            1,
            2,
            "the file is not UTF-8 text; it looks like UTF-16 or a binary file",
        ),
        (
            b"\x89PNG\r\n\x1a\n\x00",
            1,
            1,
            "the file is not UTF-8 text; it looks like UTF-16 or a binary file",
        ),
        (
            b"a: b\nc: caf\xe9\n",
            2,
            7,
            "the file is not UTF-8 text: byte 0xe9 is not allowed here",
        ),
    ],
    ids=["UTF-16 with its mark", "UTF-16 without", "an image", "Latin-1"],
)
def test_a_file_that_is_no_utf8_is_told_where(
    data: bytes, line: int, column: int, message: str
) -> None:
    page, problems = decode_deck_text("a.yaml", data)

    assert page.text == ""
    assert [(each.code, each.place, each.message) for each in problems] == [
        ("B104", Place("a.yaml", line, column), message)
    ]


def test_refused_characters_are_replaced_one_for_one() -> None:
    page, problems = decode_deck_text("a.yaml", "a: b\x1b\u2028c\n".encode())

    assert page.text == "a: b\ufffd\ufffdc\n"
    assert [(each.place.line, each.place.column) for each in problems] == [(1, 5), (1, 6)]


@pytest.mark.parametrize("text", ["tab\there", "Ωμέγα", "שלום\u200f", "👩\u200d🔬", "a\u00a0b"])
def test_what_writing_needs_is_let_through(text: str) -> None:
    page, problems = decode_deck_text("a.yaml", text.encode())

    assert page.text == text
    assert problems == ()
