"""Numbers in a sentence: counts with what is counted, percentages, ages, sizes of groups."""

import re
from collections.abc import Iterator
from decimal import Decimal

from quizapp.bank.numerals import NUMBER_WORDS, ONES, TENS
from quizapp.drafting.model import Candidate

_NUMBER_WORD_PATTERN = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_NUMBER = (
    r"(?P<number>\d{1,3}(?:,\d{3})+(?!\d)|\d{1,9}(?:\.\d{1,6})?"
    rf"|(?:{'|'.join(TENS)})-(?:{'|'.join(ONES[:9])})|{_NUMBER_WORD_PATTERN})"
)
_NOT_IN_WORD = r"(?<![\w.,/:=<>±–-])"  # not within a word, a range, a ratio or a P value
_NOT_ONE = {"one", "zero"}  # more often a pronoun than a count

# What each kind of number looks like, what its card is called, and its unit.
_PERCENT = re.compile(rf"{_NOT_IN_WORD}{_NUMBER}\s?(?:%|per ?cent\b)", re.IGNORECASE)
_GROUP = re.compile(rf"\bn\s?=\s?{_NUMBER}(?![.\d])", re.IGNORECASE)
_TIME = re.compile(
    rf"{_NOT_IN_WORD}{_NUMBER}[ -](?P<unit>years?|months?|weeks?|days?|hours?|minutes?)\b"
    r"(?! [a-z]*study)",
    re.IGNORECASE,
)
_MEASURE = re.compile(rf"{_NOT_IN_WORD}{_NUMBER}\s?(?P<unit>mg|kg|g|ml|l|mm|cm|km|m|Hz|°C)\b(?!/)")
# A count stands before the plural that is counted, with up to two words between.
_IRREGULAR = "children|women|men|people|mice|feet|teeth"
_COUNT = re.compile(
    rf"{_NOT_IN_WORD}{_NUMBER} (?:[a-z-]+ ){{0,2}}?(?P<unit>[a-z]{{3,}}s|{_IRREGULAR})\b(?!['’])",
    re.IGNORECASE,
)
_NOT_NOUNS = re.compile("was|is|has|this|its|thus|across|various|previous|less|yes|as")
# "Four patients underwent …": the sentence itself makes the question.
_QUESTION_TAIL = re.compile(
    r"^(?P<noun>(?:[a-z-]+ ){0,2}?[a-z]+s) "
    r"(?P<verb>(?:were|had|[a-z]+ed|underwent|received|developed)\b[^,;:.()]*)",
    re.IGNORECASE,
)
_MAX_QUESTION_WORDS = 16  # words


def find_numbers(sentence: str) -> Iterator[Candidate]:
    """Yield the numbers of `sentence` that can be asked for, kind by kind."""
    for found in _PERCENT.finditer(sentence):
        yield _make_candidate(found, "percent", "%")
    for found in _GROUP.finditer(sentence):
        yield _make_candidate(found, "group", "")
    for found in _TIME.finditer(sentence):
        unit = f"{found['unit'].lower().removesuffix('s')}s"
        yield _make_candidate(found, unit, unit)
    for found in _MEASURE.finditer(sentence):
        yield _make_candidate(found, found["unit"].lower().strip("°"), found["unit"])
    for found in _COUNT.finditer(sentence):
        unit, number = found["unit"].lower(), found["number"].lower()
        if not _NOT_NOUNS.fullmatch(unit) and number not in _NOT_ONE and not _is_year(number):
            yield _make_candidate(found, unit, unit, _make_question(sentence, found))


def _make_candidate(found: re.Match[str], name: str, unit: str, ask: str = "") -> Candidate:
    """Return the number that a pattern found."""
    start, end = found.span("number")
    return Candidate(start, end, name, _parse_number(found["number"]), unit, ask)


def _parse_number(text: str) -> Decimal:
    """Return what a number says, in digits or in words."""
    parts = text.lower().split("-")
    if all(part in NUMBER_WORDS for part in parts):
        return Decimal(sum(NUMBER_WORDS[part] for part in parts))
    return Decimal(text.replace(",", ""))


def _is_year(text: str) -> bool:
    """Return whether a number is rather a year than a count."""
    return text.isdigit() and 1500 <= int(text) <= 2100  # noqa: PLR2004 (years)


def _make_question(sentence: str, found: re.Match[str]) -> str:
    """Return "How many patients underwent …?" where the number opens the sentence, else ""."""
    if sentence[: found.start()].strip():
        return ""
    rest = _QUESTION_TAIL.match(sentence[found.end("number") :].lstrip())
    if rest is None or len(rest.group().split()) > _MAX_QUESTION_WORDS:
        return ""
    return f"How many {rest['noun']} {rest['verb'].strip()}?"
