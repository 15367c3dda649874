"""Tables that are drawn: with bars, with bars and rules, with columns under a rule, in HTML."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from quizapp.drafting.taking.markup import plain_text

Row = tuple[int, list[str]]

_BAR_RULE = re.compile(
    r"[\s|:+=─═━┼╪╬┬┴├┤╞╡╔╗╚╝╠╣╦╩┌┐└┘-]*[-=─═━][\s|:+=─═━┼╪╬┬┴├┤╞╡╔╗╚╝╠╣╦╩┌┐└┘-]*"
)
_FRAME = 3  # rules of a table whose rows have none between them
_MAX_LINE = 4_000  # letters; a longer one is no row
_CORNERS = re.compile(r"\s*[+┌├└╔╠╚╞]")
_COLUMNS_RULE = re.compile(r"\s*[-=─═]{2,}(?:\s+[-=─═]{2,})+\s*")
_WHOLE_RULE = re.compile(r"\s*[-=─═]{8,}\s*")
_GAP = re.compile(r"\s{2,}")
_BAR = re.compile(r"(?<!\\)\|")
_HTML_ROW = re.compile(
    r"<tr\b[^>]*>(?P<inside>.*?)(?=</tr>|<tr\b|</table>|$)", re.IGNORECASE | re.DOTALL
)
_HTML_CELL = re.compile(
    r"<t[hd]\b[^>]*>(?P<inside>.*?)(?=</t[hd]>|<t[hd]\b|$)", re.IGNORECASE | re.DOTALL
)


def draw_rows(lines: Sequence[str], start: int) -> list[Row]:
    """Return the rows of the drawn tables in `lines`, the first of which is line `start`."""
    lines = [line if len(line) <= _MAX_LINE else "" for line in lines]
    text = "\n".join(lines)
    if "<tr" in text.casefold():
        return list(_html_rows(text, start))
    barred = [line.replace("│", "|").replace("║", "|").replace("┃", "|") for line in lines]
    if any(line.lstrip().startswith("|") for line in barred):
        return list(_framed_rows(barred, start))
    for at, line in enumerate(barred):
        if "|" in line and at and _BAR_RULE.fullmatch(line) and _BAR.search(barred[at - 1]):
            return list(_open_rows(barred, at - 1, start))
        if "+" in line and at and _BAR_RULE.fullmatch(line) and _BAR.search(barred[at - 1]):
            return list(_open_rows(barred, at - 1, start))
    return list(_aligned_rows(lines, start))


def _html_rows(text: str, start: int) -> Iterator[Row]:
    for row in _HTML_ROW.finditer(text):
        cells = [plain_text(cell["inside"]) for cell in _HTML_CELL.finditer(row["inside"])]
        if cells:
            yield start + text.count("\n", 0, row.start()), cells


def _cells_of(line: str) -> list[str]:
    inside = line.strip().removeprefix("|")
    inside = inside[:-1] if inside.endswith("|") and not inside.endswith("\\|") else inside
    return [cell.replace("\\|", "|").strip() for cell in _BAR.split(inside)]


def _framed_rows(lines: Sequence[str], start: int) -> Iterator[Row]:
    """Yield the rows of tables with a bar on the left.

    Where rules with corners part all rows, the lines between two of them are one row.
    """
    corners = [at for at, line in enumerate(lines) if _CORNERS.match(line) and _is_rule(line)]
    has_grid = len(corners) > _FRAME
    bodies: list[list[tuple[int, str]]] = [[]]
    for at, line in enumerate(lines, start):
        if line.lstrip().startswith("|") and not _is_rule(line):
            if not has_grid:
                bodies.append([])
            bodies[-1].append((at, line))
        elif has_grid:
            bodies.append([])
    yield from _joined_lines(bodies)


def _joined_lines(bodies: Iterable[Sequence[tuple[int, str]]]) -> Iterator[Row]:
    for body in bodies:
        if body:
            cells = [_cells_of(line) for _, line in body]
            width = max(map(len, cells))
            padded = [each + [""] * (width - len(each)) for each in cells]
            joined = [" ".join(filter(None, column)) for column in zip(*padded, strict=True)]
            yield body[0][0], joined


def _is_rule(line: str) -> bool:
    return _BAR_RULE.fullmatch(line) is not None


def _open_rows(lines: Sequence[str], first: int, start: int) -> Iterator[Row]:
    """Yield the rows of a table with bars between its cells alone, whose header is at `first`."""
    for at in range(first, len(lines)):
        if _is_rule(lines[at]):
            continue
        if not _BAR.search(lines[at]):
            return
        yield start + at, _cells_of(lines[at])


def _aligned_rows(lines: Sequence[str], start: int) -> Iterator[Row]:
    """Yield the rows of a table whose columns begin where a rule below its header says.

    A row whose first cell alone goes on below belongs to the row above.
    """
    for at, (head, rule) in enumerate(pairwise(lines)):
        begins = _column_begins(head, rule)
        if len(begins) <= 1:
            continue
        rows: list[Row] = [(start + at, _cut(head, begins))]
        for below, line in enumerate(lines[at + 2 :], start + at + 2):
            if not line.strip() or _WHOLE_RULE.fullmatch(line) or _COLUMNS_RULE.fullmatch(line):
                continue
            cells = _cut(line, begins)
            if not any(cells[1:]) and not _is_begun(rows[-1]) and cells[0][:1].isupper():
                break  # the talk below the table
            if _goes_on(rows[-1][1], cells) and len(rows) > 1:
                joined = zip(rows[-1][1], cells, strict=True)
                rows[-1] = (rows[-1][0], [" ".join(filter(None, pair)) for pair in joined])
            else:
                rows.append((below, cells))
        yield from rows
        return


def _is_begun(row: Row) -> bool:
    return not row[1][0].endswith(("?", ".", "!"))


def _column_begins(head: str, rule: str) -> list[int]:
    """Return where columns begin: at the dashes of a rule, or at the words of a header."""
    if _COLUMNS_RULE.fullmatch(rule) and head.strip():
        return [found.start() for found in re.finditer(r"\S+", rule)]
    if _WHOLE_RULE.fullmatch(rule) and _GAP.search(head.strip()):
        return [found.start() for found in re.finditer(r"\S(?:\S| (?! ))*", head)]
    return []


def _cut(line: str, begins: Sequence[int]) -> list[str]:
    """Return the cells of a line; a word that reaches over a border belongs where it begins."""
    cells = [""] * len(begins)
    for word in re.finditer(r"\S(?:\S| (?! ))*", line):
        column = max(
            (at for at, begin in enumerate(begins) if begin <= word.start() + 1), default=0
        )
        inside = word[0]
        following = [each for each in begins if word.start() + 1 < each < word.end()]
        if following and line[following[0] - 1] == " ":  # only one space between two cells
            border = following[0] - word.start()
            cells[column + 1] = inside[border:].strip()
            inside = inside[:border].strip()
        cells[column] = f"{cells[column]} {inside}".strip()
    return cells


def _goes_on(above: Sequence[str], cells: Sequence[str]) -> bool:
    """Return whether a line goes on with the row above: a column that each row has is empty."""
    filled = [at for at, cell in enumerate(above) if cell]
    missing = [at for at in filled if not cells[at]]
    return bool(missing) and (not cells[0] or not any(cells[1:]) or 0 in missing)
