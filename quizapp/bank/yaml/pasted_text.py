"""What copying leaves around a deck and in it: fences, words outside them, curly quotes.

A chat shows a file between two lines of ``` and says something before and after it. All that is
passed over, so that what is read has the places of the file as it is.
"""

import re
from collections.abc import Iterator

from quizapp.bank.yaml.nodes import DeckText, KeyGroup, Node, NodeList

CURLY_QUOTES = "“”„‟‘’‚‛«»"
FENCE_MARK = re.compile(r"```|~~~")
_FENCE = re.compile(r"^(?P<indent>[ \t]*)(?P<marks>`{3,}|~{3,})[ \t]*[\w-]*[ \t]*$", re.MULTILINE)
# Before these no fence is looked for: the deck has begun.
_DECK_BEGINS = re.compile(
    r"^[ \t]*(?:quizapp|deck|title|language|tags|sources|settings|opposites|concepts|facts|tables)"
    r"[ \t]*:|^[ \t]*[{\[]",
    re.MULTILINE,
)
_NOT_A_LINE_END = re.compile(r"[^\r\n]")
_OPENING_QUOTES = {"“": "”", "„": "“”", "«": "»", "‘": "’", "‚": "‘’"}
_NUMBER_IN_GROUPS = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d|,\d)")
_LONGEST_NUMBER = 24  # characters: more is no number that anyone wrote


def blank_outside_fence(deck_text: DeckText) -> tuple[DeckText, int | None]:
    """Return `deck_text` with spaces for a fence around the deck and for all outside it.

    And where the fence opens; None, and the text as it is, where there is none.
    """
    text = deck_text.text
    opening = _FENCE.search(text)
    begins = _DECK_BEGINS.search(text)
    if opening is None or (begins is not None and begins.start() < opening.start()):
        return deck_text, None
    inside = opening.end()
    closing = next((each for each in _FENCE.finditer(text, inside) if _closes(each, opening)), None)
    end = len(text) if closing is None else closing.start()
    blanked = (
        _NOT_A_LINE_END.sub(" ", text[:inside])
        + text[inside:end]
        + _NOT_A_LINE_END.sub(" ", text[end:])
    )
    return DeckText(deck_text.file, blanked), opening.start()


def _closes(fence: re.Match[str], opening: re.Match[str]) -> bool:
    """Return whether a fence ends what `opening` began: one within a text stands further right."""
    is_alike = fence["marks"][0] == opening["marks"][0]
    return is_alike and len(fence["indent"]) <= len(opening["indent"])


def find_curly_quoted(node: Node) -> Iterator[tuple[str, int]]:
    """Yield each text below `node` that stands in curly quotes alone, and where it begins."""
    if isinstance(node, str):
        return
    starts = node.starts[1::2] if isinstance(node, KeyGroup) else node.starts
    values = node.values() if isinstance(node, KeyGroup) else node
    for value, start in zip(values, starts, strict=True):
        if not isinstance(value, str):
            yield from find_curly_quoted(value)
        elif is_plain(node, start) and _is_curly_quoted(value):
            yield value, start


def is_plain(of: KeyGroup | NodeList, start: int) -> bool:
    """Return whether the text that begins at `start` is written without quotes, on its line."""
    return of.deck_text.text[start : start + 1] not in ("'", '"', "|", ">", "")


def _is_curly_quoted(text: str) -> bool:
    """Return whether `text` opens with a curly quote that closes at its end and not before."""
    closing = _OPENING_QUOTES.get(text[:1], "")
    inside = text[1:-1]
    return text[-1:] in closing and bool(closing) and not any(each in inside for each in closing)


def number_around(deck_text: DeckText, start: int) -> tuple[str, int] | None:
    """Return the number that commas cut at `start`, and where it begins: 1,030,000 at its 030.

    None where what stands there is no part of such a number but its first.
    """
    begin = max(0, start - _LONGEST_NUMBER)
    while begin < start:
        found = _NUMBER_IN_GROUPS.search(deck_text.text, begin, start + _LONGEST_NUMBER)
        if found is None or found.start() >= start:
            return None
        if found.end() > start:
            is_at_group = deck_text.text[start - 1 : start] == ","
            is_whole = not deck_text.text[max(0, found.start() - 1) : found.start()].isalnum()
            return (found.group(), found.start()) if is_at_group and is_whole else None
        begin = found.end()
    return None
