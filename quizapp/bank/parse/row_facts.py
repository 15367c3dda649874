"""The rows of tables as facts, each of their cells a card, as if an author had written them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quizapp.bank.concepts import normalize_text
from quizapp.bank.diagnostics import ProblemCollector
from quizapp.bank.model import (
    AmountAnswer,
    Card,
    CardId,
    FactId,
    NumberAnswer,
    TableCell,
    TermAnswer,
)
from quizapp.bank.numerals import decimal_or_none
from quizapp.bank.parse.build_values import (
    DeckNames,
    ParsedCard,
    ParsedFact,
    build_card,
    build_row_fact,
    build_term,
    read_entry,
)
from quizapp.bank.parse.table_entries import CellEntry
from quizapp.bank.parse.tables import (
    REVERSE_SUFFIX,
    ROW,
    TEMPLATE_GAP,
    ParsedColumn,
    ParsedRow,
    ParsedTable,
)
from quizapp.bank.parse.untrue_cards import assign_untrue_to_cards
from quizapp.bank.sentences import OPENING_MARKS, answer_text, capitalize, split_at_gaps
from quizapp.bank.yaml.nodes import KeyGroup, NodeList


@dataclass(frozen=True, slots=True)
class _ColumnValues:
    """The values of a column.

    Attributes:
        values: the texts of its cells, each once.
        rows: the names of the rows that have a cell, in order.
        unique: what one row alone has, as values are compared.
    """

    values: tuple[str, ...]
    rows: tuple[str, ...]
    unique: frozenset[object]


def build_row_facts(table: ParsedTable, faults: ProblemCollector) -> Iterator[ParsedFact]:
    """Yield each row as a fact; a cell that is not sound is left out of it."""
    names = table.names
    values = {name: _collect_values(column, table) for name, column in table.columns.items()}
    for row in table.rows:
        name = f"{table.entry.id}/{row.id}"
        fact = FactId(f"{names.deck}/{name}")
        groups = row.group.make_empty(row.group.start)
        cards: list[Card] = []
        for column in table.columns.values():
            group = row.cells.get(column.name)
            entry = None if group is None else read_entry(CellEntry, group, faults)
            if group is None or entry is None or not column.is_asked:
                continue
            written = ParsedCard(column.name, entry, group, group.place, row.entry.exam)
            card = _build_cell_card(row, column, table, written)
            of = values[column.name]
            cards.append(replace(card, distractor_pool=of.values if column.is_exclusive else ()))
            groups.add_key(column.name, group, group.start)
            if column.entry.reverse and _is_unique_value(card, of, names):
                cards.append(_build_reverse_card(row, column, card, of, names))
                groups.add_key(cards[-1].name, _build_reverse_group(row), group.start)
        row.group.add_key("cards", groups, row.group.start)
        made = build_row_fact(row.entry, fact, name, row.group, names)
        tags = tuple(dict.fromkeys((*table.entry.tags, *row.entry.tags)))
        filled = replace(made, cards=tuple(_drop_unfilled_sentences(cards)), tags=tags)
        if filled.untrue:
            filled = assign_untrue_to_cards(filled, names.concepts)
        yield ParsedFact(filled, row.group)


def _build_cell_card(
    row: ParsedRow, column: ParsedColumn, table: ParsedTable, written: ParsedCard
) -> Card:
    """Return the card of a cell, asked by its column's templates."""
    name = row.entry.name
    fact = FactId(f"{table.names.deck}/{table.entry.id}/{row.id}")
    return replace(
        build_card(written, fact, table.names.concepts),
        ask=_fill_template(column.entry.ask, {ROW: name}),
        say=split_at_gaps(_fill_template(column.entry.say, {ROW: name})),
        cell=TableCell(
            table.entry.id,
            name,
            column.name,
            column.is_exclusive,
            table.entry.row,
            column.entry.name,
        ),
    )


def _is_unique_value(card: Card, of: _ColumnValues, names: DeckNames) -> bool:
    """Return whether no other row has the value of a cell, and it is one that can be asked from."""
    answer = card.answer
    is_one = isinstance(answer, TermAnswer | NumberAnswer | AmountAnswer)
    return is_one and _comparison_key((answer_text(answer),), names) in of.unique


def _build_reverse_card(
    row: ParsedRow, column: ParsedColumn, card: Card, of: _ColumnValues, names: DeckNames
) -> Card:
    """Return the card that asks from the value of `card` to its row."""
    name = f"{column.name}{REVERSE_SUFFIX}"
    return Card(
        id=CardId(f"{card.fact}/{name}"),
        fact=card.fact,
        name=name,
        ask=_fill_template(column.entry.reverse, {column.name: answer_text(card.answer)}),
        answer=build_term(row.entry.name, names.concepts),
        place=card.place,
        distractor_pool=of.rows,
        say=card.say,
        exam_allowed=card.exam_allowed,
        asks_back_from=card.name,
        kind=card.kind,
        why=card.why,
        mnemonic=card.mnemonic,
        citations=card.citations,
        tags=card.tags,
    )


def _build_reverse_group(row: ParsedRow) -> KeyGroup:
    """Return the group that writes the card that asks back: its answer is the name of the row."""
    group = row.group.make_empty(row.group.start)
    group.add_key(
        "answer", row.group["name"], row.group.starts[2 * list(row.group).index("name") + 1]
    )
    return group


def _drop_unfilled_sentences(cards: Sequence[Card]) -> Iterator[Card]:
    """Yield `cards`; one whose sentence has a gap for an empty cell loses the sentence."""
    names = {card.name for card in cards}
    for card in cards:
        gaps = {piece.card for piece in card.say if not isinstance(piece, str)}
        yield card if gaps <= names else replace(card, say=())


def _fill_template(template: str, replacements: Mapping[str, str]) -> str:
    """Return `template` with its gaps filled by `replacements`, a capital where one opens it."""

    def text_of(found: re.Match[str]) -> str:
        text = replacements.get(found[1].strip())
        if text is None:
            return found[0]
        is_opening = not template[: found.start()].strip(OPENING_MARKS)
        return capitalize(text) if is_opening else text

    return TEMPLATE_GAP.sub(text_of, template)


# --- values of a column --------------------------------------------------------------------------


def _collect_values(column: ParsedColumn, table: ParsedTable) -> _ColumnValues:
    """Return the values of `column`."""
    rows = [row for row in table.rows if column.name in row.cells]
    texts = [_cell_texts(row.cells[column.name]) for row in rows]
    seen: set[object] = set()
    again: set[object] = set()
    for each in texts:
        value = _comparison_key(each, table.names)
        (again if value in seen else seen).add(value)
    return _ColumnValues(
        values=tuple(dict.fromkeys(text for each in texts for text in each)),
        rows=tuple(row.entry.name for row in rows),
        unique=frozenset(seen - again),
    )


def _comparison_key(texts: Sequence[str], names: DeckNames) -> object:
    """Return what values are compared by: a number's value, a concept, or the folded texts."""
    if len(texts) != 1:
        return tuple(map(normalize_text, texts))
    text = normalize_text(texts[0])
    concept = names.concepts.get(text)
    if concept is not None:
        return concept.id
    value = decimal_or_none(text)
    return text if value is None else value


def _cell_texts(cell: KeyGroup) -> tuple[str, ...]:
    """Return the texts that a cell answers with."""
    answer = cell.get("answer", cell.get("amount", ""))
    answer = answer.get("order", "") if isinstance(answer, KeyGroup) else answer
    texts = answer if isinstance(answer, NodeList) else [answer]
    return tuple(str(text).strip() for text in texts)
