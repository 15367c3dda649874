"""Taking `status: draft` out of a deck's file, and nothing else: comments and layout stay.

The places are those of the reader that reads decks. What was cut is read again before it is handed
back: it must say all that it said before, less the status.
"""

from collections.abc import Iterator

from quizapp.bank.yaml.nodes import DeckText, KeyGroup, Node, listed_members
from quizapp.bank.yaml.reader import decode_deck_text, read_yaml

_KEY, _DRAFT = "status", "draft"
_SECTIONS = ("sources", "concepts", "facts", "tables")  # which may have any number of members
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def remove_draft_status(file: str, data: bytes, fact: str) -> bytes | None:
    """Return `data` of `file` without the line that makes the fact of this name a draft.

    None where no such line is its own (a row may be one since its table is), or where it cannot be
    cut out safely.
    """
    deck_text, problems = decode_deck_text(file, data)
    root, faults = read_yaml(deck_text, _SECTIONS)
    if problems or faults or not isinstance(root, KeyGroup):
        return None
    group = next((each for name, each in _named_groups(root) if name == fact), None)
    if group is None or group.get(_KEY) != _DRAFT:
        return None
    text = _cut_key(deck_text, group)
    del group[_KEY]
    again, faults = read_yaml(DeckText(file, text), _SECTIONS)
    if faults or again != root:
        return None
    mark = _BYTE_ORDER_MARK if data.startswith(_BYTE_ORDER_MARK) else b""
    return mark + text.encode()


def _named_groups(root: KeyGroup) -> Iterator[tuple[str, KeyGroup]]:
    """Yield each fact and each row of a table by its name."""
    for node, _ in listed_members([root], "facts"):
        if isinstance(node, KeyGroup):
            yield node.text("id"), node
    for table, _ in listed_members([root], "tables"):
        rows: Node | None = table.get("rows") if isinstance(table, KeyGroup) else None
        if isinstance(table, KeyGroup) and isinstance(rows, KeyGroup):
            for name, row, _ in rows.items_with_places():
                if isinstance(row, KeyGroup):
                    yield f"{table.text('id')}/{name}", row


def _cut_key(deck_text: DeckText, group: KeyGroup) -> str:
    """Return the text without the status of `group`."""
    text = deck_text.text
    at = list(group).index(_KEY)
    start, value = group.starts[2 * at : 2 * at + 2]
    end = value + len(_DRAFT) + (2 if text[value] in "\"'" else 0)
    following = group.starts[2 * at + 2] if 2 * at + 2 < len(group.starts) else None
    if text[group.start] == "{":
        return _cut_inline(text, start, end, following)
    return _cut_line(text, start, end, following)


def _cut_inline(text: str, start: int, end: int, following: int | None) -> str:
    """Return the text without a key between braces, and without its comma."""
    if following is not None:
        return text[:start] + text[following:]
    comma = text.rfind(",", 0, start)
    return text[: max(comma, 0)] + text[end:]


def _cut_line(text: str, start: int, end: int, following: int | None) -> str:
    """Return the text without a key on a line; a comment behind it stays, on a line of its own."""
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    line_end = next((at for at in range(end, len(text)) if text[at] in "\r\n"), len(text))
    comment = text[end:line_end].strip()
    if text[line:start].strip():  # the first key, behind the dash of its fact
        if following is not None and not text[end:following].strip():
            return text[:start] + text[following:]
        return text[:start] + text[end:].lstrip(" ")
    if comment:
        return text[:start] + comment + text[line_end:]
    after = line_end + (2 if text[line_end : line_end + 2] == "\r\n" else 1)
    return text[:line] + text[after:]
