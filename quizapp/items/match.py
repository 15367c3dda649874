"""Match: rows of a table to be paired with what stands in one of its columns.

One item asks for up to five rows, and offers up to two values more than rows, so that the last
pair is not free. It belongs to the card of its first row.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from quizapp.bank.model import Cell, NumberAnswer
from quizapp.bank.say import full_sentence, unit_suffix
from quizapp.grading.expected import ExpectedMatch
from quizapp.items.alike import are_alike
from quizapp.items.item import Format, Item
from quizapp.items.making import Subject, make_item, option, source_notes
from quizapp.items.material import FilledCell, texts_of

FEWEST_ROWS, MOST_ROWS = 3, 5
MOST_EXTRA = 2  # values that belong to none of the rows
LOOKED_AT = 40  # values from which the extra ones are taken: those nearest in the table


def match(subject: Subject) -> Iterator[Item]:
    """Yield the match that begins with this card, if one does."""
    cell = subject.card.cell
    if cell is None:
        return
    column = subject.material.columns[cell.table, cell.column]
    if not is_matched(column, cell):
        return
    group = next((each for each in groups_of(column) if each[0].card is subject.card), None)
    if group is not None:
        yield match_of(subject, cell, group, column)


def is_matched(column: Sequence[FilledCell], cell: Cell) -> bool:
    """Say whether what stands in one row of a column is known to be wrong in another."""
    is_of_numbers = all(isinstance(each.card.answer, NumberAnswer) for each in column)
    return len(column) >= FEWEST_ROWS and (cell.is_exclusive or is_of_numbers)


def match_of(
    subject: Subject, cell: Cell, group: Sequence[FilledCell], column: Sequence[FilledCell]
) -> Item:
    """Return the item that asks for the rows of `group`."""
    offered = [*group, *extra_rows(group, column)]
    is_of_numbers = all(isinstance(each.card.answer, NumberAnswer) for each in offered)
    if is_of_numbers:
        offered.sort(key=value_of)
    sentences = (full_sentence(each.fact, each.card) for each in group)
    notes = (source_notes(subject.material.deck, each.fact) for each in group)
    prompts = tuple(each.cell.row for each in group)
    rows = replace(
        subject,
        sources=tuple(dict.fromkeys(note for of_row in notes for note in of_row)),
        sentence="",
        image=None,  # it would be that of the first row alone
    )
    return make_item(
        rows,
        Format.MATCH,
        f"Match each {cell.row_word} with its {cell.column.replace('-', ' ')}.",
        ExpectedMatch(prompts, tuple(option(shown(each)).id for each in group)),
        key=tuple(map(shown, group)),
        options=tuple(option(shown(each)) for each in offered),
        prompts=prompts,
        has_fixed_order=is_of_numbers,
        why=" ".join(filter(None, sentences)),
    )


def groups_of(column: Sequence[FilledCell]) -> list[list[FilledCell]]:
    """Return the rows of a column in groups of like size, no value twice in a group.

    A row that fits into none, or would stand in a group of fewer than three, is left out.
    """
    count = -(-len(column) // MOST_ROWS)
    sizes = [len(column) // count + (at < len(column) % count) for at in range(count)]
    groups: list[list[FilledCell]] = [[] for _ in sizes]
    first_open = 0
    for each in column:
        while first_open < count and len(groups[first_open]) == sizes[first_open]:
            first_open += 1
        for at in range(first_open, min(first_open + 3, count)):
            if len(groups[at]) < sizes[at] and not is_in(each, groups[at]):
                groups[at].append(each)
                break
    return [group for group in groups if len(group) >= FEWEST_ROWS]


def is_in(cell: FilledCell, group: Sequence[FilledCell]) -> bool:
    """Say whether the value of a cell cannot be told from one of a group."""
    return any(are_alike(shown(cell), shown(other)) for other in group)


def extra_rows(group: Sequence[FilledCell], column: Sequence[FilledCell]) -> list[FilledCell]:
    """Return up to two rows of the column whose values belong to no row of the group."""
    found: list[FilledCell] = []
    at = next(place for place, each in enumerate(column) if each is group[0])
    for each in (*column[at : at + LOOKED_AT], *column[max(0, at - LOOKED_AT) : at]):
        if len(found) == MOST_EXTRA:
            break
        if not is_in(each, (*group, *found)):
            found.append(each)
    return found


def value_of(cell: FilledCell) -> Decimal:
    """Return the number in a cell; 0 where it holds none."""
    answer = cell.card.answer
    return answer.value if isinstance(answer, NumberAnswer) else Decimal(0)


def shown(cell: FilledCell) -> str:
    """Return the value of a cell as it is read: a number with its unit, a list by its members."""
    answer = cell.card.answer
    if isinstance(answer, NumberAnswer):
        return f"{answer.text}{unit_suffix(answer.unit)}"
    return ", ".join(texts_of(cell.card))
