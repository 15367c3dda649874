"""One line of text being edited: values and the keys that change them, those of readline. Pure.

All goes through `edited`: a field takes exactly the keys that it changes, and the footer asks it
which these are, so that no key is offered for an action while it would type or edit.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from textual.keys import KEY_NAME_REPLACEMENTS, key_to_character

# As readline has it: ctrl+w goes by blanks, alt+b, alt+f and alt+d by letters and digits.
_WORD_BEFORE = re.compile(r"\S+\s*$")
_WORD_AFTER = re.compile(r"^\s*\S+")
_UNICODE_NAMES = {short: name for name, short in KEY_NAME_REPLACEMENTS.items()}  # minus, at …
_LETTERS_BEFORE = re.compile(r"[^\W_]+[\W_]*$")
_LETTERS_AFTER = re.compile(r"^[\W_]*[^\W_]+")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A text and where the cursor stands in it (0 to its length); `killed` is what ctrl+y puts."""

    text: str = ""
    cursor: int = 0
    killed: str = field(default="", compare=False)

    @property
    def before(self) -> str:
        """The text left of the cursor."""
        return self.text[: self.cursor]

    @property
    def after(self) -> str:
        """The text from the cursor on."""
        return self.text[self.cursor :]

    def insert(self, text: str) -> "TextLine":
        """Return the line with `text` put in at the cursor."""
        return replace(self, text=self.before + text + self.after, cursor=self.cursor + len(text))

    def move_to(self, cursor: int) -> "TextLine":
        """Return the line with the cursor at `cursor`, kept within the text."""
        return replace(self, cursor=min(max(cursor, 0), len(self.text)))

    def cut(self, start: int, end: int) -> "TextLine":
        """Return the line without what stands from `start` to `end`, the cursor there."""
        start, end = max(start, 0), min(end, len(self.text))
        return replace(self, text=self.text[:start] + self.text[end:], cursor=start)

    def kill(self, start: int, end: int) -> "TextLine":
        """Return the line as `cut` does, what was cut out kept for ctrl+y."""
        return replace(self.cut(start, end), killed=self.text[start:end] or self.killed)

    def transposed(self) -> "TextLine":
        """Return the line with the letters around the cursor swapped; at its end the last two."""
        at = min(self.cursor, len(self.text) - 1)
        if at < 1:
            return self
        swapped = self.text[at] + self.text[at - 1]
        return replace(
            self, text=self.text[: at - 1] + swapped + self.text[at + 1 :], cursor=at + 1
        )


def _start_of_word(line: TextLine, word: re.Pattern[str] = _WORD_BEFORE) -> int:
    """Return where the word before the cursor begins."""
    found = word.search(line.before)
    return found.start() if found else 0


def _end_of_word(line: TextLine, word: re.Pattern[str] = _WORD_AFTER) -> int:
    """Return where the word after the cursor ends."""
    found = word.search(line.after)
    return line.cursor + found.end() if found else len(line.text)


EDITS: Mapping[str, Callable[[TextLine], TextLine]] = {
    "left": lambda line: line.move_to(line.cursor - 1),
    "ctrl+b": lambda line: line.move_to(line.cursor - 1),
    "right": lambda line: line.move_to(line.cursor + 1),
    "ctrl+f": lambda line: line.move_to(line.cursor + 1),
    "ctrl+left": lambda line: line.move_to(_start_of_word(line)),
    "ctrl+right": lambda line: line.move_to(_end_of_word(line)),
    "alt+b": lambda line: line.move_to(_start_of_word(line, _LETTERS_BEFORE)),
    "alt+f": lambda line: line.move_to(_end_of_word(line, _LETTERS_AFTER)),
    "home": lambda line: line.move_to(0),
    "ctrl+a": lambda line: line.move_to(0),
    "end": lambda line: line.move_to(len(line.text)),
    "ctrl+e": lambda line: line.move_to(len(line.text)),
    "backspace": lambda line: line.cut(line.cursor - 1, line.cursor),
    "ctrl+h": lambda line: line.cut(line.cursor - 1, line.cursor),
    "delete": lambda line: line.cut(line.cursor, line.cursor + 1),
    "ctrl+d": lambda line: line.cut(line.cursor, line.cursor + 1),
    "ctrl+w": lambda line: line.kill(_start_of_word(line), line.cursor),
    "ctrl+backspace": lambda line: line.kill(_start_of_word(line), line.cursor),
    "alt+backspace": lambda line: line.kill(_start_of_word(line, _LETTERS_BEFORE), line.cursor),
    "alt+d": lambda line: line.kill(line.cursor, _end_of_word(line, _LETTERS_AFTER)),
    "ctrl+k": lambda line: line.kill(line.cursor, len(line.text)),
    "ctrl+u": lambda line: line.kill(0, line.cursor),
    "ctrl+y": lambda line: line.insert(line.killed),
    "ctrl+t": lambda line: line.transposed(),
}


def typed_by(key: str, character: str | None) -> str:
    """Return the character that a key types; "" for one that types none.

    A terminal reports alt+b as such and with its letter: that is no letter typed.
    """
    is_text = character is not None and character.isprintable() and not key.startswith("alt+")
    return character or "" if is_text else ""


def edited(line: TextLine, key: str, character: str | None) -> TextLine | None:
    """Return the line after a key; None where the key is none of a text field's."""
    if key in EDITS:
        return EDITS[key](line)
    typed = typed_by(key, character)
    return line.insert(typed) if typed else None


def is_edited_by(key: str) -> bool:
    """Return whether a text field takes `key` for itself."""
    return edited(TextLine(), key, character_of(key)) is not None


def character_of(key: str) -> str | None:
    """Return what `key` would type, None for a key that types nothing."""
    return key if len(key) == 1 else key_to_character(_UNICODE_NAMES.get(key, key))
