"""Tables: each row becomes a fact, each of its cells a card, as if an author had written them.

A row's fact is written out as YAML would hold it, every key with the place that it was taken from.
So whatever reads and checks facts reads and checks rows, and speaks of the right line.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from typing import TypeVar

from quizapp.bank.concepts import normalize_text
from quizapp.bank.diagnostics import Problem, ProblemCollector, did_you_mean, make_problem, quote
from quizapp.bank.model import Card, CardId, FactId, NumberAnswer, Place, TableCell, TermAnswer
from quizapp.bank.parse.build_values import (
    DeckNames,
    ParsedCard,
    build_card,
    build_row_fact,
    build_term,
)
from quizapp.bank.parse.entries import CellEntry, ColumnEntry, Entry, RowEntry, TableEntry
from quizapp.bank.parse.parsed_deck import ParsedFact
from quizapp.bank.parse.validate import not_a_group_problem, validate_entry
from quizapp.bank.parse.validation_messages import not_an_id
from quizapp.bank.parse.value_types import ID_PATTERN
from quizapp.bank.rules.card_texts import decimal_or_none
from quizapp.bank.sentences import OPENING_MARKS, answer_text, capitalize, split_at_gaps
from quizapp.bank.yaml.deck_text import DeckText
from quizapp.bank.yaml.nodes import KeyGroup, Node, NodeList

EntryType = TypeVar("EntryType", bound=Entry)

ROW = "row"
COLUMN = "column"  # under `choose_from`: what stands in other rows of the column is wrong
REVERSE_SUFFIX = "-reverse"  # what the card that asks back is called, behind its column
TEMPLATE_GAP = re.compile(r"\{([^{}]*)\}")
CELL_DEFAULT_KEYS = (
    "unit",
    "of",
    "tolerance",
    "among",
    "choose_from",
    "exam",
)  # a column says for its cells
IS_ID = re.compile(ID_PATTERN).fullmatch
ROW_DEFAULT_KEYS = ("source", "status", "exam", "lint")  # a table says for its rows


@dataclass(frozen=True, slots=True)
class ParsedColumn:
    """A column: what it says for all its cells, and the group that says it."""

    name: str
    entry: ColumnEntry
    group: KeyGroup

    @property
    def is_exclusive(self) -> bool:
        """Whether what stands in another row is wrong in this one."""
        return self.entry.choose_from == COLUMN


@dataclass(frozen=True, slots=True)
class ParsedRow:
    """A row as it stands: its own keys, and its cells by column, each as a card."""

    id: str
    entry: RowEntry
    group: KeyGroup
    cells: Mapping[str, KeyGroup]


@dataclass(frozen=True, slots=True)
class ColumnValues:
    """What stands in a column.

    Attributes:
        values: the texts of its cells, each once.
        rows: the names of the rows that have a cell, in order.
        unique: what one row alone has, as values are compared.
    """

    values: tuple[str, ...]
    rows: tuple[str, ...]
    unique: frozenset[object]


@dataclass(frozen=True, slots=True)
class ParsedTable:
    """A table that is sound in shape, with its sound columns and rows."""

    entry: TableEntry
    group: KeyGroup
    columns: Mapping[str, ParsedColumn]
    rows: Sequence[ParsedRow]
    names: DeckNames


def read_tables(
    groups: Sequence[KeyGroup], names: DeckNames, faults: ProblemCollector
) -> list[ParsedFact]:
    """Return the rows of all tables of `groups` as facts; what is not sound goes to `faults`."""
    found: list[ParsedFact] = []
    first: dict[str, KeyGroup] = {}
    for page, node, start in table_nodes(groups):
        if not isinstance(node, KeyGroup):
            faults.add([not_a_group_problem("a table", node, page.place(start))])
            continue
        entry = read_entry(TableEntry, node, faults)
        if entry is None:
            continue
        if entry.id in first:
            where = f"line {first[entry.id].place.line}"
            message = f"the id `{entry.id}` is that of another table, in {where}"
            fix = "give one of them another id"
            faults.add([make_problem("B110", node.value_place("id"), message, fix)])
            continue
        first[entry.id] = node
        columns = read_columns(node, faults)
        table = ParsedTable(entry, node, columns, read_rows(node, columns, faults), names)
        found.extend(build_row_facts(table, faults))
    return found


def table_nodes(groups: Sequence[KeyGroup]) -> Iterator[tuple[DeckText, Node, int]]:
    """Yield all tables of `groups`: the page that each stands on, it, and where it begins."""
    for group in groups:
        tables = group.get("tables")
        if isinstance(tables, NodeList):
            yield from zip(repeat(group.deck_text), tables, tables.starts)


def table_names(groups: Sequence[KeyGroup]) -> frozenset[str]:
    """Return the ids of all tables, faulty ones too."""
    return frozenset(
        str(node.get("id", "")) for _, node, _ in table_nodes(groups) if isinstance(node, KeyGroup)
    )


def row_names(groups: Sequence[KeyGroup]) -> frozenset[str]:
    """Return what the rows of all tables are called as facts, faulty ones too."""
    return frozenset(
        f"{node.get('id', '')}/{row}"
        for _, node, _ in table_nodes(groups)
        if isinstance(node, KeyGroup) and isinstance(rows := node.get("rows"), KeyGroup)
        for row in rows
    )


# --- columns -------------------------------------------------------------------------------------


def read_columns(table: KeyGroup, faults: ProblemCollector) -> dict[str, ParsedColumn]:
    """Return the sound columns of a table."""
    found: dict[str, ParsedColumn] = {}
    for name, node, place in read_section(table, "columns", "a column", faults):
        taken = {f"{column}{REVERSE_SUFFIX}" for column, of in found.items() if of.entry.reverse}
        if name in RowEntry.model_fields or name in taken:
            what = "a reverse card" if name in taken else "a key of rows"
            message = f"the column `{name}` is called like {what}"
            faults.add([make_problem("B116", place, message, "give it another id")])
        elif entry := read_entry(ColumnEntry, node, faults):
            found[name] = ParsedColumn(name, entry, node)
    for column in found.values():
        faults.add(template_problems(column, found))
    return found


def template_problems(column: ParsedColumn, columns: Collection[str]) -> Iterator[Problem]:
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
    if not is_asked(column):
        message = f"nothing asks for the column `{column.name}`"
        yield make_problem(
            "B107", column.group.place, message, "add `ask:`, or `say:` with its gap"
        )


def is_asked(column: ParsedColumn) -> bool:
    """Return whether anything asks for the cells of `column`."""
    return bool(column.entry.ask or column.entry.say)


def collect_values(column: ParsedColumn, table: ParsedTable) -> ColumnValues:
    """Return what stands in `column`."""
    rows = [row for row in table.rows if column.name in row.cells]
    texts = [cell_texts(row.cells[column.name]) for row in rows]
    seen: set[object] = set()
    again: set[object] = set()
    for each in texts:
        value = comparison_key(each, table.names)
        (again if value in seen else seen).add(value)
    return ColumnValues(
        values=tuple(dict.fromkeys(text for each in texts for text in each)),
        rows=tuple(row.entry.name for row in rows),
        unique=frozenset(seen - again),
    )


def comparison_key(texts: Sequence[str], names: DeckNames) -> object:
    """Return what values are compared by: a number's value, a concept, or the folded texts."""
    if len(texts) != 1:
        return tuple(map(normalize_text, texts))
    text = normalize_text(texts[0])
    concept = names.concepts.get(text)
    if concept is not None:
        return concept.id
    value = decimal_or_none(text)
    return text if value is None else value


