"""What is written as elsewhere and read otherwise here: a number as text, quotes as letters.

None of it keeps a deck out, since each may be meant: in straight quotes text is what it is.
"""

import re
from collections.abc import Iterator, Sequence

from quizapp.bank.diagnostics import Level, Problem, quote
from quizapp.bank.yaml.nodes import (
    DeckText,
    KeyGroup,
    Node,
    NodeList,
    UnquotedNumber,
    listed_members,
)
from quizapp.bank.yaml.pasted_text import find_curly_quoted, is_plain, number_around

_GROUPED = re.compile(r"[-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-−]?\d{1,3}(?:[ '’\u00a0\u202f]\d{3})+")
# What any of it has: a curly quote, digits in groups, or letters behind digits.
MAY_BE_PASTED = re.compile(
    r"[“„«‘‚]|\d[,.'’ \u00a0\u202f]\d{3}|[-−]?\b\d[\d.,]*[ \u00a0\u202f]?[^\W\d_]|\d\s?[%‰°]"
)
# One word of small letters, or a symbol: 5 mg, 37 °C, 24 hours, 50 Hz. "9 November" is a date.
_WITH_UNIT = re.compile(
    r"(?P<number>[-−]?\d+(?:[.,]\d+)*)[ \u00a0\u202f]?"
    r"(?P<unit>[%‰°µμΩ][\w/]*|(?:[a-zµμ][a-zµμ]*|[a-zµμ]{0,2}[A-Z][a-z]?)(?:[/·^-][\w^-]+)*"
    r"(?: [A-Z][a-z])?)"
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th|s|x)")


def find_pasted_values(groups: Sequence[KeyGroup]) -> Iterator[Problem]:
    """Yield what the files of a deck write as elsewhere."""
    for group in groups:
        for text, start in find_curly_quoted(group):
            yield _warn(
                "B120",
                group.deck_text,
                start,
                f"curly quotes are part of the text {quote(text)}: for YAML they do not quote",
                "write straight quotes, or put all of it in straight quotes if they belong to it",
            )
    for answer, start, of in _answers(groups):
        yield from _answer_problems(answer, start, of)


def _answers(groups: Sequence[KeyGroup]) -> Iterator[tuple[Node, int, KeyGroup]]:
    """Yield each answer of a deck with where it begins and the group that has it."""
    for fact, _ in listed_members(groups, "facts"):
        if isinstance(fact, KeyGroup):
            yield from _values_under(fact, ("answer", "wrong"))
            cards = fact.get("cards")
            for card in cards.values() if isinstance(cards, KeyGroup) else ():
                if isinstance(card, KeyGroup):
                    yield from _values_under(card, ("answer", "wrong"))
    for table, _ in listed_members(groups, "tables"):
        columns = table.get("columns") if isinstance(table, KeyGroup) else None
        rows = table.get("rows") if isinstance(table, KeyGroup) else None
        for row in rows.values() if isinstance(rows, KeyGroup) else ():
            if isinstance(row, KeyGroup) and isinstance(columns, KeyGroup):
                yield from _values_under(row, columns)


def _values_under(
    group: KeyGroup, keys: Sequence[str] | KeyGroup
) -> Iterator[tuple[Node, int, KeyGroup]]:
    """Yield what `group` has under each of `keys`, where it begins, and `group`."""
    for (key, value), start in zip(group.items(), group.starts[1::2], strict=True):
        if key in keys:
            yield value, start, group


def _answer_problems(answer: Node, start: int, of: KeyGroup) -> Iterator[Problem]:
    """Yield what is written as elsewhere in one answer, or in the wrong ones beside it."""
    if not isinstance(answer, str):
        yield from _cut_numbers(answer)
    elif not isinstance(answer, UnquotedNumber) and is_plain(of, start):
        text = answer.strip()
        found = _WITH_UNIT.fullmatch(text)
        if _GROUPED.fullmatch(text):
            plain = re.sub(r"[^\d.−-]", "", text)
            fix = f"write {plain}, or put it in quotes if it is to stay text"
            yield _warn("B121", of.deck_text, start, f"{quote(text)} is read as text", fix)
        elif found and not _ORDINAL.fullmatch(found["unit"]) and "unit" not in of:
            number, unit = found["number"], found["unit"]
            fix = f"write answer: {number}, unit: {unit}; or put it in quotes if it is to stay text"
            yield _warn("B121", of.deck_text, start, f"{quote(text)} is read as text", fix)


def _cut_numbers(members: KeyGroup | NodeList) -> Iterator[Problem]:
    """Yield the numbers that commas cut among `members`; one part has to begin with a nought.

    [10,200] may be two numbers, [1,030] is none that anyone wrote.
    """
    starts = members.starts[::2] if isinstance(members, KeyGroup) else members.starts
    told: set[int] = set()
    for start in starts:
        found = number_around(members.deck_text, start)
        if found and found[1] not in told and ",0" in found[0]:
            number, begin = found
            told.add(begin)
            yield _warn(
                "B121",
                members.deck_text,
                begin,
                f"a comma ends a value here, so {number} is cut into pieces",
                f"write {number.replace(',', '')}, or put it in quotes",
            )


def _warn(code: str, deck_text: DeckText, start: int, message: str, fix: str) -> Problem:
    """Return what an author should know, and may have meant."""
    return Problem(code, Level.WARNING, deck_text.place(start), message, fix)
