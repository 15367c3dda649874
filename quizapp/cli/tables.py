"""Tables of text, in cells of a terminal: columns as wide as what stands in them."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

_GAP = "  "  # between columns


def table_lines(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield the headings and a line a row, None as nothing; a ">" puts a column flush right."""
    table = [[heading.removeprefix(">") for heading in headings]]
    table.extend(["" if cell is None else str(cell) for cell in row] for row in rows)
    widths = [max(map(cell_width, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = (
            f"{_space(cell, width)}{cell}" if heading[:1] == ">" else f"{cell}{_space(cell, width)}"
            for cell, width, heading in zip(row, widths, headings, strict=True)
        )
        yield _GAP.join(cells).rstrip()


def _space(cell: str, width: int) -> str:
    return " " * (width - cell_width(cell))


def cell_width(text: str) -> int:
    """Return how many cells of a terminal `text` takes."""
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1
        for each in text
    )