def cell_texts(cell: KeyGroup) -> tuple[str, ...]:
    """Return the texts that a cell answers with."""
    answer = cell.get("answer", "")
    answer = answer.get("order", "") if isinstance(answer, KeyGroup) else answer
    texts = answer if isinstance(answer, NodeList) else [answer]
    return tuple(str(text).strip() for text in texts)


# --- rows ----------------------------------------------------------------------------------------


def read_rows(
    table: KeyGroup, columns: Mapping[str, ParsedColumn], faults: ProblemCollector
) -> list[ParsedRow]:
    """Return the sound rows of a table; what they leave to the table is filled in."""
    found: list[ParsedRow] = []
    first: dict[str, str] = {}
    for name, node, place in read_section(table, "rows", "a row", faults):
        cells = read_cells(node, columns)
        group = copy_keys(node, [key for key in node if key not in cells])
        for key in ROW_DEFAULT_KEYS:
            if key in table and key not in group:
                copy_key(group, table, key)
        entry = read_row(group, columns, faults)
        if entry is None:
            continue
        namesake = first.setdefault(normalize_text(entry.name), name)
        if namesake != name:
            message = f"{quote(entry.name)} is the name of the row `{namesake}`, too"
            fix = "give them different names"
            faults.add([make_problem("B116", node.value_place("name"), message, fix)])
        elif TEMPLATE_GAP.search(entry.name):
            message = "the name of a row holds no braces"
            faults.add(
                [make_problem("B115", node.value_place("name"), message, "write it without them")]
            )
        elif not cells:
            fix = f"fill one of its columns: {', '.join(columns)}"
            faults.add([make_problem("B107", place, f"the row `{name}` has no cell", fix)])
        else:
            found.append(ParsedRow(name, entry, group, cells))
    return found


