"""Writing YAML as an author would: quotes only where they must be, comments above entries."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from quizapp.bank.numerals import is_number

INDENT = "  "
PLAIN = re.compile(r"[A-Za-zÀ-ɏ][\w .()/'’%+-]*")
NO_TEXT = frozenset(["true", "false", "null", "none", "yes", "no", "on", "off", "y", "n"])


@dataclass(frozen=True, slots=True)
class Commented:
    """A value with a comment above it; each line of the comment gets its own mark."""

    comment: str
    value: "Value"


Value: TypeAlias = "str | int | Decimal | bool | Mapping[str, Value] | Sequence[Value] | Commented"


def as_yaml(value: Mapping[str, Value]) -> str:
    """Return a group of keys as YAML in which text is read as text and a number as a number."""
    return "".join(f"{line}\n" for line in lines_of(value, ""))


def lines_of(value: Mapping[str, Value], indent: str) -> Iterator[str]:
    """Yield the lines of a group of keys."""
    for key, node in value.items():
        if isinstance(node, Commented):
            yield from comment_lines(node.comment, indent)
            node = node.value  # noqa: PLW2901 (the comment is written)
        if isinstance(node, Mapping) and node:
            yield f"{indent}{scalar(key)}:"
            yield from lines_of(node, indent + INDENT)
        elif is_block(node):
            yield f"{indent}{scalar(key)}:"
            yield from entries_of(node, indent + INDENT)
        else:
            yield f"{indent}{scalar(key)}: {inline(node)}"


def is_block(node: Value) -> bool:
    """Say whether a list is written one entry a line: where it holds groups."""
    if not isinstance(node, Sequence) or isinstance(node, str):
        return False
    return any(isinstance(each, Mapping | Commented) for each in node)


def entries_of(entries: Value, indent: str) -> Iterator[str]:
    """Yield the lines of a list whose entries are groups, an empty line before each."""
    for entry in entries if isinstance(entries, Sequence) else ():
        yield ""
        node = entry
        if isinstance(node, Commented):
            yield from comment_lines(node.comment, indent)
            node = node.value
        if isinstance(node, Mapping):
            first, *rest = lines_of(node, indent + INDENT)
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        else:
            yield f"{indent}- {inline(node)}"


def comment_lines(comment: str, indent: str) -> Iterator[str]:
    """Yield a comment line by line."""
    return (f"{indent}# {' '.join(line.split())}".rstrip() for line in comment.splitlines())


def inline(node: Value) -> str:
    """Return a value on one line."""
    match node:
        case bool():
            return "true" if node else "false"
        case int() | Decimal():
            return f"{node:f}" if isinstance(node, Decimal) else str(node)
        case str():
            return scalar(node)
        case Mapping():
            pairs = (f"{scalar(key)}: {inline(each)}" for key, each in node.items())
            return f"{{{', '.join(pairs)}}}"
        case Commented():
            return inline(node.value)
        case _:
            return f"[{', '.join(map(inline, node))}]"


def scalar(text: str) -> str:
    """Return text as YAML that is read as this very text, in quotes only where it must be."""
    is_plain = (
        PLAIN.fullmatch(text)
        and text == text.strip()
        and text.lower() not in NO_TEXT
        and not is_number(text)
    )
    return text if is_plain else json.dumps(text, ensure_ascii=False)
