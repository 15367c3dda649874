"""The text of a deck's file, and the values of its YAML: texts, groups of keys, lists.

Each of them knows its place in the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import TypeAlias

from quizapp.bank.place import Place

MAX_MEMBERS = 1_000  # of a list or group, but for the sections of a deck
_MAX_INDENT = 200  # of a text that goes on over lines


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


class UnquotedNumber(str):
    """A number that is written without quotes; in quotes it is text."""

    __slots__ = ()


class KeyGroup(dict[str, "Node"]):
    """Keys and their values, in order. `starts` holds where each key and each value begins."""

    __slots__ = ("deck_text", "start", "starts")

    deck_text: DeckText
    start: int
    starts: list[int]

    @property
    def place(self) -> Place:
        """Where the group begins."""
        return self.deck_text.place(self.start)

    def key_place(self, key: str) -> Place:
        """Return the place of `key`; where the group begins when it has no such key."""
        return self._place(key, 0)

    def value_place(self, key: str) -> Place:
        """Return where the value of `key` begins; where the group does when it has no such key."""
        return self._place(key, 1)

    def value_places(self, key: str) -> tuple[Place, ...]:
        """Return the place of each text under `key`: one text, a list of them, or keys."""
        value = self.get(key)
        if isinstance(value, NodeList):
            return tuple(map(self.deck_text.place, value.starts))
        if isinstance(value, KeyGroup):
            return tuple(map(self.deck_text.place, value.starts[::2]))
        return () if value is None else (self.value_place(key),)

    def find_in_value(self, key: str, pattern: str) -> Place:
        """Return where `pattern` first matches in the text under `key`; else where that begins."""
        start = self.starts[2 * list(self).index(key) + 1]
        end = start + 2 * len(self[key]) + _MAX_INDENT
        found = re.compile(pattern).search(self.deck_text.text, start, end)
        return self.deck_text.place(found.start() if found else start)

    def items_with_places(self) -> Iterator[tuple[str, "Node", Place]]:
        """Yield each key, its value, and the place of the key."""
        for (key, value), start in zip(self.items(), self.starts[::2], strict=True):
            yield str(key), value, self.deck_text.place(start)

    def text(self, key: str) -> str:
        """Return the text under `key`; "" when there is none."""
        value = self.get(key)
        return str(value) if isinstance(value, str) else ""

    def make_empty(self, start: int) -> "KeyGroup":
        """Return a group of the same file without keys, as if it began at `start`."""
        group = KeyGroup()
        group.deck_text, group.start, group.starts = self.deck_text, start, []
        return group

    def copy_keys(self, keys: Iterable[str]) -> "KeyGroup":
        """Return a group with the values that this one has under `keys`."""
        copy = self.make_empty(self.start)
        for key in keys:
            copy.copy_key(self, key)
        return copy

    def copy_key(self, other: "KeyGroup", key: str) -> None:
        """Take over what `other` has under `key`, with its places."""
        at = 2 * list(other).index(key)
        self[key] = other[key]
        self.starts.extend(other.starts[at : at + 2])

    def add_key(self, key: str, node: "Node", start: int) -> None:
        """Put `node` under `key`, as if both were written at `start`."""
        self[key] = node
        self.starts.extend((start, start))

    def truncate(self) -> None:
        """Leave out all but the first `MAX_MEMBERS` keys."""
        for key in list(self)[MAX_MEMBERS:]:
            del self[key]
        del self.starts[2 * MAX_MEMBERS :]

    def _place(self, key: str, offset: int) -> Place:
        if key not in self:
            return self.place
        return self.deck_text.place(self.starts[2 * list(self).index(key) + offset])


class NodeList(list["Node"]):
    """The members of a list. `starts` holds where each begins."""

    __slots__ = ("deck_text", "start", "starts")

    deck_text: DeckText
    start: int
    starts: list[int]

    @property
    def place(self) -> Place:
        """Where the list begins."""
        return self.deck_text.place(self.start)

    def truncate(self) -> None:
        """Leave out all but the first `MAX_MEMBERS` members."""
        del self[MAX_MEMBERS:], self.starts[MAX_MEMBERS:]


Node: TypeAlias = str | KeyGroup | NodeList


def named_members(groups: Iterable[KeyGroup], key: str) -> Iterator[tuple[str, Node, Place]]:
    """Yield the name, value and place of every member of the groups under `key` in `groups`."""
    for group in groups:
        section = group.get(key)
        if isinstance(section, KeyGroup):
            yield from section.items_with_places()


def listed_members(groups: Iterable[KeyGroup], key: str) -> Iterator[tuple[Node, Place]]:
    """Yield each member, with its place, of the lists under `key` in any of `groups`."""
    for group in groups:
        section = group.get(key)
        if isinstance(section, NodeList):
            places = map(section.deck_text.place, section.starts)
            yield from zip(section, places, strict=True)


def shape_of(value: object) -> str:
    """Return which shape a value has: "text", "list" or "group"."""
    if isinstance(value, list):
        return "list"
    return "group" if isinstance(value, dict) else "text"
