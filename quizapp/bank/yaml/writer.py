"""Writing YAML as an author would: quotes only where they must be, comments above entries."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from quizapp.bank.numerals import is_number

_INDENT = "  "
_PLAIN_TEXT = re.compile(r"[A-Za-zÀ-ɏ][\w .()/'’%+-]*")
_RESERVED_WORDS = frozenset(["true", "false", "null", "none", "yes", "no", "on", "off", "y", "n"])


@dataclass(frozen=True, slots=True)
class CommentedValue:
    """A value with a comment above it; each line of the comment gets its own mark."""

    comment: str
    value: "YamlValue"


YamlValue: TypeAlias = (
    "str | int | Decimal | bool | Mapping[str, YamlValue] | Sequence[YamlValue] | CommentedValue"
)


def write_yaml(value: Mapping[str, YamlValue]) -> str:
    """Return a group of keys as YAML in which text is read as text and a number as a number."""
    return "".join(f"{line}\n" for line in _group_lines(value, ""))


def _group_lines(value: Mapping[str, YamlValue], indent: str) -> Iterator[str]:
    """Yield the lines of a group of keys."""
    for key, node in value.items():
        if isinstance(node, CommentedValue):
            yield from _comment_lines(node.comment, indent)
            node = node.value  # noqa: PLW2901 (the comment is written)
        if isinstance(node, Mapping) and node:
            yield f"{indent}{format_scalar(key)}:"
            yield from _group_lines(node, indent + _INDENT)
        elif _is_block(node):
            yield f"{indent}{format_scalar(key)}:"
            yield from _list_lines(node, indent + _INDENT)
        else:
            yield f"{indent}{format_scalar(key)}: {_format_inline(node)}"


def _is_block(node: YamlValue) -> bool:
    """Return whether a list is written one entry a line: where it holds groups."""
    if not isinstance(node, Sequence) or isinstance(node, str):
        return False
    return any(isinstance(each, Mapping | CommentedValue) for each in node)


def _list_lines(entries: YamlValue, indent: str) -> Iterator[str]:
    """Yield the lines of a list whose entries are groups, an empty line before each."""
    for entry in entries if isinstance(entries, Sequence) else ():
        yield ""
        node = entry
        if isinstance(node, CommentedValue):
            yield from _comment_lines(node.comment, indent)
            node = node.value
        if isinstance(node, Mapping):
            first, *rest = _group_lines(node, indent + _INDENT)
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        else:
            yield f"{indent}- {_format_inline(node)}"


def _comment_lines(comment: str, indent: str) -> Iterator[str]:
    """Yield a comment line by line."""
    return (f"{indent}# {' '.join(line.split())}".rstrip() for line in comment.splitlines())


def _format_inline(node: YamlValue) -> str:
    """Return a value on one line."""
    match node:
        case bool():
            return "true" if node else "false"
        case int() | Decimal():
            return f"{node:f}" if isinstance(node, Decimal) else str(node)
        case str():
            return format_scalar(node)
        case Mapping():
            pairs = (f"{format_scalar(key)}: {_format_inline(each)}" for key, each in node.items())
            return f"{{{', '.join(pairs)}}}"
        case CommentedValue():
            return _format_inline(node.value)
        case _:
            return f"[{', '.join(map(_format_inline, node))}]"


def format_scalar(text: str) -> str:
    """Return text as YAML that is read as this very text, in quotes only where it must be."""
    is_plain = (
        _PLAIN_TEXT.fullmatch(text)
        and text == text.strip()
        and text.lower() not in _RESERVED_WORDS
        and not is_number(text)
    )
    return text if is_plain else json.dumps(text, ensure_ascii=False)
