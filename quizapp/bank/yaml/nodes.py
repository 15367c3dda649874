"""What stands in a deck's YAML: text, groups of keys, lists; each knows where it stands."""

import re
from collections.abc import Iterator
from typing import TypeAlias

from quizapp.bank.model import Place
from quizapp.bank.yaml.deck_text import DeckText

MAX_MEMBERS = 1_000  # of a list or group, but for the sections of a deck
MAX_INDENT = 200  # of a text that goes on over lines


class UnquotedNumber(str):
    """A number that stands without quotes, as written; in quotes it is text."""

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
        """Return where `key` stands; where the group begins when it has no such key."""
        return self._place(key, 0)

    def value_place(self, key: str) -> Place:
        """Return where the value of `key` begins; where the group does when it has no such key."""
        return self._place(key, 1)

    def value_places(self, key: str) -> tuple[Place, ...]:
        """Return where each text under `key` stands: one text, a list of them, or keys."""
        value = self.get(key)
        if isinstance(value, NodeList):
            return tuple(map(self.deck_text.place, value.starts))
        if isinstance(value, KeyGroup):
            return tuple(map(self.deck_text.place, value.starts[::2]))
        return () if value is None else (self.value_place(key),)

    def find_in_value(self, key: str, pattern: str) -> Place:
        """Return where `pattern` first matches in the text under `key`; else where that begins."""
        start = self.starts[2 * list(self).index(key) + 1]
        end = start + 2 * len(self[key]) + MAX_INDENT
        found = re.compile(pattern).search(self.deck_text.text, start, end)
        return self.deck_text.place(found.start() if found else start)

    def items_with_places(self) -> Iterator[tuple[str, "Node", Place]]:
        """Yield each key, its value, and where the key stands."""
        for (key, value), start in zip(self.items(), self.starts[::2], strict=True):
            yield str(key), value, self.deck_text.place(start)

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
