"""Tables: each row becomes a fact, each of its cells a card, as if an author had written them.

A row's fact is written out as YAML would hold it, every key with the place that it was taken from.
So whatever reads and checks facts reads and checks rows, and speaks of the right line.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from typing import TypeVar

from quizapp.bank.answer_parts import value_of
from quizapp.bank.build import Namespace, WrittenCard, card_of, row_of, term_of
from quizapp.bank.concepts import folded
from quizapp.bank.entries import CellEntry, ColumnEntry, Entry, RowEntry, TableEntry
from quizapp.bank.fault import Faults, did_you_mean, fault, quoted
from quizapp.bank.kinds import ID_PATTERN
from quizapp.bank.manuscript import WrittenFact
from quizapp.bank.model import Card, CardId, Cell, FactId, NumberAnswer, Place, TermAnswer
from quizapp.bank.nodes import Group, Items, Node
from quizapp.bank.page import Page
from quizapp.bank.problem import Problem
from quizapp.bank.say import OPENING_MARKS, answer_text, capitalised, cut
from quizapp.bank.shape import must_be_group, shaped
from quizapp.bank.shape_words import no_id

EntryType = TypeVar("EntryType", bound=Entry)

ROW = "row"
COLUMN = "column"  # under `choose_from`: what stands in other rows of the column is wrong
REVERSE = "-reverse"  # what the card that asks back is called, behind its column
BRACES = re.compile(r"\{([^{}]*)\}")
OF_CELLS = (
    "unit",
    "of",
    "tolerance",
    "among",
    "choose_from",
    "exam",
)  # a column says for its cells
IS_ID = re.compile(ID_PATTERN).fullmatch
OF_ROWS = ("source", "status", "exam", "lint")  # a table says for its rows


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it says for all its cells, and the group that says it."""

    name: str
    entry: ColumnEntry
    group: Group

    @property
    def is_exclusive(self) -> bool:
        """Whether what stands in another row is wrong in this one."""
        return self.entry.choose_from == COLUMN


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it stands: its own keys, and its cells by column, each as a card."""

    id: str
    entry: RowEntry
    group: Group
    cells: Mapping[str, Group]


@dataclass(frozen=True, slots=True)
class Filling:
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
class Table:
    """A table that is sound in shape, with its sound columns and rows."""

    entry: TableEntry
    group: Group
    columns: Mapping[str, Column]
    rows: Sequence[Row]
    names: Namespace


def read_tables(groups: Sequence[Group], names: Namespace, faults: Faults) -> list[WrittenFact]:
    """Return the rows of all tables of `groups` as facts; what is not sound goes to `faults`."""
    found: list[WrittenFact] = []
    first: dict[str, Group] = {}
    for page, node, start in tables_in(groups):
        if not isinstance(node, Group):
            faults.add([must_be_group("a table", node, page.place(start))])
            continue
        entry = sound(TableEntry, node, faults)
        if entry is None:
            continue
        if entry.id in first:
            where = f"line {first[entry.id].place.line}"
            message = f"the id `{entry.id}` is that of another table, in {where}"
            mend = "give one of them another id"
            faults.add([fault("B110", node.value_place("id"), message, mend)])
            continue
        first[entry.id] = node
        columns = read_columns(node, faults)
        table = Table(entry, node, columns, read_rows(node, columns, faults), names)
        found.extend(facts_of(table, faults))
    return found


def tables_in(groups: Sequence[Group]) -> Iterator[tuple[Page, Node, int]]:
    """Yield all tables of `groups`: the page that each stands on, it, and where it begins."""
    for group in groups:
        tables = group.get("tables")
        if isinstance(tables, Items):
            yield from zip(repeat(group.page), tables, tables.starts)


def table_names(groups: Sequence[Group]) -> frozenset[str]:
    """Return the ids of all tables, faulty ones too."""
    return frozenset(
        str(node.get("id", "")) for _, node, _ in tables_in(groups) if isinstance(node, Group)
    )


def row_names(groups: Sequence[Group]) -> frozenset[str]:
    """Return what the rows of all tables are called as facts, faulty ones too."""
    return frozenset(
        f"{node.get('id', '')}/{row}"
        for _, node, _ in tables_in(groups)
        if isinstance(node, Group) and isinstance(rows := node.get("rows"), Group)
        for row in rows
    )


# --- columns -------------------------------------------------------------------------------------


def read_columns(table: Group, faults: Faults) -> dict[str, Column]:
    """Return the sound columns of a table."""
    found: dict[str, Column] = {}
    for name, node, place in section(table, "columns", "a column", faults):
        taken = {f"{column}{REVERSE}" for column, of in found.items() if of.entry.reverse}
        if name in RowEntry.model_fields or name in taken:
            what = "the card that asks back" if name in taken else "a key of rows"
            message = f"the column `{name}` is called like {what}"
            faults.add([fault("B116", place, message, "give it another id")])
        elif entry := sound(ColumnEntry, node, faults):
            found[name] = Column(name, entry, node)
    for column in found.values():
        faults.add(template_faults(column, found))
    return found


def template_faults(column: Column, columns: Collection[str]) -> Iterator[Problem]:
    """Yield a fault for each template of a column that does not fit."""
    known = {ROW, *columns}
    for key, needed in (("ask", ROW), ("say", column.name), ("reverse", column.name)):
        text, place = str(getattr(column.entry, key)), column.group.value_place(key)
        gaps = [each.partition("|")[0].strip() for each in BRACES.findall(text)]
        for gap in gaps:
            if gap not in known:
                mend = did_you_mean(gap, known) or f"known here: {', '.join(sorted(known))}"
                yield fault("B115", place, f"{{{gap}}} in `{key}` is no column", mend)
        if text and needed not in gaps:
            message = f"`{key}` of the column `{column.name}` lacks {{{needed}}}"
            yield fault("B115", place, message, f"write {{{needed}}} where it belongs")
        if key == "reverse" and ROW in gaps:
            mend = "leave {row} out: it is the answer"
            yield fault("B115", place, "`reverse` names the row that it asks for", mend)
    if not is_asked(column):
        message = f"nothing asks for the column `{column.name}`"
        yield fault("B107", column.group.place, message, "add `ask:`, or `say:` with its gap")


def is_asked(column: Column) -> bool:
    """Say whether anything asks for the cells of `column`."""
    return bool(column.entry.ask or column.entry.say)


def filling(column: Column, table: Table) -> Filling:
    """Return what stands in `column`."""
    rows = [row for row in table.rows if column.name in row.cells]
    texts = [texts_of_cell(row.cells[column.name]) for row in rows]
    seen: set[object] = set()
    again: set[object] = set()
    for each in texts:
        value = compared(each, table.names)
        (again if value in seen else seen).add(value)
    return Filling(
        values=tuple(dict.fromkeys(text for each in texts for text in each)),
        rows=tuple(row.entry.name for row in rows),
        unique=frozenset(seen - again),
    )


def compared(texts: Sequence[str], names: Namespace) -> object:
    """Return what values are compared by: a number's value, a concept, or the folded texts."""
    if len(texts) != 1:
        return tuple(map(folded, texts))
    text = folded(texts[0])
    concept = names.concepts.get(text)
    if concept is not None:
        return concept.id
    value = value_of(text)
    return text if value is None else value


