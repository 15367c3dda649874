"""Match: rows of a table to be paired with the values of one of its columns.

One item asks for up to five rows, and offers up to two values more than rows, so that the last
pair is not free. It belongs to the card of its first row.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from quizapp.bank.model import NumberAnswer, TableCell
from quizapp.bank.sentences import answer_texts, full_sentence, unit_suffix
from quizapp.grading.expected import ExpectedMatch
from quizapp.items.context import CardContext, item_sources, make_item, make_option
from quizapp.items.deck_index import CellCard
from quizapp.items.equal_answers import are_equal_answers
from quizapp.items.item import Format, Item

_MIN_ROWS, _MAX_ROWS = 3, 5
_MAX_EXTRA = 2  # values that belong to none of the rows
_EXTRA_SEARCH_ROWS = 40  # values from which the extra ones are taken: those nearest in the table


def make_match_items(context: CardContext) -> Iterator[Item]:
    """Yield the match that begins with this card, if one does."""
    cell = context.card.cell
    if cell is None:
        return
    column = context.deck_index.columns[cell.table, cell.column]
    if not _is_matchable(column, cell):
        return
    group = next((each for each in _group_rows(column) if each[0].card is context.card), None)
    if group is not None:
        yield _make_match_item(context, cell, group, column)


def _is_matchable(column: Sequence[CellCard], cell: TableCell) -> bool:
    """Return whether the value of one row of a column is known to be wrong for another."""
    is_of_numbers = all(isinstance(each.card.answer, NumberAnswer) for each in column)
    return len(column) >= _MIN_ROWS and (cell.is_exclusive or is_of_numbers)


def _make_match_item(
    context: CardContext, cell: TableCell, group: Sequence[CellCard], column: Sequence[CellCard]
) -> Item:
    """Return the item that asks for the rows of `group`."""
    offered = [*group, *_extra_rows(group, column)]
    is_of_numbers = all(isinstance(each.card.answer, NumberAnswer) for each in offered)
    if is_of_numbers:
        offered.sort(key=_cell_number)
    sentences = (full_sentence(each.fact, each.card) for each in group)
    notes = (item_sources(context.deck_index.deck, each.fact) for each in group)
    prompts = tuple(each.cell.row for each in group)
    rows = replace(
        context,
        sources=tuple(dict.fromkeys(note for of_row in notes for note in of_row)),
        sentence="",
        image=None,  # it would be that of the first row alone
    )
    return make_item(
        rows,
        Format.MATCH,
        f"Match each {cell.row_noun} with its {cell.column.replace('-', ' ')}.",
        ExpectedMatch(prompts, tuple(make_option(_cell_text(each)).id for each in group)),
        key=tuple(map(_cell_text, group)),
        options=tuple(make_option(_cell_text(each)) for each in offered),
        prompts=prompts,
        has_fixed_order=is_of_numbers,
        why=" ".join(filter(None, sentences)),
    )


def _group_rows(column: Sequence[CellCard]) -> list[list[CellCard]]:
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
            if len(groups[at]) < sizes[at] and not _has_equal_value(each, groups[at]):
                groups[at].append(each)
                break
    return [group for group in groups if len(group) >= _MIN_ROWS]


def _has_equal_value(cell: CellCard, group: Sequence[CellCard]) -> bool:
    """Return whether the value of a cell cannot be told from one of a group."""
    return any(are_equal_answers(_cell_text(cell), _cell_text(other)) for other in group)


def _extra_rows(group: Sequence[CellCard], column: Sequence[CellCard]) -> list[CellCard]:
    """Return up to two rows of the column whose values belong to no row of the group."""
    found: list[CellCard] = []
    at = next(place for place, each in enumerate(column) if each is group[0])
    for each in (
        *column[at : at + _EXTRA_SEARCH_ROWS],
        *column[max(0, at - _EXTRA_SEARCH_ROWS) : at],
    ):
        if len(found) == _MAX_EXTRA:
            break
        if not _has_equal_value(each, (*group, *found)):
            found.append(each)
    return found


def _cell_number(cell: CellCard) -> Decimal:
    """Return the number in a cell; 0 where it holds none."""
    answer = cell.card.answer
    return answer.value if isinstance(answer, NumberAnswer) else Decimal(0)


def _cell_text(cell: CellCard) -> str:
    """Return the value of a cell as it is read: a number with its unit, a list by its members."""
    answer = cell.card.answer
    if isinstance(answer, NumberAnswer):
        return f"{answer.text}{unit_suffix(answer.unit)}"
    return ", ".join(answer_texts(cell.card))
