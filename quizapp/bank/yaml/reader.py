"""YAML as plain text, groups and lists, each with its place: fast, and without its surprises.

A loop over libyaml's events; no value is ever built from a tag. Every scalar stays the text that
the author wrote (`no`, `12:30`, `1.10`); what it means is decided by its key.
Anchors, aliases, tags, a second document and keys given twice are faults, so a small file cannot
become a large deck. What a key means is not known here.
"""

import re
from collections.abc import Callable, Collection, Iterator
from itertools import islice
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
from quizapp.bank.numerals import NUMBER_PATTERN
from quizapp.bank.place import Place
from quizapp.bank.yaml.nodes import (
    MAX_MEMBERS,
    DeckText,
    KeyGroup,
    Node,
    NodeList,
    UnquotedNumber,
)
from quizapp.bank.yaml.syntax_errors import MAX_DEPTH, explain_yaml_error, too_deep_problem

_SECTION_DEPTH = 2  # where the sections of a deck stand: their length is looked at in the end
_NUMBER_STARTS = frozenset("+-.0123456789")

# What libyaml refuses as well, and what shows text in another order than it stands in the file:
# controls but tab and line ends, C1, line separators, bidi overrides and isolates, stray marks.
_FORBIDDEN_CHARACTERS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_REPLACEMENT = "\ufffd"
_UTF16_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")

# libyaml, or the same in Python where PyYAML was built without it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Event: TypeAlias = Any  # PyYAML's types leave out what its events carry
_CollectionNode = TypeVar("_CollectionNode", KeyGroup, NodeList)


