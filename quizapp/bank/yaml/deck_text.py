"""The text of one deck file: from bytes to characters, and from an index to line and column."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, islice

from quizapp.bank.diagnostics import MAX_PROBLEMS, Problem, make_problem
from quizapp.bank.model import Place

# What libyaml refuses as well, and what shows text in another order than it stands in the file:
# controls but tab and line ends, C1, line separators, bidi overrides and isolates, stray marks.
FORBIDDEN_CHARACTERS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
REPLACEMENT = "\ufffd"
UTF16_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")


class DeckText:
    """The text of a file, which knows the place of each of its characters.

    The text holds none of the characters that are refused: some of them end a line for Python.
    """

    __slots__ = ("file", "line_starts", "text")

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        ends = accumulate(map(len, text.splitlines(keepends=True)))
        self.line_starts = [0, *ends]
        if text and not text.endswith(("\n", "\r")):
            self.line_starts.pop()  # the last line has no end, so none begins behind it

    def place(self, index: int) -> Place:
        """Return line and column, both from 1, of the character at `index`."""
        line = bisect_right(self.line_starts, index)
        return Place(self.file, line, index - self.line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its end; "" when there is none."""
        if not 1 <= number <= len(self.line_starts):
            return ""
        start, end = (*self.line_starts, len(self.text))[number - 1 : number + 1]
        return self.text[start:end].rstrip("\r\n")


def decode_deck_text(file: str, data: bytes) -> tuple[DeckText, tuple[Problem, ...]]:
    """Return the text that `data` holds, and the faults of its characters.

    What cannot stand in a deck is replaced in the text, one character for one, so that reading
    can go on. Text that is no UTF-8 gives an empty page.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return DeckText(file, ""), (not_utf8_problem(file, data, error.start),)
    if "\x00" in text:
        return DeckText(file, ""), (not_utf8_problem(file, data, data.index(0)),)
    if FORBIDDEN_CHARACTERS.search(text) is None:
        return DeckText(file, text), ()
    page = DeckText(file, FORBIDDEN_CHARACTERS.sub(REPLACEMENT, text))
    return page, tuple(forbidden_character_problems(page, text))


def not_utf8_problem(file: str, data: bytes, start: int) -> Problem:
    """Return the fault of a file that is no UTF-8 text from byte `start` on."""
    before = FORBIDDEN_CHARACTERS.sub(
        REPLACEMENT, data[:start].decode("utf-8-sig", errors="replace")
    )
    place = DeckText(file, before).place(len(before))
    if data.startswith(UTF16_BYTE_ORDER_MARKS) or b"\x00" in data:
        return make_problem(
            "B104",
            place,
            "the file is not UTF-8 text; it looks like UTF-16 or a binary file",
            "save it as UTF-8 in your editor",
        )
    return make_problem(
        "B104",
        place,
        f"the file is not UTF-8 text: byte {data[start]:#04x} is not allowed here",
        "save it as UTF-8 in your editor",
    )


def forbidden_character_problems(deck_text: DeckText, text: str) -> Iterator[Problem]:
    """Yield the faults of the first `MAX_PROBLEMS` characters of `text` that had to be replaced."""
    for found in islice(FORBIDDEN_CHARACTERS.finditer(text), MAX_PROBLEMS):
        yield forbidden_character_problem(found.group(), deck_text.place(found.start()))


def forbidden_character_problem(character: str, place: Place) -> Problem:
    """Return the fault of a control character or of one that reorders text."""
    return make_problem(
        "B104",
        place,
        f"the invisible character U+{ord(character):04X} is not allowed in a deck",
        "delete it: such a character can forge what a terminal shows",
    )