def texts_of_cell(cell: Group) -> tuple[str, ...]:
    """Return the texts that a cell answers with."""
    answer = cell.get("answer", "")
    answer = answer.get("order", "") if isinstance(answer, Group) else answer
    texts = answer if isinstance(answer, Items) else [answer]
    return tuple(str(text).strip() for text in texts)


# --- rows ----------------------------------------------------------------------------------------


def read_rows(table: Group, columns: Mapping[str, Column], faults: Faults) -> list[Row]:
    """Return the sound rows of a table; what they leave to the table is filled in."""
    found: list[Row] = []
    first: dict[str, str] = {}
    for name, node, place in section(table, "rows", "a row", faults):
        cells = cells_in(node, columns)
        group = chosen(node, [key for key in node if key not in cells])
        for key in OF_ROWS:
            if key in table and key not in group:
                take(group, table, key)
        entry = sound_row(group, columns, faults)
        if entry is None:
            continue
        namesake = first.setdefault(folded(entry.name), name)
        if namesake != name:
            message = f"{quoted(entry.name)} is the name of the row `{namesake}`, too"
            mend = "give them names that tell them apart"
            faults.add([fault("B116", node.value_place("name"), message, mend)])
        elif BRACES.search(entry.name):
            message = "the name of a row holds no braces"
            faults.add([fault("B115", node.value_place("name"), message, "write it without them")])
        elif not cells:
            mend = f"fill one of its columns: {', '.join(columns)}"
            faults.add([fault("B107", place, f"the row `{name}` has no cell", mend)])
        else:
            found.append(Row(name, entry, group, cells))
    return found