def read_row(
    group: KeyGroup, columns: Collection[str], faults: ProblemCollector
) -> RowEntry | None:
    """Return what a row says beside its cells; an unknown key may be meant for a column."""
    known = RowEntry.model_fields
    unknown = [key for key in group if key not in known]
    for key in unknown:
        fix = did_you_mean(key, {*known, *columns}) or f"its columns: {', '.join(columns)}"
        message = f"`{quote(key)[1:-1]}` is no column and no key of a row"
        faults.add([make_problem("B106", group.key_place(key), message, fix)])
    return read_entry(RowEntry, copy_keys(group, [key for key in group if key in known]), faults)


def read_cells(row: KeyGroup, columns: Mapping[str, ParsedColumn]) -> dict[str, KeyGroup]:
    """Return the cells of a row by column, each as a card that its column completes."""
    return {
        key: build_cell(node, start, row, columns[key])
        for (key, node), start in zip(row.items(), row.starts[1::2], strict=True)
        if key in columns
    }


def build_cell(node: Node, start: int, row: KeyGroup, column: ParsedColumn) -> KeyGroup:
    """Return the card that a cell writes; what it does not say itself, its column says."""
    if isinstance(node, KeyGroup) and "answer" in node:
        card = copy_keys(node, node)
    else:
        card = make_empty_group(row, start)
        add_key(card, "answer", node, start)
    for key in CELL_DEFAULT_KEYS:
        is_said = key in column.group and key not in card
        if is_said and not (key == "choose_from" and column.is_exclusive):
            copy_key(card, column.group, key)
    return card


# --- rows as facts -------------------------------------------------------------------------------


def build_row_facts(table: ParsedTable, faults: ProblemCollector) -> Iterator[ParsedFact]:
    """Yield each row as a fact; a cell that is not sound is left out of it."""
    fillings = {name: collect_values(column, table) for name, column in table.columns.items()}
    for row in table.rows:
        name = f"{table.entry.id}/{row.id}"
        fact = FactId(f"{table.names.deck}/{name}")
        groups = make_empty_group(row.group, row.group.start)
        cards: list[Card] = []
        for column in table.columns.values():
            group = row.cells.get(column.name)
            entry = None if group is None else read_entry(CellEntry, group, faults)
            if group is None or entry is None or not is_asked(column):
                continue
            card = build_cell_card(
                row,
                column,
                table,
                ParsedCard(
                    column.name, entry, group, group.deck_text.place(group.start), row.entry.exam
                ),
            )
            of = fillings[column.name]
            cards.append(replace(card, distractor_pool=of.values if column.is_exclusive else ()))
            add_key(groups, column.name, group, group.start)
            if column.entry.reverse and is_unique_value(card, of, table.names):
                cards.append(build_reverse_card(row, column, card, of, table.names))
                add_key(groups, cards[-1].name, build_reverse_group(row), group.start)
        add_key(row.group, "cards", groups, row.group.start)
        made = build_row_fact(row.entry, fact, name, row.group, table.names)
        tags = tuple(dict.fromkeys((*table.entry.tags, *row.entry.tags)))
        yield ParsedFact(
            replace(made, cards=tuple(drop_unfilled_sentences(cards)), tags=tags), row.group
        )


def build_cell_card(
    row: ParsedRow, column: ParsedColumn, table: ParsedTable, written: ParsedCard
) -> Card:
    """Return the card of a cell, asked by its column's templates."""
    name = row.entry.name
    fact = FactId(f"{table.names.deck}/{table.entry.id}/{row.id}")
    return replace(
        build_card(written, fact, table.names.concepts),
        ask=fill_template(column.entry.ask, {ROW: name}),
        say=split_at_gaps(fill_template(column.entry.say, {ROW: name})),
        cell=TableCell(table.entry.id, name, column.name, column.is_exclusive, table.entry.row),
    )


