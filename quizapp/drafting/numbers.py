"""Numbers in a sentence: counts with what is counted, percentages, ages, sizes of groups."""

import re
from collections.abc import Iterator
from decimal import Decimal

from quizapp.drafting.model import Found

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
ONES = SMALL.split()
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
IN_WORDS = {word: value for value, word in enumerate(ONES)}
IN_WORDS |= {word: 10 * place for place, word in enumerate(TENS, start=2)}
WORDS = "|".join(sorted(IN_WORDS, key=len, reverse=True))
NUMBER = (
    r"(?P<number>\d{1,3}(?:,\d{3})+(?!\d)|\d{1,9}(?:\.\d{1,6})?"
    rf"|(?:{'|'.join(TENS)})-(?:{'|'.join(ONES[1:10])})|{WORDS})"
)
FREE = r"(?<![\w.,/:=<>±–-])"  # not within a word, a range, a ratio or a P value
NOT_ONE = {"one", "zero"}  # more often a pronoun than a count

# What each kind of number looks like, what its card is called, and its unit.
PERCENT = re.compile(rf"{FREE}{NUMBER}\s?(?:%|per ?cent\b)", re.IGNORECASE)
GROUP = re.compile(rf"\bn\s?=\s?{NUMBER}(?![.\d])", re.IGNORECASE)
TIME = re.compile(
    rf"{FREE}{NUMBER}[ -](?P<unit>years?|months?|weeks?|days?|hours?|minutes?)\b(?! [a-z]*study)",
    re.IGNORECASE,
)
MEASURE = re.compile(rf"{FREE}{NUMBER}\s?(?P<unit>mg|kg|g|ml|l|mm|cm|km|m|Hz|°C)\b(?!/)")
# A count stands before the plural that is counted, with up to two words between.
IRREGULAR = "children|women|men|people|mice|feet|teeth"
COUNT = re.compile(
    rf"{FREE}{NUMBER} (?:[a-z-]+ ){{0,2}}?(?P<unit>[a-z]{{3,}}s|{IRREGULAR})\b(?!['’])",
    re.IGNORECASE,
)
NO_NOUNS = re.compile("was|is|has|this|its|thus|across|various|previous|less|yes|as")
# "Four patients underwent …": the sentence itself makes the question.
ASKED = re.compile(
    r"^(?P<noun>(?:[a-z-]+ ){0,2}?[a-z]+s) "
    r"(?P<verb>(?:were|had|[a-z]+ed|underwent|received|developed)\b[^,;:.()]*)",
    re.IGNORECASE,
)
LONGEST_QUESTION = 16  # words


def numbers_in(sentence: str) -> Iterator[Found]:
    """Yield the numbers of `sentence` that can be asked for, kind by kind."""
    for found in PERCENT.finditer(sentence):
        yield number_at(found, "percent", "%")
    for found in GROUP.finditer(sentence):
        yield number_at(found, "group", "")
    for found in TIME.finditer(sentence):
        unit = plural(found["unit"].lower())
        yield number_at(found, unit, unit)
    for found in MEASURE.finditer(sentence):
        yield number_at(found, found["unit"].lower().strip("°"), found["unit"])
    for found in COUNT.finditer(sentence):
        unit, number = found["unit"].lower(), found["number"].lower()
        if not NO_NOUNS.fullmatch(unit) and number not in NOT_ONE and not is_year(number):
            yield number_at(found, unit, unit, question(sentence, found))


def number_at(found: re.Match[str], name: str, unit: str, ask: str = "") -> Found:
    """Return the number that a pattern found."""
    start, end = found.span("number")
    return Found(start, end, name, value_of(found["number"]), unit, ask)


def value_of(text: str) -> Decimal:
    """Return what a number says, in digits or in words."""
    parts = text.lower().split("-")
    if all(part in IN_WORDS for part in parts):
        return Decimal(sum(IN_WORDS[part] for part in parts))
    return Decimal(text.replace(",", ""))


def is_year(text: str) -> bool:
    """Say whether a number is rather a year than a count."""
    return text.isdigit() and 1500 <= int(text) <= 2100  # noqa: PLR2004 (years)


def plural(unit: str) -> str:
    """Return a unit of time in the plural."""
    return unit if unit.endswith("s") else f"{unit}s"


def question(sentence: str, found: re.Match[str]) -> str:
    """Return "How many patients underwent …?" where the number opens the sentence, else ""."""
    if sentence[: found.start()].strip():
        return ""
    rest = ASKED.match(sentence[found.end("number") :].lstrip())
    if rest is None or len(rest.group().split()) > LONGEST_QUESTION:
        return ""
    return f"How many {rest['noun']} {rest['verb'].strip()}?"
