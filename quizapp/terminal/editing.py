"""One line of text being edited: values and the keys that change them. Pure."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

WORD_BEFORE = re.compile(r"\S+\s*$")
WORD_AFTER = re.compile(r"^\s*\S+")


@dataclass(frozen=True, slots=True)
class Line:
    """A text and where the cursor stands in it (0 to its length)."""

    text: str = ""
    cursor: int = 0

    @property
    def before(self) -> str:
        """The text left of the cursor."""
        return self.text[: self.cursor]

    @property
    def after(self) -> str:
        """The text from the cursor on."""
        return self.text[self.cursor :]

    def insert(self, text: str) -> "Line":
        """Return the line with `text` put in at the cursor."""
        return Line(self.before + text + self.after, self.cursor + len(text))

    def moved(self, cursor: int) -> "Line":
        """Return the line with the cursor at `cursor`, kept within the text."""
        return replace(self, cursor=min(max(cursor, 0), len(self.text)))

    def cut(self, start: int, end: int) -> "Line":
        """Return the line without what stands from `start` to `end`, the cursor there."""
        start, end = max(start, 0), min(end, len(self.text))
        return Line(self.text[:start] + self.text[end:], start)


def start_of_word(line: Line) -> int:
    """Return where the word before the cursor begins."""
    found = WORD_BEFORE.search(line.before)
    return found.start() if found else 0


def end_of_word(line: Line) -> int:
    """Return where the word after the cursor ends."""
    found = WORD_AFTER.search(line.after)
    return line.cursor + found.end() if found else len(line.text)


EDITS: Mapping[str, Callable[[Line], Line]] = {
    "left": lambda line: line.moved(line.cursor - 1),
    "right": lambda line: line.moved(line.cursor + 1),
    "ctrl+left": lambda line: line.moved(start_of_word(line)),
    "ctrl+right": lambda line: line.moved(end_of_word(line)),
    "home": lambda line: line.moved(0),
    "ctrl+a": lambda line: line.moved(0),
    "end": lambda line: line.moved(len(line.text)),
    "backspace": lambda line: line.cut(line.cursor - 1, line.cursor),
    "ctrl+h": lambda line: line.cut(line.cursor - 1, line.cursor),
    "delete": lambda line: line.cut(line.cursor, line.cursor + 1),
    "ctrl+d": lambda line: line.cut(line.cursor, line.cursor + 1),
    "ctrl+w": lambda line: line.cut(start_of_word(line), line.cursor),
    "ctrl+backspace": lambda line: line.cut(start_of_word(line), line.cursor),
    "ctrl+k": lambda line: line.cut(line.cursor, len(line.text)),
}
