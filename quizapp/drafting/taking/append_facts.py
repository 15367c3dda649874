"""Writing facts at the end of a deck's text; what its author wrote stays to the letter."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.bank.yaml.nodes import DeckText, KeyGroup, NodeList
from quizapp.bank.yaml.reader import read_yaml
from quizapp.bank.yaml.writer import YamlValue, write_yaml

_INDENT = "  "
_SECTIONS = ("sources", "concepts", "facts", "tables")
_EMPTY_LIST = re.compile(r"\[\s*\]")


class CannotAppendError(ValueError):
    """Nothing can be added to the text as it is written; the message says why."""


@dataclass(frozen=True, slots=True)
class AppendedText:
    """The text of a deck with facts at its end, and the line that each of them begins in."""

    text: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where something is added: at `start`, in place of what stands there up to `end`."""

    start: int
    end: int
    indent: str
    head: str = ""


def append_facts(text: str, entries: Sequence[Mapping[str, YamlValue]]) -> AppendedText:
    """Return the text of a deck with `entries` behind its last fact.

    Raises:
        CannotAppendError: its facts are no list of lines.
    """
    if not entries:
        return AppendedText(text, ())
    spot = _find_spot(text, "facts")
    _, *lines = write_yaml({"facts": list(entries)}).rstrip("\n").split("\n")
    body = _shift(lines, spot.indent)
    added = f"{spot.head}{chr(10).join(body)}\n"
    before = text[: spot.start]
    lines_before = before.count("\n") + (1 if before and not before.endswith("\n") else 0)
    first = lines_before + spot.head.count("\n") + 1
    mark = f"{spot.indent}- "
    starts = tuple(at for at, line in enumerate(body, first) if line.startswith(mark))
    return AppendedText(_insert(text, spot, added), starts)


def append_source(text: str, name: str, entry: Mapping[str, YamlValue]) -> str:
    """Return the text of a deck that declares one source more.

    Raises:
        CannotAppendError: its sources are not written one below the other.
    """
    spot = _find_spot(text, "sources")
    _, *lines = write_yaml({"sources": {name: entry}}).rstrip("\n").split("\n")
    return _insert(text, spot, f"{spot.head}{chr(10).join(_shift(lines, spot.indent))}\n")


def _shift(lines: Sequence[str], indent: str) -> list[str]:
    """Return lines that are written with two spaces as they stand behind `indent`."""
    return [indent + line.removeprefix(_INDENT) if line else line for line in lines]


def _insert(text: str, spot: _Spot, added: str) -> str:
    """Return `text` with `added`, whose line ends are those of the text."""
    if "\r\n" in text:
        added = added.replace("\n", "\r\n")
    before, after = text[: spot.start], text[spot.end :]
    if before and not before.endswith("\n"):
        added = ("\r\n" if "\r\n" in text else "\n") + added
    return f"{before}{added}{after}"


def _find_spot(text: str, section: str) -> _Spot:
    """Return where a section of a deck goes on, or where it begins if the deck has none."""
    deck_text = DeckText("", text)
    root, _ = read_yaml(deck_text, _SECTIONS)
    if not isinstance(root, KeyGroup):
        raise CannotAppendError("the deck holds no keys")
    if text.lstrip().startswith("{"):
        raise CannotAppendError("the deck is written in braces")
    if section not in root:
        return _new_section_spot(text, section, root)
    node = root[section]
    keys = list(root)
    at = keys.index(section)
    value_start = root.starts[2 * at + 1]
    limit = root.starts[2 * at + 2] if at + 1 < len(keys) else len(text)
    if node == "":
        end = _line_end(text, root.starts[2 * at])
        return _Spot(end, end, _INDENT)
    if empty := _EMPTY_LIST.match(text, value_start):
        start = len(text[:value_start].rstrip(" "))
        return _Spot(start, _line_end(text, empty.end()), _INDENT)
    if not isinstance(node, KeyGroup | NodeList) or text[value_start] in "[{":
        raise CannotAppendError(f"`{section}` is written on one line, in brackets")
    indent = _indent_of(text, node, value_start)
    end = _content_end(text, value_start, limit, len(indent))
    return _Spot(end, end, indent)


def _new_section_spot(text: str, section: str, root: KeyGroup) -> _Spot:
    """Return where a section that a deck lacks is written: sources before facts, facts last."""
    head = f"\n{section}:\n"
    if section == "sources" and "facts" in root:
        start = root.starts[2 * list(root).index("facts")]
        start = _before_comments(text, start)
        return _Spot(start, start, _INDENT, f"{section}:\n")
    end = _content_end(text, 0, len(text), 0)
    return _Spot(end, end, _INDENT, head)


def _indent_of(text: str, node: KeyGroup | NodeList, start: int) -> str:
    """Return what stands before the first key, or before the dash, of a section."""
    line_start = text.rfind("\n", 0, start) + 1
    if isinstance(node, KeyGroup):
        line_start = text.rfind("\n", 0, node.starts[0]) + 1
    line = text[line_start : _line_end(text, line_start)]
    return line[: len(line) - len(line.lstrip())]


def _line_end(text: str, start: int) -> int:
    """Return where the line ends that holds `start`, behind its line end."""
    end = text.find("\n", start)
    return len(text) if end < 0 else end + 1


def _content_end(text: str, start: int, limit: int, indent: int) -> int:
    """Return where the last line before `limit` ends that is neither empty nor a comment.

    A line with a # that is indented further may belong to a text that goes on over lines.
    """
    lines = text[:limit].splitlines(keepends=True)
    end = limit
    while lines and end > start:
        bare = lines[-1].strip()
        column = len(lines[-1]) - len(lines[-1].lstrip())
        is_comment = bare.startswith("#") and column <= indent
        if bare and not is_comment and bare != "...":
            break
        end -= len(lines.pop())
    return end


def _before_comments(text: str, start: int) -> int:
    """Return where the comments begin that stand right above the line at `start`."""
    lines = text[:start].splitlines(keepends=True)
    while lines and lines[-1].startswith("#") and lines[-1].endswith("\n"):
        start -= len(lines.pop())
    return start
