"""Answers that are keys of the tables with something done to them by chance."""

import random
from collections.abc import Callable, Iterator

from tests.grading.cases import ENGLISH_TABLES, LANGUAGES, Typed, read_cases

ODD: list[str] = [
    *"\x00\x07\x1b\t\n\r\x7f\x85\u00a0\u00ad\u0301\u0338\u200b\u200d\u200f\u202e\u2066\ufe0f\ufeff",
    *"´`^~¨·•…–—−‐'’\"“”«»()[]{}<>/\\|&+*=%#@!?¿¡.,;:-_$€£§°ªº²³½¼⅓ⅣßıİǅﬁæœøłđþµμΩαβγΔЖёйשלאםعربي한国東ไ",
    "👩‍⚕️", "🇫🇷", "😀", "e\u0301", "\U0001d7d8", "\ud800", "\U0010ffff", "١٣", "10⁻³", "x̄",
]  # fmt: skip
WORDS = [
    "not",
    "no",
    "or",
    "and",
    "of",
    "the",
    "nicht",
    "sin",
    "не",
    "1",
    "II",
    "a",
    "A",
    "%",
    "mg",
]
MOST = 200  # characters
MOST_EDITS = 4


def drop(text: str, chance: random.Random) -> str:
    """Return `text` without one character."""
    at = chance.randrange(len(text))
    return text[:at] + text[at + 1 :]


def double(text: str, chance: random.Random) -> str:
    """Return `text` with one character twice."""
    at = chance.randrange(len(text))
    return text[:at] + text[at] + text[at:]


def swap(text: str, chance: random.Random) -> str:
    """Return `text` with two neighbours swapped."""
    at = chance.randrange(len(text))
    return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]


def shuffle(text: str, chance: random.Random) -> str:
    """Return the words of `text` in another order."""
    words = text.split(" ")
    return " ".join(chance.sample(words, len(words)))


def turn(text: str, _chance: random.Random) -> str:
    """Return `text` from its end."""
    return text[::-1]


def change_case(text: str, chance: random.Random) -> str:
    """Return `text` in another case."""
    cases = (text.upper(), text.lower(), text.title(), text.swapcase(), text.casefold())
    return chance.choice(cases)


def insert_odd(text: str, chance: random.Random) -> str:
    """Return `text` with a sign, a mark, a control character or a letter of another script."""
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(ODD) + text[at:]


def insert_word(text: str, chance: random.Random) -> str:
    """Return `text` with one word more."""
    words = text.split(" ")
    words.insert(chance.randrange(len(words) + 1), chance.choice(WORDS))
    return " ".join(words)


def repeat(text: str, chance: random.Random) -> str:
    """Return `text` several times."""
    return chance.choice((" ", ", ", "", "/", "\n")).join([text] * chance.randrange(2, 9))


def cut(text: str, chance: random.Random) -> str:
    """Return a piece of `text`."""
    start = chance.randrange(len(text))
    return text[start : start + chance.randrange(1, len(text) + 1)]


EDITS: tuple[Callable[[str, random.Random], str], ...] = (
    drop, double, swap, shuffle, turn, change_case, insert_odd, insert_odd, insert_word, repeat,
    cut,
)  # fmt: skip


def fuzzed(seed: int, count: int) -> Iterator[tuple[Typed, str]]:
    """Yield `count` answers of at most 200 characters, each with what it is held against."""
    chance = random.Random(seed)
    cases = [case for table in (*ENGLISH_TABLES, *LANGUAGES) for case in read_cases(table)]
    for _ in range(count):
        case, other = chance.choice(cases), chance.choice(cases)
        expected = chance.choice((case.expected, case.expected, other.expected))
        text = chance.choice((case.key.replace("|", ", "), case.response))
        for _ in range(chance.randrange(1, MOST_EDITS + 1)):
            text = chance.choice(EDITS)(text, chance) if text else chance.choice(ODD)
        yield expected, text[:MOST]
