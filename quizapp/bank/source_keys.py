"""Writing what is counted of a source into its deck, at the places where the reader found it.

Nothing else of the file changes: comments, order and quotes stay.
"""

import re
from collections.abc import Mapping

from quizapp.bank.yaml.nodes import DeckText, KeyGroup
from quizapp.bank.yaml.reader import decode_deck_text, read_yaml

_SCALAR = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^\s,}\]#]+")


def write_source_keys(data: bytes, source: str, values: Mapping[str, str]) -> bytes | None:
    """Return a deck's file with `values` as keys of `source`; None where that cannot be done.

    It cannot where the file does not hold the source, or is not read again with these values.
    """
    deck_text, problems = decode_deck_text("", data)
    group = None if problems else _find_source(deck_text, source)
    if group is None:
        return None
    text = deck_text.text
    missing: list[str] = []
    edits: list[tuple[int, int, str]] = []
    for key, value in values.items():
        if key in group:
            start = group.starts[2 * list(group).index(key) + 1]
            found = _SCALAR.match(text, start)
            if found is None:
                return None
            edits.append((start, found.end(), value))
        else:
            missing.append(f"{key}: {value}")
    if missing and group.starts:
        # Before the second key, so that the citation stays the first; its own indent serves.
        at = group.starts[2] if len(group) > 1 else group.starts[0]
        edits.append((at, at, _write_before(deck_text, group, at, missing)))
    for start, end, written in sorted(edits, reverse=True):
        text = text[:start] + written + text[end:]
    again = _find_source(DeckText("", text), source)
    meant = {key: value.strip("\"'") for key, value in values.items()}
    if again is None or {**group, **meant} != dict(again):
        return None
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    return mark + text.encode()


def _write_before(deck_text: DeckText, group: KeyGroup, at: int, lines: list[str]) -> str:
    """Return `lines` as they are written before the key at `at`."""
    if deck_text.text[group.start] == "{":
        return "".join(f"{line}, " for line in lines)
    place = deck_text.place(at)
    end = "\r\n" if "\r\n" in deck_text.text else "\n"
    return "".join(f"{line}{end}{' ' * (place.column - 1)}" for line in lines)


def _find_source(deck_text: DeckText, source: str) -> KeyGroup | None:
    """Return the group of keys of `source`."""
    node, _ = read_yaml(deck_text, ("sources", "concepts", "facts", "tables"))
    sources = node.get("sources") if isinstance(node, KeyGroup) else None
    group = sources.get(source) if isinstance(sources, KeyGroup) else None
    return group if isinstance(group, KeyGroup) else None