def is_unique_value(card: Card, of: ColumnValues, names: DeckNames) -> bool:
    """Return whether no other row has the value of a cell, and it is one that can be asked from."""
    answer = card.answer
    is_one = isinstance(answer, TermAnswer | NumberAnswer)
    return is_one and comparison_key((answer_text(answer),), names) in of.unique


def build_reverse_card(
    row: ParsedRow, column: ParsedColumn, card: Card, of: ColumnValues, names: DeckNames
) -> Card:
    """Return the card that asks from the value of `card` to its row."""
    name = f"{column.name}{REVERSE_SUFFIX}"
    return Card(
        id=CardId(f"{card.fact}/{name}"),
        fact=card.fact,
        name=name,
        ask=fill_template(column.entry.reverse, {column.name: answer_text(card.answer)}),
        answer=build_term(row.entry.name, names.concepts),
        place=card.place,
        distractor_pool=of.rows,
        say=card.say,
        exam_allowed=card.exam_allowed,
    )


def build_reverse_group(row: ParsedRow) -> KeyGroup:
    """Return the group that writes the card that asks back: its answer is the name of the row."""
    group = make_empty_group(row.group, row.group.start)
    add_key(
        group, "answer", row.group["name"], row.group.starts[2 * list(row.group).index("name") + 1]
    )
    return group


def drop_unfilled_sentences(cards: Sequence[Card]) -> Iterator[Card]:
    """Yield `cards`, without its sentence a card whose sentence speaks of a cell not filled."""
    names = {card.name for card in cards}
    for card in cards:
        gaps = {piece.card for piece in card.say if not isinstance(piece, str)}
        yield card if gaps <= names else replace(card, say=())


def fill_template(template: str, replacements: Mapping[str, str]) -> str:
    """Return `template` with what `instead` gives for its gaps, a capital where one opens it."""

    def text_of(found: re.Match[str]) -> str:
        text = replacements.get(found[1].strip())
        if text is None:
            return found[0]
        is_opening = not template[: found.start()].strip(OPENING_MARKS)
        return capitalize(text) if is_opening else text

    return TEMPLATE_GAP.sub(text_of, template)


# --- groups --------------------------------------------------------------------------------------


def read_section(
    table: KeyGroup, key: str, what: str, faults: ProblemCollector
) -> Iterator[tuple[str, KeyGroup, Place]]:
    """Yield what stands under `columns` or `rows`: id, group and place of each that has both."""
    groups = table[key]
    assert isinstance(groups, KeyGroup)  # noqa: S101 (the table's shape is sound)
    for name, node, place in groups.items_with_places():
        if not IS_ID(name):
            words = not_an_id(name)
            faults.add([make_problem(words.code, place, words.message, words.fix)])
        elif isinstance(node, KeyGroup):
            yield name, node, place
        else:
            faults.add([not_a_group_problem(what, node, place)])


def read_entry(
    model: type[EntryType], group: KeyGroup, faults: ProblemCollector
) -> EntryType | None:
    """Return `group` as a `model`; None when its shape is not sound."""
    entry, problems = validate_entry(model, group)
    faults.add(problems)
    return entry


def make_empty_group(where: KeyGroup, start: int) -> KeyGroup:
    """Return an empty group that begins at `start` of the page of `where`."""
    group = KeyGroup()
    group.deck_text, group.start, group.starts = where.deck_text, start, []
    return group


def copy_keys(group: KeyGroup, keys: Iterable[str]) -> KeyGroup:
    """Return a group with what `group` has under `keys`."""
    copy = make_empty_group(group, group.start)
    for key in keys:
        copy_key(copy, group, key)
    return copy


def copy_key(into: KeyGroup, group: KeyGroup, key: str) -> None:
    """Put what `group` has under `key` into another one, with its places."""
    at = 2 * list(group).index(key)
    into[key] = group[key]
    into.starts.extend(group.starts[at : at + 2])


def add_key(group: KeyGroup, key: str, node: Node, start: int) -> None:
    """Put `node` under `key` of a group, as if it stood at `start`."""
    group[key] = node
    group.starts.extend((start, start))
