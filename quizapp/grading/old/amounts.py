"""Reading a number: from what was typed to what it claims. No judging here.

Digits of any script, number words, decimal comma or point, thousands marks, fractions, powers of
ten; a count, a part of a whole, a percentage, or one restated by another: "13 (23 %)".
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from text_to_num import alpha2digit  # type: ignore[attr-defined]  # it is exported without saying so

from quizapp.grading.old.normal import plain
from quizapp.grading.old.units import BESIDE, unit_in

LONGEST_RESPONSE = 300
NUMBER = r"(?<![^\W_^])(?<![\d.,^])\d+(?:[.,']\d+)*"
ABOUT = re.compile(
    r"\b(about|approximately|approx|around|roughly|circa|ca|c\.|(?:almost )?exactly|precisely"
    r"|a total of)(?!\w)\.?|[~≈]",
    re.IGNORECASE,
)
LABEL = re.compile(r"^\s*[a-z]{1,3}\s*=\s*", re.IGNORECASE)
DECIMAL_MARKS = str.maketrans({"٫": ".", "٬": ",", "·": ".", "“": " ", "”": " ", '"': " "})
BARE_POINT = re.compile(r"(?<![\d.,])[.,](?=\d)")
SPACED_THOUSANDS = re.compile(r"(?<![\d.,/])\d{1,3}(?: \d{3})+(?![\d.,]*\d)")
POWER = re.compile(
    r"(?<![\w.,])(?:(\d+(?:[.,]\d+)?)\s*(?:[x×*]\s*10\s*\^|e)|10\s*\^)\s*([+-]?\d{1,2})(?!\w)",
    re.IGNORECASE,
)
PARTS_OF_ONE = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100,
}  # fmt: skip
FRACTION_IN_WORDS = re.compile(
    rf"\b(a|one|two|three|four|five|seven|nine)[ -]({'|'.join(PARTS_OF_ONE)})s?\b", re.IGNORECASE
)
UP_TO_NINE = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "nine": 9}
MULTIPLES = {
    "dozen": 12,
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
MULTIPLE = re.compile(rf"({NUMBER})\s*({'|'.join(MULTIPLES)})\b(?!s)", re.IGNORECASE)
NONE = frozenset({"none", "nil", "nobody", "no", "null", "nought", "naught", "no one", "not one"})
YEAR_IN_WORDS = re.compile(r"\b(1\d|20) (\d\d)\b")
IN_WORDS_FROM = -1.0  # turn words into digits from 0 on

RESTATED = re.compile(r"[()\[\]=;]|,(?=\s)|:(?=\s)|\bi\.e\.|\bthat is\b", re.IGNORECASE)
PART = re.compile(
    rf"({NUMBER})((?:\s+[^\W\d_]+)??)\s*(/|\bout of\b|\bof\b|\bin\b|\bfrom\b)"
    rf"\s*(?:the\s+|all\s+)?({NUMBER})(?!\d|\s*(?:%|per[ -]?cent|/))",
    re.IGNORECASE,
)
PERCENTAGE = re.compile(
    rf"({NUMBER})\s*(?:%|per[ -]?cent\b|pct\b|percentage\b(?! point))", re.IGNORECASE
)
MIXED_IN_WORDS = re.compile(r"(?<![\w.,])(\d+) and 0\.(\d+)")
YEAR_BESIDE = re.compile(r"\bthe year (?=\d)", re.IGNORECASE)
MIXED = re.compile(r"(?<![\w.,])(\d+) (\d+)/(\d+)(?![\w.,])")
SINGLE = re.compile(
    rf"(?P<sign>(?:(?<![\w)])-|\bminus|\bnegative|(?<!\w)\+)\s?)?(?P<number>{NUMBER})",
    re.IGNORECASE,
)
SIGNS_LEFT = re.compile(r"[^\w\s%‰°/$€£.,'!?^-]|-(?=\s|$)|(?<=\s)-|/{2}|%.*%")


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what it counts or measures; `values` has every reading of its marks.

    `shown` is what stood beside it, as typed.
    """

    values: tuple[Decimal, ...]
    unit: tuple[str, ...]
    is_decimal: bool = False
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage."""

    percent: Decimal
    unit: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole; `is_written_out` when it was no mere fraction: "13 of 56"."""

    part: Decimal
    whole: Decimal
    unit: tuple[str, ...]
    is_written_out: bool


Claim = Count | Share | Part


def claims_in(response: str) -> tuple[Claim, ...]:
    """Return what a response claims, one claim a piece; () when a piece says no one thing."""
    if len(response) > LONGEST_RESPONSE:
        return ()
    found: list[Claim] = []
    for piece in RESTATED.split(in_digits(response)):
        if not any(map(str.isalnum, piece)):
            continue
        claims = tuple(claims_of(piece))
        if len(claims) != 1:
            return ()
        found.append(claims[0])
    return tuple(found)


def claims_of(piece: str) -> Iterator[Claim]:
    """Yield what one piece claims; one that says no one thing yields nothing, or several."""
    text = re.sub(r"(?<=\d)-(?=[^\W\d_])", " ", piece)  # 40-year
    if found := PART.search(text):
        rest = f"{text[: found.start()]} {found[2]} {text[found.end() :]}"
        part, whole = values_of(found[1]), values_of(found[4])
        if part and whole and whole[0] and is_quiet(rest):
            yield Part(part[0], whole[0], unit_in(rest), is_written_out=found[3] != "/")
        return
    if found := PERCENTAGE.search(text):
        rest = f"{text[: found.start()]} {text[found.end() :]}"
        signed = SINGLE.search(text[: found.end()])
        values = values_of(found[1])
        if values and signed and is_quiet(without_sign(rest)):
            yield Share(values[-1] * sign_of(signed), unit_in(rest))
        return
    yield from counts_of(text)