def sound_row(group: Group, columns: Collection[str], faults: Faults) -> RowEntry | None:
    """Return what a row says beside its cells; an unknown key may be meant for a column."""
    known = RowEntry.model_fields
    unknown = [key for key in group if key not in known]
    for key in unknown:
        mend = did_you_mean(key, {*known, *columns}) or f"its columns: {', '.join(columns)}"
        message = f"`{quoted(key)[1:-1]}` is no column and no key of a row"
        faults.add([fault("B106", group.key_place(key), message, mend)])
    return sound(RowEntry, chosen(group, [key for key in group if key in known]), faults)


def cells_in(row: Group, columns: Mapping[str, Column]) -> dict[str, Group]:
    """Return the cells of a row by column, each as a card that its column completes."""
    return {
        key: cell_of(node, start, row, columns[key])
        for (key, node), start in zip(row.items(), row.starts[1::2], strict=True)
        if key in columns
    }


def cell_of(node: Node, start: int, row: Group, column: Column) -> Group:
    """Return the card that a cell writes; what it does not say itself, its column says."""
    if isinstance(node, Group) and "answer" in node:
        card = chosen(node, node)
    else:
        card = begun(row, start)
        put(card, "answer", node, start)
    for key in OF_CELLS:
        is_said = key in column.group and key not in card
        if is_said and not (key == "choose_from" and column.is_exclusive):
            take(card, column.group, key)
    return card


# --- rows as facts -------------------------------------------------------------------------------


def facts_of(table: Table, faults: Faults) -> Iterator[WrittenFact]:
    """Yield each row as a fact; a cell that is not sound is left out of it."""
    fillings = {name: filling(column, table) for name, column in table.columns.items()}
    for row in table.rows:
        name = f"{table.entry.id}/{row.id}"
        fact = FactId(f"{table.names.deck}/{name}")
        groups = begun(row.group, row.group.start)
        cards: list[Card] = []
        for column in table.columns.values():
            group = row.cells.get(column.name)
            entry = None if group is None else sound(CellEntry, group, faults)
            if group is None or entry is None or not is_asked(column):
                continue
            card = card_of_cell(
                row,
                column,
                table,
                WrittenCard(
                    column.name, entry, group, group.page.place(group.start), row.entry.exam
                ),
            )
            of = fillings[column.name]
            cards.append(replace(card, others=of.values if column.is_exclusive else ()))
            put(groups, column.name, group, group.start)
            if column.entry.reverse and is_alone(card, of, table.names):
                cards.append(asked_back(row, column, card, of, table.names))
                put(groups, cards[-1].name, name_as_answer(row), group.start)
        put(row.group, "cards", groups, row.group.start)
        made = row_of(row.entry, fact, name, row.group, table.names)
        tags = tuple(dict.fromkeys((*table.entry.tags, *row.entry.tags)))
        yield WrittenFact(replace(made, cards=tuple(said(cards)), tags=tags), row.group)


