"""Cards in rows: CSV, TSV and tables of Markdown, with a header or with two bare columns."""

import csv
import re
from collections.abc import Mapping, Sequence

from quizapp.drafting.taking.labels import Role, role_of, roles_of
from quizapp.drafting.taking.model import RawCard, ReadCards, UnreadPart

_SEPARATORS = "\t;,"
_NAMED_SEPARATORS = {"tab": "\t", "semicolon": ";", "comma": ",", "pipe": "|"}
_DIRECTIVE = re.compile(r"#(?P<name>[a-z ]+):(?P<value>.*)", re.IGNORECASE)
_MARKDOWN_RULE = re.compile(r"\|?[\s:|-]*-[\s:|-]*")
_MAX_LABEL = 40  # letters of a column's name
_BARE = ("ask", "answer")
_ASKING = {Role.ASK, Role.DEFINITION}
_Row = tuple[int, list[str]]


def read_table(lines: Sequence[str], start: int) -> ReadCards:
    """Return the cards of the rows in `lines`, the first of which is line `start`."""
    if any(line.lstrip().startswith("|") for line in lines):
        rows = [
            (at, _markdown_cells(line))
            for at, line in enumerate(lines, start)
            if line.lstrip().startswith("|") and not _MARKDOWN_RULE.fullmatch(line.strip())
        ]
        return _read_with_header(rows) or ReadCards()
    named = _named_separator(lines)
    for separator in named or _SEPARATORS:
        rows = _split_rows(lines, start, separator)
        if reading := _read_with_header(rows):
            return reading
    for separator in named or _SEPARATORS:
        rows = _split_rows(lines, start, separator)
        if _are_bare_pairs(rows, separator, is_named=bool(named)):
            return _as_cards(dict(enumerate(_BARE)), rows)
    return ReadCards()


def _named_separator(lines: Sequence[str]) -> str:
    """Return the separator that a line such as `#separator:tab` names, "" where none does."""
    for line in lines:
        found = _DIRECTIVE.fullmatch(line.strip())
        if found and found["name"].casefold() == "separator":
            value = found["value"].strip()
            return _NAMED_SEPARATORS.get(value.casefold(), value[:1])
    return ""


def _markdown_cells(line: str) -> list[str]:
    inside = line.strip().removeprefix("|").removesuffix("|")
    return [cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", inside)]


def _split_rows(lines: Sequence[str], start: int, separator: str) -> list[_Row]:
    """Return the rows with the lines that they begin in; a cell in quotes may go on over lines."""
    is_directive = [_DIRECTIVE.fullmatch(line.strip()) is not None for line in lines]
    kept = ["" if skip else line for line, skip in zip(lines, is_directive, strict=True)]
    reader = csv.reader(
        (f"{line}\n" for line in kept), delimiter=separator, skipinitialspace=separator != "\t"
    )
    rows: list[_Row] = []
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


def _read_with_header(rows: Sequence[_Row]) -> ReadCards | None:
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


def _are_bare_pairs(rows: Sequence[_Row], separator: str, *, is_named: bool) -> bool:
    """Return whether rows without a header are questions with their answers.

    Commas stand in any prose, so most of the first cells must be questions.
    """
    pairs = [cells for _, cells in rows if len(cells) > 1 and cells[0] and cells[1]]
    if not pairs or len(pairs) < 0.8 * len(rows):
        return False
    if is_named or separator == "\t":
        return True
    asked = sum(cells[0].endswith(("?", "？", "؟")) for cells in pairs)
    return asked > 0.5 * len(pairs) and len({len(cells) for cells in pairs}) == 1


def _as_cards(header: Mapping[int, str], rows: Sequence[_Row]) -> ReadCards:
    """Return the rows as cards. A number stays text unless each cell of its column is one."""
    cards: list[RawCard] = []
    unread: list[UnreadPart] = []
    ask_column = next((at for at, name in header.items() if role_of(name) in _ASKING), 0)
    for line, cells in rows:
        if len(cells) > len(header) and header != dict(enumerate(_BARE)):
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
