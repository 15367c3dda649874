"""YAML as plain text, groups and lists, each with its place: fast, and without its surprises.

A loop over libyaml's events; no value is ever built from a tag. Every scalar stays the text that
the author wrote (`no`, `12:30`, `1.10`); what it means is decided by the key it stands under.
Anchors, aliases, tags, a second document and keys given twice are faults, so a small file cannot
become a large deck. What a key means is not known here.
"""

from collections.abc import Collection
from typing import Any, TypeAlias, TypeVar

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from quizapp.bank.fault import MANY, fault, quoted
from quizapp.bank.nodes import MOST_MEMBERS, Group, Items, Node, Numeral
from quizapp.bank.numerals import is_number
from quizapp.bank.page import REFUSED, REPLACEMENT, Page, refused_character
from quizapp.bank.problem import Problem
from quizapp.bank.syntax import DEEPEST, explained, too_deep

SECTION_DEPTH = 2  # where the sections of a deck stand: their length is looked at in the end
NUMBER_STARTS = frozenset("+-.0123456789")

# libyaml, or the same in Python where PyYAML was built without it.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Event: TypeAlias = Any  # PyYAML's types leave out what its events carry
AnyCollection = TypeVar("AnyCollection", Group, Items)


def read_yaml(
    page: Page, long_keys: Collection[str] = ()
) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return the value that `page` holds and the faults of its YAML; None when it has none.

    A file that breaks off has no value: only the faults up to there are known. What stands under
    `long_keys` may have any number of members; every other list or group has `MOST_MEMBERS`.
    """
    reader = _Reader(page, long_keys)
    try:
        return reader.document(), tuple(reader.problems)
    except yaml.YAMLError as error:
        return None, (*reader.problems, explained(error, page))
    except _GivenUpError:
        return None, tuple(reader.problems)


class _GivenUpError(Exception):
    """The file is not worth reading on; the last problem says why."""


class _Reader:
    """One pass over the events of one file."""

    def __init__(self, page: Page, long_keys: Collection[str]) -> None:
        self.page = page
        self.long_keys = long_keys
        self.problems: list[Problem] = []
        self.next_event = LOADER(page.text).get_event
        self.has_escapes = "\\" in page.text

    def document(self) -> Node | None:
        """Return the value of the only document."""
        self.next_event()  # the stream starts
        event = self.next_event()
        if type(event) is StreamEndEvent:
            self.complain("B101", 0, "the file is empty", "see `quizapp new` for a deck")
            return None
        value = self.value(self.next_event(), 0)
        self.shorten_sections(value)
        self.next_event()  # the document ends
        event = self.next_event()
        if type(event) is not StreamEndEvent:
            self.complain(
                "B102",
                event.start_mark.index,
                "a second document begins here; a deck is one",
                "remove the line `---`, or move what follows to a file of its own",
            )
        return value

    def value(self, event: Event, depth: int) -> Node:
        """Return the value that begins with `event`."""
        kind = type(event)
        if kind is ScalarEvent:
            return self.text(event)
        if kind is AliasEvent:
            self.refuse(event)
            return ""
        if event.anchor is not None or event.tag is not None:
            self.refuse(event)
        if depth == DEEPEST:
            self.add(too_deep(self.page.place(event.start_mark.index)))
            raise _GivenUpError
        if kind is MappingStartEvent:
            return self.group(event, depth + 1)
        return self.items(event, depth + 1)

    def group(self, event: Event, depth: int) -> Group:
        """Return the keys and values up to the end of the group that `event` starts."""
        group = self.begun(Group(), event)
        add_starts, next_event, text = group.starts.extend, self.next_event, self.text
        while type(event := next_event()) is not MappingEndEvent:
            is_text = type(event) is ScalarEvent
            key = text(event) if is_text else self.no_key(event, depth)
            of_value = next_event()
            is_text = type(of_value) is ScalarEvent
            value = text(of_value) if is_text else self.value(of_value, depth)
            if key is None:
                continue
            if key in group:
                self.given_twice(group, key, event)
                continue
            group[key] = value
            add_starts((event.start_mark.index, of_value.start_mark.index))
        if depth != SECTION_DEPTH and len(group) > MOST_MEMBERS:
            self.shorten(group)
        return group

    def items(self, event: Event, depth: int) -> Items:
        """Return the members up to the end of the list that `event` starts."""
        items = self.begun(Items(), event)
        while type(event := self.next_event()) is not SequenceEndEvent:
            items.append(self.value(event, depth))
            items.starts.append(event.start_mark.index)
        if depth != SECTION_DEPTH and len(items) > MOST_MEMBERS:
            self.shorten(items)
        return items

    def begun(self, collection: AnyCollection, event: Event) -> AnyCollection:
        """Return `collection` with its place."""
        collection.page = self.page
        collection.start = event.start_mark.index
        collection.starts = []
        return collection

    def no_key(self, event: Event, depth: int) -> str | None:
        """Complain of a key that is a list or group, pass over it, and return None."""
        start = event.start_mark.index
        self.value(event, depth)
        self.complain("B101", start, "a key must be text", "write one word before the colon")
        return None

    def text(self, event: Event) -> str:
        """Return a scalar as written."""
        if event.anchor is not None or event.tag is not None:
            self.refuse(event)
        value: str = event.value
        if self.has_escapes and not value.isprintable():
            value = self.cleaned(value, event)
        if value and value[0] in NUMBER_STARTS and event.implicit[0] and is_number(value):
            return Numeral(value)
        return value

    def cleaned(self, value: str, event: Event) -> str:
        """Return `value` without the characters that an escape has smuggled in."""
        found = REFUSED.search(value.replace("\r", "\x00"))
        if found is None:
            return value
        character = value[found.start()]
        self.add(refused_character(character, self.page.place(event.start_mark.index)))
        return REFUSED.sub(REPLACEMENT, value.replace("\r", REPLACEMENT))

    def shorten_sections(self, value: Node) -> None:
        """Hold the members of what stands under a key of the file to their number."""
        for key, section in value.items() if isinstance(value, Group) else ():
            if isinstance(section, str) or key in self.long_keys:
                continue
            if len(section) > MOST_MEMBERS:
                self.shorten(section)

    def shorten(self, collection: Group | Items) -> None:
        """Complain of a list or group that no author wrote, and leave most of it out."""
        message = f"more than {MOST_MEMBERS:,} members stand here"
        self.complain("B105", collection.start, message, "a deck never needs that many")
        collection.shorten()

    def refuse(self, event: Event) -> None:
        """Complain of what could make a deck larger, or other, than it looks."""
        if type(event) is AliasEvent:
            what, mend = f"the alias *{event.anchor}", "write out what it stands for"
        elif event.anchor is not None:
            what, mend = f"the anchor &{event.anchor}", "remove it; put text with a `&` in quotes"
        else:
            what, mend = f"the tag {event.tag}", "remove it; put text with a `!` in quotes"
        self.complain("B102", event.start_mark.index, f"{what} is not allowed in a deck", mend)

    def given_twice(self, group: Group, key: str, event: Event) -> None:
        """Complain of a key that stands in its group already."""
        first = group.key_place(key)
        self.complain(
            "B103",
            event.start_mark.index,
            f"the key {quoted(key)} is given twice; it stands in line {first.line}, too",
            "keep one of them",
        )

    def complain(self, code: str, start: int, message: str, mend: str) -> None:
        """Keep a fault."""
        self.add(fault(code, self.page.place(start), message, mend))

    def add(self, problem: Problem) -> None:
        """Keep a fault; with too many of them, give up."""
        self.problems.append(problem)
        if len(self.problems) > MANY:
            raise _GivenUpError
