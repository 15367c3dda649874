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

from quizapp.bank.diagnostics import MAX_PROBLEMS, Problem, make_problem, quote
from quizapp.bank.numerals import is_number
from quizapp.bank.yaml.deck_text import (
    FORBIDDEN_CHARACTERS,
    REPLACEMENT,
    DeckText,
    forbidden_character_problem,
)
from quizapp.bank.yaml.nodes import MAX_MEMBERS, KeyGroup, Node, NodeList, UnquotedNumber
from quizapp.bank.yaml.syntax_errors import MAX_DEPTH, explain_yaml_error, too_deep_problem

SECTION_DEPTH = 2  # where the sections of a deck stand: their length is looked at in the end
NUMBER_STARTS = frozenset("+-.0123456789")

# libyaml, or the same in Python where PyYAML was built without it.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Event: TypeAlias = Any  # PyYAML's types leave out what its events carry
CollectionNode = TypeVar("CollectionNode", KeyGroup, NodeList)


def read_yaml(
    deck_text: DeckText, long_keys: Collection[str] = ()
) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return the value that `page` holds and the faults of its YAML; None when it has none.

    A file that breaks off has no value: only the faults up to there are known. What stands under
    `long_keys` may have any number of members; every other list or group has `MAX_MEMBERS`.
    """
    reader = _YamlReader(deck_text, long_keys)
    try:
        return reader.read_document(), tuple(reader.problems)
    except yaml.YAMLError as error:
        return None, (*reader.problems, explain_yaml_error(error, deck_text))
    except _StopReadingError:
        return None, tuple(reader.problems)


class _StopReadingError(Exception):
    """The file is not worth reading on; the last problem says why."""


class _YamlReader:
    """One pass over the events of one file."""

    def __init__(self, deck_text: DeckText, long_keys: Collection[str]) -> None:
        self.page = deck_text
        self.long_keys = long_keys
        self.problems: list[Problem] = []
        self.next_event = LOADER(deck_text.text).get_event
        self.has_escapes = "\\" in deck_text.text

    def read_document(self) -> Node | None:
        """Return the value of the only document."""
        self.next_event()  # the stream starts
        event = self.next_event()
        if type(event) is StreamEndEvent:
            self.report("B101", 0, "the file is empty", "see `quizapp new` for a deck")
            return None
        value = self.read_value(self.next_event(), 0)
        self.truncate_sections(value)
        self.next_event()  # the document ends
        event = self.next_event()
        if type(event) is not StreamEndEvent:
            self.report(
                "B102",
                event.start_mark.index,
                "a second document begins here; a deck is one",
                "remove the line `---`, or move what follows to a file of its own",
            )
        return value

    def read_value(self, event: Event, depth: int) -> Node:
        """Return the value that begins with `event`."""
        kind = type(event)
        if kind is ScalarEvent:
            return self.read_scalar(event)
        if kind is AliasEvent:
            self.report_forbidden(event)
            return ""
        if event.anchor is not None or event.tag is not None:
            self.report_forbidden(event)
        if depth == MAX_DEPTH:
            self.add_problem(too_deep_problem(self.page.place(event.start_mark.index)))
            raise _StopReadingError
        if kind is MappingStartEvent:
            return self.read_group(event, depth + 1)
        return self.read_list(event, depth + 1)

    def read_group(self, event: Event, depth: int) -> KeyGroup:
        """Return the keys and values up to the end of the group that `event` starts."""
        group = self.set_start(KeyGroup(), event)
        add_starts, next_event, text = group.starts.extend, self.next_event, self.read_scalar
        while type(event := next_event()) is not MappingEndEvent:
            is_text = type(event) is ScalarEvent
            key = text(event) if is_text else self.skip_bad_key(event, depth)
            of_value = next_event()
            is_text = type(of_value) is ScalarEvent
            value = text(of_value) if is_text else self.read_value(of_value, depth)
            if key is None:
                continue
            if key in group:
                self.report_duplicate_key(group, key, event)
                continue
            group[key] = value
            add_starts((event.start_mark.index, of_value.start_mark.index))
        if depth != SECTION_DEPTH and len(group) > MAX_MEMBERS:
            self.truncate(group)
        return group

    def read_list(self, event: Event, depth: int) -> NodeList:
        """Return the members up to the end of the list that `event` starts."""
        items = self.set_start(NodeList(), event)
        while type(event := self.next_event()) is not SequenceEndEvent:
            items.append(self.read_value(event, depth))
            items.starts.append(event.start_mark.index)
        if depth != SECTION_DEPTH and len(items) > MAX_MEMBERS:
            self.truncate(items)
        return items

    def set_start(self, collection: CollectionNode, event: Event) -> CollectionNode:
        """Return `collection` with its place."""
        collection.deck_text = self.page
        collection.start = event.start_mark.index
        collection.starts = []
        return collection

    def skip_bad_key(self, event: Event, depth: int) -> str | None:
        """Complain of a key that is a list or group, pass over it, and return None."""
        start = event.start_mark.index
        self.read_value(event, depth)
        self.report("B101", start, "a key must be text", "write one word before the colon")
        return None

    def read_scalar(self, event: Event) -> str:
        """Return a scalar as written."""
        if event.anchor is not None or event.tag is not None:
            self.report_forbidden(event)
        value: str = event.value
        if self.has_escapes and not value.isprintable():
            value = self.replace_forbidden(value, event)
        if value and value[0] in NUMBER_STARTS and event.implicit[0] and is_number(value):
            return UnquotedNumber(value)
        return value

    def replace_forbidden(self, value: str, event: Event) -> str:
        """Return `value` without the characters that an escape has smuggled in."""
        found = FORBIDDEN_CHARACTERS.search(value.replace("\r", "\x00"))
        if found is None:
            return value
        character = value[found.start()]
        self.add_problem(
            forbidden_character_problem(character, self.page.place(event.start_mark.index))
        )
        return FORBIDDEN_CHARACTERS.sub(REPLACEMENT, value.replace("\r", REPLACEMENT))

    def truncate_sections(self, value: Node) -> None:
        """Hold the members of what stands under a key of the file to their number."""
        for key, section in value.items() if isinstance(value, KeyGroup) else ():
            if isinstance(section, str) or key in self.long_keys:
                continue
            if len(section) > MAX_MEMBERS:
                self.truncate(section)

    def truncate(self, collection: KeyGroup | NodeList) -> None:
        """Complain of a list or group that no author wrote, and leave most of it out."""
        message = f"more than {MAX_MEMBERS:,} members are in this list"
        self.report("B105", collection.start, message, "a deck never needs that many")
        collection.truncate()

    def report_forbidden(self, event: Event) -> None:
        """Complain of what could make a deck larger, or other, than it looks."""
        if type(event) is AliasEvent:
            what, fix = f"the alias *{event.anchor}", "write its text instead"
        elif event.anchor is not None:
            what, fix = f"the anchor &{event.anchor}", "remove it; put text with a `&` in quotes"
        else:
            what, fix = f"the tag {event.tag}", "remove it; put text with a `!` in quotes"
        self.report("B102", event.start_mark.index, f"{what} is not allowed in a deck", fix)

    def report_duplicate_key(self, group: KeyGroup, key: str, event: Event) -> None:
        """Complain of a key that stands in its group already."""
        first = group.key_place(key)
        self.report(
            "B103",
            event.start_mark.index,
            f"the key {quote(key)} is given twice; it is in line {first.line}, too",
            "keep one of them",
        )

    def report(self, code: str, start: int, message: str, fix: str) -> None:
        """Keep a fault."""
        self.add_problem(make_problem(code, self.page.place(start), message, fix))

    def add_problem(self, problem: Problem) -> None:
        """Keep a fault; with too many of them, give up."""
        self.problems.append(problem)
        if len(self.problems) > MAX_PROBLEMS:
            raise _StopReadingError