def read_yaml(
    deck_text: DeckText, long_keys: Collection[str] = (), *, is_long: bool = False
) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return the value that `deck_text` holds and the faults of its YAML; None when it has none.

    A file that breaks off has no value: only the faults up to there are known. The members of
    `long_keys` may be any number, and so may the keys of a file that `is_long`; every other list or
    group has `MAX_MEMBERS`.
    """
    reader = _YamlReader(deck_text, long_keys, is_long=is_long)
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

    def __init__(self, deck_text: DeckText, long_keys: Collection[str], *, is_long: bool) -> None:
        self.deck_text = deck_text
        self.long_keys = long_keys
        self.unlimited_depths = (1, _SECTION_DEPTH) if is_long else (_SECTION_DEPTH,)
        self.problems: list[Problem] = []
        self.next_event = _LOADER(deck_text.text).get_event
        self.has_escapes = "\\" in deck_text.text

    def read_document(self) -> Node | None:
        """Return the value of the only document."""
        self.next_event()  # the stream starts
        event = self.next_event()
        if type(event) is StreamEndEvent:
            self.report("B101", 0, "the file is empty", "see `quizapp new` for a deck")
            return None
        event = self.next_event()
        if type(event) is ScalarEvent:
            value: Node = self.read_scalar(event)
        else:
            value = self.choose_reader(event, 0)(event, 1)
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

    def choose_reader(self, event: _Event, depth: int) -> Callable[[_Event, int], Node]:
        """Return what reads the group or list that `event` starts, unless it may not be here."""
        kind = type(event)
        if kind is AliasEvent:
            return self.refuse_alias
        if event.anchor is not None or event.tag is not None:
            self.report_forbidden(event)
        if depth == MAX_DEPTH:
            self.add_problem(too_deep_problem(self.deck_text.place(event.start_mark.index)))
            raise _StopReadingError
        return self.read_group if kind is MappingStartEvent else self.read_list

    def refuse_alias(self, event: _Event, _: int) -> str:
        """Report an alias and return the empty text that stands for it."""
        self.report_forbidden(event)
        return ""

    def read_group(self, event: _Event, depth: int) -> KeyGroup:
        """Return the keys and values up to the end of the group that `event` starts."""
        group = self.set_start(KeyGroup(), event)
        add_starts, next_event = group.starts.extend, self.next_event
        text, reader = self.read_scalar, self.choose_reader
        while type(event := next_event()) is not MappingEndEvent:
            is_text = type(event) is ScalarEvent
            key = text(event) if is_text else self.skip_bad_key(event, depth)
            of_value = next_event()
            is_text = type(of_value) is ScalarEvent
            value = text(of_value) if is_text else reader(of_value, depth)(of_value, depth + 1)
            if key is None:
                continue
            if key in group:
                self.report_duplicate_key(group, key, event)
                continue
            group[key] = value
            add_starts((event.start_mark.index, of_value.start_mark.index))
        if depth not in self.unlimited_depths and len(group) > MAX_MEMBERS:
            self.truncate(group)
        return group

    def read_list(self, event: _Event, depth: int) -> NodeList:
        """Return the members up to the end of the list that `event` starts."""
        items = self.set_start(NodeList(), event)
        while type(event := self.next_event()) is not SequenceEndEvent:
            is_text = type(event) is ScalarEvent
            items.append(
                self.read_scalar(event)
                if is_text
                else self.choose_reader(event, depth)(event, depth + 1)
            )
            items.starts.append(event.start_mark.index)
        if depth != _SECTION_DEPTH and len(items) > MAX_MEMBERS:
            self.truncate(items)
        return items

    def set_start(self, collection: _CollectionNode, event: _Event) -> _CollectionNode:
        """Return `collection` with its place."""
        collection.deck_text = self.deck_text
        collection.start = event.start_mark.index
        collection.starts = []
        return collection

    def skip_bad_key(self, event: _Event, depth: int) -> str | None:
        """Report a key that is a list or group, pass over it, and return None."""
        start = event.start_mark.index
        self.choose_reader(event, depth)(event, depth + 1)
        self.report("B101", start, "a key must be text", "write one word before the colon")
        return None

    def read_scalar(self, event: _Event) -> str:
        """Return a scalar as written."""
        if event.anchor is not None or event.tag is not None:
            self.report_forbidden(event)
        value: str = event.value
        if self.has_escapes and not value.isprintable():
            value = self.replace_forbidden(value, event)
        if (
            value
            and value[0] in _NUMBER_STARTS
            and event.implicit[0]
            and NUMBER_PATTERN.fullmatch(value)
        ):
            return UnquotedNumber(value)
        return value

    def replace_forbidden(self, value: str, event: _Event) -> str:
        """Return `value` without the characters that an escape has smuggled in."""
        found = _FORBIDDEN_CHARACTERS.search(value.replace("\r", "\x00"))
        if found is None:
            return value
        character = value[found.start()]
        self.add_problem(
            _forbidden_character_problem(character, self.deck_text.place(event.start_mark.index))
        )
        return _FORBIDDEN_CHARACTERS.sub(_REPLACEMENT, value.replace("\r", _REPLACEMENT))

    def truncate_sections(self, value: Node) -> None:
        """Truncate each section of the file that has too many members."""
        for key, section in value.items() if isinstance(value, KeyGroup) else ():
            if isinstance(section, str) or key in self.long_keys:
                continue
            if len(section) > MAX_MEMBERS:
                self.truncate(section)

    def truncate(self, collection: KeyGroup | NodeList) -> None:
        """Report a list or group that no author wrote, and leave most of it out."""
        message = f"more than {MAX_MEMBERS:,} members are in this list"
        self.report("B105", collection.start, message, "a deck never needs that many")
        collection.truncate()

    def report_forbidden(self, event: _Event) -> None:
        """Report what could make a deck larger, or other, than it looks."""
        if type(event) is AliasEvent:
            what, fix = f"the alias *{event.anchor}", "write its text instead"
        elif event.anchor is not None:
            what, fix = f"the anchor &{event.anchor}", "remove it; put text with a `&` in quotes"
        else:
            what, fix = f"the tag {event.tag}", "remove it; put text with a `!` in quotes"
        self.report("B102", event.start_mark.index, f"{what} is not allowed in a deck", fix)

    def report_duplicate_key(self, group: KeyGroup, key: str, event: _Event) -> None:
        """Report a key that its group has already."""
        first = group.key_place(key)
        self.report(
            "B103",
            event.start_mark.index,
            f"the key {quote(key)} is given twice; it is in line {first.line}, too",
            "keep one of them",
        )

    def report(self, code: str, start: int, message: str, fix: str) -> None:
        """Keep a fault."""
        self.add_problem(make_problem(code, self.deck_text.place(start), message, fix))

    def add_problem(self, problem: Problem) -> None:
        """Keep a fault; with too many of them, give up."""
        self.problems.append(problem)
        if len(self.problems) > MAX_PROBLEMS:
            raise _StopReadingError


# --- characters ----------------------------------------------------------------------------------


def decode_deck_text(file: str, data: bytes) -> tuple[DeckText, tuple[Problem, ...]]:
    """Return the text that `data` holds, and the faults of its characters.

    What a deck may not hold is replaced in the text, one character for one, so that reading
    can go on. Text that is no UTF-8 gives an empty one.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return DeckText(file, ""), (_not_utf8_problem(file, data, error.start),)
    if "\x00" in text:
        return DeckText(file, ""), (_not_utf8_problem(file, data, data.index(0)),)
    if _FORBIDDEN_CHARACTERS.search(text) is None:
        return DeckText(file, text), ()
    deck_text = DeckText(file, _FORBIDDEN_CHARACTERS.sub(_REPLACEMENT, text))
    return deck_text, tuple(_forbidden_character_problems(deck_text, text))


def _not_utf8_problem(file: str, data: bytes, start: int) -> Problem:
    """Return the fault of a file that is no UTF-8 text from byte `start` on."""
    before = _FORBIDDEN_CHARACTERS.sub(
        _REPLACEMENT, data[:start].decode("utf-8-sig", errors="replace")
    )
    place = DeckText(file, before).place(len(before))
    if data.startswith(_UTF16_BYTE_ORDER_MARKS) or b"\x00" in data:
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


def _forbidden_character_problems(deck_text: DeckText, text: str) -> Iterator[Problem]:
    """Yield the faults of the first `MAX_PROBLEMS` characters of `text` that had to be replaced."""
    for found in islice(_FORBIDDEN_CHARACTERS.finditer(text), MAX_PROBLEMS):
        yield _forbidden_character_problem(found.group(), deck_text.place(found.start()))


def _forbidden_character_problem(character: str, place: Place) -> Problem:
    """Return the fault of a control character or of one that reorders text."""
    return make_problem(
        "B104",
        place,
        f"the invisible character U+{ord(character):04X} is not allowed in a deck",
        "delete it: such a character can forge what a terminal shows",
    )
