"""Match: rows of a table to be paired with the values of one of its columns.

One item asks for up to five rows, and offers up to two values more than rows, so that the last
pair is not free. It belongs to the card of its first row. What stands in another row is wrong
because the author said so of the column, numbers as well.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from quizapp.bank.model import CardId, Deck, NumberAnswer, TableCell
from quizapp.bank.sentences import fill_sentence
from quizapp.grading.expected import ExpectedMatch
from quizapp.items.bound_words import answers_in_words
from quizapp.items.context import CardContext, item_sources, make_item, make_option
from quizapp.items.deck_index import CellCard, DeckIndex
from quizapp.items.distinct_values import are_distinct_cells, cell_text
from quizapp.items.item import Format, Item

MIN_ROWS, _MAX_ROWS = 3, 5
_CACHE_SIZE = 64  # columns
_MAX_EXTRA = 2  # values that belong to none of the rows
_EXTRA_SEARCH_ROWS = 40  # values from which the extra ones are taken: those nearest in the table


def make_match_items(context: CardContext) -> Iterator[Item]:
    """Yield the match that begins with this card, if one does."""
    cell = context.card.cell
    if cell is None:
        return
    group = match_groups(context.deck_index, cell).get(context.card.id)
    if group is not None:
        column = context.deck_index.columns[cell.table, cell.column]
        yield _make_match_item(context, cell, group, column)


def match_groups(deck_index: DeckIndex, cell: TableCell) -> Mapping[CardId, tuple[CellCard, ...]]:
    """Return the rows that are matched in the column of `cell`, by the card of their first row."""
    return _cached_groups(_Column(deck_index, cell.table, cell.column))


class _Column:
    """A column as a key of a cache: the same only in the same index, which cannot be hashed."""

    __slots__ = ("deck_index", "names")

    def __init__(self, deck_index: DeckIndex, table: str, column: str) -> None:
        self.deck_index = deck_index
        self.names = (table, column)

    def __hash__(self) -> int:
        return hash((id(self.deck_index), self.names))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Column):
            return False
        return self.deck_index is other.deck_index and self.names == other.names


@lru_cache(maxsize=_CACHE_SIZE)
def _cached_groups(column: _Column) -> Mapping[CardId, tuple[CellCard, ...]]:
    """Return the groups of a column, made once for all of its rows."""
    cells = column.deck_index.columns[column.names]
    if len(cells) < MIN_ROWS or not cells[0].cell.is_exclusive:
        return {}
    groups = _group_rows(column.deck_index.deck, cells)
    return {group[0].card.id: tuple(group) for group in groups}


def _make_match_item(
    context: CardContext, cell: TableCell, group: Sequence[CellCard], column: Sequence[CellCard]
) -> Item:
    """Return the item that asks for the rows of `group`."""
    offered = [*group, *_extra_rows(context.deck_index.deck, group, column)]
    is_of_numbers = all(isinstance(each.card.answer, NumberAnswer) for each in offered)
    if is_of_numbers:
        offered.sort(key=_cell_number)
    language = context.deck_index.deck.language
    sentences = (
        fill_sentence(each.fact, each.card, {}, answers_in_words(each.fact, language))
        for each in group
    )
    notes = (item_sources(context.deck_index.deck, each.fact, each.card) for each in group)
    prompts = tuple(each.cell.row for each in group)
    rows = replace(
        context,
        sources=tuple(dict.fromkeys(note for of_row in notes for note in of_row)),
        sentence="",
        image=None,  # it would be that of the first row alone
        note="",
    )
    return make_item(
        rows,
        Format.MATCH,
        f"Match each {cell.row_noun} with its {cell.column_noun or cell.column.replace('-', ' ')}.",
        ExpectedMatch(prompts, tuple(make_option(cell_text(each.card)).id for each in group)),
        key=tuple(cell_text(each.card) for each in group),
        options=tuple(make_option(cell_text(each.card)) for each in offered),
        prompts=prompts,
        has_fixed_order=is_of_numbers,
        why=" ".join(filter(None, sentences)),
    )


def _group_rows(deck: Deck, column: Sequence[CellCard]) -> list[list[CellCard]]:
    """Return the rows of a column in groups of like size, no value twice in a group.

    A row that fits into none, or would stand in a group of fewer than three, is left out.
    """
    count = -(-len(column) // _MAX_ROWS)
    sizes = [len(column) // count + (at < len(column) % count) for at in range(count)]
    groups: list[list[CellCard]] = [[] for _ in sizes]
    first_open = 0
    for each in column:
        while first_open < count and len(groups[first_open]) == sizes[first_open]:
            first_open += 1
        for at in range(first_open, min(first_open + 3, count)):
            if len(groups[at]) < sizes[at] and not _has_equal_value(deck, each, groups[at]):
                groups[at].append(each)
                break
    return [group for group in groups if len(group) >= MIN_ROWS]


def _has_equal_value(deck: Deck, cell: CellCard, group: Sequence[CellCard]) -> bool:
    """Return whether the value of a cell cannot be told from one of a group."""
    return not all(are_distinct_cells(deck, cell.card, other.card) for other in group)


def _extra_rows(
    deck: Deck, group: Sequence[CellCard], column: Sequence[CellCard]
) -> list[CellCard]:
    """Return up to two rows of the column whose values belong to no row of the group."""
    found: list[CellCard] = []
    at = next(place for place, each in enumerate(column) if each is group[0])
    for each in (
        *column[at : at + _EXTRA_SEARCH_ROWS],
        *column[max(0, at - _EXTRA_SEARCH_ROWS) : at],
    ):
        if len(found) == _MAX_EXTRA:
            break
        if not _has_equal_value(deck, each, (*group, *found)):
            found.append(each)
    return found


def _cell_number(cell: CellCard) -> Decimal:
    """Return the number in a cell; 0 where it holds none."""
    answer = cell.card.answer
    return answer.value if isinstance(answer, NumberAnswer) else Decimal(0)