def counts_of(text: str) -> Iterator[Count]:
    """Yield the numbers of a piece that is neither a part of a whole nor a percentage."""
    for found in SINGLE.finditer(text):
        rest = f"{text[: found.start()]} {text[found.end() :]}"
        values = tuple(value * sign_of(found) for value in values_of(found["number"]))
        attached = re.match(r"[^\W\d_]+", text[found.end() :])
        is_marked = attached is not None and attached[0].casefold() in BESIDE  # 3a, not "3 a day"
        if values and is_quiet(rest) and not is_marked:
            is_decimal = not found["number"].isdigit()
            yield Count(values, unit_in(rest), is_decimal, " ".join(rest.split()))


def sign_of(found: re.Match[str]) -> int:
    """Return -1 for a number with a minus, else 1."""
    return -1 if (found["sign"] or "").strip().casefold() in {"-", "minus", "negative"} else 1


def without_sign(text: str) -> str:
    """Return `text` without a sign that stood before its number."""
    return re.sub(r"[-+]\s*$|^\s*[-+]\s*", " ", text)


def is_quiet(rest: str) -> bool:
    """Return whether nothing beside a number is a number or a sign that changes it."""
    return not SIGNS_LEFT.search(rest) and not re.search(NUMBER, rest)


# --- numbers in digits ---------------------------------------------------------------------------


def in_digits(response: str) -> str:
    """Return the response with every number in ASCII digits, words and other scripts included."""
    text = "".join(
        str(unicodedata.decimal(each)) if each.isdecimal() else each
        for each in plain(response).translate(DECIMAL_MARKS)
    )
    text = ABOUT.sub(" ", LABEL.sub("", text))
    if text.strip(" .!").casefold() in NONE:
        return "0"
    had_digits = re.search(r"\d", text) is not None
    text = YEAR_BESIDE.sub(" ", FRACTION_IN_WORDS.sub(fraction, text))
    text = re.sub(r"\bhalf a dozen\b", "6", text, flags=re.IGNORECASE)
    text = re.sub(r"\bhalf\b", "0.5", text, flags=re.IGNORECASE)
    text = BARE_POINT.sub(r"0\g<0>", POWER.sub(power, text))
    text = MULTIPLE.sub(multiple, text)
    text = alpha2digit(text, "en", IN_WORDS_FROM)
    text = MULTIPLE.sub(multiple, text)
    text = re.sub(r"(?<!\d )\b(?:a )?dozen\b", "12", text, flags=re.IGNORECASE)
    text = re.sub(r"\ba (?=\d)", "", text)
    text = MIXED.sub(mixed, MIXED_IN_WORDS.sub(r"\1.\2", text))
    text = SPACED_THOUSANDS.sub(lambda found: found.group().replace(" ", ""), text)
    if not had_digits:
        text = YEAR_IN_WORDS.sub(r"\1\2", text)
    return " ".join(text.split())


def fraction(found: re.Match[str]) -> str:
    """Return "three quarters" as 0.75, and 2/3 for what does not come out even."""
    part, of = UP_TO_NINE[found[1].casefold()], PARTS_OF_ONE[found[2].casefold()]
    return f"{part}/{of}" if 10**4 % of else f"{Decimal(part) / of}"


def power(found: re.Match[str]) -> str:
    """Return 1.5e3, 2 x 10^6 or 10^6 in digits."""
    factor = Decimal((found[1] or "1").replace(",", "."))
    return f"{factor.scaleb(int(found[2])):f}"


def multiple(found: re.Match[str]) -> str:
    """Return "1.5 million" in digits."""
    values = values_of(found[1])
    return f"{values[-1] * MULTIPLES[found[2].casefold()]:f}" if values else found.group()


def mixed(found: re.Match[str]) -> str:
    """Return "1 1/2" as 1.5; left as it is where the fraction is none or does not come out even."""
    whole, part, of = map(int, found.groups())
    if not 0 < part < of or 10**4 % of:
        return found.group()
    return f"{whole + Decimal(part) / of}"


def values_of(number: str) -> tuple[Decimal, ...]:
    """Return what a number with its marks may be, () when it is none.

    A point before three digits marks thousands or decimals; a comma there marks thousands, and
    decimals only behind a zero or as the last reading.
    """
    marks = re.findall(r"[.,']", number)
    if not marks:
        return (Decimal(number),)
    groups = re.split(r"[.,']", number)
    is_grouped = 1 <= len(groups[0]) <= 3 and all(len(each) == 3 for each in groups[1:])  # noqa: PLR2004
    as_thousands = Decimal("".join(groups))
    if len(marks) > 1:
        if len(set(marks)) == 1:
            return (as_thousands,) if is_grouped else ()
        inner = groups[1:-1]
        is_sound = marks[-1] not in marks[:-1] and all(len(each) == 3 for each in inner)  # noqa: PLR2004
        return (Decimal("".join(groups[:-1]) + "." + groups[-1]),) if is_sound else ()
    as_decimals = Decimal(".".join(groups))
    if not is_grouped or groups[0].startswith("0"):
        return (as_decimals,) if marks[0] != "'" else ()
    readings = {".": (as_decimals, as_thousands), ",": (as_thousands, as_decimals)}
    return readings.get(marks[0], (as_thousands,))
