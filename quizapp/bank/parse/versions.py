"""The versions of the format: what version 2 brought, and what is kept for a later one.

A version-1 deck means what it meant when it was written: a key that version 2 brought is a fault in
it, so that an older quizapp reads every deck that calls itself version 1.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from quizapp.bank.diagnostics import Problem, make_problem
from quizapp.bank.yaml.nodes import KeyGroup, Node, listed_members, named_members

FIRST, NEWEST = 1, 2
# Keys of a later version. Told by name, or `case` would be taken for a slip in another key.
RESERVED_KEYS = frozenset(
    (
        *("date", "compare", "cases", "case", "objectives", "objective", "level"),
        *("uses", "glossary", "course", "sections", "section"),
    )
)
# Those that a row will have: a column of the same name would hide them.
RESERVED_ROW_KEYS = frozenset(("case", "objective", "level", "section"))
NEWER_ROW_KEYS = frozenset(("note",))
_OF_SOURCE = frozenset(("names",))
_OF_FACT = frozenset(("amount", "asks", "kind", "note", "said_as"))
_OF_COLUMN = frozenset(("kind", "name", "source"))
_WAYS_OUT = dict.fromkeys(("source", "why", "mnemonic", "tags", "image"), "move it to the fact")
_OF_CARD = _OF_FACT | _WAYS_OUT.keys()


def version_of(group: KeyGroup) -> int:
    """Return the version that the header in `group` names; the newest where it names none."""
    return FIRST if group.text("quizapp") == str(FIRST) else NEWEST


def reserved_key_problem(key: str, group: KeyGroup) -> Problem:
    """Return the fault of a key that a later version will read."""
    message, fix = reserved_key_words(key)
    return make_problem("B117", group.key_place(key), message, fix)


def reserved_key_words(key: str) -> tuple[str, str]:
    """Return what is wrong with a key that a later version will read, and how to fix it."""
    return f"`{key}` comes later: this version of quizapp does not read it yet", "leave it out"


def find_newer_keys(groups: Sequence[KeyGroup]) -> Iterator[Problem]:
    """Yield a fault for each key in the files of a version-1 deck that version 2 brought."""
    for _, source, _ in named_members(groups[:1], "sources"):
        yield from _newer_keys(source, _OF_SOURCE)
    for fact, _ in listed_members(groups, "facts"):
        yield from _newer_keys(fact, _OF_FACT)
        for card in _members(fact, "cards").values():
            yield from _newer_keys(card, _OF_CARD)
    for table, _ in listed_members(groups, "tables"):
        columns = _members(table, "columns")
        for column in columns.values():
            yield from _newer_keys(column, _OF_COLUMN)
        for row in _members(table, "rows").values():
            cells = [row.get(each, "") for each in columns] if isinstance(row, KeyGroup) else []
            yield from _newer_keys(row, NEWER_ROW_KEYS.difference(columns))
            for cell in cells:
                yield from _newer_keys(cell, _OF_CARD)


def _newer_keys(node: Node, keys: Collection[str]) -> Iterator[Problem]:
    """Yield a fault for each of `keys` that a group has."""
    if isinstance(node, KeyGroup):
        for key in node:
            if key in keys:
                way_out = _WAYS_OUT.get(key, "leave it out")
                yield make_problem(
                    "B118",
                    node.key_place(key),
                    f"here `{key}` needs version {NEWEST} of the format, and the deck is "
                    f"written in version {FIRST}",
                    f"write `quizapp: {NEWEST}` at its top, or {way_out}",
                )


def _members(node: Node, key: str) -> Mapping[str, Node]:
    """Return the keys and values of the group that a `node` has under `key`."""
    found = node.get(key) if isinstance(node, KeyGroup) else None
    return found if isinstance(found, KeyGroup) else {}