def card_of_cell(row: Row, column: Column, table: Table, written: WrittenCard) -> Card:
    """Return the card of a cell, asked by its column's templates."""
    name = row.entry.name
    fact = FactId(f"{table.names.deck}/{table.entry.id}/{row.id}")
    return replace(
        card_of(written, fact, table.names.concepts),
        ask=spoken(column.entry.ask, {ROW: name}),
        say=cut(spoken(column.entry.say, {ROW: name})),
        cell=Cell(table.entry.id, name, column.name, column.is_exclusive, table.entry.row),
    )


def is_alone(card: Card, of: Filling, names: Namespace) -> bool:
    """Say whether no other row has the value of a cell, and it is one that can be asked from."""
    answer = card.answer
    is_one = isinstance(answer, TermAnswer | NumberAnswer)
    return is_one and compared((answer_text(answer),), names) in of.unique


def asked_back(row: Row, column: Column, card: Card, of: Filling, names: Namespace) -> Card:
    """Return the card that asks from the value of `card` to its row."""
    name = f"{column.name}{REVERSE}"
    return Card(
        id=CardId(f"{card.fact}/{name}"),
        fact=card.fact,
        name=name,
        ask=spoken(column.entry.reverse, {column.name: answer_text(card.answer)}),
        answer=term_of(row.entry.name, names.concepts),
        place=card.place,
        others=of.rows,
        say=card.say,
        may_be_examined=card.may_be_examined,
    )


def name_as_answer(row: Row) -> Group:
    """Return the group that writes the card that asks back: its answer is the name of the row."""
    group = begun(row.group, row.group.start)
    put(group, "answer", row.group["name"], row.group.starts[2 * list(row.group).index("name") + 1])
    return group


def said(cards: Sequence[Card]) -> Iterator[Card]:
    """Yield `cards`, without its sentence a card whose sentence speaks of a cell not filled."""
    names = {card.name for card in cards}
    for card in cards:
        gaps = {piece.card for piece in card.say if not isinstance(piece, str)}
        yield card if gaps <= names else replace(card, say=())


def spoken(template: str, instead: Mapping[str, str]) -> str:
    """Return `template` with what `instead` gives for its gaps, a capital where one opens it."""

    def text_of(found: re.Match[str]) -> str:
        text = instead.get(found[1].strip())
        if text is None:
            return found[0]
        is_opening = not template[: found.start()].strip(OPENING_MARKS)
        return capitalised(text) if is_opening else text

    return BRACES.sub(text_of, template)


# --- groups --------------------------------------------------------------------------------------


def section(
    table: Group, key: str, what: str, faults: Faults
) -> Iterator[tuple[str, Group, Place]]:
    """Yield what stands under `columns` or `rows`: id, group and place of each that has both."""
    groups = table[key]
    assert isinstance(groups, Group)  # noqa: S101 (the table's shape is sound)
    for name, node, place in groups.placed():
        if not IS_ID(name):
            words = no_id(name)
            faults.add([fault(words.code, place, words.message, words.mend)])
        elif isinstance(node, Group):
            yield name, node, place
        else:
            faults.add([must_be_group(what, node, place)])


def sound(model: type[EntryType], group: Group, faults: Faults) -> EntryType | None:
    """Return `group` as a `model`; None when its shape is not sound."""
    entry, problems = shaped(model, group)
    faults.add(problems)
    return entry


def begun(where: Group, start: int) -> Group:
    """Return an empty group that begins at `start` of the page of `where`."""
    group = Group()
    group.page, group.start, group.starts = where.page, start, []
    return group


def chosen(group: Group, keys: Iterable[str]) -> Group:
    """Return a group with what `group` has under `keys`."""
    copy = begun(group, group.start)
    for key in keys:
        take(copy, group, key)
    return copy


def take(into: Group, group: Group, key: str) -> None:
    """Put what `group` has under `key` into another one, with its places."""
    at = 2 * list(group).index(key)
    into[key] = group[key]
    into.starts.extend(group.starts[at : at + 2])


def put(group: Group, key: str, node: Node, start: int) -> None:
    """Put `node` under `key` of a group, as if it stood at `start`."""
    group[key] = node
    group.starts.extend((start, start))
