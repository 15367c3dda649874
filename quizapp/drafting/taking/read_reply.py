"""A reply, read: which shape it has is told by what stands in it, never by the name of a file."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from quizapp.bank.numerals import is_number
from quizapp.bank.yaml.nodes import UnquotedNumber
from quizapp.drafting.taking.count_options import settle_numbers
from quizapp.drafting.taking.labels import Role, role_of
from quizapp.drafting.taking.model import RawCard, RawValue, ReadCards
from quizapp.drafting.taking.move_citations import move_citations
from quizapp.drafting.taking.read_gift import read_gift
from quizapp.drafting.taking.read_labelled import read_labelled
from quizapp.drafting.taking.read_paired import read_paired
from quizapp.drafting.taking.read_program import read_program
from quizapp.drafting.taking.read_structured import join_readings, read_json, read_yaml_cards
from quizapp.drafting.taking.read_table import read_table
from quizapp.drafting.taking.text_cleaning import clean_reply

MAX_BYTES = 4 * 1024 * 1024
MAX_CARDS = 5_000
MAX_LINES = 50_000
_FENCE = re.compile(r"\s*(?P<fence>`{3,}|~{3,})\s*(?P<info>[\w+-]*)\s*")
_NUMBERING = re.compile(r"(?:Q(?:uestion)?\s*)?(\d{1,4})\s*[.):]\s+(?=\S)", re.IGNORECASE)
_READERS: tuple[Callable[[Sequence[str], int], ReadCards], ...] = (
    read_json,
    read_yaml_cards,
    read_program,
    read_gift,
    read_table,
    read_labelled,
    read_paired,
)
_PLAIN = {read_table, read_labelled, read_paired}


def read_reply(text: str) -> ReadCards:
    """Return the cards of a reply: those of its fences, or of the whole where these have none."""
    lines = clean_reply(text).split("\n")
    blocks = list(_fenced_blocks(lines))
    inside = join_readings([read_part(body, start) for start, body in blocks])
    if not inside.cards:
        bare = ["" if _FENCE.fullmatch(line) else line for line in lines]
        whole = read_part(bare, 1)
        inside = whole if whole.cards or not inside.unread else inside
    return replace(inside, cards=settle_numbers(move_citations(inside.cards)))


def _fenced_blocks(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield what stands in each fence, with its first line; one may lack its end."""
    fence, start = "", 0
    for number, line in enumerate(lines, 1):
        found = _FENCE.fullmatch(line)
        if found is None:
            continue
        if not fence:
            fence, start = found["fence"], number
        elif found["fence"].startswith(fence) and not found["info"]:
            yield start + 1, list(lines[start : number - 1])
            fence = ""
    if fence:
        yield start + 1, list(lines[start:])


def read_part(lines: Sequence[str], start: int) -> ReadCards:
    """Return the cards of a text in one shape: the first that finds any, or the most to tell."""
    found: list[ReadCards] = []
    for read in _READERS:
        reading = read(lines, start)
        if reading.cards:
            is_plain = read in _PLAIN
            cards = _with_numbers(reading.cards) if is_plain else reading.cards
            return replace(reading, cards=_without_numbering(cards))
        found.append(reading)
    return max(found, key=lambda each: len(each.unread))


def _without_numbering(cards: Sequence[RawCard]) -> tuple[RawCard, ...]:
    """Return cards without the numbers before their questions, if those count the cards.

    "2. Weltkrieg" alone is a name.
    """
    stripped = []
    for number, card in enumerate(cards, 1):
        for name, value in card.fields.items():
            found = _NUMBERING.match(value) if isinstance(value, str) else None
            if role_of(name) is Role.ASK and found and int(found[1]) == number:
                assert isinstance(value, str)  # noqa: S101 (it matched)
                fields = {**card.fields, name: value[found.end() :]}
                stripped.append(replace(card, fields=fields))
    return tuple(stripped) if len(stripped) == len(cards) and len(cards) > 1 else tuple(cards)


def _with_numbers(cards: Sequence[RawCard]) -> tuple[RawCard, ...]:
    """Return cards of plain text in which answers are numbers, if each of them is one."""
    answers = [
        (name, value)
        for card in cards
        for name, value in card.fields.items()
        if role_of(name) is Role.ANSWER
    ]
    is_numeric = bool(answers) and all(
        isinstance(each, str) and is_number(each) for _, each in answers
    )
    if not is_numeric or any(Role.OPTIONS.value in card.fields for card in cards):
        return tuple(cards)
    return tuple(
        RawCard(card.line, {name: _as_number(name, value) for name, value in card.fields.items()})
        for card in cards
    )


def _as_number(name: str, value: RawValue) -> RawValue:
    is_answer = role_of(name) is Role.ANSWER
    return UnquotedNumber(value) if is_answer and isinstance(value, str) else value
