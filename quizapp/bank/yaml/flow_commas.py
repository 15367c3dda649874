"""What a comma leaves of text without quotes inside `{…}`: a piece that YAML takes for a key.

`{rise: It kept it, for once.}` has the key `for once.`, with neither a colon nor a value.
"""

from collections.abc import Iterator

from quizapp.bank.yaml.nodes import KeyGroup
from quizapp.bank.yaml.pasted_text import is_plain


def is_bare_key(group: KeyGroup, key: str) -> bool:
    """Return whether `key` stands in `group` without quotes, without a colon and a value."""
    if group.get(key) != "":
        return False
    at = 2 * list(group).index(key)
    return _is_bare(group, group.starts[at], group.starts[at + 1])


def find_cut_texts(group: KeyGroup) -> Iterator[tuple[str, str, int]]:
    """Yield each piece that stands bare among keys with values, and where it begins.

    Beside it stands the key whose text the comma ended; "" where it may have ended no other text
    than a key. Of pieces in a row the first is told. A number without a text before it is no piece:
    who gives the reason of one need not give that of another.
    """
    if not any(group.values()):
        return
    before, is_piece = "", False
    starts = zip(group.starts[::2], group.starts[1::2], strict=True)
    for (key, value), (start, value_start) in zip(group.items(), starts, strict=True):
        was_piece, is_piece = is_piece, value == "" and _is_bare(group, start, value_start)
        if is_piece and not was_piece and (before or not key[:1].isdigit()):
            yield key, before, start
        is_text = isinstance(value, str) and value != ""
        before = key if is_text and is_plain(group, value_start) else ""


def _is_bare(group: KeyGroup, start: int, value_start: int) -> bool:
    """Return whether neither quotes nor a colon stand from a key to its empty value."""
    written = group.deck_text.text[start:value_start].rstrip()
    return is_plain(group, start) and not written.endswith(":")
