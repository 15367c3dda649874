"""Cards in rows: CSV, TSV and drawn tables, with a header or with two bare columns."""

import csv
import re
from collections.abc import Mapping, Sequence

from quizapp.drafting.taking.cited_sentence import is_citation
from quizapp.drafting.taking.drawn_tables import Row, draw_rows
from quizapp.drafting.taking.labels import Role, role_of, roles_of
from quizapp.drafting.taking.model import RawCard, ReadCards, UnreadPart

_SEPARATORS = "\t;,"
_NAMED_SEPARATORS = {"tab": "\t", "semicolon": ";", "comma": ",", "pipe": "|"}
_DIRECTIVE = re.compile(r"#(?P<name>[a-z ]+):(?P<value>.*)", re.IGNORECASE)
_MAX_LABEL = 40  # letters of a column's name
_BARE = ("ask", "answer")
_ASKING = {Role.ASK, Role.DEFINITION}


def read_table(lines: Sequence[str], start: int) -> ReadCards:
    """Return the cards of the rows in `lines`, the first of which is line `start`."""
    drawn = draw_rows(lines, start)
    if reading := _read_rows(drawn, is_named=False):
        return reading
    named = _named_separator(lines)
    for separator in named or _SEPARATORS:
        rows = _split_rows(lines, start, separator)
        if reading := _read_with_header(rows):
            return reading
    for separator in named or _SEPARATORS:
        rows = _split_rows(lines, start, separator)
        if reading := _read_rows(rows, is_named=bool(named) or separator == "\t"):
            return reading
    return ReadCards()


def _read_rows(rows: Sequence[Row], *, is_named: bool) -> ReadCards | None:
    """Return the cards of rows below a header, or of rows whose shape tells what they are."""
    if reading := _read_with_header(rows):
        return reading
    if header := _shape_header(rows):
        return _as_cards(header, rows[1:])
    if _are_bare_pairs(rows, is_named=is_named):
        thirds = [cells[len(_BARE)] for _, cells in rows if len(cells) > len(_BARE)]
        is_cited = bool(thirds) and all(map(_cites, thirds))
        return _as_cards(dict(enumerate((*_BARE, "source") if is_cited else _BARE)), rows)
    return None


def _cites(cell: str) -> bool:
    return is_citation(cell) or cell.isdecimal()


def _shape_header(rows: Sequence[Row]) -> dict[int, str]:
    """Return what columns are for, below a header whose words no list has; nothing if not sure.

    One column asks, but not in the header; of the others, numbers in a row count and citations
    cite, and exactly one is left.
    """
    if len(rows) <= len(_BARE) or len({len(cells) for _, cells in rows}) > 1:
        return {}
    head, *body = (cells for _, cells in rows)
    columns = list(zip(*body, strict=True))
    asking = [at for at, column in enumerate(columns) if all(map(_asks, column))]
    if len(asking) != 1 or _asks(head[asking[0]]) or any(len(each) > _MAX_LABEL for each in head):
        return {}
    found = {asking[0]: Role.ASK.value}
    for at, column in enumerate(columns):
        if at in found or list(column) == [str(number) for number, _ in enumerate(column, 1)]:
            continue
        is_source = role_of(head[at]) is Role.SOURCE or all(map(is_citation, column))
        role = Role.SOURCE if is_source else role_of(head[at]) or Role.ANSWER
        if role.value in found.values():
            # A number behind the answer is that of its sentence.
            if not all(map(_cites, column)):
                return {}
            role = Role.SOURCE
        found[at] = role.value
    return found if Role.ANSWER.value in found.values() else {}


def _asks(cell: str) -> bool:
    return cell.rstrip(" *_").endswith(("?", "？", "؟"))


def _named_separator(lines: Sequence[str]) -> str:
    """Return the separator that a line such as `#separator:tab` names, "" where none does."""
    for line in lines:
        found = _DIRECTIVE.fullmatch(line.strip())
        if found and found["name"].casefold() == "separator":
            value = found["value"].strip()
            return _NAMED_SEPARATORS.get(value.casefold(), value[:1])
    return ""


def _split_rows(lines: Sequence[str], start: int, separator: str) -> list[Row]:
    """Return the rows with the lines that they begin in; a cell in quotes may go on over lines."""
    is_directive = [_DIRECTIVE.fullmatch(line.strip()) is not None for line in lines]
    kept = ["" if skip else line for line, skip in zip(lines, is_directive, strict=True)]
    reader = csv.reader(
        (f"{line}\n" for line in kept), delimiter=separator, skipinitialspace=separator != "\t"
    )
    rows: list[Row] = []
    before = 0
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            while cells and not cells[-1]:
                cells.pop()
            if cells:
                rows.append((start + before, cells))
            before = reader.line_num
    except csv.Error:  # a cell of more than 128 KiB: no card
        return []
    return rows


def _read_with_header(rows: Sequence[Row]) -> ReadCards | None:
    """Return the cards below a header, wherever that stands; None where no row is one."""
    for at, (_, cells) in enumerate(rows):
        if len(cells) == 1 or any(len(cell) > _MAX_LABEL for cell in cells):
            continue
        found = set(roles_of(cells).values())
        if found & _ASKING and found & {
            Role.ANSWER,
            Role.OPTION,
            Role.OPTIONS,
            Role.TERM,
            Role.INDEX,
        }:
            body = [row for row in rows[at + 1 :] if len(row[1]) > 1]
            return _as_cards(dict(enumerate(cells)), body)
    return None


def _are_bare_pairs(rows: Sequence[Row], *, is_named: bool) -> bool:
    """Return whether rows without a header are questions with their answers.

    Commas stand in any prose, so most of the first cells must be questions.
    """
    pairs = [cells for _, cells in rows if len(cells) > 1 and cells[0] and cells[1]]
    if not pairs or len(pairs) < 0.8 * len(rows):
        return False
    if is_named:
        return True
    asked = sum(_asks(cells[0]) for cells in pairs)
    return asked > 0.5 * len(pairs) and len({len(cells) for cells in pairs}) == 1


def _as_cards(header: Mapping[int, str], rows: Sequence[Row]) -> ReadCards:
    """Return the rows as cards. A number stays text unless each cell of its column is one."""
    cards: list[RawCard] = []
    unread: list[UnreadPart] = []
    is_bare = tuple(header.values())[:2] == _BARE
    ask_column = next((at for at, name in header.items() if role_of(name) in _ASKING), 0)
    for line, cells in rows:
        if len(cells) > len(header) and not is_bare:
            unread.append(
                UnreadPart(
                    line,
                    f"this row has {len(cells)} cells, its header {len(header)}",
                    "put a text that holds the separator in double quotes",
                )
            )
            continue
        fields = {header[at]: cell for at, cell in enumerate(cells) if at in header and cell}
        if not (ask_column < len(cells) and cells[ask_column]):
            unread.append(UnreadPart(line, "this row has no question", "write it into the row"))
            continue
        cards.append(RawCard(line, fields))
    return ReadCards(tuple(cards), tuple(unread))
