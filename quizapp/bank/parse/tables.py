"""Tables as they are written: their columns, and their rows with a card's group for each cell.

A cell's group is written out as YAML would hold it, every key with the place that it was taken
from. So whatever reads and checks facts reads and checks rows, and speaks of the right line.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizapp.bank.concepts import normalize_text
from quizapp.bank.diagnostics import Problem, ProblemCollector, did_you_mean, make_problem, quote
from quizapp.bank.parse.build_values import DeckNames, read_entry
from quizapp.bank.parse.table_entries import ColumnEntry, RowEntry, TableEntry
from quizapp.bank.parse.validation_messages import (
    bad_id_problem,
    cut_text_words,
    duplicate_id_problem,
    not_a_group_problem,
)
from quizapp.bank.parse.value_types import IS_ID
from quizapp.bank.parse.versions import (
    NEWER_ROW_KEYS,
    NEWEST,
    RESERVED_KEYS,
    RESERVED_ROW_KEYS,
    reserved_key_problem,
)
from quizapp.bank.place import Place
from quizapp.bank.yaml.flow_commas import is_bare_key
from quizapp.bank.yaml.nodes import KeyGroup, Node, listed_members

ROW = "row"
_COLUMN = "column"  # under `choose_from`: what stands in other rows of the column is wrong
REVERSE_SUFFIX = "-reverse"  # behind its column, the name of the card that asks back
TEMPLATE_GAP = re.compile(r"\{([^{}]*)\}")
# What a column says for its cells, and a table for its rows.
_CELL_DEFAULT_KEYS = (
    "source",
    "unit",
    "of",
    "tolerance",
    "near",
    "among",
    "choose_from",
    "language",
    "code",
    "kind",
    "exam",
)
_ROW_DEFAULT_KEYS = ("source", "status", "exam", "lint")


@dataclass(frozen=True, slots=True)
class ParsedColumn:
    """A column: what it says for all its cells, and the group that says it."""

    name: str
    entry: ColumnEntry
    group: KeyGroup

    @property
    def is_exclusive(self) -> bool:
        """Whether the value of another row is wrong in this one."""
        return self.entry.choose_from == _COLUMN

    @property
    def is_asked(self) -> bool:
        """Whether anything asks for its cells."""
        return bool(self.entry.ask or self.entry.say)


@dataclass(frozen=True, slots=True)
class ParsedRow:
    """A row as it is written: its own keys, and its cells by column, each as a card."""

    id: str
    entry: RowEntry
    group: KeyGroup
    cells: Mapping[str, KeyGroup]


@dataclass(frozen=True, slots=True)
class ParsedTable:
    """A table that is sound in shape, with its sound columns and rows."""

    entry: TableEntry
    columns: Mapping[str, ParsedColumn]
    rows: Sequence[ParsedRow]
    names: DeckNames


def read_tables(
    groups: Sequence[KeyGroup], names: DeckNames, faults: ProblemCollector
) -> Iterator[ParsedTable]:
    """Yield the tables of `groups` that are sound in shape, an id that comes again left out."""
    first: dict[str, Place] = {}
    for node, place in listed_members(groups, "tables"):
        if not isinstance(node, KeyGroup):
            faults.add([not_a_group_problem("a table", node, place)])
            continue
        entry = read_entry(TableEntry, node, faults)
        if entry is None:
            continue
        if entry.id in first:
            again = node.value_place("id")
            faults.add([duplicate_id_problem("table", entry.id, again, first[entry.id])])
            continue
        first[entry.id] = place
        columns = _read_columns(node, names.version, faults)
        yield ParsedTable(entry, columns, _read_rows(node, columns, faults), names)


# --- columns -------------------------------------------------------------------------------------


def _read_columns(
    table: KeyGroup, version: int, faults: ProblemCollector
) -> dict[str, ParsedColumn]:
    """Return the sound columns of a table."""
    found: dict[str, ParsedColumn] = {}
    row_keys = _row_keys(version)
    for name, node, place in _read_section(table, "columns", "a column", faults):
        taken = {f"{column}{REVERSE_SUFFIX}" for column, of in found.items() if of.entry.reverse}
        if name in row_keys or name in taken:
            what = "a reverse card" if name in taken else "a key of rows"
            message = f"the column `{name}` is called like {what}"
            faults.add([make_problem("B116", place, message, "give it another id")])
        elif entry := read_entry(ColumnEntry, node, faults):
            found[name] = ParsedColumn(name, entry, node)
    for column in found.values():
        faults.add(_template_problems(column, _declared_columns(table)))
    return found


def _row_keys(version: int) -> Collection[str]:
    """Return the keys that a row has or will have: a column of the same name would hide them."""
    keys = frozenset(RowEntry.model_fields)
    return keys | RESERVED_ROW_KEYS if version == NEWEST else keys - NEWER_ROW_KEYS


def _template_problems(column: ParsedColumn, columns: Collection[str]) -> Iterator[Problem]:
    """Yield a fault for each template of a column that does not fit."""
    known = {ROW, *columns}
    for key, needed in (("ask", ROW), ("say", column.name), ("reverse", column.name)):
        text, place = str(getattr(column.entry, key)), column.group.value_place(key)
        gaps = [each.partition("|")[0].strip() for each in TEMPLATE_GAP.findall(text)]
        for gap in gaps:
            if gap not in known:
                fix = did_you_mean(gap, known) or f"known here: {', '.join(sorted(known))}"
                yield make_problem("B115", place, f"{{{gap}}} in `{key}` is no column", fix)
        if text and needed not in gaps:
            message = f"`{key}` of the column `{column.name}` lacks {{{needed}}}"
            yield make_problem("B115", place, message, f"write {{{needed}}} where it belongs")
        if key == "reverse" and ROW in gaps:
            fix = "leave {row} out: it is the answer"
            yield make_problem("B115", place, "`reverse` names the row that it asks for", fix)
    if not column.is_asked:
        message = f"nothing asks for the column `{column.name}`"
        yield make_problem(
            "B107", column.group.place, message, "add `ask:`, or `say:` with its gap"
        )


# --- rows ----------------------------------------------------------------------------------------


def _read_rows(
    table: KeyGroup, columns: Mapping[str, ParsedColumn], faults: ProblemCollector
) -> list[ParsedRow]:
    """Return the sound rows of a table; what they leave to the table is filled in."""
    found: list[ParsedRow] = []
    first: dict[str, str] = {}
    unsound = _declared_columns(table).difference(columns, _row_keys(NEWEST))
    for name, node, place in _read_section(table, "rows", "a row", faults):
        cells = _read_cells(node, columns)
        group = node.copy_keys([key for key in node if key not in cells and key not in unsound])
        for key in _ROW_DEFAULT_KEYS:
            if key in table and key not in group:
                group.copy_key(table, key)
        entry = _read_row(group, columns, faults)
        if entry is None:
            continue
        namesake = first.setdefault(normalize_text(entry.name), name)
        if fault := _row_name_fault(entry.name, namesake if namesake != name else ""):
            faults.add([make_problem(fault[0], node.value_place("name"), *fault[1:])])
        elif cells:
            found.append(ParsedRow(name, entry, group, cells))
        elif unsound.isdisjoint(node):
            fix = f"fill one of its columns: {', '.join(columns)}"
            faults.add([make_problem("B107", place, f"the row `{name}` has no cell", fix)])
    return found


def _row_name_fault(name: str, namesake: str) -> tuple[str, str, str] | None:
    """Return code, message and fix of the `name` of a row; `namesake` is a row called so, too."""
    if namesake:
        message = f"{quote(name)} is the name of the row `{namesake}`, too"
        return "B116", message, "give them different names"
    if TEMPLATE_GAP.search(name):
        return "B115", "the name of a row holds no braces", "write it without them"
    return None


def _declared_columns(table: KeyGroup) -> frozenset[str]:
    """Return the names of all columns, faulty ones too: what rows say of these is no new fault."""
    columns = table["columns"]
    return frozenset(columns) if isinstance(columns, KeyGroup) else frozenset()


def _read_row(
    group: KeyGroup, columns: Collection[str], faults: ProblemCollector
) -> RowEntry | None:
    """Return what a row says beside its cells; an unknown key may be meant for a column."""
    known = RowEntry.model_fields
    unknown = [key for key in group if key not in known]
    for key in unknown:
        if key in RESERVED_KEYS:
            faults.add([reserved_key_problem(key, group)])
            continue
        fix = did_you_mean(key, {*known, *columns}) or f"its columns: {', '.join(columns)}"
        message = f"`{quote(key)[1:-1]}` is no column and no key of a row"
        if is_bare_key(group, key):
            message, fix = cut_text_words(key)
        faults.add([make_problem("B106", group.key_place(key), message, fix)])
    return read_entry(RowEntry, group.copy_keys([key for key in group if key in known]), faults)


def _read_cells(row: KeyGroup, columns: Mapping[str, ParsedColumn]) -> dict[str, KeyGroup]:
    """Return the cells of a row by column, each as a card that its column completes."""
    return {
        key: _build_cell(node, start, row, columns[key])
        for (key, node), start in zip(row.items(), row.starts[1::2], strict=True)
        if key in columns
    }


def _build_cell(node: Node, start: int, row: KeyGroup, column: ParsedColumn) -> KeyGroup:
    """Return the card that a cell writes; what it does not say itself, its column says."""
    if isinstance(node, KeyGroup) and ("answer" in node or "amount" in node):
        card = node.copy_keys(node)
    else:
        card = row.make_empty(start)
        card.add_key("answer", node, start)
    for key in _CELL_DEFAULT_KEYS:
        is_said = key in column.group and key not in card
        if is_said and not (key == "choose_from" and column.is_exclusive):
            card.copy_key(column.group, key)
    return card


def _read_section(
    table: KeyGroup, key: str, what: str, faults: ProblemCollector
) -> Iterator[tuple[str, KeyGroup, Place]]:
    """Yield the columns or rows of a table that have an id and a group, with their places."""
    groups = table[key]
    assert isinstance(groups, KeyGroup)  # noqa: S101 (the table's shape is sound)
    for name, node, place in groups.items_with_places():
        if not IS_ID(name):
            faults.add([bad_id_problem(name, place)])
        elif isinstance(node, KeyGroup):
            yield name, node, place
        else:
            faults.add([not_a_group_problem(what, node, place)])
